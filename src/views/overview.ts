// Overview: one line for each roadmap: how much is done, the last day, and what is next.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { UserError } from '../errors.ts';
import type { Language } from '../lang/messages.ts';
import type { NamedNext } from '../model/next.ts';
import type { Origin } from '../model/origin.ts';
import type { Tally } from '../model/progress.ts';
import { type Roadmap, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { documentOf, tallyJson } from './json.ts';
import type { One } from './kinds.ts';
import { barBeside, barColumns, type Cell, labelColumns, page, row, widest } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import { sentenceOf, type ThemeWithSentences } from './problem.ts';
import { same } from './theme.ts';

export type OverviewRow =
  | {
      readonly name: string;
      readonly error: null;
      readonly roadmap: Roadmap;
      readonly origin: Origin;
      readonly total: Tally;
      readonly next: NamedNext | null;
      /** The last day on which something was done. */
      readonly lastOn: CalendarDate | null;
    }
  | { readonly name: string; readonly error: UserError };

const leastName = 20;

/** `status --all`. */
export function drawOverview(rows: readonly OverviewRow[], theme: ThemeWithSentences): string {
  const say = theme.sentences.overview;
  const texts = rows.map((one) => {
    if (one.error !== null) return null;
    const { total, next, lastOn } = one;
    const isDone = total.total > 0 && total.done === total.total;
    const words = next === null ? (isDone ? say.allDone : '') : `${next.topic.address} ${theme.say(next.topic.title)}`;
    return { count: `${total.done}/${total.total}`, share: `${total.percent}%`, day: lastOn ?? say.noDay, words };
  });
  const names = rows.map((one) => displayWidth(visible(one.name)));
  const name = labelColumns(names, leastName, theme);
  const count = widest(texts.map((one) => one?.count ?? ''));
  const isNarrow = theme.width < 60;
  const day = isNarrow ? 0 : 10;
  const columns = [name, count, 4, day].filter((width) => width > 0);
  const room = theme.width - 1 - columns.reduce((sum, width) => sum + width + 2, 0) - (isNarrow ? 0 : 2);
  const titles = texts.map((one) => displayWidth(one?.words ?? ''));
  const bar = barBeside(titles, room, isNarrow ? 0 : theme.width < 100 ? 10 : barColumns(theme.width));
  const words = Math.max(1, room - bar);
  const lines = rows.map((one, index) => {
    const head: Cell = { text: visible(one.name), width: name, paint: theme.accent };
    const text = texts[index];
    if (one.error !== null || !text) {
      const message = one.error === null ? '' : sentenceOf(one.error, theme);
      return row(1, [head, { text: message, width: theme.width - 3 - name, paint: theme.bad }], theme);
    }
    const { total } = one;
    const paint = total.total > 0 && total.done === total.total ? theme.good : total.done === 0 ? theme.dim : same;
    const cells: Cell[] = [
      head,
      { text: bar === 0 ? '' : theme.bar(total.done, total.total, bar), width: bar, painted: true },
      { text: text.count, width: count, side: 'right', paint },
      { text: text.share, width: 4, side: 'right', paint },
      { text: text.day, width: day, paint: theme.dim },
      { text: text.words, width: words },
    ];
    return row(
      1,
      cells.filter(({ width }) => width > 0),
      theme,
    );
  });
  const isAlone = rows.length === 1;
  return page([lines, isAlone ? [` ${theme.dim(say.addMore(theme.commands.line(['roadmaps', 'add', 'FILE'])))}`] : []]);
}

/** `status --all --plain`: name, done, total, percent, the last day or `-`, address of what is next or `-`, title of the roadmap. What cannot be read is left out. */
export function plainOverview(rows: readonly OverviewRow[], language: Language, end: RecordEnd): string {
  return records(
    rows.flatMap((one) => {
      if (one.error !== null) return [];
      const { name, roadmap, total, next, lastOn } = one;
      const title = visible(wording(roadmap.title, language));
      return [
        [name, `${total.done}`, `${total.total}`, `${total.percent}`, lastOn ?? '-', next?.topic.address ?? '-', title],
      ];
    }),
    end,
  );
}

/** `status --all --json`: kind "overview". */
export function overviewJson(rows: readonly OverviewRow[], language: Language): string {
  return documentOf('overview', {
    roadmaps: rows.map((one): One<'overview', 'roadmaps'> => {
      if (one.error !== null)
        return {
          name: one.name,
          path: null,
          id: null,
          title: null,
          total: null,
          next: null,
          lastOn: null,
          error: one.error.code,
        };
      const { name, roadmap, origin, total, next, lastOn } = one;
      return {
        name,
        path: origin.path,
        id: roadmap.id,
        title: wording(roadmap.title, language),
        total: tallyJson(total),
        next:
          next === null
            ? null
            : { address: next.topic.address, title: wording(next.topic.title, language), level: next.topic.level },
        lastOn,
        error: null,
      };
    }),
  });
}
