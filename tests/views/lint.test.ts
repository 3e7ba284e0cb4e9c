// LintReport: goldens of what people read, one line a finding for editors, and what is left out and counted.
// A Russian roadmap of pottery: Замес глины, Центровка, Сушка, Обжиг, Глазурь (kneading clay, centring, drying, firing, glaze).
import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../src/errors.ts';
import { toSource } from '../../src/text/source.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawLint, type LintedFile, type LintView, linesShown, lintJson, plainLint } from '../../src/views/lint.ts';
import { expectGolden } from '../support/golden.ts';
import { type Look, look } from './variants.ts';

const text = [
  '# Гончарное дело',
  '',
  '- [X] 1.1 Замес глины 🆔 clay ✅ 2026-10-01',
  '- [x] 1.2 Центровка ✅ 2026-10-07 и ещё раз через неделю',
  '\t- [x] 网格 ✅\u00a02026-10-09',
  '- [ ] 1.3 Сушка 🆔 dry ⛔ fire',
  '- [ ] 1.4 Обжиг 🆔 fire ⛔ dry',
  '- [ ] 1.5 Глазурь 🆔 глазурь',
].join('\n');

/** The characters of a line that a word takes. */
function at(line: number, word: string): { line: number; column: number; span: { start: number; end: number } } {
  const source = toSource(text);
  const begin = source.lineStarts[line - 1] as number;
  const start = text.indexOf(word, begin);
  return { line, column: start - begin + 1, span: { start, end: start + word.length } };
}

const found: readonly Diagnostic[] = [
  diagnostic('inferred-levels', 'info', { line: 0, column: 0 }, { inYaml: false }),
  diagnostic('uppercase-x', 'warning', at(3, 'X'), {}),
  diagnostic('unseen-done-date', 'warning', at(4, '✅ 2026-10-07'), { date: '2026-10-07', reason: 'text' }),
  diagnostic('unseen-done-date', 'warning', at(5, '✅\u00a02026-10-09'), { date: '2026-10-09', reason: 'blank' }),
  diagnostic('needs-circle', 'error', at(6, '⛔ fire'), { ids: ['dry', 'fire'] }),
  diagnostic('bad-id', 'error', at(8, '🆔 глазурь'), { text: 'глазурь' }),
];
const pottery: LintedFile = {
  roadmap: null,
  shown: 'notes/глина.md',
  path: '/home/ann/notes/глина.md',
  found,
  lines: linesShown(toSource(text), found),
};
const broken: LintedFile = {
  roadmap: null,
  ...{ shown: 'notes/cv.yaml', path: '/home/ann/notes/cv.yaml', lines: new Map() },
  found: [diagnostic('unreadable', 'error', { line: 0, column: 0 }, { cause: 'denied' })],
};
const clean: LintedFile = { ...pottery, found: [] };
const view = (files: readonly LintedFile[], more: Partial<LintView> = {}): LintView => ({
  ...{ files, emptyFolder: null, mendable: null, mended: [], ...more },
});

const looks: readonly Look[] = [
  { width: 80 },
  { width: 40 },
  { width: 80, language: 'ru' },
  { width: 40, language: 'ru' },
  { width: 80, color: 1 },
];
const named = ({ width, language = 'en', color = 0 }: Look): string =>
  `=== ${language}, ${width} columns${color ? ', colours' : ''}`;

describe('the report', () => {
  it.each<[string, LintView]>([
    ['found', view([pottery, broken], { mendable: { count: 2, command: 'istio-roadmap lint --fix notes' } })],
    ['nothing', view([clean])],
    [
      'mended',
      view([clean], { mended: [{ shown: 'notes/глина.md', count: 2, undo: 'istio-roadmap undo -r notes/глина.md' }] }),
    ],
    ['empty-folder', view([], { emptyFolder: 'notes' })],
  ])('%s', (name, content) => {
    const drawn = looks.map((how) => `${named(how)}\n${drawLint(content, look(how))}`).join('\n');
    expectGolden(`lint-${name}.txt`, drawn);
  });

  it.each([40, 80])('keeps to %i columns', (width) => {
    for (const language of ['en', 'ru'] as const)
      for (const line of drawLint(view([pottery, broken]), look({ width, language })).split('\n'))
        expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('writes out a few of one kind and counts the rest, hints once', () => {
    const many = Array.from({ length: 30 }, () => diagnostic('uppercase-x', 'warning', at(3, 'X'), {}));
    const drawn = drawLint(view([{ ...pottery, found: many }]), look({ width: 200 }));
    expect(drawn.match(/\[uppercase-x\]$/gm)).toHaveLength(8);
    expect(drawn.match(/write a small/g)).toHaveLength(1);
    expect(drawn).toContain('and 22 more [uppercase-x]');
    expect(drawn).toContain('30 warnings');
    expect(plainLint([{ ...pottery, found: many }], look({ width: 200 })).match(/\n/g)).toHaveLength(30);
  });
});

describe('for programs', () => {
  it('plain is one line a finding, whatever the width and the names', () => {
    const odd = { ...pottery, shown: 'a\nb\u001b[1m.md' };
    const lines = plainLint([odd, broken], look({ width: 40 }))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(7);
    for (const line of lines) {
      expect(line).toMatch(/^.+:\d+:\d+: (?:error|warning|info): [a-z-]+: \S/);
      expect(line).not.toContain('\u001b');
    }
    expect(lines[1]).toMatch(/:3:4: warning: uppercase-x: /);
    expect(lines[6]).toMatch(/^notes\/cv\.yaml:1:1: error: unreadable: /);
  });

  it('JSON has null where there is no place', () => {
    const document = JSON.parse(lintJson([pottery, broken], look({ width: 80 })));
    expect(document).toMatchObject({ schemaVersion: 1, kind: 'diagnostics' });
    expect(document.diagnostics).toHaveLength(7);
    expect(document.diagnostics[0]).toMatchObject({ code: 'inferred-levels', line: null, column: null });
    expect(document.diagnostics[4]).toMatchObject({
      ...{ code: 'needs-circle', severity: 'error', file: '/home/ann/notes/глина.md', line: 6, column: 24 },
    });
    expect(Object.keys(document.diagnostics[4])).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'message',
      'hint',
    ]);
  });
});
