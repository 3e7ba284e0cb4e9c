// PetProject: a row of a project table as something to tick, counted apart (FORMATS T8).
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import type { Diagnostic } from '../../errors.ts';
import { type DraftTopic, draftProject } from '../../model/draft.ts';
import type { LevelNames } from '../../model/level-words.ts';
import { brokenLink, linksIn, readable } from './inline.ts';
import type { Row } from './outline/part.ts';
import { dayOfCell, type ProjectColumn, statusOfCell } from './tables.ts';
import { brokenLinkAt } from './topics/topic-draft.ts';

/** The project of a row, or null where it has no name; broken links are read as text and reported. */
export function projectOf(
  row: Row,
  columns: ReadonlyMap<ProjectColumn, number>,
  status: number,
  names: LevelNames,
  found: Diagnostic[],
): DraftTopic | null {
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
  const state = row.cells[status]?.text ?? '';
  project.status = state === 'skipped' ? 'skipped' : statusOfCell(state);
  if (project.status === 'done') project.completedOn = parseCalendarDate(dayOfCell(state) ?? '');
  const level = names.named(readable(cell('level')));
  if (level !== null) {
    project.level = level;
    project.levelSource = 'explicit';
  }
  project.links = linksIn(cell('links'));
  for (const one of row.cells) {
    const broken = brokenLink(one.text);
    if (broken !== null) found.push(brokenLinkAt(row.line, one.start, broken));
  }
  return project;
}
