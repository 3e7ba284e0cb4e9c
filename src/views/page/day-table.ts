// DayTable: what the calendar and the chart show, in figures: how many topics were done on each day of a week, and in all by its end.
import { type CalendarDate, daysBetween } from '../../dates/calendar-date.ts';
import { mondayOf } from '../../dates/week.ts';
import type { BurnUp } from '../../model/burn-up.ts';
import { type Html, html } from './html.ts';
import { dateIn, type PageView } from './page-view.ts';

interface Week {
  readonly days: number[];
  done: number;
}

export function dayTable({ points, undated }: BurnUp, view: PageView): Html {
  const { sentences } = view;
  const { column, table, weekdays } = sentences;
  const weeks = new Map<CalendarDate, Week>();
  let before = undated;
  for (const { day, done } of points) {
    const monday = mondayOf(day);
    const week = weeks.get(monday) ?? { days: [0, 0, 0, 0, 0, 0, 0], done };
    weeks.set(monday, week);
    week.days[daysBetween(monday, day)] = done - before;
    week.done = done;
    before = done;
  }
  const rows = [...weeks].map(
    ([
      monday,
      { days, done },
    ]) => html`<tr><th scope="row">${dateIn(view, monday)}</th>${days.map((count) => html`<td>${count === 0 ? '' : count}</td>`)}<td>${days.reduce((sum, count) => sum + count)}</td><td>${done}</td></tr>
`,
  );
  const heads = [column.week, ...weekdays, column.topics, column.inAll];
  return html`<details class="figures"><summary>${table.open}</summary><div class="wide-table" tabindex="0" role="region" aria-label="${table.caption}"><table><caption>${table.caption}. ${table.remark}</caption><thead><tr>${heads.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
