// FileWatcher: notices when one of some files becomes another one, whoever writes it and however.
import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write in several steps; what comes within so many milliseconds is one change. */
const settling = 80;
/** What the system does not report (a folder on another machine, one that is not there yet) is seen by looking, so often. */
const interval = 2000;

/**
 * Folders are watched and not files: whatever is saved by a rename leaves the watch on the old file behind. `node:fs` does that in a few
 * lines; chokidar would look at every file of the folder, and a vault has ten thousand.
 */
export class FileWatcher {
  private readonly onChange: () => void;
  /** What each file was like when it was read. */
  private readonly known = new Map<string, string>();
  private readonly folders = new Map<string, FSWatcher>();
  /** The names in watched folders that matter. */
  private readonly names = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private due: NodeJS.Timeout | null = null;

  constructor(onChange: () => void) {
    this.onChange = onChange;
    this.timer = setInterval(() => this.look(), interval);
  }

  /** A file that is about to be read. */
  note(path: string): void {
    this.known.set(path, signatureOf(path));
  }

  /** Begins to watch what has been noted; a link is watched where it is and where it leads. */
  start(): void {
    for (const path of this.known.keys())
      for (const place of new Set([path, realPath(path)])) {
        this.names.add(place);
        this.watchFolder(dirname(place));
      }
  }

  close(): void {
    clearInterval(this.timer);
    if (this.due !== null) clearTimeout(this.due);
    for (const watcher of this.folders.values()) watcher.close();
  }

  private watchFolder(folder: string): void {
    if (this.folders.has(folder)) return;
    const forget = (): void => {
      this.folders.get(folder)?.close();
      this.folders.delete(folder);
    };
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || this.names.has(`${folder === '/' ? '' : folder}/${name}`)) this.settle();
        // The folder itself was renamed or removed.
        else if (name === basename(folder)) forget();
      });
      watcher.on('error', forget);
      this.folders.set(folder, watcher);
    } catch {
      // It is not there, or there are no more watches to be had: it is looked at instead.
    }
  }

  private settle(): void {
    if (this.due !== null) clearTimeout(this.due);
    this.due = setTimeout(() => this.onChange(), settling);
  }

  private look(): void {
    this.start();
    for (const [path, was] of this.known) {
      const now = signatureOf(path);
      if (now === was) continue;
      // Seen once: it need not be read again.
      this.known.set(path, now);
      this.settle();
    }
  }
}

function signatureOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return 'gone';
  }
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
