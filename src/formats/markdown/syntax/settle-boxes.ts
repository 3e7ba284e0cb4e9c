// BoxSettling: whether the boxes of a note are those of a task list (FORMATS L3).
import { isNamedMark } from './box-mark.ts';
import { kind, type Lines } from './lines.ts';

/** Takes the boxes for words where none of them has a mark that is known: such a note is no task list. */
export function settleBoxes(lines: Lines): Lines {
  const { text } = lines.source;
  for (let row = lines.next(kind.task, 0); row >= 0; row = lines.next(kind.task, row + 1))
    if (isNamedMark(text.charCodeAt(lines.box[row] as number))) return lines;
  for (let row = lines.next(kind.task, 0); row >= 0; row = lines.next(kind.task, row + 1)) {
    lines.kind[row] = kind.bullet;
    lines.content[row] = (lines.box[row] as number) - 1;
    lines.box[row] = -1;
  }
  return lines;
}
