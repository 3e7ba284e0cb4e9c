// TopicWords: the selectors that may be meant by the beginning of one.
import { pattern } from '../text/pattern.ts';
import { compareAddresses, looksLikeAddress } from './address.ts';
import { type Address, type Roadmap, type Status, statuses, type Text, wordings } from './roadmap.ts';
import { addressOf, flag, isCountedRow, parentOfNode, statusNumber, type TopicTable, tableOf } from './topic-table.ts';

const letter = pattern(String.raw`\p{L}`, 'u');

export interface TopicWord {
  /** To be typed in place of the beginning. */
  readonly value: string;
  readonly address: Address;
  readonly title: Text;
  /** Null for a section or a topic with others below it, of which the counts say more. */
  readonly status: Status | null;
  readonly done: number;
  readonly total: number;
}

/**
 * Addresses that begin as typed, down to the next full stop: `4.` gives what is directly in 4, and `4` what is in it as well where nothing
 * else begins so. Where none does, written ids that begin so; else topics whose title contains it. In the order of addresses.
 */
export function topicWords(roadmap: Roadmap, typed: string, states: readonly Status[] | null): TopicWord[] {
  const nodes = nodesOf(roadmap, states);
  // Of a range the second end.
  const [, first = '', second = ''] = /^(.+[-–])([Pp]?[\d.]*)$/.exec(typed) ?? [];
  const before = looksLikeAddress(first.slice(0, -1)) ? first : '';
  const start = (before === '' ? typed : second).replace(/^p(?=\d*$)/, 'P');
  const found = beginning(nodes, start);
  if (found.length === 0 && letter().test(typed) && before === '') return named(nodes, typed);
  return found.map((node) => wordFor(node, before + node.address));
}

interface Node extends Omit<TopicWord, 'value'> {
  /** Written by the author; null where there is none. */
  readonly id: string | null;
}

const wordFor = ({ id: _, ...node }: Node, value: string): TopicWord => ({ ...node, value });

function beginning(nodes: readonly Node[], start: string): Node[] {
  const found = nodes.filter(({ address }) => isNext(address, start));
  const isWhole = found.length === 1 && found[0]?.address === start;
  return isWhole ? [...found, ...nodes.filter(({ address }) => isNext(address, `${start}.`))] : found;
}

/** Whether an address begins so and goes no further than the next full stop; topics outside any section are at the root. */
function isNext(address: Address, start: string): boolean {
  if (!address.startsWith(start)) return false;
  const rest = address.slice(start.lastIndexOf('.') + 1);
  return !rest.includes('.') || ('0.'.startsWith(start) && /^0\.\d+$/.test(address));
}

function named(nodes: readonly Node[], typed: string): TopicWord[] {
  const byId = nodes.flatMap((node) => (node.id?.startsWith(typed) ? [wordFor(node, node.id)] : []));
  if (byId.length > 0) return byId;
  const wanted = typed.toLowerCase();
  return nodes
    .filter(({ status, title }) => status !== null && wordings(title).some((one) => one.toLowerCase().includes(wanted)))
    .map((node) => wordFor(node, node.address));
}

/** All with an address, by address, of which something fits the states. */
function nodesOf(roadmap: Roadmap, states: readonly Status[] | null): Node[] {
  const table = tableOf(roadmap);
  const sums = sumsOf(table, states);
  const nodes: Node[] = [];
  table.sections.forEach(({ address, title }, at) => {
    if (sums.isFitting[at]) nodes.push({ address, title, id: null, status: null, ...sums.of(at) });
  });
  for (let row = 0; row < table.count; row++) {
    const at = table.sections.length + row;
    if (!sums.isFitting[at]) continue;
    const status = sums.below[at] ? null : (statuses[table.status[row] as number] as Status);
    const id = (table.flags[row] as number) & flag.identified ? table.writtenIdOf(row) : null;
    nodes.push({ address: addressOf(table, row), title: table.titleOf(row), id, status, ...sums.of(at) });
  }
  for (const { address, title, id, idWritten, status } of roadmap.projects)
    if (states === null || states.includes(status))
      nodes.push({ address, title, id: idWritten ? id : null, status, done: 0, total: 0 });
  return nodes.sort((a, b) => compareAddresses(a.address, b.address));
}

/** Of each node (`parentOfNode`): whether something in it fits, how many topics are below it, and how many of it are done. */
function sumsOf(table: TopicTable, states: readonly Status[] | null) {
  const size = table.sections.length + table.count;
  const [isFitting, below, done, total] = [new Uint8Array(size), ...[1, 2, 3].map(() => new Int32Array(size))] as [
    ...[Uint8Array, Int32Array, Int32Array, Int32Array],
  ];
  const numbers = states?.map((state) => statusNumber[state]) ?? null;
  const add = (column: Uint8Array | Int32Array, at: number, amount: number): void => {
    column[at] = (column[at] as number) + amount;
  };
  for (let row = 0; row < table.count; row++) {
    const at = table.sections.length + row;
    const status = table.status[row] as number;
    if (numbers === null || numbers.includes(status)) isFitting[at] = 1;
    if (!isCountedRow(table, row)) continue;
    add(total, at, 1);
    if (status === statusNumber.done) add(done, at, 1);
  }
  // What is below comes later, sections before all topics.
  for (let at = size - 1; at >= 0; at--) {
    const parent = parentOfNode(table, at);
    if (parent < 0) continue;
    if (isFitting[at]) isFitting[parent] = 1;
    add(below, parent, 1 + (below[at] as number));
    add(done, parent, done[at] as number);
    add(total, parent, total[at] as number);
  }
  return { isFitting, below, of: (at: number) => ({ done: done[at] as number, total: total[at] as number }) };
}
