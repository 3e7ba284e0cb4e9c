import { describe, expect, it } from 'vitest';
import { expressionSize } from '../../src/judging/expression-size.ts';
import { isPartMatch, isWholeMatch, replacedMatches } from '../../src/judging/re2.ts';

describe('an expression of RE2', () => {
  it.each<[string, string, boolean, boolean]>([
    ['a+', 'aaa', true, true],
    ['a+', 'baa', false, true],
    ['/v[0-9]+/.*', '/v1/x', true, true],
    ['(?i)ABC', 'abc', true, true],
    ['a|b', 'ab', false, true],
    ['^a$', 'a', true, true],
    ['', '', true, true],
    ['', 'a', false, true],
    ['\\d{2}', '12', true, true],
    ['(', '(', false, false],
    ['(?=a)a', 'a', false, false],
    ['(a)\\1', 'aa', false, false],
    ['*', 'a', false, false],
    ['\\p{Cyrillic}+', 'мир', true, true],
  ])('%s of %s: whole %s, in part %s', (pattern, text, whole, part) => {
    expect(isWholeMatch(pattern, text)).toBe(whole);
    expect(isPartMatch(pattern, text)).toBe(part);
  });

  it('that is none, or too large, fits nothing', () => {
    for (const pattern of ['(', 'a{2000}', '(a{1000}){1000}', 'a'.repeat(2000)])
      expect(isPartMatch(pattern, `(${'a'.repeat(3000)}`), pattern.slice(0, 20)).toBe(false);
  });

  it.each([
    ['^/a/([^/]+)/(.*)$', '/a/b/c', '/\\2/\\1', '/c/b'],
    ['a', 'xaxa', 'b', 'xbxb'],
    ['a', 'a', '$1', '$1'],
    ['a', 'a', '$', '$'],
    ['(', 'a', 'b', 'a'],
    ['(a)', 'a', '\\0\\1', 'aa'],
  ])('%s of %s replaced by %s is %s', (pattern, text, replacement, result) =>
    expect(replacedMatches(pattern, text, replacement)).toBe(result),
  );

  it('takes no longer than its text is long', () => {
    const start = performance.now();
    for (const pattern of ['(a+)+$', '(a|a)*b', '(.*)*x', '(a?){60}a{60}']) isWholeMatch(pattern, 'a'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('is not tried on a text that no header holds', () => expect(isWholeMatch('.*', 'a'.repeat(70_000))).toBe(false));
});

describe('the size of an expression', () => {
  it.each<[string, number, number]>([
    ['abc', 3, 3],
    ['[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}', 20, 60],
    ['((a?){30}){30}', 900, 4000],
    ['a{1000}', 1000, 1000],
    ['\\pL{900}', 10_000, 40_000],
    ['[\\p{L}]{10}', 100, 400],
    ['a{x}', 4, 4],
    [')a', 2, 2],
    ['((a', 1, 1],
    ['[[:alpha:]]', 1, 2],
    ['\\Qa{9}\\E', 1, 2],
    ['a{2,}', 2, 2],
    ['', 0, 0],
  ])('%s', (pattern, least, most) => {
    expect(expressionSize(pattern)).toBeGreaterThanOrEqual(least);
    expect(expressionSize(pattern)).toBeLessThanOrEqual(most);
  });
  it('that is too large fits nothing', () => expect(isWholeMatch('((a?){100}){100}', 'a')).toBe(false));
});
