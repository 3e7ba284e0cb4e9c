// Documents for properties: Markdown notes made of everything that people, editors and accidents put into them.
// Words of Russian notes: titles (Звук, Лад, Ритм: sound, mode, rhythm; Лук, Редис: onion, radish), roles of sections (Понятия,
// Ресурсы, Описание, Уровни: concepts, resources, description, levels), hints of a level (Установка, Безопасность: installation,
// security), heads of columns (Тема, Статус: topic, status).
import fc from 'fast-check';

const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'лук',
      'Полив',
      'soil',
      'b-flat',
      'ёж',
      '7 нот',
      '4.2 доли',
      '1. раз',
      'A. first',
      'Done',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '**жирно**',
      '*косо*',
      '`code_x`',
      '``a`b``',
      '~~x~~',
      '[лад](https://example.org/a_(b))',
      '[[Гамма|до]]',
      '[[[K]]](https://[[k]].io/)',
      '[якорь](#якорь)',
      '<b>b</b>',
      '<!-- c -->',
      '%%',
      '$x$',
      '|',
      'a | b',
      '#тег',
      '#middle',
      '30%',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '✅ 2026-05-01',
      '✅ 2026-02-30',
      '✅',
      '❌ 2026-05-02',
      '📅 2026-06-01',
      '⏳2026-06-01',
      '🆔 w1',
      '🆔 w2',
      '⛔ w1,w2',
      '🔁 every day',
      '⏫',
      '[completion:: 2026-05-01]',
      '[due:: 2026-06-01]',
      '(level:: senior)',
      '[x:: y]',
      '^b1',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '🎹',
      '👩‍👩‍👧',
      '🇺🇦',
      'שלום',
      '\u202ealtered\u202c',
      '\u0000',
      '\ud83d',
      '\udc00',
      '\u00a0',
      '\u3000',
      '\u2028',
      '\u000b',
      '\ufeff',
      'e\u0301',
      '\t',
      '__proto__',
      '\\*',
      '&amp;',
    ),
  },
);

const words = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '  ')), { maxLength: 4 })
  .map((pieces) =>
    pieces.map(([text, gap], index) => text + (isField(text, pieces[index + 1]) ? gap || ' ' : gap)).join(''),
  );

/** Nobody glues words to a field; words glued to each other are nothing special. */
function isField(text: string, next: readonly [string, string] | undefined): boolean {
  return next !== undefined && /^[^\w\s]+ ?\d{4}-|^[🆔⛔🔁⏫]|::/u.test(text);
}

const indents = fc.constantFrom(
  '',
  '',
  '',
  '',
  '  ',
  '  ',
  '    ',
  '\t',
  '\t\t',
  '   ',
  '      ',
  '> ',
  '> > ',
  '  > ',
  '\u00a0',
);
const bullets = fc.constantFrom('- ', '- ', '* ', '+ ', '1. ', '2) ', '• ', '•\t', '◦ ', '– ', '-   ', '-');
const boxes = fc.constantFrom(
  '[ ] ',
  '[ ] ',
  '[ ] ',
  '[x] ',
  '[X] ',
  '[/] ',
  '[-] ',
  '[?] ',
  '[✔️] ',
  '[ ]',
  '[x]',
  '[🌱] ',
);
const tails = fc.constantFrom('', '', '', '', ' ', '  ', '\t', ' ^id-1', '  ^id-2 ');

const task = fc.tuple(indents, bullets, boxes, words, tails).map((parts) => parts.join(''));
const bullet = fc.tuple(indents, bullets, words, tails).map((parts) => parts.join(''));
const headings = fc.oneof(
  fc
    .tuple(fc.constantFrom('# ', '## ', '### ', '## 1. ', '## 2. ', '## 3 ', '## 4 ', '### 2.1 ', '- ## '), words)
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('', '1. ', '2. ', '3. ', 'Глава 2. '), words)
    .map(([number, title]) => `**${number}${title}**`),
  fc.constantFrom(
    '**Понятия:**',
    '⭐ 1. Звук',
    '⭐ 2. Лад',
    '1.1 Тон',
    '1.2. Тон - Лад',
    '2.1. Ритм',
    'Prerequisites',
    'Ресурсы',
    '## Описание',
    '## Table of contents',
    '## Уровни',
    '## Middle',
    '## Установка',
    '## Безопасность (40%)',
    '<summary>Ещё</summary>',
    '</details>',
    '<details>',
  ),
);
const blocks = fc.constantFrom(
  '```',
  '~~~',
  '````md',
  '  ```',
  '> ```',
  '<!--',
  '-->',
  '%%',
  '<pre>',
  '</pre>',
  '---',
  '===',
  '***',
  '⸻',
  '| Тема | Статус |',
  '|---|---|',
  '| Лук | ✅ |',
  '| Редис | [ ] |',
  '| Level | Name | Stack | Links |',
  '|---|---|---|---|',
  '| A1 | [[Сад]] | x, y | [[[K]]](https://[[k]].io/) |',
  '- [Лад](#лад)',
  '    code',
);

const line = fc.oneof(
  { weight: 8, arbitrary: task },
  { weight: 5, arbitrary: bullet },
  { weight: 5, arbitrary: headings },
  { weight: 4, arbitrary: fc.constantFrom('', '', '  ', '\t') },
  { weight: 3, arbitrary: blocks },
  { weight: 2, arbitrary: fc.tuple(indents, words).map((parts) => parts.join('')) },
);
const eols = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

/** Any note: nested lists, fences, tables, headings, all line ends in one text, and characters that try every span. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '---\ntitle: Сад\n---\n', '---\nid: x\n', '---\r\nlevel: [\r\n---\r\n'),
    fc.array(fc.tuple(line, eols), { maxLength: 24 }),
    fc.boolean(),
  )
  .map(([front, lines, open]) => {
    const text = front + lines.map((parts) => parts.join('')).join('');
    return open ? text.replace(/[\r\n]+$/, '') : text;
  });

const plainWords = fc.constantFrom(
  'посев',
  'полив #сад',
  '**сбор** 🎃',
  '`x` и [y](z.md)',
  'שלום',
  '10 грядок',
  'а ✅',
  '2.1 лук',
);

/** A note whose numbered sections go on from boxes to typographic bullets: ticking there makes boxes for a whole section. */
export const boxlessDocuments: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.record({
        boxed: fc.boolean(),
        lines: fc.array(
          fc.tuple(
            fc.constantFrom('• ', '•\t', '- ', '1. ', '  ◦ ', '    - ', '\t• '),
            plainWords,
            fc.constantFrom('', '  ', ' ^b1'),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        blanks: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('**', '## '),
  )
  .map(([sections, eol, mark]) => {
    const head = (index: number): string => (mark === '**' ? `**${index}. Глава**` : `## ${index}. Глава`);
    const written = [head(1), '- [x] начало ✅ 2026-05-01'];
    sections.forEach(({ boxed, lines, blanks }, index) => {
      written.push('', head(index + 2), '');
      if (boxed) written.push('- [ ] с коробкой');
      for (const [bulletMark, text, tail] of lines) written.push(bulletMark + text + tail, ...(blanks ? [''] : []));
    });
    return written.join(eol);
  });
