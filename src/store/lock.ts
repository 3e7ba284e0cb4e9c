// Lock: one process at a time changes a file; what a killed one left behind is recognised and broken.
import { UserError } from '../errors.ts';
import type { Disk } from './disk.ts';
import { errnoOf, quietly, telling } from './failure.ts';
import { readIfThere } from './files.ts';
import { fingerprint, randomName } from './fingerprint.ts';
import { makeFolder, usableFolder } from './folders.ts';
import type { OwnFolder } from './places.ts';
import { removeStrays, tempName, writeAll } from './temp.ts';

export interface LockOptions {
  /** Milliseconds to wait for one holder; a queue that moves may take twelve times as long. 5,000 by default. */
  readonly deadline?: number;
}

export interface Lock {
  /** Throws `locked` when somebody took this process for dead and broke the lock; ask just before a rename. */
  assertOwned(): void;
}

const DEADLINE = 5000;
/** A lock without a readable holder is one whose bytes a crash of the machine lost; a living one is never seen so for long. */
const GRACE = 1000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly boot: string;
  readonly started: string | null;
  /** Null in locks of older versions, and where there is but one. */
  readonly table: string | null;
}

/**
 * Runs `action` while no other process runs one for the same `target` (a real path). Locks live in the state folder, because
 * the folder of the notes may be synchronised or read-only. Throws `locked` after the deadline, `unwritable` without a
 * usable state folder.
 */
export function withLock<Result>(
  disk: Disk,
  state: OwnFolder,
  target: string,
  options: LockOptions,
  action: (lock: Lock) => Result,
): Result {
  const folder = `${usableFolder(disk, state, target)}/locks`;
  const path = `${folder}/${fingerprint(Buffer.from(target))}`;
  const content = describeUs(disk, target);
  telling(folder, state.variable, () => {
    makeFolder(disk, folder);
    acquire(disk, path, content, target, options.deadline ?? DEADLINE);
  });
  const assertOwned = () => {
    const now = telling(folder, state.variable, () => contentOf(disk, path));
    if (now !== content) throw lockedBy(disk, now, path, target);
  };
  try {
    return action({ assertOwned });
  } finally {
    release(disk, path, content);
  }
}

/** A lock whose holder has ended, and another machine's, of which that cannot be known from here. */
export interface LeftLock {
  readonly path: string;
  /** The file that it keeps others from. */
  readonly target: string | null;
  readonly isUnproven: boolean;
}

/** Locks that nobody who runs on this machine holds. The next change of its file breaks a stale one; an unproven one has to be removed. */
export function leftLocks(disk: Disk, state: OwnFolder): LeftLock[] {
  const left: LeftLock[] = [];
  quietly(() => {
    if (state.path === null) return;
    const folder = `${state.path}/locks`;
    for (const name of disk.readdir(folder).sort()) {
      if (!/^[0-9a-f]+$/.test(name)) continue;
      const path = `${folder}/${name}`;
      quietly(() => {
        const content = contentOf(disk, path);
        const holder = content === null ? null : parseHolder(content);
        if (content === null) return;
        const isUnproven = holder !== null && !isJudgeable(disk, holder);
        if (isUnproven || isStale(disk, content, 0)) left.push({ path, target: targetIn(content), isUnproven });
      });
    }
  });
  return left;
}

function targetIn(content: string): string | null {
  try {
    const { target } = JSON.parse(content) as { target?: unknown };
    return typeof target === 'string' ? target : null;
  } catch {
    return null;
  }
}

function acquire(disk: Disk, path: string, content: string, target: string, deadline: number): void {
  removeStrays(disk, path, true);
  // Written beside and then linked: whoever sees the lock sees who holds it.
  const temp = tempName(disk, path);
  try {
    writeNew(disk, temp, content);
    let seen: string | null = null;
    let waited = 0;
    let total = 0;
    while (!claim(disk, temp, path, content)) {
      const held = contentOf(disk, path);
      // Counted anew for each holder: two hundred short waits are a busy file, one long wait is a stuck process.
      if (held !== seen) waited = 0;
      seen = held;
      // Read once more: a holder may have let go and ended between our reading and our asking whether it lives.
      const stale = held !== null && isStale(disk, held, waited) && contentOf(disk, path) === held;
      if (stale && breakLock(disk, path, held)) continue;
      if (waited >= deadline || total >= 12 * deadline) throw lockedBy(disk, held, path, target);
      const pause = Math.min(40, 2 + total / 8) * (0.5 + Math.random());
      disk.machine.sleep(pause);
      waited += pause;
      total += pause;
    }
  } finally {
    quietly(() => disk.unlink(temp));
  }
}

/** True when the lock is ours now. */
function claim(disk: Disk, temp: string, path: string, content: string): boolean {
  try {
    disk.link(temp, path);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST') return false;
    // A machine that shares the folder took our process for a dead one of its own.
    if (errno === 'ENOENT') {
      writeNew(disk, temp, content);
      return false;
    }
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errno ?? '')) throw error;
  }
  // No hard links on this file system: made in two steps, and one killed in between leaves an empty lock (see GRACE).
  try {
    writeNew(disk, path, content);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function writeNew(disk: Disk, path: string, content: string): void {
  const handle = disk.open(path, 'create', 0o600);
  try {
    writeAll(disk, handle, Buffer.from(content));
    disk.close(handle);
  } catch (error) {
    quietly(() => disk.close(handle));
    quietly(() => disk.unlink(path));
    throw error;
  }
}

/**
 * Moves a stale lock aside and looks whether that was the one meant: of two breakers the slower may have moved a living
 * lock, which then goes back. A plain unlink would have deleted it.
 */
function breakLock(disk: Disk, path: string, stale: string): boolean {
  const aside = tempName(disk, path);
  try {
    disk.rename(path, aside);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true;
    throw error;
  }
  let moved: string | null = null;
  try {
    moved = contentOf(disk, aside);
  } finally {
    if (moved !== stale) quietly(() => disk.link(aside, path));
    quietly(() => disk.unlink(aside));
  }
  return moved === stale;
}

function release(disk: Disk, path: string, content: string): void {
  const attempt = () => {
    if (contentOf(disk, path) === content) disk.unlink(path);
  };
  try {
    attempt();
  } catch {
    // Once more, for a passing fault. What still stays behind is broken by the next process, for we shall be dead then.
    quietly(attempt);
  }
}

function contentOf(disk: Disk, path: string): string | null {
  const bytes = readIfThere(disk, path);
  return bytes === null ? null : Buffer.from(bytes).toString('utf8');
}

function describeUs(disk: Disk, target: string): string {
  const { pid, host, boot, startOf, processTable } = disk.machine;
  const holder: Holder = { pid, host: host(), boot: boot(), started: startOf(pid), table: processTable() };
  return `${JSON.stringify({ ...holder, target, token: randomName() })}\n`;
}

function parseHolder(content: string): Holder | null {
  try {
    const { pid, host, boot, started, table } = JSON.parse(content) as Partial<Holder>;
    if (!Number.isInteger(pid) || (pid as number) <= 0 || typeof host !== 'string' || typeof boot !== 'string')
      return null;
    const known = (mark: unknown): string | null => (typeof mark === 'string' ? mark : null);
    return { pid: pid as number, host, boot, started: known(started), table: known(table) };
  } catch {
    return null;
  }
}

/** Who holds the lock, and whether it can be seen from here that it still runs. */
function lockedBy(disk: Disk, content: string | null, lock: string, file: string): UserError {
  const holder = content === null ? null : parseHolder(content);
  const name = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  const isUnproven = holder !== null && !isJudgeable(disk, holder);
  return new UserError('locked', { file, holder: name, lock, isUnproven });
}

/**
 * A boot id is given out once in the world, so an equal one is this machine, whatever it is called by now. Without one the
 * name has to do. Numbers of another table of processes, a container's, mean nothing here.
 */
function isJudgeable({ machine }: Disk, { host, boot, table }: Holder): boolean {
  const isThisStart = boot === machine.boot() && !boot.startsWith('~');
  if (!isThisStart && host !== machine.host()) return false;
  const own = machine.processTable();
  return table === null || own === null || table === own || !isSameBoot(boot, machine.boot());
}

/** Stale only on proof; a lock of another machine that shares the folder is never judged from here. */
function isStale(disk: Disk, content: string, waited: number): boolean {
  const holder = parseHolder(content);
  if (holder === null) return waited >= GRACE;
  if (!isJudgeable(disk, holder)) return false;
  const { machine } = disk;
  if (!isSameBoot(holder.boot, machine.boot()) || !machine.isAlive(holder.pid)) return true;
  const started = machine.startOf(holder.pid);
  return holder.started !== null && started !== null && holder.started !== started;
}

/** Boot times that are derived from the clock wander a little. */
function isSameBoot(a: string, b: string): boolean {
  if (a.startsWith('~') && b.startsWith('~')) return Math.abs(Number(a.slice(1)) - Number(b.slice(1))) < 60;
  return a === b;
}
