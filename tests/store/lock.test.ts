import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUserError } from '../../src/errors.ts';
import { fingerprint } from '../../src/store/fingerprint.ts';
import { withLock } from '../../src/store/lock.ts';
import { errnoError, MemoryDisk } from '../support/memory-files.ts';

const target = '/home/me/note.md';
const state = { path: '/state/istio-roadmap', home: null, variable: 'XDG_STATE_HOME' };
const lockPath = `/state/istio-roadmap/locks/${fingerprint(new TextEncoder().encode(target))}`;

function newDisk(): MemoryDisk {
  const disk = new MemoryDisk();
  disk.putFolder('/state');
  return disk;
}

const heldBy = (holder: object) =>
  `${JSON.stringify({ pid: 7, host: 'desk', boot: 'boot-1', started: 'start-7', target, token: 'x', ...holder })}\n`;

function codeOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    if (isUserError(error)) return { code: error.code, ...error.args };
    throw error;
  }
}

describe('a lock', () => {
  it('says who holds it while the action runs, and is gone afterwards', () => {
    const disk = newDisk();
    const seen = withLock(disk, state, target, {}, (lock) => {
      lock.assertOwned();
      return disk.text(lockPath);
    });
    expect(JSON.parse(seen ?? '')).toMatchObject({
      pid: 100,
      host: 'desk',
      boot: 'boot-1',
      started: 'start-100',
      target,
    });
    expect(disk.paths()).toEqual([]);
    expect(disk.openHandles).toBe(0);
  });

  it('is released when the action fails', () => {
    const disk = newDisk();
    const fail = () => {
      throw new TypeError('of the action');
    };
    expect(() => withLock(disk, state, target, {}, fail)).toThrow(TypeError);
    expect(disk.paths()).toEqual([]);
  });

  it('waits for a living holder and then refuses by name', () => {
    const disk = newDisk();
    disk.put(lockPath, heldBy({}));
    expect(codeOf(() => withLock(disk, state, target, { deadline: 300 }, () => 'in'))).toEqual({
      code: 'locked',
      file: target,
      holder: 'process 7 on desk',
      lock: lockPath,
      isUnproven: false,
    });
    expect(disk.slept).toBeGreaterThanOrEqual(300);
    expect(disk.slept).toBeLessThan(500);
    expect(disk.paths()).toEqual([lockPath]);
  });

  it('gets in as soon as the holder lets go', () => {
    const disk = newDisk();
    disk.put(lockPath, heldBy({}));
    disk.onSleep = () => disk.slept > 50 && disk.remove(lockPath);
    expect(withLock(disk, state, target, {}, () => 'in')).toBe('in');
    expect(disk.slept).toBeLessThan(150);
  });

  it('stays patient while the holders change', () => {
    const disk = newDisk();
    let turn = 0;
    disk.put(lockPath, heldBy({}));
    disk.onSleep = () => {
      if (disk.slept > 1000) disk.remove(lockPath);
      else disk.put(lockPath, heldBy({ pid: 200 + turn, started: `start-${200 + turn++}` }));
    };
    expect(withLock(disk, state, target, { deadline: 200 }, () => 'in')).toBe('in');
  });

  it.each<[string, object, boolean]>([
    ['a dead process of this host and boot', { pid: 8 }, true],
    ['another boot of this host', { boot: 'boot-0' }, true],
    ['a process whose number was given out again', { started: 'earlier' }, true],
    ['a living process', {}, false],
    ['a living process without a known start', { started: null }, false],
    ['another machine, dead or not', { host: 'laptop', boot: 'boot-9', pid: 8 }, false],
    ['a dead process of this very start, when the machine had another name', { host: 'laptop', pid: 8 }, true],
    ['a living process of this very start, when the machine had another name', { host: 'laptop' }, false],
    ['another name, where start times are only guessed', { host: 'laptop', boot: '~1000', pid: 8 }, false],
    ['a container of this machine, whose numbers are its own', { table: 'pid:[2]', pid: 8 }, false],
    ['a process of this table', { table: 'pid:[1]', pid: 8 }, true],
    ['a container before this machine was started anew', { table: 'pid:[2]', boot: 'boot-0', pid: 8 }, true],
  ])('left by %s is broken only on proof', (_title, holder, broken) => {
    const disk = newDisk();
    disk.dead.add(8);
    disk.put(lockPath, heldBy(holder));
    const result = codeOf(() => withLock(disk, state, target, { deadline: 100 }, () => 'in'));
    if (broken) expect([result, disk.slept]).toEqual(['in', 0]);
    else expect(result).toMatchObject({ code: 'locked' });
  });

  it.each([
    ['another machine', { host: 'laptop', boot: 'boot-9' }, true],
    ['a container', { table: 'pid:[2]' }, true],
    ['a living process of this machine', {}, false],
  ])('held by %s: the file of the lock is named, and whether anything here proves it', (_, holder, isUnproven) => {
    const disk = newDisk();
    disk.put(lockPath, heldBy(holder));
    const refused = codeOf(() => withLock(disk, state, target, { deadline: 100 }, () => 'in'));
    expect(refused).toMatchObject({ code: 'locked', lock: lockPath, isUnproven });
  });

  it.each([
    ['~1000', '~1030', false],
    ['~1000', '~2000', true],
  ])('allows boot times derived from the clock to wander: %s and %s', (now, then, broken) => {
    const disk = newDisk();
    disk.bootId = now;
    disk.put(lockPath, heldBy({ boot: then }));
    const result = codeOf(() => withLock(disk, state, target, { deadline: 50 }, () => 'in'));
    expect(result === 'in').toBe(broken);
  });

  it.each(['', '{"pid":', '{"pid":-1,"host":"desk","boot":"b"}', 'null'])(
    'without a readable holder (%j) is broken after a second',
    (content) => {
      const disk = newDisk();
      disk.put(lockPath, content);
      expect(withLock(disk, state, target, {}, () => 'in')).toBe('in');
      expect(disk.slept).toBeGreaterThanOrEqual(1000);
      expect(disk.slept).toBeLessThan(1200);
    },
  );

  it('that was released and taken anew while its old holder was judged stays', () => {
    const disk = newDisk();
    disk.put(lockPath, heldBy({ pid: 8 }));
    const living = heldBy({ pid: 9, started: 'start-9' });
    Object.assign(disk.machine, {
      isAlive: (pid: number) => {
        disk.put(lockPath, living);
        return pid !== 8;
      },
    });
    expect(codeOf(() => withLock(disk, state, target, { deadline: 50 }, () => 'in'))).toMatchObject({ code: 'locked' });
    expect(disk.calls.filter((call) => call.startsWith('rename'))).toEqual([]);
  });

  it('that came alive while it was being broken goes back', () => {
    const disk = newDisk();
    disk.dead.add(8);
    disk.put(lockPath, heldBy({ pid: 8 }));
    const living = heldBy({ pid: 9, started: 'start-9' });
    let once = true;
    disk.before = (call) => {
      if (!once || !call.startsWith('rename')) return;
      once = false;
      disk.put(lockPath, living);
    };
    expect(codeOf(() => withLock(disk, state, target, { deadline: 50 }, () => 'in'))).toMatchObject({
      code: 'locked',
      holder: 'process 9 on desk',
    });
    expect(disk.text(lockPath)).toBe(living);
    expect(disk.paths()).toEqual([lockPath]);
  });

  it('that somebody broke is noticed before the rename and not released', () => {
    const disk = newDisk();
    const result = codeOf(() =>
      withLock(disk, state, target, {}, (lock) => {
        disk.put(lockPath, heldBy({}));
        lock.assertOwned();
      }),
    );
    expect(result).toMatchObject({ code: 'locked', file: target, holder: 'process 7 on desk' });
    expect(disk.paths()).toEqual([lockPath]);
  });

  it.each(['EPERM', 'ENOTSUP'])('works without hard links (%s)', (errno) => {
    const disk = newDisk();
    const link = () => {
      throw errnoError(errno, 'link', lockPath);
    };
    Object.assign(disk, { link });
    expect(withLock(disk, state, target, {}, () => disk.text(lockPath) !== null)).toBe(true);
    disk.put(lockPath, heldBy({}));
    expect(codeOf(() => withLock(disk, state, target, { deadline: 50 }, () => 'in'))).toMatchObject({ code: 'locked' });
  });

  it.each([
    ['EACCES', 'denied'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'full'],
  ])('in a state folder that fails with %s names the variable to set', (errno, cause) => {
    const disk = newDisk();
    disk.fault = { kind: 'open', call: 1, errno };
    expect(codeOf(() => withLock(disk, state, target, {}, () => 'in'))).toEqual({
      code: 'unwritable',
      file: '/state/istio-roadmap/locks',
      cause,
      variable: 'XDG_STATE_HOME',
    });
    expect(disk.paths()).toEqual([]);
  });
});

describe('real processes', () => {
  let folder: string;
  let script: string;
  const children: ChildProcess[] = [];

  beforeAll(() => {
    folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'lock-')));
    script = join(folder, 'count.cjs');
    const source = `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { nodeDisk } from './src/store/node-disk.ts';
      import { withLock } from './src/store/lock.ts';
      const [path, mode] = process.argv.slice(2);
      const state = { path: path + '.state', home: null, variable: 'XDG_STATE_HOME' };
      withLock(nodeDisk, state, path, {}, () => {
        if (mode === 'hang') {
          process.stdout.write('held');
          nodeDisk.machine.sleep(60000);
        }
        const count = Number(readFileSync(path, 'utf8'));
        nodeDisk.machine.sleep(1);
        writeFileSync(path, String(count + 1));
      });`;
    const stdin = { contents: source, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' as const };
    buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile: script, logLevel: 'silent' });
  });
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true });
  });

  const start = (...args: string[]) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    return child;
  };
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

  it('take their turns: no count is lost', async () => {
    const counter = join(folder, 'counter');
    fs.writeFileSync(counter, '0');
    const statuses = await Promise.all(Array.from({ length: 24 }, () => ended(start(counter))));
    expect(statuses).toEqual(statuses.map(() => 0));
    expect(fs.readFileSync(counter, 'utf8')).toBe('24');
    expect(fs.readdirSync(`${counter}.state/locks`)).toEqual([]);
  }, 30_000);

  it('get past a holder that was killed', async () => {
    const counter = join(folder, 'killed');
    fs.writeFileSync(counter, '0');
    const holder = start(counter, 'hang');
    await new Promise((resolve) => holder.stdout?.once('data', resolve));
    holder.kill('SIGKILL');
    await ended(holder);
    expect(fs.readdirSync(`${counter}.state/locks`).length).toBe(1);
    expect(await ended(start(counter))).toBe(0);
    expect(fs.readFileSync(counter, 'utf8')).toBe('1');
    expect(fs.readdirSync(`${counter}.state/locks`)).toEqual([]);
  }, 30_000);
});
