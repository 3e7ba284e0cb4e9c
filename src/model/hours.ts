// Hours: how long the topics of a section take, and how long what is left of them.
import type { Section, Topic } from './roadmap.ts';

export interface Hours {
  readonly all: number;
  /** Of topics that are todo or doing. */
  readonly left: number;
  /** False where a topic has no hours, neither of its own nor in those of its parent or of what is below it. */
  readonly isWhole: boolean;
}

/** Skipped topics are left out, as they are of every count; null where no topic has hours. */
export function hoursOf(children: readonly (Section | Topic)[]): Hours | null {
  const sum = { all: 0, left: 0, isWhole: true, isKnown: false };
  add(children, false, sum);
  if (!sum.isKnown) return null;
  return { all: rounded(sum.all), left: rounded(sum.left), isWhole: sum.isWhole };
}

function add(
  children: readonly (Section | Topic)[],
  isCovered: boolean,
  sum: { all: number; left: number; isWhole: boolean; isKnown: boolean },
): void {
  for (const child of children) {
    if (child.kind === 'section') {
      add(child.children, isCovered, sum);
      continue;
    }
    const { hours, status, topics } = child;
    if (hours !== null) sum.isKnown = true;
    if (status !== 'skipped') {
      sum.all += hours ?? 0;
      if (status !== 'done') sum.left += hours ?? 0;
      if (hours === null && topics.length === 0 && !isCovered) sum.isWhole = false;
    }
    add(topics, isCovered || hours !== null, sum);
  }
}

/** Tenths do not add up exactly in binary. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}
