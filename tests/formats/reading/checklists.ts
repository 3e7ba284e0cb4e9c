// Documents with task lines: plans kept in Obsidian, on GitHub, in Notion exports and on kanban boards.
// Russian ones have everyday subjects: "Ботаника", "Оптика", "Погода", "Лыжи", "Кофе", "Школа дзюдо" (botany, optics, weather,
// skis, coffee, a judo school). Words that are read: "Неделя" (week), "Теория", "Практика" (theory, practice); "просто пункт" is
// just an item.
import type { AuthorDocument } from './author-document.ts';

export const checklists: readonly AuthorDocument[] = [
  {
    what: 'an issue that tracks tasks, with one parent ticked by hand',
    text: `## Ship the bakery site

We need this before spring.

- [x] Domain
- [ ] Menu page
  - [x] Bread
  - [ ] Cakes
- [ ] Orders @anna

### Out of scope
- Delivery
- Wedding cakes
`,
    total: 5,
    done: 2,
    sections: ['- 2/5'],
    title: 'Ship the bakery site',
  },
  {
    what: 'a daily note with a callout of tasks',
    text: `# Ботаника

> [!todo] На этой неделе
> - [x] Клетка ✅ 2026-05-03
> - [ ] Ткани
>   - [ ] Покровная

> [!note] Мысль
> - просто пункт
`,
    total: 3,
    done: 1,
    dated: 1,
    sections: ['- 1/3'],
    title: 'Ботаника',
  },
  {
    what: 'a kanban board: columns are headings, the settings come last',
    text: `---

kanban-plugin: board

---

## Backlog

- [ ] Knots
- [ ] Rigging

## In progress

- [/] Charts

## Done

**Complete**
- [x] Buoys
- [x] Lights


%% kanban:settings
\`\`\`
{"kanban-plugin":"board"}
\`\`\`
%%
`,
    total: 5,
    done: 2,
    doing: 1,
    sections: ['Backlog 0/2', 'In progress 0/1', 'Done 2/2'],
    title: 'note',
  },
  {
    what: 'an export with toggles and unescaped ids in the title',
    text: `# Guitar 3f2a9c

- Scales
    - [x]  Major
    - [ ]  Minor
- Chords
    - [ ]  Open
    - [ ]  Barre
        - [ ]  F
`,
    total: 5,
    done: 1,
    sections: ['- 1/5'],
  },
  {
    what: 'details with a summary each',
    text: `# Оптика

<details>
<summary><b>Неделя 1</b>: лучи</summary>

- [x] Отражение
- [x] Преломление

</details>

<details open>
<summary>Неделя 2: волны</summary>

- [ ] Интерференция

</details>

После всего — отдых.
`,
    total: 3,
    done: 2,
    sections: ['Неделя 1: лучи 2/2', 'Неделя 2: волны 0/1'],
  },
  {
    what: 'weeks and days in English',
    text: `# 30 days of clay

## Week 1 - Hands
### Day 1: Wedging
- [x] Cut
- [x] Knead
### Day 2: Coils
- [ ] Roll

## Week 2 - Wheel
### Day 8
- [ ] Centre
`,
    total: 4,
    done: 2,
    sections: ['Week 1 - Hands 2/3', 'Week 2 - Wheel 0/1'],
  },
  {
    what: 'marks of every kind, in bullets of every kind',
    text: `# Погода

* [x] Облака
+ [X] Ветер
1. [✔] Давление
2) [/] Влажность
- [-] Приметы
- [>] Осадки
- [!] Гроза
- [ ]Туман
`,
    total: 7,
    done: 3,
    doing: 1,
    skipped: 1,
    sections: ['- 3/7'],
  },
  {
    what: 'CRLF line ends, tabs and mixed bullets',
    text: ['# Chess', '', '* [x] Openings', '\t* [x] Italian', '\t\t- [ ] Traps', '- [ ] Endings', ''].join('\r\n'),
    total: 4,
    done: 2,
    sections: ['- 2/4'],
  },
  {
    what: 'tasks in a quote inside a list, and boxes in code that are no tasks',
    text: `# Mail

1. Read this:

   > - [x] Headers
   > - [ ] Envelopes

2. Write it as

   \`\`\`md
   - [ ] not a task
   \`\`\`

    - [ ] Spools
`,
    total: 3,
    done: 1,
    sections: ['- 1/3'],
  },
  {
    what: 'fields of tasks: priorities, days, ids, recurrence, levels',
    text: `# Лыжи

- [x] Стойка ⏫ ✅ 2026-01-04
- [x] Ход 📅 2026-02-30 ✅ 2026-02-30
- [ ] Спуск 🔼 🆔 down ⛔ stance 📅 2026-12-01 [level:: middle]
- [x] Подъём [completion:: 2026-01-06]
- [ ] Смазка 🔁 every week #middle
`,
    total: 5,
    done: 3,
    dated: 2,
    sections: ['- 3/5'],
    levels: { middle: 2 },
  },
  {
    what: 'a Portuguese plan',
    text: `# Plano de estudos: violão

## Pré-requisitos
- um violão

## Semana 1
- [x] Afinação
- [ ] Postura

## Semana 2
- [ ] Acordes
`,
    total: 3,
    done: 1,
    sections: ['Semana 1 1/2', 'Semana 2 0/1'],
  },
  {
    what: 'a Hebrew checklist',
    text: `# מסלול לימוד

## שבוע ראשון
- [x] אותיות
- [ ] ניקוד

## שבוע שני
- [ ] פעלים
`,
    total: 3,
    done: 1,
    sections: ['שבוע ראשון 1/2', 'שבוע שני 0/1'],
  },
  {
    what: 'a note that goes on with sections not yet boxed',
    text: `**1. Ветер**
- [x] Бриз
- [ ] Муссон

**2. Волны**
• Зыбь
• Прибой

**3. Течения**
• Тёплые
`,
    total: 5,
    done: 1,
    sections: ['Ветер 1/2', 'Волны 0/2', 'Течения 0/1'],
  },
  {
    what: 'levels as headings',
    text: `# Knitting ladder

## 🟢 Beginner
- [x] Cast on
- [x] Knit

## 🟡 Intermediate level
- [ ] Cables

## 🔴 Advanced
- [ ] Lace
- [ ] Steeks
`,
    total: 5,
    done: 2,
    sections: ['🟢 Beginner 2/2', '🟡 Intermediate level 0/1', '🔴 Advanced 0/2'],
    levels: { junior: 2, middle: 1, senior: 2 },
  },
  {
    what: 'bold labels under headings, links and strike-through in titles',
    text: `# Кофе

## Зерно

**Теория:**

- [x] [Обжарка](https://beans.example/roast)
- [ ] ~~Купаж~~ моносорт

**Практика:**

- [ ] Каппинг
`,
    total: 3,
    done: 1,
    sections: ['Зерно 1/3'],
  },
  {
    what: 'a status table beside boxes: the boxes are what counts',
    text: `# Sailing

| Week | Status |
|---|---|
| 1 | ✅ |
| 2 | ⏳ |

## Week 1
- [x] Knots
## Week 2
- [ ] Wind
`,
    total: 2,
    done: 1,
    sections: ['Week 1 1/1', 'Week 2 0/1'],
  },
  {
    what: 'front matter with a title and levels of its own',
    text: `---
title: Школа дзюдо
levels:
  - id: white
    title: Белый пояс
  - id: yellow
    title: Жёлтый пояс
---

## Белый пояс
- [x] Падения
- [x] Захваты

## Жёлтый пояс
- [ ] Броски
`,
    total: 3,
    done: 2,
    sections: ['Белый пояс 2/2', 'Жёлтый пояс 0/1'],
    title: 'Школа дзюдо',
    levels: { white: 2, yellow: 1 },
  },
];
