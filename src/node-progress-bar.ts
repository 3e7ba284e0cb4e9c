// NodeProgressBar: the progress bar on the terminal of this process.
import { writeSync } from 'node:fs';
import { ProgressBar } from './progress-bar.ts';
import { beforeSignal } from './signals.ts';
import { columnsOf } from './terminal.ts';
import type { Theme } from './views/theme.ts';

export function openProgressBar(theme: Theme): ProgressBar {
  const screen = {
    now: () => process.uptime() * 1000,
    // COLUMNS may be wider than the terminal, which would break the line in two.
    columns: () => Math.min(columnsOf(2), process.stderr.columns || Number.POSITIVE_INFINITY),
    write: writeProgress,
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
    beforeSignal,
  };
  return new ProgressBar(screen, theme);
}

/** What a terminal does not take now is out of date a moment later. */
function writeProgress(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody is there to see it.
  }
}
