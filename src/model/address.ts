// Address: the number by which a section or topic is typed and read; given out anew at every reading, never identity.
import type { DraftTopic } from './draft.ts';
import type { Text } from './roadmap.ts';
import { addressOf, flag, parentOfNode, type TableSection, type TopicTable } from './topic-table.ts';

/** An own number that was taken already: the later one got `given` instead (FORMATS A1). */
export interface Clash {
  readonly title: Text;
  readonly line: number;
  readonly number: string;
  readonly given: string;
}

/**
 * Sets the addresses of all sections, rows and projects (FORMATS A1): the author's numbers first, the others count in document order
 * around them. A row that is only counted gets an ordinal and no text.
 */
export function assignAddresses(table: TopicTable, projects: readonly DraftTopic[]): Clash[] {
  projects.forEach((project, index) => {
    project.address = `P${index + 1}`;
  });
  return new Numbering(table).assign();
}

/** A section by its index, or a row by its number behind all sections. */
type Node = number;
const root: Node = -1;
/** What the addresses of topics outside any section begin with, where there are sections. */
const loosePrefix = '0.';

class Numbering {
  private readonly table: TopicTable;
  private readonly sections: readonly TableSection[];
  /** The last numbers that are taken, by what comes before them: `4.` has `2`. What is only counted cannot meet its like. */
  private readonly taken = new Map<string, Set<string>>();
  /** Nodes whose single number counts below an address that is not known yet, by their parent. */
  private readonly waiting = new Map<Node, Node[]>();
  private readonly clashes: Clash[] = [];
  /** How many are counted below each node; for the root two, of its sections and of its topics. */
  private readonly counted: Int32Array;
  private rootPrefix = '';
  /** Below what was counted last: neighbours share it. */
  private below: { readonly parent: Node; readonly prefix: string; readonly taken: Set<string> | undefined } | null =
    null;

  constructor(table: TopicTable) {
    this.table = table;
    this.sections = table.sections;
    this.counted = new Int32Array(table.sections.length + table.count + 2);
  }

  assign(): Clash[] {
    const hasNumberedRows = hasNumbers(this.table);
    if (hasNumberedRows) this.walk((node) => this.isNumbered(node) && this.reserveOwn(node));
    else
      this.sections.forEach(({ number }, node) => {
        if (number !== null) this.reserveOwn(node);
      });
    if (this.isOrdinary(hasNumberedRows)) this.countRows();
    else this.countAll();
    return this.clashes;
  }

  /** Whether numbers of their authors are found at the root alone, and none is 0: then what is below has nothing to meet. */
  private isOrdinary(hasNumberedRows: boolean): boolean {
    const isAtRoot = this.taken.size === 0 || (this.taken.size === 1 && this.taken.has(''));
    return isAtRoot && !hasNumberedRows && this.waiting.size === 0 && !this.taken.get('')?.has('0');
  }

  /** Counts sections and rows where the number of a row can only be its place. */
  private countRows(): void {
    const { count, parent, section, ordinal, sectionRow } = this.table;
    const { length } = this.sections;
    const { counted } = this;
    let row = 0;
    for (let next = 0; next <= length; next++) {
      const end = next < length ? (sectionRow[next] as number) : count;
      for (; row < end; row++) {
        const above = parent[row] as number;
        const at = section[row] as number;
        const slot = above >= 0 ? length + above : at >= 0 ? at : counted.length - 1;
        counted[slot] = ordinal[row] = (counted[slot] as number) + 1;
      }
      if (next < length) this.count(next);
    }
  }

  private countAll(): void {
    if (this.sections.length > 0) {
      this.walk((node) => this.isLoose(node) || this.count(node));
      this.rootPrefix = loosePrefix;
      this.below = null;
    }
    // Topics outside any section come before section 1, and are counted when the sections have their numbers.
    this.settle(root);
    this.walk((node) => this.isLoose(node) && this.count(node));
  }

  /** Calls `visit` for all nodes in document order, so for parents before what is in them. */
  private walk(visit: (node: Node) => void): void {
    const { count, sectionRow } = this.table;
    const { length } = this.sections;
    let section = 0;
    for (let row = 0; row <= count; row++) {
      for (; section < length && (sectionRow[section] as number) <= row; section++) visit(section);
      if (row < count) visit(length + row);
    }
  }

  /** First round: dotted numbers name their place alone, single ones below a parent whose own address is its number. */
  private reserveOwn(node: Node): void {
    const number = normalNumber(this.numberOf(node));
    const parent = parentOfNode(this.table, node);
    if (number.includes('.')) this.reserve(node, number);
    else if (parent === root) {
      if (!this.reserve(node, number) && this.isLoose(node)) this.wait(node, root);
    } else if (this.isReserved(parent)) this.reserve(node, `${this.addressOf(parent)}.${number}`);
    else this.wait(node, parent);
  }

  private wait(node: Node, parent: Node): void {
    const others = this.waiting.get(parent);
    if (others === undefined) this.waiting.set(parent, [node]);
    else others.push(node);
  }

  private reserve(node: Node, address: string): boolean {
    const end = address.lastIndexOf('.') + 1;
    const taken = this.takenAfter(address.slice(0, end));
    const last = address.slice(end);
    if (taken.has(last)) return false;
    taken.add(last);
    if (node < this.sections.length) (this.sections[node] as TableSection).address = address;
    else this.table.addresses.set(node - this.sections.length, address);
    return true;
  }

  private takenAfter(prefix: string): Set<string> {
    const known = this.taken.get(prefix);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.taken.set(prefix, made);
    return made;
  }

  /** Second round, parents first: what has no address yet gets the next free one below its parent. */
  private count(node: Node): void {
    if (!this.isReserved(node)) {
      const parent = parentOfNode(this.table, node);
      const isSection = node < this.sections.length;
      const slot = parent >= 0 ? parent : this.counted.length - (isSection ? 2 : 1);
      const next = this.next(parent, slot);
      if (isSection) (this.sections[node] as TableSection).address = this.prefixOf(parent) + next;
      else this.table.ordinal[node - this.sections.length] = next;
      if (this.isNumbered(node)) this.compare(node, this.prefixOf(parent));
    }
    this.settle(node);
  }

  /** The next free number below a parent; `slot` is where those are counted. */
  private next(parent: Node, slot: number): number {
    let next = (this.counted[slot] as number) + 1;
    // Where nobody wrote a number, nothing can be taken.
    if (this.taken.size > 0) {
      if (this.below?.parent !== parent) {
        const prefix = this.prefixOf(parent);
        // Section 0 and topics outside any section count below the same number.
        const taken = prefix === loosePrefix ? this.takenAfter(prefix) : this.taken.get(prefix);
        this.below = { parent, prefix, taken };
      }
      const { prefix, taken } = this.below;
      while (taken?.has(String(next))) next++;
      if (prefix === loosePrefix) taken?.add(String(next));
    }
    this.counted[slot] = next;
    return next;
  }

  /** The address of this node is known now: single numbers in it are reserved before anything is counted there. */
  private settle(node: Node): void {
    for (const child of this.waiting.get(node) ?? [])
      this.reserve(child, this.prefixOf(node) + normalNumber(this.numberOf(child)));
  }

  /** Remarks on a number that another node had before. */
  private compare(node: Node, prefix: string): void {
    const { title, line, number } = this.written(node);
    const given = this.addressOf(node);
    const own = normalNumber(number);
    if (own !== given && prefix + own !== given) this.clashes.push({ title, line, number, given });
  }

  private written(node: Node): { title: Text; line: number; number: string } {
    const number = this.numberOf(node);
    const section = this.sections[node];
    if (section !== undefined) return { title: section.title, line: section.line, number };
    const row = node - this.sections.length;
    return { title: this.table.titleOf(row), line: this.table.line[row] as number, number };
  }

  private isNumbered(node: Node): boolean {
    const section = this.sections[node];
    if (section !== undefined) return section.number !== null;
    return ((this.table.flags[node - this.sections.length] as number) & flag.numbered) !== 0;
  }

  private numberOf(node: Node): string {
    const section = this.sections[node];
    return (section === undefined ? this.table.numberOf(node - this.sections.length) : section.number) as string;
  }

  private isReserved(node: Node): boolean {
    const section = this.sections[node];
    return section === undefined ? this.table.addresses.has(node - this.sections.length) : section.address !== '';
  }

  /** Whether it is a topic outside any section. */
  private isLoose(node: Node): boolean {
    const row = node - this.sections.length;
    return row >= 0 && this.table.section[row] === -1;
  }

  private prefixOf(parent: Node): string {
    return parent === root ? this.rootPrefix : `${this.addressOf(parent)}.`;
  }

  private addressOf(node: Node): string {
    return this.sections[node]?.address ?? addressOf(this.table, node - this.sections.length);
  }
}

function hasNumbers({ count, flags }: TopicTable): boolean {
  for (let row = 0; row < count; row++) if (((flags[row] as number) & flag.numbered) !== 0) return true;
  return false;
}

/** `04.2` and `4.2` are one number. */
function normalNumber(number: string): string {
  const hasZeros = number.startsWith('0') || number.includes('.0');
  return hasZeros ? number.replace(/(^|\.)0+(?=\d)/g, '$1') : number;
}

/** `4`, `4.2`, `P1`: the form of an address, whether or not there is one. */
export function looksLikeAddress(word: string): boolean {
  return /^(?:\d+(?:\.\d+)*|[Pp]\d+)$/.test(word);
}

/** `4.2` → `4`; null for what is counted from the root, projects too. */
export function parentAddress(address: string): string | null {
  const end = address.lastIndexOf('.');
  return end < 0 ? null : address.slice(0, end);
}

/** Orders addresses as people count: 4.2 before 4.10, projects last. */
export function compareAddresses(a: string, b: string): number {
  const cut = (address: string): number[] =>
    /^[Pp]/.test(address) ? [Number.POSITIVE_INFINITY, Number(address.slice(1))] : address.split('.').map(Number);
  const left = cut(a);
  const right = cut(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const one = left[i] ?? -1;
    const other = right[i] ?? -1;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
