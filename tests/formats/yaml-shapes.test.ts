// Titles are in Russian, and any: sections such as "Сеть", "Сад", "Лодки" (network, garden, boats), topics such as "Шлюзы",
// "Посев", "Руль" (gateways, sowing, rudder). Keys of other languages are words for title, lessons, done and the like.

import { describe, expect, it } from 'vitest';
import { isUserError } from '../../src/errors.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import type { DraftSection, DraftTopic } from '../../src/model/draft.ts';
import { toSource } from '../../src/text/source.ts';

function read(yaml: string) {
  const { document, diagnostics } = readYaml(toSource(yaml), 'plan.yaml');
  return fromDocument(document, 'plan', diagnostics);
}

type Outline = string | { [title: string]: Outline[] };

/** Topics as their titles, sections as one-key maps; a state other than todo is before the title. */
function outline(children: readonly (DraftSection | DraftTopic)[]): Outline[] {
  return children.map((child) => {
    const title = String(child.title);
    if (child.kind === 'section') return { [title]: outline(child.children) };
    return child.status === 'todo' ? title : `${child.status} ${title}`;
  });
}

function refusal(yaml: string): string {
  try {
    read(yaml);
  } catch (error) {
    if (isUserError(error)) return error.code;
    throw error;
  }
  return 'read';
}

describe('shapes of roadmaps in YAML (FORMATS Y1)', () => {
  it.each<[string, string, Outline[]]>([
    [
      'our own sections and topics',
      'sections:\n  - title: Маршруты\n    topics:\n      - VirtualService\n      - title: Subsets\n',
      [{ Маршруты: ['VirtualService', 'Subsets'] }],
    ],
    [
      'lists without a title under one key each, which are called by it and their place',
      '- units: # first\n  - Сеть\n  - Сад\n- units:\n  - Руль\n',
      [{ 'units 1': ['Сеть', 'Сад'] }, { 'units 2': ['Руль'] }],
    ],
    ['a single list of that kind, which is no section', '- units:\n  - Сеть\n  - Сад\n', ['Сеть', 'Сад']],
    ['topics without sections', 'topics: [sidecar, gateway]', ['sidecar', 'gateway']],
    [
      'topics whose lessons have a text each',
      '- section: Сад\n  topics:\n    - title: Посев\n      lessons:\n        - {text: Лук, number: 1}\n        - {text: Горох, number: 2}\n',
      [{ Сад: [{ Посев: ['Лук', 'Горох'] }] }],
    ],
    [
      'topics whose lessons have days and links, and no titles',
      '- section: Сад\n  topics:\n    - title: Посев\n      lessons:\n        - {kind: Talk, date: 08.09.2025, number: 1}\n' +
        '        - {kind: Practice, date: 12.09.2025, number: 2}\n    - title: Полив\n      lessons:\n' +
        '        - {kind: Talk, date: 15.09.2025, number: 3}\n        - {kind: Talk, date: 16.09.2025, number: 4}\n',
      [{ Сад: ['Посев', 'Полив'] }],
    ],
    [
      'titled maps by their numbers',
      '"12":\n  title: Шлюзы\n  body: |\n    <b>x</b>\n  author: Ada\n"11":\n  title: DNS\n  source: a\n',
      ['Шлюзы', 'DNS'],
    ],
    [
      'titled maps by names, each with a field that only study has',
      'locks:\n  title: Шлюзы\n  difficulty: easy\ndns:\n  title: DNS\n  done: true\n',
      ['Шлюзы', 'done DNS'],
    ],
    [
      'titled maps by names, each with what to read of it',
      'big_locks:\n  title: Шлюзы\n  text: x\n  resources:\n    - {title: a, url: https://a.example}\ndns:\n  title: DNS\n  study_links: []\n',
      ['Шлюзы', 'DNS'],
    ],
    [
      'titled maps by their numbers that hold topics',
      '1: {title: Сеть, topics: [Шлюзы, DNS]}\n2: {title: Сад, topics: [Посев]}\n',
      [{ Сеть: ['Шлюзы', 'DNS'] }, { Сад: ['Посев'] }],
    ],
    [
      'nested topics, of which only leaves count',
      'topics:\n  - title: Шлюзы\n    topics: [вход, выход]\n  - DNS\n',
      [{ Шлюзы: ['вход', 'выход'] }, 'DNS'],
    ],
    [
      'sections inside sections',
      'sections:\n  - title: A\n    sections:\n      - title: B\n        topics: [c]\n',
      [{ A: [{ B: ['c'] }] }],
    ],
    [
      'phases of chapters with names',
      'phases:\n  - name: First\n    chapters:\n      - name: one\n      - label: two\n',
      [{ First: ['one', 'two'] }],
    ],
    [
      'courses of which some hold nothing, in their order',
      'courses:\n  - title: Linux\n  - title: Net\n    lessons: [tcp, udp]\n  - title: Git\n',
      ['Linux', { Net: ['tcp', 'udp'] }, 'Git'],
    ],
    [
      'entries that have an id alone',
      'stages:\n  - title: M0\n    items:\n      - id: m0_read\n        type: lesson\n      - id: m0_quiz\n        questions: [{id: q, answer: "4"}]\n',
      [{ M0: ['m0_read', 'm0_quiz'] }],
    ],
    [
      'ids that refer to maps of another list, which is not listed again',
      'title: T\nphases:\n  - title: P\n    chapters: [b, a]\nchapters:\n  - {id: a, title: Alpha}\n  - {id: b, title: Beta}\n  - {id: c, title: Gamma}\n',
      [{ P: ['Beta', 'Alpha'] }, 'Gamma'],
    ],
    [
      'bare maps and lists',
      'Основы:\n  - Поды\n  - Сервисы\nСеть:\n  Протоколы: [TCP, DNS]\n  Concepts: [VPN]\n',
      [{ Основы: ['Поды', 'Сервисы'] }, { Сеть: [{ Протоколы: ['TCP', 'DNS'] }, { Concepts: ['VPN'] }] }],
    ],
    [
      'one-key maps in lists as parents',
      'Операторы:\n  - Сравнения:\n      - равно\n      - больше\n  - Длина\nЕщё: [x]\n',
      [{ Операторы: [{ Сравнения: ['равно', 'больше'] }, 'Длина'] }, { Ещё: ['x'] }],
    ],
    [
      'running text under a key as one topic',
      'Skills:\n  - Auth: |\n      OAuth\n      JWT\n  - Cache\nMore: [x]\n',
      [{ Skills: ['Auth', 'Cache'] }, { More: ['x'] }],
    ],
    [
      'a text after a key as its topic',
      'Week 1: First steps\nWeek 2: Pods\n',
      [{ 'Week 1': ['First steps'] }, { 'Week 2': ['Pods'] }],
    ],
    ['a bare list', '- Pods\n- Services\n', ['Pods', 'Services']],
    [
      'levels that hold something as sections',
      'levels:\n  - name: Basic\n    topics: [a]\n  - name: Deep\n    topics: [b]\n',
      [{ Basic: ['a'] }, { Deep: ['b'] }],
    ],
    [
      'states by many names',
      'milestones:\n  - title: M\n    deliverables:\n      - {title: a, state: DONE}\n      - {title: b, completed: yes}\n      - {title: c, status: in progress}\n      - {title: d, state: TODO}\n      - {title: e, done: 2026-11-20}\n      - {title: f, status: skipped}\n',
      [{ M: ['done a', 'done b', 'doing c', 'd', 'done e', 'skipped f'] }],
    ],
    [
      'the state of a parent for the topics that have none',
      'modules:\n  - title: M\n    done: true\n    lessons:\n      - a\n      - {title: b, status: todo}\n  - N\n',
      [{ M: ['done a', 'b'] }, 'N'],
    ],
    [
      'keys of a map of modules as titles',
      'modules:\n  Alpha:\n    lessons: [a, b]\n  Beta: [c]\n',
      [{ Alpha: ['a', 'b'] }, { Beta: ['c'] }],
    ],
    [
      'a merge key and an anchor',
      'modules:\n  - &m {title: A, lessons: [x]}\n  - {<<: *m, title: B}\n',
      [{ A: ['x'] }, { B: ['x'] }],
    ],
  ])('reads %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });

  it.each([
    [
      'number',
      'number: 1, title: Ткани',
      'number: 1.1, title: Лён',
      'number: 1.2, title: Шёлк',
      'number: 2, title: Швы',
    ],
    ['code', 'title: Ткани, code: 1', 'title: Лён, code: 1.1', 'title: Шёлк, code: 1.2', 'title: Швы, code: 2'],
    ['id', 'id: 1, name: Ткани', 'id: 1.1, name: Лён', 'id: 1.2, name: Шёлк', 'id: 2, name: Швы'],
  ])('nests entries of a flat list by the dotted number in their %s (FORMATS Y6)', (key, ...entries) => {
    const list = entries.map((entry) => `- {${entry}}\n`).join('');
    const expected = [{ Ткани: ['Лён', 'Шёлк'] }, 'Швы'];
    expect(outline(read(list).children)).toEqual(expected);
    expect(outline(read(`title: Шитьё\nlessons:\n${list}`).children)).toEqual(expected);
    // In our own form an id is an identity, and says nothing of a place.
    const flat = ['Ткани', 'Лён', 'Шёлк', 'Швы'];
    const ours = `topics:\n${list.replaceAll('name', 'title')}`;
    expect(outline(read(ours).children)).toEqual(key === 'id' ? flat : expected);
  });

  it.each([
    ['numbers without a parent in the list', ['1.1', '1.2', '2.1']],
    ['numbers that repeat', ['1', '1.1', '1.1', '1.2']],
    ['versions of which one has a point', ['1', '1.1', '2']],
    ['words among them', ['1', '1.1', '1.2', 'x']],
  ])('leaves a flat list flat with %s', (_, numbers) => {
    const list = numbers.map((number, at) => `- {number: ${number}, title: t${at}}\n`).join('');
    expect(outline(read(list).children)).toHaveLength(numbers.length);
  });

  it('takes the one key that holds everything for the title', () => {
    expect(read('Data work:\n  SQL: [joins]\n  Kafka: [topics]\n')).toMatchObject({ title: 'Data work' });
  });

  it('names a roadmap without title by the fallback', () => {
    expect(read('A: [x]\nB: [y]\n').title).toBe('plan');
  });

  it('reads levels that hold nothing as their order', () => {
    const draft = read('levels: [новичок, мастер]\nmodules:\n  - title: M\n    difficulty: мастер\n    lessons: [a]\n');
    expect(draft.levels.map(({ id }) => id)).toEqual(['новичок', 'мастер']);
    expect(draft.children).toMatchObject([{ level: 'мастер', levelSource: 'explicit' }]);
  });

  it('understands the usual words for levels and leaves out others', () => {
    const draft = read('courses:\n  - {title: a, difficulty: Beginner}\n  - {title: b, level: 3}\n');
    expect(draft.children).toMatchObject([
      { level: 'junior', levelSource: 'explicit' },
      { level: null, levelSource: null },
    ]);
    expect(draft.diagnostics).toEqual([]);
  });

  it.each([
    ['url: https://a.example', ['https://a.example']],
    ['resources: [https://a.example, https://b.example]', ['https://a.example', 'https://b.example']],
    ['references: [{title: A, url: https://a.example}]', ['https://a.example']],
    ['sources: [some book]', []],
  ])('reads the links of `%s`', (line, links) => {
    expect(read(`lessons:\n  - title: a\n    ${line}\n`).children).toMatchObject([{ links }]);
  });

  it('drops foreign ids that count within one list only and keeps the others', () => {
    const draft = read(
      'modules:\n  - {id: m1, title: A, lessons: [{id: 1, title: x}]}\n  - {id: m2, title: B, lessons: [{id: 1, title: y}]}\n',
    );
    expect(draft.children).toMatchObject([
      { id: 'm1', children: [{ id: '', idWritten: false }] },
      { id: 'm2', children: [{ id: '' }] },
    ]);
  });

  it('reads lessons that carry numbers of their own', () => {
    expect(outline(read('lessons:\n  - {title: a, xp: 50}\n  - {title: b, xp: 70}\n').children)).toEqual(['a', 'b']);
  });

  it('leaves out the odd values of a foreign file instead of refusing it', () => {
    const draft = read('lessons:\n  - {title: a, hours: two weeks, tags: {x: y}, legacy: old, anything: 1}\n');
    expect(draft.children).toMatchObject([{ title: 'a', hours: null, tags: [], legacy: null }]);
    expect(draft.diagnostics).toEqual([]);
  });
});

/** Two modules of a pottery course, three lessons; the first is done. */
const pottery = (keys: string): string => {
  const [title, modules, module, lessons, lesson, done, yes = 'true', no = 'false'] = keys.split('|');
  return (
    `${title}: Kurs\n${modules}:\n  - ${module}: A\n    ${lessons}:\n      - {${lesson}: x, ${done}: ${yes}}\n` +
    `      - {${lesson}: y, ${done}: ${no}}\n  - ${module}: B\n    ${lessons}:\n      - {${lesson}: z, ${done}: ${no}}\n`
  );
};

describe('keys of other languages and of programs (FORMATS Y1)', () => {
  it.each([
    ['es', 'título|módulos|nombre|lecciones|título|completado'],
    ['es, without accents', 'titulo|secciones|nombre|temas|nombre|estado|hecho|pendiente'],
    ['es, compound', 'título_curso|unidades|nombre_unidad|lecciones|títuloLección|está_completado|sí|no'],
    ['pt', 'título|seções|nome|aulas|nomeAula|concluída'],
    ['fr', 'titre|étapes|nom|leçons|titreDeLaLeçon|terminé|oui|non'],
    ['de', 'Titel|Abschnitte|Titel|Lektionen|Titel|erledigt|ja|nein'],
    ['it', 'titolo|moduli|nome|lezioni|titolo|completato'],
    ['pl', 'tytuł|moduły|nazwa|lekcje|nazwa|ukończone|tak|nie'],
    ['cs', 'název|kapitoly|název|lekce|název|hotovo'],
    ['nl', 'titel|hoofdstukken|naam|lessen|titel|voltooid'],
    ['tr', 'başlık|bölümler|başlık|dersler|başlık|tamamlandı|evet|hayır'],
    ['ru', 'Название|Разделы|Название|Уроки|Название урока|Пройдено|да|нет'],
    ['uk', 'назва|розділи|назва|уроки|назва|виконано|так|ні'],
    ['zh', '标题|章节|名称|课程|名称|已完成|是|否'],
    ['ja', 'タイトル|セクション|名前|レッスン|タイトル|完了|はい|いいえ'],
    ['ko', '제목|단원|제목|강의|이름|완료'],
    ['id', 'judul|bagian|nama|pelajaran|judul|selesai|sudah|belum'],
    ['vi', 'tiêu_đề|chương|tên|bài_học|tên|hoàn_thành'],
    ['en, of a program', 'courseTitle|courseModules|moduleName|moduleLessons|lessonName|isCompleted'],
    ['en, in snake case', 'course_name|modules|module_title|lessons|topic_name|lesson_status|completed|not started'],
    ['en, in Pascal case', 'Title|Modules|Title|Lessons|Name|Completed'],
    ['en, of parts of parts', 'title|submodules|title|sublessons|title|done'],
    ['en, as columns', 'Course name|Modules|Module name|Lessons|Topic name|Lesson status|done|todo'],
  ])('reads those of %s', (_, keys) => {
    const { title, children } = read(pottery(keys));
    expect([title, outline(children)]).toEqual(['Kurs', [{ A: ['done x', 'y'] }, { B: ['z'] }]]);
  });

  it.each<[string, string, Outline[]]>([
    ['a share of a hundred', 'progress: 100', ['done x']],
    ['a share in percent', 'lessonProgress: 40%', ['doing x']],
    ['a share that may be the whole', 'progress: 1', ['x']],
    ['the day it was done', 'completedAt: "2026-01-18T10:00:00Z"', ['done x']],
    ['no day', 'completed_at: null', ['x']],
    ['a day with its word behind', 'fecha_completado: 2026-01-18', ['done x']],
    ['the day of a state', 'status_date: 2026-01-18', ['x']],
    ['a number of what is done', 'completedLessons: 3', ['x']],
    ['a state that is none', 'state: Bavaria', ['x']],
  ])('takes a state from %s', (_, field, expected) => {
    expect(outline(read(`lessons:\n  - {name: x, ${field}}\n`).children)).toEqual(expected);
  });

  it('reads nothing as topics that is read, met or asked, or that says when and where', () => {
    const lesson =
      '{nombre: x, recursosPrincipales: [{nombre: R}], preguntas: [{título: P}], docentes: [{nombre: D}], clases: [048, 054], días: [lunes, martes]}';
    expect(outline(read(`lecciones:\n  - ${lesson}\n`).children)).toEqual(['x']);
  });

  it('leaves titles as they are, where keys are titles', () => {
    const yaml = 'Lernen:\n  Kapitel: [a]\n  Projekte: [b]\nÜben:\n  - core-concepts: [c, d]\n  - Fragen: [e]\n';
    expect(outline(read(yaml).children)).toEqual([
      { Lernen: [{ Kapitel: ['a'] }, { Projekte: ['b'] }] },
      { Üben: [{ 'core-concepts': ['c', 'd'] }, { Fragen: ['e'] }] },
    ]);
  });

  it('takes a list under our own key for one of another make, where its entries have such names or states', () => {
    expect(outline(read('topics:\n  - {topicName: x, isCompleted: true}\n  - {topicName: y}\n').children)).toEqual([
      'done x',
      'y',
    ]);
  });

  it('names what is mistyped in our own form, and does not take it for such a key', () => {
    const { diagnostics } = read(
      'topics:\n  - {title: x, stauts: done}\n  - {title: y}\n  - {title: z, isDone: true}\n',
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-key', 'unknown-key']);
  });

  it.each([
    [
      'wordings of a page',
      'lesson:\n  lessonTitle: Lesson\n  lessonStatus: Completed\ncourse:\n  courseTitle: Course\n',
    ],
    ['queues', 'queues:\n  - {topicName: orders, partitions: 3}\n  - {topicName: mails, partitions: 1}\n'],
    ['a Spanish shop', 'tienda: Sol\nproductos:\n  - {nombre: Silla, precio: 10}\n  - {nombre: Mesa, precio: 30}\n'],
    ['German settings', 'server:\n  titel: App\n  status: aktiv\n  port: 80\n'],
  ])('refuses %s (FORMATS Y3)', (_, yaml) => {
    expect(refusal(yaml)).toBe('not-a-roadmap');
  });
});

describe('titles and topics under keys that are in no table (FORMATS Y6)', () => {
  const bends = '{pattern: Bends, problems: [{title: Sheet bend, link: "https://a.example", difficulty: easy}]}';
  const hitches = '{pattern: Hitches, problems: [{title: Clove hitch, link: "https://a.example", difficulty: hard}]}';

  it.each<[string, string, Outline[]]>([
    [
      'the first text of entries without a title',
      `patterns:\n  - ${bends}\n  - ${hitches}\n`,
      [{ Bends: ['Sheet bend'] }, { Hitches: ['Clove hitch'] }],
    ],
    [
      'an id as the first text, beside goals',
      'modules:\n  - {module_id: m1, goals: [Tie], points: [{id: a, title: Bends, prerequisites: []}]}\n',
      [{ m1: ['Bends'] }],
    ],
    [
      'no title from what kind an entry is of',
      'weeks:\n  - {week: 1, sessions: [{type: talk, topics: [{title: Bends}]}, {type: lab, topics: [{title: Reef}]}]}\n',
      [{ 'Week 1': ['Bends', 'Reef'] }],
    ],
    [
      'texts that are all there is beside a title',
      '- {title: Bends, docs: [sheet, carrick]}\n- {title: Hitches, docs: [clove]}\n',
      [{ Bends: ['sheet', 'carrick'] }, { Hitches: ['clove'] }],
    ],
    [
      'no topics from what there is to reach or to read',
      'lessons:\n  - {title: Bends, learning_goals: [tie]}\n  - {title: Hitches, readings: [book]}\n',
      ['Bends', 'Hitches'],
    ],
    [
      'texts that are counted',
      '"1": {name: Bends, mod1: Sheet, mod2: Carrick, mod3: Zeppelin, link: "./b.html"}\n"2": {name: Hitches, mod1: Clove, mod2: Cow, mod3: Half, link: "./h.html"}\n',
      [{ Bends: ['Sheet', 'Carrick', 'Zeppelin'] }, { Hitches: ['Clove', 'Cow', 'Half'] }],
    ],
    [
      'a sequence of skills',
      'paths:\n  - {name: Bosun, goal: Sail, skill_sequence: [bends, hitches]}\n  - {name: Mate, goal: Steer, skill_sequence: [helm]}\n',
      [{ Bosun: ['bends', 'hitches'] }, { Mate: ['helm'] }],
    ],
    [
      'the only title of an entry, of whatever it is',
      'weeks:\n  - {title: Bends, days: [{n: 1, focusTitle: Sheet, focusSub: of two ropes}, {n: 2, focusTitle: Carrick}]}\n',
      [{ Bends: ['Sheet', 'Carrick'] }],
    ],
    [
      'what the module of a file is',
      'module: {number: 1, title: Knots}\nunits:\n  - {number: 1, title: Bends}\n',
      ['Bends'],
    ],
    [
      'technologies beside tasks as what these are done with',
      'weeks:\n  - {title: Bends, tasks: [tie, untie], technologies: [rope]}\n',
      [{ Bends: ['tie', 'untie'] }],
    ],
    [
      'rules and assignments beside a plan as no part of it',
      'months:\n  - {title: Bends, weeks: [{title: Sheet, tasks: [tie, untie]}]}\nropeRules:\n  - {title: Never jerk}\nassignments:\n  - {title: Essay, weight: 30%}\n',
      [{ Bends: [{ Sheet: ['tie', 'untie'] }] }],
    ],
  ])('reads %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });

  it.each([
    ['hooks of a repository', 'repos:\n  - {repo: "https://a.example", rev: v1, hooks: [{id: ruff}, {id: black}]}\n'],
    ['a pod', 'spec:\n  containers:\n    - {image: mysql, env: [{name: USER, value: a}, {name: PORT, value: b}]}\n'],
    ['a playbook', '- hosts: all\n  tasks:\n    - {name: install packages}\n    - {name: copy keys}\n'],
    [
      'counted values that are no topics',
      'a: {name: Silla, option1: Red, option2: Blue, option3: Green, price: 10}\nb: {name: Mesa, option1: Red, option2: Blue, option3: Green, price: 30}\n',
    ],
  ])('refuses %s (FORMATS Y3)', (_, yaml) => {
    expect(refusal(yaml)).toBe('not-a-roadmap');
  });
});

describe('entries that each name their section (FORMATS Y6)', () => {
  it.each<[string, string, Outline[]]>([
    [
      'a name',
      '- {title: a, section: Clay}\n- {title: b, section: Clay}\n- {title: c, section: Fire}\n- {title: d, section: Fire, done: true}\n',
      [{ Clay: ['a', 'b'] }, { Fire: ['c', 'done d'] }],
    ],
    [
      'a number of its unit, below a key',
      'lessons:\n  - {week: 1, day: 1, title: a}\n  - {week: 1, day: 2, title: b}\n  - {week: 2, day: 1, title: c}\n  - {week: 2, day: 2, title: d}\n',
      [{ 'Week 1': ['a', 'b'] }, { 'Week 2': ['c', 'd'] }],
    ],
    [
      'a name that comes back',
      '- {title: a, area: Clay}\n- {title: b, area: Fire}\n- {title: c, area: Clay}\n- {title: d, area: Fire}\n',
      ['a', 'b', 'c', 'd'],
    ],
    ['a name of its own', '- {title: a, section: Clay}\n- {title: b, section: Fire}\n', ['a', 'b']],
    [
      'a day of the calendar',
      '- {title: a, day: 2026-01-02}\n- {title: b, day: 2026-01-02}\n- {title: c, day: 2026-01-03}\n- {title: d, day: 2026-01-03}\n',
      ['a', 'b', 'c', 'd'],
    ],
  ])('reads those with %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });
});

describe('names of sections beside the entries that name them by a key (FORMATS Y6)', () => {
  const entries = ['a', 'a', 'b', 'b'].map((key, at) => `  - {title: T${at}, section: ${key}}\n`);
  const topics = `topics:\n${entries.join('')}`;

  const pottery = (names: string) =>
    outline(read(`courses:\n  - title: Pottery\n${`names: ${names}\n${topics}`.replace(/^(?=.)/gm, '    ')}`).children);

  it('are what these sections are called, at any depth', () => {
    expect(pottery('{a: Clay, b: Fire}')).toEqual([{ Pottery: [{ Clay: ['T0', 'T1'] }, { Fire: ['T2', 'T3'] }] }]);
  });

  it('are none where an entry names another key', () => {
    expect(pottery('{a: Clay, c: Fire}')).toEqual([{ Pottery: ['T0', 'T1', 'T2', 'T3'] }]);
  });
});

describe('lists that are empty where others of their key are not (FORMATS Y6)', () => {
  it('are nothing, and nor is what holds nothing else', () => {
    const yaml =
      'tracks:\n  one:\n    label: One\n    levels:\n      a: {maths: [Sums, Fractions]}\n      b: {maths: []}\n' +
      '  two:\n    label: Two\n    levels:\n      c: {maths: []}\n';
    expect(outline(read(yaml).children)).toEqual([{ One: [{ a: [{ maths: ['Sums', 'Fractions'] }] }] }]);
  });

  it('leave an entry that says something of itself', () => {
    const yaml = 'plan:\n  - {title: Clay, parts: [Dig, Wedge]}\n  - {title: Fire, parts: []}\n';
    expect(outline(read(yaml).children)).toEqual([{ Clay: ['Dig', 'Wedge'] }, 'Fire']);
  });
});

it('what is still to come is not studied yet (FORMATS Y6)', () => {
  const yaml = 'coming:\n  - {id: c, title: Fire}\ncourses:\n  - {id: a, title: Clay, topics: [Dig, Wedge]}\n';
  expect(outline(read(yaml).children)).toEqual([{ Clay: ['Dig', 'Wedge'] }]);
});

it('the weeks of an entry are when it is, and nothing to study (FORMATS Y6)', () => {
  const yaml = 'phases:\n  - {title: Clay, weeks: [1, 4], topics: [{title: Dig}, {title: Wedge}]}\n';
  expect(outline(read(yaml).children)).toEqual([{ Clay: ['Dig', 'Wedge'] }]);
});

it('a lecture is called by its topic (FORMATS Y1)', () => {
  const yaml =
    '- unit: Clay\n  sessions:\n    - {date: M 02/04, lecture-topic: Dig, type: talk}\n    - {date: W 02/06, lecture-topic: Wedge, type: talk}\n';
  expect(outline(read(yaml).children)).toEqual([{ Clay: ['Dig', 'Wedge'] }]);
});

describe('words that are practised, each under itself (FORMATS Y6)', () => {
  const words =
    'verbs:\n  nouer: {last_practiced: 2026-01-02, notes: to tie}\n  hisser: {last_practiced: 2026-01-03, notes: to hoist}\n';

  it('are topics in sections of the keys over them', () => {
    const log = 'sessions_held:\n  - {date: 2026-01-02, focus: Verbs}\n';
    const rules = 'grammar:\n  Accents: {last_practiced: 2026-01-02, notes: three of them}\n';
    expect(outline(read(words + rules + log).children)).toEqual([
      { verbs: ['nouer', 'hisser'] },
      { grammar: ['Accents'] },
    ]);
  });

  it('are so only where the day says it', () => {
    expect(refusal(words.replaceAll('last_practiced', 'last_deployed'))).toBe('not-a-roadmap');
  });
});

describe('YAML that is no roadmap (FORMATS Y3)', () => {
  it.each([
    [
      'a CV',
      'persona:\n  nombre: Ana\n  ciudad: Elche\ntrabajos:\n  - puesto: Analista\n    empresa: X\nsaber: [Java]\n',
    ],
    ['an English CV with courses', 'name: Ann\nemail: a@b.example\nexperience: [x]\ncourses: [{title: Go}]\n'],
    ["a game's items", 'items:\n  - {name: Sword, damage: 10, price: 5}\n  - {name: Bow, damage: 7, price: 9}\n'],
    ["a game's numbers", 'player:\n  hp: 100\n  mp: 30\nenemies:\n  - {kind: orc, hp: 10}\n'],
    ["a game's stages", 'levels:\n  - {name: Cave, width: 20, height: 9}\n'],
    ["a game's stages with numbers", 'stages:\n  - {name: Cave, monsters: 12}\n  - {name: Tower, monsters: 30}\n'],
    ['a cluster object', 'apiVersion: v1\nkind: List\nitems:\n  - {metadata: {name: x}}\n'],
    ['a pipeline', 'name: CI\non: [push]\njobs:\n  test:\n    steps: [{run: make}]\n'],
    ['settings', 'server:\n  port: 8080\n  host: localhost\nlog: debug\n'],
    ['one text', 'just words'],
    ['a number', '42'],
    ['nothing', ''],
    ['comments alone', '# later\n'],
    ['a title alone', 'title: Plan\n'],
    ['empty lists', 'modules: []\n'],
  ])('refuses %s', (_, yaml) => {
    expect(refusal(yaml)).toBe('not-a-roadmap');
  });
});

describe('lists under keys of their own (FORMATS Y1)', () => {
  it.each<[string, string, Outline[]]>([
    [
      'a second list of sections at the root',
      'courses:\n  - title: A\n    topics: [a]\ncross_cutting:\n  - title: B\n    topics: [b]\n',
      [{ A: ['a'] }, { B: ['b'] }],
    ],
    [
      'the same before the known one, in a titled file',
      'title: Plan\nbasics:\n  - name: B\n    lessons: [b]\nmodules:\n  - name: A\n    topics: [a]\n',
      [{ B: ['b'] }, { A: ['a'] }],
    ],
    [
      'a second map of sections at the root',
      'courses:\n  - title: A\n    topics: [a]\nbasics:\n  one:\n    title: B\n    topics: [b]\n',
      [{ A: ['a'] }, { B: ['b'] }],
    ],
    ['titled maps', 'curriculum:\n  - title: Посев\n  - {title: Полив, hours: 2}\n', ['Посев', 'Полив']],
    ['titled maps in a titled file', 'title: Сад\nepisodes:\n  - {title: Посев, date: 2026-05-01}\n', ['Посев']],
    ['names with a study field', 'areas:\n  - {name: Посев, prerequisites: [земля]}\n', ['Посев']],
    [
      'names under a key of study',
      'tracks:\n  - {name: Посев, room: 5}\n  - {name: Полив, room: 6}\n',
      ['Посев', 'Полив'],
    ],
    [
      'a map of titled maps',
      'subjects:\n  one: {title: Посев, level: basic}\n  two: {title: Полив}\n',
      ['Посев', 'Полив'],
    ],
    [
      'a leaf with its own status',
      'phases:\n  - title: Весна\n    items:\n      - title: Посев\n        status: done\n        concepts: [земля, семена]\n      - title: Полив\n        status: todo\n        deliverables: [шланг]\n',
      [{ Весна: ['done Посев', 'Полив'] }],
    ],
    [
      'a status beside topics, which count themselves',
      'phases:\n  - title: Весна\n    status: in progress\n    topics: [посев, полив]\n',
      [{ Весна: ['посев', 'полив'] }],
    ],
    [
      'keys with a colon before them',
      ':title: Сад\n:modules:\n  - :name: Весна\n    :topics: [посев]\n',
      [{ Весна: ['посев'] }],
    ],
  ])('reads %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });

  it('reads the plan that is under one of several keys, where its entries have topics', () => {
    const learner = 'subject: Sailing\nlearner:\n  goals: [cross the bay]\n';
    const plan = 'plan:\n  weeks:\n    - {week: 1, title: Hull, topics: [Planks, Keel]}\n';
    expect(outline(read(learner + plan).children)).toEqual([{ Hull: ['Planks', 'Keel'] }]);
  });

  it.each([
    ['pages', 'site: Shop\ntheme:\n  parts:\n    - {title: Header, width: 3}\n    - {title: Footer, width: 3}\n'],
    ['years of work', 'person: {name: Ann}\nwork:\n  milestones:\n    - {title: Joined, date: 2020-01-01}\n'],
  ])('refuses %s under one of several keys (FORMATS Y3)', (_, yaml) => {
    expect(() => read(yaml)).toThrow();
  });

  it('reads two lists of topics as sections called by their keys, and one as the roadmap', () => {
    const ropes = 'ropes:\n  - {title: Hemp, hours: 2}\n  - {title: Nylon, hours: 1}\n';
    const sails = 'sails:\n  - {title: Jib, hours: 3}\n  - {title: Main, hours: 3}\n';
    expect(outline(read(ropes + sails).children)).toEqual([{ ropes: ['Hemp', 'Nylon'] }, { sails: ['Jib', 'Main'] }]);
    expect(outline(read(ropes).children)).toEqual(['Hemp', 'Nylon']);
  });

  it.each<[string, string, Outline[]]>([
    [
      'facts beside a list that says itself what it is',
      'album: Садовые беседы\nvoice: Анна\nepisodes:\n  - {number: 1, title: Почва}\n  - {number: 2, title: Вода}\n',
      ['Почва', 'Вода'],
    ],
    [
      'sections below sections under a known word',
      'version: 1\ncurriculum:\n- title: Основы\n  subjects:\n  - title: Земля\n    topics: [{title: Глина}, {title: Песок}]\n',
      [{ Основы: [{ Земля: ['Глина', 'Песок'] }] }],
    ],
    [
      'children under a key of the author’s own, found by what is learnt',
      'areas:\n  - name: Равнина\n    dungeons:\n      - {name: Первый, learning_goals: [a]}\n      - {name: Второй, learning_goals: [b]}\n',
      [{ Равнина: ['Первый', 'Второй'] }],
    ],
  ])('reads %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });

  it.each<[string, string, Outline[]]>([
    [
      'titled maps beside lists that have a known key, under any key',
      'modules:\n  - title: Лодка\n    woods: [{id: oak, title: Дуб}, {id: elm, title: Вяз}]\n    lessons: [Нос]\n  - {title: Море, lessons: [Прилив]}\n',
      [{ Лодка: ['Дуб', 'Вяз', 'Нос'] }, { Море: ['Прилив'] }],
    ],
    [
      'what is read, asked or met as no entries',
      'modules:\n  - title: Лодка\n    lessons: [Нос]\n    questions: [{id: q1, title: Что это}]\n    docs: [{title: Книга, url: https://a.example}, {title: Карта, url: https://b.example}]\n    team: [{name: Аня}, {name: Боря}]\n',
      [{ Лодка: ['Нос'] }],
    ],
    [
      'a number beside a title',
      'meetings:\n  - {meeting: 1, title: Нос, room: 5}\n  - {meeting: 2, title: Корма, room: 7}\n',
      ['Нос', 'Корма'],
    ],
    ['`topic` for a title', '- {session: 1, topic: Нос}\n- {session: 2, topic: Корма}\n', ['Нос', 'Корма']],
    [
      'a title before a topic',
      'lessons: [{topic: Лодки, title: Нос}, {topic: Лодки, name: Корма}]\n',
      ['Нос', 'Корма'],
    ],
    [
      'weeks by their numbers, lectures by their names',
      'weeks:\n  - week: 1\n    talks: [{date: 2026-01-05, lecture: Нос}, {date: 2026-01-07, lecture: Корма}]\n  - {week: 2, talks: []}\n',
      [{ 'Week 1': ['Нос', 'Корма'] }, 'Week 2'],
    ],
    [
      'names with the unit before them',
      'units: [{unit_title: Нос, minutes: 5}, {unitName: Корма}]\n',
      ['Нос', 'Корма'],
    ],
    [
      'texts where there is no name',
      'stages: [{purpose: Нос, minutes: 5}, {purpose: Корма, minutes: 9}]\n',
      ['Нос', 'Корма'],
    ],
    [
      'what has no name as what is below it',
      'phases:\n  - {weight: 3, topics: [Нос]}\n  - {title: Корма, topics: [Руль]}\n',
      ['Нос', { Корма: ['Руль'] }],
    ],
    [
      'places that were left free as nothing',
      '- {topic: Нос, day: 1}\n- {topic: "", day: 2}\n- {day_of_week: 3, isFree: yes}\n',
      ['Нос'],
    ],
    [
      'an order of one-key maps with numbers as nothing',
      'Порядок:\n  - Нос: -1\n  - Корма: -2\nНос:\n  Доски: [Дуб, Вяз]\nКорма:\n  Руль: [Перо]\n',
      [{ Нос: [{ Доски: ['Дуб', 'Вяз'] }] }, { Корма: [{ Руль: ['Перо'] }] }],
    ],
    [
      'entries below those that they name',
      'boats: [{id: sloop, title: Шлюп}, {id: brig, title: Бриг}]\ntopics:\n  - {title: Стаксель, boat: sloop}\n  - {title: Грот, boat: brig}\n  - {title: Фок, boat: sloop}\n',
      [{ Шлюп: ['Стаксель', 'Фок'] }, { Бриг: ['Грот'] }],
    ],
    [
      'lists of the numbers of the weeks that they hold',
      'phases: [{title: Нос, weeks: [1, 2]}, {title: Корма, weeks: [3]}]\n' +
        'weeks: [{week: 1, title: Доски}, {week: 2, title: Киль}, {week: 3, title: Руль}]\n',
      [{ Нос: ['Доски', 'Киль'] }, { Корма: ['Руль'] }],
    ],
    [
      'entries below those whose first and last number is around theirs',
      'legs: [{name: Нос, from: 1, to: 2}, {name: Корма, from: 3, to: 3}]\ndays:\n  - {day: 1, title: Доски}\n  - {day: 3, title: Руль}\n  - {day: 2, title: Киль}\n',
      [{ Нос: ['Доски', 'Киль'] }, { Корма: ['Руль'] }],
    ],
    [
      'the same where one text has both numbers',
      'phases: [{title: Нос, weeks: 1–2}, {title: Корма, weeks: Week 3}]\nlessons:\n  - {id: 7, title: Доски, week: 1}\n  - {id: 8, title: Киль, week: 2}\n  - {id: 9, title: Руль, week: 3}\n',
      [{ Нос: ['Доски', 'Киль'] }, { Корма: ['Руль'] }],
    ],
    [
      'numbers that leave a gap or lie outside as facts',
      'legs: [{name: Нос, from: 1, to: 2}, {name: Корма, from: 4, to: 5}]\ndays: [{day: 1, title: Доски}, {day: 4, title: Руль}]\n',
      ['Нос', 'Корма', 'Доски', 'Руль'],
    ],
    [
      'selections of entries that name some of them twice as nothing of their own',
      'modules: [{id: a, title: Доски}, {id: b, title: Киль}, {id: c, title: Руль}]\nroutes:\n  short: {title: Коротко, modules: [a, b]}\n  long: {title: Долго, modules: [a, c]}\n',
      ['Доски', 'Киль', 'Руль'],
    ],
    [
      'lists that name each entry once as its sections',
      'modules: [{id: a, title: Доски}, {id: b, title: Киль}, {id: c, title: Руль}]\nphases: [{title: Коротко, modules: [a, b]}, {title: Долго, modules: [c]}]\n',
      [{ Коротко: ['Доски', 'Киль'] }, { Долго: ['Руль'] }],
    ],
    [
      'names of lessons under a key of several plans, with the people behind them',
      'curricula:\n  - {lessonname: Нос, repo: "https://a.example", maintainers: [{name: Аня}, {name: Боря}]}\n  - {lessonname: Корма, maintainers: [{name: Аня}, {name: Вера}]}\n',
      ['Нос', 'Корма'],
    ],
    [
      'facts of a file beside its entries as nothing',
      'meta: {version: 2, owner: Аня}\ngoals: [ходить, чинить]\nevenings: [{title: Нос}, {title: Корма}]\n',
      ['Нос', 'Корма'],
    ],
    [
      'a file of another make that has our keys',
      'sections:\n  - {title: Нос, aims: [{id: a1, text: Гнуть доску}, {id: a2, text: Пилить}]}\n',
      [{ Нос: ['Гнуть доску', 'Пилить'] }],
    ],
    [
      'fields below a key that they describe',
      'topics:\n  Нос: {completed: true, status: done}\n  Корма: {completed: false}\n',
      ['done Нос', 'Корма'],
    ],
    [
      'titles over maps that share a field of their own as a file of another make',
      'topics:\n  Нос:\n    completed: []\n    due: May\n    subtopics:\n      Доски: {completed: true, due: May}\n      Гвозди: {completed: [], due: ""}\n      Смола: {due: June}\n  Корма: {completed: true, due: June}\n',
      [{ Нос: ['done Доски', 'Гвозди', 'Смола'] }, 'done Корма'],
    ],
    [
      'such titles below a list of ours',
      'sections:\n  - title: Нос\n    topics:\n      Доски: {done: [], owner: Аня}\n      Гвозди: {done: true, owner: Боря}\n',
      [{ Нос: ['Доски', 'done Гвозди'] }],
    ],
    [
      'numbers over named maps that hold numbers over texts as the places of both',
      'Units:\n  1: {Name: Нос, Skills: {1.1: Гнуть доску, 1.2: Пилить, Задание: Сделать руль}}\n  2: {Name: Корма, Links: {1: Книга}, Skills: {Задание: Плыть}}\n',
      [{ Нос: ['Гнуть доску', 'Пилить', 'Задание: Сделать руль'] }, { Корма: ['Задание: Плыть'] }],
    ],
    [
      'the same at any depth, and with other keys than numbers',
      'course:\n  Modules:\n    m1: {name: Нос, parts: {p1: {name: Доски, aims: {1: Гнуть, 2: Пилить}}}}\n    m2: {name: Киль, aims: {1: Тесать}}\n    m3: {name: Море}\n',
      [{ Нос: [{ Доски: ['Гнуть', 'Пилить'] }] }, { Киль: ['Тесать'] }, 'Море'],
    ],
    [
      'keys and states of other languages',
      'módulos:\n  - título: Proa\n    lecciones: [{nombre: Quilla, status: hecho}, {nombre: Roda, status: en curso}]\n',
      [{ Proa: ['done Quilla', 'doing Roda'] }],
    ],
  ])('reads %s (FORMATS Y6)', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });

  it('takes the name of a plan of numbered maps, in any case', () => {
    expect(read('Course:\n  Title: Лодка\n  Units:\n    1: {Name: Нос, Skills: {1.1: Гнуть}}\n').title).toBe('Лодка');
  });

  it.each([
    [
      'no field that they share',
      'topics:\n  Нос: {done: true, owner: Аня}\n  Корма: {done: true}\n  Киль: {done: true}\n',
      'owner',
    ],
    ['a mistyped field', 'topics:\n  Нос: {done: true, huors: 3}\n  Корма: {done: true, huors: 3}\n', 'huors'],
  ])('keeps titles over maps with %s in our own form', (_, yaml, key) => {
    expect(read(yaml).diagnostics[0]).toMatchObject({ code: 'unknown-key', line: 2, args: { key } });
  });

  it('takes an unknown state for to do, and says it once for each word', () => {
    const draft = read(
      'topics:\n  - {title: a, status: ready}\n  - {title: b, status: ready}\n  - {title: c, status: dne}\n',
    );
    expect(outline(draft.children)).toEqual(['a', 'b', 'c']);
    expect(draft.diagnostics).toMatchObject([
      { code: 'unknown-status', line: 2, args: { written: 'ready' } },
      { code: 'unknown-status', line: 4, args: { written: 'dne', nearest: 'done' } },
    ]);
  });

  it.each([
    ['projects: [{title: P}, {title: Q}]\n', 2],
    ['title: T\nprojects: [P]\n', 1],
  ])('reads projects alone as a roadmap of projects: %j', (yaml, count) => {
    const draft = read(yaml);
    expect([draft.children.length, draft.projects.length]).toEqual([0, count]);
  });

  it.each([
    ['Learn #hashtags', 'comment', 9],
    ['Learn # and so on', 'comment', 9],
    ['&co Partners', 'sign', 3],
    ['!important Partners', 'sign', 3],
    ['gRPC: the basics', 'colon', 3],
    ['"quoted: #fine"', null, 0],
    ['C#', null, 0],
    ['https://a.example/#top', null, 0],
  ])('names the title that YAML cuts short: %s', (title, by, column) => {
    const found = read(`title: T\nsections:\n- title: One\n  topics:\n  - Other\n  - ${title}\n`).diagnostics;
    const cut = found.filter(({ code }) => code === 'cut-title');
    expect(cut.map(({ args, line }) => [line, (args as { by: string }).by])).toEqual(by === null ? [] : [[6, by]]);
    if (by !== null && by !== 'sign') expect(cut[0]?.column).toBe(by === 'colon' ? 5 : column + 2);
  });

  it.each([
    ['an anchor that is used', 'topics:\n  - &a One\n  - Two\nprerequisites: [*a]\n'],
    ['a comment behind a list of tags', 'topics:\n  - title: One\n    tags: [a] # words\n'],
  ])('says nothing of %s', (_, yaml) => {
    expect(read(yaml).diagnostics.filter(({ code }) => code === 'cut-title')).toEqual([]);
  });

  it('keeps the plain concepts of a leaf as its notes', () => {
    const draft = read('modules:\n  - {title: Посев, status: done, concepts: [земля, семена]}\n');
    expect(draft.children).toMatchObject([{ title: 'Посев', notes: ['земля', 'семена'] }]);
  });

  it.each([
    ['a CV', 'work:\n  - {title: Engineer, company: X, start: 2020}\nskills: [{name: Go, level: expert}]\n'],
    ['services', 'services:\n  - {name: web, image: nginx}\n'],
    ['titled services', 'apps:\n  - {title: Web, image: nginx, version: 2}\n'],
    ['steps', 'steps:\n  - {name: Build, run: make}\n  - {name: Check, uses: x/y}\n'],
    ['users', 'users:\n  - {name: Ann, email: a@b.example, level: 3}\n'],
    ['monsters', 'monsters:\n  - {name: Orc, hp: 10}\n  - {name: Elf, hp: 8}\n'],
    ['pages by their names', 'home: {title: Home, description: a}\nabout: {title: About, description: b}\n'],
    ['goods by their numbers', '1: {title: Sword, price: 5}\n2: {title: Bow, price: 9}\n'],
    ['names by their numbers', '1: {name: Ann, city: Elche}\n2: {name: Bob, city: Vigo}\n'],
    ['players by their numbers', 'Players:\n  1: {Name: Ann, Scores: {1: win, 2: loss}}\n'],
    ['questions by their numbers', 'Modules:\n  1: {Name: Sea, Questions: {1.1: Why, 1.2: Where, 1.3: When}}\n'],
    ['plugins', 'plugins:\n  - {name: lint, version: 1}\n  - {name: fmt, enabled: true}\n'],
    ['a mistyped danger', ':__proto__:\n  - {title: a}\n'],
  ])('still refuses %s', (_, yaml) => {
    expect(refusal(yaml)).not.toBe('read');
  });
});

describe('titles that have nothing but a state (FORMATS Y1)', () => {
  it.each<[string, string, Outline[]]>([
    [
      'as maps in sections',
      'Сеть:\n  Шлюзы: true\n  Мосты: false\nСад:\n  Посев: false\n  Полив: false\n',
      [{ Сеть: ['done Шлюзы', 'Мосты'] }, { Сад: ['Посев', 'Полив'] }],
    ],
    [
      'as a map of the whole',
      '{Trim the sails: done, Tie a bowline: in progress}',
      ['done Trim the sails', 'doing Tie a bowline'],
    ],
    [
      'below one key',
      '{status: {Net: {Locks: true, Bridges: no}, Garden: {Sow: no, Dig: no}}}',
      [{ Net: ['done Locks', 'Bridges'] }, { Garden: ['Sow', 'Dig'] }],
    ],
    [
      'below a key beside a title',
      '{title: Boats, completed: {Trim the sails: true, Tie a bowline: false}}',
      ['done Trim the sails', 'Tie a bowline'],
    ],
    [
      'as rows',
      'Net: [[Locks, done], [Bridges, open]]\nGarden: [[Sow, open]]\n',
      [{ Net: ['done Locks', 'Bridges'] }, { Garden: ['Sow'] }],
    ],
    [
      'as boxes in texts',
      'Net: ["[x] Locks", "[ ] Bridges"]\nGarden: [✅ Sow, ⬜ Dig]\n',
      [{ Net: ['done Locks', 'Bridges'] }, { Garden: ['done Sow', 'Dig'] }],
    ],
  ])('are read %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });

  it.each([
    ['settings', '{darkMode: true, showGrid: false, autosave: true}'],
    ['settings in groups', '{editor: {wordWrap: true, minimap: false}, window: {zoom: false, frame: true}}'],
  ])('are no %s', (_, yaml) => {
    expect(refusal(yaml)).toBe('not-a-roadmap');
  });
});

describe('lists that are called by a state (FORMATS Y6)', () => {
  it.each<[string, string, Outline[]]>([
    ['keys', '{done: [Locks], todo: [Sow, Dig]}', [{ done: ['done Locks'] }, { todo: ['Sow', 'Dig'] }]],
    [
      'columns',
      'columns:\n  - {title: To do, cards: [{title: Sow}, {title: Dig}]}\n  - {title: Done, cards: [{title: Locks}]}\n',
      [{ 'To do': ['Sow', 'Dig'] }, { Done: ['done Locks'] }],
    ],
    ['one of them', '{Done: [Locks], Boats: [Sails]}', [{ Done: ['Locks'] }, { Boats: ['Sails'] }]],
  ])('give it to their topics: %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });
});

describe('entries of programs', () => {
  it.each<[string, string, Outline[]]>([
    [
      'that name the id of their parent',
      '[{id: 1, title: Net, parentId: null}, {id: 2, title: Locks, parentId: 1}, {id: 3, title: Garden, parentId: null}, {id: 4, title: Sow, parentId: 3}]',
      [{ Net: ['Locks'] }, { Garden: ['Sow'] }],
    ],
    [
      'of courses by name below years and terms',
      '{one: {a: [{id: 1, name: Locks, prerequisite_id: null}], b: [{id: 2, name: Bridges, prerequisite_id: 1}]}, two: {a: [{id: 3, name: Sow, prerequisite_id: 2}]}}',
      [{ one: [{ a: ['Locks'] }, { b: ['Bridges'] }] }, { two: [{ a: ['Sow'] }] }],
    ],
    [
      'of courses below semesters',
      '[{semester: 1, courses: [{code: A, name: Locks}, {code: B, name: Bridges}]}, {semester: 2, courses: [{code: C, name: Sow}]}]',
      [{ 'Semester 1': ['Locks', 'Bridges'] }, { 'Semester 2': ['Sow'] }],
    ],
    [
      'with addresses and children',
      '[{title: Net, url: /net, children: [{title: Locks, url: /locks}, {title: Bridges, url: /bridges}]}, {title: Garden, url: /garden, children: [{title: Sow, url: /sow}]}]',
      [{ Net: ['Locks', 'Bridges'] }, { Garden: ['Sow'] }],
    ],
    [
      'with a title in two languages',
      '{modules: [{title_en: Net, title_de: Netz, lessons: [{title_en: Locks, title_de: Schleusen}]}, {title_en: Garden, title_de: Garten, lessons: [{title_en: Sow, title_de: Aussaat}]}]}',
      [{ Net: ['Locks'] }, { Garden: ['Sow'] }],
    ],
    [
      'with a state, what belongs to it, and exercises',
      '{modules: [{week: 1, theme: Net, milestones: [{label: Locks, status: completed, topics: [gates, water], practice_problems: [Draw one]}]}]}',
      [{ 'Week 1': ['done Locks'] }],
    ],
    [
      'with a part of a whole',
      '[{title: Locks, progress: 5/5}, {title: Sow, progress: 3/5}, {title: Dig, progress: 0/4}]',
      ['done Locks', 'doing Sow', 'Dig'],
    ],
    ['that were solved', '[{title: Locks, solved: true}, {title: Sow, solved: false}]', ['done Locks', 'Sow']],
  ])('are read %s', (_, yaml, expected) => {
    expect(outline(read(yaml).children)).toEqual(expected);
  });
});
