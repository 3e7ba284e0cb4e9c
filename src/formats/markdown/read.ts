// MarkdownRoadmap: a Markdown note read the way its author would read it (FORMATS §§2–6).
import { diagnostic } from '../../errors.ts';
import { type Draft, type DraftSection, type DraftTopic, draftRoadmap } from '../../model/draft.ts';
import { type LevelNames, levelNamed, namesOf, usualLevels } from '../../model/level-words.ts';
import type { Level } from '../../model/roadmap.ts';
import type { Source } from '../../text/source.ts';
import { type Conflict, conflictFindings, countedLines } from './conflicts.ts';
import { contentsOf, contentsTopics, coveringContents, leafHeadings } from './contents.ts';
import { domainsOf } from './domains.ts';
import { drawnLines, mayHoldDrawn, withDrawn } from './drawn.ts';
import { htmlTables } from './html-tables.ts';
import { indentedLines } from './indented.ts';
import { keepsKeywordTasks } from './keyword-tasks.ts';
import { hasCodeSeries } from './level-codes.ts';
import type { Line } from './lines.ts';
import { outlineOf } from './outline.ts';
import type { Child, Part, Rows } from './part.ts';
import { sectionTitles } from './row-topics.ts';
import { SectionReader, type Yield } from './sections.ts';
import { titleOf } from './title.ts';

export interface MarkdownNote {
  readonly source: Source;
  /** Offset behind the front matter; 0 where there is none. */
  readonly bodyStart: number;
  /** Plain data of the front matter; empty where there is none. */
  readonly frontMatter: { readonly [key: string]: unknown };
  /** Name of the file without its extension: the last resort for a title. */
  readonly name: string;
}

/** How a note was read, for those who ask why: the outline it gave, what its topics came from, and its title's line. */
export interface Trace {
  root?: Part;
  from?: Yield;
  titleLine?: number;
  conflicts?: readonly Conflict[];
}

interface Walked {
  readonly from: Yield;
  readonly children: (DraftSection | DraftTopic)[];
  readonly reader: SectionReader;
}

/** Reads a note; never throws. A note without topics says so in a diagnostic: progress is never invented (FORMATS T4). */
export function readMarkdown(note: MarkdownNote, trace?: Trace): Draft {
  const { source, bodyStart, frontMatter } = note;
  const { lines: scanned, conflicts } = countedLines(source, bodyStart);
  const hasTasks = scanned.some((line) => line.kind === 'task');
  const html = hasTasks || !/<th[\s>]/i.test(source.text) ? [] : htmlTables(source, bodyStart);
  const tables = new Map(html.map(({ line, rows }) => [line, rows]));
  const lines = html.length === 0 ? scanned : withDrawn(scanned, [...tables.keys()]);
  const { root, title, titleLine } = bodyOf(note, lines, tables);
  const declared = declaredLevels(frontMatter.levels);
  const { children, reader, from } = walk(
    note,
    scanned,
    lines,
    root,
    tables,
    namesOf(declared, () => hasCodeSeries(source.text, root.children)),
  );
  if (trace) Object.assign(trace, { root, from, titleLine, conflicts });

  const roadmap = draftRoadmap(title, 'markdown');
  roadmap.children = children;
  if (children.length === 0) {
    const reason = root.children.length === 0 ? 'empty' : 'prose';
    reader.found.push(diagnostic('no-topics', 'warning', { line: 0, column: 0 }, { reason }));
  }
  if (typeof frontMatter.id === 'string' && frontMatter.id !== '') roadmap.id = frontMatter.id;
  if (typeof frontMatter.description === 'string') roadmap.description = frontMatter.description;
  roadmap.hasTaskLines = hasTasks;
  roadmap.projects = reader.projects;
  roadmap.prerequisites = reader.aside.prerequisites;
  roadmap.resources = reader.aside.resources;
  roadmap.related = reader.aside.related;
  roadmap.levels = withRubric(declared, reader.aside.rubric);
  roadmap.boxGroups = reader.boxGroups;
  roadmap.diagnostics =
    conflicts.length === 0 ? reader.found : [...conflictFindings(source, conflicts), ...reader.found];
  return roadmap;
}

/** The outline of some lines without the heading that is the title, and the title. */
function bodyOf(
  { source, frontMatter, name }: MarkdownNote,
  lines: readonly Line[],
  tables: ReadonlyMap<Line, Rows>,
): { root: Part; title: string; titleLine: number } {
  const root = outlineOf(source, lines, tables);
  const written = typeof frontMatter.title === 'string' ? frontMatter.title : null;
  const title = titleOf(source.text, root, written, name);
  if (title.heading) dissolve(root, title.heading);
  dissolveContents(root);
  return { root, title: title.title, titleLine: title.line };
}

/** The first source that yields topics decides (FORMATS §4, precedence). */
function walk(
  note: MarkdownNote,
  scanned: readonly Line[],
  lines: readonly Line[],
  root: Part,
  tables: ReadonlyMap<Line, Rows>,
  names: LevelNames,
): Walked {
  const { text } = note.source;
  const hasTasks = scanned.some((line) => line.kind === 'task');
  const leaves = leafHeadings(root);
  const contents = hasTasks ? [] : contentsOf(text, root);
  const titles = hasTasks ? noTitles : sectionTitles(root);
  const drawn = hasTasks || !mayHoldDrawn(text) ? [] : drawnLines(note.source, note.bodyStart, lines);
  const bullets = lines.reduce((count, line) => count + (line.kind === 'bullet' ? 1 : 0), 0);
  const domains = hasTasks ? null : domainsOf(root);
  const order: Yield[] = hasTasks ? ['tasks'] : ['tables'];
  if (!hasTasks) {
    if (keepsKeywordTasks(text, lines)) order.unshift('keywords');
    if (drawn.length > bullets && drawn.length > leaves.length) order.push('drawn');
    if (coveringContents(contents, leaves)) order.push('contents');
    order.push('bullets', 'plans', 'headings');
    if (drawn.length > 0) order.push('drawn');
  }
  let last: Walked | null = null;
  for (const from of order) {
    const reader = new SectionReader({ text, names, from, domains, titles, bullets });
    const own = reader.childrenOf(from === 'drawn' ? bodyOf(note, withDrawn(lines, drawn), tables).root : root);
    last = { from, reader, children: from === 'contents' ? contentsTopics(contents, leaves) : own };
    if (last.children.length > 0) return last;
  }
  const bare = !hasTasks && lines.every((line) => line.kind === 'text');
  const outline = bare ? indentedLines(note.source, note.bodyStart) : [];
  if (outline.length > 0) {
    const reader = new SectionReader({ text, names, from: 'drawn', domains, titles, bullets });
    return { from: 'drawn', reader, children: reader.childrenOf(outlineOf(note.source, outline)) };
  }
  return last as Walked;
}

const noTitles: ReadonlySet<string> = new Set();

/** `levels:` of the front matter: ids, or maps with `id`, `title` and `rubric`, from the lowest (FORMATS V1). */
function declaredLevels(written: unknown): Level[] {
  const list = typeof written === 'string' ? written.split(',') : Array.isArray(written) ? written : [];
  return list.flatMap((one: unknown): Level[] => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [levelOf(one.trim(), null, null)];
    if (typeof one !== 'object' || one === null) return [];
    const { id, title, rubric } = one as { readonly [key: string]: unknown };
    const name = typeof id === 'string' ? id : title;
    if (typeof name !== 'string' || name === '') return [];
    return [levelOf(name, typeof title === 'string' ? title : null, typeof rubric === 'string' ? rubric : null)];
  });
}

function levelOf(id: string, title: string | null, rubric: string | null): Level {
  const clean = id.toLowerCase().replace(/\s+/g, '-');
  return { id: levelNamed(id) ?? clean, title: title ?? capitalised(id), rubric };
}

const capitalised = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** Declared levels with the rubric's words; without declared ones, the levels that the rubric names. */
function withRubric(declared: readonly Level[], rubric: ReadonlyMap<string, string>): Level[] {
  if (declared.length > 0)
    return declared.map((level) => ({ ...level, rubric: level.rubric ?? rubric.get(level.id) ?? null }));
  return usualLevels
    .filter((id) => rubric.has(id))
    .map((id) => ({ id, title: capitalised(id), rubric: rubric.get(id) ?? null }));
}

function dissolve(holder: Part, part: Part): void {
  refill(
    holder,
    holder.children.flatMap((child) => (child === part ? part.children : [child])),
  );
}

/** One by one: as arguments of one call, the children of a long note would not fit on the stack. */
function refill(holder: Part, children: readonly Child[]): void {
  holder.children.length = 0;
  for (const child of children) holder.children.push(child);
}

/** Sections under a heading that says "contents" are the course itself (FORMATS S4). */
function dissolveContents(holder: Part): void {
  const children: Child[] = [];
  for (const child of holder.children) {
    children.push(child);
    if (child.kind !== 'part') continue;
    dissolveContents(child);
    if (child.role !== 'contents') continue;
    const own = child.children.filter((one) => one.kind !== 'part' && one.kind !== 'entry');
    if (own.length === child.children.length) continue;
    for (const one of child.children) if (one.kind === 'part' || one.kind === 'entry') children.push(one);
    refill(child, own);
  }
  if (children.length > holder.children.length) refill(holder, children);
}
