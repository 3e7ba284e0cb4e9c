// TodoTxt: a task a line, with a priority, projects and contexts among its words (FORMATS T10).
import { parseCalendarDate } from '../dates/calendar-date.ts';
import { type DraftSection, type DraftTopic, draftRoadmap, draftSection, draftTopic } from '../model/draft.ts';
import type { PlanField } from '../model/roadmap.ts';
import { lineText } from '../text/source.ts';
import type { ReadDraft } from './format.ts';

const finished = /^[xX] (?:\([A-Z]\) )?\d{4}-\d\d-\d\d /;
const priority = /^\(([A-Z])\) /;
/** `+home`, `@phone`, and the number of a ticket, which is shorter than one to call: `+637447`. */
const label = /(?:^|\s)(?:[+@][^\s\d+@]|\+\d{4,8}(?=\s|$))/;
/** What begins a line of Markdown, or continues one. */
const otherLine = /^(?:[\s>|`•]|[-*+] |#{1,6} |\d+[.)] |\[)/;

/**
 * Whether a text is todo.txt: every line has one of its marks; or most have, and one is finished or has a label; or one is
 * finished, and no line looks like Markdown. `(A)` alone before the answers of a quiz makes none.
 */
export function isTodoTxt(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const own = lines.filter((line) => !otherLine.test(line));
  const done = own.filter((line) => finished.test(line)).length;
  const labelled = own.filter((line) => label.test(line)).length;
  const fitting = own.filter((line) => finished.test(line) || priority.test(line) || label.test(line)).length;
  if (fitting === 0) return false;
  if (fitting === lines.length) return true;
  return (fitting * 2 > lines.length && done + labelled > 0) || (done > 0 && own.length === lines.length);
}

/** A task and the project that it is in. */
interface Task {
  readonly topic: DraftTopic;
  readonly project: string | null;
}

/**
 * Reads a list; never throws. The first project of a task is its section, sections coming in the order in which they are
 * first named, behind the tasks without one. Nothing in it can be edited: its ticks go to a progress file.
 */
export const readTodoTxt: ReadDraft = ({ source, name }) => {
  const draft = draftRoadmap(name, 'todo.txt');
  const sections = new Map<string, DraftSection>();
  for (let line = 1; line <= source.lineStarts.length; line++) {
    const text = lineText(source, line).trim();
    if (text === '') continue;
    const { topic, project } = taskOf(text, line);
    const key = project?.toLowerCase() ?? '';
    const section = project === null ? undefined : (sections.get(key) ?? draftSection(project, line));
    if (section) sections.set(key, section);
    (section ?? draft).children.push(topic);
  }
  for (const section of sections.values()) draft.children.push(section);
  return draft;
};

/** `x`, a priority, and up to two days. */
const head = /^(?:([xX])\s+)?(?:\(([A-Z])\)\s+)?(?:(\d{4}-\d\d-\d\d)\s+)?(?:(\d{4}-\d\d-\d\d)\s+)?/;
const pair = /^(due|t|pri|rec|h):(\S+)$/;
const priorities: { readonly [letter: string]: string } = { A: 'highest', B: 'high', C: 'medium', D: 'low' };

/** `x 2026-11-02 2026-10-01 Read +rust @home due:2026-11-09`: the first day is that of completion, the second of creation. */
function taskOf(text: string, line: number): Task {
  const [start = '', mark, letter, first, second] = head.exec(text) ?? [];
  // A capital is a letter of the text, except before a day.
  const isDone = mark === 'x' || (mark === 'X' && first !== undefined);
  const rest = mark === undefined || isDone ? text.slice(start.length) : text;
  const words = rest.split(/\s+/);
  const pairs = new Map<string, string>();
  for (const word of words) {
    const [, key, value] = pair.exec(word) ?? [];
    if (key !== undefined && value !== undefined) pairs.set(key, value);
  }
  const labels = (sign: string): string[] =>
    words.filter((word) => word.startsWith(sign) && label.test(word)).map((word) => word.slice(1));
  const topic = draftTopic(titleOf(words), line, isDone ? 'done' : 'todo');
  topic.completedOn = isDone && first !== undefined ? parseCalendarDate(first) : null;
  topic.tags = labels('@');
  const urgency = letter ?? pairs.get('pri');
  const fields: readonly (readonly [PlanField['name'], string | undefined])[] = [
    ['priority', urgency && (priorities[urgency] ?? 'lowest')],
    ['created', isDone ? second : first],
    ['start', pairs.get('t')],
    ['due', pairs.get('due')],
  ];
  topic.fields = fields.flatMap(([field, value]) => (value === undefined ? [] : [{ name: field, value }]));
  return { topic, project: labels('+')[0] ?? null };
}

/** A label inside a sentence is a word of it; before and behind the text it is not. */
function titleOf(words: readonly string[]): string {
  const text = words.filter((word) => !pair.test(word));
  const isWord = (word: string): boolean => !label.test(word);
  const first = text.findIndex(isWord);
  return first < 0 ? text.join(' ') : text.slice(first, text.findLastIndex(isWord) + 1).join(' ');
}
