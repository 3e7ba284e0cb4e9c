// Roff: text as the macros of a man page (man(7)), as mandoc and groff read them.
import type { PageBlock, Term } from '../page-blocks.ts';
import { wrap } from '../text/width.ts';

/** What is no letter to roff, or is changed by it into another character. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** One line of text, or a part of one; ASCII comes out. */
export function roffText(text: string): string {
  return text
    .replace(/[\\\-'`^~]/g, (character) => escapes[character] as string)
    .replace(/[^\0-\x7f]/gu, (character) => `\\[u${code(character)}]`);
}

const code = (character: string): string => character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');

export const bold = (text: string): string => `\\fB${roffText(text)}\\fR`;

/** What is between backticks is bold. */
const roffWords = (text: string): string =>
  text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? bold(part) : roffText(part)))
    .join('');

/** A line that begins with a full stop would be a macro. */
const asText = (line: string): string => (line.startsWith('.') ? `\\&${line}` : line);

/** In lines as the style of mandoc asks for. */
const roffLines = (text: string): string => wrap(roffWords(text), 78).map(asText).join('\n');

/** `-r, --roadmap <name|file>`: flags bold, what is to be replaced in italics. */
export function roffSyntax(term: string): string {
  return term
    .split(/(<[^<>]*>)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('<') ? `\\fI${roffText(part.slice(1, -1))}\\fR` : bold(part)))
    .join('');
}

export const roffSection = (title: string): string => `.SH ${quoted(roffText(title.toUpperCase()))}`;
export const roffSubsection = (title: string): string => `.SS ${quoted(roffText(title))}`;

const quoted = (text: string): string => `"${text.replaceAll('"', '\\(dq')}"`;

export const roffParagraph = (text: string): string => `.PP\n${roffLines(text)}`;

/** A term and its meaning, in a list of which each entry is written like this. `term` is roff. */
export const roffTerm = (term: string, meaning: string): string => `.TP\n${asText(term)}\n${roffLines(meaning)}`;

export function roffBlock(block: PageBlock): string {
  switch (block.kind) {
    case 'heading':
      return roffSection(block.text);
    case 'paragraph':
      return roffParagraph(block.text);
    case 'code':
      return ['.PP', '.RS 4', '.nf', ...block.lines.map(roffText).map(asText), '.fi', '.RE'].join('\n');
    case 'terms':
      return block.terms.map(roffOfTerm).join('\n');
  }
}

function roffOfTerm({ term, meaning }: Term): string {
  return roffTerm(term.includes('`') ? roffWords(term) : bold(term), meaning);
}
