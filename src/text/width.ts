// Width: how many terminal columns a text takes, and cutting, filling and wrapping it by columns.
import { eastAsianWidth } from 'get-east-asian-width';
import { pattern } from './pattern.ts';

// Every character of these is one column and a grapheme of its own: ASCII, Latin, Greek, Cyrillic, dashes and quotes,
// box drawing and blocks, and the signs of our own views. Cheap to know, and nearly all there is in a note.
const simple = /^[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2027\u2500-\u259f○◐✓]*$/;

/**
 * Columns of `text` in a terminal: CJK and emoji 2 (joined, flagged, keycapped and toned ones too), combining marks,
 * zero-width and control characters 0, ambiguous ones (Cyrillic among them) 1. Line ends count as nothing.
 */
export function displayWidth(text: string): number {
  if (simple.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** At most `columns` wide; ends in `…` when something was cut, and never cuts a grapheme in two. */
export function truncate(text: string, columns: number): string {
  if (text.length <= columns && simple.test(text)) return text;
  let kept = 0;
  let length = 0;
  let width = 0;
  // No further than the columns go: what is behind them may be a picture of a hundred thousand letters.
  for (const grapheme of graphemes(text)) {
    width += graphemeWidth(grapheme);
    if (width > columns) return columns < 1 ? '' : `${text.slice(0, kept).trimEnd()}…`;
    length += grapheme.length;
    if (width <= columns - 1) kept = length;
  }
  return text;
}

/** Spaces up to `columns`, on the right unless `side` says left. A text that is already wider stays as it is. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const spaces = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'left' ? spaces + text : text + spaces;
}

// From its scheme to the next white space; what a sentence puts before it, such as a bracket, belongs to the word as well.
const link = /^[([<"'`]{0,3}[a-z][a-z0-9+.-]{0,20}:\/\/\S+$/i;

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
 * both takes them for one. At least one line.
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
  return lines;
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

// Built on first use: it takes milliseconds, and most texts never need it.
let segmenter: Intl.Segmenter | undefined;

/** So much is given to the segmenter at a time, in UTF-16 units: each step of it costs as much as its text is long. */
const piece = 256;

/**
 * The graphemes of a text, in time linear in its length. Where one begins depends on nothing before it, so a piece may
 * begin at any of them; the last one in a piece may go on behind its end and begins the next.
 */
function* graphemes(text: string): Generator<string> {
  let at = 0;
  let length = piece;
  while (at < text.length) {
    const part = text.slice(at, isPairAt(text, at + length - 1) ? at + length + 1 : at + length);
    const isLast = at + part.length === text.length;
    let open = '';
    for (const grapheme of simple.test(part) ? part : segmentsOf(part)) {
      if (open !== '') yield open;
      at += open.length;
      open = grapheme;
    }
    if (isLast) {
      yield open;
      return;
    }
    // A grapheme that fills its piece, such as a letter under a thousand marks, gets a longer one.
    length = open.length === part.length ? 2 * length : piece;
  }
}

function* segmentsOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** Whether a character that takes two UTF-16 units begins here: half of one would end every grapheme. */
const isPairAt = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

const zeroWidth = pattern(
  String.raw`^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7ff]$`,
  'u',
);
// VS16 asks for the emoji form, a joiner or a skin tone makes one picture, two regional letters make a flag.
const wideEmoji = pattern(
  String.raw`^(?:\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|\p{Extended_Pictographic}.*(?:\ufe0f|\u200d|\p{EMod}))`,
  'su',
);

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && simple.test(grapheme)) return 1;
  if (wideEmoji().test(grapheme)) return 2;
  let width = 0;
  for (const char of grapheme) if (!zeroWidth().test(char)) width += eastAsianWidth(char.codePointAt(0) as number);
  return width;
}
