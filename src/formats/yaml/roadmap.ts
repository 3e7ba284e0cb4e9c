// YamlRoadmap: a tree of YAML or JSON rewritten from the shapes found in the wild, checked, and its problems placed (FORMATS, YAML and JSON).
import * as v from 'valibot';
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import type { Diagnostic, Expected, Problem, ProblemArgs } from '../../errors.ts';
import { diagnostic, problem, UserError } from '../../errors.ts';
import { plannedFields, plannedNames } from '../../model/fields.ts';
import { priorities, statuses } from '../../model/roadmap.ts';
import { isNearly, nearestWord } from '../../text/nearest.ts';
import type { Position, Source, Span } from '../../text/source.ts';
import { lineSpan } from '../../text/source.ts';
import type { DocumentSection, DocumentTopic, RoadmapDocument } from '../roadmap-document.ts';
import { levelIdsOf, levelsIn } from '../roadmap-document.ts';
import type { Canonical } from './canonical.ts';
import { canonical, placeIn } from './canonical.ts';
import { cutTitles } from './cut-titles.ts';
import { fieldFor, remarks } from './fields.ts';
import { roadmapSchema } from './schema.ts';
import { isChildPair } from './shape.ts';
import { type Stray, straysIn } from './strays.ts';
import type { Pair, Tree } from './tree.ts';

/** What a text says: plain data. */
export interface YamlReading {
  readonly document: RoadmapDocument;
  readonly diagnostics: readonly Diagnostic[];
}

export interface YamlRoadmap extends YamlReading {
  /** Written by our own schema: then it can be held to more than that it can be read. */
  readonly native: boolean;
  /** Where a part of the document, or a field of it, was written; line 0 where that is not known. */
  readonly placeOf: (part: object, field?: string) => Position;
}

/**
 * The document of a tree, with the line of every section, topic and project. `file` is only for the message. Throws
 * `bad-roadmap` with every place that has to be set right (FORMATS Y2) and `not-a-roadmap` (Y3). Keys that our own schema does
 * not know are warnings, and say nothing in a foreign file (Y1).
 */
export function roadmapIn(tree: Tree, source: Source, file: string): YamlRoadmap {
  const read = canonical(tree);
  if (read.refusal !== null) throw new UserError('not-a-roadmap', { file, ...read.refusal });
  const mistakes = [...untitled(read), ...misfits(read)];
  const strays = mistakes.length + read.unknownKeys.length > 0 && read.native ? straysIn(tree, source) : [];
  if (mistakes.length > 0) {
    // A mistyped key is often the reason why another one is missing, and is worth naming beside it.
    const all = once(withStrays([...mistakes, ...read.unknownKeys.map(asProblem)], strays));
    throw new UserError('bad-roadmap', {
      file,
      source,
      problems: all.map((one) => ({ ...one, span: spanOf(source, one) })),
    });
  }
  const diagnostics = once([
    ...unknown(read, strays),
    ...mistyped(read, tree),
    ...unknownStates(read),
    ...swallowed(read, tree),
    ...cutTitles(tree),
    ...findings(read),
  ]).map((one) => ({ ...one, span: spanOf(source, one) }));
  for (const value of read.numbered) {
    const line = read.places.get(value)?.at.line;
    if (line !== undefined) value.line = line;
  }
  const { native, places } = read;
  return { document: read.value as RoadmapDocument, diagnostics, native, placeOf: placesIn(places) };
}

function placesIn(places: Canonical['places']): YamlRoadmap['placeOf'] {
  return (part, field) => {
    const place = places.get(part);
    return (field === undefined || !place ? undefined : placeIn(place, field)) ?? place?.at ?? { line: 0, column: 0 };
  };
}

/** In the order of the file; a value may be refused in several ways that come to the same. */
function once<Found extends Problem | Diagnostic>(found: readonly Found[]): Found[] {
  const kinds = new Set<string>();
  return found
    .filter(({ code, args, line, column }) => {
      const kind = JSON.stringify([code, args, line, column]);
      return !kinds.has(kind) && kinds.add(kind);
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A bare text goes up to what ends it in YAML: a colon before a blank, a comment, a sign of a list or map. */
const shapesOfValues = [
  /^"(?:[^"\\]|\\.)*"/,
  /^'(?:[^']|'')*'/,
  /^(?:[[{:,]|-(?=\s|$))/,
  /^[^\s:,[\]{}](?:[^\s:,[\]{}]|:(?=[^\s,[\]{}])|[ ](?=[^\s#]))*/,
];

/** A key, a bare or a quoted value in its line; of a list or map its bracket or dash; a sign. */
function spanOf(source: Source, { line, column, span }: Position & { readonly span: Span | null }): Span | null {
  if (span !== null || line === 0) return span;
  const { start, end } = lineSpan(source, line);
  const at = start + column - 1;
  const rest = source.text.slice(at, end);
  for (const shape of shapesOfValues) {
    const found = shape.exec(rest);
    if (found !== null) return { start: at, end: at + found[0].length };
  }
  return null;
}

function asProblem({ key, at, nearest }: Canonical['unknownKeys'][number]): Problem {
  return problem('unknown-key', at, { key, nearest });
}

/** What a stray was made of is no mistake of its own, nor is what is missing because of it. */
function withStrays(problems: readonly Problem[], strays: readonly Stray[]): Problem[] {
  const keys = new Set(strays.map(({ key }) => key));
  const isMissed = (field: string, line: number): boolean =>
    strays.some(({ key, at }) => at.line === line && new RegExp(`^${field}[\\s:]`).test(key));
  const seen = new Set<string>();
  const others = problems.filter(({ code, args, line, column }) => {
    if (code === 'no-title') return !isMissed('title', line);
    if (code === 'missing-field') return !isMissed((args as ProblemArgs['missing-field']).field, line);
    if (code === 'unknown-key') return !keys.has((args as ProblemArgs['unknown-key']).key);
    if (code !== 'expected') return true;
    // A key that is no language is not asked for its text as well.
    const { field } = args as ProblemArgs['expected'];
    const place = `${line}:${column}:${field}`;
    return !keys.has(field ?? '') && !seen.has(place) && seen.add(place);
  });
  return [...others, ...strays.map((stray) => stray.problem)];
}

function unknown({ unknownKeys }: Canonical, strays: readonly Stray[]): Diagnostic[] {
  return unknownKeys.map(({ key, at, nearest }) => {
    const stray = strays.find((one) => one.at.line === at.line && one.at.column === at.column);
    if (stray === undefined) return diagnostic('unknown-key', 'warning', at, { key, nearest });
    const { code, args, line, column } = stray.problem;
    return diagnostic('unknown-key', 'warning', { line, column }, { key, nearest, problem: { code, args } });
  });
}

/**
 * With `sectoins:` for `sections:` a roadmap in our own schema is read as a foreign file, in which no mistake is reported; so it is
 * named where all other keys are ours. Beside headings of the author's own it is a heading.
 */
function mistyped({ native }: Canonical, tree: Tree): Diagnostic[] {
  if (native || tree.kind !== 'map' || tree.pairs.some(isChildPair)) return [];
  const others = tree.pairs.filter(({ key }) => fieldFor('roadmap', key) === null && !remarks.has(key));
  const [only] = others;
  if (only === undefined || others.length > 1 || only.value.kind === 'scalar') return [];
  const { key, at } = only;
  const meant = ['sections', 'topics'].find((word) => isNearly(key, word));
  return meant === undefined ? [] : [diagnostic('unknown-key', 'warning', at, { key, nearest: meant, isRoot: true })];
}

/** Each word once, at its first place. */
function unknownStates({ unknownStates }: Canonical): Diagnostic[] {
  const first = new Map(unknownStates.toReversed().map((one) => [one.written, one]));
  return Array.from(first.values(), ({ written, at }) =>
    diagnostic('unknown-status', 'warning', at, { written, nearest: nearestWord(written.toLowerCase(), statuses) }),
  );
}

/** `- A` above ` - B` is one text to YAML. */
function swallowed({ native }: Canonical, tree: Tree): Diagnostic[] {
  if (!native) return [];
  const below = (tree: Tree): Diagnostic[] => {
    if (tree.kind === 'list') return tree.values.flatMap(below);
    if (tree.kind === 'map') return tree.pairs.flatMap(({ value }: Pair) => below(value));
    return tree.dash ? [diagnostic('swallowed-entry', 'warning', tree.dash, { text: tree.text ?? '' })] : [];
  };
  return below(tree);
}

function untitled({ numbered, places }: Canonical): Problem[] {
  const bare = numbered.filter(({ title, id }) => title === undefined && id === undefined);
  return bare.map((value) => problem('no-title', places.get(value)?.at ?? { line: 1, column: 1 }, {}));
}

type Issue = v.BaseIssue<unknown>;

function misfits(read: Canonical): Problem[] {
  const result = v.safeParse(roadmapSchema, read.value);
  if (result.success) return [];
  return result.issues
    .flatMap(branch)
    .map(listForText)
    .map((issue) => {
      const place = placeOf(read, issue);
      const field = fieldOf(issue);
      if (issue.type === 'strict_object' && issue.input === undefined && field !== null)
        return problem('missing-field', place, { field });
      if (/^\d+,\d+$/.test(String(issue.input)) && (issue.message === 'hours' || issue.message === 'percent'))
        return problem('decimal-comma', place, { number: String(issue.input).replace(',', '.') });
      return problem('expected', place, { field, expected: issue.message as Expected, found: found(issue.input) });
    });
}

/** Of the two forms a value may have, the problems of the one that was evidently meant: a map is measured as a map. */
function branch(issue: Issue): Issue[] {
  const inner = issue.issues?.filter(({ path }) => path !== undefined) ?? [];
  if (inner.length === 0 || Array.isArray(issue.input)) return [issue];
  const outer = issue.path ?? [];
  return inner.flatMap((one) =>
    branch({ ...one, path: [...outer, ...(one.path ?? [])] as unknown as Issue['path'] } as Issue),
  );
}

/** valibot takes a list for a map of texts whose languages are 0, 1, 2; what is wrong with it is that it is a list. */
function listForText(issue: Issue): Issue {
  const last = issue.path?.at(-1);
  if (!last || !Array.isArray(last.input) || typeof last.key !== 'string') return issue;
  const path = issue.path?.slice(0, -1) as unknown as Issue['path'];
  return { ...issue, path, input: last.input, message: 'wording' satisfies Expected } as Issue;
}

function placeOf({ places }: Canonical, { path }: Issue): Position {
  for (const { input, key } of [...(path ?? [])].reverse()) {
    const place = typeof input === 'object' && input !== null ? places.get(input) : undefined;
    if (place) return placeIn(place, key as string | number) ?? place.at;
  }
  return { line: 1, column: 1 };
}

function fieldOf({ path }: Issue): string | null {
  const key = path?.findLast(({ key }) => typeof key === 'string')?.key;
  return key === undefined ? null : String(key);
}

function found(value: unknown): ProblemArgs['expected']['found'] {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  const text = String(value);
  return { text: text.length > 40 ? `${text.slice(0, 39)}…` : text };
}

function holdsTopics(section: string | DocumentSection): boolean {
  return typeof section !== 'string' && (section.topics !== undefined || (section.sections ?? []).some(holdsTopics));
}

/** Each costs a look at every level or id. */
const mostSuggestions = 50;

/** What can be read and should still be looked at: days, levels and needs that do not exist, ids given twice. */
function findings({ value, native, numbered, places }: Canonical): Diagnostic[] {
  const document = value as RoadmapDocument;
  const found: Diagnostic[] = [];
  if (!document.topics && !document.projects?.length && !document.sections?.some(holdsTopics))
    found.push(diagnostic('no-topics', 'warning', { line: 0, column: 0 }, { reason: 'empty-yaml' }));
  const levels = levelIdsOf(document);
  const levelIn = levelsIn(document);
  let suggestions = 0;
  const lines = new Map<string, number>();
  const at = placesIn(places);
  // Projects last, wherever they are written: of two equal ids a topic keeps its own.
  const projects = new Set<object | string>(document.projects);
  const isProject = (part: object): boolean => projects.has(part);
  for (const part of [...numbered.filter((one) => !isProject(one)), ...numbered.filter(isProject)]) {
    const { id, level, done } = part;
    if (typeof done === 'string' && parseCalendarDate(done) === null)
      found.push(diagnostic('invalid-date', 'warning', at(part, 'done'), { date: done }));
    if (native) found.push(...notPlanned(part, at));
    if (native && typeof level === 'string' && levelIn(level) === null)
      found.push(
        diagnostic('unknown-level', 'warning', at(part, 'level'), {
          level,
          levels,
          nearest: suggestions++ < mostSuggestions ? nearestWord(level, levels) : null,
        }),
      );
    if (typeof id !== 'string') continue;
    const first = lines.get(id);
    if (first !== undefined) found.push(diagnostic('duplicate-id', 'error', at(part, 'id'), { id, first }));
    else lines.set(id, at(part, 'id').line);
  }
  for (const part of numbered)
    for (const id of Array.isArray(part.formerly) ? part.formerly : []) {
      const first = lines.get(id);
      if (first !== undefined) found.push(diagnostic('duplicate-id', 'error', at(part, 'formerly'), { id, first }));
      else lines.set(id, at(part, 'formerly').line);
    }
  if (!native) return found;
  // A section is nothing that can be done, and nothing waits for it.
  const countable = new Set(countedIds(document));
  for (const part of numbered) {
    // Only what has no topics below it can be done.
    for (const written of Array.isArray(part.same) && Array.isArray(part.topics) && part.topics.length > 0
      ? part.same
      : [])
      found.push(
        diagnostic('same-nothing', 'warning', at(part, 'same'), { written, reason: 'heading', nearest: null }),
      );
    for (const field of ['needs', 'proves']) {
      const ids = part[field];
      if (!Array.isArray(ids)) continue;
      for (const [index, id] of ids.entries()) {
        if (countable.has(id)) continue;
        const list = places.get(ids);
        const place = (list && placeIn(list, index)) ?? at(ids);
        const nearest = suggestions++ < mostSuggestions ? nearestWord(id, countable) : null;
        const args = lines.has(id) ? { id, nearest, isSection: true as const } : { id, nearest };
        found.push(diagnostic('needs-nothing', 'warning', place, args));
      }
    }
  }
  return found;
}

/** Days that do not exist, and priorities that are none; both count for nothing (FORMATS, Dates). */
function notPlanned(part: Canonical['numbered'][number], at: YamlRoadmap['placeOf']): Diagnostic[] {
  return plannedNames.flatMap((field): Diagnostic[] => {
    const value = part[field];
    if (typeof value !== 'string') return [];
    if (plannedFields[field] === 'priority')
      return priorities.some((priority) => priority === value)
        ? []
        : [diagnostic('unknown-priority', 'warning', at(part, field), { priority: value })];
    if (parseCalendarDate(value) !== null) return [];
    return [diagnostic('invalid-date', 'warning', at(part, field), { date: value, field })];
  });
}

/** The ids of what can be ticked: of topics without topics below them, and of projects. */
function countedIds({
  topics,
  sections,
  projects,
}: Pick<RoadmapDocument, 'topics' | 'sections' | 'projects'>): string[] {
  const ids: string[] = [];
  const below = (topic: string | DocumentTopic): void => {
    if (typeof topic === 'string') return;
    if (topic.topics?.length) topic.topics.forEach(below);
    else if (topic.id !== undefined) ids.push(topic.id);
  };
  topics?.forEach(below);
  for (const section of sections ?? []) if (typeof section !== 'string') ids.push(...countedIds(section));
  for (const project of projects ?? [])
    if (typeof project !== 'string' && project.id !== undefined) ids.push(project.id);
  return ids;
}
