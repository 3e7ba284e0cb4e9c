// PageBlocks: the few forms of Markdown in which a help topic is written, and the same as plain text.
import { displayWidth, pad, wrap } from './text/width.ts';

export type PageBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines to type. */
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  /** Rows of a table of two columns, without its head. */
  | { readonly kind: 'terms'; readonly terms: readonly Term[] };

export interface Term {
  readonly term: string;
  readonly meaning: string;
}

/** Headings, paragraphs, fenced code and tables of two columns with a blank line between them; nothing else is meant by anything. */
export function pageBlocks(markdown: string): PageBlock[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((block): PageBlock => {
      const lines = block.split('\n');
      const [, hashes, heading] = /^(#+) (.*)$/.exec(block) ?? [];
      if (hashes !== undefined && heading !== undefined)
        return { kind: 'heading', level: hashes.length, text: heading };
      if (block.startsWith('```')) return { kind: 'code', lines: lines.slice(1, -1) };
      if (block.startsWith('|')) return { kind: 'terms', terms: lines.slice(2).map(termOf) };
      return { kind: 'paragraph', text: lines.join(' ') };
    });
}

function termOf(row: string): Term {
  const [term = '', meaning = ''] = row.slice(1, -1).split('|');
  return { term: term.trim(), meaning: meaning.trim() };
}

/** The least number of columns beside a term in which its meaning can be read. */
const leastBeside = 24;

/** Plain text at most `columns` wide, but for lines to type, which are never broken. */
export function pageText(blocks: readonly PageBlock[], columns: number): string {
  return `${blocks.map((block) => blockLines(block, columns).join('\n')).join('\n\n')}\n`;
}

function blockLines(block: PageBlock, columns: number): string[] {
  switch (block.kind) {
    case 'heading':
      return wrap(block.text.toUpperCase(), columns);
    case 'paragraph':
      return wrap(block.text, columns);
    case 'code':
      return block.lines.map((line) => `  ${line}`);
    case 'terms':
      return termLines(
        block.terms.map(({ term, meaning }) => ({ term: term.replaceAll('`', ''), meaning })),
        columns,
      );
  }
}

/** Terms with their meanings beside them, or below them where there is no room. `longest` is the width of the longest term. */
export function termLines(
  terms: readonly Term[],
  columns: number,
  longest = Math.max(...terms.map(({ term }) => displayWidth(term))),
): string[] {
  const beside = columns - longest - 4;
  return terms.flatMap(({ term, meaning }) => {
    if (beside < leastBeside)
      return [...indented(wrap(term, columns - 2), 2), ...indented(wrap(meaning, columns - 6), 6)];
    const [first = '', ...more] = wrap(meaning, beside);
    return [`  ${pad(term, longest)}  ${first}`, ...indented(more, longest + 4)];
  });
}

const indented = (lines: readonly string[], by: number): string[] => lines.map((line) => ' '.repeat(by) + line);
