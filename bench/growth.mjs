// Growth: how the CPU time of whole commands grows with the size of a roadmap. The exponent is the slope of log(time) over log(size), net
// of what the same command takes on a roadmap of ten, over all sizes or over the two largest, whichever is steeper. A command that
// takes less than 20 ms more at its largest size has none. Wall time would measure the neighbours on a busy machine.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases, commands } from './growth-cases.mjs';
import { metered, newHome, program } from './processes.mjs';
import { exponent, median } from './statistics.mjs';

const startSize = 10;
const sizes = [1000, 4000, 16_000];
/** Milliseconds: below this a difference is noise. */
const [tooShort, leastPoint] = [20, 4];

/** A long line has so many times as many words as a roadmap has topics. */
const longLine = 16;

export const growthSizes = sizes;
export const everyShape = Object.keys(cases);
export const everyCommand = Object.keys(commands);

/** Milliseconds of each command, run one after the other on one roadmap of `n` in a new home. */
function once(root, shape, wanted, n) {
  const kind = cases[shape];
  const length = shape.startsWith('long line') ? longLine * n : n;
  const home = newHome(root, `growth ${shape} ${n}`, { [kind.file]: kind.text(length) });
  const input = join(home.cwd, '.input');
  writeFileSync(input, kind.input?.(length) ?? '');
  const run = (words) =>
    metered(home, [program, ...words, ...(words[0] === 'lint' ? [kind.file] : ['-r', kind.file])], input);
  for (const words of kind.before ?? []) run(words);
  const times = new Map();
  for (const command of wanted) {
    const { ms, status, err } = run(commands[command](kind));
    // A gate has nothing to answer where there are no levels.
    const isFine = status === 0 || status === 1 || (command === 'gate' && status === 2) || kind.refuses === true;
    if (!isFine) throw new Error(`${shape}, ${n}: ${command} gave exit ${status}: ${err.slice(0, 200)}`);
    times.set(command, ms);
  }
  rmSync(home.cwd, { recursive: true, force: true });
  return times;
}

/** A row for each command on roadmaps of this shape; `most` is the largest exponent that is allowed. */
export function growthRows(shape, wanted, { root, runs, most }) {
  const names = everyCommand.filter((name) => wanted.includes(name));
  const bySize = [startSize, ...sizes].map((n) => {
    const all = Array.from({ length: runs }, () => once(root, shape, names, n));
    return new Map(names.map((name) => [name, median(all.map((times) => times.get(name)))]));
  });
  return names.map((command) => {
    const [start, ...times] = bySize.map((all) => all.get(command));
    const ms = times.map((time) => Math.round(time - start));
    const found = exponentOf(ms);
    return { name: `growth, ${shape}, ${command}`, shape, command, ms, exponent: found, isMet: (found ?? 0) <= most };
  });
}

function exponentOf(ms) {
  if (ms.at(-1) < tooShort) return null;
  const points = ms.flatMap((time, i) => (time < leastPoint ? [] : [[sizes[i], time]]));
  if (points.length < 2) return null;
  // The larger a roadmap, the less is hidden by what is compiled on the way.
  return Number(Math.max(exponent(points), exponent(points.slice(-2))).toFixed(2));
}
