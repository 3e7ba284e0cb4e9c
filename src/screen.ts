// Screen: the whole terminal for as long as a picker has it: keys in, lines out, and everything as it was afterwards.
import { emitKeypressEvents, type Interface, type Key as PressedKey } from 'node:readline';
import {
  clearScreen,
  cursorTo,
  enterScreen,
  leaveScreen,
  ShownLines,
  setRaw,
  stopProcess,
} from './alternate-screen.ts';
import type { Screen, ScreenAct } from './commands/context.ts';
import type { Key } from './model/key.ts';
import { Interruption, signals } from './signals.ts';
import type { Drawing, ScreenSize } from './views/screen.ts';

/** Takes the terminal of standard input and standard error, so that standard output stays for results. */
export async function onScreen<Result>(use: (screen: Screen) => Promise<Result>, hasColor: boolean): Promise<Result> {
  const screen = new TerminalScreen(hasColor);
  screen.open();
  try {
    const result = await use(screen);
    // What was interrupted between two runs must not go on as if nothing had been.
    screen.refuseInterrupted();
    return result;
  } finally {
    screen.close();
  }
}

/** After so many milliseconds an escape is the key, and not the beginning of what another key sends. */
const escapeCodeTimeout = 50;

class TerminalScreen implements Screen {
  private readonly input = process.stdin;
  private readonly output = process.stderr;
  private readonly shown: ShownLines;
  private isOpen = false;
  private isInterrupted = false;
  /** Pressed while nothing is asked for them. */
  private early: Key[] = [];
  private onKey: ((key: Key) => void) | null = null;
  private onResize: (() => void) | null = null;
  private onInterrupt: (() => void) | null = null;

  constructor(hasColor: boolean) {
    this.shown = new ShownLines(hasColor);
  }

  open(): void {
    // Of the second argument no more than this is read.
    emitKeypressEvents(this.input, { escapeCodeTimeout } as Partial<Interface> as Interface);
    this.input.on('keypress', this.take);
    // Listeners that stay: a terminal that is gone reports it more than once, also after the end.
    for (const stream of [this.input, this.output]) stream.on('error', this.interrupt);
    this.input.on('end', this.interrupt);
    this.output.on('resize', this.redraw);
    for (const signal of signals) process.on(signal, this.interrupt);
    process.on('SIGCONT', this.resume);
    this.enter();
  }

  close(): void {
    this.input.off('keypress', this.take);
    this.input.off('end', this.interrupt);
    this.output.off('resize', this.redraw);
    for (const signal of signals) process.off(signal, this.interrupt);
    process.off('SIGCONT', this.resume);
    this.leave();
    this.input.pause();
  }

  refuseInterrupted(): void {
    if (this.isInterrupted) throw new Interruption();
  }

  run<State>(first: State, act: ScreenAct<State>): Promise<State> {
    this.refuseInterrupted();
    return new Promise((resolve, reject) => {
      let state = first;
      let isDue = false;
      const end = (settle: () => void): void => {
        this.onKey = this.onResize = this.onInterrupt = null;
        settle();
      };
      const guarded = (action: () => void): void => {
        try {
          action();
        } catch (error) {
          end(() => reject(error));
        }
      };
      const draw = (): void => {
        isDue = false;
        if (this.onKey !== null) guarded(() => this.draw(act.draw(state, this.size())));
      };
      const drawLater = (): void => {
        if (!isDue) setImmediate(draw);
        isDue = true;
      };
      this.onKey = (key) =>
        guarded(() => {
          state = act.press(state, key, this.size());
          if (act.isOver(state)) end(() => resolve(state));
          else drawLater();
        });
      this.onResize = drawLater;
      this.onInterrupt = () => end(() => reject(new Interruption()));
      draw();
      const early = this.early.splice(0);
      if (!act.isConfirmation) for (const key of early) this.press(key);
    });
  }

  private size(): ScreenSize {
    return { columns: this.output.columns || 80, rows: this.output.rows || 24 };
  }

  /** Only the lines that changed are written. */
  private draw({ lines, cursor }: Drawing): void {
    const where = cursor === null ? '\x1b[?25l' : `${cursorTo(cursor.row, cursor.column)}\x1b[?25h`;
    this.output.write(this.shown.changeTo(lines, this.size().rows) + where);
  }

  private readonly take = (typed: string | undefined, pressed: PressedKey): void => {
    const key = keyOf(typed, pressed);
    // Esc, and at once another key: to Node that is one key.
    const { meta, sequence = '' } = pressed;
    if (meta === true && key !== 'escape' && !/^.[[O]./s.test(sequence)) this.press('escape');
    if (key === 'ctrl-c') this.interrupt();
    else if (key === 'ctrl-z') this.suspend();
    else if (key === 'ctrl-l') this.redraw();
    else if (key !== null) this.press(key);
  };

  private press(key: Key): void {
    if (this.onKey === null) this.early.push(key);
    else this.onKey(key);
  }

  private readonly redraw = (): void => {
    if (!this.isOpen) return;
    this.shown.forget();
    this.output.write(clearScreen);
    this.onResize?.();
  };

  /** The terminal first: whatever is at work may need a moment to end. */
  private readonly interrupt = (): void => {
    this.isInterrupted = true;
    this.leave();
    this.onInterrupt?.();
  };

  private suspend(): void {
    this.leave();
    stopProcess(this.resume);
  }

  private readonly resume = (): void => {
    if (this.isInterrupted) return;
    this.enter();
    this.redraw();
  };

  private enter(): void {
    this.isOpen = true;
    setRaw(this.input, true);
    this.input.resume();
    this.output.write(enterScreen + clearScreen);
  }

  private leave(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.output.write(leaveScreen);
    setRaw(this.input, false);
  }
}

/** As the models call them; Node has two names for Enter, and writes some as one word. */
const names: { readonly [name: string]: Key } = {
  ...{ up: 'up', down: 'down', left: 'left', right: 'right', home: 'home', end: 'end', tab: 'tab' },
  ...{ pageup: 'page-up', pagedown: 'page-down', return: 'enter', enter: 'enter' },
  ...{ backspace: 'backspace', escape: 'escape' },
};

/** Null for what neither types something nor means anything here. */
function keyOf(typed: string | undefined, { name = '', sequence = '', ctrl, meta, shift }: PressedKey): Key | null {
  const known = Object.hasOwn(names, name) ? (names[name] as Key) : null;
  if (known !== null) return shift && (known === 'up' || known === 'down') ? `shift-${known}` : known;
  if (ctrl) return name === '' ? null : `ctrl-${name}`;
  const text = typed ?? (meta === true ? sequence.slice(1) : '');
  return [...text].length !== 1 || text < ' ' || text === '\x7f' ? null : text;
}
