// DrawnLine: a topic that is in no Markdown list: a branch of a drawn tree or an item of an HTML list.
import { pattern } from '../../../text/pattern.ts';
import { plainWords } from '../../../text/plain-words.ts';
import { positionOf, type Source } from '../../../text/source.ts';
import { isCountedBy, isUnit } from '../../words/units.ts';
import type { Line, Lines } from '../syntax/lines.ts';
import { madeBullet } from '../syntax/made-lines.ts';
import { splitNumber } from '../syntax/numbering.ts';

const letter = pattern(String.raw`[\p{L}\p{N}]`, 'u');
/** `│   ├── Title`; the column of the branch says how deep it is. */
const branch = /^([\s│┃|]*)(?:[├└╰┣┗╠╚]|[|`+\\](?=--))[─━═—–-]*[ \t]*/;
const htmlToken = /<(\/?)(ul|ol|li)(?=[\s>])[^<>]*>/gi;

/** Whether it is worth looking for trees and HTML: most notes have nothing drawn in them. */
function mayHoldDrawn(text: string): boolean {
  return /[├└╰┣┗╠╚]|<li[\s>]|^[ \t│┃|]*[|`+\\]--/m.test(text);
}

/** All drawn lines of a note from offset `from`, in order, with `boxes` among them; `known` are the lines that count. */
export function drawnLines(known: Lines, from: number, boxes: readonly Line[]): Line[] {
  const { source } = known;
  const found = [...boxes];
  if (mayHoldDrawn(source.text)) {
    found.push(...treeLines(source, from, new Set(known.line.subarray(0, known.length))));
    found.push(...htmlLines(source, from));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `Week_1` over files is what to read in that week; `week-1/` is one folder of a project. */
const isUnitName = (text: string): boolean =>
  !text.endsWith('/') && isCountedBy(plainWords(text.replace(/[_-]/g, ' ')), isUnit);

export interface RawLine {
  readonly line: number;
  readonly start: number;
  readonly text: string;
}

/** Each line of a text from an offset on, blank ones too. */
export function* rawLines({ text, lineStarts }: Source, from: number): Generator<RawLine> {
  for (let index = 0; index < lineStarts.length; index++) {
    const start = lineStarts[index] as number;
    const end = lineStarts[index + 1] ?? text.length;
    if (start >= from) yield { line: index + 1, start, text: text.slice(start, end).trimEnd() };
  }
}

// A tree of files is no roadmap: most of its branches are names such as `main.go` or `src/`.
const fileName = /^(?:\.?[\w@*-]+(?:\.[\w*-]+)*\.[a-z][a-z0-9]{0,9}|\.[\w.-]+|[\w@.*{}-]+\/)$/i;
const remarkBehind = /\s{2,}|\s(?=\s*(?:#|\/\/|←|<-|--|—))/;

const isFileName = (title: string): boolean => fileName.test(title.split(remarkBehind, 1)[0] as string);

function treeLines(source: Source, from: number, counted: ReadonlySet<number>): Line[] {
  const found: Line[] = [];
  let tree: Line[] = [];
  let files = 0;
  let isUnitTree = false;
  let above: RawLine | null = null;
  const close = () => {
    if (tree.length > 1 && (isUnitTree || files * 2 < tree.length)) for (const line of tree) found.push(line);
    tree = [];
    files = 0;
    isUnitTree = false;
  };
  for (const raw of rawLines(source, from)) {
    const match = branch.exec(raw.text);
    const title = match === null ? '' : raw.text.slice(match[0].length).trim();
    if (match !== null && title !== '' && letter().test(title)) {
      // The line a tree grows from is its section, unless it has been counted as a line of the note already.
      if (tree.length === 0 && above !== null && !counted.has(above.line)) {
        tree.push(root(above));
        isUnitTree = isUnitName(above.text);
      }
      const start = raw.start + match[0].length;
      // A branch is drawn where it is meant: one column is no slip as it is in a list (FORMATS L5).
      const node = madeBullet(raw.line, start, raw.start + raw.text.length, columns(match[1] as string) * 2);
      const holder = tree[tree.length - 1];
      if (holder?.head && holder.indent < node.indent && isNumbered(source, holder))
        tree[tree.length - 1] = section(holder);
      tree.push(node);
      if (isFileName(title)) files++;
    } else if (!/^[\s│┃|]*$/.test(raw.text)) close();
    above = match === null && /^[^\s`~│┃|]/.test(raw.text) ? raw : null;
  }
  close();
  return found;
}

function root({ line, start, text }: RawLine): Line {
  const end = start + text.length;
  return { ...madeBullet(line, start, end, 0), kind: 'heading', depth: 5, head: null };
}

/** T12: a numbered node that others are below. It ends where the tree goes back to its column. */
function section(node: Line): Line {
  return { ...node, kind: 'heading', depth: 6, head: null, inList: true };
}

function isNumbered({ text }: Source, { content, contentEnd }: Line): boolean {
  const { form } = splitNumber(text.slice(content, contentEnd));
  return form !== null && form !== 'bare';
}

const columns = (blank: string): number => blank.replace(/\t/g, '    ').length;

/** Items of `<ul>` and `<ol>`, nested by the lists around them; layout of a page head has no items. */
function htmlLines(source: Source, from: number): Line[] {
  const { text } = source;
  const found: Line[] = [];
  let depth = 0;
  let open = -1;
  const close = (to: number) => {
    if (open < 0) return;
    const raw = text.slice(open, to);
    const start = open + raw.length - raw.trimStart().length;
    const end = open + raw.trimEnd().length;
    open = -1;
    if (start >= end || !letter().test(raw.replace(/<[^<>]*>/g, ''))) return;
    found.push(madeBullet(positionOf(source, start).line, start, end, depth * 4));
  };
  htmlToken.lastIndex = 0;
  for (const token of text.matchAll(htmlToken)) {
    if (token.index < from) continue;
    close(token.index);
    const name = (token[2] as string).toLowerCase();
    if (name !== 'li') depth = Math.max(0, depth + (token[1] === '/' ? -1 : 1));
    else if (token[1] === '') open = token.index + token[0].length;
  }
  // The last item of a list that is never closed ends with its paragraph.
  const end = open < 0 ? -1 : text.slice(open).search(/\r?\n[ \t]*\r?\n/);
  close(end < 0 ? text.length : open + end);
  return found;
}
