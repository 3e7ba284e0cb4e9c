// ParsedTree: the tree of any YAML text, by the library that knows all of YAML.
import type { ParsedNode } from 'yaml';
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import { type Problem, type ProblemArgs, type ProblemCode, problem } from '../../errors.ts';
import type { Position, Source } from '../../text/source.ts';
import { positionOf } from '../../text/source.ts';
import { type Complaint, mistakesIn } from './mistake.ts';
import type { Cut, Pair, Scalar, Tree } from './tree.ts';
import { dangerousKeys, dashIn } from './tree.ts';

export interface ParsedYaml {
  /** Null when there are problems, and for a text with nothing but comments. */
  readonly tree: Tree | null;
  readonly problems: readonly Problem[];
}

// Past a few thousand levels the composer's recursion ends the whole process, not just the read; people stay below 20.
const deepest = 100;
/** A value has one anchor and one tag; the lexer calls itself for each one more, and many thousands would end the stack. */
const mostSignsInARow = 10;
/** The first is the one that is named; each of them takes as much memory as a page of text. */
const mostErrors = 1000;
/** Values that aliases may add up to: a bomb of nine lines makes a billion of them. */
const mostAliased = 10_000;

class Refusal<Code extends ProblemCode> extends Error {
  readonly problem: Problem<Code>;
  constructor(code: Code, at: Position, args: ProblemArgs[Code]) {
    super(code);
    this.problem = problem(code, at, args);
  }
}

/**
 * Parses with bounds that hold before anything recursive runs. Refused with a problem: syntax errors, duplicate keys,
 * more than one document (half a file must not pass for the whole), nesting deeper than 100, aliases that multiply,
 * and the keys that reach into prototypes (FORMATS Y2).
 */
export function parseTree(source: Source): ParsedYaml {
  const { trees, problems } = treesOf(source, 1, false);
  return { tree: trees[0] ?? null, problems };
}

export interface ParsedDocuments {
  /** Those that hold something; none when there are problems. */
  readonly trees: readonly Tree[];
  readonly problems: readonly Problem[];
}

/** Parses as `parseTree` does a text with up to `most` documents; the bounds hold for all of them together. Scalars say whether they are bare. */
export function parseDocuments(source: Source, most: number): ParsedDocuments {
  return treesOf(source, most, true);
}

function treesOf(source: Source, most: number, marksBare: boolean): ParsedDocuments {
  const position = (offset: number): Position => positionOf(source, Math.min(offset, source.text.length));
  try {
    const documents = compose(source.text.replace(/\r(?!\n)/g, '\n'), position);
    const complaints: Complaint[] = documents.flatMap(({ errors, contents }) => [
      ...errors.map(({ code, message, pos }) => ({ code, message, at: pos[0] })),
      ...doubledKeys(contents),
    ]);
    if (complaints.length > 0) return { trees: [], problems: mistakesIn(source, complaints) };
    const full = documents.flatMap(({ contents }) =>
      contents && !(isScalar(contents) && contents.source === '') ? [contents] : [],
    );
    const surplus = full[most];
    if (surplus && most === 1) throw new Refusal('second-document', position(surplus.range[0]), {});
    if (surplus) throw new Refusal('too-many-objects', position(surplus.range[0]), { most });
    const builder = new TreeBuilder(source.text, position, marksBare);
    return { trees: full.map((contents) => builder.document(contents)), problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { trees: [], problems: [error.problem] };
    throw error;
  }
}

function compose(text: string, position: (offset: number) => Position) {
  const parser = new Parser();
  const composer = new Composer<ParsedNode>({ schema: 'failsafe', prettyErrors: false, uniqueKeys: false });
  const documents = [];
  let signs = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (/^[&!]/.test(lexeme)) signs++;
    else if (lexeme.trim() !== '') signs = 0;
    if (signs > mostSignsInARow) throw new Refusal('unexpected', position(parser.offset), {});
    for (const token of parser.next(lexeme)) {
      documents.push(...composer.next(token));
      if (token.type === 'error') errors++;
    }
    if (errors > mostErrors) break;
    if (parser.stack.length > 2 * deepest) throw new Refusal('too-deep', position(parser.offset), { most: deepest });
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return documents;
}

/** Keys that a map has twice, each where it is the second time. The library would compare each key with all before it. */
function doubledKeys(node: unknown): Complaint[] {
  if (isSeq(node)) return node.items.flatMap(doubledKeys);
  if (!isMap(node)) return [];
  const seen = new Set<unknown>();
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : key;
    const isDoubled = seen.has(name);
    seen.add(name);
    const at = (key as ParsedNode | null)?.range[0] ?? 0;
    const own = isDoubled ? [{ code: 'DUPLICATE_KEY', message: 'Map keys must be unique', at }] : [];
    return [...own, ...doubledKeys(key), ...doubledKeys(value)];
  });
}

interface Sized {
  readonly tree: Tree;
  readonly size: number;
}

/** Makes a tree of what the library composed, within the bounds of `parseTree`. */
class TreeBuilder {
  private readonly text: string;
  private readonly position: (offset: number) => Position;
  private readonly anchors = new Map<string, Sized | 'open'>();
  private readonly comment = /[ \t]+#/y;
  private aliases: ReadonlySet<string> | undefined;
  private aliased = 0;
  private readonly marksBare: boolean;
  constructor(text: string, position: (offset: number) => Position, marksBare: boolean) {
    this.text = text;
    this.position = position;
    this.marksBare = marksBare;
  }

  /** Anchors end with their document. */
  document(contents: ParsedNode): Tree {
    this.anchors.clear();
    return this.convert(contents, 1, { line: 1, column: 1 }).tree;
  }

  convert(node: ParsedNode | null, depth: number, near: Position): Sized {
    if (!node) return { tree: { kind: 'scalar', text: null, block: false, at: near }, size: 1 };
    const at = this.position(node.range[0]);
    if (depth > deepest) throw new Refusal('too-deep', at, { most: deepest });
    if (isAlias(node)) return this.target(node.source, at);
    const { anchor } = node;
    if (anchor) this.anchors.set(anchor, 'open');
    const sized = isMap(node)
      ? this.mapOf(node, depth, at)
      : isSeq(node)
        ? this.listOf(node, depth, at)
        : this.scalarOf(node, at);
    if (anchor) this.anchors.set(anchor, sized);
    return sized;
  }

  private target(name: string, at: Position): Sized {
    const target = this.anchors.get(name);
    if (!target) throw new Refusal('no-anchor', at, { name });
    if (target === 'open') throw new Refusal('anchor-in-itself', at, { name });
    this.aliased += target.size;
    if (this.aliased > mostAliased) throw new Refusal('too-many-aliases', at, {});
    return target;
  }

  private scalarOf(node: ParsedNode, at: Position): Sized {
    if (!isScalar(node)) throw new Refusal('unknown-value', at, {});
    const empty = node.type === 'PLAIN' && (node.source === '' || node.source === '~');
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const tree: Scalar = { kind: 'scalar', text: empty ? null : String(node.value), block, at };
    const [start, end] = node.range;
    const dash = node.type === 'PLAIN' && tree.text?.includes(' - ') ? dashIn(this.text, start, end) : -1;
    const cut = node.type === 'PLAIN' && !empty ? this.cutOf(node, at) : null;
    const bare = this.marksBare && (node.tag === undefined ? node.type === 'PLAIN' : isTypeTag(node.tag));
    return {
      tree: {
        ...tree,
        ...(dash >= 0 && { dash: this.position(dash) }),
        ...(cut && { cut }),
        ...(bare && { isBare: bare }),
      },
      size: 1,
    };
  }

  private cutOf({ range: [, end], anchor, tag }: ParsedNode & { tag?: string }, at: Position): Cut | null {
    if (anchor !== undefined && !this.isReferred(anchor)) return { by: 'sign', at };
    if (tag?.startsWith('!')) return { by: 'sign', at };
    this.comment.lastIndex = end;
    const found = this.comment.exec(this.text);
    return found === null ? null : { by: 'comment', at: this.position(this.comment.lastIndex - 1) };
  }

  /** Whether an alias names the anchor; one that none names was meant as a sign in a text. */
  private isReferred(anchor: string): boolean {
    this.aliases ??= new Set(Array.from(this.text.matchAll(/\*([^\s,[\]{}]+)/g), ([, name]) => name as string));
    return this.aliases.has(anchor);
  }

  private listOf(node: ParsedNode & { items: unknown[] }, depth: number, at: Position): Sized {
    const values = (node.items as ParsedNode[]).map((value) => this.convert(value, depth + 1, at));
    return { tree: { kind: 'list', values: values.map(({ tree }) => tree), at }, size: sum(values) };
  }

  private mapOf(node: ParsedNode & { items: unknown[] }, depth: number, at: Position): Sized {
    const pairs: Pair[] = [];
    const merged: Pair[] = [];
    let size = 1;
    for (const item of node.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
      const keyAt = item.key ? this.position(item.key.range[0]) : at;
      if (!item.key || !isScalar(item.key)) throw new Refusal('odd-key', keyAt, {});
      // `:title:`, as Ruby writes its keys.
      const key = String(item.key.value).replace(/^:(?=[A-Za-z_])/, '');
      if (dangerousKeys.has(key)) throw new Refusal('forbidden-key', keyAt, { key });
      const value = this.convert(item.value, depth + 1, keyAt);
      size += value.size;
      if (key === '<<') merged.push(...mergedPairs(value.tree));
      else pairs.push({ key, at: keyAt, value: value.tree, ...(item.value === null && { isBare: true }) });
    }
    const own = new Set(pairs.map(({ key }) => key));
    for (const pair of merged) {
      if (own.has(pair.key)) continue;
      own.add(pair.key);
      pairs.push(pair);
    }
    return { tree: { kind: 'map', pairs, at }, size };
  }
}

/** `!!int "5"`: in quotes, and no text all the same. */
const isTypeTag = (tag: string): boolean => /^tag:yaml\.org,2002:(?:int|float|bool|null)$/.test(tag);

/** `<<: *defaults` and `<<: [*a, *b]`: older YAML's way to share keys; the map's own keys win. */
function mergedPairs(value: Tree): readonly Pair[] {
  if (value.kind === 'map') return value.pairs;
  return value.kind === 'list' ? value.values.flatMap(mergedPairs) : [];
}

function sum(values: readonly Sized[]): number {
  return values.reduce((total, { size }) => total + size, 1);
}
