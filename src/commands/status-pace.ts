// StatusPace: the line of `status` on the pace; after a pause what was begun and left.
import { daysBetween } from '../dates/calendar-date.ts';
import { paceSentences } from '../lang/pace-sentences.ts';
import { type Pace, paceOf } from '../model/pace.ts';
import { pauseDays, period } from '../model/progress.ts';
import { type Roadmap, type Topic, wording } from '../model/roadmap.ts';
import { statusNumber, tableOf } from '../model/topic-table.ts';
import type { Content } from '../views/kinds.ts';
import { hundredths, paceLine, pauseLine, rangesJson } from '../views/pace-line.ts';
import type { Context } from './context.ts';

export interface StatusPace {
  readonly lines: readonly string[];
  readonly json: Content<'status'>['pace'];
}

/** So many that were begun are named. */
const mostBegun = 3;

/** Null where there is no forecast, and nothing was begun before a pause. */
export function statusPace({ today, language, theme }: Context, roadmap: Roadmap): StatusPace | null {
  const asked = { today, by: null, pace: null, isAsked: null, level: null, isBrief: true };
  const pace: Pace = paceOf(roadmap, asked);
  const [, last] = period(roadmap) ?? [today, today];
  const idle = daysBetween(last, today);
  const isPause = idle >= pauseDays;
  const begun = isPause ? begunTopics(roadmap) : [];
  const target = pace.targets[0];
  if (target === undefined || (pace.pace === null && begun.length === 0)) return null;
  const speaking = { ...theme, pace: paceSentences[language] };
  const lines = begun.length > 0 ? pauseLine(begun, speaking) : paceLine(pace, today, speaking);
  const { finish, level } = target;
  return {
    lines,
    json: {
      topicsPerWeek: hundredths(pace.pace),
      hoursLeft: pace.targets.at(-1)?.left.hours ?? null,
      level: level?.id ?? null,
      finish: finish === null ? null : rangesJson(finish),
      idleDays: isPause ? idle : null,
      begun: begun.map(({ address, id, title }) => ({ address, id, title: wording(title, language) })),
    },
  };
}

function begunTopics(roadmap: Roadmap): Topic[] {
  const table = tableOf(roadmap);
  const found: Topic[] = [];
  for (let row = 0; row < table.count && found.length < mostBegun; row++)
    if (table.status[row] === statusNumber.doing) found.push(table.topicAt(row));
  return found;
}
