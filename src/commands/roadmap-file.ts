// RoadmapFile: the file of a roadmap: found, opened once, its format chosen, read by its reader.

import { diagnostic, UserError } from '../errors.ts';
import type { Format } from '../formats/format.ts';
import { fromDocument, type RoadmapDocument } from '../formats/roadmap-document.ts';
import { finish } from '../model/finish.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { withDiagnostics } from '../model/topic-table.ts';
import { locateRoadmap, readRoadmap } from '../store/asked-roadmap.ts';
import { readIfThere } from '../store/files.ts';
import { defaultRoadmap, type Found, outlinePath } from '../store/library.ts';
import { type Decoded, decode, type EncodingName, encodingNames, isBinary } from '../text/encoding.ts';
import { encodingNamed } from '../text/encoding-words.ts';
import { repairMojibake } from '../text/mojibake.ts';
import { type Source, toSource } from '../text/source.ts';
import type { CommonOptions, Context } from './context.ts';
import type { ChosenText, Readers } from './readers.ts';

/** A text file as it was read. */
export interface Note {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  /** The text that was read: repaired where it had to be. */
  readonly source: Source;
  readonly encoding: EncodingName | undefined;
  readonly format: Format;
}

/** Where a roadmap was found and what its files hold, by path; null for a file that is not there. */
export interface Files {
  readonly found: Found;
  /** The progress file by the roadmap's name; empty without one. */
  readonly home: string;
  readonly held: ReadonlyMap<string, Uint8Array | null>;
}

/** As it was found and decoded; its format is chosen, and nothing of it is read yet. */
export interface RoadmapFile {
  readonly name: string;
  /** What was read before, or has just been written: nothing about it is asked of the disk again. */
  readonly before: Files | null;
  readonly found: Found;
  readonly held: Map<string, Uint8Array | null>;
  readonly bytes: Uint8Array;
  /** Null for a bundled roadmap. */
  readonly chosen: ChosenText | null;
  readonly decoded: Decoded | null;
  readonly repaired: string | null;
  readonly encoding: EncodingName | undefined;
}

/**
 * `withTexts` false: of a bundled roadmap the outcomes of its topics and the reasons of its sections may be left out. Throws `no-roadmap`,
 * `unreadable`, `unknown-encoding` and `not-a-roadmap`.
 */
export function openRoadmap(
  context: Context,
  options: CommonOptions,
  before: Files | null,
  readers: Readers,
  withTexts = true,
): RoadmapFile {
  const { disk, library } = context;
  const name = options.roadmap ?? context.roadmap?.value ?? defaultRoadmap;
  const encoding = encodingOf(options);
  const found = before?.found ?? locateRoadmap(disk, library, name);
  const { path } = found;
  const outline = withTexts || found.kind === 'file' ? null : readIfThere(disk, outlinePath(library, found.id));
  const bytes = before?.held.get(path) ?? outline ?? readRoadmap(disk, library, name, path);
  const opened = { name, before, found, held: new Map([...(before?.held ?? []), [path, bytes]]), bytes, encoding };
  if (found.kind === 'bundled') return { ...opened, chosen: null, decoded: null, repaired: null };
  if (encoding === undefined && isBinary(bytes)) throw new UserError('unreadable', { file: path, cause: 'binary' });
  const decoded = decode(bytes, encoding);
  const repair = repairMojibake(decoded.text);
  const source = toSource(repair?.text ?? decoded.text);
  if (source.text.trim() === '') throw new UserError('not-a-roadmap', { file: path, reason: 'empty' });
  return { ...opened, chosen: readers.choose(source, path), decoded, repaired: repair?.table ?? null };
}

export interface ReadRoadmap {
  /** In the states that the roadmap itself has; derived ids are given out where they are needed. */
  readonly own: Roadmap;
  /** Null for a bundled roadmap. */
  readonly note: Note | null;
}

/** Null where its reader has not been loaded. Throws what reading throws. */
export function readOpened(
  { bytes, chosen, decoded, encoding, repaired }: RoadmapFile,
  readers: Readers,
): ReadRoadmap | null {
  if (chosen === null || decoded === null) return { own: readBundled(bytes), note: null };
  const own = readers.read(chosen);
  if (own === null) return null;
  const { path, source, format } = chosen;
  const note: Note = { path, bytes, decoded, source, encoding, format };
  if (repaired === null) return { own, note };
  const remark = diagnostic('repaired-text', 'warning', { line: 0, column: 0 }, { encoding: repaired });
  return { own: withDiagnostics(own, [remark, ...own.diagnostics]), note };
}

function encodingOf({ encoding }: CommonOptions): EncodingName | undefined {
  if (encoding === undefined) return undefined;
  const name = encodingNamed(encoding);
  if (name === null) throw new UserError('unknown-encoding', { name: encoding, known: encodingNames });
  return name;
}

function readBundled(bytes: Uint8Array): Roadmap {
  const { text } = decode(bytes);
  return finish(fromDocument(JSON.parse(text) as RoadmapDocument, defaultRoadmap));
}
