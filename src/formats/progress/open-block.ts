// OpenBlock: a fence, comment or script that is never closed; what is below it in a progress file does not count (FORMATS L1).
import { toSource } from '../../text/source.ts';
import { readProgress } from './read.ts';

const mayOpen = /```|~~~|<!--|%%|<(?:pre|script|style|textarea)/i;

/** The line that opens the block in which the text ends; null when a line written at its end counts. */
export function openBlock(text: string, bodyStart: number): number | null {
  const { lineStarts } = toSource(text);
  const counts = (end: number): boolean => {
    const head = text.slice(0, end);
    const { ticks } = readProgress(toSource(`${head}\n\n- [x] .`), bodyStart);
    return ticks.at(-1)?.title === '.';
  };
  if (counts(text.length)) return null;
  // Backwards, so that blocks which were closed above are not asked about.
  for (let line = lineStarts.length; line >= 1; line--) {
    const start = lineStarts[line - 1] as number;
    if (start < bodyStart) break;
    if (mayOpen.test(text.slice(start, lineStarts[line] ?? text.length)) && counts(start)) return line;
  }
  return 1;
}
