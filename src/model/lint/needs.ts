// NeedsLint: needs that lead nowhere, in a circle, or to something harder than the topic itself.
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { nearestWord } from '../../text/nearest.ts';
import { firstWording, type LevelId, type Roadmap, type Topic } from '../roadmap.ts';
import { topicsById } from '../tree.ts';
import { circlesOf } from './circles.ts';
import type { FieldPositions } from './field-position.ts';

/** Each costs a look at every id. */
const mostSuggestions = 50;

/**
 * Every need of every topic (FORMATS, YAML and JSON). Ids that do not exist are looked for where needs are written on
 * the lines of topics (`isWritten`); a reader of fields knows their places and names them itself. A circle is an error, reported once, at its first topic: nothing of it would ever be
 * ready.
 */
export function lintNeeds(roadmap: Roadmap, placeOf: FieldPositions, isWritten: boolean): Diagnostic[] {
  const byId = topicsById(roadmap);
  const written = [...byId.values()].filter((one) => one.idWritten).map((one) => one.id);
  const ranks = new Map(roadmap.levels.map(({ id }, rank) => [id, rank]));
  const found: Diagnostic[] = [];
  for (const topic of byId.values()) {
    for (const id of topic.needs) {
      const needed = byId.get(id);
      if (needed !== undefined) found.push(...harder(roadmap, ranks, topic, needed, placeOf));
      else if (isWritten) {
        const nearest = found.length < mostSuggestions ? nearestWord(id, written) : null;
        found.push(diagnostic('needs-nothing', 'warning', placeOf(topic, 'needs'), { id, nearest }));
      }
    }
  }
  const needed = ({ needs }: Topic): (Topic | undefined)[] => needs.map((id) => byId.get(id));
  for (const circle of circlesOf([...byId.values()], needed)) {
    const first = circle.reduce((a, b) => (b.line < a.line ? b : a));
    const at = circle.indexOf(first);
    const ids = [...circle.slice(at), ...circle.slice(0, at)].map((topic) => topic.id);
    found.push(diagnostic('needs-circle', 'error', placeOf(first, 'needs'), { ids }));
  }
  return found;
}

/** Guessed levels accuse nobody: only where both were written, on the topic or above it. */
function harder(
  { levels }: Roadmap,
  ranks: ReadonlyMap<LevelId, number>,
  topic: Topic,
  needed: Topic,
  placeOf: FieldPositions,
): Diagnostic[] {
  if (topic.levelSource === 'inferred' || needed.levelSource === 'inferred') return [];
  const rank = ({ level }: Topic): number => (level === null ? undefined : ranks.get(level)) ?? -1;
  const [own, other] = [rank(topic), rank(needed)];
  if (own < 0 || other <= own) return [];
  const title = (at: number): string => firstWording(levels[at]?.title ?? '');
  const args = { id: needed.id, level: title(other), own: title(own) };
  return [diagnostic('harder-prerequisite', 'warning', placeOf(topic, 'needs'), args)];
}
