// TOML front matter: what the block between `+++` at the head of a note says; the only place smol-toml is let in.
import { parse, TomlDate, TomlError } from 'smol-toml';
import { problem } from '../errors.ts';
import type { FrontMatterData } from './frontmatter.ts';

/** Deeper than any front matter: a block made to exhaust the stack is a mistake like others. */
const deepest = 60;

/**
 * The properties of one exact block, fences included, as `frontMatterSpan` finds it. Bad TOML is a problem and no data, never a
 * failure (FORMATS Y5); nothing in the block is ever run.
 */
export function parseToml(block: string): FrontMatterData {
  const lines = block.split(/\r\n|\n|\r/).slice(1, -1);
  try {
    const options = { integersAsBigInt: 'asNeeded', maxDepth: deepest, unsafeKeyBehaviour: 'throw' } as const;
    return { data: plain(parse(lines.join('\n'), options)) as FrontMatterData['data'], problem: null };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { data: {}, problem: problem('not-toml', { line: error.line + 1, column: error.column }, {}) };
  }
}

/** Scalars as strings, tables without a prototype: what YAML gives. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value);
  const table: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) table[key] = plain(inner);
  return table;
}
