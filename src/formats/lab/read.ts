// LabFile: the file of a lab as the lab that it is, and what is wrong with one that is none.
import * as v from 'valibot';
import { type Expected, type Problem, type ProblemArgs, problem, UserError } from '../../errors.ts';
import { type Lab, type LabAnswer, type LabTopic, labIdPattern, layers } from '../../model/lab.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Source } from '../../text/source.ts';
import { type Path, placeOf, type YamlDocument } from '../manifest/document.ts';
import { readDocuments } from '../manifest/read.ts';
import { type LabFile, labDefinition } from './definition.ts';

/** The lab in a text. `id`: the name of its file, without `.yaml`. Throws `bad-lab` with every place that cannot be used. */
export function readLab(source: Source, file: string, id: string): Lab {
  if (!labIdPattern.test(id)) {
    const args = { field: null, expected: 'lab-id', found: foundIn(id) } as const;
    throw new UserError('bad-lab', { file, source, problems: [problem('expected', { line: 1, column: 1 }, args)] });
  }
  const { documents, problems } = readDocuments(source.text, file);
  if (problems.length > 0) throw new UserError('bad-lab', { file, source, problems });
  const [document, second] = documents;
  const place = second?.tree.at ?? { line: 1, column: 1 };
  if (document === undefined || second !== undefined)
    throw new UserError('bad-lab', { file, source, problems: [problem('one-lab', place, {})] });
  const result = v.safeParse(labDefinition, document.value);
  const found = result.success ? contradictions(result.output, document) : misfits(result.issues, document);
  if (!result.success || found.length > 0) throw new UserError('bad-lab', { file, source, problems: found });
  return labOf(result.output, id);
}

function labOf(read: LabFile, id: string): Lab {
  return {
    ...{ id, ...topicIn(read.topic), also: (read.also ?? []).map(topicIn) },
    ...{ level: read.level ?? null, minutes: read.minutes },
    ...{ title: read.title, task: read.task, mend: read.mend ?? false },
    ...{ document: read.document ?? 'resources', chart: read.chart ?? null, namespace: read.namespace ?? 'default' },
    given: { facts: read.given?.facts ?? [], manifests: read.given?.manifests ?? '' },
    start: read.start ?? '',
    hints: read.hints ?? [],
    checks: read.checks.map(({ on = null, at = null, needs = [], ...check }) => ({ ...check, on, at, needs })),
    solution: read.solution,
    accepted: (read.accepted ?? []) as readonly LabAnswer[],
    wrong: (read.wrong ?? []) as Lab['wrong'],
    free: read.free ?? [],
    docs: read.docs ?? [],
  };
}

/** `istio#retries`, or `retries` beside a roadmap of its own. */
function topicIn(written: string): LabTopic {
  const at = written.indexOf('#');
  return at < 0 ? { roadmap: null, topic: written } : { roadmap: written.slice(0, at), topic: written.slice(at + 1) };
}

type Issue = v.BaseIssue<unknown>;

/** Every key of the format, wherever it belongs. */
const keys =
  'topic also level minutes mend title task document chart namespace given facts manifests start hints checks id on at expression failure needs solution accepted wrong why answer change from to caught free path reason docs'.split(
    ' ',
  );

function misfits(issues: readonly Issue[], document: YamlDocument): Problem[] {
  const found = issues.flatMap(branch).map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const field = path.findLast((key) => typeof key === 'string');
    const name = field === undefined ? null : String(field);
    // In braces, behind a comma that was meant to be part of a text.
    if (name?.includes(' ')) return problem('comma-ends-text', placeOf(document, path), {});
    if (issue.type === 'strict_object' && issue.expected === 'never' && name !== null)
      return problem('unknown-key', placeOf(document, path), { key: name, nearest: nearestWord(name, keys) });
    if (issue.type === 'strict_object' && issue.input === undefined && name !== null)
      return problem('missing-field', placeOf(document, path), { field: name });
    const place = placeOf(document, path, 'value');
    return problem('expected', place, {
      field: name,
      expected: issue.message as Expected,
      found: foundIn(issue.input),
    });
  });
  return withoutEchoes(found);
}

/** In their order; of a key that is misspelt not that it is missing as well, and of one place one thing. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const misspelt = problems.map(({ args }) => (args as { readonly nearest?: string | null }).nearest ?? null);
  const isEcho = ({ code, args }: Problem): boolean =>
    code === 'missing-field' && misspelt.includes((args as ProblemArgs['missing-field']).field);
  const sorted = problems.filter((one) => !isEcho(one)).sort((a, b) => a.line - b.line || a.column - b.column);
  return sorted.filter(({ line, column, code }, index) => {
    const before = sorted[index - 1];
    return before?.line !== line || before.column !== column || before.code !== code;
  });
}

/** Of a text and a text per language, the one that was meant: a map is measured as a map. */
function branch(issue: Issue): Issue[] {
  const inner = issue.issues?.filter(({ path }) => path !== undefined) ?? [];
  if (inner.length === 0 || Array.isArray(issue.input)) return [issue];
  const outer = issue.path ?? [];
  return inner.map((one) => ({ ...one, path: [...outer, ...(one.path ?? [])] as unknown as Issue['path'] }) as Issue);
}

function foundIn(value: unknown): ProblemArgs['expected']['found'] {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  const text = String(value);
  return { text: text.length > 40 ? `${text.slice(0, 39)}…` : text };
}

/** What each field may hold, and all of them together may not. */
function contradictions(read: LabFile, document: YamlDocument): Problem[] {
  const at = (...path: Path) => placeOf(document, path);
  const problems: Problem[] = [];
  const ids = read.checks.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) < index) problems.push(problem('repeated-id', at('checks', index, 'id'), { id }));
  for (const [index, { needs = [] }] of read.checks.entries())
    for (const [entry, id] of needs.entries()) {
      const before = ids.slice(0, index);
      if (before.includes(id)) continue;
      const place = placeOf(document, ['checks', index, 'needs', entry], 'value');
      problems.push(problem('needs-later', place, { id, nearest: nearestWord(id, before) }));
    }
  if (read.mend && read.start === undefined) problems.push(problem('missing-field', at('mend'), { field: 'start' }));
  const known = [...ids, ...layers.filter((layer) => layer !== 'check')];
  for (const [index, { caught }] of (read.wrong ?? []).entries())
    if (!known.includes(caught))
      problems.push(
        problem('unknown-check', at('wrong', index, 'caught'), { id: caught, nearest: nearestWord(caught, known) }),
      );
  for (const list of ['accepted', 'wrong'] as const)
    for (const [index, { answer, change }] of (read[list] ?? []).entries()) {
      const [path, place] = [[list, index] as const, at(list, index)];
      if ((answer === undefined) === (change === undefined)) problems.push(problem('answer-or-change', place, {}));
      for (const [at_, { from }] of (change ?? []).entries()) {
        const count = read.solution.split(from).length - 1;
        if (count !== 1) problems.push(problem('change-from', at(...path, 'change', at_, 'from'), { count }));
      }
    }
  return problems;
}

/** The text of an answer: what its author wrote whole, or the solution with its changes. */
export function answerText(lab: Pick<Lab, 'solution'>, given: LabAnswer): string {
  if ('answer' in given) return given.answer;
  return given.change.reduce((text, { from, to }) => text.replace(from, () => to), lab.solution);
}
