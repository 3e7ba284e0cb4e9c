// Shell words: the words of a line as a POSIX shell would part them, without anything being run or filled in.

/** Quotes and backslashes are taken away; `$`, `~`, `*` and the like stay as they are. Null where a quote is not closed. */
export function shellWords(line: string): string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    if (character === ' ' || character === '\t' || character === '\n') {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === "'" || character === '"') {
      const end = closing(line, at);
      if (end < 0) return null;
      const inside = line.slice(at + 1, end);
      word = (word ?? '') + (character === "'" ? inside : inside.replace(/\\([\\"$`])/g, '$1'));
      at = end;
    } else if (character === '\\' && at + 1 < line.length) {
      word = (word ?? '') + line[++at];
    } else word = (word ?? '') + character;
  }
  if (word !== null) words.push(word);
  return words;
}

/** Where the quote that opens at a place is closed; -1 where it is not. */
function closing(line: string, open: number): number {
  const quote = line[open] as string;
  for (let at = open + 1; at < line.length; at++) {
    if (line[at] === quote) return at;
    if (line[at] === '\\' && quote === '"') at++;
  }
  return -1;
}
