// Selection: the topics that a selector names (FORMATS A3).
import { UserError } from '../errors.ts';
import { pattern } from '../text/pattern.ts';
import { compareAddresses, looksLikeAddress, parentAddress } from './address.ts';
import { AddressIndex } from './address-index.ts';
import { normalTitle } from './identity.ts';
import { type Roadmap, type Section, type Text, type Topic, wording, wordings } from './roadmap.ts';
import { mostSimilar } from './similar.ts';
import {
  addressOf,
  idOfRow,
  rowBehind,
  rowBehindSection,
  type TableSection,
  type TopicTable,
  tableOf,
} from './topic-table.ts';

export interface Selection {
  readonly selector: string;
  /** What was named, where it was one thing; null for a range or `4.*`. A section may not be filled yet. */
  readonly head: TableSection | Topic | null;
  /** The topic itself, or all below the section, parents before children, in document order. */
  readonly topics: readonly Topic[];
}

/** The same with sections that hold what is in them. */
export interface WholeSelection extends Selection {
  readonly head: Section | Topic | null;
}

/** A section by its index, a row by its number behind all sections, a project by its number behind all rows. */
type Node = number;

/** What a word names: a thing, topics that it counts up, several things of which one may be meant, or nothing. */
type Found =
  | { readonly kind: 'one'; readonly node: Node }
  | { readonly kind: 'topics'; readonly nodes: readonly Node[] }
  | { readonly kind: 'several'; readonly nodes: readonly Node[] }
  | { readonly kind: 'none' };

/** Of the neighbours of an address that is not there, as many as can be read at a glance. */
const mostNeighbours = 9;
const mostAlike = 3;
const letter = pattern(String.raw`\p{L}`, 'u');
/** What a derived id looks like; see `hashOf`. */
const derivedForm = /^[0-9a-z]{8,11}$/;

/** Finds what the words of a command line name. Only what is named becomes an object. */
export class Selector {
  private readonly roadmap: Roadmap;
  private readonly language: string;
  private readonly table: TopicTable;
  private readonly addresses: AddressIndex;
  /** Ids that were known without deriving any; of topics that are objects all are. */
  private readonly ids: ReadonlyMap<string, readonly Node[]>;
  private readonly knowsAllIds: boolean;
  private titles: TitleIndex | null = null;

  /** `language`: in which titles are named that were not meant, or were not clear. */
  constructor(roadmap: Roadmap, language: string) {
    this.roadmap = roadmap;
    this.language = language;
    this.table = tableOf(roadmap);
    this.addresses = new AddressIndex(this.table);
    this.knowsAllIds = this.table.objects !== null;
    this.ids = this.knownIds();
  }

  /** For commands that write: one thing, or topics counted up. Throws `no-match` with the nearest, `ambiguous` with the candidates. */
  select(selector: string): Selection {
    const found = this.find(selector.trim());
    if (found.kind === 'several')
      throw new UserError('ambiguous', { selector, candidates: found.nodes.map((node) => this.shown(node)) });
    return this.selectionOf(selector, found);
  }

  /** For commands that only look: each thing that fits. Throws `no-match` with the nearest. */
  selectAll(selector: string): WholeSelection[] {
    // Fills the sections.
    void this.roadmap.children;
    const found = this.find(selector.trim());
    if (found.kind !== 'several') return [this.selectionOf(selector, found) as WholeSelection];
    return found.nodes.map(
      (node): WholeSelection => ({
        selector,
        head: this.objectOf(node) as Section | Topic,
        topics: this.topicsOf(this.below(node)),
      }),
    );
  }

  private selectionOf(selector: string, found: Exclude<Found, { readonly kind: 'several' }>): Selection {
    switch (found.kind) {
      case 'one':
        return { selector, head: this.objectOf(found.node), topics: this.topicsOf(this.below(found.node)) };
      case 'topics':
        return { selector, head: null, topics: this.topicsOf(found.nodes) };
      case 'none': {
        const word = selector.trim();
        throw new UserError('no-match', { selector, nearest: this.nearest(word), meant: this.meant(word) });
      }
    }
  }

  /** A name beats a title, and one thing that has the whole title beats those that have it in theirs. */
  private find(word: string): Found {
    const named = this.named(word);
    const holders = this.holders(word);
    // Of which of them all below is meant, nobody knows.
    if (holders.length > 1) return foundAmong(holders);
    const nodes = this.range(word) ?? this.children(word, holders[0]);
    if (nodes === null) return named.length > 0 ? foundAmong(named) : this.titled(word);
    if (named.length === 0) return { kind: 'topics', nodes };
    // An id that is written like a range.
    return foundAmong([...new Set([...named, ...nodes.slice(0, 1), ...nodes.slice(-1)])]);
  }

  /** By the ids that are known without deriving any. An id that a topic has now is never the former one of another. */
  private knownIds(): Map<string, Node[]> {
    const { sections, count, objects, identified } = this.table;
    const ids = new Map<string, Node[]>();
    const add = (id: string, node: Node): void => {
      const others = ids.get(id);
      if (others === undefined) ids.set(id, [node]);
      else if (!others.includes(node)) others.push(node);
    };
    sections.forEach(({ id }, index) => {
      if (id !== '') add(id, index);
    });
    const first = sections.length;
    if (objects === null) for (const row of identified) add(this.table.writtenIdOf(row), first + row);
    const topics = [...(objects ?? []), ...this.roadmap.projects];
    const start = first + count - (objects?.length ?? 0);
    topics.forEach(({ id, sharedId }, index) => {
      add(id, start + index);
      if (sharedId !== undefined) add(sharedId, start + index);
    });
    const current = new Set(ids.keys());
    topics.forEach(({ formerly }, index) => {
      for (const id of formerly) if (!current.has(id)) add(id, start + index);
    });
    return ids;
  }

  /** By an id; those that no author wrote are derived for a word that looks like one. */
  private withId(word: string): readonly Node[] {
    const known = this.ids.get(word) ?? [];
    if (this.knowsAllIds || !derivedForm.test(word)) return known;
    const { sections, count } = this.table;
    const found = new Set(known);
    sections.forEach((_, index) => {
      if (this.table.ids?.ofSection(index) === word) found.add(index);
    });
    for (let row = 0; row < count; row++) if (idOfRow(this.table, row) === word) found.add(sections.length + row);
    return [...found];
  }

  /** By address or id. A word that is the one of this and the other of that names both. */
  private named(word: string): Node[] {
    // `1.1,` comes from `done 1.1, 1.2`, `1.1.` out of a sentence.
    const bare = word.replace(/(?<![.,;:])[.,;:]+$/, '');
    const address = this.withAddress(bare);
    const found = new Set([...(address === null ? [] : [address]), ...this.withId(word)]);
    return found.size > 0 ? [...found] : [...this.withId(bare)];
  }

  /** Null where nothing has this address. */
  private withAddress(address: string): Node | null {
    const { sections, count } = this.table;
    if (/^[Pp]\d+$/.test(address)) {
      const at = this.roadmap.projects.findIndex((project) => project.address === address.toUpperCase());
      return at < 0 ? null : sections.length + count + at;
    }
    const place = this.addresses.find(address);
    if (place === null) return null;
    return place.row < 0 ? place.section : sections.length + place.row;
  }

  /** `4.1-4.3`: from the first to the last, with all below the last. */
  private range(word: string): Node[] | null {
    const match = /^([Pp]?\d+(?:\.\d+)*)\s*(?:-|\.\.|–)\s*([Pp]?\d+(?:\.\d+)*)[.,;:]*$/.exec(word);
    if (match === null) return null;
    const [from, to] = [match[1] as string, match[2] as string].map((end) => this.withAddress(end));
    if (from == null || to == null) return null;
    const [first, last] = [this.addressOf(from), this.addressOf(to)];
    if (compareAddresses(first, last) > 0) return null;
    // By address, as people count, whatever the order of the note.
    const between = this.allTopics()
      .map((node) => ({ node, address: this.addressOf(node) }))
      .filter(({ address }) => compareAddresses(address, first) >= 0 && compareAddresses(address, last) <= 0)
      .sort((a, b) => compareAddresses(a.address, b.address));
    return [...new Set([...between.map(({ node }) => node), ...this.below(to)])];
  }

  /** What is before the `.*` of `4.*`. */
  private holders(word: string): Node[] {
    const bare = word.replace(/(?<![,;:])[,;:]+$/, '');
    return bare.endsWith('.*') ? this.named(bare.slice(0, -2)) : [];
  }

  /** `4.*`: all below 4, without 4 itself; `*`: every topic. */
  private children(word: string, holder: Node | undefined): Node[] | null {
    const { sections, count } = this.table;
    if (/^\*[,;:]*$/.test(word)) return numbersFrom(sections.length, sections.length + count);
    return holder === undefined ? null : this.below(holder).filter((node) => node !== holder);
  }

  /** A title or a part of one, in any language of the roadmap. Topics first; a section only where no topic fits. */
  private titled(word: string): Found {
    const wanted = normalTitle(word);
    if (wanted === '') return { kind: 'none' };
    this.titles ??= new TitleIndex(this.all(), (node) => this.titleOf(node));
    // A mistyped address must not tick what merely has such a number in its title.
    const isExactOnly = looksLikeAddress(word) || !letter().test(word);
    for (const isSection of [false, true]) {
      const exact = this.titles.exactly(wanted).filter((node) => this.isSection(node) === isSection);
      if (exact.length === 1 || (isExactOnly && exact.length > 1)) return foundAmong(exact);
      if (isExactOnly) continue;
      const fitting = this.titles.containing(wanted).filter((node) => this.isSection(node) === isSection);
      if (fitting.length > 0) return foundAmong(fitting);
    }
    return { kind: 'none' };
  }

  /** The selectors that were meant by a word which is none: `1.1,1.2`, or `1.1 Title` as `list` prints it. */
  private meant(word: string): string[] {
    const parts = word.split(/[\s,;]+/).filter((part) => part !== '');
    if (parts.length > 1 && parts.every((part) => this.isName(part))) return parts;
    const [, address = '', title = ''] = /^([Pp]?\d+(?:\.\d+)*)[.,:]?\s+(.+)$/.exec(word) ?? [];
    const node = this.withAddress(address);
    const wanted = normalTitle(title);
    const isTitle = node !== null && wordings(this.titleOf(node)).some((one) => normalTitle(one).includes(wanted));
    return isTitle ? [address] : [];
  }

  private isName(word: string): boolean {
    return this.named(word).length === 1 || this.holders(word).length === 1 || this.range(word) !== null;
  }

  private nearest(word: string): { address: string; title: string }[] {
    const address = /^(?:[Pp]?\d+(?:\.\d+)*)/.exec(word)?.[0].toUpperCase();
    const near = address === undefined || letter().test(word.slice(address.length)) ? this.alike(word) : [];
    const nodes = near.length > 0 || address === undefined ? near : this.around(address);
    return nodes.map((node) => this.shown(node));
  }

  /** The parent of an address that is not there, and those that would be its neighbours; where there is no parent, those of the parent. */
  private around(address: string): Node[] {
    const parent = parentAddress(address);
    const holder = parent === null ? null : this.withAddress(parent);
    const wanted = lastNumber(address);
    const isProject = address.startsWith('P');
    const neighbours = this.all()
      .map((node) => ({ node, address: this.addressOf(node) }))
      .filter((one) => one.address.startsWith('P') === isProject && parentAddress(one.address) === parent)
      .map((one) => ({ ...one, distance: Math.abs(lastNumber(one.address) - wanted) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, mostNeighbours)
      .sort((a, b) => compareAddresses(a.address, b.address))
      .map(({ node }) => node);
    if (holder === null && neighbours.length === 0 && parent !== null) return this.around(parent);
    return holder === null ? neighbours : [holder, ...neighbours];
  }

  private alike(word: string): Node[] {
    const titled = this.all().flatMap((node) => wordings(this.titleOf(node)).map((title) => ({ node, title })));
    const similar = mostSimilar(word, titled, ({ title }) => title, titled.length).map(({ node }) => node);
    return [...new Set(similar)].slice(0, mostAlike);
  }

  private shown(node: Node): { address: string; title: string } {
    return { address: this.addressOf(node), title: wording(this.titleOf(node), this.language) };
  }

  /** Everything with an address in document order, projects last. */
  private all(): Node[] {
    const { sections, count, sectionRow } = this.table;
    const nodes: Node[] = [];
    let row = 0;
    for (let section = 0; section <= sections.length; section++) {
      const end = section < sections.length ? (sectionRow[section] as number) : count;
      for (; row < end; row++) nodes.push(sections.length + row);
      if (section < sections.length) nodes.push(section);
    }
    return nodes.concat(this.projects());
  }

  private allTopics(): Node[] {
    const { sections, count } = this.table;
    return numbersFrom(sections.length, sections.length + count + this.roadmap.projects.length);
  }

  private projects(): Node[] {
    const first = this.table.sections.length + this.table.count;
    return numbersFrom(first, first + this.roadmap.projects.length);
  }

  /** A topic and all below it, or all topics below a section, in document order. */
  private below(node: Node): Node[] {
    const { sections, count, section: sectionOf, sectionRow } = this.table;
    const { length } = sections;
    const row = node - length;
    if (row >= count) return [node];
    if (row >= 0) return numbersFrom(node, length + rowBehind(this.table, row));
    const end = rowBehindSection(this.table, node);
    // Behind the last section there may be topics outside any.
    return numbersFrom(length + (sectionRow[node] as number), length + end).filter(
      (one) => (sectionOf[one - length] as number) >= node,
    );
  }

  private isSection(node: Node): boolean {
    return node < this.table.sections.length;
  }

  private projectAt(node: Node): Topic | undefined {
    return this.roadmap.projects[node - this.table.sections.length - this.table.count];
  }

  private addressOf(node: Node): string {
    const named = this.table.sections[node] ?? this.projectAt(node);
    return named?.address ?? addressOf(this.table, node - this.table.sections.length);
  }

  private titleOf(node: Node): Text {
    const named = this.table.sections[node] ?? this.projectAt(node);
    return named?.title ?? this.table.titleOf(node - this.table.sections.length);
  }

  private objectOf(node: Node): TableSection | Topic {
    return this.table.sections[node] ?? this.topicAt(node);
  }

  private topicAt(node: Node): Topic {
    return this.projectAt(node) ?? this.table.topicAt(node - this.table.sections.length);
  }

  private topicsOf(nodes: readonly Node[]): Topic[] {
    return nodes.map((node) => this.topicAt(node));
  }
}

/** The titles of a roadmap in one text, read once: a word costs one search in it, a whole title not even that. */
class TitleIndex {
  private readonly whole = new Map<string, Node[]>();
  private readonly text: string;
  /** Where each title begins in the text, and whose it is. */
  private readonly starts: number[] = [];
  private readonly owners: Node[] = [];

  constructor(nodes: readonly Node[], titleOf: (node: Node) => Text) {
    const lines: string[] = [];
    let length = 0;
    for (const node of nodes)
      for (const title of new Set(wordings(titleOf(node)).map(normalTitle))) {
        const same = this.whole.get(title);
        if (same === undefined) this.whole.set(title, [node]);
        else same.push(node);
        this.starts.push(length);
        this.owners.push(node);
        lines.push(title);
        length += title.length + 1;
      }
    this.text = lines.join('\0');
  }

  exactly(title: string): readonly Node[] {
    return this.whole.get(title) ?? [];
  }

  containing(part: string): Node[] {
    const found = new Set<Node>();
    for (let at = this.text.indexOf(part); at >= 0; ) {
      const next = firstIndex(this.starts, (start) => start > at);
      found.add(this.owners[next - 1] as Node);
      at = next < this.starts.length ? this.text.indexOf(part, this.starts[next]) : -1;
    }
    return [...found];
  }
}

/** The first place of a sorted list from which on `isBehind` holds; its length where it never does. */
function firstIndex<T>(list: readonly T[], isBehind: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function foundAmong(nodes: readonly Node[]): Found {
  const [node, ...others] = nodes;
  if (node === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', node } : { kind: 'several', nodes };
}

const lastNumber = (address: string): number => Number(/(?<!\d)\d+$/.exec(address)?.[0] ?? 0);

const numbersFrom = (first: number, end: number): number[] =>
  Array.from({ length: end - first }, (_, index) => first + index);
