// Tests of selection: every form of a selector, and the answer where none or several fit.
// A Russian roadmap of piano lessons: "Посадка", "Ноты", "Гаммы" (posture, notes, scales), "Паузы" (rests), "Минор" with
// "Гармонический минор", "Мелодический минор" (minor, harmonic, melodic), "Левая рука", "Правая рука" (left, right hand).
// "Длителности" is "Длительности" with a letter missing.
import { describe, expect, it } from 'vitest';
import { isUserError, type UserError } from '../../src/errors.ts';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { finish, identify } from '../../src/model/finish.ts';
import type { Section } from '../../src/model/roadmap.ts';
import { Selector } from '../../src/model/select.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { note } from '../support/notes.ts';
import { project, roadmap, section, topic } from '../support/roadmaps.ts';

const piano = roadmap(
  'Пианино',
  [
    topic('0.1', 'Посадка'),
    section('1', 'Ноты', [
      topic('1.1', 'Ключ **соль**', { id: 'treble' }),
      topic(
        '1.2',
        { ru: 'Длительности', en: 'Note values' },
        {
          topics: [topic('1.2.1', 'Половинная'), topic('1.2.2', 'Четверть')],
        },
      ),
      topic('1.3', 'Паузы'),
    ]),
    section('4', 'Гаммы', [
      ...[1, 2, 3, 9].map((n) => topic(`4.${n}`, `Гамма ${n}`)),
      section('4.10', 'Минор', [topic('4.10.1', 'Гармонический минор'), topic('4.10.2', 'Мелодический минор')]),
    ]),
  ],
  { projects: [project('P1', 'Первая пьеса', {}), project('P2', 'Ансамбль', {})] },
);

function picked(selector: string): string[] {
  return new Selector(piano, 'en').select(selector).topics.map((one) => one.address);
}

function refused(selector: string): { code: string; args: unknown } {
  try {
    picked(selector);
  } catch (error) {
    if (isUserError(error)) return { code: error.code, args: error.args };
    throw error;
  }
  throw new Error(`"${selector}" was found`);
}

it('says what was not clear in the language that is asked for, and finds the nearest in any', () => {
  const both = roadmap('К', [
    topic('1', { en: 'Left hand', ru: 'Левая рука' }),
    topic('2', { en: 'Right hand', ru: 'Правая рука' }),
  ]);
  const refusalOf = (word: string, language: string): unknown => {
    try {
      return new Selector(both, language).select(word);
    } catch (error) {
      return (error as UserError).args;
    }
  };
  const titles = (...pair: readonly string[]) => pair.map((title, index) => ({ address: `${index + 1}`, title }));
  expect(refusalOf('рука', 'ru')).toEqual({ selector: 'рука', candidates: titles('Левая рука', 'Правая рука') });
  expect(refusalOf('рука', 'en')).toEqual({ selector: 'рука', candidates: titles('Left hand', 'Right hand') });
  expect(refusalOf('Левое рука', 'en')).toMatchObject({ nearest: expect.arrayContaining(titles('Left hand')) });
});

describe('select (FORMATS A3)', () => {
  it.each<[string, string[]]>([
    ['1.1', ['1.1']],
    ['1.1.', ['1.1']],
    ['1.1,', ['1.1']],
    ['4,', ['4.1', '4.2', '4.3', '4.9', '4.10.1', '4.10.2']],
    ['P1;', ['P1']],
    ['treble,', ['1.1']],
    ['4.1-4.3,', ['4.1', '4.2', '4.3']],
    ['1.2.*,', ['1.2.1', '1.2.2']],
    [' 1.1 ', ['1.1']],
    ['0.1', ['0.1']],
    ['1', ['1.1', '1.2', '1.2.1', '1.2.2', '1.3']],
    ['1.2', ['1.2', '1.2.1', '1.2.2']],
    ['4.10', ['4.10.1', '4.10.2']],
    ['4.1', ['4.1']],
    ['P1', ['P1']],
    ['p2', ['P2']],
    ['treble', ['1.1']],
    ['t-4.9', ['4.9']],
    ['4.1-4.3', ['4.1', '4.2', '4.3']],
    ['4.2..4.9', ['4.2', '4.3', '4.9']],
    ['4.9–4.10', ['4.9', '4.10.1', '4.10.2']],
    ['1.1-1.2', ['1.1', '1.2', '1.2.1', '1.2.2']],
    ['1.3-4.1', ['1.3', '4.1']],
    ['1.1-1.1', ['1.1']],
    ['P1-P2', ['P1', 'P2']],
    ['4.10.*', ['4.10.1', '4.10.2']],
    ['1.2.*', ['1.2.1', '1.2.2']],
    ['Паузы', ['1.3']],
    ['пауз', ['1.3']],
    ['НОТЫ', ['1.1', '1.2', '1.2.1', '1.2.2', '1.3']],
    ['note values', ['1.2', '1.2.1', '1.2.2']],
    ['Длительности', ['1.2', '1.2.1', '1.2.2']],
    ['гармонический', ['4.10.1']],
    ['Гамма 2', ['4.2']],
    ['первая пьеса', ['P1']],
  ])('%j names %j', (selector, addresses) => {
    expect(picked(selector)).toEqual(addresses);
  });

  it('names every topic by *', () => {
    expect(picked('*')).toHaveLength(12);
    expect(picked('*')).not.toContain('P1');
  });

  it('says what was named where it was one thing', () => {
    const selector = new Selector(piano, 'en');
    expect(selector.select('4')).toMatchObject({ selector: '4', head: { kind: 'section', address: '4' } });
    expect(selector.select('пауз')).toMatchObject({ head: { kind: 'topic', address: '1.3' } });
    expect(selector.select('4.1-4.3').head).toBeNull();
    expect(selector.select('1.*').head).toBeNull();
  });

  it.each([
    ['гамма', ['4.1', '4.2', '4.3', '4.9']],
    ['минор', ['4.10.1', '4.10.2']],
  ])('%j is ambiguous', (selector, addresses) => {
    const { code, args } = refused(selector);
    expect(code).toBe('ambiguous');
    expect((args as { candidates: { address: string }[] }).candidates.map((one) => one.address)).toEqual(addresses);
  });

  it.each([
    ['4.4', ['4.2', '4.3', '4.9'].slice(0, 2)],
    ['99', ['4']],
    ['1.2.9', ['1.2.1', '1.2.2']],
    ['пауза', ['1.3']],
    ['Длителности', ['1.2']],
  ])('%j fits nothing, and the nearest are named', (selector, addresses) => {
    const { code, args } = refused(selector);
    expect(code).toBe('no-match');
    const nearest = (args as { nearest: { address: string }[] }).nearest.map((one) => one.address);
    expect(nearest).toEqual(expect.arrayContaining(addresses));
    expect(nearest.length).toBeLessThanOrEqual(10);
  });

  it.each(['xyzzy', '', '4.3-4.1', '9-12', '7.*', '-', '4.1-', '???'])('%j fits nothing', (selector) => {
    expect(refused(selector).code).toBe('no-match');
  });

  it('does not take a part of a number for an address', () => {
    expect(refused('4.11').code).toBe('no-match');
    expect(refused('10.1').code).toBe('no-match');
  });
});

it('finds a topic by the id of one that was merged into it, unless another has that id', () => {
  const merged = roadmap('К', [
    topic('1', 'а', { id: 'one', formerly: ['old', 'two'] }),
    topic('2', 'б', { id: 'two' }),
  ]);
  const at = (word: string) => new Selector(merged, 'en').select(word).topics.map(({ address }) => address);
  expect([at('old'), at('two'), at('one')]).toEqual([['1'], ['2'], ['1']]);
});

describe('the nearest of an address', () => {
  const wide = new Selector(
    roadmap(
      'К',
      [1, 2, 3].map((n) =>
        section(
          `${n}`,
          `Раздел ${n}`,
          Array.from({ length: 12 }, (_, index) => topic(`${n}.${index + 1}`, `Тема ${n} ${index}`)),
        ),
      ),
      { projects: Array.from({ length: 9 }, (_, index) => project(`P${index + 1}`, `Проект ${index + 1}`, {})) },
    ),
    'ru',
  );
  const nearest = (word: string): string[] => {
    try {
      wide.select(word);
    } catch (error) {
      const { args } = error as UserError<'no-match'>;
      return args.nearest.map(({ address }) => address);
    }
    throw new Error(`"${word}" was found`);
  };

  it.each<[string, string[]]>([
    ['P10', ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9']],
    ['p10', ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9']],
    ['2.13', ['2', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9', '2.10', '2.11', '2.12']],
    ['2.1.1', ['2.1']],
    ['4', ['1', '2', '3']],
    ['7.1', ['1', '2', '3']],
  ])('%s: its parent and its neighbours', (word, addresses) => {
    expect(nearest(word)).toEqual(addresses);
  });
});

describe('a word that names more than one thing', () => {
  const shared = roadmap('К', [
    section('1', 'Раздел', [
      topic('1.1', 'Первая', { id: '1.2', idWritten: true }),
      topic('1.2', 'Вторая', { id: 'same', idWritten: true }),
      topic('1.3', 'Третья', { sharedId: 'same' }),
      topic('1.4', 'Четвёртая', { id: '1.1-1.2', idWritten: true }),
    ]),
    section('2', 'HTTP/1.1 keep-alive', [topic('2.1', 'HTTP/1.1 keep-alive'), topic('2.2', 'RFC 793, 1122')]),
  ]);
  const selector = new Selector(shared, 'ru');
  const candidates = (word: string): string[] => {
    try {
      selector.select(word);
    } catch (error) {
      const { code, args } = error as UserError<'ambiguous'>;
      expect(code).toBe('ambiguous');
      return args.candidates.map(({ address }) => address);
    }
    throw new Error(`"${word}" was found`);
  };

  it.each<[string, string, string[]]>([
    ['an address that is the id of another topic', '1.2', ['1.2', '1.1']],
    ['an id that two topics have', 'same', ['1.2', '1.3']],
    ['a range that is an id', '1.1-1.2', ['1.4', '1.1', '1.2']],
  ])('%s is ambiguous where something is written, and all of it for those who look', (_, word, addresses) => {
    expect(candidates(word)).toEqual(addresses);
    expect(selector.selectAll(word).map(({ head }) => head?.address)).toEqual(addresses);
  });

  it('looking at part of several titles gives all of them, sections with what is below', () => {
    const all = (word: string): string[] =>
      new Selector(piano, 'en').selectAll(word).flatMap(({ topics }) => topics.map((one) => one.address));
    expect(all('гамма')).toEqual(['4.1', '4.2', '4.3', '4.9']);
    expect(all('паузы')).toEqual(['1.3']);
    expect(() => all('xyzzy')).toThrow();
  });

  it.each(['1.5', '793', '793, 1122', '/1.', '1,1'])('%j has no letter and is part of no title', (word) => {
    expect(() => selector.select(word)).toThrow('no-match');
  });
});

describe('what was meant by a word that is no selector', () => {
  it.each<[string, string[]]>([
    ['1.1,1.3', ['1.1', '1.3']],
    ['1.1, 1.3', ['1.1', '1.3']],
    ['1.1 1.3', ['1.1', '1.3']],
    ['1.1;4.1-4.3', ['1.1', '4.1-4.3']],
    ['treble,4.*', ['treble', '4.*']],
    ['1.1 Ключ соль', ['1.1']],
    ['1.1. Ключ', ['1.1']],
    ['P2  Ансамбль', ['P2']],
    ['1.1 Другое', []],
    ['1.1,9.9', []],
    ['xyzzy', []],
  ])('%j: %j', (word, meant) => {
    expect(refused(word)).toMatchObject({ code: 'no-match', args: { meant } });
  });
});

describe('the cost of many selectors', () => {
  /** How often a title is looked at while every topic is selected by its own. */
  function looks(count: number): number {
    let looked = 0;
    const topics = Array.from({ length: count }, (_, index) => {
      const title = `Topic ${index} of many`;
      return Object.defineProperty(topic(`${index + 1}`, title), 'title', {
        get() {
          looked++;
          return title;
        },
      });
    });
    const selector = new Selector(roadmap('R', topics), 'en');
    for (let index = 0; index < count; index++)
      expect(selector.select(`topic ${index} OF many`).topics).toEqual([topics[index]]);
    return looked;
  }

  it('grows with their number, not with its square', () => {
    const [few, many] = [looks(500), looks(2000)];
    expect(many).toBeLessThanOrEqual(4 * few);
  });
});

describe('addresses that do not follow the order of the note', () => {
  const shuffled = new Selector(
    roadmap('Порядок', [
      section('5', 'Пять', [topic('5.1', 'пятая')]),
      section('4', 'Четыре', [topic('4.1', 'четвёртая'), topic('4.2', '404 страницы'), topic('4.3', '2024')]),
      section('6', 'Шесть', [topic('6.1', 'шестая')]),
    ]),
    'en',
  );
  const addresses = (selector: string): string[] => shuffled.select(selector).topics.map(({ address }) => address);

  it('a range goes by addresses', () => {
    expect(addresses('5-6').sort()).toEqual(['5.1', '6.1']);
    expect(addresses('4-6').sort()).toEqual(['4.1', '4.2', '4.3', '5.1', '6.1']);
  });

  it('a number that is no address is a title only when it is the whole of it', () => {
    expect(addresses('2024')).toEqual(['4.3']);
    expect(() => addresses('404')).toThrow();
  });
});

describe('a note whose topics are rows', () => {
  const text = note('# T', '## A', '- [ ] a 🆔 written', '  - [ ] b', '- [ ] a', '## B', '- [ ] a');
  const read = () =>
    identify(finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name: 'n' })));
  const named = (selector: Selector, word: string): readonly string[] => [
    ...selector.select(word).topics.map(({ address }) => address),
    ...selector.selectAll(word).flatMap(({ topics }) => topics.map(({ address }) => address)),
    ...selector.select(word).topics.map(({ address }) => address),
  ];
  const everything = [...topicsOf(read().children)];

  it.each(everything.map((one) => [one.address, one] as const))('has %s by its address and its id', (address, one) => {
    const all = [one, ...topicsOf(one.topics)].map((topic) => topic.address);
    const thrice = [...all, ...all, ...all];
    // A look makes all objects; what is selected before and after is the same.
    expect(named(new Selector(read(), 'en'), address)).toEqual(thrice);
    expect(named(new Selector(read(), 'en'), one.id)).toEqual(thrice);
  });

  it('has its sections by their ids, and ranges', () => {
    const section = read().children[1] as Section;
    expect(named(new Selector(read(), 'en'), section.id)).toEqual(['2.1', '2.1', '2.1']);
    expect(new Selector(read(), 'en').select('1.1.1-2.1').topics.map(({ address }) => address)).toEqual([
      '1.1.1',
      '1.2',
      '2.1',
    ]);
  });
});
