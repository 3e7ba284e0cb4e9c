// Belonging: whether the ticks of a progress file that was kept for a roadmap which is gone are those of another one (FORMATS P3).
import { normalTitle } from './identity.ts';
import { type KnownTopic, knownAs } from './known-topic.ts';
import { type Overlaid, overlay, type Tick, tickOf, winningTick } from './overlay.ts';
import { type Reconciliation, type Relink, reconcile } from './reconcile.ts';
import { firstWording, type Roadmap, type Topic } from './roadmap.ts';
import { allTopics, topicsById } from './tree.ts';

/** What a progress file holds, and what is known of the roadmap that it was kept for. */
export interface KeptTicks {
  readonly ticks: readonly Tick[];
  /** The heading that it opens with. */
  readonly title: string;
  /** Names of the files that it was kept for, without their extensions. */
  readonly stems: readonly string[];
  /** The topics of that roadmap when ticks were last written; null where that is not known. Asked for only where it is needed. */
  readonly known: () => readonly KnownTopic[] | null;
  /** Something besides its ticks says that it is this roadmap's: the note names it, or it has the name for it. */
  readonly isNamed: boolean;
}

export interface Fit {
  /** Ticks whose topic has the same id or title here. */
  readonly exact: number;
  /** With those whose topic is called much the same. */
  readonly fitting: number;
  readonly total: number;
}

export function fitOf(own: Roadmap, { ticks, known }: Pick<KeptTicks, 'ticks' | 'known'>): Fit {
  const overlaid = overlay(own, ticks);
  const total = ticks.length;
  const exact = total - overlaid.orphans.length;
  const fitting = exact === total ? total : total - reconcileAbandoned(own, overlaid, known()).orphans.length;
  return { exact, fitting, total };
}

/**
 * False where less than half of the ticks fit, or there is too little other evidence: many roadmaps have an introduction, and a
 * few equal titles alone prove nothing. `stem` is the name of the roadmap's own file.
 */
export function isLikely(own: Roadmap, stem: string, kept: KeptTicks): boolean {
  const { ticks, known, isNamed } = kept;
  const exact = ticks.length - overlay(own, ticks).orphans.length;
  if (exact === 0) return false;
  const title = firstWording(own.title);
  const isHalf = (count: number): boolean => 2 * count >= ticks.length;
  const isNamesake = normalTitle(kept.title) === normalTitle(title);
  if (isNamed || isNamesake || kept.stems.some((one) => normalTitle(one) === normalTitle(stem)))
    return isHalf(exact) || isHalf(fitOf(own, kept).fitting);
  if (!isHalf(exact) || exact >= enough) return isHalf(exact);
  // A title that is only the name of the file says nothing against it.
  const isUntitled = kept.stems.includes(kept.title) && title === stem;
  const before = known();
  return before === null ? isUntitled && exact === ticks.length : isSameRoadmap(own, before, isUntitled);
}

/** So many equal topics are no chance, if they are half of all. */
const enough = 3;

/** Whether most of all topics that a roadmap had are here, ticked or not, and few others; of a handful, all and no others. */
function isSameRoadmap(own: Roadmap, before: readonly KnownTopic[], isUntitled: boolean): boolean {
  const now = allTopics(own).map(knownAs);
  const ids = new Set(now.map(({ id }) => id));
  const titles = new Set(now.map(({ title }) => normalTitle(title)));
  const common = before.filter(({ id, title }) => ids.has(id) || titles.has(normalTitle(title))).length;
  const all = before.length + now.length - common;
  return common >= enough ? 2 * common >= all : isUntitled && common === all;
}

/** As `reconcile`, but its place in another file says nothing about what a topic was called there. */
export function reconcileAbandoned(
  own: Roadmap,
  overlaid: Overlaid,
  known: readonly KnownTopic[] | null,
): Reconciliation {
  const all = reconcile(own, overlaid, known);
  const isByPlace = ({ proposedBy }: Relink): boolean => proposedBy === 'place';
  const orphans = all.relinks.filter(isByPlace).map(({ tick, to }) => ({ tick, candidates: [to] }));
  return {
    ...all,
    relinks: all.relinks.filter((relink) => !isByPlace(relink)),
    orphans: [...all.orphans, ...orphans],
  };
}

/** Whether a topic would be in another state if these ticks came to those that it has. */
export function bringsNews(roadmap: Roadmap, ticks: readonly Tick[]): boolean {
  const byId = topicsById(roadmap);
  for (const [id, lines] of overlay(roadmap, ticks).lines) {
    const topic = byId.get(id) as Topic;
    const { status, completedOn } = winningTick([tickOf(topic), ...lines]);
    if (status !== topic.status || completedOn !== topic.completedOn) return true;
  }
  return false;
}
