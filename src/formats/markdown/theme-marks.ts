// ThemeMark: a ✅, ☑ or ☐ that an author put beside a topic that has no box (FORMATS T6).
import type { DraftSection, DraftTopic } from '../../model/draft.ts';
import type { Status } from '../../model/roadmap.ts';

const trailing = /(?<!\s)\s*(?:✅|✔\uFE0F?|:white_check_mark:|:heavy_check_mark:)\s*$/u;
const leading =
  /^(?:(✅|✔\uFE0F?|:white_check_mark:|:heavy_check_mark:)|(☑\uFE0F?|🗹|☒|:ballot_box_with_check:)|(☐|⬜\uFE0F?|🔲|◻\uFE0F?|:white_large_square:|:black_square_button:)|(⏳|🚧|🔄|:construction:))\s*(?=\S)/u;

/** What the mark of a title says; `weak` marks mean done only beside topics that lack them. */
interface Mark {
  readonly status: Status;
  readonly weak: boolean;
  readonly rest: string;
}

function markOf(title: string): Mark | null {
  const first = leading.exec(title);
  if (first) {
    const rest = title.slice(first[0].length);
    if (first[1] !== undefined) return { status: 'done', weak: true, rest };
    return { status: first[2] !== undefined ? 'done' : first[3] !== undefined ? 'todo' : 'doing', weak: false, rest };
  }
  return trailing.test(title) ? { status: 'done', weak: true, rest: title.replace(trailing, '') } : null;
}

const refused = /^(?:❌|✖|✗|:x:|🚫)/u;

/**
 * A ✅ means done only where some siblings lack it, or where the note has empty boxes of that kind as well; else it is
 * decoration. ✅ against ❌ is advice and not progress (FORMATS T6). What is struck through is done.
 */
export function settleThemeMarks(
  children: readonly (DraftSection | DraftTopic)[],
  struck: ReadonlySet<DraftTopic>,
): void {
  const groups: DraftTopic[][] = [];
  const visit = (nodes: readonly (DraftSection | DraftTopic)[]): void => {
    const topics = nodes.filter((node): node is DraftTopic => node.kind === 'topic');
    if (topics.length > 0) groups.push(topics);
    for (const node of nodes) visit(node.kind === 'topic' ? node.topics : node.children);
  };
  visit(children);
  for (const topic of struck) topic.status = 'done';
  const marks = new Map<DraftTopic, Mark>();
  for (const topic of groups.flat()) {
    const mark = markOf(topic.title as string);
    if (mark !== null) marks.set(topic, mark);
  }
  if (marks.size === 0) return;
  const hasBoxes = [...marks.values()].some((mark) => !mark.weak && mark.status !== 'done');
  for (const group of groups) {
    const isAdvice = group.some((topic) => refused.test(topic.title as string));
    const counts = !isAdvice && (hasBoxes || !group.every((topic) => marks.get(topic)?.status === 'done'));
    for (const topic of group) {
      const mark = marks.get(topic);
      if (mark === undefined) continue;
      topic.title = mark.rest;
      if (!mark.weak || counts) topic.status = mark.status;
    }
  }
}
