// Config: what is set, and by which file or variable.
import { visible } from '../text/visible.ts';
import { documentOf } from './json.ts';
import { hanging, page } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';

export interface ShownSetting {
  /** `roadmaps.kafka.file` */
  readonly key: string;
  readonly values: readonly string[];
  /** The file or variable that sets it. */
  readonly from: string;
}

/** `config list`: the settings of each file below its name. */
export function drawConfig(settings: readonly ShownSetting[], theme: ThemeWithSentences): string {
  const { none } = theme.sentences.config;
  if (settings.length === 0)
    return page([[...hanging(' ', none.message, theme), ...hanging(' ', none.hint, theme, theme.dim)]]);
  const blocks = [...new Set(settings.map(({ from }) => from))].map((from) => [
    ...hanging(' ', visible(from), theme, theme.dim),
    ...settings
      .filter((one) => one.from === from)
      .flatMap(({ key, values }) =>
        hanging(`   ${visible(key)}  `, visible(values.join(', ')), theme, undefined, theme.accent),
      ),
  ]);
  return page(blocks);
}

/** `config list --plain`: key, value, the file or variable; one line for each value. */
export function plainConfig(settings: readonly ShownSetting[], end: RecordEnd): string {
  return records(
    settings.flatMap(({ key, values, from }) => values.map((value) => [key, value, from].map(visible))),
    end,
  );
}

/** `config --json`: kind "config". */
export function configJson(settings: readonly ShownSetting[]): string {
  return documentOf('config', { settings });
}
