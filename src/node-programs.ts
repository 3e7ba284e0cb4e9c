// NodePrograms: the port to other programs, as processes of this machine.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Ending, LineTask, Programs } from './commands/programs.ts';
import { beforeSignal, Interruption } from './signals.ts';

export const nodePrograms: Programs = {
  variable: (name) => process.env[name] || null,
  opener: process.platform === 'darwin' ? 'open' : 'xdg-open',
  atTerminal,
  inBackground,
  runLine,
};

async function atTerminal(words: readonly string[]): Promise<Ending | null> {
  const giveBack = terminalSettings();
  let isInterrupted = false;
  let child: ChildProcess | null = null;
  // At the keyboard they are meant for the program that has the terminal, and it gets them from there.
  const leave = (): void => {};
  const handOn = (signal: NodeJS.Signals): void => {
    isInterrupted = true;
    child?.kill(signal);
  };
  const [atKeyboard, fromElsewhere] = [['SIGINT', 'SIGQUIT'] as const, ['SIGTERM', 'SIGHUP'] as const];
  for (const signal of atKeyboard) process.on(signal, leave);
  for (const signal of fromElsewhere) process.on(signal, handOn);
  try {
    child = start(words, { stdio: 'inherit' });
    const ending = await endingOf(child);
    if (ending !== null) giveBack(ending);
    if (isInterrupted) throw new Interruption();
    return ending;
  } finally {
    for (const signal of atKeyboard) process.off(signal, leave);
    for (const signal of fromElsewhere) process.off(signal, handOn);
  }
}

/** The screen on which programs draw that take all of it, its mouse, its way of pasting, and a hidden cursor. */
const leaveScreen = '\x1b[?1049l\x1b[?1000l\x1b[?1002l\x1b[?1006l\x1b[?2004l\x1b[?25h\x1b[0m';

/**
 * Keeps the settings of the terminal, and returns what gives them back. Node has no call for that, and restores only what it has changed
 * itself.
 */
function terminalSettings(): (ending: Ending) => void {
  const stty = (...words: string[]): string => {
    const { stdout } = spawnSync('stty', words, { stdio: [0, 'pipe', 'ignore'], encoding: 'utf8', timeout: 2000 });
    return (stdout ?? '').trim();
  };
  const before = stty('-g');
  return (ending) => {
    try {
      // Killed, it has put nothing back.
      if (ending.signal !== null) writeSync(1, leaveScreen);
    } catch {
      // There is no terminal any more.
    }
    if (before !== '') stty(before);
  };
}

async function inBackground(words: readonly string[]): Promise<boolean> {
  const child = start(words, { stdio: 'ignore', detached: true });
  const isStarted = await new Promise<boolean>((resolve) => {
    child.on('spawn', () => resolve(true));
    child.on('error', () => resolve(false));
  });
  child.unref();
  return isStarted;
}

/** After the line itself has ended, so many milliseconds for what is still on its way; what it left running is not waited for. */
const drain = 100;
/** After it was asked to end. */
const patience = 500;

async function runLine(line: string, { input, variables, milliseconds, say }: LineTask): Promise<Ending | null> {
  // A group of its own, so that it can be ended with all that it started, and without a terminal to hold.
  const child = start(['sh', '-c', line], {
    ...{ stdio: 'pipe', detached: true, env: { ...process.env, ...variables } },
  });
  const endGroup = (signal: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // None of it is left.
    }
  };
  const forget = beforeSignal(() => endGroup('SIGTERM'));
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) {
    const decoder = new StringDecoder('utf8');
    stream.on('data', (piece: Buffer) => say(decoder.write(piece)));
  }
  // It need not read what it is given.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  let isLate = false;
  const [late, tooLate] = [
    setTimeout(() => {
      isLate = true;
      endGroup('SIGTERM');
    }, milliseconds),
    setTimeout(() => endGroup('SIGKILL'), milliseconds + patience),
  ];
  try {
    const ending = await endingOf(child, drain);
    if (isLate) endGroup('SIGKILL');
    return isLate ? null : (ending ?? { status: 127, signal: null });
  } finally {
    clearTimeout(late);
    clearTimeout(tooLate);
    forget();
    for (const stream of [child.stdin, ...streams]) stream?.destroy();
  }
}

const start = ([program = '', ...words]: readonly string[], options: SpawnOptions): ChildProcess =>
  spawn(program, words, options);

/** `drain`: what is in its pipes then is waited for, so many milliseconds. Null where there is no such program. */
function endingOf(child: ChildProcess, drain = 0): Promise<Ending | null> {
  return new Promise((resolve, reject) => {
    child.on('exit', (status, signal) => {
      const end = (): void => resolve({ status, signal });
      const timer = setTimeout(end, drain);
      child.on('close', () => {
        clearTimeout(timer);
        end();
      });
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      // What is reported after a start is that a signal did not reach it.
      if (child.pid !== undefined) return;
      if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code ?? '')) resolve(null);
      else reject(error);
    });
  });
}
