// Statistics: what many measurements come to.

/** The value below which this share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (numbers) => quantile(numbers, 0.5);

/** The median with both quartiles, each rounded to so many digits. */
export function spread(numbers, digits = 2) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => Number(quantile(numbers, share).toFixed(digits)));
  return { low, median: middle, high };
}

/** The slope of log(y) over log(x) that fits `[x, y]` points best: 1 where y grows as fast as x, 2 where it grows with its square. */
export function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
