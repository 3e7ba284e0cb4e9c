// SingleByte: texts of one byte a character, by the tables of the Encoding Standard, and which table such a text was written in.
import { plausibility } from './plausibility.ts';
import { textOfUnits } from './utf16.ts';

export type SingleByte = 'windows-1252' | 'windows-1251' | 'koi8-r' | 'ibm866' | 'x-mac-cyrillic';

// The first of equal scores wins: a text of ASCII and typographic quotes is Western, one without capitals is windows-1251.
const legacyOrder: readonly SingleByte[] = ['windows-1252', 'windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'];

export function singleByteText(bytes: Uint8Array, encoding: SingleByte): string {
  const table = singleByteTable(encoding);
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) units[i] = table.charCodeAt(bytes[i] as number);
  return textOfUnits(units);
}

/** Null when a character is not in the table. */
export function singleByteBytes(text: string, encoding: SingleByte): Uint8Array | null {
  const byteOf = bytesByCharacter(encoding);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf.get(text.charCodeAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
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

/** Reads the 16 KiB after the first byte beyond ASCII under each table, and takes the reading that looks most like a language. */
export function likeliestTable(bytes: Uint8Array): SingleByte {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1);
  const sample = bytes.subarray(first, first + 16384);
  let best: SingleByte = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const table of legacyOrder) {
    const score = plausibility(singleByteText(sample, table));
    if (score > bestScore) [best, bestScore] = [table, score];
  }
  return best;
}
