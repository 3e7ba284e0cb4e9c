// Reconcile: ticks are linked anew to a roadmap that has changed or moved, or are taken to another place.

import { isUserError, UserError } from '../errors.ts';
import { frontMatterSpan } from '../formats/frontmatter.ts';
import { countedLines } from '../formats/markdown/counted-lines.ts';
import { joinRuns, versionRuns } from '../formats/markdown/version-runs.ts';
import { progressIn } from '../formats/progress/clear.ts';
import { readHead } from '../formats/progress/head.ts';
import { relinked } from '../formats/progress/relink.ts';
import { tidied } from '../formats/progress/tidy.ts';
import { reconcileAbandoned } from '../model/belonging.ts';
import { overlay } from '../model/overlay.ts';
import { type Reconciliation, reconcile as reconcileTicks } from '../model/reconcile.ts';
import { firstWording, type Topic } from '../model/roadmap.ts';
import { folderOf, readBytes } from '../store/files.ts';
import { readKnownTopics } from '../store/known-topics.ts';
import { absolutePath, isSameFile, realOf } from '../store/library.ts';
import { type SaveRequest, saveChange } from '../store/undo/save.ts';
import { applyEdits, differenceEdit } from '../text/edit.ts';
import { decode, isBinary } from '../text/encoding.ts';
import type { ThemeWithSentences } from '../views/problem.ts';
import {
  type Adopted,
  drawMove,
  drawReconcile,
  type FileChange,
  plainReconcile,
  reconcileJson,
} from '../views/reconcile.ts';
import { type AbandonedTicks, abandonedIn, abandonedTicks, placeIn } from './abandoned.ts';
import { afterWriting } from './answer.ts';
import { refuseConflict } from './conflict.ts';
import type { CommonOptions, Context } from './context.ts';
import { decideAnew, type Loaded, load } from './load.ts';
import { betweenFiles, takeOver } from './moves/between-files.ts';
import { makeMove, planMove } from './moves/move.ts';
import type { PlannedMove } from './moves/planned-move.ts';
import { besides, type ProgressNote, progressNote } from './progress-note.ts';
import { remember } from './remember.ts';
import { withSentences } from './theme-with-sentences.ts';

export interface ReconcileOptions extends CommonOptions {
  /** The file that holds the ticks, found by the user. */
  readonly from?: string;
  readonly apply?: boolean;
  readonly zero?: boolean;
}

/**
 * `reconcile [--apply] [--from FILE | --progress inline|FILE]`: 0. Without `--apply` nothing is written. Throws what reading,
 * moving and writing throw.
 */
export async function reconcile(context: Context, options: ReconcileOptions): Promise<number> {
  if (options.progress !== undefined && options.from !== undefined)
    throw new UserError('options-exclude', { option: '--from', other: '--progress', command: 'reconcile' });
  if (options.progress !== undefined) {
    // Whoever names another place may leave one that is gone.
    return move(context, options, await load(context, { ...withoutProgress(options), mayBeGone: true }));
  }
  const loaded = await load(context, { ...options, mayBeGone: options.from !== undefined });
  const all = await abandonedTicks(context, loaded);
  const chosen =
    options.from === undefined ? (all.find(({ exact }) => exact > 0) ?? null) : ticksIn(context, loaded, options.from);
  if (chosen !== null) {
    const others = all.filter(({ from }) => from.path !== chosen.from.path);
    return adopt(context, options, loaded, chosen, others);
  }
  return relink(context, options, loaded, loaded.progress === null ? null : decide(context, loaded));
}

/** The lines of the progress file, brought up to the roadmap. */
async function relink(
  context: Context,
  options: ReconcileOptions,
  loaded: Loaded,
  first: Decision | null,
): Promise<number> {
  const { progress } = loaded;
  if (progress === null || first === null) return joinVersions(context, options, loaded);
  const { decided, isApplied } = applied(context, options, loaded, first, (now) => decide(context, now));
  const { found, change } = decided;
  // What is known now is what the next change of the roadmap is compared with.
  if (options.apply) rememberFrom(context, decided.loaded, progress.path, change?.after ?? progress.text);
  const { joined } = decided;
  await say(context, options, loaded, {
    ...{ found, abandoned: null, joined },
    ...{ changes: change === null ? [] : [change], isApplied },
  });
  return 0;
}

/** With `--apply`, what was decided is saved, and decided anew where somebody was quicker. Throws what saving throws, `changed`. */
function applied<Decided extends Pick<Decision, 'request'> & { readonly change: FileChange | null }>(
  context: Context,
  options: ReconcileOptions,
  loaded: Loaded,
  first: Decided,
  decideOn: (now: Loaded) => Decided,
): { decided: Decided; isApplied: boolean } {
  let decided = first;
  const isApplied = options.apply === true && decided.change !== null;
  if (isApplied) {
    refuseConflict(loaded);
    const saved = saveChange(context.disk, context.places.state, decided.request, context.lock, () => {
      decided = decideAnew(context, options, loaded, decideOn);
      return decided.request;
    });
    if (saved.outcome === 'stale') throw new UserError('changed', { file: decided.request.path });
  }
  return { decided, isApplied };
}

/** A note that holds its own ticks: lines that look like two versions of the same are shown, and joined with `--apply`. */
async function joinVersions(context: Context, options: ReconcileOptions, loaded: Loaded): Promise<number> {
  const first = decideJoin(context, loaded);
  const { decided, isApplied } = applied(context, options, loaded, first, (now) => decideJoin(context, now));
  const { change, joined } = decided;
  await say(context, options, loaded, {
    ...{ found: null, abandoned: null, joined },
    ...{ changes: change === null ? [] : [change], isApplied },
  });
  return 0;
}

function decideJoin(
  context: Context,
  { note }: Loaded,
): Pick<Decision, 'joined' | 'request'> & { change: FileChange | null } {
  const { path, bytes, source, encoding, format } = note as NonNullable<Loaded['note']>;
  const lines = [...countedLines(source, frontMatterSpan(source.text)?.body.start ?? 0).lines];
  const runs = format.canHoldTicks ? versionRuns(source, lines) : [];
  const edits = joinRuns(source, lines, runs);
  const change = edits.length === 0 ? null : { path, before: source.text, after: applyEdits(source.text, edits) };
  const request: SaveRequest = {
    ...{
      path,
      basis: bytes,
      edits,
      command: ['reconcile', '--apply'],
      day: context.today,
      variable: null,
      changes: [],
    },
    ...(encoding === undefined ? null : { encoding }),
  };
  return { change, request, joined: runs.reduce((sum, { second, last }) => sum + last - second + 1, 0) };
}

function rememberFrom(context: Context, { own }: Loaded, path: string, text: string): void {
  remember(context, { own, progress: { path }, overlaid: overlay(own, progressIn(text).ticks) });
}

interface Decision {
  readonly loaded: Loaded;
  readonly found: Reconciliation;
  readonly change: (FileChange & { readonly after: string }) | null;
  /** Lines that look like another version of the same, of which one is to stay. */
  readonly joined: number;
  readonly request: SaveRequest;
}

function decide(context: Context, loaded: Loaded): Decision {
  const { own, overlaid, note } = loaded;
  const file = loaded.progress as ProgressNote;
  const known = knownTo(context, file.path);
  const all = reconcileTicks(own, overlaid, known);
  const linked = relinked(file, own, all.relinks, known);
  const { text: after, joined } = tidied(linked, readHead(linked).bodyStart, own, 'likeness');
  const edit = differenceEdit(file.text, after);
  // A line that others hang on stays where people put it, and there is nothing to be done about it.
  const found = edit === null ? { ...all, relinks: [], current: all.current + all.relinks.length } : all;
  const change = edit === null ? null : { path: file.path, before: file.text, after };
  const request: SaveRequest = {
    ...{ path: file.path, basis: file.bytes, edits: edit === null ? [] : [edit], command: ['reconcile', '--apply'] },
    ...{ day: context.today, variable: context.places.data.variable, ...(note === null ? null : { source: note }) },
    changes: found.relinks.flatMap(({ tick: { id: was, status, completedOn }, to: { topic } }) =>
      was === null || was === topic.id ? [] : [{ ...namesOf(topic), from: status, to: status, completedOn, was }],
    ),
  };
  return { loaded, found, change, joined, request };
}

const namesOf = ({ address, id, title }: Topic) => ({ address, id, title: firstWording(title) });

const knownTo = ({ disk, places }: Context, file: string) => readKnownTopics(disk, places.state, file);

/**
 * Ticks of a file that the user names; null where those of the roadmap are there. Throws `unreadable`, and `bad-progress` for
 * the roadmap itself and for what is no text.
 */
function ticksIn(context: Context, loaded: Loaded, name: string): AbandonedTicks | null {
  const { disk, library } = context;
  const read = (path: string): ProgressNote => {
    const bytes = readBytes(disk, path);
    if (loaded.note !== null && isSameFile(disk, path, loaded.note.path))
      throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-ours' });
    if (isBinary(bytes) || !decode(bytes, 'utf-8').exact)
      throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-text' });
    return progressNote(path, bytes);
  };
  const path = realOf(disk, absolutePath(library.cwd, name));
  const here = [loaded.progress, loaded.rows].find((file) => file !== null && isSameFile(disk, file.path, path));
  if (here) return null;
  const named = read(path);
  const place = placeIn(named);
  return place === null
    ? abandonedIn(context, loaded, named, null)
    : abandonedIn(context, loaded, read(besides(path, place)), named);
}

/**
 * How ticks come here. A file that the user chose for them stays where it is, and names this roadmap from then on; from our folder
 * they are moved. What a roadmap that is there may still need, or is no file of ours, is copied and stays as it is.
 */
function takingOf(
  { disk, places: { data } }: Context,
  { named }: Loaded,
  { from, pointer, isThere }: AbandonedTicks,
): 'stay' | 'abandoned' | 'copy' {
  const { roadmaps } = readHead((pointer ?? from).text);
  if (isThere || roadmaps.length === 0) return 'copy';
  if (pointer !== null || from.path === named || !roadmaps.every((name) => name.startsWith('/'))) return 'stay';
  return data.path !== null && isSameFile(disk, folderOf(from.path), data.path) ? 'abandoned' : 'copy';
}

/** Takes over ticks that lie elsewhere: under the names that their topics have now, in one step (FORMATS P3). */
async function adopt(
  context: Context,
  options: ReconcileOptions,
  loaded: Loaded,
  chosen: AbandonedTicks,
  others: readonly AbandonedTicks[],
): Promise<number> {
  const { own, home, progress, rows } = loaded;
  const { from, pointer } = chosen;
  if (home === null)
    throw new UserError('unwritable', { file: from.path, cause: 'no-home', variable: context.places.data.variable });
  const known = knownTo(context, from.path);
  const found = reconcileAbandoned(own, overlay(own, progressIn(from.text).ticks), known);
  const renamed = relinked(from, own, found.relinks, known);
  const present = { context, loaded };
  const taking = takingOf(context, loaded, chosen);
  const arriving = { file: from, text: renamed, overlaid: overlay(own, progressIn(renamed).ticks) };
  const planned =
    taking === 'stay'
      ? takeOver(present, from, renamed, pointer)
      : betweenFiles(present, { ...arriving, taking }, progress ?? rows ?? home);
  const isApplied = options.apply === true && planned.writes.length > 0;
  if (isApplied) {
    refuseConflict(loaded);
    makeMove(context, planned, ['reconcile', '--apply']);
    rememberFrom(context, loaded, planned.to, planned.writes[0]?.after ?? '');
  }
  const abandoned = {
    ...fileOf(chosen),
    stays: taking === 'copy',
    others: others.map(fileOf),
  };
  const changes = planned.writes;
  await say(context, options, loaded, { found, abandoned, joined: 0, changes, isApplied, to: planned.to });
  return 0;
}

const fileOf = ({ from, roadmap, isThere, fitting, total }: AbandonedTicks) => ({
  ...{ file: from.path, roadmap, isThere, fitting, total },
});

async function move(context: Context, options: ReconcileOptions, loaded: Loaded): Promise<number> {
  const planned = await planMove(context, options, loaded);
  const theme = await withSentences(context);
  const isApplied = options.apply === true && planned !== null;
  if (isApplied) {
    refuseConflict(loaded);
    makeMove(context, planned, ['reconcile', '--progress', options.progress as string]);
    const text = planned.writes.find(({ path }) => path === planned.to)?.after;
    if (options.progress !== 'inline' && text) rememberFrom(context, loaded, planned.to, text);
  }
  printMove(context, options, loaded, { planned, isApplied }, theme);
  if (isApplied) await afterApplying(context, options);
  return 0;
}

function printMove(
  context: Context,
  options: ReconcileOptions,
  loaded: Loaded,
  { planned, isApplied }: { readonly planned: PlannedMove | null; readonly isApplied: boolean },
  theme: ThemeWithSentences,
): void {
  if (options.json) {
    const mode = options.progress === 'inline' ? 'inline' : 'file';
    const origin =
      isApplied && planned !== null
        ? { ...loaded.origin, progress: { mode, path: planned.to } as const }
        : loaded.origin;
    const document = { origin, found: null, abandoned: null, joined: 0, move: planned, isApplied };
    context.out(reconcileJson(document, context.language));
  } else if (options.quiet || options.plain) return;
  else if (planned === null) context.out(` ${theme.sentences.reconcile.isThere(loaded.origin.progress.path)}\n`);
  else {
    const { from, to, count, writes } = planned;
    const words = isApplied ? ['undo'] : ['reconcile', '--progress', options.progress as string, '--apply'];
    const command = theme.commands.to(...words);
    context.out(drawMove({ from, to, count, changes: writes, isApplied, command }, theme));
  }
}

/** A topic has the same state as before, so only the counts may have changed. What cannot be read now was written all the same. */
async function afterApplying(context: Context, options: ReconcileOptions): Promise<void> {
  if (context.configuration.hook === null) return;
  try {
    const now = await load(context, withoutProgress(options));
    await afterWriting(context, { changed: [], unchanged: [] }, now, options);
  } catch (error) {
    if (!isUserError(error)) throw error;
  }
}

function withoutProgress({ progress: _, ...others }: ReconcileOptions): ReconcileOptions {
  return others;
}

interface Outcome {
  readonly found: Reconciliation | null;
  readonly abandoned: Adopted | null;
  readonly joined: number;
  readonly changes: readonly FileChange[];
  readonly isApplied: boolean;
  /** Where the ticks are now, if not where they were. */
  readonly to?: string;
}

async function say(context: Context, options: ReconcileOptions, loaded: Loaded, outcome: Outcome): Promise<void> {
  const { own } = loaded;
  const { to = loaded.origin.progress.path } = outcome;
  const mode = outcome.to === undefined ? loaded.origin.progress.mode : 'file';
  const origin = { ...loaded.origin, progress: { mode, path: to } };
  if (options.json) context.out(reconcileJson({ origin, move: null, ...outcome }, context.language));
  else if (options.plain) {
    if (outcome.found !== null)
      context.out(plainReconcile(outcome.found, context.language, options.zero ? '\0' : '\n'));
  } else if (!options.quiet) {
    const theme = await withSentences(context);
    const from = options.from === undefined ? [] : ['--from', options.from];
    const words = outcome.isApplied ? ['undo'] : ['reconcile', ...from, '--apply'];
    const command = theme.commands.to(...words);
    context.out(drawReconcile({ title: own.title, origin, ...outcome, command }, theme));
  }
  if (outcome.isApplied) await afterApplying(context, options);
}
