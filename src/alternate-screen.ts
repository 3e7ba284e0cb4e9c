// AlternateScreen: what a picker and a view that stays have in common: the other screen of a terminal, its lines, and stopping.
import { printable } from './text/visible.ts';

// It keeps what was on the first screen. No line goes on in the next by itself: of how wide a character is, a terminal may think
// otherwise than we do.
export const enterScreen = '\x1b[?1049h\x1b[?7l\x1b[?25l';
export const leaveScreen = '\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l';
export const clearScreen = '\x1b[2J';

/** Row and column from 0. */
export const cursorTo = (row: number, column: number): string => `\x1b[${row + 1};${column + 1}H`;

/** What a terminal shows, a line for each row. */
export class ShownLines {
  private readonly hasColor: boolean;
  private shown: string[] = [];

  constructor(hasColor: boolean) {
    this.hasColor = hasColor;
  }

  /** The terminal was cleared. */
  forget(): void {
    this.shown = [];
  }

  /** What is to be written so that it shows these lines: only those that are others now. */
  changeTo(lines: readonly string[], rows: number): string {
    let out = '';
    for (let row = 0; row < rows; row++) {
      const line = printable(lines[row] ?? '', this.hasColor);
      if (line === (this.shown[row] ?? '')) continue;
      // Erased before: behind its last column a full line has no place for the cursor.
      out += `${cursorTo(row, 0)}\x1b[K${line}`;
      this.shown[row] = line;
    }
    return out;
  }
}

/** Keys one by one, or lines as usual. */
export function setRaw(input: NodeJS.ReadStream, isRaw: boolean): void {
  try {
    input.setRawMode(isRaw);
  } catch {
    // There is no terminal any more, and so none to give back.
  }
}

/** Stops the process as Ctrl-Z does; `resume` is called when it goes on. */
export function stopProcess(resume: () => void): void {
  process.kill(process.pid, 'SIGTSTP');
  // Without job control the process does not stop, and no signal tells it to go on.
  setTimeout(resume, 50);
}
