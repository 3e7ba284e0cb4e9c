// TopicId: what a tick follows when a roadmap is renumbered or moved: a written id, else a hash of the title path (FORMATS A2).
import { withoutStrayBytes } from '../text/lossless.ts';
import { pattern } from '../text/pattern.ts';
import type { DraftSection, DraftTopic } from './draft.ts';
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

/** An id that the author gave to two topics: the later one is derived from its titles instead. */
export interface SharedId {
  readonly topic: DraftTopic;
  readonly id: string;
  readonly first: DraftTopic;
}

/** Sets `id` on every section, topic and project that has none. Equal title paths are distinguished by their order. */
export function assignIds(root: readonly (DraftSection | DraftTopic)[], projects: readonly DraftTopic[]): SharedId[] {
  const written = new Map<string, DraftTopic>();
  const shared: SharedId[] = [];
  const derived = new Map<string, number>();
  const derive = (path: string): string => {
    const times = (derived.get(path) ?? 0) + 1;
    derived.set(path, times);
    return hashOf(times === 1 ? path : `${path}\n${times}`);
  };
  const claim = (topic: DraftTopic): void => {
    if (!topic.idWritten) return;
    const first = written.get(topic.id);
    if (first === undefined) written.set(topic.id, topic);
    else {
      shared.push({ topic, id: topic.id, first });
      topic.sharedId = topic.id;
      topic.idWritten = false;
    }
  };
  // The hash of a path is that of its parent's hash and its own title: long paths cost no more than short ones.
  const visit = (nodes: readonly (DraftSection | DraftTopic)[], parent: string): void => {
    for (const node of nodes) {
      const below = node.kind === 'section' ? node.children : node.topics;
      if (node.kind === 'topic') claim(node);
      const isWritten = node.kind === 'section' ? node.id !== '' : node.idWritten;
      if (isWritten && below.length === 0) continue;
      const path = derive(`${parent}\n${normalTitle(firstWording(node.title))}`);
      if (!isWritten) node.id = path;
      visit(below, path);
    }
  };
  visit(root, '');
  for (const project of projects) {
    claim(project);
    if (!project.idWritten) project.id = derive(`project\n${normalTitle(firstWording(project.title))}`);
  }
  return shared;
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
