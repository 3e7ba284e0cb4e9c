// TickLine: one line of a progress file, as the program writes it (FORMATS P2).
import type { CalendarDate } from '../../dates/calendar-date.ts';
import { firstWording, type Status, type Topic } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { visible } from '../../text/visible.ts';
import type { Added } from '../markdown/addition.ts';
import { plainMarks } from '../markdown/syntax/box-mark.ts';
import { readFields } from '../markdown/syntax/task-line.ts';

export interface TopicChange {
  /** As the roadmap itself has it, without ticks. */
  readonly topic: Topic;
  readonly to: Status;
  /** The day for done and skipped; null where none is known. */
  readonly day: CalendarDate | null;
  /** Time and notes to write with it. */
  readonly added?: Added;
  /** The topic has this state already: its lines keep what they say of it. */
  readonly keeps?: boolean;
}

/** `- [x] 4.2.1 Subsets 🆔 dr-subsets ✅ 2026-11-20` */
export function tickLine({ topic, to, day }: TopicChange): string {
  const date = day === null ? '' : to === 'done' ? ` ✅ ${day}` : to === 'skipped' ? ` ❌ ${day}` : '';
  return `- [${plainMarks[to]}] ${tickTitle(topic)} 🆔 ${topic.id}${date}`;
}

/** `4.2.1 Subsets` */
export function tickTitle({ address, title }: Topic): string {
  return `${address} ${withoutFields(oneLine(firstWording(title)))}`;
}

/** A ✅ or 🆔 that is part of the title would be read as the line's own. */
function withoutFields(title: string): string {
  const edits = readFields(title, 0).map(({ span }): Edit => ({ span, text: '' }));
  return edits.length === 0 ? title : oneLine(applyEdits(title, edits));
}

/** Control characters and lone surrogates would not survive the file, or make it look binary: stand-ins are written. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).trim();
}

/** The line end that a text uses; LF where it has none. */
export function lineEndOf(text: string): string {
  if (text.includes('\r\n')) return '\r\n';
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n';
}
