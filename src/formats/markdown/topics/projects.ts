// PetProject: a row of a project table as something to tick, counted apart (FORMATS T8).
import { type DraftTopic, draftProject, giveLevel } from '../../../model/draft.ts';
import type { ProjectColumn } from '../../words/columns.ts';
import type { Row, Rows } from '../outline/part.ts';
import { brokenLink, linksIn, readable } from '../syntax/inline.ts';
import { statusColumn } from '../syntax/tables.ts';
import { statesOfRows } from './row-topics.ts';
import { brokenLinkAt, type Reading } from './topic-draft.ts';

type Columns = ReadonlyMap<ProjectColumn, number>;

/** The projects of a table, without rows that have no name; broken links are read as text and reported. */
export function projectsOf(reading: Reading, rows: Rows, columns: Columns): DraftTopic[] {
  const states = statesOfRows(rows, statusColumn(rows));
  return rows.body.flatMap((row, index) => {
    const project = projectOf(reading, row, columns);
    return project === null ? [] : [Object.assign(project, states[index])];
  });
}

function projectOf({ text: note, names, found }: Reading, row: Row, columns: Columns): DraftTopic | null {
  const cell = (name: ProjectColumn): string => row.cells[columns.get(name) ?? -1]?.text ?? '';
  const title = readable(cell('name'));
  if (title === '') return null;
  const list = (text: string): string[] =>
    text
      .split(/[,;]|<br\s*\/?>/)
      .map(readable)
      .filter(Boolean);
  const project = draftProject(title, row.line.line, {
    goal: readable(cell('description')) || null,
    criterion: readable(cell('criterion')) || null,
    proves: [],
    stack: list(cell('technologies')),
  });
  giveLevel(project, names.named(readable(cell('level'))));
  project.links = linksIn(cell('links'));
  for (const one of row.cells) {
    const broken = brokenLink(one.text);
    if (broken !== null) found.push(brokenLinkAt(note, row.line, one.start, broken));
  }
  return project;
}
