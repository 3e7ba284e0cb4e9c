// Splice: an edited text as bytes, of which all that no edit touches is taken from the file as it is.
import { type Edit, inOrder } from './edit.ts';
import { type Decoded, decode } from './encoding.ts';
import { lineSpan, positionOf, type Source, type Span } from './source.ts';
import { isWellFormed } from './well-formed.ts';

/**
 * The bytes of `applyEdits(decoded.text, edits)`, where `bytes` decode so. Null where that cannot be known without encoding all of
 * it: another encoding than UTF-8, bytes that belong to no character, an edit within a pair of surrogates.
 */
export function splice(bytes: Uint8Array, decoded: Decoded, edits: readonly Edit[]): Uint8Array | null {
  const { text, encoding, bom, exact } = decoded;
  if (encoding !== 'utf-8' || !exact) return null;
  const pieces: Uint8Array[] = [];
  let [at, offset] = [0, bom ? bomLength : 0];
  let copied = 0;
  for (const { span, text: inserted } of inOrder(text.length, edits)) {
    if (isWithinPair(text, span.start) || isWithinPair(text, span.end) || !isWellFormed(inserted)) return null;
    offset += Buffer.byteLength(text.slice(at, span.start));
    pieces.push(bytes.subarray(copied, offset), Buffer.from(inserted));
    offset += Buffer.byteLength(text.slice(span.start, span.end));
    copied = offset;
    at = span.end;
  }
  // A byte that belongs to no character counts as three here, so that the sums differ.
  if (offset + Buffer.byteLength(text.slice(at)) !== bytes.length) return null;
  return Buffer.concat([...pieces, bytes.subarray(copied)]);
}

const bomLength = 3;

function isWithinPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** Whether bytes hold the lines of a text that spans touch, where the text has them. Spans are in ascending order. */
export function holdsLines(
  bytes: Uint8Array,
  { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>,
  source: Source,
  spans: readonly Span[],
): boolean {
  const { text } = source;
  if (encoding !== 'utf-8') return decode(bytes, encoding).text === text;
  let [at, offset] = [0, bom ? bomLength : 0];
  return spans.every((span) => {
    const start = Math.max(at, lineSpan(source, positionOf(source, span.start).line).start);
    const { end } = lineSpan(source, positionOf(source, span.end).line);
    if (end <= at) return true;
    offset += Buffer.byteLength(text.slice(at, start));
    const lines = Buffer.from(text.slice(start, end));
    at = end;
    offset += lines.length;
    return Buffer.compare(bytes.subarray(offset - lines.length, offset), lines) === 0;
  });
}
