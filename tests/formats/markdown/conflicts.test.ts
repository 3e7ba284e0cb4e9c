// Tests of conflicts that git left in a note: both sides are read, each line for itself (FORMATS U3).
import { describe, expect, it } from 'vitest';
import { note, readNote, shapeOf } from '../../support/notes.ts';

const conflict = (...lines: readonly string[]) => readNote(note('# T', '', ...lines, ''));
const marks = (of: ReturnType<typeof readNote>) => of.diagnostics.filter(({ code }) => code === 'conflict-markers');

describe('a conflict', () => {
  it('is read on both sides, without its markers and without what diff3 shows of the base', () => {
    const read = conflict(
      ...['- [ ] Z', '<<<<<<< HEAD', '- [x] A ✅ 2026-11-02', '- [ ] B', '||||||| 1a2b', '- [ ] A', '- [ ] Old'],
      ...['=======', '- [x] A ✅ 2026-11-01', '- [ ] N', '>>>>>>> other', '- [ ] Y'],
    );
    expect(shapeOf(read)).toEqual([
      '1 [ ] Z',
      '2 [x] A 2026-11-02',
      '3 [ ] B',
      '4 [x] A 2026-11-01',
      '5 [ ] N',
      '6 [ ] Y',
    ]);
    expect(marks(read)).toMatchObject([{ line: 4, severity: 'error', args: { last: 13 } }]);
  });

  it('has no heading where its middle marker is', () => {
    const read = conflict('<<<<<<< HEAD', '- [x] A', 'words', '=======', '- [ ] B', '>>>>>>> other');
    expect(shapeOf(read)).toEqual(['1 [x] A', '2 [ ] B']);
  });

  it.each<[string, readonly string[]]>([
    ['an underline', ['Tea', '=======', '- [ ] A']],
    ['a first marker alone', ['<<<<<<< HEAD', '- [ ] A']],
    ['markers in another order', ['>>>>>>> a', '=======', '<<<<<<< b', '- [ ] A']],
    ['markers that are indented', [' <<<<<<< a', ' =======', ' >>>>>>> b', '- [ ] A']],
    ['longer markers', ['<<<<<<<< a', '========', '>>>>>>>> b', '- [ ] A']],
    ['an example in code', ['```', '<<<<<<< a', '=======', '>>>>>>> b', '```', '- [ ] A']],
  ])('is not %s', (_, lines) => {
    expect(marks(conflict(...lines))).toEqual([]);
  });
});
