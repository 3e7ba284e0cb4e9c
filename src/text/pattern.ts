// Pattern: a regular expression with Unicode classes, built when it is first used.

/**
 * An engine reads the tables of `\p{L}` as soon as it meets the literal, used or not: a third of a millisecond each, in a
 * program that has thirty in all. `source` is written as in a literal, by `String.raw`.
 */
export function pattern(source: string, flags: string): () => RegExp {
  let built: RegExp | undefined;
  return () => {
    built ??= new RegExp(source, flags);
    built.lastIndex = 0;
    return built;
  };
}
