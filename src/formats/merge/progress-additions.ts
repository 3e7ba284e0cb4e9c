// Addition: lines of a progress file that a side put in, one topic a line, brought into one order with those of the other (FORMATS M5).
import { labHeadings } from '../../model/lab-line.ts';
import type { MergeLine } from './merge-line.ts';

/** A line of the merged file that is none of the ancestor: its place in either side, -1 where a side does not have it. */
export interface Addition {
  readonly ours: number;
  readonly theirs: number;
}

export interface SideLines {
  readonly ours: readonly MergeLine[];
  readonly theirs: readonly MergeLine[];
}

/** A tick and what hangs on it. */
interface Entry {
  readonly key: string;
  readonly address: string;
  line: Addition;
  readonly tail: Addition[];
}

/** Lines from one heading to the next; the first block may have none. */
interface Block {
  readonly key: string;
  readonly address: string;
  readonly heading: Addition | null;
  readonly lead: Addition[];
  readonly intro: Addition[];
  readonly entries: Entry[];
  readonly trail: Addition[];
}

/** What a side put in before each line of the ancestor, and behind the last. */
export interface SideAdditions {
  readonly added: readonly (readonly number[])[];
  /** For each of these places the last one that means the same, because all lines between were taken out. */
  readonly last: readonly number[];
}

/** For each place between lines of the ancestor what both sides put in there, as one list; null where both wrote text of their own. */
export function mergedAdditions(
  lines: SideLines,
  ours: SideAdditions,
  theirs: SideAdditions,
): (readonly Addition[] | null)[] {
  const places = {
    ours: blocksByPlace(lines.ours, 'ours', ours),
    theirs: blocksByPlace(lines.theirs, 'theirs', theirs),
  };
  const headings = new Map<string, number>();
  places.ours.forEach((own, at) => {
    for (const { heading, key } of own) if (heading !== null) headings.set(key, at);
  });
  // The same new section in another place, because the sides took other lines out: it is one, where our side has it.
  places.theirs.forEach((own, at) => {
    for (const block of own.filter(({ heading, key }) => heading !== null && (headings.get(key) ?? at) !== at)) {
      own.splice(own.indexOf(block), 1);
      places.theirs[headings.get(block.key) as number]?.push(block);
    }
  });
  const blocks = places.ours.map((own, at) => ({ ours: own, theirs: places.theirs[at] as Block[] }));
  const known = new Map<string, { readonly at: number; readonly entry: Entry }>();
  blocks.forEach(({ ours: own }, at) => {
    for (const { entries } of own)
      for (const entry of entries) if (isId(entry.key)) known.set(entry.key, { at, entry });
  });
  return blocks
    .map((one, at) => {
      // The same topic in another place, because the roadmap differed: it is one line, where our side has it.
      const emptied = new Set<Block>();
      for (const block of one.theirs) {
        const { entries, intro } = block;
        for (let index = entries.length - 1; index >= 0; index--) {
          const twin = entries[index] as Entry;
          const found = known.get(twin.key);
          if (found === undefined || found.at === at) continue;
          found.entry.line = { ours: found.entry.line.ours, theirs: twin.line.theirs };
          found.entry.tail.push(...without(lines, twin.tail, found.entry.tail));
          entries.splice(index, 1);
          if (entries.length === 0 && intro.every((line) => textOf(lines, line).trim() === '')) emptied.add(block);
        }
      }
      return { ours: one.ours, theirs: one.theirs.filter((block) => !emptied.has(block)) };
    })
    .map((one) => {
      const merged = mergedBlocks(lines, one.ours, one.theirs);
      return merged === null ? null : merged.flatMap(linesOf);
    });
}

/** A tick belongs to what is above it, a section to what is below. */
function blocksByPlace(all: readonly MergeLine[], side: 'ours' | 'theirs', { added, last }: SideAdditions): Block[][] {
  const places: Block[][] = added.map(() => []);
  added.forEach((list, at) => {
    const [first, ...sections] = blocksOf(all, side, list) as [Block, ...Block[]];
    places[at]?.push(first);
    places[last[at] as number]?.push(...sections);
  });
  return places;
}

const isId = (key: string): boolean => key.startsWith('id ');

function blocksOf(all: readonly MergeLine[], side: 'ours' | 'theirs', list: readonly number[]): Block[] {
  const blocks: Block[] = [];
  const only = (at: number): Addition => ({ ours: -1, theirs: -1, [side]: at });
  let blanks: Addition[] = [];
  const begin = (heading: number | null, lead: Addition[]): Block => {
    const title = heading === null ? '' : (all[heading] as MergeLine).text.replace(/^#+\s*/, '').trim();
    const block: Block = {
      ...{ key: title, address: addressOf(title), heading: heading === null ? null : only(heading) },
      ...{ lead, intro: [], entries: [], trail: [] },
    };
    blocks.push(block);
    return block;
  };
  // At the end of a file a blank line comes before each heading, elsewhere behind each block.
  const isLed = list.length > 0 && all[list.at(-1) as number]?.text.trim() !== '';
  let block = begin(null, []);
  for (const at of list) {
    const line = all[at] as MergeLine;
    if (line.text.trim() === '') {
      blanks.push(only(at));
      continue;
    }
    if (line.isHeading) {
      if (!isLed) block.trail.push(...blanks);
      block = begin(at, isLed ? blanks : []);
      blanks = [];
      continue;
    }
    const last = block.entries.at(-1);
    const rest = last?.tail ?? block.intro;
    rest.push(...blanks);
    blanks = [];
    const isTick = line.item !== null && line.item.state.mark !== null && !/^[\s>]/.test(line.text);
    if (isTick)
      block.entries.push({
        key: line.item?.id ?? `text ${line.text}`,
        address: addressOf(line.item?.title ?? ''),
        line: only(at),
        tail: [],
      });
    else rest.push(only(at));
  }
  block.trail.push(...blanks);
  return blocks;
}

/** `4.2.1 Subsets` → its number in a form that sorts; projects come behind all others, labs last, and the title of the file first. */
function addressOf(title: string): string {
  const [, project = '', number = ''] = /^([Pp]?)(\d+(?:\.\d+)*)\s/.exec(title) ?? [];
  if (number === '') return title === 'Projects' ? 'p' : labHeadings.includes(title) ? 'q' : '';
  const parts = number.split('.').map((part) => part.padStart(9, '0'));
  return `${project === '' ? 'n' : 'p'}${parts.join('.')}`;
}

/** Null where both sides wrote something into the same place that is no tick, and not the same. */
function mergedBlocks(lines: SideLines, ours: readonly Block[], theirs: readonly Block[]): Block[] | null {
  let isText = false;
  const merged = interleaved(ours, theirs, (a, b) => {
    const intro = mergedIntro(lines, a.intro, b.intro);
    isText ||= intro === null;
    return {
      ...{ key: a.key, address: a.address },
      heading: a.heading && b.heading && { ours: a.heading.ours, theirs: b.heading.theirs },
      lead: a.lead.length > 0 ? a.lead : b.lead,
      intro: intro ?? [],
      entries: interleaved(a.entries, b.entries, (one, other) => ({
        ...{ key: one.key, address: one.address },
        line: { ours: one.line.ours, theirs: other.line.theirs },
        tail: [...one.tail, ...without(lines, other.tail, one.tail)],
      })),
      trail: a.trail.length > 0 ? a.trail : b.trail,
    };
  });
  return isText ? null : merged;
}

function mergedIntro(lines: SideLines, a: readonly Addition[], b: readonly Addition[]): Addition[] | null {
  const texts = (list: readonly Addition[]): string[] => list.map((one) => textOf(lines, one));
  const [ours, theirs] = [texts(a), texts(b)];
  const isBlank = (list: readonly string[]): boolean => list.every((text) => text.trim() === '');
  if (isBlank(theirs) || ours.join('\n') === theirs.join('\n')) return [...a];
  if (isBlank(ours)) return [...b];
  const isNotes = (list: readonly Addition[]): boolean => list.every((one) => lineOf(lines, one).isNote);
  if (isNotes(a) && isNotes(b)) return [...a, ...without(lines, b, a)];
  // The head of a file that two machines made, or its one line: a roadmap may have a name on each.
  const isHead = (list: readonly string[]): boolean => list.every((text) => /^(?:roadmap:.*|---\s*|\s*)$/.test(text));
  if (!isHead(ours) || !isHead(theirs)) return null;
  const last = ours.findIndex((text) => text.startsWith('roadmap:'));
  return [...a.slice(0, last + 1), ...without(lines, b, a), ...a.slice(last + 1)];
}

const lineOf = (lines: SideLines, { ours, theirs }: Addition): MergeLine =>
  (ours >= 0 ? lines.ours[ours] : lines.theirs[theirs]) as MergeLine;

const textOf = (lines: SideLines, one: Addition): string => lineOf(lines, one).text;

/** Those lines that are not in the other list. */
function without(lines: SideLines, list: readonly Addition[], other: readonly Addition[]): Addition[] {
  const known = new Set(other.map((one) => textOf(lines, one)));
  return list.filter((one) => !known.has(textOf(lines, one)));
}

/** Two lists in the order of their addresses; of what is in both one, where ours has it. Each keeps its own order. */
function interleaved<One extends { readonly key: string; readonly address: string }>(
  ours: readonly One[],
  theirs: readonly One[],
  join: (a: One, b: One) => One,
): One[] {
  const merged: One[] = [];
  const waiting = new Map<string, number>();
  ours.forEach((one, at) => {
    if (!waiting.has(one.key)) waiting.set(one.key, at);
  });
  const placeOf = new Int32Array(ours.length).fill(-1);
  let next = 0;
  const take = (): void => {
    placeOf[next] = merged.length;
    merged.push(ours[next++] as One);
  };
  for (const one of theirs) {
    const twin = waiting.get(one.key);
    if (twin !== undefined) {
      waiting.delete(one.key);
      while (next <= twin) take();
      const place = placeOf[twin] as number;
      merged[place] = join(merged[place] as One, one);
      continue;
    }
    while (next < ours.length && (ours[next] as One).address <= one.address) take();
    merged.push(one);
  }
  while (next < ours.length) take();
  return merged;
}

function linesOf({ heading, lead, intro, entries, trail }: Block): Addition[] {
  return [
    ...lead,
    ...(heading === null ? [] : [heading]),
    ...intro,
    ...entries.flatMap(({ line, tail }) => [line, ...tail]),
    ...trail,
  ];
}
