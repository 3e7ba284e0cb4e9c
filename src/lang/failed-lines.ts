// FailedLines: the lines that a repair cannot explain, listed beneath the sentence that refuses it.

/** Of a long list, as many as can be corrected in one go. */
const mostLines = 10;
const mostCharacters = 60;

/** `3: text` for each of the first ten, then how many `more` there are. */
export function failedLines(
  lines: readonly { readonly line: number; readonly text: string }[],
  more: (count: number) => string,
): string {
  const shown = lines.slice(0, mostLines).map(({ line, text }) => {
    const characters = Array.from(text.trim());
    return `${line}: ${characters.slice(0, mostCharacters).join('')}${characters.length > mostCharacters ? '…' : ''}`;
  });
  return [...shown, ...(lines.length > mostLines ? [more(lines.length - mostLines)] : [])].join('\n');
}
