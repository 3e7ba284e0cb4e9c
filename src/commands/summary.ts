// RoadmapSummary: what a command leaves for the shell's prompt of the roadmap that it has read or changed.
import { type Summary, summaryOf } from '../model/summary.ts';
import { defaultRoadmap } from '../store/library.ts';
import { summaryPath, writeSummary } from '../store/summary.ts';
import type { CommonOptions, Context } from './context.ts';
import type { Loaded } from './load.ts';

/**
 * Leaves the summary of a roadmap as it is now under the name by which it was asked for. Nothing where ticks or letters were taken from
 * elsewhere for this run alone. Never throws.
 */
export function leaveSummary(
  context: Context,
  options: CommonOptions,
  loaded: Pick<Loaded, 'roadmap' | 'files'>,
): void {
  if (options.progress !== undefined || options.encoding !== undefined) return;
  const isDefault = options.roadmap === (context.roadmap?.value ?? defaultRoadmap);
  const asked = options.roadmap === undefined ? [null] : isDefault ? [null, options.roadmap] : [options.roadmap];
  const keys = new Set(asked.map((name) => context.summaries.key(name)));
  for (const key of keys)
    putSummary(context, key, summaryOf(loaded.roadmap, context.language, context.today), loaded.files);
}

export function putSummary(
  context: Context,
  key: string,
  summary: Summary,
  { held, found }: Pick<Loaded['files'], 'held'> & { readonly found: { readonly path: string } | null },
  isPatient = false,
): void {
  const { disk, places, library, summaries } = context;
  const path = summaryPath(places.state, key);
  if (path === null) return;
  // Of a bundled roadmap less may have been read than is in its file.
  const isOurs = (file: string): boolean => file.startsWith(`${library.bundled}/`);
  const files = new Map([...held].filter(([file]) => !isOurs(file)));
  const watched = [...summaries.watched, ...(found === null || files.has(found.path) ? [] : [found.path])];
  writeSummary(disk, path, { key, summary, files, watched, isPatient });
}
