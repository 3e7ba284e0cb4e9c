// LabEdit: the splices that write a lab that was passed into a progress file, below a heading of its own (FORMATS P7).
import type { CalendarDate } from '../../dates/calendar-date.ts';
import { UserError } from '../../errors.ts';
import { type LabLine, labHeadingFor, labHeadings, labName } from '../../model/lab-line.ts';
import { passedLabs } from '../../model/passed-labs.ts';
import type { Roadmap } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineText, toSource } from '../../text/source.ts';
import { statusEdits } from '../markdown/edit.ts';
import { lastLineOf, written } from './insert.ts';
import { openBlock } from './open-block.ts';
import { type ProgressText, readProgress } from './read.ts';
import { lineEndOf } from './tick-line.ts';

/** A lab that was passed on a day; null where the day is not known. */
export interface PassedLab {
  readonly id: string;
  readonly day: CalendarDate | null;
}

const lineOf = ({ id, day }: PassedLab): string => `- [x] ${labName(id)}${day === null ? '' : ` ✅ ${day}`}`;

/**
 * The text with these labs passed. What says so already stays as it is; a line that was opened by hand is ticked. The text is read
 * again before it is given: throws `bad-progress` where a line would not count, or others would count otherwise.
 */
export function withLabs(
  text: string,
  bodyStart: number,
  roadmap: Pick<Roadmap, 'title'>,
  labs: readonly PassedLab[],
  file: string,
): string {
  let now = text;
  for (const lab of labs) now = withLab(now, bodyStart, roadmap, lab);
  if (now === text) return text;
  const [before, after] = [text, now].map((one) => readProgress(toSource(one), bodyStart)) as [
    ProgressText,
    ProgressText,
  ];
  const passed = passedLabs(after.labs);
  if (labs.every(({ id }) => passed.has(id)) && after.ticks.length === before.ticks.length) return now;
  const open = openBlock(text, bodyStart);
  throw new UserError('bad-progress', { file, line: open ?? 1, reason: open === null ? 'unsafe' : 'open-block' });
}

function withLab(text: string, bodyStart: number, { title }: Pick<Roadmap, 'title'>, lab: PassedLab): string {
  const progress = readProgress(toSource(text), bodyStart);
  const { source, labs, headings } = progress;
  if (passedLabs(labs).has(lab.id)) return text;
  const opened = labs.find((line) => line.title === labName(lab.id));
  if (opened !== undefined)
    return applyEdits(text, statusEdits(source, [{ line: opened.line, to: 'done', day: lab.day }], []));
  const eol = lineEndOf(text);
  const line = lineOf(lab);
  const last = labs.at(-1);
  const heading = headings.find((one) => one.depth > 1 && labHeadings.includes(written(progress, one)));
  if (last !== undefined) return insertedBehind(text, progress, lastLineOf(progress, last), line, eol);
  if (heading !== undefined) {
    const isSpaced = heading.line + 1 < source.lineStarts.length && lineText(source, heading.line + 1).trim() === '';
    const before = isSpaced ? '' : eol;
    return insertedBehind(text, progress, heading.line + (isSpaced ? 1 : 0), before + line, eol);
  }
  const end = text === '' || /[\r\n]$/.test(text) ? '' : eol;
  return `${text}${end}${eol}## ${labHeadingFor(title)}${eol}${eol}${line}${eol}`;
}

/** Lines of labs as those of another file: what is passed, and what only its own lines can say, a note or that it is open. */
export function labsToMove(labs: readonly LabLine[]): { readonly passed: PassedLab[]; readonly others: LabLine[] } {
  const isPlain = ({ status, noteLines, spent }: LabLine): boolean =>
    status === 'done' && noteLines.length === 0 && spent === null;
  const passed = [...passedLabs(labs.filter(isPlain))].map(([id, day]) => ({ id, day }));
  return { passed, others: labs.filter((line) => !isPlain(line)) };
}

/** A line more behind the line of that number, which may be the last and have no end. */
function insertedBehind(text: string, { source }: ProgressText, line: number, added: string, eol: string): string {
  const at = source.lineStarts[line] ?? text.length;
  const isOpen = at === text.length && text !== '' && !/[\r\n]$/.test(text);
  const edit: Edit = { span: { start: at, end: at }, text: isOpen ? `${eol}${added}` : `${added}${eol}` };
  return applyEdits(text, [edit]);
}
