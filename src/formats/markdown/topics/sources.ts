// TopicSources: where the topics of a note come from, as one ordered list: the first that yields any decides (FORMATS, Topics).
import type { Diagnostic } from '../../../errors.ts';
import type { Because } from '../../../lang/messages.ts';
import type { DraftSection, DraftTopic } from '../../../model/draft.ts';
import { type Outline, outlineOf } from '../outline/build-outline.ts';
import { dropRole, holdsOnlyItems, itemsIn } from '../outline/settle.ts';
import { linesFrom } from '../syntax/made-lines.ts';
import { countTicked } from './bare-boxes.ts';
import { buildTopics } from './build-topics.ts';
import { contentsTopics, coveredLeaves, coveringContents, leafHeadings } from './contents.ts';
import { keepsKeywordTasks } from './keyword-tasks.ts';
import { holdOnlyLinks } from './link-paragraphs.ts';
import { NoteFacts } from './note-facts.ts';
import { TaskColumns } from './task-columns.ts';
import { type Taken, type Walked, walkOutline } from './walk-outline.ts';

/** What a note gives from one source. */
export interface TopicsFound {
  readonly walked: Walked;
  /** Sections and root topics in document order, or columns that make them when somebody asks. */
  readonly topics: (DraftSection | DraftTopic)[] | TaskColumns;
  readonly found: readonly Diagnostic[];
}

export interface TopicSource {
  readonly name: string;
  /** Rule of docs/formats.md. */
  readonly rule: string;
  /** What `--explain` says of such a topic. */
  readonly because: Because;
  /** Whether it is worth trying: what it yields decides. */
  readonly applies: (note: NoteFacts) => boolean;
  readonly read: (note: NoteFacts) => TopicsFound;
}

const walking =
  (taken: Taken, outlineIn: (note: NoteFacts) => Outline = ({ outline }) => outline) =>
  (note: NoteFacts): TopicsFound => {
    const walked = walkOutline(outlineIn(note), taken, note);
    const { children, found } = buildTopics(walked, note.names);
    return { walked, topics: children, found };
  };

const readTasks = (note: NoteFacts): TopicsFound => {
  const walked = walkOutline(note.outline, 'tasks', note);
  const topics = new TaskColumns(walked, note.names);
  return { walked, topics, found: topics.found };
};
const always = (): boolean => true;

/** Contents give the topics, unless what they lead to are lists, or what is ticked: then these are (FORMATS T3, T4). */
function coversNote({ contents, leaves, lines, bullets, withLoose }: NoteFacts): boolean {
  if (!coveringContents(contents(), leaves())) return false;
  const loose = withLoose();
  const covered = coveredLeaves(contents(), leafHeadings(loose.root));
  const lists = covered.filter((leaf) => holdsOnlyItems(leaf) || holdOnlyLinks(loose, [leaf]));
  if (lists.length > 0 && lists.length >= 0.8 * covered.length) return false;
  return bullets() === 0 || 2 * countTicked(lines) < bullets();
}

const readDrawn = walking('bullets', (note) => note.withMade(note.drawn()));
const readPlain = walking('bullets', (note) => outlineOf(linesFrom(note.note.source, note.plain())));
const readContents = (note: NoteFacts): TopicsFound => ({
  ...walking('nothing')(note),
  topics: contentsTopics(note.contents(), note.leaves()),
});

/** The precedence of docs/formats.md. */
export const topicSources: readonly TopicSource[] = [
  { name: 'tasks', rule: 'T1', because: 'topic-tasks', applies: (note) => note.hasTasks, read: readTasks },
  {
    name: 'tasks without a bullet',
    rule: 'T1',
    because: 'topic-boxes',
    applies: ({ marksAreBoxes, bareBoxes, hasOpenBox, bullets, leaves }) =>
      marksAreBoxes ||
      (bareBoxes().length > 1 && (hasOpenBox || bareBoxes().length > Math.max(bullets(), leaves().length))),
    read: walking('boxes', (note) => note.withMade(note.bareBoxes())),
  },
  {
    name: 'keywords',
    rule: 'T1',
    because: 'topic-keywords',
    applies: ({ lines }) => keepsKeywordTasks(lines),
    read: walking('keywords'),
  },
  {
    name: 'lines of a state',
    rule: 'T6',
    because: 'topic-stated',
    applies: ({ stated }) => stated().size > 0,
    read: walking('stated'),
  },
  {
    name: 'tables',
    rule: 'T7',
    because: 'topic-tables',
    applies: ({ outnumbersStatusRows }) => !outnumbersStatusRows,
    read: walking('tables'),
  },
  {
    name: 'plan tables',
    rule: 'T3',
    because: 'topic-plans',
    applies: ({ plans }) => plans().size > 0,
    read: walking('plans'),
  },
  {
    name: 'drawn trees that hold more than the bullets',
    rule: 'T3',
    because: 'topic-drawn',
    applies: ({ drawn, bullets, leaves }) => drawn().length > Math.max(bullets(), leaves().length),
    read: readDrawn,
  },
  {
    name: 'plain lines that outnumber the bullets',
    rule: 'T3',
    because: 'topic-drawn',
    applies: ({ plain, bullets, withLoose }) => bullets() > 0 && plain().length > 3 * itemsIn(withLoose().root.blocks),
    read: readPlain,
  },
  {
    name: 'contents',
    rule: 'T4',
    because: 'topic-contents',
    applies: coversNote,
    read: readContents,
  },
  {
    name: 'headings of units that hold no bullets',
    rule: 'T4',
    because: 'topic-headings',
    applies: ({ areUnits }) => areUnits(),
    read: walking('headings'),
  },
  {
    name: 'bullets',
    rule: 'T3',
    because: 'topic-bullets',
    applies: always,
    read: walking('bullets', (note) => note.withLoose()),
  },
  { name: 'other tables', rule: 'T7', because: 'topic-plans', applies: always, read: walking('plans') },
  { name: 'headings', rule: 'T4', because: 'topic-headings', applies: always, read: walking('headings') },
  {
    name: 'other drawn lines',
    rule: 'T3',
    because: 'topic-drawn',
    applies: ({ drawn }) => drawn().length > 0,
    read: readDrawn,
  },
  {
    name: 'an outline of plain lines',
    rule: 'T3',
    because: 'topic-drawn',
    applies: ({ plain }) => plain().length > 0,
    read: readPlain,
  },
];

/** Whether a source yields nothing. */
export const isEmpty = (topics: TopicsFound['topics']): boolean =>
  Array.isArray(topics) ? topics.length === 0 : topics.count === 0;

/** The source that decides, and its topics; where none yields any, what the last one that applies leaves. */
export function findTopics(note: NoteFacts): TopicsFound & { readonly source: TopicSource } {
  let last: (TopicsFound & { readonly source: TopicSource }) | null = null;
  for (const source of topicSources) {
    if (!source.applies(note)) continue;
    last = { source, ...source.read(note) };
    // In a note with task lines nothing else gives topics (FORMATS T2).
    if (note.hasTasks || !isEmpty(last.topics)) break;
  }
  // Headings always apply.
  const found = last as NonNullable<typeof last>;
  // Advice with nothing beside it is what there is to study, and so are contents that lead out of the note (FORMATS S4).
  const { root } = note.outline;
  if (!isEmpty(found.topics)) return found;
  if (dropRole(root, 'advice')) return findTopics(new NoteFacts(note.note, note.outline, note.names));
  if (note.contents().length === 0 && dropRole(root, 'contents'))
    return findTopics(new NoteFacts(note.note, note.outline, note.names, true));
  return found;
}
