// Filtering: which topics the look commands show, by selectors, level, status, tag, words and days.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { parseDayRange } from '../dates/range.ts';
import { parseDayWord } from '../dates/words.ts';
import { UserError } from '../errors.ts';
import { normalTitle } from '../model/identity.ts';
import { levelNamed } from '../model/level-words.ts';
import type { Due, Filter, Part } from '../model/part.ts';
import { plannedOf } from '../model/planned.ts';
import { isOpen, type Level, type Roadmap, type Status, statuses, type Topic, wordings } from '../model/roadmap.ts';
import type { WholeSelection } from '../model/select.ts';
import { allTopics } from '../model/tree.ts';
import type { Context } from './context.ts';
import { selectingAll } from './selecting.ts';

export interface FilterOptions {
  readonly level?: string;
  readonly status?: string;
  readonly tag?: string;
  readonly search?: string;
  readonly since?: string;
  readonly until?: string;
  /** `overdue`, or days as `parseDayRange` takes them. */
  readonly due?: string;
}

/** What selectors and filters leave of a roadmap. */
export interface Filtered {
  /** Each once, in the order of the selectors; without any in that of the roadmap, projects last. */
  readonly topics: readonly Topic[];
  /** Null where nothing was asked for, so that these are all. */
  readonly part: Part | null;
}

/** Throws `unknown-status`, `unknown-level`, `bad-date`, `bad-due`, and what selecting throws. */
export function filtered(
  roadmap: Roadmap,
  selectors: readonly string[],
  options: FilterOptions,
  context: Context,
): Filtered {
  const { topics, part } = chosen(roadmap, selectors, context);
  const filter = filterOf(roadmap, options, context.today);
  const isWhole = part === null && Object.values(filter).every((one) => one === null);
  return { topics: topics.filter(fitting(filter)), part: isWhole ? null : { named: part ?? [], filter } };
}

/** What selectors name, each topic once; `part` is null without selectors. Throws what selecting throws. */
export function chosen(
  roadmap: Roadmap,
  selectors: readonly string[],
  context: Context,
): { readonly topics: readonly Topic[]; readonly part: Part['named'] | null } {
  if (selectors.length === 0) return { topics: allTopics(roadmap), part: null };
  const select = selectingAll(context, roadmap);
  const found: WholeSelection[] = selectors.flatMap((word) => select(word));
  return {
    topics: [...new Set(found.flatMap(({ topics }) => topics))],
    part: [...new Set(found.map(({ selector, head }) => head ?? selector))],
  };
}

/** The options as they are meant. Throws `unknown-status`, `unknown-level`, `bad-date`, `bad-due`. */
export function filterOf(roadmap: Roadmap, options: FilterOptions, today: CalendarDate): Filter {
  const { level, status, tag, search, since, until, due } = options;
  return {
    levels: level?.split(',').map((word) => levelOf(roadmap, word)) ?? null,
    statuses: status === undefined ? null : statusesOf(status),
    tag: tag?.replace(/^#/, '') ?? null,
    search: search ?? null,
    since: since === undefined ? null : dayOf(since, today),
    until: until === undefined ? null : dayOf(until, today),
    due: due === undefined ? null : dueOf(due, today),
  };
}

function statusesOf(option: string): Status[] {
  const wanted = option.split(',').map((word) => word.trim().toLowerCase());
  const wrong = wanted.find((word) => !statuses.includes(word as Status));
  if (wrong !== undefined) throw new UserError('unknown-status', { status: wrong, known: statuses });
  return wanted as Status[];
}

/** Whether a topic is what was asked for. */
export function fitting({
  levels,
  statuses: states,
  tag,
  search,
  since,
  until,
  due,
}: Filter): (topic: Topic) => boolean {
  const tests: ((topic: Topic) => boolean)[] = [];
  if (levels !== null) tests.push((topic) => levels.some(({ id }) => id === topic.level));
  if (states !== null) tests.push((topic) => states.includes(topic.status));
  if (tag !== null) {
    const wanted = tag.toLowerCase();
    tests.push((topic) =>
      topic.tags.some((one) => one.toLowerCase() === wanted || one.toLowerCase().startsWith(`${wanted}/`)),
    );
  }
  if (search !== null) {
    const words = normalTitle(search);
    tests.push((topic) =>
      [topic.title, topic.outcome ?? '', ...topic.notes]
        .flatMap(wordings)
        .some((text) => normalTitle(text).includes(words)),
    );
  }
  if (since !== null) tests.push((topic) => topic.completedOn !== null && topic.completedOn >= since);
  if (until !== null) tests.push((topic) => topic.completedOn !== null && topic.completedOn <= until);
  if (due !== null) tests.push((topic) => isDue(topic, due));
  return (topic) => tests.every((test) => test(topic));
}

function isDue(topic: Topic, { from, to, isOverdue }: Due): boolean {
  const { due } = plannedOf(topic);
  if (due === null || (isOverdue && !isOpen(topic))) return false;
  return (from === null || due >= from) && (to === null || due <= to);
}

/** A level by its id, its title or a word for it. Throws `unknown-level`. */
export function levelOf(roadmap: Roadmap, word: string): Level {
  const clean = word.trim().toLowerCase();
  const level = roadmap.levels.find(
    (one) => one.id.toLowerCase() === clean || wordings(one.title).some((title) => title.toLowerCase() === clean),
  );
  if (level) return level;
  const named = levelNamed(word);
  const usual = roadmap.levels.find((one) => one.id === named);
  if (usual) return usual;
  throw new UserError('unknown-level', { level: word, known: roadmap.levels.map((one) => one.id) });
}

/** A day that is written or named by a word. Throws `bad-date`. */
export function dayOf(word: string, today: CalendarDate, weekday: 'latest' | 'coming' = 'latest'): CalendarDate {
  const day = parseDayWord(word, today, weekday);
  if (day === null) throw new UserError('bad-date', { word, place: null });
  return day;
}

const overdueWords: readonly string[] = ['overdue', 'просрочено'];

/** Throws `bad-due`. */
function dueOf(word: string, today: CalendarDate): Due {
  if (overdueWords.includes(word.trim().toLowerCase()))
    return { from: null, to: parseDayWord('-1d', today), isOverdue: true };
  const range = parseDayRange(word, today);
  if (range === null) throw new UserError('bad-due', { word });
  return { ...range, isOverdue: false };
}
