// CounterpartLint: topics of other roadmaps that are named and are not there, or name each other in a circle (FORMATS Y7).
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { nearestWord } from '../../text/nearest.ts';
import { counterpartIn, type FindCounterpart, linkedTopics, linksFrom } from '../counterpart.ts';
import type { Roadmap, Topic, TopicId } from '../roadmap.ts';
import { circlesOf } from './circles.ts';
import type { FieldPosition } from './field-position.ts';

/** Each costs a look at every id. */
const mostSuggestions = 50;

/** What is known of the roadmap that a name leads to: its topics, or why there are none. */
export type KnownRoadmap = { readonly ids: Iterable<TopicId> } | 'no-roadmap' | 'unreadable';

export interface CounterpartsToLint {
  readonly find: FindCounterpart;
  readonly known: (name: string) => KnownRoadmap;
  /** The names that would lead somewhere. */
  readonly names: readonly string[];
}

/** A circle is reported once, at its first topic. It does no harm to any count; one of the two does not know where ticks are made. */
export function lintCounterparts(
  roadmap: Roadmap,
  { find, known, names }: CounterpartsToLint,
  placeOf: (topic: Topic) => FieldPosition,
): Diagnostic[] {
  const linked = linkedTopics(roadmap);
  const found: Diagnostic[] = [];
  const nearestTo = (written: string): string | null => {
    if (found.length >= mostSuggestions) return null;
    const { roadmap: name, id } = counterpartIn(written);
    const other = known(name);
    if (other === 'unreadable') return null;
    const nearest = nearestWord(other === 'no-roadmap' ? name : id, other === 'no-roadmap' ? names : other.ids);
    if (nearest === null) return null;
    return other === 'no-roadmap' ? `${nearest}#${id}` : `${name}#${nearest}`;
  };
  for (const topic of linked)
    for (const written of topic.same) {
      if (find(written) !== undefined) continue;
      const other = known(counterpartIn(written).roadmap);
      const reason = typeof other === 'string' ? other : 'no-topic';
      found.push(
        diagnostic('same-nothing', 'warning', placeOf(topic), { written, reason, nearest: nearestTo(written) }),
      );
    }
  const own = new Set(linked);
  const links = linksFrom(linked, find);
  for (const circle of circlesOf(linked, ({ same }) => same.map(find))) {
    const at = circle.findIndex((topic) => own.has(topic));
    // A circle of others is for them to mend.
    if (at < 0) continue;
    const [first, ...others] = [...circle.slice(at), ...circle.slice(0, at)] as [Topic, ...Topic[]];
    const nameOf = (topic: Topic): string =>
      own.has(topic) ? topic.id : (links.find(({ other }) => other === topic)?.written ?? topic.id);
    found.push(diagnostic('same-circle', 'warning', placeOf(first), { names: [first, ...others].map(nameOf) }));
  }
  return found;
}
