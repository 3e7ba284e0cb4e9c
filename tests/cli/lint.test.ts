// Lint and repair: every code with a file that has it and one that has not, exit statuses, folders, --fix, repair.
// Russian titles are any: Чай, Заварка, Листья (tea, brewing, leaves); Russian messages are those of the program.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiagnosticCode, Severity } from '../../src/errors.ts';
import { englishSentences } from '../../src/lang/en-sentences.ts';
import { atTerminal, expectRefusal, type Home, newHome, newHomeOfNobody, wide } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly hint: string;
}

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;
const lintJson = (home: Home, args: readonly string[], env = {}): Found[] =>
  (JSON.parse(home.run(['lint', ...args, '--json'], { env }).out) as { diagnostics: Found[] }).diagnostics;

/** UTF-8 read as Latin-1 and saved once more. */
const spoiled = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

interface Case {
  readonly severity: Severity;
  readonly fires: string | Uint8Array | null;
  readonly silent: string;
  /** `md` by default. */
  readonly as?: string;
  /** Line and column of the finding; null where it has no place. */
  readonly at?: readonly [number, number] | null;
  /** Something else has to happen before; gives the file of the finding. */
  readonly before?: (home: Home, file: string) => string;
}

const yaml = (...topics: readonly string[]): string =>
  lines(
    'id: tea',
    'title: Tea',
    'sections:',
    '  - title: Leaves',
    '    topics:',
    ...topics.map((one) => `      - ${one}`),
  );
/** Sections of 50, 25 and 25 percent, with these hours. */
const exam = (...hours: readonly number[]): string =>
  lines(
    ...['title: Exam', 'sections:'],
    ...hours.flatMap((one, at) => [
      ...[
        `  - title: Part ${at}`,
        `    weight: ${at === 0 ? 50 : 25}`,
        `    topics: [{title: Task ${at}, hours: ${one}}]`,
      ],
    ]),
  );
const bilingual = ['Brew, ru: Заварка', 'Pour, ru: Розлив', 'Sip, ru: Глоток', 'Cool, ru: Остывание'].map(
  (one) => `{title: {en: ${one}}}`,
);
const many = Array.from({ length: 30 }, (_, index) => `- [ ] Чашка номер ${index + 1}`);

const cases: { readonly [code in DiagnosticCode]: Case } = {
  'invalid-date': {
    ...{ severity: 'warning', at: [1, 13] },
    fires: lines('- [x] Brew  ✅ 31.12.2025'),
    silent: lines('- [x] Brew ✅ 2025-12-31 📅 2025-12-30', '- [x] Version ✅ 1.31 is out ✅ 2025-12-31'),
  },
  'future-date': {
    ...{ severity: 'warning', at: [1, 12] },
    fires: lines('- [x] Brew ✅ 2026-11-21'),
    silent: lines('- [x] Brew ✅ 2026-11-20 📅 2027-01-01'),
  },
  'two-done-dates': {
    ...{ severity: 'warning', at: [1, 12] },
    fires: lines('- [x] Brew ✅ 2026-11-01 ✅ 2026-11-02'),
    silent: lines('- [x] Brew ➕ 2026-11-01 ✅ 2026-11-02'),
  },
  'open-with-done-date': {
    ...{ severity: 'warning', at: [1, 12] },
    fires: lines('- [ ] Brew ✅ 2026-11-01'),
    silent: lines('- [ ] Brew 📅 2026-11-01', '- [x] Pour ✅ 2026-11-01'),
  },
  'unseen-done-date': {
    ...{ severity: 'warning', at: [1, 12] },
    fires: lines('- [x] Brew ✅ 2026-11-01 in the morning'),
    silent: lines('- [x] Brew ✅ 2026-11-01 #kitchen 🆔 brew ^block', '- [x] Pour ✅2026-11-01'),
  },
  'unknown-priority': {
    ...{ severity: 'warning', at: [1, 12] },
    fires: lines('- [ ] Brew [priority:: urgent]'),
    silent: lines('- [ ] Brew [priority:: High]', '- [ ] Pour 🔺 📅 2026-12-01'),
  },
  'no-done-date': {
    ...{ severity: 'info', at: [2, 1] },
    fires: lines('# Tea', '- [x] Brew'),
    silent: lines('- [x] Brew ✅ 2026-11-01', '- [ ] Pour', '- [-] Stir'),
  },
  'uppercase-x': {
    ...{ severity: 'warning', at: [1, 4] },
    fires: lines('- [X] Brew ✅ 2026-11-01'),
    silent: lines('- [x] Brew X ✅ 2026-11-01', '- X'),
  },
  'look-alike-mark': {
    ...{ severity: 'warning', at: [1, 4] },
    fires: lines('- [v] Brew ✅ 2026-11-01', '- [ ] Pour'),
    silent: lines('- [x] Brew v ✅ 2026-11-01', '- [ ] Pour', '- v'),
  },
  'empty-topic': {
    ...{ severity: 'warning', at: [2, 3] },
    fires: lines('- [ ] Brew', '- [ ] '),
    silent: lines('- [ ] Brew', '-'),
  },
  'parent-done': {
    ...{ severity: 'warning', at: [1, 1] },
    fires: lines('- [x] Brew ✅ 2026-11-01', '  - [/] Water', '    - [ ] Spring', '  - [-] Milk'),
    silent: lines(
      '- [x] Brew ✅ 2026-11-01',
      '  - [x] Water ✅ 2026-11-01',
      '  - [-] Milk',
      '- [ ] Pour',
      '  - [ ] Cup',
    ),
  },
  'duplicate-number': {
    ...{ severity: 'warning', at: [3, 1] },
    fires: lines('## 1. Tea', '- [ ] 1.1 Brew', '- [ ] 1.1 Pour'),
    silent: lines('## 1. Tea', '- [ ] 1.1 Brew', '- [ ] 1.10 Pour'),
  },
  'id-is-address': {
    ...{ severity: 'warning', at: [2, 1] },
    fires: lines('- [ ] Brew', '- [ ] Pour 🆔 1'),
    silent: lines('- [ ] Brew 🆔 1', '- [ ] Pour 🆔 p1'),
  },
  'duplicate-id': {
    ...{ severity: 'error', at: [2, 1] },
    fires: lines('- [ ] Brew 🆔 leaf', '- [ ] Pour 🆔 leaf'),
    silent: lines('- [ ] Brew 🆔 leaf', '- [ ] Pour 🆔 leaf2 ⛔ leaf'),
  },
  'bad-id': {
    ...{ severity: 'error', at: [1, 12] },
    fires: lines('- [ ] Brew 🆔 лист'),
    silent: lines('- [ ] Brew 🆔 leaf-1_a', '- [ ] What `🆔 …` means', '- [ ] Pour [id:: cup]'),
  },
  'unknown-level': {
    ...{ severity: 'warning', at: [1, 12] },
    fires: lines('- [ ] Brew [level:: wizard]'),
    silent: lines('- [ ] Brew [level:: senior]', '- [ ] Pour #wizard'),
  },
  'inferred-levels': {
    ...{ severity: 'info', at: null },
    fires: lines('## Installation', '- [ ] Brew', '## Troubleshooting', '- [ ] Pour'),
    silent: lines('## Installation', '- [ ] Brew #junior', '## Troubleshooting', '- [ ] Pour #senior'),
  },
  'broken-link': {
    ...{ severity: 'warning', at: [3, 5] },
    fires: lines('- [ ] Brew', '', 'See [[[Kettle]]](https://[[kettle]].example/)'),
    silent: lines('- [ ] Brew', '', 'See [[Kettle]] and [kettle](https://kettle.example/)'),
  },
  'repaired-text': {
    ...{ severity: 'warning', at: null },
    fires: spoiled(lines('# Чай', ...many)),
    silent: lines('# Чай', ...many),
  },
  'unrepaired-line': {
    ...{ severity: 'warning', at: [32, 1] },
    fires: spoiled(lines('# Чай', ...many)) + lines('- [ ] Мёд'),
    silent: spoiled(lines('# Чай', ...many)),
  },
  'stray-bytes': {
    ...{ severity: 'warning', at: [3, 10] },
    fires: Buffer.concat([Buffer.from('# Tea\n\n- [x] Caf'), Buffer.of(0xe9), Buffer.from(' ✅ 2026-11-20\n')]),
    silent: lines('# Tea', '', '- [x] Café ✅ 2026-11-20'),
  },
  'note-without-ticks': {
    severity: 'info',
    fires: Buffer.from('# Tea\n\n- [ ] Caf\xe9\n', 'latin1'),
    silent: lines('# Tea', '', '- [ ] Café'),
  },
  'mixed-line-ends': {
    ...{ severity: 'info', at: [2, 11] },
    fires: '- [ ] Brew\n- [ ] Pour\r\n- [ ] Stir\n',
    silent: '- [ ] Brew\r\n- [ ] Pour\r\n- [ ] Stir',
  },
  'front-matter': {
    severity: 'warning',
    fires: lines('---', 'title: [tea', '---', '- [ ] Brew'),
    silent: lines('---', 'title: "[tea"', '---', '- [ ] Brew'),
  },
  'orphan-tick': {
    ...{ severity: 'warning', as: 'yaml' },
    fires: yaml('{id: brew, title: Brew}'),
    silent: yaml('{id: brew, title: Brew}'),
    before: (home, file) => {
      expect(home.run(['done', 'brew', '-r', file]).status).toBe(0);
      home.write(file, yaml('{id: pour, title: Pour}'));
      return home.progressFile();
    },
  },
  'merged-twice': {
    ...{ severity: 'warning', as: 'yaml' },
    fires: yaml('{id: brew, title: Brew}'),
    silent: yaml('{id: brew, title: Brew}'),
    before: (home, file) => {
      expect(home.run(['done', 'brew', '-r', file]).status).toBe(0);
      const progress = home.json<{ progress: { path: string } }>(['status', '-r', file]).progress.path;
      const text = readFileSync(progress, 'utf8');
      const line = /^- .*🆔 brew.*$/m.exec(text)?.[0] as string;
      writeFileSync(progress, `${text}${line.replace('-20', '-19')}\n`);
      return progress;
    },
  },
  'maybe-merged-twice': {
    ...{ severity: 'info', at: [3, 1] },
    fires: lines('- [x] Brew ✅ 2026-11-01', '- [ ] Pour', '- [ ] Brew', '- [x] Pour ✅ 2026-11-02'),
    silent: lines('- [x] Brew ✅ 2026-11-01', '- [ ] Brew', '- [ ] Brew', '', '## Pour', '- [ ] Brew', '- [ ] Brew'),
  },
  'conflict-markers': {
    ...{ severity: 'error', at: [2, 1] },
    fires: lines('- [ ] Pour', '<<<<<<< HEAD', '- [x] Brew', '=======', '- [ ] Brew', '>>>>>>> other'),
    silent: lines('Tea', '=======', '- [ ] Pour', '', '```', '<<<<<<< HEAD', '=======', '>>>>>>> other', '```'),
  },
  'no-topics': { severity: 'warning', at: null, fires: lines('Tea is a drink.'), silent: lines('- Tea is a drink.') },
  'box-not-counted': {
    ...{ severity: 'warning', at: [2, 1] },
    fires: lines('- [ ] Brew', '-[ ] Pour'),
    silent: lines('- [ ] Brew', '- [](https://example.org)', '- [a]: b', '-[x](a.md)', '', '[x]: https://example.org'),
  },
  'boxes-in-code': {
    ...{ severity: 'warning', at: [3, 5] },
    fires: lines('Tea:', '', '    - [ ] Brew'),
    silent: lines(
      '- [ ] Tea',
      '    - [ ] Brew',
      '',
      '```markdown',
      '- [ ] Brew',
      '- [ ] Pour',
      '```',
      '',
      '<!--',
      '- [ ] Stir',
      '-->',
    ),
  },
  'section-not-counted': {
    ...{ severity: 'info', at: [3, 1] },
    fires: lines('## Brew', '- [ ] Water', '## Pour', '- Cup', '- Saucer'),
    silent: lines(
      '## Brew',
      '- [ ] Water',
      '- Well or tap',
      '- Not salty',
      '## Resources',
      '- Cup',
      '- Saucer',
      '## Pour',
      '- Cup',
    ),
  },
  'table-not-counted': {
    ...{ severity: 'info', at: [3, 1] },
    fires: lines('- [ ] Brew', '', '| Herb | Status |', '|---|---|', '| Mint | done |', '| Sage | todo |'),
    silent: lines(
      ...['## Mint', '- [ ] Brew', '## Sage', '- [ ] Brew', '', '## All'],
      ...[
        '| Herb | Status |',
        '|---|---|',
        '| Mint | done |',
        '| Sage | todo |',
        '',
        '| Herb | Colour |',
        '|---|---|',
        '| Mint | x |',
      ],
    ),
  },
  'needs-nothing': {
    ...{ severity: 'warning', at: [1, 12] },
    fires: lines('- [ ] Pour ⛔ kettle'),
    silent: lines('- [ ] Pour ⛔ boiler', '- [ ] Brew 🆔 boiler'),
  },
  'needs-circle': {
    ...{ severity: 'error', at: [1, 20] },
    fires: lines('- [ ] Pour 🆔 pour ⛔ stir', '- [ ] Brew 🆔 brew ⛔ pour', '- [ ] Stir 🆔 stir ⛔ brew'),
    silent: lines('- [ ] Pour 🆔 a', '- [ ] Brew 🆔 b ⛔ a', '- [ ] Stir 🆔 c ⛔ a,b'),
  },
  'same-nothing': {
    ...{ severity: 'warning', as: 'yaml', at: [6, 39] },
    fires: yaml('{id: brew, title: Brew, same: istio#virtual-service}'),
    silent: yaml('{id: brew, title: Brew, same: istio#virtualservice}'),
  },
  'same-circle': {
    ...{ severity: 'warning', as: 'yaml', at: [6, 39] },
    fires: yaml('{id: brew, title: Brew, same: tea#brew}'),
    silent: yaml('{id: brew, title: Brew, same: tea#pour}', '{id: pour, title: Pour}'),
    before: (home, file) => {
      expect(home.run(['roadmaps', 'add', file, '--name', 'tea'])).toMatchObject({ status: 0 });
      return home.path(file);
    },
  },
  'harder-prerequisite': {
    ...{ severity: 'warning', at: [2, 20] },
    fires: lines('- [ ] Brew #senior 🆔 hard', '- [ ] Pour #junior ⛔ hard'),
    silent: lines('- [ ] Brew #junior 🆔 easy', '- [ ] Pour #senior ⛔ easy', '- [ ] Stir #junior ⛔ easy'),
  },
  'unknown-key': {
    ...{ severity: 'warning', as: 'yaml', at: [6, 33] },
    fires: yaml('{id: brew, title: Brew, outcom: hot}'),
    silent: yaml('{id: brew, title: Brew, outcome: hot}'),
  },
  'unknown-status': {
    ...{ severity: 'warning', as: 'yaml', at: [6, 38] },
    fires: yaml('{title: Brew, id: b, status: ready}'),
    silent: yaml('{title: Brew, status: planned}'),
  },
  'cut-title': {
    ...{ severity: 'info', as: 'yaml', at: [6, 14] },
    fires: yaml('Brew #slow', 'Stir'),
    silent: yaml('"Brew #slow"', 'C#', 'Stir & pour', '"tea: black"'),
  },
  'swallowed-entry': {
    ...{ severity: 'warning', as: 'yaml', at: [7, 8] },
    fires: yaml('Brew\n       - Pour', 'Stir'),
    silent: yaml('Brew -\n        and pour', 'Pour - or spill -\n        twice', '"Stir\n        - or not"'),
  },
  'unquoted-text': {
    ...{ severity: 'warning', as: 'yaml', at: [2, 14] },
    fires: lines('- week: 1', '  about: Brew: the basics', '- week: 2', '  about: Pour'),
    silent: lines('- week: 1', '  about: "Brew: the basics"', '- week: 2', '  about: Pour'),
  },
  'untitled-roadmap': {
    ...{ severity: 'info', as: 'yaml', at: null },
    fires: lines('title:', 'topics: [Brew]'),
    silent: lines('title: Tea', 'topics: [Brew]'),
  },
  'missing-field': {
    ...{ severity: 'warning', as: 'yaml', at: [8, 9] },
    fires: yaml('{title: Brew, hours: 1}', '{title: Pour, hours: 1}', 'Stir'),
    silent: yaml('{title: Brew, hours: 1}', '{title: Pour, hours: 1}', '{title: Stir, hours: 2}'),
  },
  'rare-fields': {
    ...{ severity: 'info', as: 'yaml', at: null },
    fires: yaml('Brew'),
    silent: lines(
      'title: Tea',
      'topics:',
      '  - {id: brew, title: Brew, outcome: can fill the house, level: junior, hours: 1, links: [https://example.org]}',
    ),
  },
  'missing-translation': {
    ...{ severity: 'warning', as: 'yaml', at: [10, 17] },
    fires: yaml(...bilingual, '{title: {en: Stir}}'),
    silent: yaml(...bilingual, '{title: Darjeeling}'),
  },
  'wrong-language': {
    ...{ severity: 'warning', as: 'yaml', at: [6, 17] },
    fires: yaml('{title: {en: Заварка, ru: Заварка}}'),
    silent: yaml('{title: {en: Brew, ru: Заварка}}'),
  },
  'odd-hours': {
    ...{ severity: 'info', as: 'yaml', at: [6, 30] },
    fires: yaml('{title: Brew, hours: 12}'),
    silent: yaml('{title: Brew, hours: 1.5}'),
  },
  'bad-link': {
    ...{ severity: 'warning', as: 'yaml', at: [6, 30] },
    fires: yaml('{title: Brew, links: [http://example.org/brew]}'),
    silent: yaml('{title: Brew, links: [https://example.org/brew, notes/brew.md]}'),
  },
  'needs-legacy': {
    ...{ severity: 'warning', as: 'yaml', at: [7, 37] },
    fires: yaml('{id: a, title: Bricks, legacy: {state: removed}}', '{id: b, title: Bags, needs: [a]}'),
    silent: yaml('{id: a, title: Bricks}', '{id: b, title: Bags, needs: [a]}'),
  },
  'unnamed-stage': {
    ...{ severity: 'warning', as: 'yaml', at: [7, 17] },
    fires: `maturity: [{name: Cold brew, stage: alpha}]\n${yaml('{title: Cold brew at home}')}`,
    silent: `maturity: [{name: Cold brew, stage: alpha}]\n${yaml('{title: Cold brew at home, stage: alpha}')}`,
  },
  'version-without-since': {
    ...{ severity: 'warning', as: 'yaml', at: [7, 32] },
    fires: `version: "2.4"\n${yaml('{title: Brew, outcome: can heat the pot twice since 2.3}')}`,
    silent: `version: "2.4"\n${yaml('{title: Brew, since: "2.3", outcome: can heat the pot twice since 2.3}')}`,
  },
  'later-than-roadmap': {
    ...{ severity: 'warning', as: 'yaml', at: [7, 30] },
    fires: `version: "2.4"\n${yaml('{title: Brew, since: "2.10"}')}`,
    silent: `version: "2.10"\n${yaml('{title: Brew, since: "2.4"}')}`,
  },
  'hours-off-weight': {
    ...{ severity: 'info', as: 'yaml', at: [4, 13] },
    fires: exam(58, 21, 21),
    silent: exam(2, 1, 1),
  },
  'weights-sum': {
    ...{ severity: 'warning', as: 'yaml', at: [4, 13] },
    fires: lines('title: Exam', 'sections:', '  - title: Leaves', '    weight: 60', '    topics: [Brew]'),
    silent: lines('title: Exam', 'sections:', '  - title: Leaves', '    weight: 100', '    topics: [Brew]'),
  },
  'descending-levels': {
    ...{ severity: 'info', as: 'yaml', at: null },
    fires: yaml(
      ...['senior', 'senior', 'junior', 'junior', 'junior'].map((one, at) => `{title: T${at}, level: ${one}}`),
    ),
    silent: yaml(
      ...['junior', 'senior', 'senior', 'senior', 'senior'].map((one, at) => `{title: T${at}, level: ${one}}`),
    ),
  },
  'alike-outcomes': {
    ...{ severity: 'info', as: 'yaml', at: [7, 32] },
    fires: yaml(
      '{title: Brew, outcome: can fill a cup with the eyes shut}',
      '{title: Pour, outcome: can fill a cup from a bucket without loss}',
    ),
    silent: yaml(
      '{title: Brew, outcome: can fill a cup with the eyes shut}',
      '{title: Pour, outcome: can empty a cup from a bucket without loss}',
    ),
  },
  'reworded-title': {
    ...{ severity: 'info', as: 'yaml', at: [6, 41] },
    fires: yaml('{title: Brewing a cup, outcome: can brew cups}'),
    silent: yaml('{title: Brewing a cup, outcome: can keep three pots hot without looking}'),
  },
  unreadable: {
    ...{ severity: 'error', at: null },
    fires: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 0, 0, 0, 7]),
    silent: lines('- [ ] Brew'),
  },
  'not-a-roadmap': {
    ...{ severity: 'error', at: null, as: 'yaml' },
    fires: lines('name: Ann', 'phone: 1'),
    silent: yaml('Brew'),
  },
  'bad-roadmap': {
    ...{ severity: 'error', as: 'yaml', at: [6, 9] },
    fires: yaml('{hours: 1}'),
    silent: yaml('{title: Brew, hours: 1}'),
  },
  'progress-outside': {
    severity: 'warning',
    fires: lines('---', 'progress: ../ticks.md', '---', '', '# Tea', '', '- [ ] Brew'),
    silent: lines('---', 'progress: ticks.md', '---', '', '# Tea', '', '- [ ] Brew'),
  },
  'bad-progress': {
    severity: 'error',
    at: null,
    fires: lines('---', 'progress: mine.md', '---', '', '# Tea', '', '- [ ] Brew'),
    silent: lines('---', 'progress: new.md', '---', '', '# Tea', '', '- [ ] Brew'),
    before: (home, file) => {
      home.write('fires/mine.md', '# Mine\n');
      return home.path(file);
    },
  },
  'link-outside': {
    severity: 'info',
    at: null,
    fires: '',
    silent: lines('- [ ] Brew'),
    before: (home, file) => {
      rmSync(home.path(file));
      mkdirSync(home.path(file));
      const link = join(home.path(file), 'out.md');
      symlinkSync(home.write('elsewhere.md', lines('- [X] Brew')), link);
      return link;
    },
  },
  'ticks-abandoned': {
    severity: 'warning',
    fires: lines('# Tea', '', '- Brew', '- Pour'),
    silent: lines('# Tea', '', '- [x] Brew ✅ 2026-11-01', '- [ ] Pour'),
    before: (home, file) => {
      home.write(`elsewhere/${file}`, home.read(file));
      expect(home.run(['done', '1', '-r', `elsewhere/${file}`]).status).toBe(0);
      rmSync(home.path('elsewhere'), { recursive: true });
      return home.path(file);
    },
  },
  'progress-of-another': {
    severity: 'warning',
    fires: lines('# Kettle', '', '- Boil', '- Wait'),
    silent: lines('# Kettle', '', '- [x] Boil ✅ 2026-11-01', '- [ ] Wait'),
    before: (home, file) => {
      expect(home.run(['done', '1', '-r', file]).status).toBe(0);
      home.write('another.md', '# Cups');
      for (const name of readdirSync(home.data).filter((one) => one.startsWith('progress-of-another-'))) {
        const kept = join(home.data, name);
        writeFileSync(kept, readFileSync(kept, 'utf8').replace(home.path(file), home.path('another.md')));
      }
      return home.path(file);
    },
  },
  // Last: others look for the only progress file there is.
  'ticks-elsewhere': {
    severity: 'info',
    fires: lines('# Cocoa', '', '- [ ] Stir', '- [ ] Drink'),
    silent: lines('# Cocoa', '', '- [ ] Stir', '- [ ] Drink'),
    before: (home, file) => {
      const boxed = home.read(file);
      home.write(file, boxed.replaceAll('[ ] ', ''));
      expect(home.run(['done', '1', '-r', file]).status).toBe(0);
      return home.write(file, boxed);
    },
  },
};
const codes = Object.keys(cases) as DiagnosticCode[];

describe('every code', () => {
  it('is in the table of this test', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(englishSentences.diagnostics).sort());
  });

  // One command for all files: that they do not disturb each other is part of what is tested.
  const home = (): {
    home: Home;
    found: (kind: 'fires' | 'silent') => Map<string, Found[]>;
    places: Map<string, string>;
  } => {
    const home = newHome();
    const places = new Map<string, string>();
    for (const code of codes) {
      const { fires, silent, as = 'md', before } = cases[code];
      home.write(`silent/${code}.${as}`, silent);
      if (fires === null) continue;
      home.write(`fires/${code}.${as}`, fires);
      places.set(code, before ? before(home, `fires/${code}.${as}`) : home.path(`fires/${code}.${as}`));
    }
    const found = (kind: 'fires' | 'silent'): Map<string, Found[]> => {
      const names = codes.map((code) => `${kind}/${code}.${cases[code].as ?? 'md'}`);
      const all = lintJson(home, names);
      return new Map(
        codes.map((code) => {
          const file = kind === 'fires' ? places.get(code) : home.path(`silent/${code}.${cases[code].as ?? 'md'}`);
          return [code, all.filter((one) => one.file === file)];
        }),
      );
    };
    return { home, found, places };
  };

  it('is found once where it belongs, with its severity and place, and not where it does not', () => {
    const { found } = home();
    const fires = found('fires');
    const silent = found('silent');
    for (const code of codes) {
      const { severity, at } = cases[code];
      const own = (fires.get(code) ?? []).filter((one) => one.code === code);
      expect(
        own.map((one) => one.severity),
        code,
      ).toEqual([severity]);
      if (at !== undefined) expect([own[0]?.line ?? null, own[0]?.column ?? null], code).toEqual(at ?? [null, null]);
      expect(
        (silent.get(code) ?? []).filter((one) => one.code === code),
        code,
      ).toEqual([]);
    }
  });
});

describe('a roadmap that cannot be used', () => {
  const broken = lines(
    'title: Чай',
    'sections:',
    '  - title: Листья',
    '    topics: [Заварка, Розлив',
    '    level: junior',
  );
  const marked = ['  4 |     topics: [Заварка, Розлив', '    |             ^', ''].join('\n');

  it('has its lines and marks in the failure and in what lint finds', () => {
    const home = newHome();
    home.write('tea.yaml', broken);
    const failed = home.run(['status', '-r', 'tea.yaml'], { env: wide });
    expect(failed).toMatchObject({ status: 4, out: '' });
    expect(failed.err).toContain(`  4:13  this [ is never closed\n${marked}`);
    const { status, out } = home.run(['lint', 'tea.yaml'], { env: wide });
    expect(status).toBe(4);
    expect(out).toContain(`tea.yaml:4:13: error: this [ is never closed [bad-roadmap]\n${marked}`);
  });

  it('is reported in the language that was chosen, in every form', () => {
    const home = newHome();
    home.write('tea.yaml', broken);
    expect(home.run(['status', '-r', 'tea.yaml', '--lang', 'ru'], { env: wide }).err).toContain(
      `  4:13  эта скобка [ не закрыта\n${marked}`,
    );
    expect(home.run(['lint', 'tea.yaml', '--lang', 'ru', '--plain']).out).toBe(
      'tea.yaml:4:13: error: bad-roadmap: эта скобка [ не закрыта\n',
    );
    const found = JSON.parse(home.run(['lint', 'tea.yaml', '--lang', 'ru', '--json']).out);
    expect(found.diagnostics).toMatchObject([
      {
        ...{ code: 'bad-roadmap', severity: 'error', line: 4, column: 13 },
        ...{ message: 'эта скобка [ не закрыта', hint: 'пока это не исправлено, план прочитать нельзя' },
      },
    ]);
  });

  it('reports on front matter in that language too', () => {
    const home = newHome();
    home.write('tea.md', lines('---', 'title: [tea', '---', '- [ ] Brew'));
    expect(home.run(['lint', 'tea.md', '--lang', 'ru', '--plain']).out).toContain(
      'front matter пропущен: эта скобка [ не закрыта',
    );
  });

  it('names the levels that a note or a roadmap declares', () => {
    const home = newHome();
    home.write('tea.md', lines('---', 'levels: [rookie, master]', '---', '- [ ] Brew [level:: junior]'));
    home.write('tea.yaml', lines('levels: [rookie, master]', 'topics:', '  - {title: Brew, level: mister}'));
    const hints = lintJson(home, ['tea.md', 'tea.yaml']).filter(({ code }) => code === 'unknown-level');
    expect(hints.map(({ hint }) => hint)).toEqual([
      'its levels: rookie, master',
      'did you mean "master"? its levels: rookie, master',
    ]);
  });

  it('reports an id that is given twice once', () => {
    const home = newHome();
    home.write('tea.yaml', yaml('{id: brew, title: Brew}', '{title: Pour, id: brew}'));
    expect(lintJson(home, ['tea.yaml']).filter(({ code }) => code === 'duplicate-id')).toMatchObject([
      { line: 7, column: 27 },
    ]);
  });
});

describe('lint', () => {
  it('exits 0 for warnings and remarks, 1 for errors, and says when there is nothing', () => {
    const home = newHome();
    home.write('good.md', kafka.replace(' ✅ 2026-11-01', ' ✅ 2026-11-02'));
    home.write('odd.md', lines('- [X] Brew'));
    home.write('bad.md', cases['bad-id'].fires as string);
    expect(home.run(['lint', 'good.md'])).toEqual({
      status: 0,
      signal: null,
      out: 'nothing to report in good.md\n',
      err: '',
    });
    expect(home.run(['lint', 'good.md', '--plain'])).toMatchObject({ status: 0, out: '' });
    expect(home.run(['lint', 'odd.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['lint', 'bad.md'])).toMatchObject({ status: 1, err: '' });
    expect(home.run(['lint', 'odd.md', 'bad.md', 'good.md'])).toMatchObject({ status: 1, err: '' });
  });

  it('without a file takes the chosen roadmap, and the bundled one is clean', () => {
    const home = newHome();
    home.write('odd.md', lines('- [X] Brew ✅ 2026-11-01'));
    expect(home.run(['lint'])).toMatchObject({ status: 0, out: 'nothing to report in istio\n' });
    expect(home.run(['lint', '--plain', '-r', 'odd.md']).out).toMatch(/^odd\.md:1:4: warning: uppercase-x: [^\n]+\n$/);
    expect(home.run(['lint', '--plain'], { env: { ISTIO_ROADMAP: 'odd.md' } }).out).toMatch(/^odd\.md:1:4: /);
  });

  it.each([['ambient'], ['ica'], ['istio']])('the bundled roadmap %s has no finding', (name) => {
    const { status, out } = newHome().run(['lint', name]);
    if (status !== 2) expect({ status, out }).toEqual({ status: 0, out: `nothing to report in ${name}\n` });
  });

  it.each(['каналы', 'a/b', 'c++', '✅'])(
    'an id of a YAML roadmap such as %s is followed, and nothing to report',
    (id) => {
      const home = newHome();
      const text = `title: Tea\ntopics: [{id: "${id}", title: Pour}, {id: stir, title: Stir}]\n`;
      home.write('tea.yaml', text);
      home.run(['done', '1', '-r', 'tea.yaml']);
      home.write('tea.yaml', text.replace('Pour', 'Serve'));
      expect(home.run(['lint', '-r', 'tea.yaml', '--plain', '-q'])).toMatchObject({ status: 0, out: '' });
      expect(home.run(['list', '-r', 'tea.yaml', '--plain']).out).toMatch(/^1\tdone\t.*\tServe\n/);
      // One that no topic has is still no id.
      home.write('tea.yaml', text.replace(id, 'pour'));
      expect(home.run(['lint', '-r', 'tea.yaml', '--plain', '-q']).out).toMatch(/: error: bad-id: /);
    },
  );

  it('names the ticks that fit nothing with the line of the progress file', () => {
    const home = newHome();
    home.write('garden.yaml', garden);
    home.run(['done', 'mulch', '-r', 'garden.yaml']);
    home.write(
      'garden.yaml',
      garden.replace('{id: mulch, title: {en: Mulch, ru: Мульча}}', '{id: straw, title: Straw}'),
    );
    const { status, out } = home.run(['lint', '-r', 'garden.yaml', '--plain']);
    const line =
      home
        .readProgress()
        .split('\n')
        .findIndex((text) => text.includes('mulch')) + 1;
    expect({ status, out }).toEqual({
      status: 0,
      out: expect.stringMatching(
        new RegExp(`^${home.progressFile()}:${line}:1: warning: orphan-tick: [^\\n]*Mulch`, 'm'),
      ) as string,
    });
  });

  it('one file alone that cannot be read fails as everywhere else; a broken roadmap is reported with its places all the same', () => {
    const home = newHome();
    home.write('p.md', cases.unreadable.fires as Uint8Array);
    home.write('cv.yaml', cases['not-a-roadmap'].fires as string);
    home.write('bad.yaml', cases['bad-roadmap'].fires as string);
    expectRefusal(home.run(['lint', 'p.md'], { env: wide }), 5, /p\.md cannot be read: it is not text/);
    expectRefusal(
      home.run(['lint', 'gone.md', '--json'], { env: wide }),
      5,
      /gone\.md cannot be read: there is no such file/,
    );
    expectRefusal(home.run(['lint', 'cv.yaml'], { env: wide }), 4, /cv\.yaml is not a roadmap/);
    expect(home.run(['lint', 'bad.yaml', '--plain'])).toMatchObject({
      ...{ status: 4, err: '' },
      out: expect.stringMatching(/^bad\.yaml:6:9: error: bad-roadmap: expected a title/) as string,
    });
    const all = lintJson(home, ['p.md', 'gone.md', 'gone', 'cv.yaml', 'bad.yaml']);
    expect(all.map(({ code }) => code)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'not-a-roadmap',
      'bad-roadmap',
    ]);
    expect(home.run(['lint', 'p.md', 'gone.md'])).toMatchObject({ status: 1, err: '' });
  });

  it('a need that another of the files meets is no finding', () => {
    const home = newHome();
    home.write('a.md', lines('- [ ] Pour ⛔ kettle'));
    home.write('b.md', lines('- [ ] Kettle 🆔 kettle'));
    expect(lintJson(home, ['a.md'])).toHaveLength(1);
    expect(lintJson(home, ['a.md', 'b.md'])).toEqual([]);
  });

  it('--quiet leaves people with the exit status', () => {
    const home = newHome();
    home.write('a.md', lines('- [X] Brew'));
    home.write('b.md', lines('- [ ] one 🆔 a ⛔ a'));
    expect(home.run(['lint', 'a.md', '-q'])).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.run(['lint', 'b.md']).status).toBe(1);
    expect(home.run(['lint', 'b.md', '-q'])).toMatchObject({ status: 1, out: '', err: '' });
  });

  it('--quiet leaves records without remarks, and the language changes words alone', () => {
    const home = newHome();
    home.write('a.md', lines('- [X] Brew'));
    expect(home.run(['lint', 'a.md', '--quiet', '--plain']).out).toMatch(/^a\.md:1:4: warning: uppercase-x: [^\n]+\n$/);
    home.write('b.md', lines('- [x] Brew'));
    expect(home.run(['lint', 'b.md', '--quiet'])).toMatchObject({ status: 0, out: '' });
    const bare = (found: Found[]): unknown => found.map(({ message, hint, ...rest }) => [rest, message === hint]);
    expect(bare(lintJson(home, ['a.md'], { LANG: 'ru_RU.UTF-8' }))).toEqual(bare(lintJson(home, ['a.md'])));
    expect(home.run(['lint', 'a.md'], { env: { LANG: 'ru_RU.UTF-8' } }).out).toMatch(/предупреждение: /);
  });

  it('a hostile file cannot drive the terminal', () => {
    const home = newHome();
    home.write('e\u001b[2J.md', lines('- [ ] a 🆔 \u001b[2Jboo'));
    for (const form of [[], ['--plain']]) {
      const { out } = home.run(['lint', 'e\u001b[2J.md', ...form]);
      expect(out).toContain('bad-id');
      expect(out).not.toContain('\u001b');
    }
  });
});

describe('a folder', () => {
  it('is read to the bottom without hidden folders, node_modules, other files and circles of links', () => {
    const home = newHome();
    const odd = lines('- [X] Brew ✅ 2026-11-01');
    for (const name of ['a.md', 'B.MARKDOWN', 'c.txt', 'deep/er/d.md', 'e.yml']) home.write(`notes/${name}`, odd);
    for (const name of [
      '.hidden/x.md',
      '.y.md',
      'node_modules/p/README.md',
      'z.json',
      'program.ts',
      'deep/node_modules/q.md',
    ])
      home.write(`notes/${name}`, odd);
    symlinkSync('..', home.path('notes/deep/up'));
    symlinkSync('up', home.path('notes/deep/loop'));
    symlinkSync('../a.md', home.path('notes/deep/again.md'));
    for (const form of ['notes', './notes/', home.path('notes')]) {
      const { out, status } = home.run(['lint', form, '--plain']);
      const stem = form.replace(/\/$/, '');
      expect(status).toBe(0);
      expect(
        out
          .split('\n')
          .filter(Boolean)
          .map((line) => line.replace(/:1:4: .*/, '')),
      ).toEqual(['B.MARKDOWN', 'a.md', 'c.txt', 'e.yml', 'deep/er/d.md'].map((name) => `${stem}/${name}`));
    }
    expect(home.run(['lint', 'notes', 'notes/a.md', './notes', '--plain']).out.split('\n')).toHaveLength(6);
  });

  it('hints for a YAML roadmap say what is written in YAML', () => {
    const home = newHome();
    home.write('none.yaml', 'title: Tea\nsections:\n');
    home.write(
      'tea.yaml',
      'title: Tea\nsections:\n  - {title: Basics, topics: [Pour]}\n  - {title: Advanced topics, topics: [{title: Stir, level: guru}]}\n',
    );
    for (const language of ['en', 'ru']) {
      const out = home.run(['lint', 'none.yaml', 'tea.yaml', '--lang', language], { env: wide }).out;
      for (const hint of ['`topics: [', '`level: junior`', '`levels`']) expect(out).toContain(hint);
      expect(out).not.toMatch(/- \[ \]|#junior|front matter/);
    }
  });

  it('what is no roadmap is a remark there, an empty file too, and a folder without files says so', () => {
    const home = newHome();
    home.write('notes/prose.md', 'Tea is a drink.\n');
    home.write('notes/empty.md', '');
    home.write('notes/ci.yaml', 'on: push\njobs: 3\n');
    mkdirSync(home.path('bare'));
    const found = lintJson(home, ['notes']);
    expect(found.map(({ code, severity }) => `${severity} ${code}`).sort()).toEqual([
      ...['info no-topics', 'info no-topics', 'info not-a-roadmap'],
    ]);
    expect(home.run(['lint', 'bare'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^no \.md.* in bare\n$/) as string,
    });
  });

  it('a file or a folder that may not be read is an error and hides nothing else', () => {
    const home = newHomeOfNobody();
    home.write('notes/secret.md', kafka, 0o200);
    home.write('notes/vault/a.md', kafka);
    home.write('notes/odd.md', lines('- [X] Brew ✅ 2026-11-01'));
    symlinkSync('nowhere.md', home.path('notes/dangling.md'));
    chmodSync(home.path('notes/vault'), 0o000);
    const { status, out } = home.run(['lint', 'notes', '--plain']);
    expect(status).toBe(1);
    expect(out).toMatch(/^notes\/vault:1:1: error: unreadable: .*permission/m);
    expect(out).toMatch(/^notes\/secret\.md:1:1: error: unreadable: .*permission/m);
    expect(out).toMatch(/^notes\/dangling\.md:1:1: error: unreadable: .*gone/m);
    expect(out).toMatch(/^notes\/odd\.md:1:4: warning: uppercase-x/m);
  });
});

describe('a folder with one bad file', () => {
  const odd = lines('- [X] Brew ✅ 2026-11-01');
  const bad: readonly (readonly [string, string, RegExp])[] = [
    [
      'wish.md',
      lines('---', 'progress: mine.md', '---', odd),
      /^notes\/wish\.md:1:1: error: bad-progress: .*mine\.md/m,
    ],
    [
      'nul.md',
      lines('---', 'progress: "a\\u0000b.md"', '---', odd),
      /^notes\/nul\.md:1:1: warning: progress-outside: /m,
    ],
    [
      'anchors.yaml',
      `title: ${'&a '.repeat(12_000)}x\ntopics: [a]\n`,
      /^notes\/anchors\.yaml:1:\d+: error: bad-roadmap/m,
    ],
    ['tags.yaml', `topics:\n  - ${'! '.repeat(12_000)}x\n`, /^notes\/tags\.yaml:2:\d+: error: bad-roadmap/m],
    [
      'front.md',
      lines('---', `title: ${'&a '.repeat(12_000)}x`, '---', odd),
      /^notes\/front\.md:2:1: warning: front-matter/m,
    ],
    [
      'tags.md',
      lines('---', `title: ${'! '.repeat(12_000)}x`, '---', odd),
      /^notes\/tags\.md:2:1: warning: front-matter/m,
    ],
    [
      'long.md',
      lines('---', `progress: ${'n'.repeat(300)}.md`, '---', odd),
      /^notes\/long\.md:1:1: warning: progress-outside/m,
    ],
  ];

  it.each(bad)('%s is a finding, and the others are read and mended', (name, text, finding) => {
    const home = newHome();
    home.write('notes/a.md', odd);
    home.write(`notes/${name}`, text);
    home.write('notes/mine.md', '# Mine\n');
    home.write('notes/z.md', odd);
    const { status, out, err } = home.run(['lint', 'notes', '--plain']);
    expect({ status: [0, 1].includes(status ?? -1), err }).toEqual({ status: true, err: '' });
    expect(out).toMatch(finding);
    expect(out).toMatch(/^notes\/z\.md:1:4: warning: uppercase-x/m);
    const fixed = home.run(['lint', '--fix', 'notes'], { env: wide });
    expect(fixed.out).toMatch(/mended in notes\/a\.md/);
    expect(fixed.out).toMatch(/mended in notes\/z\.md/);
    expect(home.read('notes/z.md')).toBe(odd.replace('[X]', '[x]'));
  });

  it('every file that cannot be mended is named, what is found in it as well, and what was mended', () => {
    const home = newHomeOfNobody();
    home.write('notes/a.md', odd);
    home.write('notes/b.md', odd, 0o444);
    home.write('notes/c.md', odd, 0o444);
    home.write('notes/z.md', odd);
    const { status, out, err } = home.run(['lint', '--fix', 'notes'], { env: wide });
    expect(status).toBe(5);
    expect(err).toMatch(/b\.md cannot be written: it is write-protected/);
    expect(err).toMatch(/c\.md cannot be written: it is write-protected/);
    expect(out).toMatch(/notes\/b\.md:1:4: warning: .*\s\[uppercase-x\]/);
    expect(out).toMatch(/mended in notes\/a\.md/);
    expect(out).toMatch(/mended in notes\/z\.md/);
  });

  it('no link is followed out of it, to a file or to a folder; each is named with the command that would', () => {
    const home = newHome();
    home.write('notes/a.md', odd);
    home.write('elsewhere/b.md', odd);
    home.write('elsewhere/deep/c.md', odd);
    symlinkSync('../elsewhere/b.md', home.path('notes/file.md'));
    symlinkSync('../elsewhere/deep', home.path('notes/folder'));
    symlinkSync('a.md', home.path('notes/within.md'));
    const { status, out } = home.run(['lint', '--fix', 'notes'], { env: wide });
    expect(status).toBe(0);
    expect(out).toMatch(/mended in notes\/a\.md/);
    expect(out).toContain(`istio-roadmap lint ${home.path('elsewhere/b.md')}`);
    expect(out).toContain(`istio-roadmap lint ${home.path('elsewhere/deep')}`);
    for (const name of ['elsewhere/b.md', 'elsewhere/deep/c.md']) expect(home.read(name)).toBe(odd);
    // A link that was named itself is followed.
    expect(home.run(['lint', '--fix', 'notes/file.md']).status).toBe(0);
    expect(home.read('elsewhere/b.md')).toBe(odd.replace('[X]', '[x]'));
  });
});

describe('a vault', () => {
  it('with names that lead nowhere, bytes and a file of 60 MB: each is named, and the rest is read', () => {
    const home = newHome();
    home.write('vault/a.md', '- [X] Brew\n');
    home.write('vault/deep/z.md', '- [X] Brew\n');
    home.write('vault/binary.md', Uint8Array.of(0, 1, 2, 0, 255, 0));
    truncateSync(home.write('vault/large.md', ''), 60 * 1024 * 1024);
    symlinkSync('nowhere.md', home.path('vault/dangling.md'));
    symlinkSync('round.md', home.path('vault/around.md'));
    symlinkSync('around.md', home.path('vault/round.md'));
    symlinkSync('..', home.path('vault/deep/up'));
    const { status, out, err } = home.run(['lint', 'vault', '--plain']);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    const found = out.split('\n').map((line) => /^vault\/([^:]*):\S+ (\w+: [\w-]+)/.exec(line)?.slice(1).join(' '));
    const unread = ['around', 'binary', 'dangling', 'large', 'round'].map((name) => `${name}.md error: unreadable`);
    expect(found.filter((one) => !/no-done-date|inferred/.test(one ?? ''))).toEqual([
      ...['a.md warning: uppercase-x', ...unread, 'deep/z.md warning: uppercase-x', undefined],
    ]);
  });

  it('is not kept in memory: 50 MB of notes are linted in a heap of 32', () => {
    const home = newHome();
    // A text is kept by any piece of it, such as the link that is reported.
    const code = `\`\`\`\n${`${'x'.repeat(99)}\n`.repeat(9_000)}\`\`\`\n`;
    for (let i = 0; i < 55; i++)
      home.write(`vault/${i}.md`, `- [X] Brew [[[Kettle number ${i}]]](https://[[kettle]].example/)\n\n${code}`);
    const env = { NODE_OPTIONS: '--max-old-space-size=32' };
    const { status, signal, out } = home.run(['lint', 'vault', '--plain'], { env });
    expect({ status, signal }).toEqual({ status: 0, signal: null });
    expect(out.match(/broken-link/g)).toHaveLength(55);
  });
});

describe('lint --fix', () => {
  const before = [
    '# Tea\r\n',
    '- [X] Brew 🆔 brew ✅ 2026-11-01  \r\n',
    '- [x] Pour ✅\u00a02026-11-02\n',
    '  * [X] Cup\t✅\t2026-11-03 #kitchen ^c1\r',
    '- [x] Two ✅\u00a02026-11-04 ✅ 2026-11-05\n',
    '- [ ] Open ✅ 2026-11-06\n',
    '```\n- [X] code ✅\u00a02026-11-07\n```\n',
    'X [X] prose',
  ].join('');
  const after = before
    .replace('- [X] Brew', '- [x] Brew')
    .replace('✅\u00a02026-11-02', '✅ 2026-11-02')
    .replace('* [X] Cup\t✅\t', '* [x] Cup\t✅ ');

  it('mends marks and blanks, nothing else, and undo gives the very bytes back', () => {
    const home = newHome();
    home.write('tea.md', before);
    const { status, out, err } = home.run(['lint', '--fix', 'tea.md'], { env: wide });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(home.read('tea.md')).toBe(after);
    expect(out).toContain('4 places mended in tea.md; to take it back:\n  istio-roadmap undo -r tea.md\n');
    expect(out).not.toContain('[uppercase-x]');
    const undone = home.run(['undo', '-r', 'tea.md']);
    expect(undone).toMatchObject({ status: 0, err: '' });
    expect(undone.out).toMatch(/Brew/);
    expect(home.read('tea.md')).toBe(before);
    expect(home.run(['redo', '-r', 'tea.md']).status).toBe(0);
    expect(home.read('tea.md')).toBe(after);
  });

  it('changes no count but the days that were not seen', () => {
    const home = newHome();
    home.write('tea.md', before);
    const count = (): unknown => home.json<{ total: { dated: number } }>(['status', '-r', 'tea.md']).total;
    const was = count() as { dated: number };
    home.run(['lint', '--fix', 'tea.md']);
    expect(count()).toEqual({ ...was, dated: was.dated + 1 });
  });

  it('a second time finds nothing to mend and writes nothing', () => {
    const home = newHome();
    home.write('tea.md', before);
    home.run(['lint', '--fix', 'tea.md']);
    const now = home.snapshot();
    expect(home.run(['lint', '--fix', 'tea.md']).status).toBe(0);
    expect(home.snapshot()).toEqual(now);
  });

  it('--dry-run shows the lines and writes nothing; without --fix nothing is ever written', () => {
    const home = newHome();
    home.write('tea.md', before);
    const now = home.snapshot();
    const { status, out } = home.run(['lint', '--fix', '--dry-run', 'tea.md']);
    expect(status).toBe(0);
    expect(out).toMatch(/^--- \.\/tea\.md\n\+\+\+ \.\/tea\.md\n@@ /);
    const screen = atTerminal(home, ['lint', '--fix', '--dry-run', 'tea.md', '--color', 'never'])?.screen;
    if (screen !== undefined) {
      expect(screen.replaceAll('\r\n', '\n')).toMatch(/^ 2 - - \[X\] Brew.*\n 3 - .*\n 4 - /m);
      expect(screen).toContain('+ - [x] Brew');
    }
    expect(home.run(['lint', 'tea.md'], { env: wide }).out).toContain('\n  istio-roadmap lint tea.md --fix\n');
    expect(home.snapshot()).toEqual(now);
  });

  it.each<[string, string, (home: Home) => void]>([
    ['a repaired note', 'tea.md', (home) => home.write('tea.md', spoiled(lines('# Чай', ...many, '- [X] Лимон')))],
    ['a YAML roadmap', 'garden.yaml', (home) => home.write('garden.yaml', garden.replace('Soil,', '"[X] Soil",'))],
    ['a bundled roadmap', 'istio', () => {}],
    [
      'a note whose ticks are kept elsewhere',
      'list.md',
      (home) => {
        home.write('list.md', lines('- Brew', '- Pour'));
        home.run(['done', 'Brew', '-r', 'list.md']);
        home.write('list.md', lines('- [X] Brew', '- [ ] Pour'));
      },
    ],
  ])('never writes to %s', (_, name, make) => {
    const home = newHome();
    make(home);
    const now = home.snapshot();
    const { status, err } = home.run(['lint', '--fix', name]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(home.snapshot()).toEqual(now);
  });

  it('a file that may not be written to fails with 5 after the others were mended and named', () => {
    const home = newHomeOfNobody();
    home.write('work/a.md', '- [X] Brew\n', 0o444);
    home.write('work/b.md', '- [X] Pour\n');
    const { status, out, err } = home.run(['lint', '--fix', 'work'], { env: wide });
    expect(status).toBe(5);
    expect(err).toMatch(/a\.md cannot be written/);
    expect(out).toContain('1 place mended in work/b.md');
    expect([home.read('work/a.md'), home.read('work/b.md')]).toEqual(['- [X] Brew\n', '- [x] Pour\n']);
  });
});

describe('repair', () => {
  const text = lines('# Чай', ...many, '| Лимон | да |');

  it('prints the exact text and touches nothing', () => {
    const home = newHome();
    home.write('tea.md', spoiled(text).replaceAll('\n', '\r\n'));
    const now = home.snapshot();
    expect(home.run(['repair', 'tea.md'])).toEqual({
      status: 0,
      signal: null,
      out: text.replaceAll('\n', '\r\n'),
      err: '',
    });
    expect(JSON.parse(home.run(['repair', 'tea.md', '--json']).out)).toEqual({
      ...{ schemaVersion: 1, kind: 'repair', file: home.path('tea.md'), encoding: 'utf-8', table: 'iso-8859-1' },
      text: text.replaceAll('\n', '\r\n'),
    });
    expect(home.snapshot()).toEqual(now);
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['a clean text', text, text, 'UTF-8'],
    ['a text with a byte order mark', `\ufeff${text}`, `\ufeff${text}`, 'UTF-8'],
    ['an empty file', '', '', 'UTF-8'],
    [
      'a text in windows-1251',
      Uint8Array.from([0xd7, 0xe0, 0xe9, 0x20, 0xe8, 0x20, 0xec, 0xff, 0xf2, 0xe0, 0x0a]),
      'Чай и мята\n',
      'Windows-1251',
    ],
  ])('%s is printed as it is, with a remark', (_, content, out, encoding) => {
    const home = newHome();
    home.write('tea.md', content);
    const answer = home.run(['repair', 'tea.md'], { env: wide });
    expect(answer).toMatchObject({ status: 0, out });
    expect(answer.err).toMatch(new RegExp(`^tea\\.md needs no repair; it is ${encoding}[^\\n]*\\n$`));
    expect(home.run(['repair', 'tea.md', '--quiet'])).toMatchObject({ status: 0, out, err: '' });
  });

  it('refuses what would not be exact and names the lines', () => {
    const home = newHome();
    home.write('tea.md', `${spoiled(text)}- [ ] Мёд и \u001b[2J лимон\n`);
    for (const form of [[], ['--json']]) {
      const answer = home.run(['repair', 'tea.md', ...form], { env: wide });
      expectRefusal(answer, 4, /tea\.md cannot be repaired exactly: 1 line /);
      expect(answer.err).toMatch(/^ +33: - \[ \] Мёд/m);
      expect(answer.err).not.toContain('\u001b');
    }
  });

  it('refuses a file that is missing, no text or not given', () => {
    const home = newHome();
    home.write('p.md', cases.unreadable.fires as Uint8Array);
    expectRefusal(home.run(['repair', 'gone.md'], { env: wide }), 5, /gone\.md cannot be read: there is no such file/);
    expectRefusal(home.run(['repair', 'p.md'], { env: wide }), 5, /p\.md cannot be read: it is not text/);
    expectRefusal(home.run(['repair'], { env: wide }), 2, /missing required argument/);
    expectRefusal(home.run(['repair', 'p.md', '--encoding', 'klingon'], { env: wide }), 2, /klingon/);
  });
});
