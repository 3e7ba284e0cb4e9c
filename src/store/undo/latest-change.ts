// Changes of a roadmap: what is left of them in the places that may hold its ticks, and which came last (FORMATS P5).
import type { Disk } from '../disk.ts';
import { readIfThere, realTarget } from '../files.ts';
import { fingerprint } from '../fingerprint.ts';
import type { OwnFolder } from '../places.ts';
import { type JournalChange, type JournalEntry, readJournal, redoable, standing, undoable } from './journal.ts';

export interface TickedPlace {
  readonly path: string;
  /** The variable that would choose another place for this file. */
  readonly variable: string | null;
}

export interface LatestChange {
  readonly place: TickedPlace;
  /** Set where the change is one part of several: see `placeInStep`. */
  readonly step: string | null;
  readonly entry: JournalEntry;
}

/**
 * The change that is the one to take back, or to make again; null when there is none. Only reads: no lock is taken
 * and no folder made. A roadmap may have moved from its note to a progress file or back since. Throws `unreadable`.
 */
export function latestChange(
  disk: Disk,
  state: OwnFolder,
  places: readonly TickedPlace[],
  kind: 'undo' | 'redo',
): LatestChange | null {
  const files = places.map((place) => realTarget(disk, place.path, place.variable));
  const entries = readJournal(disk, state, { files });
  if (entries.length === 0) return null;
  let found: { place: TickedPlace; change: JournalEntry; at: number } | null = null;
  let lastChange = -1;
  for (const [index, place] of places.entries()) {
    const file = files[index] as string;
    if (!entries.some((entry) => entry.file === file)) continue;
    const now = heldBy(disk, place.path);
    const made = undoable(entries, file, now);
    if (made !== null) lastChange = Math.max(lastChange, entries.indexOf(made));
    const change = kind === 'undo' ? made : redoable(entries, file, now);
    if (change === null) continue;
    const at = lastAbout(entries, change);
    if (found === null || at > found.at) found = { place, change, at };
  }
  // A newer change, in whichever file, ends what could be made again.
  if (found === null || (kind === 'redo' && lastChange > found.at)) return null;
  return { place: found.place, step: found.change.step ?? null, entry: found.change };
}

/** What became of which topics by a change, all parts of its step together, as it was recorded. */
export function changesOf(disk: Disk, state: OwnFolder, { step, entry }: LatestChange): readonly JournalChange[] {
  if (step === null) return entry.changes;
  const parts = readJournal(disk, state, { steps: [step] });
  return parts.filter((part) => part.kind === 'change' && part.step === step).flatMap(({ changes }) => changes);
}

/** Where parts of a step can be taken back now, or made again: one for each file. */
export function placesInStep(disk: Disk, state: OwnFolder, step: string, kind: 'undo' | 'redo'): TickedPlace[] {
  const parts = readJournal(disk, state, { steps: [step] }).filter(
    (entry) => entry.kind === 'change' && entry.step === step,
  );
  const entries = readJournal(disk, state, { files: parts.map(({ file }) => file) });
  if (kind === 'undo') parts.reverse();
  return parts
    .filter(({ id, file }) => (kind === 'undo' ? undoable : redoable)(entries, file, heldBy(disk, file))?.id === id)
    .map(({ file }) => ({ path: file, variable: null }));
}

/**
 * Where the next part of a step is to be taken back, the last one first, or to be made again, the first one first; null
 * when all of them are.
 */
export function placeInStep(disk: Disk, state: OwnFolder, step: string, kind: 'undo' | 'redo'): TickedPlace | null {
  return placesInStep(disk, state, step, kind)[0] ?? null;
}

/** The changes of all these places that were made and not taken back, oldest first. Only reads. Throws `unreadable`. */
export function standingChanges(disk: Disk, state: OwnFolder, places: readonly TickedPlace[]): JournalEntry[] {
  const all = new Set<string>();
  const files = new Set(places.map(({ path, variable }) => realTarget(disk, path, variable)));
  let entries: readonly JournalEntry[] = [];
  // Where ticks came from or went to, what was done there before is theirs as well.
  for (let known = -1; known < files.size; ) {
    known = files.size;
    entries = readJournal(disk, state, { files: [...files] });
    const steps = [...new Set(entries.flatMap(({ step }) => step ?? []))];
    if (steps.length > 0) for (const { file } of readJournal(disk, state, { steps })) files.add(file);
  }
  const changed = new Set(entries.map(({ file }) => file));
  // A file without an entry in the journal is not read.
  for (const file of files)
    if (changed.has(file)) for (const { id } of standing(entries, file, heldBy(disk, file))) all.add(id);
  return entries.filter(({ id }) => all.has(id));
}

/** Where the journal last mentions a change: made, taken back, or made again. */
function lastAbout(entries: readonly JournalEntry[], change: JournalEntry): number {
  return entries.findLastIndex((entry) => entry.id === change.id || (entry.of === change.id && entry.kind !== 'void'));
}

function heldBy(disk: Disk, path: string): string | null {
  const bytes = readIfThere(disk, path);
  return bytes === null ? null : fingerprint(bytes);
}
