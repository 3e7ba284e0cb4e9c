// MockupGroup: a named group of an older roadmap.sh drawing; its name has its place: `100-traffic:gateways`.
import { type DraftTopic, draftTopic } from '../../model/draft.ts';
import { isRecord, type JsonRecord, numberOf, textOf } from './values.ts';

interface MockupGroup {
  /** `['traffic', 'gateways']`. */
  readonly path: readonly string[];
  /** The number before the name, which the author ordered by; infinite where there is none. */
  readonly order: number;
  readonly title: string;
  readonly x: number;
  readonly y: number;
}

/** Deeper than any drawing: a file made to exhaust the stack is read only so far. */
const deepest = 60;

/** Groups nested by their names; a group whose parent is not drawn is at the nearest ancestor that is. */
export function mockupTopics(mockup: JsonRecord): DraftTopic[] {
  const groups: MockupGroup[] = [];
  collect(mockup.controls, groups, 0);
  groups.sort((a, b) => a.order - b.order || a.y - b.y || a.x - b.x);
  const known = new Map(groups.map((group) => [group.path.join(':'), group]));
  const unique = groups.filter((group) => known.get(group.path.join(':')) === group);
  const parentOf = (group: MockupGroup): MockupGroup | null => {
    for (let length = group.path.length - 1; length > 0; length--) {
      const parent = known.get(group.path.slice(0, length).join(':'));
      if (parent !== undefined) return parent;
    }
    return null;
  };
  const children = new Map<MockupGroup | null, MockupGroup[]>();
  for (const group of unique) {
    const parent = parentOf(group);
    const siblings = children.get(parent);
    if (siblings) siblings.push(group);
    else children.set(parent, [group]);
  }
  const build = (group: MockupGroup): DraftTopic => {
    const topic = draftTopic(group.title, 0);
    topic.id = group.path.join('__').replace(/[^A-Za-z0-9_-]/g, '-');
    topic.idWritten = true;
    topic.topics = (children.get(group) ?? []).map(build);
    return topic;
  };
  return (children.get(null) ?? []).map(build);
}

function collect(controls: unknown, into: MockupGroup[], depth: number): void {
  if (!isRecord(controls) || depth > deepest) return;
  const list = Array.isArray(controls.control) ? controls.control : [controls.control];
  for (const control of list) {
    if (!isRecord(control)) continue;
    const group = groupOf(control);
    if (group !== null) into.push(group);
    if (isRecord(control.children)) collect(control.children.controls, into, depth + 1);
  }
}

/** Groups for links to other sites and for check marks are named after what they do, with a colon behind it. */
function groupOf(control: JsonRecord): MockupGroup | null {
  const name = isRecord(control.properties) ? textOf(control.properties.controlName) : null;
  if (name === null || /^(?:ext_link|check|json-to-markdown|info|label|roadmap_info):/i.test(name)) return null;
  const match = /^(\d+)[-_](.+)$/.exec(name);
  if (match === null && control.typeID !== '__group__') return null;
  const path = (match === null ? name : (match[2] as string)).split(':', deepest).map((part) => part.trim());
  return {
    path,
    order: match === null ? Number.POSITIVE_INFINITY : Number(match[1]),
    title: labelOf(control, 0) ?? spelled(path[path.length - 1] as string),
    x: numberOf(control.x),
    y: numberOf(control.y),
  };
}

/** The first text drawn inside a group; the drawing program escapes it as in an address. */
function labelOf(control: JsonRecord, depth: number): string | null {
  if (depth > deepest) return null;
  const text = isRecord(control.properties) ? textOf(control.properties.text) : null;
  if (text !== null) return unescaped(text);
  const controls = isRecord(control.children) ? control.children.controls : null;
  const list = isRecord(controls) ? (Array.isArray(controls.control) ? controls.control : [controls.control]) : [];
  for (const child of list) {
    const label = isRecord(child) ? labelOf(child, depth + 1) : null;
    if (label !== null) return label;
  }
  return null;
}

function unescaped(text: string): string | null {
  try {
    return textOf(decodeURIComponent(text));
  } catch {
    return text; // a stray % is a character like any other
  }
}

/** `how-it-works` → `How it works`. */
function spelled(slug: string): string {
  const words = slug.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
