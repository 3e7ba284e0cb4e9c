// Topics: lists of them, one line each, under the headings of their sections.
import type { Roadmap, Section, Topic } from '../model/roadmap.ts';
import { type Home, homesOf } from './homes.ts';
import { type Cell, flow, hanging, page, row, widest } from './layout.ts';
import type { Paint, Theme } from './theme.ts';

const longestTitle = 100;
const leastTitle = 20;
const dateWidth = 'YYYY-MM-DD'.length;

interface Columns {
  readonly indent: number;
  readonly address: number;
  readonly title: number;
  readonly date: number;
  readonly level: number;
}

/** A level as lists show it: its id, with `~` before it where it is only inferred (FORMATS V2). */
function levelText({ level, levelSource }: Topic): string {
  return level === null ? '' : levelSource === 'inferred' ? `~${level}` : level;
}

function titleText({ title, legacy }: Topic, depth: number, theme: Theme): string {
  const outdated = legacy === null ? '' : ` (${theme.messages.legacy(legacy.state, legacy.since, null)})`;
  return '  '.repeat(Math.min(depth, 4)) + theme.say(title) + outdated;
}

function columnsFor(topics: readonly Topic[], titles: readonly string[], indent: number, theme: Theme): Columns {
  const address = Math.min(12, widest(topics.map((topic) => topic.address)));
  let date = topics.some(({ completedOn }) => completedOn !== null) ? dateWidth : 0;
  let level = Math.min(14, widest(topics.map(levelText)));
  const rest = (): number =>
    theme.width - indent - address - 2 - theme.markWidth - 2 - (date && date + 2) - (level && level + 2);
  if (rest() < leastTitle) level = 0;
  if (rest() < leastTitle) date = 0;
  return { indent, address, title: Math.max(1, Math.min(rest(), longestTitle, widest(titles))), date, level };
}

/** One line for each topic, in columns; `home` gives how deep a topic is indented. */
export function topicRows(
  topics: readonly Topic[],
  home: (topic: Topic) => Home,
  indent: number,
  theme: Theme,
): readonly string[] {
  const titles = topics.map((topic) => titleText(topic, home(topic).depth, theme));
  const columns = columnsFor(topics, titles, indent, theme);
  const muted: Paint = theme.dim;
  return topics.map((topic, index) => {
    const cells: Cell[] = [
      { text: topic.address, width: columns.address, paint: theme.accent },
      { text: theme.mark(topic.status), width: theme.markWidth, painted: true },
      { text: titles[index] ?? '', width: columns.title, ...(topic.status === 'skipped' && { paint: muted }) },
      { text: columns.date > 0 ? (topic.completedOn ?? '') : '', width: columns.date, paint: muted },
      { text: columns.level > 0 ? levelText(topic) : '', width: columns.level, paint: muted },
    ];
    return row(columns.indent, cells, theme);
  });
}

/** A section's address and title as a heading over what stands in it. */
export function sectionHeading(section: Section, theme: Theme): string[] {
  return hanging(` ${section.address}  `, theme.say(section.title), theme, theme.title, theme.accent);
}

/** Rows under a heading for each section, in the order given. Without any section no heading is drawn. */
export function groupedRows(topics: readonly Topic[], roadmap: Roadmap, theme: Theme): string[][] {
  const home = homesOf(roadmap);
  const rows = topicRows(topics, home, 3, theme);
  const headed = topics.some((topic) => topic.project !== null || home(topic).section !== null);
  const blocks: string[][] = [];
  let current: string | null = null;
  topics.forEach((topic, index) => {
    const { section } = home(topic);
    const key = topic.project !== null ? 'P' : section === null ? '' : `s${section.address}`;
    if (key !== current) {
      current = key;
      const title = topic.project !== null ? theme.messages.label.projects : theme.say(roadmap.title);
      const heading = section !== null ? sectionHeading(section, theme) : hanging(' ', title, theme, theme.title);
      blocks.push(headed ? [...heading] : []);
    }
    blocks.at(-1)?.push(rows[index] ?? '');
  });
  return blocks;
}

export interface TopicsView {
  readonly roadmap: Roadmap;
}

/** `list`. */
export function drawTopics(topics: readonly Topic[], { roadmap }: TopicsView, theme: Theme): string {
  const { messages } = theme;
  if (topics.length === 0) {
    const { message, hint } = messages.noneListed;
    return page([[...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)]]);
  }
  const done = topics.filter(({ status }) => status === 'done').length;
  const facts = [{ text: messages.topics(topics.length) }];
  if (done > 0) facts.push({ text: messages.doneCount(done) });
  if (topics.some(({ levelSource }) => levelSource === 'inferred'))
    facts.push({ text: `~ ${messages.levelsInferred}` });
  const footer = flow(
    1,
    facts.map(({ text }) => ({ text, paint: theme.dim })),
    theme,
  );
  return page([...groupedRows(topics, roadmap, theme), footer]);
}
