// InlineRecord: the splices that give topics of a note another status, in a text that a merge may have left doubled (FORMATS D2, U1, U2).
import { hashOf } from '../../model/identity.ts';
import type { TopicId } from '../../model/roadmap.ts';
import { applyEdits, differenceEdit, type Edit } from '../../text/edit.ts';
import { lineSpan, lineText, type Source, toSource } from '../../text/source.ts';
import { type StatusChange, statusEdits } from './edit.ts';
import { doubledIn, joinings, lineAfterJoining } from './join.ts';
import { mergedLines } from './merged.ts';
import { readTaskLine } from './task-line.ts';

export interface InlineChange extends StatusChange {
  readonly id: TopicId;
}

export interface InlineRecord {
  readonly edits: readonly Edit[];
  /** How many lines that stood there again are gone. */
  readonly joined: number;
  /** Ids that were written so that a line stays a topic of its own (FORMATS U2), by the ids that these topics had. */
  readonly named: ReadonlyMap<TopicId, TopicId>;
}

/** The whole change: lines that a merge left twice are joined on the way. Throws as `statusEdits` does. */
export function recordInline(
  source: Source,
  bodyStart: number,
  boxGroups: readonly (readonly number[])[],
  changes: readonly InlineChange[],
): InlineRecord {
  const merged = mergedLines(source, bodyStart);
  const lineOf = lineAfterJoining(merged);
  const moved = changes.map((change) => ({ ...change, line: lineOf(change.line) }));
  const groups = merged.doubled.length === 0 ? boxGroups : boxGroups.map((group) => group.map(lineOf));
  const basis =
    merged.doubled.length === 0
      ? source
      : toSource(
          applyEdits(
            source.text,
            joinings(source, merged).map(({ edit }) => edit),
          ),
        );
  const edits = statusEdits(basis, moved, groups);
  const plain = applyEdits(basis.text, edits);
  const { text, named } = keptApart(plain, bodyStart, moved);
  if (basis === source && named.size === 0) return { edits, joined: 0, named };
  const edit = differenceEdit(source.text, text);
  const joined = merged.doubled.reduce((sum, { count }) => sum + count, 0);
  return { edits: edit === null ? [] : [edit], joined, named };
}

/** U2: equal lines of the author's are topics of their own. A tick that would make them look like two versions of one line writes an
 * id on the ticked one: then they differ in more than box and day, and the total stays. */
function keptApart(
  changed: string,
  bodyStart: number,
  changes: readonly InlineChange[],
): { text: string; named: Map<TopicId, TopicId> } {
  let text = changed;
  const named = new Map<TopicId, TopicId>();
  for (;;) {
    const source = toSource(text);
    const runs = doubledIn(source, bodyStart);
    if (runs.length === 0) return { text, named };
    // One line of a run is enough; the next reading shows what is still alike. Joining may have put equal lines beside each other.
    const edits = runs.map(({ line: from, second, last }) => {
      const change = changes.find(({ id, line }) => !named.has(id) && line >= from && line <= last);
      const line = change?.line ?? second;
      const fresh = freshId(text, change?.id ?? lineText(source, line));
      if (change !== undefined) named.set(change.id, fresh);
      return idEdit(source, line, fresh);
    });
    text = applyEdits(text, edits);
  }
}

/** Short, like those of the Obsidian Tasks plugin; the same for the same topic on every machine, so that merges recognise it. */
function freshId(text: string, id: TopicId): TopicId {
  for (let times = 1; ; times++) {
    const fresh = hashOf(`${id}\n${times}`).slice(-6);
    if (!text.includes(fresh)) return fresh;
  }
}

/** ` 🆔 id` behind the words of a line and before its other fields. */
function idEdit(source: Source, line: number, id: TopicId): Edit {
  const { start, end } = lineSpan(source, line);
  const item = readTaskLine(source.text, start, end);
  const next = [...(item?.fields ?? []).map(({ span }) => span.start), item?.block?.span.start ?? end, end];
  let at = Math.min(...next);
  while (at > (item?.head.content ?? start) && /\s/.test(source.text.charAt(at - 1))) at--;
  const isDataview = item !== null && item.fields.length > 0 && item.fields.every(({ form }) => form === 'dataview');
  return { span: { start: at, end: at }, text: isDataview ? `  [id:: ${id}]` : ` 🆔 ${id}` };
}
