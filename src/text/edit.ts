// Edit: one splice on a text; a change to a file is a list of them and nothing else is ever rewritten.
import type { Span } from './source.ts';

/** Replace the characters of `span` by `text`. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Edits in the order of the text. Throws a `RangeError` when two overlap or one lies outside: a defect of ours, never the user's. */
function inOrder(length: number, edits: readonly Edit[]): Edit[] {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  let at = 0;
  for (const { edit } of sorted) {
    if (edit.span.start < at || edit.span.end < edit.span.start || edit.span.end > length)
      throw new RangeError(`edit ${edit.span.start}-${edit.span.end} overlaps another or leaves the text (${length})`);
    at = edit.span.end;
  }
  return sorted.map(({ edit }) => edit);
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { span, text: inserted } of inOrder(text.length, edits)) {
    out += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return out + text.slice(at);
}

/** The edits that turn `applyEdits(text, edits)` back into `text`; their spans count in the new text. */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return inOrder(text.length, edits).map(({ span, text: inserted }) => {
    const start = span.start + shift;
    shift += inserted.length - (span.end - span.start);
    return { span: { start, end: start + inserted.length }, text: text.slice(span.start, span.end) };
  });
}
