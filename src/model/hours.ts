// Hours: how long the topics of a section or a level take, and how long what is left of them.
import { isCounted, type LevelId, type Roadmap, type Section, type Topic } from './roadmap.ts';

export interface Hours {
  readonly all: number;
  /** Of topics that are todo or doing. */
  readonly left: number;
  /** False where a topic has no hours, neither of its own nor in those of its parent or of what is below it. */
  readonly isWhole: boolean;
}

/** Of topics and of projects: what one builds takes time of its own (FORMATS §9). Null where none of them has hours. */
export interface Workload {
  readonly topics: Hours | null;
  readonly projects: Hours | null;
}

type Sum = { -readonly [Key in keyof Hours]: Hours[Key] } & { isKnown: boolean };

const zero = (): Sum => ({ all: 0, left: 0, isWhole: true, isKnown: false });

/** What does not count is left out, as it is of every count; null where no topic has hours. */
export function hoursOf(children: readonly (Section | Topic)[]): Hours | null {
  const sum = zero();
  add(children, false, () => sum);
  return closed(sum);
}

/** The hours of each level, in two walks for all of them. */
export function workloadByLevel({ children, projects }: Roadmap): (level: LevelId) => Workload {
  const [topics, built] = [children, projects].map((all) => {
    const sums = new Map<LevelId | null, Sum>();
    add(all, false, ({ level }) => {
      const known = sums.get(level) ?? zero();
      sums.set(level, known);
      return known;
    });
    return sums;
  });
  return (level) => ({ topics: closed(topics?.get(level)), projects: closed(built?.get(level)) });
}

function add(children: readonly (Section | Topic)[], isCovered: boolean, sumFor: (topic: Topic) => Sum): void {
  for (const child of children) {
    if (child.kind === 'section') {
      add(child.children, isCovered, sumFor);
      continue;
    }
    const { hours, status, topics } = child;
    const sum = sumFor(child);
    if (hours !== null) sum.isKnown = true;
    if (isCounted(child)) {
      sum.all += hours ?? 0;
      if (status !== 'done') sum.left += hours ?? 0;
      if (hours === null && topics.length === 0 && !isCovered) sum.isWhole = false;
    }
    add(topics, isCovered || hours !== null, sumFor);
  }
}

function closed(sum: Sum | undefined): Hours | null {
  if (!sum?.isKnown) return null;
  return { all: rounded(sum.all), left: rounded(sum.left), isWhole: sum.isWhole };
}

/** Tenths do not add up exactly in binary. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}
