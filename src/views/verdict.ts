// VerdictReport: what of an answer holds and what does not, why, and where in the learner's file.
import type { Language } from '../lang/messages.ts';
import type { AnswerFile, JudgedProblem, Lab, Verdict } from '../model/lab.ts';
import { wording } from '../model/roadmap.ts';
import { lineSpan, lineText, toSource } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { pad } from '../text/width.ts';
import { documentOf } from './json.ts';
import type { Content } from './kinds.ts';
import { type LabTheme, type ListedLab, labHeadJson } from './lab-list.ts';
import { labHead } from './lab-task.ts';
import { commandLines, flow, hanging, page, widest } from './layout.ts';
import { excerpt } from './problem.ts';
import type { Paint } from './theme.ts';

export interface VerdictView {
  readonly entry: ListedLab;
  readonly lab: Lab;
  readonly files: readonly AnswerFile[];
  /** As they were typed. */
  readonly words: readonly string[];
  readonly verdict: Verdict;
  /** The progress file that got a line of this lab now; null where none was written. */
  readonly recorded: string | null;
  /** That file was made for it, so where such lines go is still to be said. */
  readonly isFirst: boolean;
  /** The topic is ticked with it; for people, also where that is asked next. */
  readonly ticked: boolean;
  /** A lab that is not passed yet, to go on with; null without one. */
  readonly nextLab: string | null;
  /** It is judged again at each save. */
  readonly isWatched: boolean;
}

/** So many problems can be dealt with at once. */
const mostProblems = 10;

/** `lab ID FILE…`. */
export function drawVerdict(view: VerdictView, theme: LabTheme): string {
  const { verdict } = view;
  const { lab: say } = theme;
  const others = verdict.problems.filter(({ check }) => check === null);
  const answer = verdict.passed
    ? { text: say.isPassed, paint: theme.good }
    : { text: say.notPassed(hasDangling(view) ? others.length : verdict.problems.length), paint: theme.bad };
  const shown = others.slice(0, mostProblems);
  const more = others.length - shown.length;
  return page([
    [...labHead(view, theme, false), ...flow(1, [answer], theme)],
    ...shown.map((problem) => problemLines(problem, view, 1, theme)),
    more > 0 ? hanging(' ', theme.messages.more(more), theme, theme.dim) : [],
    checkLines(view, theme),
    hasDangling(view) && verdict.checks.some(({ holds }) => holds === false)
      ? hanging(' ', say.mayFollow, theme, theme.dim)
      : [],
    verdict.checks.some(({ holds }) => holds === null) ? hanging(' ', say.openChecks, theme, theme.dim) : [],
    writtenLines(view, theme),
    nextLines(view, theme),
  ]);
}

/** Whether something is named that is not there: that is put right first. */
const hasDangling = ({ verdict }: VerdictView): boolean => verdict.problems.some(({ layer }) => layer === 'reference');

type Mark = 'holds' | 'fails' | 'open';
const symbols: { readonly [mark in Mark]: string } = { holds: '✓', fails: '✗', open: '○' };

/** Each check with a mark; below one that does not hold why, and where. */
function checkLines(view: VerdictView, theme: LabTheme): string[] {
  const { verdict, lab } = view;
  const titles = new Map(lab.checks.map(({ id, title }) => [id, title]));
  const paints: { readonly [mark in Mark]: Paint } = { holds: theme.good, fails: theme.bad, open: theme.dim };
  const marks = theme.ascii ? theme.lab.mark : symbols;
  const width = widest(Object.values(marks));
  return verdict.checks.flatMap(({ id, holds }) => {
    const mark = holds === null ? 'open' : holds ? 'holds' : 'fails';
    const head = ` ${pad(marks[mark], width)} `;
    const title = theme.say(titles.get(id) ?? id);
    // What names nothing makes checks fail for reasons that are not theirs.
    const own = hasDangling(view) ? [] : verdict.problems.filter(({ check }) => check === id);
    return [
      ...hanging(head, title, theme, holds === null ? theme.dim : undefined, paints[mark]),
      ...own.flatMap((problem) => problemLines(problem, view, head.length, theme)),
    ];
  });
}

/** The sentence, the place, and the line of the file with a caret. */
function problemLines(problem: JudgedProblem, { files }: VerdictView, indent: number, theme: LabTheme): string[] {
  const { message, hint, file, line, column } = problem;
  const before = ' '.repeat(indent);
  const place = file === null || line === null ? null : `${visible(file)}:${line}:${column ?? 1}`;
  const text = files.find(({ name }) => name === file)?.text;
  const isBelow = problem.check !== null;
  const paint = isBelow ? undefined : theme.bad;
  return [
    ...hanging(before, theme.show(message[theme.language]), theme, paint),
    ...(hint === null ? [] : hanging(`${before}  `, theme.show(hint[theme.language]), theme, theme.dim)),
    ...(place === null ? [] : hanging(before, place, theme, theme.dim)),
    ...(text === undefined || line === null ? [] : shownLine(text, line, column ?? 0, theme)),
  ];
}

function shownLine(text: string, line: number, column: number, theme: LabTheme): string[] {
  const source = toSource(text);
  if (line > source.lineStarts.length) return [];
  return excerpt({ line, column, span: spanAt(source, line, column) }, lineText(source, line), theme);
}

/** The word that begins at the column: a caret below each of its letters shows what is meant. */
function spanAt(source: ReturnType<typeof toSource>, line: number, column: number) {
  const start = lineSpan(source, line).start + Math.max(0, column - 1);
  const word = /^[\w./*-]+/.exec(source.text.slice(start, start + 200))?.[0] ?? '';
  return { start, end: start + Math.max(1, word.length) };
}

/** The first line of a progress file names the file. */
function writtenLines({ recorded, isFirst }: VerdictView, theme: LabTheme): string[] {
  if (recorded === null || !isFirst) return [];
  const { lab: say, commands } = theme;
  return hanging(' ', say.recorded(visible(recorded), commands.to('undo')), theme, theme.dim);
}

/** What is to be typed next. */
function nextLines(view: VerdictView, theme: LabTheme): string[] {
  const { entry, lab, words, verdict, ticked, nextLab, isWatched } = view;
  const { lab: say, commands } = theme;
  const { topicOf } = entry;
  const line = (what: string, ...typed: readonly string[]): string[] => [
    ...hanging(' ', what, theme, theme.dim),
    ...commandLines(3, commands.to(...typed), theme),
  ];
  const isOpen = topicOf.status !== 'done' && !ticked;
  return [
    ...(verdict.passed && isOpen ? line(say.tickLine, 'done', topicOf.address) : []),
    ...(verdict.passed && nextLab !== null && !isWatched ? line(say.nextLab, 'lab', nextLab) : []),
    ...(!verdict.passed && lab.hints.length > 0 ? line(say.hintLine, 'lab', entry.id, '--hint') : []),
    ...(!verdict.passed && !isWatched && !words.includes('-')
      ? line(say.judgeOnSave, 'lab', entry.id, ...words, '--watch')
      : []),
    ...(isWatched ? hanging(' ', say.watched, theme, theme.dim) : []),
  ];
}

/** `lab ID FILE… --json`: kind "verdict". */
export function verdictJson({ entry, lab, verdict, recorded, ticked }: VerdictView, language: Language): string {
  const titles = new Map(lab.checks.map(({ id, title }) => [id, title]));
  const content: Content<'verdict'> = {
    lab: labHeadJson(entry, language),
    passed: verdict.passed,
    checks: verdict.checks.map(({ id, holds }) => ({ id, title: wording(titles.get(id) ?? id, language), holds })),
    problems: verdict.problems.map(({ layer, check, message, hint, file, line, column }) => ({
      ...{ layer, check, message: message[language], hint: hint === null ? null : hint[language] },
      ...{ file, line, column },
    })),
    recorded,
    ticked,
  };
  return documentOf('verdict', content);
}
