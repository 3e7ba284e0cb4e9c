// MarkdownRoadmap: a Markdown note read the way its author would read it (FORMATS, Which lines count to Levels): lines → outline → topics → roadmap.
import { diagnostic, nowhere } from '../../errors.ts';
import type { Draft, DraftSection, DraftTopic } from '../../model/draft.ts';
import { namesOf } from '../../model/level-names.ts';
import { draftOfTable } from '../../model/topic-table.ts';
import { type Conflict, conflictFindings } from './conflicts.ts';
import { countedLines } from './counted-lines.ts';
import { draftOf, type MarkdownNote } from './markdown-note.ts';
import type { Part } from './outline/part.ts';
import { fileTitle } from './outline/title.ts';
import { withHtmlHeadings } from './syntax/html-headings.ts';
import { withOtherTables } from './syntax/html-tables.ts';
import { settleBoxes } from './syntax/settle-boxes.ts';
import { declaredLevels, withRubric } from './topics/declared-levels.ts';
import { hasCodeSeries } from './topics/level-codes.ts';
import { bodyOf, NoteFacts } from './topics/note-facts.ts';
import { findTopics, isEmpty, type TopicSource } from './topics/sources.ts';

/** A roadmap and how its note was read: the outline it gave, what its topics came from, and its title's line. */
export interface Traced {
  readonly draft: Draft;
  readonly root: Part;
  readonly source: TopicSource;
  readonly titleLine: number;
  readonly conflicts: readonly Conflict[];
}

/** Reads a note; never throws. A note without topics says so in a diagnostic: progress is never invented (FORMATS T4). */
export const readMarkdown = (note: MarkdownNote): Draft => readTraced(note).draft;

/** The same for those who ask why. */
export function readTraced(note: MarkdownNote): Traced {
  const { source, bodyStart, frontMatter } = note;
  const { lines: counted, conflicts } = countedLines(source, bodyStart);
  const settled = withHtmlHeadings(settleBoxes(counted), bodyStart);
  const { lines, tables } = withOtherTables(settled, bodyStart);
  const { outline, title: likely } = bodyOf(note, lines, tables);
  const declared = declaredLevels(frontMatter.levels);
  const facts = new NoteFacts(
    note,
    outline,
    namesOf(declared, () => hasCodeSeries(outline)),
  );
  const { source: topicSource, walked, topics, found } = findTopics(facts);
  // What gives a topic is no title, though it reads like one: `1、Bowline`, `✅ Bowline`.
  const isTopic = likely.line > 0 && Array.isArray(topics) && topics.some(({ line }) => line === likely.line);
  const title = isTopic ? fileTitle(note.name) : likely;

  const { projects, aside, boxGroups } = walked;
  const roadmap = draftOf(note, title.title);
  roadmap.hasTaskLines = facts.hasTasks || (Array.isArray(topics) && topics.some(hasBox));
  roadmap.projects = [...projects];
  roadmap.prerequisites = aside.prerequisites;
  roadmap.resources = aside.resources;
  roadmap.related = aside.related;
  roadmap.levels = withRubric(declared, aside.rubric);
  roadmap.boxGroups = boxGroups;
  const reason = outline.root.blocks.length === 0 ? 'empty' : 'prose';
  const nothing = isEmpty(topics) ? [diagnostic('no-topics', 'warning', nowhere, { reason })] : [];
  roadmap.diagnostics = [...conflictFindings(source, conflicts), ...found, ...nothing];
  if (Array.isArray(topics)) roadmap.children = topics;
  const draft = Array.isArray(topics) ? roadmap : draftOfTable(roadmap, topics, () => topics.children());
  return { draft, root: outline.root, source: topicSource, titleLine: title.line, conflicts };
}

/** Whether a topic at or below a node has a box in the note: of what is no task line, a heading (FORMATS T12). */
function hasBox(node: DraftSection | DraftTopic): boolean {
  return node.kind === 'topic' ? node.place === 'task' : node.children.some(hasBox);
}
