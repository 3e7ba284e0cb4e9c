// DoneDay: the done date at the end of a task line, in the form that the program and the Obsidian Tasks plugin write (FORMATS D1).
import { dayNumberAt } from '../../../dates/calendar-date.ts';

export const doneDayLength = '✅ 2026-01-02'.length;

/** The day behind `✅ ` at the end of a text, as the number YYYYMMDD; 0 where there is none. */
export function doneDayBehind(text: string, start: number, end: number): number {
  const at = end - doneDayLength;
  if (at <= start || text.charCodeAt(at) !== 0x2705 || text.charCodeAt(at + 1) !== 32) return 0;
  return dayNumberAt(text, at + 2);
}
