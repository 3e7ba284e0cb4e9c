// Conformance of task lines: state, day, done, reopen and what lint says of done dates are those of the Obsidian Tasks plugin, but for the lines listed here.
import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../src/dates/calendar-date.ts';
import { lintMarkdown } from '../../src/formats/lint/note.ts';
import { statusEdits } from '../../src/formats/markdown/edit.ts';
import { completionDay, readTaskLine, type TaskLine } from '../../src/formats/markdown/syntax/task-line.ts';
import type { Status } from '../../src/model/roadmap.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { toSource } from '../../src/text/source.ts';
import { readNote } from '../support/notes.ts';
import { today } from '../support/roadmaps.ts';
import { hasShared, sharedJson } from './shared.ts';

/** What the plugin, set to its emoji format, made of one line on 2022-09-04. */
interface RecordedLine {
  readonly line: string;
  readonly task: boolean;
  readonly symbol?: string;
  readonly type?: 'TODO' | 'DONE' | 'CANCELLED' | 'IN_PROGRESS' | 'NON_TASK' | 'ON_HOLD';
  /** A day, `INVALID`, or null. */
  readonly done?: string | null;
  readonly recurrence?: string | null;
  readonly toggled: string;
}

interface TogglePair {
  readonly globalFilter: string;
  readonly input: string;
  readonly expected: string;
}

const linesFile = 'conformance/oracle-lines.json';
const pairsFile = 'conformance/toggle-pairs.json';
const there = hasShared(linesFile) && hasShared(pairsFile);
const lines = there ? sharedJson<readonly RecordedLine[]>(linesFile) : [];
const pairs = there ? sharedJson<readonly TogglePair[]>(pairsFile).filter((pair) => pair.globalFilter === '') : [];

const day = '2022-09-04' as CalendarDate;
const statusOfType: { readonly [type: string]: Status } = {
  TODO: 'todo',
  DONE: 'done',
  CANCELLED: 'skipped',
  IN_PROGRESS: 'doing',
};

const read = (line: string): TaskLine | null => readTaskLine(line, 0, line.length);
const edited = (line: string, to: Status): string =>
  applyEdits(line, statusEdits(toSource(line), [{ line: 1, to, day }], []));

/** What the plugin would have written in its Dataview format, which is ours on a line of such fields (FORMATS D2). */
function inFormOf(line: string, toggled: string): string {
  const fields = read(line)?.fields ?? [];
  if (fields.length === 0 || fields.some((field) => field.form !== 'dataview')) return toggled;
  return toggled
    .replace(` ✅ ${day}`, `  [completion:: ${day}]`)
    .replace(/^(\s*[-*+] \[ \].*?)\s*\[completion:: [\d-]+\]$/, '$1');
}

/** Why a line differs, and what proves that it differs for this reason alone. */
interface Reason {
  readonly rule: string;
  readonly explains: (ours: string, theirs: string, line: string) => boolean;
  /** Indices in the recording. */
  readonly lines: readonly number[];
}

const without = (text: string, what: RegExp): string => text.replace(what, '');
const words = (text: string): string => text.split(/\s+/).sort().join(' ');
const isInvalid = (date: string): string => (parseCalendarDate(date) === null ? 'Invalid date' : date);

const doneDiffers: readonly Reason[] = [
  {
    rule: 'D2: nothing else on the line changes; the plugin puts its own white space around marker, box and fields',
    explains: (ours, theirs) => without(ours, /\s/g) === without(theirs, /\s/g),
    lines: [27, 28, 29, 36, 37, 38, 39, 42, 43, 594, 683, 724, 725, 726, 727, 728, 729, 730, 731],
  },
  {
    rule: 'D2: nothing else on the line changes; the plugin moves tags before the other fields',
    explains: (ours, theirs) => words(ours) === words(theirs),
    lines: [40, 41],
  },
  {
    rule: 'D1: a date that does not exist is left as it is; the plugin destroys it',
    explains: (ours, theirs) => without(ours.replace(/\d{4}-\d\d-\d\d/g, isInvalid), /\s/g) === without(theirs, /\s/g),
    lines: [140, 437, 438, 439, 440, 441, 442, 443, 444, 445, 446, 455, 457, 458, 459, 460],
  },
  {
    rule: 'D1, D4: beside such a date the plugin drops the recurrence as well; the command refuses the line',
    explains: (ours, theirs) => ours.includes('🔁') && !theirs.includes('🔁') && theirs.includes('Invalid date'),
    lines: [106],
  },
];

const reopenDiffers: readonly Reason[] = [];

const isCapital = (line: string): boolean => /\[X\]/.test(line);

const stateDiffers: readonly Reason[] = [
  {
    rule: 'L3: X is done, as in GFM; the plugin takes it for an unknown mark',
    explains: (ours, theirs, line) => ours === 'done' && theirs === 'todo' && isCapital(line),
    lines: [110, 145, 221, 399],
  },
];

const dayDiffers: readonly Reason[] = [
  {
    rule: 'D1: a done date counts anywhere on the line',
    explains: (ours, _, line) => line.includes(`✅ ${ours} `),
    lines: [139],
  },
  {
    rule: 'L3: X is done, and its day counts',
    explains: (ours, _, line) => isCapital(line) && line.endsWith(ours),
    lines: [145],
  },
  {
    rule: '§5: the Dataview form is read whatever the plugin is set to',
    explains: (ours, _, line) => line.endsWith(`[completion:: ${ours}]`),
    lines: [284],
  },
];

interface Compared {
  readonly index: number;
  readonly line: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Every difference has its reason, every listed line still differs, and each for the reason it is listed under. */
function expectListed(compared: readonly Compared[], reasons: readonly Reason[]): void {
  const differing = compared.filter(({ ours, theirs }) => ours !== theirs);
  const listed = reasons.flatMap((reason) => reason.lines);
  expect(differing.filter(({ index }) => !listed.includes(index))).toEqual([]);
  expect(listed.filter((index) => !differing.some((one) => one.index === index))).toEqual([]);
  for (const { rule, explains, lines: under } of reasons)
    for (const { index, line, ours, theirs } of differing)
      if (under.includes(index)) expect({ index, rule, ok: explains(ours, theirs, line) }).toMatchObject({ ok: true });
}

const tasks = lines.flatMap((recorded, index) => (recorded.task ? [{ ...recorded, index }] : []));

describe.runIf(there)('lines that the plugin has read', () => {
  it('are the task lines to us, and no others', () => {
    const ours = lines.filter(({ line }) => (read(line)?.status ?? null) !== null).map(({ line }) => line);
    expect(ours).toEqual(lines.filter(({ task }) => task).map(({ line }) => line));
    expect(tasks).toHaveLength(758);
  });

  it('have the same state, but for the listed marks', () => {
    const compared = tasks.map(({ index, line, type }) => ({
      index,
      line,
      ours: String(read(line)?.status),
      theirs: String(statusOfType[type ?? '']),
    }));
    expectListed(compared, stateDiffers);
  });

  it('have the same done date, but for the listed lines', () => {
    const compared = tasks.map(({ index, line, type, done }) => {
      const item = read(line);
      const own = item?.status === 'done' ? completionDay(item.fields) : null;
      return { index, line, ours: String(own), theirs: String(type === 'DONE' && done !== 'INVALID' ? done : null) };
    });
    expectListed(compared, dayDiffers);
  });
});

describe.runIf(there)('lint', () => {
  it('finds the done dates that the plugin does not see, and no others', () => {
    const written = tasks.filter(({ line }) => /✅\uFE0F?\s*\d{4}-\d{2}-\d{2}/.test(line));
    expect(written.length).toBeGreaterThan(40);
    for (const { line, done } of written) {
      // Ticked, since an open topic has no done date to be seen; the plugin reads dates whatever the mark.
      const ticked = line.replace(/\[.\]/, '[x]');
      const found = lintMarkdown(toSource(ticked), readNote(ticked), today).map(({ diagnostic: { code } }) => code);
      expect(found.includes('unseen-done-date'), line).toBe(done === null);
    }
  });
});

describe.runIf(there)('done', () => {
  // The command refuses 🔁 and never deletes for 🏁 (FORMATS D4): what the plugin does there is no splice on the line.
  const open = tasks.filter(({ symbol, recurrence, toggled }) => symbol === ' ' && !recurrence && toggled !== '');
  const compared = open.map(({ index, line, toggled }) => ({
    index,
    line,
    ours: edited(line, 'done'),
    theirs: inFormOf(line, toggled),
  }));

  it('writes what the plugin writes, but for the listed lines', () => {
    expectListed(compared, doneDiffers);
  });

  it('agrees on 429 of 468 lines or more', () => {
    const same = compared.filter(({ ours, theirs }) => ours === theirs).length;
    const exact = open.filter(({ line, toggled }) => edited(line, 'done') === toggled).length;
    console.info(
      `Tasks plugin, done: ${same} of ${open.length} (${exact} as recorded, ${same - exact} in Dataview form)`,
    );
    expect(open).toHaveLength(468);
    expect(same).toBeGreaterThanOrEqual(429);
  });

  it('leaves out only lines that carry a recurrence or what to do on completion (D4)', () => {
    const others = tasks.filter(({ symbol, recurrence, toggled }) => symbol === ' ' && (recurrence || toggled === ''));
    expect(others).toHaveLength(58);
    const meant = others.map(({ line }) => {
      const names = new Set(read(line)?.fields.map((field) => field.name));
      return names.has('repeat') || names.has('onCompletion');
    });
    expect(meant).not.toContain(false);
  });
});

describe.runIf(there)('reopen', () => {
  const done = tasks.filter(({ symbol, recurrence }) => symbol === 'x' && !recurrence);
  const compared = done.map(({ index, line, toggled }) => ({
    index,
    line,
    ours: edited(line, 'todo'),
    theirs: inFormOf(line, toggled),
  }));

  it('writes what the plugin writes on every done line, but for the listed ones', () => {
    expectListed(compared, reopenDiffers);
    const same = compared.filter(({ ours, theirs }) => ours === theirs).length;
    console.info(`Tasks plugin, reopen: ${same} of ${done.length}`);
    expect(done).toHaveLength(66);
    expect(same).toBeGreaterThanOrEqual(65);
  });
});

describe.runIf(there)('toggling without a global filter', () => {
  /** Why the plugin's answer is not ours; the number is how many of the recorded pairs it is about. */
  const differs: readonly { readonly rule: string; readonly inputs: RegExp; readonly pairs: number }[] = [
    { rule: 'L2: a line that is no list item is no topic', inputs: /^(?:foobar)?$/, pairs: 2 },
    { rule: 'D2: white space at the end stays where it is', inputs: /^- \[ \] $/, pairs: 2 },
    { rule: 'D4: a 🔁 line is refused', inputs: /🔁/, pairs: 6 },
    { rule: 'D4: 🏁 never deletes', inputs: /^[^🔁]*🏁 delete$/u, pairs: 2 },
  ];
  /** Null where there is nothing that could be edited. A bullet gets its box, an open line is done, a done one reopened. */
  const toggled = (line: string): string | null => {
    const item = read(line);
    if (item === null) return null;
    if (item.fields.some((field) => field.name === 'repeat')) return null;
    return edited(line, item.status === null || item.status === 'done' ? 'todo' : 'done');
  };

  it('gives the same line, but for what the rules say', () => {
    expect(pairs).toHaveLength(22);
    const differing = pairs.filter(({ input, expected }) => toggled(input) !== expected);
    console.info(`Tasks plugin, toggled: ${pairs.length - differing.length} of ${pairs.length}`);
    const unexplained = differing.filter(({ input }) => !differs.some(({ inputs }) => inputs.test(input)));
    expect(unexplained).toEqual([]);
    for (const { rule, inputs, pairs: count } of differs)
      expect({ rule, count: differing.filter(({ input }) => inputs.test(input)).length }).toEqual({ rule, count });
  });
});
