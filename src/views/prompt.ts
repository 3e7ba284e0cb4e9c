// PromptText: what is shown of a summary.
import type { Summary } from '../model/summary.ts';

export const defaultFormat = '{done}/{total} {percent}%';

/** `{done}/{total}`: each field by its name; other words in braces stay as they are. Empty where there is no roadmap. */
export function promptText(format: string, summary: Summary): string {
  if (summary.total === '') return '';
  return format.replace(/\{([a-z]+)\}/g, (found, name: string) =>
    Object.hasOwn(summary, name) ? summary[name as keyof Summary] : found,
  );
}
