// BetweenFiles: the move of ticks from one progress file to another, and a file that takes the roadmap's name.
import { UserError } from '../../errors.ts';
import { isBare, progressIn, withoutTicks } from '../../formats/progress/clear.ts';
import { emptyProgress } from '../../formats/progress/edit.ts';
import { withHead } from '../../formats/progress/head-text.ts';
import { type Overlaid, overlay, type Tick } from '../../model/overlay.ts';
import { newStep } from '../../store/undo/step.ts';
import { decode } from '../../text/encoding.ts';
import { type ProgressNote, sourceName } from '../progress-note.ts';
import {
  isSame,
  leave,
  type PlannedMove,
  type Present,
  placeFor,
  refuseLoss,
  removal,
  rewriting,
  withLinesOf,
} from './planned-move.ts';

interface Arriving {
  readonly file: ProgressNote;
  /** Its text as it is to arrive: topics may have other titles by now. */
  readonly text: string;
  readonly overlaid: Overlaid;
  /** With `copy` the file stays as it is; with `abandoned` it was kept for another name of the roadmap. */
  readonly taking: 'move' | 'copy' | 'abandoned';
}

/** The whole text where there is none yet, else line by line. Throws `unwritable`, and `bad-progress` where a tick would be lost. */
export function betweenFiles(
  present: Present,
  { file, text, overlaid, taking }: Arriving,
  to: ProgressNote,
): PlannedMove {
  const { context, loaded } = present;
  const { own } = loaded;
  const isNew = to.text.trim() === '' || isBare(to.text, own);
  // What is no UTF-8 would become another text on the way.
  if (file.bytes !== null && !decode(file.bytes, 'utf-8').exact)
    throw new UserError('unwritable', { file: file.path, cause: 'inexact-encoding', variable: null });
  const head = { roadmap: sourceName(context, to.path, loaded), place: null };
  const whole = text.trim() === '' ? emptyProgress(own, head.roadmap) : text;
  const after = isNew ? withHead(whole, head) : withLinesOf(present, to, text, overlaid);
  refuseLoss(present, to.path, after, [...progressIn(text).ticks, ...progressIn(to.text).ticks]);
  const rest = isNew ? '' : withoutTicks(file.text, allLines(file.text));
  const isLeft = taking !== 'copy' || isSame(present, file, loaded.home);
  const left = { from: isLeft ? file : null, rest, to, place: placeFor(present, to) };
  const writes = [...rewriting(to, after), ...leave(present, { ...left, isRenamed: taking === 'abandoned' })];
  return { from: file.path, to: to.path, count: overlaid.lines.size, writes, step: newStep() };
}

/** Ticks, and labs, which go wherever the ticks of their roadmap do. */
function allLines(text: string): Tick[] {
  const { ticks, labs } = progressIn(text);
  return [...ticks, ...labs];
}

/**
 * The file stays where it is, with the text `now`, and names this roadmap; ticks that this has elsewhere go there, and what pointed to
 * the file under the old name goes.
 */
export function takeOver(present: Present, file: ProgressNote, now: string, pointer: ProgressNote | null): PlannedMove {
  const { context, loaded } = present;
  const { own, overlaid } = loaded;
  const roadmap = sourceName(context, file.path, loaded);
  const head = withHead(now, { roadmap, place: null });
  const other = loaded.progress ?? loaded.rows;
  const ticks = other === null || isSame(present, other, file) ? [] : allLines(other.text);
  const from = ticks.length === 0 ? null : other;
  const text = from === null ? head : withLinesOf(present, { path: file.path, text: head }, from.text, overlaid);
  refuseLoss(present, file.path, text, [...progressIn(head).ticks, ...progressIn(from?.text ?? '').ticks]);
  const rest = from === null ? '' : withoutTicks(from.text, ticks);
  const writes = [
    ...rewriting(file, text),
    ...leave(present, { from, rest, to: file, place: placeFor(present, file) }),
    ...(pointer === null ? [] : removal(present, pointer, roadmap)),
  ];
  const count = overlay(own, progressIn(now).ticks).lines.size;
  return { from: file.path, to: file.path, count, writes, step: newStep() };
}
