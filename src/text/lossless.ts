// LosslessText: bytes as a text that gives the same bytes back, whatever they are: what is no UTF-8 becomes lone surrogates.

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

// Made on first use: that costs more than encoding a small note.
let utf8: InstanceType<typeof TextEncoder> | undefined;

/** The bytes of a text made by `losslessText`, or put together from pieces of such texts. */
export function losslessBytes(text: string): Uint8Array {
  utf8 ??= new TextEncoder();
  if (isWellFormed(text)) return utf8.encode(text);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { index } of text.matchAll(strayByte)) {
    pieces.push(utf8.encode(text.slice(at, index)), Uint8Array.of(text.charCodeAt(index) - 0xdc00));
    at = index + 1;
  }
  pieces.push(utf8.encode(text.slice(at)));
  const { buffer, byteOffset, length } = Buffer.concat(pieces);
  return new Uint8Array(buffer, byteOffset, length);
}

/** Offsets of the bytes that belong to no character, in a text made by `losslessText`. */
export function strayBytesIn(text: string): number[] {
  return isWellFormed(text) ? [] : Array.from(text.matchAll(strayByte), ({ index }) => index);
}

/** Whether the bytes of a text read as that text: not with other lone surrogates, or with two strays that make a character. */
export function isLossless(text: string): boolean {
  return isWellFormed(text) || losslessText(losslessBytes(text)) === text;
}

/** The text with U+FFFD for each stray byte, as it is shown and compared. */
export function withoutStrayBytes(text: string): string {
  return isWellFormed(text) ? text : text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

export function isWellFormed(text: string): boolean {
  // In every Node that we support, though not yet in the ES2023 typings.
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}
