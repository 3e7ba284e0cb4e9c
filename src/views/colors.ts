// Colours: the painter of a terminal that shows them; loaded only where one does.
import { Chalk } from 'chalk';
import type { Painter } from './theme.ts';

/** `level` as chalk counts: 1 is sixteen colours, and we use no others, so that every palette decides for itself. */
export function colors(level: 1 | 2 | 3): Painter {
  const chalk = new Chalk({ level });
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    green: (text) => chalk.green(text),
    magenta: (text) => chalk.magenta(text),
    red: (text) => chalk.red(text),
    cyan: (text) => chalk.cyan(text),
  };
}
