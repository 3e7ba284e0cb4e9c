// Plain title: a wording of the author with its inline Markdown reduced to what one reads.

// Most titles have none of these, and a long list should not pay for those that do.
const markup = /[[\]*_`~=\\<]/;

// One alternative per construct, each stopping at its own delimiter, so that a hostile line cannot make them backtrack.
const wikiLink = /!?\[\[([^[\]|]*)(?:\|([^[\]|]*))?\]\]/g;
const link = /!?\[([^[\]]*)\]\(\s*(<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+"[^"]*")?\s*\)/g;
const referenceLink = /\[([^[\]]+)\]\[[^[\]]*\]/g;
const autolink = /<((?:https?:|mailto:)[^<>\s]*)>/g;
const tag = /<\/?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?\/?>/g;
const emphasis = [
  /\*\*(?=\S)([^*]+)(?<=\S)\*\*/g,
  /(?<![\p{L}\p{N}_])__(?=\S)([^_]+)(?<=\S)__(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}*\\])\*(?=\S)([^*]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_\\])_(?=\S)([^_]+)(?<=\S)_(?![\p{L}\p{N}_])/gu,
  /~~(?=\S)([^~]+)(?<=\S)~~/g,
  /==(?=\S)([^=]+)(?<=\S)==/g,
];
const escaped = /\\([!-/:-@[-`{-~])/g;

function reduce(text: string): string {
  let out = text
    .replace(wikiLink, (_, target: string, alias: string | undefined) => alias || target)
    .replace(link, (_, words: string, url: string) => words || url)
    .replace(referenceLink, '$1')
    .replace(autolink, '$1')
    .replace(tag, ' ');
  // Twice: emphasis inside emphasis (`**_both_**`) is about as deep as titles go.
  for (let round = 0; round < 2; round++) for (const pattern of emphasis) out = out.replace(pattern, '$1');
  return out.replace(escaped, '$1');
}

/** `**bold**`, `` `code` ``, `[text](url)`, `[[note|alias]]` → the words alone; what is no markup stays (`snake_case`, `2 * 3`).
 * White space becomes single spaces. Control characters are not touched: `visible()` comes after. Never empty for a text that is not blank. */
export function plainTitle(text: string): string {
  const line = text.replaceAll('\u0000', '\ufffd').replace(/\s+/g, ' ').trim();
  if (!markup.test(line)) return line;
  // Links may hold code in their words and code may hold anything: what stands between backticks is literal unless a
  // bracket of a link would be torn apart by it.
  const code: string[] = [];
  const kept = line.replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, (_, _ticks: string, inside: string) => {
    code.push(inside.trim());
    return `\u0000${code.length - 1}\u0000`;
  });
  const words = reduce(kept)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL marks where the code was taken out; the replacement above put it there
    .replace(/\u0000(\d+)\u0000/g, (_, index: string) => code[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? line : words;
}
