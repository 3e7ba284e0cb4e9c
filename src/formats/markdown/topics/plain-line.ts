// PlainLine: a line of a text without Markdown: what it has in common with others that are titles, or that it is an item or prose (FORMATS T3).
import { pattern } from '../../../text/pattern.ts';
import { plainWords } from '../../../text/plain-words.ts';
import { isUnit } from '../../words/units.ts';
import { readItemHead } from '../syntax/list-item.ts';
import type { RawLine } from './drawn.ts';

interface Form {
  /** The words before its number, its sign, or how it is wrapped: titles of one rank have the same. Null of an item. */
  form: string | null;
  /** What it counts, NaN where it does not. */
  readonly number: number;
}

export interface PlainLine extends RawLine, Form {
  readonly own: string;
  /** Offset of its own text. */
  readonly at: number;
  readonly indent: number;
  readonly isAfterBlank: boolean;
  /** Of a line without a form. */
  isProse: boolean;
}

const letter = pattern(String.raw`\p{L}`, 'u');
const lower = pattern(String.raw`\p{Ll}`, 'u');
const capital = pattern(String.raw`\p{Lu}`, 'u');
/** Code begins with a small letter or a sign more often than a title does. */
const titleStart = pattern(String.raw`^["'“«(¿¡*_[]*[\p{Lu}\p{Lo}\p{N}]`, 'u');
/** `Day 2 –`, `Ders1.`, `2️⃣`, `5~7일차:`: words and a number, a unit or the sign of a key, and what is behind it. */
const amount = pattern(String.raw`^([\p{L}\p{M}][\p{L}\p{M} ]{0,19})?(\d{1,3}(?:\.\d{1,3})*)`, 'u');
const unit = pattern(String.raw`^(?: ?[~–-] ?\d{1,3}(?=\p{Lo}))?(\uFE0F?\u20E3|\p{Lo}{0,3})`, 'u');
const mark = pattern(String.raw`^(?:[.:)、-]+(?=\s|$|\p{Lu}|\p{Lo})|\s+[–—-](?=\s)|$|(\s+)(?=\p{Lu}|\p{Lo}))`, 'u');
const dotted = /^\d{1,3}(?:\.\d{1,3})+(?=\s)/;
const sign = pattern(String.raw`^(?![\d#*])(?:\p{ExtPict}|\p{RI}{2})[\p{ExtPict}\p{EMod}\uFE0F\u200D]*\s*`, 'u');
/** `**Hull**`, `(list)`, `<!-- Hull -->`, `--Hull--`. */
const opening = /^(?:\*\*|__|[([]|<!--|-{2,40})/;
const closing = /(?:\*\*|__|[)\]]|-{2,40}>?):?$/;
/** `Hull (4 h)`. */
const extent = /\S\s+\([^()\d]{0,8}\b\d[\d ~–-]*[^()\d]{1,8}\)$/;
const rule = /^[-=_*~─—\s]{3,}$/;
const link = /^<?https?:\/\/\S+$/;
/** Assignments, paths, options, calls, quotes, and the answers of a quiz. */
const code = /[=$;{}\\@]|\w\/\w+\/|(?:^|\s)--?\w|\w\(\)|^[>*]|^[A-Ha-h][.)．]/;

/** Long, or with what begins and ends sentences and code, or what formulas hold. */
export const hasOddSigns = (own: string): boolean =>
  own.length > 160 ||
  /\\\w/.test(own) ||
  /[.;,{}<>=]$/.test(own) ||
  /^[#<{}[\]|`~+=-]/.test(own) ||
  !letter().test(own);

export const isCode = (own: string): boolean => hasOddSigns(own) || code.test(own);

/** How many of some lines begin as titles do. */
export const countTitles = (written: readonly string[]): number =>
  written.filter((own) => titleStart().test(own)).length;

export const isLink = (own: string): boolean => link.test(own);
export const holdsLink = (own: string): boolean => own.includes('://');

export function isSentence(own: string): boolean {
  if (holdsLink(own)) return false;
  const isEnded = /[。！；]$/.test(own) || (/[.!]$/.test(own) && own.split(/\s/).length > 3);
  return isEnded || own.length > (/[:：,]$/.test(own) ? 60 : 100);
}

/** The lines of a text that are no headings, rules or blank. */
export function plainLines(raw: Iterable<RawLine>): PlainLine[] {
  const found: PlainLine[] = [];
  let isAfterBlank = true;
  for (const one of raw) {
    const { text } = one;
    const blank = text.length - text.trimStart().length;
    const head = readItemHead(text, blank, text.length);
    const isBullet = head !== null && head.marker !== 'ordered';
    const own = text.slice(isBullet ? head.content : blank);
    const isNothing = own === '' || rule.test(own);
    if (!isNothing && !/^#{1,6}\s/.test(text)) {
      const indent = text.slice(0, blank).replace(/\t/g, '    ').length;
      const of = isBullet ? none : formOf(own);
      const isProse = of.form === null && isSentence(own);
      found.push({ ...one, ...of, own, at: one.start + text.length - own.length, indent, isAfterBlank, isProse });
    }
    isAfterBlank = isNothing;
  }
  return found;
}

const none: Form = { form: null, number: Number.NaN };

function formOf(own: string): Form {
  const [sides, inner] = unwrapped(own);
  const around = sides.slice(0, 2);
  const before = sign().exec(inner)?.[0] ?? '';
  const title = inner.slice(before.length);
  const count = countIn(title);
  if (count !== null) return { ...count, form: around + count.form };
  if (before !== '') return { ...none, form: `${around}${before.trim()}` };
  if (own.length > 80) return none;
  const isCapital = !lower().test(title) && capital().test(title) && !isLink(title);
  if (around !== '' || isCapital) return { ...none, form: `${around}${isCapital}` };
  if (extent.test(own)) return { ...none, form: '()' };
  return isLabel(own) ? { ...none, form: ':' } : none;
}

/** What is around a line, and what is in it. */
function unwrapped(own: string): readonly [around: string, inner: string] {
  const open = opening.exec(own)?.[0] ?? '';
  const close = open === '' || own.length > 120 ? undefined : closing.exec(own.slice(open.length))?.[0];
  const inner = close === undefined ? '' : own.slice(open.length, -close.length).trim();
  return inner === '' || /[()[\]<>]/.test(inner) ? ['', own] : [open, inner];
}

/** The form of a title that counts. */
function countIn(title: string): (Form & { readonly form: string }) | null {
  const [whole, words = '', number = ''] = amount().exec(title) ?? [];
  if (whole === undefined || !letter().test(title)) return null;
  const [before = '', behind = ''] = unit().exec(title.slice(whole.length)) ?? [];
  const end = mark().exec(title.slice(whole.length + before.length));
  if (end === null && !dotted.test(title)) return null;
  const depth = number.replace(/\.0$/, '').split('.').length;
  const blank = words === '' ? '' : (end?.[1]?.slice(0, 1) ?? '');
  return { form: `${words.trim()}#${depth}${behind}${blank}`, number: Number.parseFloat(number) };
}

const isLabel = (own: string): boolean => /[:：]$/.test(own) && own.split(/\s/).length < 7 && titleStart().test(own);

/** How deep the number of a form is: 1 of `Week 3`, 2 of `3.1`; null of what does not count. */
export function depthOf(form: string): number | null {
  const depth = /#(\d)/.exec(form)?.[1];
  return depth === undefined ? null : Number(depth);
}

/** Whether a line counts units such as `Week 2`, or with the signs of keys. */
export const countsUnit = ({ form }: PlainLine): boolean =>
  form !== null && (form.includes('\u20E3') || isUnit(plainWords(form.replace(/#\d/, ''))));
