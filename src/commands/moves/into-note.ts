// IntoNote: the move of ticks from a progress file into the note itself.

import { UserError } from '../../errors.ts';
import { additionEdits, isNothing, nothingAdded } from '../../formats/markdown/addition.ts';
import { type StatusChange, statusEdits } from '../../formats/markdown/edit.ts';
import { readTaskLine } from '../../formats/markdown/syntax/task-line.ts';
import { progressIn, withoutTicks } from '../../formats/progress/clear.ts';
import type { TopicChange } from '../../formats/progress/tick-line.ts';
import { overlay } from '../../model/overlay.ts';
import { firstWording, type Topic } from '../../model/roadmap.ts';
import { topicsOf } from '../../model/tree.ts';
import { newStep } from '../../store/undo/step.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineSpan } from '../../text/source.ts';
import { type Loaded, readAgain } from '../load.ts';
import type { Note } from '../roadmap-file.ts';
import { isSame, isSameStates, leave, noteRewriting, type PlannedMove, type Present, ticksIn } from './planned-move.ts';

/**
 * Rows of tables stay where they are (D7). Null where the ticks are in the note. Throws `unmovable` where a tick cannot be written
 * there, or the note would not read as it did.
 */
export function intoNote(present: Present): PlannedMove | null {
  const { loaded } = present;
  const { overlaid, progress, home, named } = loaded;
  const note = loaded.note as Note;
  if (progress === null) return null;
  const isHome = isSame(present, progress, home);
  const all = ticksIn(present, progress.text, overlaid.lines);
  const moved = all.filter(({ topic }) => isItem(note, topic));
  const left = all.filter(({ topic }) => !isItem(note, topic) || topic.repeats);
  const refuse = (ticks: readonly TopicChange[]): never => {
    throw new UserError('unmovable', { file: note.path, titles: ticks.map(({ topic }) => firstWording(topic.title)) });
  };
  // A row needs the file that is looked for, and a repeating task is the plugin's to complete (D4).
  const isStuck = left.length > 0 && (moved.length === 0 || !isHome);
  if (isStuck || left.some(({ topic }) => topic.repeats)) refuse(left);
  const edits = editsOf(loaded, note, moved);
  if (moved.length > 0) {
    const after = readAgain(loaded, applyEdits(note.source.text, edits));
    const rows = left.flatMap(({ topic }) => overlaid.lines.get(topic.id) ?? []);
    if (!isSameStates(overlay(after, rows).roadmap, loaded.roadmap)) refuse([]);
  }
  const labs = isHome ? [] : progressIn(progress.text).labs;
  const gone = moved.flatMap(({ topic }) => overlaid.lines.get(topic.id) ?? []);
  const rest = withoutTicks(progress.text, [...gone, ...labs]);
  // The note is to be found again as the place, though something else names another.
  const place = overlaid.orphans.length > 0 || named !== null ? 'inline' : null;
  const leaving = { from: progress, rest, to: null, place, labs: { text: progress.text, lines: labs } };
  const writes = [...noteRewriting(note, edits), ...leave(present, leaving)];
  if (writes.length === 0) return null;
  return { from: progress.path, to: note.path, count: moved.length, writes, step: newStep() };
}

/** Whether the topic has a line that may be given a box. */
function isItem({ source }: Note, { line, place }: Topic): boolean {
  const { start, end } = lineSpan(source, line);
  return place !== 'none' || (line > 0 && readTaskLine(source.text, start, end) !== null);
}

function editsOf({ own }: Loaded, note: Note, moved: readonly TopicChange[]): readonly Edit[] {
  const changes = moved
    .filter(({ topic, to, day }) => topic.status !== to || (to === 'done' && day !== topic.completedOn && day !== null))
    .map(({ topic: { line }, to, day }): StatusChange => ({ line, to, day }));
  const additions = moved
    .filter(({ added = nothingAdded }) => !isNothing(added))
    .map(({ topic, added = nothingAdded }) => additionEdits(note.source, topic.line, added));
  const [time, notes] = [additions.flatMap((one) => one.time), additions.flatMap((one) => one.notes)];
  if (changes.length === 0) return [...time, ...notes];
  // Without a single box every bullet is a topic, and stays one only with a box of its own (FORMATS T2, D6).
  const bullets = [...topicsOf(own.children)].filter((topic) => isItem(note, topic)).map(({ line }) => line);
  return [...time, ...statusEdits(note.source, changes, own.hasTaskLines ? own.boxGroups : [bullets]), ...notes];
}
