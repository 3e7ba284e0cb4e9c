// Legend: the items before the first topic that explain what the marks of a note mean (FORMATS S4).
import { plainWords } from '../../../text/plain-words.ts';
import { isLegendWord } from '../../words/states.ts';
import { readable } from '../syntax/inline.ts';
import type { Part } from './part.ts';
import type { Item } from './run.ts';

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

/** The lines of a part's own items where they explain marks. */
export function legendOf(text: string, part: Part): ReadonlySet<number> {
  const found = new Set<number>();
  let items: Item[] = [];
  const close = (): void => {
    if (items.length > 1 && items.length <= longest && isLegend(text, items))
      for (const { line } of items) found.add(line.line);
    items = [];
  };
  for (const child of part.each()) {
    if (child.kind !== 'item') close();
    else if (items.length <= longest) items.push(child);
  }
  close();
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
