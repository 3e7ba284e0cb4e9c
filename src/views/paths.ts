// Paths: the places of the program, each with what it is for.
import { homeShortened } from '../text/home.ts';
import { visible } from '../text/visible.ts';
import { documentOf } from './json.ts';
import { hanging, page } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';

export type PathName = 'roadmap' | 'ticks' | 'configuration' | 'project' | 'data' | 'state' | 'cache' | 'bundled';

export interface ShownPlace {
  readonly name: PathName;
  readonly path: string;
  readonly isThere: boolean;
}

/** `paths`. */
export function drawPaths(shown: readonly ShownPlace[], home: string | null, theme: ThemeWithSentences): string {
  const say = theme.sentences.paths;
  return page(
    shown.map(({ name, path, isThere }) => [
      ...hanging(' ', visible(homeShortened(path, home)), theme, theme.accent),
      ...hanging('   ', isThere ? say[name] : `${say[name]}${theme.dot}${say.notThere}`, theme, theme.dim),
    ]),
    0,
  );
}

/** `paths --plain`: name and path. */
export function plainPaths(shown: readonly ShownPlace[], end: RecordEnd): string {
  return records(
    shown.map(({ name, path }) => [name, visible(path)]),
    end,
  );
}

/** `paths --json`: kind "paths". */
export function pathsJson(shown: readonly ShownPlace[]): string {
  return documentOf('paths', { paths: shown.map(({ name, path, isThere }) => ({ name, path, there: isThere })) });
}
