// Writing a roadmap out as a checklist: it reads back as the same roadmap, and writing that gives the same text.
// A Russian roadmap of a garden: Посев, Полив, Прополка (sowing, watering, weeding), Грядки (beds); Неделя 1 is "Week 1".
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/formats/json/read.ts';
import { checklist } from '../../../src/formats/markdown/write.ts';
import { fromDocument } from '../../../src/formats/roadmap-document.ts';
import { finish, identify } from '../../../src/model/finish.ts';
import { progressOf } from '../../../src/model/progress.ts';
import { planFields, type Section, type Topic } from '../../../src/model/roadmap.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { toSource } from '../../../src/text/source.ts';
import { boxlessDocuments, documents } from '../../support/documents.ts';
import { note, readNote, shapeOf } from '../../support/notes.ts';

const written = (text: string): string => checklist(readNote(text), 'en');

/** What is kept of a topic, beside its place. */
const kept = ({
  title,
  status,
  completedOn,
  level,
  hours,
  tags,
  needs,
  links,
  fields,
  repeats,
  idWritten,
  id,
}: Topic) => ({
  ...{ title, status, completedOn, level, hours, tags, needs, repeats, id: idWritten ? id : null },
  links: [...links].sort(),
  fields: [...fields].sort((a, b) => a.name.localeCompare(b.name)),
});

describe('a checklist', () => {
  it('has the title, sections, boxes, days, fields and what is beneath a topic', () => {
    const text = note(
      '**1. Сад**',
      '- [x] Посев 🆔 sow ✅ 2026-03-01',
      '  - в тёплую землю',
      '  - https://example.org/sow',
      '- [ ] Полив ⛔ sow #вода #junior',
      '  - [/] утром',
      '- [-] Прополка ❌ 2026-03-02',
      '',
      '**2. Огород**',
      '',
      '• Грядки',
    );
    expect(written(text)).toBe(
      note(
        '# note',
        '',
        '## 1. Сад',
        '',
        '- [x] Посев 🆔 sow ✅ 2026-03-01',
        '  - в тёплую землю',
        '  - <https://example.org/sow>',
        '- [ ] Полив #вода #junior ⛔ sow',
        '  - [/] утром',
        '- [-] Прополка ❌ 2026-03-02',
        '',
        '## 2. Огород',
        '',
        '- [ ] Грядки',
        '',
      ),
    );
  });

  it.each([
    '- [ ] a * b and snake_case_name and `code`',
    '- [ ] \\*not emphasis\\* and \\[no link\\]',
    '- [ ] <b>tag</b> &amp; \\&amp; 100% %%gone%% ~~struck~~',
    '- [ ] 4.2 its own number',
    '- [ ] 10 ways to start',
    '- [ ] the sign `✅` in code',
    '- [ ] [words](https://example.org/a_b?c=d&e=f) and [[Page|alias]]',
    '- [ ] ends in a tag #garden/roses',
    '- [ ] what is \\# not a tag',
  ])('%s comes back as it was read', (line) => {
    const once = written(`${line}\n`);
    expect(shapeOf(readNote(once))).toEqual(shapeOf(readNote(`${line}\n`)));
    expect(written(once)).toBe(once);
  });

  it('has tags and ids only where a task line can hold them, and no character that acts on a terminal', () => {
    const read = fromDocument(
      {
        sections: [
          {
            title: 'S',
            topics: [
              {
                title: 'A\u001b[31m',
                id: 'traffic.split',
                tags: ['service mesh', '🔁 every day', '7'],
                needs: ['b', 'c.d'],
              },
              { title: 'B', id: 'b' },
            ],
          },
        ],
      },
      'T',
    );
    const text = checklist(identify(finish(read)), 'en');
    expect(text).toBe(
      note(
        '# T',
        '',
        '## S',
        '',
        '- [ ] A&#27;\\[31m #service-mesh #every-day [id:: traffic.split] [dependsOn:: b,c.d]',
        '- [ ] B 🆔 b',
        '',
      ),
    );
    expect(written(text)).toBe(text);
  });

  it.each([
    [
      'what a line plans',
      '- [ ] Frost ⏫ 🔁 every 2 weeks when done 🏁 keep ➕ 2026-01-01 🛫 2026-02-01 ⏳ 2026-02-02 📅 2026-02-03',
    ],
    ['what Dataview alone can say', '- [ ] Frost [due:: after the fair] (repeat:: every day) [priority:: urgent]'],
    [
      'days that are none, and those that do not count',
      '- [x] Frost ✅ 2026-02-30\n- [ ] Thaw ✅ 2026-02-01\n- [x] Rain ✅ 2026-01-02 ✅ 2026-01-03',
    ],
    ['the day on which it was left out', '- [-] Frost ❌ 2026-02-03'],
    ['hours', '- [ ] Frost [hours:: 1.5]'],
    ['pages', '- [ ] Prune [[Trees/Apple|the apple]] and [[Pear]]\n  - [[Trees/Plum]]'],
    ['links to files', '- [ ] Prune [how](docs/prune.md)\n  - [[Trees/Plum#When]]\n  - mailto:me@example.org'],
    ['ids and needs of any form', '- [ ] Prune [id:: trees.prune] [dependsOn:: trees.plant, b]'],
    ['levels of its own', '---\nlevels: [sprout, tree]\n---\n- [ ] Prune [level:: sprout]\n- [ ] Fell [level:: tree]'],
  ])('has %s', (_, text) => {
    const [before, after] = [readNote(text), readNote(written(text))];
    expect([...topicsOf(after.children)].map(kept)).toEqual([...topicsOf(before.children)].map(kept));
    expect(after.levels.map(({ id }) => id)).toEqual(before.levels.map(({ id }) => id));
    expect(written(written(text))).toBe(written(text));
  });

  it('has no character that acts on a terminal in any field', () => {
    const evil = 'a\u001b[31m\u009b1m\u202eb\u0007';
    const topic = {
      ...{ title: evil, number: evil, id: evil, idWritten: true, level: evil, levelSource: 'explicit', outcome: evil },
      ...{ needs: [evil], tags: [evil], links: [evil, `https://example.org/${evil}`, `[[${evil}]]`], notes: [evil] },
      fields: planFields.map((name) => ({ name, value: evil })),
    };
    const document = {
      ...{ schemaVersion: 1, kind: 'roadmap', title: evil, levels: [{ id: evil, title: evil, rubric: evil }] },
      topics: [topic],
      sections: [{ title: evil, number: evil, topics: [topic] }],
      projects: [{ ...topic, goal: evil, criterion: evil, stack: [evil] }],
    };
    const text = checklist(identify(finish(readJson(toSource(JSON.stringify(document)), 'T', 'T.json'))), 'en');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    expect(text).toContain('31m');
  });

  it.each([
    ['- [ ] [[Pear]] and [[Plum]]', '- [ ] [[Pear]] and [[Plum]]'],
    ['- [ ] 4.2. [[Pear]]s', '- [ ] 4.2. Pears\n  - [[Pear]]'],
    ['- [ ] [[Trees/Pear|Pear]]', '- [ ] Pear\n  - [[Trees/Pear]]'],
    ['- [ ] [[snake_case]] page', '- [ ] [[snake_case]] page'],
    ['- [ ] parties\n  - [[art]]', '- [ ] parties\n  - [[art]]'],
  ])('keeps a page where its name is: %s', (line, expected) => {
    expect(written(line)).toBe(`# note\n\n${expected}\n`);
  });

  it('has what became of projects, and where their links lead', () => {
    const read = fromDocument(
      {
        projects: [
          { title: 'A shed', level: 'middle', done: '2026-03-01', links: ['docs/shed.md', '[[Shed]]'] },
          { title: 'A gate', level: 'middle', status: 'doing' },
          { title: 'A wall', level: 'middle', status: 'skipped' },
        ],
        topics: ['Saw'],
      },
      'T',
    );
    const roadmap = identify(finish(read));
    const { projects } = readNote(checklist(roadmap, 'en'));
    expect(projects.map(kept)).toEqual(roadmap.projects.map(kept));
  });

  it('keeps every title and its number as they are', () => {
    const pieces = fc.constantFrom(
      ...['1.1', '2)', '4.', '3', 'A.', 'B)', 'Week 2:', 'Неделя 3', '🚀', '1️⃣', '№ 5', '2026-01-02', '5:', '6 –'],
      ...[
        '**b**',
        '_i_',
        '`c`',
        '[x]',
        '[y](z)',
        '[[W]]',
        '<b>',
        '&amp;',
        '#tag',
        '#middle',
        '# h',
        '^id',
        '%%',
        '~~s~~',
      ],
      ...[
        '📅 2026-01-02',
        '✅',
        '[due:: x]',
        '(x:: y)',
        '|',
        '\\\\',
        '\\',
        '<!--',
        '$m$',
        '- [ ]',
        'word',
        'слово',
        '字',
      ],
      ...[
        'Resources',
        'Middle',
        'TODO',
        '30%',
        ':',
        '.',
        'https://example.org/a_b)',
        'C#',
        '==m==',
        '\u2028',
        '\u00a0',
        '\u200b',
      ],
    );
    const titles = fc
      .tuple(fc.array(pieces, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', ' ', ''))
      .map(([all, gap]) => all.join(gap).replace(/\s+/g, ' ').trim())
      .filter((title) => title !== '');
    const sections = fc.array(fc.tuple(titles, fc.array(titles, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(sections, (written) => {
        const document = { sections: written.map(([own, topics]) => ({ title: own, topics })) };
        const roadmap = identify(finish(fromDocument(document, 'T')));
        const after = readNote(checklist(roadmap, 'en'));
        expect(
          after.children.map((section) => [section.title, [...topicsOf([section])].map((one) => one.title)]),
        ).toEqual(written.map(([own, topics]) => [own, topics]));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every topic of any note with all that is known of it, in its sections', () => {
    const lines = (text: string): string[] => {
      const found: string[] = [];
      const visit = (children: readonly (Section | Topic)[], path: string): void => {
        for (const child of children)
          if (child.kind === 'topic') {
            found.push(`${path} ${JSON.stringify(kept(child))}`);
            visit(child.topics, `${path} / ${child.title}`);
          }
        for (const child of children) if (child.kind === 'section') visit(child.children, `${path} / ${child.title}`);
      };
      const { children, projects } = readNote(text);
      visit(children, '');
      visit(projects, 'P');
      return found;
    };
    fc.assert(
      fc.property(fc.oneof(documents, boxlessDocuments), (text) => {
        // A NUL is written as the stand-in that Markdown has for it.
        expect(lines(written(text))).toEqual(lines(text.replaceAll('\0', '\ufffd')));
      }),
      { numRuns: 500 },
    );
  });

  it('md → read → md is the identity, and no topic or tick is lost on the way', () => {
    fc.assert(
      fc.property(fc.oneof(documents, boxlessDocuments), (text) => {
        const once = written(text);
        const [before, after] = [progressOf(readNote(text)).total, progressOf(readNote(once)).total];
        expect(after).toEqual(before);
        expect(written(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
