// Look: status, list, show and next, as people and scripts read them.
// The notes are those of `notes.ts`, where their Russian titles are translated; sentences of the program in Russian follow
// `--lang ru`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome } from '../support/program.ts';
import { garden, kafka, postgres } from './notes.ts';

function homeWithNotes(): Home {
  const home = newHome();
  home.write('kafka.md', kafka);
  home.write('postgres.md', postgres);
  home.write('garden.yaml', garden);
  return home;
}

const tally = (total: number, done: number, doing: number, skipped: number, dated: number, percent: number) => ({
  ...{ total, done, doing, todo: total - done - doing, skipped, dated, percent },
});
const none = { total: 0, done: 0 };

describe('json', () => {
  it('status is one document with the keys of the contract in their order', () => {
    const home = homeWithNotes();
    const path = home.path('kafka.md');
    const section = (address: string, title: string, counts: object) => ({
      ...{ address, title, level: null, levelSource: null, weight: null, ...counts, sections: [] },
    });
    const level = (id: string, title: string, counts: object) => ({
      ...{ id, title, rubric: null, levelSource: 'explicit', ...counts, projects: none, labs: null, reached: false },
    });
    const expected = {
      schemaVersion: 1,
      kind: 'status',
      asOf: '2026-11-20',
      roadmap: { id: null, title: 'Kafka для дежурных', path, format: 'markdown', encoding: 'utf-8', repaired: null },
      progress: { mode: 'inline', path },
      total: tally(8, 2, 1, 1, 2, 25),
      sections: [
        section('1', 'Первые шаги', tally(3, 2, 0, 0, 2, 66)),
        section('2', 'Чтение', tally(4, 0, 1, 1, 0, 0)),
        section('3', 'Надзор', tally(1, 0, 0, 0, 0, 0)),
      ],
      levels: [
        level('junior', 'Junior', tally(3, 2, 0, 0, 2, 66)),
        level('middle', 'Middle', tally(4, 0, 1, 1, 0, 0)),
        level('senior', 'Senior', tally(1, 0, 0, 0, 0, 0)),
      ],
      projects: none,
      readiness: null,
      next: [
        { address: '2.2', id: 'lag', title: 'Отставание', level: 'middle' },
        { address: '1.3', id: 'key', title: 'Ключ сообщения', level: 'junior' },
        { address: '2.1.1', id: 'rebalance', title: 'Перебалансировка', level: 'middle' },
      ],
      diagnostics: { errors: 0, warnings: 0 },
      abandoned: [],
      pace: null,
    };
    expect(home.run(['status', '--json', '-r', 'kafka.md'])).toMatchObject({
      ...{ status: 0, err: '', out: `${JSON.stringify(expected)}\n` },
    });
  });

  it('list gives every field of a topic in the order of the contract', () => {
    const unknown = {
      ...{ since: null, version: null, stage: null, retired: null, formerly: [], same: [], from: null },
      ...{ due: null, scheduled: null, start: null, created: null, priority: null },
      ...{ spent: null, noteLines: [] },
    };
    const expected = {
      schemaVersion: 1,
      kind: 'topics',
      topics: [
        {
          ...{ address: '1.2', id: 'topic', title: 'Топик и партиция', status: 'done', completedOn: '2026-11-18' },
          ...{ level: 'junior', levelSource: 'explicit', section: { address: '1', title: 'Первые шаги' } },
          ...{ project: false, tags: [], needs: [], links: [], hours: null, legacy: null, line: 6, ...unknown },
        },
        {
          ...{ address: '1.3', id: 'key', title: 'Ключ сообщения', status: 'todo', completedOn: null },
          ...{ level: 'junior', levelSource: 'explicit', section: { address: '1', title: 'Первые шаги' } },
          ...{
            project: false,
            tags: ['запись'],
            needs: ['topic'],
            links: [],
            hours: null,
            legacy: null,
            line: 7,
            ...unknown,
          },
        },
      ],
    };
    const home = homeWithNotes();
    const { out } = home.run(['list', '1.2', '1.3', '--json', '-r', 'kafka.md']);
    expect(out).toBe(`${JSON.stringify(expected)}\n`);
  });

  it('list of a YAML roadmap names needs, hours and tags, and inherited levels', () => {
    const [topic] = homeWithNotes().json<{ topics: object[] }>(['list', 'acidity', '-r', 'garden.yaml']).topics;
    expect(topic).toMatchObject({
      ...{ address: '1.2', id: 'acidity', needs: ['compost'], hours: 1.5, tags: ['lab'] },
      ...{ level: 'junior', levelSource: 'inherited' },
    });
  });

  it('next has the fields of list, and the reason of each', () => {
    const home = homeWithNotes();
    const next = home.json<{ kind: string; topics: object[] }>(['next', '-n', '3', '-r', 'kafka.md']);
    const list = home.json<{ topics: object[] }>(['list', '2.2', '1.3', '2.1.1', '-r', 'kafka.md']);
    expect(next.kind).toBe('topics');
    const reasons = [
      { code: 'doing', since: null, topics: [] },
      { code: 'unlocked', since: null, topics: ['topic'] },
      { code: 'order', since: null, topics: [] },
    ];
    expect(next.topics).toEqual(
      list.topics.map((topic, index) => ({ ...topic, reason: { ...reasons[index], urgency: null } })),
    );
  });

  it('next names the open needs of what waits, and the day on which a topic was begun here', () => {
    const home = homeWithNotes();
    home.run(['start', 'mulch', '-r', 'garden.yaml']);
    const { topics } = home.json<{ topics: { id: string; reason: object }[] }>([
      'next',
      '-n',
      '9',
      '-r',
      'garden.yaml',
    ]);
    expect(topics.map(({ id, reason }) => ({ id, ...reason }))).toEqual([
      { id: 'mulch', code: 'doing', since: '2026-11-20', topics: [], urgency: null },
      { id: 'compost', code: 'level', since: null, topics: [], urgency: null },
      { id: 'rotation', code: 'order', since: null, topics: [], urgency: null },
      { id: 'acidity', code: 'waiting', since: null, topics: ['compost'], urgency: null },
    ]);
  });

  it('show of a topic adds outcome, notes, unlocks and history to the fields of list', () => {
    const home = homeWithNotes();
    const { topics } = home.json<{ topics: [object] }>(['list', 'compost', '-r', 'garden.yaml']);
    const shown = home.json<Record<string, unknown>>(['show', 'compost', '-r', 'garden.yaml']);
    const fields = ['schemaVersion', 'kind', ...Object.keys(topics[0]), 'outcome', 'notes', 'unlocks', 'history'];
    expect(Object.keys(shown).slice(0, fields.length)).toEqual(fields);
    expect(shown).toMatchObject({ schemaVersion: 1, kind: 'topic', ...topics[0], outcome: null, unlocks: ['acidity'] });
    expect(home.json(['show', 'rotation', '-r', 'garden.yaml'])).toMatchObject({ outcome: 'plans four years ahead' });
  });

  it('show of a topic lists its history as log does, and the projects that prove it', () => {
    const home = homeWithNotes();
    home.write('garden.yaml', `${garden}projects: [{id: bed, title: A bed, level: junior, proves: [compost]}]\n`);
    for (const words of [['start'], ['done', '--on', 'yesterday'], ['reopen'], ['skip'], ['undo']])
      home.run([...words, ...(words[0] === 'undo' ? [] : ['compost']), '-r', 'garden.yaml']);
    const { entries } = home.json<{ entries: Record<string, unknown>[] }>(['log', '-r', 'garden.yaml']);
    expect(entries.map(({ to }) => to)).toEqual(['todo', 'doing', 'done']);
    const shown = home.json<Record<string, unknown>>(['show', 'compost', '-r', 'garden.yaml']);
    expect(shown.history).toEqual(entries.map(({ day, from, to, source }) => ({ day, from, to, source })));
    expect(shown.provedBy).toEqual(['bed']);
    expect(home.json(['show', 'mulch', '-r', 'garden.yaml'])).toMatchObject({ history: [], provedBy: [] });
    expect(home.json(['show', '1.1', '-r', 'kafka.md'])).toMatchObject({
      history: [{ day: '2026-11-01', from: null, to: 'done', source: 'file' }],
    });
  });

  it('show of a section has the fields of a section in status, and its topics', () => {
    const home = homeWithNotes();
    const { sections } = home.json<{ sections: [object, object] }>(['status', '-r', 'kafka.md']);
    const shown = home.json<Record<string, unknown>>(['show', '2', '-r', 'kafka.md']);
    const fields = ['schemaVersion', 'kind', ...Object.keys(sections[1])];
    expect(Object.keys(shown).slice(0, fields.length)).toEqual(fields);
    expect(shown).toMatchObject({ kind: 'section', ...sections[1] });
    expect((shown.topics as { address: string }[]).map(({ address }) => address)).toEqual([
      ...['2.1', '2.1.1', '2.1.2', '2.2', '2.3'],
    ]);
  });

  it.each<[string, string[]]>([
    ['status', ['status']],
    ['list with no match', ['list', '--search', 'нет такого']],
    ['next', ['next']],
    ['show', ['show', '1.1']],
    ['done', ['done', '1.3']],
    ['start', ['start', '1.3']],
    ['skip', ['skip', '1.3']],
    ['reopen', ['reopen', '1.1']],
    ['undo', ['undo']],
    ['redo', ['redo']],
  ])('%s --json prints one line with a newline and nothing on stderr', (_, args) => {
    const { status, out, err } = homeWithNotes().run([...args, '--json', '-r', 'kafka.md']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^\{"schemaVersion":1,"kind":"\w+",.*\}\n$/);
    expect(out.split('\n')).toHaveLength(2);
  });

  it('says where ticks of an outline will be kept before there are any', () => {
    const home = homeWithNotes();
    const { progress } = home.json<{ progress: { mode: string; path: string } }>(['status', '-r', 'postgres.md']);
    expect(progress.mode).toBe('file');
    expect(progress.path.startsWith(`${home.data}/postgres-`)).toBe(true);
    expect(progress.path.slice(home.data.length)).toMatch(/^\/postgres-[0-9a-f]{14}\.md$/);
  });
});

describe('plain', () => {
  it('list prints five fields a topic, separated by tabs, without a header', () => {
    expect(homeWithNotes().run(['list', '--plain', '-r', 'kafka.md']).out).toBe(
      [
        '1.1\tdone\t2026-11-01\tjunior\tБрокер и контроллер',
        '1.2\tdone\t2026-11-18\tjunior\tТопик и партиция',
        '1.3\ttodo\t-\tjunior\tКлюч сообщения',
        '2.1\ttodo\t-\tmiddle\tГруппа потребителей',
        '2.1.1\ttodo\t-\tmiddle\tПеребалансировка',
        '2.1.2\ttodo\t-\tmiddle\tСмещения',
        '2.2\tdoing\t-\tmiddle\tОтставание',
        '2.3\tskipped\t-\tmiddle\tСтарый клиент',
        '3.1\ttodo\t-\tsenior\tПанель и тревоги',
        '',
      ].join('\n'),
    );
  });

  it('status prints sections, levels and the total', () => {
    expect(homeWithNotes().run(['status', '--plain', '-r', 'kafka.md']).out).toBe(
      [
        '1\t2\t3\t66\tПервые шаги',
        '2\t0\t4\t0\tЧтение',
        '3\t0\t1\t0\tНадзор',
        'level:junior\t2\t3\t66\tJunior',
        'level:middle\t0\t4\t0\tMiddle',
        'level:senior\t0\t1\t0\tSenior',
        'total\t2\t8\t25\tKafka для дежурных',
        '',
      ].join('\n'),
    );
  });

  it('-z ends records with NUL', () => {
    const home = homeWithNotes();
    const lines = home.run(['list', '--plain', '-r', 'kafka.md']).out;
    expect(home.run(['list', '--plain', '-z', '-r', 'kafka.md']).out).toBe(lines.replaceAll('\n', '\0'));
  });

  it('a tab and an escape in a title cannot make a sixth field or drive the terminal', () => {
    const home = homeWithNotes();
    home.write('hostile.md', '# Ноты\n\n- [ ] до\tре \u001b[31mми\u0007\n');
    const { out } = home.run(['list', '--plain', '-r', 'hostile.md']);
    expect(out.split('\t')).toHaveLength(5);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\u001b\u0007]/);
  });

  it('titles are never cut and never coloured', () => {
    const home = homeWithNotes();
    const title = 'Очень длинное название '.repeat(30).trim();
    home.write('long.md', `- [ ] ${title}\n`);
    const { out } = home.run(['list', '--plain', '--color', 'always', '--width', '40', '-r', 'long.md']);
    expect(out).toBe(`1\ttodo\t-\t-\t${title}\n`);
  });
});

describe('filters', () => {
  it.each<[string[], string[]]>([
    [
      ['--status', 'done'],
      ['1.1', '1.2'],
    ],
    [
      ['--status', 'doing,skipped'],
      ['2.2', '2.3'],
    ],
    [
      ['--level', 'junior'],
      ['1.1', '1.2', '1.3'],
    ],
    [
      ['--level', 'начальный'],
      ['1.1', '1.2', '1.3'],
    ],
    [['--tag', 'запись'], ['1.3']],
    [['--tag', '#метрики'], ['2.2']],
    [['--search', 'ПАРТИЦИЯ'], ['1.2']],
    [['--since', '2026-11-18'], ['1.2']],
    [['--since', '-2d'], ['1.2']],
    [['--until', '2026-11-01'], ['1.1']],
    [['--since', '2026-11-02', '--until', 'yesterday'], ['1.2']],
    [
      ['--level', 'middle', '--status', 'todo'],
      ['2.1', '2.1.1', '2.1.2'],
    ],
    [['1'], ['1.1', '1.2', '1.3']],
    [['2.1'], ['2.1', '2.1.1', '2.1.2']],
    [
      ['2.*', '--status', 'todo'],
      ['2.1', '2.1.1', '2.1.2'],
    ],
    [['1.2-2.1'], ['1.2', '1.3', '2.1', '2.1.1', '2.1.2']],
    [
      ['lag', 'Панель'],
      ['2.2', '3.1'],
    ],
  ])('list %j', (args, addresses) => {
    const { status, out } = homeWithNotes().run(['list', ...args, '--plain', '-r', 'kafka.md']);
    expect(status).toBe(0);
    expect(out.split('\n').map((line) => line.split('\t')[0])).toEqual([...addresses, '']);
  });

  it('list --exit-status says no by exit 1 and prints no topic', () => {
    const home = homeWithNotes();
    const none = ['list', '--search', 'нет такого', '--plain', '-r', 'kafka.md'];
    expect(home.run(none)).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.run([...none, '--exit-status'])).toMatchObject({ status: 1, out: '', err: '' });
    expect(home.run(['list', '--status', 'todo', '--exit-status', '-r', 'kafka.md']).status).toBe(0);
  });

  it('status of one section counts that section alone', () => {
    const { total } = homeWithNotes().json<{ total: object }>(['status', '1', '-r', 'kafka.md']);
    expect(total).toEqual(tally(3, 2, 0, 0, 2, 66));
  });

  it('next -n gives as many as asked, next without it fewer than all', () => {
    const home = homeWithNotes();
    const count = (args: string[]) =>
      home.run(['next', '--plain', ...args, '-r', 'postgres.md']).out.split('\n').length - 1;
    expect([count(['-n', '1']), count(['-n', '5']), count([])]).toEqual([1, 5, 3]);
  });
});

describe('planned days and priorities', () => {
  /** Seen on 2026-11-20, a Friday. */
  const exam = [
    '# Exam',
    '## 1. Rules',
    '- [x] Names ⏫ 📅 2026-11-10 ✅ 2026-11-09',
    '- [ ] Words',
    '- [ ] Forms 📅 2026-11-19',
    '- [-] Lists 📅 2026-11-18',
    '## 2. Speaking',
    '- [/] Sounds [due:: 2026-11-24]',
    '- [ ] Tones (priority:: highest) ➕ 2026-01-01',
    '- [ ] Songs 🛫 2027-01-01 ⏳ 2027-02-01',
    '- [ ] Plays 📅 2026-12-24',
    '',
  ].join('\n');
  const homeWithExam = (): Home => {
    const home = newHome();
    home.write('exam.md', exam);
    return home;
  };
  const addresses = (home: Home, ...words: string[]): string[] =>
    home
      .run([...words, '--plain', '-r', 'exam.md'])
      .out.split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t')[0] as string);

  it.each<[string, string[]]>([
    ['overdue', ['1.3']],
    ['просрочено', ['1.3']],
    ['today', ['1.1', '1.3', '1.4']],
    ['-7d', ['1.1']],
    ['tuesday', ['1.1', '1.3', '1.4', '2.1']],
    ['2026-12-24', ['1.1', '1.3', '1.4', '2.1', '2.4']],
    ['week', ['1.3', '1.4']],
    ['today..', ['2.1', '2.4']],
    ['2026-11-19..2026-11-24', ['1.3', '2.1']],
    ['..2000-01-01', []],
  ])('list --due %s', (days, expected) => {
    expect(addresses(homeWithExam(), 'list', '--due', days)).toEqual(expected);
  });

  it('narrows next and status as well, beside other filters', () => {
    const home = homeWithExam();
    expect(addresses(home, 'next', '--due', '2026-12-24', '-n', '9')).toEqual(['1.3', '2.1', '2.4']);
    expect(addresses(home, 'list', '--due', 'week', '--status', 'todo')).toEqual(['1.3']);
    const { total } = home.json<{ total: object }>(['status', '--due', 'today', '-r', 'exam.md']);
    expect(total).toMatchObject({ total: 2, done: 1 });
  });

  it.each(['soon', '', '2026-02-30', 'tomorrow..today', '7d'])('%j is no such days', (word) => {
    const answer = homeWithExam().run(['list', '--due', word, '-r', 'exam.md']);
    expectRefusal(answer, 2, /names no days by which a topic could be due/);
  });

  it('is what next goes by, and what it says', () => {
    const home = homeWithExam();
    const { topics } = home.json<{ topics: Record<string, unknown>[] }>(['next', '-n', '9', '-r', 'exam.md']);
    expect(topics.map(({ address, reason }) => [address, (reason as { urgency: unknown }).urgency])).toEqual([
      ['1.3', 'overdue'],
      ['2.2', 'highest'],
      ['2.1', 'soon'],
      ['1.2', null],
      ['2.4', null],
      ['2.3', 'later'],
    ]);
    expect(topics[1]).toMatchObject({ due: null, created: '2026-01-01', priority: 'highest' });
    expect(topics[5]).toMatchObject({ start: '2027-01-01', scheduled: '2027-02-01', due: null, priority: null });
    const { out } = home.run(['next', '-n', '9', '-r', 'exam.md']);
    expect(out).toContain('overdue by 1 day\n');
    expect(out).toContain('highest priority\n');
    expect(out).toContain('due on Tuesday · in progress\n');
    expect(out).toContain('starts 2027-01-01\n');
    expect(home.run(['status', '-r', 'exam.md']).out).toMatch(/next +1\.3 {2}Forms/);
    expect(home.run(['prompt', '--format', '{next}', '-r', 'exam.md']).out).toBe('1.3 Forms\n');
    expect(home.run(['done', '1.3', '-r', 'exam.md']).out).toMatch(/next +2\.2 {2}Tones/);
  });

  it('is kept by done and undo, by a progress file and by export', () => {
    const home = homeWithExam();
    home.run(['done', '1.2', '1.3', '-q', '-r', 'exam.md']);
    home.run(['start', '2.2', '-q', '-r', 'exam.md']);
    home.run(['skip', '2.3', '-q', '-r', 'exam.md']);
    home.run(['reopen', '2', '-q', '--force', '-r', 'exam.md']);
    home.run(['reopen', '1.2', '1.3', '-q', '--force', '-r', 'exam.md']);
    expect(home.read('exam.md')).toBe(exam.replace('[/] Sounds', '[ ] Sounds'));
    home.write('exam.yaml', 'topics:\n  - {title: Words}\n  - {title: Forms, due: 2026-11-19, priority: low}\n');
    home.run(['start', 'Forms', '-q', '-r', 'exam.yaml']);
    expect(home.json(['list', '2', '-r', 'exam.yaml'])).toMatchObject({
      topics: [{ status: 'doing', due: '2026-11-19', priority: 'low' }],
    });
    expect(home.run(['export', '-r', 'exam.yaml']).out).toContain('- [/] Forms 🔽 📅 2026-11-19\n');
    expect(home.run(['export', '-r', 'exam.md']).out).toContain('- [ ] Songs 🛫 2027-01-01 ⏳ 2027-02-01\n');
  });
});

describe('a part', () => {
  const level = (home: Home, ...words: string[]): unknown =>
    home
      .json<{ levels: { id: string; reached: boolean | null }[] }>(['status', ...words, '-r', 'kafka.md'])
      .levels.map(({ id, reached }) => [id, reached]);

  it.each([
    [['1']],
    [['1.1-1.3']],
    [['--level', 'junior']],
    [['--status', 'done']],
    [['--since', '2026-11-01']],
    [['--search', 'а']],
  ])('%j reaches no level, and nothing is congratulated', (words) => {
    const home = homeWithNotes();
    home.run(['done', '1.3', '-q', '-r', 'kafka.md']);
    expect(level(home)).toEqual([
      ['junior', true],
      ['middle', false],
      ['senior', false],
    ]);
    for (const [, reached] of level(home, ...words) as [string, unknown][]) expect(reached).toBeNull();
    for (const language of ['en', 'ru']) {
      const { out } = home.run(['status', ...words, '--lang', language, '-r', 'kafka.md']);
      expect(out).toContain(language === 'en' ? 'a part of Kafka' : 'часть плана «Kafka');
      expect(out).not.toMatch(/reached|достигнут|All \d|Пройдено всё/);
    }
  });

  it('that is complete is no reason to congratulate, nor where all is', () => {
    const home = homeWithNotes();
    home.run(['done', '*', '-q', '-r', 'kafka.md']);
    for (const command of ['status', 'next']) {
      expect(home.run([command, '-r', 'kafka.md']).out, command).toContain('All 8 topics are done.');
      const { out } = home.run([command, '1', '-r', 'kafka.md']);
      expect(out, command).not.toContain('All');
      expect(out, command).toContain('nothing is open\n');
    }
  });

  it.each([['status'], ['list'], ['next']])('that is empty is reported by %s in one sentence', (command) => {
    const home = homeWithNotes();
    const nothing = [command, 'шаги', '--tag', 'нет', '-r', 'kafka.md'];
    expect(home.run(nothing)).toMatchObject({
      ...{ status: 0, err: '' },
      out: ' no topic fits 1 Первые шаги, tag #нет\n fewer filters find more; `istio-roadmap list -r kafka.md` shows every topic\n',
    });
    expect(home.run([...nothing, '--lang', 'ru']).out).toContain('подходящих тем нет: 1 Первые шаги, тег #нет\n');
    expect(home.run([...nothing, '--exit-status']).status).toBe(1);
  });

  it('of projects alone is a part, too', () => {
    const home = homeWithNotes();
    home.write('garden.yaml', `${garden}projects: [{id: bed, title: A bed, level: middle}]\n`);
    expect(home.run(['status', 'P1', '--exit-status', '-r', 'garden.yaml'])).toMatchObject({ status: 0 });
    expect(home.run(['status', 'P1', '-r', 'garden.yaml']).out).toMatch(/^ P1 A bed\n a part of Vegetable garden\n/);
  });
});

describe('a word that fits several topics', () => {
  const both = ['2.2', '2.3'];

  it.each([['list'], ['show']])('%s shows them all', (command) => {
    const { status, out } = homeWithNotes().run([command, 'ст', '--plain', '-r', 'kafka.md']);
    expect({ status, addresses: out.match(/^[\d.]+/gm) }).toEqual({ status: 0, addresses: both });
    const { out: drawn } = homeWithNotes().run([command, 'ст', '-r', 'kafka.md']);
    for (const title of ['Отставание', 'Старый клиент']) expect(drawn).toContain(title);
  });

  it('show draws each as it draws one, and gives scripts one document', () => {
    const home = homeWithNotes();
    const show = (word: string): string => home.run(['show', word, '-r', 'kafka.md']).out;
    expect(show('ст')).toBe(`${show('2.2')}\n${show('2.3')}`);
    const document = home.json<{ kind: string; topics: object[] }>(['show', 'ст', '-r', 'kafka.md']);
    expect(document.kind).toBe('topics');
    const {
      schemaVersion: _,
      kind: __,
      ...one
    } = home.json<Record<string, unknown>>(['show', '2.2', '-r', 'kafka.md']);
    expect(document.topics[0]).toEqual(one);
    expect(document.topics).toHaveLength(2);
  });

  it('a range shows each of its topics', () => {
    const home = homeWithNotes();
    const { topics } = home.json<{ topics: { address: string }[] }>(['show', '1.1-1.3', '-r', 'kafka.md']);
    expect(topics.map(({ address }) => address)).toEqual(['1.1', '1.2', '1.3']);
  });

  it('status, next and log look at them all', () => {
    const home = homeWithNotes();
    expect(home.json(['status', 'ст', '-r', 'kafka.md'])).toMatchObject({ total: { total: 1, doing: 1, skipped: 1 } });
    expect(home.json(['next', 'ст', '-r', 'kafka.md'])).toMatchObject({ topics: [{ address: '2.2' }] });
    home.run(['done', '2.2', '2.3', '-r', 'kafka.md']);
    expect(home.json(['log', 'ст', '-r', 'kafka.md'])).toMatchObject({ total: 2 });
  });

  it('a command that writes needs one', () => {
    const home = homeWithNotes();
    for (const command of ['done', 'start', 'skip', 'reopen'])
      expect(home.run([command, 'ст', '-r', 'kafka.md']).status, command).toBe(3);
    expect(home.read('kafka.md')).toBe(kafka);
  });
});

describe('people', () => {
  it('status shows the counts of roadmap, sections and levels, and what to type next', () => {
    const { out, err } = homeWithNotes().run(['status', '-r', 'kafka.md']);
    expect(err).toBe('');
    for (const part of ['Kafka для дежурных', '2/8', '25%', 'Первые шаги', '66%', 'Middle'])
      expect(out, part).toContain(part);
    expect(out).toContain('istio-roadmap done 2.2 -r kafka.md');
  });

  it('list shows every topic with its address and the days', () => {
    const { out } = homeWithNotes().run(['list', '-r', 'kafka.md']);
    for (const part of ['1.1', 'Брокер и контроллер', '2026-11-01', '2.1.2', 'Смещения']) expect(out).toContain(part);
  });

  it('show names state, section and place of a topic', () => {
    const home = homeWithNotes();
    const { out } = home.run(['show', '2.2', '-r', 'kafka.md']);
    for (const part of ['2.2', 'Отставание', 'Чтение', `${home.path('kafka.md')}:14`]) expect(out).toContain(part);
  });

  it('the command that status proposes works as it stands', () => {
    const home = homeWithNotes();
    const command = /istio-roadmap done .*/.exec(home.run(['status', '-r', 'kafka.md']).out)?.[0] as string;
    expect(home.shell(command)).toMatchObject({ status: 0, err: '' });
    expect(home.read('kafka.md')).toContain('- [x] 2.2 Отставание #middle #метрики/lag 🆔 lag ✅ 2026-11-20\n');
  });

  it('show lists the newest of what became of a topic', () => {
    const home = homeWithNotes();
    for (const word of ['start', 'done', 'reopen', 'skip', 'reopen', 'done']) home.run([word, '1.3', '-r', 'kafka.md']);
    const { out } = home.run(['show', '1.3', '-r', 'kafka.md']);
    const newest = ['✓ done', '○ reopened', '– skipped', '○ reopened', '✓ done', 'and 1 more'];
    const lines = out.slice(out.indexOf('history')).split('\n');
    expect(lines.slice(0, 6).map((line) => line.replace(/^(?:history)? +(?:2026-11-20 )?/, ''))).toEqual(newest);
  });

  it('show passes over lines of the journal that are damaged, and over a journal that cannot be read', () => {
    const home = homeWithNotes();
    home.run(['start', '1.3', '-r', 'kafka.md']);
    const journal = `${home.state}/journal.jsonl`;
    writeFileSync(journal, `{"v":1,\n[]\nnull\n${readFileSync(journal, 'utf8')}{"v":1,"kind":"chan`);
    const show = (): string => {
      const { status, out, err } = home.run(['show', '1.3', '-r', 'kafka.md']);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      return out;
    };
    expect(show()).toContain('2026-11-20 ◐ begun\n');
    expect(home.run(['next', '-r', 'kafka.md']).out).toContain('in progress since 2026-11-20\n');
    rmSync(journal);
    mkdirSync(journal);
    expect(home.run(['log', '-r', 'kafka.md']).status).toBe(5);
    expect(show()).not.toContain('history');
    expect(home.run(['next', '-r', 'kafka.md'])).toMatchObject({ status: 0, err: '' });
  });

  it('next says why, and status names the same first topic', () => {
    const home = homeWithNotes();
    const first = (): [string, string] => {
      const { out } = home.run(['next', '-n', '1', '-r', 'garden.yaml']);
      const [title, why] = out.split('\n') as [string, string];
      expect(home.run(['status', '-r', 'garden.yaml']).out).toContain(`next   ${title.trim()}\n`);
      return [title.trim(), why.trim()];
    };
    expect(first()).toEqual(['1.1  Compost heap', 'first open topic of Junior, the level you are at']);
    home.run(['done', 'compost', '-r', 'garden.yaml']);
    expect(first()).toEqual(['1.2  Acidity', 'unlocked by 1.1 Compost heap']);
    home.run(['done', 'acidity', '-r', 'garden.yaml']);
    expect(first()).toEqual(['2.1  Crop rotation', 'first open topic of Middle, the level you are at']);
    home.run(['start', 'mulch', '-r', 'garden.yaml']);
    expect(first()).toEqual(['2.2  Mulch', 'in progress since 2026-11-20']);
  });

  it('next says what one can do afterwards, and names show where that has links', () => {
    const { out } = newHome().run(['next', '-n', '1']);
    expect(out).toMatch(
      /^ 1\.1 {2}\S[^\n]*\n {6}first open topic of Junior[^\n]*\n[^\n]* h\n {6}can \S[\s\S]*\n\n istio-roadmap show 1\.1\n istio-roadmap done 1\.1\n$/,
    );
    const home = homeWithNotes();
    expect(home.run(['next', '-n', '1', '-r', 'garden.yaml']).out).not.toContain('istio-roadmap show');
  });

  it('status of a part waits for what is needed outside of it, as next does', () => {
    const home = homeWithNotes();
    const parts = '{title: A, topics: [{id: a, title: a}]}, {title: B, topics: [{title: b, needs: [a]}, {title: c}]}';
    home.write('two.yaml', `sections: [${parts}]\n`);
    for (const command of ['status', 'next']) {
      const found = home.json<Record<string, { address: string }[]>>([command, '2', '-r', 'two.yaml']);
      expect((found.next ?? found.topics)?.map(({ address }) => address)).toEqual(['2.2', '2.1']);
    }
  });

  it('a project is next where all topics of its level are done, and after all topics are', () => {
    const home = homeWithNotes();
    home.write('garden.yaml', `${garden}projects: [{id: bed, title: A bed, level: middle}]\n`);
    home.run(['done', '*', '-r', 'garden.yaml', '-q']);
    const { topics } = home.json<{ topics: object[] }>(['next', '-r', 'garden.yaml']);
    expect(topics).toMatchObject([{ address: 'P1', project: true, reason: { code: 'level', topics: [] } }]);
    expect(home.json(['status', '-r', 'garden.yaml'])).toMatchObject({ next: [{ address: 'P1', id: 'bed' }] });
    for (const command of ['status', 'next']) {
      const { out } = home.run([command, '-r', 'garden.yaml']);
      expect(out, command).toContain('All 4 topics are done.');
      expect(out, command).toContain('istio-roadmap done P1 -r garden.yaml');
    }
    home.run(['done', 'P1', '-r', 'garden.yaml']);
    expect(home.run(['next', '-r', 'garden.yaml']).out).not.toContain('P1');
  });

  it('next says that nothing fits where something is open elsewhere, and that nothing is open where that is so', () => {
    const home = homeWithNotes();
    home.write('garden.yaml', `${garden}projects: [{id: bed, title: A bed, level: middle}]\n`);
    const says = (...words: readonly string[]): string => home.run(['next', ...words, '-r', 'garden.yaml']).out;
    expect(says('--tag', 'nothing')).toContain('no topic fits tag #nothing\n');
    expect(says('P1')).toContain('no topic fits P1 A bed\n');
    home.run(['skip', '*', 'P1', '-r', 'garden.yaml']);
    expect(says()).toBe(' nothing is open\n');
    expect(says('1')).toBe(' 1 Soil: nothing is open\n');
  });

  it.each([
    [['done', '--only', '1', '-r', 'garden.yaml'], 'done 1 -r garden.yaml'],
    [['undo', 'dry soil', '-r', 'garden.yaml'], "reopen 'dry soil' -r garden.yaml"],
  ])('%j: the command in the hint is about the same roadmap', (words, command) => {
    const { status, err } = homeWithNotes().run(words);
    expect(status).toBe(2);
    expect(err).toContain(`\`istio-roadmap ${command}\``);
  });

  it('readiness is a sentence in both languages', () => {
    const home = homeWithNotes();
    home.write('exam.yaml', 'sections: [{title: A, weight: 62, topics: [a]}, {title: B, weight: 38, topics: [b]}]\n');
    home.run(['done', '1', '-r', 'exam.yaml']);
    expect(home.run(['status', '-r', 'exam.yaml']).out).toContain(' ready for 62 % of the exam\n');
    expect(home.run(['status', '-r', 'exam.yaml', '--lang', 'ru']).out).toContain(' готовность к экзамену: 62 %\n');
    expect(home.run(['show', '1', '-r', 'exam.yaml']).out).toContain('weight 62%, 62 points of it ready\n');
  });

  it('looking writes nothing', () => {
    const home = homeWithNotes();
    const before = home.snapshot();
    for (const file of ['kafka.md', 'postgres.md', 'garden.yaml', 'istio'])
      for (const args of [['status'], ['list'], ['show', '1'], ['next']]) home.run([...args, '-r', file]);
    expect(home.snapshot()).toEqual(before);
  });
});

describe('which roadmap', () => {
  it('is the bundled one by default', () => {
    expect(newHome().json(['status'])).toMatchObject({ roadmap: { id: 'istio', path: null, format: 'yaml' } });
  });

  it('the program alone shows status', () => {
    const home = homeWithNotes();
    const env = { ISTIO_ROADMAP: 'kafka.md' };
    expect(home.run([], { env })).toEqual(home.run(['status'], { env }));
    expect(home.run(['-r', 'kafka.md']).out).toBe(home.run(['status', '-r', 'kafka.md']).out);
    expect(home.run(['--json', '-r', 'kafka.md']).out).toBe(home.run(['status', '--json', '-r', 'kafka.md']).out);
  });

  it('ISTIO_ROADMAP names a bundled roadmap or a file, and -r outranks it', () => {
    const home = homeWithNotes();
    const title = (args: string[], name: string) =>
      home.json<{ roadmap: { title: string } }>(['status', ...args], { env: { ISTIO_ROADMAP: name } }).roadmap.title;
    expect(title([], 'istio')).toMatch(/^Istio/);
    expect(title([], 'garden.yaml')).toBe('Vegetable garden');
    expect(title([], home.path('kafka.md'))).toBe('Kafka для дежурных');
    expect(title(['-r', 'kafka.md'], 'garden.yaml')).toBe('Kafka для дежурных');
    expect(title([], '')).toMatch(/^Istio/);
  });

  it('options may come before the command and behind it', () => {
    const home = homeWithNotes();
    const behind = home.run(['list', '--plain', '-r', 'kafka.md']).out;
    expect(home.run(['-r', 'kafka.md', '--plain', 'list']).out).toBe(behind);
    expect(home.run(['--roadmap=kafka.md', 'list', '--plain']).out).toBe(behind);
  });
});

describe('the short way to status', () => {
  it.each([
    [[]],
    [['status']],
    [['-r', 'kafka.md']],
    [['status', '--roadmap', 'garden.yaml', '--lang', 'ru']],
    [['--lang', 'ru', '--lang', 'en', '-r', 'istio', '-r', 'garden.yaml']],
    [['status', '--color', 'always', '-r', 'postgres.md']],
    [['--json', '-r', 'kafka.md']],
    [['--plain', 'status', '-r', 'kafka.md']],
    [['--ascii', '-r', 'kafka.md']],
    [['-r', 'gone.md']],
    [['-r', 'nothing']],
    [['-r', '']],
  ])('%j says what the whole grammar says', (args) => {
    const home = homeWithNotes();
    // An option that changes nothing and that the short way does not know.
    expect(home.run(args)).toEqual(home.run([...args, '--no-input']));
  });
});

describe('--explain', () => {
  const homeWithTea = (): Home => {
    const home = newHome();
    home.write('tea.md', '# Tea\n\n## 1. Kinds\n- [ ] Green\n  - from the hills\n');
    return home;
  };

  it.each(['status', 'list'])('%s says for each line what it is and by which rule', (command) => {
    expect(homeWithTea().run([command, '--explain', '-r', 'tea.md']).out).toBe(
      [
        " 1  title    S5       the roadmap's title    # Tea",
        ' 3  section  S1  1    a heading              ## 1. Kinds',
        ' 4  topic    T1  1.1  a task line            - [ ] Green',
        ' 5  note     T2       a bullet, not a topic  - from the hills',
        '',
      ].join('\n'),
    );
  });

  it('in plain form and as JSON', () => {
    const home = homeWithTea();
    expect(home.run(['status', '--explain', '--plain', '-r', 'tea.md']).out).toBe(
      '1\ttitle\tS5\t-\ttitle\n3\tsection\tS1\t1\tsection-heading\n4\ttopic\tT1\t1.1\ttopic-tasks\n5\tnote\tT2\t-\tnote-item\n',
    );
    const { kind, lines } = home.json<{ kind: string; lines: object[] }>(['status', '--explain', '-r', 'tea.md']);
    expect(kind).toBe('explanation');
    expect(lines[2]).toEqual({ line: 4, what: 'topic', rule: 'T1', because: 'topic-tasks', address: '1.1' });
  });

  it('is for Markdown notes', () => {
    const answer = newHome().run(['status', '--explain']);
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.err).toMatch(/`--explain` is for Markdown notes/);
  });
});

it('the long texts of a bundled roadmap are searched, though a status is read without them', () => {
  const home = newHome();
  const { outcome } = JSON.parse(home.run(['show', '1.1', '--json']).out) as { outcome: string };
  expect(outcome.length).toBeGreaterThan(20);
  const found = home.run(['list', '--search', outcome.slice(0, 40), '--plain']);
  expect(found.out).toMatch(/^1\.1\t/m);
});
