// ExportedRoadmap: what `export --format json` wrote, read back as the roadmap that it was.
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import { diagnostic } from '../../errors.ts';
import { isCounterpart } from '../../model/counterpart.ts';
import {
  type Draft,
  type DraftSection,
  type DraftTopic,
  draftProject,
  draftRoadmap,
  draftSection,
  draftTopic,
} from '../../model/draft.ts';
import { extraFields, extraNames } from '../../model/fields.ts';
import {
  type ExtraFields,
  type Level,
  type Link,
  legacyStates,
  type PlanField,
  planFields,
  stages,
  statuses,
  type TopicNote,
} from '../../model/roadmap.ts';
import { isRecord, type JsonRecord, textOf } from './values.ts';

/** Deeper than any roadmap: a file made to exhaust the stack is read only so far. */
const deepest = 100;

export function isExported(value: JsonRecord): boolean {
  return value.kind === 'roadmap' && typeof value.schemaVersion === 'number';
}

/** The draft of an exported document; a value of another kind than the document has reads as if it was not there. */
export function exportedDraft(value: JsonRecord, fallbackTitle: string): Draft {
  const draft = draftRoadmap(textOf(value.title) ?? fallbackTitle, 'json');
  draft.id = textOf(value.id);
  draft.description = textOf(value.description);
  draft.version = textOf(value.version);
  draft.levels = recordsIn(value.levels).flatMap((level): Level[] => {
    const id = textOf(level.id);
    if (id === null) return [];
    const { labs } = level;
    const asked = typeof labs === 'number' && Number.isInteger(labs) && labs > 0 ? { labs } : null;
    return [{ id, title: textOf(level.title) ?? id, rubric: textOf(level.rubric), ...asked }];
  });
  draft.prerequisites = textsIn(value.prerequisites);
  draft.resources = recordsIn(value.resources).flatMap((one): Link[] => {
    const url = textOf(one.url);
    return url === null ? [] : [{ title: textOf(one.title) ?? url, url, kind: textOf(one.kind) }];
  });
  draft.children = childrenIn(value, 0);
  draft.projects = recordsIn(value.projects).map((one) => {
    const details = {
      goal: textOf(one.goal),
      criterion: textOf(one.criterion),
      proves: textsIn(one.proves),
      stack: textsIn(one.stack),
    };
    return filled(draftProject(textOf(one.title) ?? '', 0, details), one, deepest);
  });
  if (draft.children.length === 0 && draft.projects.length === 0)
    draft.diagnostics = [diagnostic('no-topics', 'warning', { line: 0, column: 0 }, { reason: 'empty' })];
  return draft;
}

function childrenIn(value: JsonRecord, depth: number): (DraftSection | DraftTopic)[] {
  if (depth > deepest) return [];
  return [
    ...recordsIn(value.topics).map((one) => filled(draftTopic(textOf(one.title) ?? '', 0), one, depth + 1)),
    ...recordsIn(value.sections).map((one) => {
      const section = draftSection(textOf(one.title) ?? '', 0);
      section.id = textOf(one.id) ?? '';
      section.number = numberIn(one);
      takeLevel(section, one);
      section.weight = typeof one.weight === 'number' ? one.weight : null;
      section.why = textOf(one.why);
      section.notes = textsIn(one.notes);
      section.children = childrenIn(one, depth + 1);
      return section;
    }),
  ];
}

function filled(topic: DraftTopic, one: JsonRecord, depth: number): DraftTopic {
  topic.number = numberIn(one);
  const id = textOf(one.id);
  // An id that came from the titles comes from them again.
  if (id !== null && one.idWritten !== false) {
    topic.id = id;
    topic.idWritten = true;
  }
  topic.status = statuses.find((status) => status === one.status) ?? 'todo';
  if (topic.status === 'done' && typeof one.completedOn === 'string')
    topic.completedOn = parseCalendarDate(one.completedOn);
  takeLevel(topic, one);
  topic.outcome = textOf(one.outcome);
  topic.hours = hoursIn(one.hours);
  topic.spent = hoursIn(one.spent);
  topic.noteLines = recordsIn(one.noteLines).flatMap((note): TopicNote[] => {
    const [day, text] = [parseCalendarDate(textOf(note.day) ?? ''), textOf(note.text)];
    return day === null || text === null ? [] : [{ day, text }];
  });
  topic.needs = textsIn(one.needs);
  topic.tags = textsIn(one.tags);
  topic.links = textsIn(one.links);
  topic.notes = textsIn(one.notes);
  topic.fields = recordsIn(one.fields).flatMap((field): PlanField[] => {
    const value = textOf(field.value);
    const name = planFields.find((known) => known === field.name);
    return name === undefined || value === null ? [] : [{ name, value }];
  });
  topic.repeats = topic.fields.some(({ name }) => name === 'repeat');
  if (isRecord(one.legacy)) {
    const { legacy } = one;
    const state = legacyStates.find((known) => known === legacy.state);
    if (state !== undefined) topic.legacy = { state, since: textOf(legacy.since), use: textOf(legacy.use) };
  }
  topic.extra = extraIn(one);
  topic.formerly = textsIn(one.formerly);
  topic.same = textsIn(one.same).filter(isCounterpart);
  if (depth <= deepest)
    topic.topics = recordsIn(one.topics).map((below) =>
      filled(draftTopic(textOf(below.title) ?? '', 0), below, depth + 1),
    );
  return topic;
}

const extraValues = {
  word: textOf,
  hours: hoursIn,
  stage: (value: unknown) => stages.find((stage) => stage === value) ?? null,
};

function extraIn(one: JsonRecord): ExtraFields | null {
  const fields = extraNames.map((field) => [field, extraValues[extraFields[field]](one[field])] as const);
  return fields.every(([, value]) => value === null) ? null : (Object.fromEntries(fields) as unknown as ExtraFields);
}

function hoursIn(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 ? value : null;
}

function numberIn({ number }: JsonRecord): string | null {
  return typeof number === 'string' && /^\d{1,3}(?:\.\d{1,3})*$/.test(number) ? number : null;
}

/** What was inherited or guessed is inherited and guessed again. */
function takeLevel(part: DraftSection | DraftTopic, one: JsonRecord): void {
  const level = textOf(one.level);
  if (level === null || one.levelSource !== 'explicit') return;
  part.level = level;
  part.levelSource = 'explicit';
}

const recordsIn = (value: unknown): JsonRecord[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== null) : [];
