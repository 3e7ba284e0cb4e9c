// Legend: the items before the first topic that explain what the marks of a note mean.
import { pattern } from '../../text/pattern.ts';
import { readable } from './inline.ts';
import type { Part } from './outline/part.ts';
import type { Item } from './outline/run.ts';

const legendLine = pattern(
  String.raw`^(\[.\]|:[a-z_]+:|\p{Extended_Pictographic}|[☐☑☒✓✔✗✘●○◐])\uFE0F?\s*(?:[-–—=:]\s*)?([\p{L}][\p{L} '-]{1,30}?)\s*(?:(?:[:：=→(]|\s[-–—]\s)\s*\S|$)`,
  'u',
);
const stateWord =
  /^(?:done|completed?|finished|mastered|known|in[ -]progress|doing|learning|studying|started|reading|current|todo|to[ -]do|not (?:started|done|yet)|planned|pending|next|later|skipped|optional|recommended|required|готово|сделано|изучено|пройдено|в процессе|в работе|изучаю|не (?:начато|изучено)|запланировано|пропущено|позже)$/i;

/**
 * A part's own items where they are a legend: three or more, each with a mark of its own, a word and what it means, and
 * two of the words at least states of learning: three topics in three states are a roadmap all the same.
 */
export function legendOf(text: string, part: Part): ReadonlySet<Item> {
  const items = part.children.filter((child): child is Item => child.kind === 'item');
  const marks = new Set<string>();
  let states = 0;
  for (const item of items.slice(0, longest + 1)) {
    if (item.line.kind !== 'bullet' || item.children.length > 0) return none;
    const line = legendLine().exec(readable(text.slice(item.line.content, item.line.contentEnd)));
    if (line === null) return none;
    marks.add(line[1] as string);
    const isState = stateWord.test((line[2] as string).trim());
    // A mark and a word without a meaning is a topic, unless the word is a state.
    if (!isState && (line[0] as string).endsWith(line[2] as string)) return none;
    if (isState) states++;
  }
  const isLegend = items.length >= 3 && items.length <= longest && marks.size === items.length && states >= 2;
  return isLegend ? new Set(items) : none;
}

const longest = 12;
const none: ReadonlySet<Item> = new Set();
