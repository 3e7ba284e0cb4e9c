// CalendarFile: whole days with a title as an iCalendar text (RFC 5545), which calendars import.
import ical, { ICalEventTransparency } from 'ical-generator';
import { type CalendarDate, midnight } from '../dates/calendar-date.ts';
import { addDaysWithin } from '../dates/week.ts';
import { hashOf } from '../model/identity.ts';
import { firstWording, type Roadmap } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';

export interface CalendarEntry {
  /** The same each time, so that a second import takes the place of the first; with nothing of the machine. */
  readonly uid: string;
  readonly from: CalendarDate;
  /** The last day, which belongs to it. */
  readonly until: CalendarDate;
  readonly title: string;
  /** Lines. */
  readonly text: readonly string[];
}

/**
 * A calendar of whole days. They are dates without a time, and so the same days in every time zone: the text has none, and the
 * library is given midnights in UTC. There are no alarms, and the time counts as free. `today` is the time stamp, so that a day gives one text.
 */
export function calendarFile(name: string, entries: readonly CalendarEntry[], today: CalendarDate): string {
  const prodId = { company: 'istio-roadmap', product: 'istio-roadmap', language: 'EN' };
  const calendar = ical({ name: visible(name), prodId });
  for (const { uid, from, until, title, text } of entries)
    calendar.createEvent({
      id: uid,
      stamp: midnight(today),
      start: midnight(from),
      // The day behind it, as the format has it.
      end: midnight(addDaysWithin(until, 1)),
      allDay: true,
      summary: visible(title),
      description: text.length === 0 ? null : text.map(visible).join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return `${calendar.toString()}\r\n`;
}

/** What identifiers of entries begin with: the id of the roadmap, else one made of its title. */
export function calendarKey({ id, title }: Pick<Roadmap, 'id' | 'title'>): string {
  const name = id !== null && plainId.test(id) ? id : hashOf(id ?? firstWording(title));
  return `istio-roadmap-${name}`;
}

const plainId = /^[\w.-]{1,64}$/;
