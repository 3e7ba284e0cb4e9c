// NoteLine: `- note 2026-11-20: text`, a line that a user adds below a topic; it is no topic, and no mark in it is read (FORMATS D8).
import { type CalendarDate, parseCalendarDate } from '../../../dates/calendar-date.ts';
import type { TopicNote } from '../../../model/roadmap.ts';

const opening = /^note (\d{4}-\d{2}-\d{2}):(?:[ \t]|$)/;
const openingLength = 'note 2026-11-20: '.length;

/** Whether the text of a list item, from an offset on, is that of a note line. `[x]` before it makes a task of it. */
export function isNoteText(text: string, content: number): boolean {
  // Most items begin with another letter.
  if (text.charCodeAt(content) !== 110 || !text.startsWith('note ', content)) return false;
  return opening.test(text.slice(content, content + openingLength));
}

/** The note in the text of an item; null where that is no note line, or its day does not exist. */
export function noteIn(body: string): TopicNote | null {
  const day = parseCalendarDate(opening.exec(body)?.[1] ?? '');
  return day === null ? null : { day, text: body.slice(openingLength).trim() };
}

/** What is written behind the marker of the list item. `text` is one line. */
export const noteText = (day: CalendarDate, text: string): string => `note ${day}: ${text}`;
