// Encoding: how the bytes of a file became a text, so that the same bytes can be written back (FORMATS B1, B4, B6).
import { isAscii, isUtf8, transcode } from 'node:buffer';
import { isLossless, losslessBytes } from './lossless.ts';
import { likeliestTable, singleByteBytes, singleByteText } from './single-byte.ts';
import { readWithStrays, type StrayReading } from './stray-bytes.ts';
import { utf16Bytes, utf16Text, type Wide, wideByShape } from './utf16.ts';

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
  const read = readWithStrays(bytes);
  if (hasBom(bytes, 'utf-8') || read.isUtf8) return withStrays(bytes, read);
  return decodeAs(bytes, wideByShape(bytes) ?? likeliestTable(bytes));
}

/** Text to bytes; null when a character cannot be expressed. `bom` means nothing in a single-byte encoding. */
export function encode(text: string, encoding: EncodingName, bom: boolean): Uint8Array | null {
  if (encoding === 'utf-8') {
    return isLossless(text) ? losslessBytes(bom ? `\ufeff${text}` : text) : null;
  }
  if (isWide(encoding)) return utf16Bytes(bom ? `\ufeff${text}` : text, encoding);
  return singleByteBytes(text, encoding);
}

export function canEncode(text: string, encoding: EncodingName): boolean {
  if (encoding === 'utf-8') return isLossless(text);
  return isWide(encoding) || singleByteBytes(text, encoding) !== null;
}

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

function isWide(encoding: EncodingName): encoding is Wide {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

export function hasBom(bytes: Uint8Array, encoding: EncodingName): boolean {
  if (encoding === 'utf-8') return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (encoding === 'utf-16le') return bytes[0] === 0xff && bytes[1] === 0xfe;
  return encoding === 'utf-16be' && bytes[0] === 0xfe && bytes[1] === 0xff;
}

function decodeAs(bytes: Uint8Array, encoding: EncodingName): Decoded {
  if (encoding === 'utf-8') return strictUtf8(bytes) ?? withStrays(bytes, readWithStrays(bytes));
  const bom = hasBom(bytes, encoding);
  if (!isWide(encoding)) return { text: singleByteText(bytes, encoding), encoding, bom, exact: true };
  const odd = bytes.length % 2;
  const text = utf16Text(bytes.subarray(bom ? 2 : 0), encoding) + (odd ? '\ufffd' : '');
  return { text, encoding, bom, exact: odd === 0 };
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
function withStrays(bytes: Uint8Array, { text, areFew }: StrayReading): Decoded {
  const bom = hasBom(bytes, 'utf-8');
  return { text: bom ? text.slice(1) : text, encoding: 'utf-8', bom, exact: areFew };
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
