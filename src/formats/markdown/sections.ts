// SectionReader: walks the outline and makes sections and topics of it, from one source of topics at a time (FORMATS §§3–4).
import type { Diagnostic } from '../../errors.ts';
import { type DraftSection, type DraftTopic, draftSection } from '../../model/draft.ts';
import type { LevelNames } from '../../model/level-words.ts';
import { isReferenceMark } from '../words/marks.ts';
import { KeptAside } from './aside.ts';
import { contentsLink } from './contents.ts';
import { weightOf } from './domains.ts';
import { linksIn, noteOf, onlyLink, readable } from './inline.ts';
import { legendOf } from './legend.ts';
import type { Line } from './lines.ts';
import { splitNumber } from './numbering.ts';
import { type Item, type Part, type Table, withoutColon } from './part.ts';
import { projectsOf } from './projects.ts';
import { isRoleLinks, leadsToPage } from './role-links.ts';
import { coversOnlyItsOwnText } from './roles.ts';
import { isPlanTable, matrixColumns, matrixSections, repeatsSections, rowTopics, statusOf } from './row-topics.ts';
import { boxedSeries, hasBox } from './series.ts';
import { projectColumns, rowsOf } from './tables.ts';
import { settleThemeMarks } from './theme-marks.ts';
import { bulletTopic, entryTopic, headingTopic, itemTopic, keywordTopic, type Reading } from './topics.ts';

/** What gives the topics of a note: the first of these that yields any (FORMATS §4, precedence). */
export type Yield = 'tasks' | 'keywords' | 'tables' | 'contents' | 'bullets' | 'plans' | 'drawn' | 'headings';

/** What a walk is told: the text, the words for its levels, where topics come from, and what is known of the whole note. */
export interface Walk {
  readonly text: string;
  readonly names: LevelNames;
  readonly from: Yield;
  readonly domains: ReadonlySet<Part> | null;
  /** Titles of all sections, for tables that merely repeat them (FORMATS T7). */
  readonly titles: ReadonlySet<string>;
  /** How many bullets the note has: a small matrix beside many of them is an aside. */
  readonly bullets: number;
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

/** One walk over the outline. A source that yields nothing is followed by a fresh reader for the next. */
export class SectionReader {
  readonly found: Diagnostic[] = [];
  readonly projects: DraftTopic[] = [];
  readonly boxGroups: number[][] = [];
  readonly aside: KeptAside;
  private readonly from: Yield;
  private readonly domains: ReadonlySet<Part> | null;
  private readonly titles: ReadonlySet<string>;
  private readonly bullets: number;
  private readonly reading: Reading;
  /** Topics that are pages of a book: links to its files, and nothing else. */
  private readonly pages = new Set<DraftTopic>();
  /** The links of each topic that was given some, so that a topic with thousands is not searched for each. */
  private readonly targets = new Map<DraftTopic, { readonly list: string[]; readonly all: Set<string> }>();
  private sawTopic = false;
  private readonly looseGroups = new Map<DraftSection, number[]>();

  constructor({ text, names, from, domains, titles, bullets }: Walk) {
    this.reading = { text, names, found: this.found, struck: new Set() };
    this.aside = new KeptAside(text, names);
    this.from = from;
    this.domains = domains;
    this.titles = titles;
    this.bullets = bullets;
  }

  /** Sections and root topics in document order. */
  childrenOf(root: Part): (DraftSection | DraftTopic)[] {
    const holder = draftSection('', 0);
    this.fill(holder, root, { silent: this.domains !== null, promoted: null, inSeries: false });
    if (this.takesBullets() || this.from === 'headings') settleThemeMarks(holder.children, this.reading.struck);
    return holder.children;
  }

  private takesBullets(): boolean {
    return this.from === 'bullets' || this.from === 'drawn';
  }

  private fill(section: DraftSection, part: Part, stance: Stance): void {
    const series = this.from === 'tasks' ? boxedSeries(part) : null;
    const notes: string[] = [];
    const legend = this.takesBullets() && !this.sawTopic ? legendOf(this.reading.text, part) : noItems;
    for (const child of part.children) {
      switch (child.kind) {
        case 'part':
          this.takePart(section, child, stance, series);
          break;
        case 'item':
          if (legend.has(child)) notes.push(noteOf(this.slice(child.line)));
          else this.takeItem(child, section, null, stance, notes);
          break;
        case 'entry':
          if (this.takesBullets() && !stance.silent) section.children.push(entryTopic(child));
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
  }

  private takePart(holder: DraftSection, part: Part, above: Stance, series: ReadonlySet<Part> | null): void {
    const section = draftSection(titleText(part), part.line);
    section.number = part.number;
    const level = this.reading.names.heading(part.title);
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
    const isRubric = part.role === 'rubric' || this.aside.isRubric(part);
    if (part.role !== null || isRubric) this.aside.keep(part, isRubric);
    if (part.role !== null && coversOnlyItsOwnText(part.role) && !above.silent) {
      // Its own lines are silent, the sections below it are not.
      const own = { ...part, children: part.children.filter((child) => child.kind !== 'part') };
      const below = { ...part, children: part.children.filter((child) => child.kind === 'part') };
      this.fill(section, own, stance);
      this.fill(section, below, { ...stance, silent: above.silent });
    } else this.fill(section, part, isRubric ? { ...stance, silent: true } : stance);
    const leaf = this.from === 'headings' && part.opener === 'heading' && !silent && section.children.length === 0;
    if (leaf) holder.children.push(headingTopic(part, section));
    else if (section.children.length > 0) holder.children.push(section);
  }

  /** Each target once, in the order of the note. */
  private addLinks(topic: DraftTopic, links: readonly string[]): void {
    if (links.length === 0) return;
    let known = this.targets.get(topic);
    if (known === undefined) {
      const list = [...topic.links];
      known = { list, all: new Set(list) };
      this.targets.set(topic, known);
      topic.links = list;
    }
    for (const link of links) {
      if (known.all.has(link)) continue;
      known.all.add(link);
      known.list.push(link);
    }
  }

  /** Makes a topic of an item, or a note of what it stands under; its children follow it. */
  private takeItem(
    item: Item,
    section: DraftSection,
    holder: DraftTopic | null,
    stance: Stance,
    notes: string[],
  ): void {
    const { line } = item;
    const raw = this.slice(line);
    if (this.isResource(line, raw, holder, stance) && holder !== null) {
      this.addLinks(holder, linksIn(raw));
      const label = noteOf(raw);
      if (label !== '') notes.push(label);
      return;
    }
    if (this.takesBullets() && item.children.length === 0 && line.kind === 'bullet' && isRoleLinks(raw)) {
      if (holder !== null) this.addLinks(holder, linksIn(raw));
      else if (!stance.silent) this.aside.keepLinks(raw);
      return;
    }
    const topic = this.topicOf(item, section, holder, stance);
    if (topic === null) {
      const note = noteOf(raw);
      if (note !== '') notes.push(note);
      if (holder) this.addLinks(holder, linksIn(raw));
      for (const child of item.children) this.takeItem(child, section, holder, stance, notes);
      return;
    }
    (holder?.topics ?? section.children).push(topic);
    this.sawTopic = true;
    if (this.takesBullets() && leadsToPage(raw)) this.pages.add(topic);
    const own: string[] = item.notes.map((one) => noteOf(this.slice(one))).filter((one) => one !== '');
    for (const child of item.children) this.takeItem(child, section, topic, stance, own);
    if (own.length > 0) topic.notes = own;
    for (const one of item.notes) {
      this.addLinks(topic, linksIn(this.slice(one)));
    }
  }

  private topicOf(item: Item, section: DraftSection, holder: DraftTopic | null, stance: Stance): DraftTopic | null {
    const { line } = item;
    if (line.kind === 'task') return stance.silent && this.isReference(line) ? null : itemTopic(this.reading, line);
    if (stance.silent || line.quote > 0) return null;
    if (this.takesBullets())
      return this.slice(line).trim() === '' || contentsLink(this.reading.text, item) !== null
        ? null
        : bulletTopic(this.reading, line);
    if (this.from === 'keywords') return keywordTopic(this.reading, line);
    if (this.from !== 'tasks') return null;
    const typographic = stance.inSeries && line.head?.marker === 'typographic' && holder === null && line.indent === 0;
    if ((stance.promoted === null && !typographic) || this.slice(line).trim() === '') return null;
    const topic = itemTopic(this.reading, line);
    topic.place = 'bullet';
    this.boxGroup(stance, section).push(line.line);
    return topic;
  }

  /** L3: `- [1] source`. */
  private isReference({ head }: Line): boolean {
    const box = head?.box ?? null;
    return box !== null && isReferenceMark(this.reading.text.slice(box.start, box.end));
  }

  /** T5: a bullet that is only a link, below a topic that does not end in a colon. */
  private isResource(line: Line, raw: string, holder: DraftTopic | null, stance: Stance): boolean {
    if (!this.takesBullets() || line.kind === 'task' || stance.silent || line.quote > 0) return false;
    if (holder === null || endsInColon(holder) || (this.pages.has(holder) && leadsToPage(raw))) return false;
    const link = onlyLink(raw);
    return link !== null && !(link.target.startsWith('#') && link.target.length > 1);
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

  private takeTable(table: Table, section: DraftSection, part: Part, stance: Stance): void {
    const rows = rowsOf(this.reading.text, table);
    if (rows === null) return;
    const columns = projectColumns(rows.head);
    if (columns !== null) {
      for (const project of projectsOf(this.reading, rows, columns)) this.projects.push(project);
      return;
    }
    if (part.role === 'related') for (const row of rows.body) this.aside.keepRow(row);
    if (stance.silent || (this.from !== 'tables' && this.from !== 'plans')) return;
    const levels = matrixColumns(rows.head, this.reading.names);
    if (levels !== null) {
      if (this.from === 'tables' && this.bullets > rows.body.length * levels.size) return;
      for (const one of matrixSections(rows, levels)) section.children.push(one);
      return;
    }
    const status = statusOf(rows);
    const counts =
      this.from === 'tables'
        ? status >= 0 && !repeatsSections(rows, status, this.titles)
        : status >= 0 || isPlanTable(rows);
    if (counts) for (const topic of rowTopics(this.reading, rows, status)) section.children.push(topic);
  }

  private slice(line: Line): string {
    return this.reading.text.slice(line.content, line.contentEnd);
  }
}

/** A section named by a word and a number (`Week 3: Routing`) keeps both: the number alone would not say what it counts. */
function titleText(part: Part): string {
  const { form } = splitNumber(part.written);
  return form === 'word' ? withoutColon(part.raw, part.written) : part.title;
}

function endsInColon(topic: DraftTopic): boolean {
  return typeof topic.title === 'string' && /[:：]\s*$/.test(topic.title);
}

const noItems: ReadonlySet<Item> = new Set();
