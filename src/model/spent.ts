// Spent: what topics took against what was estimated for them.
import { roundedHours } from './hours.ts';
import type { Roadmap } from './roadmap.ts';
import { flag, statusNumber, tableOf } from './topic-table.ts';

/** Of topics that are done and say both; hours. */
export interface SpentHours {
  /** How many topics. */
  readonly topics: number;
  readonly estimated: number;
  readonly spent: number;
}

/** Null where no done topic has both hours and time spent. Projects are left out. Costs nothing where nobody writes down their time. */
export function spentOf(roadmap: Roadmap): SpentHours | null {
  const table = tableOf(roadmap);
  let [topics, estimated, spent] = [0, 0, 0];
  for (const [row, hours] of table.spent) {
    if (table.status[row] !== statusNumber.done || ((table.flags[row] as number) & flag.hours) === 0) continue;
    topics++;
    estimated += table.hoursOf(row) ?? 0;
    spent += hours;
  }
  return topics === 0 ? null : { topics, estimated: roundedHours(estimated), spent: roundedHours(spent) };
}
