// Block: text that is set off below a title of its own, a callout in a quote or an admonition that is indented below its title (FORMATS S1).
import type { LineStart } from './list-item.ts';

/** `[!todo]+ Knots`, in a quote. */
const callout = /^\[![^[\]]+\][+-]?[ \t]+(\S.*)$/;
/** `!!! note "Knots"`, and `???` where it is folded. */
const admonition = /^(?:!{3}|\?{3}\+?)[ \t]+[\w-][\w -]*"(.+)"$/;
const admonitionHead = /^(?:!{3}|\?{3}\+?)[ \t]+\w/;

/** How far the text of an admonition is indented. */
const step = 4;

/** The title of a block that begins with a line; null where it begins none or has no title. */
export function blockTitle(raw: string, isQuoted: boolean): string | null {
  const code = raw.charCodeAt(0);
  if (code === 91) return isQuoted ? (callout.exec(raw)?.[1] ?? null) : null;
  return code === 33 || code === 63 ? (admonition.exec(raw)?.[1] ?? null) : null;
}

/** The admonitions that are open, by the columns of their titles, the innermost last. */
export class Admonitions {
  private readonly columns: number[] = [];

  /** Makes a quoted line of one that is indented below a title; whether it is one. A blank line ends nothing. */
  holds(line: LineStart, isBlank: boolean): boolean {
    const { columns } = this;
    if (columns.length === 0) return false;
    while (!isBlank && columns.length > 0 && line.outer < this.base) columns.pop();
    if (line.quote === 0) line.indent -= this.base;
    line.outer -= this.base;
    line.quote += columns.length;
    return columns.length > 0;
  }

  /** Whether a line begins one. */
  begins(line: LineStart, text: string, end: number): boolean {
    const code = text.charCodeAt(line.at);
    if ((code !== 33 && code !== 63) || line.quote !== this.columns.length) return false;
    if (!admonitionHead.test(text.slice(line.at, Math.min(end, line.at + 12)))) return false;
    this.columns.push(line.outer + this.base);
    return true;
  }

  /** The column where the text of the innermost begins. */
  private get base(): number {
    const last = this.columns[this.columns.length - 1];
    return last === undefined ? 0 : last + step;
  }
}
