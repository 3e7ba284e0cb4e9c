// Progress files: what they look like, and that ticks in them survive hands, merges and edits of the roadmap.
// The notes are those of `notes.ts`, which translates them; others are of tea (Чай, Улун) and a garden (Грядки, Почва, Компост:
// beds, soil, compost). "Записано", "Мысли" (written down, thoughts) are the user's own lines.
import { lstatSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, wide } from '../support/program.ts';
import { garden, kafka, postgres } from './notes.ts';

interface Status {
  readonly progress: { mode: string; path: string };
  readonly total: { total: number; done: number; dated: number };
  readonly diagnostics: { warnings: number };
}

function homeWith(name: string, text: string): Home {
  const home = newHome();
  home.write(name, text);
  return home;
}

const done = (home: Home, name: string, ...args: string[]) =>
  expect(home.run(['done', ...args, '-r', name]), args.join(' ')).toMatchObject({ status: 0, err: '' });
const status = (home: Home, name: string) => home.json<Status>(['status', '-r', name]);
const idsOf = (home: Home, name: string) => {
  const { topics } = home.json<{ topics: { address: string; id: string }[] }>(['list', '-r', name]);
  return new Map(topics.map(({ address, id }) => [address, id]));
};

describe('the file', () => {
  it('after done 4.2 on an outline is a short checklist that names its source (P2)', () => {
    const home = homeWith('postgres.md', postgres);
    const ids = idsOf(home, 'postgres.md');
    done(home, 'postgres.md', '4.2');
    expect(home.readProgress()).toBe(
      [
        '---',
        `roadmap: ${home.path('postgres.md')}`,
        '---',
        '',
        '# PostgreSQL без паники',
        '',
        '## 4 Индексы',
        '',
        `- [x] 4.2 Частичный индекс 🆔 ${ids.get('4.2')} ✅ 2026-11-20`,
        `- [x] 4.2.1 Условие 🆔 ${ids.get('4.2.1')} ✅ 2026-11-20`,
        `- [x] 4.2.2 Размер 🆔 ${ids.get('4.2.2')} ✅ 2026-11-20`,
        '',
      ].join('\n'),
    );
    expect(home.read('postgres.md')).toBe(postgres);
  });

  it('keeps the order of the roadmap in whatever order things are done, and every state', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'mulch', '--on', 'yesterday');
    done(home, 'garden.yaml', 'acidity');
    home.run(['skip', 'rotation', '-r', 'garden.yaml']);
    home.run(['start', 'compost', '-r', 'garden.yaml']);
    expect(home.readProgress().split('\n').slice(4).join('\n')).toBe(
      [
        '# Vegetable garden',
        '',
        '## 1 Soil',
        '',
        '- [/] 1.1 Compost heap 🆔 compost',
        '- [x] 1.2 Acidity 🆔 acidity ✅ 2026-11-20',
        '',
        '## 2 Beds',
        '',
        '- [-] 2.1 Crop rotation 🆔 rotation ❌ 2026-11-20',
        '- [x] 2.2 Mulch 🆔 mulch ✅ 2026-11-19',
        '',
      ].join('\n'),
    );
  });

  it('holds only what differs from the roadmap: reopen takes the line out again', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'acidity');
    const before = home.readProgress();
    done(home, 'garden.yaml', 'mulch');
    home.run(['reopen', 'mulch', '-r', 'garden.yaml']);
    expect(home.readProgress()).toBe(before);
  });

  it('of the bundled roadmap has its name', () => {
    const home = newHome();
    expect(home.run(['done', '1.1']).status).toBe(0);
    expect(home.progressFile()).toBe(`${home.data}/istio.md`);
    expect(home.json<Status>(['status']).total).toMatchObject({ done: 1, dated: 1 });
  });

  it('is the same through a link as through the file itself', () => {
    const home = homeWith('real.md', '# Tea\n\n## 1. Kinds\n\n- Green\n- Oolong\n');
    symlinkSync('real.md', home.path('link.md'));
    done(home, 'link.md', '1.1');
    expect(status(home, 'real.md').total.done).toBe(1);
  });

  it('that is no text any more is reported, and left as it is', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'mulch');
    writeFileSync(home.progressFile(), Buffer.from([0, 1, 2, 255, 254, 0, 7, 0]));
    expectRefusal(home.run(['status', '-r', 'garden.yaml'], { env: wide }), 4, /is not text/);
    expectRefusal(home.run(['done', 'acidity', '-r', 'garden.yaml'], { env: wide }), 4, /is not text/);
  });

  it('may be chosen, and somebody else’s note is never taken for one', () => {
    const home = homeWith('garden.yaml', garden);
    home.write('note.md', '# My own\n');
    expect(home.run(['done', 'mulch', '-r', 'garden.yaml', '--progress', 'ticks.md']).status).toBe(0);
    expect(home.read('ticks.md')).toContain('- [x] 2.2 Mulch 🆔 mulch ✅ 2026-11-20');
    expect(home.json<Status>(['status', '-r', 'garden.yaml', '--progress', 'ticks.md']).total.done).toBe(1);
    expect(home.json<Status>(['status', '-r', 'garden.yaml']).total.done).toBe(0);
    expectRefusal(
      home.run(['done', 'mulch', '-r', 'garden.yaml', '--progress', 'note.md'], { env: wide }),
      4,
      /not a progress file/,
    );
    expect(home.read('note.md')).toBe('# My own\n');
    expectRefusal(
      home.run(['status', '-r', 'garden.yaml', '--progress', 'ticks.txt'], { env: wide }),
      2,
      /Markdown file/,
    );
  });

  it('that is chosen is never the roadmap itself, nor another one’s', () => {
    const home = homeWith('plan.md', '---\nroadmap: plan.md\n---\n\n# Чай\n\n- Улун\n');
    home.write('garden.yaml', garden);
    symlinkSync('plan.md', home.path('link.md'));
    for (const file of ['plan.md', 'link.md', home.path('plan.md')])
      expectRefusal(
        home.run(['done', '1', '-r', 'plan.md', '--progress', file], { env: wide }),
        4,
        /not a progress file/,
      );
    expect(home.run(['done', 'mulch', '-r', 'garden.yaml', '--progress', 'ticks.md']).status).toBe(0);
    const kept = home.read('ticks.md');
    expectRefusal(
      home.run(['done', '1', '-r', 'plan.md', '--progress', 'ticks.md'], { env: wide }),
      4,
      /not a progress file/,
    );
    expectRefusal(home.run(['done', '1.1', '--progress', 'ticks.md'], { env: wide }), 4, /not a progress file/);
    expect(home.read('ticks.md')).toBe(kept);
    home.write('ticks.md', kept.replace(/^roadmap:.*$/m, "roadmap: './garden.yaml'"));
    expect(home.run(['done', 'acidity', '-r', 'garden.yaml', '--progress', 'ticks.md']).status).toBe(0);
  });

  it('keeps ticks of topics with control characters, and is never guessed at', () => {
    const home = homeWith(
      'bad.json.yaml',
      'sections:\n  - title: Грядки\n    topics: [{id: n, title: "a\\0b\\0c"}, {id: m, title: m}]\n',
    );
    for (const id of ['n', 'm']) done(home, 'bad.json.yaml', id);
    expect(home.readProgress()).toContain('- [x] 1.1 a␀b␀c 🆔 n ✅');
    expect(status(home, 'bad.json.yaml').total.done).toBe(2);
  });

  it('with a block that nobody closed is refused, and left as it is (L1)', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'acidity');
    const kept = `${home.readProgress()}\n<!-- потом\n`;
    writeFileSync(home.progressFile(), kept);
    for (let times = 0; times < 2; times++)
      expectRefusal(home.run(['done', 'mulch', '-r', 'garden.yaml'], { env: wide }), 4, /line 11/);
    expect(home.readProgress()).toBe(kept);
  });

  it('records another day than the roadmap’s own', () => {
    const home = homeWith(
      'tea.yaml',
      'sections:\n  - title: Чай\n    topics: [{id: oolong, title: Улун, done: 2026-05-01}]\n',
    );
    done(home, 'tea.yaml', 'oolong', '--on', '2026-05-03', '--force');
    const { topics } = home.json<{ topics: object[] }>(['list', 'oolong', '-r', 'tea.yaml']);
    expect(topics).toMatchObject([{ status: 'done', completedOn: '2026-05-03' }]);
  });

  it('two files of one name in two folders have two progress files', () => {
    const home = homeWith('a/plan.md', postgres);
    home.write('b/plan.md', postgres);
    done(home, 'a/plan.md', '1.1');
    expect(status(home, 'b/plan.md').total.done).toBe(0);
    done(home, 'b/plan.md', '1.2');
    expect(status(home, 'a/plan.md').total.done).toBe(1);
  });
});

describe('hands', () => {
  it.each<[string, string]>([
    ['by title under the section', '\n## Почва\n\n- [x] Компост\n'],
    ['by title under a heading with a number', '\n## 1 Почва\n\n- [x] 1.1 Компост ✅ 2026-11-02\n'],
    ['by a title that only one topic has', '\n- [x] Компост\n'],
    ['by id with another title', '\n- [x] Куча 🆔 compost\n'],
    ['with another bullet and a big X', '\n* [X] компост!\n'],
  ])('a tick that is typed in counts: %s', (_, line) => {
    const home = homeWith(
      'сад.yaml',
      'id: sad\ntitle: Сад\nsections:\n  - title: Почва\n    topics: [{id: compost, title: Компост}, {id: sand, title: Песок}, {id: clay, title: Глина}]\n',
    );
    done(home, 'сад.yaml', 'sand');
    writeFileSync(home.progressFile(), home.readProgress() + line);
    expect(status(home, 'сад.yaml')).toMatchObject({ total: { done: 2 }, diagnostics: { warnings: 0 } });
    done(home, 'сад.yaml', 'clay');
    expect(home.readProgress()).toContain(line.trim().split('\n').at(-1));
    expect(status(home, 'сад.yaml').total.done).toBe(3);
  });

  it('remarks, blank lines and other headings stay where they are', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'acidity');
    const edited = home
      .readProgress()
      .replace('## 1 Soil\n', 'Записано в саду.\n\n## 1 Soil\n\n> проверить весной\n')
      .concat('\n## Мысли\n\nпросто так, без точки');
    writeFileSync(home.progressFile(), edited);
    done(home, 'garden.yaml', 'compost');
    expect(home.readProgress()).toBe(
      edited.replace('- [x] 1.2', '- [x] 1.1 Compost heap 🆔 compost ✅ 2026-11-20\n- [x] 1.2'),
    );
  });

  it('a file that is a link into a folder of dotfiles stays one', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'acidity');
    const file = home.progressFile();
    home.write('dotfiles/garden.md', home.readProgress());
    rmSync(file);
    symlinkSync(home.path('dotfiles/garden.md'), file);
    done(home, 'garden.yaml', 'mulch');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(home.read('dotfiles/garden.md')).toContain('🆔 mulch ✅ 2026-11-20');
  });

  it('a file with CRLF stays one', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'acidity');
    writeFileSync(home.progressFile(), home.readProgress().replaceAll('\n', '\r\n'));
    done(home, 'garden.yaml', 'mulch');
    expect(home.readProgress()).not.toMatch(/[^\r]\n/);
    expect(status(home, 'garden.yaml').total.done).toBe(2);
  });
});

describe('orphans and doubles (P4)', () => {
  it('a tick that fits no topic any more is kept and warned about', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'acidity');
    done(home, 'garden.yaml', 'mulch');
    home.write(
      'garden.yaml',
      garden.replace('id: acidity, title: {en: Acidity, ru: Кислотность}', 'id: ph, title: Soil reaction'),
    );
    expect(status(home, 'garden.yaml')).toMatchObject({ total: { done: 1 }, diagnostics: { warnings: 1 } });
    done(home, 'garden.yaml', 'compost');
    expect(home.readProgress()).toContain('- [x] 1.2 Acidity 🆔 acidity ✅ 2026-11-20\n');
    home.write('garden.yaml', garden);
    expect(status(home, 'garden.yaml')).toMatchObject({ total: { done: 3 }, diagnostics: { warnings: 0 } });
  });

  it('a tick follows its topic when the roadmap is renumbered and moved about', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'rotation');
    const [head, beds] = garden.split('  - id: beds');
    const [start, soil] = (head as string).split('  - id: soil');
    home.write('garden.yaml', `${start}  - id: beds${beds}  - id: soil${soil}`);
    expect(home.json<{ topics: object[] }>(['list', '--status', 'done', '-r', 'garden.yaml']).topics).toMatchObject([
      { address: '1.1', id: 'rotation', completedOn: '2026-11-20' },
    ]);
  });

  it('of two lines for one topic done beats open and the earliest day wins; the next write tidies', () => {
    const home = homeWith('garden.yaml', garden);
    done(home, 'garden.yaml', 'acidity');
    const line = '- [x] 1.2 Acidity 🆔 acidity ✅ 2026-11-20\n';
    const merged = `${line}- [/] 1.2 Acidity 🆔 acidity\n${line.replace('-20', '-03')}`;
    writeFileSync(home.progressFile(), home.readProgress().replace(line, merged));
    const { topics } = home.json<{ topics: object[] }>(['list', 'acidity', '-r', 'garden.yaml']);
    expect(topics).toMatchObject([{ status: 'done', completedOn: '2026-11-03' }]);
    expect(status(home, 'garden.yaml').total.done).toBe(1);
    // Two dates would go, so it asks first.
    expect(home.run(['reopen', 'acidity', '-r', 'garden.yaml']).status).toBe(2);
    home.run(['reopen', 'acidity', '--force', '-r', 'garden.yaml']);
    expect(home.readProgress()).not.toContain('acidity');
    expect(status(home, 'garden.yaml').total.done).toBe(0);
  });
});

describe('a place is kept (P5)', () => {
  it('a first box in the outline loses no tick', () => {
    const home = homeWith('postgres.md', postgres);
    done(home, 'postgres.md', '4.1');
    const file = home.progressFile();
    home.write(
      'postgres.md',
      postgres
        .replace('- Пакеты', '- [x] Пакеты')
        .replace('- Роли', '- [ ] Роли')
        .replaceAll(/^- (?!\[)/gm, '- [ ] '),
    );
    const now = status(home, 'postgres.md');
    expect(now.progress).toEqual({ mode: 'file', path: file });
    expect(now.total.done).toBe(2);
    const answer = home.run(['done', '2.1', '-r', 'postgres.md'], { env: wide });
    expect(answer.status).toBe(0);
    expect(answer.err, 'and it is reported').toContain(file);
    expect(status(home, 'postgres.md').total.done).toBe(3);
    expect(home.read('postgres.md')).toContain('- [ ] Соединения');
  });

  it('a note with boxes is its own place, and leaves nothing in the data folder', () => {
    const home = homeWith('kafka.md', kafka);
    done(home, 'kafka.md', '1.3');
    expect(status(home, 'kafka.md').progress).toEqual({ mode: 'inline', path: home.path('kafka.md') });
    expect(Object.keys(home.snapshot()).filter((name) => name.includes('share'))).toEqual([]);
  });
});
