// Disk: the port to the file system: what we ask of an operating system, call by call.

export interface Stat {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  /** Permission bits alone. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** How many names the file has. */
  readonly links: number;
  /** When the content was last written: milliseconds since 1970, as finely as the system counts. */
  readonly modified: number;
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
  /** Names the table that process numbers count in, which containers have one of each; null where there is but one. */
  processTable(): string | null;
  isAlive(pid: number): boolean;
  /** What distinguishes a process from a later one of the same number; null where the system does not say. */
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
  /** Only an empty one. */
  rmdir(path: string): void;
  open(path: string, intent: OpenFor, mode: number): number;
  fstat(handle: number): Stat;
  read(handle: number, into: Uint8Array, offset: number, position: number): number;
  write(handle: number, bytes: Uint8Array, offset: number): number;
  fchmod(handle: number, mode: number): void;
  fchown(handle: number, uid: number, gid: number): void;
  /** Sets when the content was last written, in milliseconds since 1970. */
  futimes(handle: number, modified: number): void;
  fsync(handle: number): void;
  close(handle: number): void;
}
