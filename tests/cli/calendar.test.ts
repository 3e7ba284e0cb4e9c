// Calendar: what the shell sees of `log --calendar`, and of the card and the badge.
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/text/width.ts';
import { atTerminal, expectRefusal, type Home, newHome, noTerminal, wide } from '../support/program.ts';
import { kafka } from './notes.ts';

const note = `# Kafka

## 1. Basics

- [x] Log #junior ✅ 2026-11-18
- [x] Offset #junior ✅ 2026-11-18
- [x] Key #junior ✅ 2026-11-10
- [x] Group #middle ✅ 2026-11-04

## 2. Rest

- [x] Broker #middle ✅ 2026-01-15
- [x] Long ago #middle ✅ 2024-02-29
- [x] Tomorrow #senior ✅ 2026-11-21
- [x] Undated #senior
- [ ] Open #senior
`;

function homeWith(text = note): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}
const inNote = ['-r', 'note.md'];

interface Calendar {
  readonly total: number;
  readonly days: readonly { readonly day: string; readonly topics: number }[];
}
const days = (home: Home, ...args: string[]): string[] =>
  home.json<Calendar>(['log', '--calendar', ...args, ...inNote]).days.map(({ day, topics }) => `${day} ${topics}`);

describe('log --calendar', () => {
  it('counts the topics of the year until today', () => {
    const home = homeWith();
    expect(days(home)).toEqual(['2026-01-15 1', '2026-11-04 1', '2026-11-10 1', '2026-11-18 2']);
    expect(home.json(['log', '--calendar', ...inNote])).toMatchObject({
      ...{ kind: 'calendar', asOf: '2026-11-20', from: '2025-11-17', to: '2026-11-20', total: 5, undated: 1 },
      ...{ streak: { weeks: 3, rests: 0, from: '2026-11-02' }, bestWeek: { monday: '2026-11-16', topics: 2 } },
      levels: [
        { id: 'junior', topics: 3 },
        { id: 'middle', topics: 2 },
      ],
    });
  });

  it.each<[string[], string[]]>([
    [['--since', '2024-01-01', '--until', '2024-12-31'], ['2024-02-29 1']],
    [['--since', 'monday'], ['2026-11-18 2']],
    [
      ['--until', '2026-11-10', '--since', '2026-11-04'],
      ['2026-11-04 1', '2026-11-10 1'],
    ],
    [
      ['--since', '2026-11-01', '--until', '2030-01-01'],
      ['2026-11-04 1', '2026-11-10 1', '2026-11-18 2'],
    ],
    [['--since', '2026-11-19', '--until', '2026-11-01'], []],
    [
      ['--level', 'middle'],
      ['2026-01-15 1', '2026-11-04 1'],
    ],
    [['1'], ['2026-11-04 1', '2026-11-10 1', '2026-11-18 2']],
    [['--search', 'log'], ['2026-11-18 1']],
  ])('%j shows %j', (args, expected) => expect(days(homeWith(), ...args)).toEqual(expected));

  it('prints a day and its count with --plain', () =>
    expect(homeWith().run(['log', '--calendar', '--plain', '1', ...inNote])).toMatchObject({
      ...{ status: 0, err: '', out: '2026-11-04\t1\n2026-11-10\t1\n2026-11-18\t2\n' },
    }));

  it('shows what was ticked a moment ago, and writes nothing', () => {
    const home = homeWith(kafka);
    home.run(['done', '2.2', ...inNote]);
    expect(days(home)).toContain('2026-11-20 1');
    const before = home.snapshot();
    for (const form of [[], ['--json'], ['--plain'], ['--ascii']])
      expect(home.run(['log', '--calendar', ...form, ...inNote])).toMatchObject({ status: 0, err: '' });
    expect(home.snapshot()).toEqual(before);
  });

  it('exits 1 with --exit-status where nothing was done, and says so', () => {
    const home = homeWith();
    const nothing = ['log', '--calendar', '--since', '2026-11-19', ...inNote];
    expect(home.run(nothing)).toMatchObject({ status: 0, err: '' });
    expect(home.run([...nothing, '--exit-status']).status).toBe(1);
    expect(home.run(nothing).out).toContain('no topic has a day from 2026-11-19 to 2026-11-20');
    expect(home.run(['log', '--calendar', '--exit-status', ...inNote]).status).toBe(0);
  });

  it.each([
    [['-n', '3'], /'--calendar' cannot be used together with '-n/],
    [['--status', 'done'], /'--calendar' cannot be used together with '--status/],
    [['--since', 'someday'], /someday/],
  ])('refuses %j', (args, sentence) =>
    expectRefusal(homeWith().run(['log', '--calendar', ...args, ...inNote], { env: wide }), 2, sentence),
  );

  it.each([40, 80, 200])('keeps to a terminal of %i columns, with colours that only add to the signs', (columns) => {
    const home = homeWith();
    const drawn = atTerminal(home, ['log', '--calendar', ...inNote], { columns });
    if (drawn === null) throw new Error(noTerminal);
    const coloured = drawn.screen.replaceAll('\r\n', '\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken away
    const plain = coloured.replace(/\x1b\[\d+m/g, '');
    expect(coloured).not.toBe(plain);
    for (const line of plain.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    const uncoloured = atTerminal(home, ['log', '--calendar', ...inNote], { columns, env: { NO_COLOR: '1' } });
    expect(uncoloured?.screen.replaceAll('\r\n', '\n')).toBe(plain);
    expect(home.run(['log', '--calendar', '--width', String(columns), ...inNote]).out).toBe(plain);
  });
});

describe('export', () => {
  it('prints the card, in the language of the reader', () => {
    const home = homeWith();
    const [english, russian] = ['en', 'ru'].map((lang) =>
      home.run(['export', '--format', 'svg', '--lang', lang, ...inNote]),
    );
    expect(english).toMatchObject({ status: 0, err: '' });
    expect(english?.out).toMatch(/^<svg [\s\S]*<title [^>]*>Kafka: 8\/9 · 88%<\/title>[\s\S]*<\/svg>\n$/);
    expect(english?.out).toContain('5 topics on 4 days');
    expect(russian?.out).toContain('5 тем за 4 дня');
  });

  it('prints what shields.io reads, and a badge', () => {
    const home = homeWith();
    const badge = home.run(['export', '--format', 'badge', ...inNote]);
    expect(JSON.parse(badge.out)).toEqual({ schemaVersion: 1, label: 'Kafka', message: '8/9 · 88%', color: 'blue' });
    expect(home.run(['export', '--format', 'badge-svg', ...inNote]).out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it.each(['svg', 'badge', 'badge-svg'])('draws a bundled roadmap as %s', (format) =>
    expect(newHome().run(['export', '--format', format])).toMatchObject({ status: 0, err: '' }),
  );
});
