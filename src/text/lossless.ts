// LosslessText: bytes as a text that gives the same bytes back, whatever they are (FORMATS B6).
import { bytesOfPieces, losslessText } from './stray-bytes.ts';
import { isWellFormed } from './well-formed.ts';

// Made on first use: that costs more than encoding a small note.
let utf8: InstanceType<typeof TextEncoder> | undefined;

/** The bytes of a text made by `losslessText`, or put together from pieces of such texts. */
export function losslessBytes(text: string): Uint8Array {
  utf8 ??= new TextEncoder();
  return isWellFormed(text) ? utf8.encode(text) : bytesOfPieces(text);
}

/** Whether the bytes of a text read as that text: not with other lone surrogates, or with two strays that make a character. */
export function isLossless(text: string): boolean {
  return isWellFormed(text) || losslessText(losslessBytes(text)) === text;
}
