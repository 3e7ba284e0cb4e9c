// Reconcile: ticks are linked anew to a roadmap that has changed or moved, or are taken to another place.

import { UserError } from '../errors.ts';
import { frontMatterSpan } from '../formats/frontmatter.ts';
import { countedLines } from '../formats/markdown/conflicts.ts';
import { joinRuns, versionRuns } from '../formats/markdown/version-runs.ts';
import { progressIn } from '../formats/progress/clear.ts';
import { readHead } from '../formats/progress/head.ts';
import { relinked } from '../formats/progress/relink.ts';
import { tidied } from '../formats/progress/tidy.ts';
import { normalTitle } from '../model/identity.ts';
import { overlay } from '../model/overlay.ts';
import { type Reconciliation, reconcile as reconcileTicks, standsOf } from '../model/reconcile.ts';
import { firstWording, type Roadmap, type Topic } from '../model/roadmap.ts';
import { folderOf, readIfThere } from '../store/files.ts';
import { readKnownTopics } from '../store/known-topics.ts';
import { findRoadmap, wayTo } from '../store/library.ts';
import { abandonedProgress } from '../store/progress-file.ts';
import { type SaveRequest, saveChange } from '../store/save.ts';
import { applyEdits, differenceEdit } from '../text/edit.ts';
import { decode } from '../text/encoding.ts';
import { commandLine } from '../views/command-line.ts';
import {
  type Abandoned,
  drawMove,
  drawReconcile,
  type FileChange,
  plainReconcile,
  reconcileJson,
} from '../views/reconcile.ts';
import { refuseConflict } from './conflict.ts';
import type { CommonOptions, Context } from './context.ts';
import { decideAnew, type Loaded, load } from './load.ts';
import { makeMove, Planning, planMove } from './move.ts';
import { besides, type ProgressNote, progressNote } from './place.ts';
import { remember } from './remember.ts';
import { speaking } from './speaking.ts';

export interface ReconcileOptions extends CommonOptions {
  readonly apply?: boolean;
  readonly zero?: boolean;
}

/**
 * `reconcile [--apply] [--progress inline|FILE]`: 0. Without `--apply` nothing is written. Throws what reading, moving and
 * writing throw.
 */
export async function reconcile(context: Context, options: ReconcileOptions): Promise<number> {
  if (options.progress !== undefined) {
    // Whoever names another place may leave one that is gone.
    return move(context, options, await load(context, { ...withoutProgress(options), mayBeGone: true }));
  }
  const loaded = await load(context, options);
  const adoption = likeliest(context, loaded);
  const holds = holdsTicks(loaded);
  if (adoption !== null && !holds) return adopt(context, options, loaded, adoption);
  const decided = loaded.progress === null ? null : decide(context, loaded);
  // Ticks were made here before those of the old place were asked for: both belong to it, if it is called the same.
  if (adoption?.isNamesake && (decided === null || decided.change === null))
    return adopt(context, options, loaded, adoption);
  return relink(context, options, loaded, decided);
}

function holdsTicks({ progress, own, overlaid }: Loaded): boolean {
  if (progress !== null) return overlaid.lines.size + overlaid.orphans.length > 0;
  return standsOf(own).some(({ topic }) => topic.status !== 'todo');
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
  let decided = first;
  const isApplied = options.apply === true && decided.change !== null;
  if (isApplied) {
    refuseConflict(loaded);
    const saved = saveChange(context.disk, context.places.state, decided.request, context.lock, () => {
      decided = decideAnew(context, options, loaded, (now) => decide(context, now));
      return decided.request;
    });
    if (saved.outcome === 'stale') throw new UserError('changed', { file: progress.path });
  }
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

/** A note that holds its own ticks: lines that look like two versions of the same are shown, and joined with `--apply`. */
async function joinVersions(context: Context, options: ReconcileOptions, loaded: Loaded): Promise<number> {
  let decided = decideJoin(context, loaded);
  const isApplied = options.apply === true && decided.change !== null;
  if (isApplied) {
    refuseConflict(loaded);
    const saved = saveChange(context.disk, context.places.state, decided.request, context.lock, () => {
      decided = decideAnew(context, options, loaded, (now) => decideJoin(context, now));
      return decided.request;
    });
    if (saved.outcome === 'stale') throw new UserError('changed', { file: decided.request.path });
  }
  const { change, joined } = decided;
  await say(context, options, loaded, {
    ...{ found: null, abandoned: null, joined },
    ...{ changes: change === null ? [] : [change], isApplied },
  });
  return 0;
}

function decideJoin(
  context: Context,
  { note, own }: Loaded,
): Pick<Decision, 'joined' | 'request'> & { change: FileChange | null } {
  const { path, bytes, source, encoding } = note as NonNullable<Loaded['note']>;
  const { lines } = countedLines(source, frontMatterSpan(source.text)?.body.start ?? 0);
  const runs = own.format === 'markdown' ? versionRuns(source, lines) : [];
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
  const linked = relinked(file.text, file.bodyStart, own, all.relinks, file.path, known);
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

interface Adoption {
  /** Where the old place said the ticks are; null where a file beside the roadmap holds them, under its old name. */
  readonly pointer: ProgressNote | null;
  readonly from: ProgressNote;
  readonly abandoned: Abandoned;
  readonly found: Reconciliation;
  readonly isNamesake: boolean;
}

/** The progress file of a roadmap that is gone, most of whose ticks fit this one. */
function likeliest(context: Context, loaded: Loaded): Adoption | null {
  const { disk, places, library } = context;
  const { own, origin, wish, progress } = loaded;
  const roadmap = findRoadmap(disk, library, origin.name);
  if (roadmap.kind !== 'file') return null;
  const read = (path: string): ProgressNote | null => {
    const bytes = readIfThere(disk, path);
    return bytes === null || !decode(bytes, 'utf-8').exact ? null : progressNote(path, bytes);
  };
  const candidates = abandonedProgress(disk, places.data, roadmap, null).flatMap((path): Adoption[] => {
    const old = read(path);
    if (old === null) return [];
    const { place, roadmaps } = readHead(old.text);
    if (place === null || place === 'inline') return adoptionOf(context, own, null, old, roadmaps[0]);
    const moved = [place, besides(roadmap.real, wayTo(place, folderOf(roadmaps[0] ?? '')))];
    const from = moved.map(read).find((file) => file !== null);
    return from === undefined || from === null ? [] : adoptionOf(context, own, old, from, roadmaps[0]);
  });
  // The file that the note names for its ticks, which belongs to a note that is gone: this one under another name.
  const wished = wish === null || progress?.path === wish ? null : read(wish);
  const all = wished === null ? candidates : [...candidates, ...adoptionOf(context, own, null, wished, undefined)];
  const share = ({ abandoned: { fitting, total } }: Adoption): number => fitting / total;
  const sure = all.filter(
    (one) => share(one) >= 0.5 && (one.isNamesake || one.abandoned.exact >= 3 || one.from.path === wish),
  );
  const exact = ({ abandoned }: Adoption): number => abandoned.exact / abandoned.total;
  sure.sort(
    (a, b) =>
      exact(b) - exact(a) || Number(b.isNamesake) - Number(a.isNamesake) || b.abandoned.exact - a.abandoned.exact,
  );
  return sure[0] ?? null;
}

function adoptionOf(
  context: Context,
  own: Roadmap,
  pointer: ProgressNote | null,
  from: ProgressNote,
  roadmap: string | undefined,
): Adoption[] {
  const { ticks, headings } = progressIn(from.text);
  if (ticks.length === 0) return [];
  const overlaid = overlay(own, ticks);
  const known = knownTo(context, from.path);
  const all = reconcileTicks(own, overlaid, known);
  // Its place in another file says nothing about what a topic was called there.
  const found = {
    ...all,
    relinks: all.relinks.filter(({ proposedBy }) => proposedBy !== 'place'),
    orphans: [
      ...all.orphans,
      ...all.relinks.flatMap(({ tick, to, proposedBy }) =>
        proposedBy === 'place' ? [{ tick, candidates: [to] }] : [],
      ),
    ],
  };
  const exact = ticks.length - overlaid.orphans.length;
  const abandoned = {
    ...{ file: from.path, roadmap: roadmap ?? null, exact },
    ...{ fitting: ticks.length - found.orphans.length, total: ticks.length },
  };
  const title = headings.find(({ depth }) => depth === 1)?.title ?? '';
  const isNamesake = normalTitle(title) === normalTitle(firstWording(own.title));
  return exact === 0 ? [] : [{ pointer, from, abandoned, found, isNamesake }];
}

/** Takes over the ticks of a file that moved: under the names that its topics have now, in one step (FORMATS P3). */
async function adopt(
  context: Context,
  options: ReconcileOptions,
  loaded: Loaded,
  { pointer, from, abandoned, found }: Adoption,
): Promise<number> {
  const { own, home } = loaded;
  if (home === null)
    throw new UserError('unwritable', { file: from.path, cause: 'no-home', variable: context.places.data.variable });
  const renamed = relinked(from.text, from.bodyStart, own, found.relinks, from.path, knownTo(context, from.path));
  const planning = new Planning(context, loaded);
  const stays = pointer !== null || from.path === loaded.wish;
  const planned = stays
    ? planning.takeOver(from, renamed, pointer)
    : planning.intoFile(from, { ...overlay(own, progressIn(renamed).ticks) }, loaded.progress ?? home, renamed);
  const isApplied = options.apply === true;
  if (isApplied) {
    refuseConflict(loaded);
    makeMove(context, planned, ['reconcile', '--apply']);
    rememberFrom(context, loaded, planned.to, planned.writes[0]?.after ?? '');
  }
  await say(context, options, loaded, {
    found,
    abandoned,
    joined: 0,
    changes: planned.writes,
    isApplied,
    to: planned.to,
  });
  return 0;
}

async function move(context: Context, options: ReconcileOptions, loaded: Loaded): Promise<number> {
  const planned = await planMove(context, options, loaded);
  const theme = await speaking(context);
  const isApplied = options.apply === true && planned !== null;
  if (isApplied) {
    refuseConflict(loaded);
    makeMove(context, planned, ['reconcile', '--progress', options.progress as string]);
    const text = planned.writes.find(({ path }) => path === planned.to)?.after;
    if (options.progress !== 'inline' && text) rememberFrom(context, loaded, planned.to, text);
  }
  if (options.json) {
    const mode = options.progress === 'inline' ? 'inline' : 'file';
    const origin = isApplied ? { ...loaded.origin, progress: { mode, path: planned.to } as const } : loaded.origin;
    const document = { origin, found: null, abandoned: null, joined: 0, move: planned, isApplied };
    context.out(reconcileJson(document, context.language));
  } else if (options.quiet || options.plain) return 0;
  else if (planned === null) context.out(` ${theme.sentences.reconcile.isThere(loaded.origin.progress.path)}\n`);
  else {
    const { from, to, count, writes } = planned;
    const command = commandLine(
      isApplied ? ['undo'] : ['reconcile', '--progress', options.progress as string, '--apply'],
      loaded.origin,
      loaded.isDefault,
    );
    context.out(drawMove({ from, to, count, changes: writes, isApplied, command }, theme));
  }
  return 0;
}

function withoutProgress({ progress: _, ...others }: ReconcileOptions): ReconcileOptions {
  return others;
}

interface Said {
  readonly found: Reconciliation | null;
  readonly abandoned: Abandoned | null;
  readonly joined: number;
  readonly changes: readonly FileChange[];
  readonly isApplied: boolean;
  /** Where the ticks are now, if not where they were. */
  readonly to?: string;
}

async function say(context: Context, options: ReconcileOptions, loaded: Loaded, said: Said): Promise<void> {
  const { isDefault, own } = loaded;
  const { to = loaded.origin.progress.path } = said;
  const mode = said.to === undefined ? loaded.origin.progress.mode : 'file';
  const origin = { ...loaded.origin, progress: { mode, path: to } };
  if (options.json) context.out(reconcileJson({ origin, move: null, ...said }, context.language));
  else if (options.plain) {
    if (said.found !== null) context.out(plainReconcile(said.found, context.language, options.zero ? '\0' : '\n'));
  } else if (!options.quiet) {
    const theme = await speaking(context);
    const words = said.isApplied ? ['undo'] : ['reconcile', '--apply'];
    const command = commandLine(words, origin, isDefault);
    context.out(drawReconcile({ title: own.title, origin, ...said, command }, theme));
  }
}
