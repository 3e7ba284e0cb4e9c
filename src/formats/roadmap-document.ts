// RoadmapDocument: a roadmap as plain data (FORMATS, YAML and JSON), what a YAML file is read into and bundled roadmaps are shipped as.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { parseCalendarDate } from '../dates/calendar-date.ts';
import type { Diagnostic } from '../errors.ts';
import type { Draft, DraftSection, DraftTopic } from '../model/draft.ts';
import { draftProject, draftRoadmap, draftSection, draftTopic } from '../model/draft.ts';
import { extraNames, type Part, type parts, plannedNames, type required } from '../model/fields.ts';
import { namesOf } from '../model/level-names.ts';
import {
  type ExtraFields,
  type Legacy,
  type Level,
  type LevelId,
  type PlanField,
  type Stage,
  type Status,
  type Text,
  usualLevels,
} from '../model/roadmap.ts';

/** What each kind of field is in a document. */
interface ValueOf {
  id: string;
  word: string;
  text: Text;
  texts: readonly Text[];
  words: readonly string[];
  counterparts: readonly string[];
  links: readonly string[];
  notes: readonly string[];
  hours: number;
  percent: number;
  count: number;
  /** True, or the day as the author wrote it; a day that does not exist leaves the topic done and undated (FORMATS D1). */
  done: boolean | string;
  status: Status;
  stage: Stage;
  /** As the author wrote it; what is no day, and no priority, is nothing (FORMATS, Dates). */
  day: string;
  priority: string;
  'legacy-state': Legacy['state'];
  legacy: FieldsOf<'legacy'>;
  levels: readonly (string | FieldsOf<'level'>)[];
  resources: readonly (string | FieldsOf<'resource'>)[];
  features: readonly FieldsOf<'feature'>[];
  projects: readonly (string | DocumentProject)[];
}

type Needed<P extends Part> = P extends keyof typeof required ? (typeof required)[P][number] : never;
type Kinds<P extends Part> = { readonly [Field in keyof (typeof parts)[P]]: (typeof parts)[P][Field] & keyof ValueOf };
/** A part as the table of fields has it. */
type FieldsOf<P extends Part> = {
  readonly [Field in Exclude<keyof Kinds<P>, Needed<P>>]?: ValueOf[Kinds<P>[Field]];
} & { readonly [Field in Needed<P> & keyof Kinds<P>]: ValueOf[Kinds<P>[Field]] };

/** `line` counts from 1 and is set by the reader, never by the author. */
interface Placed {
  readonly line?: number;
}

export interface DocumentTopic extends FieldsOf<'topic'>, Placed {
  readonly topics?: readonly (string | DocumentTopic)[];
}

export interface DocumentSection extends FieldsOf<'section'>, Placed {
  readonly topics?: readonly (string | DocumentTopic)[];
  readonly sections?: readonly (string | DocumentSection)[];
}

export interface DocumentProject extends FieldsOf<'project'>, Placed {}

/** `maturity`: names of what is not finished in the subject, for `lint`. */
export interface RoadmapDocument extends FieldsOf<'roadmap'> {
  readonly sections?: readonly (string | DocumentSection)[];
  readonly topics?: readonly (string | DocumentTopic)[];
}

/** What sections, topics and projects have in common. */
type DocumentPart = Pick<DocumentTopic, 'id' | 'title' | 'level' | 'notes' | 'line'>;
type Ticked = Pick<DocumentTopic, 'done' | 'status'>;

interface Tick {
  readonly status: Status;
  readonly completedOn: CalendarDate | null;
}

/** What the author wrote about an own state; null where nothing was written. */
function tickOf(part: Ticked): Tick | null {
  if (part.done === true) return { status: 'done', completedOn: null };
  if (typeof part.done === 'string') return { status: 'done', completedOn: parseCalendarDate(part.done) };
  if (part.status !== undefined) return { status: part.status, completedOn: null };
  return part.done === false ? { status: 'todo', completedOn: null } : null;
}

/** The wording an untitled part goes by: its id, which the schema asks for in that case. */
function titleOf(part: DocumentPart): Text {
  return part.title ?? part.id ?? '';
}

function identify(draft: DraftTopic | DraftSection, part: DocumentPart): void {
  if (part.id !== undefined) draft.id = part.id;
  if (part.level !== undefined) {
    draft.level = part.level;
    draft.levelSource = 'explicit';
  }
  if (part.notes) draft.notes = part.notes;
}

/** What a topic with topics below it says for them all. */
interface Inherited {
  readonly state: Tick | null;
  readonly needs: readonly string[];
  readonly tags: readonly string[];
  readonly legacy: DocumentTopic['legacy'];
  readonly extra: ExtraFields | null;
  readonly planned: readonly PlanField[];
}

const noWords: readonly string[] = [];
const nothingPlanned: readonly PlanField[] = [];
const nothingInherited: Inherited = {
  ...{ state: null, needs: noWords, tags: noWords, legacy: undefined, extra: null },
  planned: nothingPlanned,
};

/** What a topic says beyond what most have, and what its parent has where it has none. */
function extraOf(part: DocumentTopic, above: ExtraFields | null): ExtraFields | null {
  if (extraNames.every((field) => part[field] === undefined)) return above;
  const fields = extraNames.map((field) => [field, part[field] ?? above?.[field] ?? null] as const);
  return Object.fromEntries(fields) as unknown as ExtraFields;
}

/** The same of what is planned. */
function plannedIn(part: DocumentTopic, above: readonly PlanField[]): readonly PlanField[] {
  if (plannedNames.every((name) => part[name] === undefined)) return above;
  return plannedNames.flatMap((name) => {
    const value = part[name] ?? above.find((field) => field.name === name)?.value;
    return value === undefined ? [] : [{ name, value }];
  });
}

/** Most topics have none, and their parents neither: these share one list. */
function joined(above: readonly string[], own: readonly string[] = noWords): readonly string[] {
  if (own.length === 0) return above;
  return above.length + own.length < 2 ? own : [...new Set([...above, ...own])];
}

/**
 * Only leaves are topics (FORMATS Y1): a topic with topics below becomes a section, and keeps what a section can say; what it cannot
 * say, but the leaves can, holds for them. Hours do not: those of the whole are not those of each.
 */
function topicDraft(part: string | DocumentTopic, above: Inherited): DraftTopic | DraftSection {
  if (typeof part === 'string') return leafDraft({ title: part }, above);
  const own: Inherited = {
    state: tickOf(part) ?? above.state,
    needs: joined(above.needs, part.needs),
    tags: joined(above.tags, part.tags),
    legacy: part.legacy ?? above.legacy,
    extra: extraOf(part, above.extra),
    planned: plannedIn(part, above.planned),
  };
  if (part.topics && part.topics.length > 0) {
    const section = draftSection(titleOf(part), part.line ?? 0);
    identify(section, part);
    section.why = part.outcome ?? null;
    if (part.links) section.notes = [...section.notes, ...part.links];
    section.children = part.topics.map((topic) => topicDraft(topic, own));
    return section;
  }
  return leafDraft(part, own);
}

function leafDraft(part: DocumentTopic, { state, needs, tags, legacy, extra, planned }: Inherited): DraftTopic {
  const topic = tick(draftTopic(titleOf(part), part.line ?? 0), state);
  identify(topic, part);
  topic.idWritten = part.id !== undefined;
  topic.outcome = part.outcome ?? null;
  topic.hours = part.hours ?? null;
  // One of them may be what the others of its parent need.
  if (needs.length > 0) topic.needs = needs.filter((id) => id !== part.id || part.needs?.includes(id));
  topic.tags = tags;
  if (part.links) topic.links = part.links;
  topic.extra = extra;
  if (planned.length > 0) topic.fields = planned;
  if (part.formerly) topic.formerly = part.formerly;
  if (part.same) topic.same = part.same;
  if (legacy) topic.legacy = { state: legacy.state, since: legacy.since ?? null, use: legacy.use ?? null };
  return topic;
}

function tick(topic: DraftTopic, state: Tick | null): DraftTopic {
  if (state) {
    topic.status = state.status;
    topic.completedOn = state.completedOn;
  }
  return topic;
}

function sectionDraft(part: string | DocumentSection): DraftSection {
  if (typeof part === 'string') return draftSection(part, 0);
  const section = draftSection(titleOf(part), part.line ?? 0);
  identify(section, part);
  section.why = part.why ?? null;
  section.weight = part.weight ?? null;
  section.children = childDrafts(part);
  return section;
}

function childDrafts(part: Pick<DocumentSection, 'topics' | 'sections'>): (DraftSection | DraftTopic)[] {
  const topics = (part.topics ?? []).map((topic) => topicDraft(topic, nothingInherited));
  return [...topics, ...(part.sections ?? []).map(sectionDraft)];
}

function projectDraft(part: string | DocumentProject): DraftTopic {
  const details: DocumentProject = typeof part === 'string' ? { title: part } : part;
  const project = draftProject(titleOf(details), details.line ?? 0, {
    goal: details.goal ?? null,
    criterion: details.criterion ?? null,
    proves: [...new Set(details.proves)],
    stack: details.stack ?? [],
  });
  identify(project, details);
  project.idWritten = details.id !== undefined;
  project.hours = details.hours ?? null;
  if (details.formerly) project.formerly = details.formerly;
  if (details.links) project.links = details.links;
  return tick(project, tickOf(details));
}

function levelOf(level: NonNullable<RoadmapDocument['levels']>[number]): Level {
  if (typeof level === 'string') return { id: level, title: capitalised(level), rubric: null };
  const { id, title, rubric = null, labs } = level;
  return { id, title: title ?? capitalised(id), rubric, ...(labs === undefined ? null : { labs }) };
}

function capitalised(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** The levels of a document, from the lowest: those it declares, else those that are always understood. */
export function levelIdsOf({ levels }: RoadmapDocument): readonly LevelId[] {
  return levels?.map((level) => (typeof level === 'string' ? level : level.id)) ?? usualLevels;
}

/** The level that a word names: one the document declares, by id or title, else one that is always understood (FORMATS V1). */
export function levelsIn({ levels }: RoadmapDocument): (word: string) => LevelId | null {
  return namesOf((levels ?? []).map(levelOf)).named;
}

function resolveLevels(
  drafts: readonly (DraftSection | DraftTopic)[],
  resolve: (word: string) => LevelId | null,
): void {
  for (const draft of drafts) {
    if (draft.level !== null) draft.level = resolve(draft.level);
    if (draft.level === null) draft.levelSource = null;
    resolveLevels(draft.kind === 'topic' ? draft.topics : draft.children, resolve);
  }
}

/**
 * The draft of a roadmap from its plain data: addresses, derived ids and inherited levels are not given out yet.
 * `fallbackTitle` names a roadmap without a title (its file's name); `diagnostics` are what its reader noticed.
 */
export function fromDocument(
  document: RoadmapDocument,
  fallbackTitle: string,
  diagnostics: readonly Diagnostic[] = [],
): Draft {
  const draft = draftRoadmap(document.title ?? fallbackTitle, 'yaml');
  draft.id = document.id ?? null;
  draft.description = document.description ?? null;
  draft.version = document.version ?? null;
  draft.levels = (document.levels ?? []).map(levelOf);
  draft.prerequisites = document.prerequisites ?? [];
  draft.resources = (document.resources ?? []).map((resource) =>
    typeof resource === 'string'
      ? { title: resource, url: resource, kind: null }
      : { title: resource.title ?? resource.url, url: resource.url, kind: resource.kind ?? null },
  );
  draft.children = childDrafts(document);
  draft.projects = (document.projects ?? []).map(projectDraft);
  const resolve = levelsIn(document);
  resolveLevels(draft.children, resolve);
  resolveLevels(draft.projects, resolve);
  draft.diagnostics = diagnostics;
  return draft;
}
