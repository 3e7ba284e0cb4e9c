// PromptDocument: what a prompt shows, as a document for scripts.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { namedNext } from '../model/next.ts';
import { progressOf } from '../model/progress.ts';
import { type Roadmap, wording } from '../model/roadmap.ts';
import { documentOf, tallyJson } from './json.ts';

/** `prompt --json`: kind "prompt". */
export function promptJson(roadmap: Roadmap, language: string, today: CalendarDate): string {
  const [next] = namedNext(roadmap, 1, today);
  const topic = next === undefined ? null : next.topic;
  return documentOf('prompt', {
    total: tallyJson(progressOf(roadmap).total),
    next: topic && { address: topic.address, title: wording(topic.title, language), level: topic.level },
  });
}
