// ProgressEdit: the splices that record topics in a progress file: a line changed, put in or taken out (FORMATS P2, P4).
import { UserError } from '../../errors.ts';
import { keyOfNote, type Overlaid, overlay, type Tick } from '../../model/overlay.ts';
import { firstWording, type Roadmap, type Topic, type TopicNote } from '../../model/roadmap.ts';
import { topicsById } from '../../model/tree.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { toSource } from '../../text/source.ts';
import { additionEdits, isNothing, nothingAdded } from '../markdown/addition.ts';
import { statusEdits } from '../markdown/edit.ts';
import { takenOut } from './clear.ts';
import { quoted } from './head-text.ts';
import { insertTicks } from './insert.ts';
import { openBlock } from './open-block.ts';
import { type ProgressText, readProgress } from './read.ts';
import { oneLine, type TopicChange } from './tick-line.ts';

// Those who record changes name them; the lines need the noun as well, so it lives below.

/** The text of a progress file that holds no tick yet. `source` names the roadmap it belongs to (FORMATS P3). */
export function emptyProgress(roadmap: Roadmap, source: string): string {
  return `---\nroadmap: ${quoted(source)}\n---\n\n# ${oneLine(firstWording(roadmap.title))}\n`;
}

/** The new text after all changes. Lines of other topics, orphans and whatever people wrote stay as they are; a topic that is back
 * in the roadmap's own state loses the lines that have its id; of several with its id the first is kept (FORMATS P4). The text is
 * read again before it is given: throws `bad-progress` where it would hold another change. `file` is named then. */
export function recordChanges(
  text: string,
  bodyStart: number,
  roadmap: Roadmap,
  changes: readonly TopicChange[],
  file = '',
): string {
  const progress = readProgress(toSource(text), bodyStart);
  const before = overlay(roadmap, progress.ticks);
  // Other lines may be below a line that is taken out, or count instead of it. Where that would change a topic, it stays, in the roadmap's own state.
  for (const removes of [true, false]) {
    const { edits, fresh } = editsOf(progress, { roadmap, lines: before.lines }, changes, removes);
    const ticked = insertTicks(applyEdits(text, edits), bodyStart, roadmap, fresh);
    const after = withAdded(ticked, bodyStart, roadmap, changes);
    if (hasOnly(changes, before, overlay(roadmap, readProgress(toSource(after), bodyStart).ticks))) return after;
  }
  const open = openBlock(text, bodyStart);
  throw new UserError('bad-progress', { file, line: open ?? 1, reason: open === null ? 'unsafe' : 'open-block' });
}

/** Time and notes at the lines of their topics, which are there by then. */
function withAdded(text: string, bodyStart: number, roadmap: Roadmap, changes: readonly TopicChange[]): string {
  if (changes.every(({ added = nothingAdded }) => isNothing(added))) return text;
  const { source, ticks } = readProgress(toSource(text), bodyStart);
  const { lines } = overlay(roadmap, ticks);
  const edits = changes.flatMap(({ topic, added = nothingAdded }) => {
    const own = lines.get(topic.id) ?? [];
    // The one that counts of several: the most time is what they show together.
    const tick = [...own].sort((a, b) => (b.spent ?? 0) - (a.spent ?? 0))[0];
    if (tick === undefined || isNothing(added)) return [];
    const { time, notes } = additionEdits(source, tick.line, added);
    return [...time, ...notes];
  });
  return applyEdits(text, edits);
}

/** The splices for topics that have a line, and the changes of those that get one. `removes`: lines may be taken out. */
function editsOf(
  progress: ProgressText,
  { roadmap, lines }: Pick<Overlaid, 'roadmap' | 'lines'>,
  changes: readonly TopicChange[],
  removes: boolean,
): { readonly edits: readonly Edit[]; readonly fresh: readonly TopicChange[] } {
  const edits: Edit[] = [];
  const fresh: TopicChange[] = [];
  const gone = new Set<number>();
  for (const change of changes) {
    const { topic, to, day, added = nothingAdded } = change;
    const found = lines.get(topic.id) ?? [];
    // A line with the id of another topic, though none has it now, is neither changed nor taken out: it may be needed again.
    const ticks = found.filter(({ id }) => id === null || id === topic.id || topic.formerly.includes(id));
    const isOwn = to === topic.status && (to !== 'done' || topic.completedOn === day);
    if (change.keeps && ticks.length > 0) continue;
    // What somebody wrote there is no part of the state, and outlives it (FORMATS D8).
    const isGone = isOwn && removes && isNothing(added) && ticks.length === found.length && !ticks.some(hasWords);
    // One line with the topic's id counts for all that have it; a line that was typed without one is the user's, and stays.
    const kept = isGone
      ? undefined
      : (ticks.find(({ id }) => id === topic.id) ?? ticks.find(({ id }) => id !== null) ?? ticks[0]);
    for (const tick of ticks) {
      // One with the id of a topic that was merged into this one changes with it, and stays: nobody asked to give it up.
      const goes = removes && tick !== kept && tick.id === topic.id && !hasWords(tick);
      if (goes) gone.add(tick.line);
      else edits.push(...statusEdits(progress.source, [{ line: tick.line, to, day }], []));
    }
    if (ticks.length === 0 && (!isOwn || found.length > 0 || !isNothing(added))) fresh.push(change);
  }
  if (gone.size > 0) edits.push(...takenOut(progress, gone, roadmap));
  return { edits, fresh };
}

const hasWords = ({ spent, noteLines }: Tick): boolean => spent !== null || noteLines.length > 0;

/** How many notes there are; most topics have none. */
const countOf = (notes: readonly TopicNote[]): number => (notes.length === 0 ? 0 : new Set(notes.map(keyOfNote)).size);

/** Whether the topics that were changed, and they alone, are in another state, and no line has lost its topic or its words by it. */
function hasOnly(changes: readonly TopicChange[], was: Overlaid, is: Overlaid): boolean {
  const changed = new Map(changes.map((change) => [change.topic.id, change]));
  const old = topicsById(was.roadmap);
  for (const [id, topic] of topicsById(is.roadmap)) {
    const change = changed.get(id);
    const { status, completedOn, spent, noteLines } = old.get(id) as Topic;
    const { minutes, notes } = change?.added ?? nothingAdded;
    if (Math.abs((topic.spent ?? 0) - (spent ?? 0) - (minutes ?? 0) / 60) > 0.001) return false;
    if (countOf([...noteLines, ...notes]) !== countOf(topic.noteLines)) return false;
    if (change === undefined) {
      if (topic.status !== status || topic.completedOn !== completedOn) return false;
    } else if (topic.status !== change.to || (change.to === 'done' && topic.completedOn !== change.day)) return false;
  }
  return is.orphans.length >= was.orphans.length;
}
