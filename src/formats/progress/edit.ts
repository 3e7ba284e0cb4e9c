// ProgressEdit: the splices that record topics in a progress file: a line changed, put in or taken out (FORMATS P2, P4).

import type { CalendarDate } from '../../dates/calendar-date.ts';
import { normalTitle } from '../../model/identity.ts';
import { projectsHeading, type Tick } from '../../model/overlay.ts';
import {
  firstWording,
  type Roadmap,
  type Section,
  type Status,
  type Topic,
  type TopicId,
  topicsOf,
} from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { pattern } from '../../text/pattern.ts';
import { lineSpan, toSource } from '../../text/source.ts';
import { statusEdits } from '../markdown/edit.ts';
import { readFields } from '../markdown/task-line.ts';
import { type ProgressHeading, type ProgressText, readProgress } from './read.ts';

const bareScalar = pattern(String.raw`^[\p{L}\p{N}/._~-]+$`, 'u');

export interface TopicChange {
  /** As the roadmap itself has it, without ticks. */
  readonly topic: Topic;
  readonly to: Status;
  /** The day for done and skipped; null where the roadmap's own state comes back. */
  readonly day: CalendarDate;
}

/** The text of a progress file that holds no tick yet. `source` names the roadmap it belongs to (FORMATS P3). */
export function emptyProgress(roadmap: Roadmap, source: string): string {
  return `---\nroadmap: ${quoted(source)}\n---\n\n# ${oneLine(firstWording(roadmap.title))}\n`;
}

/** A YAML scalar in double quotes where it must be: JSON's form is one. */
function quoted(text: string): string {
  return bareScalar().test(text) ? text : JSON.stringify(text);
}

/** The new text after all changes. Lines of other topics, orphans and whatever people wrote stay as they are; a topic that is back
 * in the roadmap's own state loses its line; of several lines for one topic the first is kept (FORMATS P4). */
export function recordChanges(
  text: string,
  bodyStart: number,
  roadmap: Roadmap,
  lines: ReadonlyMap<TopicId, readonly Tick[]>,
  changes: readonly TopicChange[],
): string {
  const progress = readProgress(toSource(text), bodyStart);
  const edits: Edit[] = [];
  const fresh: TopicChange[] = [];
  for (const change of changes) {
    const own = change.to === change.topic.status;
    const [first, ...others] = lines.get(change.topic.id) ?? [];
    for (const tick of own && first ? [first, ...others] : others) edits.push(removal(progress, tick.line));
    if (own) continue;
    if (first === undefined) fresh.push(change);
    else edits.push(...statusEdits(progress.source, [{ line: first.line, to: change.to, day: change.day }], []));
  }
  const kept = applyEdits(text, edits);
  return withoutEmptySections(insertTicks(kept, bodyStart, roadmap, fresh), bodyStart, edits.length > 0);
}

/** `- [x] 4.2.1 Subsets 🆔 dr-subsets ✅ 2026-11-20` */
export function tickLine({ topic, to, day }: TopicChange): string {
  const mark = { todo: ' ', doing: '/', done: 'x', skipped: '-' }[to];
  const date = to === 'done' ? ` ✅ ${day}` : to === 'skipped' ? ` ❌ ${day}` : '';
  return `- [${mark}] ${topic.address} ${withoutFields(oneLine(firstWording(topic.title)))} 🆔 ${topic.id}${date}`;
}

/** A ✅ or 🆔 that is part of the title would be read as the line's own. */
function withoutFields(title: string): string {
  const edits = readFields(title, 0).map(({ span }): Edit => ({ span, text: '' }));
  return edits.length === 0 ? title : oneLine(applyEdits(title, edits));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The whole line with its line end. */
function removal(progress: ProgressText, line: number): Edit {
  const { lineStarts, text } = progress.source;
  return { span: { start: lineStarts[line - 1] as number, end: lineStarts[line] ?? text.length }, text: '' };
}

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

/** Puts new lines under their section's heading, in the roadmap's order, and makes the headings that are missing. */
function insertTicks(text: string, bodyStart: number, roadmap: Roadmap, changes: readonly TopicChange[]): string {
  if (changes.length === 0) return text;
  const { byId, headingRanks } = standsOf(roadmap);
  const progress = readProgress(toSource(text), bodyStart);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const rankOfTick = (tick: Tick): number => (tick.id === null ? undefined : byId.get(tick.id)?.rank) ?? -1;

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
        const line = before?.line ?? (at.ticks[0] ? at.ticks[0].line - 1 : at.start);
        const gap = before === undefined && at.ticks.length === 0 ? eol : '';
        insertions.push({
          line,
          order: rank,
          text: `${at.ticks.length === 0 && group[0] === change ? gap : ''}${tickLine(change)}${eol}`,
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
    const lines = group.map((change) => tickLine(change) + eol).join('');
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
function written(progress: ProgressText, heading: ProgressHeading): string {
  const { start, end } = lineSpan(progress.source, heading.line);
  return progress.source.text
    .slice(start, end)
    .replace(/^#+\s*/, '')
    .trim();
}

/** Takes out second-level headings that hold nothing any more, with the blank lines behind them, and under the title all but one
 * blank line. Only after a line was taken out. */
function withoutEmptySections(text: string, bodyStart: number, isNeeded: boolean): string {
  if (!isNeeded) return text;
  const source = toSource(text);
  const { headings } = readProgress(source, bodyStart);
  const edits: Edit[] = [];
  headings.forEach((heading, index) => {
    const start = source.lineStarts[heading.line - 1] as number;
    const next = headings[index + 1];
    const end = next ? (source.lineStarts[next.line - 1] as number) : text.length;
    const body = source.lineStarts[heading.line] ?? text.length;
    if (heading.depth > 2 || text.slice(body, end).trim() !== '') return;
    const kept = next === undefined ? body : (source.lineStarts[heading.line + 1] ?? text.length);
    if (heading.depth === 2) edits.push({ span: { start, end }, text: '' });
    else if (kept < end) edits.push({ span: { start: kept, end }, text: '' });
  });
  const cut = applyEdits(text, edits);
  return edits.length > 0 ? cut.trimEnd() + (text.includes('\r\n') ? '\r\n' : '\n') : cut;
}

/** The first edit of a whole new text against the old: the part between the common beginning and the common end. */
export function differenceEdit(before: string, after: string): Edit | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && start < after.length && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}

/** Every topic and project of a roadmap by its id. */
export function topicsById(roadmap: Roadmap): ReadonlyMap<TopicId, Topic> {
  const found = new Map<TopicId, Topic>();
  for (const topic of topicsOf(roadmap.children)) found.set(topic.id, topic);
  for (const project of roadmap.projects) found.set(project.id, project);
  return found;
}
