import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hunksOf, relocate } from '../../../src/store/undo/hunk.ts';
import { isInJournal, type JournalEntry, readJournal, redoable, undoable } from '../../../src/store/undo/journal.ts';
import { appendEntry, FEWEST_ENTRIES, MAX_JOURNAL_BYTES } from '../../../src/store/undo/journal-writer.ts';
import { applyEdits, type Edit } from '../../../src/text/edit.ts';
import { toSource } from '../../../src/text/source.ts';
import { MemoryDisk } from '../../support/memory-files.ts';

const state = { path: '/state/istio-roadmap', home: null, variable: 'XDG_STATE_HOME' };
const journal = '/state/istio-roadmap/journal.jsonl';

const hunksIn = (text: string, edits: readonly Edit[]) =>
  hunksOf(toSource(text), edits, toSource(applyEdits(text, edits)));

function newDisk(): MemoryDisk {
  const disk = new MemoryDisk();
  disk.putFolder('/state');
  return disk;
}

function entry(
  id: string,
  before: string | null,
  after: string | null,
  more: Partial<JournalEntry> = {},
): JournalEntry {
  const lists = { command: ['done', '4.2'], edits: [], inverse: [], hunks: [], changes: [] };
  const fixed = { v: 1, kind: 'change', of: null, at: '2026-11-20', file: '/n.md', encoding: 'utf-8' } as const;
  return { ...fixed, ...lists, id, created: before === null, before, after, ...more };
}
const undo = (id: string, of: string, before: string, after: string) => entry(id, before, after, { kind: 'undo', of });
const redo = (id: string, of: string, before: string, after: string) => entry(id, before, after, { kind: 'redo', of });

describe('the journal', () => {
  it('gives back what was appended, in order', () => {
    const disk = newDisk();
    const edits = [{ span: { start: 0, end: 1 }, text: 'ж' }];
    const entries = [entry('1', null, 'A', { edits }), entry('2', 'A', 'B')];
    for (const one of entries) appendEntry(disk, state, one);
    expect(readJournal(disk, state)).toEqual(entries);
    expect(disk.paths()).toEqual([journal]);
    expect(disk.statOf(journal).mode).toBe(0o600);
  });

  it('is empty where there is none, also without HOME', () => {
    expect(readJournal(newDisk(), state)).toEqual([]);
    expect(readJournal(newDisk(), { ...state, path: null })).toEqual([]);
  });

  it('starts on a fresh line after a torn one', () => {
    const disk = newDisk();
    appendEntry(disk, state, entry('1', 'A', 'B'));
    disk.put(journal, `${disk.text(journal)}{"v":1,"id":"2","ki`);
    appendEntry(disk, state, entry('3', 'B', 'C'));
    expect(readJournal(disk, state).map(({ id }) => id)).toEqual(['1', '3']);
  });

  it.each(['null', '[]', '7', '{}', '{"v":2}', 'nonsense', '{"v":1,"id":"1","kind":"change","edits":[null]}'])(
    'passes over the damaged line %s',
    (line) => {
      const disk = newDisk();
      disk.put(journal, `${line}\n${JSON.stringify(entry('1', 'A', 'B'))}\n`);
      expect(readJournal(disk, state).map(({ id }) => id)).toEqual(['1']);
    },
  );

  it.each<[string, Partial<Record<keyof JournalEntry, unknown>>]>([
    ['a list of edits', { edits: [{ span: { start: 'a', end: 1 }, text: '' }] }],
    ['a hunk', { hunks: [{ line: 1, before: 'a' }] }],
    ['a fingerprint', { before: 5 }],
    ['a kind', { kind: 'rewrite' }],
    ['the day', { at: 'yesterday' }],
    ['the day, which the calendar lacks', { at: '2026-02-30' }],
    ['a change', { changes: [null] }],
    ['the title of a change', { changes: [{ address: '1', id: 'x', title: 7, from: 'todo', to: 'done' }] }],
    ['a state of a change', { changes: [{ address: '1', id: 'x', title: 'T', from: 'todo', to: 'finished' }] }],
  ])('passes over an entry with a wrong value for %s', (_title, wrong) => {
    const disk = newDisk();
    disk.put(journal, `${JSON.stringify({ ...entry('1', 'A', 'B'), ...wrong })}\n`);
    expect(readJournal(disk, state)).toEqual([]);
  });

  const wide = { command: ['x'.repeat(1000)] };
  const written = (...entries: JournalEntry[]) => `${entries.map((one) => JSON.stringify(one)).join('\n')}\n`;
  const many = (length: number, more: Partial<JournalEntry> = wide, name = '') =>
    Array.from({ length }, (_, i) => entry(`${name}${i}`, 'A', 'B', more));
  const huge = { command: ['x'.repeat(MAX_JOURNAL_BYTES)] };

  it('drops the older half of what it knows of a file when that grows too large', () => {
    const disk = newDisk();
    disk.put(journal, written(...many(1800)));
    appendEntry(disk, state, entry('last', 'B', 'C'));
    const ids = readJournal(disk, state).map(({ id }) => id);
    expect(ids.at(-1)).toBe('last');
    expect(ids.at(-2)).toBe('1799');
    expect(ids.length).toBeGreaterThan(700);
    expect(disk.statOf(journal).size).toBeLessThan(MAX_JOURNAL_BYTES / 2 + 1000);
  });

  it('leaves the entries of other files alone', () => {
    const disk = newDisk();
    const others = ['/other.md', '/n.md.md', '/a "file":"/n.md".md'].flatMap((file) =>
      many(900, { ...wide, file }, file),
    );
    disk.put(journal, written(...others.slice(0, 1350), ...many(1800), ...others.slice(1350)));
    appendEntry(disk, state, entry('last', 'B', 'C'));
    const kept = readJournal(disk, state);
    expect(kept.filter(({ file }) => file !== '/n.md')).toEqual(others);
    expect(kept.filter(({ file }) => file === '/n.md').length).toBeLessThan(1000);
  });

  it('keeps the newest entries, however large they are', () => {
    const disk = newDisk();
    const steps = [
      entry('1', 'A', 'B', huge),
      undo('2', '1', 'B', 'A'),
      redo('3', '1', 'A', 'B'),
      undo('4', '1', 'B', 'A'),
    ];
    disk.put(journal, written(...steps.map((one) => ({ ...one, ...huge }))));
    appendEntry(disk, state, entry('other', 'A', 'B', { file: '/other.md' }));
    expect(redoable(readJournal(disk, state), '/n.md', 'A')?.id).toBe('1');
    for (const one of many(FEWEST_ENTRIES + 1, {}, 'next')) appendEntry(disk, state, one);
    const ids = readJournal(disk, state).map(({ id }) => id);
    expect(ids).toEqual(['other', ...many(FEWEST_ENTRIES + 1, {}, 'next').map(({ id }) => id)]);
  });

  it('drops a change with all entries about it, or nothing of it', () => {
    const disk = newDisk();
    const old = [entry('a', 'A', 'B'), undo('b', 'a', 'B', 'A'), entry('c', 'A', 'B'), undo('d', 'c', 'B', 'A')];
    const voided = entry('e', 'A', 'B', { kind: 'void', of: 'd' });
    disk.put(journal, written(...old, ...many(1800), redo('f', 'a', 'A', 'B'), voided));
    appendEntry(disk, state, entry('last', 'B', 'C'));
    const ids = readJournal(disk, state).map(({ id }) => id);
    expect(ids.filter((id) => /^[a-f]$/.test(id))).toEqual(['a', 'b', 'c', 'd', 'f', 'e']);
  });

  it('keeps a part of a step while another file has one', () => {
    const disk = newDisk();
    const [out, into] = [entry('out', 'A', 'B', { step: 's' }), entry('in', null, 'B', { step: 's', file: '/p.md' })];
    const alone = entry('alone', 'A', 'B', { step: 't' });
    disk.put(journal, written(into, out, alone, ...many(1800)));
    appendEntry(disk, state, entry('last', 'B', 'C'));
    const ids = readJournal(disk, state).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['in', 'out']);
    expect(ids).not.toContain('alone');
  });

  it('gives the entries about some files and steps', () => {
    const disk = newDisk();
    const [a, b, c] = [
      entry('a', 'A', 'B'),
      entry('b', 'A', 'B', { file: '/"b"\n.md' }),
      entry('c', 'A', 'B', { step: 's', file: '/c' }),
    ];
    for (const one of [a, b, c]) appendEntry(disk, state, one);
    const ids = (about: Parameters<typeof readJournal>[2]) => readJournal(disk, state, about).map(({ id }) => id);
    expect(ids({ files: ['/"b"\n.md'] })).toEqual(['b']);
    expect(ids({ files: ['/c', '/n.md', '/missing'], steps: ['s'] })).toEqual(['a', 'c']);
    expect(ids({ steps: ['n'] })).toEqual([]);
    expect(isInJournal(disk, state, '/c')).toBe(true);
    expect(isInJournal(disk, state, '/')).toBe(false);
  });
});

describe('what can be undone', () => {
  it.each<[string, JournalEntry[], string | null, string | null, string | null]>([
    ['nothing without entries', [], 'A', null, null],
    ['the newest change', [entry('1', 'A', 'B'), entry('2', 'B', 'C')], 'C', '2', null],
    [
      'the one before, after an undo',
      [entry('1', 'A', 'B'), entry('2', 'B', 'C'), undo('3', '2', 'C', 'B')],
      'B',
      '1',
      '2',
    ],
    [
      'the same again after a redo',
      [entry('1', 'A', 'B'), undo('2', '1', 'B', 'A'), redo('3', '1', 'A', 'B')],
      'B',
      '1',
      null,
    ],
    [
      'no redo after a new change',
      [entry('1', 'A', 'B'), undo('2', '1', 'B', 'A'), entry('3', 'A', 'C')],
      'C',
      '3',
      null,
    ],
    ['a change although the file was edited since', [entry('1', 'A', 'B')], 'X', '1', null],
    ['a change that made the file, now gone', [entry('1', null, 'B')], null, null, null],
    ['no change that never reached the file', [entry('1', 'A', 'B'), entry('2', 'B', 'C')], 'B', '1', null],
    ['nor one followed by another', [entry('1', 'A', 'B'), entry('2', 'A', 'C')], 'C', '2', null],
    ['a change whose undo never reached the file', [entry('1', 'A', 'B'), undo('2', '1', 'B', 'A')], 'B', '1', null],
    [
      'no voided change',
      [entry('1', 'A', 'B'), entry('2', 'B', 'C'), entry('3', 'B', 'C', { kind: 'void', of: '2' })],
      'X',
      '1',
      null,
    ],
    ['only changes of this file', [entry('1', 'A', 'B'), entry('2', 'B', 'C', { file: '/other.md' })], 'B', '1', null],
    ['nothing twice when the change was dropped', [undo('2', 'lost', 'B', 'A')], 'A', null, null],
  ])('is %s', (_title, entries, now, canUndo, canRedo) => {
    expect(undoable(entries, '/n.md', now)?.id ?? null).toBe(canUndo);
    expect(redoable(entries, '/n.md', now)?.id ?? null).toBe(canRedo);
  });
});

describe('hunks', () => {
  it.each<[string, string, Edit[], object[]]>([
    [
      'take whole lines and join the edits of one',
      'a\r\n- [ ] b ^x\r\nc',
      [
        { span: { start: 6, end: 7 }, text: 'x' },
        { span: { start: 10, end: 10 }, text: ' ✅' },
      ],
      [{ line: 2, oldLine: 2, before: '- [ ] b ^x', after: '- [x] b ✅ ^x' }],
    ],
    [
      'keep the lines of separate edits apart',
      'a\nb\n',
      [
        { span: { start: 0, end: 1 }, text: 'A' },
        { span: { start: 2, end: 3 }, text: 'B' },
      ],
      [
        { line: 1, oldLine: 1, before: 'a', after: 'A' },
        { line: 2, oldLine: 2, before: 'b', after: 'B' },
      ],
    ],
    [
      'of an inserted line hold its neighbour',
      'a\nb\n',
      [{ span: { start: 2, end: 2 }, text: 'new\n' }],
      [{ line: 2, oldLine: 2, before: 'b', after: 'new\nb' }],
    ],
    [
      'of a line added at the end hold the last one',
      'a\nb',
      [{ span: { start: 3, end: 3 }, text: '\nc' }],
      [{ line: 2, oldLine: 2, before: 'b', after: 'b\nc' }],
    ],
  ])('%s', (_title, text, edits, expected) => {
    expect(hunksIn(text, edits)).toEqual(expected);
  });

  const lines = fc.array(fc.constantFrom('- [ ] раз', '- [ ] два', 'text', '', '# Ä'), { minLength: 1, maxLength: 8 });
  const texts = fc.tuple(lines, fc.constantFrom('\n', '\r\n', '\r')).map(([list, eol]) => list.join(eol) + eol);
  const edited = texts.chain((text) =>
    fc.uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 8 }).chain((cuts) =>
      fc
        .array(fc.constantFrom('', 'x', '\n', 'new line\n', '\r\n', ' ✅ 2026-11-20'), { minLength: 4, maxLength: 4 })
        .map((inserts) => {
          const at = cuts.sort((a, b) => a - b);
          const edits: Edit[] = [];
          for (let i = 0; i + 1 < at.length; i += 2)
            edits.push({ span: { start: at[i] as number, end: at[i + 1] as number }, text: inserts[i >> 1] as string });
          return { text, edits };
        }),
    ),
  );

  it('lead from the new text to the old one and back, whatever was edited', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const changed = applyEdits(text, edits);
        const hunks = hunksIn(text, edits);
        const back = relocate(changed, hunks, 'before');
        const forth = relocate(text, hunks, 'after');
        expect(back === null ? null : applyEdits(changed, back)).toBe(text);
        expect(forth === null ? null : applyEdits(text, forth)).toBe(changed);
      }),
      { numRuns: 500 },
    );
  });

  const hunk = { line: 2, oldLine: 2, before: '- [ ] b', after: '- [x] b' };
  it.each<[string, string, string | null]>([
    ['at their place', 'a\n- [x] b\n', 'a\n- [ ] b\n'],
    ['moved, and there once', 'new\nnew\na\n- [x] b', 'new\nnew\na\n- [ ] b'],
    ['beside an equal line that is new', '- [x] b\n- [x] b\n', null],
    ['beside an equal line that is new and open', 'a\n- [x] b\n- [ ] b ✅ 2026-01-01\n', null],
    ['moved, and there twice', '- [x] b\na\n- [x] b\n', null],
    ['edited', 'a\n- [x] b!\n', null],
    ['part of a longer line', 'a\n  - [x] b\n', null],
    ['gone', 'a\n', null],
  ])('are found again: %s', (_title, text, expected) => {
    const edits = relocate(text, [hunk], 'before');
    expect(edits === null ? null : applyEdits(text, edits)).toBe(expected);
  });

  it.each<[string, string, string | null]>([
    ['the second of two', '- [x] b\n- [x] b\n', '- [x] b\n- [ ] b\n'],
    ['the second of two, both moved', 'new\n- [x] b\n- [x] b\n', 'new\n- [x] b\n- [ ] b\n'],
    ['the first was opened', 'new\n- [ ] b\n- [x] b ✅ 2026-01-01', null],
    ['a third is there', '- [x] b\n- [x] b\n- [x] b\n', null],
    ['the other is gone', 'a\n- [x] b\n', null],
    ['they were exchanged', 'a\n- [x] b\n- [ ] b\n', null],
  ])('are told apart from equal lines by their order: %s', (_title, text, expected) => {
    const edits = relocate(text, [{ ...hunk, rank: [2, 2] }], 'before');
    expect(edits === null ? null : applyEdits(text, edits)).toBe(expected);
  });

  it.each([1, 20])('remember their rank among equal lines, with %d changes at once', (count) => {
    const others = Array.from({ length: count - 1 }, (_, i) => `- [ ] c${i}`);
    const text = ['- [x] b ✅ 2026-01-01', 'b', '- [ ] b', '- [ ] b c', ...others, ''].join('\n');
    const box = (line: string): Edit => {
      const at = text.indexOf(`\n${line}\n`) + 4;
      return { span: { start: at, end: at + 1 }, text: 'x' };
    };
    const [first, ...rest] = hunksIn(text, ['- [ ] b', ...others].map(box));
    expect(first).toMatchObject({ line: 3, before: '- [ ] b', after: '- [x] b', rank: [2, 2] });
    expect(rest.every(({ rank }) => rank === undefined)).toBe(true);
  });

  it('never claim one line twice', () => {
    expect(relocate('x\n\n- [x] b', [hunk, { ...hunk, line: 9 }], 'before')).toBeNull();
  });
});
