// Pager: a text that fills the screen, how many of its lines are passed, and how it was left.
import { type Key, moving, onAnyLayout, type Room, steps } from './key.ts';

export interface Pager {
  readonly passed: number;
  /** `yes` by Enter alone: a letter may be the first of a no in another language. */
  readonly outcome: 'yes' | 'no' | null;
}

export const newPager: Pager = { passed: 0, outcome: null };

export function turn(pager: Pager, key: Key, { page, end }: Room): Pager {
  const known = onAnyLayout(key);
  switch (known) {
    case 'enter':
      return { ...pager, outcome: 'yes' };
    case 'escape':
    case 'q':
    case '?':
      return { ...pager, outcome: 'no' };
    default: {
      const passed = steps(known === ' ' ? 'page-down' : moving(known), pager.passed, end, page);
      return passed === null ? pager : { ...pager, passed };
    }
  }
}
