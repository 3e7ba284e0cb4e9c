// Picking: what each key of the picker costs on a roadmap, from the key to the lines that are drawn (bench/pick.mjs).

import { readMarkdown } from '../src/formats/markdown/read.ts';
import { english } from '../src/lang/en.ts';
import { englishPick } from '../src/lang/en-pick.ts';
import { finish, identify } from '../src/model/finish.ts';
import { pickTree } from '../src/model/pick-tree.ts';
import { newPicker, press } from '../src/model/picker.ts';
import { toSource } from '../src/text/source.ts';
import { colors } from '../src/views/colors.ts';
import { commandsFor } from '../src/views/command-line.ts';
import { drawPick, pickRoom } from '../src/views/pick.ts';
import { drawSection } from '../src/views/section.ts';
import { themeFor } from '../src/views/theme.ts';
import { drawTopic } from '../src/views/topic.ts';

const size = { columns: 200, rows: 50 };
const origin = {
  path: null,
  name: 'note',
  encoding: 'utf-8',
  repaired: null,
  progress: { mode: 'file', path: '' },
} as const;

/** Presses the keys one after the other; each with the milliseconds that `now` counted for it. */
export function timesOf(text: string, keys: readonly string[], now: () => number): { key: string; ms: number }[] {
  const roadmap = identify(
    finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name: 'note' })),
  );
  const theme = {
    ...themeFor({
      width: 200,
      painter: colors(1),
      ascii: false,
      language: 'en',
      messages: english,
      commands: commandsFor({ argv: [] }),
    }),
    pick: englishPick,
  };
  const tree = pickTree(roadmap, () => false);
  const details = (at: number, width: number): string[] => {
    const node = tree.nodes[at]?.node ?? null;
    const known = { roadmap, withTopics: false };
    const drawn =
      node?.kind === 'topic'
        ? drawTopic(node, { ...known, origin, history: [] }, { ...theme, width })
        : drawSection({ ...known, section: node }, { ...theme, width });
    return drawn.split('\n').slice(0, -1);
  };
  let picker = newPicker(tree, 1, false);
  const view = () => ({ picker, title: roadmap.title, details });
  drawPick(view(), size, theme);
  return keys.map((key) => {
    const start = now();
    picker = press(picker, key, pickRoom(view(), size));
    drawPick(view(), size, theme);
    return { key, ms: now() - start };
  });
}
