// MojibakeRepair: which table a text was once mistaken for, and the text turned back by it (FORMATS B2).
import { enoughEvidence, evidenceOf } from './evidence.ts';
import { bytesByCharacter } from './single-byte.ts';
import { positionOf, type Span, toSource } from './source.ts';

export interface Repair {
  /** The repaired text, with its line ends as they were and without a byte order mark. */
  readonly text: string;
  /** The table the UTF-8 was once mistaken for, by its label. */
  readonly table: string;
  /** Lines (from 1) that this table does not explain; they are in `text` as they were. Empty: the repair is exact. */
  readonly failed: readonly { readonly line: number; readonly text: string }[];
}

const tables = [
  'macintosh',
  'windows-1252',
  'iso-8859-1',
  'windows-1251',
  'windows-1254',
  'koi8-r',
  'x-mac-cyrillic',
  'windows-1250',
] as const;

const maxFailedShare = 0.1;

/** Whether any table explains a line. */
export function isExplained(text: string, line: Span): boolean {
  return tables.some((table) => reread(text, line, bytesByCharacter(table)) !== null);
}

/** The repair by the table that explains most `lines`, all that are beyond ASCII; null where none explains enough. */
export function repairOf(text: string, lines: readonly Span[]): Repair | null {
  let allowed = Math.floor(lines.length * maxFailedShare);
  let best: Candidate | null = null;
  for (const table of tables) {
    const found = repairWith(table, text, lines, allowed);
    if (found === null) continue;
    const fails = found.failed.length;
    if (best !== null && fails === best.failed.length && found.evidence <= best.evidence) continue;
    best = found;
    // The next table has to explain as many lines as this one.
    allowed = fails;
  }
  return best === null || best.evidence < enoughEvidence ? null : finished(best, text);
}

/** What one table makes of a text. */
interface Candidate {
  readonly table: string;
  readonly repaired: string;
  readonly failed: readonly Span[];
  readonly evidence: number;
}

/** Null as soon as more than `allowed` lines fail. */
function repairWith(table: string, text: string, lines: readonly Span[], allowed: number): Candidate | null {
  const byteOf = bytesByCharacter(table);
  const failed: Span[] = [];
  let repaired = '';
  let evidence = 0;
  let at = 0;
  for (const line of lines) {
    const good = reread(text, line, byteOf);
    if (good === null) {
      failed.push(line);
      if (failed.length > allowed) return null;
    } else {
      repaired += text.slice(at, line.start) + good;
      evidence += evidenceOf(good);
      at = line.end;
    }
  }
  return { table, repaired: repaired + text.slice(at), failed, evidence };
}

function finished({ table, repaired, failed }: Candidate, text: string): Repair {
  const source = toSource(text);
  return {
    text: repaired.startsWith('\ufeff') ? repaired.slice(1) : repaired,
    table,
    failed: failed.map(({ start, end }) => ({ line: positionOf(source, start).line, text: text.slice(start, end) })),
  };
}

/** One line turned into bytes and read as strict UTF-8; null at the first character that does not fit. */
function reread(text: string, line: Span, byteOf: ReadonlyMap<number, number>): string | null {
  let out = '';
  let point = 0;
  let missing = 0;
  let lowest = 0;
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 ? code : byteOf.get(code);
    if (byte === undefined) return null;
    if (missing > 0) {
      if (byte < 0x80 || byte > 0xbf) return null;
      point = (point << 6) | (byte & 0x3f);
      if (--missing > 0) continue;
      // Overlong forms, surrogates and points past the last one are no UTF-8.
      if (point < lowest || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
      out += String.fromCodePoint(point);
    } else if (byte < 0x80) out += text[i];
    else if (byte >= 0xc2 && byte <= 0xdf) [point, missing, lowest] = [byte & 0x1f, 1, 0x80];
    else if (byte >= 0xe0 && byte <= 0xef) [point, missing, lowest] = [byte & 0x0f, 2, 0x800];
    else if (byte >= 0xf0 && byte <= 0xf4) [point, missing, lowest] = [byte & 0x07, 3, 0x10000];
    else return null;
  }
  return missing === 0 ? out : null;
}
