// ShellLine: the words of a line as bash takes them apart, without running or expanding any of it.

/** A line that ends where the cursor is. */
export interface ShellLine {
  /** The words before the one at the cursor, without their quotes. */
  readonly words: readonly string[];
  /** The word at the cursor up to there, without its quotes; empty behind a space. */
  readonly current: string;
  /** How much of `current` bash does not take for a part of the word that it completes: `--roadmap=` of `--roadmap=ka`. */
  readonly before: string;
  /** The quote that is open at the cursor; empty where none is. */
  readonly quote: string;
}

/** Characters that end a word outside of quotes. */
const ends = /[\s;|&()<>]/;

/** `breaks`: the characters at which bash begins another word to complete, COMP_WORDBREAKS. */
export function shellLine(line: string, breaks: string): ShellLine {
  const words: string[] = [];
  let current = '';
  let isWord = false;
  let lastBreak = 0;
  let quote = '';
  let quoteStart = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    if (quote === '' && ends.test(character)) {
      if (isWord) words.push(current);
      [current, isWord, lastBreak] = ['', false, 0];
      continue;
    }
    isWord = true;
    if (quote !== '' && character === quote) quote = '';
    else if (quote === '' && (character === "'" || character === '"')) {
      quote = character;
      quoteStart = current.length;
    } else if (character === '\\' && quote !== "'") {
      const next = line[++at] ?? '';
      // Between double quotes it is itself before most characters.
      current += quote === '"' && !/["\\$`]/.test(next) ? `\\${next}` : next;
    } else {
      current += character;
      if (quote === '' && breaks.includes(character)) lastBreak = current.length;
    }
  }
  return { words, current, before: current.slice(0, quote === '' ? lastBreak : quoteStart), quote };
}
