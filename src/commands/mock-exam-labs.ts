// MockExamLabs: the labs of a roadmap as the domains of an exam: by the weights of its sections, or all alike where they have none.
import type { UserError } from '../errors.ts';
import type { Domain, ExamDomain } from '../model/mock-exam.ts';
import { type Roadmap, type Section, wording } from '../model/roadmap.ts';
import { ancestorsOf, topicsOf } from '../model/tree.ts';
import type { Context } from './context.ts';
import { findLabs, type LabEntry } from './lab-finder.ts';
import type { Loaded } from './load.ts';

export interface ExamLab {
  readonly entry: LabEntry;
  readonly domain: ExamDomain;
}

export interface ExamLabs {
  /** What tasks are drawn from, by the ids of labs. */
  readonly pools: readonly Domain<string>[];
  /** Files of one's own that cannot be used: the others can be all the same. */
  readonly unusable: readonly UserError[];
  /** By the pool or the domain that it was drawn for, else wherever it is; undefined where there is no such lab. */
  find(pool: string, lab: string): ExamLab | undefined;
}

/** Throws `unreadable` where one's own labs cannot be read. */
export async function examLabs(context: Context, loaded: Loaded): Promise<ExamLabs> {
  const { roadmap } = loaded;
  const sections = roadmap.children.filter((one): one is Section => one.kind === 'section');
  const { all, unusable } = await findLabs(context, loaded);
  const everywhere = new Map(all.map((entry) => [entry.id, { entry, domain: domainOf(entry, roadmap, context) }]));
  if (sections.every(({ weight }) => weight === null))
    return {
      unusable,
      pools: [{ title: '', weight: 0, labs: all.map(({ id }) => id) }],
      find: (_, lab) => everywhere.get(lab),
    };
  const byPool = new Map<string, ReadonlyMap<string, ExamLab>>();
  const pools: Domain<string>[] = [];
  for (const section of sections) {
    // A lab of several topics may belong to several domains, and is shown by its topic there.
    const found = await findLabs(context, loaded, [...topicsOf(section.children)]);
    const domain = { id: section.id, title: wording(section.title, context.language) };
    byPool.set(section.id, new Map(found.all.map((entry) => [entry.id, { entry, domain }])));
    pools.push({ title: section.id, weight: section.weight ?? 0, labs: found.all.map(({ id }) => id) });
  }
  return { pools, unusable, find: (pool, lab) => byPool.get(pool)?.get(lab) ?? everywhere.get(lab) };
}

/** The outermost section of its topic; the roadmap itself for what is in none. */
function domainOf({ topicOf }: LabEntry, roadmap: Roadmap, { language, theme }: Context): ExamDomain {
  if (topicOf.project !== null) return { id: 'projects', title: theme.messages.label.projects };
  const [outermost = null] = ancestorsOf(roadmap)(topicOf).path;
  return { id: outermost?.id ?? '', title: wording((outermost ?? roadmap).title, language) };
}
