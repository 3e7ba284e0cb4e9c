// Tests of reading as a whole: small documents in the manners of many authors, each with what its author would count.
import { describe, expect, it } from 'vitest';
import { type Roadmap, type Topic, wording } from '../../../src/model/roadmap.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { readNote } from '../../support/notes.ts';
import type { AuthorDocument } from './author-document.ts';
import { checklists } from './checklists.ts';
import { drawings } from './drawings.ts';
import { outlines } from './outlines.ts';

function counts(topics: readonly Topic[]): string {
  const counted = topics.filter((topic) => topic.status !== 'skipped');
  return `${counted.filter((topic) => topic.status === 'done').length}/${counted.length}`;
}

function sectionsOf(roadmap: Roadmap): string[] {
  const loose = [...topicsOf(roadmap.children.filter((child) => child.kind === 'topic'))];
  const sections = roadmap.children
    .filter((child) => child.kind === 'section')
    .map((section) => `${wording(section.title, '')} ${counts([...topicsOf(section.children)])}`);
  return loose.length > 0 ? [`- ${counts(loose)}`, ...sections] : sections;
}

/** The same fields that the document promises, as the reader found them. */
function found(document: AuthorDocument): AuthorDocument {
  const roadmap = readNote(document.text);
  const topics = [...topicsOf(roadmap.children)];
  const of = (status: Topic['status']): number => topics.filter((topic) => topic.status === status).length;
  return {
    what: document.what,
    text: document.text,
    total: topics.length - of('skipped'),
    done: of('done'),
    sections: sectionsOf(roadmap),
    ...(document.doing === undefined ? {} : { doing: of('doing') }),
    ...(document.skipped === undefined ? {} : { skipped: of('skipped') }),
    ...(document.dated === undefined ? {} : { dated: topics.filter((topic) => topic.completedOn !== null).length }),
    ...(document.projects === undefined ? {} : { projects: roadmap.projects.length }),
    ...(document.title === undefined ? {} : { title: wording(roadmap.title, '') }),
    ...(document.levels === undefined
      ? {}
      : {
          levels: Object.fromEntries(
            roadmap.levels.map(({ id }) => [id, topics.filter((topic) => topic.level === id).length]),
          ),
        }),
  };
}

describe.each([
  ['with task lines', checklists],
  ['without task lines', outlines],
  ['in tables, trees and HTML', drawings],
])('documents %s', (_, documents) => {
  it.each(documents.map((document) => [document.what, document] as const))('%s', (_, document) => {
    expect(found(document)).toEqual(document);
  });

  it.each(documents.map((document) => [document.what, document] as const))('%s, saved on Windows', (_, document) => {
    const text = document.text.replace(/\r?\n/g, '\r\n');
    expect(found({ ...document, text })).toEqual({ ...document, text });
  });
});
