// Topic: one topic with all that is known of it.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { counterpartIn } from '../model/counterpart.ts';
import type { Step } from '../model/history.ts';
import { roundedHours } from '../model/hours.ts';
import type { Lab } from '../model/lab.ts';
import type { Origin } from '../model/origin.ts';
import { plannedOf } from '../model/planned.ts';
import type { Roadmap, Topic, TopicId, TopicNote } from '../model/roadmap.ts';
import { ancestorsOf, provedBy, topicsById, topicsOf, unlockedBy } from '../model/tree.ts';
import { visible } from '../text/visible.ts';
import { commandLines, type Field, fields, flow, heading, page } from './layout.ts';
import type { Paint, Theme } from './theme.ts';
import { topicRows } from './topics.ts';

export interface TopicView {
  readonly roadmap: Roadmap;
  readonly origin: Origin;
  /** Newest first. */
  readonly history: readonly Step[];
  /** What practises it, and whether it is passed. */
  readonly labs?: readonly TopicLab[];
  /** False where the topics below it are shown beside it, and keys instead of commands. */
  readonly withTopics?: boolean;
}

/** A lab beside its topic. */
export type TopicLab = Pick<Lab, 'id' | 'title'> & {
  readonly passed: boolean;
  readonly passedOn: CalendarDate | null;
};

/** `✓ traffic-splitting Ten percent to the new version · 2026-11-20`. */
function labLine({ id, title, passed, passedOn }: TopicLab, theme: Theme): string {
  const day = passedOn === null ? '' : `${theme.dot}${passedOn}`;
  return `${theme.symbol(passed ? 'done' : 'todo')} ${visible(id)} ${theme.say(title)}${day}`;
}

/** Where the tick is, of a topic that is done as one of another roadmap. */
const elsewhere = (from: string, { messages, show }: Theme): string =>
  messages.doneIn(show(counterpartIn(from).roadmap));

/** Each with its state, in a word as well: whether it is open is what one wants to know here. */
export function namedTopics(ids: readonly TopicId[], roadmap: Roadmap, theme: Theme): string[] {
  if (ids.length === 0) return [];
  const byId = topicsById(roadmap);
  return ids.map((id) => {
    const topic = byId.get(id);
    if (topic === undefined) return visible(id);
    if (theme.ascii) return oneLine(topic, theme);
    // Kept in one piece where the line is wrapped.
    const word = topic.from === null ? theme.messages.state[topic.status] : elsewhere(topic.from, theme);
    const state = `${theme.dot.trimStart()}${word}`.replaceAll(' ', '\u00a0');
    return `${oneLine(topic, theme)} ${state}`;
  });
}

/** So many get a line of their own; the others are named by their addresses, so that a long list stays readable. */
const mostLines = 6;

function listed(topics: readonly Topic[], theme: Theme): string[] {
  if (topics.length <= mostLines + 1) return topics.map((topic) => oneLine(topic, theme));
  const others = topics.slice(mostLines).map(({ address }) => address);
  return [
    ...topics.slice(0, mostLines).map((topic) => oneLine(topic, theme)),
    `${theme.messages.more(others.length)}: ${others.join(', ')}`,
  ];
}

const mostSteps = 5;

/** What became of it on which day, the newest first. */
function historyLines(steps: readonly Step[], theme: Theme): string[] {
  const { turned, more } = theme.messages;
  const lines = steps
    .slice(0, mostSteps)
    .map(({ day, to }) => `${day} ${theme.ascii ? '' : `${theme.symbol(to)} `}${turned[to]}`);
  return steps.length > mostSteps ? [...lines, more(steps.length - mostSteps)] : lines;
}

/** A topic on a line of its own: state, address, title. */
export const oneLine = (topic: Topic, theme: Theme): string =>
  `${theme.symbol(topic.status)} ${topic.address} ${theme.say(topic.title)}`;

/** What its user noted, each with its day. */
export const noteTexts = (notes: readonly TopicNote[], theme: Theme): string[] =>
  notes.map(({ day, text }) => `${day} ${theme.show(text)}`);

interface Fact {
  readonly text: string;
  readonly paint?: Paint;
}

/** The state and its date. */
export function stateFact({ status, completedOn }: Topic, theme: Theme): Fact {
  const state = theme.messages.state[status] + (completedOn === null ? '' : ` ${completedOn}`);
  return { text: theme.ascii ? state : `${theme.symbol(status)} ${state}`, paint: theme.paintStatus(status) };
}

/** The level, and whether it is only inferred (FORMATS V2). */
export function levelFact({ level, levelSource }: Topic, theme: Theme): string {
  return theme.show(level ?? '') + (levelSource === 'inferred' ? ` (${theme.messages.inferred})` : '');
}

/** What makes a topic a project: goal, criterion, stack, and the topics it proves with their states. */
export function projectFields({ project }: Topic, roadmap: Roadmap, theme: Theme): Field[] {
  if (project === null) return [];
  const { label } = theme.messages;
  const { goal, criterion, stack, proves } = project;
  return [
    { label: label.goal, values: goal === null ? [] : [theme.say(goal)] },
    { label: label.criterion, values: criterion === null ? [] : [theme.say(criterion)] },
    { label: label.stack, values: stack.length === 0 ? [] : [stack.map((name) => theme.say(name)).join(', ')] },
    { label: label.proves, values: namedTopics(proves, roadmap, theme), signed: true },
  ];
}

/** The state, its date and where the topic belongs, in words. */
function facts(topic: Topic, roadmap: Roadmap, theme: Theme): Fact[] {
  const { messages } = theme;
  const { section } = ancestorsOf(roadmap)(topic);
  const all = [stateFact(topic, theme)];
  const add = (text: string): void => void all.push({ text, paint: theme.dim });
  if (topic.from !== null) add(elsewhere(topic.from, theme));
  if (topic.project !== null) add(messages.project);
  if (topic.level !== null) add(levelFact(topic, theme));
  if (topic.hours !== null) add(messages.hours(topic.hours));
  if (topic.spent !== null) add(messages.spent(roundedHours(topic.spent)));
  if (section !== null) add(`${section.address} ${theme.say(section.title)}`);
  return all;
}

/** From which version on it holds, for which one, how finished it is, whether an exam still asks for it, what was merged into it and what is the same elsewhere. */
function extraFields({ extra, formerly, same }: Topic, theme: Theme): Field[] {
  const { label, stage: stageWords, retired } = theme.messages;
  const all: Field[] = [];
  const add = (name: string, value: string | null): void => {
    if (value !== null) all.push({ label: name, values: [theme.show(value)] });
  };
  if (extra !== null) {
    add(label.stage, extra.stage && stageWords[extra.stage]);
    add(label.since, extra.since);
    add(label.version, extra.version);
    add(label.retired, extra.retired === null ? null : retired(extra.retired));
  }
  if (formerly.length > 0) add(label.formerly, formerly.join(', '));
  if (same.length > 0) add(label.same, same.join(', '));
  return all;
}

/** The days and the priority that the author gave it. */
function plannedFields(topic: Topic, { messages }: Theme): Field[] {
  const { label } = messages;
  const { priority, ...days } = plannedOf(topic);
  const one = (name: string, value: string | null): Field[] =>
    value === null ? [] : [{ label: name, values: [value] }];
  return [
    ...one(label.priority, priority && messages.priority[priority]),
    ...one(label.created, days.created),
    ...one(label.start, days.start),
    ...one(label.scheduled, days.scheduled),
    ...one(label.due, days.due),
  ];
}

/** `show <topic>`. */
export function drawTopic(
  topic: Topic,
  { roadmap, origin, history, labs = [], withTopics = true }: TopicView,
  theme: Theme,
): string {
  const { label, legacy } = theme.messages;
  const some = (text: string | null): string[] => (text === null ? [] : [text]);
  const texts = (text: Topic['outcome']): string[] => (text === null ? [] : [theme.say(text)]);
  const old = topic.legacy;
  const where = origin.path === null ? null : visible(topic.line > 0 ? `${origin.path}:${topic.line}` : origin.path);
  const known = fields(
    1,
    [
      { label: label.outcome, values: texts(topic.outcome) },
      ...plannedFields(topic, theme),
      ...projectFields(topic, roadmap, theme),
      { label: label.needs, values: namedTopics(topic.needs, roadmap, theme), signed: true },
      { label: label.unlocks, values: listed(unlockedBy(topic.id, roadmap), theme), signed: true },
      { label: label.provedBy, values: listed(provedBy(topic.id, roadmap), theme), signed: true },
      {
        label: label.legacy,
        values: some(
          old &&
            legacy(
              old.state,
              old.since === null ? null : theme.show(old.since),
              old.use === null ? null : theme.say(old.use),
            ),
        ),
      },
      ...extraFields(topic, theme),
      {
        label: label.tags,
        values: some(topic.tags.length > 0 ? topic.tags.map((tag) => theme.show(`#${tag}`)).join(' ') : null),
      },
      { label: label.links, values: topic.links.map(visible) },
      { label: label.notes, values: [...topic.notes.map(theme.show), ...noteTexts(topic.noteLines, theme)] },
      { label: label.labs, values: labs.map((lab) => labLine(lab, theme)), signed: true },
      { label: label.history, values: historyLines(history, theme) },
      { label: label.file, values: some(where) },
    ],
    theme,
  );
  const isOpen = withTopics && (topic.status === 'todo' || topic.status === 'doing');
  const command = isOpen ? commandLines(1, theme.commands.to('done', topic.address), theme) : [];
  const openLab = labs.find(({ passed }) => !passed);
  const practise =
    withTopics && openLab !== undefined ? commandLines(1, theme.commands.to('lab', openLab.id), theme) : [];
  const head = heading(` ${topic.address}  `, theme.say(topic.title), theme, theme.title, theme.accent);
  const about = flow(1, facts(topic, roadmap, theme), theme);
  const ancestors = ancestorsOf(roadmap);
  const outer = ancestors(topic).depth + 1;
  const depth = (inner: Topic): number => Math.max(0, ancestors(inner).depth - outer);
  const below = topicRows(withTopics ? [...topicsOf(topic.topics)] : [], { depth, indent: 1, levels: false }, theme);
  return page([[...head, ...about], below.rows.flat(), known, [...practise, ...command]]);
}
