// Tests of what gives topics in a note without task lines: plans, links, numbered items, trees, HTML pages (FORMATS T3, T4, T12).
// Inputs in other languages are heads and cells of plans and titles of courses: week, day, date, topic, lesson, curriculum, wind, knots.
import { describe, expect, it } from 'vitest';
import { topicsOf } from '../../../../src/model/tree.ts';
import { note, readNote, shapeOf, titlesOf } from '../../../support/notes.ts';

const shape = (...lines: readonly string[]): string[] => shapeOf(readNote(note(...lines)));
const table = (head: string, ...rows: readonly string[]): string[] => [
  '',
  `| ${head} |`,
  `|${'---|'.repeat(head.split('|').length)}`,
  ...rows.map((row) => `| ${row} |`),
  '',
];
const weeks = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1} | topic ${index + 1}`);
const advice = ['## Advice', '- sleep', '- eat', '- walk'];

describe('plan tables (FORMATS T3)', () => {
  it.each([
    ['days', 'Day | Focus', ['Mon | a', 'Tue | b']],
    ['weeks', 'Неделя | План', ['1 | a', '2 | b']],
    ['stretches of weeks', 'Semana | Tema', ['1-2 | a', '3-4 | b']],
    ['weeks with their word', 'Week | What', ['Week 1 | a', 'Week 2 | b']],
    ['weeks with their word before and behind', '周数 | 主题', ['第1周 | a', '第2周 | b']],
    ['days under another head', '회차 | 주제', ['1일차 | a', '2일차 | b']],
    ['days with what they are about', '天数 | 内容', ['Day 1 绳结 | a', 'Day 2 帆 | b']],
    ['weeks with what they are about', 'When | Topic', ['Week 1: knots | a', 'Weeks 2-3: sails | b']],
    ['dates that run into the next month', 'Date | Assignment', ['Tue Jun 30 | a', 'Wed Jul 1 | b']],
    ['dates of other languages', '날짜(요일) | 주제', ['11월 02일 (월) | a', '12월 01일 (화) | b']],
    ['dates in figures', 'Дата | Тема', ['30.06 | a', '01.07 | b']],
    ['weeks that fill several rows', 'Week | Session | Topic', ['1 | 1 | a', '1 | 2 | b']],
    ['weeks written in the first of their rows', 'Woche | Tag | Thema', ['1 | Mo | a', ' | Di | b']],
    ['days with their dates', 'Day | Topic', ['Tue 30 June | a', 'Wed 1 July | b']],
  ])('two that name %s in order are the plan, and bullets are advice', (_, head, rows) => {
    const lines = [...advice, '## One', ...table(head, ...rows), '## Two', ...table(head, ...rows)];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['a', 'b', 'a', 'b']);
  });

  it.each([
    ['one of five rows', weeks(5), 5],
    ['not one of four', weeks(4), 3],
  ])('%s that holds more than the bullets', (_, rows, expected) => {
    expect(titlesOf(readNote(note(...advice, '## Plan', ...table('Week | Topic', ...rows))))).toHaveLength(expected);
  });

  it('is none where the bullets are more', () => {
    const bullets = Array.from({ length: 6 }, (_, index) => `- b${index}`);
    expect(titlesOf(readNote(note(...bullets, ...table('Week | Topic', ...weeks(5)))))).toHaveLength(6);
  });

  it.each([
    ['weeks, linked', (at: number) => `[${at}](./week-${at}.md) | topic ${at}`, 'Week | Topic'],
    ['chapters', (at: number) => `${at} | topic ${at}`, '# | Chapter'],
    ['days', (at: number) => `${['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'][at]} | topic ${at}`, 'Day | Task'],
    ['weekdays', (at: number) => `${'0월화수목금'[at]}요일 | topic ${at}`, '요일 | 문제'],
  ])('one of %s from 1 on is it where no list is longer', (_, row, head) => {
    const rows = [1, 2, 3, 4, 5].map(row);
    const lists = ['## Gear', '- a', '- b', '- c', '- d', '## Ports', '- e', '- f', '- g', '- h'];
    expect(titlesOf(readNote(note(...table(head, ...rows), ...lists)))[4]).toBe('topic 5');
    const more = ['## More', '- i', '- j', '- k'];
    expect(titlesOf(readNote(note(...table(head, ...rows), ...lists, ...more)))[0]).toBe('a');
  });

  it('one of units from 1 on in an outermost section is it beside lists that are in no units', () => {
    const features = ['## Features', ...Array.from({ length: 9 }, (_, at) => `- b${at}`)];
    const rows = [...weeks(4), 'A | topic 5'];
    const course = (head: string): string[] => ['# Sailing', '## The course', ...table(head, ...rows)];
    expect(titlesOf(readNote(note(...course('# | Chapter'), ...features)))).toHaveLength(5);
    expect(titlesOf(readNote(note(...course('Chapter | Name'), ...features)))).toHaveLength(5);
    const units = features.map((line) => line.replace('## Features', '## Week 1: Knots'));
    expect(titlesOf(readNote(note(...course('# | Chapter'), ...units)))).toHaveLength(9);
    const inner = course('# | Chapter').map((line) => line.replace('## The course', '## Ropes\n### Splices'));
    expect(titlesOf(readNote(note(...inner, ...features)))).toHaveLength(9);
    const many = Array.from({ length: 17 }, (_, at) => `- c${at}`);
    expect(titlesOf(readNote(note(...course('# | Chapter'), ...features, ...many)))).toHaveLength(26);
  });

  it('chapters beside their names are one of chapters, whatever the names are called', () => {
    const rows = [1, 2, 3, 4, 5].map((at) => `Chapter ${at} | knot | ${at} hours`);
    const lines = [
      '## Chapters',
      ...table('Chapter | Called | Time', ...rows),
      '## Exam',
      ...weeks(9).map((one) => `- ${one}`),
    ];
    expect(titlesOf(readNote(note(...lines)))).toHaveLength(5);
  });

  it('dates of several lessons each, and numbered ones with a letter before the number, are it together', () => {
    const lessons = ['19/11 | a', '25/11 | b', '25/11 | c', '02/12 | d'];
    const films = [1, 2, 3, 4, 5].map((at) => `P#0${at} | film ${at} | done`);
    const lines = [...table('Data | Argomento', ...lessons), ...table('Pillola | Argomento | Note', ...films), '- e'];
    expect(titlesOf(readNote(note(...lines)))).toHaveLength(9);
  });

  it('weeks written as HTML in a cell are read as people see them, and lists in cells are part of the row', () => {
    const cell = '<p>SEM 01<br>18.08</p> | <ul><li>Ropes</li><li>Knots</li></ul>';
    const rows = [cell, cell.replace('01', '02')];
    const part = [...table('Semaine / Date | Pratique', ...rows)];
    expect(titlesOf(readNote(note('## A', ...part, '## B', ...part)))).toHaveLength(4);
    expect(titlesOf(readNote(note('## A', ...part, '## B', ...part)))[0]).toBe('Ropes Knots');
  });

  it('three that are alike are one plan, of one row as well, where they hold twice as much as the lists', () => {
    const part = (name: string, ...rows: string[]): string[] => [`## ${name}`, ...table('Item | Content', ...rows)];
    const three = [...part('May', 'a | x', 'b | y'), ...part('June', 'c | z'), ...part('July', 'd | x', 'e | y')];
    expect(titlesOf(readNote(note(...three, '## Notes', '- one', '- two')))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(titlesOf(readNote(note(...three, ...advice.slice(1), '## Tools', '- saw')))[0]).not.toBe('a');
  });

  it('three that are alike and each of a unit are one beside as many goals', () => {
    const day = (n: number): string[] => [
      `## Day ${n}`,
      ...table('Time | Content', `1h | a${n}`),
      '### Goals of it',
      '- g',
    ];
    expect(titlesOf(readNote(note(...[1, 2, 3, 4, 5].flatMap(day))))).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
  });

  it('those alike in a note with contents that name other sections, and as topics by different words', () => {
    const part = (name: string, head: string): string[] => [`## ${name}`, ...table(`${head} | Use`, 'a | x', 'b | y')];
    const contents = ['- [Gear](#gear)', '- [Port](#port)', ''];
    const three = [...part('One', 'Topic'), ...part('Two', 'Lesson'), ...part('Three', 'Concept')];
    expect(titlesOf(readNote(note(...contents, ...three, '## Notes', '- one')))).toHaveLength(6);
    expect(titlesOf(readNote(note(...three, '## Notes', ...Array(4).fill('- one'))))).toHaveLength(4);
  });

  it.each([
    ['pages', '# | Page', (at: number) => `0${at} | [wind ${at}](winds/${at}.md)`],
    ['folders', 'Folder | Topic', (at: number) => `\`wind-${at}/\` | wind ${at}`],
    ['parts from 0 on', 'Part | Topics', (at: number) => `**Part ${at === 1 ? 0 : at}** | wind ${at}`],
  ])('one of %s is it where no list is longer, with tables of the same topics', (_, head, row) => {
    const lists = ['## Gear', '- a', '- b', '- c', '- d', '## Ports', '- e', '- f', '- g'];
    const lines = [...table(head, ...[1, 2, 3, 4, 5].map(row)), '## More', ...table(head, row(6)), ...lists];
    const titles = titlesOf(readNote(note(...lines)));
    expect(titles).toHaveLength(6);
    for (const title of titles) expect(title).toMatch(/^wind \d$/);
  });

  it('files of a project, or pages on the web, are none', () => {
    const lists = [...advice, '- rest'];
    const files = [1, 2, 3, 4, 5].map((at) => `${at} | \`src/app-${at}.ts\` | code`);
    expect(titlesOf(readNote(note(...table('Priority | File | Use', ...files), ...lists)))).toHaveLength(4);
    const pages = [...'abcde'].map((one) => `[${one}](https://example.org/${one}) | b`);
    expect(titlesOf(readNote(note(...table('Title | Use', ...pages), ...lists)))).toHaveLength(4);
  });

  it.each([
    ['are numbered', table('# | Project | Stack', '1 | Bot | b', '2 | Map | c'), ['Bot', 'Map']],
    ['lead to pages each', table('About | Page', 'Knots | [A](a.md)', 'Wind | [B](b.md)'), ['Knots', 'Wind']],
    ['go on beside themselves', table('# | Sign | # | Sign', '1 | a | 11 | k', '2 | b | 12 | l'), ['Parts']],
  ])('without lists the rows of a table count that %s', (_, rows, expected) => {
    expect(titlesOf(readNote(note('## Parts', ...rows)))).toEqual(expected);
  });

  it('a page of a table in HTML may be in any column', () => {
    const cells = (...texts: string[]): string => `<tr>${texts.join('')}</tr>`;
    const page = (name: string): string => `<td><a href="${name}.html">${name}</a></td>`;
    const rows = [cells('<td>1</td>', '<td></td>', page('Knots')), cells('<td></td>', page('Wind'))];
    expect(shape('<table>', cells('<th></th>', '<th>See</th>', '<th>Do</th>'), ...rows, '</table>')).toEqual([
      '1 [ ] Knots',
      '2 [ ] Wind',
    ]);
  });

  it('the steps of a loop, in figures, are none where lists hold as much', () => {
    const steps = table('Step | i | Next', ...[1, 2, 3, 4, 5].map((at) => `${at} | ${at * 2} | ${at * 3}`));
    expect(titlesOf(readNote(note(...steps, ...advice, '- rest', '- read')))[0]).toBe('sleep');
  });

  it('properties with their values are none', () => {
    expect(shape('## Facts', ...table('Title: | Sailing', 'Credits: | 6', 'Year: | 2'))).toEqual(['1 [ ] Facts']);
    const html = ['<table>', '<tr><th>Title</th><td>Sails</td></tr>', '<tr><th>Year</th><td>2</td></tr>', '</table>'];
    expect(shape('## Facts', ...html)).toEqual(['1 [ ] Facts']);
  });

  it('the subject of several weeks may be that of a section', () => {
    const rows = ['1 | Knots | a', '2 | Knots | b', '3 | Wind | c', '4 | Wind | d', '5 | Knots | e'];
    const sections = ['## Knots', '- one', '## Wind', '- two'];
    const lines = [...sections, '## Plan', ...table('Week | Unit | Topic', ...rows)];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('numbers in a column of topics do not name its rows', () => {
    expect(titlesOf(readNote(note(...table('Module | Covers', '1 | Knots', '2 | Wind'))))).toEqual(['Knots', 'Wind']);
  });

  it('a row that repeats the head is a title in the table', () => {
    const rows = ['Reef | | ', '**Capstone** | **Status** | **Notes**', 'Sail | | '];
    expect(titlesOf(readNote(note(...table('Course | Status | Notes', ...rows))))).toEqual(['Reef', 'Sail']);
  });

  const grouped = ['1 Hull', '  1.1 [ ] Planks', '  1.2 [x] Keel', '2 Rig', '  2.1 [x] Mast', '  2.2 [ ] Boom'];

  it.each([
    [
      'once',
      table('Module | Topic | Status', 'Hull | Planks | ', ' | Keel | done', '**Rig** | Mast | done', ' | Boom | '),
    ],
    [
      'in each',
      table('Area | Topic | Status', 'Hull | Planks | ', 'Hull | Keel | ✅', 'Rig | Mast | ✅', 'Rig | Boom | '),
    ],
    [
      'in a cell over several rows of HTML',
      [
        '<table><tr><th>Area</th><th>Topic</th><th>Status</th></tr>',
        '<tr><td rowspan="2">Hull</td><td>Planks</td><td></td></tr>',
        '<tr><td>Keel</td><td>done</td></tr>',
        '<tr><td rowspan="2">Rig</td><td>Mast</td><td>done</td></tr>',
        '<tr><td>Boom</td><td></td></tr></table>',
      ],
    ],
  ])('what several rows are about is a section where it is named %s (FORMATS T7)', (_, rows) => {
    expect(shape('# Boat', '', ...rows)).toEqual(grouped);
    // A single heading above them is the title.
    expect(shape('## Boat', '', ...rows)).toEqual(grouped);
  });

  it('numbered lessons that are named once are a plan with their topics', () => {
    const rows = [
      '**Lesson 1: Hull** | 1. Planks',
      ' | 2. Keel',
      '**Lesson 2: Rig** | 3. Mast',
      ' | 4. Boom',
      ' | 5. Jib',
    ];
    expect(shape(...table('Name of the lesson | What it has', ...rows))).toEqual([
      '1 Lesson 1: Hull',
      '  1.1 [ ] Planks',
      '  1.2 [ ] Keel',
      '2 Lesson 2: Rig',
      '  2.3 [ ] Mast',
      '  2.4 [ ] Boom',
      '  2.5 [ ] Jib',
    ]);
  });

  it.each([
    ['count', table('Week | Topic', 'Week 1 | Planks', ' | Keel', 'Week 2 | Mast', ' | Boom')],
    ['come back', table('Kind | Topic', 'talk | Planks', ' | Keel', 'lab | Mast', ' | Boom', 'talk | Jib', ' | Gaff')],
    ['are of a row each', table('Area | Topic', 'Hull | Planks', 'Rig | Mast', 'Wind | Trim', ' | Gusts')],
    ['are of one row alone', table('Area | Topic', 'Hull | Planks', ' | Keel', ' | Mast', ' | Boom')],
  ])('first cells are no sections that %s', (_, rows) => {
    expect(shape(...rows).every((line) => line.includes('[ ]'))).toBe(true);
  });

  it('a rate of acceptance is no criterion of a project', () => {
    const rows = ['0001 | Sum | 45.90% | Easy', '0007 | Pairs | 25.80% | Easy'];
    expect(titlesOf(readNote(note(...table('# | Title | Acceptance | Difficulty', ...rows))))).toEqual([
      'Sum',
      'Pairs',
    ]);
  });

  it('a tick behind the words of a cell is done, unless all rows of the note have one', () => {
    const ticked = ['1 | Ropes | splice (twice ✅)', '2 | **Sails ✅** | reef', '3 | Wind | trim'];
    const head = 'Day | Topic | Practice';
    const expected = ['1 [x] Ropes', '2 [x] Sails', '3 [ ] Wind'];
    expect(shape(...table(head, ...ticked))).toEqual(expected);
    expect(shape(...table(head, ...ticked.slice(0, 2)))).toEqual(['1 [ ] Ropes', '2 [ ] Sails']);
  });

  it('columns of boxes beside a topic are its steps, and all of them make it done', () => {
    const rows = ['Reef | [x] | [x]', 'Splice | [x] | [ ]', 'Hitch | [ ] | [ ]'];
    const expected = ['1 [x] Reef', '2 [/] Splice', '3 [ ] Hitch'];
    expect(shape(...table('Topic | Read | Tied', ...rows), '', '- a', '- b')).toEqual(expected);
  });

  it('columns of ticks and crosses compare', () => {
    const rows = ['Reef | ✅ | ❌', 'Splice | ✅ | ✅', 'Hitch | ❌ | ✅'];
    expect(shape('- a', '- b', '', ...table('Knot | Hemp | Nylon', ...rows))).toEqual(['1 [ ] a', '2 [ ] b']);
  });

  it('columns of several people are nobody’s own, and make a plan of the weeks that they are beside', () => {
    const rows = ['1 | a | ✅ | ☐', ' | b | ☐ | ✅', '2 | c | ☐ | ☐', 'The end | d | 🏆 | 🏆'];
    const lists = ['- a', '- b', '- c', '- d', '- e', '- **<Parts>**', '  - f'];
    expect(shape(...lists, '## Weeks', ...table('Week | Topic | Ada | Bo', ...rows))).toEqual([
      '1 Weeks',
      '  1.1 [ ] a',
      '  1.2 [ ] b',
      '  1.3 [ ] c',
      '  1.4 [ ] d',
    ]);
  });

  it('numbered tables are one where there are several and they hold more than the bullets', () => {
    const part = table('# | File', '01 | a', '05 | b');
    expect(titlesOf(readNote(note(...advice, '## One', ...part, '## Two', ...part)))).toEqual(['a', 'b', 'a', 'b']);
  });

  it('one is so where it is numbered under a word for it, beside topics', () => {
    const rows = ['01 | saw', '02 | plane', '03 | chisel', '04 | file', '05 | rasp'];
    expect(titlesOf(readNote(note(...advice, '## Plan', ...table('n | Title', ...rows))))).toHaveLength(5);
  });

  it('the day of a class names no row', () => {
    const rows = ['10 | 24 de junio | [a](https://example.org/a)', '10 | 29 de junio | b'];
    expect(titlesOf(readNote(note(...table('Grupo | Fecha de clase | Vídeo', ...rows))))).toEqual(['a', 'b']);
  });

  it.each([
    ['of hours and notes', 'Date | Hours | Notes', ['June 1 | 2 | slow', 'June 2 | 1 | late']],
    ['to be filled in', 'Date | Topic', ['June 1 | ', 'June 2 | ']],
  ])('a journal %s is none', (_, head, rows) => {
    const part = table(head, ...rows);
    expect(titlesOf(readNote(note(...advice, '## A', ...part, '## B', ...part)))).toEqual(['sleep', 'eat', 'walk']);
  });

  it('tables of something else are none', () => {
    const part = table('Tool | Use', 'plane | wood', 'file | iron', 'saw | both');
    expect(titlesOf(readNote(note(...advice, '## A', ...part, '## B', ...part)))).toEqual(['sleep', 'eat', 'walk']);
  });

  it('a week without a topic is called by what is written of it, or by its number', () => {
    const rows = [...weeks(4), '5 | ', '6 | - '];
    expect(titlesOf(readNote(note(...table('Week | Topic', ...rows)))).slice(4)).toEqual(['Week 5', 'Week 6']);
  });

  it('a week whose title is in a column that its table repeats is a topic without a state as well', () => {
    const rows = ['1 | class | wind | ✅', '2 | class | tides | ', '3 | class | knots | ', '4 | exam | | ', '5 | | | '];
    const roadmap = readNote(note(...table('Week | What | Details | Done', ...rows)));
    expect(titlesOf(roadmap)).toEqual(['wind', 'tides', 'knots', 'exam']);
  });
});

describe('a curriculum (FORMATS T3)', () => {
  const course = (title: string, unit: (number: number) => string, count = 3): string[] => [
    `## ${title}`,
    ...Array.from({ length: count }, (_, index) => [`### ${unit(index + 1)}`, `- t${index + 1}`]).flat(),
  ];
  const week = (number: number): string => `Week ${number}: wind`;

  it.each([
    ['of weeks', course('Weekly curriculum', week)],
    ['of modules', course('📚 Course syllabus', (number) => `Module ${number}`)],
    ['in Korean', course('주차별 커리큘럼', (number) => `${number}주차: 바람`)],
    ['in Russian', course('Программа курса', (number) => `Занятие ${number}. Ветер`)],
    ['in Spanish', course('Temario', (number) => `Sesión ${number}: viento`)],
    ['of numbered sections', course('Path', (number) => `${number}. Wind`)],
    ['in Korean, numbered', course('경로', (number) => `${number}. 바람`)],
    ['in Japanese', course('カリキュラム', (number) => `第${number}回 風`)],
    ['called by what it holds', course('Course structure', week)],
    [
      'with its weeks further in',
      [
        '## Study plan',
        '### First month',
        ...course('', week)
          .map((line) => line.replace('###', '####'))
          .slice(1),
      ],
    ],
  ])('%s is all that is studied', (_, lines) => {
    const around = ['# T', '- you will sail', '## How you are graded', '- by a trip'];
    expect(titlesOf(readNote(note(...around, ...lines)))).toEqual(['t1', 't2', 't3']);
  });

  it.each([
    ['a third of what is listed where it is of weeks', course('Curriculum', week), 3],
    ['half of it where it is of numbers', course('Path', (number) => `${number}. Wind`), 9],
    [
      'half of it beside a plan in tables',
      [...course('Path', week), '## Trips', ...table('Week | Topic', ...weeks(10))],
      10,
    ],
  ])('holds %s', (_, lines, count) => {
    const around = ['## Gear', '- a', '- b', '- c', '## Exam', '- d', '- e', '- f'];
    expect(titlesOf(readNote(note('# T', ...around, ...lines)))).toHaveLength(count);
  });

  it('is known by an adjective in a language without blanks', () => {
    const lines = ['# T', '- a', '- b', ...course('详细计划（按周）', (number) => `第${number}周`)];
    expect(titlesOf(readNote(note(...lines)))).toHaveLength(3);
  });

  it.each([
    ['of two weeks', course('Curriculum', week, 2), 3],
    ['under another title', course('Harbours', week), 4],
    ['of sections that are no units', course('Curriculum', (number) => `Wind ${number}`), 4],
  ])('is none %s', (_, lines, count) => {
    expect(titlesOf(readNote(note(...lines, '## More', '- else')))).toHaveLength(count);
  });

  it.each([['Project ideas'], ['Capstone'], ['Проекты'], ['Proyectos finales']])('has %s beside it', (title) => {
    const work = ['### A raft', '- a', '### A kite', '- b'];
    expect(titlesOf(readNote(note(...course('Roadmap', week), `## ${title}`, ...work)))).toHaveLength(5);
  });

  it('is none where more is beside it', () => {
    const more = ['## Skills', '- a', '- b', '- c', '- d', '- e', '- f', '- g'];
    expect(titlesOf(readNote(note(...course('Plan', week), ...more)))).toHaveLength(10);
  });
});

describe('a counted course (FORMATS T3)', () => {
  const course = ['## 1. Hull', '- t1', '## 2. Mast', '- t2', '## 3. Sails', '- t3', '## Races', '- t4'];

  it('begins with its first section: what comes before is about it', () => {
    expect(titlesOf(readNote(note('# T', '## You get', '- a boat', '## Bring', '1. a knife', ...course)))).toEqual([
      't1',
      't2',
      't3',
      't4',
    ]);
  });

  it.each([
    ['English', 'Phase'],
    ['Russian', 'Модуль'],
    ['Spanish', 'Semana'],
    ['a number alone', ''],
  ])('may count from zero: %s', (_, unit) => {
    const counted = ['Docks', 'Hull', 'Mast', 'Sails'].flatMap((title, number) => [
      `## ${unit === '' ? `${number}.` : `${unit} ${number}:`} ${title}`,
      `- t${number}`,
    ]);
    expect(titlesOf(readNote(note('# T', ...counted)))).toEqual(['t0', 't1', 't2', 't3']);
    expect(titlesOf(readNote(note('# T', '## Bring', '- a knife', ...counted)))).toEqual(['t0', 't1', 't2', 't3']);
  });

  it.each([
    ['with more before it', ['## Bring', '- a', '- b', '- c', '- d', '- e', ...course], 9],
    ['of two sections', ['## Bring', '- a', ...course.slice(0, 4)], 3],
    ['that begins with another number', ['## Bring', '- a', ...course.slice(2)], 4],
    ['of boxes', ['## Bring', '- [ ] a', ...course.map((line) => line.replace('- ', '- [ ] '))], 5],
  ])('is none %s', (_, lines, count) => {
    expect(titlesOf(readNote(note(...lines)))).toHaveLength(count);
  });
});

it('boxes to be filled in beside more rows with states are no tasks, and other boxes are (FORMATS T1, T7)', () => {
  const rows = table('Topic | Status', 'Reef | ⬜', 'Bowline | ✅', 'Hitch | ⬜');
  const shapeWith = (...boxes: string[]): string[] => shape(...rows, '## To review', ...boxes);
  expect(shapeWith('- [ ] _Add topics here_', '- [ ] ', '- [ ] Book 1: ')).toHaveLength(3);
  expect(shapeWith('- [ ] _Add topics here_', '- [ ] Splice')).toHaveLength(3);
  expect(shapeWith('- [ ] _Add topics here_', '- [ ] Splice')[2]).toBe('  1.2 [ ] Splice');
  expect(shape('- [ ] _Reef_', '- [ ] *Bowline*')).toHaveLength(2);
});

it('a table called contents is what is studied where nothing else is (FORMATS S4)', () => {
  const rows = table('Topic | Status', 'Reef | ', 'Splice | done');
  expect(shape('**Table of contents**', '', ...rows)).toEqual([
    '1 Table of contents',
    '  1.1 [ ] Reef',
    '  1.2 [x] Splice',
  ]);
  expect(shape('## Contents', ...rows, '## Bends', '- Sheet bend')).toEqual(['1 Bends', '  1.1 [ ] Sheet bend']);
});

it('the first of several passes is what is done (FORMATS T7)', () => {
  const rows = ['1 | Reef | ✅ | ⬜', ' | Hitch | ✅ | ✅', '2 | Splice | ⬜ | ⬜'];
  const states = ['1 [x] Reef', '2 [x] Hitch', '3 [ ] Splice'];
  expect(shape(...table('Week | Topic | 1st pass | 2nd pass', ...rows))).toEqual(states);
});

describe('tables of states in sections beside each other (FORMATS T7)', () => {
  const first = ['## One', ...table('Topic | State', 'a | ✅')];
  const begun = [...first, '## Two', ...table('Topic | Goal | State', 'b | x | ⬜')];

  it('are followed by those that nobody has begun', () => {
    const rest = ['## Three', ...table('Topic | Goal', 'c | x'), '## Four', ...table('Term | What', 'First half | d')];
    expect(titlesOf(readNote(note(...begun, ...rest)))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['a journal', ['## Log', ...table('Date | Topic', 'June 1 | c')]],
    ['tools', ['## Kit', ...table('Tool | Use', 'plane | wood')]],
  ])('and not by %s', (_, rest) => {
    expect(titlesOf(readNote(note(...begun, ...rest)))).toEqual(['a', 'b']);
  });

  it('one alone is followed by nothing', () => {
    const rest = ['## Three', ...table('Topic | Goal', 'c | x')];
    expect(titlesOf(readNote(note(...first, ...rest)))).toEqual(['a']);
  });
});

it('a column that is written in the first of several rows names their section (FORMATS T7)', () => {
  const rows = ['Hand tools | saw | ✅', ' | plane | ⬜', 'Joints | mitre | ⬜', ' | dovetail | ⬜'];
  expect(shape(...table('Area | Topic | State', ...rows))).toEqual([
    '1 Hand tools',
    '  1.1 [x] saw',
    '  1.2 [ ] plane',
    '2 Joints',
    '  2.1 [ ] mitre',
    '  2.2 [ ] dovetail',
  ]);
  expect(titlesOf(readNote(note(...table('Week | Topic | State', ...rows))))).toEqual([
    'saw',
    'plane',
    'mitre',
    'dovetail',
  ]);
});

describe('a bold row of a table (FORMATS T7)', () => {
  it.each([
    [
      'beside a state',
      'No | Topic | State',
      ['**Hand tools** | | begun', '1 | saw | ✅', '**Joints** | | ', '2 | mitre | ⬜'],
    ],
    [
      'in HTML',
      'Topic | Goal | State',
      ['<b>Hand tools</b> | | ', 'saw | x | ✅', '__Joints__ | | ', 'mitre | x | ⬜'],
    ],
  ])('%s is a section of the rows below it', (_, head, rows) => {
    expect(shapeOf(readNote(note(...table(head, ...rows))))).toEqual([
      '1 Hand tools',
      '  1.1 [x] saw',
      '2 Joints',
      '  2.1 [ ] mitre',
    ]);
  });

  it('names a row where it has columns of its own', () => {
    const rows = ['**saw** | first | ✅', 'mitre | then | ⬜'];
    expect(titlesOf(readNote(note(...table('Topic | When | State', ...rows))))).toEqual(['saw', 'mitre']);
  });

  it.each([
    [
      'where other rows are called in bold as well',
      ['**saw** | a book | begun', '**file** | | ✅', '**plane** | | ⬜'],
    ],
    ['where all rows are so', ['**saw** | | begun', '**file** | | ✅', '**plane** | | ⬜']],
  ])('names a row %s', (_, rows) => {
    const titles = titlesOf(readNote(note(...table('Topic | Book | State', ...rows))));
    expect(titles).toEqual(['saw', 'file', 'plane']);
  });
});

it('a table of states before a course is what is tracked (FORMATS T7)', () => {
  const states = table('Stage | Status', 'Survey | ✅ done', 'Launch | ⬜ not started');
  const course = ['## 1. Hull', '- t1', '## 2. Mast', '- t2', '## 3. Sails', '- t3'];
  expect(titlesOf(readNote(note('# T', '## State', ...states, ...course)))).toEqual(['Survey', 'Launch']);
});

describe('items before the sections (FORMATS T3)', () => {
  const intro = ['# Ropes', '- kept by the crew', '- read it twice'];

  it('are about the note where two headings or more hold items', () => {
    expect(shape(...intro, '## Knots', '- Bowline', '## Bends', '- Reef')).toEqual([
      ...['1 Knots', '  1.1 [ ] Bowline'],
      ...['2 Bends', '  2.1 [ ] Reef'],
    ]);
  });

  it.each([
    ['beside one section', ['## Knots', '- Bowline', '## Care', 'Words.']],
    ['beside one and resources', ['## Knots', '- Bowline', '## Resources', '- A book']],
    ['beside labels', ['**Knots**', '- Bowline', '', '**Bends**', '- Reef']],
  ])('are topics %s', (_, lines) => {
    expect(titlesOf(readNote(note(...intro, ...lines)))).toContain('read it twice');
  });

  it('are topics in a section that others are below', () => {
    const lines = ['## Knots', '- Bowline', '### Loops', '- Slip', '### Bends', '- Reef', '## Sails', '- Jib'];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['Bowline', 'Slip', 'Reef', 'Jib']);
  });
});

describe('a list that names the sections of the note (FORMATS T3)', () => {
  const sections = ['## Knots', '- Bowline', '## Sails', '- Jib'];
  it.each([
    ['by their titles', ['## Topics', '- Knots', '- Sails'], 2],
    ['in bold', ['## Order', '1. Start with **Knots** for a rope', '2. Then **Sails**'], 2],
    ['and one more', ['## Topics', '- Knots', '- Sails', '- Tides'], 5],
    ['of which one has items of its own', ['## Topics', '- Knots', '  - of a rope', '- Sails'], 5],
    ['one of them twice', ['## Topics', '- Knots', '- Knots'], 4],
    ['and is one item', ['## Topics', '- Knots'], 3],
    ['of which one holds nothing', ['## Tides', 'Later.', '## Topics', '- Knots', '- Tides'], 4],
    ['of which one is its own', ['## Rope', '- Rope', '- Knots'], 4],
  ])('%s', (_, lines, total) => {
    expect(titlesOf(readNote(note(...lines, ...sections)))).toHaveLength(total);
  });
});

describe('a list that holds a place (FORMATS T3)', () => {
  it.each([
    ['(nothing yet)', 1],
    ['（まだ）', 1],
    ['(optional) Reef', 2],
    ['(Reef) and (Bend)', 2],
  ])('of %s alone', (item, count) => {
    expect(titlesOf(readNote(note('## To learn', '- Bowline', '## In progress', `- ${item}`)))).toHaveLength(count);
  });

  it('is none beside other items', () => {
    expect(titlesOf(readNote(note('## To learn', '- Bowline', '- (Reef)')))).toHaveLength(2);
  });
});

describe('what is beside the units of a course (FORMATS S4)', () => {
  const weeks = ['Knots', 'Wind', 'Night'].flatMap((name, at) => [`## Week ${at + 1}: ${name}`, '- a', '- b', '- c']);
  const totalWith = (...lines: string[]) => titlesOf(readNote(note('# Sailing', ...weeks, ...lines))).length;

  it.each([
    ['a title without a role', ['## Weekends', '- Saturday on the water', '- Sunday ashore'], 9],
    ['one beside the heading that holds the weeks', ['# How it is built', '- slowly'], 9],
    ['work to do', ['## Projects', '- a crossing'], 10],
    ['more to study', ['## Bonus: tides', '- springs'], 10],
    ['an appendix', ['## Appendix', '- lights'], 10],
    ['a number', ['## The last 2 knots', '- sheet bend'], 10],
    ['a number of its own', ['## 4. Tides', '- springs'], 10],
    ['a table', ['## Tides', '- springs', '', '| Moon | Tide |', '|---|---|', '| new | spring |'], 10],
    ['too many items', ['## Weekends', '- a', '- b', '- c', '- d'], 13],
  ])('%s', (_, lines, total) => {
    expect(totalWith(...lines)).toBe(total);
  });

  it('is part of it beside numbers that count no units', () => {
    const numbered = weeks.map((line) => line.replace(/Week (\d): /, '$1. '));
    expect(titlesOf(readNote(note('# Sailing', ...numbered, '## Weekends', '- ashore')))).toHaveLength(10);
  });

  it.each([
    [
      'a syllabus',
      ['# Course syllabus', '- Knots', '- Wind', '- Night', '- Tides', '# Communications', '- a boat', '- a coat'],
      4,
    ],
    [
      'another title',
      ['# Ropes', '- Knots', '- Wind', '- Night', '- Tides', '# Communications', '- a boat', '- a coat'],
      6,
    ],
    ['contents', ['## Treści programowe', '- Węzły', '- Wiatr', '## Egzaminatorzy', '- kapitan'], 2],
    ['a small syllabus', ['# Syllabus', '- Knots', '# Ropes', '- Hemp', '- Nylon'], 3],
  ])('one section counts for it, where it holds most: %s', (_, lines, total) => {
    expect(titlesOf(readNote(note(...lines)))).toHaveLength(total);
  });

  it.each([
    ['by a word', (at: number) => `- **Session ${at}:** Knots`],
    ['by a number', (at: number) => `- 0${at}: [Knots](./${at}/)`],
  ])('one list of units does %s', (_, item) => {
    const sessions = [1, 2, 3, 4, 5].map(item);
    const all = ['## How we sail', '- slowly', '## Our boats', '- the blue one', '## By session', ...sessions];
    expect(titlesOf(readNote(note(...all)))).toHaveLength(5);
    expect(titlesOf(readNote(note(...all.slice(0, -1))))).toHaveLength(6);
  });

  it('takes in phases that have fewer weeks than the first', () => {
    const phase = (at: number, weeks: readonly number[]) => [
      `## Phase ${at}: Ropes (weeks ${weeks[0]}–${weeks.at(-1)})`,
      ...weeks.flatMap((week) => [`### Week ${week}`, '- a', '- b']),
    ];
    const all = [...phase(1, [1, 2, 3]), ...phase(2, [4, 5]), '## Rhythm of a day', '### Morning', '- Read'];
    expect(titlesOf(readNote(note(...all)))).toHaveLength(10);
  });
});

describe('an introduction (FORMATS S4)', () => {
  const chapters = ['# Hull', '- b', '# Mast', '- c', '# Sails', '- d'];

  it.each([
    ['English', '# Intro'],
    ['German, "introduction"', '# Einführung'],
    ['Korean, "introduction"', '# 소개'],
  ])('of items alone among such sections is a chapter: %s', (_, title) => {
    expect(titlesOf(readNote(note(title, '- a', ...chapters)))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['with prose', ['# Intro', 'This course:', '', '- a', ...chapters]],
    ['beside two', ['# Intro', '- a', ...chapters.slice(2)]],
    [
      'beside sections with prose',
      ['# Intro', '- a', ...chapters.flatMap((line) => (line.startsWith('#') ? [line, 'Prose.', ''] : [line]))],
    ],
    ['of another depth', ['## Intro', '- a', ...chapters]],
  ])('is none %s', (_, lines) => {
    expect(titlesOf(readNote(note(...lines)))).not.toContain('a');
  });
});

it('items may be glued to their star as well, one below the other, where nothing is emphasised (FORMATS T3)', () => {
  expect(titlesOf(readNote(note('-Keel', ' *planks', '*ribs', '-Hull')))).toEqual(['Keel', 'planks', 'ribs', 'Hull']);
  expect(titlesOf(readNote(note('## Keel', '*planks* are', '*ribs* too')))).toEqual(['Keel']);
});

describe('links below headings of units (FORMATS T3)', () => {
  const days = (...links: string[]) => [1, 2, 3, 4, 5].flatMap((day) => [`## Day ${day}`, ...links]);

  it('are topics where there are several, and lead to the page of one that is alone', () => {
    expect(titlesOf(readNote(note(...days('[[Knots]]', '[[Sails]]'))))).toEqual(
      Array(5).fill(['Knots', 'Sails']).flat(),
    );
    expect(titlesOf(readNote(note(...days('[Takeaways](day.md)')))).map((title) => title.slice(0, 4))).toEqual(
      Array(5).fill('Day '),
    );
  });
});

describe('headings of units beside few bullets (FORMATS T4)', () => {
  const days = [1, 2, 3, 4, 5].flatMap((day) => [`## Day ${day}`, 'Prose.']);

  it('are the topics', () => {
    expect(titlesOf(readNote(note('# Boats', '- a remark', '- and more', ...days)))).toHaveLength(5);
  });

  it('are the topics where they have numbers alone, and a few others hold notes', () => {
    const lectures = ['1. Keel', '2. Hull', '3. Mast', '4. Boom', '5. Sails'].map((title) => `## ${title}`);
    const noted = ['## 6. Rudder', '- of oak', '- heavy', '## 7. Tiller', '- of ash', '- light', '- long'];
    expect(titlesOf(readNote(note('# Boats', ...lectures, ...noted)))).toHaveLength(7);
  });

  it.each([
    ['more than a third of them hold a list', [...days, '- a', '## Day 6', '- b', '## Day 7', '- c'], 3],
    ['units are few', [...days.slice(0, 8), '- a'], 1],
    ['other headings are more', [...days, ...['A', 'B', 'C', 'D', 'E', 'F'].map((one) => `## ${one}`), '- a'], 1],
    ['items lack the blank behind their dash', [...days, '-a', '-b', '-c', '-d'], 4],
  ])('are none where %s', (_, lines, count) => {
    expect(titlesOf(readNote(note('# Boats', ...lines)))).toHaveLength(count);
  });
});

describe('items glued to their dash (FORMATS T3)', () => {
  it.each([
    ['one below the other', ['-Bowline', '-Reef', '', '-**Hitch**: round'], ['Bowline', 'Reef']],
    ['below an item', ['- Bowline', '-**Reef**: flat', '--Hitch'], ['Bowline', 'Reef: flat', 'Hitch']],
    ['nested', ['- Bowline', '  -Left', '  -Right'], ['Bowline', 'Left', 'Right']],
    ['numbered', ['1.Bowline', '2.Reef'], ['Bowline', 'Reef']],
    ['numbered in Chinese', ['1、单套结', '2、平结'], ['单套结', '平结']],
  ])('are items: %s', (_, lines, titles) => {
    expect(titlesOf(readNote(note('## Knots', ...lines)))).toEqual(titles);
  });

  it.each([
    ['alone', ['-Ida', '']],
    ['numbers', ['-5 in winter', '-3 in spring']],
    ['arrows', ['->left', '->right']],
    ['rules', ['---x', '---y']],
    ['amounts', ['1.5 metres', '2.5 metres']],
    ['a number alone', ['1.Bowline', 'and more']],
  ])('are none: %s', (_, lines) => {
    expect(titlesOf(readNote(note('## Knots', '- Bowline', '', ...lines)))).toEqual(['Bowline']);
  });
});

describe('contents that lead to lists (FORMATS T4)', () => {
  const contents = ['# Ropes', '- [Knots](#knots)', '- [Bends](#bends)', ''];

  it.each([
    ['items', ['## Knots', '- Bowline', '  of one rope', '## Bends', '- Reef']],
    ['numbered lines', ['## Knots', '1 - Bowline', '## Bends', '2 - Reef', '3 - Sheet']],
    [
      'items and links',
      ['## Knots', '- Bowline', '## Bends', '[Reef](https://example.org)', '', '[Sheet](https://example.org)'],
    ],
  ])('are none: %s', (_, lines) => {
    expect(titlesOf(readNote(note(...contents, ...lines))).slice(0, 2)).toEqual(['Bowline', 'Reef']);
  });

  it('are some where prose is beside the items', () => {
    const lines = ['## Knots', 'One rope.', '- Bowline', '## Bends', '- Reef'];
    expect(titlesOf(readNote(note(...contents, ...lines)))).toEqual(['Knots', 'Bends']);
  });
});

describe('numbered paragraphs (FORMATS T3)', () => {
  const apart = (...lines: readonly string[]): string[] => lines.flatMap((line) => [line, '']);

  it.each([
    ['Chinese', ['1、单套结', '2、平结', '3、八字结']],
    ['a full stop', ['1.Bowline', '2.Reef', '3.Hitch']],
    ['a wide full stop', ['1．もやい結び', '2．本結び', '3．巻き結び']],
    ['a bracket', ['1)Bowline', '2)Reef', '3)Hitch']],
    ['a wide bracket', ['1）单套结', '2）平结', '3）八字结']],
    ['a slash', ['1/ Nút ghế đơn', '2/ Nút dẹt', '3/ Nút số tám']],
    ['a dash', ['1 - Bowline', '2 - Reef', '3 – Hitch']],
    ['some of them items', ['1. Bowline', '2.Reef', '3. Hitch']],
  ])('are items where they count on from one: %s', (_, lines) => {
    const plain = lines.map((line) => line.replace(/^\d\P{L}+/u, ''));
    expect(titlesOf(readNote(note(...apart(...lines))))).toEqual(plain);
    expect(titlesOf(readNote(note('# T', '', '## Knots', '', ...apart(...lines), '## Sails', 'Prose.')))).toEqual(
      plain,
    );
    expect(titlesOf(readNote(note(...lines)))).toEqual(plain);
  });

  it('may count on behind a heading, and hold their lines apart', () => {
    const lines = ['## Knots', '0 - Bowline', '## Bends', '1 - Reef\\', '2 - Sheet', '## Hitches', '3 - Clove'];
    expect(shape(...lines)).toEqual([
      '1 Knots',
      '  1.1 [ ] Bowline',
      '2 Bends',
      '  2.1 [ ] Reef',
      '  2.2 [ ] Sheet',
      '3 Hitches',
      '  3.1 [ ] Clove',
    ]);
  });

  it('may have details below them, indented, and ten or more', () => {
    const lines = Array.from({ length: 12 }, (_, index) => [`${index + 1}、结${index + 1}`, '    绳头、绳环', '']);
    const roadmap = readNote(note(...lines.flat(), 'todo：整理'));
    expect(titlesOf(roadmap)).toHaveLength(12);
    expect(roadmap.title).toBe('note');
  });

  it.each([
    ['two', ['1、单套结', '2、平结']],
    ['with text between them', ['1、单套结', '怎么打？', '2、平结', '怎么打？', '3、八字结']],
    ['from another number on', ['4、单套结', '5、平结', '6、八字结']],
    ['with a gap', ['1、单套结', '2、平结', '4、八字结']],
    ['without a mark', ['1 Bowline', '2 Reef', '3 Hitch']],
    ['cases of a text', ['(1) "knot" means a bend', '(2) "reef" means a fold', '(3) "hitch" means a turn']],
    ['amounts', ['1.5 metres', '2.5 metres', '3.5 metres']],
  ])('are none: %s', (_, lines) => {
    expect(titlesOf(readNote(note('# T', '', ...apart(...lines))))).not.toContain('平结');
    expect(titlesOf(readNote(note('# T', '', '- a', '', 'b', '', ...apart(...lines))))).toEqual(['a']);
  });
});

describe('the day in a column of its own (FORMATS T7, D1)', () => {
  const day = (head: string, ...rows: readonly string[]): string[] =>
    shape('# T', ...table(head, ...rows)).map((line) => line.replace(/^\d /, ''));

  it.each([
    ['English', 'Topic | Status | Done on', '✅'],
    ['English, in front', 'Completed on | Topic | Status', '✅'],
    ['English, a date', 'Topic | Status | Date', 'done'],
    ['Russian', 'Тема | Статус | Дата завершения', 'готово'],
    ['Russian, a date', 'Тема | Статус | Дата', 'готово'],
    ['Chinese', '主题 | 状态 | 完成日期', '完成'],
    ['Chinese, a date', '主题 | 状态 | 日期', '完成'],
    ['Japanese', 'テーマ | 状態 | 完了日', '完了'],
    ['Korean', '주제 | 상태 | 완료일', '완료'],
    ['Spanish', 'Tema | Estado | Fecha de finalización', 'hecho'],
    ['Portuguese', 'Tópico | Feito | Concluído em', '✅'],
    ['German', 'Thema | Stand | Erledigt am', 'erledigt'],
    ['French', 'Sujet | Statut | Terminé le', 'terminé'],
  ])('is when a done row was done: %s', (_, head, done) => {
    const row = (topic: string, state: string, on: string): string =>
      (head.startsWith('Completed') ? [on, topic, state] : [topic, state, on]).join(' | ');
    expect(day(head, row('a', done, '2026-03-01'), row('b', done, ''), row('c', '', ''))).toEqual([
      '[x] a 2026-03-01',
      '[x] b',
      '[ ] c',
    ]);
  });

  it.each([
    ['2026/3/1', ' 2026-03-01'],
    ['2026.03.01', ' 2026-03-01'],
    ['01.03.2026', ' 2026-03-01'],
    ['2026年3月1日', ' 2026-03-01'],
    ['2026년 3월 1일', ' 2026-03-01'],
    ['**2026-03-01** (twice)', ' 2026-03-01'],
    ['3/1/2026', ''],
    ['2026-02-30', ''],
    ['March', ''],
    ['-', ''],
  ])('may be written %s', (written, read) => {
    expect(day('Topic | Status | Done on', `a | ✅ | ${written}`, 'b | |')).toEqual([`[x] a${read}`, '[ ] b']);
  });

  it('in the cell of the state comes first', () => {
    expect(day('Topic | Status | Done on', 'a | ✅ 2026-03-02 | 2026-03-01')).toEqual(['[x] a 2026-03-02']);
  });

  it('of a plan is none: rows that are open have one as well', () => {
    const rows = ['a | ✅ | 2026-03-01', 'b | ⬜ | 2026-03-08'];
    expect(day('Topic | Status | Date', ...rows)).toEqual(['[x] a', '[ ] b']);
    expect(day('Topic | Status | Due', ...rows)).toEqual(['[x] a', '[ ] b']);
    expect(day('Topic | Status | Done on', ...rows)).toEqual(['[x] a 2026-03-01', '[ ] b']);
  });

  it('is that of a project as well', () => {
    const head = 'Level | Name | Technologies | Status | Done on';
    expect(shape('- x', ...table(head, 'Junior | A stool | oak | ✅ | 2026-03-01'))).toEqual([
      '1 [ ] x',
      'P1 [x] A stool 2026-03-01',
    ]);
  });
});

describe('paragraphs that are only links (FORMATS T3, T4)', () => {
  const contents = ['# T', '- [A](#a)', '- [B](#b)', ''];

  it('are topics where the contents lead to nothing else', () => {
    const lines = [
      ...contents,
      '## A',
      '[x](https://a.example)',
      '',
      '[y](https://b.example)',
      '## B',
      '<https://c.example>',
    ];
    expect(shape(...lines)).toEqual(['1 A', '  1.1 [ ] x', '  1.2 [ ] y', '2 B', '  2.1 [ ] https://c.example']);
  });

  it('are none where one section holds prose: the contents are', () => {
    const lines = [...contents, '## A', '[x](https://a.example)', '## B', 'Prose.'];
    expect(shape(...lines)).toEqual(['1 [ ] A', '2 [ ] B']);
  });

  it('are topics in sections without bullets beside those that have some', () => {
    const lines = [
      '## A',
      '- a',
      '',
      '[no](https://a.example)',
      '## B',
      '[b](https://b.example)',
      '',
      '[up](#a)',
      '',
      '[![i](i.png)](x)',
    ];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['a', 'b']);
  });

  it('are none without a text', () => {
    const anchor = '[](https://bees.example/guide#hive)';
    expect(
      shape('# Bees', '## Hive', anchor, '', '- Frames', '', anchor, '## Year', anchor, '### Spring', '- Swarms'),
    ).toEqual(['1 Hive', '  1.1 [ ] Frames', '2 Year', '  2.1 Spring', '    2.1.1 [ ] Swarms']);
    expect(titlesOf(readNote(note('- Soil', `- ${anchor}`, '- [ ](#top)')))).toEqual(['Soil']);
  });

  it('never take the place of headings', () => {
    expect(shape('# T', '## A', '[x](https://a.example)', '## B', 'Prose.')).toEqual(['1 [ ] A', '2 [ ] B']);
  });
});

describe('list items (FORMATS T3)', () => {
  it('a property, a picture and nothing are no topics', () => {
    expect(
      titlesOf(
        readNote(note('- a', '- order-type:: number', '- ![p](p.png)', '- [![p](p.png)](x)', '-', '- C++ std::move')),
      ),
    ).toEqual(['a', 'C++ std::move']);
  });

  it('items of one run of numbers are alike', () => {
    expect(shape('1. one', '2. two', '- x', '3. three')).toEqual([
      '1 [ ] one',
      '2 [ ] two',
      '  2.1 [ ] x',
      '3 [ ] three',
    ]);
    expect(shape('1. one', '- x', '', '2. two', '- y')).toEqual(['1 one', '  1.1 [ ] x', '2 two', '  2.1 [ ] y']);
  });

  it('a mark alone is a title as it is', () => {
    expect(shape('- ✓', '- a')).toEqual(['1 [ ] ✓', '2 [ ] a']);
  });

  it('a heading of which nothing can be read names nothing', () => {
    expect(readNote(note('# <script>', '- a')).title).toBe('note');
    expect(shape('# %% - [ ] a %%', '## B', '- a', '## <a id="c">', '## C', '- b')).toEqual([
      '1 B',
      '  1.1 [ ] a',
      '2 C',
      '  2.1 [ ] b',
    ]);
  });

  it('an empty box makes no task list', () => {
    expect(titlesOf(readNote(note('- a', '- [ ]', '- b')))).toEqual(['a', 'b']);
  });

  it('an empty box is no task (FORMATS L2)', () => {
    expect(
      titlesOf(
        readNote(
          note('- [x] a', '- [ ]', '![p](p.png)', '- [ ] ', '- [ ] ![p](p.png)', '- [x] ✅ 2026-01-02', '- [ ] #b'),
        ),
      ),
    ).toEqual(['a', 'p', '']);
    expect(titlesOf(readNote(note('- a', '- ✅ 2026-01-02', '- b')))).toEqual(['a', 'b']);
  });

  it('a heading in an item that opens with a keyword is a topic', () => {
    expect(shape('- # TODO Build', '  - DONE plan', '  - TODO saw')).toEqual([
      '1 Build',
      '  1.1 [ ] Build',
      '  1.2 [x] plan',
      '  1.3 [ ] saw',
    ]);
  });
});

describe('lists indented like code (FORMATS T3)', () => {
  it.each([
    ['typographic bullets behind a tab', ['\t•\tbow', '\t•\tstern']],
    ['dashes behind four blanks', ['    - bow', '    - stern']],
    ['stars behind blank lines', ['', '\t* bow', '', '\t* stern', '']],
    ['numbers', ['    1. bow', '    2. stern']],
  ])('%s are topics where nothing but them is below the headings', (_, list) => {
    const lines = ['## Hull', ...list, '## Mast', ...list];
    expect(shape(...lines)).toEqual([
      '1 Hull',
      '  1.1 [ ] bow',
      '  1.2 [ ] stern',
      '2 Mast',
      '  2.1 [ ] bow',
      '  2.2 [ ] stern',
    ]);
  });

  it('keep their nesting', () => {
    const lines = ['## Hull', '    - bow', '        - stem', '    - stern'];
    expect(shape(...lines)).toEqual(['1 Hull', '  1.1 [ ] bow', '    1.1.1 [ ] stem', '  1.2 [ ] stern']);
  });

  it.each([
    ['with other lines', ['', '    - name: x', '      run: y']],
    ['behind prose', ['Such as:', '', '    - a', '    - b']],
    ['with boxes', ['', '    - [ ] a', '    - [ ] b']],
  ])('are code %s', (_, code) => {
    expect(titlesOf(readNote(note('## A', ...code, '## B', ...code)))).toEqual(['A', 'B']);
  });

  it('are items beside bullets, and code below a few of many headings without any', () => {
    const code = ['## B', '', '    - a', '    - b'];
    expect(titlesOf(readNote(note('## A', '- one', '- two', ...code)))).toEqual(['one', 'two', 'a', 'b']);
    expect(titlesOf(readNote(note('## A', 'Words.', ...code, '## C', 'Words.')))).toEqual(['A', 'B', 'C']);
  });

  it.each([
    ['numbers of two parts', ['    1.1. bow', '    1.2. stern']],
    ['dots without a blank', ['', '    •bow', '    •stern']],
  ])('may be below bold lines: %s', (_, list) => {
    const expected = ['1 Hull', '  1.1 [ ] bow', '  1.2 [ ] stern', '2 Mast', '  2.1 [ ] boom'];
    expect(shape('# T', '', '**1. Hull**', ...list, '', '**2. Mast**', '- boom')).toEqual(expected);
  });

  it('may be titles behind numbers of two parts, as those that are indented less', () => {
    const lines = ['# 9. Hull', '   9.1 Bow', '   9.2 Stern', '# 10. Mast', '    10.1 Boom', '    10.2 ¿Jib?'];
    expect(shape(...lines)).toEqual([
      ...['9 Hull', '  9.1 [ ] Bow', '  9.2 [ ] Stern', '10 Mast', '  10.1 [ ] Boom', '  10.2 [ ] ¿Jib?'],
    ]);
  });
});

describe('plain titles indented like code (FORMATS T3)', () => {
  const titles = ['    Keel', '    Planks and ribs', '        Oak', '    Deck'];

  it('are topics where nothing else is listed, also below a line of prose', () => {
    expect(shape('## Hull', 'Topic: below', '', ...titles, '## Mast')).toEqual([
      ...['1 Hull', '  1.1 [ ] Keel', '  1.2 [ ] Planks and ribs', '    1.2.1 [ ] Oak', '  1.3 [ ] Deck'],
    ]);
  });

  it.each([
    ['beside bullets', ['## Hull', '- bow', '## B', '', ...titles], ['bow']],
    ['beside as much prose', ['## Hull', 'One.', 'Two.', 'Three.', '', ...titles], ['Hull']],
    ['with small letters', ['## Hull', '', ...titles.map((title) => title.toLowerCase())], ['Hull']],
    ['that end as code does', ['## Hull', '', '    Go(1);', '    Return {', '    Set = 1;', '    }'], ['Hull']],
    ['that are formulas', ['## Hull', '', ...titles.map((title) => `${title} \\alpha`)], ['Hull']],
    ['below a few of many headings', ['## Hull', '', ...titles, ...'ABCDE'.split('').map((one) => `## ${one}`)], 6],
  ])('are code %s', (_, lines, expected) => {
    const found = titlesOf(readNote(note(...lines)));
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
  });
});

describe('short lines below headings (FORMATS T3)', () => {
  const parts = ['# Hull', 'Bow', 'Stern', 'keel', '', '# Mast', 'Boom'];

  it('are topics in a note of nothing else', () => {
    expect(shape(...parts, 'Sails \\* all')).toEqual([
      '1 Hull',
      '  1.1 [ ] Bow',
      '  1.2 [ ] Stern',
      '  1.3 [ ] keel',
      '2 Mast',
      '  2.1 [ ] Boom',
      '  2.2 [ ] Sails * all',
    ]);
  });

  it.each([
    ['beside a list', [...parts, 'Sails', '', '- Jib'], ['Jib']],
    ['below one heading', ['Boats', '# Hull', 'Bow', 'Stern', 'Keel', 'Rudder'], []],
    ['of which half are alone', [...parts, '', 'Sails', '', 'Rigging', '', 'Ropes'], ['Hull', 'Mast']],
    ['that are sentences', ['# Hull', 'Bow.', 'Stern.', '# Mast', 'Boom.', 'Sails.'], ['Hull', 'Mast']],
    [
      'that go on from each other',
      ['# Hull', 'The bow of', 'the boat is', 'in front', '# Mast', 'Prose', 'of it'],
      ['Hull', 'Mast'],
    ],
    [
      'below few headings',
      ['# Hull', '# Mast', '# Deck', '# Boom', 'Bow', 'Stern', 'Keel', 'Rudder'],
      ['Hull', 'Mast', 'Deck', 'Boom'],
    ],
  ])('%s are none', (_, lines, titles) => {
    expect(titlesOf(readNote(note(...lines)))).toEqual(titles);
  });
});

describe('rows parted by tabs (FORMATS T7)', () => {
  const stated = ['Part\tMaterial\tStatus', 'Bow\toak\tdone', 'Stern\toak\t', 'Keel\tiron\tdone', 'Rudder\toak\t'];
  const rows = ['1\tBow\t', '2\tStern\t', '3\tKeel\t', '4\tRudder\t'];

  it.each([
    [
      'that are counted beside topics',
      ['Day\tTopic\tNotes', ...rows],
      ['todo Bow', 'todo Stern', 'todo Keel', 'todo Rudder'],
    ],
    ['with states', stated, ['done Bow', 'todo Stern', 'done Keel', 'todo Rudder']],
  ])('are a table: those %s', (_, lines, expected) => {
    const topics = [...topicsOf(readNote(note('Legend: ✅ done', '', ...lines)).children)];
    expect(topics.map(({ status, title }) => `${status} ${title}`)).toEqual(expected);
  });

  it.each([
    ['data', ['Port\tDepth\tTides', 'Brest\t12\t2', 'Vigo\t20\t2', 'Sines\t28\t2', 'Porto\t9\t2']],
    ['too few rows', stated.slice(0, 4)],
    ['indented ones', stated.map((row) => `  ${row}`)],
  ])('are none where they are %s', (_, lines) => {
    expect(titlesOf(readNote(note('## Harbour', '', ...lines)))).toEqual(['Harbour']);
  });
});

describe('typographic bullets indented like code (FORMATS T3)', () => {
  it('are items also below prose and numbered lines', () => {
    const lines = [
      'Phase 1: Hull (wood)',
      '\t•\tBow',
      '\t•\tStern:',
      '',
      'Now the rest, so',
      '\t•\tKeel',
      '',
      'Phase 2: Mast',
      '\t•\tBoom',
    ];
    expect(shape(...lines)).toEqual([
      '1 Phase 1: Hull (wood)',
      '  1.1 [ ] Bow',
      '  1.2 [ ] Stern:',
      '  1.3 [ ] Keel',
      '2 Phase 2: Mast',
      '  2.1 [ ] Boom',
    ]);
  });
});

describe('drawn trees (FORMATS T12)', () => {
  it('numbered nodes are sections, others with something below them topics', () => {
    expect(
      shape(
        'Boat',
        '├── 1. Ropes',
        '│   ├── Knots',
        '│   │   └── Bowline',
        '├── 2. Sails',
        '│   └── Reef',
        '└── Paint',
      ),
    ).toEqual(['1 Ropes', '  1.1 [ ] Knots', '    1.1.1 [ ] Bowline', '2 Sails', '  2.1 [ ] Reef', '0.1 [ ] Paint']);
  });

  it('nodes of a tree that is drawn as narrow as can be are below each other', () => {
    expect(shape('Boat', '├Ropes', '│├Bowline', '│└Splice', '└Sails')).toEqual([
      '1 [ ] Ropes',
      '  1.1 [ ] Bowline',
      '  1.2 [ ] Splice',
      '2 [ ] Sails',
    ]);
  });
});

describe('lines nested by indentation (FORMATS T3, L5)', () => {
  it('a single blank nests where it is the unit, else it is a slip', () => {
    expect(shape('Boat', ' Ropes', '  Knots', ' Sails')).toEqual([
      '1 [ ] Boat',
      '  1.1 [ ] Ropes',
      '    1.1.1 [ ] Knots',
      '  1.2 [ ] Sails',
    ]);
    expect(shape('Boat', '  Ropes', '   Knots', '  Sails')).toEqual([
      '1 [ ] Boat',
      '  1.1 [ ] Ropes',
      '  1.2 [ ] Knots',
      '  1.3 [ ] Sails',
    ]);
  });
});

describe('HTML pages (FORMATS S1, T3)', () => {
  it('have headings at any indentation', () => {
    const page = [
      '<!DOCTYPE html>',
      '<body>',
      '',
      '    <h1>Boat</h1>',
      '',
      '    <h2>Ropes</h2>',
      '    <ul>',
      '      <li>Bowline</li>',
      '      <li>Splice</li>',
      '    </ul>',
      '</body>',
    ];
    const roadmap = readNote(note(...page));
    expect([roadmap.title, ...shapeOf(roadmap)]).toEqual(['Boat', '1 Ropes', '  1.1 [ ] Bowline', '  1.2 [ ] Splice']);
  });

  it('have domains as well', () => {
    const page = [
      '<h1>Exam</h1>',
      '<ul><li>no</li></ul>',
      ...['A (50%)', 'B: 30 %', 'C 20%'].flatMap((one) => [`<h2>${one}</h2>`, '<ul><li>x</li></ul>']),
    ];
    expect(titlesOf(readNote(note(...page)))).toEqual(['x', 'x', 'x']);
  });
});

describe('sections', () => {
  it.each(['Semana', 'Woche', 'Séance', 'Tydzień', 'Занятие', 'Hafta'])(
    '%s 3 opens one, also as a plain line',
    (unit) => {
      expect(shape(`${unit} 3: Knots`, '- bowline', '', `${unit} 4: Sails`, '- reef')).toEqual([
        `3 ${unit} 3: Knots`,
        '  3.1 [ ] bowline',
        `4 ${unit} 4: Sails`,
        '  4.1 [ ] reef',
      ]);
    },
  );

  it('of a series 1.0, 2.0 the numbers are 1 and 2 (FORMATS S2)', () => {
    const hive = ['## 1.0 Hive', '- **1.1** Frames', '  - 1.1.a Wood', '- 1.2 Wax'];
    expect(shape('## Bees', '- 2.0 litres', ...hive, '## 2.0 Year', '- 2.1 Spring', '- 2.2 Autumn')).toEqual([
      '3 Bees',
      '  3.1 [ ] 2.0 litres',
      '1 Hive',
      '  1.1 [ ] Frames',
      '    1.1.1 [ ] 1.1.a Wood',
      '  1.2 [ ] Wax',
      '2 Year',
      '  2.1 [ ] Spring',
      '  2.2 [ ] Autumn',
    ]);
    expect(shape('## 1.0 Hive', '- a', '## 1.1 Wax', '- b')[0]).toBe('1 1.0 Hive');
    expect(shape('## 2.0 release', '- a', '## 3.0 release', '- b')[0]).toBe('1 2.0 release');
  });

  it('domains beside a plain line with a role are no part of it behind a rule', () => {
    const lines = [
      'Legend:',
      '✅',
      '',
      '---',
      ...['**50% - A**', '**30% - B**', '**20% - C**'].flatMap((title) => ['', title, '- x']),
    ];
    expect(shape(...lines)).toEqual(['1 A', '  1.1 [ ] x', '2 B', '  2.1 [ ] x', '3 C', '  3.1 [ ] x']);
  });

  it('a role title with a status table beside others is a section (FORMATS S4)', () => {
    const part = table('Name | Status', 'a | done', 'b | todo');
    expect(
      titlesOf(readNote(note('# T', '## A', ...part, '## Certifications', ...part, '## B', ...part))),
    ).toHaveLength(6);
  });
});

describe('an outline in a fence of code (FORMATS T3)', () => {
  const parts = (name: (count: number) => string, ...below: readonly string[]): string[] =>
    [1, 2, 3].flatMap((count) => [name(count), ...below.map((line) => line.replace('N', `${count}`)), '']);
  const fenced = (lines: readonly string[], language = ''): string[] => [
    '# Boat',
    `\`\`\`${language}`,
    ...lines,
    '```',
  ];
  const hull = parts((count) => `${count}. Hull`, 'What is it?', 'Planks (oak)');

  it.each([
    ['numbers', hull],
    ['signs and numbers', parts((count) => `🟢 ${count}. Hull`, 'What is it?', 'Planks (oak)')],
    [
      'any word and a round number',
      parts((count) => `Area ${count}.0 Hull`, '    N.1 What is it?', '    N.2 Planks (oak)'),
    ],
  ])('is read where %s open its sections', (_, lines) => {
    const titles = [1, 2, 3].flatMap(() => ['What is it?', 'Planks (oak)']);
    expect(titlesOf(readNote(note(...fenced(lines))))).toEqual(titles);
    expect(shape(...fenced(lines, 'text')).filter((line) => !line.startsWith(' '))).toHaveLength(3);
  });

  it.each([
    ['in a language', fenced(hull, 'yaml')],
    ['of two parts', fenced(hull.slice(0, 6))],
    ['of titles alone', fenced(parts((count) => `${count}. Hull`))],
    ['of code', fenced(parts((count) => `step ${count}`, 'let a = 1;', 'b(a);'))],
    ['of items of Markdown', fenced(parts((count) => `Part ${count}`, '- Planks', '- Keel'))],
    ['of questions with answers', fenced(parts((count) => `${count}. Which holds?`, 'A. Reef', 'B. Granny'))],
    ['beside another', [...fenced(hull), '```', 'make', '```']],
    ['beside as much text', [...fenced(hull), ...['One', 'Two', 'Three'].flatMap((line) => [line, ''])]],
  ])('is code %s', (_, lines) => {
    expect(shape(...lines)).toEqual([]);
  });
});

describe('an outline of plain lines (FORMATS T3)', () => {
  const items = ['Planks of oak', 'Keel and ballast'];
  const parts = (...titles: readonly string[]): string[] => titles.flatMap((title) => [title, ...items, '']);

  it.each([
    ['units', ['Week 1: Hull', 'Week 2: Rig']],
    // A Turkish word for a lesson, glued to its number.
    ['units glued to their numbers', ['Ders1. Gövde', 'Ders2. Yelken']],
    // Korean for the days of a course.
    ['units behind their numbers', ['1일차: 선체', '2~3일차: 돛', '4일차: 키']],
    ['keys', ['1️⃣ Hull', '2️⃣ Rig', '3️⃣ Sails']],
    ['signs', ['🟢 Hull', '🟢 Rig']],
    ['bold lines', ['**Hull**', '**Rig**']],
    ['brackets', ['(hull)', '(rig)']],
    ['capitals', ['HULL', 'RIG']],
    ['amounts', ['Hull (4 hours)', 'Rig (6 hours)']],
    ['colons', ['Hull:', 'The rig:']],
  ])('has %s as its sections', (_, titles) => {
    const read = shape('Boats', '', ...parts(...titles));
    expect(read.filter((line) => !line.startsWith(' '))).toHaveLength(titles.length);
    expect(titlesOf(readNote(note('Boats', '', ...parts(...titles))))).toEqual(titles.flatMap(() => items));
  });

  it('nests the titles of one rank below those of another, in the order in which they come first', () => {
    expect(
      shape(
        '**HULL**',
        '**Week One**',
        'chapter 1: Planks',
        'chapter 2: Keel',
        '**RIG**',
        '**Week Two**',
        'chapter 1: Mast',
      ),
    ).toEqual([
      ...['1 HULL', '  1.1 Week One', '    1.1.1 [ ] chapter 1: Planks', '    1.1.2 [ ] chapter 2: Keel'],
      ...['2 RIG', '  2.1 Week Two', '    2.1.1 [ ] chapter 1: Mast'],
    ]);
  });

  it('goes on with another word for its units', () => {
    const lines = parts('Sheet 1 - Hull', 'Sheet 2 - Rig', 'Lecture 3 - Sails', 'Lecture 4 - Knots');
    expect(shape(...lines).filter((line) => !line.startsWith(' '))).toHaveLength(4);
  });

  it.each([
    ['short titles below another', ['to learn:', '', ...'Knots Sails Ropes tides charts'.split(' ')], 5],
    [
      'titles that are explained',
      [
        '# Topics',
        ...['Knots', 'Sails', 'Ropes', 'Tides', 'Wind'].flatMap((one) => ['', `${one}: how it is tied on deck.`]),
      ],
      5,
    ],
    [
      'units above prose',
      [1, 2, 3, 4, 5].flatMap((day) => [`Day ${day}: Knots`, 'They are tied as the book says, twice.']),
      5,
    ],
    ['days of three digits', Array.from({ length: 120 }, (_, day) => `Day ${day + 1} – tie(${day})`), 120],
    ['lines before the first title', ['Knots', 'Splices', '', ...parts('(hull)', '(rig)')], 6],
    [
      'no remark in brackets, and nothing behind prose',
      [...parts('HULL', 'RIG'), '(that is all)', 'Both are to be learnt by heart.', 'see you'],
      4,
    ],
  ])('has as topics %s', (_, lines, count) => {
    expect(titlesOf(readNote(note(...lines)))).toHaveLength(count);
  });

  it('by units is what is studied where it outnumbers numbers above prose', () => {
    const days = (week: number): string[] => [
      `Week ${week}: Hull`,
      ...[1, 2, 3, 4, 5].map((day) => `Day ${day}: Planks`),
    ];
    const prose = 'Take two hours on each of these days, and do not read more than that.';
    expect(
      titlesOf(readNote(note('1. How much', prose, '', '2. The weeks', ...days(1), ...days(2), '3. Rest', prose))),
    ).toHaveLength(10);
  });

  it.each([
    [
      'sentences',
      [
        'The hull is wet.',
        'The mast is dry today.',
        'We sail at nine o’clock.',
        'It rains on the deck.',
        'All is well on board.',
      ],
    ],
    ['a poem', ['The hull is wet,', 'the mast is dry,', 'we sail at nine,', 'it rains on deck,', 'and all is well']],
    ['small letters', ['hull', 'mast', 'deck', 'sail', 'rope']],
    ['numbers', ['101 20', '202 30', '303 40', '404 50', '505 60']],
    ['lines that repeat', ['Hull', 'Mast', 'Hull', 'Mast', 'Hull']],
    ['code', ['Step 1:', 'x = 1;', 'Step 2:', 'y = 2;', 'Step 3:', 'z = 3;']],
    ['answers', ['Which holds?', 'A. Reef', 'B. Granny', 'C. Bowline', 'D. Hitch']],
  ])('is none of %s', (_, lines) => {
    expect(shape(...lines)).toEqual([]);
  });
});
