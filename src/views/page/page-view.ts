// PageView: what a page is drawn from.
import type { CalendarDate } from '../../dates/calendar-date.ts';
import type { Language, Messages } from '../../lang/messages.ts';
import type { PageSentences } from '../../lang/page-sentences.ts';
import type { Activity } from '../../model/activity.ts';
import type { Progress } from '../../model/progress.ts';
import { type Roadmap, type Text, wording } from '../../model/roadmap.ts';

export interface PageView {
  readonly roadmap: Roadmap;
  readonly progress: Progress;
  readonly activity: Activity;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly messages: Messages;
  readonly sentences: PageSentences;
}

/** A wording in the language of the page. */
export const inPage = ({ language }: PageView, text: Text): string => wording(text, language);

/** A day as the language of the page writes it. */
export function dateIn({ sentences }: PageView, day: CalendarDate): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return sentences.date(date, month, year);
}
