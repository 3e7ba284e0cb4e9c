// Width: how many terminal columns a text takes, and cutting, filling and wrapping it by columns.
import { graphemes, graphemeWidth } from './grapheme.ts';
import { isolateStart } from './isolate.ts';
import { isOneColumnEach } from './one-column.ts';
import { closeIsolates } from './open-isolates.ts';

/**
 * Columns of `text` in a terminal: CJK and emoji 2 (joined, flagged, keycapped and toned ones too), combining marks,
 * zero-width and control characters 0, ambiguous ones (Cyrillic among them) 1. Line ends count as nothing.
 */
export function displayWidth(text: string): number {
  if (isOneColumnEach(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** At most `columns` wide; ends in `…` when something was cut, and never cuts a grapheme in two. An isolate that is cut is closed. */
export function truncate(text: string, columns: number): string {
  if (isOneColumnEach(text))
    return text.length <= columns ? text : columns < 1 ? '' : `${text.slice(0, columns - 1).trimEnd()}…`;
  let kept = 0;
  let length = 0;
  let width = 0;
  // No further than the columns go: what is behind them may be a picture of a hundred thousand letters.
  for (const grapheme of graphemes(text)) {
    width += graphemeWidth(grapheme);
    if (width > columns) return columns < 1 ? '' : whole(`${text.slice(0, kept).trimEnd()}…`);
    length += grapheme.length;
    if (width <= columns - 1) kept = length;
  }
  return text;
}

function whole(line: string): string {
  return line.includes(isolateStart) ? (closeIsolates([line])[0] as string) : line;
}

/** Spaces up to `columns`, on the right unless `side` says left. A text that is already wider stays as it is. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const spaces = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'left' ? spaces + text : text + spaces;
}

// From its scheme to the next white space; what a sentence puts before it, such as a bracket or the mark of an isolate, belongs to the word as well.
const link = /^[\u2068([<"'`]{0,4}[a-z][a-z0-9+.-]{0,20}:\/\/\S+$/i;

/** Whether a word is the address of a link. */
export function isLink(word: string): boolean {
  return link.test(word);
}

/**
 * Lines at most `columns` wide. Any run of white space, line ends included, is one place to break and else one space; a word
 * that is too long is cut between graphemes. Only a grapheme wider than `columns` itself overflows, and the address of a link:
 * a line that the terminal breaks by itself is still one line to it, so the whole address can be opened and copied, while one that
 * we broke would be two halves with white space between them. A command of ours overflows for the same reason: none of its words
 * is broken, a quoted one stays whole, and where it goes on in the next line this one ends in ` \`, so that a shell that is given
 * both takes them for one. An isolate that goes on in the next line is closed and opened again. At least one line.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  let isOpen = false;
  for (const { word, isCommand, goesOn } of wordsOf(text)) {
    const wordWidth = displayWidth(word);
    if (line !== '' && width + 1 + wordWidth + (goesOn ? 2 : 0) <= columns) {
      line += ` ${word}`;
      width += 1 + wordWidth;
      isOpen = goesOn;
      continue;
    }
    if (line !== '') lines.push(isOpen ? `${line} \\` : line);
    [line, width, isOpen] = [word, wordWidth, goesOn];
    if (wordWidth <= columns || isCommand || isLink(word)) continue;
    const pieces = cut(word, columns);
    line = pieces.pop() as string;
    width = displayWidth(line);
    lines.push(...pieces);
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return text.includes(isolateStart) ? closeIsolates(lines) : lines;
}

interface Word {
  readonly word: string;
  /** Of a command that is to be copied. */
  readonly isCommand: boolean;
  /** The next word belongs to the same command. */
  readonly goesOn: boolean;
}

const program = 'istio-roadmap ';
// Neither is left in a text that is made harmless for a terminal.
const [kept, mark] = ['\u0000', '\u0001'];

function* wordsOf(text: string): Generator<Word> {
  for (const found of markedCommands(text).split(/[ \t\r\n]+/)) {
    if (found === '') continue;
    const isCommand = found.includes(mark);
    const word = isCommand ? found.replaceAll(mark, '').replaceAll(kept, ' ') : found;
    yield { word, isCommand, goesOn: found.includes(mark + mark) };
  }
}

/** The text with a mark behind each word of a command, two where another word follows: between backticks, or a whole line. */
function markedCommands(text: string): string {
  if (text.startsWith(program)) return markedWords(text, 0, null)?.words ?? text;
  let out = '';
  let from = 0;
  for (let at = text.indexOf(`\`${program}`); at >= 0; at = text.indexOf(`\`${program}`, from)) {
    const found = markedWords(text, at + 1, '`');
    // An open one ends nowhere, nor does any behind it.
    if (found === null) break;
    out += `${text.slice(from, at)}\`${found.words}`;
    from = found.end;
  }
  return out + text.slice(from);
}

/** Up to and with `close` outside of quotes; null where there is none. Quotes are those of views/command-line.ts. */
function markedWords(text: string, start: number, close: '`' | null): { words: string; end: number } | null {
  let words = '';
  let quote: "'" | "$'" | null = null;
  for (let i = start; i < text.length; i++) {
    const character = text[i] as string;
    if (quote === null && character === close) return { words: `${words}${close}${mark}`, end: i + 1 };
    if (character === ' ') {
      words += quote === null ? `${mark}${mark} ` : kept;
      continue;
    }
    words += character;
    if (character === '\\' && quote !== "'") words += text[++i] ?? '';
    else if (character === "'") quote = quote !== null ? null : text[i - 1] === '$' ? "$'" : "'";
  }
  return close === null ? { words: words + mark, end: text.length } : null;
}

function cut(word: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const grapheme of graphemes(word)) {
    const next = graphemeWidth(grapheme);
    if (piece !== '' && width + next > columns) {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += grapheme;
    width += next;
  }
  pieces.push(piece);
  return pieces;
}
