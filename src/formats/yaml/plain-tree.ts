// PlainTree: the tree of a YAML text that has only what most have, read without the library.
import type { Position, Source } from '../../text/source.ts';
import { dangerousKeys, dashIn, type List, type MapTree, type Pair, type Scalar, type Tree } from './tree.ts';

/**
 * The tree of a plain text, with the same values and places as `parseTree` gives; null where anything in the text is more than plain or
 * wrong. Plain are maps and lists by indentation, flow lists and maps on one line, texts bare, quoted, or behind `|` and `>`, and
 * comments. Anchors, aliases, tags, directives, tabs, merged keys, a second document and keys given twice are not. Linear in the text.
 */
export function plainTree(source: Source): Tree | null {
  if (oddCharacter.test(source.text)) return null;
  try {
    return new PlainReader(source).root();
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

class NotPlain extends Error {}

type Writable<Made> = { -readonly [Field in keyof Made]: Made[Field] };

/** Control characters, tabs among them, and what ends a line for some programs and not for others. */
const oddCharacter = /[^\n\r -~\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;
/** Far less than the library takes, and than the stack. */
const deepest = 40;
/** The library takes 1024 up to the colon. */
const longestKey = 1000;
/** What a bare text cannot begin with, or means something by; a dash only before a blank. */
const signs = '[]{},#&*!|>\'"%@`?:';
const flowSigns = '[]{},';
/** What ends a bare text in brackets; a comment, or the end of the line, can only be a mistake there. */
const endOfWord = /[,[\]{}\r\n]|:(?=[ ,[\]{}\r\n]|$)| #/g;

/** Reads from the top; `#line`, `#at` and `#indent` are the line that was come to, its first character and the column of that. */
class PlainReader {
  readonly #text: string;
  readonly #starts: Int32Array;
  /** Counts from 0. */
  #line = -1;
  #at = 0;
  /** Counts from 0; -1 behind the last line. */
  #indent = -1;
  /** Comments in lines of their own came before this line. */
  #isCommented = false;

  constructor({ text, lineStarts }: Source) {
    this.#text = text;
    this.#starts = lineStarts;
  }

  root(): Tree {
    this.#next();
    const start = this.#starts[this.#line] as number;
    if (this.#indent === 0 && this.#isMarker(start)) {
      if (trimmedEnd(this.#text.slice(start, this.#end(this.#line))) !== '---') throw new NotPlain();
      this.#next();
    }
    const isMap = this.#indent === 0 && this.#colonBehind(this.#at) >= 0;
    if (!isMap && !(this.#indent === 0 && this.#isDash(this.#at))) throw new NotPlain();
    const tree = this.#block(-1, 1);
    if (this.#indent !== -1) throw new NotPlain();
    return tree;
  }

  /** Goes on to the next line that is neither blank nor a comment. */
  #next(): void {
    this.#isCommented = false;
    while (++this.#line < this.#starts.length) {
      const start = this.#starts[this.#line] as number;
      const end = this.#end(this.#line);
      this.#at = this.#blanks(start, end);
      if (this.#at === end) continue;
      this.#indent = this.#at - start;
      if (this.#text[this.#at] !== '#') return;
      this.#isCommented = true;
    }
    this.#indent = -1;
  }

  /** Where the line ends, without what ends it. */
  #end(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    const isLast = line + 1 >= this.#starts.length;
    if (!isLast && this.#text[end - 1] === '\n') end--;
    if (!isLast && this.#text[end - 1] === '\r') end--;
    return end;
  }

  /** The first place from `at` on that is no space. */
  #blanks(from: number, end: number): number {
    let at = from;
    while (at < end && this.#text[at] === ' ') at++;
    return at;
  }

  #place(at: number, line = this.#line): Position {
    return { line: line + 1, column: at - (this.#starts[line] as number) + 1 };
  }

  #isDash(at: number): boolean {
    return this.#text[at] === '-' && this.#isBlank(at + 1);
  }

  #isBlank(at: number): boolean {
    const char = this.#text[at];
    return char === ' ' || char === '\n' || char === '\r' || char === undefined;
  }

  /** `---` and `...` between documents. */
  #isMarker(at: number): boolean {
    const mark = this.#text.slice(at, at + 3);
    return (mark === '---' || mark === '...') && this.#isBlank(at + 3);
  }

  /** What a line begins with, below a key or dash in `column`. */
  #block(column: number, depth: number): Tree {
    const at = this.#at;
    if (this.#isDash(at)) return this.#list(at, this.#indent, depth);
    if (this.#colonBehind(at) >= 0) return this.#map(at, this.#indent, depth);
    // The library counts the indentation of a text anew behind a comment.
    if (this.#isCommented) throw new NotPlain();
    return this.#inline(at, column, depth);
  }

  #list(start: number, column: number, depth: number): List {
    const at = this.#place(start);
    const values: Tree[] = [];
    for (let dash = start; ; dash = this.#at) {
      values.push(this.#entry(dash + 1, column, depth));
      if (this.#indent !== column || !this.#isDash(this.#at)) break;
    }
    if (this.#indent > column) throw new NotPlain();
    return { kind: 'list', values, at };
  }

  #map(start: number, column: number, depth: number): MapTree {
    const at = this.#place(start);
    const pairs: Pair[] = [];
    const keys = new Set<string>();
    for (let from = start; ; from = this.#at) {
      const colon = this.#colonBehind(from);
      if (colon < 0 || this.#isDash(from) || this.#isMarker(from)) throw new NotPlain();
      const key = this.#keyIn(from, colon, keys);
      const keyAt = this.#place(from);
      pairs.push({ key, at: keyAt, value: this.#valueOf(colon + 1, column, depth) });
      if (this.#indent !== column || this.#isDash(this.#at)) break;
    }
    if (this.#indent > column) throw new NotPlain();
    return { kind: 'map', pairs, at };
  }

  #keyIn(start: number, colon: number, keys: Set<string>): string {
    if (colon - start > longestKey) throw new NotPlain();
    const written = trimmedEnd(this.#text.slice(start, colon));
    return newKey(isQuote(written[0]) ? unquoted(written) : written, keys);
  }

  /** The colon of the key that begins here, or -1 where none does. */
  #colonBehind(at: number): number {
    const end = this.#end(this.#line);
    const first = this.#text[at] as string;
    if (isQuote(first)) {
      const close = closingQuote(this.#text, at);
      if (close < 0 || close >= end) return -1;
      const colon = this.#blanks(close + 1, end);
      return this.#text[colon] === ':' && this.#isBlank(colon + 1) ? colon : -1;
    }
    if (signs.includes(first) || this.#isDash(at)) return -1;
    const rest = this.#text.slice(at, end);
    const colon = colonIn(rest);
    const comment = rest.indexOf(' #');
    return colon < 0 || (comment >= 0 && comment < colon) ? -1 : at + colon;
  }

  /** What is behind a dash in `column`. */
  #entry(from: number, column: number, depth: number): Tree {
    if (depth > deepest) throw new NotPlain();
    const at = this.#blanks(from, this.#end(this.#line));
    const inner = at - (this.#starts[this.#line] as number);
    if (this.#isDash(at)) return this.#list(at, inner, depth + 1);
    if (!this.#isBlank(at) && this.#colonBehind(at) >= 0) return this.#map(at, inner, depth + 1);
    if (!this.#isBlank(at) && this.#text[at] !== '#') return this.#inline(at, column, depth + 1);
    const empty = this.#empty(at);
    this.#next();
    return this.#indent > column ? this.#block(column, depth + 1) : empty;
  }

  /** What is behind the colon of a key in `column`; a list below it may begin in the same column. */
  #valueOf(from: number, column: number, depth: number): Tree {
    if (depth > deepest) throw new NotPlain();
    const at = this.#blanks(from, this.#end(this.#line));
    if (!this.#isBlank(at) && this.#text[at] !== '#') return this.#inline(at, column, depth + 1);
    const empty = this.#empty(at);
    this.#next();
    const isBelow = this.#indent > column || (this.#indent === column && this.#isDash(this.#at));
    return isBelow ? this.#block(column, depth + 1) : empty;
  }

  #empty(at: number): Scalar {
    return { kind: 'scalar', text: null, block: false, at: this.#place(at) };
  }

  /** A text or a flow collection; what it goes on with below is further right than `column`. */
  #inline(at: number, column: number, depth: number): Tree {
    const char = this.#text[at] as string;
    if (isQuote(char)) return this.#quoted(at, column);
    if (char === '|' || char === '>') return this.#blockText(at, column);
    if (char !== '[' && char !== '{') return this.#bare(at, column);
    const flow = new FlowReader(this.#text, at, this.#end(this.#line), this.#place(at));
    const tree = flow.read(depth);
    this.#leave(flow.at);
    return tree;
  }

  /** Goes on to the next line; nothing but a comment may be left in this one. */
  #leave(from: number): void {
    const end = this.#end(this.#line);
    const at = this.#blanks(from, end);
    if (at < end && (at === from || this.#text[at] !== '#')) throw new NotPlain();
    this.#next();
  }

  #bare(start: number, column: number): Scalar {
    if (signs.includes(this.#text[start] as string) || this.#isDash(start)) throw new NotPlain();
    const at = this.#place(start);
    let { text, end, comment } = this.#bareIn(start);
    const lines: string[] = [text];
    for (;;) {
      const below = comment >= 0 ? -1 : this.#lineBelow(column);
      if (below < 0 || this.#text[this.#at] === '#') break;
      for (let blank = this.#line + 1; blank < below; blank++) lines.push('');
      this.#line = below;
      ({ text, end, comment } = this.#bareIn(this.#at));
      lines.push(text);
    }
    if (lines.length > 1) text = joined(lines);
    const scalar: Writable<Scalar> = { kind: 'scalar', text: text === '~' ? null : text, block: false, at };
    const dash = lines.length > 1 && text.includes(' - ') ? dashIn(this.#text, start, end) : -1;
    if (dash >= 0) scalar.dash = this.#placeAbove(dash);
    if (comment >= 0 && text !== '~') scalar.cut = { by: 'comment', at: this.#place(comment) };
    this.#next();
    return scalar;
  }

  /** What a line has of a bare text, where that ends, and where a comment behind it begins or -1. */
  #bareIn(at: number): { text: string; end: number; comment: number } {
    const rest = this.#text.slice(at, this.#end(this.#line));
    const comment = rest.indexOf(' #');
    const text = trimmedEnd(comment < 0 ? rest : rest.slice(0, comment));
    if (colonIn(text) >= 0) throw new NotPlain();
    return { text, end: at + text.length, comment: comment < 0 ? -1 : at + comment + 1 };
  }

  /** The next line that is not blank, where that is further right than `column`; `#at` is then its first character. Else -1. */
  #lineBelow(column: number): number {
    for (let line = this.#line + 1; line < this.#starts.length; line++) {
      const start = this.#starts[line] as number;
      const end = this.#end(line);
      this.#at = this.#blanks(start, end);
      if (this.#at < end) return this.#at - start > column ? line : -1;
    }
    return -1;
  }

  /** The place of an offset in this line or one above it. */
  #placeAbove(at: number): Position {
    let line = this.#line;
    while ((this.#starts[line] as number) > at) line--;
    return this.#place(at, line);
  }

  #quoted(start: number, column: number): Scalar {
    const at = this.#place(start);
    const close = closingQuote(this.#text, start);
    if (close < 0) throw new NotPlain();
    const quote = this.#text[start] as string;
    const lines: string[] = [];
    let from = start + 1;
    for (; close >= this.#end(this.#line); from = this.#at) {
      lines.push(this.#text.slice(from, this.#end(this.#line)));
      const begin = this.#starts[++this.#line] as number;
      const end = this.#end(this.#line);
      this.#at = this.#blanks(begin, end);
      if (this.#at < end && this.#at - begin <= column) throw new NotPlain();
    }
    lines.push(this.#text.slice(from, close));
    const text = quotedText(quote, lines);
    this.#leave(close + 1);
    return { kind: 'scalar', text, block: false, at };
  }

  /** Behind `|` or `>`: lines that begin in the column of the first of them. */
  #blockText(start: number, column: number): Scalar {
    const at = this.#place(start);
    const header = /^([|>])(-?)$/.exec(trimmedEnd(this.#text.slice(start, this.#end(this.#line))));
    const first = this.#lineBelow(column);
    if (header === null || first !== this.#line + 1) throw new NotPlain();
    const indent = this.#at - (this.#starts[first] as number);
    const lines: string[] = [];
    let last = first;
    for (let line = first; line < this.#starts.length; line++) {
      const begin = this.#starts[line] as number;
      const end = this.#end(line);
      const content = this.#blanks(begin, end);
      const isEmpty = content === end;
      if (!isEmpty && content - begin < indent) {
        if (content - begin > column) throw new NotPlain();
        break;
      }
      // Where more indentation means something.
      if (isEmpty ? content - begin > indent : header[1] === '>' && content - begin > indent) throw new NotPlain();
      lines.push(isEmpty ? '' : this.#text.slice(begin + indent, end));
      if (!isEmpty) last = line;
    }
    lines.length = last - first + 1;
    const text = header[1] === '|' ? lines.join('\n') : joined(lines);
    this.#line = last;
    this.#next();
    return { kind: 'scalar', text: header[2] === '-' ? text : `${text}\n`, block: true, at };
  }
}

/** Lists and maps in brackets, within one line. */
class FlowReader {
  readonly #text: string;
  readonly #end: number;
  readonly #line: number;
  /** What an offset is more than its column. */
  readonly #margin: number;
  /** What was come to. */
  at: number;

  constructor(text: string, at: number, end: number, { line, column }: Position) {
    this.#text = text;
    this.#end = end;
    this.#line = line;
    this.#margin = at - column;
    this.at = at;
  }

  read(depth: number): Tree {
    if (depth > deepest) throw new NotPlain();
    const at = this.#place();
    const open = this.#text[this.at];
    if (open === '[') {
      const values: Tree[] = [];
      for (this.at++; this.#hasMore(']', values.length); ) values.push(this.read(depth + 1));
      return { kind: 'list', values, at };
    }
    if (open === '{') {
      const pairs: Pair[] = [];
      const keys = new Set<string>();
      for (this.at++; this.#hasMore('}', pairs.length); ) pairs.push(this.#pair(depth, keys));
      return { kind: 'map', pairs, at };
    }
    const text = this.#word();
    return { kind: 'scalar', text: open === '~' && text === '~' ? null : text, block: false, at };
  }

  #place(): Position {
    return { line: this.#line, column: this.at - this.#margin };
  }

  /** Whether something comes before the bracket that closes, which is passed where nothing does; a comma may be before it. */
  #hasMore(close: string, count: number): boolean {
    this.#skip();
    if (count > 0 && this.#text[this.at] === ',') {
      this.at++;
      this.#skip();
    } else if (count > 0 && this.#text[this.at] !== close) throw new NotPlain();
    if (this.#text[this.at] !== close) return true;
    this.at++;
    return false;
  }

  #pair(depth: number, keys: Set<string>): Pair {
    const at = this.#place();
    const start = this.at;
    const key = newKey(this.#word(), keys);
    this.#skip();
    const colon = this.at;
    const hasBlank = this.#text[colon + 1] === ' ' || isQuote(this.#text[start]);
    if (this.#text[colon] !== ':' || !hasBlank || colon - start > longestKey) throw new NotPlain();
    this.at++;
    this.#skip();
    const isEmpty = this.#text[this.at] === ',' || this.#text[this.at] === '}';
    if (!isEmpty) return { key, at, value: this.read(depth + 1) };
    return { key, at, value: { kind: 'scalar', text: null, block: false, at: this.#place() } };
  }

  /** Blanks; the line may not end here. */
  #skip(): void {
    while (this.#text[this.at] === ' ') this.at++;
    if (this.at >= this.#end) throw new NotPlain();
  }

  /** A bare or quoted text, up to what ends it. */
  #word(): string {
    const text = this.#text;
    const start = this.at;
    const first = text[start] as string;
    if (isQuote(first)) {
      const close = closingQuote(text, start);
      if (close < 0 || close >= this.#end) throw new NotPlain();
      this.at = close + 1;
      return unquoted(text.slice(start, close + 1));
    }
    if (signs.includes(first) || (first === '-' && ` ${flowSigns}`.includes(text[start + 1] ?? ' ')))
      throw new NotPlain();
    endOfWord.lastIndex = start;
    this.at = endOfWord.exec(text)?.index ?? this.#end;
    if (text[this.at] === ' ') throw new NotPlain();
    return trimmedEnd(text.slice(start, this.at));
  }
}

const isQuote = (char: string | undefined): boolean => char === '"' || char === "'";

/** A key that a map does not have yet. */
function newKey(key: string, keys: Set<string>): string {
  if (key === '<<' || key.startsWith(':') || dangerousKeys.has(key) || keys.has(key)) throw new NotPlain();
  keys.add(key);
  return key;
}

/** A colon before a blank or at the end of a line; -1 where there is none. */
function colonIn(line: string): number {
  const colon = line.indexOf(': ');
  return colon < 0 && line.endsWith(':') ? line.length - 1 : colon;
}

/** Without the spaces at its end; other blanks are part of a text. */
function trimmedEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text.slice(0, end);
}

/** The quote that ends the text that begins at `start`; -1 where none does. */
function closingQuote(text: string, start: number): number {
  const quote = text[start] as string;
  for (let at = text.indexOf(quote, start + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (quote === "'") {
      if (text[at + 1] !== quote) return at;
      at++;
      continue;
    }
    let before = at;
    while (text[before - 1] === '\\') before--;
    if ((at - before) % 2 === 0) return at;
  }
  return -1;
}

/** A text in one line, with its quotes. */
function unquoted(written: string): string {
  return quotedText(written[0] as string, [written.slice(1, -1)]);
}

/** What lines in quotes say; all escapes of JSON are also those of YAML, and the others are rare. */
function quotedText(quote: string, lines: readonly string[]): string {
  const text = folded(lines);
  if (quote === "'") return text.replaceAll("''", "'");
  if (!text.includes('\\')) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    throw new NotPlain();
  }
}

/** Lines as one text: without the spaces where they meet, which are those of the text at its ends. */
function folded(lines: readonly string[]): string {
  if (lines.length === 1) return lines[0] as string;
  return joined(lines.map((line, index) => (index < lines.length - 1 ? trimmedEnd(line) : line)));
}

/** A space where lines meet; of empty lines between them one line end each. */
function joined(lines: readonly string[]): string {
  let text = lines[0] as string;
  let ends = 0;
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    ends++;
    if (line === '' && index < lines.length - 1) continue;
    text += (ends === 1 ? ' ' : '\n'.repeat(ends - 1)) + line;
    ends = 0;
  }
  return text;
}
