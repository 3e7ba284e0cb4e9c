// Filter: which topics the look commands show, by level, status, tag, words and days.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { parseDayWord } from '../dates/words.ts';
import { UserError } from '../errors.ts';
import { normalTitle } from '../model/identity.ts';
import { levelNamed } from '../model/level-words.ts';
import { type Roadmap, type Status, type Topic, topicsOf, wordings } from '../model/roadmap.ts';
import type { Context } from './context.ts';
import { selectingAll } from './selecting.ts';

export interface FilterOptions {
  readonly level?: string;
  readonly status?: string;
  readonly tag?: string;
  readonly search?: string;
  readonly since?: string;
  readonly until?: string;
}

const statuses: readonly Status[] = ['todo', 'doing', 'done', 'skipped'];

/** The topics that selectors and filters leave, projects last; without selectors all of them. Throws `unknown-status`, `unknown-level`,
 * `bad-date`, and what selecting throws. */
export function filtered(
  roadmap: Roadmap,
  selectors: readonly string[],
  options: FilterOptions,
  context: Context,
): Topic[] {
  return chosen(roadmap, selectors, context).filter(fitting(roadmap, options, context.today));
}

/** Whether a topic is what the options ask for. Throws `unknown-status`, `unknown-level`, `bad-date`. */
export function fitting(roadmap: Roadmap, options: FilterOptions, today: CalendarDate): (topic: Topic) => boolean {
  const tests = testsOf(roadmap, options, today);
  return (topic) => tests.every((test) => test(topic));
}

/** The topics that selectors name, each once; without selectors all of them, projects last. Throws what selecting throws. */
export function chosen(roadmap: Roadmap, selectors: readonly string[], context: Context): Topic[] {
  if (selectors.length === 0) return [...topicsOf(roadmap.children), ...roadmap.projects];
  const select = selectingAll(context, roadmap);
  return [...new Set(selectors.flatMap((word) => select(word).flatMap(({ topics }) => topics)))];
}

function testsOf(roadmap: Roadmap, options: FilterOptions, today: CalendarDate): ((topic: Topic) => boolean)[] {
  const tests: ((topic: Topic) => boolean)[] = [];
  if (options.level !== undefined) {
    const levels = options.level.split(',').map((word) => levelOf(roadmap, word));
    tests.push((topic) => topic.level !== null && levels.includes(topic.level));
  }
  if (options.status !== undefined) {
    const wanted = options.status.split(',').map((word) => word.trim().toLowerCase());
    const wrong = wanted.find((word) => !statuses.includes(word as Status));
    if (wrong !== undefined) throw new UserError('unknown-status', { status: wrong, known: statuses });
    tests.push((topic) => wanted.includes(topic.status));
  }
  if (options.tag !== undefined) {
    const tag = options.tag.replace(/^#/, '').toLowerCase();
    tests.push((topic) =>
      topic.tags.some((one) => one.toLowerCase() === tag || one.toLowerCase().startsWith(`${tag}/`)),
    );
  }
  if (options.search !== undefined) {
    const words = normalTitle(options.search);
    tests.push((topic) =>
      [topic.title, topic.outcome ?? '', ...topic.notes]
        .flatMap(wordings)
        .some((text) => normalTitle(text).includes(words)),
    );
  }
  if (options.since !== undefined) {
    const since = dayOf(options.since, today);
    tests.push((topic) => topic.completedOn !== null && topic.completedOn >= since);
  }
  if (options.until !== undefined) {
    const until = dayOf(options.until, today);
    tests.push((topic) => topic.completedOn !== null && topic.completedOn <= until);
  }
  return tests;
}

/** A level by its id, its title or a word for it. Throws `unknown-level`. */
export function levelOf(roadmap: Roadmap, word: string): string {
  const clean = word.trim().toLowerCase();
  const level = roadmap.levels.find(
    (one) => one.id.toLowerCase() === clean || wordings(one.title).some((title) => title.toLowerCase() === clean),
  );
  if (level) return level.id;
  const named = levelNamed(word);
  if (named !== null && roadmap.levels.some((one) => one.id === named)) return named;
  throw new UserError('unknown-level', { level: word, known: roadmap.levels.map((one) => one.id) });
}

/** A day that is written or named by a word. Throws `bad-date`. */
export function dayOf(word: string, today: CalendarDate): CalendarDate {
  const day = parseDayWord(word, today);
  if (day === null) throw new UserError('bad-date', { word, place: null });
  return day;
}
