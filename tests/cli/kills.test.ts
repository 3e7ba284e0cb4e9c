// Kills: `done` is killed at five hundred moments; the file is the old one or the new one, and the next command goes through.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeDisk } from '../../src/store/node-disk.ts';
import { ran } from '../support/desk.ts';
import { withPreload } from '../support/killing.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { type Home, newHome } from '../support/program.ts';
import { newRandom } from '../support/seed.ts';
import { longNote, longOutline } from './notes.ts';

const kills = 500;
/** So many of them when the process makes a certain call to the file system, the others after a certain time. */
const byCall = 320;

interface Target {
  readonly title: string;
  /** What \`-r\` gets, and the file whose bytes count. */
  readonly roadmap: string;
  readonly file: string;
  readonly reset: () => void;
  /** What the file may hold after the kill, and what the next command then makes of it; null for no file. */
  readonly old: string | null;
  readonly after: string | null;
  readonly next: ReadonlyMap<string | null, string | null>;
  readonly calls: number;
  readonly milliseconds: number;
}

const tick = ['1.1-1.5'];
const nextTick = ['1.9'];

/** A target in its own home, and what commands make of it, known from the same commands on a disk in memory. */
async function targetIn(home: Home, kind: 'note' | 'linked note' | 'progress' | 'first progress'): Promise<Target> {
  const isNote = kind.endsWith('note');
  const real = home.path(kind === 'linked note' ? 'dotfiles/note.md' : 'note.md');
  const content = isNote ? longNote(40) : longOutline(40);
  mkdirSync(home.path('dotfiles'));
  const roadmap = kind === 'linked note' ? home.path('note.md') : real;
  if (kind === 'linked note') symlinkSync('dotfiles/note.md', roadmap);

  const memory = new MemoryDisk();
  memory.putFolder(home.home);
  memory.put(real, content);
  const run = (disk: MemoryDisk, words: readonly string[]) => ran(disk, 'done', words, { roadmap: real }, home.home);
  if (kind === 'progress') await run(memory, ['1.7']);
  const dones = memory.clone();
  await run(dones, tick);
  const file = isNote ? real : (dones.paths().find((path) => path.startsWith(home.data)) as string);
  const [old, after] = [memory.text(file), dones.text(file)];
  expect(after).not.toBe(old);
  const next = new Map<string | null, string | null>();
  for (const disk of [memory, dones]) {
    const held = disk.text(file);
    await run(disk, nextTick);
    next.set(held, disk.text(file));
  }

  const reset = () => {
    writeFileSync(real, content);
    if (isNote) return;
    if (old === null) rmSync(file, { force: true });
    else {
      mkdirSync(home.data, { recursive: true });
      writeFileSync(file, old);
    }
  };
  reset();
  const count = join(home.root, 'count');
  const began = performance.now();
  const answer = await home.start(['done', ...tick, '-r', roadmap], undefined, {
    ...withPreload(home),
    COUNT_FILE: count,
  });
  expect(answer).toMatchObject({ status: 0, err: '' });
  const milliseconds = performance.now() - began;
  expect(textOf(file)).toBe(after);
  const calls = Number(readFileSync(count, 'utf8'));
  return { title: kind, roadmap, file, reset, old, after, next, calls, milliseconds };
}

const textOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** Names that only a process at work may have: temp files, and locks. */
const traces = (home: Home): string[] =>
  Object.keys(home.snapshot()).filter((name) => name.endsWith('.tmp') || /\/locks\/./.test(name));

/** The lock of this file is there: whoever was killed had taken it and not let go of it. */
const isLocked = (home: Home, file: string): boolean => {
  const locks = join(home.state, 'locks');
  const names = existsSync(locks) ? readdirSync(locks) : [];
  return names.some(
    (name) => !name.startsWith('.') && readFileSync(join(locks, name), 'utf8').includes(JSON.stringify(file)),
  );
};

it(`${kills} kills`, async () => {
  const random = newRandom();
  const found = { killed: 0, betweenLockAndRename: 0, old: 0, new: 0, leftTraces: 0, spawnedNext: 0 };
  const waited: number[] = [];
  const worker = async (kind: Parameters<typeof targetIn>[1], share: number): Promise<void> => {
    const home = newHome();
    const target = await targetIn(home, kind);
    const { file, roadmap, old, after, next } = target;
    // A process that was quicker than its killer does not count, so a few more are started.
    for (let turn = 0, mine = 0; mine < share; turn++) {
      expect(turn, 'most are killed').toBeLessThan(3 * share);
      target.reset();
      const args = ['done', ...tick, '-r', roadmap];
      const how =
        random() < byCall / kills
          ? { call: 1 + Math.floor(random() * target.calls) }
          : { after: Math.round(random() * target.milliseconds) };
      const { signal } =
        'call' in how
          ? await home.start(args, undefined, { ...withPreload(home), KILL_AT: String(how.call) })
          : await home.start(args, how.after);
      if (signal !== 'SIGKILL') continue;
      mine++;
      found.killed++;
      const now = textOf(file);
      const where = `seed ${random.seed}: ${kind}, killed at ${JSON.stringify(how)}`;
      expect([old, after], where).toContain(now);
      if (now === old) found.old++;
      else found.new++;
      if (now === old && isLocked(home, file)) found.betweenLockAndRename++;
      if (traces(home).length > 0) found.leftTraces++;

      // Every tenth time the program itself; else the same command in this process, which sees every wait.
      if (mine % 10 === 0) {
        found.spawnedNext++;
        expect(home.run(['done', ...nextTick, '-r', roadmap]), where).toMatchObject({ status: 0, err: '' });
      } else {
        const sleep = (milliseconds: number) => waited.push(milliseconds);
        const disk = { ...nodeDisk, machine: { ...nodeDisk.machine, sleep } };
        const result = await ran(disk, 'done', nextTick, { roadmap }, home.home);
        expect(result, where).toMatchObject({ status: 0, err: '' });
      }
      expect(textOf(file), where).toBe(next.get(now));
      expect(traces(home), where).toEqual([]);
    }
  };
  const kinds = ['note', 'linked note', 'progress', 'first progress'] as const;
  await Promise.all(kinds.map((kind) => worker(kind, kills / kinds.length)));
  expect(waited).toEqual([]);
  console.log(
    `${found.killed} killed: ${found.old} times the old file, ${found.new} times the new one, 0 times another; ` +
      `${found.betweenLockAndRename} between lock and rename (its lock lies there, the file is the old one); ` +
      `${found.leftTraces} left a lock or a temp file, 0 after the next command, which never waited`,
  );
  expect(found.killed).toBe(kills);
  expect(found.betweenLockAndRename).toBeGreaterThanOrEqual(100);
}, 240_000);
