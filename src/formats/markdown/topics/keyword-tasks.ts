// KeywordTask: a bullet that opens with TODO, DOING or DONE, as outliners write their tasks.
import type { Status } from '../../../model/roadmap.ts';
import { stateOfKeyword } from '../../words/states.ts';
import { kind, type Lines, lineFlag } from '../syntax/lines.ts';

const keyword = /^([A-Z][A-Z-]{2,10})\s+(?:\[#[A-C]\]\s*)?(?=\S)/;

/** The state and the title without its keyword; null where the text opens with none. */
export function keywordTask(text: string): { status: Status; title: string } | null {
  const match = keyword.exec(text);
  const status = match === null ? null : stateOfKeyword(match[1] as string);
  return match === null || status === null ? null : { status, title: text.slice(match[0].length) };
}

/** `- # TODO Title` of an outliner is a heading and a bullet. */
const isBullet = (lines: Lines, row: number): boolean =>
  lines.kind[row] === kind.bullet || (lines.kind[row] === kind.heading && lines.isIn(row, lineFlag.inList));

/**
 * One such bullet may be a remark of the author's to himself; two are a manner of keeping tasks. Where only what is done has a
 * keyword, and most bullets of the same indentation have none, these are open topics beside it (FORMATS T6).
 */
export function keepsKeywordTasks(lines: Lines): boolean {
  let count = 0;
  let isOpen = false;
  const indents = new Set<number>();
  for (let row = 0; row < lines.length && !(isOpen && count > 1); row++) {
    const task = isBullet(lines, row) ? keywordTask(lines.textOf(row)) : null;
    if (task === null) continue;
    count++;
    indents.add(lines.indent[row] as number);
    if (task.status !== 'done') isOpen = true;
  }
  if (count < 2 || isOpen) return count > 1;
  let beside = 0;
  for (let row = 0; row < lines.length; row++)
    if (lines.kind[row] === kind.bullet && indents.has(lines.indent[row] as number)) beside++;
  return count * 2 >= beside;
}
