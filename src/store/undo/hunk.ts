// Hunk: the lines of a change, as it found and left them: how it is recognised after other edits.
import { statelessWords } from '../../formats/markdown/stateless-line.ts';
import { readTaskLine } from '../../formats/markdown/syntax/task-line.ts';
import { type Edit, invertEdits } from '../../text/edit.ts';
import { lineText, positionOf, type Source, toSource } from '../../text/source.ts';

type Rank = readonly [nth: number, of: number];

/** Whole lines as a change found and left them, without the last line end: how it is recognised after other edits. */
export interface Hunk {
  /** First line in the new text, from 1. */
  readonly line: number;
  /** First line in the old text. */
  readonly oldLine: number;
  readonly before: string;
  readonly after: string;
  /**
   * Of a task line: which one it is in the new text of those with the same words, from 1, and how many there are; absent: the only
   * one (FORMATS A4). `oldRank` is that in the old text where it was another.
   */
  readonly rank?: Rank;
  readonly oldRank?: Rank;
}

/** The lines that the edits touch, as they are and as they become: `newSource` is the text after the edits. */
export function hunksOf(oldSource: Source, edits: readonly Edit[], newSource: Source): Hunk[] {
  const { text } = oldSource;
  const { text: changed } = newSource;
  let shift = 0;
  const pieces = invertEdits(text, edits).map(({ span, text: old }) => {
    const start = span.start - shift;
    shift = span.end - start - old.length;
    return { start, end: start + old.length, newStart: span.start, newEnd: span.end };
  });
  const hunks: typeof pieces = [];
  for (const [index, piece] of pieces.entries()) {
    const last = hunks.at(-1);
    // Up to the neighbours only: between two edits both texts read the same, and are walked side by side.
    const floor = last?.end ?? 0;
    while (piece.start > floor && !(startsLine(text, piece.start) && startsLine(changed, piece.newStart))) {
      piece.start--;
      piece.newStart--;
    }
    const ceiling = pieces[index + 1]?.start ?? text.length;
    while (piece.end < ceiling && !(endsLine(text, piece.end) && endsLine(changed, piece.newEnd))) {
      piece.end++;
      piece.newEnd++;
    }
    if (last !== undefined && piece.start <= last.end) Object.assign(last, { end: piece.end, newEnd: piece.newEnd });
    else hunks.push(piece);
  }
  const plain = hunks.map(({ start, end, newStart, newEnd }) => ({
    line: positionOf(newSource, newStart).line,
    oldLine: positionOf(oldSource, start).line,
    before: text.slice(start, end),
    after: changed.slice(newStart, newEnd),
  }));
  return ranked(oldSource, newSource, plain);
}

/** The same hunks, with their rank where other task lines have the same words. */
function ranked(oldSource: Source, newSource: Source, hunks: readonly Hunk[]): Hunk[] {
  const words = hunks.map(({ before, after }) => {
    const found = taskWords(after);
    return found === taskWords(before) ? found : null;
  });
  const ranks = ranksIn(
    newSource,
    words,
    hunks.map(({ line }) => line),
    hunks.map(({ after }) => after),
  );
  // States alone change no rank.
  const oldRanks = words.includes(null)
    ? ranksIn(
        oldSource,
        words,
        hunks.map(({ oldLine }) => oldLine),
        hunks.map(({ before }) => before),
      )
    : ranks;
  return hunks.map((hunk, index) => {
    const [rank, oldRank] = [ranks[index] as Rank, oldRanks[index] as Rank];
    const isSame = rank[0] === oldRank[0] && rank[1] === oldRank[1];
    return { ...hunk, ...(rank[1] > 1 || !isSame ? { rank } : null), ...(isSame ? null : { oldRank }) };
  });
}

// Up to so many hunks the words of each are searched in the text; beyond, all lines are read once.
const fewHunks = 8;
const onlyOne: Rank = [1, 1];

/** Null in `words` stands for a line that is no task line and has no rank. */
function ranksIn(
  source: Source,
  words: readonly (string | null)[],
  lines: readonly number[],
  texts: readonly string[],
): Rank[] {
  const all = words.length > fewHunks ? taskLinesByWords(source) : null;
  return words.map((own, index) => {
    if (own === null) return onlyOne;
    const equal = all === null ? linesWithWords(source, own, texts[index] as string) : (all.get(own) ?? []);
    return [equal.indexOf(lines[index] as number) + 1, equal.length];
  });
}

const taskWords = (line: string): string | null => (/[\r\n]/.test(line) ? null : statelessWords(line));

/** Lines from 1, in order. Only lines that hold the title of `line` are read. */
function linesWithWords(source: Source, words: string, line: string): number[] {
  const item = readTaskLine(line, 0, line.length);
  const title = item === null ? '' : line.slice(item.head.content, item.fields[0]?.span.start ?? line.length).trimEnd();
  if (title === '') return [...(taskLinesByWords(source).get(words) ?? [])];
  const found: number[] = [];
  for (let at = source.text.indexOf(title); at >= 0; at = source.text.indexOf(title, at + title.length)) {
    const { line: here } = positionOf(source, at);
    if (found.at(-1) !== here && taskWords(lineText(source, here)) === words) found.push(here);
  }
  return found;
}

function taskLinesByWords(source: Source): Map<string, number[]> {
  return linesBy(source, taskWords);
}

const startsLine = (text: string, at: number) =>
  at === 0 || text[at - 1] === '\n' || (text[at - 1] === '\r' && text[at] !== '\n');
const endsLine = (text: string, at: number) =>
  at === text.length || text[at] === '\r' || (text[at] === '\n' && text[at - 1] !== '\r');

/**
 * The edits that bring a text which was edited since to one side of a change: each of its lines must be where it was, or in exactly
 * one place, and read exactly as expected; a task line must be the one of its rank among as many equal ones as there were
 * (FORMATS A4). Null where one is not.
 */
export function relocate(text: string, hunks: readonly Hunk[], towards: 'before' | 'after'): Edit[] | null {
  const source = toSource(text);
  let placesOf: Map<string, number[]> | null = null;
  let tasksOf: Map<string, number[]> | null = null;
  const edits: Edit[] = [];
  for (const hunk of hunks) {
    const [want, put, line] =
      towards === 'before' ? [hunk.after, hunk.before, hunk.line] : [hunk.before, hunk.after, hunk.oldLine];
    const words = taskWords(want);
    let start: number | null;
    if (words !== null && words === taskWords(put)) {
      tasksOf ??= taskLinesByWords(source);
      const equal = tasksOf.get(words) ?? [];
      const [nth, of] = (towards === 'after' ? hunk.oldRank : undefined) ?? hunk.rank ?? onlyOne;
      start = equal.length === of ? startIfThere(source, equal[nth - 1] as number, want) : null;
      if (start === null) return null;
    } else start = startIfThere(source, line, want);
    if (start === null) {
      placesOf ??= linesBy(source, (text) => text);
      const starts = placesOf.get(firstLine(want))?.flatMap((at) => startIfThere(source, at, want) ?? []) ?? [];
      if (starts.length !== 1) return null;
      start = starts[0] as number;
    }
    edits.push({ span: { start, end: start + want.length }, text: put });
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  const isApart = edits.every(({ span }, i) => i === 0 || span.start > (edits[i - 1] as Edit).span.end);
  return isApart ? edits : null;
}

function startIfThere(source: Source, line: number, want: string): number | null {
  const start = source.lineStarts[line - 1];
  if (start === undefined || !source.text.startsWith(want, start)) return null;
  return endsLine(source.text, start + want.length) ? start : null;
}

const firstLine = (text: string) => /^[^\r\n]*/.exec(text)?.[0] ?? '';

/** Line numbers from 1, in order, by a key of the line; lines whose key is null are left out. */
function linesBy(source: Source, keyOf: (line: string) => string | null): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (let line = 1; line <= source.lineStarts.length; line++) {
    const key = keyOf(lineText(source, line));
    if (key === null) continue;
    const same = lines.get(key);
    if (same === undefined) lines.set(key, [line]);
    else same.push(line);
  }
  return lines;
}
