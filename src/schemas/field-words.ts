// FieldWords: what an editor says of each field of a roadmap in YAML.
import type { parts } from '../formats/yaml/fields.ts';

type Fields = typeof parts;
type Below<Part> = Part extends 'roadmap' | 'section' ? 'sections' | 'topics' : Part extends 'topic' ? 'topics' : never;

const id = 'Ticks follow it, so keep it: a word without spaces, the only one of its kind in the file.';
const ticks = {
  done: 'The day it was done, such as 2026-11-20, or true. Ticks made later are kept in a progress file.',
  status: 'todo, doing, done or skipped, where the roadmap itself says it.',
};
const notes = 'Lines that are shown with it and are no topics.';
const level = 'Id of a level, such as junior; what stands below has it too, unless it has its own.';

/** In words for somebody who writes such a file. */
export const fieldWords: {
  readonly [Part in keyof Fields]: { readonly [Field in keyof Fields[Part] | Below<Part>]: string };
} = {
  roadmap: {
    id: 'A short name for the roadmap, without spaces.',
    title: 'What is studied. As every text, it may be given once, or once for each language: {en: …, ru: …}.',
    description: 'What the roadmap is for, in a sentence or two.',
    version: 'Version of the subject, such as "1.31".',
    levels: 'The levels of skill, the lowest first: ids, or maps with id, title and rubric.',
    prerequisites: 'What one should know before.',
    resources: 'Where to read on: links, or maps with title, url and kind.',
    maturity:
      'Features of the subject that are not finished, as maps with name and stage: a topic that names one says its stage.',
    projects: 'Things to build, which prove topics; they are counted apart from them.',
    sections: 'The parts of the roadmap, in the order of study.',
    topics: 'Topics that stand outside any section.',
  },
  section: {
    id,
    title: 'What the section is about; without it the id is shown.',
    why: 'What it is good for, in one sentence.',
    level,
    weight: 'Share of an exam, in percent.',
    notes,
    sections: 'Sections within this one.',
    topics: 'What is to be learnt: a text is a topic, a map can say more of it.',
  },
  topic: {
    id,
    title: 'What is to be learnt; without it the id is shown.',
    outcome: 'What one is able to do afterwards.',
    level,
    hours: 'Hours that it takes, such as 1.5.',
    needs: 'Ids of the topics that come before it.',
    tags: 'Words to find it by.',
    links: 'Where to read about it.',
    legacy: 'That it is on its way out of the subject: state, since which version, and what to use in its place.',
    since: 'The version of the subject from which this holds, such as "1.28".',
    version: 'The version of the subject that this is about, where it is not that of the roadmap.',
    stage: 'How finished the feature is: experimental, alpha, beta or stable.',
    retired: 'The day or version from which an exam no longer asks for it: it counts only once it is begun.',
    formerly: 'Ids of topics that were merged into this one: their ticks are its ticks.',
    ...ticks,
    notes,
    topics: 'Topics within this one, which then becomes their heading and is no topic itself.',
  },
  project: {
    id,
    title: 'What the project is called; without it the id is shown.',
    level: 'Id of the level that the project belongs to: one project of a level is needed to reach it.',
    goal: 'What is built.',
    criterion: 'When it counts as done.',
    hours: 'Hours that it takes, such as 12; they are counted apart from those of topics.',
    formerly: 'Ids of topics or projects that were merged into this one: their ticks are its ticks.',
    proves: 'Ids of the topics that it proves.',
    stack: 'What it is built with.',
    links: 'Where to read about it.',
    ...ticks,
    notes,
  },
  level: {
    id: 'A word such as junior, which sections, topics and projects name.',
    title: 'What the level is called; without it the id is shown.',
    rubric: 'What one is able to do at this level.',
  },
  resource: {
    title: 'What the link leads to.',
    url: 'The address, such as https://istio.io/latest/docs/.',
    kind: 'What it is, such as docs, book or video.',
  },
  feature: {
    name: 'The name as topics write it.',
    stage: 'How finished it is: experimental, alpha, beta or stable.',
  },
  legacy: {
    state: 'removed, deprecated, renamed, merged or superseded.',
    since: 'The version of the subject, such as "1.8".',
    use: 'What takes its place.',
  },
};
