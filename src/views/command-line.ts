// Command line: a command to type, quoted so that a shell gives back the same words.
import type { Origin } from '../model/origin.ts';
import { pattern } from '../text/pattern.ts';
import { visible } from '../text/visible.ts';

const plain = /^[\w@%+=:,./-]+$/;
const letters = pattern(String.raw`^[\p{L}\p{N}_@%+=:,./-]+$`, 'u');
// Quoting cannot make these harmless for the terminal that shows the command, so they are written out.
const control = pattern(String.raw`\p{Cc}`, 'gu');

/** One word for a POSIX shell; `$'…'` (bash, zsh, ksh) only where the word holds control characters. */
export function shellQuote(word: string): string {
  if (plain.test(word) || letters().test(word)) return word;
  if (!control().test(word)) return visible(`'${word.replaceAll("'", `'\\''`)}'`);
  const escaped = word.replace(/[\\']/g, '\\$&').replace(control(), (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return visible(`$'${escaped}'`);
}

/** `istio-roadmap done 1.4 -r 'my notes.md'`; without `-r` for the roadmap that is used anyway. */
export function commandLine(words: readonly string[], origin: Origin, isDefault: boolean): string {
  const place = origin.chosen === undefined ? [] : ['--progress', origin.chosen];
  const all = [...words, ...(isDefault ? [] : ['-r', origin.name]), ...place];
  return ['istio-roadmap', ...all.map(shellQuote)].join(' ');
}
