// PickTree: what the picker shows: sections, topics and projects in document order, each with what is above and below it.
import { normalTitle } from './identity.ts';
import { isLapsed, type Roadmap, type Section, type Status, type Topic, wordings } from './roadmap.ts';

/** One line of the tree. Nodes are known by their places: parents come before what is below them. */
export interface PickNode {
  readonly node: Section | Topic;
  /** 0 for the outermost. */
  readonly depth: number;
  /** The place of the node above; -1 for the outermost. */
  readonly parent: number;
  /** The place behind all below it. */
  readonly end: number;
  /** A line that repeats is not ours to change (FORMATS D4). */
  readonly isLocked: boolean;
}

export interface PickTree {
  readonly nodes: readonly PickNode[];
  /** Of each node what a filter looks for: address and titles in normal form. */
  readonly words: readonly string[];
}

/** Whether a node is a topic, and not a section. */
export const topicOf = ({ node }: PickNode): Topic | null => (node.kind === 'topic' ? node : null);

/** The topics and projects of a roadmap, or of what is left of one; `isLocked` says which of them cannot be changed. */
export function pickTree({ children, projects }: Roadmap, isLocked: (topic: Topic) => boolean): PickTree {
  const nodes: PickNode[] = [];
  const add = (children: readonly (Section | Topic)[], parent: number, depth: number): void => {
    for (const node of children) {
      const at = nodes.length;
      const locked = node.kind === 'topic' && isLocked(node);
      nodes.push({ node, depth, parent, end: at + 1, isLocked: locked });
      const below = node.kind === 'topic' ? node.topics : node.children;
      if (below.length > 0) add(below, at, depth + 1);
      // A section without a topic has nothing to choose.
      if (node.kind === 'section' && nodes.length === at + 1) nodes.pop();
      else nodes[at] = { node, depth, parent, end: nodes.length, isLocked: locked };
    }
  };
  add(children, -1, 0);
  add(projects, -1, 0);
  return {
    nodes,
    words: nodes.map(({ node }) => [node.address, ...wordings(node.title).map(normalTitle)].join('\n')),
  };
}

/** Of each node: not shown, shown for what is below it, or what was looked for. */
export const fit = { no: 0, above: 1, yes: 2 } as const;

/**
 * What fits words, each of which has to be in the address or titles of a node or of what it is in: `traffic retry` finds the retries
 * of the section on traffic. One value of `fit` for each node; null for no words: all are shown.
 */
export function fitting({ nodes, words }: PickTree, filter: string): Uint8Array | null {
  const wanted = wordsOf(filter);
  if (wanted.length === 0) return null;
  const all = wanted.reduce((bits, { bit }) => bits | bit, 0);
  const found = new Uint32Array(nodes.length);
  const fits = new Uint8Array(nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    const { parent } = nodes[at] as PickNode;
    const text = words[at] as string;
    let has = parent < 0 ? 0 : (found[parent] as number);
    for (const { address, title, bit } of wanted)
      if ((address !== null && text.startsWith(address)) || text.includes(title)) has |= bit;
    found[at] = has;
    if (has !== all) continue;
    fits[at] = fit.yes;
    for (let above = parent; above >= 0 && fits[above] === fit.no; above = (nodes[above] as PickNode).parent)
      fits[above] = fit.above;
  }
  return fits;
}

/** More words than anybody types; each is a bit. */
const mostWords = 30;

interface Wanted {
  /** The beginning of an address; null for a word that looks like none. */
  readonly address: string | null;
  /** A part of a title, in normal form. */
  readonly title: string;
  readonly bit: number;
}

function wordsOf(filter: string): Wanted[] {
  return filter
    .split(/\s+/)
    .map((word) => ({ word, title: normalTitle(word) }))
    .filter(({ title }) => title !== '')
    .slice(0, mostWords)
    .map(({ word, title }, place) => ({
      address: /^[Pp]?\d[\d.]*$/.test(word) ? word.toUpperCase() : null,
      ...{ title, bit: 1 << place },
    }));
}

/** The places that are shown, in order: nothing below what is folded, and of a filtered tree only what fits. */
export function shownNodes({ nodes }: PickTree, folded: ReadonlySet<number>, fits: Uint8Array | null): number[] {
  const shown: number[] = [];
  for (let at = 0; at < nodes.length; ) {
    const isShown = fits === null || fits[at] !== fit.no;
    if (isShown) shown.push(at);
    at = isShown && !folded.has(at) ? at + 1 : (nodes[at] as PickNode).end;
  }
  return shown;
}

/** By the places of nodes; the last number is that of the whole. */
export interface PickCounts {
  readonly done: Uint32Array;
  readonly total: Uint32Array;
}

/**
 * How many topics are done, below each node and itself, with the states that `states` gives some of them. Projects are counted
 * nowhere, as in `status`, nor is what was skipped or has lapsed.
 */
export function countsOf({ nodes }: PickTree, states: ReadonlyMap<number, Status>): PickCounts {
  const done = new Uint32Array(nodes.length + 1);
  const total = new Uint32Array(nodes.length + 1);
  // From the end: what is below a node comes behind it.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const { node, parent } = nodes[at] as PickNode;
    if (node.kind === 'topic' && node.project === null) {
      const status = states.get(at) ?? node.status;
      const isCounted = status !== 'skipped' && !isLapsed({ status, extra: node.extra });
      if (isCounted) (total[at] as number)++;
      if (isCounted && status === 'done') (done[at] as number)++;
    }
    const above = parent < 0 ? nodes.length : parent;
    (done[above] as number) += done[at] as number;
    (total[above] as number) += total[at] as number;
  }
  return { done, total };
}
