// ProgressBar: one line that shows how far long work has come, rewritten in place, and gone before anything else is written.
import { displayWidth } from './text/width.ts';
import { barColumns } from './views/layout.ts';
import type { Theme } from './views/theme.ts';

/** The terminal that shows the line, and the time. */
export interface ProgressScreen {
  /** Milliseconds, which only grow. */
  readonly now: () => number;
  readonly columns: () => number;
  readonly write: (text: string) => void;
  /** Resolves when what has happened meanwhile, such as Ctrl-C, has been dealt with. */
  readonly settle: () => Promise<void>;
  /** Has `act` called before a signal ends the process, until the function that it returns is called. */
  readonly beforeSignal: (act: () => void) => () => void;
}

/** What is done of what there is; `words` says the same. */
export interface Advance {
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

/** Nobody reads faster, and a slow terminal has nothing else to do. */
const interval = 100;
const leastBar = 20;

export class ProgressBar {
  readonly #screen: ProgressScreen;
  readonly #theme: Theme;
  #shownAt = Number.NEGATIVE_INFINITY;
  /** Null while there is no line. */
  #forgetSignals: (() => void) | null = null;

  constructor(screen: ProgressScreen, theme: Theme) {
    this.#screen = screen;
    this.#theme = theme;
  }

  /** Ten times a second at most; called more often it does nothing. */
  async show(advance: Advance): Promise<void> {
    const now = this.#screen.now();
    if (now - this.#shownAt < interval) return;
    this.#shownAt = now;
    this.#forgetSignals ??= this.#screen.beforeSignal(() => this.clear());
    this.#screen.write(`\r${drawAdvance(advance, this.#screen.columns(), this.#theme)}\x1b[K`);
    await this.#screen.settle();
  }

  /** Leaves the line empty and the cursor at its start, where it was before. */
  clear(): void {
    if (this.#forgetSignals === null) return;
    this.#screen.write('\r\x1b[K');
    this.#forgetSignals();
    this.#forgetSignals = null;
  }
}

/** The last column stays free: a character in it would make some terminals begin a new line. */
function drawAdvance({ done, total, words }: Advance, columns: number, theme: Theme): string {
  const room = columns - 1;
  const cells = Math.max(leastBar, barColumns(columns));
  const bar = `${theme.bar(done, total, cells)}  `;
  return cells + 2 + displayWidth(words) <= room ? bar + words : theme.fit(words, room);
}
