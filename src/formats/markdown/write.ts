// Checklist: a roadmap written out as a Markdown note with boxes, ready for any editor that ticks them.

import { parseCalendarDate } from '../../dates/calendar-date.ts';
import { durationText } from '../../dates/duration.ts';
import { levelNamed } from '../../model/level-words.ts';
import type { Level, LevelId, PlanField, Roadmap, Section, Text, Topic } from '../../model/roadmap.ts';
import { planFields, wording } from '../../model/roadmap.ts';
import { pattern } from '../../text/pattern.ts';
import { plainMarks } from './syntax/box-mark.ts';
import { linksIn, noteOf } from './syntax/inline.ts';
import { isNoteText, noteText } from './syntax/note-line.ts';
import { splitNumber } from './syntax/numbering.ts';
import { anySign, emojiField, type FieldName, readFields } from './syntax/task-line.ts';
import { topicTitle } from './topics/topic-title.ts';

/**
 * The roadmap with its ticks. What is written reads back as the same roadmap, so that writing it again gives the same text:
 * levels that were guessed and addresses that were counted are left out, since they are guessed and counted again.
 */
export function checklist(roadmap: Roadmap, language: string): string {
  return [...checklistParts(roadmap, language)].join('');
}

/** The same in pieces: what comes before the first section, then each section of the first rank, then the projects. */
export function* checklistParts(roadmap: Roadmap, language: string): Generator<string> {
  const say = (text: Text): string => oneLine(wording(text, language));
  let lines: string[] = [...levelsBlock(roadmap.levels, say), `# ${escaped(say(roadmap.title))}`];
  const blank = (): void => {
    if (lines[lines.length - 1] !== '') lines.push('');
  };

  const topic = (one: Topic, indent: string, above: LevelId | null): void => {
    lines.push(`${indent}- [${plainMarks[one.status]}] ${topicText(one, above, say)}`);
    for (const { day, text } of one.noteLines) lines.push(`${indent}  - ${noteText(day, oneLine(text))}`);
    for (const note of [...(one.outcome === null ? [] : [say(one.outcome)]), ...one.notes])
      lines.push(`${indent}  - ${withoutDay(escaped(oneLine(note)))}`);
    for (const link of linksBelow(one, say)) lines.push(`${indent}  - ${link}`);
    for (const below of one.topics) topic(below, `${indent}  `, one.level);
  };
  const section = (one: Section, depth: number): void => {
    blank();
    const number = one.number ?? (isOverCourse(one, roadmap) ? '1' : null);
    lines.push(`${'#'.repeat(Math.min(depth, 6))} ${sectionTitle(number, say(one.title))}`);
    children(one.children, depth + 1);
  };
  const topicsAmong = (all: readonly (Section | Topic)[]): void => {
    const topics = all.filter((child): child is Topic => child.kind === 'topic');
    if (topics.length > 0) blank();
    for (const child of topics) topic(child, '', null);
  };
  const children = (all: readonly (Section | Topic)[], depth: number): void => {
    // Topics first: behind a subsection they would read as its own.
    topicsAmong(all);
    for (const child of all) if (child.kind === 'section') section(child, depth);
  };
  // No piece ends with a blank line, so that the next one knows to begin with it.
  const piece = (): string => {
    // Links, tags, levels and cells as well: whatever shows the note must not obey it.
    const text = `${lines.join('\n').replace(unsafe, asNumber)}\n`;
    lines = [];
    return text;
  };
  topicsAmong(roadmap.children);
  yield piece();
  for (const child of roadmap.children) {
    if (child.kind !== 'section') continue;
    section(child, 2);
    yield piece();
  }
  if (roadmap.projects.length > 0) {
    blank();
    lines.push('## Pet projects', '', ...projectTable(roadmap.projects, say));
    yield piece();
  }
}

/** A single section over numbered ones, which without a number of its own would be part of the title (FORMATS S5). */
function isOverCourse(section: Section, { children }: Roadmap): boolean {
  const isNumbered = (one: Section | Topic): boolean => one.kind === 'section' && one.number !== null;
  return children.length === 1 && children[0] === section && section.children.filter(isNumbered).length >= 3;
}

/** Levels of the author's own have to be declared where a note is read; JSON is YAML. */
function levelsBlock(levels: readonly Level[], say: (text: Text) => string): string[] {
  if (levels.every(({ id, labs }) => levelNamed(id) === id && labs === undefined)) return [];
  const declared = levels.map(({ id, title, rubric, labs }) => {
    const asked = labs === undefined ? null : { labs };
    const level = { id, title: say(title), ...(rubric === null ? null : { rubric: say(rubric) }), ...asked };
    return `  - ${JSON.stringify(level).replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}`;
  });
  return ['---', 'levels:', ...declared, '---', ''];
}

/** The author's own words may look like a note of the user's (FORMATS D8). */
const withoutDay = (text: string): string => (isNoteText(text, 0) ? asNumber(text.charAt(0)) + text.slice(1) : text);

/** Title, tags and fields in the order of FORMATS, Dates; a level that the parent topic has as well is inherited again. */
function topicText(topic: Topic, above: LevelId | null, say: (text: Text) => string): string {
  const parts = [linkedTitle(topic, say)];
  // A tag that is a level's name would give the topic this level.
  for (const tag of topic.tags.map(asTag)) if (tag !== '' && levelNamed(tag) === null) parts.push(`#${tag}`);
  if (topic.level !== null && topic.levelSource !== 'inferred' && topic.level !== above)
    parts.push(levelMark(topic.level));
  if (topic.hours !== null) parts.push(`[hours:: ${topic.hours}]`);
  if (topic.spent !== null) parts.push(`[spent:: ${durationText(Math.round(topic.spent * 60))}]`);
  if (topic.idWritten) parts.push(fieldText('id', topic.id));
  if (topic.needs.length > 0) parts.push(fieldText('dependsOn', topic.needs.join(',')));
  const fields = fieldsOf(topic);
  for (const name of planFields) {
    // The first day counts.
    if (name === 'completion' && topic.completedOn !== null) parts.push(`✅ ${topic.completedOn}`);
    for (const field of fields) if (field.name === name) parts.push(fieldText(name, field.value));
  }
  return parts.filter((part) => part !== '').join(' ');
}

/** A done day that an open line had is none of a topic that was done elsewhere since: as the first one it would count. */
function fieldsOf({ fields, status, completedOn }: Topic): readonly PlanField[] {
  if (status !== 'done' || completedOn !== null) return fields;
  const first = fields.findIndex(({ name, value }) => name === 'completion' && parseCalendarDate(value) === null);
  return fields.filter(({ name }, index) => name !== 'completion' || (first >= 0 && index >= first));
}

/** The title with its number; a page that it names is a link there, where that reads as the same title. */
function linkedTitle({ number, title, links }: Topic, say: (text: Text) => string): string {
  const plain = titled(number, say(title));
  const read = topicTitle(plain);
  return links.reduce((text, link) => {
    const page = /^\[\[([^[\]|#]+)\]\]$/.exec(link)?.[1];
    const name = page === undefined ? '' : escaped(page);
    const at = name === '' ? -1 : text.indexOf(name);
    const end = at + name.length;
    // `art` is no part of `party`.
    if (at < 0 || wordSign().test(text.charAt(at - 1)) || wordSign().test(text.charAt(end))) return text;
    const linked = text.slice(0, at) + link + text.slice(end);
    const again = topicTitle(linked);
    const isSame = again.title === read.title && again.number === read.number && linksIn(linked).includes(link);
    return isSame && harmless(link) === link ? linked : text;
  }, plain);
}

const wordSign = pattern(String.raw`[\p{L}\p{N}]`, 'u');

/** Each link that is not found in the title, as a line below it. */
function linksBelow(topic: Topic, say: (text: Text) => string): string[] {
  const inTitle = linksIn(linkedTitle(topic, say));
  return topic.links.flatMap((link) => (inTitle.includes(link) ? [] : (linkText(link) ?? escaped(oneLine(link)))));
}

/** A link in the first form that reads back as this link and nothing else; null where none does. */
function linkText(link: string): string | null {
  const forms = [...(link.includes('://') ? [`<${link}>`] : []), link, `[${escaped(link)}](${link})`];
  if (harmless(link) !== link) return null;
  return forms.find((text) => noteOf(text) === '' && linksIn(text).join('\n') === link) ?? null;
}

function levelMark(level: LevelId): string {
  return levelNamed(level) === level ? `#${level}` : `[level:: ${harmless(level)}]`;
}

/** A title behind its number. A number that is part of the title is escaped, so that it stays one. */
function titled(number: string | null, title: string, isSection = false): string {
  const own = splitNumber(title);
  // `Week 3: Routing` has its number already.
  if (number !== null)
    return own.form === 'word' && own.number === number ? escaped(title) : `${number}. ${escaped(title)}`;
  const isNumbered =
    own.form === 'marked' || own.form === 'dotted' || (isSection && (own.form === 'bare' || own.form === 'letter'));
  const match = isNumbered ? numberLike().exec(title) : null;
  if (match === null) return escaped(title);
  const [whole, before, digits, mark] = match as unknown as [string, string, string, string | undefined];
  const first = mark === undefined ? `${asNumber(digits.charAt(0))}${digits.slice(1)}` : `${digits}\\${mark}`;
  return escaped(before) + first + escaped(title.slice(whole.length));
}

/** A colon at the end of a heading is punctuation unless it is escaped. */
const sectionTitle = (number: string | null, title: string): string =>
  titled(number, title, true)
    .replace(/(?<!\\):$/, '\\:')
    .replace(/：$/, asNumber);

const numberLike = pattern(String.raw`^([^\p{L}\d]*)(\d+|\p{Lu})([.):])?`, 'u');

function projectTable(projects: readonly Topic[], say: (text: Text) => string): string[] {
  const cell = (text: string): string => escaped(text).replaceAll('|', '\\|');
  const textCell = (text: Text | null | undefined): string => (text ? cell(say(text)) : '');
  return [
    '| Level | Name | Description | Technologies | Success criterion | Links | Status |',
    '|---|---|---|---|---|---|---|',
    ...projects.map((project) => {
      const { goal, criterion, stack } = project.project ?? { goal: null, criterion: null, stack: [] };
      const links = project.links.flatMap((link) => linkText(link) ?? []);
      const cells = [
        cell(project.level ?? ''),
        textCell(project.title),
        textCell(goal),
        cell(stack.join(', ')),
        textCell(criterion),
        links.join(' ').replaceAll('|', '\\|'),
        [project.status, ...(project.completedOn === null ? [] : [project.completedOn])].join(' '),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

/** A field in the first form that reads back as its value: by its sign, else in brackets; empty where none does. */
function fieldText(name: FieldName, written: string): string {
  const value = harmless(written);
  return (
    [emojiField(name, value), `[${name}:: ${value}]`, `(${name}:: ${value})`].find((text) =>
      readsAs(text, name, value),
    ) ?? ''
  );
}

function readsAs(text: string, name: string, value: string): boolean {
  const [field, ...others] = readFields(text, 0);
  return others.length === 0 && field?.name === name && field.value === value && field.span.end === text.length;
}

/** A tag of Obsidian has no blanks and hardly any punctuation. */
function asTag(tag: string): string {
  const clean = harmless(tag)
    .replace(anySign, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[!@#$%^&*(),.?":{}|<>[\]`]/g, '');
  return /^\d*$/.test(clean) ? '' : clean;
}

/** A text as one line of a note that reads back as this text, and drives no terminal. */
export const plainLine = (text: string): string => escaped(oneLine(text)).replace(unsafe, asNumber);

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

// What would be read as a mark: emphasis, links, code, tags, fields, block ids, comments, HTML and escapes.
const special = /[\\`*_[\]<~=%&#^]|::/g;
// What could act on a terminal that shows the note.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
// There is no character reference for a NUL.
const asNumber = (sign: string): string => (sign === '\0' ? '\ufffd' : `&#${sign.codePointAt(0)};`);

/** What is no title has no escapes. */
const harmless = (text: string): string => text.replace(unsafe, '');

/** A title as Markdown that reads back as the same title. Fields are known by their signs, so those are written as numbers. */
function escaped(text: string): string {
  const plain = text.replace(special, (mark) => (mark === '::' ? ':\\:' : `\\${mark}`));
  return plain.replace(anySign, asNumber);
}
