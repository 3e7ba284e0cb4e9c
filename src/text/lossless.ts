// LosslessText: bytes as a text that gives the same bytes back, whatever they are: what is no UTF-8 becomes lone surrogates.

// Each valid sequence of UTF-8, in bytes read as Latin-1, and each single byte that belongs to none.
const sequences =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;
const strayByte = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;

/**
 * UTF-8 in which each byte that belongs to no character is a lone surrogate, U+DC80 to U+DCFF: these never come out of valid
 * UTF-8, so nothing can be taken for them. A byte-order mark stays in the text.
 */
export function losslessText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  return buffer
    .toString('latin1')
    .replace(sequences, (found) =>
      found.length > 1
        ? Buffer.from(found, 'latin1').toString('utf8')
        : String.fromCharCode(0xdc00 + found.charCodeAt(0)),
    );
}

/** The bytes of a text made by `losslessText`, or put together from pieces of such texts. */
export function losslessBytes(text: string): Uint8Array {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { index } of text.matchAll(strayByte)) {
    pieces.push(Buffer.from(text.slice(at, index), 'utf8'), Buffer.of(text.charCodeAt(index) - 0xdc00));
    at = index + 1;
  }
  if (at === 0) return Buffer.from(text, 'utf8');
  pieces.push(Buffer.from(text.slice(at), 'utf8'));
  return Buffer.concat(pieces);
}
