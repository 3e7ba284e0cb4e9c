// Encoding: how the bytes of a file became a text, so that the same bytes can be written back (FORMATS B1, B4, B6).
import { isAscii, isUtf8, transcode } from 'node:buffer';
import { isLossless, losslessBytes, losslessText, surveyUtf8, type Utf8Survey } from './lossless.ts';
import { pattern } from './pattern.ts';
import { plausibility } from './plausibility.ts';

export const encodingNames = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1252',
] as const;
export type EncodingName = (typeof encodingNames)[number];

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: EncodingName;
  readonly bom: boolean;
  /** True when `encode(text, encoding, bom)` gives the very bytes back; false: the file must not be written. */
  readonly exact: boolean;
}

type Wide = 'utf-16le' | 'utf-16be';
type SingleByte = Exclude<EncodingName, 'utf-8' | Wide>;

// The first of equal scores wins: a text of ASCII and typographic quotes is Western, one without capitals is windows-1251.
const legacyOrder: readonly SingleByte[] = ['windows-1252', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'];

/**
 * Bytes to text (FORMATS B1): byte order mark, UTF-16 without one, strict UTF-8, else a legacy table. Never throws.
 * A few bytes that are no UTF-8 do not change how the others are read (B6): each is a lone surrogate in the text, which
 * `encode` turns back into it. Where they are more than a few, `exact` is false: a legacy table would spoil the rest, but
 * it cannot be known any more what was meant.
 */
export function decode(bytes: Uint8Array, override?: EncodingName): Decoded {
  if (override !== undefined) return decodeAs(bytes, override);
  if (hasBom(bytes, 'utf-16le')) return decodeAs(bytes, 'utf-16le');
  if (hasBom(bytes, 'utf-16be')) return decodeAs(bytes, 'utf-16be');
  // Before strict UTF-8, which Cyrillic UTF-16 passes: its bytes are all below 0x80.
  const wide = wideByZeros(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  const strict = strictUtf8(bytes);
  if (strict !== null) return strict;
  const survey = surveyUtf8(bytes);
  if (hasBom(bytes, 'utf-8') || isMostlyGood(survey) || hasTaskEmoji(bytes, survey)) return withStrays(bytes, survey);
  return decodeAs(bytes, wideByShape(bytes) ?? likeliestTable(bytes));
}

/** Text to bytes; null when a character cannot be expressed. `bom` means nothing in a single-byte encoding. */
export function encode(text: string, encoding: EncodingName, bom: boolean): Uint8Array | null {
  if (encoding === 'utf-8') {
    return isLossless(text) ? losslessBytes(bom ? `\ufeff${text}` : text) : null;
  }
  if (isWide(encoding)) {
    const marked = bom ? `\ufeff${text}` : text;
    const view = new DataView(new ArrayBuffer(marked.length * 2));
    for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
    return new Uint8Array(view.buffer);
  }
  const byteOf = bytesByCharacter(encoding);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf.get(text.charCodeAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

export function canEncode(text: string, encoding: EncodingName): boolean {
  if (encoding === 'utf-8') return isLossless(text);
  if (isWide(encoding)) return true;
  const byteOf = bytesByCharacter(encoding);
  for (let i = 0; i < text.length; i++) if (!byteOf.has(text.charCodeAt(i))) return false;
  return true;
}

/** The encoding a person means by `cp1251`, `UTF8`, `win-1251`…; null for one that we do not read. */
export function encodingNamed(word: string): EncodingName | null {
  const key = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  return aliases.get(key.replace(/^(?:win|windows|cp|ibm|dos|x|cs)(?=\d|mac)/, '')) ?? null;
}

const aliases: ReadonlyMap<string, EncodingName> = new Map([
  ['utf8', 'utf-8'],
  ['unicode11utf8', 'utf-8'],
  ['ascii', 'utf-8'],
  ['usascii', 'utf-8'],
  ['65001', 'utf-8'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['ucs2', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['1251', 'windows-1251'],
  ['koi8r', 'koi8-r'],
  ['koi8', 'koi8-r'],
  ['koi', 'koi8-r'],
  ['866', 'ibm866'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['macintoshcyrillic', 'x-mac-cyrillic'],
  ['10007', 'x-mac-cyrillic'],
  ['1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso88591', 'windows-1252'],
]);

/**
 * Whether these bytes are no text at all. Judged by control characters in the first 64 KiB: more than 4 % of them, and
 * more than two. So a stray NUL or two in a note is read on (and kept), an image or an archive is not.
 */
export function isBinary(bytes: Uint8Array): boolean {
  if (hasBom(bytes, 'utf-16le') || hasBom(bytes, 'utf-16be') || wideByZeros(bytes) !== null) return false;
  // Hardly any binary file is without a NUL, and asking for one costs nothing; a text is then judged by its beginning.
  const length = Math.min(bytes.length, bytes.subarray(0, 65536).includes(0) ? 65536 : 2048);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  }
  return controls > 2 + length * 0.04 && wideByShape(bytes) === null;
}

/** The 256 characters of a single-byte table, by the label of the Encoding Standard; `iso-8859-1` is the true Latin-1. */
export function singleByteTable(label: string): string {
  const known = tables.get(label);
  if (known !== undefined) return known;
  const latin1 = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
  let table = latin1;
  // Node 20 decodes 0x80–0x9F of windows-1252 as Latin-1; and the label iso-8859-1 means windows-1252 to a TextDecoder.
  if (label === 'windows-1252') table = latin1.slice(0, 0x80) + windows1252Block + latin1.slice(0xa0);
  // Only the upper half is asked for: ICU moves three ASCII controls about in IBM866.
  else if (label !== 'iso-8859-1') {
    const upper = Uint8Array.from({ length: 128 }, (_, i) => i + 128);
    table = latin1.slice(0, 0x80) + new TextDecoder(label).decode(upper);
  }
  tables.set(label, table);
  return table;
}

const windows1252Block = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const tables = new Map<string, string>();
const reverseTables = new Map<string, Map<number, number>>();

/** Character code to byte, for a single-byte table. */
export function bytesByCharacter(label: string): ReadonlyMap<number, number> {
  let byteOf = reverseTables.get(label);
  if (byteOf === undefined) {
    const table = singleByteTable(label);
    byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [table.charCodeAt(byte), byte]));
    reverseTables.set(label, byteOf);
  }
  return byteOf;
}

function isWide(encoding: EncodingName): encoding is Wide {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

function hasBom(bytes: Uint8Array, encoding: EncodingName): boolean {
  if (encoding === 'utf-8') return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (encoding === 'utf-16le') return bytes[0] === 0xff && bytes[1] === 0xfe;
  return encoding === 'utf-16be' && bytes[0] === 0xfe && bytes[1] === 0xff;
}

function decodeAs(bytes: Uint8Array, encoding: EncodingName): Decoded {
  if (encoding === 'utf-8') return strictUtf8(bytes) ?? withStrays(bytes, surveyUtf8(bytes));
  const bom = hasBom(bytes, encoding);
  if (isWide(encoding)) {
    // Not by TextDecoder: it replaces lone surrogates, and the file could not be written back.
    const odd = bytes.length % 2;
    const text = fromUnits(wideUnits(bytes.subarray(bom ? 2 : 0), encoding)) + (odd ? '\ufffd' : '');
    return { text, encoding, bom, exact: odd === 0 };
  }
  const table = singleByteTable(encoding);
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) units[i] = table.charCodeAt(bytes[i] as number);
  return { text: fromUnits(units), encoding, bom, exact: true };
}

function strictUtf8(bytes: Uint8Array): Decoded | null {
  const bom = hasBom(bytes, 'utf-8');
  const body = bom ? bytes.subarray(3) : bytes;
  return isUtf8(body) ? { text: textOfUtf8(body), encoding: 'utf-8', bom, exact: true } : null;
}

/** The text of valid UTF-8. By way of UTF-16 a text that is not ASCII takes half the time. */
function textOfUtf8(bytes: Uint8Array): string {
  if (bytes.length > 65_536 && !isAscii(bytes)) return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** UTF-8 in which some bytes belong to no character; `exact` where they are so few that nothing else can be meant (B6). */
function withStrays(bytes: Uint8Array, survey: Utf8Survey): Decoded {
  const bom = hasBom(bytes, 'utf-8');
  const { characters, strays } = survey;
  const exact = strays * 19 <= characters || hasTaskEmoji(bytes, survey);
  const text = losslessText(bytes);
  return { text: bom ? text.slice(1) : text, encoding: 'utf-8', bom, exact };
}

/** The signs of fields on a task line (FORMATS, Dates): no other encoding has their bytes by chance. */
const taskEmoji = /[✅❌🛫➕⏳⌛📅📆🗓🆔⛔🔁🏁🔺⏫🔼🔽⏬]/u;
const mostStraysBesideEmoji = 3;

function hasTaskEmoji(bytes: Uint8Array, { characters, strays }: Utf8Survey): boolean {
  return characters > 0 && strays <= mostStraysBesideEmoji && taskEmoji.test(losslessText(bytes));
}

function wideUnits(bytes: Uint8Array, encoding: Wide): Uint16Array {
  const low = encoding === 'utf-16le' ? 0 : 1;
  const units = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < units.length; i++)
    units[i] = (bytes[i * 2 + low] as number) | ((bytes[i * 2 + 1 - low] as number) << 8);
  return units;
}

function fromUnits(units: Uint16Array): string {
  let text = '';
  // In pieces, because the arguments of one call lie on the stack.
  for (let at = 0; at < units.length; at += 8192) {
    const piece = units.subarray(at, at + 8192);
    // `apply` takes a typed array as it is and is three times as fast as spreading it; the typings know only arrays.
    text += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return text;
}

/** UTF-16 of an alphabet below U+0900: every second byte is 0–8 (Latin 0, Cyrillic 4), and hardly any of the others is. */
function wideByZeros(bytes: Uint8Array): Wide | null {
  // A look at the beginning settles it for nearly every other text.
  if (!bytes.subarray(0, 256).some((byte) => byte < 9)) return null;
  const pairs = Math.min(bytes.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if ((bytes[i * 2] as number) < 9) even++;
    if ((bytes[i * 2 + 1] as number) < 9) odd++;
  }
  if (odd > 0 && odd * 2 >= pairs && even * 10 <= pairs) return 'utf-16le';
  if (even > 0 && even * 2 >= pairs && odd * 10 <= pairs) return 'utf-16be';
  return null;
}

const neverInText = pattern(String.raw`[\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}`, 'u');

/** UTF-16 of any other script, once UTF-8 is out of the question: white space there is, and nothing that no text has. */
function wideByShape(bytes: Uint8Array): Wide | null {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, 4096).includes(0)) return null;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = fromUnits(wideUnits(bytes.subarray(0, 4096), encoding));
    if (/[ \n]/.test(text) && !neverInText().test(text.replace(/[\ud800-\udbff]$/, ''))) return encoding;
  }
  return null;
}

/** Four good characters beyond ASCII for each damaged place: no legacy text comes near that. */
const isMostlyGood = ({ characters, strays }: Utf8Survey): boolean => characters >= strays * 4;

/** Reads the 16 KiB after the first byte beyond ASCII under each table, and takes the reading that looks most like a language. */
function likeliestTable(bytes: Uint8Array): SingleByte {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1);
  const sample = bytes.subarray(first, first + 16384);
  let best: SingleByte = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const table of legacyOrder) {
    const score = plausibility(decodeAs(sample, table).text);
    if (score > bestScore) [best, bestScore] = [table, score];
  }
  return best;
}
