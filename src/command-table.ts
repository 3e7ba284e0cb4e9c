// CommandTable: the grammar as data: what the build makes of it for whoever has to know the words and not to understand a line.

export interface CommandTable {
  readonly commands: readonly TableCommand[];
  /** Options of the program itself, which every command takes. */
  readonly options: readonly TableOption[];
  /** Roadmaps that come with the program. */
  readonly roadmaps: readonly TableWord[];
}

export interface TableCommand extends TableWord {
  readonly arguments: readonly TableArgument[];
  readonly options: readonly TableOption[];
}

/** A word to type, and what it is. */
export interface TableWord {
  readonly name: string;
  readonly summary: string;
}

export interface TableArgument {
  /** As the help writes it: `selector`, `file`. */
  readonly name: string;
  readonly isVariadic: boolean;
  /** All there are; empty where that is not known. */
  readonly words: readonly string[];
}

export interface TableOption {
  /** `-r`, `--roadmap`: the long one last. */
  readonly flags: readonly string[];
  readonly summary: string;
  /** What the help calls its value; null where it takes none. */
  readonly value: string | null;
  readonly words: readonly string[];
}
