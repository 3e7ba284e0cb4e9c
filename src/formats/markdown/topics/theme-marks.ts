// ThemeMark: a ✅, ☑, ☐ or DONE that an author put beside a topic that has no box (FORMATS T6).
import type { DraftSection, DraftTopic } from '../../../model/draft.ts';
import type { Status } from '../../../model/roadmap.ts';
import { plainWords } from '../../../text/plain-words.ts';
import { asExplained, type Explained, leadingMark, type Mark, statusOfKind, trailingMark } from '../../words/marks.ts';
import { stateNamed } from '../../words/states.ts';
import { keywordTask } from './keyword-tasks.ts';

/** The mark of progress of a title: any that it opens with, the keyword DONE among them, a tick or one in brackets at its end, or a tick before a dash. */
function markOf(title: string, explained: Explained): Mark | null {
  const task = keywordTask(title);
  if (task?.status === 'done') return { kind: 'tick', rest: task.title };
  const first = asExplained(leadingMark(title), explained);
  if (first !== null && statusOfKind[first.kind] !== null && first.rest !== '') return first;
  const last = trailingMark(title);
  if (last !== null && (last.kind === 'tick' || last.isDoubtful) && last.rest !== '') return last;
  return innerTick(title);
}

/** `Knots ✅ - a remark`: behind the title that others follow. */
function innerTick(title: string): Mark | null {
  const end = title.search(/ [-–—] /);
  const mark = end < 0 ? null : trailingMark(title.slice(0, end));
  return mark?.kind === 'tick' && mark.rest !== ''
    ? { ...mark, rest: mark.rest + title.slice(end), isDoubtful: true }
    : null;
}

/** `(done)`, `(in progress)` */
const bracketed = /\(([^()]{2,20})\)$/;

/** The states that titles end with in brackets, by what is in these; one alone says too little. */
function statesAtEnds(topics: readonly DraftTopic[]): ReadonlyMap<string, Status> {
  const seen = new Set<string>();
  const states = new Map<string, Status>();
  for (const { title } of topics) {
    const text = bracketed.exec(title as string)?.[1];
    if (text === undefined || states.has(text)) continue;
    const state = seen.has(text) ? stateNamed(plainWords(text)) : null;
    if (state === 'done' || state === 'doing') states.set(text, state);
    seen.add(text);
  }
  return states;
}

function markAtEnd(title: string, states: ReadonlyMap<string, Status>): Mark | null {
  const end = states.size === 0 ? null : bracketed.exec(title);
  const state = end === null ? undefined : states.get(end[1] as string);
  if (end === null || state === undefined || end.index === 0) return null;
  return { kind: state === 'done' ? 'tick' : 'doing', rest: title.slice(0, end.index).trimEnd() };
}

/** What authors put beside topics without a box. */
export interface AuthorMarks {
  /** Topics that are struck through. */
  readonly struck: Set<DraftTopic>;
  /** Marks that are no part of a title: before its number (`✅ 1.2 Title`), or behind the lines on which the topic goes on. */
  readonly beside: Map<DraftTopic, Mark>;
}

/**
 * A ✅ means done only where some topic of the file lacks it, or where the file has empty boxes of that kind as well; else it
 * is decoration. ✅ against ❌ among siblings is advice and not progress (FORMATS T6). What is struck through is done.
 */
export function settleThemeMarks(
  children: readonly (DraftSection | DraftTopic)[],
  { struck, beside }: AuthorMarks,
  explained: Explained,
): void {
  const groups: DraftTopic[][] = [];
  const visit = (nodes: readonly (DraftSection | DraftTopic)[]): void => {
    const topics = nodes.filter((node): node is DraftTopic => node.kind === 'topic');
    if (topics.length > 0) groups.push(topics);
    for (const node of nodes) visit(node.kind === 'topic' ? node.topics : node.children);
  };
  visit(children);
  for (const topic of struck) topic.status = 'done';
  const marks = new Map<DraftTopic, Mark>();
  const topics = groups.flat();
  const states = statesAtEnds(topics);
  for (const topic of topics) {
    const other = beside.get(topic) ?? null;
    const title = topic.title as string;
    const mark = markOf(title, explained) ?? markAtEnd(title, states) ?? other;
    if (mark !== null && statusOfKind[mark.kind] !== null) marks.set(topic, mark);
  }
  // `The root of a site (/)`, `A list of one number [x]`: two ticks are a manner of keeping states.
  const ticked = [...marks.values()].filter(({ kind, isDoubtful }) => kind === 'tick' && isDoubtful);
  if (ticked.length < 2) for (const [topic, mark] of marks) if (mark.isDoubtful) marks.delete(topic);
  if (marks.size === 0) return;
  const isDone = (topic: DraftTopic): boolean => statusOfKind[marks.get(topic)?.kind ?? 'cross'] === 'done';
  const counts = !topics.every(isDone);
  for (const group of groups) {
    const isAdvice = group.some((topic) =>
      [leadingMark(topic.title as string), beside.get(topic)].some((mark) => mark?.kind === 'cross'),
    );
    for (const topic of group) {
      const mark = marks.get(topic);
      if (mark === undefined) continue;
      topic.title = mark.rest;
      if (mark.kind !== 'tick' || (counts && !isAdvice)) topic.status = statusOfKind[mark.kind] as Status;
    }
  }
}
