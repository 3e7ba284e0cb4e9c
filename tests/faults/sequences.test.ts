// Sequences: done, start, skip, reopen, undo and redo in any order, on notes and progress files; every step back gives the bytes back.
// A Russian note: Шлюз, Маршруты, Наблюдение (gateway, routes, observation); "Просто текст под темой" is text below a topic,
// "Новая строка", "Иначе" (a new line, otherwise) what an editor writes.
import { expect, it } from 'vitest';
import { topicsOf } from '../../src/model/tree.ts';
import { encode } from '../../src/text/encoding.ts';
import { dataFolder, home, journalPath, leftovers, ran, reverted } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { readNote } from '../support/notes.ts';
import { newRandom } from '../support/seed.ts';

const sequences = 1000;
const note = `${home}/заметка.md`;
const inNote = { roadmap: note };

type Random = () => number;
const pick = <One>(random: Random, from: readonly One[]): One => from[Math.floor(random() * from.length)] as One;
const times = <One>(random: Random, least: number, most: number, make: (index: number) => One): One[] =>
  Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, (_, index) => make(index));

const titles = [
  'Шлюз',
  'Маршруты и веса',
  'mTLS **strict**',
  'Envoy `filters`',
  'Ёж 🦔',
  'A',
  'Наблюдение #middle',
  'Wasm [x](https://example.org)',
];
const boxes = ['[ ]', '[ ]', '[ ]', '[x]', '[X]', '[/]', '[-]', '[?]'];
const tails = ['', '', '', ' ✅ 2026-05-01', ' 📅 2026-12-01', '  ', ' ^блок', ' [due:: 2026-12-01]', ' ⏫ 🆔 id'];

interface Text {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Of its topics and sections. */
  readonly addresses: readonly string[];
  readonly form: string;
}

/** A note with boxes, or an outline without; in some encoding, with some line ends. */
function noteFrom(random: Random): Text {
  const isOutline = random() < 0.35;
  const lines = ['# Istio'];
  let topics = 0;
  for (const section of times(random, 1, 3, (index) => index + 1)) {
    lines.push('', `## ${section}. ${pick(random, titles)}`, '');
    times(random, 1, 5, () => {
      topics++;
      const tail = pick(random, tails).replace(/(блок|id)$/, `$1-${topics}`.replace('блок', 'b'));
      const box = isOutline ? '' : `${pick(random, boxes)} `;
      const indent = topics > 1 && random() < 0.2 ? '  ' : '';
      lines.push(`${indent}- ${box}${pick(random, titles)} ${topics}${isOutline ? '' : tail}`);
      if (random() < 0.2) lines.push('  Просто текст под темой.');
    });
  }
  const end = pick(random, ['\n', '\n', '\r\n', '\r']);
  const isMixed = random() < 0.15;
  const text =
    lines.reduce((all, line) => all + (all === '' ? '' : isMixed ? pick(random, ['\n', '\r\n']) : end) + line, '') +
    (random() < 0.6 ? end : '');
  const encoding = pick(random, ['utf-8', 'utf-8', 'utf-8', 'utf-16le', 'utf-16be'] as const);
  const bom = random() < (encoding === 'utf-8' ? 0.25 : 0.7);
  const bytes = encode(text, encoding, bom) as Uint8Array;
  const { children } = readNote(text);
  const addresses = [...children, ...topicsOf(children)].map(({ address }) => address);
  const form = `${isOutline ? 'outline' : 'note'}, ${encoding}, bom ${bom}, ${isMixed ? 'mixed' : JSON.stringify(end)}`;
  return { bytes, text, addresses, form };
}

/** Marks that would be fields, boxes and blocks, were they read. */
const noteTexts = [
  'read it',
  '✅ 2026-01-01 🆔 x [x] #junior',
  '- [x] заметка ^block',
  '``` | --- | <pre>',
  '🔁 every day',
] as const;

/** Every file but the journal, byte for byte. */
const stateOf = (disk: MemoryDisk): string =>
  JSON.stringify(
    disk
      .paths()
      // The journal grows; what is known of the topics, and the summary for a prompt with the times of files, are no part of what is undone.
      .filter((path) => path !== journalPath && !/\/(?:topics|prompt)\//.test(path))
      .map((path) => [path, Buffer.from(disk.bytesOf(path)).toString('base64')]),
  );

it(`${sequences} sequences`, async () => {
  const found = { commands: 0, changes: 0, noted: 0, undos: 0, redos: 0, forms: new Set<string>(), progress: 0 };
  const first = newRandom();
  for (let number = 0; number < sequences; number++) {
    const random = newRandom(first.seed + number);
    const { bytes, addresses, form } = noteFrom(random);
    const disk = new MemoryDisk();
    disk.put(note, bytes);
    const steps: string[] = [];
    const where = () =>
      `seed ${random.seed} (FAST_CHECK_SEED=${random.seed} makes it the first): ${form}\n${steps.join('\n')}`;
    // What the files were before each change that is not undone, and after each that is.
    const done: string[] = [];
    let undone: string[] = [];
    const goBack = async (verb: 'undo' | 'redo'): Promise<void> => {
      const [from, to] = verb === 'undo' ? [done, undone] : [undone, done];
      const now = stateOf(disk);
      const expected = from.pop();
      const { status, err } = await reverted(disk, verb, inNote);
      steps.push(`${verb}: ${status}`);
      expect(status, where()).toBe(0);
      expect(err, where()).toMatch(expected === undefined ? /there is nothing to/ : /^$/);
      expect(stateOf(disk), where()).toBe(expected ?? now);
      if (expected === undefined) return;
      to.push(now);
      found[verb === 'undo' ? 'undos' : 'redos']++;
    };
    for (let left = 3 + Math.floor(random() * 6); left > 0; left--) {
      const before = stateOf(disk);
      const verb = pick(random, ['done', 'done', 'start', 'skip', 'reopen', 'undo', 'redo'] as const);
      found.commands++;
      if (verb === 'undo' || verb === 'redo') {
        await goBack(verb);
        continue;
      }
      // Time and a note go to one topic, be it done already or not: a section is refused.
      const added = verb === 'done' && random() < 0.4 ? { spent: '20m', note: pick(random, noteTexts) } : {};
      const words = times(random, 1, 'note' in added ? 1 : 2, () => pick(random, addresses));
      const { status, err } = await ran(disk, verb, words, { ...inNote, ...added, force: true });
      steps.push(`${verb} ${words.join(' ')} ${JSON.stringify(added)}: ${status}`);
      const now = stateOf(disk);
      if ('note' in added && status === 2) expect(now, where()).toBe(before);
      else expect([status, err], where()).toEqual([0, '']);
      if ('note' in added && status === 0) found.noted++;
      if (now === before) continue;
      done.push(before);
      undone = [];
      found.changes++;
    }
    // All the way back, forth, and back again: the first bytes.
    const last = stateOf(disk);
    const count = done.length;
    while (done.length > 0) await goBack('undo');
    while (done.length < count) await goBack('redo');
    expect(stateOf(disk), where()).toBe(last);
    while (done.length > 0) await goBack('undo');
    expect(Buffer.compare(disk.bytesOf(note), bytes), where()).toBe(0);
    expect(leftovers(disk), where()).toEqual([]);
    found.forms.add(form);
    if (disk.calls.some((call) => call.startsWith('rename ') && call.includes(dataFolder))) found.progress++;
  }
  console.log(
    `${sequences} sequences from seed ${first.seed}: ${found.commands} commands, ${found.changes} changes, ${found.noted} with time and a note, ${found.undos} undone and ` +
      `${found.redos} made again to the byte, in ${found.forms.size} kinds of files, ${found.progress} times in a progress file`,
  );
  expect(found.redos).toBeGreaterThan(sequences / 10);
}, 120_000);

it(`${sequences} edits between a change and its undo`, async () => {
  const found = { takenBack: 0, refused: 0 };
  const first = newRandom();
  for (let number = 0; found.takenBack + found.refused < sequences; number++) {
    expect(number).toBeLessThan(5 * sequences);
    const random = newRandom(first.seed + number);
    const { text, addresses, form } = noteFrom(random);
    if (form.startsWith('outline')) continue;
    const disk = new MemoryDisk();
    disk.put(note, text);
    await ran(disk, pick(random, ['done', 'start', 'skip', 'reopen']), [pick(random, addresses)], {
      ...inNote,
      force: true,
    });
    const changed = disk.text(note) as string;
    if (changed === text) continue;
    // Ticks add no line, so the same edit can be made to the text as it was: that is what must come out.
    const lines = (one: string) => one.split(/(?<=\r\n|\n|\r(?!\n))/);
    const [old, now] = [lines(text), lines(changed)];
    expect(now).toHaveLength(old.length);
    const at = Math.floor(random() * now.length);
    const kind = pick(random, ['insert', 'remove', 'alter'] as const);
    const edit = (from: readonly string[]): string => {
      const line = from[at] as string;
      const put = { insert: [`Новая строка ${number}.\n`, line], remove: [], alter: [`Иначе: ${line}`] }[kind];
      return [...from.slice(0, at), ...put, ...from.slice(at + 1)].join('');
    };
    disk.put(note, edit(now));
    const { status, err } = await reverted(disk, 'undo', inNote);
    const where = `seed ${random.seed}: ${kind} line ${at + 1} of ${JSON.stringify(changed)}: ${err}`;
    expect([0, 5], where).toContain(status);
    expect(disk.text(note), where).toBe(status === 0 ? edit(old) : edit(now));
    if (kind !== 'insert' && old[at] !== now[at]) expect(status, where).toBe(5);
    expect(leftovers(disk), where).toEqual([]);
    found[status === 0 ? 'takenBack' : 'refused']++;
  }
  console.log(
    `undo after an edit, from seed ${first.seed}: ${found.takenBack} times its own lines alone, ${found.refused} times refused, and all as edited`,
  );
  expect(found.takenBack).toBeGreaterThan(found.refused);
}, 60_000);
