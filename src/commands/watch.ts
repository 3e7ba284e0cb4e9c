// Watch: `status --watch` and `lab --watch`: a view that is drawn again when a file that it was made of changes.
import { isUserError, UserError } from '../errors.ts';
import type { Disk } from '../store/disk.ts';
import { drawError } from '../views/problem.ts';
import { same } from '../views/theme.ts';
import type { CommonOptions, Context } from './context.ts';
import { withSentences } from './theme-with-sentences.ts';
import type { WatchScreen } from './watch-screen.ts';

export interface WatchOptions extends CommonOptions {
  /** Of what it is an option; `status` by default. */
  readonly watched?: 'status' | 'lab';
  readonly width?: number;
}

/** Prints the view by `out`, as if it was asked for once. */
type Draw = (context: Context) => Promise<number>;

/**
 * Draws until `q` (0) or an interruption (130). A file that is gone or half written for a moment is a remark below what could be read last.
 * Throws `no-terminal`, `options-exclude`, and what the first drawing throws.
 */
export async function watch(context: Context, options: WatchOptions, draw: Draw): Promise<number> {
  const other = options.json ? '--json' : options.plain ? '--plain' : null;
  const { watched = 'status' } = options;
  if (other !== null) throw new UserError('options-exclude', { option: '--watch', other, command: watched });
  const screen = await context.watchScreen();
  try {
    if (!screen.canDraw()) throw new UserError('no-terminal', { command: `${watched} --watch`, place: null });
    let good = await linesOf(context, options, screen, draw);
    let remark: string | null = null;
    for (;;) {
      screen.show(remark === null ? good : [...good.slice(0, screen.rows() - 1), remark]);
      if ((await screen.wake()) === 'left') return 0;
      try {
        // The configuration, the day and the size of the terminal may be others.
        good = await linesOf(await context.anew(), options, screen, draw);
        remark = null;
      } catch (error) {
        if (!isUserError(error)) throw error;
        remark = await remarkOn(error, context, screen);
      }
    }
  } finally {
    screen.close();
  }
}

/** The view, then what is remarked on it: both for the terminal as it is now. */
async function linesOf(context: Context, options: WatchOptions, screen: WatchScreen, draw: Draw): Promise<string[]> {
  const { theme, configuration, library } = context;
  for (const path of [configuration.paths.user, configuration.paths.project, `${library.cwd}/.istio-roadmap.yaml`])
    if (path !== null) screen.reading(path);
  let [drawn, remarks] = ['', ''];
  await draw({
    ...context,
    disk: noting(context.disk, `${library.program}/`, (path) => screen.reading(path)),
    theme: options.width === undefined ? { ...theme, width: screen.columns() } : theme,
    // No prompt of a shell needs one of them.
    rows: () => screen.rows() + 1,
    // The view that is there stays until there is another one; keys and signals are heard meanwhile.
    showProgress: () => new Promise((resolve) => setImmediate(resolve)),
    out: (text) => {
      drawn += text;
    },
    err: (text) => {
      remarks += text;
    },
  });
  const text = remarks === '' ? drawn : `${drawn}\n${remarks}`;
  return text.trimEnd().split('\n');
}

/** A disk that names each file before it is read, but for those of the program itself. */
function noting(disk: Disk, program: string, note: (path: string) => void): Disk {
  const noted = (path: string): void => {
    if (path.startsWith('/') && !path.startsWith(program)) note(path);
  };
  return {
    ...disk,
    stat(path) {
      noted(path);
      return disk.stat(path);
    },
    open(path, intent, mode) {
      if (intent === 'read') noted(path);
      return disk.open(path, intent, mode);
    },
  };
}

/** One line of the failure: what helps is seen by whoever runs the command once. */
async function remarkOn(error: UserError, context: Context, screen: WatchScreen): Promise<string> {
  const theme = { ...(await withSentences(context)), width: 1000, bad: same };
  const [line = ''] = drawError(error, theme).split('\n');
  return theme.warn(theme.fit(line, screen.columns()));
}
