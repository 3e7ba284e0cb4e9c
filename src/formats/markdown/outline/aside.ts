// KeptAside: what a roadmap keeps beside its topics: prerequisites, resources, related skills and the level rubric (FORMATS S4).
import type { LevelNames } from '../../../model/level-names.ts';
import type { LevelId, Link } from '../../../model/roadmap.ts';
import { pattern } from '../../../text/pattern.ts';
import { linksIn, readable } from '../syntax/inline.ts';
import type { Line } from '../syntax/lines.ts';
import type { Part, Row } from './part.ts';
import type { Item } from './run.ts';

const rubricLine = pattern(
  String.raw`^(?:\*\*|__)?([\p{L}\d]+)(?:\*\*|__)?\s*[:：–—-]\s*(?:(?:\*\*|__)\s*)?(?!\s)(.+)$`,
  'u',
);

export class KeptAside {
  readonly prerequisites: string[] = [];
  readonly resources: Link[] = [];
  readonly related: string[] = [];
  readonly rubric = new Map<LevelId, string>();
  private readonly text: string;
  private readonly names: LevelNames;

  constructor(text: string, names: LevelNames) {
    this.text = text;
    this.names = names;
  }

  /** Takes in what is directly under a section that has a role. */
  keep(part: Part, isRubric: boolean): void {
    for (const child of part.each()) {
      if (child.kind === 'item') this.keepItem(part, child, isRubric);
      else if (child.kind === 'prose' && part.role === 'resources') this.keepLink(this.slice(child.line));
    }
  }

  keepRow(row: Row): void {
    this.related.push(readable(row.cells[0]?.text ?? ''));
  }

  /** `**Resource**: [link](…)` under a section: all its links. */
  keepLinks(raw: string): void {
    for (const one of raw.match(/\[(?:[^[\]]|\[[^[\]]*\])*\]\([^()\s]*\)/g) ?? [raw]) this.keepLink(one);
  }

  private keepItem(part: Part, item: Item, isRubric: boolean): void {
    const raw = this.slice(item.line);
    if (item.line.kind === 'task') return;
    if (isRubric) {
      const entry = this.rubricEntry(raw);
      if (entry !== null) this.rubric.set(entry.level, entry.text);
    } else if (part.role === 'prerequisites') this.prerequisites.push(readable(raw));
    else if (part.role === 'related') this.related.push(readable(raw));
    else if (part.role === 'resources') this.keepLink(raw);
    for (const child of item.children) this.keepItem(part, child, isRubric);
  }

  private keepLink(raw: string): void {
    const link = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^()\s]*)\)/.exec(raw);
    const url = link?.[2] ?? linksIn(raw)[0];
    if (url !== undefined && !url.startsWith('#'))
      this.resources.push({ title: link ? readable(link[1] as string) : readable(raw), url, kind: null });
  }

  /** Three or more items that each open with a level word in bold are a rubric, whatever the section is called. */
  isRubric(part: Part): boolean {
    if (part.bulletCount < 3) return false;
    for (const child of part.each()) {
      if (child.kind !== 'item' || child.line.kind === 'task') continue;
      const raw = this.slice(child.line);
      if (!/^\*\*|^__/.test(raw) || this.rubricEntry(raw) === null) return false;
    }
    return true;
  }

  private rubricEntry(raw: string): { level: LevelId; text: string } | null {
    const match = rubricLine().exec(raw.trim());
    const level = match === null ? null : this.names.named(match[1] as string);
    return level === null ? null : { level, text: readable((match as RegExpExecArray)[2] as string) };
  }

  private slice(line: Line): string {
    return this.text.slice(line.content, line.contentEnd);
  }
}
