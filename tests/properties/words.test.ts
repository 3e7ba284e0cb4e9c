// Properties of words: every phrase of every table is recognised, however an author writes it, and no guard refuses one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleOf } from '../../src/formats/markdown/outline/section-roles.ts';
import {
  isPlan,
  levelColumn,
  projectColumns,
  statusColumn,
  titleColumn,
} from '../../src/formats/markdown/syntax/tables.ts';
import { cellState } from '../../src/formats/markdown/topics/status-cell.ts';
import * as columns from '../../src/formats/words/columns.ts';
import { otherRoles } from '../../src/formats/words/other-roles.ts';
import * as near from '../../src/formats/words/roles.ts';
import { isLegendWord, legendWords, stateNamed, stateWords, underWay } from '../../src/formats/words/states.ts';
import { courseUnits, timeUnits } from '../../src/formats/words/units.ts';
import { namesOf } from '../../src/model/level-names.ts';
import { besideLevel, levelCodes, levelTitles, rubric, suggestedLevel } from '../../src/model/level-words.ts';
import { plainWords } from '../../src/text/plain-words.ts';
import { phraseMap, phraseOpening, phrasesOf, type WordTable } from '../../src/text/word-table.ts';

const other = otherRoles();
const { afterRole } = near;
/** The tables of all scripts. */
const beforeRole: WordTable = { ...near.beforeRole, ...other.before };
const behindRole: WordTable = { ...near.behindRole, ...other.behind };
const roleTitles = Object.fromEntries(
  (Object.keys(near.roleTitles) as near.Role[]).map((role) => [
    role,
    { ...near.roleTitles[role], ...other.titles[role] },
  ]),
) as typeof near.roleTitles;

const tables: readonly (readonly [string, readonly WordTable[]])[] = [
  ['roles', [...Object.values(roleTitles), beforeRole, behindRole, afterRole]],
  [
    'columns',
    [
      columns.statusHeads,
      columns.ownStatus,
      columns.statusQualifiers,
      columns.countHeads,
      columns.topicHeads,
      columns.levelHeads,
      columns.masteryHeads,
      columns.besideHeads,
      ...Object.values(columns.projectHeads),
    ],
  ],
  ['states', [...Object.values(stateWords), underWay, legendWords]],
  ['levels', [...Object.values(levelTitles), ...Object.values(levelCodes), besideLevel]],
  ['units', [timeUnits, courseUnits]],
];

/** The phrases of a group of tables, each with the key it leads to. */
const entriesOf = <K extends string>(group: { readonly [key in K]: WordTable }): [string, K][] => [
  ...phraseMap(group)(),
];

const around = fc.record({
  before: fc.constantFrom('', '📚 ', '🔗', '⭐️ ', ':star: ', '  ', '👩‍💻 ', '→ ', '«'),
  after: fc.constantFrom('', ':', '!', '.', ' 🔗', ' …', '»', '：', '  '),
  hyphens: fc.boolean(),
  letters: fc.constantFrom('lower', 'upper', 'first'),
  pieces: fc.boolean(),
});

/** A phrase as an author may write it. */
const written = (phrase: string, { before, after, hyphens, letters, pieces }: Decoration): string => {
  const upper = phrase.toUpperCase();
  // Upper case is not for every letter the way back: ß, and the Turkish ı.
  const isSafe = upper.toLowerCase() === phrase;
  const cased =
    letters === 'lower' || !isSafe ? phrase : letters === 'upper' ? upper : upper.slice(0, 1) + phrase.slice(1);
  const joined = hyphens ? cased.replaceAll(' ', '-') : cased;
  return before + (pieces ? joined.normalize('NFD') : joined) + after;
};
type Decoration = typeof around extends fc.Arbitrary<infer T> ? T : never;

/** Holds for each phrase in each of many forms. */
function holdsFor<T>(list: readonly T[], check: (one: T, decoration: Decoration) => void): void {
  fc.assert(fc.property(fc.constantFrom(...list), around, check), { numRuns: 3000 });
}

describe('tables of words', () => {
  it.each(tables)('of %s hold phrases as plainWords gives them', (_, group) => {
    const phrases = group.flatMap(phrasesOf);
    expect(phrases.filter((phrase) => plainWords(phrase) !== phrase || phrase === '')).toEqual([]);
  });

  it('are searched and asked alike: a guard lets every first word pass, however often it was asked', () => {
    const group = Object.values(roleTitles);
    const mayOpen = phraseOpening(group);
    for (let round = 0; round < 2; round++)
      for (const phrase of group.flatMap(phrasesOf)) expect(mayOpen(phrase.split(' ')[0] as string)).toBe(true);
    expect(mayOpen('istio')).toBe(false);
    expect(phraseOpening(group)('istio')).toBe(false);
  });
});

describe('roles', () => {
  const titles = entriesOf(roleTitles);

  it('are recognised in every title of the table', () => {
    holdsFor(titles, ([phrase, role], decoration) => {
      expect(roleOf(written(phrase, decoration))).toBe(role);
    });
  });

  it('are recognised behind adjectives', () => {
    const adjectives = phrasesOf(beforeRole);
    fc.assert(
      fc.property(
        fc.constantFrom(...titles),
        fc.constantFrom(...adjectives),
        around,
        ([phrase, role], word, around) => {
          const title = `${word} ${phrase}`;
          fc.pre(title.length <= 60 && !titles.some(([other]) => other === title));
          expect(roleOf(written(title, around))).toBe(role);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('are recognised before adjectives of their language, in scripts without blanks with none between', () => {
    const known = new Map(titles);
    for (const [language, words] of Object.entries(behindRole))
      for (const table of Object.values(roleTitles))
        for (const phrase of table[language]?.split(', ') ?? [])
          for (const word of words.split(', '))
            for (const blank of /^[\u3040-\ud7ff]/.test(phrase) ? [' ', ''] : [' ']) {
              const title = phrase + blank + word;
              if (title.length <= 60)
                expect([title, roleOf(title)]).toEqual([title, known.get(title) ?? known.get(phrase)]);
            }
  });

  it('of resources name their subject', () => {
    const resources = phrasesOf(roleTitles.resources).filter((phrase) => phrase.length < 40);
    fc.assert(
      fc.property(fc.constantFrom(...resources), fc.constantFrom(...phrasesOf(afterRole)), (phrase, word) => {
        expect(roleOf(`${phrase} ${word} istio`)).toBe('resources');
      }),
    );
  });

  it('go together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...titles),
        fc.constantFrom(...titles),
        fc.constantFrom(', ', ' & ', ' and ', ' / ', ' и '),
        (a, b, and) => {
          fc.pre(
            // As it is read: a title that is longer names no role.
            (a[0] + and.replace('&', 'and') + b[0]).length <= 60 &&
              (/[,/]/.test(and) || !/ (?:and|и|й|y|und|et|e|i|та|і) /.test(`${a[0]} ${b[0]}`)),
          );
          expect(roleOf(a[0] + and + b[0])).not.toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const rowsUnder = (...titles: readonly string[]) => {
  const line = {} as Parameters<typeof statusColumn>[0]['head']['line'];
  return { head: { cells: titles.map((text) => ({ text, start: 0 })), line }, body: [] };
};

describe('columns', () => {
  it('of a status, of levels and of topics are found by every head of the tables', () => {
    holdsFor(phrasesOf(columns.statusHeads), (phrase, decoration) => {
      expect(statusColumn(rowsUnder('istio', written(phrase, decoration)))).toBe(1);
    });
    holdsFor(phrasesOf(columns.levelHeads), (phrase, decoration) => {
      expect(levelColumn(rowsUnder('istio', written(phrase, decoration)).head)).toBe(1);
    });
    holdsFor(phrasesOf(columns.topicHeads), (phrase, decoration) => {
      expect(titleColumn(rowsUnder('istio', written(phrase, decoration)), -1)).toBe(1);
    });
  });

  it('of a plan count by every unit of time', () => {
    holdsFor(phrasesOf(timeUnits), (phrase, decoration) => {
      expect(isPlan(rowsUnder('istio', written(phrase, decoration)).head)).toBe(true);
    });
  });

  it('of a project are found by every head of the tables', () => {
    const { name, level, criterion } = columns.projectHeads;
    for (const first of phrasesOf(name))
      for (const second of phrasesOf(level))
        for (const third of phrasesOf(criterion)) expect(projectColumns(rowsUnder(first, second, third))?.size).toBe(3);
  });
});

describe('states', () => {
  const cased = fc.constantFrom('lower', 'upper', 'first');
  const marks = fc.constantFrom('', '✅ ', '⏳ ', '🟢 ', '❌ ', ':x: ', '[x] ');

  it('are recognised in every cell of the tables, whatever mark is before the words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entriesOf(stateWords)),
        marks,
        cased,
        fc.boolean(),
        ([phrase, state], mark, letters, bold) => {
          const cell = written(phrase, { before: '', after: '', hyphens: false, letters, pieces: false });
          expect(cellState(mark + (bold ? `**${cell}**` : cell))).toMatchObject({ status: state, isState: true });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('under way are recognised among other words, and legends explain all of them', () => {
    for (const phrase of phrasesOf(underWay)) expect(stateNamed(`istio ${phrase} 3`)).toBe('doing');
    for (const table of [...Object.values(stateWords), underWay, legendWords])
      for (const phrase of phrasesOf(table)) expect(isLegendWord(phrase)).toBe(true);
  });
});

describe('levels', () => {
  it('are named by every word of the tables, with "level" beside it', () => {
    const beside = phrasesOf(besideLevel);
    fc.assert(
      fc.property(
        fc.constantFrom(...entriesOf(levelTitles)),
        fc.constantFrom('', ...beside),
        around,
        ([word, level], other, around) => {
          expect(namesOf([]).heading(written(`${word} ${other}`.trim(), around))).toBe(level);
        },
      ),
      { numRuns: 3000 },
    );
    for (const [code, level] of entriesOf(levelCodes)) {
      expect(namesOf([]).named(code.toUpperCase())).toBe(level);
      expect(namesOf([]).heading(code)).toBeNull();
    }
  });

  it('are suggested by every stem of the rubric, by a higher one where it holds two', () => {
    const order = ['junior', 'middle', 'senior', 'expert'];
    for (const [level, table] of Object.entries(rubric))
      for (const stem of phrasesOf(table)) {
        const suggested = suggestedLevel(stem.replaceAll('_', ' ')) as string;
        expect(order.indexOf(suggested), stem).toBeGreaterThanOrEqual(order.indexOf(level));
      }
  });
});
