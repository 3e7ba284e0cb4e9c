// ShortArgs: what a sentence quotes of an answer, cut where a key, a name or a path has thousands of characters.

const longest = 200;

/** The same, with its texts short. */
export function shortArgs<Args extends object>(args: Args): Args {
  const entries = Object.entries(args).map(([key, value]) => [
    key,
    isLong(value) ? `${value.slice(0, longest)}…` : value,
  ]);
  return Object.fromEntries(entries) as Args;
}

const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > longest;
