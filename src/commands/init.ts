// Init: a roadmap of one's own to begin with: a small one that shows the format, or a copy of one that there is.
import { UserError } from '../errors.ts';
import { readMarkdown } from '../formats/markdown/read.ts';
import { fromDocument } from '../formats/roadmap-document.ts';
import type { YamlReading } from '../formats/yaml/roadmap.ts';
import { starterNote, starterYaml } from '../lang/starter.ts';
import { finish } from '../model/finish.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { locateRoadmap, readRoadmap } from '../store/asked-roadmap.ts';
import { absolutePath, exists, stemOf } from '../store/library.ts';
import { Readings } from '../store/readings.ts';
import { createFile } from '../store/replace.ts';
import { type Decoded, decode, encode, isBinary } from '../text/encoding.ts';
import { pattern } from '../text/pattern.ts';
import { lineSpan, toSource } from '../text/source.ts';
import { drawInit, initJson } from '../views/init.ts';
import type { CommonOptions, Context } from './context.ts';

export interface InitOptions extends CommonOptions {
  /** A bundled roadmap or a YAML file to copy. */
  readonly from?: string;
}

/** A file that is to be made, and what it reads as. */
interface Begun {
  readonly bytes: Uint8Array;
  readonly own: Roadmap;
  /** What the YAML reader made of its text; null for Markdown. */
  readonly reading: { readonly text: string; readonly value: YamlReading } | null;
}

/**
 * `init FILE [--from NAME|FILE]`: writes a new file, never over one. YAML by its extension, else Markdown; a copy keeps
 * every byte but the id and the way to the schema. 0. Throws `init-name`, `init-markdown-copy`, `unwritable`, and what reading a roadmap throws.
 */
export async function init(context: Context, file: string, options: InitOptions): Promise<number> {
  const { disk, library } = context;
  const path = absolutePath(library.cwd, file);
  const isYaml = /\.ya?ml$/i.test(path);
  if (!isYaml && !/\.(?:md|markdown|txt)$/i.test(path))
    throw new UserError('init-name', { file, better: asYaml(file) });
  const refuse = (cause: 'exists' | 'no-folder') => new UserError('unwritable', { file, cause, variable: null });
  if (exists(disk, path)) throw refuse('exists');
  if (!exists(disk, path.slice(0, path.lastIndexOf('/')) || '/')) throw refuse('no-folder');
  const { bytes, own, reading } = await begin(context, { file, isYaml, name: stemOf(path), from: options.from });
  createFile(disk, path, bytes, { variable: null });
  if (reading !== null) {
    const readings = new Readings(disk, context.places.cache, context.build);
    readings.add('yaml', path, reading.text, reading.value);
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
    if (from !== undefined) throw new UserError('init-markdown-copy', { file, from });
    const text = starterNote(name, context.language);
    const own = finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name }));
    return { bytes: inUtf8(text), own, reading: null };
  }
  const id = idFor(name);
  const { text, as }: Copy =
    from === undefined
      ? { text: starterYaml({ schema: schemaOf(context), id, name }, context.language), as: null }
      : await copied(context, from, id);
  const { readYaml } = await import('../formats/yaml/read.ts');
  const { document, diagnostics } = readYaml(toSource(text), file);
  // The name of the new file may need letters that the encoding of the old one lacks.
  const bytes = (as?.exact ? encode(text, as.encoding, as.bom) : null) ?? inUtf8(text);
  const own = finish(fromDocument(document, name, diagnostics));
  return { bytes, own, reading: { text, value: { document, diagnostics } } };
}

const inUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is to be typed instead: `notes/tea.json` → `notes/tea.yaml`. */
function asYaml(file: string): string {
  const name = /[^/]$/.test(file) ? file.replace(/(?<=[^/])\.[A-Za-z0-9]+$/, '') : `${file}roadmap`;
  return `${name.startsWith('-') ? './' : ''}${name}.yaml`;
}

/** The way to the schema that came with the program, as editors want it; the format has no home on the web. */
function schemaOf({ library }: Context): string {
  const path = encodeURI(`${library.program}/schema/roadmap.schema.json`).replace(/[#?]/g, encodeURIComponent);
  return `file://${path}`;
}

/** `My notes` → `my-notes`. */
function idFor(name: string): string {
  const words = name.toLowerCase().match(word()) ?? [];
  return words.length === 0 ? 'my-roadmap' : words.join('-');
}

const word = pattern(String.raw`[\p{L}\p{N}_]+`, 'gu');

interface Copy {
  readonly text: string;
  /** How the original is encoded. */
  readonly as: Pick<Decoded, 'encoding' | 'bom' | 'exact'> | null;
}

/** Throws `init-from` for what is no YAML, and what reading the roadmap throws. */
async function copied(context: Context, from: string, name: string): Promise<Copy> {
  const { disk, library } = context;
  const found = locateRoadmap(disk, library, from);
  const path = found.kind === 'bundled' ? `${library.program}/roadmaps/${found.id}.yaml` : found.path;
  const bytes = readRoadmap(disk, library, from, path);
  if (isBinary(bytes)) throw new UserError('unreadable', { file: path, cause: 'binary' });
  if (!/\.ya?ml$/i.test(path)) throw new UserError('init-from', { from });
  const as = decode(bytes);
  const source = toSource(as.text);
  const { readYaml } = await import('../formats/yaml/read.ts');
  const { document, placeOf } = readYaml(source, path);
  let { text } = source;
  if (document.id !== undefined) {
    const { line, column } = placeOf(document, 'id');
    const at = lineSpan(source, line).start + column - 1;
    const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text.slice(at))?.[0];
    // A folded one is in a line of its own.
    const start = quoted === undefined ? text.indexOf(document.id, at) : at;
    const { length } = quoted ?? document.id;
    // Two roadmaps of one id could not be distinguished where both are listed.
    const id = name === document.id ? `my-${name}` : name;
    text = text.slice(0, start) + id + text.slice(start + length);
  }
  if (found.kind === 'file') return { text, as };
  text = text.replace(/^(# yaml-language-server: \$schema=).*$/m, (_, before: string) => before + schemaOf(context));
  return { text, as };
}
