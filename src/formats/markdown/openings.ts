// Openings: which lines that are no headings begin a section all the same (FORMATS S1, S3).
import { boldRun, readable } from './inline.ts';
import { hasLeadingSign, splitNumber } from './numbering.ts';
import type { Opener, Opening } from './part.ts';
import { numberedSeries } from './plain-numbers.ts';
import { roleOf } from './roles.ts';
import type { Line } from './syntax/lines.ts';

const htmlHeading = /^(?:<(?:div|center|p|a|b)\b[^<>]*>\s*)*<h([1-6])\b[^<>]*>/i;

export class Openings {
  /** Indices of the lines that are entries of a numbered outline. */
  readonly series: ReadonlySet<number>;
  private readonly text: string;
  private readonly lines: readonly Line[];

  constructor(text: string, lines: readonly Line[]) {
    this.text = text;
    this.lines = lines;
    this.series = numberedSeries(text, lines);
  }

  /** `<h2 align="center">Title</h2>`, on one line or with the title on the next (FORMATS S1). */
  htmlHeading(raw: string, index: number): Opening | null {
    if (raw.charCodeAt(0) !== 60) return null;
    const tag = htmlHeading.exec(raw);
    if (tag === null) return null;
    const inner = raw.slice(tag.index + tag[0].length).replace(/<\/h[1-6]>[\s\S]*$/i, '');
    const next = this.lines[index + 1];
    const text =
      readable(inner) === '' && next?.kind === 'text' ? this.text.slice(next.content, next.contentEnd) : inner;
    // A heading of pictures alone opens nothing.
    const title = readable(text);
    return {
      opener: 'heading',
      raw: title === '' || text.startsWith('![') ? '' : text,
      depth: Number(tag[1]),
      indent: -1,
      html: true,
    };
  }

  /** A plain line that opens a section (FORMATS S1), or null. */
  textOpening(line: Line, raw: string, index: number): Opening | null {
    if (raw.length > 200) return null;
    const next = this.lines[index + 1];
    const opening = (opener: Opener, text = raw): Opening => ({ opener, raw: text, depth: 0, indent: -1 });
    const bold = boldRun(raw);
    if (bold !== null) {
      const label = bold.after !== '' || /[:：]$/.test(bold.inner);
      const numbered = splitNumber(readable(bold.inner)).number !== null;
      // «**Remember this.**» is a sentence; so is a bold line that the next line of its paragraph goes on from.
      if (!numbered && /[.!?。]$/.test(bold.inner)) return null;
      if (!numbered && !line.afterBlank && this.lines[index - 1]?.kind === 'text') return null;
      return label && !numbered
        ? opening('label', bold.inner.replace(/(?<!\s)\s*[:：]$/, ''))
        : opening('bold-line', bold.inner);
    }
    const title = readable(raw);
    const numbered = splitNumber(title);
    if (hasLeadingSign(title) && (numbered.form === 'marked' || numbered.form === 'word') && title.length <= 120)
      return opening('signed-number');
    // A title of the next section is written like an item, and nothing of this line's.
    const beforeItems =
      next !== undefined &&
      next.head !== null &&
      next.quote === line.quote &&
      (next.kind === 'task' || this.runOnTitle(index + 1) === null);
    if (beforeItems && title.length <= 120 && !/[.;,]$/.test(title)) {
      if (numbered.form === 'marked' || numbered.form === 'letter' || numbered.form === 'word')
        return opening('numbered-line');
    }
    // `#resources` is a tag.
    if (raw.startsWith('#')) return null;
    if (numbered.form === null && title.length <= 60 && !/[.!?,;]$/.test(title) && roleOf(title) !== null)
      return opening('role-line', title.replace(/[:：]$/, ''));
    return null;
  }

  /** A list item that is a section: `1. Title` with bullets of another kind beside it, or a bold parent of items. */
  itemOpening(line: Line, next: Line | undefined): Opening | null {
    const head = line.head;
    if (head === null || next === undefined || next.head === null || next.quote !== line.quote || line.quote > 0)
      return null;
    const raw = this.text.slice(line.content, line.contentEnd);
    if (
      head.marker === 'ordered' &&
      line.indent === 0 &&
      next.head.marker !== 'ordered' &&
      next.indent < line.indent + head.width
    )
      return {
        opener: 'numbered-line',
        raw: this.text.slice(head.markerSpan.start, line.contentEnd),
        depth: 0,
        indent: -1,
      };
    // Also with boxes below: the first tick of a section must not make its bold parents anything else (FORMATS D6).
    if (next.indent <= line.indent) return null;
    const bold = boldRun(raw);
    if (bold === null) return null;
    return { opener: 'bold-item', raw: bold.inner.replace(/(?<!\s)\s*[:：]$/, ''), depth: 0, indent: line.indent };
  }

  /** The title of section 1 of a run-on outline: the bullet directly before `1.1.` (FORMATS S3). */
  runOnTitle(index: number): string | null {
    const next = this.lines[index + 1];
    if (next === undefined || !this.series.has(index + 1)) return null;
    const { number } = splitNumber(readable(this.text.slice(next.content, next.contentEnd)));
    if (number === null || !/^\d+\.1$/.test(number)) return null;
    const line = this.lines[index] as Line;
    return `${lastFirst(number)}. ${this.text.slice(line.content, line.contentEnd)}`;
  }

  /** Where the title of the next section begins inside entry `index`: the last ` - ` before `N+1.1`; null where there is none. */
  runOnSplit(index: number): number | null {
    const line = this.lines[index] as Line;
    const next = this.lines[index + 1];
    if (next === undefined || !this.series.has(index + 1)) return null;
    const here = splitNumber(readable(this.text.slice(line.content, line.contentEnd))).number;
    const there = splitNumber(readable(this.text.slice(next.content, next.contentEnd))).number;
    if (here === null || there === null || !there.endsWith('.1')) return null;
    if (lastFirst(there) !== lastFirst(here) + 1) return null;
    const at = this.text.slice(line.content, line.contentEnd).lastIndexOf(' - ');
    return at < 0 ? null : at;
  }
}

/** The first part as a number: `4.2` → 4. */
export function lastFirst(number: string): number {
  return Number.parseInt(number, 10);
}
