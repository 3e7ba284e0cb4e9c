// AbandonedTicks: ticks of topics of a roadmap that lie in the progress file of one that is gone: of this one, before it was renamed or moved (FORMATS P3).
import { type Diagnostic, diagnostic, nowhere } from '../errors.ts';
import { readHead } from '../formats/progress/head.ts';
import { hasTopicOf, tickKeys } from '../formats/progress/tick-keys.ts';
import { bringsNews, type Fit, fitOf, isLikely, type KeptTicks } from '../model/belonging.ts';
import { identify } from '../model/finish.ts';
import { normalTitle } from '../model/identity.ts';
import { firstWording, type Roadmap } from '../model/roadmap.ts';
import { withDiagnostics } from '../model/topic-table.ts';
import type { Disk } from '../store/disk.ts';
import { quietly } from '../store/failure.ts';
import { folderOf, readIfThere } from '../store/files.ts';
import { readKnownTopics } from '../store/known-topics.ts';
import { stemOf, wayTo } from '../store/library.ts';
import { abandonedFor, type FiledProgress, filedProgress, isAbsent, progressPaths } from '../store/progress-file.ts';
import { detached } from '../text/detached.ts';
import { decode } from '../text/encoding.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';
import { besides, leadsHere, type ProgressNote, progressNote } from './progress-note.ts';
import { isHere } from './tick-search.ts';

export interface AbandonedTicks extends Fit {
  /** The file that holds them. */
  readonly from: ProgressNote;
  /** The progress file of the old name, where it says that they are in `from`. */
  readonly pointer: ProgressNote | null;
  /** The roadmap that they were kept for; null where none but this one is named. */
  readonly roadmap: string | null;
  /** That roadmap is there: the ticks are its own, and only the user may know better. */
  readonly isThere: boolean;
}

/** The likeliest first. What cannot be read is passed over. `filed` is given where several roadmaps are looked at. */
export async function abandonedTicks(
  context: Context,
  loaded: Loaded,
  filed: readonly FiledProgress[] = filedProgress(context.disk, context.places.data),
): Promise<AbandonedTicks[]> {
  const { found } = loaded.files;
  if (found.kind === 'bundled' || loaded.isChosen) return [];
  const names = progressPaths(context.places.data, found);
  const all: AbandonedTicks[] = [];
  const candidates = abandonedFor(filed, found);
  const own = candidates.length === 0 ? loaded.own : identify(loaded.own);
  const { filesSearched } = context.theme.messages;
  for (const [done, file] of candidates.entries()) {
    const { path, roadmaps } = file;
    const total = candidates.length;
    if (!keysOf.has(file)) await context.showProgress({ done, total, words: filesSearched(done, total) });
    const old = isHere(loaded, path) || !mayHoldTicks(context, file, own) ? null : readable(context, path);
    if (old === null) continue;
    const place = placeIn(old);
    // The file of the user's choice may have moved along with its roadmap.
    const ways =
      place === null ? [] : [besides(path, place), besides(found.real, wayTo(place, folderOf(roadmaps[0] ?? '')))];
    const from = place === null ? old : ways.map((way) => readable(context, way)).find((file) => file !== null);
    if (!from || isHere(loaded, from.path) || all.some((one) => one.from.path === from.path)) continue;
    const kept = keptIn(context, from, old, names.includes(path));
    if (isLikely(own, stemOf(found.real), kept) && bringsNews(loaded.overlaid.roadmap, kept.ticks))
      all.push(abandonedIn(context, loaded, from, from === old ? null : old));
  }
  const title = normalTitle(firstWording(loaded.own.title));
  const isNamesake = ({ from }: AbandonedTicks): number => (normalTitle(titleIn(from)) === title ? 1 : 0);
  all.sort((a, b) => share(b) - share(a) || isNamesake(b) - isNamesake(a) || b.exact - a.exact);
  // The file that the note names for its ticks belongs to a note that is gone, or it would be in use.
  const { named } = loaded;
  const other = named === null || isHere(loaded, named) ? null : readable(context, named);
  return other === null ? all : [abandonedIn(context, loaded, other, null), ...all];
}

const share = ({ exact, total }: AbandonedTicks): number => exact / total;

/** Of a file whose ticks are in another one it is not known. */
type KnownKeys = ReadonlySet<string> | 'elsewhere';
const keysOf = new WeakMap<FiledProgress, KnownKeys>();

/**
 * Whether it is worth reading a file of a roadmap that is gone. Each is searched once, however many roadmaps are looked at: of most
 * of them it holds nothing.
 */
function mayHoldTicks({ disk }: Context, file: FiledProgress, own: Roadmap): boolean {
  let keys = keysOf.get(file);
  if (keys === undefined) {
    keys = keysIn(disk, file.path);
    keysOf.set(file, keys);
  }
  return keys === 'elsewhere' || hasTopicOf(keys, own);
}

function keysIn(disk: Disk, path: string): KnownKeys {
  let keys: KnownKeys = new Set();
  quietly(() => {
    const bytes = readIfThere(disk, path);
    if (bytes === null) return;
    const { text } = decode(bytes, 'utf-8');
    const { place } = readHead(text);
    keys = place === null || place === 'inline' ? detached(tickKeys(text)) : 'elsewhere';
  });
  return keys;
}

/** The file to which the ticks of a progress file have moved; null where they are there, or in the note. */
export function placeIn({ text }: ProgressNote): string | null {
  const { place } = readHead(text);
  return place === 'inline' ? null : place;
}

/** Null for what is not there, or is no text that could be written back as it is. */
function readable({ disk }: Context, path: string): ProgressNote | null {
  let note: ProgressNote | null = null;
  quietly(() => {
    const bytes = readIfThere(disk, path);
    if (bytes !== null && decode(bytes, 'utf-8').exact) note = progressNote(path, bytes);
  });
  return note;
}

function titleIn({ kept }: ProgressNote): string {
  return kept.headings.find(({ depth }) => depth === 1)?.title ?? '';
}

/** `head` names the roadmap that the ticks were kept for. */
function keptIn({ disk, places }: Context, from: ProgressNote, head: ProgressNote, isNamed: boolean): KeptTicks {
  return {
    ...{ ticks: from.kept.ticks, title: titleIn(from), isNamed },
    stems: readHead(head.text).roadmaps.map(stemOf),
    known: () => readKnownTopics(disk, places.state, from.path),
  };
}

export function abandonedIn(
  context: Context,
  { own, files: { found } }: Loaded,
  from: ProgressNote,
  pointer: ProgressNote | null,
): AbandonedTicks {
  const head = pointer ?? from;
  const others = readHead(head.text).roadmaps.filter((name) => !leadsHere(context, head.path, name, { found, own }));
  return {
    ...fitOf(identify(own), keptIn(context, from, head, true)),
    ...{ from, pointer, roadmap: others[0] ?? null },
    isThere: others.some((name) => !isAbsent(context.disk, head.path, name)),
  };
}

/** The roadmap with a remark on each file that ticks of its topics lie in. */
export async function withAbandoned(
  context: Context,
  loaded: Loaded,
  filed?: readonly FiledProgress[],
): Promise<Loaded> {
  const all = await abandonedTicks(context, loaded, filed);
  if (all.length === 0) return loaded;
  const files = new Set(all.map(({ from }) => from.path));
  const remarks = [
    // The remark on its ticks names the other roadmap already.
    ...loaded.remarks.filter(
      ({ code, args }) => code !== 'progress-of-another' || !files.has((args as { file: string }).file),
    ),
    ...all.map((one) => remarkOn(one, all.length === 1)),
  ];
  const remarked = (roadmap: Roadmap): Roadmap =>
    withDiagnostics(roadmap, [...remarks, ...roadmap.diagnostics.filter((one) => !loaded.remarks.includes(one))]);
  return { ...loaded, own: remarked(loaded.own), roadmap: remarked(loaded.roadmap), remarks };
}

function remarkOn(
  { from, roadmap, exact, fitting, total }: AbandonedTicks,
  isOnly: boolean,
): Diagnostic<'ticks-abandoned'> {
  const words = isOnly && exact > 0 ? ['reconcile'] : ['reconcile', '--from', from.path];
  return diagnostic('ticks-abandoned', 'warning', nowhere, { file: from.path, roadmap, fitting, total, words });
}
