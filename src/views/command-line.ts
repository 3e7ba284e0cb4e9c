// CommandLine: commands to type, quoted so that a shell gives back the same words.
import type { Commands } from '../lang/messages.ts';
import { pattern } from '../text/pattern.ts';
import { visible } from '../text/visible.ts';

const plain = /^[\w@%+=:,./-]+$/;
const letters = pattern(String.raw`^[\p{L}\p{N}_@%+=:,./-]+$`, 'u');
// Quoting cannot make these harmless for the terminal that shows the command, and what is invisible would be lost: both are written out.
const hidden = pattern(
  String.raw`[\p{Cc}\p{Zl}\p{Zp}\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]`,
  'gu',
);

/** One word for a POSIX shell; `$'…'` (bash, zsh, ksh) only where the word holds characters that cannot be shown. */
export function shellQuote(word: string): string {
  if (plain.test(word) || letters().test(word)) return word;
  if (word.search(hidden()) < 0) return visible(`'${word.replaceAll("'", `'\\''`)}'`);
  const escaped = word.replace(/[\\']/g, '\\$&').replace(hidden(), (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return visible(`$'${escaped}'`);
}

/** The command line that was given, and the options in it that decide which roadmap and which ticks are meant. */
export interface GivenLine {
  readonly argv: readonly string[];
  readonly roadmap?: string | undefined;
  readonly encoding?: string | undefined;
  readonly progress?: string | undefined;
}

/** Commands that take a file, or none, where others take a roadmap. */
const withoutRoadmap: ReadonlySet<string> = new Set([
  ...['completion', 'config', 'doctor', 'help', 'init', 'repair', 'roadmaps', 'shell-init'],
]);

/** `behind`: options that were not given, and belong at the end. */
export function commandsFor(given: GivenLine, behind: readonly string[] = []): Commands {
  const { argv, roadmap, encoding, progress } = given;
  const options: readonly (readonly [string, string | undefined])[] = [
    ['-r', roadmap],
    ['--encoding', encoding],
    ['--progress', progress],
  ];
  // Sentences are made of harmless words; what is to be typed is what was typed.
  const raw = (word: string): string => argv.find((one) => one !== word && visible(one) === word) ?? word;
  const shell = (...words: readonly string[]): string => words.map(raw).map(shellQuote).join(' ');
  const line = (words: readonly string[]): string => shell('istio-roadmap', ...words);
  return {
    line,
    shell,
    to: (...words) => {
      const takesFile = withoutRoadmap.has(words[0] ?? '') || (words[0] === 'lint' && isOperand(words[1]));
      const repeated = options.flatMap(([name, value]) =>
        value === undefined || words.includes(name) ? [] : [name, value],
      );
      return line([...words, ...(takesFile ? [] : repeated)]);
    },
    again: (...more) => line(withMore(argv, [...more, ...behind])),
    instead: (word, ...by) => {
      const at = argv.indexOf(raw(word));
      return at < 0 ? null : line(withMore([...argv.slice(0, at), ...by, ...argv.slice(at + 1)], behind));
    },
    on: (other) => {
      const name = raw(other);
      return commandsFor({ ...given, argv: withoutOption(argv, '-r', '--roadmap'), roadmap: name }, ['-r', name]);
    },
  };
}

const isOperand = (word: string | undefined): boolean => word !== undefined && !word.startsWith('-');

/** More words behind a command line; before a `--`, behind which nothing is an option. */
function withMore(argv: readonly string[], more: readonly string[]): string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return [...argv.slice(0, end), ...more, ...argv.slice(end)];
}

/** Without an option that takes a value, however it is written: `-r x`, `-rx`, `--roadmap x`, `--roadmap=x`. */
function withoutOption(argv: readonly string[], short: string, long: string): string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const isGlued = (word: string): boolean =>
    word.startsWith(`${long}=`) || (word.startsWith(short) && !word.startsWith('--') && word !== short);
  return argv.filter((word, index) => {
    if (index >= end) return true;
    const before = argv[index - 1];
    return word !== short && word !== long && !isGlued(word) && before !== short && before !== long;
  });
}

/** What an option was given, the last one counts; for a command line that is not understood yet. */
export function optionValue(argv: readonly string[], short: string | null, long: string): string | undefined {
  for (let at = argv.length - 1; at >= 0; at--) {
    const word = argv[at] as string;
    if (word === long || word === short) return argv[at + 1];
    if (word.startsWith(`${long}=`)) return word.slice(long.length + 1);
    if (short !== null && word.startsWith(short) && !word.startsWith('--')) return word.slice(short.length);
  }
  return undefined;
}
