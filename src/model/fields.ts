// PartFields: what an author may say of each part of a roadmap.

// The reader of YAML, its schema and the JSON documents are made from these tables, and editors show the comment of a field
// (src/schemas/field-words.ts reads them from here): a new field is one entry.

/** Of topics alone, and handed on to the topics below; null in the model where nothing is written. A new one needs no more than its line. */
export const extraFields = {
  /** The version of the subject from which this holds, such as "1.28". */
  since: 'word',
  /** The version of the subject that this is about, where it is not that of the roadmap. */
  version: 'word',
  /** How finished the feature is: experimental, alpha, beta or stable. */
  stage: 'stage',
  /** The day or version from which an exam no longer asks for it: it counts only once it is begun. */
  retired: 'word',
} as const satisfies { readonly [field: string]: 'word' | 'stage' | 'hours' };

/** Of topics alone, and handed on to the topics below: what a task line says with a sign, and `fields` in the model as well. */
export const plannedFields = {
  /** The day by which it is to be done, such as 2026-12-24. */
  due: 'day',
  /** The day on which you mean to study it. */
  scheduled: 'day',
  /** The day before which it is not to be begun. */
  start: 'day',
  /** The day on which it was written down. */
  created: 'day',
  /** highest, high, medium, low or lowest. */
  priority: 'priority',
} as const;

/** What sections, topics and projects have in common; `title` is asked for in other words by each. */
const common = {
  /** Ticks follow it, so keep it: a word without spaces, the only one of its kind in the file. */
  id: 'id',
  /** Id of a level, such as junior; what is below has it too, unless it has its own. */
  level: 'word',
  /** Lines that are shown with it and are no topics. */
  notes: 'notes',
} as const;

const ticks = {
  /** The day it was done, such as 2026-11-20, or true. Ticks made later are kept in a progress file. */
  done: 'done',
  /** todo, doing, done or skipped, where the roadmap itself says it. */
  status: 'status',
} as const;

export const parts = {
  roadmap: {
    /** A short name for the roadmap, without spaces. */
    id: 'id',
    /** What is studied. As every text, it may be given once, or once for each language: {en: …, ru: …}. */
    title: 'text',
    /** What the roadmap is for, in a sentence or two. */
    description: 'text',
    /** Version of the subject, such as "1.31". */
    version: 'word',
    /** The levels of skill, the lowest first: ids, or maps with id, title and rubric. */
    levels: 'levels',
    /** What one should know before. */
    prerequisites: 'texts',
    /** Where to read on: links, or maps with title, url and kind. */
    resources: 'resources',
    /** Features of the subject that are not finished, as maps with name and stage: a topic that names one says its stage. */
    maturity: 'features',
    /** Things to build, which prove topics; they are counted apart from them. */
    projects: 'projects',
  },
  section: {
    ...common,
    /** What the section is about; without it the id is shown. */
    title: 'text',
    /** What it is good for, in one sentence. */
    why: 'text',
    /** Share of an exam, in percent. */
    weight: 'percent',
  },
  topic: {
    ...common,
    /** What is to be learnt; without it the id is shown. */
    title: 'text',
    /** What one is able to do afterwards. */
    outcome: 'text',
    /** Hours that it takes, such as 1.5. */
    hours: 'hours',
    /** Ids of the topics that come before it. */
    needs: 'words',
    /** Words to find it by. */
    tags: 'words',
    /** Where to read about it. */
    links: 'links',
    /** That it is on its way out of the subject: state, since which version, and what to use in its place. */
    legacy: 'legacy',
    ...extraFields,
    ...plannedFields,
    /** Ids of topics that were merged into this one: their ticks are its ticks. */
    formerly: 'words',
    /** Topics of other roadmaps that are the same work, as ROADMAP#id, such as istio#virtual-service: done there, it is done here. */
    same: 'counterparts',
    ...ticks,
  },
  project: {
    ...common,
    /** What the project is called; without it the id is shown. */
    title: 'text',
    /** Id of the level that the project belongs to: one project of a level is needed to reach it. */
    level: 'word',
    /** What is built. */
    goal: 'text',
    /** When it counts as done. */
    criterion: 'text',
    /** Hours that it takes, such as 12; they are counted apart from those of topics. */
    hours: 'hours',
    /** Ids of topics or projects that were merged into this one: their ticks are its ticks. */
    formerly: 'words',
    /** Ids of the topics that it proves. */
    proves: 'words',
    /** What it is built with. */
    stack: 'words',
    /** Where to read about it. */
    links: 'links',
    ...ticks,
  },
  level: {
    /** A word such as junior, which sections, topics and projects name. */
    id: 'id',
    /** What the level is called; without it the id is shown. */
    title: 'text',
    /** What one is able to do at this level. */
    rubric: 'text',
    /** So many of its labs have to be passed before it is reached. */
    labs: 'count',
  },
  resource: {
    /** What the link leads to. */
    title: 'text',
    /** The address, such as https://istio.io/latest/docs/. */
    url: 'word',
    /** What it is, such as docs, book or video. */
    kind: 'word',
  },
  feature: {
    /** The name as topics write it. */
    name: 'text',
    /** How finished it is: experimental, alpha, beta or stable. */
    stage: 'stage',
  },
  legacy: {
    /** removed, deprecated, renamed, merged or superseded. */
    state: 'legacy-state',
    /** The version of the subject, such as "1.8". */
    since: 'word',
    /** What takes its place. */
    use: 'text',
  },
} as const;

/** The fields without which a part cannot be read. */
export const required = {
  level: ['id'],
  resource: ['url'],
  feature: ['name', 'stage'],
  legacy: ['state'],
} as const;

export type Part = keyof typeof parts;
export type ExtraField = keyof typeof extraFields;

/** What a value is read as; a list of one may be written as the value alone. The last are parts themselves, or lists of them. */
export type FieldKind = { [P in Part]: (typeof parts)[P][keyof (typeof parts)[P]] }[Part];

export const plannedNames = Object.keys(plannedFields) as (keyof typeof plannedFields)[];
export const extraNames = Object.keys(extraFields) as ExtraField[];
