// Reconciliation: how the lines of a progress file meet a roadmap that has changed since they were written (FORMATS A2, P4).
import { normalTitle } from './identity.ts';
import { type KnownTopic, knownAs, knownKey } from './known-topic.ts';
import { idOf, type Overlaid, projectsHeading, type Tick, writtenAddress } from './overlay.ts';
import { firstWording, type Roadmap, type Topic, type TopicId, wordings } from './roadmap.ts';
import { similarity } from './similar.ts';
import type { TableSection } from './topic-table.ts';
import { withAncestors } from './tree.ts';

/** Where a topic is now. */
export interface PlacedTopic {
  readonly topic: Topic;
  /** The nearest section; null for root topics and projects. */
  readonly section: TableSection | null;
}

/**
 * renumbered: only the number differs. moved: under another section. renamed: another title. What is both moved and
 * renamed is renamed.
 */
export type RelinkKind = 'renumbered' | 'moved' | 'renamed';

/** A line that belongs to a topic and does not say so any more. */
export interface Relink {
  readonly tick: Tick;
  readonly to: PlacedTopic;
  readonly kind: RelinkKind;
  /** The line is under a heading that is not its topic's. */
  readonly isMisplaced: boolean;
  /** The evidence for it: null where the line finds its topic by itself. */
  readonly proposedBy: 'likeness' | 'place' | null;
}

export interface Orphan {
  readonly tick: Tick;
  /** What it may belong to, the likeliest first: too little to be sure, or too many. */
  readonly candidates: readonly PlacedTopic[];
}

export interface Reconciliation {
  readonly relinks: readonly Relink[];
  readonly orphans: readonly Orphan[];
  /** Topics that were not there when ticks were last written; null where that is not known. */
  readonly added: readonly PlacedTopic[] | null;
  /** Lines that say what the roadmap says. */
  readonly current: number;
}

/** `overlaid` as `overlay` made it of this roadmap and these ticks; `known` null where nobody wrote it down. */
export function reconcile(roadmap: Roadmap, overlaid: Overlaid, known: readonly KnownTopic[] | null): Reconciliation {
  const placed = placedTopics(roadmap);
  const byId = new Map(placed.map((placedTopic) => [placedTopic.topic.id, placedTopic]));
  const titleOf = new Map(known?.map(({ id, title }) => [id, normalTitle(title)]));
  const relinks: Relink[] = [];
  let current = 0;
  for (const [id, ticks] of overlaid.lines) {
    const to = byId.get(id) as PlacedTopic;
    const hasOwn = ticks.some((tick) => tick.id === id);
    for (const tick of ticks) {
      // The line of a topic that was merged into this one; the topic's own says all that the roadmap says.
      const isFormer = hasOwn && tick.id !== null && to.topic.formerly.includes(tick.id);
      const kind = isFormer ? null : staleness(tick, to, titleOf);
      if (kind === null) current++;
      else relinks.push({ tick, to, kind, isMisplaced: !isUnderHeading(tick, to), proposedBy: null });
    }
  }
  const fresh = known === null ? null : freshOf(placed, known, overlaid.orphans);
  const free = placed.filter(({ topic }) => !overlaid.lines.has(topic.id));
  const { matched, left } = matchOrphans(overlaid.orphans, free, freshFor(fresh, known), rootTitle(roadmap));
  for (const { tick, to } of matched) {
    const kind = staleness(tick, to) ?? 'renumbered';
    const proposedBy = likeness(tick, to) < worthSaying ? 'place' : 'likeness';
    relinks.push({ tick, to, kind, isMisplaced: !isUnderHeading(tick, to), proposedBy });
  }
  relinks.sort((a, b) => a.tick.line - b.tick.line);
  const taken = new Set(relinks.map(({ to }) => to.topic.id));
  const added =
    fresh === null
      ? null
      : placed.filter(
          (placedTopic) =>
            fresh.has(placedTopic) && !taken.has(placedTopic.topic.id) && !overlaid.lines.has(placedTopic.topic.id),
        );
  return { relinks, orphans: left, added, current };
}

/**
 * Topics that were not there when ticks were last written. One whose title was there under an id that is gone has only
 * moved; unless an orphan has that title, which may have been that very topic.
 */
function freshOf(
  placed: readonly PlacedTopic[],
  known: readonly KnownTopic[],
  orphans: readonly Tick[],
): ReadonlySet<PlacedTopic> {
  const now = new Set(placed.map(({ topic }) => knownKey(knownAs(topic))));
  const before = new Set(known.map(knownKey));
  const sought = new Set(orphans.map(({ title }) => normalTitle(title)));
  const moved = new Map<string, number>();
  for (const one of known) {
    const title = normalTitle(one.title);
    if (!now.has(knownKey(one)) && !sought.has(title)) moved.set(title, (moved.get(title) ?? 0) + 1);
  }
  const fresh = new Set<PlacedTopic>();
  for (const placedTopic of placed) {
    const one = knownAs(placedTopic.topic);
    const title = normalTitle(one.title);
    const left = moved.get(title) ?? 0;
    if (before.has(knownKey(one))) continue;
    if (left > 0) moved.set(title, left - 1);
    else fresh.add(placedTopic);
  }
  return fresh;
}

/** null: nothing is known. */
type IsFresh = (tick: Tick, placedTopic: PlacedTopic) => boolean | null;

/** Only what was written down while the line still had its topic says what is new since. */
function freshFor(fresh: ReadonlySet<PlacedTopic> | null, known: readonly KnownTopic[] | null): IsFresh {
  if (fresh === null || known === null) return () => null;
  const ids = new Set(known.map(({ id }) => id));
  const titles = new Set(known.map(({ title }) => normalTitle(title)));
  return (tick, placedTopic) => {
    const id = idOf(tick, ids);
    return (id === null ? titles.has(normalTitle(tick.title)) : ids.has(id)) ? fresh.has(placedTopic) : null;
  };
}

/** Every topic and project with the section it is in, in the order of the roadmap. */
export function placedTopics(roadmap: Roadmap): PlacedTopic[] {
  return withAncestors(roadmap).map(({ topic, ancestors }) => ({ topic, section: ancestors.section }));
}

/** What a line says that the roadmap does not say any more; null where nothing is amiss. Lines typed by hand may say less. */
function staleness(tick: Tick, to: PlacedTopic, titleOf: ReadonlyMap<TopicId, string> = new Map()): RelinkKind | null {
  const { topic } = to;
  const titles = wordings(topic.title).map(normalTitle);
  const isOfItsOwn = tick.id === null && titles.includes(normalTitle(tick.written));
  // Words that people wrote behind the title are theirs, unless they belonged to it.
  const written = normalTitle(tick.title);
  const isTitle = (title: string): boolean =>
    written === title || (written.startsWith(`${title} `) && written !== titleOf.get(tick.id ?? ''));
  if (!isOfItsOwn && !titles.some(isTitle)) return 'renamed';
  if (tick.id !== null && !isUnderHeading(tick, to)) return 'moved';
  if (tick.id !== null && tick.id !== topic.id) return 'renumbered';
  const address = writtenAddress(tick);
  return isOfItsOwn || address === null || address === topic.address ? null : 'renumbered';
}

function isUnderHeading({ section: written }: Tick, { topic, section }: PlacedTopic): boolean {
  if (written === null) return section === null && topic.project === null;
  if (topic.project !== null) return normalTitle(written) === projectsHeading;
  return section !== null && wordings(section.title).some((title) => normalTitle(title) === normalTitle(written));
}

function rootTitle(roadmap: Roadmap): string {
  return firstWording(roadmap.title);
}

interface Likeness {
  readonly tick: Tick;
  readonly to: PlacedTopic;
  /** Letters that the titles have in common, 0 to 1. */
  readonly title: number;
  /** 2 the same section, 1 one that is called much the same, 0 another. */
  readonly place: number;
  readonly isNumber: boolean;
  /** The topic is known to be new since; null where that is not known. */
  readonly isFresh: boolean | null;
  readonly score: number;
}

/** Less than this in common is chance. */
const worthSaying = 0.35;

function likeness(tick: Tick, { topic }: PlacedTopic): number {
  return Math.max(...wordings(topic.title).map((one) => similarity(tick.title, one)));
}

function likenessOf(tick: Tick, to: PlacedTopic, isFresh: boolean | null, root: string): Likeness {
  const title = likeness(tick, to);
  const place = placeLikeness(tick.section ?? root, to, root);
  const isNumber = writtenAddress(tick) === to.topic.address;
  return { tick, to, title, place, isNumber, isFresh, score: title + 0.15 * place + (isNumber ? 0.2 : 0) };
}

function placeLikeness(written: string, { topic, section }: PlacedTopic, root: string): number {
  const titles = topic.project !== null ? [projectsHeading] : section === null ? [root] : wordings(section.title);
  if (titles.some((title) => normalTitle(title) === normalTitle(written))) return 2;
  return titles.some((title) => similarity(title, written) >= 0.6) ? 1 : 0;
}

/**
 * Sure enough to be linked without asking. A topic that is known to be new may well be the old one under another name;
 * where that is not known it may have stood there all along, and more is asked of it.
 */
function isSure({ title, place, isNumber, isFresh }: Likeness): boolean {
  if (title === 1) return place > 0 || isNumber || isFresh === true;
  // A new topic at the very place of one that is gone is that one under another name, or replaces it.
  if (isFresh) return title >= 0.5 || (place === 2 && (isNumber || title >= worthSaying));
  return title >= 0.85 || (place === 2 && isNumber && title >= 0.5) || (place > 0 && title >= 0.75);
}

/** Shown to the reader, who knows. */
const worthShowing = ({ title, place, isNumber }: Likeness): boolean =>
  title >= worthSaying || (place === 2 && (isNumber || title >= 0.2));

/** So much better than the second best it must be, either way round. */
const margin = 0.08;

/** Each orphan gets the topic that is likest to it, if that is sure and no other orphan is as like. */
function matchOrphans(
  orphans: readonly Tick[],
  free: readonly PlacedTopic[],
  isFresh: IsFresh,
  root: string,
): { matched: readonly { tick: Tick; to: PlacedTopic }[]; left: readonly Orphan[] } {
  const pairs = orphans.flatMap((tick) =>
    free
      // What stood there already is another topic.
      .filter((to) => isFresh(tick, to) !== false)
      .map((to) => likenessOf(tick, to, isFresh(tick, to), root))
      .filter((one) => worthShowing(one) || isSure(one)),
  );
  pairs.sort((a, b) => b.score - a.score);
  const matched = new Map<Tick, PlacedTopic>();
  const taken = new Set<PlacedTopic>();
  const isOpen = ({ tick, to }: Likeness): boolean => !matched.has(tick) && !taken.has(to);
  for (const one of pairs) {
    if (!isOpen(one) || !isSure(one)) continue;
    // Several lines of one topic, as a merge leaves them, are no rivals.
    const isRival = (other: Likeness): boolean =>
      other !== one &&
      isOpen(other) &&
      (other.tick === one.tick) !== (other.to === one.to) &&
      !(other.to === one.to && isSameTick(other.tick, one.tick)) &&
      other.score > one.score - margin;
    if (pairs.some(isRival)) continue;
    for (const { tick } of pairs.filter(({ tick, to }) => to === one.to && isSameTick(tick, one.tick)))
      matched.set(tick, one.to);
    matched.set(one.tick, one.to);
    taken.add(one.to);
  }
  const left = orphans
    .filter((tick) => !matched.has(tick))
    .map((tick) => ({
      tick,
      candidates: pairs
        .filter((one) => one.tick === tick && !taken.has(one.to) && worthShowing(one))
        .slice(0, 3)
        .map(({ to }) => to),
    }));
  return { matched: [...matched].map(([tick, to]) => ({ tick, to })), left };
}

function isSameTick(a: Tick, b: Tick): boolean {
  return a.id === b.id && normalTitle(a.title) === normalTitle(b.title) && a.section === b.section;
}
