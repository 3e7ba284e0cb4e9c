// Conformance of exports: every shared file, written out and read back, has the same topics, states and days.
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRoadmap } from '../../src/commands/export.ts';
import { load } from '../../src/commands/load.ts';
import { type Roadmap, type Section, type Topic, wording } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { home, ran, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { inputs } from './inputs.ts';
import { hasShared } from './shared.ts';

/** The roadmap with its ticks; null where the file is none. */
async function read(disk: MemoryDisk, path: string): Promise<Roadmap | null> {
  let roadmap: Roadmap | null = null;
  await settled(disk, async (context) => {
    ({ roadmap } = await load(context, { roadmap: path }));
    return 0;
  });
  return roadmap;
}

/** A byte that is no UTF-8 is kept in its file alone (FORMATS B6): an export has the sign for it. */
const say = (text: Topic['title']): string =>
  wording(text, 'en')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();

/** One line a topic: where it is and all that is kept of it. Topics of a section before its subsections, as they are written. */
function linesOf(roadmap: Roadmap): string[] {
  const lines: string[] = [];
  const add = (topic: Topic, path: readonly string[]): void => {
    const { status, completedOn, level, hours, tags, needs, repeats } = topic;
    const fields = topic.fields.map(({ name, value }) => `${name} ${value}`).sort();
    const kept = { status, completedOn, level, hours, tags, needs, repeats, fields, links: [...topic.links].sort() };
    lines.push(`${[...path, say(topic.title)].join(' / ')} ${JSON.stringify(kept)}`);
    for (const below of topic.topics) add(below, [...path, say(topic.title)]);
  };
  const visit = (children: readonly (Section | Topic)[], path: readonly string[]): void => {
    for (const child of children) if (child.kind === 'topic') add(child, path);
    for (const child of children) if (child.kind === 'section') visit(child.children, [...path, say(child.title)]);
  };
  visit(roadmap.children, []);
  for (const project of roadmap.projects) add(project, ['P']);
  return lines;
}

describe.runIf(hasShared('corpus'))('an export reads back as the same topics, states and days', () => {
  it.each(inputs().map((file) => [file.path, file] as const))('%s', async (path, { bytes }) => {
    const disk = new MemoryDisk();
    const note = `${home}/${basename(path)}`;
    disk.put(note, bytes);
    const before = await read(disk, note);
    if (before === null) return;
    const open = [...topicsOf(before.children)].filter(({ topics, repeats }) => topics.length === 0 && !repeats);
    const check = async (): Promise<void> => {
      const now = await read(disk, note);
      for (const format of ['md', 'json'] as const) {
        const { out } = await settled(disk, (context) => exportRoadmap(context, { roadmap: note, format }));
        disk.put(`${home}/exported.${format}`, out);
        const again = await read(disk, `${home}/exported.${format}`);
        expect(again === null ? [] : linesOf(again)).toEqual(now === null ? [] : linesOf(now));
      }
    };
    await check();
    // Wherever the ticks are kept.
    const [first, last] = [open[0], open[open.length - 1]];
    if (first === undefined || last === undefined) return;
    await ran(disk, 'done', [first.id], { roadmap: note });
    await ran(disk, 'skip', [last.id], { roadmap: note, force: true });
    await check();
  });
});
