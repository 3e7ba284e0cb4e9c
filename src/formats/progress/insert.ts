// Insertion: where new lines go in a progress file: under their section's heading, in the roadmap's order (FORMATS P2).
import { normalTitle } from '../../model/identity.ts';
import { labHeadings } from '../../model/lab-line.ts';
import { idOf, projectsHeading, type Tick } from '../../model/overlay.ts';
import { firstWording, type Roadmap, type Section, type Topic, type TopicId } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineSpan, lineText, toSource } from '../../text/source.ts';
import { type ProgressHeading, type ProgressText, readProgress } from './read.ts';
import { lineEndOf, oneLine, type TopicChange, tickLine } from './tick-line.ts';

/** Where each topic is in the roadmap: its heading in the file and its rank in the author's order. */
interface TopicRank {
  readonly heading: string | null;
  readonly rank: number;
  readonly headingRank: number;
}

function ranksOf(roadmap: Roadmap): {
  byId: ReadonlyMap<TopicId, TopicRank>;
  headingRanks: ReadonlyMap<string, number>;
} {
  const byId = new Map<TopicId, TopicRank>();
  const headingRanks = new Map<string, number>();
  const put = (topic: Topic, heading: string | null, headingRank: number) => {
    byId.set(topic.id, { heading, headingRank, rank: byId.size });
    for (const below of topic.topics) put(below, heading, headingRank);
  };
  let counter = 0;
  const rankOf = (title: string, heading: string): number => {
    const rank = ++counter;
    for (const key of [normalTitle(title), exactly(heading)]) if (!headingRanks.has(key)) headingRanks.set(key, rank);
    return rank;
  };
  const visit = (children: readonly (Section | Topic)[], heading: string | null, rank: number) => {
    for (const child of children) {
      if (child.kind === 'topic') put(child, heading, rank);
      else {
        const title = firstWording(child.title);
        const own = oneLine(`${child.address} ${title}`);
        visit(child.children, own, rankOf(title, own));
      }
    }
  };
  visit(roadmap.children, null, 0);
  const rank = rankOf(projectsHeading, projectsTitle);
  for (const project of roadmap.projects) put(project, projectsTitle, rank);
  // Behind all topics; a section of that title is known by its number.
  for (const heading of labHeadings) rankOf(heading, heading);
  return { byId, headingRanks };
}

const projectsTitle = 'Projects';

/** The key of a heading as the program writes it, number and all; normal titles have no line end. */
const exactly = (heading: string): string => `\n${heading}`;

/**
 * Puts new lines under their section's heading, in the roadmap's order, and makes the headings that are missing.
 * `lineFor` gives the text of a topic's line, or of several.
 */
export function insertTicks(
  text: string,
  bodyStart: number,
  roadmap: Roadmap,
  changes: readonly TopicChange[],
  lineFor: (change: TopicChange) => string = tickLine,
): string {
  if (changes.length === 0) return text;
  const { byId, headingRanks } = ranksOf(roadmap);
  const progress = readProgress(toSource(text), bodyStart);
  const eol = lineEndOf(text);
  const rankOfTick = (tick: Tick): number => byId.get(idOf(tick, byId) ?? '')?.rank ?? -1;

  const groups = new Map<string | null, TopicChange[]>();
  const rankOf = (change: TopicChange): TopicRank => byId.get(change.topic.id) as TopicRank;
  for (const change of [...changes].sort((a, b) => rankOf(a).rank - rankOf(b).rank)) {
    const { heading } = rankOf(change);
    const group = groups.get(heading);
    if (group) group.push(change);
    else groups.set(heading, [change]);
  }

  const blockOf = blocksOf(progress, headingRanks);
  const isLater = firstOver(
    progress.headings.map((one) =>
      one.depth === 1
        ? -1
        : (headingRanks.get(exactly(written(progress, one))) ?? headingRanks.get(normalTitle(one.title)) ?? -1),
    ),
  );
  const insertions: { line: number; order: number; text: string }[] = [];
  for (const [heading, group] of groups) {
    const { headingRank } = rankOf(group[0] as TopicChange);
    const at = blockOf(heading);
    if (at !== null) {
      // Each line goes behind the last one of its section that the roadmap has before it.
      const lastUnder = lastBelow(at.ticks.map(rankOfTick));
      for (const change of group) {
        const { rank } = rankOf(change);
        const before = at.ticks[lastUnder(rank)];
        const line = before ? lastLineOf(progress, before) : at.ticks[0] ? at.ticks[0].line - 1 : at.start;
        const gap = before === undefined && at.ticks.length === 0 ? eol : '';
        insertions.push({
          line,
          order: rank,
          text: `${at.ticks.length === 0 && group[0] === change ? gap : ''}${lineFor(change)}${eol}`,
        });
      }
      continue;
    }
    const later = progress.headings[isLater(headingRank)];
    const lines = group.map((change) => lineFor(change) + eol).join('');
    const title = heading === null ? '' : `## ${heading}${eol}${eol}`;
    if (later) insertions.push({ line: later.line - 1, order: headingRank, text: `${title}${lines}${eol}` });
    else insertions.push({ line: Number.POSITIVE_INFINITY, order: headingRank, text: `${eol}${title}${lines}` });
  }

  insertions.sort((a, b) => a.line - b.line || a.order - b.order);
  const last = progress.source.lineStarts.length;
  const edits = insertions.map(({ line, text: inserted }): Edit => {
    const start = line >= last ? text.length : (progress.source.lineStarts[line] as number);
    return { span: { start, end: start }, text: inserted };
  });
  const atEnd = edits.find((edit) => edit.span.start === text.length);
  const endsOpen = text !== '' && !/[\r\n]$/.test(text);
  return applyEdits(
    text,
    atEnd && endsOpen ? edits.map((edit) => (edit === atEnd ? { ...edit, text: eol + edit.text } : edit)) : edits,
  );
}

/** Distinguishes the headings of the roadmap's sections, whatever number they had, from the user's own. */
export function sectionHeadings(roadmap: Roadmap): (progress: ProgressText, heading: ProgressHeading) => boolean {
  const { headingRanks } = ranksOf(roadmap);
  return (progress, heading) =>
    headingRanks.has(exactly(written(progress, heading))) || headingRanks.has(normalTitle(heading.title));
}

/** The last line of what hangs on a tick: indented lines, whether remarks or ticks, and a remark that runs on at the margin. */
export function lastLineOf({ source, running }: ProgressText, tick: Tick): number {
  let last = tick.line;
  for (let line = tick.line + 1; line <= source.lineStarts.length; line++) {
    const text = lineText(source, line);
    if (text.trim() === '') continue;
    const isBelow = /^(?: {2}|\t| ?>)/.test(text) && (last === line - 1 || !text.trimStart().startsWith('>'));
    if (!isBelow && !(last === line - 1 && running.has(line))) break;
    last = line;
  }
  return last;
}

/** Where the first number over a limit is; the length where there is none. In the logarithm of their count for each limit. */
function firstOver(numbers: readonly number[]): (limit: number) => number {
  let most = Number.NEGATIVE_INFINITY;
  const highest = numbers.map((number) => {
    most = Math.max(most, number);
    return most;
  });
  return (limit) => firstIndex(highest.length, (at) => (highest[at] as number) > limit);
}

/** Where the last number under a limit is; -1 where there is none. */
function lastBelow(numbers: readonly number[]): (limit: number) => number {
  let least = Number.POSITIVE_INFINITY;
  const lowest = [...numbers]
    .reverse()
    .map((number) => {
      least = Math.min(least, number);
      return least;
    })
    .reverse();
  return (limit) => firstIndex(lowest.length, (at) => (lowest[at] as number) >= limit) - 1;
}

/** The first index that has a property which all behind it have as well. */
function firstIndex(length: number, has: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (has(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Block {
  /** Line of the heading. */
  readonly start: number;
  readonly ticks: readonly Tick[];
}

/** The ticks under each heading of the roadmap; null where the file has no such heading. */
function blocksOf(
  progress: ProgressText,
  known: ReadonlyMap<string, number>,
): (heading: string | null) => Block | null {
  const { headings, ticks } = progress;
  const byWords = new Map<string, number>();
  // A heading that is exactly another section's belongs to that one, though the titles are the same.
  const byTitle = new Map<string, number>();
  for (const [index, one] of headings.entries()) {
    if (one.depth === 1) continue;
    const words = written(progress, one);
    if (!byWords.has(words)) byWords.set(words, index);
    const title = normalTitle(one.title);
    if (!known.has(exactly(words)) && !byTitle.has(title)) byTitle.set(title, index);
  }
  const firstBehind = (line: number): number => firstIndex(ticks.length, (at) => (ticks[at] as Tick).line > line);
  return (heading) => {
    if (heading === null) {
      const title = headings.find((one) => one.depth === 1);
      return title === undefined ? null : { start: title.line, ticks: ticks.filter((tick) => tick.section === null) };
    }
    const index = byWords.get(heading) ?? byTitle.get(normalTitle(heading.replace(/^[\d.]+\s+/, '')));
    const near = index === undefined ? undefined : headings[index];
    if (index === undefined || near === undefined) return null;
    const next = headings[index + 1];
    const end = next === undefined ? ticks.length : firstBehind(next.line - 1);
    return { start: near.line, ticks: ticks.slice(firstBehind(near.line), end) };
  };
}

/** A heading as it is written in the file: two sections may have the same title, and the number before it tells them apart. */
export function written(progress: ProgressText, heading: ProgressHeading): string {
  const { start, end } = lineSpan(progress.source, heading.line);
  return progress.source.text
    .slice(start, end)
    .replace(/^#+\s*/, '')
    .trim();
}
