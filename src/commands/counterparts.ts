// Counterparts: the other roadmaps that the topics of one name as the same work, each read once with its ticks (FORMATS Y7).
import { type Diagnostic, isUserError } from '../errors.ts';
import { counterpartIn, linkedTopics, withCounterparts } from '../model/counterpart.ts';
import type { LabLine } from '../model/lab-line.ts';
import { lintCounterparts } from '../model/lint/counterparts.ts';
import type { FieldPosition } from '../model/lint/field-position.ts';
import type { Roadmap, Topic, TopicId } from '../model/roadmap.ts';
import { addFormerIds, allTopics, topicsById } from '../model/tree.ts';
import { type Found, findRoadmap, roadmapNames } from '../store/library.ts';
import type { Context } from './context.ts';
import type { ProgressNote } from './progress-note.ts';
import type { Files } from './roadmap-file.ts';

/** A roadmap as `load` gives it. */
interface Read {
  readonly own: Roadmap;
  readonly roadmap: Roadmap;
  readonly files: Files;
  /** Its progress files. */
  readonly progress: ProgressNote | null;
  readonly rows: ProgressNote | null;
  readonly home: ProgressNote | null;
}

type Topics = ReadonlyMap<TopicId, Topic>;
/** `own`: the name leads back to the roadmap itself, whose topics are those of the moment. */
type Other = Topics | 'own' | 'no-roadmap' | 'unreadable';

export class Counterparts {
  /** The files of the others as they were read: whoever waits for a change has to look at these as well. */
  readonly held: Files['held'];
  /** What their progress files say of labs: passed there, a lab is passed here. */
  readonly labs: readonly LabLine[];
  readonly #others: ReadonlyMap<string, Other>;
  readonly #names: () => readonly string[];

  constructor(
    others: ReadonlyMap<string, Other>,
    { held, labs }: Pick<Counterparts, 'held' | 'labs'>,
    names: () => readonly string[],
  ) {
    this.held = held;
    this.labs = labs;
    this.#others = others;
    this.#names = names;
  }

  /** The roadmap with what is done elsewhere done here. */
  appliedTo(roadmap: Roadmap): Roadmap {
    return withCounterparts(roadmap, finder(this.#others, roadmap));
  }

  /** Of a roadmap without what is done elsewhere. */
  findings(roadmap: Roadmap, placeOf: (topic: Topic) => FieldPosition): Diagnostic[] {
    const known = (name: string) => {
      const other = this.#others.get(keyOf(name)) ?? 'no-roadmap';
      if (other === 'own') return { ids: topicsOfRoadmap(roadmap).keys() };
      return typeof other === 'string' ? other : { ids: other.keys() };
    };
    const names = this.#names();
    return lintCounterparts(roadmap, { find: finder(this.#others, roadmap), known, names }, placeOf);
  }
}

/** Names are compared without regard to case. */
const keyOf = (name: string): string => name.toLowerCase();

function finder(others: ReadonlyMap<string, Other>, own: Roadmap): (written: string) => Topic | undefined {
  let topics: Topics | null = null;
  return (written) => {
    const { roadmap, id } = counterpartIn(written);
    const other = others.get(keyOf(roadmap));
    if (other === 'own') topics ??= topicsOfRoadmap(own);
    const found = other === 'own' ? topics : other;
    return found === undefined || found === null || typeof found === 'string' ? undefined : found.get(id);
  };
}

function topicsOfRoadmap(roadmap: Roadmap): Topics {
  const byId = new Map(topicsById(roadmap));
  addFormerIds(byId, allTopics(roadmap));
  return byId;
}

/**
 * Reads the roadmaps that the topics of `loaded` name, and those that the topics that are found name in turn, each once. `read` reads
 * one by its name, without what is done elsewhere. What cannot be read has no topics: it is for `lint` to say so.
 */
export async function readCounterparts(
  context: Context,
  loaded: Pick<Read, 'own' | 'roadmap' | 'files'>,
  read: (name: string) => Promise<Read>,
): Promise<Counterparts> {
  const others = new Map<string, Other>();
  const found = { held: new Map<string, Uint8Array | null>(), labs: [] as LabLine[] };
  const find = finder(others, loaded.own);
  const seen = new Set(linkedTopics(loaded.own));
  // It grows while it is walked.
  for (const topic of seen)
    for (const written of topic.same) {
      const name = keyOf(counterpartIn(written).roadmap);
      if (!others.has(name)) others.set(name, await otherRoadmap(context, loaded.files.found, name, read, found));
      const other = find(written);
      if (other !== undefined && other.same.length > 0) seen.add(other);
    }
  return new Counterparts(others, found, () => roadmapNames(context.disk, context.library));
}

const isSame = (a: Found, b: Found): boolean =>
  a.kind === 'file' && b.kind === 'file' ? a.real === b.real : a.path === b.path;

async function otherRoadmap(
  { disk, library }: Context,
  own: Found,
  name: string,
  read: (name: string) => Promise<Read>,
  { held, labs }: { readonly held: Map<string, Uint8Array | null>; readonly labs: LabLine[] },
): Promise<Other> {
  const known = roadmapNames(disk, library).find((one) => keyOf(one) === name);
  if (known === undefined) return 'no-roadmap';
  try {
    if (isSame(findRoadmap(disk, library, known), own)) return 'own';
    const { roadmap, files, progress, rows, home } = await read(known);
    for (const file of [progress, rows, home]) labs.push(...(file?.kept.labs ?? []));
    for (const [path, bytes] of files.held) held.set(path, bytes);
    return topicsOfRoadmap(roadmap);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return 'unreadable';
  }
}
