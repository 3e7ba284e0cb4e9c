// Tests of reading a note: one block for each rule on sections, topics and dates, with small notes written for it.
// The notes are in Russian and short: а, б, в are any topics, Сад and Весна, Лето, Осень "Garden", "Spring", "Summer", "Autumn"
// sections, посев, полив, сбор "sowing, watering, harvest" topics below them. Words that are read as such: Глава, Неделя, Год
// "Chapter, Week, Year"; Ресурсы, Содержание, Введение, Заключение, Уровни, Ссылки, Связанные навыки "Resources, Contents,
// Introduction, Conclusion, Levels, Links, Related skills"; Тема, Статус "Topic, Status".
import { describe, expect, it } from 'vitest';
import { topicsOf } from '../../../src/model/tree.ts';
import { note, readNote, shapeOf, titlesOf, topicCalled } from '../../support/notes.ts';

const shape = (...lines: readonly string[]): string[] => shapeOf(readNote(note(...lines)));
const codes = (...lines: readonly string[]): string[] => readNote(note(...lines)).diagnostics.map((one) => one.code);

describe('S1: what opens a section', () => {
  it.each([
    ['an ATX heading', note('## Весна', '- [ ] посев', '## Лето')],
    ['a setext heading', note('Весна', '---', '- [ ] посев', '', 'Лето', '---')],
    ['a bold line', note('**Весна**', '- [ ] посев')],
    ['an emoji-numbered line', note('⭐ 1. Весна', '', '- [ ] посев')],
    ['a numbered line before bullets', note('1. Весна', '- [ ] посев')],
    ['a lettered line before bullets', note('A. Весна', '- [ ] посев')],
    ['a summary', note('<details>', '<summary>Весна</summary>', '', '- [ ] посев', '</details>')],
    ['a bold label ending in a colon', note('**Весна:**', '- [ ] посев')],
    ['a bold label with the colon behind it', note('**Весна**:', '- [ ] посев')],
    ['a bold line that is a link', note('[**Весна**](spring.md)', '', '- посев')],
    ['a heading inside a list item', note('- ## Весна', '  - [ ] посев')],
  ])('%s does', (_, text) => {
    expect(shapeOf(readNote(text))).toEqual(['1 Весна', '  1.1 [ ] посев']);
  });

  it('a bold parent bullet with box-less children does', () => {
    expect(shape('- **Весна**', '  - посев', '  - полив', '- **Лето**', '  - сбор')).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
      '  1.2 [ ] полив',
      '2 Лето',
      '  2.1 [ ] сбор',
    ]);
  });

  it('a bold parent bullet with a number in brackets behind it does, and nothing else behind it', () => {
    const lines = [
      '- **Knots** (page 3)',
      '  - Bowline',
      '- **Wind** (4 h):',
      '  - Trim',
      '- **Tides** (later)',
      '  - Ebb',
    ];
    expect(shape(...lines)).toEqual([
      '1 Knots (page 3)',
      '  1.1 [ ] Bowline',
      '2 Wind (4 h)',
      '  2.1 [ ] Trim',
      '0.1 [ ] Tides (later)',
      '  0.1.1 [ ] Ebb',
    ]);
  });

  it('bold lines with a sign before them do, beside each other with and without a colon', () => {
    expect(shape('# Boat', '📁 **Hull**', '', '- planks', '', '📁 **Rig:**', '', '- mast')).toEqual([
      '1 Hull',
      '  1.1 [ ] planks',
      '2 Rig',
      '  2.1 [ ] mast',
    ]);
  });

  it('a bold link without a list below it is a topic', () => {
    const lines = ['[**Knots**](knots.md)', '', '[**Sails**](sails.md)', '', '[**Wind**](wind.md)'];
    expect(shape(...lines)).toEqual(['1 [ ] Knots', '2 [ ] Sails', '3 [ ] Wind']);
  });

  it('a unit whose number is a word does beside numbered ones', () => {
    const units = ['Chapter zero: Ropes', 'Chapter 1: Knots', 'Chapter 2: Sails', 'Chapter 3: Wind'];
    const sections = shape(...units.flatMap((unit) => [`## ${unit}`, '- a', '- b'])).filter(
      (line) => !/\[ \]/.test(line),
    );
    expect(sections.map((line) => line.replace(/^\d+ /, ''))).toEqual(units);
  });

  it('a bold unit directly above another bold line holds it and those beside it', () => {
    expect(shape('**Глава 1**', '- а', '', '**Глава 2**', '', '**Весна**', '- б', '', '**Лето**', '- в')).toEqual([
      '1 Глава 1',
      '  1.1 [ ] а',
      '2 Глава 2',
      '  2.1 Весна',
      '    2.1.1 [ ] б',
      '  2.2 Лето',
      '    2.2.1 [ ] в',
    ]);
  });

  it.each([
    ['a bold unit with a list of its own', ['**Глава 1**', '- а', '', '**Весна**', '- б']],
    ['a bold line that is no unit', ['**Сад**', '', '**Весна**', '- а', '', '**Лето**', '- б']],
  ])('%s holds no other', (_, lines) => {
    expect(shape(...lines).some((line) => /^ .*(?:Весна|Лето)/.test(line))).toBe(false);
  });

  it('a numbered line above the items that are counted on from it does not', () => {
    expect(shape('0 - Сад', '', '1. **Весна**', '   - а', '2. **Лето**', '   - б')).toEqual([
      '0.1 [ ] Сад',
      '1 Весна',
      '  1.1 [ ] а',
      '2 Лето',
      '  2.1 [ ] б',
    ]);
  });

  it('a bold line that ends in a full stop does not', () => {
    // A sentence: "Do not forget the watering."
    expect(shape('**Не забудьте про полив.**', '', '- [ ] посев')).toEqual(['1 [ ] посев']);
  });

  it('a numbered bold line does even when it ends in a full stop', () => {
    expect(shape('**4. Весна.**', '- [ ] посев')[0]).toMatch(/^4 Весна/);
  });

  it('bold words within a line do not', () => {
    // "Spring" is bold, "is coming" is not.
    expect(shape('**Весна** приходит', '', '- [ ] посев')).toEqual(['1 [ ] посев']);
  });

  it('a role title on its own ends the section before it', () => {
    expect(shape('Весна', '===', '- посев', '', 'Ресурсы', '- книга о саде')).toEqual(['1 [ ] посев']);
  });

  it('a heading holds bold lines, and a bold line labels', () => {
    expect(
      shape('## Год', '**Весна**', '', '**Понятия:**', '- [ ] почва', '', '**Лето**', '- [ ] сбор', '## Итог года'),
    ).toEqual([
      '1 Год',
      '  1.1 Весна',
      '    1.1.1 Понятия',
      '      1.1.1.1 [ ] почва',
      '  1.2 Лето',
      '    1.2.1 [ ] сбор',
    ]);
  });

  it('the end of a details block closes its section', () => {
    expect(
      shape('# Сад', '<details>', '<summary>Весна</summary>', '', '- [ ] посев', '</details>', '', '- [ ] забор'),
    ).toEqual(['1 Весна', '  1.1 [ ] посев', '0.1 [ ] забор']);
  });

  it('sections without topics are not kept', () => {
    expect(shape('# Сад', '## Пусто', '## Весна', '- [ ] посев', '### Тоже пусто')).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
    ]);
  });
});

describe('S2: numbers', () => {
  it.each([
    ['## 1 Топики', '## 2 Партиции', '1', '2'],
    ['## 4 Топики', '## 5 Партиции', '1', '2'],
    ['## 4. Топики', '## 5. Партиции', '4', '5'],
    ['## Chapter 4: Топики', '## Chapter 5: Партиции', '4', '5'],
    ['## Глава 4. Топики', '## Глава 5. Партиции', '4', '5'],
    ['## 🚀 Неделя 4 — Топики', '## 🚀 Неделя 5 — Партиции', '4', '5'],
    ['## 4️⃣ Топики', '## 5️⃣ Партиции', '4', '5'],
  ])('%j and %j', (first, second, one, other) => {
    const { children } = readNote(note('# Kafka', first, '- [ ] а', second, '- [ ] б'));
    expect(children.map((child) => child.address)).toEqual([one, other]);
  });

  it('two numbers or more beat the depth of the heading', () => {
    expect(
      shape('# Kafka', '## 4. Топики', '- [ ] а', '## 4.2. Партиции', '- [ ] б', '## 5. Группы', '- [ ] в'),
    ).toEqual(['4 Топики', '  4.1 [ ] а', '  4.2 Партиции', '    4.2.1 [ ] б', '5 Группы', '  5.1 [ ] в']);
  });

  it.each<[string, string[], string[]]>([
    ['of what they are in', ['## 3. A', '- [ ] 3.1 a', '- [ ] 3.2 b'], ['3 A', '  3.1 [ ] a', '  3.2 [ ] b']],
    ['of an only child', ['## 3. A', '- [ ] 3.1 a'], ['3 A', '  3.1 [ ] a']],
    ['of an only child of a numbered item', ['1. [ ] A', '   - [ ] 1.1 a'], ['1 [ ] A', '  1.1 [ ] a']],
    ['before a box', ['- 1.2 [x] Oven', '- [Yeast](y)'], ['1.2 [x] Oven', '1 [ ] Yeast']],
    ['no amount below a numbered item', ['1. [ ] A', '   - [ ] 1.5 kg'], ['1 [ ] A', '  1.1 [ ] 1.5 kg']],
    ['no amount', ['## 3. A', '- [ ] 3.4 GHz', '- [ ] b'], ['3 A', '  3.1 [ ] 3.4 GHz', '  3.2 [ ] b']],
    ['no version', ['- [ ] 3.11 release', '- [ ] 3.12 release'], ['1 [ ] 3.11 release', '2 [ ] 3.12 release']],
    ['no address of a machine', ['- [ ] 1.1.1.1 as a resolver'], ['1 [ ] 1.1.1.1 as a resolver']],
    ['of a series from 1', ['- [ ] 2.1 a', '- [ ] 2.2 b'], ['2.1 [ ] a', '2.2 [ ] b']],
    [
      'of a series that goes on',
      ['## A', '- [ ] 4.1 a', '- [ ] 4.2 b', '## B', '- [ ] 4.3 c'],
      ['1 A', '  4.1 [ ] a', '  4.2 [ ] b', '2 B', '  4.3 [ ] c'],
    ],
    [
      'no section of another',
      ['## 2. A', '- [ ] a', '## 2.4 GHz', '- [ ] b'],
      ['2 A', '  2.1 [ ] a', '1 2.4 GHz', '  1.1 [ ] b'],
    ],
  ])('a dotted number is an address only where it fits: %s', (_, lines, expected) => {
    expect(shape(...lines)).toEqual(expected);
  });

  it('otherwise the depth of the heading decides', () => {
    expect(shape('# Kafka', '## 1. Основы', '### 1. Брокер', '- [ ] а', '### 2. Топик', '- [ ] б')).toEqual([
      '1 Основы',
      '  1.1 Брокер',
      '    1.1.1 [ ] а',
      '  1.2 Топик',
      '    1.2.1 [ ] б',
    ]);
  });

  it('a bare number without neighbours is a word of the title', () => {
    // "10 simple beds"
    expect(shape('# Сад', '## 10 простых грядок', '- [ ] а', '## Полив', '- [ ] б')[0]).toBe('1 10 простых грядок');
  });
});

describe('S3: a run-on outline', () => {
  const outline = [
    'Table of Contents',
    // Sections "Sound and note", "Rhythm and metre", "Harmony"; topics "What is pitch?", "Timbre - why an oboe is no flute".
    '- Звук и нота',
    '1.1. Что такое высота?',
    '1.2. Тембр - почему гобой не флейта - Ритм и метр',
    '2.1. Доля',
    '2.2. Такт - Гармония',
    '3.1. Трезвучия',
  ];

  it('takes the title of the next section from behind the last dash', () => {
    expect(shape(...outline)).toEqual([
      '1 Звук и нота',
      '  1.1 [ ] Что такое высота?',
      '  1.2 [ ] Тембр - почему гобой не флейта',
      '2 Ритм и метр',
      '  2.1 [ ] Доля',
      '  2.2 [ ] Такт',
      '3 Гармония',
      '  3.1 [ ] Трезвучия',
    ]);
  });

  it('keeps the prose around it out', () => {
    // "A course in music", and what it asks for: "a good ear".
    const lines = ['Description', 'Курс о музыке.', 'Prerequisites', '- Слух', ...outline, 'Conclusion', 'Вот и всё.'];
    const roadmap = readNote(note(...lines));
    expect(shapeOf(roadmap)).toEqual(shape(...outline));
    expect(roadmap.prerequisites).toEqual(['Слух']);
  });
});

describe('S4: roles', () => {
  it.each([
    'Prerequisites',
    'Ресурсы',
    'Forums',
    'Сертификация',
    'Связь с другими навыками',
    'Заключение',
    'Отзывы',
    'License',
    'Об авторе',
    'Support',
    'Введение',
    'Описание',
    'Оценка уровня',
  ])('bullets under %j are no topics, task lines are', (title) => {
    expect(shape('# Сад', '## Весна', '- посев', `## ${title}`, '- это не тема')).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
    ]);
    expect(titlesOf(readNote(note('# Сад', '## Весна', '- [ ] посев', `## ${title}`, '- [ ] тема')))).toEqual([
      'посев',
      'тема',
    ]);
  });

  it('sections below a description, an introduction or contents are the course itself', () => {
    for (const title of ['Описание', 'Введение', 'Содержание'])
      expect(
        titlesOf(readNote(note('# Сад', `## ${title}`, '- не тема', '### Весна', '- посев', '## Лето', '- сбор'))),
      ).toEqual(['посев', 'сбор']);
  });

  it('sections below resources are resources', () => {
    expect(shape('# Сад', '## Весна', '- посев', '## Ресурсы', '### Книги', '- о почве')).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
    ]);
  });

  it('"Content" alone is no contents title', () => {
    expect(shape('# Сад', '## Content', '- посев')).toEqual(['1 Content', '  1.1 [ ] посев']);
  });

  it('a numbered section is studied whatever its title says', () => {
    expect(shape('# Сад', '## 1. Введение', '- почва', '## 2. Ресурсы', '- вода')).toEqual([
      '1 Введение',
      '  1.1 [ ] почва',
      '2 Ресурсы',
      '  2.1 [ ] вода',
    ]);
  });

  it('advice is none of the course beside at least as many items, its own sections with it', () => {
    const course = ['# Сад', '## Весна', '- посев', '- полив'];
    const expected = ['посев', 'полив'];
    expect(titlesOf(readNote(note(...course, '## Советы', '- не спешите')))).toEqual(expected);
    expect(titlesOf(readNote(note(...course, '**Tips**', '- slow down', '- rest')))).toEqual(expected);
    expect(titlesOf(readNote(note(...course, '## Notas importantes:', '### Cada dia', '- agua')))).toEqual(expected);
    expect(
      titlesOf(
        readNote(
          note('# Сад', '- посев', '## Цель', '- урожай', '## Рекомендації', '- не поспішайте', '## Лето', '- сбор'),
        ),
      ),
    ).toEqual(['посев', 'сбор']);
    expect(titlesOf(readNote(note(...course, '## Советы', '- [ ] тема')))).toEqual(['тема']);
  });

  it.each([
    ['alone', ['# Сад', '## Советы', '- полив', '- покой'], ['полив', 'покой']],
    ['beside prose', ['# Сад', '## Почва', 'Текст.', '## Notes', '- полив'], ['полив']],
    ['beside resources', ['# Сад', '## Goals', '- полив', '## Resources', '- книга'], ['полив']],
    ['beside what is no topic', ['# Сад', '- [x](#цель)', '## Цель', '- полив'], ['полив']],
    ['beside fewer items', ['# Сад', '## Objectives', '- a', '- b', '## Прочее', '- c'], ['a', 'b', 'c']],
    ['with a number', ['# Сад', '## 1. Весна', '- a', '## 2. Notes', '- b'], ['a', 'b']],
    ['with the mark of the others', ['# Сад', '## Весна 🟢', '- a', '## Notes 🟢', '- b'], ['a', 'b']],
    ['with a text behind it', ['# Сад', '## Весна', '- a', '**Goal:** the harvest', '- b'], ['a', 'b']],
    ['as a plain line', ['# Сад', '## Весна', '- a', '', 'Notes:', '', '- b'], ['a', 'b']],
  ])('advice %s is read', (_, lines, expected) => {
    expect(titlesOf(readNote(note(...lines)))).toEqual(expected);
  });

  it('prerequisites, resources, related skills and the rubric are kept', () => {
    const roadmap = readNote(
      note(
        '# Сад',
        // Prerequisites "a spade, patience"; related "beekeeping"; the rubric "sows radish", "grafts apple trees".
        '## Требования',
        '- Лопата',
        '- **Терпение**',
        '## Весна',
        '- посев',
        '## Связанные навыки',
        '- Пчеловодство',
        '## Уровни',
        '- **Junior**: сажает редис',
        '- **Senior**: прививает яблони',
        '## Ссылки',
        '- [Журнал](https://example.org/zh)',
        '- https://example.org/forum',
      ),
    );
    expect(roadmap.prerequisites).toEqual(['Лопата', 'Терпение']);
    expect(roadmap.related).toEqual(['Пчеловодство']);
    expect(roadmap.resources).toEqual([
      { title: 'Журнал', url: 'https://example.org/zh', kind: null },
      { title: 'https://example.org/forum', url: 'https://example.org/forum', kind: null },
    ]);
    expect(roadmap.levels.map(({ id, rubric }) => [id, rubric])).toEqual([
      ['junior', 'сажает редис'],
      ['senior', 'прививает яблони'],
    ]);
    expect(titlesOf(roadmap)).toEqual(['посев']);
  });
});

describe('S6: topics outside any section', () => {
  it('belong to the root, before the sections', () => {
    expect(shape('- [ ] забор', '', '# Весна', '- [ ] посев', '# Лето', '- [x] сбор')).toEqual([
      '0.1 [ ] забор',
      '1 Весна',
      '  1.1 [ ] посев',
      '2 Лето',
      '  2.1 [x] сбор',
    ]);
  });

  it('are counted from 1 where there are no sections', () => {
    expect(shape('- [ ] забор', '- [x] теплица')).toEqual(['1 [ ] забор', '2 [x] теплица']);
  });
});

describe('T1: every task line is a topic', () => {
  it('at any depth, parents too, in quotes and under roles', () => {
    expect(
      shape(
        '# Сад',
        '- [x] весна',
        '  - [ ] посев',
        '    - [x] редис',
        '',
        'Ещё:',
        '',
        '> - [ ] забор',
        '',
        '## Ссылки',
        '- [ ] прочесть',
      ),
    ).toEqual([
      '0.1 [x] весна',
      '  0.1.1 [ ] посев',
      '    0.1.1.1 [x] редис',
      '0.2 [ ] забор',
      '1 Ссылки',
      '  1.1 [ ] прочесть',
    ]);
  });

  it('with any bullet, with or without a space behind the box, with any mark', () => {
    expect(shape('- [ ] а', '* [x] б', '+ [X] в', '1. [/] г', '2) [-] д', '- [ ]е', '- [?] ж', '- [✔️] з')).toEqual([
      '1 [ ] а',
      '2 [x] б',
      '3 [x] в',
      '4 [/] г',
      '5 [-] д',
      '6 [ ] е',
      '7 [ ] ж',
      '8 [x] з',
    ]);
  });

  it('and links that look like boxes are none', () => {
    expect(titlesOf(readNote(note('- [ ] а', '- [x](https://example.org)', '- [C] (https://example.org)')))).toEqual([
      'а',
    ]);
  });

  it('beats tables, contents and bullets', () => {
    expect(shape('# Сад', '| Тема | Статус |', '|---|---|', '| Почва | ✅ |', '', '- вода', '- [ ] посев')).toEqual([
      '1 [ ] посев',
    ]);
  });

  it('keeps its own number, its line and its place', () => {
    const roadmap = readNote(note('# Сад', '- [ ] 4.2. посев'));
    expect(topicCalled(roadmap, 'посев')).toMatchObject({ number: '4.2', line: 2, place: 'task' });
    expect(roadmap.hasTaskLines).toBe(true);
  });
});

describe('S1: callouts and admonitions', () => {
  it('callouts with boxes are sections until their quotes end', () => {
    const first = ['> [!todo]- Knots', '> Daily.', '>', '> - [x] Bowline', ''];
    const second = ['> [!todo] Bends', '> - [ ] Reef', '', '- [ ] Coil', '**Care**', '- [ ] Dry'];
    expect(shape('# Ropes', ...first, ...second)).toEqual([
      ...['1 Knots', '  1.1 [x] Bowline', '2 Bends', '  2.1 [ ] Reef'],
      ...['0.1 [ ] Coil', '3 Care', '  3.1 [ ] Dry'],
    ]);
  });

  it.each([
    ['alone', ['# Ropes']],
    ['beside headings', ['## Ropes', '> [!todo] Tomorrow', '> - [x] Reef', '', '## Sails']],
  ])('a callout is none %s', (_, lines) => {
    const callout = ['> [!todo] Today', '> - [x] Bowline'];
    expect(shape(...lines, ...callout).join()).not.toMatch(/Today|Tomorrow/);
  });

  it('without a title or without boxes it is none', () => {
    expect(
      shape('# Ropes', '> [!todo]', '> - [x] Bowline', '', '> [!tip] Advice', '> - Slowly', '', '- [ ] Coil'),
    ).toEqual(['1 [x] Bowline', '2 [ ] Coil']);
  });

  it('boxes in an admonition count, and nothing else in it', () => {
    const chapter = [
      '    ??? done "One"',
      '        - [x] Bowline',
      '            - of a loop',
      '',
      '        ```',
      '',
      '        - [ ] code',
      '        ```',
    ];
    const roadmap = readNote(
      note(
        '# Ropes',
        '!!! book "Knots"',
        '',
        '    - words',
        '',
        ...chapter,
        '',
        '    - [ ] Reef',
        '',
        'Words.',
        '- [ ] Coil',
      ),
    );
    expect(shapeOf(roadmap)).toEqual([
      '1 Knots',
      '  1.1 One',
      '    1.1.1 [x] Bowline',
      '  1.2 [ ] Reef',
      '0.1 [ ] Coil',
    ]);
    expect(topicCalled(roadmap, 'Bowline').place).toBe('task');
  });

  it('an admonition without boxes changes nothing', () => {
    const tip = ['!!! tip "Advice"', '    - Slowly', '', '        ```', '        - [ ] code'];
    expect(shape('# Ropes', '## Knots', ...tip, '', '- Bowline')).toEqual(['1 Knots', '  1.1 [ ] Bowline']);
  });
});

describe('T2: bullets beside task lines', () => {
  it('are notes of what they are under', () => {
    const roadmap = readNote(
      note('# Сад', '## Весна', '- вступление', '- [ ] посев', '  - глубже', '    - ещё глубже'),
    );
    expect(titlesOf(roadmap)).toEqual(['посев']);
    expect(roadmap.children).toMatchObject([{ notes: ['вступление'] }]);
    expect(topicCalled(roadmap, 'посев').notes).toEqual(['глубже', 'ещё глубже']);
  });

  it('are topics in a section that goes on in the same count as sections with boxes', () => {
    const roadmap = readNote(
      note(
        '**1. Весна**',
        '- [x] посев',
        '',
        '**2. Лето**',
        '- [ ] полив',
        '',
        '**3. Осень**',
        '',
        '• сбор',
        '',
        '• компост',
      ),
    );
    expect(shapeOf(roadmap).slice(-3)).toEqual(['3 Осень', '  3.1 [ ] сбор', '  3.2 [ ] компост']);
    expect(roadmap.boxGroups).toEqual([[9, 11]]);
    expect(topicCalled(roadmap, 'сбор').place).toBe('bullet');
  });

  it.each([
    ['without a number', '**Осень**'],
    ['of another count', '**7. Осень**'],
    ['opened by other means', '## 3. Осень'],
  ])('are notes in a section %s', (_, title) => {
    expect(
      titlesOf(readNote(note('**1. Весна**', '- [x] посев', '**2. Лето**', '- [ ] полив', title, '• сбор'))),
    ).toEqual(['посев', 'полив']);
  });

  it('are topics beside boxes in such a count when they are typographic and at the margin', () => {
    const roadmap = readNote(note('**1. Весна**', '- [x] посев', '• полив', '- заметка', '**2. Лето**', '- [ ] сбор'));
    expect(titlesOf(roadmap)).toEqual(['посев', 'полив', 'сбор']);
  });

  it.each([
    ['before the first section with boxes', ['## 1. Choose', '- Hemp', '- Nylon', '## 2. Knots', '- [ ] Bowline']],
    ['with headings below it', ['## 1. Knots', '- [ ] Bowline', '## 2. Exam', '### Monday', '- Rest', '- Read']],
    [
      'where the others have dashes beside their boxes',
      ['## 1. Knots', '- Class', '- [ ] Bowline', '## 2. Bends', '- Class'],
    ],
  ])('are notes in a section of the count %s', (_, lines) => {
    expect(titlesOf(readNote(note(...lines)))).toEqual(['Bowline']);
  });

  it('are topics below headings in such a section where those with boxes have headings as well', () => {
    const lines = ['## 1. Knots', '### Bends', '- [ ] Bowline', '## 2. Exam', '### Monday', '- Rest', '- Read'];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['Bowline', 'Rest', 'Read']);
  });

  it('are notes beside boxes elsewhere', () => {
    expect(titlesOf(readNote(note('## Весна', '- [x] посев', '• полив', '## Лето', '- [ ] сбор')))).toEqual([
      'посев',
      'сбор',
    ]);
  });
});

describe('T3: notes without task lines', () => {
  it('bullets are topics, parents too', () => {
    expect(shape('# Сад', '## Весна', '- посев', '  - редис', '1. полив')).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
      '    1.1.1 [ ] редис',
      '  1.2 [ ] полив',
    ]);
  });

  it('a heading in a bullet is a topic where nothing is listed below it', () => {
    const lines = ['- ### Soil', '  dig it over', '- ### Water', '  - rain', '- light'];
    expect(shape('# Garden', ...lines)).toEqual(['0.1 [ ] Soil', '1 Water', '  1.1 [ ] rain', '0.2 [ ] light']);
  });

  it('a heading in a bullet above boxes in the same column is their section', () => {
    const lines = [
      '- links',
      '- ## Soil',
      '',
      '  First of all.',
      '- [x] dig',
      '- [ ] rake',
      '- ## Water',
      '- [ ] rain',
    ];
    expect(shape(...lines)).toEqual(['1 Soil', '  1.1 [x] dig', '  1.2 [ ] rake', '2 Water', '  2.1 [ ] rain']);
  });

  it('a numbered entry without bullets is a topic', () => {
    expect(shape('# Сад', '## 1. Весна', '1.1. Посев', '1.2. Полив')).toEqual([
      '1 Весна',
      '  1.1 [ ] Посев',
      '  1.2 [ ] Полив',
    ]);
  });

  it('a numbered entry with bullets is a section', () => {
    expect(shape('⭐ 1. Весна', '', '1.1 Посев', '•\tредис', '•\tлук', '', '1.2 Полив', '•\tутро')).toEqual([
      '1 Весна',
      '  1.1 Посев',
      '    1.1.1 [ ] редис',
      '    1.1.2 [ ] лук',
      '  1.2 Полив',
      '    1.2.1 [ ] утро',
    ]);
  });

  it('where three sections carry a percentage, only they give topics', () => {
    const lines = [
      // "Exam", "Overview", then three shares: "Soil", "Water", "Light"; "не тема" is "no topic".
      '# Экзамен',
      '## Обзор',
      '- не тема',
      '## Почва (40%)',
      '- состав',
      '## Вода - 35%',
      '- полив',
      '## Свет 25%',
    ];
    const roadmap = readNote(note(...lines, '- тень'));
    expect(titlesOf(roadmap)).toEqual(['состав', 'полив', 'тень']);
    expect(roadmap.children).toMatchObject([
      { title: 'Почва', weight: 40 },
      { title: 'Вода', weight: 35 },
      { title: 'Свет', weight: 25 },
    ]);
  });

  it.each<[string, string[], number]>([
    ['anywhere in the heading', ['Soil (40%) 🔥 first', 'Water: 35 % of the exam', '25% Light'], 3],
    ['in ranges', ['Soil (35–40%)', 'Water (30-35%)', 'Light (25–30%)'], 3],
    ['that add up to less than a whole', ['Soil (10%)', 'Water (5%)', 'Light (5%)'], 4],
    ['that add up to more', ['Soil 100%', 'Water 100%', 'Light 100%'], 4],
  ])('percentages %s', (_, titles, total) => {
    const lines = ['# Exam', '## Rest', '- sleep', ...titles.flatMap((title) => [`## ${title}`, '- topic'])];
    expect(titlesOf(readNote(note(...lines)))).toHaveLength(total);
  });

  it('where two sections carry a percentage, all give topics', () => {
    expect(titlesOf(readNote(note('# Э', '## Обзор', '- тема', '## А (40%)', '- а', '## Б (60%)', '- б')))).toEqual([
      'тема',
      'а',
      'б',
    ]);
  });

  it('without bullets leaf headings are topics', () => {
    expect(shape('# Сад', '## Весна', '### Посев', 'Текст.', '### Полив', 'Текст.', '## Лето', 'Текст.')).toEqual([
      '1 Весна',
      '  1.1 [ ] Посев',
      '  1.2 [ ] Полив',
      '0.1 [ ] Лето',
    ]);
  });
});

describe('T4: the author’s own contents', () => {
  const readme = [
    '# Пианино',
    '',
    '- [Пианино](#пианино)',
    '  - [Как устроено](#как-устроено)',
    '  - [Настройка](#настройка)',
    '  - [Гаммы](#гаммы)',
    '  - [Ссылки](#ссылки)',
    '',
    'Пара слов о том, чем хорош инструмент.',
    '',
    '* струны',
    '* молоточки',
    '',
    '## Как устроено',
    '* дека',
    '## Настройка',
    'Камертон.',
    '## Гаммы',
    'До мажор.',
    '## Ссылки',
    '* [Ноты](https://example.org)',
  ];

  it('gives its leaves without the title and role entries, and no bullets', () => {
    const roadmap = readNote(note(...readme));
    expect(shapeOf(roadmap)).toEqual(['1 [ ] Как устроено', '2 [ ] Настройка', '3 [ ] Гаммы']);
    expect([...roadmap.children].map((child) => child.line)).toEqual([14, 16, 18]);
  });

  it('is passed over when it covers too few headings', () => {
    const lines = readme.filter((line) => !/^ {2}- \[(?:Настройка|Гаммы)/.test(line));
    expect(titlesOf(readNote(note(...lines)))).toContain('струны');
  });

  it('invents nothing where there is only prose', () => {
    expect(readNote('Просто рассказ о саде.\n\nИ ещё абзац.\n')).toMatchObject({
      children: [],
      diagnostics: [{ code: 'no-topics', args: { reason: 'prose' } }],
    });
    expect(readNote('')).toMatchObject({
      children: [],
      diagnostics: [{ code: 'no-topics', args: { reason: 'empty' } }],
    });
  });
});

describe('T5: bullets that are only a link', () => {
  it('are topics at top level', () => {
    expect(topicCalled(readNote(note('# Сад', '- [Почва](soil.md)', '- вода')), 'Почва').links).toEqual(['soil.md']);
  });

  it('are resources under a topic', () => {
    const roadmap = readNote(note('# Сад', '- почва', '  - [статья](https://example.org/soil)', '  - глина'));
    expect(shapeOf(roadmap)).toEqual(['1 [ ] почва', '  1.1 [ ] глина']);
    expect(topicCalled(roadmap, 'почва').links).toEqual(['https://example.org/soil']);
  });

  it.each([
    ['one page', '- [soil](soil.md)'],
    ['several pages', '- [soil](soil.md) | [water](water.md), [light](light.md)'],
  ])('are topics under a parent that leads to %s, where they lead to one as well', (_, parent) => {
    expect(titlesOf(readNote(note('# Garden', parent, '  - [clay](clay.md)')))).toContain('clay');
  });

  it.each([
    ['a page and something else', '- [soil](soil.md) by hand'],
    ['a page and a site', '- [soil](soil.md), [water](https://example.org/water)'],
  ])('are resources under a parent that leads to %s', (_, parent) => {
    expect(titlesOf(readNote(note('# Garden', parent, '  - [clay](clay.md)')))).not.toContain('clay');
  });

  it('are topics under a parent that ends in a colon', () => {
    expect(titlesOf(readNote(note('# Сад', '- Прочесть:', '  - [статья](https://example.org/soil)')))).toContain(
      'статья',
    );
  });
});

describe('T6: a trailing ✅ without a day', () => {
  it.each(['✅', ':white_check_mark:'])('%s means done where some siblings lack it', (mark) => {
    expect(shape('# Сад', '## Весна', `- посев ${mark}`, '- полив')).toEqual([
      '1 Весна',
      '  1.1 [x] посев',
      '  1.2 [ ] полив',
    ]);
  });

  it('is decoration where all have it', () => {
    expect(shape('# Сад', '## Весна', '- посев ✅', '- полив ✅')).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
      '  1.2 [ ] полив',
    ]);
  });
});

describe('T7: tables with a status column', () => {
  it('give a topic a row', () => {
    const roadmap = readNote(
      note(
        '# Сад',
        '## Весна',
        '| # | Тема | Статус |',
        '|---|---|---|',
        '| 1 | [Посев](sow.md) | ✅ |',
        '| 2 | Полив | ⏳ |',
        '| 3 | Забор | |',
        '',
        '- просто пункт',
      ),
    );
    expect(shapeOf(roadmap)).toEqual(['1 Весна', '  1.1 [x] Посев', '  1.2 [/] Полив', '  1.3 [ ] Забор']);
    expect(topicCalled(roadmap, 'Посев')).toMatchObject({ line: 5, place: 'none', links: ['sow.md'] });
  });

  it('without such a column give none', () => {
    expect(
      titlesOf(readNote(note('# Сад', '| Тема | Заметки |', '|---|---|', '| Посев | ✅ |', '', '- полив'))),
    ).toEqual(['полив']);
  });
});

describe('T8: pet projects', () => {
  const table = [
    '| Уровень | Название проекта | Описание | Технологии | Критерий успеха | Ссылки |',
    '|---|---|---|---|---|---|',
    '| **Junior** | Журнал заказов | Один топик | [[Kafka]], Go | Ничего не теряется | [Курс](https://example.org) |',
    '| Middle | Лента | Два кластера | Kafka; [[Flink]] | Пережил отказ | [[[Kafka]]](https://[[kafka]].example/) |',
  ];

  it('are read from their table, apart from the topics', () => {
    const roadmap = readNote(note('# Kafka', '- [ ] топики', '', '## Pet-project', ...table));
    expect(shapeOf(roadmap)).toEqual(['1 [ ] топики', 'P1 [ ] Журнал заказов', 'P2 [ ] Лента']);
    expect(roadmap.projects).toMatchObject([
      {
        level: 'junior',
        links: ['https://example.org'],
        project: { goal: 'Один топик', criterion: 'Ничего не теряется', stack: ['Kafka', 'Go'] },
        line: 7,
      },
      { level: 'middle', project: { goal: 'Два кластера', stack: ['Kafka', 'Flink'] } },
    ]);
    expect(roadmap.diagnostics).toMatchObject([
      { code: 'broken-link', line: 8, args: { text: '[[[Kafka]]](https://[[kafka]].example/)' } },
    ]);
  });

  it('are independent of where the topics come from', () => {
    for (const topics of ['- топики', '| Тема | Статус |\n|---|---|\n| топики | |'])
      expect(shape('# Kafka', topics, '', '## Проекты', ...table)).toEqual([
        '1 [ ] топики',
        'P1 [ ] Журнал заказов',
        'P2 [ ] Лента',
      ]);
  });

  it('have columns in any order and in English', () => {
    const roadmap = readNote(
      note(
        '# Kafka',
        '| Success criterion | Stack | Name | Level |',
        '|---|---|---|---|',
        '| no loss | Go | Log | senior |',
      ),
    );
    expect(roadmap.projects).toMatchObject([
      { title: 'Log', level: 'senior', project: { criterion: 'no loss', stack: ['Go'] } },
    ]);
  });

  it('name what is broken with its place', () => {
    const text = note(
      '# K',
      '| Name | Level | Stack |',
      '|---|---|---|',
      '| [[[Лог]]](https://[[log]].example/) | A1 | Go |',
    );
    const [found] = readNote(text).diagnostics.filter((one) => one.code === 'broken-link');
    expect(text.slice(found?.span?.start, found?.span?.end)).toBe('[[[Лог]]](https://[[log]].example/)');
    expect(found).toMatchObject({ line: 4, column: 3 });
    expect(readNote(text).projects).toMatchObject([{ title: 'Лог' }]);
  });
});

describe('T9: continuation lines', () => {
  it('belong to their item', () => {
    const roadmap = readNote(
      note(
        '# Сад',
        '- [ ] посев',
        '  подробности и [статья](https://example.org/s)',
        '',
        '  ещё абзац',
        '- [ ] полив',
        'без отступа',
      ),
    );
    expect(topicCalled(roadmap, 'посев')).toMatchObject({
      notes: ['подробности и статья', 'ещё абзац'],
      links: ['https://example.org/s'],
    });
    expect(topicCalled(roadmap, 'полив').notes).toEqual(['без отступа']);
  });

  it('that look like sections of their own are still of the item', () => {
    expect(shape('# Сад', '- [ ] посев', '  **важно**', '- [ ] полив')).toEqual(['1 [ ] посев', '2 [ ] полив']);
  });
});

describe('D1: days', () => {
  it.each([
    ['- [x] а ✅ 2026-05-01', '1 [x] а 2026-05-01', []],
    ['- [x] ✅ 2026-05-01 а', '1 [x] а 2026-05-01', []],
    ['- [x] а [completion:: 2026-05-01]', '1 [x] а 2026-05-01', []],
    ['- [x] а 📅 2026-05-01', '1 [x] а', []],
    ['- [x] а ❌ 2026-05-01 ➕ 2026-05-02 🛫 2026-05-03 ⏳ 2026-05-04', '1 [x] а', []],
    ['- [ ] а ✅ 2026-05-01', '1 [ ] а', []],
    ['- [/] а ✅ 2026-05-01', '1 [/] а', []],
    ['- [x] а ✅ 2026-02-30', '1 [x] а', ['invalid-date']],
    ['- [x] а ✅ 2026-05-01 ✅ 2026-04-01', '1 [x] а 2026-05-01', ['two-done-dates']],
  ])('of %j', (line, shown, found) => {
    expect(shape(line)).toEqual([shown]);
    expect(codes(line)).toEqual(found);
  });

  it('point at the bad day', () => {
    const text = note('# Сад', '- [x] посев ✅ 2026-02-30');
    const [found] = readNote(text).diagnostics;
    expect(found).toMatchObject({ line: 2, column: 13, args: { date: '2026-02-30' } });
    expect(text.slice(found?.span?.start, found?.span?.end)).toBe('✅ 2026-02-30');
  });
});

describe('fields of a topic', () => {
  it('are its id, needs, tags, level and links', () => {
    const roadmap = readNote(
      note(
        '- [ ] посев 🆔 sow ⛔ soil, water,soil #весна #middle [дневник](d.md)',
        '- [ ] полив ^w-1',
        '- [ ] сбор [level:: senior]',
      ),
    );
    expect([...roadmap.children]).toMatchObject([
      { id: 'sow', idWritten: true, needs: ['soil', 'water'], tags: ['весна'], level: 'middle', links: ['d.md'] },
      { id: 'w-1', idWritten: true },
      { level: 'senior', levelSource: 'explicit', idWritten: false },
    ]);
  });

  it('name an unknown level', () => {
    expect(codes('- [ ] посев [level:: мудрец]')).toEqual(['unknown-level']);
  });
});

describe('levels of headings (FORMATS V1)', () => {
  it('are handed down', () => {
    const roadmap = readNote(note('# Сад', '## Уровень: средний', '- [ ] посев', '### Полив', '- [ ] утро #senior'));
    expect(topicCalled(roadmap, 'посев')).toMatchObject({ level: 'middle', levelSource: 'inherited' });
    expect(topicCalled(roadmap, 'утро')).toMatchObject({ level: 'senior', levelSource: 'explicit' });
  });
});

describe('sections that ticks must not move', () => {
  it('a bold parent is a section with boxes below it as without (FORMATS S1, D6)', () => {
    const lines = ['**1. Сад**', '- [x] полив', '', '**2. Огород**', '', '• **Грядки**', '\t• морковь'];
    const boxed = [
      '**1. Сад**',
      '- [x] полив',
      '',
      '**2. Огород**',
      '',
      '• **Грядки**',
      '\t- [x] морковь ✅ 2026-11-20',
    ];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['полив', 'морковь']);
    expect(titlesOf(readNote(note(...boxed)))).toEqual(['полив', 'морковь']);
  });

  it('a bare number counts where a dotted one is below it (FORMATS S2)', () => {
    expect(
      shape('# K', '## 4 Топики', '## 4.1 Ключи', '- [ ] а', '## 4.2 Партиции', '- [ ] б', '## 5 Группы', '- [ ] в'),
    ).toEqual([
      '4 Топики',
      '  4.1 Ключи',
      '    4.1.1 [ ] а',
      '  4.2 Партиции',
      '    4.2.1 [ ] б',
      '5 Группы',
      '  5.1 [ ] в',
    ]);
  });

  it('an empty bullet of a section without boxes is no topic (FORMATS T2)', () => {
    expect(titlesOf(readNote(note('**1. Сад**', '- [x] а', '', '**2. Огород**', '', '•  ', '• б')))).toEqual([
      'а',
      'б',
    ]);
  });
});

describe('a task that repeats', () => {
  it('says so (FORMATS D4)', () => {
    expect(topicCalled(readNote('- [ ] полив 🔁 every week\n- [ ] сбор\n'), 'полив').repeats).toBe(true);
    expect(topicCalled(readNote('- [ ] полив 🔁 every week\n- [ ] сбор\n'), 'сбор').repeats).toBe(false);
  });
});

describe('notes and links of a topic', () => {
  it('a bare address is a link and no note; one with words is both', () => {
    const roadmap = readNote(note('- [ ] узлы', '  - https://example.org/a', '  - [видео](https://example.org/b)'));
    expect(topicCalled(roadmap, 'узлы')).toMatchObject({
      links: ['https://example.org/a', 'https://example.org/b'],
      notes: ['видео'],
    });
  });
});

describe('a quote behind a list (FORMATS T1, L5)', () => {
  it('at the margin is no part of the list; indented under an item it is', () => {
    expect(shape('- [ ] a', '  - [ ] b', '', '> - [ ] c')).toEqual(['1 [ ] a', '  1.1 [ ] b', '2 [ ] c']);
    expect(shape('- [ ] a', '  > - [ ] b')).toEqual(['1 [ ] a', '  1.1 [ ] b']);
  });
});

describe('a status column of a project table', () => {
  it('is what became of the projects', () => {
    const { projects } = readNote(
      note(
        '| Level | Name | Stack | Status |',
        '|---|---|---|---|',
        '| Junior | A stool | oak | ✅ 2026-03-01 |',
        '| Junior | A bench | oak | in progress |',
        '| Middle | A chair | oak | skipped |',
        '| Middle | A table | oak | |',
      ),
    );
    expect(projects.map(({ title, status, completedOn }) => [title, status, completedOn])).toEqual([
      ['A stool', 'done', '2026-03-01'],
      ['A bench', 'doing', null],
      ['A chair', 'skipped', null],
      ['A table', 'todo', null],
    ]);
  });
});

describe('hours of a task line', () => {
  it.each([
    ['[hours:: 1.5]', 1.5, 'Plane'],
    ['(hours:: 2)', 2, 'Plane'],
    ['[hours:: 0,5]', 0.5, 'Plane'],
    ['[hours:: many]', null, 'Plane [hours:: many]'],
  ])('%s', (field, hours, title) => {
    const [topic] = [...topicsOf(readNote(`- [ ] Plane ${field}`).children)];
    expect(topic).toMatchObject({ hours, title });
  });
});
