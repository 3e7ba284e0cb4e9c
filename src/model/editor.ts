// Editor: the program that a person edits texts with, and how it opens a file at a line.
import { shellWords } from '../text/shell-words.ts';

interface KnownEditor {
  readonly names: string;
  /** The words for a file and a line in it. */
  readonly at: (file: string, line: number) => readonly string[];
  /** Without one of these it ends at once, while the file is still open; the first is given. */
  readonly waits?: readonly string[];
}

const plus = (file: string, line: number): readonly string[] => [`+${line}`, file];
const colon = (file: string, line: number): readonly string[] => [`${file}:${line}`];
const wait = ['--wait', '-w'];

/** By the name of the program; one more editor is a word here. */
const editors: readonly KnownEditor[] = [
  {
    names:
      'vi vim nvim view vimx nvi elvis vis ex nano pico rnano micro emacs emacsclient mg zile jove joe jmacs ne kak dte mcedit',
    at: plus,
  },
  { names: 'gvim mvim gview', at: plus, waits: ['-f', '--nofork'] },
  { names: 'nvim-qt', at: (file) => [file], waits: ['--nofork'] },
  { names: 'bbedit', at: plus, waits: wait },
  { names: 'gedit pluma', at: plus, waits: wait },
  { names: 'hx helix', at: colon },
  { names: 'subl sublime_text zed zeditor zedit atom pulsar', at: colon, waits: wait },
  {
    names: 'code codium vscodium cursor windsurf positron',
    at: (file, line) => ['--goto', `${file}:${line}`],
    waits: wait,
  },
  {
    names: 'idea pycharm goland webstorm phpstorm rubymine clion rider datagrip rustrover',
    at: (file, line) => ['--line', String(line), file],
    waits: ['--wait'],
  },
  { names: 'kate', at: (file, line) => ['--line', String(line), file], waits: ['--block', '-b'] },
  { names: 'mate', at: (file, line) => ['--line', String(line), file], waits: wait },
];

const byName: ReadonlyMap<string, KnownEditor> = new Map(
  editors.flatMap((editor) => editor.names.split(' ').map((name) => [name, editor] as const)),
);

/** `/usr/bin/vim.basic`, `emacs-nox`, `emacs29`, `code-insiders`: the editor is what the name begins with. */
function knownEditor(program: string): KnownEditor | null {
  const name = program.slice(program.lastIndexOf('/') + 1).toLowerCase();
  return byName.get(name) ?? byName.get(/^[a-z_]+/.exec(name)?.[0] ?? '') ?? null;
}

/**
 * The command line that opens a file at a line. `setting` is what VISUAL or EDITOR hold: one word is a program; anything else is a piece of
 * shell, as every other program takes it (git, crontab, less), and goes to `sh` with the words behind it as they are. How an editor takes a
 * line is known by the name of its program; one that is not known opens the file. `line` null: no place in it.
 */
export function editorLine(setting: string, file: string, line: number | null): readonly string[] {
  const own = ownWords(setting);
  const known = knownEditor(own[0] ?? '');
  const waits = known?.waits ?? [];
  const more = [
    ...(waits.some((option) => own.includes(option)) ? [] : waits.slice(0, 1)),
    ...(known === null || line === null ? [file] : known.at(file, line)),
  ];
  return isOneWord(setting) ? [setting, ...more] : ['sh', '-c', `${setting} "$@"`, programIn(setting), ...more];
}

/** What a message calls the editor. */
export function programIn(setting: string): string {
  return ownWords(setting)[0] ?? setting;
}

/** The program and its options, without what may be before them: `FOO=1 vim`, `env FOO=1 vim`. */
function ownWords(setting: string): readonly string[] {
  const words = shellWords(setting) ?? [];
  const at = words.findIndex((word) => !isPrefix(word));
  return at < 0 ? [] : words.slice(at);
}

const isPrefix = (word: string): boolean => /^[A-Za-z_]\w*=/.test(word) || word === 'env' || word === 'exec';

/** Nothing in it that a shell would take for more than itself. */
const isOneWord = (setting: string): boolean => /^[^\s|&;<>()$`\\"'*?[#~=%]+$/.test(setting);
