// Odd notes: what editors, plugins and old machines leave in notes, put together at random.
import { type EncodingName, encode } from '../../src/text/encoding.ts';

export type Random = () => number;
export const pick = <One>(random: Random, from: readonly One[]): One => from[Math.floor(random() * from.length)] as One;

/** Pieces of a note, each one or several lines; `№` is a number that no other line has. */
const pieces: readonly string[] = [
  '- [ ] plain №',
  '* [x] starred № ✅ 2026-05-01',
  '+ [X] plus № ✅ 2026-05-01',
  '1. [ ] ordered №\n2. [/] begun №',
  '7) [-] with a bracket № ❌ 2026-05-02',
  '- [ ]tight №',
  '- [ ]  two blanks №',
  '-\t[ ]\ttabs №\t',
  '- [ ] trailing blanks №   ',
  '- [ ] trailing no-break №\u00a0',
  '- [ ] line separator\u2028inside №\u2028',
  '- [ ] zero\u200bwidth\ufeff № \u200d',
  '\u00a0- [ ] no-break before №',
  '-\u00a0[ ] no-break behind the dash №',
  '- [ ]\u3000wide №',
  '- [ ] due № 📅 2026-06-01 ⏳ 2026-05-01 🛫 2026-04-01 ➕ 2026-03-01 ⏫',
  '- [ ] with a selector 📅\ufe0f2026-06-01 № ✅\ufe0f 2026-05-05',
  '- [ ] repeats № 🔁 every week',
  '- [x] Dataview № [completion:: 2026-05-01]',
  '- [ ] Dataview № [due:: 2026-06-01]  (priority:: high)',
  '- [ ] Dataview № [due:: 2026-06-01] ^block-№',
  '- [ ] with a block № ^b-№',
  '- [x] with a block № ✅ 2026-05-01 ^c-№  ',
  '- [ ] named № 🆔 id-№',
  '- [ ] needs № ⛔ id-1,id-2 🆔 need-№',
  '- [ ] tagged № #garden/roses #middle',
  '- [ ] hours № [hours:: 1.5] [level:: senior]',
  '- [ ] wrapped №\n  goes on here\n  and ends 📅 2026-06-01',
  '- [ ] lazily wrapped №\nruns on at the margin',
  '- [x] wrapped before its day №\n  ✅ 2026-05-01',
  '- [x] wrapped before its day №\n  goes on here\n✅ 2026-05-01\n  🆔 wrapped-№',
  '- [-] wrapped № 📅 2026-06-01\n  ❌ 2026-05-01 and words ^w-№',
  '- [x] wrapped as Dataview №\n  [completion:: 2026-05-01]',
  '> - [x] wrapped in a quote №\n>   ✅ 2026-05-01\n> - [ ] next №',
  '- [ ] parent №\n\t- [ ] with a tab №\n\t\t- [x] and another № ✅ 2026-05-01\n    - a note\n      > a quote\n  - [ ] behind it №',
  '- [ ] two done dates № ✅ 2026-05-01 ✅ 2026-05-02',
  '- [x] no such day № ✅ 2026-02-30',
  '- [x] the sentence ✅ 2026-05-01 goes on №',
  '- [ ] other form № ✅ 2026/05/01',
  '- [x] other blank № ✅\u00a02026-05-01',
  '- [🌱] odd mark №',
  '- [✔️] check №',
  '- [?] question № ',
  '> - [ ] quoted №\n> > - [x] twice № ✅ 2026-05-01\n> text',
  '> [!todo] A callout\n> - [ ] inside №\n>   - [ ] deeper №\n>\n> - [ ] after a gap №',
  '>- [ ] no blank behind the mark №',
  '```\n- [ ] code\n```',
  '~~~~md\n- [ ] code\n~~~\n- [ ] still code\n~~~~',
  '- [ ] with code №\n  ```sh\n  - [ ] code\n  ```\n- [ ] behind it №',
  '<!-- - [ ] hidden -->',
  '<!--\n- [ ] hidden\n-->',
  '- [ ] visible № <!-- hidden ✅ 2026-01-01 -->',
  '%%\n- [ ] hidden\n%%',
  '- [ ] visible № %%hidden%%',
  '$$\n- [ ] a^2 - [ ] b\n$$',
  '- [ ] $x_1 - y^2$ №',
  '[^1]: a footnote\n    - [ ] in a footnote №',
  '- [ ] with a footnote[^1] №',
  '| Topic | Status |\n|---|---|\n| Row № | [ ] |\n| Row № | done |',
  '| Level | Name | Technologies |\n|---|---|---|\n| Junior | Project № | wood |',
  '- [ ] | a | pipe | №',
  '- [[Page №]] is a link\n- [ ] [[Page|alias №]] and [text](a.md)',
  '<details>\n<summary>More</summary>\n\n- [ ] folded №\n\n</details>',
  '1. Numbered №\n\n   - [ ] below it №',
  '• typographic №\n◦ another №',
  '- plain bullet №',
  '---',
  '***',
  '    - [ ] indented code №',
  '\t- [ ] a tab before №',
  '- [ ] left\\right \\[x\\] `✅ 2026-01-01` №',
  '- [ ] combining e\u0301 and 👩‍👩‍👧 № 🇺🇦',
  '- [ ] שלום № \u202eright to left\u202c',
  '- [ ] ',
  '- [ ]',
  '- []',
  '- [x] №  ✅ 2026-05-01 📅 2026-05-01 🔼 #x',
];
/** Notes of one kind of box: look-alikes without an x, headings with boxes, boxes without a bullet. */
const others: readonly (readonly string[])[] = [
  [
    '- [v] seen №',
    '- [ ] open №',
    '1. [✓] checked № ✅ 2026-05-01',
    '> - [v] quoted №',
    '- [-] left №\n  - [ ] below №',
  ],
  [
    '## [ ] Boxed №',
    '## [x] Boxed № ✅ 2026-05-01 ##',
    '### [/] Begun №  ',
    '## [ ] Named № ^h-№',
    '## Plain №',
    'Prose №.',
  ],
  ['[ ] bare №', '[✓] ticked №', '⬜ sign №', '✅ sign №', 'Prose №.'],
];
const headings = [
  '# Title',
  '## 1. One',
  '## 2. Two',
  '### 2.1 Deep',
  '**3. Bold**',
  'Setext\n===',
  '## Resources',
  '',
];
const fronts = ['', '', '', '---\ntitle: Сад\n---\n', '---\ntags: [a]\nlevel: [\n---\n', '---\n---\n'];

export interface Form {
  readonly encoding: EncodingName;
  readonly bom: boolean;
  readonly ends: readonly string[];
}
const encodings: readonly EncodingName[] = ['utf-8', 'utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1251'];

/** A note of some of the pieces, in some encoding, with some kind of line ends. */
export function oddNote(random: Random): { bytes: Uint8Array; form: Form } {
  let count = 0;
  const isUsual = random() < 0.8;
  const chosen = isUsual ? pieces : pick(random, others);
  const numbered = (text: string): string => {
    count++;
    return text.replaceAll('№', `${count}`);
  };
  const parts: string[] = [];
  for (let sections = 1 + Math.floor(random() * 3); sections > 0; sections--) {
    parts.push(isUsual ? pick(random, headings) : '# Title', '');
    for (let left = 1 + Math.floor(random() * 6); left > 0; left--) {
      parts.push(pick(random, chosen).split('\n').map(numbered).join('\n'));
      if (random() < 0.25) parts.push('');
    }
  }
  const ends = pick(random, [['\n'], ['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']]);
  const encoding = pick(random, encodings);
  const bom = encoding !== 'windows-1251' && random() < (encoding === 'utf-8' ? 0.25 : 0.7);
  const lines = (pick(random, fronts) + parts.join('\n')).split('\n');
  const text = lines.map((line, at) => (at === lines.length - 1 ? line : line + pick(random, ends))).join('');
  const whole = random() < 0.7 ? text + pick(random, ends) : text;
  const bytes = encode(whole, encoding, bom) ?? (encode(whole, 'utf-8', false) as Uint8Array);
  return { bytes, form: { encoding, bom, ends } };
}
