// FieldPosition: where a field of a topic is written in its file.
import type { Span } from '../../text/source.ts';
import type { Topic } from '../roadmap.ts';

export interface FieldPosition {
  readonly line: number;
  readonly column: number;
  readonly span?: Span;
}

/** The place of a field where the file has one, else that of the topic's line. */
export type FieldPositions = (topic: Topic, field: 'needs' | 'completion') => FieldPosition;

/** For files whose lines are all that is known. */
export const linePosition: FieldPositions = (topic) => ({ line: topic.line, column: topic.line > 0 ? 1 : 0 });
