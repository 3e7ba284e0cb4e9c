// LabLevels: how many labs of each level there are, and how many of them are passed.
import type { LevelId } from '../model/roadmap.ts';
import { withFacts } from '../model/topic-table.ts';
import type { Context } from './context.ts';
import { findLabs, type LabEntry } from './lab-finder.ts';
import type { Loaded } from './load.ts';

/** Of levels that have labs. */
export function labsByLevel(
  labs: readonly LabEntry[],
): ReadonlyMap<LevelId, { readonly total: number; readonly passed: number }> {
  const counts = new Map<LevelId, { total: number; passed: number }>();
  for (const { level, passed } of labs) {
    if (level === null) continue;
    const count = counts.get(level) ?? { total: 0, passed: 0 };
    counts.set(level, { total: count.total + 1, passed: count.passed + (passed ? 1 : 0) });
  }
  return counts;
}

/** With what a level that asks for labs is measured by. Throws `unreadable`. */
export async function withLabsPassed(context: Context, loaded: Loaded): Promise<Loaded> {
  const { all } = await findLabs(context, loaded);
  const labsPassed = new Map([...labsByLevel(all)].map(([level, { passed }]) => [level, passed]));
  return { ...loaded, roadmap: withFacts(loaded.roadmap, { labsPassed }) };
}
