// Insertion: where new lines go in a progress file: under their section's heading, in the roadmap's order (FORMATS P2).
import { normalTitle } from '../../model/identity.ts';
import { idOf, projectsHeading, type Tick } from '../../model/overlay.ts';
import { firstWording, type Roadmap, type Section, type Topic, type TopicId } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineSpan, lineText, toSource } from '../../text/source.ts';
import { type ProgressHeading, type ProgressText, readProgress } from './read.ts';
import { lineEndOf, oneLine, type TopicChange, tickLine } from './tick-line.ts';

/** Where each topic stands in the roadmap: its heading in the file and its rank in the author's order. */
interface Stand {
  readonly heading: string | null;
  readonly rank: number;
  readonly headingRank: number;
}

function standsOf(roadmap: Roadmap): { byId: ReadonlyMap<TopicId, Stand>; headingRanks: ReadonlyMap<string, number> } {
  const byId = new Map<TopicId, Stand>();
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
  const { byId, headingRanks } = standsOf(roadmap);
  const progress = readProgress(toSource(text), bodyStart);
  const eol = lineEndOf(text);
  const rankOfTick = (tick: Tick): number => byId.get(idOf(tick, byId) ?? '')?.rank ?? -1;

  const groups = new Map<string | null, TopicChange[]>();
  const stand = (change: TopicChange): Stand => byId.get(change.topic.id) as Stand;
  for (const change of [...changes].sort((a, b) => stand(a).rank - stand(b).rank)) {
    const { heading } = stand(change);
    const group = groups.get(heading);
    if (group) group.push(change);
    else groups.set(heading, [change]);
  }

  const insertions: { line: number; order: number; text: string }[] = [];
  for (const [heading, group] of groups) {
    const { headingRank } = stand(group[0] as TopicChange);
    const at = blockOf(progress, heading, headingRanks);
    if (at !== null) {
      // Each line goes behind the last one of its section that the roadmap has before it.
      for (const change of group) {
        const { rank } = stand(change);
        const before = at.ticks.filter((tick) => rankOfTick(tick) < rank).pop();
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
    const later = progress.headings.find(
      (one) =>
        one.depth > 1 &&
        (headingRanks.get(exactly(written(progress, one))) ?? headingRanks.get(normalTitle(one.title)) ?? -1) >
          headingRank,
    );
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

/** The ticks under a heading and the line of the heading; null where the file has no such heading. */
function blockOf(
  progress: ProgressText,
  heading: string | null,
  known: ReadonlyMap<string, number>,
): { start: number; ticks: Tick[] } | null {
  if (heading === null) {
    const title = progress.headings.find((one) => one.depth === 1);
    return title === undefined
      ? null
      : { start: title.line, ticks: progress.ticks.filter((tick) => tick.section === null) };
  }
  const wanted = normalTitle(heading.replace(/^[\d.]+\s+/, ''));
  const sections = progress.headings.filter((one) => one.depth > 1);
  // A heading that is exactly another section's belongs to that one, though the titles are the same.
  const near =
    sections.find((one) => written(progress, one) === heading) ??
    sections.find((one) => normalTitle(one.title) === wanted && !known.has(exactly(written(progress, one))));
  if (near === undefined) return null;
  const next = progress.headings.find((one) => one.line > near.line);
  return {
    start: near.line,
    ticks: progress.ticks.filter((tick) => tick.line > near.line && (next === undefined || tick.line < next.line)),
  };
}

/** A heading as it stands in the file: two sections may have the same title, and the number before it tells them apart. */
export function written(progress: ProgressText, heading: ProgressHeading): string {
  const { start, end } = lineSpan(progress.source, heading.line);
  return progress.source.text
    .slice(start, end)
    .replace(/^#+\s*/, '')
    .trim();
}
