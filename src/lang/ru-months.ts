// Months: their Russian names.

/** From January, as they are behind a day. */
export const months: readonly string[] = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
  ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
];

/** By themselves. */
export const shortMonths: readonly string[] = months.map((month) => (month === 'мая' ? 'май' : month.slice(0, 3)));
