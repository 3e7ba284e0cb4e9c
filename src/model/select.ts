// Selection: the topics that a selector names (FORMATS A3).
import { UserError } from '../errors.ts';
import { compareAddresses, looksLikeAddress } from './address.ts';
import { normalTitle } from './identity.ts';
import { type Roadmap, type Section, type Topic, topicsOf, wording, wordings } from './roadmap.ts';
import { mostSimilar } from './similar.ts';

export interface Selection {
  readonly selector: string;
  /** What was named, where it was one thing; null for a range or `4.*`. */
  readonly head: Section | Topic | null;
  /** The topic itself, or all below the section, parents before children, in document order. */
  readonly topics: readonly Topic[];
}

type Named = Section | Topic;

/** Finds what the words of a command line name. A roadmap is indexed once for all selectors. */
export class Selector {
  private readonly roadmap: Roadmap;
  private readonly language: string;
  /** Everything with an address, in document order, projects last. */
  private readonly all: Named[] = [];
  private readonly byAddress = new Map<string, number>();

  /** `language`: in which titles are told that were not meant, or were not clear. */
  constructor(roadmap: Roadmap, language: string) {
    this.roadmap = roadmap;
    this.language = language;
    const visit = (nodes: readonly Named[]) => {
      for (const node of nodes) {
        this.byAddress.set(node.address, this.all.length);
        this.all.push(node);
        visit(node.kind === 'topic' ? node.topics : node.children);
      }
    };
    visit(roadmap.children);
    visit(roadmap.projects);
  }

  /** Throws `no-match` with the nearest and `ambiguous` with the candidates. */
  select(selector: string): Selection {
    const word = selector.trim();
    const one = this.named(word);
    if (one !== null) return { selector, head: one, topics: below(one) };
    const many = this.range(word) ?? this.children(word);
    if (many !== null) return { selector, head: null, topics: many };
    const found = this.titled(word);
    if (found !== null) return { selector, head: found, topics: below(found) };
    throw new UserError('no-match', { selector, nearest: this.nearest(word) });
  }

  /** What has this very address; the address must be of this roadmap. */
  at(address: string): Selection {
    const head = this.all[this.byAddress.get(address) as number] as Named;
    return { selector: address, head, topics: below(head) };
  }

  /** By address or id. */
  private named(word: string): Named | null {
    const address = /^p\d+$/.test(word) ? word.toUpperCase() : word.replace(/\.$/, '');
    const at = this.byAddress.get(address);
    if (at !== undefined) return this.all[at] as Named;
    return this.all.find((node) => node.id === word) ?? null;
  }

  /** `4.1-4.3`: from the first to the last, with all below the last. */
  private range(word: string): Topic[] | null {
    const match = /^([Pp]?\d+(?:\.\d+)*)\s*(?:-|\.\.|–)\s*([Pp]?\d+(?:\.\d+)*)$/.exec(word);
    if (match === null) return null;
    const [from, to] = [this.named(match[1] as string), this.named(match[2] as string)];
    if (from === null || to === null || compareAddresses(from.address, to.address) > 0) return null;
    // By address, as people count, whatever the order of the note.
    const within = (address: string): boolean =>
      compareAddresses(address, from.address) >= 0 && compareAddresses(address, to.address) <= 0;
    const topics = new Set<Topic>();
    for (const node of this.all) if (node.kind === 'topic' && within(node.address)) topics.add(node);
    for (const topic of below(to)) topics.add(topic);
    return [...topics];
  }

  /** `4.*`: all below 4, without 4 itself; `*`: every topic. */
  private children(word: string): Topic[] | null {
    if (word === '*') return [...topicsOf(this.roadmap.children)];
    if (!word.endsWith('.*')) return null;
    const holder = this.named(word.slice(0, -2));
    return holder === null ? null : [...topicsOf(holder.kind === 'topic' ? holder.topics : holder.children)];
  }

  /** A title or a part of one, in any language of the roadmap. Topics first; a section only where no topic fits. */
  private titled(word: string): Named | null {
    const wanted = normalTitle(word);
    if (wanted === '') return null;
    // A mistyped address must not tick what merely has such a number in its title.
    const isExactOnly = looksLikeAddress(word);
    for (const kind of ['topic', 'section'] as const) {
      const fitting = this.all.filter(
        (node) => node.kind === kind && wordings(node.title).some((title) => normalTitle(title).includes(wanted)),
      );
      const exact = fitting.filter((node) => wordings(node.title).some((title) => normalTitle(title) === wanted));
      if (exact.length === 1) return exact[0] as Named;
      if (isExactOnly) continue;
      if (fitting.length === 1) return fitting[0] as Named;
      if (fitting.length > 1)
        throw new UserError('ambiguous', { selector: word, candidates: fitting.map((node) => this.shown(node)) });
    }
    return null;
  }

  private nearest(word: string): { address: string; title: string }[] {
    if (looksLikeAddress(word) || /^[\d.]+/.test(word)) {
      // The brothers of what was typed: 4.9 → 4.1 … 4.5, or the sections for 99.
      const parent = word.includes('.') ? word.slice(0, word.lastIndexOf('.')) : '';
      const depth = word.split('.').length;
      const near = this.all.filter(
        (node) =>
          node.address.startsWith(parent === '' ? '' : `${parent}.`) && node.address.split('.').length === depth,
      );
      const pool = near.length > 0 ? near : this.roadmap.children;
      const last = Number(word.split('.').pop()) || 0;
      const distance = (node: Named): number => Math.abs(Number(node.address.split('.').pop()) - last);
      return [...pool]
        .sort((a, b) => distance(a) - distance(b))
        .slice(0, 3)
        .sort((a, b) => compareAddresses(a.address, b.address))
        .map((node) => this.shown(node));
    }
    const titled = this.all.flatMap((node) => wordings(node.title).map((title) => ({ node, title })));
    const similar = mostSimilar(word, titled, ({ title }) => title, titled.length).map(({ node }) => node);
    return [...new Set(similar)].slice(0, 3).map((node) => this.shown(node));
  }

  private shown({ address, title }: Named): { address: string; title: string } {
    return { address, title: wording(title, this.language) };
  }
}

const below = (node: Named): Topic[] =>
  node.kind === 'topic' ? [node, ...topicsOf(node.topics)] : [...topicsOf(node.children)];

/** The section of each topic, by the topic's id: the nearest one above it. Root topics are absent. */
export function sectionsOf(roadmap: Roadmap): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>();
  const visit = (nodes: readonly Named[], section: Section | null) => {
    for (const node of nodes) {
      if (node.kind === 'section') visit(node.children, node);
      else {
        if (section !== null) found.set(node.id, section);
        visit(node.topics, section);
      }
    }
  };
  visit(roadmap.children, null);
  return found;
}
