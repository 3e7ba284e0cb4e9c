// Inline: the marks inside a line of Markdown, reduced to what a person reads, and the links among them.
import { pattern } from '../../../text/pattern.ts';

const strongUnderscore = pattern(String.raw`(^|[^\p{L}\p{N}_])__(\S(?:.*?\S)?)__(?![\p{L}\p{N}_])`, 'gu');
const underscore = pattern(String.raw`(^|[^\p{L}\p{N}_])_([^\s_](?:[^_]*[^\s_])?)_(?![\p{L}\p{N}_])`, 'gu');

// `[text](target "title")`, `![alt](target)` with one level of nested brackets and parentheses on each side.
const linkLabel = /!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(/g;
// `(?!\s)` gives all blanks to the first quantifier; shared with the last one they would take the square of their number.
const linkTarget = /\s*(?!\s)<?((?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;
// `[[[page]]](https://[[page]].io/)`: a link whose label and target were turned into wiki links (FORMATS T8).
const unfollowable = /\[\[\[([^[\]]*)\]\]\]\([^)\s]*\)/g;
const wikiLink = /!?\[\[([^[\]|#]*)(#[^[\]|]*)?(?:\|+((?:[^[\]|][^[\]]*)?))?\]\]/g;
const referenceLink = /\[([^[\]]+)\]\[[^[\]]*\]/g;
const autoLink = /<(https?:[^\s<>]+)>/g;
const bareLink = /\bhttps?:\/\/[^\s<>)\]]+/g;
const tag = /<\/?[a-zA-Z][^<>]*>/g;
/** Tags of what begins on a line of its own: without a blank in their place two words would be one. */
const blockTag = /^<\/?(?:br|p|li|ul|ol|div)\b/i;
const comment = /<!--[\s\S]*?-->|%%.*?%%/g;
// Read from the left, so that an escaped backtick opens no code.
const codeOrEscape = /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)(.*?[^`])\2(?!`)/g;
const special = /[*_`[\]<~=%&!\\]/;
// The expressions above take the square of what is given to them at worst: they never meet more than this at once.
const pieceLength = 2000;
// Nobody reads a title or a note of more; the rest of such a line stays in its file alone.
const longest = 20_000;
const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|nbsp|apos));/gi;

function decodedEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
  // A half of a pair or a number beyond all characters is what its author typed.
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? whole : String.fromCodePoint(code);
}

/** A long text in pieces, cut behind a blank where there is one; what is beyond any reading is left out. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length && at < longest; ) {
    const blank = text.slice(at, at + pieceLength).lastIndexOf(' ');
    let end = at + (blank > 0 && at + pieceLength < text.length ? blank + 1 : pieceLength);
    const last = text.charCodeAt(end - 1);
    // Both halves of an emoji stay together.
    if (last >= 0xd800 && last < 0xdc00) end++;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** `**Bold** [text](url)` → `Bold text`. Broken marks stay as they are; never throws. Linear in the text. */
export function readable(text: string): string {
  if (text.length <= pieceLength) return readablePiece(text);
  let out = '';
  for (const piece of piecesOf(text)) out += readablePiece(piece) + (piece.endsWith(' ') ? ' ' : '');
  return `${out.trim()}${text.length > longest ? '…' : ''}`;
}

function readablePiece(text: string): string {
  // Blanks first: a long run of them is what the expressions below take longest for.
  let out = collapsed(text);
  if (!special.test(out)) return out;
  const literal: string[] = [];
  // Inline code and escaped characters are set aside first: nothing in them is a mark.
  if (out.includes('`') || out.includes('\\'))
    out = out.replace(codeOrEscape, (_, escaped: string | undefined, __, inner: string | undefined) => {
      literal.push(escaped ?? (inner as string).trim());
      return `\uE000${literal.length - 1}\uE001`;
    });
  // Each step only where its mark is: a title has one or two of them.
  if (out.includes('%%') || out.includes('<!--')) out = out.replace(comment, '');
  if (out.includes('['))
    out = withoutLinks(out.replace(unfollowable, '$1'))
      .replace(wikiLink, (_, page: string, anchor: string | undefined, alias: string | undefined) =>
        (alias ?? (pageName(page.trim()) || (anchor ?? '').slice(1))).trim(),
      )
      .replace(referenceLink, '$1');
  if (out.includes('<')) out = out.replace(autoLink, '$1').replace(tag, (one) => (blockTag.test(one) ? ' ' : ''));
  if (out.includes('*'))
    out = out
      .replace(/\*\*\*(\S(?:.*?\S)?)\*\*\*/g, '$1')
      .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '$1')
      .replace(/\*(?=[^\s*])([^*]*[^\s*])\*/g, '$1');
  if (out.includes('_')) out = out.replace(strongUnderscore(), '$1$2').replace(underscore(), '$1$2');
  if (out.includes('~~')) out = out.replace(/~~(\S(?:.*?\S)?)~~/g, '$1');
  if (out.includes('==')) out = out.replace(/==(\S(?:.*?\S)?)==/g, '$1');
  if (out.includes('&')) out = out.replace(entity, decodedEntity);
  if (literal.length > 0) out = out.replace(/\uE000(\d+)\uE001/g, (_, index: string) => literal[Number(index)] ?? '');
  return collapsed(out);
}

// `01 - `, `01. `, `01_`: how people keep files in order.
const fileNumber = /^\d{1,3}(?:\s+[-–—]\s+|[.)]\s+|_)(?=\S)/;

/** A page as people call it: the last part of its path, without the number that orders files (FORMATS T12). */
function pageName(page: string): string {
  const name = page.slice(page.lastIndexOf('/') + 1).trim() || page;
  return name.replace(fileNumber, '').replace(/(?<=\S)\.md$/i, '');
}

interface InlineLink {
  readonly index: number;
  readonly end: number;
  readonly isImage: boolean;
  readonly label: string;
  readonly target: string;
}

/** Links and images in the order of the text; none is inside another. */
function inlineLinks(text: string): InlineLink[] {
  const found: InlineLink[] = [];
  linkLabel.lastIndex = 0;
  for (let start = linkLabel.exec(text); start !== null; start = linkLabel.exec(text)) {
    const { index } = start;
    linkTarget.lastIndex = linkLabel.lastIndex;
    const rest = linkTarget.exec(text);
    linkLabel.lastIndex = rest === null ? index + 1 : linkTarget.lastIndex;
    if (rest === null) continue;
    const isImage = start[0].startsWith('!');
    found.push({ index, end: linkTarget.lastIndex, isImage, label: start[1] as string, target: rest[1] as string });
  }
  return found;
}

/** Each link as its label, or its target where it has none. */
function withoutLinks(text: string): string {
  let out = '';
  let at = 0;
  for (const { index, end, label, target } of inlineLinks(text)) {
    out += text.slice(at, index) + (label.trim() === '' ? target : brackets(label));
    at = end;
  }
  return out + text.slice(at);
}

const gap = /[^\S ]|\s\s/;

function collapsed(text: string): string {
  const trimmed = text.trim();
  return gap.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** A label such as `[Kubernetes]` left over from `[[[Kubernetes]]](…)`. */
function brackets(label: string): string {
  return label.replace(/^\[+|(?<!\])\]+$/g, '');
}

/** Targets of the links in a text: `https:` addresses, relative files and wiki pages, each once, in order. */
export function linksIn(text: string): string[] {
  if (!text.includes('](') && !text.includes('://') && !text.includes('[[')) return [];
  return text.length <= pieceLength ? linksInPiece(text) : [...new Set(piecesOf(text).flatMap(linksInPiece))];
}

function linksInPiece(raw: string): string[] {
  const text = collapsed(raw);
  const found = new Map<string, number>();
  const note = (target: string | undefined, at: number) => {
    const clean = (target ?? '')
      .trim()
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
    if (clean !== '' && !clean.startsWith('#') && !found.has(clean)) found.set(clean, at);
  };
  for (const { isImage, target, index } of inlineLinks(text)) if (!isImage) note(target, index);
  for (const match of text.matchAll(autoLink)) note(match[1], match.index);
  for (const match of text.matchAll(bareLink)) {
    if (![...found.keys()].some((target) => target.startsWith(match[0]) || match[0].startsWith(target)))
      note(match[0], match.index);
  }
  for (const match of text.matchAll(wikiLink))
    if ((match[1] ?? '').trim() !== '') note(`[[${(match[1] as string).trim()}]]`, match.index);
  return [...found].sort((a, b) => a[1] - b[1]).map(([target]) => target);
}

const onlyPage = /^\[\[[^[\]|#]+\]\]$/;
/** The label and target when a text is one link and nothing else; else null. */
export function onlyLink(text: string): { label: string; target: string } | null {
  if (text.length > pieceLength) return null;
  const trimmed = collapsed(text);
  const inner = /^(\*\*|__|\*|_)(.*)\1$/.exec(trimmed)?.[2] ?? trimmed;
  const link = /^!?\[/.test(inner) ? inlineLinks(inner)[0] : undefined;
  if (link?.index === 0 && link.end === inner.length) return { label: readable(link.label), target: link.target };
  const bare = /^<?(https?:\/\/[^\s<>]+)>?$/.exec(inner);
  return bare ? { label: bare[1] as string, target: bare[1] as string } : null;
}

const pictures = [
  /^!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])/,
  /^\[!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])\](?:\([^()]*\)|\[[^\]]*\])/,
  /^!\[\[[^\]]*\]\]/,
  /^<img\b[^<>]*>/i,
  // A link without a text is an anchor: it is not displayed.
  /^\[\s*\]\([^()]*\)/,
];

/** Whether a text is pictures and empty links alone, badges among them, linked or not. */
export function isPicture(text: string): boolean {
  let rest = text.trim();
  if (rest === '' || text.length > pieceLength) return false;
  while (rest !== '') {
    const found = pictures.map((one) => one.exec(rest)).find((match) => match !== null);
    if (!found) return false;
    rest = rest.slice(found[0].length).trimStart();
  }
  return true;
}

const property = /^[^\s:`[(]{1,40}::(?:\s|$)/;

/** What a list item without a topic holds: nothing, a property (`key:: value`), or a picture (FORMATS T3). */
export const isEmptyItem = (raw: string): boolean => raw.trim() === '' || property.test(raw) || isPicture(raw);

/** A link that people wrote and no reader can follow, such as `[[[K]]](https://[[k]].io/)`; null when there is none. */
export function brokenLink(text: string): { index: number; text: string } | null {
  const start = text.slice(0, pieceLength);
  const match = /\[\[\[[^[\]]*\]\]\](?:\([^)\s]*\))?|\]\([^)\s]*\[\[[^)\s]*\)/.exec(start);
  return match ? { index: match.index, text: match[0] } : null;
}

/** The inner text when a line is one bold run (`**Title**`, `__Title__:`), else null; marks behind it are kept. */
export function boldRun(text: string): { inner: string; after: string } | null {
  if (text.length > pieceLength) return null;
  const match = /^(?:\*\*(?!\s|\*)((?:(?!\*\*).)*?\S)\*\*|__(?!\s|_)((?:(?!__).)*?\S)__)\s*([:：]?)$/u.exec(
    text.trim(),
  );
  if (!match) return null;
  return { inner: (match[1] ?? match[2]) as string, after: match[3] as string };
}

/** A line as a note to read; empty where it is a bare address or page, which is kept as a link. */
export function noteOf(raw: string): string {
  const link = onlyLink(raw);
  const isBare = link === null ? onlyPage.test(raw.trim()) : link.label === link.target;
  return isBare ? '' : readable(raw);
}
