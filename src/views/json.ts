// JSON: the documents that scripts read; keys, their order and their meaning are a promise (CONTRACT, JSON).
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Diagnostic } from '../errors.ts';
import type { Language } from '../lang/messages.ts';
import type { Changes } from '../model/change.ts';
import type { ExtraField } from '../model/fields.ts';
import type { Step } from '../model/history.ts';
import { type Hours, hoursOf, roundedHours } from '../model/hours.ts';
import type { NamedNext, Next } from '../model/next.ts';
import type { Origin } from '../model/origin.ts';
import { plannedOf } from '../model/planned.ts';
import { type LevelProgress, type Progress, progressOf, type SectionProgress, type Tally } from '../model/progress.ts';
import { noExtra, type Roadmap, type Section, type Text, type Topic, wording } from '../model/roadmap.ts';
import type { TableSection } from '../model/topic-table.ts';
import { ancestorsOf, provedBy, topicsOf, unlockedBy } from '../model/tree.ts';
import type {
  Content,
  CountedLevel,
  CountedSection,
  Counts,
  Kind,
  Listed,
  Named,
  One,
  ProjectFields,
  TopicDetails,
} from './kinds.ts';
import type { TopicLab } from './topic.ts';

// JSON escapes what is below a space; these can move a cursor or reorder a line as well.
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One document and a newline; escaped so that it is harmless on a terminal, and the same to a parser. */
export function documentOf<Name extends Kind>(kind: Name, content: Content<Name>): string {
  const json = JSON.stringify({ schemaVersion: 1, kind, ...content });
  return `${json.replace(unsafe, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** A text in a language; null stays null. */
export function inLanguage(language: Language) {
  return <Given extends Text | null>(text: Given) =>
    (text === null ? null : wording(text, language)) as Given extends null ? null : string;
}

export function tallyJson({ total, done, doing, todo, skipped, dated, percent }: Tally): Counts {
  return { total, done, doing, todo, skipped, dated, percent };
}

function sectionProgressJson(section: SectionProgress, language: Language): CountedSection {
  const { address, title, level, levelSource, weight, tally, sections } = section;
  return {
    address,
    title: wording(title, language),
    level,
    levelSource,
    weight,
    ...tallyJson(tally),
    sections: sections.map((inner) => sectionProgressJson(inner, language)),
  };
}

/** A level with its counts. */
export function levelJson(
  { level, tally, projects, labs, reached }: LevelProgress,
  { levelSource }: Roadmap,
  language: Language,
): CountedLevel {
  const say = inLanguage(language);
  return {
    id: level.id,
    title: say(level.title),
    rubric: say(level.rubric),
    levelSource,
    ...tallyJson(tally),
    projects: { total: projects.total, done: projects.done },
    labs: labs === null ? null : { required: labs.required, passed: labs.passed },
    reached,
  };
}

export interface StatusDocument {
  readonly roadmap: Roadmap;
  readonly origin: Origin;
  readonly progress: Progress;
  readonly next: readonly NamedNext[];
  readonly today: CalendarDate;
  /** Absent where nothing is known. */
  readonly pace?: Content<'status'>['pace'];
}

/** `status --json`. */
export function statusJson(
  { roadmap, origin, progress, next, today, pace }: StatusDocument,
  language: Language,
): string {
  const say = inLanguage(language);
  const count = (severity: string): number => roadmap.diagnostics.filter((found) => found.severity === severity).length;
  return documentOf('status', {
    asOf: today,
    roadmap: {
      id: roadmap.id,
      title: say(roadmap.title),
      path: origin.path,
      format: roadmap.format,
      encoding: origin.encoding,
      repaired: origin.repaired,
    },
    progress: { mode: origin.progress.mode, path: origin.progress.path },
    total: tallyJson(progress.total),
    sections: progress.sections.map((section) => sectionProgressJson(section, language)),
    levels: progress.levels.map((level) => levelJson(level, roadmap, language)),
    projects: { total: progress.projects.total, done: progress.projects.done },
    readiness: progress.readiness,
    next: next.map(
      ({ topic }): One<'status', 'next'> => ({
        address: topic.address,
        id: topic.id,
        title: say(topic.title),
        level: topic.level,
      }),
    ),
    diagnostics: { errors: count('error'), warnings: count('warning') },
    abandoned: roadmap.diagnostics.flatMap((found) => {
      if (found.code !== 'ticks-abandoned') return [];
      const { file, roadmap: keptFor, fitting, total } = (found as Diagnostic<'ticks-abandoned'>).args;
      return [{ file, roadmap: keptFor, fitting, total }];
    }),
    pace: pace ?? null,
  });
}

/** The fields of a topic in every list. */
export function topicFields(topic: Topic, section: TableSection | null, language: Language): Listed {
  const say = inLanguage(language);
  const { address, id, status, completedOn, level, levelSource, project, tags, needs, links, hours, legacy, line } =
    topic;
  return {
    address,
    id,
    title: say(topic.title),
    status,
    completedOn,
    level,
    levelSource,
    section: section === null ? null : { address: section.address, title: say(section.title) },
    project: project !== null,
    tags,
    needs,
    links,
    hours,
    legacy: legacy === null ? null : { state: legacy.state, since: legacy.since, use: say(legacy.use) },
    line: line > 0 ? line : null,
    ...extraJson(topic),
    ...plannedOf(topic),
    ...addedJson(topic),
  };
}

/** What few topics say, each null where nothing is known, what was merged into it, and what is the same elsewhere. */
export function extraJson({
  extra,
  formerly,
  same,
  from,
}: Topic): Pick<Listed, ExtraField | 'formerly' | 'same' | 'from'> {
  return { ...(extra ?? noExtra), formerly, same, from };
}

/** Time and notes of the user's. */
export const addedJson = ({ spent, noteLines }: Topic): Pick<Listed, 'spent' | 'noteLines'> => ({
  spent: spent === null ? null : roundedHours(spent),
  noteLines,
});

/** `list --json`. */
export function topicsJson(topics: readonly Topic[], roadmap: Roadmap, language: Language): string {
  const ancestors = ancestorsOf(roadmap);
  return documentOf('topics', {
    topics: topics.map((topic) => topicFields(topic, ancestors(topic).section, language)),
  });
}

/** `next --json`: the fields of a list, and why each topic is named. */
export function nextJson(next: readonly Next[], roadmap: Roadmap, language: Language): string {
  const ancestors = ancestorsOf(roadmap);
  return documentOf('topics', {
    topics: next.map(
      (one): One<'topics', 'topics'> => ({
        ...topicFields(one.topic, ancestors(one.topic).section, language),
        reason: reasonJson(one),
      }),
    ),
  });
}

/** Why a topic is named. */
export function reasonJson({ reason, needs, since, urgency }: Next): NonNullable<One<'topics', 'topics'>['reason']> {
  return { code: reason, since, topics: needs.map(({ id }) => id), urgency: urgency?.kind ?? null };
}

/** What `show` knows of a topic besides the roadmap itself. */
export interface TopicBackground {
  /** Newest first. */
  readonly history: readonly Step[];
  readonly labs: readonly TopicLab[];
}

/** `show --json` of one topic: the fields of a list, then all that is known besides. */
export function topicJson(topic: Topic, roadmap: Roadmap, background: TopicBackground, language: Language): string {
  return documentOf('topic', {
    ...topicFields(topic, ancestorsOf(roadmap)(topic).section, language),
    ...detailsJson(topic, roadmap, background, language),
  });
}

/** `show --json` where several fit: kind "topics", each with the fields of kind "topic". */
export function shownTopicsJson(
  topics: readonly Topic[],
  roadmap: Roadmap,
  background: (topic: Topic) => TopicBackground,
  language: Language,
): string {
  const ancestors = ancestorsOf(roadmap);
  return documentOf('topics', {
    topics: topics.map(
      (topic): One<'topics', 'topics'> => ({
        ...topicFields(topic, ancestors(topic).section, language),
        ...detailsJson(topic, roadmap, background(topic), language),
      }),
    ),
  });
}

/** What is known of a topic beside the fields that every list has. */
function detailsJson(
  topic: Topic,
  roadmap: Roadmap,
  { history, labs }: TopicBackground,
  language: Language,
): TopicDetails {
  return {
    outcome: inLanguage(language)(topic.outcome),
    notes: topic.notes,
    unlocks: unlockedBy(topic.id, roadmap).map(({ id }) => id),
    history: history.map(({ day, from, to, source }): One<'topic', 'history'> => ({ day, from, to, source })),
    ...projectFieldsJson(topic, language),
    provedBy: provedBy(topic.id, roadmap).map(({ id }) => id),
    labs: labs.map(
      ({ id, title, passed, passedOn }): One<'topic', 'labs'> => ({
        ...{ id, title: wording(title, language), passed, passedOn },
      }),
    ),
  };
}

/** What makes a topic a project; empty for one that is none. */
export function projectFieldsJson({ project }: Topic, language: Language): ProjectFields {
  const say = inLanguage(language);
  return {
    goal: say(project?.goal ?? null),
    criterion: say(project?.criterion ?? null),
    proves: project?.proves ?? [],
    stack: project?.stack ?? [],
  };
}

/** `show --json` of a section, or of the whole roadmap when `section` is null: its counts, then its topics in document order. */
export function sectionJson(section: Section | null, roadmap: Roadmap, language: Language): string {
  const say = inLanguage(language);
  const children = section === null ? roadmap.children : section.children;
  const { total, sections, levels } = progressOf({ ...roadmap, children, projects: [] });
  const hours = hoursOf(children);
  const ancestors = ancestorsOf(roadmap);
  const whole = section === null ? roadmap : null;
  return documentOf('section', {
    address: section?.address ?? null,
    title: say(section === null ? roadmap.title : section.title),
    level: section?.level ?? null,
    levelSource: section?.levelSource ?? null,
    weight: section?.weight ?? null,
    ...tallyJson(total),
    sections: sections
      .filter(({ address }) => section === null || address !== null)
      .map((inner) => sectionProgressJson(inner, language)),
    id: section === null ? roadmap.id : section.id,
    why: say(section === null ? roadmap.description : section.why),
    notes: section?.notes ?? [],
    line: section !== null && section.line > 0 ? section.line : null,
    topics: [...topicsOf(children)].map((topic) => topicFields(topic, ancestors(topic).section, language)),
    prerequisites: whole?.prerequisites.map((text) => wording(text, language)) ?? [],
    resources:
      whole?.resources.map(({ title, url, kind }): One<'section', 'resources'> => ({ title: say(title), url, kind })) ??
      [],
    related: whole?.related.map((text) => wording(text, language)) ?? [],
    ...hoursJson(hours),
    levels: levels
      .filter(({ tally }) => tally.total + tally.skipped > 0)
      .map(({ level, tally }) => ({ id: level.id, title: say(level.title), ...tallyJson(tally) })),
    ...projectHoursJson(whole === null ? null : hoursOf(whole.projects)),
  });
}

/** The sum, and what is left of it. */
export function hoursJson(hours: Hours | null): { readonly hours: number | null; readonly hoursLeft: number | null } {
  return { hours: hours?.all ?? null, hoursLeft: hours?.left ?? null };
}

export function projectHoursJson(hours: Hours | null): {
  readonly projectHours: number | null;
  readonly projectHoursLeft: number | null;
} {
  return { projectHours: hours?.all ?? null, projectHoursLeft: hours?.left ?? null };
}

export interface ChangeDocument {
  /** True for `--dry-run`: nothing was written. */
  readonly isRehearsal?: boolean;
  readonly changes: Changes;
  readonly origin: Origin;
  readonly progress: Progress;
}

/** `done`, `start`, `skip`, `reopen`, `undo`, `redo` with `--json`; `file` is where the ticks are kept. */
export function changeJson({ changes, origin, progress, isRehearsal }: ChangeDocument, language: Language): string {
  const fields = ({ address, id, title }: Topic): Named => ({ address, id, title: wording(title, language) });
  return documentOf('change', {
    file: origin.progress.path,
    changed: changes.changed.map(
      ({ topic, from, to }): One<'change', 'changed'> => ({
        ...fields(topic),
        from,
        to,
        completedOn: topic.completedOn,
      }),
    ),
    unchanged: changes.unchanged.map(
      (topic): One<'change', 'unchanged'> => ({
        ...fields(topic),
        status: topic.status,
        completedOn: topic.completedOn,
      }),
    ),
    total: tallyJson(progress.total),
    ...(changes.noted && { noted: { ...fields(changes.noted.topic), ...addedJson(changes.noted.topic) } }),
    ...(isRehearsal && { dryRun: true }),
  });
}
