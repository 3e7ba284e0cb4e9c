// Status: progress per section and skill level, and what is next.
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts';
import type { Diagnostic } from '../errors.ts';
import { namedNext } from '../model/next.ts';
import {
  hasActiveWeeks,
  leastActiveWeeks,
  type Progress,
  pauseDays,
  period,
  progressOf,
  progressOfPart,
} from '../model/progress.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { allTopics } from '../model/tree.ts';
import { plainStatus } from '../views/plain.ts';
import { drawStatus } from '../views/status.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';
import type { Narrowed } from './look.ts';
import { searchTicks } from './tick-search.ts';

export interface StatusOptions extends CommonOptions {
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
  readonly exitStatus?: boolean;
  /** All sections are shown, whether or not they fit the terminal. */
  readonly allSections?: boolean;
}

/** How many suggestions `status --json` carries. */
const suggestions = 3;

const isConflict = ({ code }: Diagnostic): boolean => code === 'conflict-markers';

/** `status`: 0, or 1 with `--exit-status` when no topic is left. `narrow` leaves only what was asked for; without it everything is counted. */
export async function status(
  context: Context,
  options: StatusOptions,
  narrow?: (roadmap: Roadmap) => Narrowed,
): Promise<number> {
  // Ids cost a tenth of all this, and a view for people has none, nor long texts.
  const isFull = narrow !== undefined || options.json === true;
  const loaded = await searchTicks(context, await load(context, options, { withIds: isFull, withTexts: isFull }));
  if (loaded.remarks.length > 0 && !options.quiet && !options.json && !options.plain)
    await (await import('./elsewhere.ts')).sayElsewhere(context, loaded);
  if (!options.quiet && !options.json && !options.plain && loaded.roadmap.diagnostics.some(isConflict))
    await (await import('./conflict-remark.ts')).sayConflicts(context, loaded);
  const { origin } = loaded;
  const { today, language } = context;
  const { roadmap, part } = narrow?.(loaded.roadmap) ?? { roadmap: loaded.roadmap, part: null };
  const progress = part === null ? progressOf(roadmap) : progressOfPart(roadmap);
  // What a part needs may be outside of it.
  const among = part === null ? null : allTopics(roadmap);
  const next = namedNext(loaded.roadmap, options.json ? suggestions : 1, today, among);
  const isPaced = part === null && !options.plain && mayHavePace(roadmap, progress, today);
  const pace = isPaced ? (await import('./status-pace.ts')).statusPace(context, roadmap) : null;
  if (options.json) {
    const { statusJson } = await import('../views/json.ts');
    context.out(statusJson({ roadmap, origin, progress, next, today, pace: pace?.json ?? null }, language));
  } else if (options.plain) context.out(plainStatus(roadmap, progress, language, options.zero ? '\0' : '\n'));
  else {
    const rows = options.allSections ? null : context.rows();
    context.out(
      drawStatus({ roadmap, part, origin, progress, next, today, rows, paceLines: pace?.lines ?? [] }, context.theme),
    );
  }
  const isEmpty = progress.total.total + progress.total.skipped + roadmap.projects.length === 0;
  return options.exitStatus && isEmpty ? 1 : 0;
}

/** Whether there may be a forecast, or something begun before a pause. Most roadmaps have no such days, and load nothing for it. */
function mayHavePace(roadmap: Roadmap, { total }: Progress, today: CalendarDate): boolean {
  if (total.dated === 0 || total.done === total.total) return false;
  if (total.dated >= leastActiveWeeks && hasActiveWeeks(roadmap, today)) return true;
  const [, last] = period(roadmap) ?? [today, today];
  return total.doing > 0 && daysBetween(last, today) >= pauseDays;
}
