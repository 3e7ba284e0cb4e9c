// PlanCalendar: the weeks of a plan for a calendar, each an entry of whole days.
import { mondayOf } from '../dates/week.ts';
import { type CalendarEntry, calendarFile, calendarKey } from '../formats/calendar-file.ts';
import { hashOf } from '../model/identity.ts';
import { hoursNote, type PlanTheme, type PlanView, partTitle, wholeTitle } from './plan.ts';

/** `plan --format ics`: an entry a week, and one for the day by which all is to be done. */
export function planCalendar(view: PlanView, theme: PlanTheme): string {
  const { roadmap, plan, most, words, today } = view;
  const { plan: say } = theme;
  const title = wholeTitle(view, theme);
  // A plan of a part is another one: it must not take the place of the weeks of the whole.
  const key = calendarKey(roadmap) + (words.length === 0 ? '' : `-${hashOf(words.join('\n'))}`);
  const unit = plan.pace?.unit ?? 'topics';
  const weeks = plan.weeks.slice(0, most);
  const entries = weeks.map(
    ({ from, until, used, room, parts }): CalendarEntry => ({
      uid: `${key}-week-${mondayOf(from)}`,
      from,
      until,
      title: `${title}: ${say.load(unit, used, room)}`,
      text: parts.map((part) => `${part.topic.address} ${partTitle(part, theme)}${hoursNote(part.hours, theme)}`),
    }),
  );
  const goal: CalendarEntry[] =
    plan.by === null
      ? []
      : [{ uid: `${key}-goal`, from: plan.by, until: plan.by, title: `${say.label.goal}: ${title}`, text: [] }];
  return calendarFile(`${say.label.plan}: ${title}`, [...entries, ...goal], today);
}
