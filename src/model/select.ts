// Selection: the topics that a selector names (FORMATS A3).
import { UserError } from '../errors.ts';
import { pattern } from '../text/pattern.ts';
import { compareAddresses, looksLikeAddress, parentAddress } from './address.ts';
import { normalTitle } from './identity.ts';
import { type Roadmap, type Section, type Topic, wording, wordings } from './roadmap.ts';
import { mostSimilar } from './similar.ts';
import { topicsOf } from './tree.ts';

export interface Selection {
  readonly selector: string;
  /** What was named, where it was one thing; null for a range or `4.*`. */
  readonly head: Section | Topic | null;
  /** The topic itself, or all below the section, parents before children, in document order. */
  readonly topics: readonly Topic[];
}

type Named = Section | Topic;

/** What a word names: a thing, topics that it counts up, several things of which one may be meant, or nothing. */
type Found =
  | { readonly kind: 'one'; readonly node: Named }
  | { readonly kind: 'topics'; readonly topics: readonly Topic[] }
  | { readonly kind: 'several'; readonly nodes: readonly Named[] }
  | { readonly kind: 'none' };

/** Of the neighbours of an address that is not there, as many as can be read at a glance. */
const mostNeighbours = 9;
const mostAlike = 3;
const letter = pattern(String.raw`\p{L}`, 'u');

/** Finds what the words of a command line name. A roadmap is indexed once for all selectors. */
export class Selector {
  private readonly roadmap: Roadmap;
  private readonly language: string;
  /** Everything with an address, in document order, projects last. */
  private readonly all: Named[] = [];
  private readonly byAddress = new Map<string, Named>();
  private readonly byId = new Map<string, Named[]>();
  private titles: TitleIndex | null = null;
  private counted: readonly Topic[] | null = null;

  /** `language`: in which titles are named that were not meant, or were not clear. */
  constructor(roadmap: Roadmap, language: string) {
    this.roadmap = roadmap;
    this.language = language;
    const visit = (nodes: readonly Named[]) => {
      for (const node of nodes) {
        this.all.push(node);
        this.byAddress.set(node.address, node);
        this.addId(node.id, node);
        if (node.kind === 'topic' && node.sharedId !== undefined) this.addId(node.sharedId, node);
        visit(node.kind === 'topic' ? node.topics : node.children);
      }
    };
    visit(roadmap.children);
    visit(roadmap.projects);
    for (const node of this.all) {
      // An id that a topic has now is never the former one of another.
      if (node.kind === 'topic')
        for (const id of node.formerly) if (!this.byId.get(id)?.some((one) => one.id === id)) this.addId(id, node);
    }
  }

  /** For commands that write: one thing, or topics counted up. Throws `no-match` with the nearest, `ambiguous` with the candidates. */
  select(selector: string): Selection {
    const found = this.find(selector.trim());
    if (found.kind === 'several')
      throw new UserError('ambiguous', { selector, candidates: found.nodes.map((node) => this.shown(node)) });
    return this.selectionOf(selector, found);
  }

  /** For commands that only look: each thing that fits. Throws `no-match` with the nearest. */
  selectAll(selector: string): Selection[] {
    const found = this.find(selector.trim());
    if (found.kind !== 'several') return [this.selectionOf(selector, found)];
    return found.nodes.map((head) => ({ selector, head, topics: below(head) }));
  }

  private selectionOf(selector: string, found: Exclude<Found, { readonly kind: 'several' }>): Selection {
    switch (found.kind) {
      case 'one':
        return { selector, head: found.node, topics: below(found.node) };
      case 'topics':
        return { selector, head: null, topics: found.topics };
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
    const topics = this.range(word) ?? this.children(word, holders[0]);
    if (topics === null) return named.length > 0 ? foundAmong(named) : this.titled(word);
    if (named.length === 0) return { kind: 'topics', topics };
    // An id that is written like a range.
    return foundAmong([...new Set([...named, ...topics.slice(0, 1), ...topics.slice(-1)])]);
  }

  private addId(id: string, node: Named): void {
    const others = this.byId.get(id);
    if (others === undefined) this.byId.set(id, [node]);
    else others.push(node);
  }

  /** By address or id. A word that is the one of this and the other of that names both. */
  private named(word: string): Named[] {
    // `1.1,` comes from `done 1.1, 1.2`, `1.1.` out of a sentence.
    const bare = word.replace(/(?<![.,;:])[.,;:]+$/, '');
    const address = this.byAddress.get(/^p\d+$/.test(bare) ? bare.toUpperCase() : bare);
    const found = new Set([...(address === undefined ? [] : [address]), ...(this.byId.get(word) ?? [])]);
    return found.size > 0 ? [...found] : [...(this.byId.get(bare) ?? [])];
  }

  /** `4.1-4.3`: from the first to the last, with all below the last. */
  private range(word: string): Topic[] | null {
    const match = /^([Pp]?\d+(?:\.\d+)*)\s*(?:-|\.\.|–)\s*([Pp]?\d+(?:\.\d+)*)[.,;:]*$/.exec(word);
    if (match === null) return null;
    const [from, to] = [match[1] as string, match[2] as string].map((end) => this.byAddress.get(end.toUpperCase()));
    if (from === undefined || to === undefined || compareAddresses(from.address, to.address) > 0) return null;
    // By address, as people count, whatever the order of the note.
    this.counted ??= this.all
      .filter((node): node is Topic => node.kind === 'topic')
      .sort((a, b) => compareAddresses(a.address, b.address));
    const start = firstIndex(this.counted, (topic) => compareAddresses(topic.address, from.address) >= 0);
    const end = firstIndex(this.counted, (topic) => compareAddresses(topic.address, to.address) > 0);
    return [...new Set([...this.counted.slice(start, end), ...below(to)])];
  }

  /** What is before the `.*` of `4.*`. */
  private holders(word: string): Named[] {
    const bare = word.replace(/(?<![,;:])[,;:]+$/, '');
    return bare.endsWith('.*') ? this.named(bare.slice(0, -2)) : [];
  }

  /** `4.*`: all below 4, without 4 itself; `*`: every topic. */
  private children(word: string, holder: Named | undefined): Topic[] | null {
    if (/^\*[,;:]*$/.test(word)) return [...topicsOf(this.roadmap.children)];
    return holder === undefined ? null : below(holder).filter((topic) => topic !== holder);
  }

  /** A title or a part of one, in any language of the roadmap. Topics first; a section only where no topic fits. */
  private titled(word: string): Found {
    const wanted = normalTitle(word);
    if (wanted === '') return { kind: 'none' };
    this.titles ??= new TitleIndex(this.all);
    // A mistyped address must not tick what merely has such a number in its title.
    const isExactOnly = looksLikeAddress(word) || !letter().test(word);
    for (const kind of ['topic', 'section'] as const) {
      const exact = this.titles.exactly(wanted).filter((node) => node.kind === kind);
      if (exact.length === 1 || (isExactOnly && exact.length > 1)) return foundAmong(exact);
      if (isExactOnly) continue;
      const fitting = this.titles.containing(wanted).filter((node) => node.kind === kind);
      if (fitting.length > 0) return foundAmong(fitting);
    }
    return { kind: 'none' };
  }

  /** The selectors that were meant by a word which is none: `1.1,1.2`, or `1.1 Title` as `list` prints it. */
  private meant(word: string): string[] {
    const parts = word.split(/[\s,;]+/).filter((part) => part !== '');
    if (parts.length > 1 && parts.every((part) => this.isName(part))) return parts;
    const [, address = '', title = ''] = /^([Pp]?\d+(?:\.\d+)*)[.,:]?\s+(.+)$/.exec(word) ?? [];
    const node = this.byAddress.get(address.toUpperCase());
    const wanted = normalTitle(title);
    const isTitle = node !== undefined && wordings(node.title).some((one) => normalTitle(one).includes(wanted));
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
  private around(address: string): Named[] {
    const parent = parentAddress(address);
    const holder = parent === null ? undefined : this.byAddress.get(parent);
    const wanted = lastNumber(address);
    const distance = (node: Named): number => Math.abs(lastNumber(node.address) - wanted);
    const isProject = address.startsWith('P');
    const neighbours = this.all
      .filter((node) => node.address.startsWith('P') === isProject && parentAddress(node.address) === parent)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, mostNeighbours)
      .sort((a, b) => compareAddresses(a.address, b.address));
    if (holder === undefined && neighbours.length === 0 && parent !== null) return this.around(parent);
    return holder === undefined ? neighbours : [holder, ...neighbours];
  }

  private alike(word: string): Named[] {
    const titled = this.all.flatMap((node) => wordings(node.title).map((title) => ({ node, title })));
    const similar = mostSimilar(word, titled, ({ title }) => title, titled.length).map(({ node }) => node);
    return [...new Set(similar)].slice(0, mostAlike);
  }

  private shown({ address, title }: Named): { address: string; title: string } {
    return { address, title: wording(title, this.language) };
  }
}

/** The titles of a roadmap in one text, read once: a word costs one search in it, a whole title not even that. */
class TitleIndex {
  private readonly whole = new Map<string, Named[]>();
  private readonly text: string;
  /** Where each title begins in the text, and whose it is. */
  private readonly starts: number[] = [];
  private readonly owners: Named[] = [];

  constructor(nodes: readonly Named[]) {
    const lines: string[] = [];
    let length = 0;
    for (const node of nodes)
      for (const title of new Set(wordings(node.title).map(normalTitle))) {
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

  exactly(title: string): readonly Named[] {
    return this.whole.get(title) ?? [];
  }

  containing(part: string): Named[] {
    const found = new Set<Named>();
    for (let at = this.text.indexOf(part); at >= 0; ) {
      const next = firstIndex(this.starts, (start) => start > at);
      found.add(this.owners[next - 1] as Named);
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

function foundAmong(nodes: readonly Named[]): Found {
  const [node, ...others] = nodes;
  if (node === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', node } : { kind: 'several', nodes };
}

const lastNumber = (address: string): number => Number(/(?<!\d)\d+$/.exec(address)?.[0] ?? 0);

const below = (node: Named): Topic[] =>
  node.kind === 'topic' ? [node, ...topicsOf(node.topics)] : [...topicsOf(node.children)];
