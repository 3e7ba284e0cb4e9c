// Tidying: a progress file with several lines for one topic, as git's union merge leaves it, put in order without losing a word (FORMATS P4).
import { normalTitle } from '../../model/identity.ts';
import { type Overlaid, overlay, type Tick, winningTick } from '../../model/overlay.ts';
import { passedLabs } from '../../model/passed-labs.ts';
import { firstWording, type Roadmap } from '../../model/roadmap.ts';
import { topicsById } from '../../model/tree.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineSpan, lineText, toSource } from '../../text/source.ts';
import { readTaskLine } from '../markdown/syntax/task-line.ts';
import { lastLineOf, written } from './insert.ts';
import { type ProgressHeading, type ProgressText, readProgress } from './read.ts';
import { lineEndOf } from './tick-line.ts';

export interface Tidied {
  readonly text: string;
  /** How many lines that stood there again are gone. */
  readonly joined: number;
}

/**
 * What shows that lines are versions of one: `id`, the same written id, which any write may join; `likeness`, the same title,
 * heading or orphan, which is joined only when the user asks for it.
 */
export type Evidence = 'id' | 'likeness';

/** The same ticks with one line each, where two lines hold nothing that one cannot hold. Lines with words of their own stay, and so
 * does everything when the tidied text would be read otherwise. */
export function tidied(text: string, bodyStart: number, roadmap: Roadmap, evidence: Evidence = 'id'): Tidied {
  const under = evidence === 'id' ? text : withoutDoubledHeadings(text, bodyStart);
  const basis = readsTheSame(text, under, bodyStart, roadmap) ? under : text;
  const { edits, count } = doubledLines(basis, bodyStart, roadmap, evidence);
  if (count === 0) return { text: basis, joined: 0 };
  const after = applyEdits(basis, edits);
  return readsTheSame(basis, after, bodyStart, roadmap) ? { text: after, joined: count } : { text: basis, joined: 0 };
}

/** Every topic is in the same state, and the same lines fit none. */
function readsTheSame(before: string, after: string, bodyStart: number, roadmap: Roadmap): boolean {
  if (before === after) return true;
  const statesIn = (text: string): string => {
    const { ticks, labs } = readProgress(toSource(text), bodyStart);
    const { roadmap: read, orphans } = overlay(roadmap, ticks);
    const states = [...topicsById(read)].map(([id, { status, completedOn }]) => [id, status, completedOn]);
    const kept = orphans.map(
      ({ id, written: title, status, completedOn }) => `${id} ${title} ${status} ${completedOn}`,
    );
    return JSON.stringify([states, [...new Set(kept)].sort(), [...passedLabs(labs)].sort()]);
  };
  return statesIn(before) === statesIn(after);
}

/** What is under a second heading of the same name goes to the first. One by one: each moves what others count on. */
function withoutDoubledHeadings(text: string, bodyStart: number): string {
  let now = text;
  for (;;) {
    const progress = readProgress(toSource(now), bodyStart);
    const pair = doubledHeading(progress);
    if (pair === null) return now;
    now = moved(progress, ...pair);
  }
}

function doubledHeading(progress: ProgressText): [ProgressHeading, ProgressHeading] | null {
  const known = new Map<string, ProgressHeading>();
  for (const heading of progress.headings) {
    if (!lineText(progress.source, heading.line).startsWith('#')) continue;
    const key = `${heading.depth} ${written(progress, heading)}`;
    const first = known.get(key);
    if (first !== undefined) return [first, heading];
    known.set(key, heading);
  }
  return null;
}

function moved(progress: ProgressText, first: ProgressHeading, second: ProgressHeading): string {
  const { text, lineStarts } = progress.source;
  const eol = lineEndOf(text);
  const startOf = (line: number): number => lineStarts[line - 1] ?? text.length;
  const endOf = ({ line, depth }: ProgressHeading): number => {
    const next = progress.headings.find((one) => one.line > line && one.depth <= depth);
    return next === undefined ? text.length : startOf(next.line);
  };
  const [cut, end] = [startOf(second.line), endOf(second)];
  const body = text
    .slice(startOf(second.line + 1), end)
    .trimEnd()
    .replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '');
  const place = Math.min(endOf(first), cut);
  const above = text.slice(0, place).trimEnd();
  const isList = /^[-*+] \[/.test(body) && above.length > startOf(first.line + 1);
  const block = body === '' ? '' : `${isList ? eol : eol + eol}${body}`;
  const rest = `${text.slice(place, cut)}${text.slice(end)}`;
  return rest.trim() === '' ? `${above}${block}${eol}` : `${above}${block}${eol}${eol}${rest.trimEnd()}${eol}`;
}

function doubledLines(
  text: string,
  bodyStart: number,
  roadmap: Roadmap,
  evidence: Evidence,
): { edits: Edit[]; count: number } {
  const progress = readProgress(toSource(text), bodyStart);
  const overlaid = overlay(roadmap, progress.ticks);
  const edits: Edit[] = [];
  let count = 0;
  for (const [first, others, winner] of [
    ...doubledTopics(progress, overlaid, roadmap, evidence),
    ...doubledLabs(progress),
    ...(evidence === 'id' ? [] : doubledOrphans(progress, overlaid)),
  ]) {
    if (winner !== first)
      edits.push({ span: lineSpan(progress.source, first.line), text: sameMargin(progress, first, winner) });
    for (const other of others) edits.push(...removal(progress, other, lastLineOf(progress, first)));
    count += others.length;
  }
  return { edits, count };
}

/** The line that stays, those that go, and the one whose words stay. */
type Group = readonly [Tick, readonly Tick[], Tick];

function doubledTopics(progress: ProgressText, { lines }: Overlaid, roadmap: Roadmap, evidence: Evidence): Group[] {
  const topics = topicsById(roadmap);
  return [...lines].flatMap(([id, ticks]): Group[] => {
    if (ticks.length < 2) return [];
    const topic = topics.get(id);
    const own = topic === undefined ? '' : normalTitle(firstWording(topic.title));
    const isVersion = (tick: Tick): boolean => tick.id === id || (tick.id === null && evidence === 'likeness');
    const plain = ticks.filter((tick) => isVersion(tick) && isPlain(progress, tick));
    const names = new Set([own, ...plain.slice(0, 1).map(({ title }) => normalTitle(title))]);
    const alike = plain.filter(({ title }) => names.has(normalTitle(title)));
    const [first, ...others] = alike;
    if (first === undefined || others.length === 0) return [];
    const withId = [...alike].sort((a, b) => Number(a.id === null) - Number(b.id === null));
    const winner = earliestSkipped(progress, withId);
    // A line typed by hand that says more than those with an id stays beside them.
    return winner.id === null && withId[0]?.id !== null ? [] : [[first, others, winner]];
  });
}

/** Both orders of a merge must leave the same day of what was skipped, though no day of it is counted. */
function earliestSkipped(progress: ProgressText, ticks: readonly Tick[]): Tick {
  const winner = winningTick(ticks);
  if (winner.status !== 'skipped') return winner;
  const skipped = ticks.filter(({ status }) => status === 'skipped');
  return skipped.reduce((a, b) => (lineText(progress.source, b.line) < lineText(progress.source, a.line) ? b : a));
}

/** The name of a lab is its id. */
function doubledLabs(progress: ProgressText): Group[] {
  const groups = new Map<string, Tick[]>();
  for (const line of progress.labs) {
    if (!isPlain(progress, line)) continue;
    const known = groups.get(line.title);
    if (known) known.push(line);
    else groups.set(line.title, [line]);
  }
  return [...groups.values()].flatMap(([first, ...others]): Group[] =>
    first === undefined || others.length === 0 ? [] : [[first, others, winningTick([first, ...others])]],
  );
}

function doubledOrphans({ source, ticks }: ProgressText, { orphans }: Overlaid): Group[] {
  const groups = new Map<string, Tick[]>();
  const lost = new Set(orphans);
  for (const tick of ticks) {
    if (!lost.has(tick)) continue;
    const key = `${tick.section}\n${lineText(source, tick.line).trimEnd()}`;
    const known = groups.get(key);
    if (known) known.push(tick);
    else groups.set(key, [tick]);
  }
  return [...groups.values()].flatMap(([first, ...others]): Group[] =>
    first === undefined || others.length === 0 ? [] : [[first, others, first]],
  );
}

/** Nothing but an address, a title, an id and days: a line as the program writes it. */
function isPlain({ source }: ProgressText, tick: Tick): boolean {
  const { start, end } = lineSpan(source, tick.line);
  const item = readTaskLine(source.text, start, end);
  if (item === null || item.tags.length > 0 || item.block !== null) return false;
  return item.fields.every(({ name }) => name === 'completion' || name === 'cancelled' || name === 'id');
}

function sameMargin({ source }: ProgressText, first: Tick, winner: Tick): string {
  const margin = /^[\s>]*/;
  const own = margin.exec(lineText(source, first.line))?.[0] ?? '';
  return own + lineText(source, winner.line).replace(margin, '');
}

/** The line goes; remarks that hang on it go to the line that stays, which ends with line `last`. Ticks beneath it stay where they are. */
function removal(progress: ProgressText, tick: Tick, last: number): Edit[] {
  const { text, lineStarts } = progress.source;
  const startOf = (line: number): number => lineStarts[line - 1] ?? text.length;
  const until = lastLineOf(progress, tick);
  const isBearing = progress.ticks.some(({ line }) => line > tick.line && line <= until);
  const cut = (line: number): Edit => ({ span: { start: startOf(tick.line), end: startOf(line) }, text: '' });
  if (until === tick.line || isBearing || tick.line <= last) return [cut(tick.line + 1)];
  const remarks = text.slice(startOf(tick.line + 1), startOf(until + 1)).trimEnd();
  const at = lineSpan(progress.source, last).end;
  return [{ span: { start: at, end: at }, text: lineEndOf(text) + remarks }, cut(until + 1)];
}
