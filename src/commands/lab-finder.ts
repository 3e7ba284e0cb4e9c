// LabFinder: the labs of a roadmap: those that ship with the program, and those in the folder `labs` beside a roadmap of one's own.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { type FileCause, isUserError, type UserError } from '../errors.ts';
import { counterpartIn } from '../model/counterpart.ts';
import type { Lab, LabRow } from '../model/lab.ts';
import { passedLabs } from '../model/passed-labs.ts';
import type { Roadmap, Topic } from '../model/roadmap.ts';
import { allTopics } from '../model/tree.ts';
import { causeIn } from '../store/failure.ts';
import { readBytes, readIfThere } from '../store/files.ts';
import { labFolder, ownLabs } from '../store/lab-files.ts';
import { decode } from '../text/encoding.ts';
import { toSource } from '../text/source.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';

/** A lab as a list shows it, at the topic of the roadmap that it practises. */
export interface LabEntry extends LabRow {
  /** The YAML of one's own, or the JSON that the build made of a bundled one. */
  readonly file: string;
  readonly isOwn: boolean;
  readonly topicOf: Topic;
  readonly passed: boolean;
  /** The first day on which it was passed; null where it is not, or no day is known. */
  readonly passedOn: CalendarDate | null;
}

export interface Labs {
  /** In the order of the roadmap's topics, projects last; of one topic by their ids. Each once. */
  readonly all: readonly LabEntry[];
  /** Files of one's own that cannot be used: the others can be all the same. */
  readonly unusable: readonly UserError[];
}

type Row = LabRow & Pick<LabEntry, 'file' | 'isOwn'>;

/** Of `topics`, else of the whole roadmap. Throws `unreadable` where the folder of one's own labs cannot be read. */
export async function findLabs(
  context: Context,
  loaded: Loaded,
  topics: readonly Topic[] = allTopics(loaded.roadmap),
): Promise<Labs> {
  const own = await readOwn(context, loaded);
  // A lab of one's own takes the place of a bundled one of that name.
  const taken = new Set(own.rows.map(({ id }) => id));
  const rows = [...own.rows, ...bundledRows(context).filter(({ id }) => !taken.has(id))];
  const byTopic = rowsByTopic(rows);
  const passed = passedIn(loaded);
  const found = new Map<string, { readonly entry: LabEntry; readonly at: number; readonly isFirst: boolean }>();
  for (const [at, topic] of (byTopic.size === 0 ? [] : topics).entries())
    for (const key of keysOf(topic, loaded.own))
      for (const row of byTopic.get(key) ?? []) {
        const isFirst = key === keyOf(row.roadmap, row.topic);
        const known = found.get(row.id);
        // Of several topics the one that its author named first is its own.
        if (known !== undefined && (known.isFirst || !isFirst)) continue;
        const state = { passed: passed.has(row.id), passedOn: passed.get(row.id) ?? null };
        found.set(row.id, {
          entry: { ...row, level: row.level ?? topic.level, topicOf: topic, ...state },
          at,
          isFirst,
        });
      }
  const all = [...found.values()].sort((a, b) => a.at - b.at || (a.entry.id < b.entry.id ? -1 : 1));
  return { all: all.map(({ entry }) => entry), unusable: own.unusable };
}

function rowsByTopic(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const byTopic = new Map<string, Row[]>();
  for (const row of rows)
    for (const { roadmap, topic } of [row, ...row.also]) {
      const key = keyOf(roadmap, topic);
      const known = byTopic.get(key);
      if (known === undefined) byTopic.set(key, [row]);
      else known.push(row);
    }
  return byTopic;
}

/** Names of roadmaps are compared without regard to case, as in `same`. */
const keyOf = (roadmap: string | null, topic: string): string => `${roadmap?.toLowerCase() ?? ''}#${topic}`;

/** By what a lab may name a topic: its ids in this roadmap, as a topic beside the lab, and the topics that are the same. */
function keysOf({ id, formerly, same }: Topic, { id: roadmap }: Roadmap): string[] {
  const ids = [id, ...formerly];
  return [
    ...ids.map((one) => keyOf(null, one)),
    ...(roadmap === null ? [] : ids.map((one) => keyOf(roadmap, one))),
    ...same.map((written) => {
      const other = counterpartIn(written);
      return keyOf(other.roadmap, other.id);
    }),
  ];
}

/** No lab can be behind these names. What cannot be read for another reason may be the very lab that is meant. */
const noLab: readonly (FileCause | null)[] = ['missing', 'dangling-link', 'not-a-file', 'too-large'];

/** What the build made of the bundled labs, sorted by id. */
function bundledRows({ disk, library }: Context): Row[] {
  const folder = `${library.bundled}/labs`;
  const bytes = readIfThere(disk, `${folder}/index.json`);
  if (bytes === null) return [];
  const rows = JSON.parse(decode(bytes, 'utf-8').text) as readonly LabRow[];
  return rows.map((row) => ({ ...row, file: `${folder}/${row.id}.json`, isOwn: false }));
}

async function readOwn(
  { disk }: Context,
  { files: { found } }: Loaded,
): Promise<{ readonly rows: Row[]; readonly unusable: UserError[] }> {
  const rows: Row[] = [];
  const unusable: UserError[] = [];
  const files = found.kind === 'bundled' ? [] : ownLabs(disk, labFolder(found.path));
  if (files.length === 0) return { rows, unusable };
  // What reads YAML is for those alone who have labs of their own.
  const { readLab } = await import('../formats/lab/read.ts');
  for (const { id, file } of files) {
    try {
      const { roadmap, topic, also, level, minutes, title, mend } = readLab(textOf(disk, file), file, id);
      rows.push({ ...{ id, roadmap, topic, also, level, minutes, title, mend }, file, isOwn: true });
    } catch (error) {
      if (!isUserError(error) || (error.code === 'unreadable' && !noLab.includes(causeIn(error)))) throw error;
      unusable.push(error);
    }
  }
  return { rows, unusable };
}

const textOf = (disk: Context['disk'], file: string) => toSource(decode(readBytes(disk, file), 'utf-8').text);

/** The whole lab. Throws `unreadable` and `bad-lab`. */
export async function labOf({ disk }: Context, { id, file, isOwn }: LabEntry): Promise<Lab> {
  if (isOwn) return (await import('../formats/lab/read.ts')).readLab(textOf(disk, file), file, id);
  return JSON.parse(decode(readBytes(disk, file), 'utf-8').text) as Lab;
}

/** What its progress files say, also those that hold no ticks at the moment, and those of roadmaps with the same topics. */
export function passedIn({ progress, rows, home, counterparts }: Loaded) {
  const own = [progress, rows, home].flatMap((file) => file?.kept.labs ?? []);
  return passedLabs([...own, ...(counterparts?.labs ?? [])]);
}

/** The roadmap of the bundled lab of this name; null where there is none. */
export function bundledHome(context: Context, id: string): string | null {
  return bundledRows(context).find((row) => row.id === id)?.roadmap ?? null;
}
