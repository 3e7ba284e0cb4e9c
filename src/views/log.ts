// LogReport: what became of which topic on which day, day by day, for people and for scripts.
import { type CalendarDate, weekdayOf } from '../dates/calendar-date.ts';
import { partsOf } from '../dates/parts.ts';
import type { Language } from '../lang/messages.ts';
import { counterpartIn } from '../model/counterpart.ts';
import type { Step } from '../model/history.ts';
import { wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { documentOf } from './json.ts';
import type { One } from './kinds.ts';
import { type Cell, hanging, labelColumns, page, row } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';

export interface LogView {
  /** All that fit, newest first. */
  readonly steps: readonly Step[];
  /** So many are shown. */
  readonly most: number;
  /** Topics that are done and have no day. */
  readonly undated: number;
  /** Nothing at all is known, whatever was asked for. */
  readonly isEmpty: boolean;
}

/** `log`: the steps of each day under its name. */
export function drawLog({ steps, most, undated, isEmpty }: LogView, theme: ThemeWithSentences): string {
  const { log } = theme.sentences;
  const shown = steps.slice(0, most);
  const rest = steps.length - shown.length;
  const last = [
    ...(rest > 0 ? hanging(' ', log.more(rest, steps.length), theme, theme.dim) : []),
    ...(undated > 0 ? hanging(' ', log.undated(undated, steps.length > 0), theme, theme.dim) : []),
  ];
  if (shown.length === 0) {
    const { message, hint } = (isEmpty ? log.nothing : log.noneFits)(theme.commands);
    return page([[...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)], last]);
  }
  return page([...dayBlocks(shown, countsOf(steps), theme), last]);
}

/** Whole days are counted, also where not all of one is shown. */
function countsOf(steps: readonly Step[]): ReadonlyMap<CalendarDate, number> {
  const counts = new Map<CalendarDate, number>();
  for (const { day } of steps) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

const leastAddress = 12;

function dayBlocks(
  steps: readonly Step[],
  counts: ReadonlyMap<CalendarDate, number>,
  theme: ThemeWithSentences,
): readonly string[][] {
  const addresses = steps.map((step) => displayWidth(visible(step.address)));
  const address = labelColumns(addresses, leastAddress, theme);
  const title = Math.max(1, theme.width - 1 - address - 2 - theme.markWidth - 2);
  const blocks: string[][] = [];
  let current: CalendarDate | null = null;
  for (const step of steps) {
    if (step.day !== current) {
      current = step.day;
      const count = theme.dim(`${theme.dot}${counts.get(current)}`);
      blocks.push([` ${theme.title(dayText(current, theme))}${count}`]);
    }
    const isDim = step.topic === null || step.to === 'skipped';
    const cells: Cell[] = [
      { text: visible(step.address), width: address, paint: theme.accent },
      { text: theme.mark(step.to), width: theme.markWidth, painted: true },
      { text: titleText(step, title, theme), width: title, ...(isDim && { paint: theme.dim }) },
    ];
    blocks.at(-1)?.push(row(1, cells, theme));
  }
  return blocks;
}

/** That a topic is gone, or was done in another roadmap, stays to be read however long its title is. */
function titleText(step: Step, columns: number, theme: ThemeWithSentences): string {
  const note = noteOn(step, theme);
  const behind = note === null ? '' : ` (${note})`;
  return theme.fit(theme.say(step.title), columns - displayWidth(behind)) + behind;
}

function noteOn({ topic, source }: Step, { sentences, messages, show }: ThemeWithSentences): string | null {
  if (topic === null) return sentences.log.gone;
  if (topic.from === null || source === 'journal') return null;
  return messages.doneIn(show(counterpartIn(topic.from).roadmap));
}

function dayText(day: CalendarDate, { sentences }: ThemeWithSentences): string {
  const [year, month, date] = partsOf(day);
  return sentences.log.day(weekdayOf(day), date, month, year);
}

/** `log --plain`: day, address, the state before or `-`, the state after, title. */
export function plainLog({ steps, most }: LogView, language: Language, end: RecordEnd): string {
  return records(
    steps
      .slice(0, most)
      .map(({ day, address, from, to, title }) => [
        day,
        visible(address),
        from ?? '-',
        to,
        visible(wording(title, language)),
      ]),
    end,
  );
}

/** `log --json`: kind "log"; `total` counts all that fit, also what `-n` left out. */
export function logJson({ steps, most, undated }: LogView, language: Language): string {
  return documentOf('log', {
    entries: steps.slice(0, most).map(
      ({ day, topic, address, id, title, from, to, source }): One<'log', 'entries'> => ({
        day,
        address,
        id,
        title: wording(title, language),
        from,
        to,
        source,
        gone: topic === null,
      }),
    ),
    total: steps.length,
    undated,
  });
}
