// StatusLine: a line `Status: done` below an item or a heading, which says how far its author is with it (FORMATS T6).
import type { Status } from '../../../model/roadmap.ts';
import { plainWords } from '../../../text/plain-words.ts';
import type { Outline } from '../outline/build-outline.ts';
import { type Part, partsBelow } from '../outline/part.ts';
import { place } from '../outline/run.ts';
import { readable } from '../syntax/inline.ts';
import { isStatusHead } from '../syntax/tables.ts';
import { cellState } from './status-cell.ts';

/** By line of the item or the heading; null where its line names no state. */
export type StatedLines = ReadonlyMap<number, Status | null>;

/** `Status: done`, `Started: June 1`, `Status:` */
const field = /^([^:：]{2,40})[:：]\s*(\S.*)?$/;
/** A day of a journal. */
const dated = /^\d{4}-\d\d-\d\d/;

/** Most lines have no colon near their start, and need not be read. */
const fieldIn = (raw: string): RegExpExecArray | null => (/^.{2,60}[:：]/.test(raw) ? field.exec(readable(raw)) : null);

/** What a section holds by itself. */
interface Stated {
  readonly part: Part;
  /** What its own line names; undefined where it has none. */
  readonly own: Status | null | undefined;
  readonly items: StatedLines;
  /** How many list items are neither such an item nor below one. */
  readonly others: number;
  /** Each of its items is a field such as `Started: June 1`. */
  readonly isPlain: boolean;
}

/**
 * The items that have a line of their state each, or else the headings or bold lines over nothing but fields and prose, others among them where these are
 * few: three or more, beside at most twice as many items that are about none of them.
 */
export function statedLines(outline: Outline): StatedLines {
  const sections = [outline.root, ...partsBelow(outline.root)].filter(({ role }) => role === null);
  const stated = sections.map((part) => statedIn(outline, part));
  const items = new Map(stated.flatMap((one) => [...one.items]));
  const headed = stated.filter(({ part, own }) => own !== undefined && isLeaf(part));
  const plain = headed.filter(({ isPlain }) => isPlain);
  const taken = 4 * plain.length >= 3 * headed.length ? headed : plain;
  const headings = new Map(taken.map(({ part, own = null }) => [part.line, own]));
  const most = items.size >= headings.size ? items : headings;
  const beside = stated.filter((one) => !taken.includes(one)).reduce((sum, { others }) => sum + others, 0);
  return most.size >= 3 && beside <= 2 * most.size ? most : new Map();
}

/** Over items and prose: what a table holds says more than a line that sums it up. */
const isLeaf = ({ opener, blocks, written }: Part): boolean =>
  opener !== null && blocks.every(({ kind }) => kind === 'run' || kind === 'entry') && !dated.test(written);

function statedIn({ lines, parent, place: places }: Outline, part: Part): Stated {
  const rows = part.blocks.flatMap((block) =>
    block.kind === 'run' ? Array.from({ length: block.to - block.from }, (_, at) => block.from + at) : [],
  );
  const states = new Map<number, Status | null>();
  for (const row of rows) {
    const status = statusIn(lines.textOf(row));
    if (status !== undefined && !states.has(parent[row] as number)) states.set(parent[row] as number, status);
  }
  const isAbout = (row: number): boolean => row >= 0 && (states.has(row) || isAbout(parent[row] as number));
  const listed = rows.filter((row) => places[row] === place.item);
  return {
    part,
    own: states.get(-1),
    items: new Map([...states].flatMap(([row, status]) => (row < 0 ? [] : [[lines.line[row] as number, status]]))),
    others: listed.filter((row) => !isAbout(row)).length,
    isPlain: states.has(-1) && listed.every((row) => fieldIn(lines.textOf(row)) !== null),
  };
}

/** The state that a line names as one, null for other words behind its colon, undefined on another line. A form of several is no state. */
function statusIn(raw: string): Status | null | undefined {
  const [, label, value = ''] = fieldIn(raw) ?? [];
  if (label === undefined || !isStatusHead(plainWords(label)) || value === '' || value.includes('|')) return undefined;
  const { isState, status } = cellState(value);
  return isState ? status : null;
}
