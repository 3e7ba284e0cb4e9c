// TopicId: what a tick follows when a roadmap is renumbered or moved: a written id, else a hash of the title path (FORMATS A2).
import { pattern } from '../text/pattern.ts';
import { withoutStrayBytes } from '../text/well-formed.ts';
import { firstWording, type Roadmap, type Section, type Topic, type TopicId } from './roadmap.ts';

const otherGaps = pattern(String.raw`[^\p{L}\p{N}\p{S}]+`, 'gu');

// Letters and digits of most titles; the class below is the same for them, and dear to compile.
const usual = /^[\t\n\r -~А-яЁё«»–—…“”„’№]*$/;
const usualGaps = /[^a-z0-9а-яё$+<=>^`|~№]+/g;

/** Titles are the same when they differ only in case, accents' encoding, punctuation and white space. */
export function normalTitle(title: string): string {
  const lower = title.toLowerCase();
  const plain = (usual.test(title) ? lower : withoutStrayBytes(lower).normalize('NFC')).replace(/ё/g, 'е');
  const words = plain.replace(usual.test(title) ? usualGaps : otherGaps(), ' ').trim();
  return words === '' ? plain.trim() : words;
}

/** 53 bits of hash (cyrb53's construction is not needed to be secret, only even) as eight to eleven letters and digits. */
export function hashOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(8, '0');
}

/**
 * How the nodes on the way to these topics follow each other among equal ones: their number, and what each looks like. Two readings
 * that give the same text tell equal titles apart in the same way (FORMATS A4). Empty where every title on the way is the only one.
 */
export function orderOfEqual({ children, projects }: Roadmap, ids: ReadonlySet<TopicId>): string {
  const found: string[] = [];
  const visit = (nodes: readonly (Section | Topic)[]): boolean => {
    const ways = nodes.filter((node) => {
      const isBelow = visit(node.kind === 'section' ? node.children : node.topics);
      return isBelow || (node.kind === 'topic' && ids.has(node.id));
    });
    if (ways.length === 0) return false;
    const wanted = new Set(ways.map((node) => normalTitle(firstWording(node.title))));
    const equal = new Map<string, (Section | Topic)[]>();
    for (const node of nodes) {
      const title = normalTitle(firstWording(node.title));
      if (!wanted.has(title) || (node.kind === 'topic' && node.idWritten)) continue;
      const known = equal.get(title);
      if (known) known.push(node);
      else equal.set(title, [node]);
    }
    for (const group of equal.values()) if (group.length > 1) found.push(JSON.stringify(group.map(looksOf)));
    return true;
  };
  visit(children);
  visit(projects);
  return found.join('\n');
}

/** By what equal nodes differ: a topic by its state and notes, a section by what is in it. */
function looksOf(node: Section | Topic): unknown {
  if (node.kind === 'section') return node.children.map(({ title }) => normalTitle(firstWording(title)));
  const { status, completedOn, tags, notes, topics } = node;
  return [status, completedOn, tags, notes, topics.map(({ title }) => normalTitle(firstWording(title)))];
}
