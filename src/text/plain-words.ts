// PlainWords: a text as its words in lower case, one blank between them, so that a table of words can be asked for it.
import { pattern } from './pattern.ts';

// What is no letter and no digit, but for the blank. By ranges: reading the tables of `\p{L}` costs more than the rest of a short note.
const separators =
  '\0-\x1f!-/:-`{-\xbf\xd7\xf7\u060c\u061b\u061f\u2000-\u245f\u2500-\u2bff\u3000-\u303f\u30fb\ud800-\uf8ff\ufe00-\uff65';
const signs = pattern(`[ ${separators}]+`, 'g');

// A letter with an accent of its own, also of Arabic, and syllables of Hangul and Kana in pieces, as some file systems write them.
const combining = String.raw`\u0300-\u036f\u0653-\u0655\u1100-\u11ff\u3099\u309a`;
const pieces = pattern(`[${combining}]`, '');
const changes = pattern(`[${separators}${combining}ё]|^ | $|  `, '');

/** `:star:`, as GitHub writes its emoji; the last colon may be taken for the title's. */
const shortcode = /(?<=^|\s):[a-z0-9_+-]+:?(?=\s|$)/g;

/** `📚 Pre-requisites!` → `pre requisites`; ё is е. What is no letter and no digit only separates words. */
export function plainWords(text: string): string {
  const lower = text.toLowerCase();
  // Most titles are words with one blank between them.
  if (!changes().test(lower)) return lower;
  const named = lower.includes(':') ? lower.replace(shortcode, ' ') : lower;
  const whole = pieces().test(named) ? named.normalize('NFC') : named;
  return whole.replace(signs(), ' ').trim().replaceAll('ё', 'е');
}
