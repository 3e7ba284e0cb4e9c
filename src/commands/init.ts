// Init: a roadmap of one's own to begin with: a small one that shows the format, or a copy of one that there is.
import { UserError } from '../errors.ts';
import { readMarkdown } from '../formats/markdown/read.ts';
import { fromDocument } from '../formats/roadmap-document.ts';
import type { YamlRoadmap } from '../formats/yaml/read.ts';
import { starterNote, starterYaml } from '../lang/starter.ts';
import { finish } from '../model/finish.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { readBytes } from '../store/files.ts';
import { absolutePath, exists, findRoadmap, stemOf } from '../store/library.ts';
import { Readings } from '../store/readings.ts';
import { createFile } from '../store/replace.ts';
import { decode, isBinary } from '../text/encoding.ts';
import { pattern } from '../text/pattern.ts';
import { lineSpan, toSource } from '../text/source.ts';
import { shellQuote } from '../views/command-line.ts';
import { drawInit, initJson } from '../views/init.ts';
import type { CommonOptions, Context } from './context.ts';

export interface InitOptions extends CommonOptions {
  /** A bundled roadmap or a YAML file to copy. */
  readonly from?: string;
}

/** The text of a file that is to be made, and what it reads as. */
interface Begun {
  readonly text: string;
  readonly own: Roadmap;
  /** What the YAML reader made of it; null for Markdown. */
  readonly reading: Pick<YamlRoadmap, 'document' | 'diagnostics'> | null;
}

/**
 * `init FILE [--from NAME|FILE]`: writes a new file, never over one. YAML by its extension, else Markdown; a copy keeps
 * every byte but the id and the way to the schema. 0. Throws `usage`, `unwritable`, and what reading a roadmap throws.
 */
export async function init(context: Context, file: string, options: InitOptions): Promise<number> {
  const { disk, library } = context;
  const path = absolutePath(library.cwd, file);
  const isYaml = /\.ya?ml$/i.test(path);
  if (!isYaml && !/\.(?:md|markdown|txt)$/i.test(path))
    throw new UserError('usage', {
      detail: `init writes YAML or Markdown, and "${file}" is named like neither`,
      hint: `istio-roadmap init ${stemOf(path)}.yaml`,
    });
  const refuse = (cause: 'exists' | 'no-folder') => new UserError('unwritable', { file, cause, variable: null });
  if (exists(disk, path)) throw refuse('exists');
  if (!exists(disk, path.slice(0, path.lastIndexOf('/')) || '/')) throw refuse('no-folder');
  const { text, own, reading } = await begin(context, { file, isYaml, name: stemOf(path), from: options.from });
  createFile(disk, path, new TextEncoder().encode(text), { variable: null });
  if (reading !== null) {
    const readings = new Readings(disk, context.places.cache, context.build);
    readings.add('yaml', path, text, reading);
    readings.keep();
  }
  if (options.json) context.out(initJson({ path, own }, context.language));
  else if (!options.quiet) context.out(drawInit({ file, own }, context.theme));
  return 0;
}

/** Decided and read before anything is written: what is made can be used. */
async function begin(
  context: Context,
  { file, isYaml, name, from }: { file: string; isYaml: boolean; name: string; from: string | undefined },
): Promise<Begun> {
  if (!isYaml) {
    if (from !== undefined)
      throw new UserError('usage', {
        detail: `--from copies a roadmap in YAML, and "${file}" is named like Markdown`,
        hint: `istio-roadmap export -r ${shellQuote(from)} > ${shellQuote(file)}`,
      });
    const text = starterNote(name, context.language);
    const own = finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name }));
    return { text, own, reading: null };
  }
  const id = idFor(name);
  const text =
    from === undefined
      ? starterYaml({ schema: schemaOf(context), id, name }, context.language)
      : await copied(context, from, id);
  const { readYaml } = await import('../formats/yaml/read.ts');
  const { document, diagnostics } = readYaml(toSource(text), file);
  const own = finish(fromDocument(document, name, diagnostics));
  return { text, own, reading: { document, diagnostics } };
}

/** The way to the schema that came with the program, as editors want it; the format has no home on the web. */
function schemaOf({ library }: Context): string {
  return `file://${encodeURI(`${library.program}/schema/roadmap.schema.json`)}`;
}

/** `My notes` → `my-notes`. */
function idFor(name: string): string {
  const words = name.toLowerCase().match(word()) ?? [];
  return words.length === 0 ? 'my-roadmap' : words.join('-');
}

const word = pattern(String.raw`[\p{L}\p{N}_]+`, 'gu');

/** Throws `usage` for what is no YAML, and what reading the roadmap throws. */
async function copied(context: Context, from: string, name: string): Promise<string> {
  const { disk, library } = context;
  const found = findRoadmap(disk, library, from);
  const path = found.kind === 'bundled' ? `${library.program}/roadmaps/${found.id}.yaml` : found.path;
  const bytes = readBytes(disk, path);
  if (isBinary(bytes)) throw new UserError('unreadable', { file: path, cause: 'binary' });
  if (!/\.ya?ml$/i.test(path))
    throw new UserError('usage', {
      detail: `--from copies a roadmap in YAML, and "${from}" is named like something else`,
      hint: 'a Markdown note is copied by `cp`: its ticks are in it',
    });
  const source = toSource(decode(bytes).text);
  const { readYaml } = await import('../formats/yaml/read.ts');
  const { document, placeOf } = readYaml(source, path);
  let { text } = source;
  if (document.id !== undefined) {
    const { line, column } = placeOf(document, 'id');
    const start = lineSpan(source, line).start + column - 1;
    const written = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,}]+)/.exec(text.slice(start))?.[0] ?? '';
    // Two roadmaps of one id could not be told apart where both are listed.
    const id = name === document.id ? `my-${name}` : name;
    text = text.slice(0, start) + id + text.slice(start + written.length);
  }
  if (found.kind === 'file') return text;
  return text.replace(/^(# yaml-language-server: \$schema=).*$/m, (_, before: string) => before + schemaOf(context));
}
