// Edit: what editing a roadmap changed: the counts in one line, and what was not odd before.
import type { Diagnostic } from '../errors.ts';
import type { Tally } from '../model/progress.ts';
import type { Text } from '../model/roadmap.ts';
import { commandLines, hanging } from './layout.ts';
import { drawDiagnostic, type ThemeWithSentences } from './problem.ts';

export interface EditedView {
  readonly title: Text;
  readonly file: string;
  /** Not a character was changed. */
  readonly isSame: boolean;
  /** Null where the file could not be read. */
  readonly before: Tally | null;
  readonly after: Tally;
  /** Those that are new, each with its line. */
  readonly findings: readonly { readonly found: Diagnostic; readonly text: string | null }[];
}

/** After an edit people want to go on: more than that is for `lint`. */
const mostFindings = 3;

const share = ({ done, total }: Tally): string => `${done}/${total}`;

/** `edit`. */
export function drawEdited(view: EditedView, theme: ThemeWithSentences): string {
  const { isSame, before, after, findings } = view;
  const say = theme.sentences.scripting.edit;
  const now = `${share(after)}${theme.dot}${after.percent}%`;
  const isMoved = before !== null && (before.done !== after.done || before.total !== after.total);
  const counts = isMoved ? `${share(before)} ${theme.ascii ? '->' : '→'} ${now}` : now;
  const words = isSame ? say.same : before !== null && !isMoved ? say.sameCounts : null;
  const text = `${counts}${words === null ? '' : `${theme.dot}${words}`}`;
  const lines = hanging(` ${theme.fit(theme.say(view.title), 40)}  `, text, theme, undefined, theme.title);
  const shown = findings.slice(0, mostFindings);
  const rest = findings.length - shown.length;
  return [
    `${lines.join('\n')}\n`,
    ...shown.map(({ found, text: line }) => drawDiagnostic(found, line, view.file, theme)),
    ...(rest > 0
      ? [
          `${[...hanging('', theme.messages.more(rest), theme, theme.dim), ...commandLines(1, theme.commands.to('lint'), theme)].join('\n')}\n`,
        ]
      : []),
  ].join('');
}
