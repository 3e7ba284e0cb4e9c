// PageView: what a page is drawn from.
import type { CalendarDate } from '../../dates/calendar-date.ts';
import { partsOf } from '../../dates/parts.ts';
import type { Language, Messages } from '../../lang/messages.ts';
import type { PageSentences } from '../../lang/page-sentences.ts';
import type { Activity } from '../../model/activity.ts';
import type { Progress } from '../../model/progress.ts';
import { type LevelId, type Roadmap, type Text, type Topic, type TopicId, wording } from '../../model/roadmap.ts';
import { type Html, html } from './html.ts';

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

/** Titles of levels by their ids. */
export const levelTitles = (view: PageView): ReadonlyMap<LevelId, string> =>
  new Map(view.roadmap.levels.map(({ id, title }) => [id, inPage(view, title)]));

/** A day as the language of the page writes it. */
export function dateIn({ sentences }: PageView, day: CalendarDate): string {
  const [year, month, date] = partsOf(day);
  return sentences.date(date, month, year);
}

/** The name of a topic, which leads to its place on the page where it has one. */
export function topicLink({ id, address, title }: Topic, anchors: ReadonlyMap<TopicId, string>, view: PageView): Html {
  const name = html`<i>${address}</i> ${inPage(view, title)}`;
  const anchor = anchors.get(id);
  return anchor === undefined ? html`<bdi>${name}</bdi>` : html`<a href="#${anchor}">${name}</a>`;
}
