// Mistake: what was done to a text so that it is no YAML, found from the lines around the place where the library gave up.
import { type Problem, type ProblemArgs, type ProblemCode, problem } from '../../errors.ts';
import { lineSpan, positionOf, type Source, type Span } from '../../text/source.ts';
import { childKeys, isFieldWord, languageTag } from './fields.ts';

/** An error of the library; `at` is an offset. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly at: number;
}

/** A map or list whose entries begin in one column. */
interface Block {
  readonly kind: 'map' | 'list';
  readonly indent: number;
  /** Where its first line begins with it. */
  readonly at: number;
  readonly keys: string[];
  /** Its first key is behind a dash. */
  readonly isEntry: boolean;
  /** Nothing is behind its last key or dash: more may come below. */
  isOpen: boolean;
  /** What is behind it, where that is a bare text that may go on below. */
  text: Span | null;
  /** Where the value behind the last key or dash begins. */
  valueAt: number;
  /** It begins with `|` or `>`. */
  hasBlockText: boolean;
}

/** Known by a line and its neighbours, which is wrong in the very line; or by a sign that is missing further down. */
type Mistake = {
  readonly [code in ProblemCode]: { code: code; at: Span; args: ProblemArgs[code]; isOpening?: boolean };
}[ProblemCode];

/** Only known words: `title:Kafka` lacks a space, where `https://…` and `12:30` are texts. */
const gluedKey = /^["']?([A-Za-z][\w-]*)["']?:(?=[^\s/])/;
const isKeyWord = (word: string): boolean => isFieldWord(word) || languageTag.test(word);
/** Keys of ours with a list below them. */
const holdsEntries = (key: string | undefined): boolean =>
  key !== undefined && (childKeys.has(key) || key === 'projects' || key === 'resources');
const oddBlank = /^[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/;
const closers: { readonly [open: string]: string } = { '[': ']', '{': '}' };

/**
 * The first thing that is wrong; what the library says of the lines below follows from it more often than not. Where the
 * lines prove nothing, its own code is translated, and its words are the last resort.
 */
export function mistakesIn(source: Source, complaints: readonly Complaint[]): Problem[] {
  const sorted = [...complaints].sort((a, b) => a.at - b.at);
  const [first] = sorted;
  if (first === undefined) return [];
  const line = (at: number): number => positionOf(source, Math.min(at, source.text.length)).line;
  const place = (span: Span): { line: number; column: number; span: Span } => ({
    ...positionOf(source, span.start),
    span,
  });
  const tab = sorted.find(({ code }) => code === 'TAB_AS_INDENT');
  if (tab !== undefined) return [translated(source, tab, place)];
  // A text that runs over several lines is complained of where it begins.
  const isSpread = sorted.some(({ code, at }) => code === 'MULTILINE_IMPLICIT_KEY' && line(at) === line(first.at));
  const mistake = new Walk(source).firstOddity(line(first.at), isSpread);
  if (mistake !== null) return [problem(mistake.code, place(mistake.at), mistake.args)];
  const [cause = first] = sorted.filter(({ code, at }) => code === 'BLOCK_IN_FLOW' && at === first.at);
  const isTwice = ({ code }: Complaint): boolean => code === 'DUPLICATE_KEY';
  return (sorted.every(isTwice) ? sorted.filter(isCause(source)) : [cause]).map((one) =>
    translated(source, one, place),
  );
}

/** Offsets of signs that are part of a text which needed quotes, in the whole text; what else may be wrong with it is passed over. */
export const unquotedIn = (source: Source): number[] => new Walk(source).unquoted();

/** Keys that are given twice below one that is: an entry has lost its dash, or was copied. */
function isCause(source: Source): (one: Complaint, index: number, all: readonly Complaint[]) => boolean {
  return ({ at }, index, all) => {
    const before = all[index - 1];
    const isAtMargin = positionOf(source, Math.min(at, source.text.length)).column === 1;
    return before === undefined || isAtMargin || /[\r\n] *-\s/.test(source.text.slice(before.at, at));
  };
}

function translated(
  source: Source,
  { code, message, at }: Complaint,
  place: (span: Span) => { line: number; column: number; span: Span },
): Problem {
  const { text } = source;
  const here = place({ start: at, end: at + 1 });
  const char = text.charAt(at);
  if (code === 'TAB_AS_INDENT') return problem('tab', here, {});
  if (code === 'DUPLICATE_KEY') {
    const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(at, at + 200))?.[0] ?? '';
    return problem('duplicate-key', place({ start: at, end: at + key.length }), {
      key: bare(key),
      isRoot: here.column === 1,
    });
  }
  if (code === 'BAD_SCALAR_START') return problem('odd-start', here, { start: char });
  if (code === 'BAD_DQ_ESCAPE') {
    const written = /^\\.?/u.exec(text.slice(at, at + 3))?.[0] ?? char;
    return problem('bad-escape', place({ start: at, end: at + written.length }), { written });
  }
  if (code === 'MISSING_CHAR' && message.startsWith('Missing , or')) return problem('no-comma', here, {});
  if (code === 'UNEXPECTED_TOKEN' && (char === ']' || char === '}'))
    return problem('stray-bracket', here, { close: char });
  if (code === 'BLOCK_IN_FLOW') return inBrackets(source, at, place) ?? problem('unexpected', here, {});
  if (code === 'BAD_INDENT') return problem('odd-indent', place(firstWord(source, at)), {});
  if (/^(?:UNEXPECTED_TOKEN|MISSING_CHAR|MULTILINE_IMPLICIT_KEY|BLOCK_AS_IMPLICIT_KEY)$/.test(code))
    return problem('unexpected', place(firstWord(source, at)), {});
  return problem('syntax', here, { message });
}

/** `{id: a title: A}` and `{title: Istio: the mesh}` are one mistake to the library; a known word tells them apart. */
function inBrackets(
  { text }: Source,
  at: number,
  place: (span: Span) => { line: number; column: number; span: Span },
): Problem | null {
  if (/^-\s/.test(text.slice(at, at + 2))) return problem('dash-inside', place({ start: at, end: at + 1 }), {});
  const found = /^[^,{}[\]\n]*?(?<![^\s:])([^\s,{}[\]:]+)(:)\s/.exec(text.slice(at, at + 500));
  if (found === null) return null;
  const [whole, word = ''] = found;
  const colon = at + whole.length - 2;
  const start = colon - word.length;
  return isFieldWord(word)
    ? problem('no-comma', place({ start, end: colon }), {})
    : problem('second-colon', place({ start: colon, end: colon + 1 }), {});
}

/** From an offset at the margin to the first word of its line. */
function firstWord({ text }: Source, at: number): Span {
  let start = at;
  while (text[start] === ' ') start++;
  const end = start + (/^\S+/.exec(text.slice(start, start + 80))?.[0].length ?? 1);
  return { start, end };
}

/** Goes through the lines from the top as a person would, keeping the column of every map and list that is open. */
class Walk {
  readonly #source: Source;
  readonly #text: string;
  #blocks: Block[] = [];
  /** The last line that belongs to what began above. */
  #last = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  /**
   * What is odd in line `complained`, or, where a text is spread over lines, in the first odd one below; before it only what was
   * opened there and never closed. Anything else above it is YAML that this walk does not know, and then it knows nothing.
   */
  firstOddity(complained: number, isSpread: boolean): Mistake | null {
    const { lineStarts } = this.#source;
    for (let line = 1; line <= lineStarts.length; line++) {
      if (line > complained && !isSpread) return null;
      if (line <= this.#last) continue;
      const mistake = this.#readLine(line);
      if (mistake === null) continue;
      return mistake.isOpening || positionOf(this.#source, mistake.at.start).line >= complained || line >= complained
        ? mistake
        : null;
    }
    return null;
  }

  /** Reads on behind each mistake: of a text that needed quotes the sign is noted by which YAML takes it for something else. */
  unquoted(): number[] {
    const found: number[] = [];
    for (let line = 1; line <= this.#source.lineStarts.length; line++) {
      const mistake = line <= this.#last ? null : this.#readLine(line);
      const block = this.#blocks.at(-1);
      if (mistake === null || block === undefined) continue;
      const { start } = mistake.at;
      if (mistake.code === 'second-colon') found.push(...this.#colonsFrom(start));
      else if (mistake.code === 'odd-start') found.push(start);
      else if (mistake.code === 'text-behind-quote' || mistake.code === 'quote-inside') found.push(block.valueAt);
    }
    return found;
  }

  /** Colons before a blank or the end of their line. */
  #colonsFrom(start: number): number[] {
    const { end } = lineSpan(this.#source, positionOf(this.#source, start).line);
    const rest = this.#text.slice(start, end);
    return Array.from(rest.matchAll(/:(?=\s|$)/g), ({ index }) => start + index);
  }

  #readLine(line: number): Mistake | null {
    const { start, end } = lineSpan(this.#source, line);
    let at = start;
    while (at < end && this.#text[at] === ' ') at++;
    const rest = this.#text.slice(at, end);
    if (rest.trim() === '' || rest.startsWith('#')) return null;
    if (at === start && /^(?:---|\.\.\.)(?:\s|$)/.test(rest)) {
      this.#blocks = [];
      return null;
    }
    if (at === start && rest.startsWith('%')) return null;
    if (oddBlank.test(rest)) return { code: 'odd-blank', at: { start: at, end: at + 1 }, args: {} };
    return this.#readContent(at, start, end);
  }

  #readContent(from: number, start: number, end: number): Mistake | null {
    let at = from;
    let isEntry = false;
    for (let rest = this.#text.slice(at, end); /^-(?:\s|$)/.test(rest); rest = this.#text.slice(at, end)) {
      const mistake = isEntry ? null : this.#settle(at, at - start, 'dash', null);
      if (mistake !== null) return mistake;
      if (isEntry) this.#open('list', at, at - start, true);
      isEntry = true;
      const list = this.#blocks.at(-1) as Block;
      list.isOpen = true;
      list.text = null;
      list.hasBlockText = false;
      at += 1 + (/^\s*/.exec(rest.slice(1))?.[0].length ?? 0);
    }
    const rest = this.#text.slice(at, end);
    if (rest === '' || rest.startsWith('#')) return null;
    const colon = colonIn(rest);
    const key = colon === null ? null : bare(rest.slice(0, colon));
    if (isEntry && key !== null) this.#open('map', at, at - start, true);
    const mistake = isEntry ? null : this.#settle(at, at - start, key === null ? 'text' : 'key', key);
    if (mistake !== null) return mistake;
    const block = this.#blocks.at(-1);
    if (block === undefined) return null;
    if (colon === null || key === null) return isEntry || block.isOpen ? this.#readValue(block, at, end) : null;
    if (block.keys.includes(key) && block.isEntry && block.keys[0] === key)
      return { code: 'no-dash', at: { start: at, end: at + colon }, args: {} };
    block.keys.push(key);
    block.isOpen = true;
    block.text = null;
    block.hasBlockText = false;
    const value = at + colon + 1;
    return this.#readValue(block, value + (/^\s*/.exec(this.#text.slice(value, end))?.[0].length ?? 0), end);
  }

  #open(kind: Block['kind'], at: number, indent: number, isEntry = false): void {
    const above = this.#blocks.at(-1);
    if (above !== undefined) above.isOpen = false;
    this.#blocks.push({
      kind,
      indent,
      at,
      keys: [],
      isEntry,
      isOpen: false,
      text: null,
      valueAt: at,
      hasBlockText: false,
    });
  }

  /** Finds the map or list that a line belongs to by its column, or what is wrong with that column. */
  #settle(at: number, indent: number, kind: 'dash' | 'key' | 'text', key: string | null): Mistake | null {
    const closed: Block[] = [];
    for (let top = this.#blocks.at(-1); top !== undefined && top.indent > indent; top = this.#blocks.at(-1))
      closed.push(this.#blocks.pop() as Block);
    const top = this.#blocks.at(-1);
    const word = this.#wordAt(at);
    if (top === undefined) {
      const [outer] = closed.slice(-1);
      if (kind === 'text') return this.#bareText(at, closed, null);
      // The margin is right, and what stood above it is not.
      if (outer !== undefined) {
        const beside = outer.kind === 'list' ? 'entries' : 'keys';
        return { code: 'indent', at: this.#wordAt(outer.at), args: { found: outer.indent, usual: indent, beside } };
      }
      this.#open(kind === 'dash' ? 'list' : 'map', at, indent);
      return null;
    }
    const glued = /^-[^\s-]/.test(this.#text.slice(at, at + 2));
    if (glued && [...closed, top].some((one) => one.kind === 'list' && one.indent === indent))
      return { code: 'no-dash-space', at: { start: at, end: at + 1 }, args: {} };
    if (top.indent < indent) {
      if (closed.length > 0) return this.#misplaced(at, indent, kind, closed);
      if (top.text !== null) return this.#belowText(top, at, indent, kind, key);
      if (!top.isOpen) return this.#misplaced(at, indent, kind, closed);
      if (kind !== 'text') this.#open(kind === 'dash' ? 'list' : 'map', at, indent);
      return null;
    }
    if (top.kind === 'list') {
      if (kind === 'dash') return null;
      const holder = this.#blocks.at(-2);
      if (holder?.kind === 'map' && holder.indent === indent) {
        this.#blocks.pop();
        return kind === 'key' ? null : this.#bareText(at, closed, holder);
      }
      const entry = closed.at(-1);
      if (kind === 'key' && entry?.kind === 'map' && !entry.keys.includes(key as string))
        return { code: 'indent', at: word, args: { found: indent, usual: entry.indent, beside: 'keys' } };
      return this.#glued(at) ?? { code: 'no-dash', at: word, args: {} };
    }
    if (kind === 'key') return null;
    if (kind === 'text') return this.#bareText(at, closed, top);
    if (!top.isOpen || closed.length > 0) return this.#misplaced(at, indent, kind, closed);
    this.#open('list', at, indent);
    return null;
  }

  /** The neighbours that are nearest in column are those it was meant to be aligned with. */
  #misplaced(at: number, indent: number, kind: 'dash' | 'key' | 'text', closed: readonly Block[]): Mistake | null {
    if (kind === 'text') return this.#glued(at) ?? { code: 'odd-indent', at: this.#wordAt(at), args: {} };
    const top = this.#blocks.at(-1);
    const inner = closed.at(-1);
    if (kind === 'dash' && inner?.kind === 'map' && !inner.isEntry && holdsEntries(top?.keys.at(-1)))
      return { code: 'no-dash', at: this.#wordAt(inner.at), args: {} };
    const wanted = kind === 'dash' ? 'list' : 'map';
    const [nearest] = [...closed, ...this.#blocks]
      .filter((one) => one.kind === wanted)
      .sort((a, b) => Math.abs(a.indent - indent) - Math.abs(b.indent - indent));
    if (nearest === undefined)
      return kind === 'dash' ? { code: 'list-below-text', at: this.#wordAt(at), args: {} } : null;
    const beside = kind === 'dash' ? 'entries' : 'keys';
    return { code: 'indent', at: this.#wordAt(at), args: { found: indent, usual: nearest.indent, beside } };
  }

  /** A line below a text that has begun behind a key or dash goes on with it, unless it looks like more than text. */
  #belowText(
    top: Block,
    at: number,
    indent: number,
    kind: 'dash' | 'key' | 'text',
    key: string | null,
  ): Mistake | null {
    if (kind === 'text') return null;
    const text = top.text as Span;
    const glued = this.#glued(text.start);
    if (glued !== null) return glued;
    const word = this.#wordAt(at);
    if (kind === 'dash') {
      const { end } = lineSpan(this.#source, positionOf(this.#source, at).line);
      if (colonIn(this.#text.slice(at + 2, end).trimStart()) === null) return null;
      if (top.kind === 'list')
        return { code: 'indent', at: word, args: { found: indent, usual: top.indent, beside: 'entries' } };
      return { code: 'list-below-text', at: word, args: {} };
    }
    const { column } = positionOf(this.#source, text.start);
    const [first = ''] = this.#text.slice(text.start, text.end).split(' ');
    const isAlone = firstWord(this.#source, text.start - column + 1).start === text.start;
    if ((isAlone && column - 1 === indent) || (top.kind === 'list' && isFieldWord(first)))
      return { code: 'no-colon', at: this.#wordAt(text.start), args: {} };
    const holder = this.#blocks.at(-2);
    if (top.kind === 'map' && !top.isEntry && top.keys.length === 1 && holdsEntries(holder?.keys.at(-1))) {
      if (/^-\S/.test(top.keys[0] as string))
        return { code: 'no-dash-space', at: { start: top.at, end: top.at + 1 }, args: {} };
      if (isFieldWord(top.keys[0] as string) && isFieldWord(key as string))
        return { code: 'no-dash', at: this.#wordAt(top.at), args: {} };
    }
    if (top.kind === 'list')
      return { code: 'keys-below-text', at: word, args: { text: this.#text.slice(text.start, text.end) } };
    if (isKeyWord(key as string) || indent - top.indent === 1)
      return { code: 'indent', at: word, args: { found: indent, usual: top.indent, beside: 'keys' } };
    const colon = at + (key as string).length;
    return { code: 'second-colon', at: { start: colon, end: colon + 1 }, args: {} };
  }

  /** Text where a key belongs. */
  #bareText(at: number, closed: readonly Block[], map: Block | null): Mistake | null {
    const glued = this.#glued(at);
    if (glued !== null) return glued;
    const word = this.#wordAt(at);
    const { line, column } = positionOf(this.#source, at);
    const { end } = lineSpan(this.#source, line);
    const first = map === null ? line : positionOf(this.#source, map.valueAt).line;
    const count = this.#text.slice(at, end).trim().split(/\s+/).length;
    const goesOn = map !== null && closed.length === 0 && (map.hasBlockText || (map.text !== null && count > 2));
    if (!goesOn) return { code: 'no-colon', at: word, args: {} };
    return { code: 'too-little-indent', at: word, args: { found: column - 1, least: column, first } };
  }

  /** `title:Kafka`. */
  #glued(at: number): Mistake | null {
    const found = gluedKey.exec(this.#text.slice(at, at + 80));
    if (found === null || !isKeyWord(found[1] as string)) return null;
    const end = at + found[0].length;
    return { code: 'no-colon-space', at: { start: end - 1, end }, args: {} };
  }

  #wordAt(at: number): Span {
    return firstWord(this.#source, at);
  }

  #readValue(block: Block, at: number, end: number): Mistake | null {
    const rest = this.#text.slice(at, end);
    const property = /^[&!]\S*\s*/.exec(rest);
    if (property !== null) return this.#readValue(block, at + property[0].length, end);
    if (rest === '' || rest.startsWith('#')) return null;
    block.isOpen = false;
    block.valueAt = at;
    const char = rest.charAt(0);
    if (char === '"' || char === "'") return this.#readQuoted(block, at);
    if (char === '[' || char === '{') return this.#readBrackets(block, at);
    if (char === '|' || char === '>') return this.#readBlockText(block, at, end);
    if (/^(?:[@`%]|\?(?:\s|$))/.test(rest) || /^\*\S*\s+[^\s#:]/.test(rest))
      return { code: 'odd-start', at: { start: at, end: at + 1 }, args: { start: char } };
    const length = textLength(rest);
    block.text = { start: at, end: at + length };
    const colon = colonIn(rest.slice(0, length));
    return colon === null ? null : { code: 'second-colon', at: { start: at + colon, end: at + colon + 1 }, args: {} };
  }

  #readBlockText(block: Block, at: number, end: number): Mistake | null {
    const [, head = ''] = /^([|>][-+0-9]*)\s*/.exec(this.#text.slice(at, end)) ?? [];
    const behind = this.#text.slice(at + head.length, end).trim();
    if (behind !== '' && !behind.startsWith('#'))
      return { code: 'text-behind-block', at: firstWord(this.#source, at + head.length), args: { start: head } };
    block.hasBlockText = true;
    const { line } = positionOf(this.#source, at);
    for (let next = line + 1; next <= this.#source.lineStarts.length; next++) {
      const { start, end: last } = lineSpan(this.#source, next);
      const text = this.#text.slice(start, last);
      const indent = text.search(/[^ ]/);
      if (indent >= 0 && indent <= block.indent && text.trim() !== '') break;
      this.#last = next;
    }
    return null;
  }

  #readQuoted(block: Block, at: number): Mistake | null {
    const quote = this.#text.charAt(at);
    const end = this.#quoteEnd(at, block.indent);
    if (end === null)
      return { code: 'unclosed-quote', at: { start: at, end: at + 1 }, args: { quote }, isOpening: true };
    const behind = this.#behind(end);
    if (behind === null || this.#text[behind] === ':') return null;
    const line = lineSpan(this.#source, positionOf(this.#source, behind).line);
    if (this.#text.slice(behind, line.end).includes(quote))
      return { code: 'quote-inside', at: { start: end - 1, end }, args: { quote } };
    return { code: 'text-behind-quote', at: firstWord(this.#source, behind), args: {} };
  }

  /** Behind the closing quote; null where a line of the block above comes first. */
  #quoteEnd(at: number, indent: number): number | null {
    const quote = this.#text.charAt(at);
    for (let i = at + 1; i < this.#text.length; i++) {
      const char = this.#text.charAt(i);
      if (char === '\\' && quote === '"') i++;
      else if (char === quote && quote === "'" && this.#text[i + 1] === "'") i++;
      else if (char === quote) return i + 1;
      else if ((char === '\n' || char === '\r') && this.#endsBelow(i, indent)) return null;
    }
    return null;
  }

  /** Whether the next line with anything in it is no deeper than `indent`. */
  #endsBelow(at: number, indent: number): boolean {
    const below = /^\s*/.exec(this.#text.slice(at))?.[0] ?? '';
    const next = at + below.length;
    return next < this.#text.length && positionOf(this.#source, next).column - 1 <= indent;
  }

  /** The first character behind a value in its line that is no comment; the line counts as read. */
  #behind(end: number): number | null {
    const { line } = positionOf(this.#source, Math.max(0, end - 1));
    this.#last = line;
    const rest = this.#text.slice(end, lineSpan(this.#source, line).end);
    const blank = /^\s*/.exec(rest)?.[0].length ?? 0;
    return blank === rest.length || (blank > 0 && rest[blank] === '#') ? null : end + blank;
  }

  #readBrackets(block: Block, from: number): Mistake | null {
    const text = this.#text;
    const open: number[] = [];
    let isStart = true;
    let comment: number | null = null;
    for (let i = from; i < text.length; i++) {
      const char = text.charAt(i);
      const sign = { start: i, end: i + 1 };
      if (char === '\n' || char === '\r') {
        if (this.#endsBelow(i, block.indent)) return this.#unclosed(block, open, i, comment);
      } else if (char === '#' && /[\s,[{]/.test(text.charAt(i - 1))) {
        const { end } = lineSpan(this.#source, positionOf(this.#source, i).line);
        if (/[\]}]/.test(text.slice(i, end))) comment ??= i;
        i = end - 1;
      } else if (isStart && (char === '"' || char === "'")) {
        const end = this.#quoteEnd(i, block.indent);
        if (end === null) return { code: 'unclosed-quote', at: sign, args: { quote: char }, isOpening: true };
        i = end - 1;
        isStart = false;
      } else if (char === '[' || char === '{') {
        open.push(i);
        isStart = true;
      } else if (char === ']' || char === '}') {
        const opened = text.charAt(open.pop() as number);
        if (closers[opened] !== char) return { code: 'wrong-bracket', at: sign, args: { open: opened, close: char } };
        isStart = false;
        if (open.length === 0) return this.#behindBrackets(from, i + 1);
      } else if (char === ',' || (char === ':' && /[\s,"'[{]/.test(text.charAt(i + 1)))) isStart = true;
      else if (!/\s/.test(char)) isStart = false;
    }
    return this.#unclosed(block, open, text.length, comment);
  }

  #behindBrackets(from: number, end: number): Mistake | null {
    const behind = this.#behind(end);
    const char = behind === null ? ':' : this.#text.charAt(behind);
    if (char === ':') return null;
    const sign = { start: behind as number, end: (behind as number) + 1 };
    if (char === ']' || char === '}') return { code: 'stray-bracket', at: sign, args: { close: char } };
    return { code: 'odd-start', at: { start: from, end: from + 1 }, args: { start: this.#text.charAt(from) } };
  }

  /** `at` is the end of the last line before one that is too far left. */
  #unclosed(block: Block, open: readonly number[], at: number, comment: number | null): Mistake {
    const start = open.at(-1) as number;
    if (comment !== null)
      return { code: 'comment-inside', at: { start: comment, end: comment + 1 }, args: {}, isOpening: true };
    const bracket = this.#text.charAt(start);
    // Behind a comma more was meant to come, and it may only be too far left.
    const below = at + (/^\s*/.exec(this.#text.slice(at))?.[0].length ?? 0);
    const { line, column } = positionOf(this.#source, below);
    const next = this.#text.slice(below, lineSpan(this.#source, line).end);
    const closes = next.lastIndexOf(closers[bracket] as string) > next.lastIndexOf(bracket);
    if (/[,[{]$/.test(this.#text.slice(start, at).trimEnd()) && closes && !/^-\s/.test(next))
      return {
        code: 'too-little-indent',
        at: firstWord(this.#source, below),
        args: { found: column - 1, least: block.indent + 1, first: positionOf(this.#source, start).line },
        isOpening: true,
      };
    return { code: 'unclosed-bracket', at: { start, end: start + 1 }, args: { open: bracket }, isOpening: true };
  }
}

/** Where the colon behind a key is, by its offset; null for a text without a key. */
function colonIn(text: string): number | null {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*/.exec(text);
  if (quoted !== null) return /^:(?:\s|$)/.test(text.slice(quoted[0].length)) ? quoted[0].length : null;
  if (/^[[\]{}#&*!|>'"%@`,]/.test(text)) return null;
  const end = textLength(text);
  for (let at = text.indexOf(':'); at >= 0 && at < end; at = text.indexOf(':', at + 1)) {
    if (at > 0 && (at + 1 === text.length || /\s/.test(text.charAt(at + 1)))) return at;
  }
  return null;
}

/** Without a comment and the blanks before it. */
function textLength(text: string): number {
  const comment = text.search(/\s#/);
  return (comment < 0 ? text : text.slice(0, comment)).trimEnd().length;
}

function bare(key: string): string {
  return key.trim().replace(/^(["'])(.*)\1$/, '$2');
}
