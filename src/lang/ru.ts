// Russian: what the program says, for people who read Russian.
import { encodingName } from './encoding-name.ts';
import type { Messages } from './messages.ts';
import { russianForm } from './plural.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;

const topics = (count: number): string => counted(count, 'тема', 'темы', 'тем');
const warnings = (count: number): string => counted(count, 'предупреждение', 'предупреждения', 'предупреждений');
const hours = (count: number): string => `${String(count).replace('.', ',')} ч`;
const errors = (count: number): string => counted(count, 'ошибка', 'ошибки', 'ошибок');

const already = {
  done: { one: 'тема уже пройдена', many: 'все темы уже пройдены' },
  start: { one: 'тема уже в работе', many: 'все темы уже в работе' },
  skip: { one: 'тема уже пропущена', many: 'все темы уже пропущены' },
  reopen: { one: 'тема и так не пройдена', many: 'все темы и так не пройдены' },
};

const legacyStates = {
  removed: { state: 'удалено', since: 'в версии' },
  deprecated: { state: 'не рекомендуется', since: 'с версии' },
  renamed: { state: 'переименовано', since: 'в версии' },
  merged: { state: 'объединено', since: 'в версии' },
  superseded: { state: 'заменено', since: 'в версии' },
};

const priorities = {
  highest: 'самый высокий',
  high: 'высокий',
  medium: 'средний',
  low: 'низкий',
  lowest: 'самый низкий',
};

export const russian: Messages = {
  label: {
    next: 'дальше',
    levels: 'уровни',
    outcome: 'результат',
    why: 'зачем',
    needs: 'нужно',
    unlocks: 'открывает',
    provedBy: 'проверяется в',
    history: 'история',
    tags: 'теги',
    links: 'ссылки',
    notes: 'заметки',
    file: 'файл',
    legacy: 'устарело',
    stage: 'стадия',
    since: 'с версии',
    retired: 'исключено',
    formerly: 'прежние id',
    same: 'то же, что',
    hours: 'часы',
    due: 'срок',
    scheduled: 'запланировано',
    start: 'начать с',
    created: 'создано',
    priority: 'приоритет',
    spent: 'затрачено',
    goal: 'цель',
    criterion: 'критерий',
    proves: 'проверяет',
    stack: 'стек',
    version: 'версия',
    prerequisites: 'что нужно знать',
    resources: 'материалы',
    related: 'смежное',
    projects: 'проекты',
    lab: 'лабораторная',
    labs: 'лабораторные',
  },
  state: { todo: 'не начато', doing: 'в работе', done: 'пройдено', skipped: 'пропущено' },
  mark: { todo: 'не начато', doing: 'в работе', done: 'пройдено', skipped: 'пропущено' },
  turned: { todo: 'открыта заново', doing: 'начата', done: 'пройдена', skipped: 'пропущена' },
  severity: { error: 'ошибка', warning: 'предупреждение', info: 'замечание' },

  topics,
  doing: (count) => `${count} в работе`,
  skipped: (count) => `${count} ${russianForm(count, 'пропущена', 'пропущены', 'пропущено')}`,
  doneCount: (count) => `${count} ${russianForm(count, 'пройдена', 'пройдены', 'пройдено')}`,
  doneToday: (count) => `сегодня пройдено ${count}`,
  projects: (done, total) => `проекты ${done}/${total}`,
  readiness: (percent) => `готовность к экзамену: ${percent} %`,
  warnings,
  errorCount: errors,
  infos: (count) => counted(count, 'замечание', 'замечания', 'замечаний'),
  more: (count) => `и ещё ${count}`,
  moreSections: (count) => `и ещё ${counted(count, 'раздел', 'раздела', 'разделов')}`,
  hours,
  spent: (count) => `затрачено ${hours(count)}`,
  hoursLeft: (all, left, isAtLeast) =>
    `${isAtLeast ? 'не меньше ' : ''}${hours(all)}${left === all ? '' : `, осталось ${hours(left)}`}`,
  projectHours: (all, left, isAtLeast) => `проекты ${russian.hoursLeft(all, left, isAtLeast)}`,
  weight: (weight, done) => `вес ${String(weight).replace('.', ',')}%${done === 0 ? '' : `, из них набрано ${done}`}`,
  legacy: (state, since, use) =>
    `${legacyStates[state].state}${since === null ? '' : ` ${legacyStates[state].since} ${since}`}${use === null ? '' : `; вместо этого ${use}`}`,
  stage: { experimental: 'experimental', alpha: 'alpha', beta: 'beta', stable: 'stable' },
  planned: {
    due: (day) => `срок ${day}`,
    scheduled: (day) => `запланировано на ${day}`,
    start: (day) => `начать с ${day}`,
    priority: (priority) => `${priorities[priority]} приоритет`,
  },
  priority: priorities,
  retiredSince: (since) => `исключено с ${since}`,
  retired: (since) => `с ${since}; тема учитывается, только если вы её начали`,

  doneIn: (roadmap) => `пройдено в ${roadmap}`,
  project: 'проект',
  reached: 'достигнут',
  inferred: 'примерно',
  levelsInferred: 'уровни примерные, см. `lint`',
  repaired: (encoding) => `прочитано с исправлением кодировки (${encodingName(encoding)}); сам файл не тронут`,
  noTopics: (reason) =>
    reason === 'prose'
      ? {
          message: 'тем нет: это сплошной текст, без флажков, списков и таблиц',
          hint: 'запишите темы как `- [ ] тема`, и программа начнёт их считать',
        }
      : {
          message: 'тем нет: здесь пока пусто',
          hint: reason === 'empty' ? 'запишите первую: `- [ ] тема`' : 'запишите первую: `topics: [тема]`',
        },
  filter: {
    levels: (titles) => `уровень ${titles.join(' или ')}`,
    states: (words) => words.join(' или '),
    tag: (tag) => `тег #${tag}`,
    search: (text) => `со словами «${text}»`,
    since: (day) => `пройдено с ${day}`,
    until: (day) => `пройдено по ${day}`,
    overdue: 'срок прошёл',
    due: (from, to) =>
      from === null ? `срок не позже ${to}` : to === null ? `срок не раньше ${from}` : `срок с ${from} по ${to}`,
  },
  partOf: (title) => `часть плана «${title}»`,
  noneListed: (part, commands) => ({
    message: `подходящих тем нет: ${part}`,
    hint: `попробуйте убрать часть условий; все темы покажет \`${commands.to('list')}\``,
  }),
  nothingOpen: 'непройденных тем нет',
  allDone: (count) => `Пройдено всё: ${topics(count)}.`,
  period: (from, to, days) =>
    from === to
      ? `За один день: ${from}.`
      : `С ${from} по ${to}, ${counted(days, 'день', 'дня', 'дней')}. Отличная работа.`,

  andBelow: (title, count) => `${title} и ${topics(count)} внутри`,
  unchanged: (verb, count) => {
    if (verb === 'undo') return 'отменять нечего';
    if (verb === 'redo') return 'возвращать нечего';
    return `менять нечего: ${count === 1 ? already[verb].one : already[verb].many}`;
  },
  passedOver: (count) => `${topics(count)} без изменений`,
  joined: (count) => `объединены строки с одинаковым id: ${count}`,
  sectionDone: 'раздел пройден',
  sectionsDone: (done, all) =>
    all === 1
      ? 'раздел пройден полностью'
      : done === all
        ? `полностью ${russianForm(all, 'пройден', 'пройдены', 'пройдено')} ${counted(all, 'раздел', 'раздела', 'разделов')}`
        : `полностью пройдено разделов: ${done} из ${all}`,
  level: {
    reached: (title) => `уровень ${title} достигнут`,
    needs: (title, count) => `до уровня ${title} осталось пройти ${counted(count, 'тему', 'темы', 'тем')}`,
    waits: (title, below) => `на уровне ${title} пройдено всё, но не достигнут уровень ${below}`,
  },
  reverted: 'изменение отменено',
  restored: 'изменение возвращено',
  firstTick: (file, count, undo) =>
    `${count === 0 ? 'Записано' : count === 1 ? 'Отметка записана' : 'Отметки записаны'} в ${file}; отменить: \`${undo}\`.`,
  eraseDates: (count, dates) => `Стереть ${counted(count, 'дату', 'даты', 'дат')} (${dates})?`,
  erased: (count, dates) => `${count === 1 ? 'дата стёрта' : 'даты стёрты'}: ${dates}`,
  dayKept: (count, day) =>
    `${count === 1 ? 'дата не изменена' : counted(count, 'дата не изменена', 'даты не изменены', 'дат не изменено')} на ${day}; чтобы изменить:`,
  recurringPassed: (address, title) => `${address} ${title}: не изменено, задача повторяется; отметьте её в Obsidian`,
  deleteKept: (address) => `${address}: строка остаётся, хотя в ней 🏁 delete; плагин Obsidian Tasks удалил бы её`,
  defect: (what) =>
    `ошибка в самой программе: ${what}\nподсказка: сообщите о ней и приложите команду; запуск с DEBUG=1 покажет, где она возникла`,
  dryRun: 'пробный запуск: ничего не записано',
  nothingSelected: 'ничего не выбрано, ничего не изменено',
  noDifference: 'менять нечего',

  nothingFound: (files, file) => `${files === 1 ? file : counted(files, 'файл', 'файла', 'файлов')}: всё в порядке`,
  filesLinted: (done, all) => `проверено ${done} из ${counted(all, 'файла', 'файлов', 'файлов')}`,
  filesSearched: (done, all) =>
    `просмотрено ${done} из ${counted(all, 'файла прогресса', 'файлов прогресса', 'файлов прогресса')}`,
  sectionsWritten: (done, all) => `записано ${done} из ${counted(all, 'раздела', 'разделов', 'разделов')}`,
  nothingToLint: (folder) => `в ${folder} нет файлов .md, .markdown, .txt, .org, .yaml или .yml`,
  moreFindings: (count, code) => `и ещё ${count} [${code}]; все покажет \`--plain\``,
  mendable: (count) => `${counted(count, 'место', 'места', 'мест')} можно исправить, не меняя смысла:`,
  mended: (count, file) =>
    `${russianForm(count, 'исправлено', 'исправлены', 'исправлено')} ${counted(count, 'место', 'места', 'мест')} в ${file}; отменить:`,
  noRepair: (file, encoding) =>
    `${file}: исправлять нечего; кодировка ${encodingName(encoding)}${encoding === 'utf-8' ? '' : ', текст выведен в UTF-8'}`,
};
