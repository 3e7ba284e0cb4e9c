import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/text/edit.ts';
import { applyEdits, differenceEdit, invertEdits } from '../../src/text/edit.ts';

const edit = (start: number, end: number, text: string): Edit => ({ span: { start, end }, text });

/** A text and edits on it that do not overlap, in any order; several may insert at one place. */
const changes = fc.string({ unit: 'binary', maxLength: 30 }).chain((text) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.string({ maxLength: 4 })), { maxLength: 10 }).chain((cuts) => {
    const places = cuts.map(([at]) => at).sort((a, b) => a - b);
    const edits: Edit[] = [];
    for (let i = 0; i + 1 < places.length; i += 2)
      edits.push(edit(places[i] as number, places[i + 1] as number, (cuts[i] as [number, string])[1]));
    return fc.record({ text: fc.constant(text), edits: fc.shuffledSubarray(edits, { minLength: edits.length }) });
  }),
);

describe('applyEdits', () => {
  it.each([
    ['no edits', 'abc', [], 'abc'],
    ['a replacement', '- [ ] a', [edit(3, 4, 'x')], '- [x] a'],
    ['an insertion at the end', 'ab', [edit(2, 2, '!')], 'ab!'],
    ['a deletion', 'abc', [edit(0, 2, '')], 'c'],
    ['edits in any order', 'abc', [edit(2, 3, 'C'), edit(0, 1, 'A')], 'AbC'],
    ['insertions at one place, in the order given', 'ab', [edit(1, 1, '1'), edit(1, 1, '2')], 'a12b'],
    ['an insertion before a replacement that starts there', 'ab', [edit(1, 2, 'B'), edit(1, 1, '+')], 'a+B'],
  ])('applies %s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected);
  });

  it.each([
    ['overlap', [edit(0, 2, ''), edit(1, 3, '')]],
    ['leave the text', [edit(2, 4, '')]],
    ['start before it', [edit(-1, 0, 'x')]],
    ['run backwards', [edit(2, 1, '')]],
  ])('refuses edits that %s', (_, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
    expect(() => invertEdits('abc', edits)).toThrow(RangeError);
  });

  it('keeps the characters outside the spans, each in its place', () => {
    fc.assert(
      fc.property(changes, ({ text, edits }) => {
        const after = applyEdits(text, edits);
        const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
        let old = 0;
        let at = 0;
        for (const { span, text: inserted } of inOrder) {
          const kept = text.slice(old, span.start);
          expect(after.slice(at, at + kept.length)).toBe(kept);
          at += kept.length + inserted.length;
          old = span.end;
        }
        expect(after.slice(at)).toBe(text.slice(old));
      }),
    );
  });
});

describe('invertEdits', () => {
  it('undoes what applyEdits did, and undoing that does it again', () => {
    fc.assert(
      fc.property(changes, ({ text, edits }) => {
        const after = applyEdits(text, edits);
        const back = invertEdits(text, edits);
        expect(applyEdits(after, back)).toBe(text);
        expect(applyEdits(text, invertEdits(after, back))).toBe(after);
      }),
    );
  });
});

describe('differenceEdit', () => {
  it.each([
    ['', 'a'],
    ['abc', 'abXc'],
    ['aaa', 'aaaa'],
    ['abc', ''],
    ['one\ntwo\n', 'one\n2\ntwo\n'],
  ])('turns %j into %j', (before, after) => {
    const edit = differenceEdit(before, after);
    expect(applyEdits(before, edit === null ? [] : [edit])).toBe(after);
  });

  it('is none between equal texts and holds no more than the difference', () => {
    expect(differenceEdit('abc', 'abc')).toBeNull();
    expect(differenceEdit('abc', 'abXc')).toEqual({ span: { start: 2, end: 2 }, text: 'X' });
  });
});
