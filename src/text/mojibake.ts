// Repair: a text that was UTF-8, was read as a single-byte table and saved again, turned back (FORMATS B2).
import { isExplained, type Repair, repairOf } from './mojibake-repair.ts';
import type { Span } from './source.ts';

/** How many lines beyond ASCII are tried before a text is taken for clean. */
const sampleSize = 64;

/**
 * FORMATS B2: the table under which most lines beyond ASCII are strictly valid UTF-8, if those are at least 90 %; else null.
 * Of several that explain as many, the one with the likeliest letters; and none where chance explains the text as well.
 * A clean text costs a look at its first 64 such lines, each given up at its first letter.
 */
export function repairMojibake(text: string): Repair | null {
  return mayNeedRepair(text) ? repairOf(text, [...linesBeyondAscii(text)]) : null;
}

/**
 * What no mistaken reading leaves behind: two small Cyrillic letters in a row, which are lead bytes in every Cyrillic table
 * and in no other, and characters that no table has, a ✅ among them. Saves building the tables for most notes.
 */
const surelyClean = /[а-я]{2}|[\u0530-\u1fff\u2600-\udfff]/;

function mayNeedRepair(text: string): boolean {
  let tried = 0;
  for (const line of linesBeyondAscii(text)) {
    if (surelyClean.test(text.slice(line.start, line.end))) {
      if (++tried === sampleSize) break;
      continue;
    }
    if (isExplained(text, line)) return true;
    if (++tried === sampleSize) break;
  }
  return false;
}

function* linesBeyondAscii(text: string): Generator<Span> {
  const beyondAscii = /[\u0080-\uffff]/g;
  const lineEnd = /[\r\n]/g;
  let start = 0;
  while (beyondAscii.test(text)) {
    const at = beyondAscii.lastIndex - 1;
    // Backwards by hand: lastIndexOf would run to the start of the text for a line end that never occurs.
    const floor = start;
    for (start = at; start > floor && !isLineEnd(text.charCodeAt(start - 1)); ) start--;
    lineEnd.lastIndex = at;
    const end = lineEnd.test(text) ? lineEnd.lastIndex - 1 : text.length;
    yield { start, end };
    start = end;
    beyondAscii.lastIndex = end;
  }
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
