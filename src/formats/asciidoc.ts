// AsciiDoc: titles behind `=`, lists nested by their marks, titles of blocks, blocks between lines of marks (FORMATS T14).
import type { ReadDraft } from './format.ts';
import { type Rewrite, readRewritten } from './rewritten.ts';

const heading = /^(={1,6})[ \t]+(\S.*)$/;
/** Its depth is that of its mark among those that are open. */
const item = /^[ \t]*(\*{1,5}|-|\.{1,5}|\d{1,3}\.)[ \t]+(?:\[([ xX*])\][ \t]+)?(\S.*)$/;
/** Listings, literals, passed blocks, comments and tables: nothing in them is an item. */
const passedOver = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|[|!,:]={3,}|`{3,})/;
/** Attributes, comments, macros of a block, marks around examples and quotes, and what continues an item. */
const noText = /^(?::[\w!-][^:]*:|\/\/|\[.*\]$|\w+::[^\s[]*\[.*\]$)/;
const blockMark = /^(?:={4,}|\*{4,}|_{4,}|--|\+|'''|<<<)$/;
const blockTitle = /^\.([^\s.].*)$/;

/** Whether a text is AsciiDoc: it has a title of its own kind, or no heading of Markdown. */
export const isAsciiDoc = (text: string): boolean => /^={1,6}[ \t]+\S/m.test(text) || !/^#{1,6} \S/m.test(text);

const rewrite: Rewrite = (lines) => {
  let open: string[] = [];
  let until: string | null = null;
  return lines.map((line, index) => {
    if (until !== null) {
      if (line === until) until = null;
      return '';
    }
    const fence = passedOver.exec(line)?.[0];
    if (fence !== undefined) until = fence;
    if (fence !== undefined || line === '' || noText.test(line) || blockMark.test(line)) return '';
    const [, equals, title] = heading.exec(line) ?? [];
    const caption = blockTitle.exec(line)?.[1];
    const [, mark, box, text] = item.exec(line) ?? [];
    if (mark === undefined || text === undefined) {
      // A paragraph of its own ends the list above it.
      if (equals !== undefined || caption !== undefined || lines[index - 1] === '') open = [];
      if (equals !== undefined) return `${'#'.repeat(equals.length)} ${inline(title as string)}`;
      return caption === undefined ? inline(line) : `**${inline(caption)}**`;
    }
    const key = /\d/.test(mark) ? '.' : mark;
    open = open.includes(key) ? open.slice(0, open.indexOf(key) + 1) : [...open, key];
    const head = key.startsWith('.') ? '1.' : '-';
    const state = box === undefined ? '' : `[${box === '*' ? 'x' : box}] `;
    return `${'    '.repeat(open.length - 1)}${head} ${state}${inline(text)}`;
  });
};

/** `https://…[Text]`, `link:url[Text]`, `xref:id[Text]` and `<<id,Text>>`. */
const inline = (text: string): string =>
  text
    .replace(/(?<!\S)(?:link|xref):([^\s[\]]+)\[([^[\]]+)\]/g, '[$2]($1)')
    .replace(/(?<!\S)(https?:\/\/[^\s()[\]]+)\[([^[\]]+)\]/g, '[$2]($1)')
    .replace(/<<[^<>,]+,([^<>]+)>>/g, '$1');

export const readAsciiDoc: ReadDraft = (input) => readRewritten(input, 'asciidoc', rewrite);
