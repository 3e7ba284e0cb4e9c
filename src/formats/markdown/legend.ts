// Legend: the items before the first topic that explain what the marks of a note mean (FORMATS S4).
import { plainWords } from '../../text/plain-words.ts';
import { isLegendWord } from '../words/states.ts';
import { readable } from './inline.ts';
import type { Part } from './outline/part.ts';
import type { Item } from './outline/run.ts';

const sign = /^(?:\[.\]|:[a-z_]+:|[\ud800-\udbff][\udc00-\udfff]|[\u2190-\u2bff])\ufe0f?\s*/;
const dash = /^[-–—=:→]\s*/;
const meaning = /[:：=→(]\s*\S|\s[-–—]\s+\S/;

interface Explained {
  readonly mark: string;
  /** A dash or the like directly behind the mark: what follows is its meaning. */
  readonly isGiven: boolean;
  /** The words before the meaning. */
  readonly word: string;
  readonly hasMeaning: boolean;
}

function explained(text: string): Explained | null {
  const mark = sign.exec(text);
  if (mark === null) return null;
  const rest = text.slice(mark[0].length);
  const words = rest.replace(dash, '');
  const at = words.search(meaning);
  const word = plainWords(at < 0 ? words : words.slice(0, at));
  return word === '' ? null : { mark: mark[0].trim(), isGiven: rest !== words, word, hasMeaning: at >= 0 };
}

/** A part's own items where they explain marks. */
export function legendOf(text: string, part: Part): ReadonlySet<Item> {
  const found = new Set<Item>();
  let run: Item[] = [];
  for (const child of [...part.children, null]) {
    if (child?.kind === 'item') {
      run.push(child);
      continue;
    }
    if (run.length > 1 && run.length <= longest && isLegend(text, run)) for (const item of run) found.add(item);
    run = [];
  }
  return found;
}

const longest = 12;

/**
 * Items without children, each with a mark of its own. Three or more explain states where two of their words at least are
 * states: three topics in three states are a roadmap all the same. Otherwise each mark is followed by a dash and what it
 * means, and one of them is found on two other lines.
 */
function isLegend(text: string, items: readonly Item[]): boolean {
  const lines: Explained[] = [];
  for (const { line, children } of items) {
    const one =
      line.kind !== 'bullet' || children.length > 0
        ? null
        : explained(readable(text.slice(line.content, line.contentEnd)));
    if (one === null) return false;
    lines.push(one);
  }
  const marks = new Set(lines.map((line) => line.mark));
  if (marks.size < lines.length) return false;
  const isState = (line: Explained): boolean => isLegendWord(line.word);
  if (lines.length > 2 && lines.filter(isState).length > 1 && lines.every((line) => line.hasMeaning || isState(line)))
    return true;
  const end = (items[items.length - 1] as Item).line.end;
  return lines.every((line) => line.isGiven) && [...marks].some((mark) => isOnTwoLines(text, mark, end));
}

function isOnTwoLines(text: string, mark: string, from: number): boolean {
  const first = text.indexOf(mark, from);
  const end = first < 0 ? -1 : text.indexOf('\n', first);
  return end >= 0 && text.includes(mark, end);
}
