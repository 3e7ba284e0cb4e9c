// Quantile: the value below which a share of sorted values is.

/** The lower one where the place is between two values; 0 where there is none. `sorted` is ascending, `share` from 0 to 1. */
export const quantileOf = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
