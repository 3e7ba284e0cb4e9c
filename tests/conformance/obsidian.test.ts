// Conformance of the outline: the task lines of Obsidian's own parse, each under the same list item.
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../src/formats/frontmatter.ts';
import { outlineOf } from '../../src/formats/markdown/outline/build-outline.ts';
import type { Child } from '../../src/formats/markdown/outline/part.ts';
import { scanLines } from '../../src/formats/markdown/syntax/lines.ts';
import { toSource } from '../../src/text/source.ts';
import { hasShared, sharedJson } from './shared.ts';

interface RecordedNote {
  readonly file: string;
  readonly contents: string;
  readonly listItems: readonly {
    /** From 0, as all lines here. */
    readonly line: number;
    /** The line of the list item above it; below zero at the top of a list. */
    readonly parent: number;
    /** The character in its box; null without one. */
    readonly task: string | null;
  }[];
}

const file = 'conformance/obsidian-metadata-cache.json';

/** `12 < 10`: a task line under a list item, `12 <` at the top; counted from 0. */
const shown = (line: number, parent: number): string => `${line} < ${parent < 0 ? '' : parent}`.trimEnd();

function ourTasks(contents: string): string[] {
  const source = toSource(contents);
  const { root } = outlineOf(scanLines(source, frontMatterSpan(contents)?.body.start ?? 0));
  const found: string[] = [];
  const waiting: { child: Child; parent: number }[] = root.children.map((child) => ({ child, parent: -1 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { child, parent } = next;
    if (child.kind === 'part') {
      // A bold parent bullet is a section to us and a list item to Obsidian; the title of a callout is none (FORMATS S1).
      const holder = child.indent >= 0 && child.opener !== 'summary' ? child.line - 1 : -1;
      for (const below of child.children) waiting.push({ child: below, parent: holder });
    } else if (child.kind === 'item') {
      const line = child.line.line - 1;
      if (child.line.kind === 'task') found.push(shown(line, parent));
      for (const below of child.children) waiting.push({ child: below, parent: line });
    }
  }
  return found.sort();
}

const notes = hasShared(file) ? sharedJson<readonly RecordedNote[]>(file) : [];

describe.runIf(notes.length > 0)('task lines in notes that Obsidian parsed', () => {
  it.each(notes.map((note) => [note.file, note] as const))('%s: the same lines under the same items', (_, note) => {
    const theirs = note.listItems.filter(({ task }) => task !== null).map(({ line, parent }) => shown(line, parent));
    expect(ourTasks(note.contents)).toEqual(theirs.sort());
  });

  it('are 221 in 89 notes, some of them nested', () => {
    const tasks = notes.flatMap(({ listItems }) => listItems.filter(({ task }) => task !== null));
    console.info(`Obsidian: ${notes.length} notes, ${tasks.length} task lines`);
    expect([notes.length, tasks.length]).toEqual([89, 221]);
    expect(tasks.filter(({ parent }) => parent >= 0).length).toBeGreaterThan(20);
  });
});
