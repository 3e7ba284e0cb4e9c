// Changes: which topics a command changed, and which it found as they should be.
import type { Status, Topic } from './roadmap.ts';

export interface Change {
  /** As it reads after the change. */
  readonly topic: Topic;
  readonly from: Status;
  readonly to: Status;
}

export interface Changes {
  readonly changed: readonly Change[];
  readonly unchanged: readonly Topic[];
}
