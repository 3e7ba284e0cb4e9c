// PlainWords: a text as its words in lower case, one blank between them, so that a table of words can be asked for it.
import { pattern } from './pattern.ts';

// What is no letter and no digit. By ranges: reading the tables of `\p{L}` costs more than the rest of a short note.
const signs = pattern(
  '[\0-/:-`{-\xbf\xd7\xf7\u2000-\u245f\u2500-\u2bff\u3000-\u303f\u30fb\ud800-\uf8ff\ufe00-\uff65]+',
  'g',
);

// A letter with an accent of its own, and syllables of Hangul and Kana in pieces, as some file systems write them.
const pieces = /[\u0300-\u036f\u1100-\u11ff\u3099\u309a]/;

/** `:star:`, as GitHub writes its emoji; the last colon may be taken for the title's. */
const shortcode = /(?<=^|\s):[a-z0-9_+-]+:?(?=\s|$)/g;

/** `📚 Pre-requisites!` → `pre requisites`; ё is е. What is no letter and no digit only separates words. */
export function plainWords(text: string): string {
  const lower = text.toLowerCase();
  const named = lower.includes(':') ? lower.replace(shortcode, ' ') : lower;
  const whole = pieces.test(named) ? named.normalize('NFC') : named;
  return whole.replace(signs(), ' ').trim().replaceAll('ё', 'е');
}
