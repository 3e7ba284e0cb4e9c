// Tests of what is beside topics in notes from the wild: tags, dates, legends, role labels and pages of a book.
// Russian legends of marks: пройдено, повторено, читаю, потом, могу объяснить, начато, в процессе (learnt, repeated, reading,
// later, can explain, begun, in progress); Знаки "signs", Ссылки "links". Topics: посев, полив, утро (sowing, watering, morning); книга is a book.
import { describe, expect, it } from 'vitest';
import { note, readNote, shapeOf, titlesOf, topicCalled } from '../../support/notes.ts';

const shape = (...lines: readonly string[]): string[] => shapeOf(readNote(note(...lines)));

describe('tags and dates', () => {
  it('a line of tags opens no section and silences nothing', () => {
    expect(shape('# Сад', '#resources', '', '- посев', '- полив')).toEqual(['1 [ ] посев', '2 [ ] полив']);
    expect(shape('# Сад', '#ресурсы #links', '', '- посев')).toEqual(['1 [ ] посев']);
  });

  it('a date or a time in a heading is no number', () => {
    expect(shape('# Сад', '## 12.05.2026 Посев', '- [ ] грядка', '## 9:00 AM – 12:00 PM', '- [ ] чай')).toEqual([
      '1 12.05.2026 Посев',
      '  1.1 [ ] грядка',
      '2 9:00 AM – 12:00 PM',
      '  2.1 [ ] чай',
    ]);
  });
});

describe('pages of a book (FORMATS T5)', () => {
  it('links to files below a link to a file are topics', () => {
    expect(shape('# Summary', '', '* [Сад](sad.md)', '  * [Посев](sad/posev.md)', '  * [Полив](sad/poliv.md)')).toEqual(
      ['1 [ ] Сад', '  1.1 [ ] Посев', '  1.2 [ ] Полив'],
    );
  });

  it('contents with nothing beside them are what is studied, pages below what is no link too', () => {
    const lines = [
      '# Сад',
      '## Contents',
      '- [Посев](posev.md)',
      '- Полив',
      '  - [Утро](utro.md)',
      '  - [книга](https://example.org/a)',
    ];
    expect(shape(...lines)).toEqual(['1 Contents', '  1.1 [ ] Посев', '  1.2 [ ] Полив', '    1.2.1 [ ] Утро']);
    expect(shape('# Contents', '', '- [Посев](posev.md)')).toEqual(['1 Contents', '  1.1 [ ] Посев']);
  });

  it('contents lead nowhere beside topics, or within the note', () => {
    expect(shape('# Сад', '## Contents', '- [Посев](posev.md)', '## Полив', '- утро')).toEqual([
      ...['1 Полив', '  1.1 [ ] утро'],
    ]);
    expect(shape('# Сад', '## Contents', '- [Посев](#posev)', '- [Полив](#poliv)')).toEqual([]);
  });

  it('links to other sites stay resources', () => {
    const draft = readNote(
      note('# Сад', '- [Посев](posev.md)', '  - [книга](https://example.org/a)', '  - [листы](a.pdf)'),
    );
    expect(shapeOf(draft)).toEqual(['1 [ ] Посев']);
    expect(topicCalled(draft, 'Посев').links).toContain('https://example.org/a');
  });
});

describe('contents over bullets that carry ticks (FORMATS T4)', () => {
  const knots = (mark: string) =>
    note(
      '# Sailing',
      '- [Knots](#knots)',
      '- [Wind](#wind)',
      '## Knots',
      'With one rope:',
      `- ${mark}Bowline`,
      `- ${mark}Reef`,
      '## Wind',
      'With two sheets:',
      `- ${mark}Trim`,
    );

  it.each([
    ['leave the topics to them', '✅ ', ['Bowline', 'Reef', 'Trim']],
    ['give the topics without ticks', '', ['Knots', 'Wind']],
  ])('%s', (_, mark, titles) => {
    expect(titlesOf(readNote(knots(mark)))).toEqual(titles);
  });
});

describe('legends', () => {
  it.each([
    [
      'bold words',
      ['- ✅ **Done** - пройдено и повторено', '- ⏳ **Learning** - читаю', '- ❌ **Not started** - потом'],
    ],
    ['plain words', ['- 🟢 Done: могу объяснить', '- 🟡 In progress: читаю', '- 🔴 Todo: не начато']],
    ['Japanese words', ['- ⬜ **未学習**: 始めていない', '- 🔄 **学習中**: 読んでいる', '- 🌟 **実践**: 使える']],
    ['Turkish words', ['- ⬜ Başlanmadı: henüz', '- 🔄 Devam ediyor: okuyorum', '- ✅ Tamamlandı: bitti']],
    ['Russian words', ['- ✅ Готово — пройдено', '- 🔄 В процессе — читаю', '- ⬜ Не начато — потом']],
  ])('with %s give no topics', (_, legend) => {
    expect(shape('# Сад', ...legend, '', '## Весна', '- посев', '- полив')).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
      '  1.2 [ ] полив',
    ]);
  });

  it('without explanations are legends where every word is a state', () => {
    expect(
      shape('# Сад', '## Legend', '- ✅ - Done', '- 🔄 In progress', '- ⬜ Not started', '## Весна', '- посев'),
    ).toEqual(['1 Весна', '  1.1 [ ] посев']);
    expect(shape('# Сад', '- ✅ Посев', '- ⏳ Done', '- ❌ Todo')).toHaveLength(3);
  });

  it.each([
    ['marks that repeat', ['- ✅ Done: a', '- ✅ Learning: b', '- ❌ Todo: c']],
    ['words that are no states', ['- ✅ Посев: весной', '- ⏳ Полив: летом', '- ❌ Сбор: осенью']],
  ])('%s make no legend', (_, lines) => {
    expect(shape('# Сад', ...lines)).toHaveLength(3);
  });

  it('topics above make the same lines topics', () => {
    expect(shape('# Сад', '- посев', '', '## Знаки', '- ✅ Done: a', '- ⏳ Learning: b', '- ❌ Todo: c')).toHaveLength(
      5,
    );
  });
});

describe('role labels', () => {
  it('a bold role, a colon and links belong to the topic above', () => {
    const draft = readNote(
      note(
        '# Сад',
        '- Посев',
        '  - **Resource**: [книга](https://example.org/a), [ещё](https://example.org/b)',
        '- Полив',
      ),
    );
    expect(shapeOf(draft)).toEqual(['1 [ ] Посев', '2 [ ] Полив']);
    expect(topicCalled(draft, 'Посев').links).toEqual(['https://example.org/a', 'https://example.org/b']);
  });

  it('and to the roadmap where they are under a section', () => {
    const draft = readNote(note('# Сад', '## Весна', '- Посев', '- **Ссылки:** [книга](https://example.org/a)'));
    expect(shapeOf(draft)).toEqual(['1 Весна', '  1.1 [ ] Посев']);
    expect(draft.resources.map((one) => one.url)).toEqual(['https://example.org/a']);
  });

  it('words beside the links, or a label that is no role, make a topic', () => {
    expect(shape('# Сад', '- **Resource**: читать [книгу](https://example.org/a) дважды')).toHaveLength(1);
    expect(shape('# Сад', '- **Полив**: [книга](https://example.org/a)')).toHaveLength(1);
  });
});

describe('sections with the title of a role (FORMATS S4)', () => {
  it.each([
    ['a mark behind it, as its siblings have', '## Knots 🟢', '## Related skills 🔴', 2],
    ['a mark before it, as its siblings have', '## ✅ Knots', '## ⬜ Resources', 2],
    ['a box, as its siblings have', '## [x] Knots', '## [ ] Resources', 2],
    ['a number, as its siblings have', '## 1. Knots', '## 2. Resources', 2],
    ['a mark in another place', '## 🟢 Knots', '## Resources 🟢', 1],
    ['a mark that only it has', '## Knots', '## Resources 🟢', 1],
    ['a picture that shows no progress', '## 📚 Knots', '## 📚 Resources', 1],
  ])('with %s', (_, first, second, sections) => {
    const read = readNote(note('# Sea', first, '- Bowline', '- Splice', second, '- Weather', '- Tides'));
    expect(read.children.filter((child) => child.kind === 'section')).toHaveLength(sections);
  });

  it('take letters and digits in brackets for sources, and other boxes for tasks', () => {
    const lines = [
      '# Sea',
      '## Knots',
      '- [x] Bowline',
      '## References',
      '- [1] A book',
      '- [a] Another',
      '- [ ] Read it',
    ];
    expect(shape(...lines)).toEqual(['1 Knots', '  1.1 [x] Bowline', '2 References', '  2.1 [ ] Read it']);
    expect(shape('# Sea', '## Knots', '- [x] Bowline', '- [1] Splice')).toEqual([
      '1 Knots',
      '  1.1 [x] Bowline',
      '  1.2 [ ] Splice',
    ]);
  });
});

describe('a title that ends with a word for resources (FORMATS S4)', () => {
  const link = (name: string): string => `- [${name}](https://${name}.example)`;
  const beside = ['## Knots', '- Bowline', '- Reef', '- Hitch', '- Bend'];
  const links = [link('charts'), link('tides')];

  it.each(['Sailing resources', 'Cross-links', '실기 자료', '工程资料'])(
    'names no section beside a course: %s',
    (title) => {
      const roadmap = readNote(note('# Boat', ...beside, `## ${title}`, ...links));
      expect(titlesOf(roadmap)).toEqual(['Bowline', 'Reef', 'Hitch', 'Bend']);
      expect(roadmap.resources).toHaveLength(2);
    },
  );

  it.each([
    ['over what is no link', [...beside, '## Scarce resources', '- Water', '- Wind']],
    ['with more than is beside it', [...beside.slice(0, 2), '## Sailing resources', ...links]],
    ['with a number', [...beside, '## 2. Sailing resources', ...links]],
    ['in a list of links', ['## Maps', ...['a', 'b', 'c', 'd'].map(link), '## Sailing resources', ...links]],
  ])('names one %s', (_, lines) => {
    expect(shape('# Boat', ...lines).some((line) => /^\d (?:Scarce|Sailing) resources/.test(line))).toBe(true);
  });
});

describe('legends of marks that come again', () => {
  const marks = ['- `🟢` - the page is written;', '- `🔴` - the page is a stub.'];

  it('give no topics', () => {
    expect(shape('# Sea', 'A mark shows its state:', '', ...marks, '', '## Ropes 🟢', '- Knots 🟢')).toEqual([
      '1 Ropes 🟢',
      '  1.1 [ ] Knots 🟢',
    ]);
  });

  it.each([
    ['never come again', ['## Ropes', '- Knots']],
    ['come once', ['## Ropes 🟢', '- Knots']],
  ])('are none where they %s', (_, lines) => {
    expect(shape('# Sea', ...marks, '', ...lines)).toHaveLength(4);
  });
});

describe('a tick behind topics without boxes (FORMATS T6)', () => {
  const done = (...lines: readonly string[]) => shape(...lines).filter((line) => line.includes('[x]')).length;

  it.each([
    [
      'decorates where every topic of the file has one',
      ['## A', '- a ✅', '## B', '- b ✅', '- c :white_check_mark:'],
      0,
    ],
    ['means done where another section lacks it', ['## A', '- a ✅', '- b ✅', '## B', '- c', '- d'], 2],
    ['is advice beside crosses', ['## A', '- ✅ a', '- ❌ b', '## B', '- c', '- d'], 0],
  ])('%s', (_, lines, expected) => {
    expect(done('# Sea', ...lines)).toBe(expected);
  });
});
