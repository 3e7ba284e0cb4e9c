// StrayBytes: the bytes of a UTF-8 text that belong to no character; in the text each is a lone surrogate (FORMATS B6).
import { isWellFormed } from './well-formed.ts';

const strayByte = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;

/** The second byte of a sequence is restricted after these leads: no overlong form, surrogate or point past the last one. */
const secondBytes: ReadonlyMap<number, readonly [lowest: number, highest: number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);
const anySecond = [0x80, 0xbf] as const;

/** Bytes of the UTF-8 sequence that begins at `at`; 0 where the byte belongs to none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const [lowest, highest] = secondBytes.get(lead) ?? anySecond;
  const second = bytes[at + 1] ?? 0;
  if (length === 0 || second < lowest || second > highest) return 0;
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** What bytes are when they are read as UTF-8: characters beyond ASCII, and bytes that belong to none. */
export interface Utf8Survey {
  readonly characters: number;
  readonly strays: number;
}

export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let strays = 0;
  let characters = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) characters++;
    else if (length === 0) strays++;
    at += length || 1;
  }
  return { characters, strays };
}

/**
 * UTF-8 in which each byte that belongs to no character is a lone surrogate, U+DC80 to U+DCFF: these never come out of valid
 * UTF-8, so nothing can be taken for them. A byte-order mark stays in the text.
 */
export function losslessText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      text += buffer.toString('utf8', from, at) + String.fromCharCode(0xdc00 + (bytes[at] as number));
      from = at + 1;
    }
    at += length || 1;
  }
  return text + buffer.toString('utf8', from);
}

/** The bytes of a text in which lone surrogates stand for bytes. */
export function bytesOfPieces(text: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { index } of text.matchAll(strayByte)) {
    pieces.push(Buffer.from(text.slice(at, index)), Uint8Array.of(text.charCodeAt(index) - 0xdc00));
    at = index + 1;
  }
  pieces.push(Buffer.from(text.slice(at)));
  const { buffer, byteOffset, length } = Buffer.concat(pieces);
  return new Uint8Array(buffer, byteOffset, length);
}

/** Offsets of the bytes that belong to no character, in a text made by `losslessText`. */
export function strayBytesIn(text: string): number[] {
  return isWellFormed(text) ? [] : Array.from(text.matchAll(strayByte), ({ index }) => index);
}

/** A text of UTF-8 and what else is in it. */
export interface StrayReading {
  readonly text: string;
  /** The strays are so few that nothing but UTF-8 can be meant (B6). */
  readonly areFew: boolean;
  /** Good characters are so many more than damaged places that no other encoding can be meant. */
  readonly isUtf8: boolean;
}

/** Bytes that are no valid UTF-8, read as UTF-8. */
export function readWithStrays(bytes: Uint8Array): StrayReading {
  const { characters, strays } = surveyUtf8(bytes);
  const text = losslessText(bytes);
  const hasEmoji = characters > 0 && strays <= mostStraysBesideEmoji && taskEmoji.test(text);
  return { text, areFew: strays * 19 <= characters || hasEmoji, isUtf8: characters >= strays * 4 || hasEmoji };
}

/** The signs of fields on a task line (FORMATS, Dates): no other encoding has their bytes by chance. */
const taskEmoji = /[✅❌🛫➕⏳⌛📅📆🗓🆔⛔🔁🏁🔺⏫🔼🔽⏬]/u;
const mostStraysBesideEmoji = 3;
