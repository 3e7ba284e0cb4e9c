// Format: a dialect that roadmaps are written in, and what it takes to read one.
import type { Draft } from '../model/draft.ts';
import type { Source } from '../text/source.ts';
import type { YamlRoadmap } from './yaml/roadmap.ts';

export interface FormatInput {
  readonly source: Source;
  /** Name of the file without its extension: the last resort for a title. */
  readonly name: string;
  /** Only for messages. */
  readonly file: string;
  /** What the format's parser made of its part of the text; null where the text has no such part. */
  readonly parsed: unknown;
}

/** A draft of the text. Throws `bad-roadmap` and `not-a-roadmap`. */
export type ReadDraft = (input: FormatInput) => Draft;

/** A library that reads a text, or a part of it, into plain data, which later runs may keep. */
export interface Parser {
  /** Distinguishes what was kept of one parser from that of another. */
  readonly name: string;
  /** From what loads quickly and reads most texts to what reads all. Each is loaded where those before it do not read a text. */
  readonly steps: readonly (() => Promise<Parse>)[];
}

/** Plain data; null where the text is for the next step. `file` is only for messages. Throws what the format's reader throws. */
export type Parse = (text: string, file: string) => unknown;

/** What a parser has to read before the text can be. */
export interface Parsing {
  readonly parser: Parser;
  readonly text: string;
}

/** One line of formats/registry.ts. */
export interface Format {
  /** As `--json` names it. */
  readonly name: string;
  /** Extensions of the files that may be of this format, in lower case and without the full stop; '' for none. */
  readonly extensions: readonly string[];
  /** Whether the content of such a file shows this format (FORMATS B5). Linear in the text. */
  readonly matches: (text: string) => boolean;
  /** Extensions of other formats, and whether a file with one of them says itself that it is of this one. */
  readonly declared?: { readonly extensions: readonly string[]; readonly matches: (text: string) => boolean };
  /** The reader; what is rarely needed is loaded by it. */
  readonly load: () => ReadDraft | Promise<ReadDraft>;
  /** Whether its task lines are those of Markdown, which commands edit and explain; else ticks go to a progress file (P2). */
  readonly canHoldTicks: boolean;
  /** The part of a text that is a library's to read; null where it has none. */
  readonly parsing?: (text: string) => Parsing | null;
  /** Reads a text with the place of each field, for `lint`; only where fields have names. */
  readonly fields?: () => Promise<(source: Source, file: string) => YamlRoadmap>;
  /** Most files with such a name are something else: in a folder they are passed over. */
  readonly isPassedOver?: true;
}
