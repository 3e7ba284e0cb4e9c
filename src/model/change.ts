// Changes: which topics a command changed, and which it found as they should be.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Status, Topic, TopicNote } from './roadmap.ts';

export interface Change {
  /** As it reads after the change. */
  readonly topic: Topic;
  readonly from: Status;
  readonly to: Status;
  /** The days that the change takes away: several where a topic has several lines. */
  readonly erased?: readonly CalendarDate[];
}

export interface Changes {
  readonly changed: readonly Change[];
  readonly unchanged: readonly Topic[];
  readonly noted?: Addition;
}

/** Time and notes that were written to a topic (FORMATS D8). */
export interface Addition {
  /** As it reads afterwards. */
  readonly topic: Topic;
  readonly minutes: number | null;
  readonly notes: readonly TopicNote[];
}
