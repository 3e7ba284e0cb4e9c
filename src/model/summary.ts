// Summary: the few counts of a roadmap that a shell's prompt has room for, as text that no shell takes for anything else.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { visible } from '../text/visible.ts';
import { truncate } from '../text/width.ts';
import { namedNext } from './next.ts';
import { progressOf } from './progress.ts';
import { type Roadmap, wording } from './roadmap.ts';

export const summaryFields = ['done', 'total', 'doing', 'percent', 'level', 'next'] as const;

/** All are empty where there is nothing to count; `level`, the id of the level of what is next, and `next` are also where nothing is left. */
export type Summary = Readonly<Record<(typeof summaryFields)[number], string>>;

export const noSummary: Summary = { done: '', total: '', doing: '', percent: '', level: '', next: '' };

/** Columns of a title: a prompt is one line beside what is typed. */
const widestTitle = 40;

/** `language`: of the title of what is next. */
export function summaryOf(roadmap: Roadmap, language: string, today: CalendarDate): Summary {
  const { done, total, doing, percent } = progressOf(roadmap).total;
  if (total === 0) return noSummary;
  const [next] = namedNext(roadmap, 1, today);
  const counts = { done: String(done), total: String(total), doing: String(doing), percent: String(percent) };
  if (next === undefined) return { ...counts, level: '', next: '' };
  const { address, title, level } = next.topic;
  const named = `${address} ${truncate(visible(wording(title, language)), widestTitle)}`;
  return { ...counts, level: harmless(level ?? ''), next: harmless(named) };
}

const standIns: Readonly<Record<string, string>> = { $: '＄', '`': 'ˋ', '\\': '＼' };

/**
 * Many put a variable into PS1 each time it is shown, and then the shell reads PS1: what would start a command there, or a sequence of the
 * prompt's own, becomes a character that looks alike.
 */
function harmless(text: string): string {
  return visible(text).replace(/[$`\\]/g, (found) => standIns[found] as string);
}
