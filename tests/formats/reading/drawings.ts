// Documents whose topics are in tables, drawn trees or HTML.
// Russian ones have everyday subjects: a course of baking, wood carving, a map of skills in radio, music. Heads of columns that
// are read: День, Тема, Раздел, Статус, Прогресс, Изучено (day, topic, section, status, progress, learnt), Уровень, Название,
// Описание, Технологии, Критерий успеха (the columns of projects); "в процессе", "в планах" are states (in progress, planned).
// Others are plans of a sailor: 일차, 내용, 완료 (day, content, done); 周次, 任务, 阶段, 状态 (week, task, stage, state) with the
// states 学习中, 已完成, 待开始, 尚未开始 (learning, done, to be begun, not begun yet).
import type { AuthorDocument } from './author-document.ts';

export const drawings: readonly AuthorDocument[] = [
  {
    what: 'a table of days with a status',
    text: `# 5 days of maps

| Day | Topic | Status |
|:---:|-------|:------:|
| 1 | Scale | ✅ |
| 2 | Legend | ✅ Done |
| 3 | Contours | In progress |
| 4 | Bearings | ❌ |
| 5 | Grid | |
`,
    total: 5,
    done: 2,
    doing: 1,
    sections: ['- 2/5'],
  },
  {
    what: 'a table of days without a status',
    text: `# Курс выпечки

| День | Тема | Материалы |
|---|---|---|
| 1 | Бисквит | видео |
| 2 | Заварное тесто | книга |
| 3 | Слоёное тесто | - |
`,
    total: 3,
    done: 0,
    sections: ['- 0/3'],
  },
  {
    what: 'a table that goes on behind blank lines, before one with a head of its own',
    text: `# 항해 공부 계획

| 일차 | 내용 | 완료 |
|---|---|---|
| 1일 | 매듭 | ✅ |

| 2일 | 바람 | ✅ |

| 3일 | 조류 | |
| 4일 | 해도 | |

| 일차 | 내용 | 완료 |
|---|---|---|
| 5일 | 등대 | |

| 6일 | 부표 | |
`,
    total: 6,
    done: 2,
    sections: ['- 2/6'],
  },
  {
    what: 'a table with a blank line behind each of its rows',
    text: `# Sails

| Topic | Status |

|---|---|

| Jib | done |

| Spinnaker | |
`,
    total: 2,
    done: 1,
    sections: ['- 1/2'],
  },
  {
    what: 'two plans with nothing but a blank line between them',
    text: `# Charts

| Week | Topic |
|---|---|
| 1 | Scale |
| 2 | Legend |

| Week | Topic |
|---|---|
| 3 | Depth |
| 4 | Lights |
`,
    total: 4,
    done: 0,
    sections: ['- 0/4'],
  },
  {
    what: 'how well each is known, in words, beside a table that is still empty',
    text: `# Pilotage

## Syllabus

| Domain | Confidence |
|---|---|
| Buoys | strong |
| Lights | shaky |
| Tides | untouched |
| Leading lines | untouched |

## Weak spots

| Item | Seen | Status |
|---|---|---|
| | | |
`,
    total: 4,
    done: 1,
    doing: 1,
    sections: ['Syllabus 1/4'],
  },
  {
    what: 'a status beside how well it is known, which is still to be filled in',
    text: `# Pilotage

| Topic | Confidence | Status |
|---|---|---|
| Buoys | | done |
| Lights | | |
`,
    total: 2,
    done: 1,
    sections: ['- 1/2'],
  },
  {
    what: 'states in Chinese with remarks behind a full-width colon',
    text: `# 航海进度

| 阶段 | 状态 |
|---|---|
| 绳结 | 学习中：四题对了三题，其余待测 |
| 风 | 已完成（两遍） |
| 潮汐 | 待开始 |
| 海图 | 尚未开始 |
`,
    total: 4,
    done: 1,
    doing: 1,
    sections: ['- 1/4'],
  },
  {
    what: 'plans of weeks that are called by their number in the calendar',
    text: `# 航海

## 规则
- 每周练习
- 记日志
## 第一年
| 周次 | 任务 |
|---|---|
| 1 | 绳结 |
| 2-3 | 风 |
## 第二年
| 周次 | 任务 |
|---|---|
| 4 | 潮汐 |
| 5 | 海图 |
`,
    total: 4,
    done: 0,
    sections: ['第一年 0/2', '第二年 0/2'],
  },
  {
    what: 'boxes in a column without a title',
    text: `# Constellations

|   | Name | Season |
|---|---|---|
| [x] | Orion | winter |
| [ ] | Lyra | summer |
| [x] | Leo | spring |
`,
    total: 3,
    done: 2,
    sections: ['- 2/3'],
  },
  {
    what: 'a summary that repeats the sections',
    text: `# Резьба по дереву

| Раздел | Статус |
|---|---|
| Ножи | ✅ |
| Породы | ⏳ |

## Ножи
- Косяк
- Стамеска

## Породы
- Липа
`,
    total: 3,
    done: 0,
    sections: ['Ножи 0/2', 'Породы 0/1'],
  },
  {
    what: 'a summary of chapters of prose is all there is to tick',
    text: `# Bookbinding

| Chapter | Status |
|---|---|
| Paper | ✅ |
| Thread | in progress |

## Paper
Grain and weight.

## Thread
Linen, waxed.
`,
    total: 2,
    done: 1,
    doing: 1,
    sections: ['- 1/2'],
  },
  {
    what: 'a status table a section, with levels and days',
    text: `# Diving

## Theory
| # | Title | Level | Done |
|---|---|---|---|
| 1 | Pressure | Junior | ✅ 2026-03-01 |
| 2 | Gases | Middle | no |

## Water
| # | Title | Level | Done |
|---|---|---|---|
| 1 | Mask | Junior | yes |
`,
    total: 3,
    done: 2,
    dated: 1,
    sections: ['Theory 1/2', 'Water 1/1'],
    levels: { junior: 2, middle: 1 },
  },
  {
    what: 'a competency matrix with levels as columns',
    text: `# Карта навыков

| Область | Junior | Middle | Senior |
|---|---|---|---|
| Пайка | Провода<br>Разъёмы | SMD | BGA |
| Замеры | Мультиметр | Осциллограф; генератор | — |
`,
    total: 7,
    done: 0,
    sections: ['Пайка 0/4', 'Замеры 0/3'],
    levels: { junior: 3, middle: 3, senior: 1 },
  },
  {
    what: 'pet projects beside a checklist',
    text: `# Радио

- [x] Антенны
- [ ] Фильтры

## Проекты

| Уровень | Название | Описание | Технологии | Критерий успеха |
|---|---|---|---|---|
| Junior | Приёмник | на одном транзисторе | диод, катушка | слышно станцию |
| Middle | Маяк | телеграф | кварц | принят за город |
`,
    total: 2,
    done: 1,
    projects: 2,
    sections: ['- 1/2'],
  },
  {
    what: 'a tree drawn with lines',
    text: `# Музыка

Сольфеджио
├── Интервалы
│   ├── Терция
│   └── Квинта
└── Ритм
`,
    total: 4,
    done: 0,
    sections: ['- 0/4'],
  },
  {
    what: 'a tree in a fence where there is nothing else',
    text: `# Geology

\`\`\`text
Rocks
├── Igneous
│   └── Granite
├── Sedimentary
└── Metamorphic

Minerals
├── Quartz
└── Mica
\`\`\`
`,
    total: 6,
    done: 0,
    sections: ['Rocks 0/4', 'Minerals 0/2'],
  },
  {
    what: 'a tree of files is no roadmap',
    text: `# Tool

## Layout

\`\`\`
src/
├── main.go
├── store/
│   └── disk.go
└── README.md
\`\`\`

## Use

Run it.
`,
    total: 2,
    done: 0,
    sections: ['- 0/2'],
  },
  {
    what: 'files below each week are what is read in it',
    text: `\`\`\`
plan.md

Week_1
    ├── knots.md
    └── bends.md

Week_2
    └── sails.md
\`\`\`
`,
    total: 3,
    done: 0,
    sections: ['Week_1 0/2', 'Week_2 0/1'],
  },
  {
    what: 'HTML headings and lists',
    text: `<h1 align="center">Tea</h1>

<h2>Leaves</h2>
<ul>
  <li>Green
    <ul>
      <li><a href="https://tea.example/sencha">Sencha</a></li>
    </ul>
  </li>
  <li>Black</li>
</ul>

<h2>Water</h2>
<ol>
<li>Heat</li>
<li>Time</li>
</ol>
`,
    total: 5,
    done: 0,
    sections: ['Leaves 0/3', 'Water 0/2'],
    title: 'Tea',
  },
  {
    what: 'HTML boxes',
    text: `<h3>Набор в дорогу</h3>
<ul>
<li><input type="checkbox" checked> Вода</li>
<li><input type="checkbox"> Хлеб</li>
</ul>
<h3>В пути</h3>
<ul>
<li><input type="checkbox"> Песня</li>
</ul>
`,
    total: 3,
    done: 1,
    sections: ['Набор в дорогу 1/2', 'В пути 0/1'],
  },
  {
    what: 'a masthead in HTML above a Markdown checklist',
    text: `<div align="center">
  <h1>🧵 Sewing</h1>
  <p>Step by step</p>
</div>

## Hand
- [x] Thread
- [ ] Hem

## Machine
- [ ] Bobbin
`,
    total: 3,
    done: 1,
    sections: ['Hand 1/2', 'Machine 0/1'],
    title: 'Sewing',
  },
  {
    what: 'an HTML table with a status, spanned rows and bars',
    text: `# Мои инструменты

- заметка сверху

<table>
<thead><tr><th>Группа</th><th>Тема</th><th>Статус</th><th>Прогресс</th></tr></thead>
<tbody>
<tr><td rowspan="2">Струны</td><td>Скрипка</td><td>✅ Изучено</td><td><b>100%</b></td></tr>
<tr>
  <td>Альт</td>
  <td>🚧 В процессе</td>
  <td>45%</td>
</tr>
<tr><td>Ударные</td><td>Литавры</td><td>📝 В планах</td><td>0%</td></tr>
</tbody>
</table>
`,
    total: 3,
    done: 1,
    doing: 1,
    sections: ['- 1/3'],
  },
  {
    what: 'an HTML table of days without a status',
    text: `# 10 days

<table>
  <tr><th>Day</th><th>Topic</th></tr>
  <tr><td>1</td><td><a href="./one">Rope</a></td></tr>
  <tr><td>2</td><td>Anchor</td></tr>
</table>
`,
    total: 2,
    done: 0,
    sections: ['- 0/2'],
  },
  {
    what: 'a matrix that rates skills: each row is one',
    text: `# Ladder

| Skill | Junior (L1) | Mid (L2–L3) | Senior (L4) | Staff+ |
|---|---|---|---|---|
| Soldering | 1 | 2 | 3 | 4 |
| Drawing | 0 | 2 | 4 | 5 |
`,
    total: 2,
    done: 0,
    sections: ['- 0/2'],
  },
  {
    what: 'a matrix in words with grades in brackets',
    text: `# Ladder

| Area | Junior (L1) | Mid (L2–L3) | Staff+ |
|---|---|---|---|
| **Tools** | Knows a saw, a plane | Sharpens | Builds jigs |
`,
    total: 3,
    done: 0,
    sections: ['Tools 0/3'],
    levels: { junior: 1, middle: 1, expert: 1 },
  },
  {
    what: 'a column of days of completion',
    text: `# Reading

| Book | Completed |
|---|---|
| Iliad | 2026-02-03 |
| Odyssey | |
`,
    total: 2,
    done: 1,
    dated: 1,
    sections: ['- 1/2'],
  },
  {
    what: 'progress tracking that holds a table of states for each stage, beside a diary',
    text: `# Boat school

## Progress tracking

### Stage 1: Ropes
| No | Topic | Status | Done on | Notes |
|---|---|---|---|---|
| 1.1 | Bowline | ✅ Done | 2026-05-02 | twice |
| 1.2 | Splice | ✅ Done | 2026-05-03 | |

### Stage 2: Sails
| No | Topic | Status | Notes |
|---|---|---|---|
| 2.1 | Reef | ⬜ Not started | |

## Diary

### 2026-05-02
- wet hands
- a cold day
- new gloves

### 2026-05-03
- the club was shut
`,
    total: 3,
    done: 2,
    sections: ['Progress tracking 2/3'],
  },
  {
    what: 'a table of days in each week, beside an overview of the weeks and the days of this week in full',
    text: `# Boat school

## Overview
| Week | Subject | Status |
|---|---|---|
| W1 | Ropes | ✅ |
| W2 | Sails | ⬜ |

## Plan

### Week 1: Ropes ✅
| Day | Subject | Status |
|---|---|---|
| Day 1 | Bowline | ✅ |
| Day 2 | Splice | ✅ |

### Week 2: Sails ⬜
| Day | Subject | Status |
|---|---|---|
| Day 1 | Reef | ⬜ |
| Day 2 | Tack | ⬜ |

## This week

### Day 1: Reef
Shorten the sail.

### Day 2: Tack
Turn through the wind.
`,
    total: 4,
    done: 2,
    sections: ['Plan 2/4'],
  },
];
