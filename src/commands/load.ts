// Loaded: a roadmap as a command works on it: read, with its ticks laid on, and with all that is needed to write them.
import { diagnostic, UserError } from '../errors.ts';
import { frontMatterSpan } from '../formats/frontmatter.ts';
import { readMarkdown } from '../formats/markdown/read.ts';
import { type ProgressText, readProgress } from '../formats/progress/read.ts';
import { fromDocument, type RoadmapDocument } from '../formats/roadmap-document.ts';
import { looksLikeMarkdown } from '../formats/yaml/detect.ts';
import { finish, identify } from '../model/finish.ts';
import type { Origin } from '../model/origin.ts';
import { type Overlaid, overlay } from '../model/overlay.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { folderOf, readBytes, readIfThere } from '../store/files.ts';
import type { TickedPlace } from '../store/latest.ts';
import { absolutePath, defaultRoadmap, type Found, findRoadmap, realOf, stemOf } from '../store/library.ts';
import { progressPath, sourceFrom } from '../store/progress-file.ts';
import {
  canEncode,
  type Decoded,
  decode,
  type EncodingName,
  encodingNamed,
  encodingNames,
  isBinary,
} from '../text/encoding.ts';
import { repairMojibake } from '../text/mojibake.ts';
import { type Source, toSource } from '../text/source.ts';
import type { CommonOptions, Context } from './context.ts';

/** A text file as it was read. */
export interface Note {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  /** The text that was read: repaired where it had to be. */
  readonly source: Source;
  readonly encoding: EncodingName | undefined;
}

export interface ProgressNote {
  readonly path: string;
  /** Null when there is no file yet. */
  readonly bytes: Uint8Array | null;
  readonly text: string;
  readonly bodyStart: number;
  /** The line at which git left a conflict in it; null where there is none. */
  readonly conflict: number | null;
  /** How a new file names its roadmap (FORMATS P3). */
  readonly source: string;
}

export interface Loaded {
  readonly origin: Origin;
  readonly isDefault: boolean;
  /** In the states that the roadmap itself has. */
  readonly own: Roadmap;
  /** With the ticks of the progress file, where there is one. */
  readonly roadmap: Roadmap;
  /** Null for a bundled roadmap. */
  readonly note: Note | null;
  /** Null when ticks stand in the note itself. */
  readonly progress: ProgressNote | null;
  readonly overlaid: Overlaid;
  /** All that may have held its ticks: the note, and the progress file. */
  readonly places: readonly TickedPlace[];
  /** P5: the note could be ticked in place, and a progress file holds its ticks; `sayElsewhere` says so. */
  readonly isElsewhere: boolean;
  readonly readers: Readers;
}

/** Readers that are loaded on use; what is read synchronously under a lock finds them here. */
interface Readers {
  yaml?: typeof import('../formats/yaml/read.ts');
  frontMatter?: typeof import('../formats/frontmatter-yaml.ts');
  json?: typeof import('../formats/json/read.ts');
}

type Need = keyof Readers;

/** Derived ids may be left out where nobody looks at them and no progress file asks for them. */
interface Needs {
  readonly withIds: boolean;
}

/** Reads the roadmap that the options name. Throws `no-roadmap`, `unreadable`, `not-a-roadmap`, `bad-roadmap`. */
export async function load(
  context: Context,
  options: CommonOptions,
  needs: Needs = { withIds: true },
): Promise<Loaded> {
  const readers: Readers = {};
  for (;;) {
    const loaded = loadWith(context, options, readers, needs);
    if (loaded === 'yaml') readers.yaml = await import('../formats/yaml/read.ts');
    else if (loaded === 'json') readers.json = await import('../formats/json/read.ts');
    else if (loaded === 'frontMatter') readers.frontMatter = await import('../formats/frontmatter-yaml.ts');
    else return loaded;
  }
}

/** The same once more without waiting, for deciding under a lock. Throws `changed` when the file has become of another kind. */
export function reload(context: Context, options: CommonOptions, before: Loaded): Loaded {
  const loaded = loadWith(context, options, before.readers, { withIds: true });
  if (typeof loaded === 'string') throw new UserError('changed', { file: before.origin.progress.path });
  return loaded;
}

function loadWith(context: Context, options: CommonOptions, readers: Readers, { withIds }: Needs): Loaded | Need {
  const asked = options.roadmap ?? context.roadmapFromEnvironment;
  const name = asked ?? defaultRoadmap;
  const encoding = encodingOf(options);
  const found = findRoadmap(context.disk, context.library, name);
  const read =
    found.kind === 'bundled'
      ? { own: readBundled(context, found), note: null, repaired: null }
      : readFile(context, found, encoding, readers);
  if (typeof read === 'string') return read;
  const { own, note, repaired } = read;

  const chosen = options.progress === undefined ? null : chosenProgress(context, options.progress);
  const path = chosen ?? progressPath(context.places.data, found);
  const bytes = path === null ? null : readIfThere(context.disk, path);
  if (path !== null && bytes !== null && (isBinary(bytes) || isWide(bytes)))
    throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-text' });
  const text = bytes === null ? '' : decode(bytes, 'utf-8').text;
  const bodyStart = frontMatterSpan(text)?.body.start ?? 0;
  const source = note?.path ?? own.id ?? name;
  const { config, data, state } = context.places;
  const home = config.home ?? data.home ?? state.home;
  const written = chosen === null || note === null ? source : sourceFrom(context.disk, chosen, note.path, home);
  if (chosen !== null && !isProgressOf(context, chosen, text.slice(0, bodyStart), text.trim() === '', source, found))
    throw new UserError('bad-progress', { file: chosen, line: 1, reason: 'not-ours' });
  const kept: ProgressText = readProgress(toSource(text), bodyStart);
  // P5: ticks that are kept in a progress file stay there, even when the note gets its first box.
  const couldBeInline = chosen === null && note !== null && canTickInline(own, note, repaired);
  const isInline = couldBeInline && kept.ticks.length === 0;
  const isElsewhere = couldBeInline && !isInline;

  const identified = withRemark(withIds || !isInline ? identify(own) : own, isElsewhere ? path : null);
  const overlaid: Overlaid = isInline
    ? { roadmap: identified, lines: new Map(), orphans: [] }
    : overlay(identified, kept.ticks);
  const orphans = overlaid.orphans.map((tick) =>
    diagnostic('orphan-tick', 'warning', { line: tick.line, column: 1 }, { title: tick.title }),
  );
  const conflict = kept.conflicts.map(({ ours, end }) =>
    diagnostic('conflict-markers', 'error', { line: ours, column: 1 }, { last: end }),
  );
  const keptFound = [...conflict, ...orphans];
  const roadmap =
    keptFound.length === 0
      ? overlaid.roadmap
      : { ...overlaid.roadmap, diagnostics: [...overlaid.roadmap.diagnostics, ...keptFound] };
  return {
    readers,
    own: identified,
    roadmap,
    note,
    overlaid,
    places: [
      ...(note === null || chosen !== null ? [] : [{ path: note.path, variable: null }]),
      ...(path === null ? [] : [{ path, variable: context.places.data.variable }]),
    ],
    isElsewhere,
    isDefault:
      asked === null ||
      (options.roadmap === undefined && context.roadmapFromEnvironment !== null) ||
      name === defaultRoadmap,
    progress: isInline
      ? null
      : { path: path ?? '', bytes, text, bodyStart, conflict: kept.conflicts[0]?.ours ?? null, source: written },
    origin: {
      path: note?.path ?? null,
      name,
      encoding: note?.decoded.encoding ?? 'utf-8',
      repaired,
      progress: isInline ? { mode: 'inline', path: note.path } : { mode: 'file', path: path ?? '' },
    },
  };
}

function encodingOf({ encoding }: CommonOptions): EncodingName | undefined {
  if (encoding === undefined) return undefined;
  const name = encodingNamed(encoding);
  if (name === null) throw new UserError('unknown-encoding', { name: encoding, known: encodingNames });
  return name;
}

/** `--progress FILE`. Throws `usage` for what is no Markdown file by its name. */
function chosenProgress({ library }: Context, file: string): string {
  if (!/\.(?:md|markdown)$/i.test(file))
    throw new UserError('usage', {
      detail: `--progress names a Markdown file, and "${file}" is none`,
      hint: '--progress ticks.md',
    });
  return absolutePath(library.cwd, file);
}

/** A progress file is UTF-8 and never guessed at; as UTF-16 it would be read as one that holds no tick. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Whether a file that was chosen for the ticks may hold them: it is not the roadmap, and is new or names it (FORMATS P3, P6). */
function isProgressOf(
  { disk, library }: Context,
  path: string,
  head: string,
  isEmpty: boolean,
  source: string,
  found: Found,
): boolean {
  const real = (file: string): string => realOf(disk, absolutePath(library.cwd, file));
  if (found.kind === 'file' && real(path) === real(found.path)) return false;
  if (isEmpty) return true;
  // After a merge there may be one for each machine.
  return [...head.matchAll(/^roadmap:[ \t]*(.*?)[ \t]*\r?$/gm)].some((match) => {
    const named = unquoted(match[1] as string);
    if (named === source || found.kind === 'bundled') return named === source;
    return (
      real(named) === real(found.path) || realOf(disk, `${realOf(disk, folderOf(path))}/${named}`) === real(found.path)
    );
  });
}

function unquoted(scalar: string): string {
  if (/^'.*'$/.test(scalar)) return scalar.slice(1, -1).replaceAll("''", "'");
  try {
    return String(JSON.parse(scalar));
  } catch {
    return scalar;
  }
}

function withRemark(own: Roadmap, file: string | null): Roadmap {
  if (file === null) return own;
  const remark = diagnostic('ticks-elsewhere', 'info', { line: 0, column: 0 }, { file });
  return { ...own, diagnostics: [remark, ...own.diagnostics] };
}

/** P1: a Markdown note with task lines, read as it stands, in an encoding that has a ✅. */
function canTickInline(own: Roadmap, note: Note, repaired: string | null): boolean {
  return own.hasTaskLines && repaired === null && note.decoded.exact && canEncode('✅', note.decoded.encoding);
}

function readBundled(context: Context, found: Found): Roadmap {
  const { text } = decode(readBytes(context.disk, found.path));
  return finish(fromDocument(JSON.parse(text) as RoadmapDocument, defaultRoadmap));
}

function readFile(
  context: Context,
  found: Found & { kind: 'file' },
  encoding: EncodingName | undefined,
  readers: Readers,
): { own: Roadmap; note: Note; repaired: string | null } | Need {
  const { path } = found;
  const bytes = readBytes(context.disk, path);
  if (encoding === undefined && isBinary(bytes)) throw new UserError('unreadable', { file: path, cause: 'binary' });
  const decoded = decode(bytes, encoding);
  const repair = repairMojibake(decoded.text);
  const source = toSource(repair?.text ?? decoded.text);
  if (source.text.trim() === '') throw new UserError('not-a-roadmap', { file: path, reason: 'empty' });
  const own = readText(source, path, readers);
  if (typeof own === 'string') return own;
  const note: Note = { path, bytes, decoded, source, encoding };
  if (repair === null) return { own, note, repaired: null };
  const remark = diagnostic('repaired-text', 'warning', { line: 0, column: 0 }, { encoding: repair.table });
  return { own: { ...own, diagnostics: [remark, ...own.diagnostics] }, note, repaired: repair.table };
}

/** Reads a text by the dialect that its content shows, else its extension (FORMATS B5). */
function readText(source: Source, path: string, readers: Readers): Roadmap | Need {
  const { text } = source;
  const name = stemOf(path);
  if (/\.ya?ml$/i.test(path) && !looksLikeMarkdown(text)) {
    if (!readers.yaml) return 'yaml';
    const { document, diagnostics } = readers.yaml.readYaml(source, path);
    return finish(fromDocument(document, name, diagnostics));
  }
  if (/\.json$/i.test(path) && /^\s*[[{]/.test(text)) {
    if (!readers.json) return 'json';
    return finish(readers.json.readJson(source, name, path));
  }
  const block = frontMatterSpan(text);
  if (block === null) return finish(readMarkdown({ source, bodyStart: 0, frontMatter: {}, name }));
  if (!readers.frontMatter) return 'frontMatter';
  const { data, problem } = readers.frontMatter.parseFrontMatter(text.slice(block.block.start, block.block.end));
  const draft = readMarkdown({ source, bodyStart: block.body.start, frontMatter: data, name });
  if (problem !== null)
    draft.diagnostics = [
      diagnostic('front-matter', 'warning', { line: problem.line, column: 1 }, { reason: problem.message }),
      ...draft.diagnostics,
    ];
  return finish(draft);
}
