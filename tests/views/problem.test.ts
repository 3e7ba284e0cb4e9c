import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic, problem, UserError } from '../../src/errors.ts';
import { toSource } from '../../src/text/source.ts';
import { visible } from '../../src/text/visible.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawDiagnostic, drawError } from '../../src/views/problem.ts';
import { look } from './variants.ts';

function caretOf(line: string, word: string, width: number): { line: string; caret: string } {
  const start = line.indexOf(word);
  const found = diagnostic(
    'invalid-date',
    'warning',
    { line: 3, column: start + 1, span: { start, end: start + word.length } },
    { date: word },
  );
  const drawn = drawDiagnostic(found, line, 'a.md', look({ width })).split('\n');
  const at = drawn.findIndex((text) => text.startsWith('  3 | '));
  return { line: (drawn[at] ?? '').slice(6), caret: (drawn[at + 1] ?? '').slice(6) };
}

describe('the caret', () => {
  it.each(['', '\t', '网格 ', '👩‍👩‍👧 ', 'e\u0301 ', '\u001b[31m', 'слово '.repeat(40), '网'.repeat(90)])(
    'is right beneath the word after %j',
    (before) => {
      for (const width of [40, 80, 200]) {
        const { line, caret } = caretOf(`${before}2026-02-30 and more`, '2026-02-30', width);
        const indent = caret.length - caret.trimStart().length;
        expect(displayWidth(line.slice(0, line.indexOf('2026-02-30')))).toBe(indent);
        expect(caret.trim()).toBe('^^^^^^^^^^');
      }
    },
  );

  it.each([40, 60, 80, 120])('has text on both sides where a line of %i columns is too short for all', (width) => {
    const { line } = caretOf(`${'слово '.repeat(40)}@@@${' слово'.repeat(40)}`, '@@@', width);
    const [before = '', after = ''] = line.split('@@@');
    expect(Math.abs(before.length - after.length)).toBeLessThanOrEqual(2);
    expect(before.startsWith('…') && after.endsWith('…')).toBe(true);
    expect(displayWidth(line)).toBeLessThanOrEqual(width - 6);
  });

  it('shows the end of a line to its end where the mark is near it', () => {
    expect(caretOf(`${'слово '.repeat(40)}@@@ и всё`, '@@@', 60).line).toMatch(/^….*@@@ и всё$/);
  });

  it('never leaves the screen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 90 }), (before, width) => {
        const { caret } = caretOf(`${before}@@@`, '@@@', width);
        expect(caret.length + 6).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('is left out where a finding has no place', () => {
    const found = diagnostic('no-topics', 'warning', { line: 0, column: 0 }, { reason: 'empty' });
    expect(drawDiagnostic(found, '', 'a.md', look({ width: 80 }))).toMatch(/^a\.md: warning: .* \[no-topics\]\n/);
  });
});

describe('an error', () => {
  it('cannot be split into lines or coloured by what was typed', () => {
    const selector = 'x\nistio-roadmap: all is well\u001b[2J';
    const drawn = drawError(new UserError('no-match', { selector, nearest: [], meant: [] }), look({ width: 200 }));
    expect(drawn.split('\n')[0]).toBe(`istio-roadmap: no topic matches "${visible(selector)}"`);
    expect(drawn).not.toContain('\u001b');
  });

  it('names ten problems of a file and counts the rest', () => {
    const problems = Array.from({ length: 14 }, (_, index) => problem('tab', { line: index + 1, column: 1 }, {}));
    const args = { file: 'a.yaml', source: toSource('\ta\n'.repeat(14)), problems };
    const drawn = drawError(new UserError('bad-roadmap', args), look({ width: 80 }));
    expect(drawn.match(/a tab indents/g)).toHaveLength(10);
    expect(drawn).toContain('  3:1  a tab indents this line\n  3 |  a\n    | ^\n');
    expect(drawn).toContain('and 4 more');
  });
});
