// StateSection: a section called by a state, `Completed` beside `To do`, which says how far its topics are (FORMATS T6).
import type { DraftSection, DraftTopic } from '../../../model/draft.ts';
import type { Status } from '../../../model/roadmap.ts';
import { plainWords } from '../../../text/plain-words.ts';
import { stateNamed } from '../../words/states.ts';

type Node = DraftSection | DraftTopic;

/** Gives topics the state that their section is called by, where one of those beside each other is done and one is not. */
export function settleStateSections(nodes: readonly Node[]): void {
  const states = new Map<DraftSection, Status>();
  for (const node of nodes) {
    if (node.kind === 'topic') continue;
    const state = stateNamed(plainWords(node.title as string));
    if (state === null) settleStateSections(node.children);
    else states.set(node, state);
  }
  const found = new Set(states.values());
  if (found.has('done') && found.size > 1) for (const [section, state] of states) give(section.children, state);
}

function give(nodes: readonly Node[], state: Status): void {
  for (const node of nodes) {
    if (node.kind === 'topic' && node.status === 'todo') node.status = state;
    give(node.kind === 'topic' ? node.topics : node.children, state);
  }
}
