// Difference: which lines of one text have to go, and which of another to come, so that the first becomes the second.

export interface LineChange {
  readonly sign: '-' | '+';
  /** From 0: in the old lines for `-`, in the new ones for `+`. */
  readonly at: number;
}

/** The table of the comparison is no larger than this; beyond it every line in between counts as replaced. */
const mostCells = 4_000_000;

/** Lengths of the longest common subsequences of the tails, row by row, or null where the table would be too large. */
function commonTails(a: readonly string[], b: readonly string[]): Uint32Array[] | null {
  if ((a.length + 1) * (b.length + 1) > mostCells) return null;
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [here, below] = [table[i] as Uint32Array, table[i + 1] as Uint32Array];
    for (let j = b.length - 1; j >= 0; j--) {
      here[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, here[j + 1] as number);
    }
  }
  return table;
}

/** Removed and added lines in the order of the text; of a replaced run, the removed ones come first. */
export function lineChanges(old: readonly string[], now: readonly string[]): LineChange[] {
  let head = 0;
  let oldEnd = old.length;
  let newEnd = now.length;
  while (head < oldEnd && head < newEnd && old[head] === now[head]) head++;
  while (oldEnd > head && newEnd > head && old[oldEnd - 1] === now[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  const a = old.slice(head, oldEnd);
  const b = now.slice(head, newEnd);
  const table = commonTails(a, b);
  // A tick changes lines in place, so in a long file with equally many lines each is compared with its own number.
  if (table === null && a.length === b.length)
    return a.flatMap((line, i): LineChange[] =>
      line === b[i]
        ? []
        : [
            { sign: '-', at: head + i },
            { sign: '+', at: head + i },
          ],
    );
  const out: LineChange[] = [];
  let added: LineChange[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (table !== null && i < a.length && j < b.length && a[i] === b[j]) {
      out.push(...added);
      added = [];
      i++;
      j++;
    } else if (
      i < a.length &&
      (j >= b.length || table === null || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      out.push({ sign: '-', at: head + i++ });
    } else added.push({ sign: '+', at: head + j++ });
  }
  return [...out, ...added];
}
