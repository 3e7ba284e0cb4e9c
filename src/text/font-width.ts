// FontWidth: how wide a text is in a proportional font that nobody can measure here.
import { graphemes, graphemeWidth } from './grapheme.ts';
import { isolated } from './isolate.ts';

/** Widths in shares of the font's size, as the widest of the usual fonts without serifs (Verdana, DejaVu Sans) has them or a little more. */
const narrow = /^[ijlIftr.,:;'|!()[\]{}/\\\- іїјт]$/;
const wide = /^[mwMW@%жшщюыфмЖШЩЮЫФМДЮ—…]$/;
const capital = /^\p{Lu}$/u;

function shareOf(grapheme: string): number {
  const columns = graphemeWidth(grapheme);
  if (columns === 0) return 0;
  if (columns > 1) return /\p{Extended_Pictographic}|\p{RI}/u.test(grapheme) ? 1.4 : 1;
  if (narrow.test(grapheme)) return 0.46;
  if (wide.test(grapheme)) return 1;
  return capital.test(grapheme) ? 0.8 : 0.66;
}

const boldness = 1.1;

export interface Font {
  /** In the units of the picture. */
  readonly size: number;
  readonly isBold: boolean;
}

/** An estimate in the units of `size`, rather too wide than too narrow: it decides what is cut, not where a letter is put. */
export function widthInFont(text: string, font: Font): number {
  let share = 0;
  for (const grapheme of graphemes(text)) share += shareOf(grapheme);
  return share * font.size * (font.isBold ? boldness : 1);
}

/** The text, or as much of its beginning as is not wider than `room`, with `…` behind it; no grapheme is cut in two. */
export function cutInFont(text: string, room: number, font: Font): string {
  const most = room / font.size / (font.isBold ? boldness : 1);
  const ellipsis = shareOf('…');
  let share = 0;
  let kept = 0;
  let length = 0;
  for (const grapheme of graphemes(text)) {
    share += shareOf(grapheme);
    if (share > most) return `${text.slice(0, kept).trimEnd()}…`;
    length += grapheme.length;
    if (share <= most - ellipsis) kept = length;
  }
  return text;
}

const letter = /\p{L}/u;

/** Whether the first letter of a text is one of a script that is written from right to left. */
export function opensRightToLeft(text: string): boolean {
  const [first] = letter.exec(text) ?? [];
  return first !== undefined && isolated(first) !== first;
}
