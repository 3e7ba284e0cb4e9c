// StatesLint: done parents of open topics, empty titles, days that are still to come or missing.
import type { CalendarDate } from '../../dates/calendar-date.ts';
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { firstWording, type Roadmap, type Section, type Topic } from '../roadmap.ts';
import { type FieldPositions, linePosition } from './field-position.ts';

export function lintStates(
  roadmap: Roadmap,
  today: CalendarDate,
  placeOf: FieldPositions,
  inYaml: boolean,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { topics, openBelow } = withOpenBelow(roadmap);
  topics.forEach((topic, index) => {
    const at = linePosition(topic, 'completion');
    const open = openBelow[index] as number;
    if (topic.status === 'done' && open > 0) found.push(diagnostic('parent-done', 'warning', at, { open }));
    if (firstWording(topic.title).trim() === '') found.push(diagnostic('empty-topic', 'warning', at, {}));
    if (topic.status !== 'done') return;
    // Only on a task line is there a place for a date.
    if (topic.completedOn === null && topic.place === 'task') found.push(diagnostic('no-done-date', 'info', at, {}));
    else if (topic.completedOn !== null && topic.completedOn > today) {
      const args = { date: topic.completedOn, today };
      found.push(diagnostic('future-date', 'warning', placeOf(topic, 'completion'), args));
    }
  });
  // V2: once for the whole roadmap, whatever the number of topics.
  if (roadmap.levelSource === 'inferred')
    found.push(diagnostic('inferred-levels', 'info', { line: 0, column: 0 }, { inYaml }));
  return found;
}

/**
 * Every topic and project in document order, and how many open ones are below each; nesting may be deeper than the
 * stack.
 */
function withOpenBelow(roadmap: Roadmap): { topics: Topic[]; openBelow: number[] } {
  const topics: Topic[] = [];
  const parents: number[] = [];
  const waiting: { readonly node: Section | Topic; readonly parent: number }[] = [];
  const push = (nodes: readonly (Section | Topic)[], parent: number): void => {
    for (let i = nodes.length - 1; i >= 0; i--) waiting.push({ node: nodes[i] as Section | Topic, parent });
  };
  push(roadmap.projects, -1);
  push(roadmap.children, -1);
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { node, parent } = step;
    if (node.kind === 'section') push(node.children, -1);
    else {
      parents.push(parent);
      push(node.topics, topics.push(node) - 1);
    }
  }
  const openBelow = topics.map(() => 0);
  // From the end, so that each count is complete before it is added to the parent's.
  for (let i = topics.length - 1; i >= 0; i--) {
    const parent = parents[i] as number;
    const { status } = topics[i] as Topic;
    if (parent >= 0)
      openBelow[parent] =
        (openBelow[parent] as number) + (openBelow[i] as number) + Number(status === 'todo' || status === 'doing');
  }
  return { topics, openBelow };
}
