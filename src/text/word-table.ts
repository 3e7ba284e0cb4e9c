// WordTable: words per language as plain text, and the sets that are made of them when somebody first asks.

/**
 * Phrases by language, separated by `, `, in lower case and with blanks for hyphens, as `plainWords` gives them;
 * `link(s)` is both `link` and `links`.
 */
export interface WordTable {
  readonly [language: string]: string;
}

/** All phrases of a table. */
export function phrasesOf(table: WordTable): string[] {
  return Object.values(table).flatMap((list) => list.split(', ').flatMap(bothForms));
}

function bothForms(phrase: string): string[] {
  const open = phrase.indexOf('(');
  if (open < 0) return [phrase];
  const close = phrase.indexOf(')', open);
  const rest = bothForms(phrase.slice(close + 1));
  const [before, inside] = [phrase.slice(0, open), phrase.slice(open + 1, close)];
  return rest.flatMap((after) => [before + after, before + inside + after].map((one) => one.trim()));
}

/** The phrases of several tables as a set, made at the first call: a start that needs none pays for none. */
export function phraseSet(...tables: readonly WordTable[]): () => ReadonlySet<string> {
  let set: ReadonlySet<string> | undefined;
  return () => {
    set ??= new Set(tables.flatMap(phrasesOf));
    return set;
  };
}

/** Which key of `tables` each phrase belongs to, made at the first call; of two keys the first. */
export function phraseMap<K extends string>(tables: { readonly [key in K]: WordTable }): () => ReadonlyMap<string, K> {
  let map: Map<string, K> | undefined;
  return () => {
    if (map !== undefined) return map;
    map = new Map();
    for (const key of Object.keys(tables) as K[])
      for (const phrase of phrasesOf(tables[key])) if (!map.has(phrase)) map.set(phrase, key);
    return map;
  };
}
