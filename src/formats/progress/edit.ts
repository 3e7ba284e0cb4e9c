// ProgressEdit: the splices that record topics in a progress file: a line changed, put in or taken out (FORMATS P2, P4).
import { UserError } from '../../errors.ts';
import { type Overlaid, overlay, type Tick } from '../../model/overlay.ts';
import { firstWording, type Roadmap, type Topic, type TopicId, topicsOf } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { toSource } from '../../text/source.ts';
import { statusEdits } from '../markdown/edit.ts';
import { quoted } from './head.ts';
import { insertTicks } from './insert.ts';
import { openBlock } from './open-block.ts';
import { type ProgressText, readProgress } from './read.ts';
import { lineEndOf, oneLine, type TopicChange } from './tick-line.ts';

// Those who record changes name them; the lines need the noun as well, so it lives below.

/** The text of a progress file that holds no tick yet. `source` names the roadmap it belongs to (FORMATS P3). */
export function emptyProgress(roadmap: Roadmap, source: string): string {
  return `---\nroadmap: ${quoted(source)}\n---\n\n# ${oneLine(firstWording(roadmap.title))}\n`;
}

/** The new text after all changes. Lines of other topics, orphans and whatever people wrote stay as they are; a topic that is back
 * in the roadmap's own state loses the lines that have its id; of several with its id the first is kept (FORMATS P4). The text is
 * read again before it is given: throws `bad-progress` where it would not say what was wanted. `file` is named then. */
export function recordChanges(
  text: string,
  bodyStart: number,
  roadmap: Roadmap,
  lines: ReadonlyMap<TopicId, readonly Tick[]>,
  changes: readonly TopicChange[],
  file = '',
): string {
  // A line that goes away may bear others: where they would be lost, or another line would speak up, it stays with the own state.
  for (const removes of [true, false]) {
    const after = recorded(text, bodyStart, roadmap, lines, changes, removes);
    if (saysWhatWasWanted(text, after, bodyStart, roadmap, changes)) return after;
  }
  const open = openBlock(text, bodyStart);
  throw new UserError('bad-progress', { file, line: open ?? 1, reason: open === null ? 'unsafe' : 'open-block' });
}

function recorded(
  text: string,
  bodyStart: number,
  roadmap: Roadmap,
  lines: ReadonlyMap<TopicId, readonly Tick[]>,
  changes: readonly TopicChange[],
  removes: boolean,
): string {
  const progress = readProgress(toSource(text), bodyStart);
  const edits: Edit[] = [];
  const fresh: TopicChange[] = [];
  let isShorter = false;
  for (const change of changes) {
    const { topic, to, day } = change;
    const found = lines.get(topic.id) ?? [];
    // A line with the id of another topic, though none has it now, is neither changed nor taken out: it may be needed again.
    const ticks = found.filter(({ id }) => id === null || id === topic.id);
    const isOwn = to === topic.status && (to !== 'done' || topic.completedOn === day);
    const isGone = isOwn && removes && ticks.length === found.length;
    // One line with the topic's id speaks for all that have it; a line that was typed without one is the user's, and stays.
    const kept = isGone ? undefined : (ticks.find(({ id }) => id !== null) ?? ticks[0]);
    for (const tick of ticks) {
      const goes = removes && tick !== kept && tick.id !== null;
      if (goes) edits.push(removal(progress, tick.line));
      else edits.push(...statusEdits(progress.source, [{ line: tick.line, to, day }], []));
      isShorter ||= goes;
    }
    if (ticks.length === 0 && (!isOwn || found.length > 0)) fresh.push(change);
  }
  const kept = applyEdits(text, edits);
  return withoutEmptySections(insertTicks(kept, bodyStart, roadmap, fresh), bodyStart, isShorter);
}

/** Whether the topics that were changed, and they alone, are in another state, and no line has lost its topic by it. */
function saysWhatWasWanted(
  before: string,
  after: string,
  bodyStart: number,
  roadmap: Roadmap,
  changes: readonly TopicChange[],
): boolean {
  const [was, is] = [before, after].map((text) => overlay(roadmap, readProgress(toSource(text), bodyStart).ticks)) as [
    Overlaid,
    Overlaid,
  ];
  const changed = new Map(changes.map((change) => [change.topic.id, change]));
  const old = topicsById(was.roadmap);
  for (const [id, topic] of topicsById(is.roadmap)) {
    const change = changed.get(id);
    if (change === undefined) {
      const { status, completedOn } = old.get(id) as Topic;
      if (topic.status !== status || topic.completedOn !== completedOn) return false;
    } else if (topic.status !== change.to || (change.to === 'done' && topic.completedOn !== change.day)) return false;
  }
  return is.orphans.length >= was.orphans.length;
}

/** The whole line with its line end. */
export function removal(progress: ProgressText, line: number): Edit {
  const { lineStarts, text } = progress.source;
  return { span: { start: lineStarts[line - 1] as number, end: lineStarts[line] ?? text.length }, text: '' };
}

/** Takes out second-level headings that hold nothing any more, with the blank lines behind them, and under the title all but one
 * blank line. Only after a line was taken out. */
export function withoutEmptySections(text: string, bodyStart: number, isNeeded: boolean): string {
  if (!isNeeded) return text;
  const source = toSource(text);
  const { headings } = readProgress(source, bodyStart);
  const edits: Edit[] = [];
  headings.forEach((heading, index) => {
    const start = source.lineStarts[heading.line - 1] as number;
    const next = headings[index + 1];
    const end = next ? (source.lineStarts[next.line - 1] as number) : text.length;
    const body = source.lineStarts[heading.line] ?? text.length;
    if (heading.depth > 2 || text.slice(body, end).trim() !== '') return;
    const kept = next === undefined ? body : (source.lineStarts[heading.line + 1] ?? text.length);
    if (heading.depth === 2) edits.push({ span: { start, end }, text: '' });
    else if (kept < end) edits.push({ span: { start: kept, end }, text: '' });
  });
  const cut = applyEdits(text, edits);
  return edits.length > 0 ? cut.trimEnd() + lineEndOf(text) : cut;
}

/** Every topic and project of a roadmap by its id. */
export function topicsById(roadmap: Roadmap): ReadonlyMap<TopicId, Topic> {
  const found = new Map<TopicId, Topic>();
  for (const topic of topicsOf(roadmap.children)) found.set(topic.id, topic);
  for (const project of roadmap.projects) found.set(project.id, project);
  return found;
}
