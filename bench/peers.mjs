// Peers: other programs that keep lists of tasks, and grep, on the same topics.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { newHome, timed } from './processes.mjs';

/** The first of some programs that is installed, as a path; null where none is. */
function installed(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Looked for in the next place.
    }
  }
  return null;
}

/** A name for a topic that Taskwarrior takes, the same in every run. */
function uuidOf(index) {
  const hex = createHash('sha256').update(String(index)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const grep = {
  name: 'grep -c',
  programs: ['grep'],
  package: 'grep',
  actions: { status: 'grep -c' },
  prepare(home, topics) {
    const lines = topics.map(({ title, isDone }) => `- [${isDone ? 'x' : ' '}] ${title}\n`);
    writeFileSync(join(home.cwd, 'note.md'), lines.join(''));
  },
  // Its output is read from a pipe: into /dev/null GNU grep stops at the first match.
  args: { status: () => ['-c', '\\[x\\]', 'note.md'] },
};

const taskwarrior = {
  name: 'Taskwarrior',
  programs: ['task'],
  package: 'taskwarrior',
  actions: { status: 'task summary', done: 'task done' },
  prepare(home, topics, path) {
    Object.assign(home.env, { TASKRC: join(home.cwd, 'taskrc'), TASKDATA: join(home.cwd, 'task') });
    mkdirSync(home.env.TASKDATA);
    writeFileSync(home.env.TASKRC, 'confirmation=off\nverbose=nothing\n');
    const tasks = topics.map(({ section, title, isDone }, index) => ({
      ...{ uuid: uuidOf(index), description: title, project: `Раздел ${section}`, entry: '20260101T000000Z' },
      ...(isDone ? { status: 'completed', end: '20260115T000000Z' } : { status: 'pending' }),
    }));
    writeFileSync(join(home.cwd, 'tasks.json'), JSON.stringify(tasks));
    timed(home, path, ['import', 'tasks.json']);
    // The first report moves what is done to a file of its own, and numbers the rest.
    timed(home, path, ['summary']);
  },
  // It has nothing that takes a tick back for a single task, so each round ticks another.
  args: { status: () => ['summary'], done: (round) => [String(round + 2), 'done'] },
};

const todoTxt = {
  name: 'todo.txt',
  programs: ['todo-txt', 'todo.sh'],
  package: 'todotxt-cli',
  actions: { status: 'todo.txt ls', done: 'todo.txt do' },
  prepare(home, topics) {
    const lines = topics.map(
      ({ section, title, isDone }) => `${isDone ? 'x 2026-01-15 2026-01-01' : '2026-01-01'} ${title} +s${section}\n`,
    );
    writeFileSync(join(home.cwd, 'todo.txt'), lines.join(''));
    writeFileSync(
      join(home.cwd, 'todo.cfg'),
      `export TODO_DIR='${home.cwd}'\nexport TODO_FILE="$TODO_DIR/todo.txt"\nexport DONE_FILE="$TODO_DIR/done.txt"\nexport REPORT_FILE="$TODO_DIR/report.txt"\n`,
    );
    home.open = topics.flatMap(({ isDone }, index) => (isDone ? [] : [index + 1]));
  },
  args: {
    status: () => ['-d', 'todo.cfg', 'ls'],
    done: (round, home) => ['-d', 'todo.cfg', '-a', 'do', String(home.open[round])],
  },
};

const peers = [grep, taskwarrior, todoTxt];

/** A sentence for each peer that is not installed. */
export function missingPeers() {
  return peers
    .filter(({ programs }) => installed(programs) === null)
    .map((peer) => `${peer.name} is not installed (Debian: ${peer.package}) and is left out`);
}

/**
 * The peers that do something like `status` or `done`, each with these topics in a home of its own: by the name of what is run, a
 * function from the number of a round to milliseconds.
 */
export function peerSides(root, action, topics) {
  const sides = {};
  for (const { name, programs, actions, prepare, args } of peers) {
    const path = installed(programs);
    if (path === null || actions[action] === undefined) continue;
    const home = newHome(root, `${name} ${action} ${topics.length}`);
    prepare(home, topics, path);
    sides[actions[action]] = (round) => timed(home, path, args[action](round, home));
  }
  return sides;
}
