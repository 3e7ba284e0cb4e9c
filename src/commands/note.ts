// Note: time and notes of the user's at one topic: the command `note`, and `done` with --spent or --note (FORMATS D8).
import type { CalendarDate } from '../dates/calendar-date.ts';
import { minutesOf } from '../dates/duration.ts';
import { UserError } from '../errors.ts';
import type { Added } from '../formats/markdown/addition.ts';
import { oneLine } from '../formats/progress/tick-line.ts';
import { type ChangeOptions, changeAs, dayWritten, type Noted, prepare } from './change.ts';
import { refuseConflict } from './conflict.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';
import { selecting } from './selecting.ts';

/** `note <selector> <text…>`. Throws what selecting, reading and writing throw, `one-topic`, `empty-note` and `future-date`. */
export async function note(
  context: Context,
  [selector, ...words]: readonly string[],
  options: ChangeOptions,
): Promise<number> {
  const day = dayWritten(context, options);
  const prepared = await prepare(context, options, day);
  refuseConflict(prepared.before);
  const selectors = [selector as string];
  const noted = notedIn(context, prepared.before, selectors, 'note', () =>
    addedBy(context, { note: words.join(' ') }, 'note', day),
  );
  const chosen = { changes: [], unchanged: [], recurring: [], elsewhere: [], group: null, noted };
  const task = { ...prepared, verb: 'note', command: ['note', ...selectors], chosen, isConfirmed: false } as const;
  await changeAs(context, task, options);
  return 0;
}

/** What --spent and --note of `done` write to the topic that its words name. Throws as `note` does. */
export function notedBy(
  context: Context,
  loaded: Loaded,
  {
    words,
    selectors,
    options,
    day,
  }: {
    readonly words: readonly string[];
    readonly selectors: readonly string[];
    readonly options: ChangeOptions;
    readonly day: CalendarDate;
  },
): Noted {
  if (options.note === '-' && words.includes('-'))
    throw new UserError('options-exclude', { option: '--note -', other: '-', command: 'done' });
  const what = options.note === undefined ? '--spent' : '--note';
  return notedIn(context, loaded, selectors, what, () => addedBy(context, options, 'done', day));
}

/** The one topic that is named; a parent is one, a section is none. */
function notedIn(
  context: Context,
  { roadmap }: Loaded,
  selectors: readonly string[],
  what: string,
  added: () => Added,
): Noted {
  const [selector, ...others] = selectors;
  if (selector === undefined || others.length > 0)
    throw new UserError('one-topic', { what, selector: null, isSection: false });
  const { head } = selecting(context, roadmap)(selector);
  if (head?.kind !== 'topic') throw new UserError('one-topic', { what, selector, isSection: head !== null });
  return { topic: head, added: added() };
}

/** Not checked by the grammar: what reads an amount of time belongs to what reads the lines of a note. */
function minutesIn(spent: string): number {
  const minutes = minutesOf(spent);
  if (minutes !== null) return minutes;
  const expected = { kind: 'duration' } as const;
  throw new UserError('bad-option-value', { option: '--spent <time>', value: spent, expected, command: 'done' });
}

/** A text of several lines becomes one line: a note is one line of its file. */
function addedBy(
  context: Context,
  { spent, note: given }: Pick<ChangeOptions, 'spent' | 'note'>,
  command: string,
  day: CalendarDate,
): Added {
  const minutes = spent === undefined ? null : minutesIn(spent);
  if (given === undefined) return { minutes, notes: [] };
  const text = oneLine(given === '-' ? context.input() : given);
  if (text === '') throw new UserError('empty-note', { command });
  return { minutes, notes: [{ day, text }] };
}
