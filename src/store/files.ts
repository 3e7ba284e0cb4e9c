// Disk: the only door to the file system; files are read whole within limits and replaced so that no half one is seen.
import * as fs from 'node:fs';
import { hostname, uptime } from 'node:os';
import { type FileCause, isUserError, UserError } from '../errors.ts';
import type { Place } from './places.ts';

export interface Stat {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  /** Permission bits alone. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** How many names the file has. */
  readonly links: number;
}

/** `read` never waits (a FIFO without a writer), `create` fails where a name exists, `append` reads as well. */
export type OpenFor = 'read' | 'create' | 'append' | 'folder';

/** This process and its neighbours, as a lock has to name them. */
export interface Machine {
  readonly pid: number;
  readonly uid: number;
  host(): string;
  /** Differs after each start of the machine; `~seconds` where only its time is known, give or take a minute. */
  boot(): string;
  isAlive(pid: number): boolean;
  /** What tells a process from a later one of the same number; null where the system does not say. */
  startOf(pid: number): string | null;
  sleep(milliseconds: number): void;
}

/** The port: what we ask of an operating system, call by call. Every call throws an error with an errno `code`. */
export interface Disk {
  readonly machine: Machine;
  lstat(path: string): Stat;
  stat(path: string): Stat;
  realpath(path: string): string;
  mayWrite(path: string): void;
  readdir(path: string): string[];
  mkdir(path: string, mode: number): void;
  link(from: string, to: string): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  open(path: string, intent: OpenFor, mode: number): number;
  fstat(handle: number): Stat;
  read(handle: number, into: Uint8Array, offset: number, position: number): number;
  write(handle: number, bytes: Uint8Array, offset: number): number;
  fchmod(handle: number, mode: number): void;
  fchown(handle: number, uid: number, gid: number): void;
  fsync(handle: number): void;
  close(handle: number): void;
}

/** Larger files are refused: no roadmap is, and decoding one would take the machine's memory with it. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** Loaded on first use: the module costs three milliseconds, which only a write may spend. */
const crypto = () => process.getBuiltinModule('node:crypto');

/** A short hash of the content, for comparing two states of one file. */
export function fingerprint(bytes: Uint8Array): string {
  return crypto().createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

export function randomName(): string {
  return crypto().randomBytes(6).toString('hex');
}

/**
 * The whole file, at most `MAX_FILE_BYTES`. Throws `unreadable`. Folders, FIFOs and devices are refused without ever
 * waiting for them.
 */
export function readBytes(disk: Disk, path: string): Uint8Array {
  try {
    refuseOddKind(disk.stat(path), path);
    const handle = disk.open(path, 'read', 0);
    try {
      const stat = disk.fstat(handle);
      refuseOddKind(stat, path);
      if (stat.size > MAX_FILE_BYTES) throw new UserError('unreadable', { file: path, cause: 'too-large' });
      return readToEnd(disk, handle, path, stat.size);
    } finally {
      quietly(() => disk.close(handle));
    }
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    throw new UserError('unreadable', {
      file: path,
      cause: cause === 'missing' ? missingOrDangling(disk, path) : cause,
    });
  }
}

function refuseOddKind(stat: Stat, file: string): void {
  if (stat.kind === 'file') return;
  throw new UserError('unreadable', { file, cause: stat.kind === 'folder' ? 'folder' : 'not-a-file' });
}

function readToEnd(disk: Disk, handle: number, file: string, size: number): Uint8Array {
  // One byte more than promised: a file that grows meanwhile is noticed, and so are those of size 0 that have content.
  let buffer = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    const got = disk.read(handle, buffer, length, length);
    length += got;
    if (length > MAX_FILE_BYTES) throw new UserError('unreadable', { file, cause: 'too-large' });
    if (got === 0) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const larger = new Uint8Array(Math.min(Math.max(length * 2, 4096), MAX_FILE_BYTES + 1));
      larger.set(buffer);
      buffer = larger;
    }
  }
}

function missingOrDangling(disk: Disk, path: string): FileCause {
  let cause: FileCause = 'missing';
  quietly(() => {
    if (disk.lstat(path).kind === 'link') cause = 'dangling-link';
  });
  return cause;
}

/**
 * The real path a write to `path` would go to: links are followed, and names that do not exist yet are kept.
 * Throws `unwritable` for a link that leads nowhere.
 */
export function realTarget(disk: Disk, path: string, variable: string | null): string {
  return telling(path, variable, () => {
    const resolve = (at: string): string => {
      try {
        return disk.realpath(at);
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error;
      }
      if (exists(disk, at)) throw new UserError('unwritable', { file: path, cause: 'dangling-link', variable });
      const parent = folderOf(at);
      return parent === at ? at : joined(resolve(parent), at.slice(at.lastIndexOf('/') + 1));
    };
    return resolve(path);
  });
}

/** What must hold at the moment a file is replaced, and what a refusal says. */
export interface Guard {
  /** Fingerprint of the content that may be replaced. */
  readonly expected: string;
  /** Called when everything that can fail early has succeeded: the place for the journal. */
  readonly beforeRename?: () => void;
  /** Throws when the lock was lost; asked last of all. */
  readonly assertOwned?: () => void;
  /** Environment variable that would choose another place. */
  readonly variable: string | null;
}

/**
 * Replaces the content of an existing file: temp file beside the *real* file (links stay), same mode and owner, fsync,
 * read back, compared with `guard.expected`, rename. Returns the bytes as the disk gave them back. Throws `unwritable`,
 * or `changed`; the file then is what it was and the temp file is gone.
 */
export function replaceFile(disk: Disk, path: string, bytes: Uint8Array, guard: Guard): Uint8Array {
  return telling(path, guard.variable, () => {
    const { real, stat } = writableTarget(disk, path, guard.variable);
    removeStrays(disk, real);
    const temp = tempName(disk, real);
    return withFolder(disk, real, (syncFolder) => {
      let old: Uint8Array;
      let written: Uint8Array;
      try {
        written = writeTemp(disk, temp, bytes, stat);
        guard.beforeRename?.();
        guard.assertOwned?.();
        old = unchangedBytes(disk, path, real, guard);
        disk.rename(temp, real);
      } catch (error) {
        quietly(() => disk.unlink(temp));
        throw error;
      }
      try {
        syncFolder();
      } catch (error) {
        // A failure must mean that nothing changed, so the old content goes back.
        quietly(() => putBack(disk, real, old, stat));
        throw error;
      }
      return written;
    });
  });
}

/** Makes a file that must not exist yet, with its folders (0700). Throws `unwritable`, or `changed` when it has appeared. */
export function createFile(disk: Disk, path: string, bytes: Uint8Array, guard: Omit<Guard, 'expected'>): Uint8Array {
  return telling(path, guard.variable, () => {
    const real = realTarget(disk, path, guard.variable);
    makeFolder(disk, folderOf(real));
    removeStrays(disk, real);
    const temp = tempName(disk, real);
    return withFolder(disk, real, (syncFolder) => {
      let written: Uint8Array;
      try {
        written = writeTemp(disk, temp, bytes, null);
        guard.beforeRename?.();
        guard.assertOwned?.();
        if (exists(disk, real)) throw new UserError('changed', { file: path });
        disk.rename(temp, real);
      } catch (error) {
        quietly(() => disk.unlink(temp));
        throw error;
      }
      try {
        syncFolder();
      } catch (error) {
        quietly(() => disk.unlink(real));
        throw error;
      }
      return written;
    });
  });
}

/** Removes a file that still is `guard.expected`. Throws `unwritable` or `changed`; the file then is still there. */
export function removeFile(disk: Disk, path: string, guard: Guard): void {
  telling(path, guard.variable, () => {
    const { real } = writableTarget(disk, path, guard.variable);
    removeStrays(disk, real);
    const temp = tempName(disk, real);
    withFolder(disk, real, (syncFolder) => {
      guard.beforeRename?.();
      guard.assertOwned?.();
      unchangedBytes(disk, path, real, guard);
      // Moved aside first: until the folder is synced there is a way back.
      disk.rename(real, temp);
      try {
        syncFolder();
      } catch (error) {
        quietly(() => disk.rename(temp, real));
        throw error;
      }
      quietly(() => disk.unlink(temp));
    });
  });
}

/** Refuses what a rename would destroy or could not keep: see the words of each cause in lang/. */
function writableTarget(disk: Disk, path: string, variable: string | null): { real: string; stat: Stat } {
  const refuse = (cause: FileCause) => new UserError('unwritable', { file: path, cause, variable });
  const real = realTarget(disk, path, variable);
  const stat = disk.stat(real);
  if (stat.kind !== 'file') throw refuse(stat.kind === 'folder' ? 'folder' : 'not-a-file');
  if (stat.links > 1) throw refuse('hard-link');
  if (stat.uid !== disk.machine.uid) throw refuse('owner');
  // Rename needs no right on the file itself, and root has them all: the author's wish is honoured, not the kernel's.
  if ((stat.mode & 0o222) === 0) throw refuse('read-only');
  try {
    disk.mayWrite(real);
  } catch (error) {
    throw errnoOf(error) === 'EACCES' ? refuse('read-only') : error;
  }
  return { real, stat };
}

function unchangedBytes(disk: Disk, path: string, real: string, guard: Guard): Uint8Array {
  let now: Uint8Array;
  try {
    now = readBytes(disk, path);
  } catch (error) {
    if (isUserError(error) && error.code === 'unreadable' && causeIn(error) === 'missing')
      throw new UserError('changed', { file: path });
    throw error;
  }
  if (disk.realpath(path) !== real || fingerprint(now) !== guard.expected)
    throw new UserError('changed', { file: path });
  return now;
}

/** Writes a new file beside its target, synced, with the mode and owner of `like`; returns what the disk gives back. */
function writeTemp(disk: Disk, temp: string, bytes: Uint8Array, like: Stat | null): Uint8Array {
  const handle = disk.open(temp, 'create', like === null ? 0o666 : 0o600);
  let readBack: Uint8Array;
  try {
    writeAll(disk, handle, bytes);
    if (like !== null) keepOwner(disk, handle, temp, like);
    disk.fsync(handle);
    readBack = readToEnd(disk, handle, temp, bytes.length);
    if (Buffer.compare(readBack, bytes) !== 0)
      throw new UserError('unwritable', { file: temp, cause: 'io', variable: null });
  } catch (error) {
    quietly(() => disk.close(handle));
    throw error;
  }
  disk.close(handle);
  return readBack;
}

function keepOwner(disk: Disk, handle: number, file: string, like: Stat): void {
  const lost = () => new UserError('unwritable', { file, cause: 'owner', variable: null });
  const mine = disk.fstat(handle);
  try {
    if (mine.uid !== like.uid || mine.gid !== like.gid) disk.fchown(handle, like.uid, like.gid);
    disk.fchmod(handle, like.mode);
  } catch (error) {
    throw errnoOf(error) === 'EPERM' ? lost() : error;
  }
  const kept = disk.fstat(handle);
  if (kept.uid !== like.uid || kept.gid !== like.gid || kept.mode !== like.mode) throw lost();
}

function putBack(disk: Disk, real: string, old: Uint8Array, stat: Stat): void {
  const temp = tempName(disk, real);
  try {
    writeTemp(disk, temp, old, stat);
    disk.rename(temp, real);
  } catch (error) {
    quietly(() => disk.unlink(temp));
    throw error;
  }
}

export function writeAll(disk: Disk, handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += disk.write(handle, bytes, at);
}

/** Opens the folder of `path` before anything is changed; odd file systems that cannot sync folders are let be. */
function withFolder<Result>(disk: Disk, path: string, action: (sync: () => void) => Result): Result {
  let handle: number | null = null;
  try {
    handle = disk.open(folderOf(path), 'folder', 0);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EINVAL', 'EISDIR'].includes(errnoOf(error) ?? '')) throw error;
  }
  try {
    return action(() => {
      try {
        if (handle !== null) disk.fsync(handle);
      } catch (error) {
        if (!['EINVAL', 'EISDIR', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
      }
    });
  } finally {
    const open = handle;
    if (open !== null) quietly(() => disk.close(open));
  }
}

/**
 * The folder of a place that is about to be written for the sake of `file`. Throws `unwritable` with the variable to set
 * when HOME is not known or not there.
 */
export function usablePlace(disk: Disk, place: Place, file: string): string {
  const refusal = new UserError('unwritable', { file, cause: 'no-home', variable: place.variable });
  if (place.path === null) throw refusal;
  const { home } = place;
  if (home === null) return place.path;
  return telling(home, place.variable, () => {
    if (!exists(disk, home) || disk.stat(home).kind !== 'folder') throw refusal;
    return place.path as string;
  });
}

/** Makes the folder and those above it, for this user alone; another process may be making them at the same time. */
export function makeFolder(disk: Disk, path: string): void {
  const make = () => {
    try {
      disk.mkdir(path, 0o700);
    } catch (error) {
      let there = false;
      quietly(() => {
        there = disk.stat(path).kind === 'folder';
      });
      if (!there) throw error;
    }
  };
  try {
    make();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || folderOf(path) === path) throw error;
    makeFolder(disk, folderOf(path));
    make();
  }
}

/** Forty characters of the name are enough to recognise it, and leave room within the 255 bytes of a name. */
const tempPrefix = (name: string) => `.${[...name].slice(0, 40).join('')}.istio-roadmap-`;

export function tempName(disk: Disk, real: string): string {
  const name = real.slice(real.lastIndexOf('/') + 1);
  return joined(folderOf(real), `${tempPrefix(name)}${disk.machine.pid}-${randomName()}.tmp`);
}

/** Removes what processes that were killed left beside this file. Failing to is no reason not to write. */
export function removeStrays(disk: Disk, real: string): void {
  const prefix = tempPrefix(real.slice(real.lastIndexOf('/') + 1));
  quietly(() => {
    for (const name of disk.readdir(folderOf(real))) {
      if (!name.startsWith(prefix)) continue;
      const pid = Number(/^(\d+)-[0-9a-f]+\.tmp$/.exec(name.slice(prefix.length))?.[1]);
      if (pid > 0 && !disk.machine.isAlive(pid)) quietly(() => disk.unlink(joined(folderOf(real), name)));
    }
  });
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}

function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function exists(disk: Disk, path: string): boolean {
  try {
    disk.lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && 'errno' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

const causes: { readonly [errno: string]: FileCause } = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  ELOOP: 'dangling-link',
  ENXIO: 'not-a-file',
};

/** The cause in our words; null for what is no failure of the operating system. */
function causeOf(error: unknown): FileCause | null {
  const errno = errnoOf(error);
  return errno === null ? null : (causes[errno] ?? 'io');
}

function causeIn(error: UserError): FileCause | null {
  return 'cause' in error.args ? (error.args.cause as FileCause) : null;
}

/** Runs a write and names the file the *user* knows in whatever fails, never a temp file. */
export function telling<Result>(file: string, variable: string | null, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (isUserError(error)) {
      if (error.code !== 'unreadable' && error.code !== 'unwritable') throw error;
      const already = error.code === 'unwritable' && (error.args as { variable: string | null }).variable !== null;
      if (already) throw error;
      throw new UserError('unwritable', { file, cause: causeIn(error) ?? 'io', variable });
    }
    const cause = causeOf(error);
    if (cause === null) throw error;
    throw new UserError('unwritable', { file, cause, variable });
  }
}

/** For cleaning up: a second failure must not hide the first. */
export function quietly(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (errnoOf(error) === null && !isUserError(error)) throw error;
  }
}

function toStat(stat: fs.Stats): Stat {
  const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';
  return { kind, size: stat.size, mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid, links: stat.nlink };
}

const { O_RDONLY, O_NONBLOCK, O_RDWR, O_CREAT, O_EXCL, O_APPEND, O_NOFOLLOW, O_DIRECTORY } = fs.constants;
const openFlags: { readonly [intent in OpenFor]: number } = {
  read: O_RDONLY | O_NONBLOCK,
  create: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW,
  append: O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK,
  folder: O_RDONLY | O_DIRECTORY,
};

/** Fields of /proc/PID/stat after the command, which may hold spaces and brackets; null where there is no /proc. */
function procStat(pid: number): string[] | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function readBootId(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return `~${Math.round(Date.now() / 1000 - uptime())}`;
  }
}

let bootId: string | undefined;

const nodeMachine: Machine = {
  pid: process.pid,
  uid: process.geteuid?.() ?? 0,
  host: hostname,
  boot() {
    bootId ??= readBootId();
    return bootId;
  },
  isAlive(pid) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      return errnoOf(error) === 'EPERM';
    }
    // A killed process that its parent has not asked after yet still answers, and never will do anything again.
    return procStat(pid)?.[0] !== 'Z';
  },
  startOf: (pid) => procStat(pid)?.[19] ?? null,
  sleep(milliseconds) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

export const nodeDisk: Disk = {
  machine: nodeMachine,
  lstat: (path) => toStat(fs.lstatSync(path)),
  stat: (path) => toStat(fs.statSync(path)),
  realpath: (path) => fs.realpathSync.native(path),
  mayWrite: (path) => fs.accessSync(path, fs.constants.W_OK),
  readdir: (path) => fs.readdirSync(path),
  mkdir: (path, mode) => fs.mkdirSync(path, mode),
  link: fs.linkSync,
  rename: fs.renameSync,
  unlink: fs.unlinkSync,
  open: (path, intent, mode) => fs.openSync(path, openFlags[intent], mode),
  fstat: (handle) => toStat(fs.fstatSync(handle)),
  read: (handle, into, offset, position) => fs.readSync(handle, into, offset, into.length - offset, position),
  write: (handle, bytes, offset) => fs.writeSync(handle, bytes, offset),
  fchmod: fs.fchmodSync,
  fchown: fs.fchownSync,
  fsync: fs.fsyncSync,
  close: fs.closeSync,
};
