// NodeWatchScreen: the port to a terminal that shows one view for long, as this process has it.
import { clearScreen, enterScreen, leaveScreen, ShownLines, setRaw, stopProcess } from './alternate-screen.ts';
import type { Wake, WatchScreen } from './commands/watch-screen.ts';
import { FileWatcher } from './file-watcher.ts';
import { Interruption, signals } from './signals.ts';
import { isTerminal } from './terminal.ts';

/** On a Russian keyboard as well. */
const leaving = new Set(['q', 'Q', 'й', 'Й']);
const [ctrlC, ctrlL, ctrlZ] = ['\u0003', '\u000c', '\u001a'];

/** `hasColor`: what is shown is painted. */
export const nodeWatchScreen = (hasColor: boolean): WatchScreen => new TerminalWatchScreen(hasColor);

class TerminalWatchScreen implements WatchScreen {
  private readonly watcher = new FileWatcher(() => this.awake('changed'));
  /** Where keys come from; without it only signals end it. */
  private readonly input = isTerminal(0) ? process.stdin : null;
  private isOpen = false;
  /** It has ended, and nothing opens it again. */
  private isOver = false;
  private readonly shown: ShownLines;
  /** All lines are to be drawn anew. */
  private isCleared = true;
  private day = dayOfMonth();
  /** What came while nobody waited. */
  private pending: Wake | 'interrupted' | null = null;
  private waiting: { resolve: (wake: Wake) => void; reject: (error: Error) => void } | null = null;

  constructor(hasColor: boolean) {
    this.shown = new ShownLines(hasColor);
  }

  canDraw(): boolean {
    return process.env.TERM !== 'dumb' && isTerminal(1);
  }

  columns(): number {
    return process.stdout.columns || 80;
  }

  rows(): number {
    return process.stdout.rows || 24;
  }

  reading(path: string): void {
    this.watcher.note(path);
  }

  show(lines: readonly string[]): void {
    if (!this.isOpen) this.open();
    if (this.isCleared) this.shown.forget();
    const out = (this.isCleared ? clearScreen : '') + this.shown.changeTo(lines, this.rows());
    this.isCleared = false;
    // In one piece, and nothing but what is another line now: nothing flickers.
    if (out !== '') this.write(out);
    this.day = dayOfMonth();
  }

  wake(): Promise<Wake> {
    this.watcher.start();
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      if (this.pending !== null) this.awake(this.pending);
    });
  }

  close(): void {
    this.isOver = true;
    this.watcher.close();
    clearInterval(this.midnight);
    if (this.isOpen) this.leave();
    for (const signal of signals) process.off(signal, this.interrupt);
    process.off('SIGCONT', this.resume);
    process.stdout.off('resize', this.resize);
    this.input?.off('data', this.press);
    this.input?.pause();
  }

  /** What was done today is another number tomorrow. */
  private readonly midnight = setInterval(() => {
    if (dayOfMonth() !== this.day) this.awake('changed');
  }, 60_000);

  private open(): void {
    for (const signal of signals) process.on(signal, this.interrupt);
    process.on('SIGCONT', this.resume);
    process.stdout.on('resize', this.resize).on('error', this.interrupt);
    this.input?.on('data', this.press).on('end', this.interrupt).on('error', this.interrupt);
    this.enter();
  }

  private enter(): void {
    this.isOpen = true;
    this.setRaw(true);
    this.input?.resume();
    this.isCleared = true;
    this.write(enterScreen);
  }

  private leave(): void {
    this.isOpen = false;
    this.write(leaveScreen);
    this.setRaw(false);
  }

  private awake(wake: Wake | 'interrupted'): void {
    const { waiting } = this;
    if (waiting === null) {
      // Nothing takes an end back.
      if (this.pending !== 'left' && this.pending !== 'interrupted') this.pending = wake;
      return;
    }
    this.waiting = this.pending = null;
    if (wake === 'interrupted') waiting.reject(new Interruption());
    else waiting.resolve(wake);
  }

  private readonly interrupt = (): void => {
    this.isOver = true;
    // The terminal first: whatever is being read may take a moment.
    if (this.isOpen) this.leave();
    this.awake('interrupted');
  };

  private readonly resize = (): void => {
    this.isCleared = true;
    this.awake('resized');
  };

  private readonly press = (typed: Buffer): void => {
    for (const key of typed.toString('utf8'))
      if (key === ctrlC) this.interrupt();
      else if (key === ctrlZ) this.suspend();
      else if (leaving.has(key)) this.awake('left');
      else if (key === ctrlL) this.resize();
  };

  private suspend(): void {
    this.leave();
    stopProcess(this.resume);
  }

  private readonly resume = (): void => {
    if (this.isOpen || this.isOver) return;
    this.enter();
    this.awake('resized');
  };

  private setRaw(isRaw: boolean): void {
    if (this.input !== null) setRaw(this.input, isRaw);
  }

  private write(text: string): void {
    try {
      process.stdout.write(text);
    } catch {
      this.awake('interrupted');
    }
  }
}

const dayOfMonth = (): number => new Date().getDate();
