// Calendar: on which days topics were done, as a year of weeks.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { activityOf } from '../model/activity.ts';
import { yearUntil } from '../model/heat-map.ts';
import { progressOf } from '../model/progress.ts';
import { type CalendarView, calendarJson, drawCalendar, plainCalendar } from '../views/calendar.ts';
import type { Context } from './context.ts';
import { dayOf } from './filter.ts';
import { load } from './load.ts';
import { type LookOptions, narrowed } from './look.ts';
import { withSentences } from './theme-with-sentences.ts';

/**
 * `log --calendar [selector…]`: the year until today, or the days that `--since` and `--until` name. 0, or 1 with `--exit-status` when
 * nothing was done then.
 */
export async function calendar(context: Context, selectors: readonly string[], options: LookOptions): Promise<number> {
  const { today } = context;
  const loaded = await load(context, options);
  const { since, until, ...filters } = options;
  const { roadmap, part } = narrowed(loaded.roadmap, selectors, filters, context);
  const last = until === undefined ? today : earlier(dayOf(until, today), today);
  const year = yearUntil(last);
  const period = since === undefined ? year : { from: dayOf(since, today), to: last };
  const { done, dated } = progressOf(roadmap).total;
  const view: CalendarView = { roadmap, part, period, today, ...activityOf(roadmap), undated: done - dated };
  if (options.json) context.out(calendarJson(view, context.language));
  else if (options.plain) context.out(plainCalendar(view, options.zero ? '\0' : '\n'));
  else context.out(drawCalendar(view, await withSentences(context)));
  const isEmpty = !view.days.some(({ day }) => day >= period.from && day <= period.to);
  return options.exitStatus && isEmpty ? 1 : 0;
}

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
