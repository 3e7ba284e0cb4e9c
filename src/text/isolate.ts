// Isolate: a text that has right-to-left letters, kept from reordering what is beside it on a terminal.

/** First strong isolate, and pop directional isolate (UAX 9): no columns, and nothing between them moves what is outside. */
export const isolateStart = '\u2068';
export const isolateEnd = '\u2069';

// Hebrew, Arabic and the other scripts of their direction, the marks U+200F and U+061C, and the halves of pairs that begin with those
// of planes above. By code, since the classes of Unicode have none for it.
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/**
 * The text between the marks of an isolate, which its letters decide the direction of; as it is where it has none of those letters. White
 * space at its ends is left out: a mark behind it would be a word that a line may begin with.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? isolateStart + text.trim() + isolateEnd : text;
}
