// WordTable: words per language as plain text, and the sets that are made of them when somebody first asks.

/** Phrases by language, separated by `, `, as `plainWords` gives them: in lower case, with blanks for hyphens, е for ё. */
export interface WordTable {
  readonly [language: string]: string;
}

/** All phrases of a table. */
export const phrasesOf = (table: WordTable): string[] => Object.values(table).join(', ').split(', ');

/** What `make` returns, made at the first call: a start that needs no table pays for none. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The phrases of several tables. */
export function phraseSet(...tables: readonly WordTable[]): () => ReadonlySet<string> {
  return once(() => new Set(tables.flatMap(phrasesOf)));
}

/** Which key of `tables` each phrase belongs to; of two keys the first. */
export function phraseMap<K extends string>(tables: { readonly [key in K]: WordTable }): () => ReadonlyMap<string, K> {
  return once(() => {
    const map = new Map<string, K>();
    for (const key of (Object.keys(tables) as K[]).reverse())
      for (const phrase of phrasesOf(tables[key])) map.set(phrase, key);
    return map;
  });
}

/** How many questions the text of a table answers before a set of its phrases is worth making. */
const fewQuestions = 50;

/** Whether `word` may be the first of a phrase: never false where it is, computed from the tables themselves. */
export function phraseOpening(tables: readonly WordTable[]): (word: string) => boolean {
  const text = once(() => `, ${tables.map((table) => Object.values(table).join(', ')).join(', ')}`);
  const words = once(() => new Set(tables.flatMap(phrasesOf).map((phrase) => phrase.split(' ', 1)[0] as string)));
  let asked = 0;
  return (word) => (asked++ < fewQuestions ? text().includes(`, ${word}`) : words().has(word));
}
