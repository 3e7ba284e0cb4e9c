// Pick: topics are marked on the whole screen, and changed together as one change when that was confirmed there.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { isUserError, UserError } from '../errors.ts';
import { englishPick } from '../lang/en-pick.ts';
import type { Language, PickSentences } from '../lang/messages.ts';
import { russianPick } from '../lang/ru-pick.ts';
import { nextTopics } from '../model/next.ts';
import { newPager, type Pager, turn } from '../model/pager.ts';
import { type PickTree, pickTree } from '../model/pick-tree.ts';
import { changesOf, newPicker, onTree, type Picker, press, type Remark } from '../model/picker.ts';
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

/** What the picker shows; read anew after somebody was at the file with an editor. */
interface Reading {
  readonly prepared: Prepared;
  /** What selectors leave of the roadmap. */
  readonly part: Roadmap;
  readonly tree: PickTree;
  readonly view: Omit<PickView, 'picker'>;
}

/**
 * `pick [selector…]`, and `done` without a selector on a terminal: 0, also when nothing was changed. Throws `no-screen`, and what
 * selecting, reading and writing throw.
 */
export async function pick(context: Context, selectors: readonly string[], options: ChangeOptions): Promise<number> {
  if (!context.hasScreen()) throw new UserError('no-screen', { example: await exampleAddress(context, options) });
  const { changeAs, preview } = await import('./change.ts');
  const theme: PickTheme = { ...context.theme, pick: sentences[context.language] };
  let picker: Picker | null = null;
  for (;;) {
    const reading: Reading = await read(context, selectors, options);
    const { prepared, part, tree, view } = reading;
    if (tree.nodes.length === 0) {
      context.out(drawTopics([], { roadmap: part, part: null }, context.theme));
      return 0;
    }
    picker =
      picker === null ? newPicker(tree, startIn(reading, context.today), options.only === true) : onTree(picker, tree);
    const previewOf = (chosen: Choice): Promise<Preview> => preview(context, { ...prepared, chosen }, options);
    const how = { view, theme, previewOf, prepared, isRehearsal: options.dryRun === true };
    const left = await pickOn(context, picker, how, options);
    if (left.chosen !== null) {
      const task = { ...prepared, verb: 'pick', command: ['pick'], chosen: left.chosen, isConfirmed: true } as const;
      await changeAs(context, task, options);
    }
    if (left.picker.outcome !== 'edit') return 0;
    picker = left.picker;
  }
}

/** Throws what reading and selecting throw, and `conflict`. */
async function read(context: Context, selectors: readonly string[], options: ChangeOptions): Promise<Reading> {
  const { dayWritten, isRecurring, prepare } = await import('./change.ts');
  const prepared = await prepare(context, options, dayWritten(context, options));
  const { before } = prepared;
  refuseConflict(before);
  const part = await shownPart(context, before, selectors);
  const tree = pickTree(part, (topic) => isRecurring(before, topic));
  const view = { title: part.title, details: await detailsOf(context, before, tree) };
  return { prepared, part, tree, view };
}

/** Until the screen is left for good, or the file was edited; a link is opened with the terminal as it was before. */
async function pickOn(context: Context, first: Picker, how: Picking, options: ChangeOptions): Promise<Left> {
  for (let picker = first; ; ) {
    const left = await context.onScreen((screen) => picking(screen, picker, how));
    const { outcome } = left.picker;
    if (outcome !== 'open' && outcome !== 'edit') return left;
    const remark =
      outcome === 'open' ? await openLink(context, left.picker, options) : await editFile(context, left.picker, how);
    if (outcome === 'edit' && remark === null) return left;
    picker = { ...left.picker, remark };
  }
}

/** Opens the first link for a browser of the topic that one is at; the remark where it has none. */
async function openLink(context: Context, { tree, at }: Picker, options: ChangeOptions): Promise<Remark | null> {
  const { openAddress, webAddress } = await import('./open.ts');
  const node = tree.nodes[at]?.node;
  const links = node?.kind === 'topic' ? node.links : [];
  const address = links.map(webAddress).find((one) => one !== null) ?? null;
  if (address === null) return 'no-link';
  await openAddress(context, address, options);
  return null;
}

/** Opens the note at the line that one is at; the remark where it cannot be. */
async function editFile(context: Context, { tree, at }: Picker, { prepared }: Picking): Promise<Remark | null> {
  const { canEdit, openInEditor } = await import('./editor.ts');
  const file = prepared.before.note?.path ?? null;
  if (file === null || !canEdit(context)) return 'no-file';
  const line = tree.nodes[at]?.node.line ?? 0;
  try {
    await openInEditor(context, file, line > 0 ? line : null);
    return null;
  } catch (error) {
    if (isUserError(error) && error.code === 'no-editor') return 'no-editor';
    throw error;
  }
}

/** What selectors leave of a roadmap; all of it without any. */
async function shownPart(context: Context, { roadmap }: Loaded, selectors: readonly string[]): Promise<Roadmap> {
  if (selectors.length === 0) return roadmap;
  return (await import('./look.ts')).narrowed(roadmap, selectors, {}, context).roadmap;
}

/** Where the next topic to study is, else the first topic. */
function startIn({ tree: { nodes }, part, prepared }: Reading, today: CalendarDate): number {
  const { roadmap } = prepared.before;
  const [next] = part === roadmap ? nextTopics(roadmap, 1, today) : nextTopics(roadmap, 1, today, allTopics(part));
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

/** How the screen was left, with what was confirmed there. */
interface Left {
  readonly picker: Picker;
  readonly chosen: Choice | null;
}

/** Until the changes are confirmed or given up, or something needs the terminal. */
async function picking(screen: Screen, first: Picker, how: Picking): Promise<Left> {
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
    if (picker.outcome === 'keys')
      await reading(screen, [[theme.pick.key.escape, theme.pick.does.back]], keyLines, theme);
    else if (picker.outcome === 'review') {
      const chosen = choiceOf(picker, how.prepared);
      if (await isConfirmed(screen, chosen, how)) return { picker, chosen };
    } else return { picker, chosen: null };
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
