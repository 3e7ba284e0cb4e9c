// PlainYaml: what the reader of plain YAML makes of generated texts, compared with what the library makes of them.
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { parseFrontMatter } from '../../src/formats/frontmatter-yaml.ts';
import { readPlainFrontMatter } from '../../src/formats/plain-yaml.ts';
import { parseTree } from '../../src/formats/yaml/parsed-tree.ts';
import { plainTree } from '../../src/formats/yaml/plain-tree.ts';
import { toSource } from '../../src/text/source.ts';

/** Counts of texts; `wrong` are those of which the two say something else, as JSON. */
export interface Comparison {
  readonly texts: number;
  /** That the library reads without a complaint. */
  readonly fine: number;
  /** That the reader of plain YAML reads. */
  readonly plain: number;
  readonly wrong: readonly string[];
}

interface Look {
  /** Null where the text is left to the library. */
  readonly isAlike: boolean | null;
  readonly isFine: boolean;
}

function lookAt(text: string): Look {
  const source = toSource(text);
  const plain = plainTree(source);
  const { tree } = parseTree(source);
  return { isAlike: plain && isDeepStrictEqual(plain, tree) && !isComplainedOf(text), isFine: tree !== null };
}

/** Errors and warnings of the library itself, of which `parseTree` names the errors only. */
const isComplainedOf = (text: string): boolean =>
  parseAllDocuments(text.replace(/\r(?!\n)/g, '\n'), { schema: 'failsafe' }).some(
    ({ errors, warnings }) => errors.length + warnings.length > 0,
  );

/** Whether a text is read as the library reads it; null where it is left to that. */
export const isReadAlike = (text: string): boolean | null => lookAt(text).isAlike;

export const compareTrees = (count: number, next: () => string): Comparison => compare(count, next, lookAt);

/** The same of texts between the fences of front matter. */
export function compareFrontMatter(count: number, next: () => string): Comparison {
  return compare(count, next, (text) => {
    const block = `---\n${text}${/[\r\n]$/.test(text) ? '' : '\n'}---`;
    const plain = readPlainFrontMatter(block);
    const full = parseFrontMatter(block);
    return { isAlike: plain && isDeepStrictEqual(plain, full), isFine: full.problem === null };
  });
}

function compare(count: number, next: () => string, look: (text: string) => Look): Comparison {
  let fine = 0;
  let plain = 0;
  const wrong: string[] = [];
  for (let i = 0; i < count; i++) {
    const text = next();
    const { isAlike, isFine } = look(text);
    if (isFine) fine++;
    if (isAlike !== null) plain++;
    if (isAlike === false) wrong.push(JSON.stringify(text));
  }
  return { texts: count, fine, plain, wrong };
}
