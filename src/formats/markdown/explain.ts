// Explanation: which rule made each line of a note a section, a topic, a note or nothing (`--explain`).
import type { Became, Because } from '../../lang/messages.ts';
import { finish } from '../../model/finish.ts';
import type { Section, Topic } from '../../model/roadmap.ts';
import type { Role } from '../words/roles.ts';
import { markerLines } from './conflicts.ts';
import { countedLines } from './counted-lines.ts';
import type { MarkdownNote } from './markdown-note.ts';
import type { Child, Opener, Part } from './outline/part.ts';
import type { Item } from './outline/run.ts';
import { readTraced } from './read.ts';
import { onlyLink } from './syntax/inline.ts';
import { rawLines } from './topics/drawn.ts';
import type { TopicSource } from './topics/sources.ts';

export interface ExplainedLine {
  /** From 1; blank lines are left out. */
  readonly line: number;
  readonly what: Became;
  /** Rule of docs/formats.md, such as `T2`. */
  readonly rule: string;
  readonly because: Because;
  /** Address of the section or topic; else null. */
  readonly address: string | null;
  readonly text: string;
}

type Verdict = Omit<ExplainedLine, 'line' | 'text'>;

/** Every line that is not blank, in order. Reads the note anew; never throws. */
export function explainMarkdown(note: MarkdownNote): ExplainedLine[] {
  const { draft, root, source, titleLine, conflicts } = readTraced(note);
  const roadmap = finish(draft);
  const verdicts = new Map<number, Verdict>();
  const put = (line: number, what: Became, rule: string, because: Because, address: string | null = null): void => {
    if (line > 0 && !verdicts.has(line)) verdicts.set(line, { what, rule, because, address });
  };
  for (const line of markerLines(conflicts)) put(line, 'nothing', 'U3', 'conflict-marker');
  put(titleLine, 'title', 'S5', 'title');
  for (const line of countedLines(note.source, note.bodyStart).lines)
    if (line.kind === 'note') put(line.line, 'note', 'D8', 'note-line');
  for (const project of roadmap.projects) put(project.line, 'project', 'T8', 'project', project.address);

  const openers = new Map<number, Part>();
  const items = new Map<number, Item>();
  /** What each line is where it gives nothing. */
  const others: Parameters<typeof put>[] = [];
  collect(root, null, { openers, items, put: (...other) => others.push(other) });
  const given = (nodes: readonly (Section | Topic)[]): void => {
    for (const node of nodes) {
      if (node.kind === 'section') {
        const opener = openers.get(node.line)?.opener ?? 'heading';
        put(node.line, 'section', sectionRule[opener] ?? 'S1', `section-${opener}`, node.address);
        given(node.children);
      } else {
        put(node.line, 'topic', ...topicReason(node, source, items.get(node.line), note.source.text), node.address);
        given(node.topics);
      }
    }
  };
  given(roadmap.children);
  for (const other of others) put(...other);

  return [...rawLines(note.source, 0)].flatMap(({ line, text }) =>
    text === '' ? [] : [{ line, ...(verdicts.get(line) ?? passedOver), text }],
  );
}

const passedOver: Verdict = { what: 'nothing', rule: 'L1', because: 'passed-over', address: null };

/** The rules of what opens a section otherwise than by S1. */
const sectionRule: { readonly [opener in Opener]?: string } = { 'run-on': 'S3' };

function topicReason(topic: Topic, source: TopicSource, item: Item | undefined, text: string): [string, Because] {
  if (topic.place === 'bullet') return ['T2', 'topic-series'];
  const isLink =
    item !== undefined &&
    source.name === 'bullets' &&
    onlyLink(text.slice(item.line.content, item.line.contentEnd)) !== null;
  return isLink ? ['T5', 'topic-link'] : [source.rule, source.because];
}

interface Collected {
  readonly openers: Map<number, Part>;
  readonly items: Map<number, Item>;
  readonly put: (line: number, what: Became, rule: string, because: Because) => void;
}

const kept: ReadonlySet<Role> = new Set(['prerequisites', 'resources', 'rubric', 'related']);

/**
 * The sections and items of the outline, and what each line is that is neither section nor topic: kept beside them, a note of one, or
 * nothing. `role` is that of the section around.
 */
function collect(part: Part, role: Role | null, found: Collected): void {
  const { openers, items, put } = found;
  const aside = (line: number): void => {
    if (role !== null) put(line, kept.has(role) ? 'kept' : 'nothing', 'S4', kept.has(role) ? `kept-${role}` : 'silent');
  };
  const takeItem = (item: Item): void => {
    items.set(item.line.line, item);
    aside(item.line.line);
    put(item.line.line, 'note', 'T2', 'note-item');
    for (const line of item.notes) put(line.line, 'note', 'T9', 'note-text');
    item.children.forEach(takeItem);
  };
  const take = (child: Child): void => {
    switch (child.kind) {
      case 'part': {
        openers.set(child.line, child);
        if (child.role !== null) put(child.line, kept.has(child.role) ? 'kept' : 'nothing', 'S4', `kept-${child.role}`);
        put(child.line, 'nothing', 'S1', 'empty-section');
        collect(child, child.role ?? role, found);
        break;
      }
      case 'item':
        takeItem(child);
        break;
      case 'entry':
        put(child.line, 'note', 'T3', 'note-item');
        break;
      case 'table':
        for (const { line } of child.rows) {
          aside(line);
          put(line, 'nothing', 'T7', 'table');
        }
        break;
      case 'prose':
        put(child.line.line, 'note', 'T9', 'prose');
    }
  };
  for (const child of part.each()) take(child);
}
