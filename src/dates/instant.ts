// Instant: a moment to the second, as milliseconds since 1970; written in UTC.

const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

/** `2026-11-20T09:00:00Z`; null for any other text, and for a moment that does not exist. */
export function instantIn(text: string): number | null {
  const instant = written.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

/** What `instantIn` reads as the same moment. */
export const instantText = (instant: number): string => new Date(instant).toISOString();
