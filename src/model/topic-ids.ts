// TopicIds: the ids of the rows and sections of a table: as they are written, else derived when somebody asks (FORMATS A2).
import type { DraftTopic } from './draft.ts';
import { hashOf, normalTitle } from './identity.ts';
import { firstWording, type TopicId } from './roadmap.ts';
import { flag, parentOfNode, type RowIds, type TableSection, type TopicTable } from './topic-table.ts';

/** An id that the author gave to two topics: the later one is derived from its titles instead. Lines from 1. */
export interface SharedId {
  readonly line: number;
  readonly id: TopicId;
  readonly firstLine: number;
}

/** The ids of a table, and which of those that their authors wrote are not the only one of their kind. */
export function topicIdsOf(
  table: TopicTable,
  projects: readonly DraftTopic[],
): RowIds & { readonly shared: readonly SharedId[] } {
  return new TopicIds(table, projects);
}

/** A section by its index, or a row by its number behind all sections. */
type Node = number;
const root: Node = -1;

/**
 * The hash of a title path is that of the parent's hash and the own title, so long paths cost no more than short ones. Equal
 * title paths are distinguished by their order; what is below one parent is therefore derived together.
 */
class TopicIds implements RowIds {
  readonly shared: SharedId[] = [];
  private readonly table: TopicTable;
  private readonly sections: readonly TableSection[];
  /** By node; empty: not derived yet. */
  private readonly paths: string[] = [];
  /** Ids that their authors wrote, each with the line of its first topic. */
  private readonly lines = new Map<TopicId, number>();
  /** The written id of a row that another had before. */
  private readonly sharedBy = new Map<number, TopicId>();

  /** Claims the written ids in document order, projects last. */
  constructor(table: TopicTable, projects: readonly DraftTopic[]) {
    this.table = table;
    this.sections = table.sections;
    for (const row of table.identified) {
      const id = table.writtenIdOf(row);
      if (!this.claim(id, table.line[row] as number)) this.sharedBy.set(row, id);
    }
    const derived = new Map<string, number>();
    for (const project of projects) {
      if (project.idWritten && !this.claim(project.id, project.line)) {
        project.sharedId = project.id;
        project.idWritten = false;
      }
      if (!project.idWritten) project.id = counted(`project\n${normalTitle(firstWording(project.title))}`, derived);
    }
  }

  of(row: number): TopicId {
    return this.isWritten(row) ? this.table.writtenIdOf(row) : this.pathOf(this.sections.length + row);
  }

  ofSection(index: number): string {
    return (this.sections[index] as TableSection).id || this.pathOf(index);
  }

  /** Puts its id onto the object of a row. */
  giveTo(topic: DraftTopic, row: number): void {
    const shared = this.sharedBy.get(row);
    if (shared !== undefined) {
      topic.sharedId = shared;
      topic.idWritten = false;
    }
    if (!topic.idWritten) topic.id = this.of(row);
  }

  private claim(id: TopicId, line: number): boolean {
    const firstLine = this.lines.get(id);
    if (firstLine === undefined) this.lines.set(id, line);
    else this.shared.push({ line, id, firstLine });
    return firstLine === undefined;
  }

  private isFlagged(row: number): boolean {
    return ((this.table.flags[row] as number) & flag.identified) !== 0;
  }

  private isWritten(row: number): boolean {
    return this.isFlagged(row) && !this.sharedBy.has(row);
  }

  private pathOf(node: Node): string {
    if (node === root) return '';
    if (this.paths[node] === undefined) this.deriveBelow(parentOfNode(this.table, node));
    return this.paths[node] as string;
  }

  private deriveBelow(parent: Node): void {
    const path = this.pathOf(parent);
    const derived = new Map<string, number>();
    for (const node of this.childrenOf(parent)) {
      // No path goes through it.
      if (this.hasOwnId(node) && !this.hasChildren(node)) continue;
      this.paths[node] = counted(`${path}\n${normalTitle(this.titleOf(node))}`, derived);
    }
  }

  private hasOwnId(node: Node): boolean {
    const section = this.sections[node];
    return section === undefined ? this.isWritten(node - this.sections.length) : section.id !== '';
  }

  private hasChildren(node: Node): boolean {
    const { parent, section, sectionParent, sectionRow } = this.table;
    const row = node - this.sections.length;
    if (row >= 0) return parent[row + 1] === row;
    return sectionParent[node + 1] === node || section[sectionRow[node] as number] === node;
  }

  private titleOf(node: Node): string {
    return firstWording(this.sections[node]?.title ?? this.table.titleOf(node - this.sections.length));
  }

  /** In document order. */
  private childrenOf(node: Node): Node[] {
    const { count, parent, section: sectionOf, sectionParent, sectionRow } = this.table;
    const { length } = this.sections;
    const found: Node[] = [];
    const holder = node - length;
    if (holder >= 0) {
      for (let row = holder + 1; row < count && (parent[row] as number) >= holder; row++)
        if (parent[row] === holder) found.push(length + row);
      return found;
    }
    let row = node === root ? 0 : (sectionRow[node] as number);
    const takeRows = (end: number): void => {
      for (; row < end; row++) if (sectionOf[row] === node && parent[row] === -1) found.push(length + row);
    };
    let section = node + 1;
    for (; section < length && (sectionParent[section] as number) >= node; section++) {
      takeRows(sectionRow[section] as number);
      if (sectionParent[section] === node) found.push(section);
    }
    takeRows(section < length ? (sectionRow[section] as number) : count);
    return found;
  }
}

/** The hash of a title path, which counts those that are equal to it. */
function counted(path: string, derived: Map<string, number>): string {
  const times = (derived.get(path) ?? 0) + 1;
  derived.set(path, times);
  return hashOf(times === 1 ? path : `${path}\n${times}`);
}
