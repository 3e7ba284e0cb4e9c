// DateParts: year, month and day of a calendar date as numbers.

/** Of `YYYY-MM-DD`; January is 1. */
export const partsOf = (date: string): readonly [year: number, month: number, day: number] =>
  date.split('-').map(Number) as [number, number, number];
