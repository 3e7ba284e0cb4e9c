// Programs: the port to other programs: an editor, a browser, a hook of the user's.

/** How a program ended: by itself with a status, or by a signal. */
export interface Ending {
  readonly status: number | null;
  readonly signal: string | null;
}

/** The port: the programs that commands start, and the variables that name them. */
export interface Programs {
  /** A variable of the environment; null where it is not set, or empty. */
  variable(name: string): string | null;
  /** What opens an address on this system where no variable says so. */
  readonly opener: string;
  /**
   * Runs a program at the terminal until it ends. Ctrl-C is the program's meanwhile, other signals are handed on to it, and the
   * terminal has its settings back afterwards. Null where there is no such program. Rejects as interrupted after a signal.
   */
  atTerminal(words: readonly string[]): Promise<Ending | null>;
  /** Starts a program that outlives this one and has no terminal. False where there is no such program. */
  inBackground(words: readonly string[]): Promise<boolean>;
  /**
   * Runs a line of shell without a terminal, `input` on its standard input; what it prints goes to `say`. What still runs after so many
   * milliseconds is ended, with all that it started, and the ending is null. Throws what starting a process throws.
   */
  runLine(line: string, task: LineTask): Promise<Ending | null>;
}

export interface LineTask {
  readonly input: string;
  /** Beside those of this process. */
  readonly variables: Readonly<Record<string, string>>;
  readonly milliseconds: number;
  readonly say: (text: string) => void;
}
