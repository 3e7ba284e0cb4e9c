import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { isUserError } from '../../src/errors.ts';
import { childKeys, fieldFor, fieldRead, foreign } from '../../src/formats/yaml/fields.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { parts } from '../../src/model/fields.ts';
import { priorities } from '../../src/model/roadmap.ts';
import { fieldWords } from '../../src/schemas/field-words.ts';
import { toSource } from '../../src/text/source.ts';
import { checkAgainst, schemaIn } from './validating.ts';

const check = checkAgainst('roadmap.schema.json');

/** What an editor marks in a text. */
const marks = (yaml: string): readonly string[] => check(parse(yaml, { merge: true }));

/** What the program says of a text: why it refuses it, or the codes of what it remarks. */
function remarks(yaml: string): readonly string[] {
  try {
    return readYaml(toSource(yaml), 'plan.yaml').diagnostics.map(({ code }) => code);
  } catch (error) {
    if (isUserError(error)) return [error.code];
    throw error;
  }
}

const topic = (fields: string): string => `title: T\nsections:\n  - title: S\n    topics:\n      - ${fields}\n`;
const section = (fields: string): string => `sections:\n  - ${fields}\n`;

describe('a roadmap that the program reads without a remark', () => {
  it.each([
    ['a title alone', topic('VirtualService')],
    ['a number for a title', topic('{title: 1.31}')],
    ['yes for a title', topic('{title: yes}')],
    ['a title per language', topic('{title: {en: a, pt-BR: b, ru: 3}}')],
    ['an id alone', topic('{id: 4.10}')],
    ['an empty field', topic('{title: a, outcome: , tags: ~, done:}')],
    ['an empty title beside an id', topic('{title: , id: a}')],
    ['blanks around an id in quotes', topic('{id: " a "}')],
    ['a version without quotes', 'version: 1.31\ntopics: [a]'],
    ['one value where a list may be', topic('{title: a, tags: routing, links: https://a.example, notes: n}')],
    ['numbers and words in a list', topic('{title: a, tags: [1, true, b]}')],
    ['an empty list', topic('{title: a, tags: [], links: [], needs: []}')],
    ['links as maps', topic('{title: a, links: [{title: Docs, url: https://a.example}, {href: https://b.example}]}')],
    ['one link as a map', topic('{title: a, link: {url: https://a.example, kind: docs}}')],
    ['done: yes', topic('{title: a, done: yes}')],
    ['done: true', topic('{title: a, done: true}')],
    ['done: ✅', topic('{title: a, done: ✅}')],
    ['a day', topic('{title: a, done: 2026-11-20}')],
    ['a day with a time', topic('{title: a, done: 2026-11-20T10:00:00Z}')],
    ['completed: in progress', topic('{title: a, completed: In Progress}')],
    ['status: DONE', topic('{title: a, status: DONE}')],
    ['state: no', topic('{title: a, state: no}')],
    ['status: true', topic('{title: a, status: true}')],
    ['hours in quotes', topic('{title: a, hours: "1.5"}')],
    ['a weight in quotes', section('{title: S, weight: "100", topics: [a]}')],
    ['a weight of nothing', section('{title: S, weight: 0, topics: [a]}')],
    ['foreign names', topic('{name: a, difficulty: middle, references: [https://a.example], summary: s}')],
    ['notes in lists of lists', topic('{title: a, notes: [a, [b, 1], ~]}')],
    ['legacy', topic('{title: a, legacy: {state: removed, since: 1.8, use: {en: b}}}')],
    ['topics in topics', topic('{title: a, topics: [b, {title: c, topics: [d]}]}')],
    ['foreign names for topics', topic('{title: a, concepts: [b, {title: c, lessons: [d]}]}')],
    ['sections in sections', section('{title: S, sections: [{title: U, topics: [a]}, {title: W, items: [b]}]}')],
    ['a section that is a text', 'sections: [S, {title: U, topics: [a]}]'],
    ['lists in lists', 'topics: [a, [b, [c]], ~]'],
    ['one topic without a list', section('{title: S, topics: a}')],
    ['a title over its topics', topic('VirtualService: [a, b]')],
    ['titles over their topics', section('{title: S, topics: {Routes: [a, {title: b}], Shares: , Mirrors: c}}')],
    ['a phrase over one topic', topic('Week 1: read the documentation')],
    ['a title over the fields of a topic', section('{title: S, topics: {Routes: {outcome: o, concepts: [b]}}}')],
    ['titles of sections', 'sections: {Traffic: [a, b], Security: {why: w, topics: [c]}, Rest: {Deep: [d]}}'],
    ['levels as words', 'levels: [junior, 2]\ntopics: [a]'],
    ['levels as maps', 'levels: [{id: junior, name: J, description: r}, {id: x, rubric: {en: r}}]\ntopics: [a]'],
    ['one level', 'levels: junior\ntopics: [a]'],
    ['prerequisites', 'prerequisites: [a, {en: b}, 3]\ntopics: [a]'],
    ['one prerequisite', 'prerequisites: {en: a, ru: b}\ntopics: [a]'],
    ['resources', 'resources: [https://a.example, {title: D, url: u, kind: docs}, {name: E, link: u}]\ntopics: [a]'],
    ['links of a roadmap', 'links: [https://a.example]\ntopics: [a]'],
    ['projects', 'topics: [a]\nprojects: [P, {id: p, goal: g, technologies: [x], stack: Istio, links: u}]'],
    ['values given once and shared', 'topics: [{title: a, tags: &t [x]}, {title: b, tags: *t}]'],
    ['keys given once and shared', 'topics: [&a {title: a, hours: 2}, {<<: *a, title: b}]'],
    ['the line that names the schema', '# yaml-language-server: $schema=a.json\ntitle: T\ntopics: [a]'],
  ])('is not marked: %s', (_, yaml) => {
    expect(remarks(yaml)).toEqual([]);
    expect(marks(yaml)).toEqual([]);
  });
});

describe('a roadmap that the program refuses or warns of', () => {
  it.each([
    ['a mistyped key', 'bad-roadmap', topic('tilte: a')],
    ['a mistyped key beside a title', 'unknown-key', topic('{title: a, outcom: b}')],
    ['a key of the root that is none', 'unknown-key', 'author: me\ntopics: [a]'],
    ['a key that only topics have', 'unknown-key', section('{title: S, hours: 2, topics: [a]}')],
    ['a key that only sections have', 'unknown-key', topic('{title: a, why: b}')],
    ['topics of a project', 'unknown-key', 'topics: [a]\nprojects: [{title: P, topics: [b]}]'],
    ['a word where topics belong', 'unknown-key', topic('{title: a, concepts: b}')],
    ['neither title nor id', 'bad-roadmap', topic('{outcome: a, hours: 1}')],
    ['an empty title and no id', 'bad-roadmap', topic('{title: , hours: 1}')],
    ['a blank title', 'bad-roadmap', topic('{title: " "}')],
    ['a list for a title', 'bad-roadmap', topic('{title: [a]}')],
    ['a map without a language for a title', 'bad-roadmap', topic('{title: {English: a}}')],
    ['nothing in a language', 'bad-roadmap', topic('{title: {en: }}')],
    ['an empty map for a title', 'bad-roadmap', topic('{title: {}, id: a}')],
    ['an id with a blank', 'bad-roadmap', topic('{id: a b, title: a}')],
    ['a word for a day', 'invalid-date', topic('{title: a, due: soon}')],
    ['a priority that is none', 'unknown-priority', topic('{title: a, priority: 1}')],
    ['a word for hours', 'bad-roadmap', topic('{title: a, hours: two}')],
    ['negative hours', 'bad-roadmap', topic('{title: a, hours: -1}')],
    ['a list for hours', 'bad-roadmap', topic('{title: a, hours: [1]}')],
    ['a weight over 100', 'bad-roadmap', section('{title: S, weight: 120, topics: [a]}')],
    ['a weight over 100 in quotes', 'bad-roadmap', section('{title: S, weight: "100.5", topics: [a]}')],
    ['an unknown state', 'unknown-status', topic('{title: a, status: maybe}')],
    ['a number for done', 'bad-roadmap', topic('{title: a, done: 1}')],
    ['a word for done', 'bad-roadmap', topic('{title: a, done: soon}')],
    ['a map for a tag', 'bad-roadmap', topic('{title: a, tags: [{b: c}]}')],
    ['nothing in a list of words', 'bad-roadmap', topic('{title: a, tags: [b, ~]}')],
    ['a link without address', 'bad-roadmap', topic('{title: a, links: [{title: Docs}]}')],
    ['legacy without state', 'bad-roadmap', topic('{title: a, legacy: {since: 1.8}}')],
    ['legacy that is a text', 'bad-roadmap', topic('{title: a, legacy: removed}')],
    ['an unknown legacy', 'bad-roadmap', topic('{title: a, legacy: {state: old}}')],
    ['a key of legacy that is none', 'unknown-key', topic('{title: a, legacy: {state: removed, until: 2}}')],
    ['a level without id', 'bad-roadmap', 'levels: [{title: J}]\ntopics: [a]'],
    ['a resource without url', 'bad-roadmap', 'topics: [a]\nresources: [{title: Docs}]'],
    ['a project without title', 'bad-roadmap', 'topics: [a]\nprojects: [{goal: g}]'],
    ['a title per language among projects', 'bad-roadmap', 'topics: [a]\nprojects: [{en: a, ru: b}]'],
    ['a blank topic', 'bad-roadmap', 'topics: [" "]'],
    ['an empty map for a topic', 'bad-roadmap', 'topics: [{}]'],
    ['topics without title in a list', 'bad-roadmap', 'topics: [{topics: [a, b]}]'],
    ['several words with texts', 'bad-roadmap', topic('{Istio: a, Envoy: b}')],
  ])('is marked: %s', (_, code, yaml) => {
    expect(remarks(yaml)).toContain(code);
    expect(marks(yaml)).not.toEqual([]);
  });
});

/** Where the two are meant to differ, in one place. `program`: the first thing that it says. */
const differences: readonly {
  readonly why: string;
  readonly yaml: string;
  readonly program: string | null;
  readonly isMarked: boolean;
}[] = [
  // Rules across fields, which a JSON Schema cannot hold.
  { why: 'ids are unique', yaml: 'topics: [{id: a}, {id: a}]', program: 'duplicate-id', isMarked: false },
  { why: 'needs name a topic', yaml: topic('{title: a, needs: [b]}'), program: 'needs-nothing', isMarked: false },
  {
    why: 'projects prove a topic',
    yaml: 'topics: [a]\nprojects: [{title: P, proves: [b]}]',
    program: 'needs-nothing',
    isMarked: false,
  },
  { why: 'levels are known', yaml: topic('{title: a, level: wizard}'), program: 'unknown-level', isMarked: false },
  { why: 'there are topics', yaml: 'title: T\nsections: []', program: 'no-topics', isMarked: false },
  { why: 'days exist', yaml: topic('{title: a, done: 2026-02-30}'), program: 'invalid-date', isMarked: false },
  {
    why: 'days on which something is due exist',
    yaml: topic('{title: a, due: 2026-02-30}'),
    program: 'invalid-date',
    isMarked: false,
  },
  // An editor is given the number, not how it is written.
  { why: 'numbers are decimal', yaml: topic('{title: a, hours: 1e1}'), program: 'bad-roadmap', isMarked: false },
  // What the program passes over in silence is mostly not what was meant.
  { why: 'notes are texts', yaml: topic('{title: a, notes: {b: c}}'), program: null, isMarked: true },
  { why: 'a text has a language', yaml: 'prerequisites: [{}]\ntopics: [a]', program: null, isMarked: true },
  {
    why: 'a foreign name beside our own is looked at',
    yaml: topic('{title: a, name: [b]}'),
    program: null,
    isMarked: true,
  },
  { why: 'keys have no colon', yaml: 'topics: [{":title": a, hours: 2}]', program: null, isMarked: true },
  { why: 'null is nothing', yaml: topic('{title: a, tags: [null]}'), program: null, isMarked: true },
  // Keys that are titles: only where they cannot be meant as fields.
  { why: 'names of fields are no titles', yaml: topic('needs: [a]'), program: null, isMarked: true },
  { why: 'a word over a text is a field', yaml: topic('Istio: mesh'), program: null, isMarked: true },
  { why: 'a word over nothing is a field', yaml: topic('Istio:'), program: null, isMarked: true },
  { why: 'a phrase is no mistyped field', yaml: topic('out come: a'), program: 'bad-roadmap', isMarked: false },
  {
    why: 'names for topics are no titles',
    yaml: topic('{concepts: [a], Protocols: [b]}'),
    program: null,
    isMarked: true,
  },
  {
    why: 'a heading is not done',
    yaml: topic('{title: a, same: b#c, topics: [d]}'),
    program: 'same-nothing',
    isMarked: false,
  },
  { why: 'levels are no sections', yaml: topic('{title: a, levels: {One: [b]}}'), program: null, isMarked: true },
  // Roadmaps of another form are read as far as they are understood; the schema is of our own form.
  { why: 'other forms are not described', yaml: 'phases: [{name: P, items: [a]}]', program: null, isMarked: true },
  // Bounds of the reader (FORMATS Y2).
  {
    why: 'nesting has an end',
    yaml: `topics: ${'['.repeat(120)}a${']'.repeat(120)}`,
    program: 'bad-roadmap',
    isMarked: false,
  },
];

describe('where the two are meant to differ', () => {
  it.each(differences)('$why', ({ yaml, program, isMarked }) => {
    expect(remarks(yaml)[0] ?? null).toBe(program);
    expect(marks(yaml).length > 0).toBe(isMarked);
  });
});

describe('any roadmap of our own form', () => {
  const text = fc.constantFrom('a', 'B c', 'ж', 1, 1.31, true, '4.10', ' x ');
  const oddText = fc.constantFrom('', ' ', [], ['a'], {}, { English: 'a' }, { en: null }, { en: ['a'] });
  const list = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(value, fc.array(value, { maxLength: 3 }));
  const states = 'done todo doing skipped yes no DONE Cancelled in-progress wont_do WIP pending ✔️'.split(' ');
  const word = fc.constantFrom('a', 'b c', 7, false);
  const link = fc.oneof(word, fc.record({ url: word }), fc.record({ title: text, href: word }));
  const texts = fc.oneof(text, fc.dictionary(fc.constantFrom('en', 'ru', 'pt-BR'), text, { minKeys: 1, maxKeys: 2 }));
  const links = fc.constantFrom('', [''], { title: 'a' }, [[]], { url: '' });
  const forms: { readonly [kind: string]: readonly [good: fc.Arbitrary<unknown>, bad: fc.Arbitrary<unknown>] } = {
    text: [texts, oddText],
    texts: [list(texts), fc.constantFrom([''], ' ', [['a']], [null])],
    word: [word, fc.constantFrom('', ' ', [], ['a'], {}, { a: 'b' })],
    words: [list(word), fc.constantFrom('', [null], [['a']], {}, { a: 'b' })],
    hours: [fc.constantFrom(0, 1, 2.5, 100, '35', ' .5 ', '007'), fc.constantFrom(-1, 'x', '1e1', '-1', true, [], {})],
    percent: [
      fc.constantFrom(0, 1, 2.5, 100, '35', ' .5 ', '007'),
      fc.constantFrom(-1, 'x', '1e1', '-1', true, [], {}),
    ],
    id: [word, fc.constantFrom('', ' ', [], ['a'], {}, { a: 'b' })],
    links: [list(link), links],
    done: [
      fc.constantFrom(true, false, '2026-11-20', '2026-11-20T08:00', ...states),
      fc.constantFrom(1, 'soon', [], {}),
    ],
    status: [fc.constantFrom(true, false, ...states), fc.constantFrom(0, 'maybe', '2026-11-20', ['done'], {})],
    notes: [fc.constantFrom('a', 'a\nb', 3, ['a', null, ['b']], '', []), fc.constant('a')],
    counterparts: [
      fc.constantFrom('istio#a', ['istio#a', ' b#c.d '], []),
      fc.constantFrom('a', 'a b#c', '../a#b', '#a', 'a#', 1, ['a#b', null], {}),
    ],
    levels: [
      fc.constantFrom(['junior'], 'junior', [{ id: 'junior', name: 'J' }], { id: 1 }, []),
      fc.constantFrom(['a b'], [{ title: 'J' }], [null], [{ id: 'a', colour: 'red' }]),
    ],
    resources: [
      fc.constantFrom('u', ['u', { url: 'u', type: 'docs' }], { link: 'u', label: { en: 'a' } }),
      fc.constantFrom({ title: 'a' }, [''], [{ url: ['u'] }], [{ url: 'u', size: 3 }]),
    ],
    projects: [
      fc.constantFrom('P', ['P', { name: 'Q', technologies: 'x' }], { id: 'p', done: 'yes', description: 'g' }),
      fc.constantFrom({ goal: 'g' }, [''], [{ title: 'P', colour: 3 }], [{ title: 'P', done: 'soon' }]),
    ],
    day: [
      fc.constantFrom('2026-11-20', ' 2026-11-20', '2026-11-20T08:00', null),
      fc.constantFrom('soon', '20.11.2026', 3, ['2026-11-20'], {}),
    ],
    priority: [fc.constantFrom(...priorities, null), fc.constantFrom('urgent', 1, ['high'], {})],
    stage: [fc.constantFrom('experimental', 'alpha', 'beta', 'stable'), fc.constantFrom('', 'ga', 1, ['beta'], {})],
    features: [
      fc.constantFrom([{ name: 'a', stage: 'alpha' }], { name: { en: 'a' }, stage: 'beta' }, []),
      fc.constantFrom(['a'], [{ name: 'a' }], { stage: 'beta' }, [{ name: 'a', stage: 'ga' }]),
    ],
    legacy: [
      fc.constantFrom({ state: 'removed' }, { state: 'renamed', since: 1.8, use: { en: 'a' } }),
      fc.constantFrom('removed', {}, { state: 'old' }, { state: 'removed', why: 'a' }, [{ state: 'removed' }]),
    ],
  };
  const rarely = <Value>(seldom: Value, usual: Value): fc.Arbitrary<Value> =>
    fc.oneof({ weight: 30, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(seldom) });
  // What no other field of the same map is about: rules across fields are listed above.
  const across = new Set(['id', 'level', 'difficulty', 'needs', 'proves', 'formerly', 'same']);

  type Pair = readonly [name: string, value: unknown];
  const fieldsOf = (part: keyof typeof parts, isOdd: boolean) => {
    const own = Object.keys(parts[part]);
    const others = [...foreign.keys()].filter((name) => {
      const field = fieldFor(part, name);
      return field !== null && field !== name && !childKeys.has(name);
    });
    const one = fc.constantFrom(...[...own, ...others].filter((name) => !across.has(name))).chain((name) => {
      const field = fieldRead(part, name) as string;
      const [good, bad] = forms[
        (parts[part] as { [field: string]: string })[field] as string
      ] as (typeof forms)[string];
      const odd = fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: bad });
      return fc.tuple(fc.constant(name), fc.constant(field), isOdd ? odd : good);
    });
    const unknown = fc.constant(['outcom', 'outcom', 'a'] as const);
    const each = isOdd ? fc.oneof({ weight: 60, arbitrary: one }, { weight: 1, arbitrary: unknown }) : one;
    // One name of a field at a time: the second of two is not looked at.
    return fc
      .uniqueArray(each, { maxLength: 5, selector: ([, field]) => field })
      .map((pairs) => Object.fromEntries(pairs.map(([name, , value]): Pair => [name, value])));
  };

  const document = (isOdd: boolean): fc.Arbitrary<object> => {
    const bare = fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom<unknown>('a', 'b', 7, null) },
      rarely(isOdd ? '' : 'c', 'd'),
    );
    const titled = (fields: fc.Arbitrary<object>) =>
      fc
        .tuple(fields, isOdd ? rarely(false, true) : fc.constant(true))
        .map(([map, has]) => (has ? { title: 't', ...kept(map, isNoTitle) } : kept(map, isPlainOrBelow)));
    const { topics } = fc.letrec<{ topic: unknown; topics: unknown[] }>((tie) => ({
      topic: fc.oneof(
        { maxDepth: 3 },
        bare,
        titled(fieldsOf('topic', isOdd)),
        titled(
          fc
            .tuple(fieldsOf('topic', isOdd), fc.constantFrom('topics', 'concepts', 'sections'), tie('topics'))
            .map(([map, key, below]) => ({ ...map, [key]: below })),
        ),
        fc.tuple(fc.constantFrom('Routes', 'Раздел'), tie('topics')).map(([title, below]) => ({ [title]: below })),
      ),
      topics: fc.array(tie('topic'), { minLength: 1, maxLength: 3 }),
    }));
    const sections = fc.array(
      fc.oneof(
        bare,
        titled(fc.tuple(fieldsOf('section', isOdd), topics).map(([map, below]) => ({ ...map, topics: below }))),
      ),
      { maxLength: 3 },
    );
    return fc
      .tuple(fieldsOf('roadmap', isOdd), sections, topics)
      .map(([map, parts, below]) => ({ ...map, sections: parts, topics: ['z', ...below] }));
  };

  const kept = (map: object, keep: (pair: Pair) => boolean): object =>
    Object.fromEntries(Object.entries(map).filter(keep));
  /** One title is enough. */
  const isNoTitle = ([name]: Pair): boolean => fieldFor('topic', name) !== 'title';
  /** Names of fields over lists and maps are titles where nothing else is the title: see above. */
  const isPlainOrBelow = ([name, value]: Pair): boolean => typeof value !== 'object' || childKeys.has(name);

  const isClean = (yaml: string): boolean => {
    const found = remarks(yaml);
    const odd = ['bad-roadmap', 'unknown-key', 'unknown-status', 'unknown-priority', 'invalid-date', 'not-a-roadmap'];
    return !odd.some((code) => found.includes(code));
  };

  it('is not marked where the program reads it', () => {
    fc.assert(
      fc.property(document(false), (roadmap) => {
        const yaml = stringify(roadmap, { nullStr: '~' });
        expect(remarks(yaml)).toEqual([]);
        expect(marks(yaml)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is marked where, and only where, the program refuses it or warns of a key', () => {
    let refused = 0;
    fc.assert(
      fc.property(document(true), (roadmap) => {
        const yaml = stringify(roadmap, { nullStr: '~' });
        const clean = isClean(yaml);
        if (!clean) refused++;
        expect(marks(yaml).length === 0, remarks(yaml).join()).toBe(clean);
      }),
      { numRuns: 600 },
    );
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(550);
  });
});

describe('the bundled roadmaps', () => {
  const names = ['istio', 'ica', 'ambient'] as const;
  const textOf = (name: string): string =>
    readFileSync(join(import.meta.dirname, '..', '..', 'roadmaps', `${name}.yaml`), 'utf8');

  it.each(names)('%s names its schema in the first line, fits it, and has a remark in neither', (name) => {
    const text = textOf(name);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema/roadmap.schema.json');
    expect(marks(text)).toEqual([]);
    expect(remarks(text)).toEqual([]);
  });

  it.each(names)('%s is marked where a key is mistyped', (name) => {
    const text = textOf(name).replace(/\n( +)outcome:/, '\n$1outcom:');
    expect(marks(text).join('\n')).toMatch(/\/sections\/\d+\/topics\/\d+ must NOT have additional properties/);
  });

  it('has its places counted from the line of the schema', () => {
    const [first] = readYaml(toSource(textOf('istio')), 'istio.yaml').document.sections ?? [];
    const line = typeof first === 'string' ? 0 : (first?.line ?? 0);
    expect(textOf('istio').split('\n')[line - 1]).toMatch(/^ {2}- id: /);
  });
});

describe('what an editor shows', () => {
  interface Described {
    readonly properties: { readonly [field: string]: { readonly description?: string } };
  }
  const schema = schemaIn('roadmap.schema.json') as unknown as Described & {
    readonly definitions: { readonly [name: string]: Described };
  };
  const places: { readonly [part in keyof typeof parts]: Described | undefined } = {
    roadmap: schema,
    section: schema.definitions.sectionFields,
    topic: schema.definitions.topicFields,
    project: schema.definitions.projectFields,
    level: schema.definitions.level,
    resource: schema.definitions.resource,
    feature: schema.definitions.feature,
    legacy: schema.definitions.legacy,
  };

  it('needs no guess which form was meant: with anyOf an editor shows no words of the field', () => {
    const { isTitle, ...rest } = schema.definitions as unknown as { readonly [name: string]: unknown };
    expect(JSON.stringify(isTitle)).toContain('"anyOf"');
    expect(JSON.stringify([schema.properties, rest])).not.toMatch(/"(?:anyOf|oneOf)"/);
  });

  it('says which key is wrong, and nothing of what else might have been meant', () => {
    const all = marks(topic('{title: a, outcom: b}'));
    expect(all.filter((mark) => !/ must match "(?:then|else)" schema$/.test(mark))).toEqual([
      '/sections/0/topics/0 must NOT have additional properties',
    ]);
  });

  it.each(Object.keys(parts) as (keyof typeof parts)[])('has words for every field of a %s', (part) => {
    const { properties } = places[part] as Described;
    expect(Object.keys(properties).sort()).toEqual(Object.keys(fieldWords[part]).sort());
    for (const [field, { description }] of Object.entries(properties))
      expect(description, `${part}.${field}`).toBe((fieldWords[part] as { [field: string]: string })[field]);
  });
});
