// MemoryDisk: a file system of plain objects that behaves as POSIX does and fails where a test wants it to.
import type { Disk, Machine, OpenFor, Stat } from '../../src/store/disk.ts';

interface Inode {
  kind: Stat['kind'];
  bytes: Uint8Array;
  target: string;
  names: Map<string, Inode>;
  mode: number;
  uid: number;
  gid: number;
  links: number;
  modified: number;
}

/** `call` counts from 1 over all calls, or over those of one kind when `kind` is given. */
export interface Fault {
  readonly call: number;
  readonly kind?: keyof Disk;
  readonly errno: string;
}

export function errnoError(errno: string, call: string, path: string): Error {
  return Object.assign(new Error(`${errno}: ${call} '${path}'`), { code: errno, errno: -1, syscall: call });
}

const encoder = new TextEncoder();

export class MemoryDisk implements Disk {
  /** Every call made so far, as `rename /a/b`. */
  readonly calls: string[] = [];
  fault: Fault | null = null;
  readonly dead = new Set<number>();
  pid = 100;
  uid = 1000;
  gid = 1000;
  bootId = 'boot-1';
  hostName = 'desk';
  processTable: string | null = 'pid:[1]';
  slept = 0;
  /** Runs while a waiting process sleeps, or before any call: the other processes of the machine. */
  onSleep: () => void = () => {};
  before: (call: string) => void = () => {};
  readonly #root: Inode;
  readonly #handles = new Map<number, { inode: Inode; intent: OpenFor; path: string }>();
  #nextHandle = 3;
  #now = 1_000;
  #counts = new Map<string, number>();
  readonly machine: Machine;

  constructor() {
    this.#root = this.#inode('folder', 0o755, 0, 0);
    const self = this;
    this.machine = {
      get pid() {
        return self.pid;
      },
      get uid() {
        return self.uid;
      },
      host: () => self.hostName,
      boot: () => self.bootId,
      processTable: () => self.processTable,
      isAlive: (pid) => !self.dead.has(pid),
      startOf: (pid) => `start-${pid}`,
      sleep: (milliseconds) => {
        self.slept += milliseconds;
        self.onSleep();
      },
    };
  }

  // What tests arrange and look at; no call is counted and no right is checked.

  put(path: string, content: string | Uint8Array, more: { mode?: number; uid?: number; gid?: number } = {}): void {
    const inode = this.#inode('file', more.mode ?? 0o644, more.uid ?? this.uid, more.gid ?? this.gid);
    inode.bytes = typeof content === 'string' ? encoder.encode(content) : content;
    inode.links = 1;
    this.#arrange(path).set(nameOf(path), inode);
  }

  putFolder(path: string, more: { mode?: number; uid?: number } = {}): void {
    const inode = this.#inode('folder', more.mode ?? 0o755, more.uid ?? this.uid, this.gid);
    this.#arrange(path).set(nameOf(path), inode);
  }

  putLink(path: string, target: string): void {
    const inode = this.#inode('link', 0o777, this.uid, this.gid);
    inode.target = target;
    this.#arrange(path).set(nameOf(path), inode);
  }

  putOther(path: string): void {
    this.#arrange(path).set(nameOf(path), this.#inode('other', 0o666, this.uid, this.gid));
  }

  putHardLink(from: string, to: string): void {
    const inode = this.#find(from, true, 'link');
    inode.links++;
    this.#arrange(to).set(nameOf(to), inode);
  }

  remove(path: string): void {
    this.#arrange(path).delete(nameOf(path));
  }

  /** New content for the file that is there, as an editor writes that truncates: who has it open sees it, too. */
  overwrite(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    Object.assign(this.#find(path, true, 'write'), { bytes, modified: this.#tick() });
  }

  /** The same files on a disk of their own, with no call made yet; content is shared until one of the two is written. */
  clone(): MemoryDisk {
    const disk = new MemoryDisk();
    const copies = new Map<Inode, Inode>();
    const copyOf = (inode: Inode): Inode => {
      const known = copies.get(inode);
      if (known !== undefined) return known;
      const copy = { ...inode, names: new Map<string, Inode>() };
      copies.set(inode, copy);
      for (const [name, child] of inode.names) copy.names.set(name, copyOf(child));
      return copy;
    };
    for (const [name, child] of this.#root.names) disk.#root.names.set(name, copyOf(child));
    const { pid, uid, gid, bootId, hostName } = this;
    for (const one of this.dead) disk.dead.add(one);
    return Object.assign(disk, { pid, uid, gid, bootId, hostName });
  }

  text(path: string): string | null {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#find(path, true, 'read').bytes);
    } catch {
      return null;
    }
  }

  bytesOf(path: string): Uint8Array {
    return this.#find(path, true, 'read').bytes;
  }

  statOf(path: string): Stat {
    return toStat(this.#find(path, false, 'lstat'));
  }

  /** Every path that is no folder, with its links unfollowed. */
  paths(): string[] {
    const found: string[] = [];
    const walk = (inode: Inode, at: string) => {
      for (const [name, child] of inode.names) {
        if (child.kind === 'folder') walk(child, `${at}/${name}`);
        else found.push(`${at}/${name}`);
      }
    };
    walk(this.#root, '');
    return found.sort();
  }

  get openHandles(): number {
    return this.#handles.size;
  }

  // The port.

  lstat(path: string): Stat {
    this.#call('lstat', path);
    return toStat(this.#find(path, false, 'lstat'));
  }

  stat(path: string): Stat {
    this.#call('stat', path);
    return toStat(this.#find(path, true, 'stat'));
  }

  realpath(path: string): string {
    this.#call('realpath', path);
    return this.#resolve(path, true, 'realpath').path;
  }

  mayWrite(path: string): void {
    this.#call('mayWrite', path);
    this.#demand(this.#find(path, true, 'access'), 2, path);
  }

  readdir(path: string): string[] {
    this.#call('readdir', path);
    const folder = this.#find(path, true, 'readdir');
    this.#demand(folder, 4, path);
    return [...folder.names.keys()];
  }

  mkdir(path: string, mode: number): void {
    this.#call('mkdir', path);
    const folder = this.#folderOf(path, 'mkdir');
    if (folder.names.has(nameOf(path))) throw errnoError('EEXIST', 'mkdir', path);
    this.#demand(folder, 2, path);
    folder.names.set(nameOf(path), this.#inode('folder', mode, this.uid, this.gid));
  }

  link(from: string, to: string): void {
    this.#call('link', to);
    const inode = this.#find(from, false, 'link');
    const folder = this.#folderOf(to, 'link');
    if (folder.names.has(nameOf(to))) throw errnoError('EEXIST', 'link', to);
    this.#demand(folder, 2, to);
    inode.links++;
    folder.names.set(nameOf(to), inode);
  }

  rename(from: string, to: string): void {
    this.#call('rename', to);
    const inode = this.#find(from, false, 'rename');
    const [source, destination] = [this.#folderOf(from, 'rename'), this.#folderOf(to, 'rename')];
    this.#demand(source, 2, from);
    this.#demand(destination, 2, to);
    const replaced = destination.names.get(nameOf(to));
    // As POSIX has it: of two names of one file neither goes.
    if (replaced === inode) return;
    if (inode.kind === 'folder' && replaced !== undefined && replaced.names.size > 0)
      throw errnoError('ENOTEMPTY', 'rename', to);
    if (replaced !== undefined) replaced.links--;
    source.names.delete(nameOf(from));
    destination.names.set(nameOf(to), inode);
  }

  unlink(path: string): void {
    this.#call('unlink', path);
    const inode = this.#find(path, false, 'unlink');
    const folder = this.#folderOf(path, 'unlink');
    this.#demand(folder, 2, path);
    inode.links--;
    folder.names.delete(nameOf(path));
  }

  rmdir(path: string): void {
    this.#call('rmdir', path);
    const inode = this.#find(path, false, 'rmdir');
    if (inode.kind !== 'folder') throw errnoError('ENOTDIR', 'rmdir', path);
    if (inode.names.size > 0) throw errnoError('ENOTEMPTY', 'rmdir', path);
    const folder = this.#folderOf(path, 'rmdir');
    this.#demand(folder, 2, path);
    folder.names.delete(nameOf(path));
  }

  open(path: string, intent: OpenFor, mode: number): number {
    this.#call('open', path);
    const folder = this.#folderOf(path, 'open');
    let inode: Inode;
    if (intent === 'create' || (intent === 'append' && !folder.names.has(nameOf(path)))) {
      if (folder.names.has(nameOf(path))) throw errnoError('EEXIST', 'open', path);
      this.#demand(folder, 2, path);
      inode = this.#inode('file', mode & ~0o022, this.uid, this.gid);
      inode.links = 1;
      folder.names.set(nameOf(path), inode);
    } else {
      inode = this.#find(path, true, 'open');
      if (intent === 'folder' && inode.kind !== 'folder') throw errnoError('ENOTDIR', 'open', path);
      if (intent === 'append' && inode.kind === 'folder') throw errnoError('EISDIR', 'open', path);
      this.#demand(inode, intent === 'append' ? 6 : 4, path);
    }
    this.#handles.set(this.#nextHandle, { inode, intent, path });
    return this.#nextHandle++;
  }

  fstat(handle: number): Stat {
    return toStat(this.#held('fstat', handle).inode);
  }

  read(handle: number, into: Uint8Array, offset: number, position: number): number {
    const { inode, path } = this.#held('read', handle);
    if (inode.kind === 'folder') throw errnoError('EISDIR', 'read', path);
    const piece = inode.bytes.subarray(position, position + into.length - offset);
    into.set(piece, offset);
    return piece.length;
  }

  /** Takes at most 4,000 bytes a call, as a system may. A failing call has written half of that: torn files are tested. */
  write(handle: number, bytes: Uint8Array, offset: number): number {
    const open = this.#handles.get(handle);
    const piece = bytes.subarray(offset, offset + 4000);
    const append = (part: Uint8Array) => {
      if (open === undefined) return;
      open.inode.bytes = new Uint8Array(Buffer.concat([open.inode.bytes, part]));
      open.inode.modified = this.#tick();
    };
    try {
      this.#held('write', handle);
    } catch (error) {
      append(piece.subarray(0, piece.length >> 1));
      throw error;
    }
    append(piece);
    return piece.length;
  }

  fchmod(handle: number, mode: number): void {
    this.#held('fchmod', handle).inode.mode = mode;
  }

  fchown(handle: number, uid: number, gid: number): void {
    const { inode, path } = this.#held('fchown', handle);
    if (this.uid !== 0 && (uid !== this.uid || gid !== this.gid)) throw errnoError('EPERM', 'fchown', path);
    Object.assign(inode, { uid, gid });
  }

  futimes(handle: number, modified: number): void {
    this.#held('futimes', handle).inode.modified = modified;
  }

  fsync(handle: number): void {
    this.#held('fsync', handle);
  }

  /** The handle is gone even when closing fails, as on Linux. */
  close(handle: number): void {
    try {
      this.#held('close', handle);
    } finally {
      this.#handles.delete(handle);
    }
  }

  #call(kind: keyof Disk, path: string): void {
    this.calls.push(`${kind} ${path}`);
    this.before(`${kind} ${path}`);
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (this.fault === null || (this.fault.kind !== undefined && this.fault.kind !== kind)) return;
    if (this.fault.call === (this.fault.kind === undefined ? this.calls.length : count))
      throw errnoError(this.fault.errno, kind, path);
  }

  #held(kind: keyof Disk, handle: number) {
    const held = this.#handles.get(handle);
    this.#call(kind, held?.path ?? `#${handle}`);
    if (held === undefined) throw errnoError('EBADF', kind, `#${handle}`);
    return held;
  }

  #inode(kind: Stat['kind'], mode: number, uid: number, gid: number): Inode {
    const modified = this.#tick();
    return { kind, bytes: new Uint8Array(), target: '', names: new Map(), mode, uid, gid, links: 1, modified };
  }

  /** A clock that goes on with every write. */
  #tick(): number {
    this.#now += 10;
    return this.#now;
  }

  #demand(inode: Inode, right: number, path: string): void {
    if (this.uid === 0) return;
    const shift = inode.uid === this.uid ? 6 : inode.gid === this.gid ? 3 : 0;
    if (((inode.mode >> shift) & right) !== right) throw errnoError('EACCES', 'access', path);
  }

  #find(path: string, follow: boolean, call: string): Inode {
    return this.#resolve(path, follow, call).inode;
  }

  #folderOf(path: string, call: string): Inode {
    const folder = this.#find(path.slice(0, path.lastIndexOf('/')) || '/', true, call);
    if (folder.kind !== 'folder') throw errnoError('ENOTDIR', call, path);
    return folder;
  }

  #resolve(path: string, follow: boolean, call: string): { inode: Inode; path: string } {
    let inode = this.#root;
    let at = '';
    let pending = path.split('/').filter((name) => name !== '' && name !== '.');
    for (let hops = 0; pending.length > 0; ) {
      const [name, ...rest] = pending as [string, ...string[]];
      if (inode.kind !== 'folder') throw errnoError('ENOTDIR', call, path);
      if (name === '..') {
        at = at.slice(0, at.lastIndexOf('/'));
        inode = this.#resolve(at === '' ? '/' : at, true, call).inode;
        pending = rest;
        continue;
      }
      const child = inode.names.get(name);
      if (child === undefined) throw errnoError('ENOENT', call, path);
      if (child.kind === 'link' && (follow || rest.length > 0)) {
        if (++hops > 40) throw errnoError('ELOOP', call, path);
        const target = child.target.startsWith('/') ? child.target : `${at}/${child.target}`;
        pending = [...target.split('/').filter((part) => part !== ''), ...rest];
        inode = this.#root;
        at = '';
        continue;
      }
      inode = child;
      at = `${at}/${name}`;
      pending = rest;
    }
    return { inode, path: at === '' ? '/' : at };
  }

  /** The folder a test puts something into, made with everything above it. */
  #arrange(path: string): Map<string, Inode> {
    let inode = this.#root;
    for (const name of path.split('/').slice(1, -1)) {
      let child = inode.names.get(name);
      if (child === undefined) {
        child = this.#inode('folder', 0o755, this.uid, this.gid);
        inode.names.set(name, child);
      }
      inode = child;
    }
    return inode.names;
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function toStat(inode: Inode): Stat {
  const { kind, mode, uid, gid, links, modified } = inode;
  return { kind, size: inode.bytes.length, mode, uid, gid, links, modified };
}
