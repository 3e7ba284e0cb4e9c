// Change: done, start, skip and reopen: which bytes of a note they touch, and what they refuse.
// Titles are those of `notes.ts`, which translates them, or any: "Теплица" with "Огурцы", "Томаты" (greenhouse, cucumbers,
// tomatoes), "Гитара" with "Посадка", "Аккорды", "Ритм" (guitar, posture, chords, rhythm). "вчера" is no day for `--on`.
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Answer, atTerminal, expectRefusal, type Home, newHome, wide } from '../support/program.ts';
import { kafka, postgres } from './notes.ts';

interface ChangeDocument {
  readonly file: string;
  readonly changed: { address: string; from: string; to: string; completedOn: string | null }[];
  readonly unchanged: { address: string }[];
  readonly total: { total: number; done: number; skipped: number };
}

function homeWithNote(text = kafka): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

const inNote = ['-r', 'note.md'];
const changedBy = (home: Home, ...args: string[]) => home.json<ChangeDocument>([...args, ...inNote]);
const addresses = (list: readonly { address: string }[]) => list.map(({ address }) => address);

/** The note after a command, against the note with those lines replaced. */
function expectLines(home: Home, changes: Readonly<Record<string, string>>): void {
  let expected = kafka;
  for (const [before, after] of Object.entries(changes)) {
    expect(kafka, before).toContain(`${before}\n`);
    expected = expected.replace(`${before}\n`, `${after}\n`);
  }
  expect(home.read('note.md')).toBe(expected);
}

const key = '- [ ] 1.3 Ключ сообщения #junior #запись 🆔 key ⛔ topic';
const group = '- [ ] 2.1 Группа потребителей #middle 🆔 group';
const rebalance = '  - [ ] Перебалансировка #middle 🆔 rebalance';
const offsets = '  - [ ] Смещения #middle 🆔 offsets';
const lag = '- [/] 2.2 Отставание #middle #метрики/lag 🆔 lag';
const legacy = '- [-] 2.3 Старый клиент #middle 🆔 legacy ❌ 2026-11-05';
const alerts = '- [ ] 3.1 Панель и тревоги #senior 🆔 alerts';
const broker = '- [x] 1.1 Брокер и контроллер #junior 🆔 broker ✅ 2026-11-01';
const ticked = (line: string, day = '2026-11-20') => `${line.replace(/\[.\]/, '[x]')} ✅ ${day}`;

describe('one topic', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['done by address', ['done', '1.3'], { [key]: ticked(key) }],
    ['done by id', ['done', 'key'], { [key]: ticked(key) }],
    ['done by part of a title', ['done', 'ключ'], { [key]: ticked(key) }],
    ['done of what is in progress', ['done', '2.2'], { [lag]: ticked(lag) }],
    [
      'done of what was skipped',
      ['done', '2.3'],
      { [legacy]: legacy.replace('[-]', '[x]').replace('❌ 2026-11-05', '✅ 2026-11-20') },
    ],
    ['start', ['start', '1.3'], { [key]: key.replace('[ ]', '[/]') }],
    ['skip', ['skip', '1.3'], { [key]: `${key.replace('[ ]', '[-]')} ❌ 2026-11-20` }],
    ['reopen', ['reopen', '1.1'], { [broker]: '- [ ] 1.1 Брокер и контроллер #junior 🆔 broker' }],
    ['reopen of what was skipped', ['reopen', '2.3'], { [legacy]: '- [ ] 2.3 Старый клиент #middle 🆔 legacy' }],
  ])('%s', (_, args, lines) => {
    const home = homeWithNote();
    expect(home.run([...args, ...inNote])).toMatchObject({ status: 0, err: '' });
    expectLines(home, lines);
  });

  it('done says the title, the new count of the section and what is next', () => {
    const { out } = homeWithNote().run(['done', '1.3', ...inNote]);
    for (const part of ['1.3', 'Ключ сообщения', '3/3', '3/8', '2.2', 'Отставание']) expect(out, part).toContain(part);
  });

  it('--json has the keys of the contract in their order, and the counts of the note as it is now', () => {
    const home = homeWithNote();
    const { out } = home.run(['done', '1.3', '1.1', '--json', ...inNote]);
    const expected = {
      ...{ schemaVersion: 1, kind: 'change', file: home.path('note.md') },
      changed: [
        { address: '1.3', id: 'key', title: 'Ключ сообщения', from: 'todo', to: 'done', completedOn: '2026-11-20' },
      ],
      unchanged: [
        { address: '1.1', id: 'broker', title: 'Брокер и контроллер', status: 'done', completedOn: '2026-11-01' },
      ],
      total: { total: 8, done: 3, doing: 1, todo: 4, skipped: 1, dated: 3, percent: 37 },
    };
    expect(out).toBe(`${JSON.stringify(expected)}\n`);
  });

  it('--quiet says nothing and does the same', () => {
    const home = homeWithNote();
    expect(home.run(['done', '1.3', '-q', ...inNote])).toMatchObject({ status: 0, out: '', err: '' });
    expectLines(home, { [key]: ticked(key) });
  });

  it('the first write to a file says where the tick went, later ones do not', () => {
    const home = homeWithNote();
    const first = home.run(['done', '1.3', ...inNote], { env: wide }).out;
    expect(first).toContain(home.path('note.md'));
    expect(first).toContain('istio-roadmap undo -r note.md');
    for (const args of [['done', '3.1'], ['undo'], ['start', '3.1']]) {
      const { out } = home.run([...args, ...inNote], { env: wide });
      expect(out).not.toContain(home.path('note.md'));
      expect(out).not.toContain('istio-roadmap undo');
    }
  });
});

describe('many topics', () => {
  const section = { [group]: ticked(group), [rebalance]: ticked(rebalance), [offsets]: ticked(offsets) };

  it.each<[string, string[], Record<string, string>]>([
    ['a section, without what is skipped', ['2'], { ...section, [lag]: ticked(lag) }],
    ['4.* as the children of a section', ['2.*'], { ...section, [lag]: ticked(lag) }],
    ['a parent topic', ['2.1'], section],
    ['the children of a parent topic', ['2.1.*'], { [rebalance]: ticked(rebalance), [offsets]: ticked(offsets) }],
    ['a parent topic alone', ['2.1', '--only'], { [group]: ticked(group) }],
    ['a range', ['1.3-2.1'], { [key]: ticked(key), ...section }],
    ['a range with two dots', ['2.1.1..2.1.2'], { [rebalance]: ticked(rebalance), [offsets]: ticked(offsets) }],
    [
      'an address, an id and a title',
      ['1.3', 'alerts', 'смещ'],
      { [key]: ticked(key), [alerts]: ticked(alerts), [offsets]: ticked(offsets) },
    ],
    ['the same topic three times', ['1.3', 'key', 'Ключ'], { [key]: ticked(key) }],
  ])('done ticks %s', (_, words, lines) => {
    const home = homeWithNote();
    expect(home.run(['done', ...words, ...inNote])).toMatchObject({ status: 0, err: '' });
    expectLines(home, lines);
  });

  it('a group names its head and how many are below', () => {
    const home = homeWithNote();
    expect(home.run(['done', '2.1', ...inNote]).out).toContain('2.1  Группа потребителей and 2 below');
    expect(home.run(['done', '2', ...inNote]).out).toContain('2  Чтение and 1 below');
  });

  it('--only is for topics, not for sections', () => {
    expectRefusal(homeWithNote().run(['done', '2', '--only', ...inNote], { env: wide }), 2, /--only/);
  });

  it.each<[string, string[], number, RegExp]>([
    ['an address that is not there', ['1.3', '9.9'], 3, /no topic matches "9\.9"/],
    ['a title that is not there', ['1.3', 'Зукипер'], 3, /no topic matches "Зукипер"/],
    ['a title that fits several', ['1.3', 'ре'], 3, /"ре" fits 3 topics/],
    ['a range that runs backwards', ['1.3', '3.1-2.1'], 3, /no topic matches "3\.1-2\.1"/],
    ['an empty word', ['1.3', ''], 3, /no topic matches ""/],
  ])('all or nothing: %s leaves every byte', (_, words, status, sentence) => {
    const home = homeWithNote();
    const before = home.snapshot();
    expectRefusal(home.run(['done', ...words, ...inNote], { env: wide }), status, sentence);
    expect(home.snapshot()).toEqual(before);
  });

  it('an ambiguous title names the candidates, an unknown address the nearest', () => {
    const home = homeWithNote();
    const several = home.run(['done', 'е', ...inNote], { env: wide }).err;
    for (const part of ['1.1 Брокер и контроллер', '2.1.1 Перебалансировка']) expect(several).toContain(part);
    expect(home.run(['done', '2.7', ...inNote], { env: wide }).err).toContain('2.3 Старый клиент');
  });
});

describe('standard input', () => {
  it('gives selectors one a line, in any line end', () => {
    const home = homeWithNote();
    expect(home.run(['done', '-', ...inNote], { input: '1.3\r\n\n  offsets \nПанель и тревоги' })).toMatchObject({
      status: 0,
    });
    expectLines(home, { [key]: ticked(key), [offsets]: ticked(offsets), [alerts]: ticked(alerts) });
  });

  it('is read beside words of the command line', () => {
    const home = homeWithNote();
    home.run(['done', '1.3', '-', ...inNote], { input: '3.1\n' });
    expectLines(home, { [key]: ticked(key), [alerts]: ticked(alerts) });
  });

  it.each([[''], ['\n'], [' \n\r\n\t\n']])('%j changes nothing and exits 0', (input) => {
    const home = homeWithNote();
    const before = home.snapshot();
    expect(home.run(['done', '-', ...inNote], { input })).toMatchObject({ status: 0, err: '' });
    expect(home.snapshot()).toEqual(before);
  });

  it('empty input still is one json document', () => {
    const { changed, unchanged } = changedBy(homeWithNote(), 'done', '-');
    expect({ changed, unchanged }).toEqual({ changed: [], unchanged: [] });
  });

  it('is waited for in a pipe that another program left non-blocking', ({ skip }) => {
    const home = homeWithNote();
    if (home.shell('python3 -c 1').status !== 0)
      return skip('python3 is needed to make such a pipe, and it is not here');
    const writer = 'until [ -e ready ]; do sleep 0.05; done; sleep 0.5; echo 1.3';
    const reader =
      'python3 -c "import os; os.set_blocking(0, False)" && touch ready && istio-roadmap done - -r note.md';
    expect(home.shell(`{ ${writer}; } | { ${reader}; }`)).toMatchObject({ status: 0, err: '' });
    expectLines(home, { [key]: ticked(key) });
  });

  it('that cannot be read is reported in a sentence', () => {
    const answer = homeWithNote().shell('istio-roadmap done - -r note.md < .', { env: wide });
    expectRefusal(answer, 5, /\/dev\/stdin cannot be read: it is a folder/);
  });

  it('the recipe with list --plain, a filter and cut works', () => {
    const home = homeWithNote();
    const recipe = 'istio-roadmap list --status todo --plain | grep -e Ключ -e Панель | cut -f1 | istio-roadmap done -';
    expect(home.shell(recipe, { env: { ISTIO_ROADMAP: 'note.md' } })).toMatchObject({ status: 0, err: '' });
    expectLines(home, { [key]: ticked(key), [alerts]: ticked(alerts) });
  });

  it('the recipe with nothing chosen changes nothing', () => {
    const home = homeWithNote();
    const recipe = 'istio-roadmap list --status todo --plain | grep нет-такого | cut -f1 | istio-roadmap done -';
    expect(home.shell(recipe, { env: { ISTIO_ROADMAP: 'note.md' } })).toMatchObject({ status: 0, err: '' });
    expectLines(home, {});
  });
});

describe('the day', () => {
  it.each([
    ['2026-11-19', '2026-11-19'],
    ['today', '2026-11-20'],
    ['yesterday', '2026-11-19'],
    ['-3d', '2026-11-17'],
    ['-2w', '2026-11-06'],
    ['monday', '2026-11-16'],
    ['friday', '2026-11-20'],
    ['вчера', '2026-11-19'],
  ])('--on %s writes %s', (word, day) => {
    const home = homeWithNote();
    expect(home.run(['done', '1.3', '--on', word, ...inNote])).toMatchObject({ status: 0, err: '' });
    expectLines(home, { [key]: ticked(key, day) });
  });

  it.each([
    ['2026-11-31', /"2026-11-31" is not a day/],
    ['2025-02-29', /"2025-02-29" is not a day/],
    ['19.11.2026', /"19\.11\.2026" is not a day/],
    ['someday', /"someday" is not a day/],
    ['3d', /"3d" is not a day/],
    ['', /"" is not a day/],
    ['2026-11-21', /2026-11-21 is in the future; today is 2026-11-20/],
    ['tomorrow', /2026-11-21 is in the future/],
    ['+1d', /2026-11-21 is in the future/],
  ])('--on %s is refused and changes nothing', (word, sentence) => {
    const home = homeWithNote();
    const before = home.snapshot();
    expectRefusal(home.run(['done', '1.3', '--on', word, ...inNote], { env: wide }), 2, sentence);
    expect(home.snapshot()).toEqual(before);
  });

  it('what is done keeps its day, unless --on comes with --force', () => {
    const home = homeWithNote();
    home.run(['done', '1.1', '--on', '2026-11-10', ...inNote]);
    home.run(['done', '1.1', '--force', ...inNote]);
    expectLines(home, {});
    expect(home.run(['done', '1.1', '--on', '2026-11-10', '--force', ...inNote])).toMatchObject({ status: 0, err: '' });
    expectLines(home, { [broker]: broker.replace('2026-11-01', '2026-11-10') });
  });

  it('a fixed day that is none is reported as such', () => {
    const home = homeWithNote();
    expectRefusal(
      home.run(['status', ...inNote], { env: { ...wide, ISTIO_ROADMAP_TODAY: '2026-02-30' } }),
      2,
      /2026-02-30/,
    );
  });
});

describe('nothing to change', () => {
  it.each([
    ['done', '1.1'],
    ['done', '1.1-1.2'],
    ['start', '2.2'],
    ['skip', '2.3'],
    ['reopen', '3.1'],
  ])('%s %s writes not one byte and exits 0', (verb, word) => {
    const home = homeWithNote();
    const before = home.snapshot();
    const { status, out, err } = home.run([verb, word, ...inNote]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('nothing to change');
    expect(home.snapshot()).toEqual(before);
  });

  it('a second done of a section changes nothing', () => {
    const home = homeWithNote();
    home.run(['done', '2', ...inNote]);
    const before = home.snapshot();
    const { changed, unchanged } = changedBy(home, 'done', '2');
    expect({ changed, unchanged: addresses(unchanged) }).toEqual({
      ...{ changed: [], unchanged: ['2.1', '2.1.1', '2.1.2', '2.2', '2.3'] },
    });
    expect(home.snapshot()).toEqual(before);
  });
});

describe('dates', () => {
  it('a day that is kept is reported, with the command that changes it', () => {
    const home = homeWithNote();
    const { status, out, err } = home.run(['done', '1.1', '--on', '-10d', ...inNote], { env: wide });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const command = 'istio-roadmap done 1.1 --on 2026-11-10 --force -r note.md';
    expect(out).toContain(`the day was not changed to 2026-11-10; to do so:\n ${command}\n`);
    expect(home.shell(command)).toMatchObject({ status: 0 });
    expectLines(home, { [broker]: broker.replace('2026-11-01', '2026-11-10') });
  });

  it('a day that is kept is reported of each of a group, and of what was skipped', () => {
    const home = homeWithNote();
    const group = home.run(['done', '1', '--on', '2026-11-18', ...inNote], { env: wide }).out;
    expect(group).toContain('2 topics left as before\n the day was not changed to 2026-11-18; to do so:\n');
    const skipped = home.run(['skip', '2.3', '--on', '2026-11-07', ...inNote], { env: wide }).out;
    expect(skipped).toContain('istio-roadmap skip 2.3 --on 2026-11-07 --force -r note.md\n');
    const ru = home.run(['done', '1.1', '--on', '2026-11-10', '--lang', 'ru', ...inNote], { env: wide }).out;
    expect(ru).toContain('дата не изменена на 2026-11-10; чтобы изменить:\n');
  });

  it('nothing is printed about a day that is the same, or that was not asked for', () => {
    const home = homeWithNote();
    for (const on of [['--on', '2026-11-01'], []])
      expect(home.run(['done', '1.1', ...on, ...inNote]).out).not.toContain('changed to');
  });

  it.each([
    ['skip', 'date taken away: 2026-11-01', 'дата стёрта: 2026-11-01'],
    ['start', 'date taken away: 2026-11-01', 'дата стёрта: 2026-11-01'],
    ['reopen', 'date taken away: 2026-11-01', 'дата стёрта: 2026-11-01'],
  ])('%s of a done topic says which date is gone', (verb, english, russian) => {
    expect(homeWithNote().run([verb, '1.1', ...inNote]).out).toContain(english);
    expect(homeWithNote().run([verb, '1.1', '--lang', 'ru', ...inNote]).out).toContain(russian);
  });

  it.each([['skip'], ['start'], ['reopen']])('%s of several done topics asks, and says which dates', (verb) => {
    const home = homeWithNote();
    const dates = '1.1 2026-11-01, 1.2 2026-11-18';
    expectRefusal(home.run([verb, '1.1', '1.2', ...inNote], { env: wide }), 2, new RegExp(`2 dates: ${dates}`));
    expectLines(home, {});
    const forced = home.run([verb, '1.1', '1.2', '--force', ...inNote], { env: wide });
    expect(forced).toMatchObject({ status: 0, err: '' });
    expect(forced.out).toContain(`dates taken away: ${dates}\n`);
  });

  it('done of a range says how many sections are complete', () => {
    const sections = Array.from({ length: 10 }, (_, index) => `## ${index + 1}. S\n\n- [ ] a\n- [ ] b\n`);
    const { out } = homeWithNote(`# N\n\n${sections.join('\n')}`).run(['done', '3-9', ...inNote]);
    expect(out).toContain('   and 4 more\n');
    expect(out).toContain('   all 7 sections are complete\n');
  });
});

describe('--dry-run', () => {
  it.each<[string, string, string[], string]>([
    ['a note', kafka, ['done', '2'], 'note.md'],
    ['CRLF', kafka.replaceAll('\n', '\r\n'), ['skip', '1.3'], 'note.md'],
    ['no final line end', kafka.trimEnd(), ['done', '3.1'], 'my notes.md'],
    ['first boxes of an outline', '# K\n\n## 1. A\n\n- [ ] a\n\n## 2. B\n\n- b\n- c\n', ['done', '2.1'], 'note.md'],
  ])('is a diff of %s that patch takes, and then the file is what the command makes of it', (_, text, args, name) => {
    const home = newHome();
    home.write(name, text);
    const diff = home.run([...args, '--dry-run', '-r', name]);
    expect(diff).toMatchObject({ status: 0, err: '' });
    home.write('d.patch', diff.out);
    expect(home.shell('patch -p0 < d.patch').status).toBe(0);
    const patched = home.bytes(name);
    home.write(name, text);
    home.run([...args, '-r', name]);
    expect(home.bytes(name)).toEqual(patched);
  });

  it('is a diff that patch takes for a progress file that is yet to be', () => {
    const home = homeWithNote(postgres);
    home.write('d.patch', home.run(['done', '4.1', '--progress', 'ticks of mine.md', '--dry-run', ...inNote]).out);
    expect(home.read('d.patch')).toMatch(/^--- \/dev\/null\n\+\+\+ \.\/ticks of mine\.md\t\n/);
    expect(home.shell('patch -p0 < d.patch').status).toBe(0);
    const patched = home.read('ticks of mine.md');
    home.shell('rm "ticks of mine.md"');
    home.run(['done', '4.1', '--progress', 'ticks of mine.md', ...inNote]);
    expect(home.read('ticks of mine.md')).toBe(patched);
  });

  it('leaves a pipe empty where nothing would change', () => {
    const { status, out, err } = homeWithNote().run(['done', '1.1', '--dry-run', ...inNote]);
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: 'nothing would change\n' });
  });

  it('shows people the lines with their numbers', () => {
    const screen = atTerminal(homeWithNote(), ['done', '1.3', '--dry-run', ...inNote], {
      env: { NO_COLOR: '1' },
    })?.screen;
    if (screen === undefined) return;
    expect(screen).toContain(' 7 - - [ ] 1.3');
    expect(screen).toContain(' dry run: nothing was written');
  });

  it.each<[string, string, string[], string[]]>([
    ['a note', kafka, ['done', '1.3'], [key, ticked(key)]],
    ['a section', kafka, ['done', '2'], [group, ticked(group), ticked(offsets)]],
    ['reopen of several dates', kafka, ['reopen', '1'], [broker]],
    ['an outline', postgres, ['done', '4.1'], ['- [x] 4.1 Дерево']],
  ])('shows the lines of %s and leaves the whole home as it is', (_, text, args, lines) => {
    const home = homeWithNote(text);
    const before = home.snapshot();
    const { status, out, err } = home.run([...args, '--dry-run', ...inNote], { env: wide });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const line of lines) expect(out).toContain(line);
    expect(home.snapshot()).toEqual(before);
  });

  it('refuses what would be refused', () => {
    const home = homeWithNote();
    expectRefusal(home.run(['done', '9.9', '--dry-run', ...inNote], { env: wide }), 3, /9\.9/);
    expectRefusal(home.run(['done', '1.3', '--on', 'tomorrow', '--dry-run', ...inNote], { env: wide }), 2, /future/);
  });
});

describe('dates that would be lost', () => {
  const expectUntouched = (home: Home, answer: Answer, before: object): void => {
    expectRefusal(answer, 2, /needs an answer/);
    expect(answer.err).toContain('--force');
    expect(home.snapshot()).toEqual(before);
  };

  it('reopen of several needs --force where nobody can be asked', () => {
    const home = homeWithNote();
    const before = home.snapshot();
    expectUntouched(home, home.run(['reopen', '1', ...inNote], { env: wide }), before);
    expectUntouched(home, home.run(['reopen', '1.1', '1.2', '--no-input', ...inNote], { env: wide }), before);
    expectUntouched(home, home.run(['reopen', '1', '--json', ...inNote], { env: wide }), before);
    expect(home.run(['reopen', '1', '--force', ...inNote])).toMatchObject({ status: 0, err: '' });
    expect(home.read('note.md')).not.toMatch(/✅/);
  });

  it('reopen of one date asks nobody', () => {
    const home = homeWithNote();
    expect(home.run(['reopen', '1.1', ...inNote])).toMatchObject({ status: 0, err: '' });
  });
});

describe('recurring lines', () => {
  const text = '# Полив\n\n## 1. Теплица\n\n- [ ] Рассада\n- [ ] Огурцы 🔁 every day 📅 2026-11-20\n- [ ] Томаты\n';

  it.each(['done', 'start', 'skip'])('%s of one is refused with its line', (verb) => {
    const home = homeWithNote(text);
    const before = home.snapshot();
    const answer = home.run([verb, '1.2', ...inNote], { env: wide });
    expectRefusal(answer, 2, /1\.2 Огурцы on line 6 is a recurring task/);
    expect(home.snapshot()).toEqual(before);
  });

  it('a group passes over it and says so on stderr', () => {
    const home = homeWithNote(text);
    const { status, err } = home.run(['done', '1', ...inNote], { env: wide });
    expect(status).toBe(0);
    expect(err).toMatch(/1\.2 Огурцы/);
    expect(home.read('note.md')).toBe(
      text
        .replace('- [ ] Рассада', '- [x] Рассада ✅ 2026-11-20')
        .replace('- [ ] Томаты', '- [x] Томаты ✅ 2026-11-20'),
    );
  });

  it('🏁 delete never deletes', () => {
    const home = homeWithNote('- [ ] Мята 🏁 delete\n- [ ] Лук\n');
    expect(home.run(['done', '1', ...inNote]).status).toBe(0);
    expect(home.read('note.md')).toBe('- [x] Мята 🏁 delete ✅ 2026-11-20\n- [ ] Лук\n');
  });
});

describe('sections without boxes (D6)', () => {
  const text = [
    '# Гитара',
    '',
    '## 1. Посадка',
    '',
    '- [ ] Спина',
    '',
    '## 2. Аккорды',
    '',
    '• Мажор',
    '• Минор',
    '',
    '## 3. Ритм',
    '',
    '1. Восьмые',
    '2. Триоли',
    '',
  ].join('\n');

  it('the first tick gives the whole section its boxes and the total stays', () => {
    const home = homeWithNote(text);
    const { changed, total } = changedBy(home, 'done', '2.2');
    expect(addresses(changed)).toEqual(['2.2']);
    expect(total).toMatchObject({ total: 5, done: 1 });
    expect(home.read('note.md')).toBe(
      text.replace('• Мажор', '- [ ] Мажор').replace('• Минор', '- [x] Минор ✅ 2026-11-20'),
    );
  });

  it('ordered bullets keep their numbers', () => {
    const home = homeWithNote(text);
    changedBy(home, 'done', '3');
    expect(home.read('note.md')).toBe(
      text.replace('1. Восьмые', '1. [x] Восьмые ✅ 2026-11-20').replace('2. Триоли', '2. [x] Триоли ✅ 2026-11-20'),
    );
  });

  it('reopen leaves the boxes, undo brings the bullets back', () => {
    const home = homeWithNote(text);
    changedBy(home, 'done', '2.2');
    changedBy(home, 'reopen', '2.2');
    expect(home.read('note.md')).toBe(text.replace('• Мажор', '- [ ] Мажор').replace('• Минор', '- [ ] Минор'));
    home.run(['undo', '-n', '2', ...inNote]);
    expect(home.read('note.md')).toBe(text);
  });
});

describe('what a group passes over', () => {
  it('a section with one topic is a section: a skipped topic stays skipped, a done one keeps its day', () => {
    const home = newHome();
    home.write('n.md', '# T\n\n## A\n- [-] only ❌ 2026-01-01\n\n## B\n- [x] done ✅ 2026-01-01\n');
    const before = home.read('n.md');
    expect(home.run(['done', '1', '-r', 'n.md']).status).toBe(0);
    expect(home.run(['start', '2', '-r', 'n.md']).status).toBe(0);
    expect(home.read('n.md')).toBe(before);
    expect(home.run(['done', '1.1', '-r', 'n.md']).status).toBe(0);
    expect(home.read('n.md')).toContain('- [x] only ✅ 2026-11-20');
  });

  it('--only is for one topic, and neither for a range nor for all below', () => {
    const home = newHome();
    home.write('n.md', '# T\n\n## A\n- [ ] a\n  - [ ] b\n- [ ] c\n');
    for (const selector of ['1.1-1.2', '1.*', '1'])
      expectRefusal(
        home.run(['done', selector, '--only', '-r', 'n.md'], { env: wide }),
        2,
        /`--only` is for one topic/,
      );
    expect(home.run(['done', '1.1', '--only', '-r', 'n.md']).status).toBe(0);
    expect(home.read('n.md')).toContain('- [x] a ✅ 2026-11-20\n  - [ ] b\n');
  });

  it('🏁 delete is warned about, and the line stays', () => {
    const home = newHome();
    home.write('n.md', '- [ ] a 🏁 delete\n- [ ] b\n');
    const answer = home.run(['done', '1', '-r', 'n.md']);
    expect(answer.status).toBe(0);
    expect(answer.err).toMatch(/1: the line stays/);
    expect(home.read('n.md')).toBe('- [x] a 🏁 delete ✅ 2026-11-20\n- [ ] b\n');
  });
});

describe('--dry-run --json', () => {
  it('is the document of the change, and writes nothing', () => {
    const home = newHome();
    home.write('n.md', '# T\n- [ ] a\n- [ ] b\n');
    const document = home.json<{ kind: string; dryRun: boolean; changed: object[]; total: { done: number } }>([
      'done',
      '1',
      '--dry-run',
      '-r',
      'n.md',
    ]);
    expect(document).toMatchObject({
      kind: 'change',
      dryRun: true,
      changed: [{ address: '1', from: 'todo', to: 'done', completedOn: '2026-11-20' }],
      total: { done: 1, total: 2 },
    });
    expect(home.read('n.md')).toBe('# T\n- [ ] a\n- [ ] b\n');
  });
});

describe('a day that is taken away', () => {
  it('in the middle of a sentence stays, and is not reported as gone', () => {
    const home = newHome();
    home.write('n.md', '# T\n\n- [x] a ✅ 2026-01-01 more\n- [x] b ✅ 2026-01-02\n');
    const kept = home.run(['skip', '1', '-r', 'n.md'], { env: wide });
    expect(home.read('n.md')).toContain('- [-] a ✅ 2026-01-01 more ❌ 2026-11-20\n');
    expect(kept.out).not.toContain('2026-01-01');
    expect(home.run(['reopen', '2', '-r', 'n.md'], { env: wide }).out).toContain('2026-01-02');
  });

  it('of two lines with one id is counted twice, so it is asked about', () => {
    const home = newHome();
    home.write('o.md', '# T\n\n## S\n\n- Run\n- Swim 🆔 z\n');
    home.run(['done', 'z', '-r', 'o.md']);
    const line = /^- \[x\].*$/m.exec(home.readProgress())?.[0] as string;
    writeFileSync(home.progressFile(), `${home.readProgress()}${line.replace('-20', '-03')}\n`);
    const kept = home.readProgress();
    expect(home.run(['reopen', 'z', '-r', 'o.md']).status).toBe(2);
    expect(home.readProgress()).toBe(kept);
    expect(home.run(['reopen', 'z', '--force', '-r', 'o.md'], { env: wide }).out).toMatch(/2026-11-20.*2026-11-03/);
  });
});
