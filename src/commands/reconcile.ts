// Reconcile: ticks are linked anew to a roadmap that has changed or moved, or are taken to another place.
import { UserError } from '../errors.ts';
import { differenceEdit } from '../formats/progress/edit.ts';
import { readHead, withHead } from '../formats/progress/head.ts';
import { readProgress } from '../formats/progress/read.ts';
import { relinked } from '../formats/progress/relink.ts';
import { overlay } from '../model/overlay.ts';
import { type Reconciliation, reconcile as reconcileTicks, standsOf } from '../model/reconcile.ts';
import { firstWording } from '../model/roadmap.ts';
import { readBytes } from '../store/files.ts';
import { newEntryId } from '../store/journal.ts';
import { readKnownTopics } from '../store/known-topics.ts';
import { findRoadmap } from '../store/library.ts';
import { abandonedProgress } from '../store/progress-file.ts';
import { type SaveRequest, saveChange } from '../store/save.ts';
import { toSource } from '../text/source.ts';
import { commandLine } from '../views/command-line.ts';
import {
  type Abandoned,
  drawMove,
  drawReconcile,
  type FileChange,
  plainReconcile,
  reconcileJson,
} from '../views/reconcile.ts';
import type { CommonOptions, Context } from './context.ts';
import { decideAnew, type Loaded, load } from './load.ts';
import { makeMove, planMove } from './move.ts';
import { type ProgressNote, sourceName } from './place.ts';
import { remember } from './remember.ts';

export interface ReconcileOptions extends CommonOptions {
  readonly apply?: boolean;
  readonly zero?: boolean;
}

/**
 * `reconcile [--apply] [--progress inline|FILE]`: 0. Without `--apply` nothing is written. Throws what reading, moving and
 * writing throw.
 */
export async function reconcile(context: Context, options: ReconcileOptions): Promise<number> {
  const loaded = await load(context, withoutProgress(options));
  if (options.progress !== undefined) return move(context, options, loaded);
  const abandoned = loaded.progress?.bytes === null ? likeliest(context, loaded) : null;
  if (abandoned !== null) return adopt(context, options, loaded, abandoned);
  return relink(context, options, loaded);
}

/** The lines of the progress file, brought up to the roadmap. */
async function relink(context: Context, options: ReconcileOptions, loaded: Loaded): Promise<number> {
  const { progress } = loaded;
  if (progress === null) {
    await say(context, options, loaded, { found: null, abandoned: null, changes: [], isApplied: false });
    return 0;
  }
  let decided = decide(context, loaded);
  const isApplied = options.apply === true && decided.change !== null;
  if (isApplied) {
    const saved = saveChange(context.disk, context.places.state, decided.request, context.lock, () => {
      decided = decideAnew(context, options, loaded, (now) => decide(context, now));
      return decided.request;
    });
    if (saved.outcome === 'stale') throw new UserError('changed', { file: progress.path });
  }
  const { found, change } = decided;
  // What is known now is what the next change of the roadmap is compared with.
  if (options.apply) rememberFrom(context, decided.loaded, change?.after ?? progress.text);
  await say(context, options, loaded, { found, abandoned: null, changes: change === null ? [] : [change], isApplied });
  return 0;
}

function rememberFrom(context: Context, { own, progress }: Loaded, text: string): void {
  remember(context, { own, progress, overlaid: overlay(own, ticksIn(text)) });
}

const ticksIn = (text: string) => readProgress(toSource(text), readHead(text).bodyStart).ticks;

interface Decision {
  readonly loaded: Loaded;
  readonly found: Reconciliation;
  readonly change: (FileChange & { readonly after: string }) | null;
  readonly request: SaveRequest;
}

function decide(context: Context, loaded: Loaded): Decision {
  const { own, roadmap, overlaid } = loaded;
  const file = loaded.progress as ProgressNote;
  const { data } = context.places;
  const found = reconcileTicks(own, overlaid, knownTo(context, file.path));
  const after = relinked(file.text, file.bodyStart, own, found.relinks, file.path);
  const edit = differenceEdit(file.text, after);
  const change = edit === null ? null : { path: file.path, before: file.text, after };
  const states = new Map(standsOf(roadmap).map(({ topic }) => [topic.id, topic]));
  const request: SaveRequest = {
    ...{ path: file.path, basis: file.bytes, edits: edit === null ? [] : [edit], command: ['reconcile', '--apply'] },
    ...{ day: context.today, variable: data.variable },
    changes: found.relinks
      .filter(({ proposedBy }) => proposedBy !== null)
      .map(({ tick, to: { topic } }) => ({
        ...{ address: topic.address, id: topic.id, title: firstWording(topic.title) },
        ...{ from: states.get(topic.id)?.status ?? 'todo', to: tick.status, completedOn: tick.completedOn },
      })),
  };
  return { loaded, found, change, request };
}

const knownTo = ({ disk, places }: Context, file: string) => readKnownTopics(disk, places.state, file);

interface Adoption {
  readonly abandoned: Abandoned;
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly found: Reconciliation;
}

/** The progress file of a roadmap that is gone, most of whose ticks fit this one. */
function likeliest(context: Context, { own, origin }: Loaded): Adoption | null {
  const { disk, places, library } = context;
  const roadmap = findRoadmap(disk, library, origin.name);
  if (roadmap.kind !== 'file') return null;
  const candidates = abandonedProgress(disk, places.data, roadmap, true).map((file): Adoption => {
    const bytes = readBytes(disk, file);
    const before = Buffer.from(bytes).toString('utf8');
    const ticks = ticksIn(before);
    const found = reconcileTicks(own, overlay(own, ticks), knownTo(context, file));
    const fitting = ticks.length - found.orphans.length;
    return { abandoned: { file, fitting, total: ticks.length }, bytes, before, found };
  });
  const fitting = candidates.filter(({ abandoned: { fitting: some, total } }) => some > 0 && some * 2 >= total);
  fitting.sort((a, b) => b.abandoned.fitting - a.abandoned.fitting || a.abandoned.total - b.abandoned.total);
  return fitting[0] ?? null;
}

/** Takes over the ticks of a file that moved: a progress file of this name instead of the old one, in one step (FORMATS P3). */
async function adopt(
  context: Context,
  options: ReconcileOptions,
  loaded: Loaded,
  { abandoned, bytes, before, found }: Adoption,
): Promise<number> {
  const { disk, places, lock, today: day } = context;
  const to = loaded.progress as ProgressNote;
  const head = { roadmap: sourceName(context, to.path, loaded), place: readHead(before).place };
  const renamed = relinked(before, readHead(before).bodyStart, loaded.own, found.relinks, abandoned.file);
  const after = withHead(renamed, head);
  const isApplied = options.apply === true;
  if (isApplied) {
    const common = { command: ['reconcile', '--apply'], day, changes: [], step: newEntryId() };
    const { variable } = places.data;
    const all = { start: 0, end: before.length };
    const writes: SaveRequest[] = [
      { ...common, path: to.path, basis: to.bytes, edits: [{ span: { start: 0, end: 0 }, text: after }], variable },
      { ...common, path: abandoned.file, basis: bytes, edits: [{ span: all, text: '' }], removes: true, variable },
    ];
    for (const request of writes)
      if (saveChange(disk, places.state, request, lock).outcome === 'stale')
        throw new UserError('changed', { file: request.path });
    rememberFrom(context, loaded, after);
  }
  const changes = [{ path: to.path, before: '', after }];
  await say(context, options, loaded, { found, abandoned, changes, isApplied });
  return 0;
}

async function move(context: Context, options: ReconcileOptions, loaded: Loaded): Promise<number> {
  const planned = await planMove(context, options, loaded);
  const theme = { ...context.theme, sentences: await context.sentences() };
  const isApplied = options.apply === true && planned !== null;
  if (isApplied && planned !== null)
    makeMove(context, planned, ['reconcile', '--progress', options.progress as string]);
  if (options.json) {
    const mode = options.progress === 'inline' ? 'inline' : 'file';
    const origin = isApplied ? { ...loaded.origin, progress: { mode, path: planned.to } as const } : loaded.origin;
    const document = { origin, found: null, abandoned: null, move: planned, isApplied };
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
  readonly changes: readonly FileChange[];
  readonly isApplied: boolean;
}

async function say(context: Context, options: ReconcileOptions, loaded: Loaded, said: Said): Promise<void> {
  const { origin, isDefault, own } = loaded;
  if (options.json) context.out(reconcileJson({ origin, move: null, ...said }, context.language));
  else if (options.plain) {
    if (said.found !== null) context.out(plainReconcile(said.found, context.language, options.zero ? '\0' : '\n'));
  } else if (!options.quiet) {
    const theme = { ...context.theme, sentences: await context.sentences() };
    const words = said.isApplied ? ['undo'] : ['reconcile', '--apply'];
    const command = commandLine(words, origin, isDefault);
    context.out(drawReconcile({ title: own.title, origin, ...said, command }, theme));
  }
}
