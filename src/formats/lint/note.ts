// NoteLint: everything that is odd in one Markdown note, or in the checklist that keeps a roadmap's ticks.
import type { CalendarDate } from '../../dates/calendar-date.ts';
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { type FieldPositions, linePosition } from '../../model/lint/field-position.ts';
import { lintIds } from '../../model/lint/ids.ts';
import { lintNeeds } from '../../model/lint/needs.ts';
import { lintStates } from '../../model/lint/states.ts';
import type { Roadmap, Status } from '../../model/roadmap.ts';
import { allTopics } from '../../model/tree.ts';
import { lineSpan, type Source } from '../../text/source.ts';
import { frontMatterSpan } from '../frontmatter.ts';
import { countedLines } from '../markdown/counted-lines.ts';
import { outlineOf } from '../markdown/outline/build-outline.ts';
import { brokenLink } from '../markdown/syntax/inline.ts';
import type { Line } from '../markdown/syntax/lines.ts';
import { settleBoxes } from '../markdown/syntax/settle-boxes.ts';
import { readTaskLine } from '../markdown/syntax/task-line.ts';
import { type VersionRun, versionRuns } from '../markdown/version-runs.ts';
import { lintCode } from './code.ts';
import { type Finding, findingAt } from './finding.ts';
import { lintNearBoxes } from './near-boxes.ts';
import { lintTaskLines } from './task-lines.ts';
import { lintText } from './text.ts';
import { lintUncounted } from './uncounted.ts';

/** What reading found (`roadmap.diagnostics`) and what only lint looks for, in the order of the file. */
export function lintMarkdown(source: Source, roadmap: Roadmap, today: CalendarDate): Finding[] {
  const { text } = source;
  const bodyStart = frontMatterSpan(text)?.body.start ?? 0;
  const counted = settleBoxes(countedLines(source, bodyStart).lines);
  const lines = [...counted];
  const states = new Map<number, Status>();
  for (const topic of allTopics(roadmap))
    if (topic.line > 0 && !states.has(topic.line)) states.set(topic.line, topic.status);
  const placeOf = fieldPlaceIn(source);
  // Reading looks at the links of topics alone.
  const reported = new Set(roadmap.diagnostics.filter(({ code }) => code === 'broken-link').map(({ line }) => line));
  const isTopic = (line: number): boolean => states.has(line);
  const uncounted = lintUncounted({ source, root: outlineOf(counted).root, roadmap, isTopic });
  const tables = new Set(uncounted.map(({ diagnostic: { line } }) => line));
  return inOrder([
    ...lintModel(roadmap, today, { placeOf, isNote: true, inYaml: false }),
    ...lintTaskLines({ text, lines, statusAt: (line) => states.get(line) ?? null, alone: false, today }),
    ...lines.flatMap((line) => (reported.has(line.line) ? [] : broken(text, line))),
    ...uncounted,
    ...lintNearBoxes(text, lines, { hasTasks: roadmap.hasTaskLines, isTopic, tables }),
    ...lintCode(source, lines, bodyStart),
    ...versionRuns(source, lines).map(versionFinding),
    ...lintText(source),
  ]);
}

function versionFinding({ first, second, last }: VersionRun): Finding {
  const args = { first, last: second - 1, count: last - second + 1 };
  return { diagnostic: diagnostic('maybe-merged-twice', 'info', { line: second, column: 1 }, args), fix: null };
}

/**
 * The same for every other format, of which lines are all that is known; `source` null: there is no text to look at.
 * `content`: what was found in the fields; null for a format whose fields have no names.
 */
export function lintData(
  source: Source | null,
  roadmap: Roadmap,
  today: CalendarDate,
  content: readonly Diagnostic[] | null,
): Finding[] {
  return inOrder([
    ...lintModel(roadmap, today, { placeOf: linePosition, isNote: false, inYaml: content !== null }),
    ...(content ?? []).map((diagnostic) => ({ diagnostic, fix: null })),
    ...(source === null ? [] : lintText(source)),
  ]);
}

/** The lines of a progress file (FORMATS P2): dates, ids and marks that were typed there by hand. */
export function lintProgress(source: Source, bodyStart: number, today: CalendarDate): Finding[] {
  const lines = [...countedLines(source, bodyStart).lines];
  const statusOf = new Map(
    lines
      .filter((line) => line.kind === 'task')
      .map((line) => [line.line, readTaskLine(source.text, line.start, line.end)?.status ?? null]),
  );
  const statusAt = (line: number): Status | null => statusOf.get(line) ?? null;
  return inOrder(lintTaskLines({ text: source.text, lines, statusAt, alone: true, today }));
}

interface ModelLint {
  readonly placeOf: FieldPositions;
  /** Needs are written on the lines of topics. */
  readonly isNote: boolean;
  readonly inYaml: boolean;
}

function lintModel(roadmap: Roadmap, today: CalendarDate, { placeOf, isNote, inYaml }: ModelLint): Finding[] {
  const found = [
    ...roadmap.diagnostics,
    ...lintStates(roadmap, today, placeOf, inYaml),
    ...lintNeeds(roadmap, placeOf, isNote),
    ...lintIds(roadmap),
  ];
  return found.map((diagnostic) => ({ diagnostic, fix: null }));
}

/** A longer line was written by no person, and is not searched for links. */
const longestLine = 20_000;

function broken(text: string, line: Line): Finding[] {
  if (line.end - line.start > longestLine) return [];
  const link = brokenLink(text.slice(line.start, line.end));
  if (link === null) return [];
  const start = line.start + link.index;
  return [findingAt('broken-link', 'warning', line, { start, end: start + link.text.length }, { text: link.text })];
}

function fieldPlaceIn(source: Source): FieldPositions {
  const fieldName = { needs: 'dependsOn', completion: 'completion' } as const;
  return (topic, name) => {
    const { start, end } = lineSpan(source, topic.line);
    const item = topic.line === 0 ? null : readTaskLine(source.text, start, end);
    const field = item?.fields.find((one) => one.name === fieldName[name]);
    return field === undefined
      ? linePosition(topic, name)
      : { line: topic.line, column: field.span.start - start + 1, span: field.span };
  };
}

/** By place. A missing date is no news beside a finding that the date is wrong. */
export function inOrder(found: readonly Finding[]): Finding[] {
  const wrong = new Set(
    found
      .filter(({ diagnostic: { code } }) => code === 'invalid-date' || code === 'unseen-done-date')
      .map(({ diagnostic: { line } }) => line),
  );
  return found
    .filter(({ diagnostic: { code, line } }) => code !== 'no-done-date' || !wrong.has(line))
    .sort((a, b) => a.diagnostic.line - b.diagnostic.line || a.diagnostic.column - b.diagnostic.column);
}
