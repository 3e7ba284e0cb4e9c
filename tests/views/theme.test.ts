import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/text/width.ts';
import { colors } from '../../src/views/colors.ts';
import type { Paint } from '../../src/views/theme.ts';
import { look } from './variants.ts';

const statuses = ['todo', 'doing', 'done', 'skipped'] as const;

describe('a theme', () => {
  it.each([
    [0, 5, '░░░░░░░░░░'],
    [1, 5, '██░░░░░░░░'],
    [1, 1000, '█░░░░░░░░░'],
    [999, 1000, '█████████░'],
    [5, 5, '██████████'],
    [0, 0, '░░░░░░░░░░'],
  ])('draws %i of %i so that only all is full and only nothing is empty', (done, total, bar) => {
    expect(look({ width: 80 }).bar(done, total, 10)).toBe(bar);
  });

  it('draws a bar of ASCII where symbols are not wanted', () => {
    expect(look({ width: 80, ascii: true }).bar(3, 5, 10)).toBe('######----');
  });

  it('names states in its language where symbols are not wanted', () => {
    const words = (language: 'en' | 'ru') =>
      statuses.map((status) => look({ width: 80, ascii: true, language }).symbol(status));
    expect(words('en')).toEqual(['todo', 'doing', 'done', 'skipped']);
    expect(words('ru')).toEqual(['не начато', 'в работе', 'пройдено', 'пропущено']);
  });

  it.each([true, false])('tells states apart without colour (words: %s)', (ascii) => {
    const theme = look({ width: 80, ascii });
    const marks = statuses.map((status) => theme.mark(status));
    expect(new Set(marks).size).toBe(4);
    expect(marks.map(displayWidth)).toEqual(Array(4).fill(theme.markWidth));
  });

  it('writes escape sequences only when colour is on', () => {
    expect(look({ width: 80 }).bad('x') + look({ width: 80 }).mark('done')).not.toContain('\u001b');
    expect(look({ width: 80, color: 1 }).bad('x')).toBe('\u001b[31mx\u001b[39m');
  });

  it('paints with nothing that is lost on a light or on a dark background', () => {
    const codes = Object.values(colors(3)).map((paint: Paint) => paint('x').split(/[[m]/)[1]);
    expect(codes).toEqual(['1', '2', '32', '35', '31', '36']);
  });

  it('isolates right-to-left letters where it has symbols', () => {
    expect(look({ width: 80 }).say({ en: 'שלום\u202e' })).toBe('\u2068שלום\u2069');
    expect(look({ width: 80, ascii: true }).say({ en: 'שלום\u202e' })).toBe('שלום');
    expect(look({ width: 80 }).fit(look({ width: 80 }).show('שלום עולם'), 6)).toBe('\u2068שלום…\u2069');
  });

  it.each([0, 1, 2, 3, 4, 5, 9, 20])('cuts to %i columns with an ellipsis that the theme can write', (columns) => {
    for (const text of ['a title that is cut', '网络与安全策略完整指南以及更多']) {
      const cut = look({ width: 80, ascii: true }).fit(text, columns);
      expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
      expect(cut).not.toContain('…');
      expect(displayWidth(look({ width: 80 }).fit(text, columns))).toBeLessThanOrEqual(columns);
    }
  });

  it('says a text in its language, else in the first there is', () => {
    expect(look({ width: 80, language: 'ru' }).say({ en: 'a', ru: 'б' })).toBe('б');
    expect(look({ width: 80, language: 'ru' }).say({ en: 'a\tb\u001b[31m' })).toBe('a b␛[31m');
  });
});
