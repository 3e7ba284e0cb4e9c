// Any Russian titles: Тема "topic", лист "leaf", Сеть "network".

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUserError } from '../../src/errors.ts';
import type { RoadmapDocument } from '../../src/formats/roadmap-document.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { parts } from '../../src/model/fields.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { toSource } from '../../src/text/source.ts';
import { problemsOf, type SaidProblem } from '../support/problems.ts';

const read = (yaml: string) => readYaml(toSource(yaml), 'plan.yaml');

const problems = (yaml: string): readonly SaidProblem[] => problemsOf(() => read(yaml));

const own = (topic: string): string => `title: T\nsections:\n  - title: S\n    topics:\n      - ${topic}\n`;

describe('scalars (FORMATS Y2)', () => {
  it('keeps ids, versions and words as they are written', () => {
    const { document } = read(
      'id: 4.10\nversion: 1.0\ntitle: no\ntopics:\n  - id: 007\n    title: 2026-11-20\n  - null\n',
    );
    expect(document).toEqual({
      id: '4.10',
      version: '1.0',
      title: 'no',
      topics: [
        { id: '007', title: '2026-11-20', line: 5 },
        { title: 'null', line: 7 },
      ],
    });
  });

  it('reads hours and weights as numbers and a single word where a list may be', () => {
    const { document } = read(
      'sections:\n  - title: S\n    weight: 35\n    topics:\n      - {title: t, hours: 1.5, tags: a}\n',
    );
    expect(document.sections).toMatchObject([{ weight: 35, topics: [{ hours: 1.5, tags: ['a'] }] }]);
  });

  it('gives the line of every section, topic and project under any line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = [
        '# plan',
        'sections:',
        '- title: S',
        '  topics:',
        '  - a',
        '  - title: b',
        'projects:',
        '- title: P',
      ];
      expect(read(lines.join(end)).document).toMatchObject({
        sections: [{ line: 3, topics: [{ line: 5 }, { line: 6 }] }],
        projects: [{ line: 8 }],
      });
    }
  });
});

describe('problems of a roadmap in our own schema', () => {
  it.each([
    [
      'a word for hours',
      own('{title: a, hours: two}'),
      5,
      27,
      'hours: expected a number of hours, 0 or more, found "two"',
    ],
    ['negative hours', own('{title: a, hours: -1}'), 5, 27, 'hours: expected a number of hours, 0 or more, found "-1"'],
    [
      'a list for a state',
      own('{title: a, status: [done]}'),
      5,
      28,
      'status: expected todo, doing, done or skipped, found a list',
    ],
    [
      'a list for a title',
      own('{title: [a]}'),
      5,
      17,
      'title: expected a text, or one text per language, found a list',
    ],
    ['a map for a tag', own('{title: a, tags: [{b: c}]}'), 5, 27, 'tags: expected a word or number, found a map'],
    [
      'an empty list for a title',
      own('{title: [], id: a}'),
      5,
      17,
      'title: expected a text, or one text per language, found nothing',
    ],
    ['a missing title', own('{hours: 1}'), 5, 9, 'expected a title, found none'],
    ['an id with a space', own('{id: a b, title: c}'), 5, 14, 'id: expected an id without spaces, found "a b"'],
    ['a legacy without state', own('{title: a, legacy: {since: 1.8}}'), 5, 28, 'expected "state", found nothing'],
    [
      'a weight over 100',
      'sections:\n  - {title: S, weight: 120, topics: [a]}\n',
      2,
      24,
      'weight: expected a percentage from 0 to 100, found "120"',
    ],
    ['a resource without url', 'topics: [a]\nresources:\n  - title: Docs\n', 3, 5, 'expected "url", found nothing'],
  ])('names the place of %s', (_, yaml, line, column, message) => {
    expect(problems(yaml)).toMatchObject([{ line, column, message }]);
  });

  it('names a mistyped key beside the title that is missing for it', () => {
    expect(problems(own('tilte: a'))).toMatchObject([
      { line: 5, column: 9, message: 'expected a title, found none', hint: 'write "title: …"' },
      { line: 5, column: 9, message: 'unknown key "tilte"', hint: 'did you mean "title"?' },
    ]);
  });

  it('names all of several problems', () => {
    expect(
      problems('topics:\n  - {title: a, hours: x}\n  - {title: b, status: [done]}\n').map(({ line }) => line),
    ).toEqual([2, 3]);
  });

  it('warns of an unknown key and reads on', () => {
    const { document, diagnostics } = read('topics:\n  - title: a\n    outcom: b\n    colour: red\n');
    expect(document.topics).toEqual([{ title: 'a', line: 2 }]);
    expect(diagnostics).toMatchObject([
      { code: 'unknown-key', severity: 'warning', line: 3, column: 5, args: { key: 'outcom', nearest: 'outcome' } },
      { code: 'unknown-key', line: 4, args: { key: 'colour', nearest: null } },
    ]);
  });

  it.each([
    ['a day that does not exist', '{title: a, done: 2026-02-30}', 'invalid-date', { date: '2026-02-30' }],
    [
      'a day that does not exist, by which it is due',
      '{title: a, due: 2026-02-30}',
      'invalid-date',
      { date: '2026-02-30', field: 'due' },
    ],
    ['a list for a day', '{title: a, created: [2026-01-01]}', 'invalid-date', { date: '[…]', field: 'created' }],
    ['a day that is none', '{title: a, start: soon}', 'invalid-date', { date: 'soon', field: 'start' }],
    ['a priority that is none', '{title: a, priority: urgent}', 'unknown-priority', { priority: 'urgent' }],
    ['a level nobody knows', '{title: a, level: wizard}', 'unknown-level', { level: 'wizard' }],
    ['a need for nothing', '{id: ab, title: a, needs: [abc]}', 'needs-nothing', { id: 'abc', nearest: 'ab' }],
  ])('warns of %s', (_, topic, code, args) => {
    expect(read(own(topic)).diagnostics).toMatchObject([{ code, line: 5, args }]);
  });

  it('reports each id given twice once, also when all ids have been given out', () => {
    const text =
      'topics:\n  - {id: a, title: x}\n  - {id: a, title: y}\n  - {id: a, title: z}\nprojects: [{id: a, title: p}]\n';
    const { document, diagnostics } = read(text);
    expect(identify(finish(fromDocument(document, 'plan', diagnostics))).diagnostics).toMatchObject(
      [3, 4, 5].map((line) => ({ code: 'duplicate-id', line, args: { id: 'a', first: 2 } })),
    );
    // A roadmap that nobody has read is looked at by the one who gives ids out.
    expect(identify(finish(fromDocument(document, 'plan'))).diagnostics).toHaveLength(3);
  });

  it.each(['leaves', 'brewing'])('warns of a need for "%s", which is no topic but holds some', (id) => {
    const text = `sections:
  - id: leaves
    title: Leaves
    topics:
      - {id: brewing, title: Brewing, topics: [{id: hot, title: Hot}]}
      - {id: sip, title: Sip, needs: [${id}, hot, shop]}
projects:
  - {id: shop, title: Shop, proves: [hot, ${id}]}
`;
    expect(read(text).diagnostics).toMatchObject([
      { code: 'needs-nothing', line: 6, args: { id } },
      { code: 'needs-nothing', line: 8, args: { id } },
    ]);
  });

  it('has as many needs for nothing as there are, and looks for what was meant by the first of them', () => {
    const topics = Array.from(
      { length: 5000 },
      (_, index) => `  - {id: topic-${index}, title: T, needs: [nope-${index}-topic]}`,
    );
    const began = performance.now();
    const { diagnostics } = read(`topics:\n${topics.join('\n')}\n`);
    expect(diagnostics).toHaveLength(5000);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('warns of an id given twice, naming the line of the first', () => {
    expect(read('topics:\n  - {id: a, title: x}\n  - {id: a, title: y}\n').diagnostics).toMatchObject([
      { code: 'duplicate-id', line: 3, args: { id: 'a', first: 2 } },
    ]);
  });

  it('takes an id that is needed or proved twice for one', () => {
    const text =
      'topics:\n  - {id: a, title: A}\n  - {id: b, title: B, needs: [a, a]}\nprojects:\n  - {title: P, proves: [b, a, b]}\n';
    const { children, projects } = fromDocument(read(text).document, 'tea');
    expect(children).toMatchObject([{}, { needs: ['a'] }]);
    expect(projects).toMatchObject([{ project: { proves: ['b', 'a'] } }]);
  });

  it('warns when there are sections and no topic at all', () => {
    expect(read('title: T\nsections:\n').diagnostics).toMatchObject([{ code: 'no-topics' }]);
  });
});

describe('YAML that is refused for what it does', () => {
  it.each([
    ['a tab as indentation', 'topics:\n\t- a\n', 2, /tab/],
    ['a key given twice', 'title: a\ntitle: b\ntopics: [c]\n', 2, /twice/],
    ['a colon in a bare text', 'title: Istio: the mesh\ntopics: [a]\n', 1, /": "/],
    ['an unclosed list', 'topics: [a\n', 1, /this \[ is never closed/],
    ['two documents', 'topics: [a]\n---\ntopics: [b]\n', 3, /second document/],
    ['a prototype', 'topics: [a]\n__proto__: {x: y}\n', 2, /__proto__/],
    ['a constructor', 'topics:\n  - title: a\n    constructor: b\n', 3, /constructor/],
    ['an alias of nothing', 'topics: [*gone]\n', 1, /gone/],
    ['an alias that contains itself', 'topics: &a\n  - *a\n', 2, /itself/],
    ['a list as a key', 'topics:\n  ? [a, b]\n  : c\n', 2, /key/],
  ])('refuses %s', (_, yaml, line, message) => {
    const [first] = problems(yaml);
    expect(first?.line).toBe(line);
    expect(first?.message).toMatch(message);
  });

  it('refuses aliases that multiply, at once', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++) {
      const [name, last] = ['abcdefghi'[i], 'abcdefghi'[i - 1]];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`);
    }
    expect(problems(bomb.join('\n'))[0]?.message).toMatch(/multiply/);
  });

  it.each([
    ['lists in brackets', '['.repeat(10_000)],
    ['maps in braces', '{a: '.repeat(10_000)],
    ['lists by dashes', '- '.repeat(10_000)],
    ['keys by question marks', '? '.repeat(10_000)],
    ['closed lists', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['indentation', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('refuses %s 10,000 deep without running out of stack', (_, yaml) => {
    expect(problems(yaml)[0]?.message).toMatch(/nested more than 100 deep/);
  });

  it.each([
    ['anchors before a value', `title: T\ntopics:\n  - ${'&a '.repeat(12_000)}x\n`],
    ['tags before a value', `title: T\ntopics:\n  - ${'! '.repeat(12_000)}x\n`],
    ['anchors of a key', `${'&a '.repeat(12_000)}title: T\n`],
    ['anchors and tags in brackets', `title: T\ntopics: [${'&a !b '.repeat(12_000)}x]\n`],
    ['anchors in lines of their own', `title:\n${'  &a\n'.repeat(12_000)}  x\n`],
  ])('refuses 12,000 %s without running out of stack', (_, yaml) => {
    expect(problems(yaml)[0]?.message).toMatch(/not expected here/);
  });

  it('reads nesting that people write', () => {
    const deep = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}Тема ${depth}:`).join('\n');
    expect(problems(`${deep}\n${'  '.repeat(30)}- лист\n`)).toEqual([]);
  });

  it('fails on no text whatever with anything but its own two errors', () => {
    const piece = fc.constantFrom(
      'sections',
      'topics',
      'levels',
      'title',
      'id',
      'done',
      ': ',
      ':',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|',
      '&a ',
      '*a',
      '#',
      '?',
      '!x ',
      '---\n',
      '\t',
      'текст',
      '1.5',
      '<<',
      '%',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const { document, diagnostics } = read(pieces.join(''));
          fromDocument(document, 'plan', diagnostics);
        } catch (error) {
          if (!isUserError(error)) throw error;
          expect(['bad-roadmap', 'not-a-roadmap']).toContain(error.code);
          if ('problems' in error.args) expect(error.args.problems.every(({ line }) => line > 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the schema and the table of fields', () => {
  const samples: { readonly [kind: string]: unknown } = {
    text: { en: 'text', ru: 'текст' },
    texts: ['a', { en: 'b' }],
    id: 'removed',
    word: 'removed',
    'legacy-state': 'removed',
    words: ['w'],
    counterparts: ['other#w'],
    hours: 2,
    percent: 2,
    count: 2,
    links: ['https://a.example'],
    done: '2026-11-20',
    status: 'doing',
    stage: 'alpha',
    day: '2026-12-24',
    priority: 'high',
    notes: ['note'],
    levels: [{ id: 'removed' }],
    resources: [{ url: 'https://a.example' }],
    features: [{ name: 'a', stage: 'beta' }],
    projects: [{ title: 'P' }],
    legacy: { state: 'removed' },
  };
  const base = { levels: ['removed'], topics: [{ id: 'w', title: 'a' }] };
  const frames: { readonly [part in keyof typeof parts]: (field: object) => object } = {
    roadmap: (field) => ({ ...base, ...field }),
    section: (field) => ({ levels: ['removed'], sections: [{ title: 'S', ...base, levels: undefined, ...field }] }),
    topic: (field) => ({ ...base, topics: [...base.topics, { title: 'b', ...field }] }),
    project: (field) => ({ ...base, projects: [{ title: 'P', ...field }] }),
    level: (field) => ({ ...base, levels: [{ id: 'x', ...field }] }),
    resource: (field) => ({ ...base, resources: [{ url: 'u', ...field }] }),
    feature: (field) => ({ ...base, maturity: [{ name: 'F', stage: 'beta', ...field }] }),
    legacy: (field) => ({ ...base, topics: [...base.topics, { title: 'b', legacy: { state: 'removed', ...field } }] }),
  };
  const fields = Object.entries(parts).flatMap(([part, table]) =>
    Object.entries(table).map(([field, kind]) => [part as keyof typeof parts, field, kind as string] as const),
  );

  it.each(fields)('agree about the %s field %s', (part, field, kind) => {
    // Others name a topic that is there, this one a topic that is gone.
    const sample = field === 'formerly' ? ['gone'] : samples[kind];
    // Every JSON text is a YAML text.
    const { document, diagnostics } = read(JSON.stringify(frames[part]({ [field]: sample })));
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(document)).toContain(`"${field}":${JSON.stringify(sample).replace(/[\]}]+$/, '')}`);
  });
});

describe('fromDocument', () => {
  it('carries every field over to the draft', () => {
    const document: RoadmapDocument = {
      id: 'mesh',
      title: { ru: 'Сеть', en: 'Mesh' },
      description: 'd',
      version: '1.31',
      levels: [{ id: 'junior', rubric: 'r' }, 'guru'],
      prerequisites: ['Linux'],
      resources: [{ title: 'Docs', url: 'https://a.example', kind: 'docs' }, 'https://b.example'],
      sections: [
        {
          id: 's',
          title: 'S',
          why: 'because',
          level: 'Guru',
          weight: 35,
          line: 3,
          topics: [
            {
              id: 't',
              title: 'T',
              outcome: 'can do',
              hours: 2,
              needs: ['u'],
              tags: ['x'],
              links: ['https://c.example'],
              legacy: { state: 'renamed', use: 'V' },
              since: '1.28',
              stage: 'beta',
              formerly: ['v'],
              done: '2026-11-20',
              notes: ['n'],
              line: 5,
            },
            'U',
          ],
        },
      ],
      projects: [
        { id: 'p', title: 'P', level: 'junior', goal: 'g', criterion: 'c', proves: ['t'], stack: ['Go'], line: 9 },
      ],
    };
    expect(fromDocument(document, 'file')).toMatchObject({
      id: 'mesh',
      title: { ru: 'Сеть', en: 'Mesh' },
      description: 'd',
      version: '1.31',
      format: 'yaml',
      levels: [
        { id: 'junior', title: 'Junior', rubric: 'r' },
        { id: 'guru', title: 'Guru', rubric: null },
      ],
      prerequisites: ['Linux'],
      resources: [
        { title: 'Docs', url: 'https://a.example', kind: 'docs' },
        { title: 'https://b.example', url: 'https://b.example', kind: null },
      ],
      children: [
        {
          kind: 'section',
          id: 's',
          why: 'because',
          level: 'guru',
          levelSource: 'explicit',
          weight: 35,
          line: 3,
          children: [
            {
              kind: 'topic',
              id: 't',
              idWritten: true,
              outcome: 'can do',
              hours: 2,
              needs: ['u'],
              tags: ['x'],
              links: ['https://c.example'],
              legacy: { state: 'renamed', since: null, use: 'V' },
              extra: { since: '1.28', version: null, stage: 'beta', retired: null },
              formerly: ['v'],
              status: 'done',
              completedOn: '2026-11-20',
              notes: ['n'],
              line: 5,
              place: 'none',
            },
            { title: 'U', id: '', idWritten: false, status: 'todo' },
          ],
        },
      ],
      projects: [
        { id: 'p', level: 'junior', project: { goal: 'g', criterion: 'c', proves: ['t'], stack: ['Go'] }, line: 9 },
      ],
    });
  });

  it('leaves a topic undated whose day does not exist, and done', () => {
    expect(fromDocument({ topics: [{ title: 'a', done: '2026-02-30' }] }, 'f').children).toMatchObject([
      { status: 'done', completedOn: null },
    ]);
  });

  it('reads the same draft from the document and from its JSON', () => {
    const { document } = read(own('{id: a, title: {en: x, ru: ы}, hours: 1, done: true}'));
    expect(fromDocument(JSON.parse(JSON.stringify(document)), 'f')).toEqual(fromDocument(document, 'f'));
  });
});
