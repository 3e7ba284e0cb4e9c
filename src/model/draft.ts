// Draft: a roadmap while it is being read; addresses, derived ids and inherited levels are still empty.
import type {
  LevelId,
  LevelSource,
  LineForm,
  ProjectDetails,
  Roadmap,
  Section,
  Status,
  Text,
  Topic,
} from './roadmap.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Filled by a reader; `address`, `id`, inherited `level` are given out by `finish` (model/finish.ts). */
export interface DraftTopic extends Omit<Mutable<Topic>, 'topics'> {
  topics: DraftTopic[];
}

export interface DraftSection extends Omit<Mutable<Section>, 'children'> {
  children: (DraftSection | DraftTopic)[];
}

export interface Draft extends Omit<Mutable<Roadmap>, 'children' | 'projects'> {
  children: (DraftSection | DraftTopic)[];
  projects: DraftTopic[];
}

// Shared and frozen: most topics have no tags, needs or links, and a million empty lists would be a million objects.
const none: readonly never[] = Object.freeze([]);

/** Gives a section or topic the level that is written of it; with null nothing is. */
export function giveLevel(part: DraftSection | DraftTopic, level: LevelId | null): void {
  if (level === null) return;
  part.level = level;
  part.levelSource = 'explicit';
}

/** A topic with nothing but its title. `line` counts from 1. A reader that knows the level sets `levelSource: 'explicit'`. */
export function draftTopic(title: Text, line: number, status: Status = 'todo', place: LineForm = 'none'): DraftTopic {
  return {
    kind: 'topic',
    id: '',
    idWritten: false,
    address: '',
    number: null,
    title,
    status,
    completedOn: null,
    level: null,
    levelSource: null,
    topics: [],
    tags: none,
    needs: none,
    links: none,
    hours: null,
    outcome: null,
    legacy: null,
    extra: null,
    formerly: none,
    same: none,
    from: null,
    notes: none,
    noteLines: none,
    spent: null,
    repeats: false,
    fields: none,
    line,
    place,
    project: null,
  };
}

export function draftProject(title: Text, line: number, project: ProjectDetails): DraftTopic {
  const topic = draftTopic(title, line);
  topic.project = project;
  return topic;
}

export function draftSection(title: Text, line: number): DraftSection {
  return {
    kind: 'section',
    id: '',
    address: '',
    number: null,
    title,
    children: [],
    level: null,
    levelSource: null,
    weight: null,
    why: null,
    notes: none,
    line,
  };
}

export function draftRoadmap(title: Text, format: Roadmap['format']): Draft {
  return {
    id: null,
    title,
    description: null,
    version: null,
    format,
    children: [],
    projects: [],
    levels: none,
    levelSource: null as LevelSource | null,
    prerequisites: none,
    resources: none,
    related: none,
    hasTaskLines: false,
    boxGroups: none,
    diagnostics: none,
  };
}
