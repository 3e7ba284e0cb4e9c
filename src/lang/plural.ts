// Plural: the form of a noun that a number asks for.

/** English: 1 topic, 0 topics, 2 topics. */
export function englishForm(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** Russian: 1 тема, 2 темы, 5 тем; a fraction takes the form of two (1,5 часа). */
export function russianForm(count: number, one: string, few: string, many: string): string {
  if (!Number.isInteger(count)) return few;
  const hundredth = Math.abs(count) % 100;
  const tenth = hundredth % 10;
  if (hundredth > 10 && hundredth < 20) return many;
  if (tenth === 1) return one;
  return tenth >= 2 && tenth <= 4 ? few : many;
}
