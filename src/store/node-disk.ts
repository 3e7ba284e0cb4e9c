// NodeDisk: the port on a real machine.
import * as fs from 'node:fs';
import { hostname, uptime } from 'node:os';
import type { Disk, Machine, OpenFor, Stat } from './disk.ts';
import { errnoOf } from './failure.ts';

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
