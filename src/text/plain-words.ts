// PlainWords: a text as its words in lower case, one blank between them, so that a table of words can be asked for it.

// Ranges of characters above ASCII that are neither letter nor digit: punctuation, signs, pictures. By hand, because the
// tables of `\p{L}` cost a third of a millisecond before the first heading is read.
const signs: readonly number[] = [
  0x80, 0xa9, 0xab, 0xb1, 0xb4, 0xb4, 0xb6, 0xb8, 0xbb, 0xbb, 0xbf, 0xbf, 0xd7, 0xd7, 0xf7, 0xf7, 0x2000, 0x206f,
  0x20a0, 0x20cf, 0x20d0, 0x20ff, 0x2190, 0x245f, 0x2500, 0x2775, 0x2794, 0x2bff, 0x2e00, 0x2e7f, 0x3000, 0x3004,
  0x3008, 0x3020, 0x3030, 0x3030, 0x303d, 0x303d, 0xd800, 0xf8ff, 0xfe00, 0xfe0f, 0xfe30, 0xfe6f, 0xfeff, 0xff0f,
  0xff1a, 0xff20, 0xff3b, 0xff40, 0xff5b, 0xff65,
];

/** Whether the UTF-16 unit belongs to a word in lower case; halves of a pair, which are emoji for the most part, do not. */
function isOfWord(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  for (let i = 0; i < signs.length; i += 2) if (code <= (signs[i + 1] as number)) return code < (signs[i] as number);
  return true;
}

/** `📚 Pre-requisites!` → `pre requisites`; ё is е. What is no letter and no digit only separates words. */
export function plainWords(text: string): string {
  let lower = text.toLowerCase();
  // What an editor or a file system wrote as letter and accent: a syllable of Hangul and Kana as well.
  if (/[\u0300-\u036f\u1100-\u11ff\u3099\u309a]/.test(lower)) lower = lower.normalize('NFC');
  let words = '';
  let start = -1;
  for (let i = 0; i <= lower.length; i++) {
    if (i < lower.length && isOfWord(lower.charCodeAt(i))) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) words += (words === '' ? '' : ' ') + lower.slice(start, i);
    start = -1;
  }
  return words.includes('ё') ? words.replaceAll('ё', 'е') : words;
}
