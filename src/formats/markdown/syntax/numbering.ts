// Numbering: the number an author wrote before a title, and the title without it (FORMATS S2).
import { pattern } from '../../../text/pattern.ts';
import { plainWords } from '../../../text/plain-words.ts';
import { isUnit } from '../../words/units.ts';

export interface Numbered {
  /** `4`, `4.2`, `4.2.1`: without a final full stop. Null when there is none. */
  readonly number: string | null;
  readonly title: string;
  /** How the number was written: `4.` or `4.2)` with a mark, `Week 4` with a word, bare `4` and dotted `4.2` (see `number-fit.ts`), or a letter `A.`. */
  readonly form: 'marked' | 'word' | 'bare' | 'dotted' | 'letter' | null;
}

/** A number that counts by its form alone: `1.`, `1.2`, `Week 3`. */
export const isCountedForm = (form: Numbered['form']): boolean =>
  form === 'marked' || form === 'dotted' || form === 'word';

/** Those that also come behind it: `3rd week`. */
const countersAfter = ['неделя', 'день', 'месяц', 'этап', 'week', 'day', 'month'];
const ordinalEndings = ['st', 'nd', 'rd', 'th', 'я', 'й', 'ая', 'ый', 'ой'];
// Emoji, stars and keycaps that people put before a number.
const signs = pattern(String.raw`^(?:[\p{ExtPict}\p{EMod}\u2600-\u27BF\u25A0-\u25FF\uFE0F\u200D]|\p{RI}{2})+\s*`, 'u');
const keycap = /^((?:\d\uFE0F?\u20E3)+)\s*[.:)–—-]?\s*/u;
const numberBehind = pattern(
  String.raw`^\s+(?:№\s*)?(\d{1,3}(?:\.\d{1,3})*)\s*(?:(?![.:]\d)[.:：)–—|-]+\s*|\s+|$)`,
  'u',
);
// Long because it is made of the words above.
const wordAfter = new RegExp(
  `^(\\d{1,3})(?:-?(?:${ordinalEndings.join('|')}))?\\s+(?:${countersAfter.join('|')})\\s*(?:[.:)–—|-]+\\s*|$)`,
  'i',
);
// `12.05.26` is a day: nobody numbers a chapter 05.
const dotted = /^(?!\d{1,2}\.0\d\.\d\d(?!\d))(\d{1,3}(?:\.\d{1,3})+)([.:)]|\s*[–—-](?=\s))?\s+/;
// A digit behind the mark makes it a date, a time or a fraction: `10.7.2023`, `9:00`.
const marked = /^(\d{1,3})(?:[.:](?!\d)|\)|\s+[–—-](?=\s))\s*(?=\S)/;
const bare = /^(\d{1,2})\s+(?=\S)/;
const box = /^\[[ xX/-]\]\s/;
const letter = /^([A-ZА-Я])[.)]\s+(?=\S)/;

// `1\. Title`, `A\) Title` and `&#49; Title`: whoever escapes a number means the characters, as in Markdown.
const literal = /^(?:&#\d{1,7};|[^A-Za-zА-Яа-я&\\]){0,20}?(?:(?:\d{1,3}|[A-ZА-Я])\\[.):]|&#(?:4[89]|5[0-7]);)/;

/** The number before a title in Markdown, `readable` being what people read of it; an escaped one is part of the title. */
export function numberedTitle(raw: string, readable: string, split = splitNumber(readable)): Numbered {
  const mayBeLiteral = raw.includes('\\') || raw.includes('&#');
  return mayBeLiteral && literal.test(raw) ? unnumbered(readable) : split;
}

const unnumbered = (title: string): Numbered => ({ number: null, title, form: null });

/** Splits a readable title. `bare` and `dotted` are numbers only where they fit: the caller decides. */
export function splitNumber(title: string): Numbered {
  // Most titles have neither; the expressions below are dear to compile and are asked only where they can fit.
  if (!/\d/.test(title)) return lettered(title) ?? unnumbered(title);
  if (title.includes('\u20E3')) {
    const keys = keycap.exec(title);
    if (keys)
      return {
        number: (keys[1] as string).replace(/\D/g, ''),
        title: title.slice(keys[0].length) || title,
        form: 'marked',
      };
  }
  const text = title.slice(leadingSign(title).length);
  const named = wordBefore(text);
  if (named) {
    const rest = text.slice(named.length).trim();
    // `Week 3` alone is its own title.
    return { number: named.number, title: rest === '' ? text : rest, form: 'word' };
  }
  const parts = dotted.exec(text);
  const exact = parts ?? marked.exec(text);
  if (exact) {
    const rest = text.slice(exact[0].length);
    // A box behind a number is a mark as well: `1.2 [x] Title` is no amount.
    const form = parts !== null && parts[2] === undefined && !box.test(rest) ? 'dotted' : 'marked';
    return { number: exact[1] as string, title: rest, form };
  }
  const loose = bare.exec(text);
  if (loose) return { number: loose[1] as string, title: text.slice(loose[0].length), form: 'bare' };
  return lettered(text) ?? unnumbered(title);
}

function lettered(text: string): Numbered | null {
  const match = letter.exec(text);
  return match && { number: null, title: text.slice(match[0].length), form: 'letter' };
}

/** The number in `Week 3: …` or `3rd week: …`, and how long all of it is; the expressions are only asked where they can fit. */
function wordBefore(text: string): { number: string; length: number } | null {
  const gap = text.indexOf(' ');
  if (gap < 0) return null;
  if (isDigit(text.charCodeAt(0))) {
    const match = unitWord.test(text) ? wordAfter.exec(text) : null;
    return match && { number: match[1] as string, length: match[0].length };
  }
  // A unit may have two words: `giai đoạn 1`.
  const end = [gap, text.indexOf(' ', gap + 1)].find((at) => at > 0 && isUnitBefore(text, at));
  const match = end === undefined ? null : numberBehind().exec(text.slice(end));
  return match && { number: match[1] as string, length: (end as number) + match[0].length };
}

/** Whether a text opens with a unit that ends at `end`, and goes on with a number. */
function isUnitBefore(text: string, end: number): boolean {
  const second = text.charAt(end + 1);
  return (isDigit(second.charCodeAt(0)) || second === '№') && isUnit(plainWords(text.slice(0, end)));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const unitWord = /недел|день|месяц|этап|week|day|month/i;

/** The emoji and stars in front of a title, with the blanks behind them. */
export function leadingSign(title: string): string {
  return title.charCodeAt(0) < 0x2000 ? '' : (signs().exec(title)?.[0] ?? '');
}

/** True when a title opens with emoji or stars before its number, which only headings do (`⭐ 1. Title`). */
export function hasLeadingSign(title: string): boolean {
  return leadingSign(title) !== '' || (title.includes('\u20E3') && keycap.test(title));
}

/** `4.2` → `4`; `4` → null. */
export function parentNumber(number: string): string | null {
  const at = number.lastIndexOf('.');
  return at < 0 ? null : number.slice(0, at);
}

/** The first part as a number: `4.2` → 4. */
export function firstPart(number: string): number {
  return Number.parseInt(number, 10);
}

/** The last part as a number: `4.2` → 2. */
export function lastPart(number: string): number {
  return Number(number.slice(number.lastIndexOf('.') + 1));
}

/** `1.2` then `1.3`. */
export function isNextSibling(a: string, b: string): boolean {
  return parentNumber(b) === parentNumber(a) && lastPart(b) === lastPart(a) + 1;
}

/** `1.2` then `1.3`; then `2.1` or `2`; `1.2.3` then `1.3`. */
export function isNextNumber(a: string, b: string): boolean {
  if (isNextSibling(a, b)) return true;
  if (lastPart(b) === 1 && b.includes('.') && firstPart(b) === firstPart(a) + 1) return true;
  const parent = parentNumber(a);
  return parent !== null && isNextNumber(parent, b);
}
