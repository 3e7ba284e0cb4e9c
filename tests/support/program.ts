// Program: the built command line, spawned as a person runs it, in a home of its own that is gone after the test.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';

export const project = fileURLToPath(new URL('../..', import.meta.url));
const built = join(project, 'bin', 'istio-roadmap.cjs');
const builtMain = join(project, 'dist', 'main.cjs');

/** Stands in for the standard streams, which are no terminals, while each command line is run. */
const manyRuns = `
const fs = require('node:fs');
const task = JSON.parse(fs.readFileSync(0, 'utf8'));
const { writeSync, readSync } = fs;
const { run } = require(process.argv[1]);
const answers = [];
(async () => {
  for (const { args, env, input } of task) {
    const output = { 1: [], 2: [] };
    let left = Buffer.from(input);
    fs.writeSync = (handle, bytes, at = 0, ...more) => {
      if (handle !== 1 && handle !== 2) return writeSync(handle, bytes, at, ...more);
      const piece = Buffer.from(bytes).subarray(at);
      output[handle].push(piece);
      return piece.length;
    };
    fs.readSync = (handle, into, ...more) => {
      if (handle !== 0) return readSync(handle, into, ...more);
      const length = left.copy(into);
      left = left.subarray(length);
      return length;
    };
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, env);
    const status = await run(args);
    const [out, err] = [output[1], output[2]].map((pieces) => Buffer.concat(pieces).toString());
    answers.push({ status, signal: null, out, err });
  }
  // A stream waits where the pipe is full.
  fs.writeSync = writeSync;
  process.stdout.write(JSON.stringify(answers));
})();
`;

/** The day every test lives in, a Friday. */
export const today = '2026-11-20';

/** Root may do everything, so tests of permissions spawn the program as this user; others are not root anyway. */
const nobody = 65534;
export const isRoot = process.getuid?.() === 0;

export interface Answer {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface Spawning {
  /** On top of the home's own environment; undefined takes a variable away. */
  readonly env?: { readonly [name: string]: string | undefined };
  readonly input?: string | Uint8Array;
  /** Below the home's root; `work` by default. */
  readonly cwd?: string;
  readonly milliseconds?: number;
}

/** A command line for `runAll`. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly env?: Spawning['env'];
  readonly input?: string;
}

/** A folder with `home` (HOME) and `work` (the working directory, where notes are written). */
export class Home {
  readonly root: string;
  readonly work: string;
  readonly home: string;
  readonly data: string;
  readonly state: string;
  readonly program: string;
  private readonly user: number | null;

  constructor(root: string, program: string, user: number | null) {
    this.root = root;
    this.work = join(root, 'work');
    this.home = join(root, 'home');
    this.data = join(this.home, '.local/share/istio-roadmap');
    this.state = join(this.home, '.local/state/istio-roadmap');
    this.program = program;
    this.user = user;
    mkdirSync(this.work);
    mkdirSync(this.home);
  }

  /** The path of a file in the working directory. */
  path(name: string): string {
    return join(this.work, name);
  }

  write(name: string, content: string | Uint8Array, mode = 0o644): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, mode);
    return path;
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  /** The only progress file there is, as a path. */
  progressFile(): string {
    const found = readdirSync(this.data);
    expect(found, 'one progress file and nothing else').toHaveLength(1);
    return join(this.data, found[0] as string);
  }

  readProgress(): string {
    return readFileSync(this.progressFile(), 'utf8');
  }

  environment(changes: Spawning['env'] = {}): Record<string, string> {
    const env = {
      PATH: process.env.PATH,
      HOME: this.home,
      LANG: 'C.UTF-8',
      ISTIO_ROADMAP_TODAY: today,
      ...changes,
    };
    return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  argv(args: readonly string[]): string[] {
    return [process.execPath, this.program, ...args];
  }

  run(args: readonly string[], { env, input = '', cwd = 'work', milliseconds = 20_000 }: Spawning = {}): Answer {
    if (this.user !== null && isRoot) own(this.root, this.user);
    const [node, ...rest] = this.argv(args);
    const { status, signal, stdout, stderr, error } = spawnSync(node as string, rest, {
      ...{ cwd: join(this.root, cwd), env: this.environment(env), input, encoding: 'utf8' },
      ...{ timeout: milliseconds, killSignal: 'SIGKILL', maxBuffer: 1 << 28 },
      ...(this.user !== null && isRoot ? { uid: this.user, gid: this.user } : {}),
    });
    if (error) throw error;
    return { status, signal, out: stdout, err: stderr };
  }

  /** The program at work beside others; `kill` ends it at once after that many milliseconds. */
  start(args: readonly string[], kill?: number, env: Spawning['env'] = {}): Promise<Answer> {
    return this.startAny(this.argv(args), env, kill);
  }

  /** The same for any program. */
  startAny(argv: readonly string[], env: Spawning['env'] = {}, kill?: number): Promise<Answer> {
    const [program, ...rest] = argv;
    const child = spawn(program as string, rest, {
      ...{ cwd: this.work, env: this.environment(env), stdio: ['ignore', 'pipe', 'pipe'] },
    });
    let out = '';
    let err = '';
    child.stdout?.on('data', (piece) => {
      out += piece;
    });
    child.stderr?.on('data', (piece) => {
      err += piece;
    });
    const timer = kill === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), kill);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status, signal) => {
        clearTimeout(timer);
        resolve({ status, signal, out, err });
      });
    });
  }

  /** A line of shell in which `istio-roadmap` is the program. */
  script(line: string): string {
    const words = this.argv([]).map((word) => `'${word}'`);
    return `istio-roadmap() { ${words.join(' ')} "$@"; }\n${line}`;
  }

  /** Runs a line of shell in which `istio-roadmap` is the program. */
  shell(line: string, { env, cwd = 'work' }: Spawning = {}): Answer {
    const { status, signal, stdout, stderr } = spawnSync('bash', ['-c', this.script(line)], {
      ...{ cwd: join(this.root, cwd), env: this.environment(env), encoding: 'utf8', timeout: 20_000 },
    });
    return { status, signal, out: stdout, err: stderr };
  }

  /** Many command lines, one after the other in one process: starting one for each would take minutes. */
  runAll(lines: readonly CommandLine[]): Answer[] {
    const task = lines.map(({ args, env, input = '' }) => ({ args, env: this.environment(env), input }));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', manyRuns, builtMain], {
      ...{ cwd: this.work, env: this.environment(), input: JSON.stringify(task), encoding: 'utf8' },
      ...{ timeout: 60_000, killSignal: 'SIGKILL', maxBuffer: 1 << 28 },
    });
    if (status !== 0) throw new Error(`${status} ${stderr}`);
    return JSON.parse(stdout) as Answer[];
  }

  /** Runs and parses what `--json` printed; the status must be 0 and stderr empty. */
  json<Document>(args: readonly string[], spawning: Spawning = {}): Document {
    const answer = this.run([...args, '--json'], spawning);
    expect(answer, `${args.join(' ')} --json`).toMatchObject({ status: 0, err: '' });
    return JSON.parse(answer.out) as Document;
  }

  /** Every name below the root with its mode and content, and for files the time of the last write. */
  snapshot(): Record<string, string> {
    const found: Record<string, string> = {};
    const visit = (path: string): void => {
      const stat = lstatSync(path, { bigint: true });
      const name = relative(this.root, path);
      const mode = (stat.mode & 0o7777n).toString(8);
      if (stat.isDirectory()) {
        found[name] = `folder ${mode}`;
        for (const inner of readdirSync(path)) visit(join(path, inner));
      } else if (stat.isSymbolicLink()) found[name] = `link to ${readlinkSync(path)}`;
      else if (!stat.isFile()) found[name] = `other ${mode}`;
      else {
        const content = createHash('sha256').update(readFileSync(path)).digest('hex');
        found[name] = `file ${mode}, ${stat.size} bytes, written ${stat.mtimeNs}, ${content}`;
      }
    };
    visit(this.work);
    visit(this.home);
    return found;
  }
}

function own(path: string, user: number): void {
  lchownSync(path, user, user);
  if (!lstatSync(path).isDirectory()) return;
  for (const inner of readdirSync(path)) own(join(path, inner), user);
}

/** A home that is removed when the test ends. */
export function newHome(): Home {
  return homeFor(built, null);
}

/** A home whose owner is not root, with a copy of the program that this owner may read: here permissions count. */
export function newHomeOfNobody(): Home {
  const root = newFolder();
  chmodSync(root, 0o755);
  const copy = join(root, 'program');
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(project, part), join(copy, part), { recursive: true });
  return homeFor(join(copy, 'bin', 'istio-roadmap.cjs'), nobody, root);
}

function homeFor(program: string, user: number | null, root = newFolder()): Home {
  return new Home(root, program, user);
}

/** A folder that is removed when the test ends, whatever its modes are by then. */
export function newFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'istio-roadmap-'));
  onTestFinished(() => {
    unlock(root);
    rmSync(root, { recursive: true, force: true });
  }, 60_000);
  return root;
}

function unlock(folder: string): void {
  chmodSync(folder, 0o700);
  // What is not UTF-8 cannot be named here.
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && !entry.name.includes('\ufffd')) unlock(join(folder, entry.name));
}

/**
 * A refusal as CONTRACT.md promises it: the status, nothing on stdout, one sentence and a hint on stderr, no stack. Run it with
 * `wide`, so that no sentence is broken into lines.
 */
export function expectRefusal(answer: Answer, status: number, sentence: RegExp): void {
  expect(answer).toMatchObject({ status, signal: null, out: '' });
  const [first = '', second = '', ...rest] = answer.err.split('\n');
  expect(first).toMatch(/^istio-roadmap: \S/);
  expect(first).toMatch(sentence);
  expect(second, 'a hint, indented').toMatch(/^ {2}\S/);
  expect(rest.join('\n')).not.toMatch(/^\s+at /m);
  expect(answer.err).not.toMatch(/a defect of ours|undefined|\[object|EACCES|ENOENT|EISDIR|ENOSPC/);
}

/** For expectRefusal. */
export const wide = { COLUMNS: '1000' };

export interface Terminal {
  /** The exit status; null when a signal ended it, or it did not end. */
  readonly status: number | null;
  /** All that appeared on the screen, escapes included. */
  readonly screen: string;
  /** Whether the settings of the terminal were in the end what they had been at the start. */
  readonly isRestored: boolean;
  /** From the last step until it ended. */
  readonly seconds: number;
}

/** A step waits for text on the screen, then types, sends a signal, changes the size of the terminal or takes it away. */
export interface Step {
  readonly until: string;
  readonly type?: string;
  readonly signal?: 'SIGINT' | 'SIGTERM' | 'SIGHUP';
  readonly resize?: { readonly columns: number; readonly rows: number };
  readonly hangUp?: true;
  /** A line of shell, run beside the program in its environment. */
  readonly run?: string;
  /** The seconds for which nothing new must have appeared before. */
  readonly still?: number;
  /** The steps behind it look only at what comes from now on. */
  readonly forget?: boolean;
}

export interface AtTerminal {
  readonly steps?: readonly Step[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Spawning['env'];
  /** After so many it is killed; 20 by default. */
  readonly seconds?: number;
}

/** Runs the program at a terminal of its own. Null where python3 with its pty module is missing. */
export function atTerminal(home: Home, args: readonly string[], options: AtTerminal = {}): Terminal | null {
  const { status, stdout } = spawnSync('python3', ['-c', terminal], {
    ...{ input: terminalTask(home, home.argv(args), options), encoding: 'utf8', timeout: 30_000 },
  });
  return status === 0 ? (JSON.parse(stdout) as Terminal) : null;
}

/** Runs a line of shell at a terminal of its own, beside others. Null where python3 with its pty module is missing. */
export function shellAtTerminal(home: Home, line: string, options: AtTerminal = {}): Promise<Terminal | null> {
  return anyAtTerminal(home, ['bash', '-c', home.script(line)], options);
}

/** The same for any program. */
export function anyAtTerminal(home: Home, argv: readonly string[], options: AtTerminal = {}): Promise<Terminal | null> {
  const timeout = ((options.seconds ?? 20) + 10) * 1000;
  const child = spawn('python3', ['-c', terminal], { stdio: ['pipe', 'pipe', 'inherit'], timeout });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    out += piece;
  });
  child.stdin.on('error', () => {}).end(terminalTask(home, argv, options));
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', (status) => resolve(status === 0 ? (JSON.parse(out) as Terminal) : null));
  });
}

export const noTerminal = 'python3 with its pty module is needed for a terminal, and it is not here';

function terminalTask(
  home: Home,
  argv: readonly string[],
  { steps = [], columns = 80, rows = 24, env = {}, seconds = 20 }: AtTerminal,
): string {
  const size = { columns, rows };
  const task = { argv, env: home.environment({ TERM: 'xterm', ...env }), cwd: home.work, ...size, steps, seconds };
  return JSON.stringify(task);
}

const terminal = `
import fcntl, json, os, pty, select, signal, struct, subprocess, sys, termios, time
task = json.load(sys.stdin)
screen, inside = pty.openpty()
def resize(rows, columns):
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
resize(task['rows'], task['columns'])
before = termios.tcgetattr(inside)
pid = os.fork()
if pid == 0:
    os.setsid()
    fcntl.ioctl(inside, termios.TIOCSCTTY, 0)
    for descriptor in (0, 1, 2):
        os.dup2(inside, descriptor)
    os.closerange(3, 256)
    os.chdir(task['cwd'])
    os.execvpe(task['argv'][0], task['argv'], task['env'])
seen, mark, steps, status, is_over = b'', 0, task['steps'], None, False
end = time.time() + task['seconds']
quiet_since = last_step = time.time()
is_there = True
while True:
    if not is_there:
        time.sleep(0.02)
        if is_over:
            break
    elif select.select([screen], [], [], 0.02)[0]:
        seen += os.read(screen, 65536)
        quiet_since = time.time()
        if time.time() < end:
            continue
    elif is_over:
        break
    if not is_over:
        ended, code = os.waitpid(pid, os.WNOHANG)
        if ended:
            is_over, status = True, os.WEXITSTATUS(code) if os.WIFEXITED(code) else None
            last_step = time.time() - last_step
            continue
        if time.time() > end:
            os.killpg(pid, 9)
            os.waitpid(pid, 0)
            is_over = True
            last_step = time.time() - last_step
            continue
    if is_there and steps and steps[0]['until'].encode() in seen[mark:] and time.time() - quiet_since >= steps[0].get('still', 0):
        step = steps.pop(0)
        mark = len(seen) if step.get('forget') else mark
        if 'signal' in step:
            os.kill(pid, getattr(signal, step['signal']))
        elif 'resize' in step:
            resize(step['resize']['rows'], step['resize']['columns'])
        elif 'hangUp' in step:
            os.close(screen)
            is_there = False
        elif 'run' in step:
            subprocess.run(['bash', '-c', step['run']], cwd=task['cwd'], env=task['env'], timeout=20)
        else:
            os.write(screen, step['type'].encode())
        quiet_since = last_step = time.time()
isRestored = is_there and before == termios.tcgetattr(inside)
json.dump({'status': status, 'screen': seen.decode('utf8', 'replace'), 'isRestored': isRestored, 'seconds': last_step}, sys.stdout)
`;
