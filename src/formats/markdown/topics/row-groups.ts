// RowGroup: rows of a table below one title, which is in the first column of the first of them or of each (FORMATS T7).
import { plainWords } from '../../../text/plain-words.ts';
import { isCountedBy, isUnit, withoutCount } from '../../words/units.ts';
import type { Rows } from '../outline/part.ts';
import { readable } from '../syntax/inline.ts';
import { countsRows } from '../syntax/tables.ts';

/**
 * By row, the title of the group that begins there, null where none does: titles of two rows each on average, of which none comes back.
 * Null where the table has no groups. `title`: the column that names rows.
 */
export function rowGroups({ head, body }: Rows, title: number): readonly (string | null)[] | null {
  if (title < 1) return null;
  const texts = body.map(({ cells: [first] }) => readable(first?.text ?? ''));
  const starts = texts.map((text, at) => (text === '' || text === texts[at - 1] ? null : text));
  const titles = starts.filter((one) => one !== null);
  const isCounted = countsRows(head);
  const areTitles =
    titles.every((one) => isTitle(plainWords(one), isCounted)) && new Set(titles).size === titles.length;
  return starts[0] !== null && titles.length > 1 && 2 * titles.length <= body.length && areTitles ? starts : null;
}

/** `Week 3` and the third of May count rows; `Week 3: Knots` is a title below any head. */
function isTitle(words: string, isCounted: boolean): boolean {
  if (!/\p{L}{2}/u.test(words) || (/\d/.test(words) && isUnit(withoutCount(words)))) return false;
  return !isCounted || isCountedBy(words, isUnit);
}
