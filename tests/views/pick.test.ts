// The screen of the picker: the tree, what is beside or below it, its lines of state and keys, and the review.
import { describe, expect, it } from 'vitest';
import { englishPick } from '../../src/lang/en-pick.ts';
import { russianPick } from '../../src/lang/ru-pick.ts';
import { newPager } from '../../src/model/pager.ts';
import { pickTree } from '../../src/model/pick-tree.ts';
import { changesOf, newPicker, type Picker, press } from '../../src/model/picker.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { diffLines } from '../../src/views/diff.ts';
import {
  drawPick,
  keyLines,
  type PickTheme,
  type PickView,
  pickRoom,
  reviewHints,
  reviewLines,
} from '../../src/views/pick.ts';
import { type Drawing, drawPager, paintedWidth } from '../../src/views/screen.ts';
import { drawSection } from '../../src/views/section.ts';
import type { Theme } from '../../src/views/theme.ts';
import { drawTopic } from '../../src/views/topic.ts';
import { expectGolden } from '../support/golden.ts';
import { everyRoadmap, flat, hostile, mesh, origin } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

const withWords = (theme: Theme): PickTheme => ({
  ...theme,
  pick: theme.language === 'ru' ? russianPick : englishPick,
});

function viewOf(picker: Picker, roadmap: Roadmap, theme: Theme): PickView {
  const details = (at: number, width: number): string[] => {
    const node = picker.tree.nodes[at]?.node;
    const text =
      node?.kind === 'topic'
        ? drawTopic(node, { roadmap, origin, history: [], withTopics: false }, { ...theme, width })
        : drawSection({ section: node ?? null, roadmap, withTopics: false }, { ...theme, width });
    return text.split('\n').slice(0, -1);
  };
  return { picker, title: roadmap.title, details };
}

function pickerOn(roadmap: Roadmap, address: string, ...keys: readonly string[]): Picker {
  const tree = pickTree(roadmap, ({ repeats }) => repeats);
  const start = newPicker(
    tree,
    tree.nodes.findIndex(({ node }) => node.address === address),
    false,
  );
  return keys.reduce((picker, key) => press(picker, key, { page: 10, end: 10 }), start);
}

const text = ({ lines, cursor }: Drawing): string =>
  `${lines.join('\n')}\n${cursor === null ? '' : `(cursor in row ${cursor.row}, column ${cursor.column})\n`}`;

const drawn =
  (roadmap: Roadmap, rows: number, address: string, ...keys: readonly string[]) =>
  (theme: Theme) => {
    const picker = pickerOn(roadmap, address, ...keys);
    return text(drawPick(viewOf(picker, roadmap, theme), { columns: theme.width, rows }, withWords(theme)));
  };

const before = '# Mesh\n\n- [ ] 1.3 Installing\n- [x] 1.2 The plane ✅ 2026-11-20\n';
const after = '# Mesh\n\n- [x] 1.3 Installing ✅ 2026-11-20\n- [ ] 1.2 The plane\n';

function review(theme: Theme, isRehearsal: boolean): string {
  const words = withWords(theme);
  const changes = changesOf(pickerOn(mesh, '1.2', 'r', 'down', ' ', 'down', 'down', 's'));
  const diffs = [diffLines(before, after, 'notes/Mesh.md', theme)];
  const erased = [{ address: '1.2', day: '2026-11-20' }];
  const lines = reviewLines({ changes, diffs, erased, isRehearsal }, words);
  return text(drawPager(lines, newPager, reviewHints(words, isRehearsal), { columns: theme.width, rows: 16 }, words));
}

describe('the screen stays as it was approved', () => {
  it.each<[string, (theme: Theme) => string]>([
    ['pick-tree.txt', drawn(mesh, 24, '2.1.2')],
    ['pick-marks.txt', drawn(mesh, 16, '1.2', 'r', 'down', ' ', 'down', 's', 'tab')],
    ['pick-typing.txt', drawn(mesh, 12, '1.1', '/', ...'subset')],
    ['pick-filtered.txt', drawn(mesh, 12, '1.1', '/', ...'2.1', 'enter')],
    ['pick-nothing-fits.txt', drawn(mesh, 8, '1.1', '/', ...'zzz')],
    ['pick-unsaved.txt', drawn(mesh, 8, '1.3', ' ', 'q')],
    ['pick-flat.txt', drawn(flat, 10, '2')],
    ['pick-hostile.txt', drawn(hostile, 20, '1.1')],
    ['pick-review.txt', (theme) => review(theme, false)],
    ['pick-rehearsal.txt', (theme) => review(theme, true)],
    [
      'pick-keys.txt',
      (theme) =>
        text(
          drawPager(keyLines(withWords(theme)), newPager, [['Esc', '…']], { columns: theme.width, rows: 24 }, theme),
        ),
    ],
  ])('%s', (name, draw) => expectGolden(name, inEveryLook(draw)));
});

describe('the screen is never wider or higher than the terminal', () => {
  const widths = [20, 39, 40, 41, 60, 79, 80, 81, 99, 100, 132, 200, 400];
  const heights = [1, 2, 3, 4, 5, 6, 13, 24, 60];

  it.each(Object.entries(everyRoadmap))('%s', (_, roadmap) => {
    for (const width of widths)
      for (const ascii of [false, true]) {
        const theme = withWords(look({ width, language: 'ru', ascii, color: 1 }));
        const tree = pickTree(roadmap, () => false);
        if (tree.nodes.length === 0) continue;
        for (const place of [0, tree.nodes.length - 1])
          for (const rows of heights) {
            const view = viewOf(newPicker(tree, place, false), roadmap, theme);
            const { lines } = drawPick(view, { columns: width, rows }, theme);
            expect(lines.length).toBeLessThanOrEqual(rows);
            for (const line of lines)
              expect(paintedWidth(line), `${width}×${rows}: ${line}`).toBeLessThanOrEqual(width);
            expect(pickRoom(view, { columns: width, rows }).page).toBeGreaterThan(0);
          }
      }
  });

  it('and the node that one is at is always on it', () => {
    const theme = withWords(look({ width: 40 }));
    for (const rows of heights)
      for (let at = 0; at < pickTree(mesh, () => false).nodes.length; at++) {
        const picker = newPicker(
          pickTree(mesh, () => false),
          at,
          false,
        );
        const { lines } = drawPick(viewOf(picker, mesh, theme), { columns: 40, rows }, theme);
        expect(
          lines.filter((line) => line.startsWith('>')),
          `${rows} rows, ${at}`,
        ).toHaveLength(1);
      }
  });
});
