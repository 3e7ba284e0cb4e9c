// RestructuredText: titles with a line of marks below them, directives, literal blocks and indented lists (FORMATS T13).
import type { ReadDraft } from './format.ts';
import { type Rewrite, readRewritten } from './rewritten.ts';

/** Marks of one kind below a title, or above it as well. */
const adornment = /^([!-/:-@[-`{-~])\1{2,}$/;
/** `.. note::` and `.. a comment`, with what is indented below them; so is a field such as `:author: Ada`. */
const directive = /^[ \t]*(?:\.\.(?:[ \t]|$)|__[ \t]|:[\w-][\w -]*:(?:[ \t]|$))/;
const item = /^(?:[-*+•‣⁃]|(?:\d+|#|[a-z])[.)]|\((?:\d+|#|[a-z])\))[ \t]+(?=\S)/;

/** Whether a text is reStructuredText: it has a directive, or no heading of Markdown. */
export const isRestructuredText = (text: string): boolean => /^\.\.[ \t]+\S/m.test(text) || !/^#{1,6} \S/m.test(text);

export const readRestructuredText: ReadDraft = (input) =>
  readRewritten(input, 'rst', (lines) => blocksOf(titled(lines)));

/** With `#` before titles: the kinds of marks are depths in the order in which they come. */
const titled: Rewrite = (lines) => {
  const written = [...lines];
  const depths: string[] = [];
  for (const [index, line] of lines.entries()) {
    const mark = adornment.exec(line)?.[1];
    const title = lines[index - 1]?.trim() ?? '';
    if (mark === undefined || title === '' || adornment.test(title)) continue;
    const isOver = lines[index - 2] === line;
    const kind = isOver ? mark + mark : mark;
    if (written[index - 1] === '') continue;
    if (!depths.includes(kind)) depths.push(kind);
    written[index - 1] = `${'#'.repeat(Math.min(6, depths.indexOf(kind) + 1))} ${title}`;
    written[index] = '';
    if (isOver) written[index - 2] = '';
  }
  return written.map((line) => (adornment.test(line) ? '' : line));
};

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Without what is no text, and with lists at the margin: a list that is indented below a paragraph is a quote and no code. */
const blocksOf: Rewrite = (lines) => {
  let passedOver = -1;
  let quoted = 0;
  let inList = false;
  return lines.map((line) => {
    const text = line.trimStart();
    if (text === '') return '';
    const indent = indentOf(line);
    if (passedOver >= 0 && indent > passedOver) return '';
    passedOver = directive.test(line) ? indent : -1;
    if (passedOver >= 0) return '';
    if (text.endsWith('::')) passedOver = indent;
    if (indent < quoted) quoted = 0;
    if (indent === 0) inList = item.test(text);
    else if (quoted === 0 && !inList) quoted = indent;
    return ' '.repeat(indent - quoted) + inline(text);
  });
};

/** Roles, links and markers that Markdown has no word for. */
const inline = (text: string): string =>
  text
    .replace(/^(?:[#a-z][.)]|\((?:\d+|#|[a-z])\))[ \t]+/, '- ')
    .replace(/(:[\w-]+:)?`([^`]+)`_{0,2}/g, (_, role: string | undefined, own: string) =>
      linked(own, role !== undefined),
    );

/** `Text <target>` of a link or a role; of the latter the text. */
function linked(own: string, isRole: boolean): string {
  const at = own.endsWith('>') ? own.lastIndexOf('<') : -1;
  if (at < 1) return own;
  const title = own.slice(0, at).trimEnd();
  return isRole ? title : `[${title}](${own.slice(at + 1, -1)})`;
}
