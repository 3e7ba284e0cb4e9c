// Odd notes: what editors, plugins and old machines leave in notes, in every encoding: commands change the lines they name and no other byte.
import { expect, it } from 'vitest';
import { change } from '../../src/commands/change.ts';
import { lint } from '../../src/commands/lint.ts';
import { type Loaded, load } from '../../src/commands/load.ts';
import { reconcile } from '../../src/commands/reconcile.ts';
import { undo } from '../../src/commands/undo.ts';
import { continuationOf } from '../../src/formats/markdown/syntax/continuation.ts';
import { progressOf } from '../../src/model/progress.ts';
import { type Topic, wording } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import type { Verb } from '../../src/model/verb.ts';
import { decode, encode } from '../../src/text/encoding.ts';
import { lineSpan, toSource } from '../../src/text/source.ts';
import { home, leftovers, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { oddNote, pick } from '../support/odd-notes.ts';
import { newRandom } from '../support/seed.ts';

const runs = Number(process.env.ODD_NOTES ?? 60);
const note = `${home}/заметка.md`;
const options = { roadmap: note, json: true, force: true };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

/** Every file that is the user's, byte for byte. */
const stateOf = (disk: MemoryDisk): string =>
  JSON.stringify(
    disk
      .paths()
      .filter((path) => !path.includes('/state/') && !path.includes('/.cache/'))
      .map((path) => [path, hex(disk.bytesOf(path))]),
  );

async function read(disk: MemoryDisk): Promise<Loaded | null> {
  let loaded: Loaded | null = null;
  await settled(disk, async (context) => {
    loaded = await load(context, { roadmap: note });
    return 0;
  });
  return loaded;
}

const topicsIn = ({ roadmap }: Loaded): Topic[] => [...topicsOf(roadmap.children), ...roadmap.projects];

/** The numbers of the lines that differ. */
function changed(before: Uint8Array, after: Uint8Array): number[] {
  const [was, is] = [decode(before), decode(after)];
  expect({ encoding: is.encoding, bom: is.bom }).toEqual({ encoding: was.encoding, bom: was.bom });
  expect(hex(encode(is.text, is.encoding, is.bom) as Uint8Array)).toBe(hex(after));
  const [old, now] = [linesOf(was.text), linesOf(is.text)];
  let next = 0;
  const found = old.flatMap((line, index) => {
    // A day alone on a line on which its item goes on is taken away with the line (L6).
    const isGone =
      now.length - next < old.length - index &&
      line !== now[next] &&
      /^[\s>]*(?:[✅❌]\s*[\d-]+|\[c\w+::[^\]]*\])\s*$/.test(line);
    return isGone || line === now[next++] ? (isGone ? [index + 1] : []) : [index + 1];
  });
  expect(next).toBe(now.length);
  return found;
}

interface Answer {
  readonly changed: {
    id: string;
    address: string;
    title: string;
    from: string;
    to: string;
    completedOn: string | null;
  }[];
  readonly unchanged: { id: string }[];
  readonly total: unknown;
}

/** The answer is what the files hold. */
async function agrees(disk: MemoryDisk, out: string, mayBeGone = false): Promise<void> {
  const answer = JSON.parse(out) as Answer;
  const now = (await read(disk)) as Loaded;
  const topics = new Map(topicsIn(now).map((topic) => [topic.id, topic]));
  for (const { id, title, to, completedOn } of answer.changed) {
    const topic = topics.get(id);
    // A line that `lint --fix` gave another title goes by the one it had.
    if (topic === undefined && mayBeGone) continue;
    expect([title, to, completedOn].join(' · ')).toBe(
      [wording(topic?.title ?? '', 'en'), topic?.status, topic?.completedOn].join(' · '),
    );
  }
  expect(JSON.stringify(answer.total)).toBe(JSON.stringify(progressOf(now.roadmap).total));
}

/** Runs a verb on topics or sections; whatever the answer names may have changed, and nothing else. */
async function tick(disk: MemoryDisk, verb: Verb, words: readonly string[], only: boolean): Promise<void> {
  const before = (await read(disk)) as Loaded;
  const was = disk.bytesOf(note);
  const { status, out, err } = await settled(disk, (context) => change(context, verb, words, { ...options, only }));
  if (status !== 0) {
    expect(`${status} ${err}`).toMatch(/^(?:2 .*repeats|3 |5 )/s);
    expect(hex(disk.bytesOf(note))).toBe(hex(was));
    return;
  }
  await agrees(disk, out);
  const after = (await read(disk)) as Loaded;
  const named = new Set((JSON.parse(out) as Answer).changed.map(({ address }) => address));
  const inNote = topicsIn(before).filter(
    ({ address, place }) => named.has(address) && place !== 'none' && before.progress === null,
  );
  const groups = inNote.flatMap(({ place, line }) =>
    before.own.boxGroups.filter((lines) => place === 'bullet' && lines.includes(line)),
  );
  // And the lines on which their items go on.
  const { text } = decode(was);
  const goingOn = inNote.flatMap(({ line }) => {
    const { start, end } = lineSpan(toSource(text), line);
    return continuationOf(text, start, end).map((_, index) => line + 1 + index);
  });
  const allowed = new Set([...inNote.map(({ line }) => line), ...goingOn, ...groups.flat()]);
  expect(
    changed(was, disk.bytesOf(note))
      .filter((line) => !allowed.has(line))
      .join(),
  ).toBe('');
  // Nobody else's state is another, and nobody is gone.
  const others = ({ address }: Topic) => !named.has(address);
  const states = (all: readonly Topic[]) =>
    all
      .filter(others)
      .map(({ title, status, completedOn }) => `${wording(title, 'en')} ${status} ${completedOn}`)
      .join('\n');
  expect(states(topicsIn(after))).toBe(states(topicsIn(before)));
}

async function fix(disk: MemoryDisk): Promise<void> {
  const was = disk.bytesOf(note);
  const states = topicsIn((await read(disk)) as Loaded).map(({ status }) => status);
  const found = await settled(disk, (context) => lint(context, [note], { json: true }));
  const { diagnostics } = JSON.parse(found.out) as { diagnostics: { line: number }[] };
  const { status } = await settled(disk, (context) => lint(context, [note], { fix: true }));
  expect(status).toBeLessThan(2);
  const named = new Set(diagnostics.map(({ line }) => line));
  expect(
    changed(was, disk.bytesOf(note))
      .filter((line) => !named.has(line))
      .join(),
  ).toBe('');
  expect(
    topicsIn((await read(disk)) as Loaded)
      .map(({ status }) => status)
      .join(),
  ).toBe(states.join());
}

async function reconcileChangesNothing(disk: MemoryDisk, before: string): Promise<void> {
  await settled(disk, (context) => reconcile(context, { roadmap: note, json: true }));
  expect(stateOf(disk)).toBe(before);
}

it(`${runs} notes`, { timeout: 600_000 }, async () => {
  const start = newRandom();
  for (let run = 0; run < runs; run++) {
    const random = newRandom(start.seed * 1000 + run);
    const { bytes, form } = oddNote(random);
    const disk = new MemoryDisk();
    disk.put(note, bytes);
    const steps: string[] = [];
    try {
      const loaded = await read(disk);
      if (loaded === null) continue;
      const states = [stateOf(disk)];
      for (let left = 4; left > 0; left--) {
        const before = stateOf(disk);
        const topics = topicsIn((await read(disk)) as Loaded);
        if (topics.length === 0) break;
        const verb = pick(random, ['done', 'done', 'skip', 'start', 'reopen', 'fix'] as const);
        const topic = pick(random, topics);
        const section = topic.address.replace(/\.\d+$/, '');
        const words = random() < 0.3 ? [section, pick(random, topics).address] : [topic.address];
        steps.push(`${verb} ${words.join(' ')} (line ${topic.line})`);
        if (verb === 'fix') await fix(disk);
        else await tick(disk, verb, words, words.length === 1);
        expect(leftovers(disk)).toEqual([]);
        if (stateOf(disk) !== before) states.push(stateOf(disk));
        await reconcileChangesNothing(disk, stateOf(disk));
      }
      for (const verb of ['undo', 'redo', 'undo'] as const) {
        const way = verb === 'undo' ? [...states].reverse() : states;
        for (const state of way.slice(1)) {
          steps.push(verb);
          const { out } = await settled(disk, (context) => undo(context, verb, [], options));
          expect(stateOf(disk)).toBe(state);
          await agrees(disk, out, true);
        }
      }
    } catch (error) {
      const text = decode(bytes).text;
      throw new Error(
        `run ${run} of seed ${start.seed}: ${JSON.stringify(form)}\n${JSON.stringify(text)}\n${steps.join('\n')}\n${(error as Error).message}`,
      );
    }
  }
});

const outline = '# Garden\n\n## Soil\n- Dig\n- Lime\n- Dig deep\n\n## Trees\n- Prune\n- Graft\n\n## Bees\n- Smoke\n';

/** What people and editors put into a file of ours. */
const remarks: readonly string[] = [
  'A remark №.',
  '  an indented remark №  ',
  '## Ideas №',
  '## Ideas №\n\n',
  '### Deeper №',
  '- [ ] a line of my own №',
  '- [x] gone long ago 🆔 gone-№ ✅ 2026-01-01',
  '- a bullet № ^b-№',
  '> a quote №',
  '```\n- [x] code №\n```',
  '<!-- hidden № -->',
  '| a | № |\n|---|---|',
  '',
  '',
  '\t',
  '---',
];

it(`${runs} progress files that were edited by hand`, { timeout: 600_000 }, async () => {
  const start = newRandom();
  for (let run = 0; run < runs; run++) {
    const random = newRandom(start.seed * 1000 + run);
    const disk = new MemoryDisk();
    disk.put(note, outline);
    const first = (await read(disk)) as Loaded;
    const path = first.progress?.path ?? '';
    const topics = topicsIn(first);
    const steps: string[] = [];
    let text = '';
    try {
      for (const topic of topics)
        if (random() < 0.4)
          await settled(disk, (context) =>
            change(context, pick(random, ['done', 'skip', 'start']), [topic.address], options),
          );
      const end = pick(random, ['\n', '\n', '\r\n', '\r']);
      let count = 0;
      const lines = (disk.text(path) ?? '').split('\n').flatMap((line, index) => {
        const isAdded = index > 4 && random() < 0.35;
        return isAdded ? [...pick(random, remarks).replaceAll('№', `${++count}`).split('\n'), line] : [line];
      });
      if (disk.text(path) === null) continue;
      for (let more = Math.floor(random() * 3); more > 0; more--)
        lines.push(...pick(random, remarks).replaceAll('№', `${++count}`).split('\n'));
      text = lines.join(end);
      disk.put(path, encode(text, 'utf-8', random() < 0.2) as Uint8Array);
      const states = [stateOf(disk)];
      for (let left = 5; left > 0; left--) {
        const topic = pick(random, topics);
        const verb = pick(random, ['done', 'skip', 'start', 'reopen'] as const);
        steps.push(`${verb} ${topic.address}`);
        const was = decode(disk.bytesOf(path)).text;
        const before = stateOf(disk);
        const { status, out, err } = await settled(disk, (context) => change(context, verb, [topic.address], options));
        if (status !== 0) {
          expect(err).toMatch(/cannot be used|not settled|would not/);
          expect(stateOf(disk)).toBe(before);
          continue;
        }
        await agrees(disk, out);
        expect(disk.text(note)).toBe(outline);
        const is = decode(disk.bytesOf(path)).text;
        const isOwn = (line: string) => line.includes(topic.id) || line.trim() === '';
        const isHeading = (line: string) => /^## \d /.test(line);
        const rest = (all: string) => linesOf(all).filter((line) => !isOwn(line) && !isHeading(line));
        // A last line without an end gets one when something comes behind it.
        const ended = /[\r\n]$/.test(was) || rest(was).join('') === rest(is).join('') ? was : was + end;
        expect(rest(is).join('')).toBe(rest(ended).join(''));
        if (stateOf(disk) !== before) states.push(stateOf(disk));
      }
      for (const state of [...states].reverse().slice(1)) {
        steps.push('undo');
        await settled(disk, (context) => undo(context, 'undo', [], options));
        expect(stateOf(disk)).toBe(state);
      }
    } catch (error) {
      throw new Error(
        `run ${run} of seed ${start.seed}\n${JSON.stringify(text)}\n${steps.join('\n')}\n${(error as Error).message}`,
      );
    }
  }
});

it(`${runs} notes whose ticks move out and in again`, { timeout: 600_000 }, async () => {
  const start = newRandom();
  for (let run = 0; run < runs; run++) {
    const random = newRandom(start.seed * 1000 + run);
    const { bytes, form } = oddNote(random);
    const disk = new MemoryDisk();
    disk.put(note, bytes);
    const steps: string[] = [];
    try {
      const loaded = await read(disk);
      const topics = loaded === null ? [] : topicsIn(loaded);
      if (topics.length === 0) continue;
      for (let left = 2; left > 0; left--)
        await settled(disk, (context) =>
          change(context, pick(random, ['done', 'skip', 'start']), [pick(random, topics).address], options),
        );
      const states = async () =>
        topicsIn((await read(disk)) as Loaded)
          .map(
            ({ address, title, status, completedOn }) => `${address} ${wording(title, 'en')} ${status} ${completedOn}`,
          )
          .join('\n');
      for (const progress of ['ticks.md', 'inline', 'other.md'].slice(random() < 0.5 ? 0 : 1)) {
        const [before, was, answer] = [stateOf(disk), disk.bytesOf(note), await states()];
        const { own } = (await read(disk)) as Loaded;
        steps.push(progress);
        const { status, err } = await settled(disk, (context) =>
          reconcile(context, { roadmap: note, progress, apply: true, json: true }),
        );
        if (status !== 0) {
          steps.push(err.slice(0, 100));
          expect(stateOf(disk)).toBe(before);
          continue;
        }
        expect(await states()).toBe(answer);
        const items = new Set([...topicsOf(own.children)].map(({ line }) => line));
        const front = decode(was).text.startsWith('---') ? 8 : 0;
        const [old, now] = [linesOf(decode(was).text), linesOf(decode(disk.bytesOf(note)).text)];
        const grown = now.length - old.length;
        const moved = old.flatMap((line, index) =>
          line === now[index + grown] || line === now[index] ? [] : [index + 1],
        );
        expect(moved.filter((line) => !items.has(line) && line > front).join()).toBe('');
        const after = stateOf(disk);
        if (after === before) continue;
        await settled(disk, (context) => undo(context, 'undo', [], options));
        expect(stateOf(disk)).toBe(before);
        await settled(disk, (context) => undo(context, 'redo', [], options));
        expect(stateOf(disk)).toBe(after);
      }
    } catch (error) {
      const text = decode(bytes).text;
      throw new Error(
        `run ${run} of seed ${start.seed}: ${JSON.stringify(form)}\n${JSON.stringify(text)}\n${steps.join('\n')}\n${(error as Error).message}`,
      );
    }
  }
});
