// ShellScript: what a shell reads at its start: completion, the prompt, and a short name for the program.

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export const isShell = (word: string): word is Shell => (shells as readonly string[]).includes(word);

/** Files of `dist/shell` that make up the script of a shell. */
export const scriptFiles = { completion: ['completion'], init: ['completion', 'prompt'] } as const;

/** The lines that give the program a short name, and completion to that name. */
export const shortName: { readonly [shell in Shell]: (name: string) => string } = {
  bash: (name) => `alias ${name}=istio-roadmap\ncomplete -F __istio_roadmap_complete ${name}\n`,
  // Where zsh was told to complete aliases by themselves, it needs to be told.
  zsh: (name) => `alias ${name}=istio-roadmap\n__istio_roadmap_names+=(${name})\n__istio_roadmap_compdef\n`,
  fish: (name) => `function ${name} --wraps istio-roadmap --description istio-roadmap\n    istio-roadmap $argv\nend\n`,
};

/** What a shell reads as something else, or what our own functions and those of a user's files are made of. */
const taken: readonly string[] = [
  'if then else elif fi for while until do done case esac in select function time coproc begin end switch and or not',
  'alias bg break builtin cd command compdef compgen complete contains continue declare disown echo emulate eval exec exit export fg',
  'hash history jobs kill let local math path print printf pwd read readonly return set setopt shift source string test trap type',
  'typeset ulimit umask unset wait commandline nocorrect noglob repeat foreach autoload bindkey zmodload',
];

/** Whether a name can be given to the program: one that breaks no line of the shell. */
export function isCommandName(name: string): boolean {
  return /^[A-Za-z_][\w-]{0,63}$/.test(name) && !taken.some((line) => line.split(' ').includes(name));
}
