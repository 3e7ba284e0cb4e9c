// FieldPlace: where something that is said of a topic stands in its file.
import type { Span } from '../../text/source.ts';
import type { Topic } from '../roadmap.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly span?: Span;
}

/** The place of a field where the file has one, else that of the topic's line. */
export type FieldPlace = (topic: Topic, field: 'needs' | 'completion') => Place;

/** For files whose lines are all that is known. */
export const linePlace: FieldPlace = (topic) => ({ line: topic.line, column: topic.line > 0 ? 1 : 0 });
