// Rounds: several sides are measured in turn, so that what else the machine does meets all of them alike.

/** However long a round takes, so many are made, where as many are asked for. */
const fewest = 5;

/**
 * `sides` are functions from the number of a round to milliseconds. Returns a list for each side, of equal lengths: as many rounds as
 * are asked for, fewer where they take longer than so many seconds. The first round is not counted, and every other one goes backwards.
 */
export function interleaved(sides, { rounds, seconds }) {
  const names = Object.keys(sides);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round <= rounds; round++) {
    if (round > fewest && performance.now() > end) break;
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const elapsed = sides[name](round);
      if (round > 0) times[name].push(elapsed);
    }
  }
  return times;
}

/** How many times as long one side took as the other, round by round. */
export const ratios = (times, base) => times.map((time, round) => time / base[round]);
