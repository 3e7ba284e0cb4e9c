// Months: their English names.

/** From January. */
export const months: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export const shortMonths: readonly string[] = months.map((month) => month.slice(0, 3));
