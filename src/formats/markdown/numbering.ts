// Numbering: the number an author wrote before a title, and the title without it (FORMATS S2).

export interface Numbered {
  /** `4`, `4.2`, `4.2.1`: without a final full stop. Null when there is none. */
  readonly number: string | null;
  readonly title: string;
  /** How the number was written: `4.` or `4)` with a mark, `Week 4` with a word, bare `4`, or a letter `A.`. */
  readonly form: 'marked' | 'word' | 'bare' | 'letter' | null;
}

const counters =
  'chapter|part|week|day|month|phase|module|unit|stage|step|lesson|section|sprint|semester|quarter|block|глава|часть|неделя|день|месяц|блок|этап|модуль|урок|раздел|шаг|фаза|тема|спринт';
// Emoji, stars and keycaps that people put before a number.
const leading =
  /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u2600-\u27BF\u2B50\u2605\u2606\u25A0-\u25FF\uFE0F\u200D]|\p{RI}{2})+\s*/u;
const keycap = /^((?:\d\uFE0F?\u20E3)+)\s*[.:)–—-]?\s*/u;
const word = new RegExp(`^(?:${counters})\\s+(?:№\\s*)?(\\d{1,3}(?:\\.\\d{1,3})*)\\s*(?:[.:)–—|-]+\\s*|\\s+|$)`, 'iu');
const wordAfter =
  /^(\d{1,3})(?:-?(?:st|nd|rd|th|я|й|ая|ый|ой))?\s+(?:неделя|день|месяц|этап|week|day|month)\s*(?:[.:)–—|-]+\s*|$)/iu;
const dotted = /^(\d{1,3}(?:\.\d{1,3})+)(?:[.:)]|\s*[–—-](?=\s))?\s+/u;
const marked = /^(\d{1,3})(?:[.:)]|\s+[–—-](?=\s))\s*(?=\S)/u;
const bare = /^(\d{1,2})\s+(?=\S)/u;
const letter = /^([A-ZА-Я])[.)]\s+(?=\S)/u;

/** Splits a readable title. `form: 'bare'` is only a number when its neighbours count as well: the caller decides. */
export function splitNumber(title: string): Numbered {
  const keys = keycap.exec(title);
  if (keys) {
    const number = (keys[1] as string).replace(/\D/g, '');
    return { number, title: title.slice(keys[0].length) || title, form: 'marked' };
  }
  const start = leading.exec(title)?.[0].length ?? 0;
  const text = title.slice(start);
  const named = word.exec(text) ?? wordAfter.exec(text);
  if (named) {
    const rest = text.slice(named[0].length).trim();
    // `Week 3` alone is its own title.
    return { number: named[1] as string, title: rest === '' ? text : rest, form: 'word' };
  }
  const exact = dotted.exec(text) ?? marked.exec(text);
  // `3.5 million users` or `1.25` is an amount only where a reader would say so; a number without a title is none.
  if (exact) return { number: exact[1] as string, title: text.slice(exact[0].length), form: 'marked' };
  const loose = bare.exec(text);
  if (loose) return { number: loose[1] as string, title: text.slice(loose[0].length), form: 'bare' };
  const lettered = letter.exec(text);
  if (lettered) return { number: null, title: text.slice(lettered[0].length), form: 'letter' };
  return { number: null, title: text.trim() === '' ? title : title, form: null };
}

/** True when a title opens with emoji or stars before its number, which only headings do (`⭐ 1. Title`). */
export function hasLeadingSign(title: string): boolean {
  return leading.test(title) || keycap.test(title);
}

/** `4.2` → `4`; `4` → null. */
export function parentNumber(number: string): string | null {
  const at = number.lastIndexOf('.');
  return at < 0 ? null : number.slice(0, at);
}

/** The last part as a number: `4.2` → 2. */
export function lastPart(number: string): number {
  return Number(number.slice(number.lastIndexOf('.') + 1));
}
