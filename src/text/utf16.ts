// Utf16: texts of two bytes a character.
import { pattern } from './pattern.ts';

export type Wide = 'utf-16le' | 'utf-16be';

/** Not by TextDecoder: it replaces lone surrogates, and the file could not be written back. A last odd byte is left out. */
export function utf16Text(bytes: Uint8Array, encoding: Wide): string {
  return textOfUnits(wideUnits(bytes, encoding));
}

export function utf16Bytes(text: string, encoding: Wide): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}

function wideUnits(bytes: Uint8Array, encoding: Wide): Uint16Array {
  const low = encoding === 'utf-16le' ? 0 : 1;
  const units = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < units.length; i++)
    units[i] = (bytes[i * 2 + low] as number) | ((bytes[i * 2 + 1 - low] as number) << 8);
  return units;
}

export function textOfUnits(units: Uint16Array): string {
  let text = '';
  // In pieces, because the arguments of one call lie on the stack.
  for (let at = 0; at < units.length; at += 8192) {
    const piece = units.subarray(at, at + 8192);
    // `apply` takes a typed array as it is and is three times as fast as spreading it; the typings know only arrays.
    text += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return text;
}

const neverInText = pattern(String.raw`[\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}`, 'u');

/** UTF-16 of any other script, once UTF-8 is out of the question: white space there is, and nothing that no text has. */
export function wideByShape(bytes: Uint8Array): Wide | null {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, 4096).includes(0)) return null;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = utf16Text(bytes.subarray(0, 4096), encoding);
    if (/[ \n]/.test(text) && !neverInText().test(text.replace(/[\ud800-\udbff]$/, ''))) return encoding;
  }
  return null;
}
