// LintReport: what was found in which file, for people, for editors and for scripts.
import type { Diagnostic, DiagnosticCode, Severity } from '../errors.ts';
import { lineText, type Source } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { documentOf } from './json.ts';
import type { One } from './kinds.ts';
import { commandLines, flow, hanging, page } from './layout.ts';
import type { RecordEnd } from './plain.ts';
import { drawDiagnostic, sentencesOf, type ThemeWithSentences } from './problem.ts';

export interface LintedFile {
  /** As it was named, or as it was found below the folder that was. */
  readonly shown: string;
  /** The whole path; the name of a bundled roadmap. */
  readonly path: string;
  /** What `-r` takes to reach the roadmap it belongs to; null where that is meant anyway. */
  readonly roadmap: string | null;
  readonly found: readonly Diagnostic[];
  /** The lines that are shown with what was found in them, by number. The text itself may be one of ten thousand, and is let go. */
  readonly lines: ReadonlyMap<number, string>;
}

export interface LintView {
  readonly files: readonly LintedFile[];
  /** The folder in which there was no file at all. */
  readonly emptyFolder: string | null;
  /**
   * How many of the findings could be mended, and the command that does it; null where `--fix` has just been at work.
   */
  readonly mendable: { readonly count: number; readonly command: string } | null;
  /** What `--fix` wrote. */
  readonly mended: readonly { readonly shown: string; readonly count: number; readonly undo: string }[];
}

/** Of one kind in one file; the rest is counted. Remarks are understood sooner. */
const most: { readonly [severity in Severity]: number } = { error: 20, warning: 8, info: 3 };

/** The lines of a text that `drawLint` shows. */
export function linesShown(source: Source, found: readonly Diagnostic[]): ReadonlyMap<number, string> {
  const times = new Map<DiagnosticCode, number>();
  const lines = new Map<number, string>();
  for (const { code, line, severity } of found) {
    const before = times.get(code) ?? 0;
    // The needs that another file meets are taken out before anything is drawn, and those behind them move up.
    if (code !== 'needs-nothing') times.set(code, before + 1);
    if (line !== 0 && before < most[severity]) lines.set(line, lineText(source, line));
  }
  return lines;
}

/** Every finding with its line, each hint once in a file, then how many there were. */
export function drawLint({ files, emptyFolder, mendable, mended }: LintView, theme: ThemeWithSentences): string {
  const { messages } = theme;
  const all = files.flatMap((file) => file.found);
  const count = (severity: Severity): number => all.filter((found) => found.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const facts = [
    ...(errors > 0 ? [{ text: messages.errorCount(errors), paint: theme.bad }] : []),
    ...(warnings > 0 ? [{ text: messages.warnings(warnings), paint: theme.warn }] : []),
    ...(infos > 0 ? [{ text: messages.infos(infos), paint: theme.accent }] : []),
  ];
  const nothing =
    emptyFolder !== null
      ? messages.nothingToLint(visible(emptyFolder))
      : messages.nothingFound(files.length, visible(files[0]?.shown ?? ''));
  return page([
    ...files.flatMap((file) => fileBlocks(file, forFile(file, theme))),
    all.length === 0 ? hanging('', nothing, theme) : flow(0, facts, theme),
    mendable === null || mendable.count === 0
      ? []
      : [
          ...hanging('', messages.mendable(mendable.count), theme, theme.dim),
          ...commandLines(2, mendable.command, theme),
        ],
    ...mended.map(({ shown, count: places, undo }) => [
      ...hanging('', messages.mended(places, visible(shown)), theme, theme.good),
      ...commandLines(2, undo, theme),
    ]),
  ]);
}

/** Hints on one of several files are commands for that file. */
function forFile({ roadmap }: LintedFile, theme: ThemeWithSentences): ThemeWithSentences {
  return roadmap === null ? theme : { ...theme, commands: theme.commands.on(roadmap) };
}

function fileBlocks({ shown, found, lines }: LintedFile, theme: ThemeWithSentences): string[][] {
  const times = new Map<DiagnosticCode, number>();
  const hints = new Set<string>();
  const blocks: string[][] = [];
  for (const one of found) {
    const before = times.get(one.code) ?? 0;
    times.set(one.code, before + 1);
    if (before >= most[one.severity]) continue;
    const { hint } = sentencesOf(one, shown, theme);
    blocks.push(
      drawDiagnostic(one, lines.get(one.line) ?? null, shown, theme, !hints.has(hint))
        .trimEnd()
        .split('\n'),
    );
    hints.add(hint);
  }
  for (const [code, number] of times) {
    const { severity } = found.find((one) => one.code === code) as Diagnostic;
    const rest = number - most[severity];
    if (rest > 0)
      blocks.push(hanging('', `${visible(shown)}: ${theme.messages.moreFindings(rest, code)}`, theme, theme.dim));
  }
  return blocks;
}

/** What scripts read has no isolates. */
const asData = (theme: ThemeWithSentences): ThemeWithSentences => ({ ...theme, show: visible });

/**
 * `file:line:column: severity: code: message`, one line each, nothing where there is nothing; what has no place is
 * at 1:1.
 */
export function plainLint(files: readonly LintedFile[], theme: ThemeWithSentences, end: RecordEnd = '\n'): string {
  return files
    .flatMap(({ shown, found }) =>
      found.map((one) => {
        const place = `${visible(shown)}:${Math.max(1, one.line)}:${Math.max(1, one.column)}`;
        return `${place}: ${one.severity}: ${one.code}: ${sentencesOf(one, shown, asData(theme)).message}${end}`;
      }),
    )
    .join('');
}

/** `lint --json` (CONTRACT, kind "diagnostics"). */
export function lintJson(files: readonly LintedFile[], theme: ThemeWithSentences): string {
  return documentOf('diagnostics', {
    diagnostics: files.flatMap((file) =>
      file.found.map((one): One<'diagnostics', 'diagnostics'> => {
        const { message, hint } = sentencesOf(one, file.shown, asData(forFile(file, theme)));
        const { code, severity, line, column } = one;
        return { code, severity, file: file.path, line: line || null, column: column || null, message, hint };
      }),
    ),
  });
}
