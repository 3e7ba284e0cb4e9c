// YAML roadmap: a text read, rewritten from the shapes found in the wild, checked, and its problems placed (FORMATS §9).
import * as v from 'valibot';
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import type { Diagnostic, Problem } from '../../errors.ts';
import { diagnostic, UserError } from '../../errors.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Position, Source } from '../../text/source.ts';
import { conflictsIn } from '../markdown/conflicts.ts';
import type { DocumentSection, RoadmapDocument } from '../roadmap-document.ts';
import { levelIn } from '../roadmap-document.ts';
import type { Canonical } from './aliases.ts';
import { canonical } from './aliases.ts';
import { roadmapSchema } from './schema.ts';
import { parseTree } from './tree.ts';

export interface YamlRoadmap {
  readonly document: RoadmapDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** Written by our own schema: then it can be held to more than that it can be read. */
  readonly native: boolean;
  /** Where a part of the document, or a field of it, was written; line 0 where that is not known. */
  readonly placeOf: (part: object, field?: string) => Position;
}

/**
 * The document of a YAML text, with the line of every section, topic and project. `file` is only for the message.
 * Throws `bad-roadmap` with every place that has to be set right (FORMATS Y2) and `not-a-roadmap` (Y3). Keys that our
 * own schema does not know are warnings, and say nothing in a foreign file (Y1).
 */
export function readYaml(source: Source, file: string): YamlRoadmap {
  const { tree, problems } = parseTree(source);
  const [conflict] = problems.length > 0 ? conflictsIn(source) : [];
  if (conflict !== undefined) throw new UserError('bad-roadmap', { file, problems: [unsettled(conflict.ours)] });
  if (problems.length > 0) throw new UserError('bad-roadmap', { file, problems });
  if (!tree) throw new UserError('not-a-roadmap', { file, reason: 'there is nothing in it' });
  const read = canonical(tree);
  if (read.refusal !== null) throw new UserError('not-a-roadmap', { file, reason: read.refusal });
  const mistakes = [...untitled(read), ...misfits(read)];
  if (mistakes.length > 0) {
    // A mistyped key is often the reason why another one is missing, and is worth naming beside it.
    const all = [...mistakes, ...read.unknownKeys.map(asProblem)];
    all.sort((a, b) => a.line - b.line || a.column - b.column);
    throw new UserError('bad-roadmap', { file, problems: all });
  }
  const diagnostics = [...unknown(read), ...findings(read)];
  diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
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
    return (field === undefined ? undefined : place?.fields.get(field)) ?? place?.at ?? { line: 0, column: 0 };
  };
}

/** What git left would be told as several mistakes of YAML, and is one. */
function unsettled(line: number): Problem {
  return { line, column: 1, message: 'git left a conflict here', hint: 'settle it in an editor' };
}

function asProblem({ key, at, nearest }: Canonical['unknownKeys'][number]): Problem {
  const hint = nearest === null ? null : `did you mean "${nearest}"?`;
  return { line: at.line, column: at.column, message: `unknown key "${key}"`, hint };
}

function unknown({ unknownKeys }: Canonical): Diagnostic[] {
  return unknownKeys.map(({ key, at, nearest }) => diagnostic('unknown-key', 'warning', at, { key, nearest }));
}

function untitled({ numbered, places }: Canonical): Problem[] {
  const bare = numbered.filter(({ title, id }) => title === undefined && id === undefined);
  return bare.map((value) => {
    const { line, column } = places.get(value)?.at ?? { line: 1, column: 1 };
    return { line, column, message: 'expected a title, found none', hint: 'write "title: …"' };
  });
}

type Issue = v.BaseIssue<unknown>;

function misfits(read: Canonical): Problem[] {
  const result = v.safeParse(roadmapSchema, read.value);
  if (result.success) return [];
  return result.issues
    .flatMap(branch)
    .map(listForText)
    .map((issue) => {
      const { line, column } = placeOf(read, issue);
      const missing = issue.type === 'strict_object' && issue.input === undefined;
      const said = missing ? issue.expected : `${issue.message}, found ${found(issue.input)}`;
      return {
        line,
        column,
        message: missing ? `expected ${said}` : `${fieldName(issue)}expected ${said}`,
        hint: null,
      };
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
  return { ...issue, path, input: last.input, message: 'a text, or one text per language' } as Issue;
}

function placeOf({ places }: Canonical, { path }: Issue): Position {
  for (const { input, key } of [...(path ?? [])].reverse()) {
    const place = typeof input === 'object' && input !== null ? places.get(input) : undefined;
    if (place) return place.fields.get(key as string | number) ?? place.at;
  }
  return { line: 1, column: 1 };
}

function fieldName({ path }: Issue): string {
  const key = path?.findLast(({ key }) => typeof key === 'string')?.key;
  return key === undefined ? '' : `${String(key)}: `;
}

function found(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = String(value);
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

function holdsTopics(section: string | DocumentSection): boolean {
  return typeof section !== 'string' && (section.topics !== undefined || (section.sections ?? []).some(holdsTopics));
}

/** Sections, and topics that are none because they have topics below them. */
function holdersIn({ sections = [], topics = [] }: Pick<DocumentSection, 'sections' | 'topics'>): object[] {
  const inSections = sections.flatMap((one) => (typeof one === 'string' ? [] : [one, ...holdersIn(one)]));
  const inTopics = topics.flatMap((one) => (typeof one !== 'string' && one.topics ? [one, ...holdersIn(one)] : []));
  return [...inSections, ...inTopics];
}

/** Each costs a look at every id. */
const mostSuggestions = 50;

/** What can be read and should still be looked at: days, levels and needs that do not exist, ids given twice. */
function findings({ value, native, numbered, places }: Canonical): Diagnostic[] {
  const document = value as RoadmapDocument;
  const found: Diagnostic[] = [];
  if (!document.topics && !document.sections?.some(holdsTopics))
    found.push(diagnostic('no-topics', 'warning', { line: 0, column: 0 }, { reason: 'empty-yaml' }));
  const lines = new Map<string, number>();
  const at = placesIn(places);
  // Projects last, wherever they stand: of two equal ids a topic keeps its own.
  const projects = new Set<object | string>(document.projects);
  const isProject = (part: object): boolean => projects.has(part);
  for (const part of [...numbered.filter((one) => !isProject(one)), ...numbered.filter(isProject)]) {
    const { id, level, done } = part;
    if (typeof done === 'string' && parseCalendarDate(done) === null)
      found.push(diagnostic('invalid-date', 'warning', at(part, 'done'), { date: done }));
    if (native && typeof level === 'string' && levelIn(document, level) === null)
      found.push(diagnostic('unknown-level', 'warning', at(part, 'level'), { level, inYaml: true }));
    if (typeof id !== 'string') continue;
    const first = lines.get(id);
    if (first !== undefined) found.push(diagnostic('duplicate-id', 'error', at(part, 'id'), { id, first }));
    else lines.set(id, at(part, 'id').line);
  }
  if (!native) return found;
  // A section is nothing that can be done, and nothing waits for it.
  const holders = new Set(holdersIn(document));
  const known = new Set(numbered.flatMap((part) => (holders.has(part) ? [] : ((part.id as string | undefined) ?? []))));
  let suggestions = 0;
  for (const part of numbered) {
    for (const field of ['needs', 'proves']) {
      const ids = part[field];
      if (!Array.isArray(ids)) continue;
      for (const id of ids) {
        if (known.has(id)) continue;
        const nearest = suggestions++ < mostSuggestions ? nearestWord(id, known) : null;
        found.push(diagnostic('needs-nothing', 'warning', at(ids), { id, nearest }));
      }
    }
  }
  return found;
}
