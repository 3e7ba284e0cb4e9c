// Alignment: which lines of one side are which lines of the ancestor: unchanged, in another state, edited or moved (FORMATS M1).
import { similarity } from '../../model/similar.ts';
import { pattern } from '../../text/pattern.ts';
import type { LineState } from './line-state.ts';
import { type MergeLine, saysSomething } from './merge-line.ts';

export interface Alignment {
  /** For each line of the ancestor its line in the side, or -1: these keep their order. */
  readonly inPlace: Int32Array;
  /** The same for lines that the side has in another place. */
  readonly moved: Int32Array;
}

/** Comparisons of lines with lines that may be made at once: a thousand lines that changed against a thousand. */
const mostCells = 1_000_000;
/** Lines of one gap that are searched for edited versions of each other: a thousand pairs. */
const mostPairs = 1_000;
/** How far apart equal lines are looked for in a long run in which no line is the only one of its kind. */
const farthest = 64;
const deepest = 24;
/** Letters that two spellings of one word have in common, and words of a title that are compared. */
const leastSimilar = 0.6;
const mostWords = 40;

/** Lines as numbers: two lines are equal where their numbers are. */
class Numbered {
  readonly texts: Int32Array;
  readonly words: Int32Array;
  constructor(lines: readonly MergeLine[], texts: Map<string, number>, words: Map<string, number>) {
    this.texts = Int32Array.from(lines, ({ text }) => numberOf(texts, text));
    this.words = Int32Array.from(lines, (line) => numberOf(words, line.words));
  }
}

function numberOf(known: Map<string, number>, text: string): number {
  let number = known.get(text);
  if (number === undefined) {
    number = known.size;
    known.set(text, number);
  }
  return number;
}

export function align(base: readonly MergeLine[], side: readonly MergeLine[]): Alignment {
  const inPlace = new Int32Array(base.length).fill(-1);
  const moved = new Int32Array(base.length).fill(-1);
  const known = [new Map<string, number>(), new Map<string, number>()] as const;
  const [from, to] = [new Numbered(base, ...known), new Numbered(side, ...known)];
  alignEqual(base, side, from, to, inPlace);

  const taken = new Uint8Array(side.length);
  for (const at of inPlace) if (at >= 0) taken[at] = 1;
  const pairUp = (pairs: readonly (readonly [number, number])[], into: Int32Array) => {
    for (const [i, j] of pairs) {
      into[i] = j;
      taken[j] = 1;
    }
  };
  const freeInBase = () => indices(base.length, (i) => inPlace[i] === -1 && moved[i] === -1);
  const freeInSide = () => indices(side.length, (j) => taken[j] === 0);

  const known1 = pairsOfId(base, side, freeInBase(), freeInSide());
  const orderly = inOrder(known1, inPlace);
  pairUp(orderly, inPlace);
  pairUp(
    known1.filter((pair) => !orderly.includes(pair)),
    moved,
  );
  pairUp(
    pairsMoved(base, side, freeInBase(), freeInSide(), (line) => line.words),
    moved,
  );
  pairUp(pairsEdited(base, side, inPlace, moved, taken), inPlace);
  pairUp(
    pairsMoved(base, side, freeInBase(), freeInSide(), ({ item }) => item?.title || null),
    moved,
  );
  return { inPlace, moved };
}

function indices(length: number, fits: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < length; index++) if (fits(index)) found.push(index);
  return found;
}

/** Equal lines in their order: first by all of the line, then by its words alone. */
function alignEqual(
  base: readonly MergeLine[],
  side: readonly MergeLine[],
  from: Numbered,
  to: Numbered,
  inPlace: Int32Array,
): void {
  const weightOf = weightsOf(base, side, from, to);
  const ranges: [number, number, number, number, number][] = [[0, base.length, 0, side.length, 0]];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    let [b0, b1, s0, s1] = range;
    const depth = range[4];
    while (b0 < b1 && s0 < s1 && from.texts[b0] === to.texts[s0]) inPlace[b0++] = s0++;
    while (b0 < b1 && s0 < s1 && from.texts[b1 - 1] === to.texts[s1 - 1]) inPlace[--b1] = --s1;
    if (b0 === b1 || s0 === s1) continue;
    if ((b1 - b0) * (s1 - s0) <= mostCells) {
      alignByWeight(weightOf, [b0, b1, s0, s1], inPlace);
      continue;
    }
    const anchors =
      depth > deepest
        ? []
        : [from.words, from.texts].reduce<readonly (readonly [number, number])[]>(
            (found, numbers, index) =>
              found.length > 0 ? found : anchorsIn(numbers, index === 0 ? to.words : to.texts, [b0, b1, s0, s1]),
            [],
          );
    if (anchors.length === 0) {
      alignInTurn(from.words, to.words, [b0, b1, s0, s1], inPlace);
      continue;
    }
    for (const [i, j] of anchors) {
      inPlace[i] = j;
      ranges.push([b0, i, s0, j, depth + 1]);
      b0 = i + 1;
      s0 = j + 1;
    }
    ranges.push([b0, b1, s0, s1, depth + 1]);
  }
}

type Range = readonly [number, number, number, number];

/** How much line `i` of the base and line `j` of the side have in common. */
type PairWeight = (i: number, j: number) => number;

/** What two lines have in common. A line in another state is worth a little more than half of an unchanged one: a state that
 * changed in two lines is as likely as one line that went and one that came. Another day on a done line is rarer. */
function weightsOf(base: readonly MergeLine[], side: readonly MergeLine[], from: Numbered, to: Numbered): PairWeight {
  const unchanged = Int32Array.from(base, (line) => (saysSomething(line) ? 40 : 4));
  return (i, j) => {
    if (from.texts[i] === to.texts[j]) return unchanged[i] as number;
    if (from.words[i] !== to.words[j]) return 0;
    return isOtherDay(base[i]?.item?.state, side[j]?.item?.state) ? 11 : 21;
  };
}

function isOtherDay(a: LineState | undefined, b: LineState | undefined): boolean {
  return a != null && b != null && a.day !== null && b.day !== null && a.day !== b.day;
}

/** The pairs in order that have most in common, the earliest of equal ones; exact. */
function alignByWeight(weightOf: PairWeight, [b0, b1, s0, s1]: Range, inPlace: Int32Array): void {
  const width = s1 - s0 + 1;
  const best = new Int32Array((b1 - b0 + 1) * width);
  for (let i = b1 - 1; i >= b0; i--)
    for (let j = s1 - 1; j >= s0; j--) {
      const at = (i - b0) * width + (j - s0);
      const without = Math.max(best[at + 1] as number, best[at + width] as number);
      const weight = weightOf(i, j);
      best[at] = weight === 0 ? without : Math.max(without, weight + (best[at + width + 1] as number));
    }
  for (let i = b0, j = s0; i < b1 && j < s1; ) {
    const at = (i - b0) * width + (j - s0);
    const weight = weightOf(i, j);
    if (weight > 0 && best[at] === weight + (best[at + width + 1] as number)) inPlace[i++] = j++;
    else if (best[at] === best[at + width]) i++;
    else j++;
  }
}

/** Lines that are the only one of their kind on both sides, as many as keep their order. */
function anchorsIn(from: Int32Array, to: Int32Array, [b0, b1, s0, s1]: Range): (readonly [number, number])[] {
  const placeOf = (numbers: Int32Array, start: number, end: number): Map<number, number> => {
    const places = new Map<number, number>();
    for (let at = start; at < end; at++) {
      const number = numbers[at] as number;
      places.set(number, places.has(number) ? -1 : at);
    }
    return places;
  };
  const there = placeOf(to, s0, s1);
  const pairs: [number, number][] = [];
  for (const [number, i] of placeOf(from, b0, b1)) {
    const j = there.get(number) ?? -1;
    if (i >= 0 && j >= 0) pairs.push([i, j]);
  }
  return longestRising(pairs.sort((a, b) => a[0] - b[0]));
}

/** Of pairs in the order of their first number as many as possible whose second rises too. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as readonly [number, number])[1] < j) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  });
  const chosen: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number)
    chosen.push(pairs[at] as readonly [number, number]);
  return chosen.reverse();
}

/** A run of equal lines that is too long to be compared with every other: each with the next one that is near. */
function alignInTurn(from: Int32Array, to: Int32Array, [b0, b1, s0, s1]: Range, inPlace: Int32Array): void {
  let next = s0;
  for (let i = b0; i < b1 && next < s1; i++) {
    const end = Math.min(s1, next + farthest);
    let j = next;
    while (j < end && to[j] !== from[i]) j++;
    if (j === end) continue;
    inPlace[i] = j;
    next = j + 1;
  }
}

/** Lines with the same written id, which no other line has: edited in any way, and in any place. */
function pairsOfId(
  base: readonly MergeLine[],
  side: readonly MergeLine[],
  free: readonly number[],
  there: readonly number[],
): (readonly [number, number])[] {
  const idsOf = (lines: readonly MergeLine[]): Map<string, number> => {
    const places = new Map<string, number>();
    lines.forEach(({ item }, at) => {
      if (item?.id != null) places.set(item.id, places.has(item.id) ? -1 : at);
    });
    return places;
  };
  if (free.length === 0 || there.length === 0) return [];
  const [ids, others] = [idsOf(base), idsOf(side)];
  const isFree = new Set(there);
  return free.flatMap((i) => {
    const id = base[i]?.item?.id;
    if (id == null || ids.get(id) !== i) return [];
    const j = others.get(id) ?? -1;
    return isFree.has(j) ? [[i, j] as const] : [];
  });
}

/** Those pairs that cross no line in place and none of each other. */
function inOrder(pairs: readonly (readonly [number, number])[], inPlace: Int32Array): (readonly [number, number])[] {
  if (pairs.length === 0) return [];
  const least = new Int32Array(inPlace.length);
  const most = new Int32Array(inPlace.length);
  for (let i = 0, last = -1; i < inPlace.length; i++) {
    least[i] = last;
    last = Math.max(last, inPlace[i] as number);
  }
  for (let i = inPlace.length - 1, next = Number.MAX_SAFE_INTEGER; i >= 0; i--) {
    most[i] = Math.min(next, 0x7fffffff);
    if ((inPlace[i] as number) >= 0) next = inPlace[i] as number;
  }
  return longestRising(pairs.filter(([i, j]) => j > (least[i] as number) && j < (most[i] as number)));
}

/**
 * Lines that the side took out in one place and put in at another. Only where the side has as many of them as before, and a
 * line that is no item only where there is one: a blank line or a heading that comes again is no evidence.
 */
function pairsMoved(
  base: readonly MergeLine[],
  side: readonly MergeLine[],
  free: readonly number[],
  there: readonly number[],
  keyOf: (line: MergeLine) => string | null,
): (readonly [number, number])[] {
  if (free.length === 0 || there.length === 0) return [];
  const placesOf = (lines: readonly MergeLine[], among: readonly number[]): Map<string, number[]> => {
    const places = new Map<string, number[]>();
    for (const at of among) {
      const line = lines[at] as MergeLine;
      const key = saysSomething(line) ? keyOf(line) : null;
      if (key === null) continue;
      const found = places.get(key);
      if (found) found.push(at);
      else places.set(key, [at]);
    }
    return places;
  };
  const [gone, come] = [placesOf(base, free), placesOf(side, there)];
  const wanted = new Set([...gone.keys()].filter((key) => come.has(key)));
  if (wanted.size === 0) return [];
  const countIn = (lines: readonly MergeLine[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of lines) {
      const key = keyOf(line);
      if (key !== null && wanted.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const [before, after] = [countIn(base), countIn(side)];
  const pairs: (readonly [number, number])[] = [];
  for (const key of wanted) {
    const [from, to] = [gone.get(key) as number[], come.get(key) as number[]];
    if (from.length !== to.length || before.get(key) !== after.get(key)) continue;
    if (base[from[0] as number]?.item == null && before.get(key) !== 1) continue;
    from.forEach((i, index) => {
      const j = to[index] as number;
      if (hasOtherId(base[i], side[j])) return;
      // Of a diary of equal lines one that went and one that came, with another day, are two.
      if (before.get(key) === 1 || !isOtherDay(base[i]?.item?.state, side[j]?.item?.state)) pairs.push([i, j]);
    });
  }
  return pairs;
}

/** Items between the same neighbours whose words were edited. */
function pairsEdited(
  base: readonly MergeLine[],
  side: readonly MergeLine[],
  inPlace: Int32Array,
  moved: Int32Array,
  taken: Uint8Array,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let b0 = 0;
  let s0 = 0;
  for (let i = 0; i <= base.length; i++) {
    const j = i === base.length ? side.length : (inPlace[i] as number);
    if (j < 0) continue;
    if (i > b0 && j > s0) {
      const gone = indices(i - b0, (at) => moved[b0 + at] === -1 && base[b0 + at]?.item != null).map((at) => at + b0);
      const come = indices(j - s0, (at) => taken[s0 + at] === 0 && side[s0 + at]?.item != null).map((at) => at + s0);
      pairs.push(...mostAlike(base, side, gone, come));
    }
    b0 = i + 1;
    s0 = j + 1;
  }
  return pairs;
}

function mostAlike(
  base: readonly MergeLine[],
  side: readonly MergeLine[],
  gone: readonly number[],
  come: readonly number[],
): (readonly [number, number])[] {
  const isOnly = gone.length === 1 && come.length === 1;
  const titleOf = (line: MergeLine | undefined): string => line?.item?.title ?? '';
  const alike = (i: number, j: number): number =>
    hasOtherId(base[i], side[j]) ? 0 : likeness(titleOf(base[i]), titleOf(side[j]), isOnly);
  if (gone.length * come.length > mostPairs)
    return gone.flatMap((i, at) => {
      const j = come[at];
      return gone.length === come.length && j !== undefined && alike(i, j) > 0 ? [[i, j] as const] : [];
    });
  const width = come.length + 1;
  const best = new Float64Array((gone.length + 1) * width);
  const scores = new Float64Array(best.length);
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const at = i * width + j;
      scores[at] = alike(gone[i] as number, come[j] as number);
      best[at] = Math.max(
        best[at + 1] as number,
        best[at + width] as number,
        scores[at] === 0 ? 0 : (scores[at] as number) + (best[at + width + 1] as number),
      );
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < gone.length && j < come.length; ) {
    const at = i * width + j;
    if (scores[at] !== 0 && best[at] === (scores[at] as number) + (best[at + width + 1] as number))
      pairs.push([gone[i++] as number, come[j++] as number]);
    else if (best[at] === best[at + width]) i++;
    else j++;
  }
  return pairs;
}

/** Two lines with an id of their own each are two topics, however alike they are. */
function hasOtherId(a: MergeLine | undefined, b: MergeLine | undefined): boolean {
  return a?.item?.id != null && b?.item?.id != null && a.item.id !== b.item.id;
}

/**
 * How sure it is that one title is the other, edited; 0 where it is not. Words were only added or only taken out, or one was
 * spelled otherwise; where a single line has taken the place of a single one, more than half of the words are enough. Too few of
 * them leave a conflict to a person, too many would tick a topic for another one. Chapter 5 is no edited chapter 4; a number
 * before the title is its address.
 */
function likeness(a: string, b: string, isOnly: boolean): number {
  if (a === b) return 1;
  const [from, to] = [wordsIn(a), wordsIn(b)];
  const common = commonWords(from, to);
  const [fewest, most] = [Math.min(from.length, to.length), Math.max(from.length, to.length)];
  const isContained = common === fewest && fewest > 0 && (isOnly || common >= most / 2);
  if (isContained && from.concat(to).some((word) => word.length > 1)) return 0.9 + (0.1 * common) / most;
  if (numbersIn(a) !== numbersIn(b)) return 0;
  if (from.length === to.length && common === most - 1) {
    const at = from.findIndex((word, index) => word !== to[index]);
    const score = similarity(from[at] ?? '', to[at] ?? '');
    if (score >= leastSimilar) return 0.8 * score;
  }
  return isOnly && common > most / 2 ? common / most / 2 : 0;
}

const betweenWords = pattern(String.raw`[^\p{L}\p{N}]+`, 'u');
const wordsIn = (title: string): string[] =>
  title
    .replace(/^[\d.]+\s/, '')
    .toLowerCase()
    .split(betweenWords())
    .filter((word) => word !== '')
    .slice(0, mostWords);
const numbersIn = (title: string): string => (title.replace(/^[\d.]+\s/, '').match(/\d+/g) ?? []).join(' ');

/** How many words two titles have in common, in the same order. */
function commonWords(from: readonly string[], to: readonly string[]): number {
  let above = new Int32Array(to.length + 1);
  for (const word of from) {
    const row = new Int32Array(to.length + 1);
    for (let at = 0; at < to.length; at++)
      row[at + 1] = word === to[at] ? (above[at] as number) + 1 : Math.max(above[at + 1] as number, row[at] as number);
    above = row;
  }
  return above[to.length] as number;
}
