// Conformance of writing: on every shared file a command changes the lines that it names and no other byte, and undo brings all back.
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/commands/lint.ts';
import { type Loaded, load } from '../../src/commands/load.ts';
import { continuationOf } from '../../src/formats/markdown/syntax/continuation.ts';
import type { Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import type { Verb } from '../../src/model/verb.ts';
import { lineSpan } from '../../src/text/source.ts';
import { home, ran, reverted, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { newRandom } from '../support/seed.ts';
import { inputs } from './inputs.ts';
import { hasShared } from './shared.ts';

const random = newRandom();
/** The bytes of a file as one character each: no line end of a single-byte encoding or of UTF-8 is cut apart. */
const bytesOf = (disk: MemoryDisk, path: string): string => Buffer.from(disk.bytesOf(path)).toString('latin1');
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

async function read(disk: MemoryDisk, path: string): Promise<Loaded | null> {
  let loaded: Loaded | null = null;
  await settled(disk, async (context) => {
    loaded = await load(context, { roadmap: path });
    return 0;
  });
  return loaded;
}

const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

/** The lines that a change of this topic may touch: its own, or all bullets that get their boxes together (FORMATS D6). */
function linesNamed({ own, note }: Loaded, { place, line }: Topic): ReadonlySet<number> {
  const group = place === 'bullet' ? own.boxGroups.find((lines) => lines.includes(line)) : undefined;
  if (group !== undefined || note === null || line === 0) return new Set(group ?? [line]);
  // And those on which the item goes on (FORMATS L6).
  const { start, end } = lineSpan(note.source, line);
  return new Set([line, ...continuationOf(note.source.text, start, end).map((_, index) => line + 1 + index)]);
}

/** A day alone on a line on which its item goes on is taken away with the line (FORMATS L6). */
const dayAlone = /^[\s>]*(?:[✅❌]\s*[\d-]+|\[c\w+::[^\]]*\])\s*$/u;

/** Lines that differ or are gone, from 1; -1 where others came or went. */
function changedLines(before: string, after: string): number[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  let next = 0;
  const found = was.flatMap((line, index) => {
    const isGone = is.length - next < was.length - index && line !== is[next] && dayAlone.test(utf8(line));
    if (isGone) return [index + 1];
    return line === is[next++] ? [] : [index + 1];
  });
  return next === is.length ? found : [-1];
}

/** The lines of one text that the other has not, both read from the top. */
function linesOnlyIn(text: string, other: string): string[] {
  const rest = linesOf(other);
  let at = 0;
  return linesOf(text).filter((line) => {
    const found = rest.indexOf(line, at);
    if (found < 0) return true;
    at = found + 1;
    return false;
  });
}

/** A progress file may get or lose the line of the topic, the heading above it and the blank lines between. */
const mayCome = (id: string) => (line: string) =>
  /^\s*$/.test(line) || line.startsWith('#') || line.includes(`🆔 ${id} `) || line.trimEnd().endsWith(`🆔 ${id}`);

/** Runs a verb on a topic and looks at every byte that was there before. */
async function check(disk: MemoryDisk, note: string, verb: Verb, { address, id }: Topic): Promise<void> {
  const before = await read(disk, note);
  const topic = before && topicIn(before, id);
  if (!before || !topic) throw new Error(`${address} is gone`);
  const wasNote = bytesOf(disk, note);
  const progress = before.progress?.path ?? before.rows?.path ?? null;
  const wasProgress = progress === null || disk.text(progress) === null ? null : bytesOf(disk, progress);
  const { status, err } = await ran(disk, verb, [address], { roadmap: note, only: true, force: true });
  expect(`${status} ${err}`).toMatch(/^0 /);
  const isNote = bytesOf(disk, note);
  const isProgress = progress === null || disk.text(progress) === null ? null : bytesOf(disk, progress);
  if (isProgress !== wasProgress || topic.place === 'none' || before.progress !== null) {
    expect(isNote).toBe(wasNote);
    const [was, is] = [utf8(wasProgress ?? ''), utf8(isProgress ?? '')];
    if (wasProgress !== null) {
      expect(linesOnlyIn(was, is).filter((line) => !mayCome(id)(line))).toEqual([]);
      expect(linesOnlyIn(is, was).filter((line) => !mayCome(id)(line))).toEqual([]);
    }
    return;
  }
  const named = linesNamed(before, topic);
  expect(changedLines(wasNote, isNote).filter((line) => !named.has(line))).toEqual([]);
}

const topicIn = ({ roadmap }: Loaded, id: string): Topic | undefined =>
  [...topicsOf(roadmap.children), ...roadmap.projects].find((topic) => topic.id === id);

const snapshot = (disk: MemoryDisk): string[] =>
  disk
    .paths()
    .filter((path) => !path.includes('/state/') && !path.includes('/.cache/'))
    .map((path) => `${path} ${bytesOf(disk, path)}`);

/** Each pair is one run; the notes of many thousand lines take one verb for each of their topics. */
function runsOf(topics: readonly Topic[], size: number): [Verb, Topic][] {
  const chosen = [topics[0], topics[topics.length - 1], topics[Math.floor(random() * topics.length)]].filter(
    (topic) => topic !== undefined,
  );
  const verbs: Verb[] = ['done', 'skip', 'start'];
  if (size < 20_000) return chosen.flatMap((topic) => verbs.map((verb): [Verb, Topic] => [verb, topic]));
  const first = Math.floor(random() * verbs.length);
  return chosen.map((topic, index) => [verbs[(first + index) % verbs.length] as Verb, topic]);
}

describe.runIf(hasShared('corpus'))(`a command touches no other line (seed ${random.seed})`, () => {
  it.each(inputs().map((file) => [file.path, file] as const))('%s', async (path, { bytes }) => {
    const fresh = new MemoryDisk();
    const note = `${home}/${basename(path)}`;
    fresh.put(note, bytes);
    const loaded = await read(fresh, note);
    if (loaded === null) return;
    const isOurs = ({ repeats }: Topic) => !repeats || loaded.progress !== null;
    const topics = [...topicsOf(loaded.roadmap.children), ...loaded.roadmap.projects].filter(isOurs);
    for (const [verb, topic] of runsOf(topics, bytes.length)) {
      const disk = fresh.clone();
      const states = [snapshot(disk)];
      for (const one of [verb, 'reopen' as const]) {
        await check(disk, note, one, topic);
        states.push(snapshot(disk));
      }
      // A command that changed nothing leaves nothing to undo.
      const changes = states.filter((state, index) => index === 0 || state.join() !== states[index - 1]?.join());
      for (const state of changes.slice(0, -1).reverse()) {
        await reverted(disk, 'undo', { roadmap: note });
        expect(snapshot(disk)).toEqual(state);
      }
    }
    await checkFix(fresh, note);
  });
});

async function checkFix(disk: MemoryDisk, note: string): Promise<void> {
  const [was, before] = [snapshot(disk), bytesOf(disk, note)];
  const { out } = await settled(disk, (context) => lint(context, [note], { json: true }));
  const { diagnostics } = JSON.parse(out) as { diagnostics: { line: number }[] };
  const named = new Set(diagnostics.map(({ line }) => line));
  await settled(disk, (context) => lint(context, [note], { fix: true }));
  expect(changedLines(before, bytesOf(disk, note)).filter((line) => !named.has(line))).toEqual([]);
  if (snapshot(disk).join() === was.join()) return;
  await reverted(disk, 'undo', { roadmap: note });
  expect(snapshot(disk)).toEqual(was);
}
