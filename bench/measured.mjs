// Measured: the rows of bench/goals.mjs, each run in a home of its own, and what came of them.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputs, topicsOf } from './inputs.mjs';
import { peerSides } from './peers.mjs';
import { emptyStart, metered, newHome, program, project, timed } from './processes.mjs';
import { interleaved, ratios } from './rounds.mjs';
import { exponent, median, spread } from './statistics.mjs';

/** A row takes no longer than this, as long as it has had a few rounds. */
const mostSeconds = 15;

const node = (home, words) => timed(home, process.execPath, words);
const ours = (home, words) => node(home, [program, ...words]);

const others = { 'istio.yaml': () => readFileSync(join(project, 'roadmaps', 'istio.yaml'), 'utf8') };

/** The text of the file that a command line names, if any. */
function filesFor(args, seed) {
  const made = { ...inputs, ...others };
  return Object.fromEntries(args.filter((word) => word in made).map((word) => [word, made[word](seed)]));
}

/** `done --help` and so on, of every command that the build made help for. */
function helpLines() {
  const names = readdirSync(join(project, 'dist', 'help')).flatMap(
    (name) => /^istio-roadmap-(.+)\.80\.txt$/.exec(name)?.[1] ?? [],
  );
  return names.map((name) => [name, '--help']);
}

/** Fills the journal up to so many bytes with what a tick and its taking back wrote, each under an id of its own. */
function fillJournal(home, { bytes, of: { args, after } }) {
  for (const words of [args, after]) ours(home, words);
  const path = join(home.env.XDG_STATE_HOME, 'istio-roadmap', 'journal.jsonl');
  const written = readFileSync(path, 'utf8').trimEnd().split('\n');
  const lines = [];
  for (let count = 0, length = 0; length < bytes; count++) {
    const line = written[count % written.length].replace(/"id":"[^"]*"/, `"id":"filled-${count}"`);
    lines.push(`${line}\n`);
    length += Buffer.byteLength(line) + 1;
  }
  writeFileSync(path, lines.join(''));
  appendFileSync(path, `${written.join('\n')}\n`);
}

/** A function from the number of a round to milliseconds, and the home in which it works. */
function sideFor({ name, args, turns, before = [], after, journal }, root, seed) {
  const home = newHome(root, name, filesFor(args ?? [], seed));
  if (journal !== undefined) fillJournal(home, journal);
  for (const words of before) ours(home, words);
  const lines = turns === 'help' ? helpLines() : [args];
  const run = (round) => {
    const elapsed = ours(home, lines[round % lines.length]);
    if (after !== undefined) ours(home, after);
    return elapsed;
  };
  return { home, run };
}

const met = (figure, most) => most === undefined || figure <= most;

/** Peak memory as a multiple of that of an empty start; the median of three. */
function memoryOf(home, args) {
  const peak = (words) => median([1, 2, 3].map(() => metered(home, words).mib));
  return Number((peak([program, ...args]) / peak(emptyStart)).toFixed(2));
}

export function measuredRow(row, { root, seed, pairs }) {
  const { home, run } = sideFor(row, root, seed);
  const sides = { ours: run, base: () => node(home, emptyStart) };
  const times = interleaved(sides, { rounds: pairs, seconds: mostSeconds });
  const { median: multiple, low, high } = spread(ratios(times.ours, times.base));
  const memory = row.memory && { multiple: memoryOf(home, row.args), ...row.memory };
  return {
    ...{ name: row.name, rounds: times.ours.length, multiple, low, high, most: row.most, aim: row.aim },
    ...{ ms: spread(times.ours, 1).median, baseMs: spread(times.base, 1).median, memory },
    isMet: met(multiple, row.most) && (memory === undefined || met(memory.multiple, memory.most)),
  };
}

/** What follows from rows that were measured; null where one of them was not. */
export function derivedRow({ name, kind, of, sizes, most }, measured) {
  const found = of.map((one) => measured.find((row) => row.name === one));
  if (found.includes(undefined)) return null;
  const figure = kind === 'difference' ? found[0].multiple - found[1].multiple : growthBetween(found, sizes);
  return { name, kind, figure: Number(figure.toFixed(2)), most, isMet: met(figure, most) };
}

/** Net of what a roadmap of one topic takes. */
function growthBetween([start, ...rest], sizes) {
  return exponent(rest.map(({ ms }, i) => [sizes[i], Math.max(1, ms - start.ms)]));
}

/** A row for each peer that is installed: our time as a share of its. */
export function comparedRows(comparison, { root, seed, pairs }) {
  const { name, action, shape, goals = {} } = comparison;
  const peers = peerSides(root, action, topicsOf({ ...shape, seed }));
  const { home, run } = sideFor(comparison, root, seed);
  const sides = { ours: run, base: () => node(home, emptyStart), ...peers };
  const times = interleaved(sides, { rounds: Math.min(pairs, 10), seconds: mostSeconds });
  return Object.keys(peers).map((peer) => {
    const { median: share, low, high } = spread(ratios(times.ours, times[peer]));
    const { most, aim } = goals[peer] ?? {};
    return {
      ...{ name: `${name}, ${peer}`, action, count: shape.count, peer, rounds: times.ours.length, share, low, high },
      ...{
        ms: spread(times.ours, 1).median,
        peerMs: spread(times[peer], 1).median,
        most,
        aim,
        isMet: met(share, most),
      },
    };
  });
}
