// ProgressHead: the front matter of a progress file: whose ticks these are, and where they are kept instead (FORMATS P3, P5).
import { pattern } from '../../text/pattern.ts';
import { type FrontMatter, frontMatterSpan } from '../frontmatter.ts';
import { lineEndOf } from './tick-line.ts';

export interface ProgressHead {
  /** The file or the id of the roadmap, as it is written; after a merge there may be one for each machine. */
  readonly roadmaps: readonly string[];
  /** `inline` or a file: the ticks have moved there. */
  readonly place: string | null;
  /** Behind the block and its line end; 0 without one. */
  readonly bodyStart: number;
}

const bareScalar = pattern(String.raw`^[\p{L}\p{N}/._~-]+$`, 'u');

/** Never throws: a line that is no plain scalar is read as it is written. */
export function readHead(text: string): ProgressHead {
  const block = frontMatterSpan(text);
  if (block === null) return { roadmaps: [], place: null, bodyStart: 0 };
  const lines = linesOf(text, block);
  const [place = null] = scalarsAt(lines, 'progress');
  return { roadmaps: scalarsAt(lines, 'roadmap'), place, bodyStart: block.body.start };
}

/** The lines of the block; the first and the last are its fences. */
function linesOf(text: string, { block }: FrontMatter): string[] {
  return text.slice(0, block.end).split(/\r\n|\n|\r/);
}

/** `key: value` of YAML and `key = value` of TOML. */
const ourKey = /^(roadmap|progress)(?::|[ \t]*=)/;

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

/** The same text whose head says so; `place` null takes that line away. Lines of other keys stay. */
export function withHead(
  text: string,
  { roadmap, place }: { readonly roadmap: string | null; readonly place: string | null },
): string {
  const eol = lineEndOf(text);
  const block = frontMatterSpan(text);
  const isToml = block?.fence === '+++';
  const wanted = Object.entries({ roadmap, progress: place }).flatMap(([key, value]) => {
    if (value === null) return [];
    return [isToml ? `${key} = ${JSON.stringify(value)}` : `${key}: ${quoted(value)}`];
  });
  if (block === null) return `${['---', ...wanted, '---', ''].join(eol)}${eol}${text}`;
  const lines = linesOf(text, block);
  const kept = lines.slice(1, -1).filter((line) => !ourKey.test(line));
  return [block.fence, ...wanted, ...kept, lines.at(-1)].join(eol) + text.slice(block.block.end);
}

/** A YAML scalar in double quotes where it must be: JSON's form is one. */
export function quoted(text: string): string {
  return bareScalar().test(text) ? text : JSON.stringify(text);
}

/** False where people wrote properties of their own into the head. */
export function hasOnlyOurKeys(text: string): boolean {
  const block = frontMatterSpan(text);
  const lines = block === null ? [] : linesOf(text, block).slice(1, -1);
  return lines.every((line) => line.trim() === '' || ourKey.test(line));
}
