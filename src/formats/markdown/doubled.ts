// Doubled: a run of task lines that stands twice in a row because git's union kept both sides' versions of it (FORMATS U1).
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import { type Said, speakerOf } from '../../model/overlay.ts';
import { lineSpan, type Source } from '../../text/source.ts';
import type { Line } from './lines.ts';
import { type Field, fieldValue, readItem } from './task-line.ts';

/** Two or more versions of a run, one directly behind the other. */
export interface Doubled {
  /** First line of the first version, and of the second. */
  readonly line: number;
  readonly second: number;
  /** Last line of the last version. */
  readonly last: number;
  /** Task lines that stand there again. */
  readonly count: number;
}

export interface Undoubled {
  /** Without the lines that stand there again. */
  readonly lines: readonly Line[];
  readonly doubled: readonly Doubled[];
  /** The line that speaks for a line that stayed, where it is not that line itself (FORMATS P4). */
  readonly speakers: ReadonlyMap<Line, Line>;
  /** Lines that stand there again, from 1. */
  readonly again: ReadonlySet<number>;
}

// git joins two conflicts that no more lines than these part, so they may stand unchanged between two that differ.
const widestGap = 3;
// Of a title that stands in a note again and again, the places that are looked at.
const mostPlaces = 4;

/** Reads every doubled run once. `lines` are those of `scanLines`; they are given back as they are where nothing is doubled. */
export function undoubled(source: Source, lines: readonly Line[]): Undoubled {
  const found: Doubled[] = [];
  const versions = new Map<Line, Line[]>();
  const rootOf = new Map<Line, Line>();
  const again = new Set<number>();
  for (const [first, second] of candidatesIn(source.text, lines, again)) {
    const from = lines[first] as Line;
    const to = lines[second] as Line;
    const pairs = pairsOf(source, lines, first, second);
    if (pairs === null) continue;
    const size = to.line - from.line;
    for (let line = to.line; line < to.line + size; line++) again.add(line);
    for (const [one, other] of pairs) {
      const root = rootOf.get(one) ?? one;
      rootOf.set(other, root);
      const known = versions.get(root);
      if (known) known.push(other);
      else versions.set(root, [root, other]);
    }
    // A further version may repeat a part of what stands there twice, or more than that.
    let run: Doubled = { line: from.line, second: to.line, last: to.line + size - 1, count: pairs.length };
    for (let before = found.at(-1); before !== undefined && run.line <= before.last; before = found.at(-1)) {
      found.pop();
      const line = Math.min(before.line, run.line);
      run = { line, second: before.second, last: run.last, count: before.count + run.count };
    }
    found.push(run);
  }
  if (found.length === 0) return { lines, doubled: noneDoubled, speakers: noSpeakers, again: noLines };
  const speakers = new Map<Line, Line>();
  for (const [root, all] of versions) {
    const speaker = speakerAmong(source.text, all);
    if (speaker !== root) speakers.set(root, speaker);
  }
  return { lines: lines.filter(({ line }) => !again.has(line)), doubled: found, speakers, again };
}

const noneDoubled: readonly Doubled[] = Object.freeze([]);
const noSpeakers: ReadonlyMap<Line, Line> = new Map();
const noLines: ReadonlySet<number> = new Set();

/** Pairs of task lines that differ in box or day alone, by the later one, the nearest first: where a run may stand twice. A line in
 * `again`, which grows meanwhile, begins no second version. */
function* candidatesIn(
  text: string,
  lines: readonly Line[],
  again: ReadonlySet<number>,
): Generator<[first: number, second: number]> {
  // Tables of our own: a million lines would make a million entries of a map. Places count from 1; 0 is none.
  let size = 64;
  while (size < 2 * lines.length) size *= 2;
  const latest = new Int32Array(size);
  const hashes = new Int32Array(lines.length);
  const earlier = new Int32Array(lines.length);
  let repeats = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.kind !== 'task') continue;
    const hash = hashOf(text, line);
    hashes[index] = hash;
    let slot = hash & (size - 1);
    for (; latest[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      if (hashes[(latest[slot] as number) - 1] !== hash) continue;
      earlier[index] = latest[slot] as number;
      repeats++;
      break;
    }
    latest[slot] = index + 1;
  }
  const failed = new Map<number, number>();
  for (let index = 0; index < lines.length && repeats > 0; index++) {
    let before = earlier[index] as number;
    if (before > 0) repeats--;
    for (let left = mostPlaces; before > 0 && left > 0 && !again.has((lines[index] as Line).line); left--) {
      if (mayRepeat(text, lines, hashes, before - 1, index, failed)) yield [before - 1, index];
      before = earlier[before - 1] as number;
    }
  }
}

/** Of all but box and days: equal lines have equal ones. */
function hashOf(text: string, line: Line): number {
  const { start, content } = line;
  const end = blanksBefore(text, content, line.end);
  // ` ✅ 2026-01-02` at the end, as it is written by D2, or none: most lines need no reading.
  const last = end - 12;
  const isDated = last > content && text.charCodeAt(last) === 0x2705;
  const hash = wordHash(text, content, isDated ? blanksBefore(text, content, last) : end);
  if (hash !== null) return hash;
  const { rest } = withoutState(text, line);
  const box = line.head?.box ?? { start: 0, end: 0 };
  const words = rest.slice(content - start - (box.end - box.start)).replaceAll('::', ':');
  return wordHash(words, 0, words.length) ?? 0;
}

function blanksBefore(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
  return at;
}

/** Of a very long line, the beginning. Null where a day may stand in it: only reading its fields tells. */
function wordHash(text: string, from: number, end: number): number | null {
  let hash = end - from;
  const stop = Math.min(from + 200, end);
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2705 || code === 0x274c || (code === 58 && text.charCodeAt(at + 1) === 58)) return null;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  return hash ^ (hash >>> 15);
}

/** Whether the lines from `first` up to `second` may stand there once more: told without reading fields, and mostly at the first
 * line or two. `failed` holds for each distance up to where such runs cannot begin: nothing is compared again and again. */
function mayRepeat(
  text: string,
  lines: readonly Line[],
  hashes: Int32Array,
  first: number,
  second: number,
  failed: Map<number, number>,
): boolean {
  const [from, to] = [lines[first] as Line, lines[second] as Line];
  if (isOpen(text, from) && isOpen(text, to)) return false;
  const step = second - first;
  if ((failed.get(step) ?? -1) >= first) return false;
  const size = to.line - from.line;
  let gap = 0;
  for (let at = first + 1; at < second; at++) {
    const one = lines[at] as Line;
    const other = lines[at + step];
    const isLike = other !== undefined && one.kind === other.kind && hashes[at] === hashes[at + step];
    const isSame = isLike && hasSameWords(text, one, other);
    if (!isLike || other.line - one.line !== size || (one.kind !== 'task' && !isSame)) {
      failed.set(step, at);
      return false;
    }
    gap = isSame && (one.kind !== 'task' || boxOf(text, one) === boxOf(text, other)) ? gap + 1 : 0;
    if (gap > widestGap) {
      failed.set(step, at - gap + 1);
      return false;
    }
  }
  return mayBeSame(text, from, to) && differsOnlyInState(text, from, to);
}

const boxOf = (text: string, { head }: Line): number =>
  text.charCodeAt((head as NonNullable<Line['head']>).box?.start ?? 0);

const isOpen = (text: string, line: Line): boolean => boxOf(text, line) === 32;

function hasSameWords(text: string, one: Line, other: Line): boolean {
  const length = one.end - one.content;
  if (other.end - other.content !== length) return false;
  for (let at = 0; at < length; at++)
    if (text.charCodeAt(one.content + at) !== text.charCodeAt(other.content + at)) return false;
  return true;
}

/** Whether the titles are the same up to where a day may stand: most lines with the same hash are told apart here. */
function mayBeSame(text: string, one: Line, other: Line): boolean {
  for (let a = one.content, b = other.content; ; a++, b++) {
    const left = a < one.end ? text.charCodeAt(a) : 0;
    const right = b < other.end ? text.charCodeAt(b) : 0;
    if (left === right && left !== 0) continue;
    if (left === 0 || right === 0 || mayBeginDay(left) || mayBeginDay(right)) return true;
    return isDigit(left) && isDigit(right) && /[✅❌:]/.test(text.slice(Math.max(one.content, a - 14), a));
  }
}

// Blank, ✅, ❌, [ and (.
const mayBeginDay = (code: number): boolean =>
  code === 32 || code === 0x2705 || code === 0x274c || code === 91 || code === 40;

const isDigit = (code: number): boolean => code >= 48 && code < 58;

/** The pairs of task lines that differ, when the run from `first` up to `second` stands once more behind it; else null. */
function pairsOf(source: Source, lines: readonly Line[], first: number, second: number): [Line, Line][] | null {
  const from = (lines[first] as Line).line;
  const size = (lines[second] as Line).line - from;
  if (from + 2 * size - 1 > source.lineStarts.length) return null;
  const pairs: [Line, Line][] = [];
  let gap = 0;
  let [a, b] = [first, second];
  for (let line = from; line < from + size; line++) {
    while ((lines[a]?.line ?? Number.POSITIVE_INFINITY) < line) a++;
    while ((lines[b]?.line ?? Number.POSITIVE_INFINITY) < line + size) b++;
    const [one, other] = [lines[a], lines[b]];
    const isTask = one?.line === line && other?.line === line + size && one.kind === 'task' && other.kind === 'task';
    if (isTask && differsOnlyInState(source.text, one, other)) {
      pairs.push([one, other]);
      gap = 0;
    } else if (!isSameText(source, line, line + size) || ++gap > widestGap) return null;
  }
  return gap === 0 ? pairs : null;
}

function isSameText(source: Source, one: number, other: number): boolean {
  const [a, b] = [lineSpan(source, one), lineSpan(source, other)];
  return a.end - a.start === b.end - b.start && source.text.startsWith(source.text.slice(a.start, a.end), b.start);
}

/** Equal in indentation, marker, words and fields, and not in box, ✅ and ❌. A task that repeats leaves such lines by itself. */
function differsOnlyInState(text: string, one: Line, other: Line): boolean {
  const [a, b] = [withoutState(text, one), withoutState(text, other)];
  return a.rest === b.rest && a.state !== b.state && !/🔁|\[repeat::|\(repeat::/u.test(a.rest);
}

/** A line without its box and its days of ✅ and ❌, and these alone. */
export function withoutState(text: string, line: Line): { rest: string; state: string } {
  const head = line.head as NonNullable<Line['head']>;
  const box = head.box as NonNullable<typeof head.box>;
  const { fields } = readItem(text, head, line.end);
  let rest = text.slice(line.start, box.start);
  let state = text.slice(box.start, box.end);
  let at = box.end;
  for (const field of fields) {
    if (!isDay(field) || field.span.start < at) continue;
    rest += text.slice(at, field.span.start).trimEnd();
    state += ` ${field.name} ${field.value}`;
    at = field.span.end;
  }
  return { rest: (rest + text.slice(at, line.end)).trimEnd(), state };
}

const isDay = ({ name }: Field): boolean => name === 'completion' || name === 'cancelled';

/** The task line that speaks for all, which are versions of one. */
export function speakerAmong(text: string, versions: readonly Line[]): Line {
  return speakerOf(versions.map((line) => ({ line, ...saidBy(text, line) }))).line;
}

/** What a task line says. The day of what was skipped counts too: both orders of a merge must choose the same line. */
function saidBy(text: string, line: Line): Said {
  const item = readItem(text, line.head as NonNullable<Line['head']>, line.end);
  const status = item.status ?? 'todo';
  const day = status === 'done' ? 'completion' : status === 'skipped' ? 'cancelled' : null;
  const value = day === null ? null : fieldValue(item.fields, day);
  return { status, completedOn: value === null ? null : parseCalendarDate(value) };
}
