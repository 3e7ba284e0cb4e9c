// Readers: what a run has loaded to read texts, so that a text can be read again without waiting.
import type { Format, Parse, Parser, Parsing, ReadDraft } from '../formats/format.ts';
import { formatOf, formats } from '../formats/registry.ts';
import { finish } from '../model/finish.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { stemOf } from '../store/library.ts';
import type { Readings } from '../store/readings.ts';
import type { Source } from '../text/source.ts';

/** A text whose format is known. */
export interface ChosenText {
  readonly source: Source;
  readonly path: string;
  readonly format: Format;
  readonly parsing: Parsing | null;
}

export class Readers {
  readonly readings: Readings;
  readonly #formats: readonly Format[];
  readonly #readers = new Map<Format, ReadDraft>();
  /** Of each parser the steps that are loaded. */
  readonly #parsers = new Map<Parser, Parse[]>();

  constructor(readings: Readings, known = formats) {
    this.readings = readings;
    this.#formats = known;
  }

  /** Chooses the format of a text by its content before the file's extension (FORMATS B5). */
  choose(source: Source, path: string): ChosenText {
    const format = formatOf(path, source.text, this.#formats);
    return { source, path, format, parsing: format.parsing?.(source.text) ?? null };
  }

  /**
   * Loads what reading the text takes; nothing of a parser where an earlier run has kept what it made of this very text, and its later
   * steps only where those before leave the text to them. Throws what the format's reader throws.
   */
  async prepare(text: ChosenText): Promise<void> {
    const { format, parsing } = text;
    if (!this.#readers.has(format)) this.#readers.set(format, await format.load());
    if (parsing === null || this.#parsed(text) !== undefined) return;
    const { steps } = parsing.parser;
    const loaded = this.#loaded(parsing.parser);
    for (let step = steps[loaded.length]; step !== undefined; step = steps[loaded.length]) {
      const parse = await step();
      loaded.push(parse);
      if (this.#made(text, parse) !== undefined) return;
    }
  }

  /** The roadmap of a text; null where something has to be loaded first. Throws what the format's reader throws. */
  read(text: ChosenText): Roadmap | null {
    const { source, path, format } = text;
    const reader = this.#readers.get(format);
    const parsed = this.#parsed(text);
    if (reader === undefined || parsed === undefined) return null;
    const draft = reader({ source, name: stemOf(path), file: path, parsed });
    return finish(Object.assign(draft, { format: format.name }));
  }

  #kept({ parsing, path }: ChosenText): unknown {
    return parsing === null ? null : this.readings.recall(parsing.parser.name, path, parsing.text);
  }

  #loaded(parser: Parser): Parse[] {
    const loaded = this.#parsers.get(parser) ?? [];
    this.#parsers.set(parser, loaded);
    return loaded;
  }

  /** Null where there is nothing to parse, undefined where nothing that is loaded reads the text. */
  #parsed(text: ChosenText): unknown {
    const { parsing } = text;
    const kept = this.#kept(text);
    if (kept !== undefined || parsing === null) return kept;
    for (const parse of this.#loaded(parsing.parser)) {
      const made = this.#made(text, parse);
      if (made !== undefined) return made;
    }
    return undefined;
  }

  /** Undefined where the text is left to the next step. */
  #made({ parsing, path }: ChosenText, parse: Parse): unknown {
    const made = parsing === null ? null : parse(parsing.text, path);
    if (made === null || parsing === null) return undefined;
    this.readings.add(parsing.parser.name, path, parsing.text, made);
    return made;
  }
}
