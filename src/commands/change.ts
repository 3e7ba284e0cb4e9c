// Change: done, start, skip and reopen: select, decide, edit, save, and say what the file holds now.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { type Diagnostic, type ErrorArgs, isUserError, UserError } from '../errors.ts';
import type { Added } from '../formats/markdown/addition.ts';
import { fieldsAt } from '../formats/markdown/syntax/continuation.ts';
import type { Addition, Change } from '../model/change.ts';
import { counterpartIn } from '../model/counterpart.ts';
import { orderOfEqual } from '../model/identity.ts';
import { firstWording, type Section, type Topic, wording } from '../model/roadmap.ts';
import type { TableSection } from '../model/topic-table.ts';
import { topicFinder, topicsById } from '../model/tree.ts';
import { isDoneElsewhere, moves, statusOf, type Verb } from '../model/verb.ts';
import { usableFolder } from '../store/folders.ts';
import { realOf } from '../store/library.ts';
import { checkWritable } from '../store/replace.ts';
import { isInJournal } from '../store/undo/journal.ts';
import { type Saved, type SaveRequest, saveChange } from '../store/undo/save.ts';
import { newStep, takeBack } from '../store/undo/step.ts';
import { applyEdits } from '../text/edit.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/width.ts';
import { type ChangeView, datesText } from '../views/change.ts';
import { answer, answerRehearsal } from './answer.ts';
import { refuseConflict } from './conflict.ts';
import type { CommonOptions, Context } from './context.ts';
import { sayElsewhere } from './elsewhere.ts';
import { exampleAddress } from './example.ts';
import { dayOf } from './filter.ts';
import { decideAnew, type Loaded, load, loadWritten } from './load.ts';
import type { PlannedMove } from './moves/planned-move.ts';
import { patched, type WrittenNote } from './patch.ts';
import { type Move, type Recording, recordingsOf, requestFor } from './record.ts';
import { type Rewrite, rehearse } from './rehearsal.ts';
import { remember } from './remember.ts';
import { selecting } from './selecting.ts';
import { leaveSummary } from './summary.ts';
import { searchTicks } from './tick-search.ts';

export interface ChangeOptions extends CommonOptions {
  readonly on?: string;
  readonly dryRun?: boolean;
  readonly only?: boolean;
  readonly force?: boolean;
  /** `2h`, `1h30m`. */
  readonly spent?: string;
  /** The text of a note, or `-` for standard input. */
  readonly note?: string;
  /** `-z`: selectors on standard input end with NUL, and a line end is a part of one. */
  readonly zero?: boolean;
}

/** One topic that is to change; `alone`: it was named itself, and not as a part of something. */
export interface ChosenMove extends Move {
  readonly alone: boolean;
}

/** Which topics are to change, in the words of one reading. */
export interface Choice {
  readonly changes: readonly ChosenMove[];
  readonly unchanged: readonly Topic[];
  /** Recurring lines that a group passed over (FORMATS D4). */
  readonly recurring: readonly Topic[];
  /** What has no tick here that could be taken away, and was passed over (FORMATS Y7). */
  readonly elsewhere: readonly Topic[];
  readonly group: TableSection | Topic | null;
  /** What is written to one topic besides, be its state changed or not (FORMATS D8). */
  readonly noted?: Noted | null;
}

export interface Noted {
  readonly topic: Topic;
  readonly added: Added;
}

/** What is to happen, decided on one reading of the files. */
interface Plan extends Choice {
  readonly loaded: Loaded;
  readonly day: CalendarDate;
  readonly parts: readonly Recording[];
}

/** The files as a change finds them, and the day that it writes. */
export interface Prepared {
  readonly before: Loaded;
  /** Ticks that go to another place first. */
  readonly pending: Pending | null;
  readonly day: CalendarDate;
}

/** A change that somebody asked for. */
export interface Task extends Prepared {
  readonly verb: Verb | 'pick' | 'note';
  /** As the journal keeps it. */
  readonly command: readonly string[];
  readonly chosen: Choice;
  /** The dates that it takes away were shown, and it was confirmed. */
  readonly isConfirmed: boolean;
}

/** Runs a verb over selectors. Throws what selecting, reading and writing throw, and `future-date`, `recurring`, `needs-answer`. */
export async function change(
  context: Context,
  verb: Verb,
  words: readonly string[],
  options: ChangeOptions,
): Promise<number> {
  if (words.length === 0) {
    if (verb === 'done' && context.hasScreen()) return (await import('./pick.ts')).pick(context, [], options);
    throw new UserError('no-selector', { command: verb, example: await exampleAddress(context, options) });
  }
  const day = dayWritten(context, options);
  const selectors = words.flatMap((word) => (word === '-' ? selectorsIn(context.input(), options) : [word]));
  const prepared = await prepare(context, options, day);
  let chosen: Choice;
  try {
    chosen = choose(context, prepared.before, verb, selectors, options);
    if (options.spent !== undefined || options.note !== undefined) {
      const { notedBy } = await import('./note.ts');
      chosen = { ...chosen, noted: notedBy(context, prepared.before, { words, selectors, options, day }) };
    }
  } catch (error) {
    throw await withExample(error, context, selectors, options);
  }
  const task = { ...prepared, verb, command: [verb, ...selectors], chosen, isConfirmed: false };
  const made = await carryOut(context, task, options);
  if (made === null) return 0;
  const keptDay =
    options.on === undefined || options.force
      ? null
      : { day, command: redating(context, verb, namesIn(words, made.decided), day, options) };
  await printAnswer(context, made, options, { verb, keptDay });
  return 0;
}

/** `pick` and `note`: makes a change that was put together elsewhere, and answers as every other is answered. */
export async function changeAs(
  context: Context,
  task: Task & { readonly verb: 'pick' | 'note' },
  options: ChangeOptions,
): Promise<void> {
  const made = await carryOut(context, task, options);
  if (made !== null) await printAnswer(context, made, options, { verb: task.verb, keptDay: null });
}

/** The day that a change writes. Throws `bad-date` and `future-date`. */
export function dayWritten(context: Context, { on }: ChangeOptions): CalendarDate {
  const day = on === undefined ? context.today : dayOf(on, context.today);
  if (day > context.today)
    throw new UserError('future-date', { date: day, today: context.today, place: context.todayFrom });
  return day;
}

/** Reads what is to be changed. */
export async function prepare(context: Context, options: ChangeOptions, day: CalendarDate): Promise<Prepared> {
  const pending = await pendingMove(context, options);
  return { before: pending?.loaded ?? (await load(context, options)), pending, day };
}

function planOf(context: Context, loaded: Loaded, choice: Choice, day: CalendarDate): Plan {
  return { loaded, day, ...choice, parts: recordingsOf(context, loaded, movesOf(choice), day) };
}

function movesOf({ changes, noted = null }: Choice): readonly Move[] {
  if (noted === null) return changes;
  const { topic, added } = noted;
  if (changes.some((change) => change.topic === topic))
    return changes.map((change) => (change.topic === topic ? { ...change, added } : change));
  return [...changes, { topic, from: topic.status, to: topic.status, added, keeps: true }];
}

interface Made {
  readonly decided: Plan;
  readonly now: Loaded;
  readonly isFirst: boolean;
}

/** Null where nothing was written: somebody said no, or it was a dry run, which is printed here. */
async function carryOut(context: Context, task: Task, options: ChangeOptions): Promise<Made | null> {
  const { before, pending, day, command } = task;
  const first = planOf(context, before, task.chosen, day);
  // What was chosen on the first reading stays chosen, whatever the words would select by now.
  const decide = (loaded: Loaded): Plan => planOf(context, loaded, chooseAgain(first, loaded), day);
  let decided = first;
  if (!(await isMeantHere(context, decided, options))) return null;
  if (!task.isConfirmed && !options.dryRun && !(await mayErase(context, decided, options))) return null;
  if (options.dryRun) {
    if (pending !== null) await sayMove(context, pending, options);
    printDryRun(context, await asIfMoved(context, task, decided, options), pending, options);
    return null;
  }

  if (pending !== null) {
    const moved = await loadWritten(context, options, before, pending.make(command));
    await sayMove(context, pending, options);
    decided = decide(moved);
  }
  // A row's tick is not where the others are, and the file that names them shows it.
  const isElsewhere = decided.loaded.progress === null && decided.parts[0]?.place === 'progress';
  const isFirst = decided.parts.length > 0 && !isElsewhere && isFirstWrite(context, decided.loaded);
  const step = pending?.move.step ?? (decided.parts.length > 1 ? newStep() : null);
  return { ...(await save(context, options, decided, decide, { day, command, step })), isFirst };
}

/** The plan on the ticks as they will be when they have moved. */
async function asIfMoved(context: Context, task: Prepared, first: Plan, options: ChangeOptions): Promise<Plan> {
  const { before, pending, day } = task;
  if (pending === null) return first;
  const moved = await loadWritten(context, options, before, textsOf(pending.move));
  return planOf(context, moved, chooseAgain(first, moved), day);
}

/** Whether the dates that a change takes away may go; several need `--force` or a yes. Throws `needs-answer` where nobody can be asked. */
async function mayErase(context: Context, plan: Plan, options: ChangeOptions): Promise<boolean> {
  const erased = datesErased(plan, plan.loaded);
  if (erased.length < 2 || options.force) return true;
  const question = context.theme.messages.eraseDates(erased.length, datesText(erased, context.theme));
  if (!context.canAsk()) throw new UserError('needs-answer', { question, flag: '--force' });
  return context.ask(question);
}

/** What a change would do: the files before and after, and the dates that it takes away. Nothing is written. */
export interface Preview {
  readonly rewrites: readonly Rewrite[];
  readonly erased: readonly { readonly address: string; readonly day: CalendarDate }[];
}

export async function preview(
  context: Context,
  task: Prepared & { readonly chosen: Choice },
  options: ChangeOptions,
): Promise<Preview> {
  const first = planOf(context, task.before, task.chosen, task.day);
  const plan = await asIfMoved(context, task, first, options);
  return { rewrites: rewritesOf(plan, task.pending), erased: datesErased(first, first.loaded) };
}

/** A file in the place of the only selector: the line to type needs a selector of that file. */
async function withExample(
  error: unknown,
  context: Context,
  selectors: readonly string[],
  options: ChangeOptions,
): Promise<unknown> {
  if (!isUserError(error) || error.code !== 'file-as-selector' || selectors.length > 1) return error;
  const { file } = error.args as ErrorArgs['file-as-selector'];
  const { progress: _, ...others } = options;
  return new UserError('file-as-selector', { file, by: [await exampleAddress(context, { ...others, roadmap: file })] });
}

/**
 * Whether the first ticks here may be written although others of this roadmap are in the file of its old name: the user sees a remark
 * first, and it needs `--force` or a yes. Throws `needs-answer` where nobody can be asked.
 */
async function isMeantHere(context: Context, { loaded, parts }: Plan, options: ChangeOptions): Promise<boolean> {
  const isIntoNote = parts.some(({ place }) => place === 'note');
  const file = parts.some(({ place }) => place === 'progress') ? (loaded.progress ?? loaded.rows) : null;
  const isIntoEmpty = file?.kept.ticks.length === 0;
  if (!isIntoNote && !isIntoEmpty) return true;
  const found = await searchTicks(context, loaded);
  const remarks = found.remarks.filter((one) => one.code === 'ticks-abandoned') as Diagnostic<'ticks-abandoned'>[];
  const [first] = remarks;
  if (first === undefined || !(isIntoEmpty || isFirstWrite(context, loaded))) return true;
  const isAsked = !options.force && !options.dryRun;
  const { tickAllTheSame } = (await context.sentences()).reconcile;
  const { file: from, fitting, words } = first.args;
  const question = tickAllTheSame(fitting, visible(from));
  if (isAsked && !context.canAsk()) throw new UserError('needs-answer', { question, flag: '--force', look: words });
  if (isAsked || !(options.quiet || options.json)) await sayElsewhere(context, { ...found, remarks });
  return !isAsked || context.ask(question);
}

/**
 * Saves the parts of a plan, each decided anew where somebody was quicker; gives what was decided in the end and the roadmap
 * as the files hold it now. Where one fails, what the step has done so far is taken back.
 */
async function save(
  context: Context,
  options: ChangeOptions,
  first: Plan,
  decide: (loaded: Loaded) => Plan,
  how: Parameters<typeof requestFor>[3],
): Promise<{ decided: Plan; now: Loaded }> {
  const { disk, places, lock } = context;
  const files = first.parts.map(({ place }) => place);
  const written = new Map<string, Uint8Array | null>();
  let decided = first;
  let inNote: WrittenNote | null = null;
  const part = (place: Recording['place']): SaveRequest => {
    // The ticks have another place since: a note that was being saved looked like one that cannot hold them.
    if (decided.parts.some((other) => !files.includes(other.place)))
      throw new UserError('changed', { file: first.loaded.origin.progress.path });
    const one = decided.parts.find((other) => other.place === place) ?? nothingIn(place, decided);
    const { source, ...request } = requestFor(one, decided.loaded, context, how);
    // Our own first part has changed the note that was read.
    return source === undefined || written.size > 0 ? request : { ...request, source };
  };
  // A folder of ours is made where there is none, HOME never.
  for (const { path, basis } of first.parts)
    if (basis === null && isBelow(path, places.data.path)) usableFolder(disk, places.data, path);
  if (first.parts.length > 1)
    for (const { path, place } of first.parts)
      checkWritable(disk, path, place === 'note' ? null : places.data.variable);
  for (const place of files) {
    try {
      const saved = saveChange(disk, places.state, part(place), lock, () => {
        // Under the lock nobody can be quicker again, so the change is decided on what is there now.
        decided = decideAnew(context, options, first.loaded, decide);
        return part(place);
      });
      if (saved.outcome === 'stale') throw new UserError('changed', { file: first.loaded.origin.progress.path });
      if (saved.outcome !== 'saved') continue;
      const { path } = part(place);
      written.set(path, saved.bytes);
      if (place === 'note' && files.length === 1) inNote = writtenNote(decided, saved);
    } catch (error) {
      if (how.step !== null) takeBack(disk, places.state, how.step, how, lock);
      throw error;
    }
  }
  if (written.size === 0) return { decided, now: decided.loaded };
  const now =
    (inNote && patched(decided.loaded, inNote)) ?? (await loadWritten(context, options, decided.loaded, written));
  const rows = now.rows !== null && written.has(now.rows.path) ? now.rows : null;
  remember(context, { ...now, progress: now.progress ?? rows });
  leaveSummary(context, options, now);
  now.readers.readings.keep();
  // Of two files the first is done when the second is decided anew, and the answer names what was done.
  return { decided: files.length > 1 ? first : decided, now };
}

function writtenNote({ parts }: Plan, { source, bytes }: Saved & { readonly outcome: 'saved' }): WrittenNote | null {
  const [part] = parts;
  if (part === undefined || bytes === null) return null;
  return { lines: part.moves.map(({ topic }) => topic.line), edits: part.edits, bytes, source };
}

const isBelow = (path: string, folder: string | null): boolean => folder !== null && path.startsWith(`${folder}/`);

/** Decided anew, the change no longer needs this file. */
function nothingIn(place: Recording['place'], { loaded }: Plan): Recording {
  const file = place === 'note' ? loaded.note : (loaded.progress ?? loaded.rows);
  const nothing = { edits: [], moves: [], joined: 0, text: '' };
  return { place, path: file?.path ?? '', basis: file?.bytes ?? null, ...nothing };
}

interface Pending {
  /** As it is before the ticks move. */
  readonly loaded: Loaded;
  readonly move: PlannedMove;
  readonly make: (command: readonly string[]) => ReadonlyMap<string, Uint8Array | null>;
}

/**
 * P5: a place that is named for a tick is one for all of them, so those that a progress file holds go there first. Null
 * where none do: a file that is named while none are kept is for this run alone.
 */
async function pendingMove(context: Context, options: ChangeOptions): Promise<Pending | null> {
  const { progress, ...present } = options;
  if (progress === undefined) return null;
  const loaded = await load(context, { ...present, mayBeGone: true });
  if (loaded.progress === null || loaded.overlaid.lines.size === 0) return null;
  const { makeMove, planMove } = await import('./moves/move.ts');
  const move = await planMove(context, options, loaded);
  return move === null ? null : { loaded, move, make: (command) => makeMove(context, move, command) };
}

const textsOf = ({ writes }: PlannedMove): ReadonlyMap<string, Uint8Array | null> =>
  new Map(writes.map(({ path, after }) => [path, after === null ? null : Buffer.from(after)]));

async function sayMove(context: Context, { move }: Pending, options: ChangeOptions): Promise<void> {
  if (options.quiet || options.json) return;
  const { reconcile } = await context.sentences();
  const [from, to] = [visible(move.from), visible(move.to)];
  const sentence = options.dryRun ? reconcile.move(move.count, from, to) : reconcile.moved(move.count, to);
  context.err(`${wrap(sentence, context.theme.width).join('\n')}\n`);
}

/** What would happen: a diff, or the document of the change. */
function printDryRun(context: Context, plan: Plan, pending: Pending | null, options: ChangeOptions): void {
  if (!options.json) {
    rehearse(context, rewritesOf(plan, pending), options);
    return;
  }
  const { loaded, changes, unchanged, day, noted = null } = plan;
  const rehearsed = changes.map(({ topic, to }) => ({ topic, status: to, completedOn: to === 'done' ? day : null }));
  answerRehearsal(context, loaded, rehearsed, unchanged, noted && afterwards(noted));
}

/** The topic as it will be. */
const afterwards = ({ topic, added }: Noted): Addition => ({
  ...added,
  topic: {
    ...topic,
    spent: added.minutes === null ? topic.spent : (topic.spent ?? 0) + added.minutes / 60,
    noteLines: [...topic.noteLines, ...added.notes],
  },
});

/** The files that would be written, those that only lose or get ticks that move among them. */
function rewritesOf({ loaded, parts }: Plan, pending: Pending | null): Rewrite[] {
  const rewrites = new Map<string, Rewrite>(pending?.move.writes.map((write) => [write.path, write]));
  for (const { path, place, basis, text: before, edits } of parts) {
    const encoding = place === 'note' ? loaded.note?.encoding : 'utf-8';
    const first = rewrites.get(path) ?? { path, basis, before, encoding };
    rewrites.set(path, { ...first, after: applyEdits(before, edits) });
  }
  return [...rewrites.values()];
}

function selectorsIn(input: string, { zero }: ChangeOptions): string[] {
  return input
    .split(zero ? '\0' : /\r\n|\n|\r|\0/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What the words name. Throws what selecting throws, `conflict`, `usage` and `recurring`. */
function choose(
  context: Context,
  loaded: Loaded,
  verb: Verb,
  selectors: readonly string[],
  options: ChangeOptions,
): Choice {
  refuseConflict(loaded);
  const to = statusOf[verb];
  const select = selecting(context, loaded.roadmap);
  const changes = new Map<Topic, Choice['changes'][number]>();
  const unchanged = new Set<Topic>();
  const recurring = new Set<Topic>();
  const elsewhere = new Set<Topic>();
  let group: TableSection | Topic | null = null;
  for (const word of selectors) {
    const { head, topics } = select(word);
    if (options.only && head?.kind !== 'topic')
      throw new UserError('only-one', { command: verb, selector: word, isSection: head !== null });
    const chosen = options.only ? topics.slice(0, 1) : topics;
    if (selectors.length === 1 && head !== null && chosen.length > 1) group = head;
    for (const topic of chosen) {
      // Named itself, and nothing below it: only then may a verb move what a group would pass over.
      const alone = head?.kind === 'topic' && chosen.length === 1;
      const redated =
        topic.status === to &&
        options.force === true &&
        options.on !== undefined &&
        (to === 'done' || to === 'skipped');
      if (!moves(topic, to, alone) && !redated) unchanged.add(topic);
      else if (isRecurring(loaded, topic)) {
        if (alone && selectors.length === 1)
          throw new UserError('recurring', {
            address: topic.address,
            title: firstWording(topic.title),
            line: topic.line,
          });
        recurring.add(topic);
      } else if (isDoneElsewhere(topic, to)) {
        if (alone && selectors.length === 1) throw new UserError('done-elsewhere', elsewhereArgs(topic, context));
        elsewhere.add(topic);
      } else changes.set(topic, { topic, from: topic.status, to, alone });
    }
  }
  const passed = { recurring: [...recurring], elsewhere: [...elsewhere] };
  return { changes: [...changes.values()], unchanged: [...unchanged], ...passed, group };
}

function elsewhereArgs({ address, title, from }: Topic, { language }: Context): ErrorArgs['done-elsewhere'] {
  return { address, title: wording(title, language), ...counterpartIn(from ?? '') };
}

/**
 * The same topics, by their ids, on another reading: a line that somebody put above meanwhile makes no tick fall on its neighbour.
 * Throws `changed` where one of them is gone, where the equal lines beside it have changed (FORMATS A4), or where more
 * dates would go than were asked about.
 */
function chooseAgain(first: Plan, loaded: Loaded): Choice {
  refuseConflict(loaded);
  const changed = new UserError('changed', { file: loaded.origin.progress.path });
  const topics = topicsById(loaded.roadmap);
  const asNow = (topic: Topic): Topic => {
    const now = topics.get(topic.id);
    if (now === undefined) throw changed;
    return now;
  };
  const noted = first.noted ?? null;
  const ids = new Set(
    [...first.changes.map(({ topic }) => topic), ...(noted ? [noted.topic] : [])].map(({ id }) => id),
  );
  if (orderOfEqual(first.loaded.own, ids) !== orderOfEqual(loaded.own, ids)) throw changed;
  const changes: Choice['changes'][number][] = [];
  const unchanged = first.unchanged.map(asNow);
  const recurring = first.recurring.map(asNow);
  const elsewhere = first.elsewhere.map(asNow);
  for (const { topic, from, to, alone } of first.changes) {
    const now = asNow(topic);
    const isRedated = from === to;
    if (isRecurring(loaded, now)) recurring.push(now);
    else if (isDoneElsewhere(now, to)) elsewhere.push(now);
    else if (moves(now, to, alone) || isRedated) changes.push({ topic: now, from: now.status, to, alone });
    else unchanged.push(now);
  }
  const { group } = first;
  const choice = {
    changes,
    unchanged,
    recurring,
    elsewhere,
    group: group === null ? null : groupNow(group, loaded, topics),
    noted: noted && { ...noted, topic: asNow(noted.topic) },
  };
  if (datesErased(choice, loaded).length > Math.max(1, datesErased(first, first.loaded).length)) throw changed;
  return choice;
}

function groupNow(
  group: TableSection | Topic,
  { roadmap }: Loaded,
  topics: ReadonlyMap<string, Topic>,
): Section | Topic | null {
  if (group.kind === 'topic') return topics.get(group.id) ?? null;
  const within = (children: readonly (Section | Topic)[]): Section | null => {
    for (const child of children) {
      if (child.kind === 'topic') continue;
      const found = child.id === group.id ? child : within(child.children);
      if (found !== null) return found;
    }
    return null;
  };
  return within(roadmap.children);
}

/** A line that repeats is the plugin's to complete: a tick in the note would end the repetition (FORMATS D4). */
export function isRecurring({ progress }: Pick<Loaded, 'progress'>, topic: Topic): boolean {
  return progress === null && topic.repeats;
}

/** Dates that a change would take away: more than one is asked about. */
function datesErased(
  { changes }: Pick<Choice, 'changes'>,
  loaded: Loaded,
): { readonly address: string; readonly day: CalendarDate }[] {
  return changes.flatMap(({ topic, to }) =>
    to === 'done' ? [] : datesOf(topic, loaded).map((day) => ({ address: topic.address, day })),
  );
}

/** The done dates of a topic: of a progress file, those of all its lines; not the one of another roadmap. */
function datesOf({ id, completedOn, from }: Topic, { overlaid }: Loaded): CalendarDate[] {
  const lines = overlaid.lines.get(id) ?? (from === null ? [{ completedOn }] : []);
  return [...new Set(lines.flatMap((line) => line.completedOn ?? []))];
}

/** Whether the day is on the line still: in the middle of a sentence it is the author's, and stays. */
function isKept(day: CalendarDate, topic: Topic, now: Loaded): boolean {
  return fieldsInNote(now, topic).some(({ name, value }) => name === 'completion' && value === day);
}

/** What changes the day of what is so already. Words that came from standard input are the topics they named. */
function redating(
  { theme }: Context,
  verb: Verb,
  names: readonly string[],
  day: CalendarDate,
  { only }: ChangeOptions,
): string {
  return theme.commands.to(verb, ...names, ...(only ? ['--only'] : []), '--on', day, '--force');
}

/** The selectors as a command line can repeat them: what came by standard input is named by its addresses. */
const namesIn = (words: readonly string[], { unchanged }: Plan): readonly string[] =>
  words.includes('-') ? unchanged.map(({ address }) => address) : words;

/** Nothing of ours was ever written to this file: neither a progress file nor a line in the journal. */
function isFirstWrite({ disk, places }: Context, { progress, note }: Loaded): boolean {
  if (progress !== null) return progress.bytes === null;
  const path = (note as NonNullable<typeof note>).path;
  const real = realOf(disk, path);
  return !isInJournal(disk, places.state, real);
}

async function printAnswer(
  context: Context,
  { decided, now, isFirst }: Made,
  options: ChangeOptions,
  { verb, keptDay }: Pick<ChangeView, 'verb' | 'keptDay'>,
): Promise<void> {
  const find = topicFinder(now.roadmap);
  const asNow = (topic: Topic): Topic => find(topic) ?? topic;
  const changed = decided.changes.map(
    ({ topic, from, to }): Change => ({
      ...{ topic: asNow(topic), from, to: asNow(topic).status },
      erased: to === 'done' ? [] : datesOf(topic, decided.loaded).filter((day) => !isKept(day, asNow(topic), now)),
    }),
  );
  const { noted = null } = decided;
  const unchanged = decided.unchanged.map(asNow);
  const changes = { changed, unchanged, ...(noted && { noted: { ...noted.added, topic: asNow(noted.topic) } }) };
  const { messages, width } = context.theme;
  const remark = (sentence: string): void => context.err(`${wrap(sentence, width).join('\n')}\n`);
  for (const topic of decided.recurring)
    remark(messages.recurringPassed(topic.address, context.theme.say(topic.title)));
  if (decided.elsewhere.length > 0) {
    const { errors } = await context.sentences();
    const { commands, say, show } = context.theme;
    for (const topic of decided.elsewhere) {
      const { address, roadmap, id } = elsewhereArgs(topic, context);
      const args = { address, title: say(topic.title), roadmap: show(roadmap), id: show(id) };
      remark(errors['done-elsewhere'](args, commands).message);
    }
  }
  for (const { topic, to } of decided.changes)
    if (to === 'done' && isDeletedByPlugin(decided.loaded, topic)) remark(messages.deleteKept(topic.address));
  const joined = decided.parts.reduce((sum, part) => sum + part.joined, 0);
  if (joined > 0 && !options.quiet) remark(messages.joined(joined));
  await answer(context, changes, now, options, { verb, group: decided.group, keptDay, isFirst });
}

/** `🏁 delete`: the plugin takes such a line away when it is done; we never do, and say so (FORMATS D4). */
function isDeletedByPlugin(loaded: Loaded, topic: Topic): boolean {
  return fieldsInNote(loaded, topic).some(
    ({ name, value }) => name === 'onCompletion' && value.toLowerCase() === 'delete',
  );
}

/** The fields of a task line that is ticked in place; none of other topics. */
function fieldsInNote({ note, progress }: Loaded, { line, place }: Topic): ReturnType<typeof fieldsAt> {
  return note === null || progress !== null || place !== 'task' ? [] : fieldsAt(note.source, line);
}
