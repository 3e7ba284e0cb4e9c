// Front matter properties: what the block at the head of a note says; the only place gray-matter is let in.
import matter from 'gray-matter';
import { type Problem, problem } from '../errors.ts';
import { toSource } from '../text/source.ts';
import type { FrontMatterData } from './frontmatter.ts';
import { parseTree } from './yaml/parsed-tree.ts';
import { plainValue } from './yaml/scalars.ts';

class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const refuse = (): never => {
  throw new Refused(problem('not-yaml', { line: 1, column: 1 }, {}));
};

// gray-matter evaluates `---js` with its own engine unless every name that leads there is taken (FORMATS Y5).
const engines = Object.fromEntries(
  ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'json', 'toml', 'constructor'].map((name) => [name, refuse]),
);

/** The text gray-matter hands over begins with the rest of the opening fence's line, so its lines count as the block's. */
function parseYaml(text: string): object {
  const { tree, problems } = parseTree(toSource(text));
  const [first] = problems;
  if (first) throw new Refused(first);
  const value = tree && plainValue(tree);
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw new Refused(problem('no-pairs', { line: 2, column: 1 }, {}));
  return value;
}

/**
 * The properties of one exact block, fences included, as `frontMatterSpan` finds it. Bad YAML is a problem and no data,
 * never a failure (FORMATS Y5); nothing in the block is ever run.
 */
export function parseFrontMatter(block: string): FrontMatterData {
  const lines = block.split(/\r\n|\n|\r/).slice(1, -1);
  // gray-matter cuts at any line that begins with the fence, which would silently drop the properties below it.
  const cut = lines.findIndex((line) => line.startsWith('---'));
  if (cut >= 0) return { data: {}, problem: problem('fence-inside', { line: cut + 2, column: 1 }, {}) };
  try {
    const options = { language: 'yaml', engines: { ...engines, yaml: parseYaml } };
    const { data } = matter(['---', ...lines, '---', ''].join('\n'), options);
    return { data, problem: null };
  } catch (error) {
    if (error instanceof Refused) return { data: {}, problem: error.problem };
    throw error;
  }
}
