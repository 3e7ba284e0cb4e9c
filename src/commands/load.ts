// Loaded: a roadmap as a command works on it: read, merged with its ticks, and all that is needed to write them.
import { type Diagnostic, diagnostic, exitStatus, isUserError, UserError } from '../errors.ts';
import { identify } from '../model/finish.ts';
import type { Origin } from '../model/origin.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { hasCounterparts, withDiagnostics } from '../model/topic-table.ts';
import { readIfThere } from '../store/files.ts';
import { Readings } from '../store/readings.ts';
import type { TickedPlace } from '../store/undo/latest-change.ts';
import { toSource } from '../text/source.ts';
import type { CommonOptions, Context } from './context.ts';
import type { Counterparts } from './counterparts.ts';
import { isPassedOver } from './passed-over.ts';
import { type PlacedTicks, type PlaceOptions, placeTicks } from './place.ts';
import type { ProgressNote } from './progress-note.ts';
import { Readers } from './readers.ts';
import { type Files, type Note, openRoadmap, type ReadRoadmap, type RoadmapFile, readOpened } from './roadmap-file.ts';

export interface Loaded extends Omit<PlacedTicks, 'place' | 'file'>, ReadRoadmap {
  readonly origin: Origin;
  /** With the ticks of the progress file, where there is one. */
  readonly roadmap: Roadmap;
  /** Null when ticks are in the note itself. */
  readonly progress: ProgressNote | null;
  /** Of a note that is ticked in place: where the ticks of its table rows go (FORMATS D7). */
  readonly rows: ProgressNote | null;
  /** All that may have held its ticks: the note, and the progress files. */
  readonly places: readonly TickedPlace[];
  readonly readers: Readers;
  /** What was read to know all this. */
  readonly files: Files;
  /** The other roadmaps that its topics name as the same work; null where they name none (FORMATS Y7). */
  readonly counterparts: Counterparts | null;
}

interface LoadOptions {
  readonly withIds: boolean;
  /** False: see `openRoadmap`. */
  readonly withTexts?: boolean;
  /** Those that were read before, or null for a roadmap that is one of them; else they are looked for. */
  readonly counterparts?: Counterparts | null;
}

/** Reads the roadmap that the options name, and those that its topics name as the same work. Throws `no-roadmap`, `unreadable`, `not-a-roadmap`, `bad-roadmap`. */
export async function load(
  context: Context,
  options: CommonOptions,
  { withIds, withTexts = true, counterparts }: LoadOptions = { withIds: true },
  known: Files | null = null,
  readers = new Readers(new Readings(context.disk, context.places.cache, context.build)),
): Promise<Loaded> {
  const opened = openRoadmap(context, options, known, readers, withTexts);
  if (opened.chosen !== null) await readers.prepare(opened.chosen);
  const read = readOpened(opened, readers);
  if (read === null) throw new Error('the reader of a text was not loaded');
  const loaded = withTicks(context, { ...options, withIds }, { ...opened, ...read }, readers, counterparts ?? null);
  if (counterparts !== undefined || !hasCounterparts(loaded.own)) return practised(context, loaded);
  const { readCounterparts } = await import('./counterparts.ts');
  const others = await readCounterparts(context, loaded, (roadmap) =>
    load(context, { roadmap }, { withIds: true, withTexts: false, counterparts: null }, null, readers),
  );
  const files = { ...loaded.files, held: withOthers(loaded.files.held, others) };
  return practised(context, { ...loaded, files, counterparts: others, roadmap: others.appliedTo(loaded.roadmap) });
}

/** With the labs that are passed, where a level asks for some: nobody else's labs are looked for. */
async function practised(context: Context, loaded: Loaded): Promise<Loaded> {
  if (!loaded.own.levels.some(({ labs = 0 }) => labs > 0)) return loaded;
  const { withLabsPassed } = await import('./lab-levels.ts');
  return withLabsPassed(context, loaded);
}

/**
 * The roadmap after files were written: their bytes are those that the disk gave back, the rest is as it was read `before`.
 * Nothing is asked of the disk again, so a change that is made cannot be followed by a failure that sounds as if it was not.
 */
export function loadWritten(
  context: Context,
  options: CommonOptions,
  before: Loaded,
  written: ReadonlyMap<string, Uint8Array | null>,
): Promise<Loaded> {
  const { found, home, held } = before.files;
  const files = { found, home, held: new Map([...held, ...written]) };
  return load(context, options, { withIds: true, counterparts: before.counterparts }, files, before.readers);
}

/**
 * The same once more without waiting, for deciding anew under a lock. Throws `changed` when the file has become of another
 * kind, or when what was chosen is not in it any more: it was a moment ago, so an editor may be half-way through saving.
 */
export function decideAnew<Decided>(
  context: Context,
  options: CommonOptions,
  before: Loaded,
  decide: (loaded: Loaded) => Decided,
): Decided {
  const changed = new UserError('changed', { file: before.origin.progress.path });
  try {
    const opened = openRoadmap(context, options, null, before.readers);
    const read = readOpened(opened, before.readers);
    if (read === null) throw changed;
    const placed = { ...options, withIds: true };
    return decide(withTicks(context, placed, { ...opened, ...read }, before.readers, before.counterparts));
  } catch (error) {
    throw isUserError(error) && [3, 4].includes(exitStatus[error.code]) ? changed : error;
  }
}

/** The roadmap with the ticks that are kept elsewhere. Throws what `placeTicks` throws. */
function withTicks(
  context: Context,
  options: PlaceOptions,
  opened: RoadmapFile & ReadRoadmap,
  readers: Readers,
  counterparts: Counterparts | null,
): Loaded {
  const { name, found, held, repaired, own, note } = opened;
  const bytesOf = (path: string): Uint8Array | null => {
    const bytes = held.has(path) ? (held.get(path) as Uint8Array | null) : readIfThere(context.disk, path);
    held.set(path, bytes);
    return bytes;
  };
  const { place, file, ...placed } = placeTicks(context, options, { ...opened, read: bytesOf });
  const { home, overlaid, isChosen, remarks } = placed;
  const isInline = place.kind === 'note' && note !== null;
  const orphans = overlaid.orphans.map((tick) =>
    diagnostic('orphan-tick', 'warning', { line: tick.line, column: 1 }, { title: tick.title }),
  );
  const conflicts = file.kept.conflicts.map(({ ours, end }) =>
    diagnostic('conflict-markers', 'error', { line: ours, column: 1 }, { last: end }),
  );
  const roadmap = without(remarked(overlaid.roadmap, remarks, [...conflicts, ...orphans]), context);
  return {
    ...{ ...placed, readers, note, counterparts },
    files: { found, home: home?.path ?? '', held: withOthers(held, counterparts) },
    own: remarked(own, remarks, []),
    roadmap: counterparts?.appliedTo(roadmap) ?? roadmap,
    rows: isInline ? file : null,
    progress: isInline ? null : file,
    places: placesToUndo(context, isChosen ? null : note, [file.path, home?.path ?? '']),
    origin: {
      ...{ path: note?.path ?? null, name, encoding: note?.decoded.encoding ?? 'utf-8', repaired },
      progress: isInline ? { mode: 'inline', path: note.path } : { mode: 'file', path: file.path },
    },
  };
}

/** A change of another roadmap that is the same work changes this one. */
const withOthers = (held: Files['held'], counterparts: Counterparts | null): Files['held'] =>
  counterparts === null ? held : new Map([...counterparts.held, ...held]);

function remarked(roadmap: Roadmap, first: readonly Diagnostic[], last: readonly Diagnostic[]): Roadmap {
  if (first.length + last.length === 0) return roadmap;
  return withDiagnostics(roadmap, [...first, ...roadmap.diagnostics, ...last]);
}

/** Without the findings that the user passes over. */
function without(roadmap: Roadmap, context: Context): Roadmap {
  if (context.configuration.ignore.length === 0) return roadmap;
  return withDiagnostics(
    roadmap,
    roadmap.diagnostics.filter((found) => !isPassedOver(found, context)),
  );
}

/** A roadmap may have been ticked in its note, in the progress file of its name, and in a file that was chosen. */
function placesToUndo({ places }: Context, note: Note | null, files: readonly string[]): TickedPlace[] {
  const { variable } = places.data;
  const known = new Set(files.filter((path) => path !== ''));
  return [
    ...(note === null ? [] : [{ path: note.path, variable: null }]),
    ...[...known].map((path) => ({ path, variable })),
  ];
}

/** What the note would be with another text; for deciding before anything is written. */
export function readAgain({ note, readers }: Loaded, text: string): Roadmap {
  const path = note?.path ?? '';
  const own = readers.read(readers.choose(toSource(text), path));
  if (own === null) throw new UserError('changed', { file: path });
  return identify(own);
}
