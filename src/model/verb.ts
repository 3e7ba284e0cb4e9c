// Verb: what is done to topics, the state that it gives them, and which topics of a group it moves.
import { isLapsed, type Status, type Topic } from './roadmap.ts';

export type Verb = 'done' | 'start' | 'skip' | 'reopen';

export const statusOf: { readonly [verb in Verb]: Status } = {
  done: 'done',
  start: 'doing',
  skip: 'skipped',
  reopen: 'todo',
};

/** From which states a topic goes to another when a whole section or parent was named: what was skipped on purpose stays skipped. */
const movesInGroup: { readonly [to in Status]: readonly Status[] } = {
  done: ['todo', 'doing'],
  doing: ['todo'],
  skipped: ['todo', 'doing'],
  todo: ['done', 'doing', 'skipped'],
};

type Movable = Pick<Topic, 'status' | 'extra'>;

/** Whether a topic goes to a state; `alone`: it was named itself, and nothing with it. A group leaves alone what has lapsed. */
export const moves = (topic: Movable, to: Status, alone: boolean): boolean =>
  topic.status !== to && (alone || movesWithGroup(topic, to));

/** Whether it goes to a state together with a section or parent that it is below. */
export const movesWithGroup = (topic: Movable, to: Status): boolean =>
  movesInGroup[to].includes(topic.status) && !isLapsed(topic);

/** Done as a topic of another roadmap, where its tick is: it is not to be taken away here (FORMATS Y7). */
export const isDoneElsewhere = ({ from }: Topic, to: Status): boolean => from !== null && to === 'todo';
