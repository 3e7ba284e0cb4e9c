// Checklist: a roadmap written out as a Markdown note with boxes, ready for any editor that ticks them.
import { levelNamed } from '../../model/level-words.ts';
import type { LevelId, Roadmap, Section, Status, Text, Topic } from '../../model/roadmap.ts';
import { wording } from '../../model/roadmap.ts';
import { pattern } from '../../text/pattern.ts';

const marks: { readonly [status in Status]: string } = { todo: ' ', doing: '/', done: 'x', skipped: '-' };

/**
 * The roadmap with its ticks. What is written reads back as the same roadmap, so that writing it again gives the same text:
 * levels that were guessed and addresses that were counted are left out, since they are guessed and counted again.
 */
export function checklist(roadmap: Roadmap, language: string): string {
  const say = (text: Text): string => oneLine(wording(text, language));
  const lines: string[] = [`# ${escaped(say(roadmap.title))}`];
  const blank = (): void => {
    if (lines[lines.length - 1] !== '') lines.push('');
  };

  const topic = (one: Topic, indent: string, above: LevelId | null): void => {
    lines.push(`${indent}- [${marks[one.status]}] ${topicText(one, above, say)}`);
    for (const note of [...(one.outcome === null ? [] : [say(one.outcome)]), ...one.notes])
      lines.push(`${indent}  - ${escaped(oneLine(note))}`);
    const title = say(one.title);
    // An address in the title is found there again.
    for (const link of one.links) if (isAddress(link) && !title.includes(link)) lines.push(`${indent}  - <${link}>`);
    for (const below of one.topics) topic(below, `${indent}  `, one.level);
  };
  const section = (one: Section, depth: number): void => {
    blank();
    lines.push(`${'#'.repeat(Math.min(depth, 6))} ${titled(one.number, say(one.title))}`);
    children(one.children, depth + 1);
  };
  const children = (all: readonly (Section | Topic)[], depth: number): void => {
    const topics = all.filter((child): child is Topic => child.kind === 'topic');
    // Topics first: behind a subsection they would read as its own.
    if (topics.length > 0) blank();
    for (const child of topics) topic(child, '', null);
    for (const child of all) if (child.kind === 'section') section(child, depth);
  };
  children(roadmap.children, 2);
  if (roadmap.projects.length > 0) {
    blank();
    lines.push('## Pet projects', '', ...projectTable(roadmap.projects, say));
  }
  // Links, tags, levels and cells as well: whatever shows the note must not obey it.
  return `${lines.join('\n').replace(unsafe, asNumber)}\n`;
}

/** Title, tags and fields in the order of FORMATS §5; a level that the parent topic has as well is inherited again. */
function topicText(topic: Topic, above: LevelId | null, say: (text: Text) => string): string {
  const parts = [titled(topic.number, say(topic.title))];
  for (const tag of topic.tags.map(asTag)) if (tag !== '') parts.push(`#${tag}`);
  if (topic.level !== null && topic.levelSource !== 'inferred' && topic.level !== above)
    parts.push(levelMark(topic.level));
  if (topic.idWritten && isTaskId(topic.id)) parts.push(`🆔 ${topic.id}`);
  const needs = topic.needs.filter(isTaskId);
  if (needs.length > 0) parts.push(`⛔ ${needs.join(',')}`);
  if (topic.completedOn !== null) parts.push(`✅ ${topic.completedOn}`);
  return parts.join(' ');
}

function levelMark(level: LevelId): string {
  return levelNamed(level) === level ? `#${level}` : `[level:: ${level}]`;
}

const titled = (number: string | null, title: string): string =>
  number === null ? escaped(title) : `${number}${number.includes('.') ? '' : '.'} ${escaped(title)}`;

function projectTable(projects: readonly Topic[], say: (text: Text) => string): string[] {
  const cell = (text: string): string => escaped(text).replaceAll('|', '\\|');
  const said = (text: Text | null | undefined): string => (text ? cell(say(text)) : '');
  return [
    '| Level | Name | Description | Technologies | Success criterion | Links | Status |',
    '|---|---|---|---|---|---|---|',
    ...projects.map((project) => {
      const { goal, criterion, stack } = project.project ?? { goal: null, criterion: null, stack: [] };
      const links = project.links.filter(isAddress).map((link) => `<${link}>`);
      const cells = [
        project.level ?? '',
        said(project.title),
        said(goal),
        cell(stack.join(', ')),
        said(criterion),
        links.join(' '),
        project.status,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

/** What the plugin takes for an id; others, such as `traffic.split`, cannot stand on a task line. */
const isTaskId = (id: string): boolean => /^[A-Za-z0-9_-]+$/.test(id);

/** A tag of Obsidian has no blanks and hardly any punctuation. */
function asTag(tag: string): string {
  const clean = tag
    .replace(fieldSign(), '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[!@#$%^&*(),.?":{}|<>[\]`]/g, '');
  return /^\d*$/.test(clean) ? '' : clean;
}

const isAddress = (link: string): boolean => /^https?:\/\/[^\s<>]+$/.test(link);

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

// What would be read as a mark: emphasis, links, code, tags, fields, block ids, comments, HTML and escapes.
const special = /[\\`*_[\]<~=%&#^]|::/g;
// What could act on a terminal that shows the note.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
// No number stands for a NUL.
const asNumber = (sign: string): string => (sign === '\0' ? '\ufffd' : `&#${sign.codePointAt(0)};`);
const fieldSign = pattern('[✅❌🛫➕⏳⌛📅📆🗓🔺⏫🔼🔽⏬🆔⛔🔁🏁]', 'gu');

/** A title as Markdown that reads back as the same title. Fields are told by their signs, so those are written as numbers. */
function escaped(text: string): string {
  const plain = text.replace(special, (mark) => (mark === '::' ? ':\\:' : `\\${mark}`));
  return plain.replace(fieldSign(), asNumber);
}
