// Explanation: line by line what a note was read as, and by which rule.
import type { ExplainedLine } from '../formats/markdown/explain.ts';
import type { Became } from '../lang/messages.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { documentOf } from './json.ts';
import type { One } from './kinds.ts';
import { type Cell, labelColumns, page, row, widest } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';
import type { Paint } from './theme.ts';

/** Below this there is no room for the reason beside the line itself. */
const roomy = 72;
const leastReason = 30;

/** `--explain`: number, address, what it became, rule, reason, and the line. */
export function drawExplanation(rows: readonly ExplainedLine[], theme: ThemeWithSentences): string {
  const { became, because } = theme.sentences;
  const numbers = widest(rows.map(({ line }) => String(line)));
  const words = widest(rows.map(({ what }) => became[what]));
  const addresses = widest(rows.map(({ address }) => address ?? ''));
  const widths = rows.map((one) => displayWidth(because[one.because]));
  const reasons =
    theme.width < roomy ? 0 : labelColumns(widths, Math.max(leastReason, Math.floor(theme.width / 4)), theme);
  const paints: { readonly [what in Became]?: Paint } = {
    title: theme.title,
    section: theme.title,
    kept: theme.dim,
    note: theme.dim,
    nothing: theme.dim,
  };
  const before =
    1 + numbers + 2 + words + 2 + 2 + 2 + (addresses > 0 ? addresses + 2 : 0) + (reasons > 0 ? reasons + 2 : 0);
  return page([
    rows.map(({ line, what, rule, because: reason, address, text }) => {
      const paint = paints[what];
      const cells: Cell[] = [
        { text: String(line), width: numbers, side: 'right', paint: theme.dim },
        { text: became[what], width: words, ...(paint && { paint }) },
        { text: rule, width: 2, paint: theme.accent },
        { text: address ?? '', width: addresses },
        { text: because[reason], width: reasons, paint: theme.dim },
        { text: visible(text).trim(), width: Math.max(1, theme.width - before - 1), ...(paint && { paint }) },
      ];
      return row(1, cells, theme);
    }),
  ]);
}

/** `line  what  rule  address|-  reason`: the keys of the JSON, tab-separated. */
export function plainExplanation(rows: readonly ExplainedLine[], end: RecordEnd = '\n'): string {
  return records(
    rows.map(({ line, what, rule, address, because }) => [String(line), what, rule, address ?? '-', because]),
    end,
  );
}

/** `--explain --json`: kind "explanation". */
export function explanationJson(file: string, rows: readonly ExplainedLine[]): string {
  return documentOf('explanation', {
    file,
    lines: rows.map(
      ({ line, what, rule, because, address }): One<'explanation', 'lines'> => ({ line, what, rule, because, address }),
    ),
  });
}
