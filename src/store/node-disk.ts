// NodeDisk: the port on a real machine.
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { Disk, Machine, OpenFor, Stat } from './disk.ts';
import { errnoOf } from './failure.ts';

function toStat(stat: Stats): Stat {
  const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';
  const { size, mode, uid, gid, nlink: links, mtimeMs: modified } = stat;
  return { kind, size, mode: mode & 0o7777, uid, gid, links, modified };
}

const { O_RDONLY, O_NONBLOCK, O_RDWR, O_CREAT, O_EXCL, O_APPEND, O_NOFOLLOW, O_DIRECTORY } = constants;
const openFlags: { readonly [intent in OpenFor]: number } = {
  read: O_RDONLY | O_NONBLOCK,
  create: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW,
  append: O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK,
  folder: O_RDONLY | O_DIRECTORY,
};

/** Loaded on first use: only a lock asks for it. */
const os = () => process.getBuiltinModule('node:os');

/** Fields of /proc/PID/stat after the command, which may hold spaces and brackets; null where there is no /proc. */
function procStat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return `~${Math.round(Date.now() / 1000 - os().uptime())}`;
  }
}

let bootId: string | undefined;

const nodeMachine: Machine = {
  pid: process.pid,
  uid: process.geteuid?.() ?? 0,
  host: () => os().hostname(),
  boot() {
    bootId ??= readBootId();
    return bootId;
  },
  processTable() {
    try {
      return readlinkSync('/proc/self/ns/pid');
    } catch {
      return null;
    }
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
  lstat: (path) => toStat(lstatSync(path)),
  stat: (path) => toStat(statSync(path)),
  realpath: (path) => realpathSync.native(path),
  mayWrite: (path) => accessSync(path, constants.W_OK),
  readdir: (path) => readdirSync(path),
  mkdir: (path, mode) => mkdirSync(path, mode),
  link: linkSync,
  rename: renameSync,
  unlink: unlinkSync,
  rmdir: (path) => rmdirSync(path),
  open: (path, intent, mode) => openSync(path, openFlags[intent], mode),
  fstat: (handle) => toStat(fstatSync(handle)),
  read: (handle, into, offset, position) => readSync(handle, into, offset, into.length - offset, position),
  write: (handle, bytes, offset) => writeSync(handle, bytes, offset),
  fchmod: fchmodSync,
  fchown: fchownSync,
  futimes: (handle, modified) => futimesSync(handle, modified / 1000, modified / 1000),
  fsync: fsyncSync,
  close: closeSync,
};
