// ExportFormats: what `export --format` can write, and what writes one of them.
import type { CommonOptions, Context } from './context.ts';
import type { Loaded } from './load.ts';

/** In the order in which help and completion name them. */
export const exportFormats = ['md', 'json', 'html', 'svg', 'badge', 'badge-svg', 'ics'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions extends CommonOptions {
  readonly format?: ExportFormat;
}

/** Prints a roadmap in one format, and writes nothing to the disk. */
export type WriteExport = (context: Context, loaded: Loaded, options: ExportOptions) => Promise<void>;
