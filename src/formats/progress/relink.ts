// Relinking: the splices by which lines of a progress file name the topics they belong to as those are called now (FORMATS P2, P4).
import { UserError } from '../../errors.ts';
import type { KnownTopic } from '../../model/known-topic.ts';
import { type Overlaid, overlay, type Tick, winningTick } from '../../model/overlay.ts';
import type { Relink } from '../../model/reconcile.ts';
import { type Roadmap, type Topic, type TopicId, wordings } from '../../model/roadmap.ts';
import { topicsById } from '../../model/tree.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineSpan, toSource } from '../../text/source.ts';
import { readTaskLine } from '../markdown/syntax/task-line.ts';
import { takenOut } from './clear.ts';
import { insertTicks, lastLineOf } from './insert.ts';
import { idIn, type ProgressText, readProgress } from './read.ts';
import { lineEndOf, type TopicChange, tickTitle } from './tick-line.ts';

/**
 * The text of a progress file after its lines got the numbers, titles and ids that their topics have now, each under the
 * heading of its section; box, dates, tags and what hangs on a line stay as they are. `roadmap` is in its own states.
 * The text is read again before it is given: throws `bad-progress` where a tick would be lost or changed by it.
 */
export function relinked(
  { text, bodyStart, path }: { readonly text: string; readonly bodyStart: number; readonly path: string },
  roadmap: Roadmap,
  relinks: readonly Relink[],
  known: readonly KnownTopic[] | null = null,
): string {
  const titleOf = new Map(known?.map(({ id, title }) => [id, title]));
  const progress = readProgress(toSource(text), bodyStart);
  const eol = lineEndOf(text);
  const edits: Edit[] = [];
  const gone = new Set<number>();
  const cut = new Map<TopicId, { change: TopicChange; blocks: string[] }>();
  for (const relink of relinks) {
    const { tick, to } = relink;
    const { start, end } = lineSpan(progress.source, tick.line);
    const rewritten = lineEdits(text, start, end, relink, titleOf.get(tick.id ?? ''));
    const last = lastLineOf(progress, tick);
    if (!relink.isMisplaced || bearsOthers(progress, tick, last)) {
      edits.push(...rewritten);
      continue;
    }
    const blockEnd = progress.source.lineStarts[last] ?? text.length;
    const block = applyEdits(text.slice(start, blockEnd), shifted(rewritten, -start)).replace(
      /(?<![\r\n])[\r\n]+$/,
      '',
    );
    for (let line = tick.line; line <= last; line++) gone.add(line);
    const known = cut.get(to.topic.id);
    if (known) known.blocks.push(block);
    else cut.set(to.topic.id, { change: { topic: to.topic, to: tick.status, day: null }, blocks: [block] });
  }
  const moved = [...cut.values()].map(({ change }) => change);
  if (gone.size > 0) edits.push(...takenOut(progress, gone, null));
  const after = insertTicks(applyEdits(text, edits), bodyStart, roadmap, moved, ({ topic }) =>
    (cut.get(topic.id)?.blocks ?? []).join(eol),
  );
  if (!keepsEveryTick(text, after, bodyStart, roadmap, relinks))
    throw new UserError('bad-progress', { file: path, line: relinks[0]?.tick.line ?? 1, reason: 'unsafe' });
  return after;
}

/** A line that is itself indented, or has other ticks below it, stays where people put it. */
function bearsOthers({ source, ticks }: ProgressText, tick: Tick, last: number): boolean {
  const { start } = lineSpan(source, tick.line);
  return /[\s>]/.test(source.text.charAt(start)) || ticks.some(({ line }) => line > tick.line && line <= last);
}

/** Number and title before the first field, and the id behind them; tags stay, and so do words behind the title it had. */
function lineEdits(
  text: string,
  start: number,
  end: number,
  { tick, to: { topic } }: Relink,
  known: string | undefined,
): Edit[] {
  const item = readTaskLine(text, start, end);
  if (item === null) throw new RangeError('a tick is a list item');
  const from = item.head.content;
  const id = idIn(text.slice(from, end));
  const fieldsAt = [...item.fields.map(({ span }) => span.start), ...(item.block ? [item.block.span.start] : [])];
  const until = Math.min(end, ...fieldsAt, ...(id === null ? [] : [from + id.index]));
  const old = text.slice(from, until);
  const title = tickTitle(topic);
  const tags = [...old.matchAll(/(?:^|\s)(#[^\s#]+)/g)].map((found) => found[1] as string);
  const own = old.replace(/^\s*[Pp]?\d+(?:\.\d+)*\s+(?=\S)/, '');
  const was = [known, ...wordings(topic.title)].find((one) => one !== undefined && own.startsWith(one));
  const kept = was === undefined ? tags.filter((tag) => !title.includes(tag)) : [own.slice(was.length).trim()];
  const words = [title, ...kept].join(' ').trim();
  const blanks = old.slice(old.trimEnd().length);
  if (id === null) return [{ span: { start: from, end: until }, text: `${words} 🆔 ${topic.id}${blanks}` }];
  // Punctuation behind the id stays, unless it belongs to it.
  const value = tick.id === id.id ? id.id : (id.bare ?? id.id);
  const at = from + id.index + id.whole.length - id.id.length;
  return [
    { span: { start: from, end: until }, text: words + (blanks || ' ') },
    { span: { start: at, end: at + value.length }, text: topic.id },
  ];
}

function shifted(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ span, text }) => ({ span: { start: span.start + by, end: span.end + by }, text }));
}

/** Every topic has the state that its old lines and those that were linked to it give together, and no other line lost its topic. */
function keepsEveryTick(
  before: string,
  after: string,
  bodyStart: number,
  roadmap: Roadmap,
  relinks: readonly Relink[],
): boolean {
  const [was, is] = [before, after].map((text) => overlay(roadmap, readProgress(toSource(text), bodyStart).ticks)) as [
    Overlaid,
    Overlaid,
  ];
  const proposals = relinks.filter(({ proposedBy }) => proposedBy !== null);
  if (is.orphans.length !== was.orphans.length - proposals.length) return false;
  const old = topicsById(was.roadmap);
  for (const [id, topic] of topicsById(is.roadmap)) {
    const own = proposals.filter(({ to }) => to.topic.id === id).map(({ tick }) => tick);
    const { status, completedOn } =
      own.length === 0 ? (old.get(id) as Topic) : winningTick([...(was.lines.get(id) ?? []), ...own]);
    if (topic.status !== status || topic.completedOn !== completedOn) return false;
  }
  return true;
}
