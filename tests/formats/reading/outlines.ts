// Documents without task lines: syllabuses, awesome lists, outlines and lists with marks of their authors' own.
// Russian ones have everyday subjects: photography, soil, joinery, music, karate, books for a summer, knots, sails. Words that
// are read: "Часть", "Глава", "Неделя" (part, chapter, week), "План" (plan), "Основы" (basics).
import type { AuthorDocument } from './author-document.ts';

export const outlines: readonly AuthorDocument[] = [
  {
    what: 'a syllabus with roles around the course',
    text: `# Astronomy 101

## Description
A slow walk over the sky.
- for everyone

## Prerequisites
- Patience

## Table of contents
Stars, then planets.

## Stars
- Colour
- Magnitude
  - Apparent
  - Absolute

## Planets
- Orbits

## Resources
- [Atlas](https://sky.example/atlas)

## License
- MIT
`,
    total: 5,
    done: 0,
    sections: ['Stars 0/4', 'Planets 0/1'],
  },
  {
    what: 'a course whose own contents name its chapters',
    text: `# Sound

## Contents
1. [Waves](#waves)
2. [Rooms](#rooms)
3. [Further reading](#further-reading)

## Waves
Air moves.
- longitudinal

## Rooms
Walls answer.

## Further reading
- A book
`,
    total: 2,
    done: 0,
    sections: ['- 0/2'],
  },
  {
    what: 'an awesome list: links at top level are what is studied',
    text: `# Awesome bees

> Everything about hives.

## Contents

- [Books](#books)
- [Hives](#hives)

## Hives

- [Top-bar](https://bees.example/top) - Simple.
- [Langstroth](https://bees.example/lang) - Usual.
  - [Plans](https://bees.example/plans)

## Books on bees

- [The Hive](https://bees.example/book) - A classic.

## Contributing

- Open a pull request
`,
    total: 3,
    done: 0,
    sections: ['Hives 0/2', 'Books on bees 0/1'],
  },
  {
    what: 'a numbered outline with tabs',
    text: `План по фотографии

1.\tСвет
\t1.1\tЭкспозиция
\t1.2\tБаланс белого
2.\tКадр
\t2.1\tПравило третей
`,
    total: 5,
    done: 0,
    sections: ['- 0/5'],
    title: 'План по фотографии',
  },
  {
    what: 'a numbered outline in plain lines',
    text: `1. Почва
1.1. Состав
1.2. Кислотность

2. Вода
2.1. Полив
2.2. Дренаж
2.3. Дождь
`,
    total: 5,
    done: 0,
    sections: ['Почва 0/2', 'Вода 0/3'],
  },
  {
    what: 'chapters and parts in Russian',
    text: `# Курс столярного дела

## Часть 1. Инструменты

### Глава 1. Ножовки
- Развод
- Заточка

### Глава 2. Рубанки
- Настройка

## Часть 2: Соединения
- Шип
- Паз
`,
    total: 5,
    done: 0,
    sections: ['Часть 1. Инструменты 0/3', 'Часть 2: Соединения 0/2'],
  },
  {
    what: 'emoji-numbered headings in plain text',
    text: `1️⃣ Основы
• Ноты
• Ритм

2️⃣ Гармония
• Интервалы
`,
    total: 3,
    done: 0,
    sections: ['Основы 0/2', 'Гармония 0/1'],
  },
  {
    what: 'bold parents as sections of a list',
    text: `# Rowing

- **Technique**
  - Catch
  - Drive
- **Fitness**
  - Steady state
`,
    total: 3,
    done: 0,
    sections: ['Technique 0/2', 'Fitness 0/1'],
  },
  {
    what: 'lettered sections',
    text: `Programme

A. Warm-up
- Scales
- Arpeggios

B. Pieces
- Sonata
`,
    total: 3,
    done: 0,
    sections: ['Warm-up 0/2', 'Pieces 0/1'],
    title: 'Programme',
  },
  {
    what: 'exam domains with their weights',
    text: `# Certified Gardener

## About the exam
- Two hours
- Online

## Soil (40%)
- Tests
- Lime

## Water - 35%
- Drip

## Pests: 25 %
- Aphids

## Tips
- Sleep well
`,
    total: 4,
    done: 0,
    sections: ['Soil 0/2', 'Water 0/1', 'Pests 0/1'],
  },
  {
    what: 'check marks behind what is learnt',
    text: `# Norwegian

## Week 1
- Alphabet ✅
- Numbers ✅
- Greetings

## Week 2
- Verbs ✅
- Nouns

## Week 3
- Songs
`,
    total: 6,
    done: 3,
    sections: ['Week 1 2/3', 'Week 2 1/2', 'Week 3 0/1'],
  },
  {
    what: 'a finished week in a plan that marks the open ones as well',
    text: `# Norwegian

## Week 1
- ✅ Alphabet
- ✅ Numbers

## Week 2
- ⬜ Verbs
`,
    total: 3,
    done: 2,
    sections: ['Week 1 2/2', 'Week 2 0/1'],
  },
  {
    what: 'done dates behind bullets that have no box',
    text: `# Journal

- Alphabet ✅ 2026-04-01
- Numbers [completion:: 2026-04-03]
- Verbs
`,
    total: 3,
    done: 2,
    dated: 2,
    sections: ['- 2/3'],
  },
  {
    what: 'check marks as decoration',
    text: `# Почему карате

- ✅ Сила
- ✅ Гибкость
- ✅ Друзья
`,
    total: 3,
    done: 0,
    sections: ['- 0/3'],
  },
  {
    what: 'boxes drawn as symbols in bullets',
    text: `# Reading list

- ☑ Odyssey
- ☐ Iliad
- ☐ Aeneid
`,
    total: 3,
    done: 1,
    sections: ['- 1/3'],
  },
  {
    what: 'boxes drawn as symbols without bullets',
    text: `Книги на лето

☑ Гроза
☐ Лес
☑ Бесприданница
`,
    total: 3,
    done: 2,
    sections: ['- 2/3'],
    title: 'Книги на лето',
  },
  {
    what: 'boxes without bullets',
    text: `# Packing

[x] Tent
[ ] Stove
[ ] Map

See [x](https://camp.example) as well.
`,
    total: 3,
    done: 1,
    sections: ['- 1/3'],
  },
  {
    what: 'squares and check marks in front',
    text: `# Roadmap

## Spring
- ✅ Sow
- ⬜ Water
- 🚧 Fence
`,
    total: 3,
    done: 1,
    doing: 1,
    sections: ['Spring 1/3'],
  },
  {
    what: 'advice for and against is no progress',
    text: `# Climbing

## Rules
- ✅ Check the knot
- ❌ Climb alone
- ✅ Wear a helmet
`,
    total: 3,
    done: 0,
    sections: ['Rules 0/3'],
  },
  {
    what: 'an outliner that keeps its tasks by keywords',
    text: `- Plan for the choir
  - DONE Breathing
  - DOING Intonation
  - TODO Sight reading
    - a book by the door
  - LATER Solo
- Thoughts
  - ask the others
`,
    total: 4,
    done: 1,
    doing: 1,
    sections: ['- 1/4'],
  },
  {
    what: 'a reading list in which only what has been read has a keyword',
    text: `### Harbours
- The long pier
- DONE Lights at night
- Buoys
- ### Stories
  - DONE The cook
  - The mate
  - A map of nowhere
`,
    total: 6,
    done: 2,
    sections: ['Harbours 1/3', 'Stories 1/3'],
  },
  {
    what: 'an outliner in which everything is done, with notes beside and below it',
    text: `- DONE Breathing
  - slowly
  - from below
- DONE Intonation
  - with the tuning fork
- the hall was cold
  - ask for heating
`,
    total: 2,
    done: 2,
    sections: ['- 2/2'],
  },
  {
    what: 'prose alone, with headings: each leaf is a topic',
    text: `# The craft of bread

## Flour

Flour is ground grain.

## Water

### Hard

Minerals.

### Soft

Fewer minerals.
`,
    total: 3,
    done: 0,
    sections: ['- 0/1', 'Water 0/2'],
  },
  {
    what: 'prose without any headings gives nothing',
    text: `I have been thinking about bread for a long time. It is not easy.

Tomorrow I will think about it again.
`,
    total: 0,
    done: 0,
    sections: [],
  },
  {
    what: 'a Spanish syllabus',
    text: `# Curso de cerámica

## Índice
- [Barro](#barro)

## Requisitos
- Delantal

## Barro
- Amasado
- Torno

## Esmaltes
- Base

## Referencias
- [Taller](https://taller.example)
`,
    total: 3,
    done: 0,
    sections: ['Barro 0/2', 'Esmaltes 0/1'],
  },
  {
    what: 'a Chinese outline',
    text: `# 书法学习路线

## 目录
- [笔画](#笔画)

## 笔画
- 横
- 竖

## 结构
- 左右
- 上下

## 参考资料
- [字帖](https://zi.example)
`,
    total: 4,
    done: 0,
    sections: ['笔画 0/2', '结构 0/2'],
  },
  {
    what: 'a numbered list alone',
    text: `1. Knife skills
2. Stocks
3. Sauces
   - Roux
4. Bread
`,
    total: 5,
    done: 0,
    sections: ['- 0/5'],
  },
  {
    what: 'resources that hold the numbered course itself',
    text: `# Data craft

## Table of contents
- [Learning resources](#learning-resources)
  - [1. Tables](#1-tables)
  - [2. Joins](#2-joins)
  - [3. Plans](#3-plans)
- [More resources](#more-resources)

## Learning resources

### 1. Tables
Rows and columns.

**Resources:**
- [Book](https://t.example)

### 2. Joins
Two tables.

### 3. Plans
What the engine does.

## More resources
- [Blog](https://b.example)
`,
    total: 3,
    done: 0,
    sections: ['Learning resources 0/3'],
  },
  {
    what: 'what is crossed off is done',
    text: `# План

1. ~~Купить бумагу~~
2. ~~[Разметка](https://plan.example)~~
3. Сшить
4. ~~Клей~~ крахмал
`,
    total: 4,
    done: 2,
    sections: ['- 2/4'],
  },
  {
    what: 'headings without a space behind their marks',
    text: `# Неделя №1

 ###Узлы
 1. [Прямой](https://knots.example) - 30 мин
 2. Булинь

###Паруса
1. Грот

#парусный #спорт
`,
    total: 3,
    done: 0,
    sections: ['Узлы 0/2', 'Паруса 0/1'],
  },
  {
    what: 'a log of days with marks in front of the headings',
    text: `# Ten days

### ✅ Day 1
Rope.

### ✅ Day 2
Anchor.

### Day 3
Sail.
`,
    total: 3,
    done: 2,
    sections: ['- 2/3'],
  },
  {
    what: 'an outline drawn by indentation alone',
    text: `Stage 1: Clay
  Digging
    Riverbeds, quarries
    Sieving

  Wedging
    Spiral

Stage 2: Fire
  Pit firing
`,
    total: 8,
    done: 0,
    sections: ['- 0/8'],
  },
  {
    what: 'verses are no outline',
    text: `The sea is calm tonight,
  the boats are home.
The sea is calm,
  and so am I.
Sleep.
`,
    total: 0,
    done: 0,
    sections: [],
  },
  {
    what: 'links, one on each line',
    text: ` [[Узлы]]
[[Паруса]]
[[Ветер и течение ]]
`,
    total: 3,
    done: 0,
    sections: ['- 0/3'],
  },
  {
    what: 'links, one on each line, below headings',
    text: `# Sailing

## Ropes
[Knots](knots.md)
[Splices](splices.md)

## Wind
[[Reefing]]

[[Trim]]
`,
    total: 4,
    done: 0,
    sections: ['Ropes 0/2', 'Wind 0/2'],
  },
  {
    what: 'links on adjacent lines beside bullets, which say where to read on',
    text: `# Sailing

## Ropes
[The club](https://example.org)
[Its shop](https://example.org/shop)

## Wind
- Reefing
- Trim
`,
    total: 2,
    done: 0,
    sections: ['Wind 0/2'],
  },
  {
    what: 'a plain text of numbered lines, some without a mark behind the number, one without a text',
    text: `7. Bowline ✅
8 Splice (long)✅
9 Round turn
10
11 2D nets ✅
12.Reef
13. Tack
14.Gybe`,
    total: 7,
    done: 3,
    sections: ['- 3/7'],
  },
  {
    what: 'lines of prose that open with a number',
    text: `# Tides
- The moon

The harbour has room for
12 boats and a ferry, and for
13 more at the other pier, where
18 men work.`,
    total: 1,
    done: 0,
    sections: ['- 0/1'],
  },
  {
    what: 'columns of numbers, and lines that count answers',
    text: `# Tides
- The moon

0 0 0 0
1 5.0 7.8
2 4.1 9.6

1 Ayr 2.1  4.0
2 Bray 1.9  3.8
3 Cork 3.0  4.4

1 → a
2 → c
3 → b`,
    total: 1,
    done: 0,
    sections: ['- 0/1'],
  },
  {
    what: 'a text pasted with the bullets of an office program, long lines wrapped',
    text: `3. Practice:
First term
● Tie a bowline with one
hand, eyes shut
○ the left one
● Splice
∙ Reef
`,
    total: 4,
    done: 0,
    sections: ['Practice 0/4'],
  },
];
