// Histories: a note and what two people made of it, as entries with an identity of their own, and what a merge has to make of them.
import fc from 'fast-check';
import type { Versions } from '../../src/commands/merge-driver.ts';

export type State = 'todo' | 'doing' | 'done' | 'skipped';

/** A line, or several of a block; only tasks have a state. `key` follows it through edits and moves. */
export interface Entry {
  readonly key: number;
  readonly kind: 'task' | 'other';
  readonly margin: string;
  readonly title: string;
  readonly state: State;
  readonly day: string | null;
  /** Behind the title and before the day, as it is written. */
  readonly field: string;
}

export interface Step {
  readonly kind: 'state' | 'edit' | 'insert' | 'remove' | 'move';
  readonly at: number;
  readonly to: State;
  readonly day: string;
  readonly word: number;
}

const words =
  'lag quota broker replica offset commit topic cluster полив посев тень cache proxy route retry mesh'.split(' ');
const fields = ['', '', '', ' #middle', ' 📅 2027-01-01', ' [[Kafka]]', ' ⏫'];
const marks: { readonly [state in State]: string } = { todo: ' ', doing: '/', done: 'x', skipped: '-' };

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`);
const someState = fc.constantFrom<State>('done', 'done', 'done', 'todo', 'todo', 'doing', 'skipped');

const steps = (kinds: readonly Step['kind'][], most: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(999), to: someState, day: days, word: fc.nat(999) }),
    {
      minLength: 1,
      maxLength: most,
    },
  );

export const states: fc.Arbitrary<Step[]> = steps(['state'], 8);

/** Nobody edits lines and moves them about as well: a line that is new in both is another one, and no merge could know better. */
export const changes: fc.Arbitrary<Step[]> = fc.oneof(
  steps(['state', 'state', 'state', 'edit', 'insert', 'remove'], 6),
  steps(['state', 'state', 'state', 'move', 'insert', 'remove'], 6),
);

/** A note of sections, nested tasks, prose and code. No two tasks have the same title. */
export const notes: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      tasks: fc.array(
        fc.record({
          words: fc.array(fc.nat(words.length - 1), { minLength: 2, maxLength: 4 }),
          isNested: fc.boolean(),
          state: someState,
          day: days,
          field: fc.constantFrom(...fields),
          remark: fc.constantFrom('', '', '', '  a remark', '', '  ```\n  - [ ] no task\n  ```'),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      prose: fc.constantFrom('', 'Some prose.', '| a | b |\n|---|---|\n| 1 | 2 |'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((sections) => {
    const entries: Entry[] = [];
    const other = (title: string): void => {
      entries.push({ ...{ key: entries.length, kind: 'other', margin: '', title }, ...plain });
    };
    other('# Notes');
    sections.forEach(({ tasks, prose }, index) => {
      other('');
      other(`## ${index + 1}. Part`);
      other('');
      if (prose !== '') other(`${prose}\n`);
      tasks.forEach(({ words: chosen, isNested, state, day, field, remark }, at) => {
        const key = entries.length;
        const title = `${chosen.map((one) => words[one]).join(' ')} ${nameOf(key)}`;
        const margin = isNested && at > 0 ? '  ' : '';
        entries.push({ key, kind: 'task', margin, title, state, day: dayFor(state, day), field });
        if (remark !== '') other(remark);
      });
    });
    return entries;
  });

const plain = { state: 'todo', day: null, field: '' } as const;
const dayFor = (state: State, day: string): string | null => (state === 'done' || state === 'skipped' ? day : null);

/** A word without digits, different for each number. */
function nameOf(key: number): string {
  return [...String(key)]
    .map((digit) => 'qazwsxedcr'.charAt(Number(digit)))
    .join('')
    .padStart(3, 'u');
}

export function lineOf({ kind, margin, title, state, day, field }: Entry): string {
  if (kind === 'other') return title;
  const date = day === null ? '' : state === 'done' ? ` ✅ ${day}` : ` ❌ ${day}`;
  return `${margin}- [${marks[state]}] ${title}${field}${date}`;
}

export const textOf = (entries: readonly Entry[]): string => entries.map((entry) => `${lineOf(entry)}\n`).join('');

/** What a person makes of a note. `person` is part of all that is new, so that nobody else writes the same. */
export function led(entries: readonly Entry[], history: readonly Step[], person: string): Entry[] {
  return history.reduce(
    (now, { kind, at, to, day, word }, index) => {
      const places = now.flatMap((entry, place) => (entry.kind === 'task' ? [place] : []));
      const place = places[at % Math.max(1, places.length)];
      if (place === undefined) return now;
      const entry = now[place] as Entry;
      const added = words[word % words.length] as string;
      const without = now.filter((_, other) => other !== place);
      switch (kind) {
        case 'state':
          return now.with(place, { ...entry, state: to, day: dayFor(to, day) });
        case 'edit': {
          const title = word % 2 === 0 ? `${entry.title} ${added}${person}` : `${added}${person} ${entry.title}`;
          return now.with(place, { ...entry, title });
        }
        case 'insert': {
          const key = 10_000 + index + (person === 'A' ? 0 : 10_000);
          const title = `${added} new${nameOf(key)} ${person}`;
          return now.toSpliced(place, 0, { ...entry, key, title, state: to, day: dayFor(to, day), field: '' });
        }
        case 'remove':
          return places.length > 1 ? without : now;
        default:
          return without.toSpliced(word % (without.length + 1), 0, entry);
      }
    },
    [...entries],
  );
}

export interface TopicState {
  readonly state: State;
  readonly day: string | null;
}

const strength: { readonly [state in State]: number } = { todo: 0, doing: 1, skipped: 2, done: 3 };

/** What a merge has to make of a topic that both sides still have. */
export function expectedState(base: TopicState, ours: TopicState, theirs: TopicState): TopicState {
  const isSame = (a: TopicState, b: TopicState): boolean => a.state === b.state && a.day === b.day;
  if (isSame(ours, base)) return theirs;
  if (isSame(theirs, base)) return ours;
  if (strength[ours.state] !== strength[theirs.state])
    return strength[ours.state] > strength[theirs.state] ? ours : theirs;
  return (ours.day ?? '9') <= (theirs.day ?? '9') ? ours : theirs;
}

/** The text as it is when a person takes one side of each conflict. */
export function settled(text: string, side: 'ours' | 'theirs'): string[] {
  let part: string | null = null;
  return text.split('\n').filter((line) => {
    const marker = /^(<<<<<<<|=======|>>>>>>>)(?: |$)/.exec(line)?.[1];
    if (marker === undefined) return part === null || part === side;
    part = marker === '<<<<<<<' ? 'ours' : marker === '=======' ? 'theirs' : null;
    return false;
  });
}

/** Three versions in which every box is open: what git makes of them says whether anything but ticks is in conflict. */
export function withoutStates({ base, ours, theirs }: Versions<readonly Entry[]>): Versions<string> {
  const open = (entries: readonly Entry[]): string =>
    textOf(entries.map((entry) => ({ ...entry, state: 'todo', day: null })));
  return { base: open(base), ours: open(ours), theirs: open(theirs) };
}

export interface Verdict {
  /** What is wrong, in words; empty where all is well. */
  readonly faults: readonly string[];
  readonly ticks: number;
  readonly reopens: number;
}

/**
 * Holds a merged text against the rule, which is written here once more: every topic of the ancestor is there once at most, and
 * in the state that both sides make; what one side added is there.
 */
export function judged(
  { base, ours, theirs }: Versions<readonly Entry[]>,
  text: string,
  hasConflict: boolean,
): Verdict {
  const faults: string[] = [];
  let [ticks, reopens] = [0, 0];
  const of = (entries: readonly Entry[]): ReadonlyMap<number, Entry> =>
    new Map(entries.filter(({ kind }) => kind === 'task').map((entry) => [entry.key, entry]));
  const [was, our, their] = [of(base), of(ours), of(theirs)];
  const views = hasConflict ? [settled(text, 'ours'), settled(text, 'theirs')] : [text.split('\n')];
  const found = (key: number, lines: readonly string[]): string[] => {
    // The last word of the first title: no edit takes it away, and no other title has it.
    const entry = was.get(key) ?? our.get(key) ?? (their.get(key) as Entry);
    const name =
      entry.title.split(' ').find((word) => /^(?:new)?[u]*[qazwsxedcr]+$/.test(word) && word.length >= 3) ?? '';
    const own = key < 10_000 ? name : `${name} ${key < 20_000 ? 'A' : 'B'}`;
    return lines.filter((line) => /^\s*- \[/.test(line) && ` ${line} `.includes(` ${own} `));
  };
  for (const key of new Set([...was.keys(), ...our.keys(), ...their.keys()])) {
    const [b, o, t] = [was.get(key), our.get(key), their.get(key)];
    const counts = views.map((lines) => found(key, lines).length);
    if (Math.max(...counts) > 1) faults.push(`twice: ${lineOf((b ?? o ?? t) as Entry)}`);
    const anywhere = found(key, text.split('\n'));
    if (b === undefined) {
      const entry = (o ?? t) as Entry;
      if (!anywhere.includes(lineOf(entry))) faults.push(`an added line is lost: ${lineOf(entry)}`);
      continue;
    }
    if (o === undefined || t === undefined) {
      const left = o ?? t;
      const isChanged = left !== undefined && lineOf(left) !== lineOf(b);
      if (isChanged && !anywhere.includes(lineOf(left)))
        faults.push(`a change of a removed line is lost: ${lineOf(left)}`);
      continue;
    }
    const { state, day } = expectedState(b, o, t);
    if (anywhere.length === 0) faults.push(`lost: ${lineOf(b)}`);
    const date = day === null ? '' : state === 'done' ? `✅ ${day}` : `❌ ${day}`;
    for (const line of anywhere)
      if (!line.includes(`- [${marks[state]}] `) || (/[✅❌] \S+$/.exec(line)?.[0] ?? '') !== date)
        faults.push(`not ${state} ${day}: ${line}`);
    if (state === 'done' && (b.state !== 'done' || b.day !== day)) ticks++;
    if (b.state === 'done' && state !== 'done') reopens++;
    const titles = new Set([b.title, o.title, t.title]);
    const title = o.title === b.title ? t.title : o.title;
    if (titles.size < 3 && !hasConflict && !anywhere.every((line) => line.includes(`] ${title}`)))
      faults.push(`an edit is lost: ${title}`);
  }
  return { faults, ticks, reopens };
}

/** Conflict labels aside, a merge says the same in both orders, if not in the same order. */
export function sortedLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^(<<<<<<<|>>>>>>>).*/, '$1'))
    .sort();
}
