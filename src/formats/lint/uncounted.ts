// UncountedLint: sections and tables that look like something to tick and give no topics (FORMATS T2, T7).
import { normalTitle } from '../../model/identity.ts';
import type { Roadmap } from '../../model/roadmap.ts';
import { lineSpan, type Source } from '../../text/source.ts';
import type { Part, Row, Table } from '../markdown/outline/part.ts';
import type { Item } from '../markdown/outline/run.ts';
import { onlyLink, readable } from '../markdown/syntax/inline.ts';
import { boxColumns, projectColumns, rowsOf, statusColumn } from '../markdown/syntax/tables.ts';
import { type Finding, findingAt } from './finding.ts';

export interface Outlined {
  readonly source: Source;
  readonly root: Part;
  readonly roadmap: Roadmap;
  /** Lines that gave a topic or a project. */
  readonly isTopic: (line: number) => boolean;
}

/**
 * In a note with boxes, a section with two bullets or more and without a box, between sections of its kind that have
 * boxes; and tables with a status or a column of boxes whose rows are no topics, unless they sum up sections. Never
 * throws.
 */
export function lintUncounted(note: Outlined): Finding[] {
  const parts = partsBelow(note.root);
  const titles = new Set(parts.map((part) => normalTitle(part.title)));
  return [note.root, ...parts].flatMap((part) => [
    ...(note.roadmap.hasTaskLines ? sections(note, part) : []),
    ...part.children.flatMap((child) =>
      child.kind === 'table' && part.role === null ? table(note, child, titles) : [],
    ),
  ]);
}

/** Every part below, in document order; nesting may be deeper than the stack. */
function partsBelow(root: Part): Part[] {
  const found: Part[] = [];
  const waiting: Part[] = [root];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part !== root) found.push(part);
    for (const below of part.parts.toReversed()) waiting.push(below);
  }
  return found;
}

/** Whether any item of the part, or of a part below it, has a box or became a topic. */
function holdsTopics({ isTopic }: Outlined, part: Part): boolean {
  const waiting: (Part | Item)[] = [part];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'item') {
      if (node.line.kind === 'task' || isTopic(node.line.line)) return true;
      waiting.push(...node.children);
    } else {
      for (const child of node.children) if (child.kind === 'item' || child.kind === 'part') waiting.push(child);
    }
  }
  return false;
}

function sections(note: Outlined, holder: Part): Finding[] {
  const below = holder.parts;
  if (below.length < 2) return [];
  const full = below.filter((part) => holdsTopics(note, part));
  const { text } = note.source;
  return below.flatMap((part) => {
    const isAlike = full.some((other) => other.opener === part.opener && other.depth === part.depth);
    if (!isAlike || part.role !== null || full.includes(part)) return [];
    const bullets = part.children.filter(
      (child) => child.kind === 'item' && onlyLink(text.slice(child.line.content, child.line.contentEnd)) === null,
    ).length;
    if (bullets < 2) return [];
    const span = lineSpan(note.source, part.line);
    return [
      findingAt('section-not-counted', 'info', { line: part.line, start: span.start }, span, {
        title: part.title,
        bullets,
      }),
    ];
  });
}

function table({ source, isTopic }: Outlined, child: Table, titles: ReadonlySet<string>): Finding[] {
  const rows = rowsOf(source.text, child);
  if (rows === null || rows.body.length < 2 || projectColumns(rows) !== null) return [];
  if (rows.body.some(({ line }) => isTopic(line.line))) return [];
  if (statusColumn(rows) < 0 && boxColumns(rows).length === 0) return [];
  const isSummary = ({ cells }: Row): boolean => cells.some((cell) => titles.has(normalTitle(readable(cell.text))));
  if (2 * rows.body.filter(isSummary).length >= rows.body.length) return [];
  const { line } = rows.head;
  const span = { start: line.content, end: line.contentEnd };
  return [findingAt('table-not-counted', 'info', line, span, { rows: rows.body.length })];
}
