// Tests of content lint: each rule with a roadmap that breaks it and one that does not.
// Russian titles and outcomes of a roadmap of tea; an outcome begins with "умеет" (is able to).
import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../../src/errors.ts';
import { lintContent } from '../../../src/formats/lint/content.ts';
import type { RoadmapDocument } from '../../../src/formats/roadmap-document.ts';
import { readYaml } from '../../../src/formats/yaml/read.ts';
import { toSource } from '../../../src/text/source.ts';

function lint(text: string): { code: DiagnosticCode; line: number; args: unknown }[] {
  const { document, placeOf } = readYaml(toSource(text), 'tea.yaml');
  return lintContent(document, placeOf).map(({ code, line, args }) => ({ code, line, args }));
}

const argsOf = (text: string, code: DiagnosticCode): unknown[] =>
  lint(text)
    .filter((found) => found.code === code)
    .map(({ args }) => args);

/** A section whose topics are these lines. */
const tea = (...topics: readonly string[]): string =>
  ['title: Tea', 'sections:', '  - title: Leaves', '    topics:', ...topics.map((one) => `      - ${one}`)].join('\n');

const whole = (id: string, more = ''): string =>
  `{id: ${id}, title: Brewing ${id}, outcome: can ${id} a cup without burning a finger, level: junior, hours: 1, links: [https://example.org/${id}]${more}}`;

describe('fields', () => {
  it('that nobody has are reported once, those that one topic lacks at that topic', () => {
    expect(lint(tea('Sencha', 'Oolong'))).toEqual([
      {
        ...{ code: 'rare-fields', line: 0 },
        args: {
          rare: [
            ...['id', 'outcome', 'level', 'hours', 'links'].map((field) => ({ field, of: 'topics' })),
            { field: 'why', of: 'sections' },
          ],
        },
      },
    ]);
    expect(lint(tea(whole('pour'), whole('stir'), '{id: sip, title: Sipping, level: junior, hours: 1}'))).toEqual([
      { code: 'missing-field', line: 7, args: { field: 'outcome', of: 'topics', count: 2, total: 3 } },
      { code: 'missing-field', line: 7, args: { field: 'links', of: 'topics', count: 2, total: 3 } },
      { code: 'rare-fields', line: 0, args: { rare: [{ field: 'why', of: 'sections' }] } },
    ]);
  });

  it('half is not most', () => {
    expect(argsOf(tea(whole('pour'), 'Sencha'), 'missing-field')).toEqual([]);
  });

  it('a level is inherited from a section, a parent topic or one further up', () => {
    const inherited = tea('{title: Steeping, level: middle, topics: [Cold, {title: Hot, topics: [Boiling]}]}');
    expect(argsOf(inherited, 'rare-fields')).toEqual([
      { rare: expect.not.arrayContaining([{ field: 'level', of: 'topics' }]) },
    ]);
    expect(argsOf(tea('{title: Steeping, topics: [Cold]}'), 'rare-fields')).toEqual([
      { rare: expect.arrayContaining([{ field: 'level', of: 'topics' }]) },
    ]);
  });

  it('a level that the roadmap does not have is reported as such, and is not missing', () => {
    const topics = ['junior', 'junior', 'wizard'].map((level, at) => `{id: t${at}, title: T${at}, level: ${level}}`);
    const codes = lint(`levels: [junior, senior]\n${tea(...topics)}`).map(({ code }) => code);
    expect(codes).not.toContain('missing-field');
  });

  it('of sections within sections and of projects are looked at as well', () => {
    const text = `title: Tea
sections:
  - title: Leaves
    why: without leaves there is no tea
    sections:
      - {title: Green, why: the mildest, topics: [Sencha]}
      - {title: Black, topics: [Assam]}
projects:
  - {title: A service for guests, goal: guests, criterion: nobody is thirsty, proves: [x]}
  - {title: A shop, goal: money, criterion: a month without loss}
  - {title: A book, goal: fame, criterion: it is printed, proves: [x]}
`;
    expect(lint(text).filter(({ code }) => code === 'missing-field')).toEqual([
      { code: 'missing-field', line: 7, args: { field: 'why', of: 'sections', count: 2, total: 3 } },
      { code: 'missing-field', line: 10, args: { field: 'proves', of: 'projects', count: 2, total: 3 } },
    ]);
  });
});

describe('languages', () => {
  const both = (one: string): string => `title: {en: Tea, ru: Чай}
sections:
  - title: {en: Leaves, ru: Листья}
    topics:
      - title: {en: Sencha from the first harvest, ru: Сентя первого сбора}
      - title: ${one}
`;

  it.each([
    ['{en: Cold brewing}', [{ code: 'missing-translation', args: { field: 'title', language: 'ru' } }]],
    ['cold brewing of leaves', [{ code: 'missing-translation', args: { field: 'title', language: 'ru' } }]],
    [
      '{en: Cold brewing, ru: cold brewing overnight}',
      [{ code: 'wrong-language', args: { field: 'title', language: 'ru' } }],
    ],
    [
      '{en: Холодное brewing, ru: Холодное заваривание}',
      [{ code: 'wrong-language', args: { field: 'title', language: 'en' } }],
    ],
    // Names are the same in every language.
    ['{en: Darjeeling FTGFOP, ru: Darjeeling FTGFOP}', []],
    ['Darjeeling', []],
    ['Darjeeling second flush', [{ code: 'missing-translation', args: { field: 'title', language: 'ru' } }]],
    ['Cups of Darjeeling FTGFOP', [{ code: 'missing-translation', args: { field: 'title', language: 'ru' } }]],
    ['{en: Cold brewing, ru: Холодное заваривание, de: Kalt aufgießen}', []],
  ])('%s', (title, expected) => {
    const found = lint(both(title)).filter(({ code }) => code !== 'rare-fields');
    expect(found).toEqual(expected.map((one) => ({ ...one, line: 6 })));
  });

  it('a tag of the roadmap is a name', () => {
    const title = '{en: kettlectl brew, ru: kettlectl brew}';
    expect(argsOf(both(title), 'wrong-language')).toHaveLength(1);
    expect(argsOf(both(`${title}\n        tags: [kettlectl, brew]`), 'wrong-language')).toEqual([]);
  });

  it('a roadmap in one language owes no other, and one wording too many asks nothing of the rest', () => {
    expect(
      argsOf(tea('a cup of tea', '{title: {en: a pot of tea, de: eine Kanne Tee}}'), 'missing-translation'),
    ).toEqual([]);
  });

  it('what came instead of a legacy topic is written in every language too', () => {
    const text = both(
      '{en: Tea bricks, ru: Чайные кирпичи}\n        legacy: {state: removed, use: {en: loose leaves}}',
    );
    expect(argsOf(text, 'missing-translation')).toEqual([{ field: 'legacy.use', language: 'ru' }]);
  });

  it('a topic with topics below it is written in every language too', () => {
    const text = both(
      '{en: Brewing}\n        outcome: {en: can brew}\n        topics: [{title: {en: Hot, ru: Горячий}}]',
    );
    expect(argsOf(text, 'missing-translation')).toEqual([
      { field: 'title', language: 'ru' },
      { field: 'outcome', language: 'ru' },
    ]);
  });
});

describe('hours', () => {
  it.each([
    [0, true],
    [0.25, true],
    [0.5, false],
    [8, false],
    [8.5, true],
  ])('%d h: remarked %s', (hours, isOdd) => {
    expect(argsOf(tea(`{title: Brewing, hours: ${hours}}`), 'odd-hours')).toEqual(
      isOdd ? [{ hours, least: 0.5, most: 8 }] : [],
    );
  });
});

describe('links', () => {
  it.each([
    ['https://example.org/a', null],
    ['http://example.org/a', 'not-https'],
    ['HTTP://example.org', 'not-https'],
    ['http://localhost:8080/', null],
    ['http://wiki/tea', null],
    ['http://localhost?next=tea.html', null],
    ['http://127.0.0.1:15000/config_dump', null],
    ['http://192.168.0.5/tea', null],
    ['http://[::1]:8080/', null],
    ['http://kettle.kitchen.svc.cluster.local/', null],
    ['http://127.0.0.1.example.org/', 'not-https'],
    ['http://ann@example.org:8080/', 'not-https'],
    ['notes/tea.md', null],
    ['mailto:ann@example.org', null],
    ['see the book', 'not-an-address'],
    ['htps://example.org/', 'not-an-address'],
    ['htttps://example.org/', 'not-an-address'],
    ['https//example.org/', 'not-an-address'],
    ['https:/example.org/', 'not-an-address'],
    ['kafka.example.org/documentation', 'not-an-address'],
    ['example.com', 'not-an-address'],
    ['[page](https://example.org/)', 'not-an-address'],
    ['obsidian://open?vault=tea', null],
    ['notes/tea.v2.md', null],
    ['../tea.html#pot', null],
    ['https://', 'not-an-address'],
  ])('%s: %s', (link, reason) => {
    expect(argsOf(tea(`{title: Brewing, links: ["${link}"]}`), 'bad-link')).toEqual(
      reason === null ? [] : [{ link, reason }],
    );
  });

  it('are once in a topic, as often as they like in a roadmap; resources are looked at too', () => {
    const link = 'https://example.org/';
    expect(argsOf(tea(`{title: A, links: [${link}, ${link}, ${link}]}`), 'bad-link')).toEqual([
      { link, reason: 'twice' },
      { link, reason: 'twice' },
    ]);
    expect(argsOf(tea(`{title: A, links: [${link}]}`, `{title: B, links: [${link}]}`), 'bad-link')).toEqual([]);
    expect(argsOf(`resources: [{title: Tea, url: "http://example.org"}]\n${tea('A')}`, 'bad-link')).toEqual([
      { link: 'http://example.org', reason: 'not-https' },
    ]);
  });

  it('are looked at where a resource is nothing but one; its name alone is none', () => {
    const text = `resources: [http://example.org, The book of tea, https://example.org]\n${tea('A')}`;
    expect(lint(text).filter(({ code }) => code === 'bad-link')).toEqual([
      { code: 'bad-link', line: 1, args: { link: 'http://example.org', reason: 'not-https' } },
    ]);
  });

  it('of a topic with topics below it are looked at too', () => {
    const link = 'http://example.org/';
    expect(
      argsOf(tea(`{title: Brewing, links: [${link}], topics: [{title: Hot, topics: [Boiling]}]}`), 'bad-link'),
    ).toEqual([{ link, reason: 'not-https' }]);
  });

  it('may be tens of thousands', () => {
    const links = Array.from({ length: 30_000 }, (_, index) => `https://example.org/${index}`);
    const document: RoadmapDocument = {
      title: 'Tea',
      topics: [{ title: 'Brewing', links: [...links, 'https://example.org/0'] }],
    };
    const began = performance.now();
    const found = lintContent(document, () => ({ line: 1, column: 1 }));
    expect(found.filter(({ code }) => code === 'bad-link')).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});

describe('what is gone', () => {
  it('is needed by nothing that is current', () => {
    const topics = ['{id: brick, title: Bricks, legacy: {state: removed}}', '{id: bag, title: Bags, needs: [brick]}'];
    expect(argsOf(tea(...topics), 'needs-legacy')).toEqual([{ id: 'brick', state: 'removed' }]);
    expect(
      argsOf(tea(topics[0] as string, '{title: Bags, needs: [brick], legacy: {state: deprecated}}'), 'needs-legacy'),
    ).toEqual([]);
  });
});

describe('what an exam no longer asks for', () => {
  it('is needed by nothing that it asks for', () => {
    const topics = ['{id: foam, title: Foam, retired: 2025-08-12}', '{id: cup, title: Cups, needs: [foam]}'];
    expect(argsOf(tea(...topics), 'needs-legacy')).toEqual([{ id: 'foam', state: 'retired' }]);
    expect(argsOf(tea(topics[0] as string, '{title: Cups, needs: [foam], retired: "2"}'), 'needs-legacy')).toEqual([]);
  });
});

describe('the stage of a feature', () => {
  const listed = (...topics: readonly string[]): unknown[] =>
    argsOf(
      `maturity: [{name: Cold brew, stage: alpha}, {name: {en: wood oven, ru: дровяная печь}, stage: beta}, {name: Kettle, stage: stable}]\n${tea(...topics)}`,
      'unnamed-stage',
    );

  it.each([
    ['{title: Cold brew at home}', [{ name: 'Cold brew', stage: 'alpha' }]],
    ['{title: Patience, outcome: can tell Cold brew from iced tea}', [{ name: 'Cold brew', stage: 'alpha' }]],
    ['{title: Печь, outcome: {ru: дровяная печь дома}}', [{ name: 'wood oven', stage: 'beta' }]],
    ['{title: Cold brew at home, stage: alpha}', []],
    ['{title: Cold brew (alpha) at home}', []],
    ['{title: Cold brew, legacy: {state: removed}}', []],
    ['{title: Cold brewers}', []],
    ['{title: cold brew}', []],
    ['{title: Kettles and a Kettle}', []],
  ])('%s', (one, expected) => {
    expect(listed(one)).toEqual(expected);
  });
});

describe('versions of the subject', () => {
  const of = (version: string, one: string, code: DiagnosticCode): unknown[] =>
    argsOf(`version: "${version}"\n${tea(one).replace('Tea', 'Samovar and tea')}`, code);

  it.each([
    ['{title: A, outcome: can boil since 2.3}', ['2.3']],
    ['{title: A, outcome: {en: can boil, ru: умеет кипятить с 2.3}}', ['2.3']],
    ['{title: A, outcome: can boil in Samovar v2.3.1}', ['2.3.1']],
    ['{title: A, notes: [gone after 2.3]}', ['2.3']],
    ['{title: A, outcome: can boil since 2.3, version: "2.3"}', []],
    ['{title: A, outcome: can boil since 2.3, since: "2.3"}', []],
    ['{title: A, outcome: can boil since 2.3, retired: "2.3"}', []],
    ['{title: A, outcome: can boil at TLS 2.3}', []],
    ['{title: A, outcome: can boil 2.3 litres}', []],
    ['{title: A, outcome: can boil since 1.3}', []],
  ])('%s', (one, versions) => {
    expect(of('2.4', one, 'version-without-since')).toEqual(versions.map((version) => ({ version })));
  });

  it.each([
    ['2.4', '{title: A, since: "2.5"}', [{ since: '2.5', version: '2.4' }]],
    ['2.9', '{title: A, since: "2.10"}', [{ since: '2.10', version: '2.9' }]],
    ['2.4', '{title: A, since: "2.4"}', []],
    ['2.4', '{title: A, since: "2.4.0"}', []],
    ['2.4', '{title: A, since: "2.5", version: "2.5"}', []],
    ['2.4', '{title: A, since: "last year"}', []],
    ['spring', '{title: A, since: "2.5"}', []],
  ])('of a roadmap of %s: %s', (version, one, expected) => {
    expect(of(version, one, 'later-than-roadmap')).toEqual(expected);
  });
});

describe('hours by weight', () => {
  const parts = (...all: readonly (readonly [weight: number, topics: string])[]): string =>
    `title: Exam\nsections:\n${all.map(([weight, topics], index) => `  - {title: Part ${index}, weight: ${weight}, topics: [${topics}]}\n`).join('')}`;

  it.each<[string, string, unknown[]]>([
    ['as the weights', parts([40, '{title: A, hours: 4}'], [60, '{title: B, hours: 6}']), []],
    ['near them', parts([40, '{title: A, hours: 4.5}'], [60, '{title: B, hours: 5.5}']), []],
    [
      'far from them',
      parts([40, '{title: A, hours: 6}'], [60, '{title: B, hours: 4}']),
      [
        { share: 60, weight: 40 },
        { share: 40, weight: 60 },
      ],
    ],
    [
      'retired topics aside',
      parts([40, '{title: A, hours: 4}, {title: C, hours: 8, retired: "2"}'], [60, '{title: B, hours: 6}']),
      [],
    ],
    ['unknown of one topic', parts([40, '{title: A, hours: 6}, C'], [60, '{title: B, hours: 4}']), []],
    ['of one section alone', parts([100, '{title: A, hours: 6}']), []],
  ])('%s', (_, text, expected) => {
    expect(argsOf(text, 'hours-off-weight')).toEqual(expected);
  });
});

describe('weights', () => {
  const weighted = (...weights: readonly (number | null)[]): string =>
    `title: Exam\nsections:\n${weights.map((weight, index) => `  - {title: Part ${index}, topics: [A]${weight === null ? '' : `, weight: ${weight}`}}\n`).join('')}`;

  it.each([
    [[20, 35, 25, 20], []],
    [[33.3, 33.3, 33.4], []],
    [[33.3, 33.3, 33.3], []],
    [[null, null], []],
    [[20, 35, 25], [{ sum: 80 }]],
    [[50, null], [{ sum: 50 }]],
    [[60, 60], [{ sum: 120 }]],
  ])('%j', (weights, expected) => {
    expect(argsOf(weighted(...weights), 'weights-sum')).toEqual(expected);
  });

  it('are those that readiness counts: of the outermost sections that have one', () => {
    const inner = (...weights: readonly number[]): string =>
      `[${weights.map((weight) => `{title: P${weight}, weight: ${weight}, topics: [A]}`).join(', ')}]`;
    const exam = (own: string, other: string): string =>
      `title: Exam\nsections:\n  - {title: A, weight: 60, sections: ${own}}\n  - {title: B, sections: ${other}}\n`;
    expect(argsOf(exam(inner(30, 70), inner(25, 15)), 'weights-sum')).toEqual([]);
    expect(argsOf(exam(inner(60, 10), inner(20, 15)), 'weights-sum')).toEqual([{ sum: 95 }]);
    expect(argsOf(`title: Exam\nsections: [{title: B, sections: ${inner(20, 15)}}]\n`, 'weights-sum')).toEqual([
      { sum: 35 },
    ]);
  });
});

describe('order', () => {
  const of = (...levels: readonly string[]): string =>
    tea(...levels.map((level, index) => `{title: T${index}, level: ${level}}`));

  it('is remarked where most pairs go down, and only where there are enough to tell', () => {
    expect(argsOf(of('senior', 'senior', 'middle', 'junior'), 'descending-levels')).toEqual([]);
    expect(argsOf(of('senior', 'senior', 'middle', 'junior', 'junior'), 'descending-levels')).toEqual([
      { percent: 100 },
    ]);
    expect(argsOf(of('junior', 'junior', 'middle', 'senior', 'senior'), 'descending-levels')).toEqual([]);
    expect(argsOf(of('junior', 'senior', 'middle', 'senior', 'junior', 'expert'), 'descending-levels')).toEqual([]);
  });

  it('is that of the levels that the roadmap declares', () => {
    const own = `levels: [white, black]\n${of('black', 'black', 'white', 'white', 'white')}`;
    expect(argsOf(own, 'descending-levels')).toEqual([{ percent: 100 }]);
    expect(argsOf(own.replace('[white, black]', '[black, white]'), 'descending-levels')).toEqual([]);
  });
});

describe('outcomes', () => {
  const outcome = (title: string, says: string): string => `{title: ${title}, outcome: ${says}}`;

  it('of a section begin in different ways', () => {
    const first = outcome('Pouring', 'can pour a cup while talking to a guest');
    expect(
      argsOf(tea(first, outcome('Stirring', 'can pour a cup after two stirs of honey')), 'alike-outcomes'),
    ).toEqual([{ first: 5, words: 'pour a cup' }]);
    expect(argsOf(tea(first, outcome('Stirring', 'can pour the cup after two stirs')), 'alike-outcomes')).toEqual([]);
    expect(argsOf(tea(outcome('A', 'can pour'), outcome('B', 'can pour')), 'alike-outcomes')).toEqual([]);
    const elsewhere = `${tea(first)}\n  - title: Cups\n    topics:\n      - ${first.replace('Pouring', 'Handing')}\n`;
    expect(argsOf(elsewhere, 'alike-outcomes')).toEqual([]);
  });

  it.each([
    ['Steeping green tea', 'can steep green teas', true],
    ['Steeping green tea', 'can keep three pots at their temperature by ear', false],
    ['Заваривание зелёного чая', 'умеет заваривать зелёный чай', true],
    ['Заваривание зелёного чая', 'умеет на слух удержать три чайника при нужной температуре', false],
    ['茶', '正しい温度でお茶をいれることができる', false],
    ['차', '세 개의 주전자를 알맞은 온도로 유지할 수 있다', false],
    ['चाय', 'तीन केतलियों को सही तापमान पर रख सकता है', false],
    ['שתייה', 'יודע לשמור על שלושה קומקומים בטמפרטורה', false],
    ['Заваривание', 'умеет удержать чайник при 80 °C, пока остывает чашка'.normalize('NFD'), false],
    ['{en: Steeping, ru: Заваривание}', '{en: can keep three pots at their temperature, ru: умеет заваривать}', true],
  ])('%s: %s: reworded %s', (title, says, isReworded) => {
    expect(argsOf(tea(outcome(title, says)), 'reworded-title')).toHaveLength(Number(isReworded));
  });
});
