// Desk: commands run inside the test, on a MemoryDisk, with everything else the world would hand them.
import { type ChangeOptions, change } from '../../src/commands/change.ts';
import type { Context } from '../../src/commands/context.ts';
import { undo } from '../../src/commands/undo.ts';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { exitStatus, isUserError } from '../../src/errors.ts';
import type { Verb } from '../../src/model/verb.ts';
import { noConfiguration } from '../../src/store/configuration.ts';
import type { Disk } from '../../src/store/disk.ts';
import { placesFrom } from '../../src/store/places.ts';
import { commandsFor } from '../../src/views/command-line.ts';
import { drawError } from '../../src/views/problem.ts';
import { plainPainter, themeFor } from '../../src/views/theme.ts';
import type { MemoryDisk } from './memory-files.ts';
import { messagesFor, sentencesFor } from './messages.ts';

/** Where the user of a MemoryDisk lives; the working directory, too. */
export const home = '/home/me';
export const stateFolder = `${home}/.local/state/istio-roadmap`;
export const dataFolder = `${home}/.local/share/istio-roadmap`;
export const journalPath = `${stateFolder}/journal.jsonl`;

export interface RunResult {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A Context as environment.ts makes one, in English, wide enough that no sentence is broken. */
function contextOn(
  disk: Disk,
  folder: string,
  say: { out: (text: string | Uint8Array) => void; err: (text: string) => void },
): Context {
  const { out: document } = say;
  const theme = themeFor({
    ...{ width: 1000, painter: plainPainter, ascii: false, language: 'en' },
    messages: messagesFor('en'),
    commands: commandsFor({ argv: [] }),
  });
  return {
    disk,
    places: placesFrom({ HOME: folder }),
    build: 'desk',
    library: { bundled: '/program/roadmaps', program: '/program', cwd: folder, home: folder, registered: [] },
    configuration: noConfiguration,
    lock: {},
    today: '2026-11-20' as CalendarDate,
    now: Date.UTC(2026, 10, 20, 9),
    shell: null,
    todayFrom: null,
    roadmap: null,
    zshFolder: null,
    summaries: { key: (asked) => asked ?? '', watched: [] },
    ...say,
    document,
    showProgress: async () => {},
    input: () => '',
    canAsk: () => false,
    isWatched: () => false,
    rows: () => null,
    ask: async () => false,
    watchScreen: () => Promise.reject(new Error('a test watches nothing')),
    anew: () => Promise.reject(new Error('a test has one moment')),
    programs: () => Promise.reject(new Error('a test starts no program')),
    hasScreen: () => false,
    onScreen: async () => {
      throw new Error('there is no screen');
    },
    askSeveral: async () => {
      throw new Error('nobody can be asked');
    },
    theme,
    language: 'en',
    sentences: async () => sentencesFor('en'),
  };
}

/** Runs a command to its exit status, as environment.ts settles it. What is no failure of ours is thrown on. */
export async function settled(
  disk: Disk,
  action: (context: Context) => Promise<number>,
  folder = home,
): Promise<RunResult> {
  let out = '';
  let err = '';
  const context = contextOn(disk, folder, {
    out: (text) => {
      out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
    },
    err: (text) => {
      err += text;
    },
  });
  try {
    return { status: await action(context), out, err };
  } catch (error) {
    if (!isUserError(error)) throw error;
    err += drawError(error, { ...context.theme, sentences: sentencesFor('en') });
    return { status: exitStatus[error.code], out, err };
  }
}

export const ran = (
  disk: Disk,
  verb: Verb,
  words: readonly string[],
  options: ChangeOptions,
  folder = home,
): Promise<RunResult> => settled(disk, (context) => change(context, verb, words, options), folder);

export const reverted = (disk: Disk, verb: 'undo' | 'redo', options: ChangeOptions): Promise<RunResult> =>
  settled(disk, (context) => undo(context, verb, [], options));

/** Temp files and locks: what no command may leave behind. */
export const leftovers = (disk: MemoryDisk): string[] =>
  disk.paths().filter((path) => path.endsWith('.tmp') || path.includes('/locks/'));
