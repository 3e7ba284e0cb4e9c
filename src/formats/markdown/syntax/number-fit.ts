// NumberFit: whether a number before a title is its author's address or the first word of the title: `4.2 Subsets`, `2.4 GHz` (FORMATS S2).
import { isNextNumber, lastPart, parentNumber } from './numbering.ts';

/** A section or topic, as far as its number goes. */
export interface Sibling {
  readonly number: string | null;
  /** The number has no mark behind it, so it may as well be the first word of the title. */
  readonly isDoubtful?: boolean;
}

/** Asked in the order of the text, for the siblings of one section or topic at a time. */
export class NumberFit {
  private last: string | null = null;

  /** The numbers of siblings that are addresses; `holder` is the number of what they are in. */
  fitting(siblings: readonly Sibling[], holder: string | null): ReadonlySet<string> {
    const numbers = new Set(siblings.flatMap(({ number }) => number ?? []));
    const doubtful = new Set(siblings.flatMap(({ number, isDoubtful }) => (isDoubtful && number) || []));
    const fitting = new Set<string>();
    let extending = 0;
    // Two of one number are siblings as well: that one of them is a slip is for `lint` to say.
    for (const { number } of siblings) if (number !== null && isIn(holder, number)) extending++;
    for (const number of numbers) {
      const isOfHolder = isIn(holder, number) && (extending > 1 || (siblings.length === 1 && lastPart(number) === 1));
      const fits =
        isOfHolder || beginsWithOne(numbers, number) || (this.last !== null && isNextNumber(this.last, number));
      if (doubtful.has(number) && !fits) continue;
      fitting.add(number);
      this.last = number;
    }
    return fitting;
  }
}

const isIn = (holder: string | null, number: string): boolean => holder !== null && parentNumber(number) === holder;

/** Among siblings with `1.1` and `1.2` is `1.5` a number as well, and `1.1.1` below `1.1`. */
function beginsWithOne(numbers: ReadonlySet<string>, number: string): boolean {
  const parent = parentNumber(number);
  const before = parent === null ? '' : `${parent}.`;
  return (numbers.has(`${before}1`) && numbers.has(`${before}2`)) || (parent !== null && numbers.has(parent));
}
