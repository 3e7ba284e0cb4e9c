// Patch: the files that would change as a unified diff, byte for byte, as `patch` and `git apply` take it.
import { lineChanges } from '../text/difference.ts';

export interface PatchedFile {
  /** As it is to be found from the working folder: relative, or absolute where it lies outside. */
  readonly path: string;
  /** Null where there was no file, or is none any more. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** Unchanged lines around those that change. */
const context = 3;

/** Empty where nothing differs. */
export function patchOf(files: readonly PatchedFile[]): Uint8Array {
  return Buffer.from(files.map(filePatch).join(''), 'latin1');
}

// One character for each byte: whatever the encoding, nothing but a line feed ends a line for `patch`.
const linesOf = (bytes: Uint8Array | null): string[] =>
  bytes === null
    ? []
    : (Buffer.from(bytes)
        .toString('latin1')
        .match(/[^\n]*\n|[^\n]+$/g) ?? []);

function filePatch({ path, before, after }: PatchedFile): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(old, now);
  if (hunks.length === 0) return '';
  const name = nameInHeader(path);
  return `--- ${before === null ? '/dev/null' : name}\n+++ ${after === null ? '/dev/null' : name}\n${hunks.join('')}`;
}

/** Behind a name with a blank `patch` needs a tab to see where it ends; other odd characters go between quotes, as git writes them. */
function nameInHeader(path: string): string {
  const bytes = Buffer.from(path).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what would break the header, or what a terminal obeys
  const odd = /["\\\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
  if (!odd.test(path)) return bytes.includes(' ') ? `${bytes}\t` : bytes;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: byte by byte
  const escaped = bytes.replace(/["\\\u0000-\u001f\u007f-\u00ff]/g, (character) =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return `"${escaped}"`;
}

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

interface Hunk {
  /** How many lines are before it, in the old text and in the new one. */
  readonly start: readonly [number, number];
  readonly lines: Line[];
}

function hunksOf(old: readonly string[], now: readonly string[]): string[] {
  const changes = lineChanges(old, now);
  const removed = new Set(changes.flatMap(({ sign, at }) => (sign === '-' ? [at] : [])));
  const added = new Set(changes.flatMap(({ sign, at }) => (sign === '+' ? [at] : [])));
  const hunks: Hunk[] = [];
  let hunk: Hunk | null = null;
  /** Unchanged lines since the last change. */
  let unchanged = 0;
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const sign = removed.has(i) ? '-' : added.has(j) ? '+' : ' ';
    if (sign !== ' ' && (hunk === null || unchanged > 2 * context)) {
      const before = Math.min(context, i, unchanged);
      const lines = old.slice(i - before, i).map((text): Line => ({ sign: ' ', text }));
      // The lines that were taken along in case the next change is near.
      if (hunk !== null) hunk.lines.splice(hunk.lines.length - unchanged + context);
      hunk = { start: [i - before, j - before], lines };
      hunks.push(hunk);
    }
    unchanged = sign === ' ' ? unchanged + 1 : 0;
    hunk?.lines.push({ sign, text: (sign === '+' ? now[j] : old[i]) as string });
    if (sign !== '+') i++;
    if (sign !== '-') j++;
  }
  if (hunk !== null && unchanged > context) hunk.lines.splice(hunk.lines.length - unchanged + context);
  return hunks.map(hunkText);
}

function hunkText({ start: [old, now], lines }: Hunk): string {
  const range = (start: number, sign: '-' | '+'): string => {
    const count = lines.filter((line) => line.sign === ' ' || line.sign === sign).length;
    // Nothing is before the line that follows.
    return `${sign}${count === 0 ? start : start + 1},${count}`;
  };
  const body = lines.map(({ sign, text }) =>
    text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`,
  );
  return `@@ ${range(old, '-')} ${range(now, '+')} @@\n${body.join('')}`;
}
