// Edit: one splice on a text; a change to a file is a list of them and nothing else is ever rewritten.
import type { Span } from './source.ts';

/** Replace the characters of `span` by `text`. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Edits in the order of the text. Throws a `RangeError` when two overlap or one lies outside: a defect of ours, never the user's. */
export function inOrder(length: number, edits: readonly Edit[]): Edit[] {
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

/** A whole new text against the old as one edit: the part between the common beginning and the common end. */
export function differenceEdit(before: string, after: string): Edit | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && start < after.length && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
