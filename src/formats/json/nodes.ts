// RoadmapNode: a box on a roadmap.sh drawing; topics hold the subtopics that their edges, else their places, give them.
import { type DraftTopic, draftTopic } from '../../model/draft.ts';
import { isRecord, type JsonRecord, numberOf, textOf } from './values.ts';

interface RoadmapNode {
  readonly id: string;
  readonly isTopic: boolean;
  readonly title: string;
  readonly x: number;
  readonly y: number;
}

/** What the site lets people tick; sections, paragraphs, lines, buttons and legends are drawing. */
const ticked = new Set(['topic', 'subtopic', 'todo']);

function nodeOf(value: unknown): RoadmapNode | null {
  if (!isRecord(value) || typeof value.type !== 'string' || !ticked.has(value.type)) return null;
  const title = labelOf(value);
  if (title === null) return null;
  const at = isRecord(value.position) ? value.position : {};
  const id = typeof value.id === 'string' ? value.id : '';
  return { id, isTopic: value.type === 'topic', title, x: numberOf(at.x), y: numberOf(at.y) };
}

const labelOf = ({ data }: JsonRecord): string | null =>
  isRecord(data) ? (textOf(data.label) ?? textOf(data.title)) : null;

/** The label of the node that names the drawing. */
export function titleNode(nodes: readonly unknown[]): string | null {
  for (const node of nodes) if (isRecord(node) && node.type === 'title') return labelOf(node);
  return null;
}

/** Topics from top to bottom and left to right, each with its subtopics in the same order. */
export function nodeTopics(values: readonly unknown[], edges: readonly unknown[]): DraftTopic[] {
  const nodes = values.map(nodeOf).filter((node) => node !== null);
  nodes.sort((a, b) => a.y - b.y || a.x - b.x);
  const parents = parentsOf(nodes, edges);
  const children = new Map<RoadmapNode | null, RoadmapNode[]>();
  for (const node of nodes) {
    const parent = parents.get(node) ?? null;
    const known = children.get(parent);
    if (known) known.push(node);
    else children.set(parent, [node]);
  }
  const build = (node: RoadmapNode): DraftTopic => {
    const topic = draftTopic(node.title, 0);
    // An id is written into the progress file as 🆔: letters, digits, - and _ (FORMATS, Dates).
    if (/^[A-Za-z0-9_-]+$/.test(node.id)) {
      topic.id = node.id;
      topic.idWritten = true;
    }
    topic.topics = (children.get(node) ?? []).map(build);
    return topic;
  };
  return (children.get(null) ?? []).map(build);
}

/** The topic of each subtopic: along the edges, however many subtopics lie between; else that of the nearest box. */
function parentsOf(nodes: readonly RoadmapNode[], edges: readonly unknown[]): Map<RoadmapNode, RoadmapNode> {
  const topics = nodes.filter((node) => node.isTopic);
  const parents = new Map<RoadmapNode, RoadmapNode>();
  if (topics.length === 0) return parents;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const near = new Map<RoadmapNode, RoadmapNode[]>();
  const link = (from: RoadmapNode, to: RoadmapNode): void => {
    const known = near.get(from);
    if (known) known.push(to);
    else near.set(from, [to]);
  };
  for (const edge of edges) {
    if (!isRecord(edge)) continue;
    const [a, b] = [byId.get(String(edge.source)), byId.get(String(edge.target))];
    if (a === undefined || b === undefined) continue;
    link(a, b);
    link(b, a);
  }
  const waiting = topics.map((topic) => ({ topic, at: topic }));
  for (const { topic, at } of waiting)
    for (const node of near.get(at) ?? []) {
      if (node.isTopic || parents.has(node)) continue;
      parents.set(node, topic);
      waiting.push({ topic, at: node });
    }
  const placed = nodes.filter((node) => node.isTopic || parents.has(node));
  for (const node of nodes) {
    if (node.isTopic || parents.has(node)) continue;
    const [first, ...others] = placed;
    const nearest = others.reduce(
      (best, one) => (distance(one, node) < distance(best, node) ? one : best),
      first as RoadmapNode,
    );
    parents.set(node, parents.get(nearest) ?? nearest);
  }
  return parents;
}

/** A drawing runs from top to bottom: boxes side by side belong together sooner than boxes below each other. */
const distance = (a: RoadmapNode, b: RoadmapNode): number => Math.hypot((a.x - b.x) / 2, a.y - b.y);
