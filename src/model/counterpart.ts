// Counterpart: a topic of another roadmap that is the same work as one of this: done there, it is done here (FORMATS Y7).
import { type CalendarDate, compareDates } from '../dates/calendar-date.ts';
import type { Roadmap, Topic, TopicId } from './roadmap.ts';
import { statusNumber, tableOf, withStates } from './topic-table.ts';

/** `istio#virtual-service`: the name of a roadmap, which is never a path, and the id of a topic of it. */
export const counterpartForm = /^[^\s#/\\]+#\S+$/;

export const isCounterpart = (written: string): boolean => counterpartForm.test(written);

/** The parts of what `isCounterpart` takes. */
export function counterpartIn(written: string): { readonly roadmap: string; readonly id: TopicId } {
  const at = written.indexOf('#');
  return { roadmap: written.slice(0, at), id: written.slice(at + 1) };
}

/** The topics that name a counterpart. Only formats whose topics are objects have such. */
export function linkedTopics(roadmap: Roadmap): readonly Topic[] {
  return tableOf(roadmap).objects?.filter(({ same }) => same.length > 0) ?? [];
}

/** Finds the topic that is written as a counterpart; undefined where there is none. */
export type FindCounterpart = (written: string) => Topic | undefined;

/** From a topic to its counterpart. */
export interface CounterpartLink {
  readonly topic: Topic;
  readonly written: string;
  readonly other: Topic;
}

/** Every link that can be followed from these topics, each once: a counterpart may have counterparts of its own. */
export function linksFrom(topics: readonly Topic[], find: FindCounterpart): CounterpartLink[] {
  const links: CounterpartLink[] = [];
  const seen = new Set(topics);
  // It grows while it is walked.
  for (const topic of seen)
    for (const written of topic.same) {
      const other = find(written);
      if (other === undefined) continue;
      links.push({ topic, written, other });
      if (other.same.length > 0) seen.add(other);
    }
  return links;
}

interface Done {
  readonly completedOn: CalendarDate | null;
  readonly from: string;
}

/** Days that are known go first. */
const byDay = ({ completedOn: a }: Topic, { completedOn: b }: Topic): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareDates(a, b);

/**
 * The topics that are done as others, by their ids: an own state other than todo wins over all, of several that are done the first
 * day counts. `from` is what has the tick, also at the end of a chain.
 */
function doneElsewhere(links: readonly CounterpartLink[]): ReadonlyMap<Topic, Done> {
  const linksTo = new Map<Topic, CounterpartLink[]>();
  for (const link of links) {
    const known = linksTo.get(link.other);
    if (known) known.push(link);
    else linksTo.set(link.other, [link]);
  }
  const found = new Map<Topic, Done>();
  const done = [...linksTo.keys()].filter(({ status }) => status === 'done').sort(byDay);
  for (const ticked of done) {
    const { completedOn } = ticked;
    const waiting = (linksTo.get(ticked) ?? []).map((link) => ({ link, from: link.written }));
    for (const { link, from } of waiting) {
      const { topic } = link;
      if (topic.status !== 'todo' || found.has(topic)) continue;
      found.set(topic, { completedOn, from });
      for (const next of linksTo.get(topic) ?? []) waiting.push({ link: next, from });
    }
  }
  return found;
}

/** The same roadmap, with what is done elsewhere done here. */
export function withCounterparts(roadmap: Roadmap, find: FindCounterpart): Roadmap {
  const table = tableOf(roadmap);
  const done = doneElsewhere(linksFrom(linkedTopics(roadmap), find));
  if (done.size === 0) return roadmap;
  const states = new Map<number, Done & Pick<Topic, 'status' | 'fields'>>();
  table.objects?.forEach((topic, row) => {
    const state = done.get(topic);
    if (state !== undefined && table.status[row] === statusNumber.todo)
      states.set(row, { ...state, status: 'done', fields: topic.fields });
  });
  return withStates(roadmap, states);
}
