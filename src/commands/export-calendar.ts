// ExportCalendar: the days that open topics have, for a calendar.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { type CalendarEntry, calendarFile, calendarKey } from '../formats/calendar-file.ts';
import { planSentences } from '../lang/plan-sentences.ts';
import { hashOf } from '../model/identity.ts';
import { plannedOf } from '../model/planned.ts';
import { isOpen, type Roadmap, type Topic } from '../model/roadmap.ts';
import { allTopics } from '../model/tree.ts';
import { hanging } from '../views/layout.ts';
import type { Context } from './context.ts';
import type { WriteExport } from './export-formats.ts';
import { goalSetting } from './study-goal.ts';

/**
 * `export --format ics`: prints an entry for each day on which an open topic is due or scheduled (📅, ⏳), and one for the goal of the
 * configuration. What is done has its day in `log`.
 */
export const writeCalendar: WriteExport = async (context, { roadmap, files }, { quiet }) => {
  const { theme, language, today } = context;
  const entries = [
    ...allTopics(roadmap).filter(isOpen).flatMap(entriesOf(roadmap, context)),
    ...goalEntries(roadmap, goalSetting(files.found, today), context),
  ];
  context.document(calendarFile(theme.say(roadmap.title), entries, today));
  if (entries.length > 0 || quiet) return;
  const { message, hint } = planSentences[language].noDates(theme.commands);
  const lines = [...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)];
  context.err(`${lines.join('\n')}\n`);
};

/** Where a topic is scheduled for the day on which it is due, that day is there once. */
function entriesOf(roadmap: Roadmap, { theme, language }: Context): (topic: Topic) => CalendarEntry[] {
  const key = calendarKey(roadmap);
  return (topic) => {
    const { due, scheduled } = plannedOf(topic);
    const name = `${topic.address} ${theme.say(topic.title)}`;
    const text = [...(topic.outcome === null ? [] : [theme.say(topic.outcome)]), ...topic.links];
    const entry = (what: 'due' | 'scheduled', day: CalendarEntry['from'], title: string): CalendarEntry => ({
      uid: `${key}-${hashOf(topic.id)}-${what}`,
      from: day,
      until: day,
      title,
      text,
    });
    return [
      ...(scheduled === null || scheduled === due ? [] : [entry('scheduled', scheduled, name)]),
      ...(due === null ? [] : [entry('due', due, `${name} (${planSentences[language].label.due})`)]),
    ];
  };
}

function goalEntries(roadmap: Roadmap, day: CalendarDate | null, context: Context): CalendarEntry[] {
  if (day === null) return [];
  const title = `${planSentences[context.language].label.goal}: ${context.theme.say(roadmap.title)}`;
  return [{ uid: `${calendarKey(roadmap)}-goal`, from: day, until: day, title, text: [] }];
}
