// Tests of roadmap.sh files: both forms of their drawings, the order and nesting of boxes, and what is refused.
// Russian roadmaps of a garden (Грядки, Почва, Известь, Торф: beds, soil, lime, peat) and of a boat (Нос, Доски, Корма, Руль:
// bow, planks, stern, rudder). "Загляните позже", "Другие планы" (come back later, other plans) are no topics.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUserError } from '../../../src/errors.ts';
import { mistakeIn } from '../../../src/formats/json/mistake.ts';
import { readJson } from '../../../src/formats/json/read.ts';
import { checklist } from '../../../src/formats/markdown/write.ts';
import { fromDocument } from '../../../src/formats/roadmap-document.ts';
import { readYaml } from '../../../src/formats/yaml/read.ts';
import { finish, identify } from '../../../src/model/finish.ts';
import { toSource } from '../../../src/text/source.ts';
import { roadmapJson } from '../../../src/views/roadmap-json.ts';
import { readNote, shapeOf } from '../../support/notes.ts';

const readText = (text: string) => identify(finish(readJson(toSource(text), 'drawing', 'drawing.json')));
const read = (value: unknown) => readText(JSON.stringify(value));
const shape = (value: unknown): string[] => shapeOf(read(value));

const box = (id: string, type: string, label: string, x: number, y: number) => ({
  id,
  type,
  position: { x, y },
  data: { label, style: { fontSize: 17 } },
  width: 200,
  height: 49,
});
const edge = (source: string, target: string) => ({ id: `${source}-${target}`, source, target });

describe('the form of the editor', () => {
  const garden = {
    nodes: [
      box('w', 'section', '', -10, 90),
      box('h', 'title', 'Сад', 0, -100),
      box('beds', 'topic', 'Грядки', 0, 300),
      box('soil', 'topic', 'Почва', 0, 0),
      box('line', 'vertical', 'vertical node', 0, 40),
      box('lime', 'subtopic', 'Известь', 250, 60),
      box('clay', 'subtopic', 'Глина', 250, 0),
      box('peat', 'subtopic', ' Торф\nи мох ', 500, 60),
      box('rows', 'subtopic', 'Рядки', -250, 300),
      box('note', 'paragraph', 'Загляните позже', 900, 0),
      box('more', 'button', 'Другие планы', 900, 50),
      box('void', 'subtopic', '', 900, 90),
    ],
    edges: [
      edge('soil', 'clay'),
      edge('lime', 'soil'),
      edge('lime', 'peat'),
      edge('soil', 'beds'),
      edge('soil', 'gone'),
    ],
  };

  it('gives topics from top to bottom, each with the subtopics its edges lead to, else the nearest', () => {
    expect(shape(garden)).toEqual([
      '1 [ ] Почва',
      '  1.1 [ ] Глина',
      '  1.2 [ ] Известь',
      '  1.3 [ ] Торф и мох',
      '2 [ ] Грядки',
      '  2.1 [ ] Рядки',
    ]);
  });

  it('is read without a title too', () => {
    expect(read({ nodes: [box('a', 'topic', 'А', 0, 0)] })).toMatchObject({ title: 'drawing', format: 'json' });
  });

  it('is called after its title, else after the box that says so', () => {
    expect(read(garden).title).toBe('Сад');
    expect(read({ ...garden, title: 'Весь сад' }).title).toBe('Весь сад');
    expect(read({ ...garden, title: { card: 'Сад', page: 'Сад шаг за шагом' } }).title).toBe('Сад шаг за шагом');
  });

  it('keeps the ids of its boxes', () => {
    expect(read(garden).children[0]).toMatchObject({
      id: 'soil',
      topics: [{ id: 'clay' }, { id: 'lime' }, { id: 'peat' }],
    });
  });

  it('reads subtopics without any topic', () => {
    expect(shape({ nodes: [box('b', 'subtopic', 'Б', 0, 9), box('a', 'subtopic', 'А', 0, 1)] })).toEqual([
      '1 [ ] А',
      '2 [ ] Б',
    ]);
  });

  it('counts every ticked box once, whatever the edges do', () => {
    const node = fc.record({
      type: fc.constantFrom('topic', 'subtopic', 'section', 'todo'),
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: 0, max: 900 }),
    });
    const pairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 12 }), pairs, (nodes, edges) => {
        const ticked = nodes.filter(({ type }) => type !== 'section').length;
        if (ticked === 0) return;
        const value = {
          nodes: nodes.map(({ type, x, y }, index) => box(`n${index}`, type, `Шаг ${index}`, x, y)),
          edges: edges.map(([a, b]) => edge(`n${a}`, `n${b}`)),
        };
        expect(shape(value)).toHaveLength(ticked);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the form of mock-ups', () => {
  const label = (text: string) => ({ typeID: 'Label', properties: { text } });
  const group = (controlName: string, y: number, text?: string) => ({
    ID: `${y}`,
    typeID: '__group__',
    x: '10',
    y: `${y}`,
    properties: { controlName },
    children: { controls: { control: text === undefined ? [] : [{ typeID: 'TextArea' }, label(text)] } },
  });
  const mockup = (...control: readonly unknown[]) => ({ mockup: { controls: { control }, measuredW: '800' } });

  it('nests groups by their names and orders them by their numbers', () => {
    expect(
      shape(
        mockup(
          label('Сад'),
          { typeID: 'Arrow', x: '1', y: '2' },
          group('101-beds', 10, 'Грядки'),
          group('100-soil', 500, 'Почва'),
          group('101-soil:lime', 20, 'Известь%20гашёная'.replace('гашёная', encodeURIComponent('гашёная'))),
          group('100-soil:clay-and-sand', 30),
          group('102-soil:wild:moss', 30, '50% мха'),
          group('ext_link:roadmap.example/other', 40, 'Другие'),
          group('check:soil', 41, 'да'),
        ),
      ),
    ).toEqual([
      '1 [ ] Почва',
      '  1.1 [ ] Clay and sand',
      '  1.2 [ ] Известь гашёная',
      '  1.3 [ ] 50% мха',
      '2 [ ] Грядки',
    ]);
  });

  it('finds groups inside groups, and a single control that is no list', () => {
    const inner = { controls: { control: group('102-gate', 5, 'Калитка') } };
    expect(shape({ mockup: { controls: { control: { typeID: '__group__', children: inner } } } })).toEqual([
      '1 [ ] Калитка',
    ]);
  });

  it('is not exhausted by a drawing nested without end', () => {
    // Written by hand: to write it the usual way would exhaust the stack of this test.
    const deep = 20_000;
    const inner = '{"typeID":"__group__","children":{"controls":{"control":['.repeat(deep);
    const top = JSON.stringify(group('101-top', 1, 'Верх'));
    const text = `{"mockup":{"controls":{"control":[${inner}${']}}}'.repeat(deep)},${top}]}}}`;
    expect(shapeOf(readText(text))).toEqual(['1 [ ] Верх']);
  });
});

describe('what is refused', () => {
  const failure = (text: string) => {
    try {
      readText(text);
    } catch (error) {
      if (isUserError(error)) return error;
      throw error;
    }
    throw new Error('it was read');
  };

  it.each(['[]', '{}', '{"name":"x","version":"1"}', '{"nodes":{}}', '{"mockup":[]}', '{"nodes":[],"edges":[]}', '7'])(
    '%s is no roadmap',
    (text) => {
      expect(failure(text)).toMatchObject({ code: 'not-a-roadmap', args: { file: 'drawing.json' } });
    },
  );

  it('broken JSON is reported with its place', () => {
    expect(failure('{\n  "nodes": [,]\n}')).toMatchObject({
      code: 'bad-roadmap',
      args: { problems: [{ line: 2, column: 13 }] },
    });
    expect(failure('{ "nodes": [')).toMatchObject({ args: { problems: [{ line: 1, column: 13 }] } });
  });

  it('the place of a mistake is where a character was put in, or later', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, seed) => {
        expect(mistakeIn(json)).toBe(json.length);
        const at = seed % (json.length + 1);
        const wrong = `${json.slice(0, at)}@${json.slice(at)}`;
        const isString = (() => {
          try {
            JSON.parse(wrong);
            return true;
          } catch {
            return false;
          }
        })();
        if (isString) expect(mistakeIn(wrong)).toBe(wrong.length);
        else expect(mistakeIn(wrong)).toBeLessThanOrEqual(at);
      }),
    );
  });

  it('keys that mean something to the language mean nothing here', () => {
    const text = '{"nodes":[{"id":"__proto__","type":"topic","__proto__":{"x":1},"data":{"label":"А"}}],"edges":[]}';
    expect(readText(text).children).toMatchObject([{ id: '__proto__', title: 'А' }]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('the shapes of YAML (FORMATS B5)', () => {
  it('are read with their lines', () => {
    const text =
      '{"title": "Лодка",\n "phases": [\n  {"title": "Нос", "topics": [{"id": "a", "title": "Доски"},\n   "Гвозди"]}]}';
    const roadmap = readText(text);
    expect(shapeOf(roadmap)).toEqual(['1 Нос', '  1.1 [ ] Доски', '  1.2 [ ] Гвозди']);
    expect(roadmap).toMatchObject({
      title: 'Лодка',
      format: 'json',
      children: [{ line: 3, children: [{ line: 3 }, {}] }],
    });
  });

  it('read the same in both', () => {
    const value = fc.letrec((tie) => ({
      entry: fc.oneof(
        fc.constantFrom('Нос', 'a "b" \\\n c', '4.10', 'no'),
        fc.record({
          title: fc.constantFrom('Корма', 'Руль'),
          hours: fc.constantFrom(1, 2.5),
          lessons: fc.array(tie('entry'), { maxLength: 3 }),
        }),
      ),
    })).entry;
    const titles = (roadmap: ReturnType<typeof readText>) => JSON.stringify(shapeOf(roadmap));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (lessons) => {
        const text = JSON.stringify({ title: 'T', modules: [{ title: 'M', lessons }] }, null, 2);
        const { document, diagnostics } = readYaml(toSource(text), 'plan.yaml');
        expect(titles(readText(text))).toBe(titles(identify(finish(fromDocument(document, 'plan', diagnostics)))));
      }),
      { numRuns: 100 },
    );
  });

  it('have their mistakes reported with places', () => {
    expect(() => readText('{"sections": [{"title": "A", "weight": 300, "topics": ["b"]}]}')).toThrow();
    const deep = `{"topics":${'['.repeat(300)}"a"${']'.repeat(300)}}`;
    expect(() => readText(deep)).toThrow();
  });
});

describe('an exported roadmap', () => {
  const note = [
    '# Garden',
    '',
    '- [ ] Outside of all',
    '',
    '## 4. Soil',
    '',
    '- [x] 4.2 Lime #spring [hours:: 1.5] 🆔 lime ⏫ 🔁 every year 📅 2026-03-01 ✅ 2026-02-28',
    '  - twice',
    '  - [-] In rain ❌ 2026-02-01',
    '- [/] Dig [[Tools|spade]] ⛔ lime #middle',
    '- [ ] Dig twice',
    '- [ ] Dig twice',
    '',
    '| Level | Name | Technologies | Status |',
    '|---|---|---|---|',
    '| Junior | A bed | wood | done 2026-03-02 |',
    '',
  ].join('\n');

  it('reads back as it was, with ids, numbers, plans and ticks', () => {
    const before = readNote(note);
    const after = readText(roadmapJson(before, 'en'));
    const data = (roadmap: typeof before) => JSON.parse(roadmapJson(roadmap, 'en')) as unknown;
    expect(data(after)).toEqual(data(before));
    expect(shapeOf(after)).toEqual(shapeOf(before));
    expect(checklist(after, 'en')).toBe(checklist(before, 'en'));
  });

  it('is read as far as it can be where somebody has changed it', () => {
    const value = {
      ...{ schemaVersion: 1, kind: 'roadmap', title: 7, levels: 'none', projects: [null, { title: 'A bed' }] },
      topics: [{ title: 'Dig', status: 'never', completedOn: '2026-02-30', hours: -1, fields: [{ name: 'x' }, 3] }, 4],
      sections: [{ title: 'Soil', topics: [{ title: 'Lime', status: 'done', completedOn: '2026-02-30' }] }],
    };
    expect(shape(value)).toEqual(['0.1 [ ] Dig', '1 Soil', '  1.1 [x] Lime', 'P1 [ ] A bed']);
  });

  it('without topics says so', () => {
    expect(read({ schemaVersion: 1, kind: 'roadmap', title: 'T' }).diagnostics.map(({ code }) => code)).toEqual([
      'no-topics',
    ]);
  });

  it('nested to exhaust the stack is read only so far', () => {
    let topics: unknown[] = [];
    for (let depth = 0; depth < 5000; depth++) topics = [{ title: `${depth}`, topics }];
    expect(shape({ schemaVersion: 1, kind: 'roadmap', topics }).length).toBeLessThan(200);
  });
});
