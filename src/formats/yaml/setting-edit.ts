// SettingEdit: one setting of a YAML text put in, replaced or taken out, while every other character stays.
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
} from 'yaml';

/** One text, several, or none: then the setting is taken out. */
export type NewValue = string | readonly string[] | null;

/**
 * The text with the setting at `path` as wanted. Comments and the way everything else is written stay. Where the keys above are
 * written in braces, or as another kind of value than a map, the library writes the text anew, with its comments. The text has to be
 * right YAML.
 */
export function withSetting(text: string, path: readonly string[], value: NewValue): string {
  const document = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true });
  const spliced = value === null ? without(text, document, path) : having(text, document, path, value);
  put(document, path, value);
  const isRight = spliced !== null && isSame(parseDocument(spliced, { schema: 'failsafe' }), document);
  return isRight ? spliced : document.toString({ lineWidth: 0 });
}

/** Null where a splice cannot do it. */
function having(text: string, document: Document, path: readonly string[], value: NewValue): string | null {
  const { map, depth } = nearestMap(document, path);
  if (map === null) return document.contents === null ? `${appended(text, '', path, value)}\n` : null;
  if (map.flow) return null;
  const pair = pairOf(map, path[depth] as string);
  if (pair !== null) {
    if (depth !== path.length - 1) return null;
    const written = writtenOf(value);
    const at = rangeOf(pair.value);
    if (isCollection(pair.value) && !pair.value.flow) return null;
    if (at !== null && at.end > at.start) return text.slice(0, at.start) + written + text.slice(at.end);
    const colon = text.indexOf(':', (rangeOf(pair.key) as Range).end) + 1;
    return `${text.slice(0, colon)} ${written}${text.slice(colon)}`;
  }
  const indent = ' '.repeat(columnOf(text, map));
  const end = lineEnd(text, endOf(map));
  return appended(text.slice(0, end), indent, path.slice(depth), value) + (text.slice(end) || '\n');
}

/** Null where it is not there, or not in lines of its own. */
function without(text: string, document: Document, path: readonly string[]): string | null {
  let { map, depth } = nearestMap(document, path);
  if (map === null || depth !== path.length - 1) return null;
  // A map that would be left without keys goes as well.
  while (depth > 0 && map.items.length === 1) map = nearestMap(document, path.slice(0, depth--)).map as YAMLMap;
  const pair = pairOf(map, path[depth] as string);
  if (map.flow || pair === null) return null;
  const start = lineStart(text, (rangeOf(pair.key) as Range).start);
  return text.slice(0, start) + text.slice(Math.min(text.length, lineEnd(text, endOf(pair.value) || start) + 1));
}

/** The map that holds the last key of the path, or as much of the way there as exists; `depth` is how many keys lead to it. */
function nearestMap(document: Document, path: readonly string[]): { map: YAMLMap | null; depth: number } {
  if (!isMap(document.contents)) return { map: null, depth: 0 };
  let map: YAMLMap = document.contents;
  let depth = 0;
  while (depth < path.length - 1) {
    const below = pairOf(map, path[depth] as string)?.value;
    if (!isMap(below)) break;
    map = below;
    depth++;
  }
  return { map, depth };
}

const pairOf = (map: YAMLMap, key: string): Pair | null =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) ?? null;

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangeOf(node: unknown): Range | null {
  const range = (node as Scalar | null)?.range;
  return range ? { start: range[0], end: range[1] } : null;
}

/** Where the last value in a node ends: of a block the lines below belong to it as far as they are indented, comments too. */
function endOf(node: unknown): number {
  if (isMap(node) && !node.flow) {
    const last = node.items[node.items.length - 1];
    return endOf(last?.value) || (rangeOf(last?.key)?.end ?? 0);
  }
  if (isCollection(node) && !node.flow) return endOf(node.items[node.items.length - 1]);
  const { end } = rangeOf(node) ?? { end: 0 };
  return end;
}

const columnOf = (text: string, map: YAMLMap): number => {
  const { start } = rangeOf(map.items[0]?.key) as Range;
  return start - lineStart(text, start);
};
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** Where the line ends that holds the character before `at`. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', Math.max(0, at - (text[at - 1] === '\n' ? 1 : 0)));
  return end < 0 ? text.length : end;
}

/** Keys below each other, the last with its value, as lines of their own behind a text; the last line end is the text's own. */
function appended(text: string, indent: string, path: readonly string[], value: NewValue): string {
  const lines = path.map((key, depth) => {
    const isLast = depth === path.length - 1;
    return `${indent}${'  '.repeat(depth)}${writtenOf(key)}:${isLast ? ` ${writtenOf(value)}` : ''}`;
  });
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${lines.join('\n')}`;
}

function writtenOf(value: NewValue): string {
  if (typeof value !== 'string') return `[${(value ?? []).map(writtenOf).join(', ')}]`;
  // The core schema quotes what other programs would take for a number or a truth value.
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
}

function isSame(document: Document, wanted: Document): boolean {
  if (document.errors.length > 0) return false;
  const [one, other] = [document, wanted].map((each) => JSON.stringify(withoutEmpty(each.toJS())));
  return one === other;
}

/** `kafka: ~/Kafka.md` becomes `kafka: {file: ~/Kafka.md, …}` where a key is to be below it. */
function put(document: Document, path: readonly string[], value: NewValue): void {
  if (value === null) {
    document.deleteIn(path);
    return;
  }
  const above = path.slice(0, -1);
  const short = above.length > 0 ? document.getIn(above) : null;
  if (typeof short === 'string') document.setIn(above, document.createNode({ file: short }));
  document.setIn(path, document.createNode(value));
}

/** Keys in the order of their names, and no map without keys: neither makes a difference. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? {};
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(
      ([, inner]) =>
        !(typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.keys(inner).length === 0),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}
