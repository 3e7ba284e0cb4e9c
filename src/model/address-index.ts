// AddressIndex: the row or section that has an address, found without making the addresses of all rows.
import { addressOf, rowBehindSection, type TableSection, type TopicTable } from './topic-table.ts';

/** Indexes of a table: one of the two is -1. */
export interface Place {
  readonly section: number;
  readonly row: number;
}

/** Looking for single addresses passes rows; who has passed all of them so often asks for many. */
const mostPasses = 4;

const atRow = (row: number): Place => ({ section: -1, row });
const atSection = (section: number): Place => ({ section, row: -1 });

export class AddressIndex {
  private readonly table: TopicTable;
  private readonly sections = new Map<string, number>();
  /** Rows whose address is no count below what they are in; all rows of a table whose topics are objects. */
  private readonly rows = new Map<string, number>();
  private isCounted: boolean;
  private passed = 0;

  constructor(table: TopicTable) {
    this.table = table;
    table.sections.forEach(({ address }, index) => {
      this.sections.set(address, index);
    });
    // Objects may be a part of a roadmap, which counts on where the whole did. Those of rows may be made at any time.
    this.isCounted = table.objects === null;
    if (!this.isCounted) for (let row = 0; row < table.count; row++) this.rows.set(addressOf(table, row), row);
    else for (const [row, address] of table.addresses) this.rows.set(address, row);
  }

  /** Null where nothing has this address. */
  find(address: string): Place | null {
    const section = this.sections.get(address);
    if (section !== undefined) return atSection(section);
    const row = this.rows.get(address) ?? this.countedRow(address);
    return row < 0 ? null : atRow(row);
  }

  /** The row that is only counted; -1 where none is. */
  private countedRow(address: string): number {
    const end = address.lastIndexOf('.');
    const ordinal = Number(address.slice(end + 1));
    const { count, sections } = this.table;
    if (!this.isCounted || !(ordinal > 0) || String(ordinal) !== address.slice(end + 1)) return -1;
    if (end < 0) return sections.length > 0 ? -1 : this.childOf(-1, -1, 0, count, ordinal);
    const prefix = address.slice(0, end);
    // Section 0 and topics outside any section count below the same number.
    const loose = prefix === '0' && sections.length > 0 ? this.childOf(-1, -1, 0, count, ordinal) : -1;
    if (loose >= 0) return loose;
    const holder = this.find(prefix);
    if (holder === null) return -1;
    if (holder.row >= 0)
      return this.childOf(holder.row, this.table.section[holder.row] as number, holder.row + 1, count, ordinal);
    const { sectionRow } = this.table;
    return this.childOf(
      -1,
      holder.section,
      sectionRow[holder.section] as number,
      rowBehindSection(this.table, holder.section),
      ordinal,
    );
  }

  private childOf(holder: number, section: number, from: number, to: number, ordinal: number): number {
    const { parent, section: sectionOf, ordinal: ordinals, addresses, count } = this.table;
    let row = from;
    while (row < to && (parent[row] as number) >= holder) {
      if (parent[row] === holder && ordinals[row] === ordinal && sectionOf[row] === section && !addresses.has(row))
        break;
      row++;
    }
    const isFound = row < to && (parent[row] as number) >= holder;
    this.passed += row - from;
    if (this.passed > mostPasses * count) this.nameAll();
    return isFound ? row : -1;
  }

  /** Makes the address of every row: from here on each is found at once. */
  private nameAll(): void {
    this.isCounted = false;
    for (let row = 0; row < this.table.count; row++) {
      const address = addressOf(this.table, row);
      if (!this.rows.has(address)) this.rows.set(address, row);
    }
  }
}

/** The sections above a row, from the outermost to the nearest. */
export function sectionsAbove({ section, sections, sectionParent }: TopicTable, row: number): TableSection[] {
  const path: TableSection[] = [];
  for (let at = section[row] as number; at >= 0; at = sectionParent[at] as number)
    path.unshift(sections[at] as TableSection);
  return path;
}

/** How many topics are above a row. */
export function depthOf({ parent }: TopicTable, row: number): number {
  let depth = 0;
  for (let at = parent[row] as number; at >= 0; at = parent[at] as number) depth++;
  return depth;
}
