// Conformance of the line scanner: on public notes it finds the task lines that a GFM parser finds, but for those listed here.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../src/formats/frontmatter.ts';
import { scanLines } from '../../src/formats/markdown/syntax/lines.ts';
import { decode } from '../../src/text/encoding.ts';
import { positionOf, toSource } from '../../src/text/source.ts';
import { hasShared, sharedFiles } from './shared.ts';

interface Difference {
  readonly file: string;
  readonly line: number;
  /** Who counts the line: `ours` alone, or `gfm` alone. */
  readonly by: 'ours' | 'gfm';
}

/** Where we differ and why. At most fifteen: more would be another reading of Markdown, not exceptions to it. */
const listed: readonly (Difference & { readonly rule: string })[] = [
  ...[506, 508, 956].map(
    (line) =>
      ({
        file: 'corpus/jwasham+coding-interview-university/translations__README-ja.md',
        line,
        by: 'ours',
        rule: 'L2: a box without a space behind it counts',
      }) as const,
  ),
  {
    file: 'corpus/obsidian-tasks-group+obsidian-tasks/resources__sample_vaults__Tasks-Demo__Formats__Dataview Format.md',
    line: 14,
    by: 'ours',
    rule: 'L3: [-] is a mark that GFM does not know',
  },
  {
    file: 'corpus/obsidian-tasks-group+obsidian-tasks/resources__sample_vaults__Tasks-Demo__Formats__Tasks Format.md',
    line: 12,
    by: 'ours',
    rule: 'L3: [-] is a mark that GFM does not know',
  },
];

type Tree = ReturnType<typeof fromMarkdown>;

function gfmTaskLines(text: string, from: number): number[] {
  const before = positionOf(toSource(text), from).line - 1;
  const tree = fromMarkdown(text.slice(from), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const found: number[] = [];
  const waiting: (Tree | Tree['children'][number])[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'listItem' && typeof node.checked === 'boolean' && node.position)
      found.push(node.position.start.line + before);
    if ('children' in node) waiting.push(...node.children);
  }
  return found;
}

function differences(file: string, text: string): { readonly lines: number; readonly found: Difference[] } {
  const from = frontMatterSpan(text)?.body.start ?? 0;
  const ours = new Set(
    [...scanLines(toSource(text), from)].filter((line) => line.kind === 'task').map((line) => line.line),
  );
  const theirs = new Set(gfmTaskLines(text, from));
  const alone = (lines: ReadonlySet<number>, others: ReadonlySet<number>, by: Difference['by']): Difference[] =>
    [...lines].filter((line) => !others.has(line)).map((line) => ({ file, line, by }));
  return { lines: theirs.size, found: [...alone(ours, theirs, 'ours'), ...alone(theirs, ours, 'gfm')] };
}

describe.runIf(hasShared('corpus') && hasShared('seeds'))('task lines', () => {
  const key = ({ file, line, by }: Difference): string => `${file}:${line} ${by}`;

  it('are those of a GFM parser, but for the listed lines, and each of those still differs', () => {
    const files = [...sharedFiles('corpus', /\.md$/), ...sharedFiles('seeds', /\.txt$/)];
    const results = files.map(({ path, bytes }) => differences(path, decode(bytes).text));
    const found = results.flatMap((result) => result.found);
    const lines = results.reduce((sum, result) => sum + result.lines, 0);
    console.info(`GFM: ${files.length} files, ${lines} task lines, ${found.length} lines differ`);
    expect(found.map(key).sort()).toEqual(listed.map(key).sort());
    expect(lines).toBeGreaterThan(3000);
  }, 60_000);

  it('differ on fifteen lines at most', () => {
    expect(listed.length).toBeLessThanOrEqual(15);
  });
});
