// ThreeWay: two texts and their ancestor, made ready for git's merge by line so that boxes and days are not in its way (FORMATS M1–M6).
import { readHead } from '../progress/head.ts';
import { lineEndOf } from '../progress/tick-line.ts';
import { align } from './alignment.ts';
import { isSameState, isSameText, type LineState, mergedState, strongest, withState } from './line-state.ts';
import { type MergeLine, mergeLines } from './merge-line.ts';
import { type Addition, mergedAdditions, type SideAdditions } from './progress-additions.ts';

/**
 * Three texts with one code a line. A line that is the same topic has the same code in all of them, whatever its box and days:
 * what differs is what git has to merge. A conflict of git is one of codes, in git's own markers.
 */
export interface ThreeWay {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What git made of the codes, as the text it means. Throws a `RangeError` where it holds anything else. */
  finish(merged: string): Finished;
}

export interface Finished {
  readonly text: string;
  /** Whether markers are in it. Where only the place of a line was in doubt there is nothing to choose between. */
  readonly hasConflict: boolean;
}

type Side = 'ours' | 'theirs';
type Version = 'base' | Side;
const versions: readonly Version[] = ['base', 'ours', 'theirs'];
const otherOf = { ours: 'theirs', theirs: 'ours' } as const;

/** The lines that one code means, by their index; -1 where a version has none. */
interface Meaning {
  readonly lines: { readonly [version in Version]: number };
  /** Which words they have, where the versions differ. */
  readonly words: string;
}

/** One version's lines and how they belong to the ancestor's. */
interface SideFacts {
  readonly lines: readonly MergeLine[];
  readonly inPlace: Int32Array;
  readonly moved: Int32Array;
  /** For a line that was moved, which line of the ancestor it is. */
  readonly movedFrom: ReadonlyMap<number, number>;
  /** Lines before each line of the ancestor, and behind the last, that were put in or moved there. */
  readonly added: readonly (readonly number[])[];
}

interface Facts {
  readonly base: readonly MergeLine[];
  readonly ours: SideFacts;
  readonly theirs: SideFacts;
}

/** Codes of each version. */
type Codes = { readonly [version in Version]: string[] };
const noCodes = (): Codes => ({ base: [], ours: [], theirs: [] });

/** What is decided of a line of the ancestor that a side has taken out; null leaves it to git. */
type Fate = 'kept' | 'gone' | null;

export function threeWay(base: string, ours: string, theirs: string): ThreeWay {
  const lines = mergeLines(base);
  const isProgress = [ours, theirs].every((text) => readHead(text).roadmaps.length > 0);
  const facts: Facts = {
    base: lines,
    ours: sideFacts(lines, mergeLines(ours), isProgress),
    theirs: sideFacts(lines, mergeLines(theirs), isProgress),
  };
  const book = new CodeBook(facts);
  const fates: readonly Fate[] = isProgress ? fatesIn(facts) : lines.map(() => null);
  const gaps = isProgress ? gapsOfProgress(facts, book) : gapsOfNote(facts, book);
  const all = noCodes();
  for (let at = 0; at <= lines.length; at++)
    for (const version of versions) {
      // Not by spreading: a gap may hold more codes than a call takes arguments.
      for (const code of (gaps[at] as Codes)[version]) all[version].push(code);
      const code = at < lines.length ? codeInPlace(facts, book, at, version, fates[at] ?? null) : null;
      if (code !== null) all[version].push(code);
    }
  const text = (codes: readonly string[]): string => codes.map((code) => `${code}\n`).join('');
  const eol = lineEndOf(/[\r\n]/.test(ours) ? ours : theirs);
  return {
    base: text(all.base),
    ours: text(all.ours),
    theirs: text(all.theirs),
    finish: (merged) => finish(facts, book, eol, merged),
  };
}

function sideFacts(base: readonly MergeLine[], lines: readonly MergeLine[], isProgress: boolean): SideFacts {
  const { inPlace, moved } = align(base, lines);
  if (isProgress) withoutStrayBlanks(base, lines, inPlace);
  const added: number[][] = Array.from({ length: base.length + 1 }, () => []);
  let gap = 0;
  let next = 0;
  for (let at = 0; at <= base.length; at++) {
    const end = at < base.length ? (inPlace[at] as number) : lines.length;
    if (end < 0) continue;
    for (; next < end; next++) added[gap]?.push(next);
    gap = at + 1;
    next = end + 1;
  }
  const movedFrom = new Map<number, number>();
  moved.forEach((line, at) => {
    if (line >= 0) movedFrom.set(line, at);
  });
  return { lines, inPlace, moved, movedFrom, added };
}

/** In a progress file a blank line belongs to its heading: else a new section would come apart at those of one that went. */
function withoutStrayBlanks(base: readonly MergeLine[], lines: readonly MergeLine[], inPlace: Int32Array): void {
  const headings = new Int32Array(lines.length);
  for (let at = 0, heading = -1; at < lines.length; at++) {
    if (lines[at]?.isHeading) heading = at;
    headings[at] = heading;
  }
  for (let at = 0, heading = -1; at < base.length; at++) {
    if (base[at]?.isHeading) heading = at;
    const line = inPlace[at] as number;
    const wanted = heading < 0 ? -1 : inPlace[heading];
    if (line >= 0 && isBlank(base[at]) && (headings[line] !== wanted || (heading >= 0 && wanted === -1)))
      inPlace[at] = -1;
  }
}

const isBlank = (line: MergeLine | undefined): boolean => line?.text.trim() === '';

/** The line of a side that is this line of the ancestor, wherever it is now; -1 where it was taken out. */
const lineOf = ({ inPlace, moved }: SideFacts, at: number): number =>
  Math.max(inPlace[at] as number, moved[at] as number);
const isMoved = ({ moved }: SideFacts, at: number): boolean => (moved[at] as number) >= 0;

function stateChanged(facts: Facts, side: Side, at: number): boolean {
  const before = facts.base[at]?.item?.state;
  const after = facts[side].lines[lineOf(facts[side], at)]?.item?.state;
  return before !== undefined && after !== undefined && !isSameState(before, after);
}

const oldPlace = 'p';

/** The codes and what they mean. Two lines that git shall take for the same have the same. */
class CodeBook {
  private readonly meanings = new Map<string, Meaning>();
  private readonly numbers = new Map<string, number>();
  private readonly facts: Facts;
  constructor(facts: Facts) {
    this.facts = facts;
  }

  meaningOf(code: string): Meaning {
    const meaning = this.meanings.get(code);
    if (meaning === undefined) throw new RangeError(`git merged a line that it was not given: ${code.slice(0, 80)}`);
    return meaning;
  }

  /** A line of the ancestor in one version: the same code as long as the words are the same. */
  line(at: number, version: Version): string {
    const { base } = this.facts;
    const own = base[at] as MergeLine;
    const now = version === 'base' ? own : (this.facts[version].lines[lineOf(this.facts[version], at)] as MergeLine);
    // The same characters in code that was no code before are no other words.
    const words = now.text === own.text ? own.words : now.words;
    return this.code(`c${at}.${this.numberOf(words)}`, this.everywhere(at), words);
  }

  /** The old place of a line that a side has moved: what the other side changed in it goes to the new place. */
  oldPlace(at: number): string {
    return this.code(`${oldPlace}${at}`, this.everywhere(at), (this.facts.base[at] as MergeLine).words);
  }

  /** A line of one version that git shall take for no other. */
  alone(at: number, side: Side): string {
    const line = lineOf(this.facts[side], at);
    return this.code(
      `a${at}.${side}`,
      { base: -1, ours: -1, theirs: -1, [side]: line },
      (this.facts[side].lines[line] as MergeLine).words,
    );
  }

  /** A line that is none of the ancestor's, and the same as another that is written alike. */
  added(line: number, side: Side): string {
    const { text, eol, words } = this.facts[side].lines[line] as MergeLine;
    const code = `n${this.numberOf(`${eol}${text}`)}`;
    const known = this.meanings.get(code);
    if (known !== undefined && known.lines[side] < 0)
      this.meanings.set(code, { lines: { ...known.lines, [side]: line }, words });
    return this.code(code, { base: -1, ours: -1, theirs: -1, [side]: line }, words);
  }

  /** One line that both sides put in, or one of them. Of two wordings it is the same whichever side is ours. */
  addition({ ours, theirs }: Addition): string {
    const words = [this.facts.ours.lines[ours]?.words, this.facts.theirs.lines[theirs]?.words].filter(
      (one) => one !== undefined,
    );
    return this.code(`b${ours}.${theirs}`, { base: -1, ours, theirs }, words.sort()[0] as string);
  }

  private everywhere(at: number): Meaning['lines'] {
    return { base: at, ours: lineOf(this.facts.ours, at), theirs: lineOf(this.facts.theirs, at) };
  }

  private numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(text, number);
    }
    return number;
  }

  private code(code: string, lines: Meaning['lines'], words: string): string {
    if (!this.meanings.has(code)) this.meanings.set(code, { lines, words });
    return code;
  }
}

/** The code for a line of the ancestor where it was, in one version; null where it is not there. */
function codeInPlace(facts: Facts, book: CodeBook, at: number, version: Version, fate: Fate): string | null {
  if (fate === 'gone') return null;
  const { ours, theirs } = facts;
  if (version === 'base') {
    if (isMoved(ours, at) && isMoved(theirs, at)) return null;
    return isMoved(ours, at) || isMoved(theirs, at) ? book.oldPlace(at) : book.line(at, 'base');
  }
  const [own, other] = [facts[version], facts[otherOf[version]]];
  if (isMoved(own, at)) return null;
  if (lineOf(own, at) < 0) return fate === 'kept' ? book.line(at, 'base') : null;
  if (isMoved(other, at)) return book.oldPlace(at);
  // A tick in a line that the other side took out is for a person to decide: git must see that both changed it.
  if (fate === null && lineOf(other, at) < 0 && stateChanged(facts, version, at)) return book.alone(at, version);
  return book.line(at, version);
}

/** What both sides put into a note between two lines of the ancestor. */
function gapsOfNote(facts: Facts, book: CodeBook): Codes[] {
  const twins = twinsIn(facts);
  const isTwin = new Set(twins.values());
  return facts.ours.added.map((ours, at) => {
    const theirs = facts.theirs.added[at] as readonly number[];
    const others = theirs.filter((line) => !isTwin.has(line));
    return (
      onlyStatesDiffer(facts, book, twins, ours, theirs) ??
      onlyNotes(facts, book, ours, theirs) ??
      gapCodes(facts, book, twins, ours, others)
    );
  });
}

/** Both sides wrote notes below the same topic: all of them, and what both wrote once (FORMATS M4). */
function onlyNotes(facts: Facts, book: CodeBook, ours: readonly number[], theirs: readonly number[]): Codes | null {
  if (ours.length === 0 || theirs.length === 0) return null;
  const isNew = (side: SideFacts, line: number): boolean =>
    side.lines[line]?.isNote === true && !side.movedFrom.has(line);
  if (!ours.every((line) => isNew(facts.ours, line)) || !theirs.every((line) => isNew(facts.theirs, line))) return null;
  const known = new Set(ours.map((line) => facts.ours.lines[line]?.text));
  const others = theirs.filter((line) => !known.has(facts.theirs.lines[line]?.text));
  const codes = [
    ...ours.map((line) => book.addition({ ours: line, theirs: -1 })),
    ...others.map((line) => book.addition({ ours: -1, theirs: line })),
  ];
  return { base: codes, ours: codes, theirs: codes };
}

/** Lines that both sides put in, with the same written id and the same words: one topic (FORMATS M4). */
function twinsIn({ ours, theirs }: Facts): ReadonlyMap<number, number> {
  const placesOf = ({ lines, added, movedFrom }: SideFacts): Map<string, number> => {
    const places = new Map<string, number>();
    for (const list of added)
      for (const line of list) {
        const id = lines[line]?.item?.id ?? null;
        if (id !== null && !movedFrom.has(line)) places.set(id, places.has(id) ? -1 : line);
      }
    return places;
  };
  const there = placesOf(theirs);
  const twins = new Map<number, number>();
  for (const [id, line] of placesOf(ours)) {
    const twin = there.get(id) ?? -1;
    if (line >= 0 && twin >= 0 && ours.lines[line]?.words === theirs.lines[twin]?.words) twins.set(line, twin);
  }
  return twins;
}

/** Both sides put in the same words: equal lines are one, and such that differ in box or day are topics of their own (FORMATS M4). */
function onlyStatesDiffer(
  { ours: { lines: a, movedFrom: fromOurs }, theirs: { lines: b, movedFrom: fromTheirs } }: Facts,
  book: CodeBook,
  twins: ReadonlyMap<number, number>,
  ours: readonly number[],
  theirs: readonly number[],
): Codes | null {
  if (ours.length === 0 || ours.length !== theirs.length) return null;
  const isAlike = ours.every((line, index) => {
    const other = theirs[index] as number;
    return a[line]?.words === b[other]?.words && !fromOurs.has(line) && !fromTheirs.has(other);
  });
  if (!isAlike) return null;
  const codes: string[] = [];
  const waiting: string[] = [];
  ours.forEach((line, index) => {
    const other = theirs[index] as number;
    const isOne = a[line]?.text === b[other]?.text || twins.get(line) === other;
    if (isOne) codes.push(...waiting.splice(0), book.addition({ ours: line, theirs: other }));
    else {
      codes.push(book.added(line, 'ours'));
      waiting.push(book.added(other, 'theirs'));
    }
  });
  const all = [...codes, ...waiting];
  return { base: all, ours: all, theirs: all };
}

function gapCodes(
  facts: Facts,
  book: CodeBook,
  twins: ReadonlyMap<number, number>,
  ours: readonly number[],
  theirs: readonly number[],
): Codes {
  const here = (side: SideFacts, list: readonly number[]): number[] =>
    list.flatMap((line) => side.movedFrom.get(line) ?? []);
  const [fromOurs, fromTheirs] = [here(facts.ours, ours), here(facts.theirs, theirs)];
  // Lines that both sides moved here, in the same order, keep their place among the others of each side.
  const known = new Set(fromTheirs);
  const shared = new Set(fromOurs.filter((at) => known.has(at)));
  const isAlike = String(fromOurs.filter((at) => shared.has(at))) === String(fromTheirs.filter((at) => shared.has(at)));
  const base: string[] = [];
  const own = { ours: [] as string[], theirs: [] as string[] };
  // What the other side moved here comes first, whichever side is ours.
  const guests = { ours: [] as string[], theirs: [] as string[] };
  const put = (side: Side, line: number): void => {
    const other = otherOf[side];
    const at = facts[side].movedFrom.get(line);
    if (at === undefined) {
      const twin = side === 'ours' ? twins.get(line) : undefined;
      own[side].push(twin === undefined ? book.added(line, side) : book.addition({ ours: line, theirs: twin }));
    } else if (lineOf(facts[other], at) < 0) own[side].push(book.alone(at, side));
    else {
      const isHere = isAlike && shared.has(at);
      // Both moved it, to different places: one line of the ancestor stays one, and it is where our side has it.
      if (side === 'theirs' && isMoved(facts.ours, at) && !isHere) return;
      own[side].push(book.line(at, side));
      if (!isHere) guests[other].push(book.line(at, other));
      if (!isHere || side === 'ours') base.push(book.line(at, 'base'));
    }
  };
  for (const line of ours) put('ours', line);
  for (const line of theirs) put('theirs', line);
  return { base, ours: [...guests.ours, ...own.ours], theirs: [...guests.theirs, ...own.theirs] };
}

/** What both sides put into a progress file: the same for all three versions, so that neighbours are no conflict. */
function gapsOfProgress(facts: Facts, book: CodeBook): Codes[] {
  const { ours, theirs } = facts;
  const additions = mergedAdditions({ ours: ours.lines, theirs: theirs.lines }, additionsOf(ours), additionsOf(theirs));
  const none: ReadonlyMap<number, number> = new Map();
  return ours.added.map((list, at) => {
    const merged = additions[at] ?? null;
    const others = theirs.added[at] as readonly number[];
    const isMovedTo =
      list.some((line) => ours.movedFrom.has(line)) || others.some((line) => theirs.movedFrom.has(line));
    if (merged === null) return gapCodes(facts, book, none, list, others);
    const codes = merged.map((one) => book.addition(one));
    if (!isMovedTo) return { base: codes, ours: codes, theirs: codes };
    const moved = gapCodes(
      facts,
      book,
      none,
      list.filter((line) => ours.movedFrom.has(line)),
      others.filter((line) => theirs.movedFrom.has(line)),
    );
    return {
      base: [...moved.base, ...codes],
      ours: [...moved.ours, ...codes],
      theirs: [...moved.theirs, ...codes],
    };
  });
}

/** What a side put in, without what it moved. */
function additionsOf({ added, movedFrom, inPlace }: SideFacts): SideAdditions {
  const last: number[] = [];
  for (let at = inPlace.length; at >= 0; at--)
    last[at] = at === inPlace.length || (inPlace[at] as number) >= 0 ? at : (last[at + 1] as number);
  return { added: added.map((list) => list.filter((line) => !movedFrom.has(line))), last };
}

/**
 * In a progress file a line that is gone is a topic that is back in the roadmap's own state (FORMATS M5): that is merged as any
 * other state, and a heading goes only where nothing is left below it.
 */
function fatesIn(facts: Facts): Fate[] {
  const { base, ours, theirs } = facts;
  const fates: Fate[] = base.map(() => null);
  const isGone = (side: SideFacts, at: number): boolean => lineOf(side, at) < 0;
  const isTick = (at: number): boolean => base[at]?.item?.state.mark != null;
  base.forEach((line, at) => {
    const [withoutOurs, withoutTheirs] = [isGone(ours, at), isGone(theirs, at)];
    if (!withoutOurs && !withoutTheirs) return;
    if (withoutOurs && withoutTheirs) fates[at] = 'gone';
    else if (isTick(at)) {
      const side = withoutOurs ? 'theirs' : 'ours';
      // A note that was written below it meanwhile needs its line.
      const isNoted = facts[side].lines[facts[side].added[at + 1]?.[0] ?? -1]?.isNote ?? false;
      if (isNoted || stateChanged(facts, side, at)) fates[at] = 'kept';
      else if (facts[side].lines[lineOf(facts[side], at)]?.words === line.words) fates[at] = 'gone';
    }
  });
  const goes = (at: number): boolean => isGone(ours, at) || isGone(theirs, at);
  let heading = -1;
  for (let at = 0; at <= base.length; at++) {
    if (at < base.length && !base[at]?.isHeading) continue;
    if (heading >= 0 && goes(heading) && fates[heading] === null) {
      const isNeeded = hasContent(facts, isGone(ours, heading) ? 'ours' : 'theirs', heading, at, fates);
      for (let line = heading; line < at; line++)
        if ((line === heading || isBlank(base[line])) && goes(line) && fates[line] === null)
          fates[line] = isNeeded ? 'kept' : 'gone';
    }
    heading = at;
  }
  // Other blank lines that a side took out are no matter of git's either: they are the neighbours of ticks.
  base.forEach((line, at) => {
    if (fates[at] === null && isBlank(line) && goes(at)) fates[at] = 'gone';
  });
  return fates;
}

/** Whether anything stays or comes below a heading that one side took out, down to the next one at `end`. What that side still has
 * is below another heading there. */
function hasContent(facts: Facts, without: Side, heading: number, end: number, fates: readonly Fate[]): boolean {
  for (let at = heading + 1; at < end; at++)
    if (!isBlank(facts.base[at]) && fates[at] !== 'gone' && lineOf(facts[without], at) < 0) return true;
  const { added, lines } = facts[otherOf[without]];
  for (let at = heading + 1; at <= end; at++)
    for (const line of added[at] as readonly number[]) {
      if (isBlank(lines[line])) continue;
      if (lines[line]?.isHeading) break;
      return true;
    }
  return false;
}

const marker = /^(?:<{7,}|\|{7,}|={7,}|>{7,})(?: |$)/;
const partAfter: { readonly [sign: string]: Version | null } = { '<': 'ours', '|': 'base', '=': 'theirs', '>': null };

function finish(facts: Facts, book: CodeBook, eol: string, merged: string): Finished {
  const out: string[] = [];
  let hasConflict = false;
  let open = '';
  const push = (text: string, end: string): void => {
    // A last line without its line end may have become another's neighbour.
    out.push(open, text, end);
    open = end === '' ? eol : '';
  };
  let part: Version | null = null;
  let conflict: Conflict | null = null;
  for (const line of merged.split('\n')) {
    if (line === '') continue;
    const sign = marker.test(line) ? line.charAt(0) : null;
    if (sign !== null) {
      part = partAfter[sign] ?? null;
      if (sign === '<') conflict = { ours: [], base: [], theirs: [], all: [] };
      conflict?.all.push([line, eol]);
      if (sign !== '>' || conflict === null) continue;
      const isOne = String(conflict.ours) === String(conflict.theirs);
      for (const [text, end] of isOne ? conflict.ours : conflict.all) push(text, end);
      hasConflict ||= !isOne;
      conflict = null;
      continue;
    }
    const meaning = book.meaningOf(line);
    // In a conflict beside the old place of a moved line: it is in its new place whichever side is taken.
    if (line.startsWith(oldPlace)) continue;
    const own = part === 'base' ? facts.base[meaning.lines.base] : undefined;
    const written: Written = [own?.text ?? textOf(facts, meaning), own?.eol ?? endOf(facts, meaning)];
    if (conflict === null || part === null) push(...written);
    else {
      conflict[part].push(written);
      conflict.all.push(written);
    }
  }
  return { text: out.join(''), hasConflict };
}

type Written = readonly [text: string, eol: string];
/** One conflict of git: what each version has there, and all of it with the markers. */
type Conflict = { readonly [part in Version | 'all']: Written[] };

/** The line with the words that the code means, in the state that all its versions make. */
function textOf(facts: Facts, meaning: Meaning): string {
  const { lines, words } = meaning;
  const base = facts.base[lines.base];
  const [ours, theirs] = [facts.ours.lines[lines.ours], facts.theirs.lines[lines.theirs]];
  const all = [ours, theirs, base].filter((line) => line !== undefined);
  const fitting = all.filter((line) => line.words === words || (line.text === base?.text && base.words === words));
  const [first] = fitting;
  if (first === undefined) throw new RangeError('a code without a line');
  const state = stateOf(base, ours, theirs);
  if (state === null || first.item === null) return first.text;
  const exact =
    fitting.find((line) => line.item?.state === state) ??
    fitting.find((line) => line.item !== null && isSameText(line.item.state, state));
  return exact?.text ?? withState(first.text, state);
}

function stateOf(base?: MergeLine, ours?: MergeLine, theirs?: MergeLine): LineState | null {
  const [b, o, t] = [base, ours, theirs].map((line) => (line?.text === base?.text ? base : line)?.item?.state);
  if (o === undefined || t === undefined) return o ?? t ?? b ?? null;
  return b === undefined ? strongest(o, t) : mergedState(b, o, t);
}

/** Line ends are merged like states: an editor may have changed those of the whole file, and a last line may have none. */
function endOf(facts: Facts, { lines }: Meaning): string {
  const base = facts.base[lines.base]?.eol;
  const ours = facts.ours.lines[lines.ours]?.eol;
  const theirs = facts.theirs.lines[lines.theirs]?.eol;
  if (ours === undefined || theirs === undefined) return ours ?? theirs ?? base ?? '';
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  return [ours, theirs].sort()[1] as string;
}
