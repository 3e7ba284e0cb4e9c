// Russian words are there for their width: what they say does not matter.

import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { displayWidth, pad, truncate, wrap } from '../../src/text/width.ts';

const family = '👨‍👩‍👧';
const pieces = fc.constantFrom(
  'a',
  'Ж',
  ' ',
  '学',
  '한',
  '👩🏽‍💻',
  family,
  '🇷🇺',
  '1️⃣',
  '❤️',
  'e\u0301',
  'й',
  '—',
  '\u200b',
  'ก',
  '\t',
  '\n',
);
const texts = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));
const split = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(split.segment(text), ({ segment }) => segment);

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['status', 6],
    ['Основы', 6],
    ['Їжак — «ґ»', 10],
    ['████░░', 6],
    ['○ ◐ ✓ –', 7],
    ['学习', 4],
    ['ひらがな', 8],
    ['한국', 4],
    ['\u1112\u1161\u11ab', 2],
    ['ＡＢＣ', 6],
    ['✅', 2],
    ['🟦 Istio', 8],
    ['👩‍💻', 2],
    [family, 2],
    ['👍🏽', 2],
    ['❤', 1],
    ['❤️', 2],
    ['✔️ ok', 5],
    ['🇷🇺', 2],
    ['🇷🇺🇫🇷', 4],
    ['1️⃣', 2],
    ['#\u20e3', 2],
    ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 2],
    ['©', 1],
    ['e\u0301', 1],
    ['и\u0306', 1],
    ['a\u200bb', 2],
    ['\ufeffa', 1],
    ['ทำ', 2],
    ['नी', 2],
    ['שלום', 4],
    ['a\u001b\u0007', 1],
    ['a\r\nb', 2],
    ['1\ufe0f', 1],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('of a whole is the sum of its graphemes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(displayWidth(text)).toBe(graphemes(text).reduce((sum, part) => sum + displayWidth(part), 0));
      }),
    );
  });
});

describe('truncate', () => {
  it.each([
    ['Маршрутизация', 20, 'Маршрутизация'],
    ['Маршрутизация', 13, 'Маршрутизация'],
    ['Маршрутизация', 5, 'Марш…'],
    ['Два слова', 5, 'Два…'],
    ['学习路线', 5, '学习…'],
    ['学习路线', 4, '学…'],
    [`${family}${family}`, 3, `${family}…`],
    ['ab', 1, '…'],
    ['ab', 0, ''],
    ['', 0, ''],
  ])('%j to %i columns gives %j', (text, columns, expected) => {
    expect(truncate(text, columns)).toBe(expected);
  });

  it('is never too wide, changes nothing that fits and keeps whole graphemes', () => {
    fc.assert(
      fc.property(texts, fc.nat(30), (text, columns) => {
        const cut = truncate(text, columns);
        expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
        if (displayWidth(text) <= columns) expect(cut).toBe(text);
        else if (columns > 0) {
          expect(cut.endsWith('…')).toBe(true);
          const kept = graphemes(cut.slice(0, -1));
          expect(graphemes(text).slice(0, kept.length)).toEqual(kept);
        }
      }),
    );
  });
});

describe('pad', () => {
  it.each([
    ['да', 5, undefined, 'да   '],
    ['да', 5, 'left', '   да'],
    ['学', 4, 'right', '学  '],
    ['слишком', 3, undefined, 'слишком'],
  ] as const)('%j to %i columns, spaces %s', (text, columns, side, expected) => {
    expect(pad(text, columns, side)).toBe(expected);
  });
});

describe('wrap', () => {
  it.each([
    ['раз два три', 7, ['раз два', 'три']],
    ['раз два три', 11, ['раз два три']],
    ['  раз \n\t два ', 20, ['раз два']],
    ['абвгдежз и', 3, ['абв', 'где', 'жз', 'и']],
    ['ab abcdefg h', 4, ['ab', 'abcd', 'efg', 'h']],
    ['学习路线图', 5, ['学习', '路线', '图']],
    ['学', 1, ['学']],
    ['не\u00a0рвать тут', 9, ['не\u00a0рвать', 'тут']],
    ['см. https://example.org/длинный/путь тут', 12, ['см.', 'https://example.org/длинный/путь', 'тут']],
    ['(https://example.org)', 6, ['(https://example.org)']],
    ['a://b://c', 4, ['a://b://c']],
    ['http//example', 6, ['http//', 'exampl', 'e']],
    ['1+1://', 3, ['1+1', '://']],
    ['', 10, ['']],
    // A command is copied: none of its words is broken, and a shell takes its lines for one.
    ['`istio-roadmap undo -r notes.md` takes it back', 22, ['`istio-roadmap undo \\', '-r notes.md` takes it', 'back']],
    [
      "so: `istio-roadmap done 1.1 -r 'my long notes.md'`.",
      16,
      [...['so:', '`istio-roadmap \\', 'done 1.1 -r \\', "'my long notes.md'`."]],
    ],
    ["istio-roadmap undo -r 'a b' c", 14, ['istio-roadmap \\', 'undo -r \\', "'a b' c"]],
    ["`istio-roadmap undo -r $'it\\'s a\\x07 b'`", 20, ['`istio-roadmap \\', 'undo -r \\', "$'it\\'s a\\x07 b'`"]],
    ["`istio-roadmap list -r 'a`b c'`", 15, ['`istio-roadmap \\', 'list -r \\', "'a`b c'`"]],
    ['istio-roadmap: that is no command', 14, ['istio-roadmap:', 'that is no', 'command']],
    ['`other words between ticks`', 12, ['`other words', 'between', 'ticks`']],
  ])('%j to %i columns', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  it('loses no visible character, and no line is too wide', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, columns) => {
        const lines = wrap(text, columns);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('long texts', () => {
  afterEach(() => void vi.restoreAllMocks());

  /** What the segmenter was asked: each of its steps costs as much as the text that it was given is long. */
  function cost(action: () => unknown): number {
    let sum = 0;
    const { segment } = Intl.Segmenter.prototype;
    vi.spyOn(Intl.Segmenter.prototype, 'segment').mockImplementation(function (this: Intl.Segmenter, text: string) {
      const steps = segment.call(this, text);
      sum += text.length * Array.from(steps).length;
      return steps;
    });
    action();
    vi.restoreAllMocks();
    return sum;
  }

  const kinds = {
    'an image inside a line': (n: number) => `✅ ![x](data:image/png;base64,${'iVBOR'.repeat(n)})`,
    words: (n: number) => 'й слово '.repeat(n),
    emoji: (n: number) => '👍🏽'.repeat(n),
    flags: (n: number) => '🇷🇺'.repeat(n),
    'letters without a blank': (n: number) => '学'.repeat(n),
    'marks on one letter': (n: number) => `a${'\u0301'.repeat(n)}`,
  };

  it.each(Object.entries(kinds))('cost what they are long: %s', (_, text) => {
    for (const measure of [
      (n: number) => displayWidth(text(n)),
      (n: number) => wrap(text(n), 80),
      (n: number) => truncate(text(n), 2 * n),
    ]) {
      const [small, large] = [1000, 4000].map((n) => cost(() => measure(n))) as [number, number];
      expect(large).toBeLessThanOrEqual(4.5 * small + 1000);
    }
  });

  it('are read no further than they are shown', () => {
    const [small, large] = [1000, 4000].map((n) => cost(() => truncate('👍🏽'.repeat(n), 80))) as [number, number];
    expect(large).toBe(small);
  });

  it('are cut where the whole would be', () => {
    const long = fc.array(
      fc.oneof(pieces, fc.constantFrom('\u{1f3fd}', '\u{1f1f7}', '\u0301', '\u200d', '\ud83d', '\r\n')),
      {
        minLength: 200,
        maxLength: 900,
      },
    );
    fc.assert(
      fc.property(long, (parts) => {
        const text = parts.join('');
        const all = graphemes(text);
        // One column for each: every place between two graphemes is a place to cut.
        const cuts = wrap(text.replace(/[ \t\r\n]/g, ''), 1);
        expect(cuts.join('')).toBe(text.replace(/[ \t\r\n]/g, ''));
        expect(displayWidth(text)).toBe(all.reduce((sum, one) => sum + displayWidth(one), 0));
      }),
      { numRuns: 50 },
    );
  });
});
