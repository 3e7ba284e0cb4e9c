// Change: done, start, skip and reopen: select, decide, edit, save, and say what the file holds now.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { UserError } from '../errors.ts';
import { frontMatterSpan } from '../formats/frontmatter.ts';
import { recordInline } from '../formats/markdown/record.ts';
import { readTaskLine } from '../formats/markdown/task-line.ts';
import { emptyProgress, recordChanges, topicsById } from '../formats/progress/edit.ts';
import { readProgress } from '../formats/progress/read.ts';
import type { TopicChange } from '../formats/progress/tick-line.ts';
import { tidied } from '../formats/progress/tidy.ts';
import type { Change } from '../model/change.ts';
import { overlay, type Tick } from '../model/overlay.ts';
import { progressOf } from '../model/progress.ts';
import { firstWording, type Section, type Status, type Topic, type TopicId, wording } from '../model/roadmap.ts';
import { readJournal } from '../store/journal.ts';
import { realOf } from '../store/library.ts';
import { type SaveRequest, saveChange } from '../store/save.ts';
import { applyEdits, differenceEdit, type Edit } from '../text/edit.ts';
import { lineSpan, toSource } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/width.ts';
import { shellQuote } from '../views/command-line.ts';
import { drawDiff } from '../views/diff.ts';
import { changeJson } from '../views/json.ts';
import { answer } from './answer.ts';
import { refuseConflict } from './conflict.ts';
import type { CommonOptions, Context } from './context.ts';
import { dayOf } from './filter.ts';
import { type Loaded, load, reload } from './load.ts';
import { selecting } from './selecting.ts';

export type Verb = 'done' | 'start' | 'skip' | 'reopen';

export interface ChangeOptions extends CommonOptions {
  readonly on?: string;
  readonly dryRun?: boolean;
  readonly only?: boolean;
  readonly force?: boolean;
}

const statusOf: { readonly [verb in Verb]: Status } = { done: 'done', start: 'doing', skip: 'skipped', reopen: 'todo' };
/** Which states a verb moves when a whole section or parent was named: what was skipped on purpose stays skipped. */
const movesInGroup: { readonly [verb in Verb]: readonly Status[] } = {
  done: ['todo', 'doing'],
  start: ['todo'],
  skip: ['todo', 'doing'],
  reopen: ['done', 'doing', 'skipped'],
};

/** What is to happen, decided on one reading of the files. */
interface Plan {
  readonly loaded: Loaded;
  readonly changes: readonly { topic: Topic; from: Status }[];
  readonly unchanged: readonly Topic[];
  /** Recurring lines that a group passed over (FORMATS D4). */
  readonly recurring: readonly Topic[];
  readonly group: Section | Topic | null;
  readonly edits: readonly Edit[];
  /** Lines that a merge left twice and that the write joins (FORMATS U1). */
  readonly joined: number;
  /** Ids that are written by the change, by those that the topics had (FORMATS U2). */
  readonly named: ReadonlyMap<TopicId, TopicId>;
}

/** Runs a verb over selectors. Throws what selecting, reading and writing throw, and `future-date`, `recurring`, `needs-answer`. */
export async function change(
  context: Context,
  verb: Verb,
  words: readonly string[],
  options: ChangeOptions,
): Promise<number> {
  if (words.length === 0) throw new UserError('no-selector', { command: verb });
  const day = options.on === undefined ? context.today : dayOf(options.on, context.today);
  if (day > context.today) throw new UserError('future-date', { date: day, today: context.today });
  const selectors = words.flatMap((word) => (word === '-' ? linesOf(context.input()) : [word]));

  const first = await load(context, options);
  const decide = (loaded: Loaded): Plan => plan(context, loaded, verb, selectors, options, day);
  let decided = decide(first);
  const erased = datesErased(decided, verb);
  if (erased > 1 && !options.force && !options.dryRun) {
    const question = context.theme.messages.eraseDates(erased);
    if (!context.canAsk()) throw new UserError('needs-answer', { question, flag: '--force' });
    if (!(await context.ask(question))) return 0;
  }
  if (options.dryRun) {
    rehearse(context, verb, decided, options, day);
    return 0;
  }

  const isFirst = decided.edits.length > 0 && isFirstWrite(context, first);
  const command = [verb, ...selectors];
  const saved = saveChange(
    context.disk,
    context.places.state,
    requestFor(decided, command, day, context),
    context.lock,
    () => {
      // Somebody was quicker: under the lock nobody can be again, so the change is decided anew on what is there now.
      decided = decide(reload(context, options, first));
      return requestFor(decided, command, day, context);
    },
  );
  if (saved.outcome === 'stale') throw new UserError('changed', { file: first.origin.progress.path });
  const now = saved.outcome === 'saved' ? await load(context, options) : decided.loaded;
  await say(context, verb, decided, now, options, isFirst);
  return 0;
}

/** What would happen: a diff for people, the document of the change for scripts. */
function rehearse(
  context: Context,
  verb: Verb,
  { loaded, changes, unchanged, edits }: Plan,
  options: ChangeOptions,
  day: CalendarDate,
): void {
  if (!options.json) {
    const text = textOf(loaded);
    context.out(drawDiff(text, applyEdits(text, edits), loaded.origin.progress.path, context.theme));
    return;
  }
  const status = statusOf[verb];
  const completedOn = status === 'done' ? day : null;
  const ticks = changes.map(({ topic }): Tick => {
    const title = firstWording(topic.title);
    return { id: topic.id, title, written: title, section: null, status, completedOn, line: 0 };
  });
  const { roadmap } = overlay(loaded.roadmap, ticks);
  const after = topicsById(roadmap);
  const changed = changes.map(({ topic, from }): Change => ({ topic: after.get(topic.id) ?? topic, from, to: status }));
  const document = {
    changes: { changed, unchanged },
    origin: loaded.origin,
    progress: progressOf(roadmap),
    isRehearsal: true,
  };
  context.out(changeJson(document, context.language));
}

function linesOf(input: string): string[] {
  return input
    .split(/\r\n|\n|\r|\0/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function plan(
  context: Context,
  loaded: Loaded,
  verb: Verb,
  selectors: readonly string[],
  options: ChangeOptions,
  day: CalendarDate,
): Plan {
  refuseConflict(loaded);
  const to = statusOf[verb];
  const select = selecting(context, loaded.roadmap);
  const changes = new Map<Topic, { topic: Topic; from: Status }>();
  const unchanged = new Set<Topic>();
  const recurring = new Set<Topic>();
  let group: Section | Topic | null = null;
  for (const word of selectors) {
    const { head, topics } = select(word);
    if (options.only && head?.kind !== 'topic')
      throw new UserError('usage', {
        detail: `--only is for one topic, and ${word} is ${head === null ? 'several' : 'a section'}`,
        hint: `istio-roadmap ${verb} ${shellQuote(word)}`,
      });
    const chosen = options.only ? topics.slice(0, 1) : topics;
    if (selectors.length === 1 && head !== null && chosen.length > 1) group = head;
    for (const topic of chosen) {
      // Named itself, and nothing below it: only then may a verb move what a group would pass over.
      const alone = head?.kind === 'topic' && chosen.length === 1;
      const moves = topic.status !== to && (alone || movesInGroup[verb].includes(topic.status));
      const redated =
        topic.status === to &&
        options.force === true &&
        options.on !== undefined &&
        (to === 'done' || to === 'skipped');
      if (!moves && !redated) unchanged.add(topic);
      else if (isRecurring(loaded, topic)) {
        if (alone && selectors.length === 1)
          throw new UserError('recurring', {
            address: topic.address,
            title: firstWording(topic.title),
            line: topic.line,
          });
        recurring.add(topic);
      } else changes.set(topic, { topic, from: topic.status });
    }
  }
  const list = [...changes.values()];
  return {
    loaded,
    changes: list,
    unchanged: [...unchanged],
    recurring: [...recurring],
    group,
    ...editsFor(loaded, list, to, day),
  };
}

/** A line that repeats is the plugin's to complete: a tick in the note would end the repetition (FORMATS D4). */
function isRecurring({ progress }: Loaded, topic: Topic): boolean {
  return progress === null && topic.repeats;
}

function editsFor(
  loaded: Loaded,
  changes: readonly { topic: Topic }[],
  to: Status,
  day: CalendarDate,
): Pick<Plan, 'edits' | 'joined' | 'named'> {
  if (changes.length === 0) return { edits: [], joined: 0, named: noNames };
  const { note, progress, own, origin } = loaded;
  if (progress === null && note !== null) {
    const lines = changes.map(({ topic }) => ({ id: topic.id, line: topic.line, to, day }));
    return recordInline(note.source, frontMatterSpan(note.source.text)?.body.start ?? 0, own.boxGroups, lines);
  }
  const { text, bodyStart, source } = progress as NonNullable<typeof progress>;
  const byId = topicsById(own);
  const wanted = changes.map(({ topic }): TopicChange => ({ topic: byId.get(topic.id) as Topic, to, day }));
  const basis = text.trim() === '' ? emptyProgress(own, source) : text;
  const start = text.trim() === '' ? basis.indexOf('\n---\n') + 5 : bodyStart;
  const tidy = tidied(basis, start, own);
  const lines =
    tidy.text === basis ? loaded.overlaid.lines : overlay(own, readProgress(toSource(tidy.text), start).ticks).lines;
  const edit = differenceEdit(text, recordChanges(tidy.text, start, own, lines, wanted, origin.progress.path));
  return { edits: edit === null ? [] : [edit], joined: tidy.joined, named: noNames };
}

const noNames: ReadonlyMap<TopicId, TopicId> = new Map();

function textOf({ note, progress }: Loaded): string {
  return progress === null ? (note as NonNullable<typeof note>).source.text : progress.text;
}

function requestFor(
  { loaded, changes, edits }: Plan,
  command: readonly string[],
  day: CalendarDate,
  { places }: Context,
): SaveRequest {
  const { progress, note, origin } = loaded;
  if (edits.length > 0 && progress !== null && progress.path === '')
    throw new UserError('unwritable', {
      file: `${places.data.variable}/istio-roadmap`,
      cause: 'no-home',
      variable: places.data.variable,
    });
  const to = (change: { topic: Topic }): Status => statusOf[command[0] as Verb] ?? change.topic.status;
  return {
    path: origin.progress.path,
    basis: progress === null ? (note as NonNullable<typeof note>).bytes : progress.bytes,
    edits,
    ...(note?.encoding && progress === null ? { encoding: note.encoding } : {}),
    command,
    day,
    variable: progress === null ? null : places.data.variable,
    changes: changes.map((change) => ({
      address: change.topic.address,
      id: change.topic.id,
      title: firstWording(change.topic.title),
      from: change.from,
      to: to(change),
      completedOn: to(change) === 'done' ? day : null,
    })),
  };
}

/** Dates that reopening would take away: more than one is asked about. */
function datesErased({ changes }: Plan, verb: Verb): number {
  return verb !== 'done' ? changes.filter(({ topic }) => topic.completedOn !== null).length : 0;
}

/** Nothing of ours was ever written to this file: neither a progress file nor a line in the journal. */
function isFirstWrite({ disk, places }: Context, { progress, note }: Loaded): boolean {
  if (progress !== null) return progress.bytes === null;
  const path = (note as NonNullable<typeof note>).path;
  const real = realOf(disk, path);
  return !readJournal(disk, places.state).some((entry) => entry.file === real);
}

async function say(
  context: Context,
  verb: Verb,
  decided: Plan,
  now: Loaded,
  options: ChangeOptions,
  isFirst: boolean,
): Promise<void> {
  const after = topicsById(now.roadmap);
  // Where a line was edited by hand meanwhile its id may have changed with it; then what was decided is said.
  const asNow = (topic: Topic): Topic => after.get(decided.named.get(topic.id) ?? topic.id) ?? topic;
  const changed = decided.changes.map(
    ({ topic, from }): Change => ({ topic: asNow(topic), from, to: asNow(topic).status }),
  );
  const changes = { changed, unchanged: decided.unchanged.map(asNow) };
  for (const topic of decided.recurring)
    context.err(
      `${wrap(context.theme.messages.recurringPassed(topic.address, visible(wording(topic.title, context.language))), context.theme.width).join('\n')}\n`,
    );
  for (const { topic } of verb === 'done' ? decided.changes : [])
    if (isDeletedByPlugin(decided.loaded, topic))
      context.err(`${wrap(context.theme.messages.deleteKept(topic.address), context.theme.width).join('\n')}\n`);
  if (decided.joined > 0 && !options.quiet)
    context.err(`${wrap(context.theme.messages.joined(decided.joined), context.theme.width).join('\n')}\n`);
  await answer(context, verb, changes, now, options, { group: decided.group, isFirst });
}

/** `🏁 delete`: the plugin takes such a line away when it is done; we never do, and say so (FORMATS D4). */
function isDeletedByPlugin({ note, progress }: Loaded, topic: Topic): boolean {
  if (note === null || progress !== null || topic.place !== 'task') return false;
  const { start, end } = lineSpan(note.source, topic.line);
  const fields = readTaskLine(note.source.text, start, end)?.fields ?? [];
  return fields.some(({ name, value }) => name === 'onCompletion' && value.toLowerCase() === 'delete');
}
