// Roadmap: the plain data that every dialect is read into: sections, topics, projects, levels.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Diagnostic } from '../errors.ts';
import { type ExtraField, type extraFields, extraNames } from './fields.ts';

/** One wording, or one per language; the first key is the language the roadmap was written in (FORMATS, YAML and JSON). */
export type Text = string | { readonly [language: string]: string };

/** In the order of their numbers in the column `status` of a table (topic-table.ts). */
export const statuses = ['todo', 'doing', 'done', 'skipped'] as const;
export type Status = (typeof statuses)[number];
/** `4.2.1`, `P1`, `0.1`: for typing and reading, never identity (FORMATS A1). */
export type Address = string;
/** A written id, or a hash of the title path (FORMATS A2). */
export type TopicId = string;
export type LevelId = string;
/** Levels of a roadmap that declares none, from the lowest (FORMATS V1). */
export const usualLevels: readonly LevelId[] = ['junior', 'middle', 'senior', 'expert'];
/** explicit: written on it; inherited: written on what it is under; inferred: guessed from headings (FORMATS V1, V2). */
export type LevelSource = 'explicit' | 'inherited' | 'inferred';

export interface Link {
  readonly title: Text;
  readonly url: string;
  readonly kind: string | null;
}

/** What became of what older material teaches; `merged`: it is a part of another thing now. */
export const legacyStates = ['removed', 'deprecated', 'renamed', 'merged', 'superseded'] as const;

export interface Legacy {
  readonly state: (typeof legacyStates)[number];
  readonly since: string | null;
  readonly use: Text | null;
}

/** How finished a feature of the subject is, from the least to the most. */
export const stages = ['experimental', 'alpha', 'beta', 'stable'] as const;
export type Stage = (typeof stages)[number];

interface ExtraValues {
  word: string;
  hours: number;
  stage: Stage;
}

/** What few topics say of themselves: for which versions of the subject they hold, how finished what they teach is there. */
export type ExtraFields = {
  readonly [Field in ExtraField]: ExtraValues[(typeof extraFields)[Field]] | null;
};

export const noExtra = Object.fromEntries(extraNames.map((field) => [field, null])) as unknown as ExtraFields;

/** In what form a topic is written in its file: a task line, a bullet that may be given a box (D6), or nothing that can be edited. */
export type LineForm = 'task' | 'bullet' | 'none';

/** The highest first. A topic without one is between medium and low. */
export const priorities = ['highest', 'high', 'medium', 'low', 'lowest'] as const;

/** What a task line plans: days, priority, repetition (FORMATS, Dates). No command changes it. */
export interface PlanField {
  readonly name: (typeof planFields)[number];
  readonly value: string;
}

/** What a user wrote below a topic on a day, one line (FORMATS D8). */
export interface TopicNote {
  readonly day: CalendarDate;
  readonly text: string;
}

/** In the order in which they are written. */
export const planFields = [
  'priority',
  'repeat',
  'onCompletion',
  'created',
  'start',
  'scheduled',
  'due',
  'cancelled',
  'completion',
] as const;

export interface Topic {
  readonly kind: 'topic';
  readonly id: TopicId;
  /** True when the author wrote the id (YAML `id`, 🆔, ^block); false when it is derived from the titles. */
  readonly idWritten: boolean;
  /** The id that the author wrote, where another topic had it before: `id` is derived then, and the word names both. */
  readonly sharedId?: TopicId;
  readonly address: Address;
  /** The number the author wrote before the title (`4.2`), without a final full stop; null where there is none. */
  readonly number: string | null;
  readonly title: Text;
  readonly status: Status;
  /** Only ever set on a done topic (FORMATS D1). */
  readonly completedOn: CalendarDate | null;
  readonly level: LevelId | null;
  readonly levelSource: LevelSource | null;
  readonly topics: readonly Topic[];
  readonly tags: readonly string[];
  readonly needs: readonly TopicId[];
  readonly links: readonly string[];
  readonly hours: number | null;
  readonly outcome: Text | null;
  readonly legacy: Legacy | null;
  /** Null where the author wrote nothing of it. */
  readonly extra: ExtraFields | null;
  /** Ids of topics that were merged into this one: ticks and selectors with such an id are its own. */
  readonly formerly: readonly TopicId[];
  /** Topics of other roadmaps that are the same work, as they are written: `istio#virtual-service` (model/counterpart.ts). */
  readonly same: readonly string[];
  /** The one of those that it is done as; null where its own file or its own tick says its state. */
  readonly from: string | null;
  /** Lines of the author below the topic that are no topics themselves. */
  readonly notes: readonly string[];
  /** What its user noted below it, in the order of the file; no part of `notes`. */
  readonly noteLines: readonly TopicNote[];
  /** Hours that its user spent on it, as written; null where nothing is. */
  readonly spent: number | null;
  /** A task that comes again when it is done (🔁): it is the plugin's to complete (FORMATS D4). */
  readonly repeats: boolean;
  /** In the order of the line. A `completion` among them is one that does not count: of an open topic, or no day at all. */
  readonly fields: readonly PlanField[];
  /** Line in its file, from 1; 0 where there is none. */
  readonly line: number;
  readonly place: LineForm;
  /** Set on a pet project (FORMATS T8); it is addressed P1, P2… and counted apart. */
  readonly project: ProjectDetails | null;
}

export interface ProjectDetails {
  readonly goal: Text | null;
  readonly criterion: Text | null;
  readonly proves: readonly TopicId[];
  readonly stack: readonly string[];
}

export interface Section {
  readonly kind: 'section';
  readonly id: string;
  readonly address: Address;
  readonly number: string | null;
  readonly title: Text;
  /** Topics and subsections in document order: they share one counter (FORMATS A1). */
  readonly children: readonly (Section | Topic)[];
  readonly level: LevelId | null;
  readonly levelSource: LevelSource | null;
  /** Percent of an exam, where the roadmap gives it. */
  readonly weight: number | null;
  readonly why: Text | null;
  readonly notes: readonly string[];
  readonly line: number;
}

export interface Level {
  readonly id: LevelId;
  readonly title: Text;
  readonly rubric: Text | null;
  /** So many of its labs have to be passed before it is reached (FORMATS V3); absent where it asks for none. */
  readonly labs?: number;
}

export interface Roadmap {
  readonly id: string | null;
  readonly title: Text;
  readonly description: Text | null;
  /** Version of the subject, as the author wrote it. */
  readonly version: string | null;
  /** The name of its format, such as `markdown` (formats/registry.ts). */
  readonly format: string;
  /** Sections and root topics in document order. */
  readonly children: readonly (Section | Topic)[];
  readonly projects: readonly Topic[];
  /** Ordered from the lowest; empty where topics have no levels. */
  readonly levels: readonly Level[];
  /** How the topics came to their levels; null without levels. */
  readonly levelSource: LevelSource | null;
  readonly prerequisites: readonly Text[];
  readonly resources: readonly Link[];
  /** Related skills and tools the author listed, one wording each. */
  readonly related: readonly Text[];
  /** True for a Markdown text with at least one task line: its ticks are kept in place (FORMATS P1). */
  readonly hasTaskLines: boolean;
  /** Lines of box-less topics that get their boxes together (FORMATS D6). */
  readonly boxGroups: readonly (readonly number[])[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many labs of each level are passed; absent where no level asks for any, so that nobody has looked. */
  readonly labsPassed?: ReadonlyMap<LevelId, number>;
}

/** Retired and never begun: no count has it. */
export function isLapsed({ status, extra }: Pick<Topic, 'status' | 'extra'>): boolean {
  return status === 'todo' && extra !== null && extra.retired !== null;
}

/** Whether progress is measured by it: not by what was skipped, nor by what has lapsed. */
const isCounted = (topic: Topic): boolean => topic.status !== 'skipped' && !isLapsed(topic);

/** Counted, and not done yet. */
export const isOpen = (topic: Topic): boolean => topic.status !== 'done' && isCounted(topic);

/** The wording for a language, else the first one there is. */
export function wording(text: Text, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? firstWording(text);
}

/** The wording in the roadmap's own first language: what the progress file is written in (FORMATS P2). */
export function firstWording(text: Text): string {
  if (typeof text === 'string') return text;
  for (const key in text) return text[key] as string;
  return '';
}

/** Every wording, in the order they are written. */
export const wordings = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
