// Topics: lists of them, one line each, under the headings of their sections.
import { counterpartIn } from '../model/counterpart.ts';
import type { Part } from '../model/part.ts';
import { plannedOf } from '../model/planned.ts';
import { tallyOf } from '../model/progress.ts';
import type { Roadmap, Section, Topic } from '../model/roadmap.ts';
import type { TableSection } from '../model/topic-table.ts';
import { ancestorsOf } from '../model/tree.ts';
import { displayWidth, wrap } from '../text/width.ts';
import { type Cell, flow, heading, labelColumns, page, row, textColumns } from './layout.ts';
import { noneFits, noTopics } from './nothing.ts';
import type { Theme } from './theme.ts';

const leastTitle = 20;
const leastAddress = 12;
const leastLevel = 14;
const dateWidth = 'YYYY-MM-DD'.length;

interface Columns {
  readonly indent: number;
  readonly address: number;
  readonly title: number;
  readonly date: number;
  readonly level: number;
}

/** A level as lists show it: its id, with `~` before it where it is only inferred (FORMATS V2). */
export function levelText({ level, levelSource }: Topic, theme: Theme): string {
  return level === null ? '' : theme.show(levelSource === 'inferred' ? `~${level}` : level);
}

interface Title {
  readonly indent: string;
  readonly text: string;
}

function titleOf(topic: Topic, depth: number, theme: Theme): Title {
  return { indent: '  '.repeat(Math.min(depth, 4)), text: theme.say(topic.title) + caution(topic, theme) };
}

/** What is planned of a topic that is open, in the order in which a line has it. */
function plans(topic: Topic, { planned }: Theme['messages']): string[] {
  if (topic.fields.length === 0 || topic.status === 'done' || topic.status === 'skipped') return [];
  const { due, scheduled, start, priority } = plannedOf(topic);
  return [
    priority && planned.priority(priority),
    start && planned.start(start),
    scheduled && planned.scheduled(scheduled),
    due && planned.due(due),
  ].filter((words) => words !== null);
}

/** What one should know before one studies it: what is planned, that it is done as another, outdated, retired or far from finished. */
function caution(topic: Topic, { messages, show }: Theme): string {
  const { legacy, extra, from } = topic;
  const words = plans(topic, messages);
  if (from !== null) words.push(messages.doneIn(counterpartIn(from).roadmap));
  if (legacy !== null) words.push(messages.legacy(legacy.state, legacy.since, null));
  const { retired = null, stage = null } = extra ?? {};
  if (retired !== null) words.push(messages.retiredSince(retired));
  if (stage === 'alpha' || stage === 'experimental') words.push(messages.stage[stage]);
  return words.length === 0 ? '' : ` (${show(words.join(', '))})`;
}

/** Lines of a title that is too long for one; more than that are no title any more, and are cut. */
const mostTitleLines = 4;

function titleLines({ indent, text }: Title, columns: number, theme: Theme): string[] {
  if (displayWidth(indent + text) <= columns) return [indent + text];
  const room = Math.max(1, columns - indent.length);
  const lines = wrap(text, room);
  const shown = lines.slice(0, mostTitleLines);
  if (lines.length > mostTitleLines) shown[mostTitleLines - 1] = lines.slice(mostTitleLines - 1).join(' ');
  return shown.map((line) => indent + theme.fit(line, room));
}

function columnsFor(
  topics: readonly Topic[],
  titles: readonly Title[],
  { indent, levels }: { readonly indent: number; readonly levels: boolean },
  theme: Theme,
): Columns {
  const address = labelColumns(
    topics.map((topic) => topic.address.length),
    leastAddress,
    theme,
  );
  let date = topics.some(({ completedOn }) => completedOn !== null) ? dateWidth : 0;
  const levelWidths = levels ? topics.map((topic) => displayWidth(levelText(topic, theme))) : [];
  let level = labelColumns(levelWidths, leastLevel, theme);
  const rest = (): number =>
    theme.width - indent - address - 2 - theme.markWidth - 2 - (date && date + 2) - (level && level + 2);
  if (rest() < leastTitle) level = 0;
  if (rest() < leastTitle) date = 0;
  const widths = titles.map((title) => title.indent.length + displayWidth(title.text));
  return { indent, address, title: textColumns(widths, rest()), date, level };
}

export interface TopicRows {
  /** Of each topic one line, or more where its title is long. */
  readonly rows: readonly (readonly string[])[];
  /** False where there are no levels, or no room for them. */
  readonly showsLevels: boolean;
}

export interface RowsLayout {
  /** How far the title of a topic is indented, in steps. */
  readonly depth: (topic: Topic) => number;
  /** Columns before the addresses. */
  readonly indent: number;
  readonly levels: boolean;
}

/** The topics in columns; a title that is too long goes on beneath itself. */
export function topicRows(topics: readonly Topic[], { depth, indent, levels }: RowsLayout, theme: Theme): TopicRows {
  const titles = topics.map((topic) => titleOf(topic, depth(topic), theme));
  const columns = columnsFor(topics, titles, { indent, levels }, theme);
  const rows = topics.map((topic, index) => {
    const dim = topic.status === 'skipped' && { paint: theme.dim };
    const [first = '', ...others] = titleLines(titles[index] as Title, columns.title, theme);
    const cells: Cell[] = [
      { text: topic.address, width: columns.address, paint: theme.accent },
      { text: theme.mark(topic.status), width: theme.markWidth, painted: true },
      { text: first, width: columns.title, ...dim },
      { text: columns.date > 0 ? (topic.completedOn ?? '') : '', width: columns.date, paint: theme.dim },
      { text: columns.level > 0 ? levelText(topic, theme) : '', width: columns.level, paint: theme.dim },
    ];
    const left = columns.indent + columns.address + 2 + theme.markWidth + 2;
    return [
      row(columns.indent, cells, theme),
      ...others.map((text) => row(left, [{ text, width: columns.title, ...dim }], theme)),
    ];
  });
  return { rows, showsLevels: columns.level > 0 };
}

function headingLines(path: readonly TableSection[], theme: Theme): string[] {
  return path.flatMap(({ address, title }) => {
    const head = ` ${address}  `;
    const lines = heading(head, theme.say(title), theme, theme.title, theme.accent);
    if (lines.length <= 2) return lines;
    // Two lines are enough to know a section by.
    const words = theme.fit(theme.say(title), Math.max(1, 2 * (Math.min(theme.width, 100) - head.length) - 20));
    return heading(head, words, theme, theme.title, theme.accent);
  });
}

/**
 * Rows under the headings of their sections, in the order given; a heading comes again when the list returns to its section.
 * `within` is the section whose heading is above already. Without any section no heading is drawn.
 */
export function groupedRows(
  topics: readonly Topic[],
  roadmap: Roadmap,
  theme: Theme,
  within: Section | null = null,
): { readonly blocks: readonly (readonly string[])[]; readonly showsLevels: boolean } {
  const ancestors = ancestorsOf(roadmap);
  const { rows, showsLevels } = topicRows(
    topics,
    { depth: (topic) => ancestors(topic).depth, indent: 3, levels: true },
    theme,
  );
  const isHeaded = topics.some((topic) => topic.project !== null || ancestors(topic).section !== null);
  const blocks: string[][] = [];
  const named = new Set<TableSection>();
  for (const outer of topics[0] === undefined || within === null ? [] : ancestors(topics[0]).path) {
    named.add(outer);
    if (outer === within) break;
  }
  let current: string | TableSection | null = within;
  topics.forEach((topic, index) => {
    const { section, path } = ancestors(topic);
    const group = topic.project !== null ? 'projects' : (section ?? 'root');
    if (group !== current || blocks.length === 0) {
      let above: string[] = [];
      if (section !== null) {
        const missing = path.filter((one) => one === section || !named.has(one));
        above = group === current ? [] : headingLines(missing, theme);
        for (const one of path) named.add(one);
      } else if (isHeaded) {
        const title = topic.project === null ? theme.say(roadmap.title) : theme.messages.label.projects;
        above = heading(' ', title, theme, theme.title);
      }
      current = group;
      blocks.push(above);
    }
    blocks.at(-1)?.push(...(rows[index] ?? []));
  });
  return { blocks, showsLevels };
}

export interface TopicsView {
  readonly roadmap: Roadmap;
  /** Null where all topics were asked for. */
  readonly part: Part | null;
}

/** `list`. */
export function drawTopics(topics: readonly Topic[], { roadmap, part }: TopicsView, theme: Theme): string {
  const { messages } = theme;
  if (topics.length === 0) return page([part === null ? noTopics(roadmap, theme) : noneFits(part, theme)]);
  // Projects are counted apart.
  const own = topics.filter(({ project }) => project === null);
  const projects = topics.filter(({ project }) => project !== null);
  const done = own.filter(({ status }) => status === 'done').length;
  const { blocks, showsLevels } = groupedRows(topics, roadmap, theme);
  const facts = own.length > 0 ? [{ text: messages.topics(own.length) }] : [];
  if (done > 0) facts.push({ text: messages.doneCount(done) });
  const built = tallyOf(projects);
  if (projects.length > 0) facts.push({ text: messages.projects(built.done, built.total) });
  if (showsLevels && topics.some(({ levelSource }) => levelSource === 'inferred'))
    facts.push({ text: `~ ${messages.levelsInferred}` });
  const footer = flow(
    1,
    facts.map(({ text }) => ({ text, paint: theme.dim })),
    theme,
  );
  return page([...blocks, footer]);
}
