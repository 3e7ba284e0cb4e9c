// Next: what to study now, with the reason, and the commands for the first of it.
import { weekdayOf } from '../dates/calendar-date.ts';
import { counterpartIn } from '../model/counterpart.ts';
import type { Next } from '../model/next.ts';
import type { Part } from '../model/part.ts';
import { plannedOf } from '../model/planned.ts';
import { tallyOf } from '../model/progress.ts';
import type { Roadmap, Topic } from '../model/roadmap.ts';
import { ancestorsOf, topicsOf } from '../model/tree.ts';
import { isSoon, type Urgency } from '../model/urgency.ts';
import { displayWidth } from '../text/width.ts';
import { commandLines, flow, hanging, heading, page } from './layout.ts';
import { noneFits } from './nothing.ts';
import { partName } from './part.ts';
import type { ThemeWithSentences } from './problem.ts';
import { celebration } from './status.ts';
import { levelFact, type TopicLab } from './topic.ts';

export interface NextView {
  readonly roadmap: Roadmap;
  /** What was asked for, and whether all topics that fit it are done or skipped; null where the whole was. */
  readonly asked: { readonly part: Part; readonly isDone: boolean } | null;
  readonly next: readonly Next[];
  /** What practises a topic. */
  readonly labs?: (topic: Topic) => readonly TopicLab[];
}

/** So many needs are named by their addresses. */
const mostNeeds = 6;

/** Whether `show` has something that helps to study it. */
const hasMore = ({ links, notes, project }: Topic): boolean => links.length + notes.length > 0 || project !== null;

/** One by its address and title, several by their addresses. */
function needsText(needs: readonly Topic[], theme: ThemeWithSentences): string {
  const [only, ...others] = needs;
  if (only === undefined) return '';
  if (others.length === 0) {
    const where = only.from === null ? '' : ` (${theme.messages.doneIn(theme.show(counterpartIn(only.from).roadmap))})`;
    return `${only.address} ${theme.say(only.title)}${where}`;
  }
  const named = needs.slice(0, mostNeeds).map(({ address }) => address);
  const rest = needs.length - named.length;
  return named.join(', ') + (rest > 0 ? ` ${theme.messages.more(rest)}` : '');
}

/** Why it is named, in words. */
function why(next: Next, roadmap: Roadmap, theme: ThemeWithSentences): string {
  const urgent = next.urgency === null ? [] : urgencyWords(next, next.urgency, theme);
  // That it is the next in some order is no reason for what is out of that order.
  const isByOrder = next.reason === 'level' || next.reason === 'order';
  return [...urgent, ...(urgent.length > 0 && isByOrder ? [] : [place(next, roadmap, theme)])].join(theme.dot);
}

/** What its days and its priority say. */
function urgencyWords({ topic, dueIn }: Next, { kind }: Urgency, theme: ThemeWithSentences): string[] {
  const say = theme.sentences.next;
  const { planned } = theme.messages;
  const { due, start, priority } = plannedOf(topic);
  const words: string[] = [];
  if (dueIn !== null && dueIn < 0) words.push(say.overdue(-dueIn));
  else if (due !== null && dueIn !== null)
    words.push(isSoon(dueIn) ? say.due(dueIn, weekdayOf(due), due) : planned.due(due));
  if (priority !== null) words.push(planned.priority(priority));
  if (kind === 'later' && start !== null) words.push(planned.start(start));
  return words;
}

/** Its place among the others: what it needs, or whose turn it is. */
function place({ topic, reason, needs, isFirst, since }: Next, { levels }: Roadmap, theme: ThemeWithSentences): string {
  const say = theme.sentences.next;
  const level = levels.find(({ id }) => id === topic.level);
  switch (reason) {
    case 'doing':
      return say.doing(since);
    case 'unlocked': {
      const done = needs.filter(({ status }) => status === 'done');
      return done.length > 0 ? say.unlocked(needsText(done, theme)) : say.unblocked(needsText(needs, theme));
    }
    case 'waiting':
      return say.waiting(needsText(needs, theme));
    default:
      if (level === undefined) return say.order;
      if (topic.project !== null) return say.project(theme.say(level.title));
      return reason === 'level' ? say.level(theme.say(level.title), isFirst) : say.order;
  }
}

/** The first lab that is not passed, as the line to type. */
function labLines(labs: readonly TopicLab[], indent: number, theme: ThemeWithSentences): string[] {
  const open = labs.find(({ passed }) => !passed);
  if (open === undefined) return [];
  const head = `${' '.repeat(indent)}${theme.messages.label.lab}  `;
  return hanging(head, theme.commands.to('lab', open.id), theme, theme.accent, theme.dim);
}

/** `next`. When nothing is left it says so: with dignity where all is done. */
export function drawNext({ roadmap, asked, next, labs = () => [] }: NextView, theme: ThemeWithSentences): string {
  const { messages } = theme;
  const total = tallyOf(topicsOf(roadmap.children));
  const isComplete = total.total > 0 && total.done === total.total;
  const ancestors = ancestorsOf(roadmap);
  const blocks = next.map((one) => {
    const { topic } = one;
    const head = ` ${topic.address}  `;
    const indent = displayWidth(head);
    const { section } = ancestors(topic);
    const facts = topic.project === null ? [] : [{ text: messages.project, paint: theme.dim }];
    if (section !== null) facts.push({ text: `${section.address} ${theme.say(section.title)}`, paint: theme.dim });
    if (topic.level !== null) facts.push({ text: levelFact(topic, theme), paint: theme.dim });
    if (topic.hours !== null) facts.push({ text: messages.hours(topic.hours), paint: theme.dim });
    return [
      ...heading(head, theme.say(topic.title), theme, theme.title, theme.accent),
      ...hanging(
        ' '.repeat(indent),
        why(one, roadmap, theme),
        theme,
        one.reason === 'waiting' || one.urgency?.kind === 'overdue' ? theme.warn : theme.good,
      ),
      ...flow(indent, facts, theme),
      ...(topic.outcome === null ? [] : hanging(' '.repeat(indent), theme.say(topic.outcome), theme)),
      ...labLines(labs(topic), indent, theme),
    ];
  });
  const [first] = next;
  const commands =
    first === undefined
      ? []
      : (hasMore(first.topic) ? ['show', 'done'] : ['done']).flatMap((name) =>
          commandLines(1, theme.commands.to(name, first.topic.address), theme),
        );
  if (isComplete && asked === null) return page([celebration(roadmap, total, theme), ...blocks, commands]);
  if (blocks.length > 0) return page([...blocks, commands]);
  if (asked !== null && !asked.isDone) return page([noneFits(asked.part, theme)]);
  const where = asked === null ? '' : `${partName(asked.part, theme)}: `;
  return page([hanging(' ', where + messages.nothingOpen, theme, theme.dim)]);
}
