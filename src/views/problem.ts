// Problem: a failure or a finding, with the place it is about and what helps.
import type { Diagnostic, DiagnosticArgs, ErrorArgs, Problem, ProblemArgs, Severity, UserError } from '../errors.ts';
import type { Commands, Message, Sentences, Wrong } from '../lang/messages.ts';
import { lineText, type Span } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { displayWidth, wrap } from '../text/width.ts';
import { hanging, heading } from './layout.ts';
import type { Paint, Theme } from './theme.ts';

/** A theme that can say what went wrong. */
export interface ThemeWithSentences extends Theme {
  readonly sentences: Sentences;
}

/** Of a file full of mistakes, as many as can be dealt with at once. */
const mostProblems = 10;

/**
 * What came from files or the command line becomes harmless before it goes into a sentence; newlines in sentences are ours. Titles are
 * shown as in a view; everything else may be a word of a command that is copied.
 */
function harmless<Value>(value: Value, { show }: Theme): Value {
  const inner = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return key === 'title' || key === 'titles' ? show(one) : visible(one);
    if (Array.isArray(one)) return one.map((part) => inner(part, key));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, inner(part, name)]));
  };
  return inner(value, '') as Value;
}

function hintLines(hint: string, indent: number, theme: Theme): string[] {
  return hint
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line, index) => hanging(' '.repeat(index === 0 ? indent : indent + 2), line, theme, theme.dim));
}

/**
 * A failure for stderr: the sentence, then the hint beneath it. `setBy`: what names the file that it is about, where
 * nobody typed that. A roadmap that cannot be used comes with its places.
 */
export function drawError(error: UserError, theme: ThemeWithSentences, setBy: string | null = null): string {
  const bad = hasPlaces(error) ? (error.args as ErrorArgs['bad-roadmap']) : null;
  const { message: what, hint } = messageOf(error, theme);
  const message = setBy === null ? what : `${what} (${theme.sentences.setBy(setBy)})`;
  const lines = wrap(`istio-roadmap: ${message}`, Math.max(1, theme.width)).map((line, index) =>
    index === 0 ? line.replace(/^istio-roadmap:/, theme.bad) : line,
  );
  if (bad !== null) {
    const { problems, source } = bad;
    for (const one of problems.slice(0, mostProblems)) {
      const { message: wrong, hint: help } = wrongOf(one, theme);
      lines.push(...hanging(`  ${one.line}:${one.column}  `, wrong, theme, undefined, theme.accent));
      lines.push(...excerpt(one, lineText(source, one.line), theme));
      if (help !== null) lines.push(...hintLines(help, 4, theme));
    }
    if (problems.length > mostProblems)
      lines.push(...hanging('  ', theme.messages.more(problems.length - mostProblems), theme, theme.dim));
  }
  return `${[...lines, ...hintLines(hint, 2, theme)].join('\n')}\n`;
}

/** Whether a failure comes with places in a text, each with a line of it. */
const hasPlaces = ({ code }: UserError): boolean =>
  code === 'bad-roadmap' || code === 'bad-config' || code === 'bad-lab';

/** What went wrong, in one sentence without a hint. */
export function sentenceOf(error: UserError, theme: ThemeWithSentences): string {
  return messageOf(error, theme).message;
}

export function messageOf(error: UserError, theme: ThemeWithSentences): Message {
  const sentences = theme.sentences.errors[error.code] as (
    args: ErrorArgs[keyof ErrorArgs],
    commands: Commands,
  ) => Message;
  // The text of a whole roadmap is no word of a sentence.
  const bad = hasPlaces(error) ? (error.args as ErrorArgs['bad-roadmap']) : null;
  return sentences(bad === null ? harmless(error.args, theme) : { ...bad, file: visible(bad.file) }, theme.commands);
}

function wrongOf({ code, args }: Problem, theme: ThemeWithSentences): Wrong {
  const sentences = theme.sentences.problems[code] as (args: ProblemArgs[keyof ProblemArgs]) => Wrong;
  return sentences(harmless(args, theme));
}

/** The end of a text, at most `columns` wide. */
function tail(text: string, columns: number): string {
  const characters = Array.from(text);
  if (displayWidth(text) <= columns) return text;
  let from = Math.max(0, characters.length - columns);
  // Characters that join make the whole narrower than its parts, so the rest is measured again each time.
  while (from < characters.length && displayWidth(characters.slice(from).join('')) > columns) from++;
  return characters.slice(from).join('');
}

/** What a line can be shown with. */
interface Marked {
  readonly line: number;
  readonly column: number;
  readonly span: Span | null;
}

/**
 * The line and, right beneath what is meant, carets: both measured in columns, so that tabs, CJK and emoji do not shift
 * them. Of a line that is too long, what is around the mark.
 */
export function excerpt({ line, column, span }: Marked, text: string, theme: Theme): string[] {
  const number = `  ${line} | `;
  const columns = theme.width - number.length;
  if (columns < 8) return [];
  const wanted = Math.min(Math.max(0, column - 1), text.length);
  // A column in the middle of a surrogate pair would tear the character apart.
  const start = /^[\udc00-\udfff]/.test(text.slice(wanted)) && wanted > 0 ? wanted - 1 : wanted;
  const end = Math.min(text.length, start + Math.max(1, span === null ? 1 : span.end - span.start));
  // A long line is opened near its fault: 500 characters before and after fill any screen.
  const before = visible(text.slice(Math.max(0, start - 500), start));
  const marked = visible(text.slice(start, end));
  const rest = visible(text.slice(end, end + 500));
  const markedWidth = Math.max(1, displayWidth(marked));
  const cutOff = theme.ascii ? '...' : '…';
  const context = columns - Math.min(markedWidth, Math.floor(columns * 0.7));
  const behind = Math.min(displayWidth(rest), Math.floor(context / 2));
  const room = context - behind;
  const isCut = displayWidth(before) > room || start > 500;
  const shown = isCut ? cutOff + tail(before, Math.max(0, room - displayWidth(cutOff))) : before;
  const at = displayWidth(shown);
  const carets = Math.max(1, Math.min(markedWidth, columns - at));
  const gutter = `${' '.repeat(number.length - 2)}| `;
  return [
    theme.dim(number) + theme.fit(shown + marked + rest, columns),
    ...(column > 0 ? [theme.dim(gutter) + ' '.repeat(at) + theme.warn('^'.repeat(carets))] : []),
  ];
}

/** A finding in a file, in the language of the theme, harmless for a terminal. */
export function sentencesOf(found: Diagnostic, file: string, theme: ThemeWithSentences): Message {
  const sentences = theme.sentences.diagnostics[found.code] as (
    args: DiagnosticArgs[keyof DiagnosticArgs],
    commands: Commands,
    file: string,
  ) => Message;
  return sentences(harmless<DiagnosticArgs[keyof DiagnosticArgs]>(found.args, theme), theme.commands, file);
}

/** A finding as `file:line:column: warning: sentence [code]`, which editors can jump to, with the line (`text`, without its end) and
 * a hint. `text` null, or a finding without a place: no excerpt. `withHint` false where the hint was just given. */
export function drawDiagnostic(
  found: Diagnostic,
  text: string | null,
  file: string,
  theme: ThemeWithSentences,
  withHint = true,
): string {
  const { message, hint } = sentencesOf(found, file, theme);
  const place = [
    visible(file),
    ...(found.line > 0 ? [found.line, ...(found.column > 0 ? [found.column] : [])] : []),
  ].join(':');
  const paints: { readonly [severity in Severity]: Paint } = {
    error: theme.bad,
    warning: theme.warn,
    info: theme.accent,
  };
  const head = `${place}: ${theme.messages.severity[found.severity]}: ${message} [${found.code}]`;
  const first = heading('', head, theme, paints[found.severity]);
  const lines = text === null || found.line === 0 ? [] : excerpt(found, text, theme);
  return `${[...first, ...lines, ...(withHint ? hintLines(hint, 2, theme) : [])].join('\n')}\n`;
}
