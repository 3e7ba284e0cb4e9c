// Hours: how long the topics of a section or a level take, and how long what is left of them.
import type { LevelId, Roadmap, Section, Topic } from './roadmap.ts';
import { flag, isCountedRow, isOpenRow, type TopicTable, tableOf, tableOfChildren } from './topic-table.ts';

export interface Hours {
  readonly all: number;
  /** Of topics that are todo or doing. */
  readonly left: number;
  /** False where a topic has no hours, neither of its own nor in those of its parent or of what is below it. */
  readonly isWhole: boolean;
}

/** Of topics and of projects: what one builds takes time of its own (FORMATS, YAML and JSON). Null where none of them has hours. */
export interface Workload {
  readonly topics: Hours | null;
  readonly projects: Hours | null;
}

type Sum = { -readonly [Key in keyof Hours]: Hours[Key] } & { isKnown: boolean };

const zero = (): Sum => ({ all: 0, left: 0, isWhole: true, isKnown: false });

/** What does not count is left out, as it is of every count; null where no topic has hours. */
export function hoursOf(children: readonly (Section | Topic)[]): Hours | null {
  const sum = zero();
  add(tableOfChildren(children), () => sum);
  return closed(sum);
}

/** The hours of each level, in two walks for all of them. */
export function workloadByLevel(roadmap: Roadmap): (level: LevelId) => Workload {
  const [topics, built] = [tableOf(roadmap), tableOfChildren(roadmap.projects)].map((table) => {
    const sums = new Map<LevelId | undefined, Sum>();
    add(table, (level) => {
      const known = sums.get(level) ?? zero();
      sums.set(level, known);
      return known;
    });
    return sums;
  });
  return (level) => ({ topics: closed(topics?.get(level)), projects: closed(built?.get(level)) });
}

function add(table: TopicTable, sumFor: (level: LevelId | undefined) => Sum): void {
  const { count, flags, parent, level, levelIds } = table;
  const isParent = new Uint8Array(count);
  for (const above of parent) if (above >= 0) isParent[above] = 1;
  /** 1 for each row that has hours, or is below one that has. */
  const covered = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const above = parent[row] as number;
    const isCovered = above >= 0 && covered[above] === 1;
    const hours = (flags[row] as number) & flag.hours ? table.hoursOf(row) : null;
    if (isCovered || hours !== null) covered[row] = 1;
    const sum = sumFor(levelIds[level[row] as number]);
    if (hours !== null) sum.isKnown = true;
    if (!isCountedRow(table, row)) continue;
    sum.all += hours ?? 0;
    if (isOpenRow(table, row)) sum.left += hours ?? 0;
    if (hours === null && isParent[row] === 0 && !isCovered) sum.isWhole = false;
  }
}

function closed(sum: Sum | undefined): Hours | null {
  if (!sum?.isKnown) return null;
  return { all: roundedHours(sum.all), left: roundedHours(sum.left), isWhole: sum.isWhole };
}

/** To hundredths: tenths, and minutes, do not add up exactly in binary. */
export function roundedHours(hours: number): number {
  return Math.round(hours * 100) / 100;
}
