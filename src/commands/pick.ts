// Pick: topics are marked on the whole screen, and changed together as one change when that was confirmed there.
import { UserError } from '../errors.ts';
import { englishPick } from '../lang/en-pick.ts';
import type { Language, PickSentences } from '../lang/messages.ts';
import { russianPick } from '../lang/ru-pick.ts';
import { nextTopics } from '../model/next.ts';
import { newPager, type Pager, turn } from '../model/pager.ts';
import { type PickTree, pickTree } from '../model/pick-tree.ts';
import { changesOf, newPicker, type Picker, press } from '../model/picker.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { allTopics, topicsById } from '../model/tree.ts';
import { isDoneElsewhere } from '../model/verb.ts';
import { diffLines } from '../views/diff.ts';
import {
  drawPick,
  keyLines,
  type PickTheme,
  type PickView,
  pickRoom,
  reviewHints,
  reviewLines,
} from '../views/pick.ts';
import { drawPager, type KeyHint, textRows } from '../views/screen.ts';
import { drawSection } from '../views/section.ts';
import { drawTopic } from '../views/topic.ts';
import { drawTopics } from '../views/topics.ts';
import type { ChangeOptions, Choice, Prepared, Preview } from './change.ts';
import { refuseConflict } from './conflict.ts';
import type { Context, Screen } from './context.ts';
import { exampleAddress } from './example.ts';
import type { Loaded } from './load.ts';

const sentences: { readonly [language in Language]: PickSentences } = { en: englishPick, ru: russianPick };

/**
 * `pick [selector…]`, and `done` without a selector on a terminal: 0, also when nothing was changed. Throws `no-screen`, and what
 * selecting, reading and writing throw.
 */
export async function pick(context: Context, selectors: readonly string[], options: ChangeOptions): Promise<number> {
  if (!context.hasScreen()) throw new UserError('no-screen', { example: await exampleAddress(context, options) });
  const { changePicked, dayWritten, isRecurring, prepare, preview } = await import('./change.ts');
  const prepared = await prepare(context, options, dayWritten(context, options));
  const { before } = prepared;
  refuseConflict(before);
  const roadmap = await shownPart(context, before, selectors);
  const tree = pickTree(roadmap, (topic) => isRecurring(before, topic));
  if (tree.nodes.length === 0) {
    context.out(drawTopics([], { roadmap, part: null }, context.theme));
    return 0;
  }
  const view = { title: roadmap.title, details: await detailsOf(context, before, tree) };
  const theme: PickTheme = { ...context.theme, pick: sentences[context.language] };
  const previewOf = (chosen: Choice): Promise<Preview> => preview(context, { ...prepared, chosen }, options);
  const picked = await context.onScreen((screen) =>
    picking(screen, newPicker(tree, startIn(tree, roadmap, before), options.only === true), {
      ...{ view, theme, previewOf, prepared, isRehearsal: options.dryRun === true },
    }),
  );
  if (picked === null) return 0;
  await changePicked(
    context,
    { ...prepared, verb: 'pick', command: ['pick'], chosen: picked, isConfirmed: true },
    options,
  );
  return 0;
}

/** What selectors leave of a roadmap; all of it without any. */
async function shownPart(context: Context, { roadmap }: Loaded, selectors: readonly string[]): Promise<Roadmap> {
  if (selectors.length === 0) return roadmap;
  return (await import('./look.ts')).narrowed(roadmap, selectors, {}, context).roadmap;
}

/** Where the next topic to study is, else the first topic. */
function startIn({ nodes }: PickTree, part: Roadmap, { roadmap }: Loaded): number {
  const [next] = part === roadmap ? nextTopics(roadmap, 1) : nextTopics(roadmap, 1, allTopics(part));
  const at = nodes.findIndex(({ node }) => node.id === next?.topic.id);
  return at >= 0 ? at : nodes.findIndex(({ node }) => node.kind === 'topic');
}

/** What `show` says of a node, in lines; kept while one stays at it. */
async function detailsOf(context: Context, before: Loaded, { nodes }: PickTree): Promise<PickView['details']> {
  const { stepsOf } = await import('./history.ts');
  const { roadmap, origin } = before;
  const history = stepsOf(context, before);
  const whole = topicsById(roadmap);
  let last: { readonly at: number; readonly columns: number; readonly lines: readonly string[] } | null = null;
  return (at, columns) => {
    if (last?.at === at && last.columns === columns) return last.lines;
    const theme = { ...context.theme, width: columns };
    const node = nodes[at]?.node;
    // A part of a roadmap has copies of its topics.
    const topic = node?.kind === 'topic' ? (whole.get(node.id) ?? node) : null;
    const text =
      topic !== null
        ? drawTopic(topic, { roadmap, origin, history: history(topic), withTopics: false }, theme)
        : drawSection({ section: node?.kind === 'section' ? node : null, roadmap, withTopics: false }, theme);
    last = { at, columns, lines: text.split('\n').slice(0, -1) };
    return last.lines;
  };
}

interface Picking {
  readonly view: Omit<PickView, 'picker'>;
  readonly theme: PickTheme;
  readonly prepared: Prepared;
  readonly previewOf: (chosen: Choice) => Promise<Preview>;
  readonly isRehearsal: boolean;
}

/** Until the changes are confirmed, or given up: then null. */
async function picking(screen: Screen, first: Picker, how: Picking): Promise<Choice | null> {
  const { view, theme } = how;
  let picker = first;
  for (;;) {
    picker = await screen.run<Picker>(
      { ...picker, outcome: null },
      {
        press: (state, key, size) => press(state, key, pickRoom({ ...view, picker: state }, size)),
        draw: (state, size) => drawPick({ ...view, picker: state }, size, theme),
        isOver: ({ outcome }) => outcome !== null,
        isConfirmation: false,
      },
    );
    if (picker.outcome === 'leave') return null;
    if (picker.outcome === 'keys') {
      await reading(screen, [[theme.pick.key.escape, theme.pick.does.back]], keyLines, theme);
      continue;
    }
    const chosen = choiceOf(picker, how.prepared);
    if (await isConfirmed(screen, chosen, how)) return chosen;
  }
}

/** The marks as a change that somebody chose. */
function choiceOf(picker: Picker, { before }: Prepared): Choice {
  const topics = topicsById(before.roadmap);
  const all = changesOf(picker).map(({ topic, to, alone }) => {
    const whole = topics.get(topic.id) ?? topic;
    return { topic: whole, from: whole.status, to, alone };
  });
  const changes = all.filter(({ topic, to }) => !isDoneElsewhere(topic, to));
  const elsewhere = all.filter((one) => !changes.includes(one)).map(({ topic }) => topic);
  return { changes, unchanged: [], recurring: [], elsewhere, group: null };
}

async function isConfirmed(screen: Screen, chosen: Choice, how: Picking): Promise<boolean> {
  const { theme, isRehearsal } = how;
  const { rewrites, erased } = await how.previewOf(chosen);
  const text = (theme: PickTheme): string[] => {
    const diffs = rewrites.map(({ path, shown = path, before, after }) => diffLines(before, after ?? '', shown, theme));
    return reviewLines({ changes: chosen.changes, diffs, erased, isRehearsal }, theme);
  };
  return (await reading(screen, reviewHints(theme, isRehearsal), text, theme)) === 'yes';
}

/** A text that is drawn for the width of the screen, until it is left. */
async function reading(
  screen: Screen,
  hints: readonly KeyHint[],
  draw: (theme: PickTheme) => readonly string[],
  theme: PickTheme,
): Promise<Pager['outcome']> {
  let last: { readonly columns: number; readonly lines: readonly string[] } | null = null;
  const linesFor = (columns: number): readonly string[] => {
    if (last?.columns !== columns) last = { columns, lines: draw({ ...theme, width: columns }) };
    return last.lines;
  };
  const { outcome } = await screen.run<Pager>(newPager, {
    press: (state, key, size) => {
      const rows = textRows(size);
      return turn(state, key, { page: rows, end: Math.max(0, linesFor(size.columns).length - rows) });
    },
    draw: (state, size) => drawPager(linesFor(size.columns), state, hints, size, theme),
    isOver: ({ outcome }) => outcome !== null,
    isConfirmation: true,
  });
  return outcome;
}
