// OutlineWalk: decides what each list item becomes for one source of topics, without making any (FORMATS, Topics).
import type { Diagnostic } from '../../../errors.ts';
import { type DraftSection, type DraftTopic, draftSection, giveLevel } from '../../../model/draft.ts';
import { once } from '../../../text/word-table.ts';
import type { ProjectColumn } from '../../words/columns.ts';
import type { Explained } from '../../words/marks.ts';
import { KeptAside } from '../outline/aside.ts';
import type { Outline } from '../outline/build-outline.ts';
import { domainsOf, weightOf } from '../outline/domains.ts';
import { legendOf } from '../outline/legend.ts';
import { appended, type Block, type Part, type Rows, type Table, withoutColon } from '../outline/part.ts';
import { isRoleLinks, leadsToPage } from '../outline/role-links.ts';
import { itemLine, place, type Run } from '../outline/run.ts';
import { coversOnlyItsOwnText } from '../outline/section-roles.ts';
import { boxedSeries } from '../outline/series.ts';
import { isReferenceMark } from '../syntax/box-mark.ts';
import { isEmptyItem, onlyLink, readable } from '../syntax/inline.ts';
import { kind } from '../syntax/lines.ts';
import { type ItemHead, markers } from '../syntax/list-item.ts';
import { projectColumns, rowsOf } from '../syntax/tables.ts';
import { hasWords, readItem } from '../syntax/task-line.ts';
import { bareBox, isMarked, isSloppyBox } from './bare-boxes.ts';
import { isContentsLink } from './contents.ts';
import { keywordTask } from './keyword-tasks.ts';
import { hasNoItems, isLinkLine } from './link-paragraphs.ts';
import type { NoteFacts } from './note-facts.ts';
import { projectsOf } from './projects.ts';
import {
  isPlanTable,
  matrixColumns,
  matrixSections,
  repeatsSections,
  rowTopics,
  showsProgress,
  statusOf,
} from './row-topics.ts';
import { comesBeforeSections, listsSections, sectionsByTitle } from './section-lists.ts';
import type { StatedLines } from './status-lines.ts';
import { entryTopic, partTopic, type Reading } from './topic-draft.ts';
import { topicTitle } from './topic-title.ts';

/** What gives topics in a walk. */
export type Taken = 'tasks' | 'boxes' | 'keywords' | 'stated' | 'tables' | 'bullets' | 'plans' | 'headings' | 'nothing';

const stateful: ReadonlySet<Taken> = new Set(['tasks', 'boxes', 'keywords', 'stated', 'tables']);

/** What a list item becomes; what is below a resource becomes nothing. */
export const became = { nothing: 0, topic: 1, note: 2, resource: 3, links: 4 } as const;

/** Topics and sections that were made already, and what was found doing so. */
export interface Made {
  readonly kind: 'made';
  readonly children: readonly (DraftSection | DraftTopic)[];
  readonly found: readonly Diagnostic[];
}

/** A section with what is in it, in the order in which it gives topics; strings are notes of the section. */
export interface WalkedSection {
  readonly kind: 'walked';
  readonly part: Part;
  readonly section: DraftSection;
  steps: (Run | WalkedSection | Made | string)[];
  /** A heading that is a topic where nothing below it is one. */
  readonly isLeaf: boolean;
  readonly keepsNotes: boolean;
}

/** The whole note as a source of topics sees it. */
export interface Walked {
  readonly outline: Outline;
  readonly taken: Taken;
  readonly root: WalkedSection;
  /** By row, a value of `became`. */
  readonly became: Uint8Array;
  /** By row, the nearest item at or above that is a topic; -1 for none. */
  readonly holder: Int32Array;
  /** How many items become topics. */
  readonly count: number;
  /** The states of items and headings that have a line for it. */
  readonly stated: StatedLines;
  readonly explained: Explained;
  readonly projects: readonly DraftTopic[];
  readonly aside: KeptAside;
  /** Lines that get their boxes together (FORMATS D6). */
  readonly boxGroups: readonly (readonly number[])[];
}

/** The row of the nearest topic that an item is below; -1 for none. */
export function topicAbove({ outline, holder }: Pick<Walked, 'outline' | 'holder'>, row: number): number {
  const above = outline.parent[row] as number;
  return above < 0 ? -1 : (holder[above] as number);
}

/** What holds for the lines of a section, inherited from section to section. */
interface Scope {
  /** Nothing here is a topic but task lines (FORMATS S4). */
  readonly silent: boolean;
  /** Bullets are topics although the note has task lines (FORMATS T2); the lines that get their boxes together (D6). */
  readonly promoted: number[] | null;
  /** The section counts on in a series in which others have boxes: its own typographic bullets are topics (FORMATS T2, D6). */
  readonly loose: number[] | null;
}

export function walkOutline(outline: Outline, taken: Taken, facts: NoteFacts): Walked {
  return new OutlineWalk(outline, taken, facts).walk();
}

class OutlineWalk {
  private readonly outline: Outline;
  private readonly taken: Taken;
  private readonly facts: NoteFacts;
  private readonly domains: ReadonlySet<Part> | null;
  private readonly stated: StatedLines;
  private readonly text: string;
  private readonly became: Uint8Array;
  private readonly holder: Int32Array;
  private readonly projects: DraftTopic[] = [];
  private readonly boxGroups: number[][] = [];
  private readonly aside: KeptAside;
  /** Rows of paragraphs that are only links, in sections without bullets. */
  private readonly links: number[] = [];
  private readonly sections = once(() => sectionsByTitle(this.outline.root));
  private count = 0;

  constructor(outline: Outline, taken: Taken, facts: NoteFacts) {
    const { lines } = outline;
    this.outline = outline;
    this.taken = taken;
    this.facts = facts;
    // Where there are states, what has one is studied, wherever it is; and where units hold no items, few items say nothing of the course.
    const isAny = facts.hasTasks || stateful.has(taken) || (taken === 'headings' && facts.areUnits());
    this.domains = isAny ? null : domainsOf(outline.root, facts.plans().size > 0);
    this.stated = taken === 'stated' ? facts.stated() : new Map();
    this.text = lines.source.text;
    this.became = new Uint8Array(lines.length);
    this.holder = new Int32Array(lines.length).fill(-1);
    this.aside = new KeptAside(this.text, facts.names);
  }

  walk(): Walked {
    const part = this.outline.root;
    const root = walkedSection(part, draftSection('', 0));
    this.fill(root, part.blocks, { silent: this.domains !== null, promoted: null, loose: null });
    this.takeLinks();
    const { outline, taken, became, holder, count, projects, aside, boxGroups } = this;
    const { stated } = this;
    const { explained } = this.facts;
    return { outline, taken, root, became, holder, count, stated, explained, projects, aside, boxGroups };
  }

  private fill(walked: WalkedSection, blocks: readonly Block[], scope: Scope): void {
    const { part } = walked;
    const series = this.taken === 'tasks' ? boxedSeries(part) : null;
    this.findLinks(part, scope);
    const mayExplain = (this.taken === 'bullets' || this.taken === 'boxes') && this.count === 0;
    const legend = mayExplain ? legendOf(this.text, part) : noLegend;
    for (const block of blocks) {
      switch (block.kind) {
        case 'part':
          this.takePart(walked, block, scope, series);
          break;
        case 'run':
          walked.steps = appended(walked.steps, block);
          this.takeRun(block, this.isAboutNote(block, part) ? { ...scope, silent: true } : scope, legend);
          break;
        case 'entry':
          if (this.taken === 'bullets' && !scope.silent) walked.steps.push(made([entryTopic(block)]));
          else if (scope.promoted !== null) walked.steps.push(block.title);
          break;
        case 'table':
          this.takeTable(walked, block, scope);
      }
    }
  }

  private takePart(holder: WalkedSection, part: Part, above: Scope, series: ReadonlySet<Part> | null): void {
    const { role } = part;
    const inDomain = this.domains?.has(part) ?? false;
    const inSeries = series?.has(part) ?? false;
    let { promoted } = above;
    if (inSeries && promoted === null && !part.hasBox()) {
      promoted = [];
      this.boxGroups.push(promoted);
    }
    const isRubric = role === 'rubric' || this.aside.isRubric(part);
    if (role !== null || isRubric) this.aside.keep(part, isRubric);
    const silent = inDomain ? false : above.silent || role !== null;
    const ownTextOnly = role !== null && coversOnlyItsOwnText(role) && !above.silent;
    const isHeading = this.taken === 'headings' && part.opener === 'heading' && !silent;
    // `- ### Title` is an item that looks like a heading, where nothing is listed below it.
    const isItem = this.taken === 'bullets' && part.opener === 'heading' && part.indent >= 0 && !silent;
    const isLeaf = isHeading || isItem || this.stated.has(part.line);
    const walked = walkedSection(part, this.sectionOf(part, inDomain), isLeaf, !ownTextOnly);
    const task = this.taken === 'keywords' && part.indent >= 0 && !silent ? keywordTask(part.raw) : null;
    if (task !== null) {
      walked.section.title = readable(task.title);
      walked.steps.push(made([partTopic(part, task)]));
    }
    const scope: Scope = {
      silent: silent || (isRubric && !ownTextOnly),
      promoted,
      loose: inSeries ? [] : null,
    };
    if (ownTextOnly) {
      // Its own lines are silent, the sections below it are not.
      const isPart = (block: Block): boolean => block.kind === 'part';
      this.fill(
        walked,
        part.blocks.filter((block) => !isPart(block)),
        scope,
      );
      this.fill(walked, part.blocks.filter(isPart), { ...scope, silent: above.silent });
    } else this.fill(walked, part.blocks, scope);
    holder.steps.push(walked);
  }

  private sectionOf(part: Part, inDomain: boolean): DraftSection {
    const section = draftSection(titleText(part), part.line);
    section.number = part.number;
    giveLevel(section, this.facts.names.heading(part.title));
    if (inDomain) {
      const weight = weightOf(part.title);
      section.weight = weight?.weight ?? null;
      section.title = weight?.title ?? section.title;
    }
    return section;
  }

  /** T3: items before the first sections, and those that list them. */
  private isAboutNote(run: Run, part: Part): boolean {
    if (this.taken !== 'bullets') return false;
    // In a text of plain lines those before the first that was made a heading are items as well.
    const hasHeadings = this.facts.lines.has(kind.heading);
    const isFirst = hasHeadings && part === this.outline.root && comesBeforeSections(run, part);
    return isFirst || listsSections(this.text, run, part, this.sections());
  }

  private takeRun({ from, to }: Run, scope: Scope, legend: ReadonlySet<number>): void {
    const { outline, holder, became: decided } = this;
    const walked = { outline, holder };
    const { lines, place: places } = outline;
    for (let row = from; row < to; row++) {
      if (places[row] !== place.item) continue;
      const topic = topicAbove(walked, row);
      let what: number = became.note;
      if (lines.kind[row] === kind.task) {
        // A box without a text is no task (FORMATS L2); in a note that is no task list none has any.
        const isTask = this.taken === 'tasks' && this.hasWords(row);
        if (isTask && !(scope.silent && this.isReference(row))) what = became.topic;
      } else if (!legend.has(lines.line[row] as number)) what = this.itemBecomes(row, topic, scope);
      decided[row] = what;
      holder[row] = what === became.topic ? row : topic;
      if (what === became.topic) this.count++;
    }
  }

  private findLinks(part: Part, { silent }: Scope): void {
    const { outline, links } = this;
    const isSection = part.opener !== null || part.parts.length === 0;
    if (this.taken !== 'bullets' || silent || !isSection || !hasNoItems(part)) return;
    const isAlone = this.facts.bullets() === 0;
    for (const block of part.blocks) {
      if (block.kind !== 'run') continue;
      for (let row = block.from; row < block.to; row++) if (isLinkLine(outline, row, isAlone)) links.push(row);
    }
  }

  /** Link paragraphs are topics beside bullets; without any, only where there is nothing else to read (FORMATS T3, T4). */
  private takeLinks(): void {
    if (this.links.length === 0 || (this.count === 0 && !this.facts.leadsOnly)) return;
    for (const row of this.links) {
      this.became[row] = became.topic;
      this.holder[row] = row;
      this.count++;
    }
  }

  /** What an item without a box becomes. */
  private itemBecomes(row: number, topic: number, scope: Scope): number {
    const { lines } = this.outline;
    const isClosed = scope.silent || lines.quote[row] !== 0;
    switch (this.taken) {
      case 'bullets':
        return this.bulletBecomes(row, topic, isClosed, scope);
      case 'boxes':
        return this.isBoxed(lines.textOf(row), isClosed) ? became.topic : became.note;
      case 'keywords':
        return !isClosed && keywordTask(lines.textOf(row)) !== null ? became.topic : became.note;
      case 'stated':
        return this.stated.has(lines.line[row] as number) ? became.topic : became.note;
      case 'tasks':
        if (this.isSloppyBox(row)) return became.topic;
        return !isClosed && this.isPromoted(row, topic, scope) ? became.topic : became.note;
      default:
        return became.note;
    }
  }

  /** A sign such as ✅ may decorate what a role says; a box counts wherever it is, as that of a task line does (FORMATS S4). */
  private isBoxed(raw: string, isClosed: boolean): boolean {
    return isMarked(raw) && (!isClosed || (bareBox(raw, this.text)?.isBox ?? false));
  }

  /** L2: `[x ]`. Few notes of a list of tasks open with a bracket: the others are not cut from the text. */
  private isSloppyBox(row: number): boolean {
    const { lines } = this.outline;
    return this.text[lines.content[row] as number] === '[' && isSloppyBox(lines.textOf(row));
  }

  private hasWords(row: number): boolean {
    const { content, contentEnd } = this.outline.lines;
    return hasWords(this.text, content[row] as number, contentEnd[row] as number);
  }

  /** L3: `- [1] source`. */
  private isReference(row: number): boolean {
    return isReferenceMark(this.text.charCodeAt(this.outline.lines.box[row] as number));
  }

  private bulletBecomes(row: number, topic: number, isClosed: boolean, scope: Scope): number {
    const { lines, parent } = this.outline;
    const above = parent[row] as number;
    if (above >= 0 && (this.became[above] === became.nothing || this.became[above] === became.resource))
      return became.nothing;
    const raw = lines.textOf(row);
    if (!isClosed && topic >= 0 && this.isResource(raw, topic)) return became.resource;
    if (isRoleLinks(raw) && !this.hasItems(row)) {
      if (topic < 0 && !scope.silent) this.aside.keepLinks(raw);
      return became.links;
    }
    if (isClosed || isEmptyItem(raw) || isContentsLink(raw) || !this.hasWords(row)) return became.note;
    return this.holdsPlace(row, raw) ? became.note : became.topic;
  }

  /** T3: `- (nothing yet)`, all of its list. */
  private holdsPlace(row: number, raw: string): boolean {
    const { place: places } = this.outline;
    const isAlone = places[row - 1] !== place.item && places[row + 1] !== place.item;
    return isAlone && /^[(（][^()（）]+[)）]$/.test(raw.trim());
  }

  /** T5: a bullet that is only a link, below a topic that does not end in a colon. */
  private isResource(raw: string, topic: number): boolean {
    const link = onlyLink(raw);
    if (link === null || isContentsLink(raw)) return false;
    const above = this.outline.lines.textOf(topic);
    const isChapter = leadsToPage(raw) && (this.facts.isContents || leadsToPage(above));
    return !endsInColon(this.outline, topic) && !isChapter;
  }

  private hasItems(row: number): boolean {
    const { place: places, parent } = this.outline;
    let next = row + 1;
    while (places[next] === place.note && parent[next] === row) next++;
    return places[next] === place.item && parent[next] === row;
  }

  /** T2: a bullet of a series with boxes; D6: it gets its box together with others of its section. */
  private isPromoted(row: number, topic: number, { promoted, loose }: Scope): boolean {
    const { lines } = this.outline;
    const marker = markers[lines.marker[row] as number];
    const isLoose = marker === 'typographic' && topic < 0 && lines.indent[row] === 0;
    const group = promoted ?? (isLoose ? loose : null);
    // `1.1 Title` under the item `1.` has no marker: no box can be written there.
    if (marker === null || group === null || !this.hasWords(row)) return false;
    if (group.push(lines.line[row] as number) === 1 && promoted === null) this.boxGroups.push(group);
    return true;
  }

  private takeTable(walked: WalkedSection, table: Table, scope: Scope): void {
    const rows = rowsOf(this.text, table);
    if (rows === null) return;
    const columns = projectColumns(rows);
    if (columns !== null) {
      walked.steps.push(this.takeProjects(rows, columns));
      return;
    }
    if (walked.part.role === 'related') for (const row of rows.body) this.aside.keepRow(row);
    if (scope.silent || (this.taken !== 'tables' && this.taken !== 'plans')) return;
    const { facts } = this;
    const plans = facts.plans();
    const levels = matrixColumns(rows.head, facts.names);
    if (levels !== null && (this.taken === 'tables' || plans.size === 0)) {
      // A small matrix beside many bullets is an aside.
      if (this.taken === 'plans' || facts.bullets() <= rows.body.length * levels.size)
        walked.steps.push(made(matrixSections(rows, levels)));
      return;
    }
    const status = statusOf(rows);
    const isPlan = this.taken === 'plans' && plans.has(table);
    const counts =
      this.taken === 'tables'
        ? (showsProgress(rows) || facts.open().has(table)) &&
          !repeatsSections(rows, status, facts.titles(), walked.part)
        : isPlan || (plans.size === 0 && (status >= 0 || isPlanTable(rows)));
    if (counts) walked.steps.push(made(rowTopics(this.reading([]), rows, status, isPlan)));
  }

  private takeProjects(rows: Rows, columns: ReadonlyMap<ProjectColumn, number>): Made {
    const found: Diagnostic[] = [];
    for (const project of projectsOf(this.reading(found), rows, columns)) this.projects.push(project);
    return made([], found);
  }

  private reading(found: Diagnostic[]): Reading {
    return { text: this.text, names: this.facts.names, explained: this.facts.explained, found };
  }
}

const noLegend: ReadonlySet<number> = new Set();

function walkedSection(part: Part, section: DraftSection, isLeaf = false, keepsNotes = true): WalkedSection {
  return { kind: 'walked', part, section, steps: [], isLeaf, keepsNotes };
}

const made = (children: Made['children'], found: Made['found'] = []): Made => ({ kind: 'made', children, found });

/** A section named by a word and a number (`Week 3: Routing`) keeps both: the number alone would not say what it counts. */
function titleText(part: Part): string {
  return part.isCounted ? withoutColon(part.raw, part.written) : part.title;
}

function endsInColon({ lines }: Outline, row: number): boolean {
  const item = readItem(lines.source.text, itemLine(lines, row).head as ItemHead, lines.end[row] as number);
  return /[:：]\s*$/.test(topicTitle(item.title).title);
}
