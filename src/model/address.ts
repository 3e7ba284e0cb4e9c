// Address: the number by which a section or topic is typed and read; given out anew at every reading, never identity.
import type { DraftSection, DraftTopic } from './draft.ts';

type Numbered = DraftSection | DraftTopic;

/** An own number that was taken already: the later one got `given` instead (FORMATS A1). */
export interface Clash {
  readonly node: Numbered;
  readonly number: string;
  readonly given: string;
}

const childrenOf = (node: Numbered): readonly Numbered[] => (node.kind === 'topic' ? node.topics : node.children);

/** Sets `address` on everything below (FORMATS A1): the author's numbers first, the others count in document order around them. */
export function assignAddresses(root: readonly Numbered[], projects: readonly DraftTopic[]): Clash[] {
  const taken = new Set<string>();
  const reserved = new Set<Numbered>();
  const clashes: Clash[] = [];

  const reserve = (node: Numbered, address: string): boolean => {
    if (taken.has(address)) return false;
    taken.add(address);
    reserved.add(node);
    node.address = address;
    return true;
  };
  /** First round: dotted numbers name their place alone, single ones below a parent whose own address is its number. */
  const reserveOwn = (nodes: readonly Numbered[], prefix: string | null): void => {
    for (const node of nodes) {
      const { number } = node;
      let own: string | null = null;
      if (number !== null) {
        const address = normalNumber(number);
        own = address.includes('.') ? address : prefix === null ? null : prefix + address;
        if (own !== null && !reserve(node, own)) own = null;
      }
      reserveOwn(childrenOf(node), own === null ? null : `${own}.`);
    }
  };
  reserveOwn(root, '');

  /** Second round, top down: what is still open below a parent whose address is known by now. */
  const count = (nodes: readonly Numbered[], prefix: string): void => {
    for (const node of nodes) {
      if (node.number === null || reserved.has(node)) continue;
      const own = normalNumber(node.number);
      if (!own.includes('.')) reserve(node, prefix + own);
    }
    let next = 1;
    for (const node of nodes) {
      if (!reserved.has(node)) {
        while (taken.has(prefix + next)) next++;
        reserve(node, prefix + next);
        if (
          node.number !== null &&
          normalNumber(node.number) !== node.address &&
          prefix + normalNumber(node.number) !== node.address
        )
          clashes.push({ node, number: node.number, given: node.address });
      }
      count(childrenOf(node), `${node.address}.`);
    }
  };
  const hasSections = root.some((node) => node.kind === 'section');
  if (hasSections) {
    count(
      root.filter((node) => node.kind === 'section'),
      '',
    );
    // Topics outside any section stand before section 1.
    count(
      root.filter((node) => node.kind === 'topic'),
      '0.',
    );
  } else count(root, '');
  projects.forEach((project, index) => {
    project.address = `P${index + 1}`;
  });
  return clashes;
}

/** `04.2` and `4.2` are one number. */
function normalNumber(number: string): string {
  return number.replace(/(^|\.)0+(?=\d)/g, '$1');
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
