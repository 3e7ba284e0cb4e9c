// YAML: a text as the roadmap that it is (FORMATS, YAML and JSON).
import { isUserError, type Problem, type ProblemCode, problem, UserError } from '../../errors.ts';
import type { Source } from '../../text/source.ts';
import { conflictsIn } from '../markdown/conflicts.ts';
import { parseTree } from './parsed-tree.ts';
import { plainTree } from './plain-tree.ts';
import { roadmapIn, type YamlRoadmap } from './roadmap.ts';
import { isNative } from './shape.ts';
import { readUnquoted } from './unquoted.ts';

/** The document of a YAML text. Throws as `roadmapIn` does, and `bad-roadmap` for what is no YAML (FORMATS Y2). */
export function readYaml(source: Source, file: string): YamlRoadmap {
  const plain = plainTree(source);
  if (plain !== null) return roadmapIn(plain, source, file);
  const { tree, problems } = parseTree(source);
  const [conflict] = problems.length > 0 ? conflictsIn(source) : [];
  if (conflict !== undefined)
    throw new UserError('bad-roadmap', { file, source, problems: [unsettled(conflict.ours)] });
  if (problems.length > 0) {
    const read = problems.every(({ code }) => quotesMend.has(code)) ? withoutQuotes(source, file) : null;
    if (read === null) throw new UserError('bad-roadmap', { file, source, problems });
    return read;
  }
  if (!tree) throw new UserError('not-a-roadmap', { file, reason: 'only-comments' });
  return roadmapIn(tree, source, file);
}

/** What is wrong with a text that only lacks quotes; where a bound was passed, its lines are looked at no further. */
const quotesMend: ReadonlySet<ProblemCode> = new Set([
  'second-colon',
  'odd-start',
  'text-behind-quote',
  'quote-inside',
]);

/**
 * In a file of our own make its author can set right what is named; another's is read as far as it can be understood. Null where that
 * is no roadmap.
 */
function withoutQuotes(source: Source, file: string): YamlRoadmap | null {
  const unquoted = readUnquoted(source);
  if (unquoted === null || isNative(unquoted.tree)) return null;
  try {
    const read = roadmapIn(unquoted.tree, source, file);
    return { ...read, diagnostics: [...unquoted.found, ...read.diagnostics] };
  } catch (error) {
    if (isUserError(error)) return null;
    throw error;
  }
}

/** What git left would be reported as several mistakes of YAML, and is one. */
function unsettled(line: number): Problem {
  return problem('conflict', { line, column: 1 }, {});
}
