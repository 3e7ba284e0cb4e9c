// Roadmaps: the roadmaps that have a name, and where their files are.
import { homeShortened } from '../text/home.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { documentOf } from './json.ts';
import { type Cell, labelColumns, page, row, widest } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';

export interface ShownRoadmap {
  readonly name: string;
  /** Null for a bundled one. */
  readonly path: string | null;
  /** `inline` or a file, where the configuration says so. */
  readonly progress: string | null;
  readonly isDefault: boolean;
  readonly isThere: boolean;
}

const leastName = 24;

/** `roadmaps list`. */
export function drawRoadmaps(shown: readonly ShownRoadmap[], home: string | null, theme: ThemeWithSentences): string {
  const say = theme.sentences.roadmaps;
  const names = shown.map((one) => displayWidth(visible(one.name)));
  const name = labelColumns(names, leastName, theme);
  const facts = shown.map(({ isDefault, isThere }) =>
    [isDefault ? say.isDefault : '', isThere ? '' : say.missing].filter(Boolean).join(theme.dot),
  );
  const fact = widest(facts);
  const room = Math.max(1, theme.width - 1 - name - 2 - (fact === 0 ? 0 : fact + 2));
  const places = shown.map(({ path }) => (path === null ? say.bundled : visible(homeShortened(path, home))));
  const place = Math.min(room, widest(places));
  return page([
    shown.map((one, index) => {
      const cells: Cell[] = [
        { text: visible(one.name), width: name, paint: one.isDefault ? theme.title : theme.accent },
        { text: places[index] as string, width: place, paint: theme.dim },
        { text: facts[index] as string, width: fact, paint: one.isThere ? theme.good : theme.warn },
      ];
      return row(1, cells, theme);
    }),
  ]);
}

/** `roadmaps --plain`: name, the file or `-`, `default` or `-`. */
export function plainRoadmaps(shown: readonly ShownRoadmap[], end: RecordEnd): string {
  return records(
    shown.map(({ name, path, isDefault }) => [name, path === null ? '-' : visible(path), isDefault ? 'default' : '-']),
    end,
  );
}

/** `roadmaps --json`: kind "roadmaps". */
export function roadmapsJson(shown: readonly ShownRoadmap[]): string {
  return documentOf('roadmaps', {
    roadmaps: shown.map(({ name, path, progress, isDefault, isThere }) => ({
      name,
      path,
      bundled: path === null,
      progress,
      default: isDefault,
      there: isThere,
    })),
  });
}
