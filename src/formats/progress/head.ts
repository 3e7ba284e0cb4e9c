// ProgressHead: the front matter of a progress file: whose ticks these are, and where they are kept instead (FORMATS P3, P5).
import { type FrontMatter, frontMatterSpan } from '../frontmatter.ts';

export interface ProgressHead {
  /** The file or the id of the roadmap, as it is written; after a merge there may be one for each machine. */
  readonly roadmaps: readonly string[];
  /** `inline` or a file: the ticks have moved there. */
  readonly place: string | null;
  /** Behind the block and its line end; 0 without one. */
  readonly bodyStart: number;
}

/** Never throws: a line that is no plain scalar is read as it is written. */
export function readHead(text: string): ProgressHead {
  const block = frontMatterSpan(text);
  if (block === null) return { roadmaps: [], place: null, bodyStart: 0 };
  const lines = linesOf(text, block);
  const [place = null] = scalarsAt(lines, 'progress');
  return { roadmaps: scalarsAt(lines, 'roadmap'), place, bodyStart: block.body.start };
}

/** The lines of the block; the first and the last are its fences. */
export function linesOf(text: string, { block }: FrontMatter): string[] {
  return text.slice(0, block.end).split(/\r\n|\n|\r/);
}

/** How a line that this program writes begins: `key: value` of YAML and `key = value` of TOML. */
export const ourKey = /^(roadmap|progress)(?::|[ \t]*=)/;

function scalarsAt(lines: readonly string[], key: string): string[] {
  return lines
    .filter((line) => ourKey.exec(line)?.[1] === key)
    .map((line) => {
      const value = line.replace(ourKey, '');
      const comment = value.search(/[ \t]#/);
      return unquoted((comment < 0 ? value : value.slice(0, comment)).trim());
    })
    .filter((value) => value !== '');
}

function unquoted(scalar: string): string {
  if (/^'.*'$/.test(scalar)) return scalar.slice(1, -1).replaceAll("''", "'");
  try {
    return String(JSON.parse(scalar));
  } catch {
    return scalar;
  }
}
