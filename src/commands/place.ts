// PlacedTicks: where the ticks of a roadmap are kept: in the note itself, in its progress file, or in a file the user chose (FORMATS P1–P5).
import { type Diagnostic, diagnostic, nowhere, UserError } from '../errors.ts';
import { readHead } from '../formats/progress/head.ts';
import { identify } from '../model/finish.ts';
import { idOf, isBelowProjects, type Overlaid, overlay, type Tick } from '../model/overlay.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { decideTickPlace, type Holding, isLeftover, type TickFacts, type TickPlace } from '../model/tick-place.ts';
import { topicsById } from '../model/tree.ts';
import { folderOf, joined, leadsInto } from '../store/files.ts';
import { absolutePath, exists, isSameFile, realOf } from '../store/library.ts';
import { progressPaths } from '../store/progress-file.ts';
import { canEncode } from '../text/encoding.ts';
import type { CommonOptions, Context } from './context.ts';
import { besides, isNamedIn, isProgressOf, noFile, type ProgressNote, readProgressNote } from './progress-note.ts';
import type { Note, ReadRoadmap, RoadmapFile } from './roadmap-file.ts';

/** What is known of the roadmap before its ticks are. */
export interface KnownRoadmap extends Pick<RoadmapFile, 'found' | 'repaired' | 'before'>, ReadRoadmap {
  /** Null for a file that is not there. */
  readonly read: (path: string) => Uint8Array | null;
}

export interface PlacedTicks {
  readonly place: Exclude<TickPlace, { readonly kind: 'refused' }>;
  /** `--progress FILE`: for this run the ticks are there, and nowhere else is looked for any. */
  readonly isChosen: boolean;
  /** The progress file by the roadmap's name; null where no folder for data is known, or another file was chosen. */
  readonly home: ProgressNote | null;
  /** The progress file that holds its ticks, or those of its table rows, or would. */
  readonly file: ProgressNote;
  /** The file that the note names for its ticks (FORMATS P6). */
  readonly named: string | null;
  readonly overlaid: Overlaid;
  /** They are not in the note that could hold them, or not in the file that has the name for it. */
  readonly remarks: readonly Diagnostic[];
}

/**
 * Where the ticks are, as `decideTickPlace` has it, and the roadmap with those of a progress file. Throws `bad-progress` for a
 * file that is no text or another roadmap's, `unreadable` where the ticks were moved to a file that is not there,
 * `no-inline-progress` and `progress-name` for a `--progress` that cannot be meant.
 */
export function placeTicks(context: Context, options: PlaceOptions, known: KnownRoadmap): PlacedTicks {
  const { own } = known;
  const files = filesOf(context, options, known);
  const { kept } = files;
  const facts = factsOf(context, options, known, files);
  const overlayKept = isLeftover(facts) ? overlaidRest : overlay;
  const inKept = kept.kept.ticks.length === 0 ? null : overlayKept(identify(own), kept.kept.ticks);
  const holding = inKept === null ? 'nothing' : holdingOf(inKept, own);
  const place = decideTickPlace({ ...facts, kept: holding });
  if (place.kind === 'refused')
    throw place.reason === 'ticks-gone'
      ? new UserError('unreadable', { file: kept.path, cause: place.reason })
      : new UserError(place.reason, {});
  const file = place.kind === 'file' && place.file === 'named' ? (files.named as ProgressNote) : kept;
  // Ids show whether two topics share one, which can only be so in a file of the user's.
  const asksForIds = place.kind === 'file' && (known.note !== null || file.kept.ticks.length > 0);
  if (inKept === null && (options.withIds || asksForIds)) identify(own);
  const isPart = place.kind === 'note' && holding === 'topics';
  const overlaid =
    inKept === null || isPart ? overlaidBy(own, inKept ? ticksOfRows(inKept, own) : file.kept.ticks) : inKept;
  const { home, written } = files;
  return {
    ...{ place, file, overlaid, isChosen: facts.asked === 'file', home: home.path === '' ? null : home },
    ...{ named: written?.path ?? null, remarks: remarksOn(known, place, file, files) },
  };
}

/** Derived ids may be left out where nobody looks at them and no progress file asks for them. */
export type PlaceOptions = CommonOptions & { readonly withIds: boolean };

/** The files that may hold the ticks, as they read. */
interface TickFiles {
  /** By the roadmap's name; without a path where there is none. */
  readonly home: ProgressNote;
  /** A file that has the name for it and names another roadmap, where there is none of our own. */
  readonly another: { readonly file: string; readonly roadmap: string } | null;
  /** What the head of `home` says of a move. */
  readonly moved: string | null;
  /** The file that was chosen or that the ticks have moved to, else `home`. */
  readonly kept: ProgressNote;
  /** What the configuration or the note says of its ticks; its path where that is a file which may be used. */
  readonly written: { readonly written: string; readonly path: string | null } | null;
  /** The file that is named so; null too where it belongs to a roadmap that is gone. */
  readonly named: ProgressNote | null;
}

function filesOf(context: Context, { progress }: CommonOptions, known: KnownRoadmap): TickFiles {
  if (progress !== undefined && progress !== 'inline') {
    const kept = readOwn(context, chosenFile(progress, context.library.cwd), known);
    return { home: noFile, another: null, moved: null, kept, written: null, named: null };
  }
  const { home, another } = homeOf(context, known);
  const { place: moved } = readHead(home.text);
  const kept = moved === null || moved === 'inline' ? home : readOwn(context, besides(home.path, moved), known);
  const inNote = known.note?.format.canHoldTicks ? writtenPlace(context, known.note) : null;
  const ofNote = inNote?.path ? readNamed(context, inNote.path, known) : null;
  const set = configuredPlace(known.found);
  const ofConfig = set?.path ? readNamed(context, set.path, known) : null;
  // A file that holds ticks is not passed over for one that holds none.
  const isNotes = set === null || (holdsTicks(ofNote) && !holdsTicks(ofConfig));
  return {
    home,
    another,
    moved,
    kept,
    ...(isNotes ? { written: inNote, named: ofNote } : { written: set, named: ofConfig }),
  };
}

const holdsTicks = (file: ProgressNote | null): boolean => file !== null && file.kept.ticks.length > 0;

/** What the user's configuration says of the ticks; unlike a note it may name any place. */
function configuredPlace({ registered }: RoadmapFile['found']): TickFiles['written'] {
  const written = registered?.progress ?? null;
  return written === null ? null : { written, path: written === 'inline' ? null : written };
}

function factsOf(
  { disk }: Context,
  { progress, mayBeGone }: CommonOptions,
  { own, note, repaired }: KnownRoadmap,
  { moved, kept, written, named }: TickFiles,
): Omit<TickFacts, 'kept'> {
  const kindOf = (place: string): 'note' | 'file' => (place === 'inline' ? 'note' : 'file');
  return {
    asked: progress === undefined ? null : kindOf(progress),
    canHoldTicks: canHoldTicks(note, repaired),
    hasTaskLines: own.hasTaskLines,
    moved: moved === null ? null : kindOf(moved),
    isGone: moved !== null && moved !== 'inline' && kept.bytes === null && !mayBeGone,
    named: named !== null ? 'file' : written?.written === 'inline' ? 'note' : null,
    namedHoldsTicks: holdsTicks(named),
    isNamedKept: named !== null && kept.kept.ticks.length > 0 && isSameFile(disk, kept.path, named.path),
  };
}

function remarksOn(
  { own, note, repaired }: KnownRoadmap,
  place: PlacedTicks['place'],
  { path: file }: ProgressNote,
  { written, another }: TickFiles,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const couldHold = note !== null && own.hasTaskLines && note.format.canHoldTicks && repaired === null;
  if (couldHold && !canHoldTicks(note, repaired))
    found.push(diagnostic('note-without-ticks', 'info', nowhere, { encoding: note.decoded.encoding }));
  if (place.kind === 'file' && place.insteadOf !== null) {
    const to = written?.path ? written.written : 'inline';
    found.push(diagnostic('ticks-elsewhere', 'info', nowhere, { file, to }));
  }
  if (written !== null && written.path === null && written.written !== 'inline')
    found.push(diagnostic('progress-outside', 'warning', nowhere, { place: written.written }));
  if (another !== null) {
    const words = ['reconcile', '--from', another.file];
    found.push(diagnostic('progress-of-another', 'warning', nowhere, { ...another, words }));
  }
  return found;
}

/**
 * What is left in a progress file whose ticks have gone into the note. A line whose id nobody has was left because it had
 * no topic; it must not take the next best of its title for one, now that this has no line of its own any more.
 */
function overlaidRest(roadmap: Roadmap, ticks: readonly Tick[]): Overlaid {
  const topics = topicsById(roadmap);
  const isLost = (tick: Tick): boolean => {
    const id = idOf(tick, topics);
    return id !== null && !topics.has(id);
  };
  const found = ticks.filter((tick) => !isLost(tick));
  const rest = overlay(roadmap, found);
  return { ...rest, orphans: [...rest.orphans, ...ticks.filter(isLost)].sort((a, b) => a.line - b.line) };
}

/** Where no line says anything, what merges lines is not even loaded. */
function overlaidBy(roadmap: Roadmap, ticks: readonly Tick[]): Overlaid {
  return ticks.length === 0 ? { roadmap, lines: new Map(), orphans: [] } : overlay(roadmap, ticks);
}

/** Rows of tables are never edited: their ticks are in the progress file even of a note that is ticked in place (FORMATS D7). */
function ticksOfRows({ lines }: Overlaid, own: Roadmap): Tick[] {
  const topics = topicsById(own);
  return [...lines].flatMap(([id, ticks]) => (topics.get(id)?.place === 'none' ? ticks : []));
}

/** A row that was renamed leaves a line without a topic: below the heading of projects that is a row's as well. */
function holdingOf(overlaid: Overlaid, own: Roadmap): Holding {
  const { lines, orphans } = overlaid;
  if (ticksOfRows(overlaid, own).length < [...lines.values()].flat().length) return 'topics';
  return lines.size > 0 || orphans.every(isBelowProjects) ? 'rows' : 'orphans';
}

/**
 * The progress file by the roadmap's name, or the one that it would have; without a path where no folder for data is known. One
 * that names another roadmap is never used, and is `another` where there is none of our own. Throws `bad-progress` where every
 * name is taken.
 */
function homeOf(context: Context, known: KnownRoadmap): { home: ProgressNote; another: TickFiles['another'] } {
  if (known.before !== null) {
    const { home } = known.before;
    return { home: home === '' ? noFile : readFrom(known, home), another: null };
  }
  const paths = progressPaths(context.places.data, known.found);
  let free: string | null = null;
  let another: TickFiles['another'] = null;
  for (const [index, path] of paths.entries()) {
    const file = readFrom(known, path);
    const { roadmaps } = readHead(file.text);
    // A name of six digits is for what is there already: others may have it as well.
    const isEarlier = known.found.kind === 'file' && index === paths.length - 2;
    if (file.bytes === null) free ??= isEarlier ? null : path;
    else if (roadmaps.length === 0 || isNamedIn(context, file, known)) return { home: file, another: null };
    else if (!isEarlier) another ??= { file: path, roadmap: roadmaps[0] as string };
  }
  const [first] = paths;
  if (first === undefined) return { home: noFile, another: null };
  if (free === null) throw new UserError('bad-progress', { file: first, line: 1, reason: 'not-ours' });
  return { home: { ...noFile, path: free }, another };
}

/**
 * What the front matter of a note says of its ticks: `inline`, or a Markdown file in the note's folder. `path` is null for
 * `inline`, and for what lies outside: a note that was cloned from somewhere must not choose where is written (P6).
 */
function writtenPlace({ disk }: Context, note: Note): { written: string; path: string | null } | null {
  const { place: written } = readHead(note.source.text);
  if (written === null || !(written === 'inline' || /\.(?:md|markdown)$/i.test(written))) return null;
  const folder = folderOf(realOf(disk, note.path));
  const path = joined(folder, written);
  const isBelow = !written.startsWith('/') && !written.split('/').includes('..') && leadsInto(disk, path, folder);
  return { written, path: written !== 'inline' && isBelow ? path : null };
}

const readFrom = ({ read }: KnownRoadmap, path: string): ProgressNote => readProgressNote(path, read(path));

/** A file that the user named for the ticks: it must be new or name this roadmap. */
function readOwn(context: Context, path: string, known: KnownRoadmap): ProgressNote {
  const file = readFrom(known, path);
  if (known.before === null && !isProgressOf(context, file, known))
    throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-ours' });
  return file;
}

/** The file that the note names; null where it belongs to a roadmap that is gone: the note under its old name, perhaps. */
function readNamed(context: Context, path: string, known: KnownRoadmap): ProgressNote | null {
  const file = readFrom(known, path);
  if (known.before !== null || isProgressOf(context, file, known)) return file;
  const { roadmaps } = readHead(file.text);
  if (roadmaps.length > 0 && roadmaps.every((name) => !exists(context.disk, besides(path, name)))) return null;
  throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-ours' });
}

/** `--progress FILE`. Throws `progress-name` for what is no Markdown file by its name. */
function chosenFile(file: string, cwd: string): string {
  if (!/\.(?:md|markdown)$/i.test(file)) throw new UserError('progress-name', { file });
  return absolutePath(cwd, file);
}

/** P1: a Markdown note, read without a repair, in an encoding that has a ✅. */
function canHoldTicks(note: Note | null, repaired: string | null): boolean {
  if (note === null || !note.format.canHoldTicks) return false;
  const { decoded } = note;
  return repaired === null && decoded.exact && canEncode('✅', decoded.encoding);
}
