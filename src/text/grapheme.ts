// Grapheme: what a reader takes for one character, and the columns it takes in a terminal.
import { eastAsianWidth } from 'get-east-asian-width';
import { isOneColumnEach } from './one-column.ts';
import { pattern } from './pattern.ts';

// Built on first use: it takes milliseconds, and most texts never need it.
let segmenter: Intl.Segmenter | undefined;

/** So much is given to the segmenter at a time, in UTF-16 units: each step of it costs as much as its text is long. */
const piece = 256;

/**
 * The graphemes of a text, in time linear in its length. Where one begins depends on nothing before it, so a piece may
 * begin at any of them; the last one in a piece may go on behind its end and begins the next.
 */
export function* graphemes(text: string): Generator<string> {
  let at = 0;
  let length = piece;
  while (at < text.length) {
    const part = text.slice(at, isPairAt(text, at + length - 1) ? at + length + 1 : at + length);
    const isLast = at + part.length === text.length;
    let open = '';
    for (const grapheme of isOneColumnEach(part) ? part : segmentsOf(part)) {
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

export function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && isOneColumnEach(grapheme)) return 1;
  if (wideEmoji().test(grapheme)) return 2;
  let width = 0;
  for (const char of grapheme) if (!zeroWidth().test(char)) width += eastAsianWidth(char.codePointAt(0) as number);
  return width;
}
