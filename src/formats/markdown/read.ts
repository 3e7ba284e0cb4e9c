// MarkdownRoadmap: a Markdown note read the way its author would read it (FORMATS §§2–6).
import { type Diagnostic, diagnostic } from '../../errors.ts';
import {
  type Draft,
  type DraftSection,
  type DraftTopic,
  draftProject,
  draftRoadmap,
  draftSection,
  draftTopic,
} from '../../model/draft.ts';
import { levelHeading, levelNamed, usualLevels } from '../../model/level-words.ts';
import type { Level, Link, Status } from '../../model/roadmap.ts';
import { pattern } from '../../text/pattern.ts';
import type { Source } from '../../text/source.ts';
import {
  type ContentsEntry,
  contentsLink,
  contentsOf,
  coveringContents,
  isRoleEntry,
  leafHeadings,
} from './contents.ts';
import { brokenLink, linksIn, onlyLink, readable } from './inline.ts';
import { type Line, scanLines } from './lines.ts';
import { splitNumber } from './numbering.ts';
import { type Child, type Item, outlineOf, type Part, type Table } from './outline.ts';
import { coversOnlyItsOwnText } from './roles.ts';
import { type ProjectColumn, projectColumns, type Row, rowsOf, statusColumn, statusOfCell } from './tables.ts';
import { completionDay, fieldValue, readItem, type TaskLine } from './task-line.ts';
import { titleOf } from './title.ts';

/** What gives the topics of a note: the first of these that yields any (FORMATS §4, precedence). */
type Yield = 'tasks' | 'tables' | 'contents' | 'bullets' | 'headings' | 'nothing';

export interface MarkdownNote {
  readonly source: Source;
  /** Offset behind the front matter; 0 where there is none. */
  readonly bodyStart: number;
  /** Plain data of the front matter; empty where there is none. */
  readonly frontMatter: { readonly [key: string]: unknown };
  /** Name of the file without its extension: the last resort for a title. */
  readonly name: string;
}

export function readMarkdown(note: MarkdownNote): Draft {
  return new Reader(note).read();
}

/** How the reader stands towards what it meets: inherited from section to section. */
interface Stance {
  /** Nothing here is a topic but task lines (FORMATS S4). */
  readonly silent: boolean;
  /** Bullets are topics although the note has task lines (FORMATS T2); the lines that get their boxes together (D6). */
  readonly promoted: number[] | null;
  /** The section counts on in a series in which others have boxes: its own typographic bullets are topics (FORMATS T2). */
  readonly inSeries: boolean;
}

class Reader {
  private readonly text: string;
  private readonly note: MarkdownNote;
  private readonly root: Part;
  private readonly hasTasks: boolean;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly projects: DraftTopic[] = [];
  private readonly prerequisites: string[] = [];
  private readonly resources: Link[] = [];
  private readonly related: string[] = [];
  private readonly rubric = new Map<string, string>();
  private readonly boxGroups: number[][] = [];
  private from: Yield = 'nothing';
  private domains: ReadonlySet<Part> | null = null;

  constructor(note: MarkdownNote) {
    this.note = note;
    this.text = note.source.text;
    const lines = scanLines(note.source, note.bodyStart);
    this.hasTasks = lines.some((line) => line.kind === 'task');
    this.root = outlineOf(note.source, lines);
  }

  read(): Draft {
    const { frontMatter, name } = this.note;
    const written = typeof frontMatter.title === 'string' ? frontMatter.title : null;
    const title = titleOf(this.text, this.root, written, name);
    if (title.heading) dissolve(this.root, title.heading);
    dissolveContents(this.root);

    const roadmap = draftRoadmap(title.title, 'markdown');
    const leaves = leafHeadings(this.root);
    const contents = this.hasTasks ? [] : contentsOf(this.text, this.root);
    this.domains = this.hasTasks ? null : domainsOf(this.root);
    for (const from of this.order(contents, leaves)) {
      this.from = from;
      roadmap.children = from === 'contents' ? this.fromContents(contents, leaves) : this.childrenOf(this.root);
      if (roadmap.children.length > 0) break;
    }
    if (roadmap.children.length === 0) {
      this.from = 'nothing';
      this.diagnostics.push(
        diagnostic(
          'no-topics',
          'warning',
          { line: 0, column: 0 },
          { reason: this.root.children.length === 0 ? 'empty' : 'prose' },
        ),
      );
    }
    if (typeof frontMatter.id === 'string' && frontMatter.id !== '') roadmap.id = frontMatter.id;
    if (typeof frontMatter.description === 'string') roadmap.description = frontMatter.description;
    roadmap.hasTaskLines = this.hasTasks;
    roadmap.projects = this.projects;
    roadmap.prerequisites = this.prerequisites;
    roadmap.resources = this.resources;
    roadmap.related = this.related;
    roadmap.levels = this.declaredLevels();
    roadmap.boxGroups = this.boxGroups;
    roadmap.diagnostics = this.diagnostics;
    return roadmap;
  }

  private order(contents: readonly ContentsEntry[], leaves: readonly Part[]): Yield[] {
    if (this.hasTasks) return ['tasks'];
    return coveringContents(contents, leaves)
      ? ['tables', 'contents', 'bullets', 'headings']
      : ['tables', 'bullets', 'headings'];
  }

  // ---- sections

  private childrenOf(root: Part): (DraftSection | DraftTopic)[] {
    // A source that yielded nothing is followed by the next: what it kept aside must not be kept twice.
    for (const list of [
      this.diagnostics,
      this.projects,
      this.prerequisites,
      this.resources,
      this.related,
      this.boxGroups,
    ])
      list.length = 0;
    this.rubric.clear();
    const holder = draftSection('', 0);
    this.fill(holder, root, { silent: this.domains !== null, promoted: null, inSeries: false });
    return holder.children;
  }

  private fill(section: DraftSection, part: Part, stance: Stance): void {
    const series = this.hasTasks ? boxedSeries(part) : null;
    const notes: string[] = [];
    for (const child of part.children) {
      switch (child.kind) {
        case 'part':
          this.takePart(section, child, stance, series);
          break;
        case 'item':
          this.takeItem(child, section, null, stance, notes);
          break;
        case 'entry':
          if (this.from === 'bullets' && !stance.silent)
            section.children.push(this.entryTopic(child.title, child.number, child.line));
          else if (stance.promoted !== null) notes.push(child.title);
          break;
        case 'table':
          this.takeTable(child, section, part, stance);
          break;
        case 'prose':
          notes.push(readable(this.slice(child.line)));
      }
    }
    section.notes = notes.filter((note) => note !== '');
    if (this.from === 'bullets') settleThemeMarks(section);
  }

  private takePart(holder: DraftSection, part: Part, above: Stance, series: ReadonlySet<Part> | null): void {
    const section = draftSection(titleText(part), part.line);
    section.number = part.number;
    const level = levelHeading(part.title);
    if (level !== null) {
      section.level = level;
      section.levelSource = 'explicit';
    }
    const inSeries = series?.has(part) ?? false;
    const inDomain = this.domains?.has(part) ?? false;
    if (inDomain) {
      const weight = weightOf(part.title);
      section.weight = weight?.weight ?? null;
      section.title = weight?.title ?? section.title;
    }
    let promoted = above.promoted;
    if (inSeries && promoted === null && !hasBox(part)) {
      promoted = [];
      this.boxGroups.push(promoted);
    }
    const silent = inDomain ? false : above.silent || part.role !== null;
    const stance: Stance = { silent, promoted, inSeries };
    const isRubric = part.role === 'rubric' || this.isRubric(part);
    if (part.role !== null || isRubric) this.keepAside(part, isRubric);
    if (part.role !== null && coversOnlyItsOwnText(part.role) && !above.silent) {
      // Its own lines are silent, the sections below it are not.
      const own = { ...part, children: part.children.filter((child) => child.kind !== 'part') };
      const below = { ...part, children: part.children.filter((child) => child.kind === 'part') };
      this.fill(section, own, stance);
      this.fill(section, below, { ...stance, silent: above.silent });
    } else this.fill(section, part, isRubric ? { ...stance, silent: true } : stance);
    const leaf = this.from === 'headings' && part.opener === 'heading' && !silent && section.children.length === 0;
    if (leaf) holder.children.push(this.headingTopic(part, section));
    else if (section.children.length > 0) holder.children.push(section);
  }

  // ---- topics

  /** Makes a topic of an item, or a note of what it stands under; its children follow it. */
  private takeItem(
    item: Item,
    section: DraftSection,
    holder: DraftTopic | null,
    stance: Stance,
    notes: string[],
  ): void {
    const { line } = item;
    const target = holder?.topics ?? section.children;
    const raw = this.slice(line);
    let topic: DraftTopic | null = null;
    if (line.kind === 'task') topic = this.taskTopic(line);
    else if (this.from === 'tasks') {
      const typographic =
        stance.inSeries && line.head?.marker === 'typographic' && holder === null && line.indent === 0;
      if ((stance.promoted !== null || typographic) && line.quote === 0 && !stance.silent) {
        topic = this.taskTopic(line);
        topic.place = 'bullet';
        this.boxGroup(stance, section).push(line.line);
      }
    } else if (
      this.from === 'bullets' &&
      !stance.silent &&
      line.quote === 0 &&
      contentsLink(this.text, item) === null
    ) {
      const link = onlyLink(raw);
      if (link !== null && holder !== null && !endsInColon(holder)) {
        holder.links = [...holder.links, link.target];
        notes.push(readable(raw));
        return;
      }
      if (raw.trim() !== '') topic = this.taskTopic(line);
    }
    if (topic === null) {
      const note = readable(raw);
      if (note !== '') notes.push(note);
      for (const link of linksIn(raw)) if (holder) holder.links = [...holder.links, link];
      for (const child of item.children) this.takeItem(child, section, holder, stance, notes);
      return;
    }
    target.push(topic);
    const own: string[] = item.notes.map((one) => readable(this.slice(one))).filter((one) => one !== '');
    for (const child of item.children) this.takeItem(child, section, topic, stance, own);
    if (own.length > 0) topic.notes = own;
    for (const one of item.notes) {
      const links = linksIn(this.slice(one));
      if (links.length > 0) topic.links = [...topic.links, ...links];
    }
  }

  /** D6: the lines that get a box together. A typographic bullet beside boxes forms a group with its section's others. */
  private boxGroup(stance: Stance, section: DraftSection): number[] {
    if (stance.promoted !== null) return stance.promoted;
    const known = this.looseGroups.get(section);
    if (known) return known;
    const group: number[] = [];
    this.looseGroups.set(section, group);
    this.boxGroups.push(group);
    return group;
  }
  private readonly looseGroups = new Map<DraftSection, number[]>();

  private taskTopic(line: Line): DraftTopic {
    const item = readItem(this.text, line.head as NonNullable<Line['head']>, line.end);
    const status: Status = item.status ?? 'todo';
    const { number, title } = topicTitle(item.title);
    const topic = draftTopic(title, line.line, status, item.status === null ? 'none' : 'task');
    topic.number = number;
    const raw = item.title;
    if (raw.includes('](') || raw.includes('://') || raw.includes('[[')) {
      topic.links = linksIn(raw);
      this.noteBrokenLink(line);
    }
    if (item.fields.length > 0 || item.tags.length > 0 || item.block !== null) this.takeFields(topic, item, line);
    return topic;
  }

  private takeFields(topic: DraftTopic, item: TaskLine, line: Line): void {
    const days = item.fields.filter((field) => field.name === 'completion');
    if (days.length > 0) {
      const day = completionDay(item.fields);
      if (topic.status === 'done') topic.completedOn = day;
      const first = days[0] as (typeof days)[number];
      const place = { line: line.line, column: first.span.start - line.start + 1, span: first.span };
      if (day === null) this.diagnostics.push(diagnostic('invalid-date', 'warning', place, { date: first.value }));
      if (days.length > 1)
        this.diagnostics.push(diagnostic('two-done-dates', 'warning', place, { dates: days.map((one) => one.value) }));
    }
    const id = fieldValue(item.fields, 'id') ?? item.block?.name ?? null;
    if (id !== null) {
      topic.id = id;
      topic.idWritten = true;
    }
    const needs = fieldValue(item.fields, 'dependsOn');
    if (needs !== null) topic.needs = needs.split(/\s*,\s*/).filter(Boolean);
    topic.tags = item.tags.filter((tag) => tagLevel(tag) === null);
    const named = fieldValue(item.fields, 'level');
    const level = named === null ? (item.tags.map(tagLevel).find((one) => one !== null) ?? null) : levelNamed(named);
    if (level !== null) {
      topic.level = level;
      topic.levelSource = 'explicit';
    } else if (named !== null) {
      const at = item.fields.find((field) => field.name === 'level') as (typeof days)[number];
      this.diagnostics.push(
        diagnostic(
          'unknown-level',
          'warning',
          { line: line.line, column: at.span.start - line.start + 1, span: at.span },
          { level: named },
        ),
      );
    }
  }

  private entryTopic(title: string, number: string, line: number): DraftTopic {
    const topic = draftTopic(title, line);
    topic.number = number;
    return topic;
  }

  private headingTopic(part: Part, section: DraftSection): DraftTopic {
    const topic = draftTopic(section.title, part.line);
    topic.number = part.number;
    topic.level = section.level;
    topic.levelSource = section.levelSource;
    topic.notes = section.notes;
    topic.links = linksIn(part.raw);
    return topic;
  }

  /** T4: the leaves of the author's own contents; entries with entries below are sections. */
  private fromContents(entries: readonly ContentsEntry[], leaves: readonly Part[]): (DraftSection | DraftTopic)[] {
    const lineOf = new Map(leaves.map((leaf) => [leaf.title.toLowerCase(), leaf.line]));
    const build = (entry: ContentsEntry): (DraftSection | DraftTopic)[] => {
      if (isRoleEntry(entry)) return [];
      const { number, title } = topicTitle(entry.title);
      if (entry.children.length === 0) {
        const topic = draftTopic(title, lineOf.get(title.toLowerCase()) ?? entry.item.line.line);
        topic.number = number;
        return [topic];
      }
      const section = draftSection(title, entry.item.line.line);
      section.number = number;
      section.children = entry.children.flatMap(build);
      return section.children.length > 0 ? [section] : [];
    };
    // One entry that holds all others is the title of the note.
    const [only] = entries;
    this.childrenOf(this.root);
    return entries.length === 1 && only !== undefined && only.children.length > 0
      ? only.children.flatMap(build)
      : entries.flatMap(build);
  }

  // ---- tables

  private takeTable(table: Table, section: DraftSection, part: Part, stance: Stance): void {
    const rows = rowsOf(this.text, table);
    if (rows === null) return;
    const columns = projectColumns(rows.head);
    if (columns !== null) {
      for (const row of rows.body) this.takeProject(row, columns);
      return;
    }
    if (part.role === 'related') for (const row of rows.body) this.related.push(readable(row.cells[0]?.text ?? ''));
    const status = statusColumn(rows.head);
    if (this.from !== 'tables' || stance.silent || status < 0) return;
    const title = rows.head.cells.findIndex(
      (cell, index) => index !== status && !/^(?:#|№|no\.?|id|n)$/i.test(cell.text.trim()),
    );
    for (const row of rows.body) {
      const cell = row.cells[title];
      if (cell === undefined || readable(cell.text) === '') continue;
      const split = topicTitle(readable(cell.text));
      const topic = draftTopic(split.title, row.line.line, statusOfCell(row.cells[status]?.text ?? ''));
      topic.number = split.number;
      topic.links = linksIn(this.text.slice(row.line.content, row.line.contentEnd));
      section.children.push(topic);
    }
  }

  private takeProject(row: Row, columns: ReadonlyMap<ProjectColumn, number>): void {
    const cell = (name: ProjectColumn): string => row.cells[columns.get(name) ?? -1]?.text ?? '';
    const title = readable(cell('name'));
    if (title === '') return;
    const list = (text: string): string[] =>
      text
        .split(/\s*[,;]\s*|<br\s*\/?>/)
        .map(readable)
        .filter(Boolean);
    const project = draftProject(title, row.line.line, {
      goal: readable(cell('description')) || null,
      criterion: readable(cell('criterion')) || null,
      proves: [],
      stack: list(cell('technologies')),
    });
    const level = levelNamed(readable(cell('level')));
    if (level !== null) {
      project.level = level;
      project.levelSource = 'explicit';
    }
    project.links = linksIn(cell('links'));
    this.projects.push(project);
    for (const one of row.cells) {
      const broken = brokenLink(one.text);
      if (broken === null) continue;
      const start = one.start + broken.index;
      const place = {
        line: row.line.line,
        column: start - row.line.start + 1,
        span: { start, end: start + broken.text.length },
      };
      this.diagnostics.push(diagnostic('broken-link', 'warning', place, { text: broken.text }));
    }
  }

  // ---- what is kept beside the topics

  private keepAside(part: Part, isRubric: boolean): void {
    for (const child of part.children) {
      if (child.kind === 'item') this.keepItem(part, child, isRubric);
      else if (child.kind === 'prose' && part.role === 'resources') this.keepLinks(this.slice(child.line));
    }
  }

  private keepItem(part: Part, item: Item, isRubric: boolean): void {
    const raw = this.slice(item.line);
    if (item.line.kind === 'task') return;
    if (isRubric) {
      const entry = rubricEntry(raw);
      if (entry !== null) this.rubric.set(entry.level, entry.text);
    } else if (part.role === 'prerequisites') this.prerequisites.push(readable(raw));
    else if (part.role === 'related') this.related.push(readable(raw));
    else if (part.role === 'resources') this.keepLinks(raw);
    for (const child of item.children) this.keepItem(part, child, isRubric);
  }

  private keepLinks(raw: string): void {
    const link = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^()\s]*)\)/.exec(raw);
    const url = link?.[2] ?? linksIn(raw)[0];
    if (url !== undefined && !url.startsWith('#'))
      this.resources.push({ title: link ? readable(link[1] as string) : readable(raw), url, kind: null });
  }

  /** Three or more items that each open with a level word in bold are a rubric, whatever the section is called. */
  private isRubric(part: Part): boolean {
    const items = part.children.filter((child): child is Item => child.kind === 'item' && child.line.kind === 'bullet');
    const levels = items.filter(
      (item) => /^\*\*|^__/.test(this.slice(item.line)) && rubricEntry(this.slice(item.line)) !== null,
    );
    return levels.length >= 3 && levels.length === items.length;
  }

  private declaredLevels(): Level[] {
    if (this.rubric.size === 0) return [];
    return usualLevels
      .filter((id) => this.rubric.has(id))
      .map((id) => ({ id, title: levelTitle(id), rubric: this.rubric.get(id) ?? null }));
  }

  private noteBrokenLink(line: Line): void {
    const broken = brokenLink(this.text.slice(line.start, line.end));
    if (broken === null) return;
    const start = line.start + broken.index;
    const place = { line: line.line, column: broken.index + 1, span: { start, end: start + broken.text.length } };
    this.diagnostics.push(diagnostic('broken-link', 'warning', place, { text: broken.text }));
  }

  private slice(line: Line): string {
    return this.text.slice(line.content, line.contentEnd);
  }
}

const rubricLine = pattern(String.raw`^(?:\*\*|__)?([\p{L}\d]+)(?:\*\*|__)?\s*[:：–—-]\s*(?:\*\*|__)?\s*(.+)$`, 'u');

/** `junior` → `Junior`. */
function levelTitle(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

function tagLevel(tag: string): string | null {
  return tag.length > 2 ? levelNamed(tag.replace(/^level[/-]/i, '')) : null;
}

/** `4.2 Title` on a topic: a dotted or marked number is the author's; `Day 1: Title` and `10 exercises` are titles. */
function topicTitle(raw: string): { number: string | null; title: string } {
  const title = readable(raw);
  const split = splitNumber(title);
  return split.form === 'marked' && split.title !== ''
    ? { number: split.number, title: split.title }
    : { number: null, title };
}

/** A section named by a word and a number (`Week 3: Routing`) keeps both: the number alone would not say what it counts. */
function titleText(part: Part): string {
  const { form } = splitNumber(part.written);
  return form === 'word' ? part.written.replace(/\s*[:：]$/, '') : part.title;
}

function endsInColon(topic: DraftTopic): boolean {
  return typeof topic.title === 'string' && /[:：]\s*$/.test(topic.title);
}

function rubricEntry(raw: string): { level: string; text: string } | null {
  const match = rubricLine().exec(raw.trim());
  const level = match === null ? null : levelNamed(match[1] as string);
  return level === null ? null : { level, text: readable((match as RegExpExecArray)[2] as string) };
}

function dissolve(holder: Part, part: Part): void {
  const at = holder.children.indexOf(part);
  if (at >= 0) holder.children.splice(at, 1, ...part.children);
}

/** Sections under a heading that says "contents" are the course itself (FORMATS S4). */
function dissolveContents(holder: Part): void {
  for (const child of [...holder.children]) {
    if (child.kind !== 'part') continue;
    dissolveContents(child);
    if (child.role !== 'contents') continue;
    const below = child.children.filter((one) => one.kind === 'part' || one.kind === 'entry');
    if (below.length === 0) continue;
    holder.children.splice(holder.children.indexOf(child) + 1, 0, ...below);
    child.children.splice(
      0,
      child.children.length,
      ...child.children.filter((one) => one.kind !== 'part' && one.kind !== 'entry'),
    );
  }
}

function hasBox(part: Part): boolean {
  const inItem = (item: Item): boolean => item.line.kind === 'task' || item.children.some(inItem);
  return part.children.some((child) =>
    child.kind === 'item' ? inItem(child) : child.kind === 'part' && hasBox(child),
  );
}

/** The numbered sections directly below that form one count with at least one section that has boxes (FORMATS T2). */
function boxedSeries(holder: Part): ReadonlySet<Part> {
  const series = new Set<Part>();
  const numbered = holder.children.filter(
    (child): child is Part => child.kind === 'part' && child.number !== null && child.role === null,
  );
  let run: Part[] = [];
  const close = () => {
    if (run.length > 1 && run.some(hasBox)) for (const part of run) series.add(part);
    run = [];
  };
  for (const part of numbered) {
    const before = run[run.length - 1];
    const counts =
      before !== undefined &&
      before.opener === part.opener &&
      before.depth === part.depth &&
      isNext(before.number as string, part.number as string);
    if (!counts) close();
    run.push(part);
  }
  close();
  return series;
}

function isNext(a: string, b: string): boolean {
  const cut = (number: string): [string, number] => [
    number.slice(0, number.lastIndexOf('.') + 1),
    Number(number.slice(number.lastIndexOf('.') + 1)),
  ];
  const [prefixA, lastA] = cut(a);
  const [prefixB, lastB] = cut(b);
  return prefixA === prefixB && lastB === lastA + 1;
}

const percent = /\s*[([–—:-]*\s*(\d{1,3})\s?%\s*[)\]]?\s*$/;

function weightOf(title: string): { weight: number; title: string } | null {
  const match = percent.exec(title);
  return match && Number(match[1]) <= 100
    ? { weight: Number(match[1]), title: title.slice(0, match.index).trim() || title }
    : null;
}

/** Three or more sections with a percentage in their title are the domains of an exam, and nothing else is studied (FORMATS T3). */
function domainsOf(root: Part): ReadonlySet<Part> | null {
  const found = new Set<Part>();
  const visit = (children: readonly Child[]) => {
    for (const child of children)
      if (child.kind === 'part') {
        if (weightOf(child.title) !== null && child.role === null) found.add(child);
        else visit(child.children);
      }
  };
  visit(root.children);
  return found.size >= 3 ? found : null;
}

/** A ✅ behind a title means done only where some topics of the section lack it; else it is decoration (FORMATS T6). */
function settleThemeMarks(section: DraftSection): void {
  const topics = section.children.filter((child): child is DraftTopic => child.kind === 'topic');
  const mark = /\s*(?:✅|✔️?|:white_check_mark:|:heavy_check_mark:)\s*$/u;
  const marked = topics.filter((topic) => mark.test(topic.title as string));
  const decoration = marked.length === topics.length;
  for (const topic of marked) {
    topic.title = (topic.title as string).replace(mark, '');
    if (!decoration) topic.status = 'done';
  }
}
