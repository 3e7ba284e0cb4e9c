// Visible text: what others wrote, made harmless for a terminal before it is printed.
import { isolated, isolateEnd, isolateStart } from './isolate.ts';
import { pattern } from './pattern.ts';

/**
 * Nothing that is left can move the cursor, change colours, ring, break the line or reorder it. One line comes out.
 * - tab, line ends and the Unicode line separators become one space each (CRLF too);
 * - other C0 controls and DEL become their pictures (`␛`, `␍`); C1 controls, lone surrogates and U+FFFE/FFFF become U+FFFD;
 * - bidirectional embeddings, overrides and isolates, soft hyphens, zero-width spaces, invisible operators, annotation
 *   marks and tags outside a flag are removed.
 * The joiners U+200C/200D, the marks U+200E/200F/061C and variation selectors stay: emoji, Persian and Hebrew need them,
 * and they cannot reorder more than their neighbours.
 */
export function visible(text: string): string {
  // Most texts: one scan, nothing allocated.
  if (ordinary.test(text)) return text;
  return (
    text
      .replace(replaced(), standIn)
      // A flag such as Scotland's is a black flag and its tags: the only place where tags are seen.
      .replace(tags, (found) => (found.startsWith('\u{1f3f4}') ? found : ''))
      .replace(unseen, '')
  );
}

/** The same, and isolated where it has right-to-left letters (isolate.ts). Most texts are neither looked at twice nor copied. */
export const visibleIsolated = (text: string): string => (ordinary.test(text) ? text : isolated(visible(text)));

function standIn(found: string): string {
  const code = found.codePointAt(0) as number;
  if (found === '\r\n' || code === 9 || code === 10 || code === 0x85 || code === 0x2028 || code === 0x2029) return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '\ufffd';
}

/**
 * What is on its way to a stream: line ends, tabs and the NUL between records stay, with `hasColor` the colours that we
 * paint with, and isolates that end in their line; everything else that a terminal obeys is shown. Fields have been through
 * `visible` before; this is what makes sure of it, whatever was forgotten.
 */
export function printable(text: string, hasColor: boolean): string {
  if (!obeyed.test(text)) return text;
  let isOpen = false;
  return text.replace(new RegExp(obeyed, 'g'), (found, at: number) => {
    if (found === '\r\n') return '\n';
    if (found === isolateStart) {
      closedIsolate.lastIndex = at;
      isOpen = closedIsolate.test(text);
      return isOpen ? found : '';
    }
    if (found === isolateEnd && isOpen) {
      isOpen = false;
      return found;
    }
    return found.length > 1 && hasColor ? found : Array.from(found, visible).join('');
  });
}

/** The text of a document, to be read on a terminal: its lines stay, and nothing else that a terminal obeys. */
export function printableDocument(text: string): string {
  return printable(text.replace(/[\u2068\u2069]/g, ''), false).replaceAll('\0', visible);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const obeyed = /\x1b(?:\[[0-9]{1,2}m)?|\r\n|[\x01-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

const closedIsolate = /\u2068[^\n\u2028\u2029\u2066-\u2069]*\u2069/y;

// ASCII, Latin, Greek, Cyrillic, dashes and quotes: nothing to replace, and cheap to know.
const ordinary = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u052f\u2010-\u2027]*$/;
const replaced = pattern(String.raw`\r\n|[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u{fffe}\u{ffff}]`, 'gu');
const tags = /\u{1f3f4}[\u{e0020}-\u{e007f}]+|[\u{e0000}-\u{e007f}]/gu;
const unseen = /[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
