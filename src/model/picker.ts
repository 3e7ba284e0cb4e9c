// Picker: where somebody is in the tree, what is folded, filtered and marked there, and what each key makes of it.
import { type Key, moving, onAnyLayout, type Room, steps } from './key.ts';
import {
  countsOf,
  fit,
  fitting,
  type PickCounts,
  type PickNode,
  type PickTree,
  shownNodes,
  topicOf,
} from './pick-tree.ts';
import type { Status, Topic } from './roadmap.ts';
import { moves, movesWithGroup, statusOf, type Verb } from './verb.ts';

/** What the last key could not do, for the line below the tree. */
export type Remark =
  | 'no-marks'
  | 'is-so'
  | 'nothing-to-change'
  | 'repeats'
  | 'nothing-fits'
  | 'unsaved'
  | 'no-link'
  | 'no-file'
  | 'no-editor';

/** What the picker is left for; it can be entered again. */
export type PickOutcome = 'review' | 'keys' | 'open' | 'edit' | 'leave';

export interface Picker {
  readonly tree: PickTree;
  /** The place of the node that keys are about. */
  readonly at: number;
  readonly folded: ReadonlySet<number>;
  /** What was folded before there was a filter; null without one. */
  readonly foldedBefore: ReadonlySet<number> | null;
  readonly filter: string;
  /** The filter is being typed: letters are no commands. */
  readonly isTyping: boolean;
  /** Of each node a value of `fit`; null: no filter. */
  readonly fits: Uint8Array | null;
  /** Places of the nodes that are not hidden by either. */
  readonly shown: readonly number[];
  /** The states that topics are to get, by their places; none is the state that the topic has. */
  readonly marks: ReadonlyMap<number, Status>;
  /** With the marks. */
  readonly counts: PickCounts;
  /** How many lines of what is beside the tree are passed. */
  readonly scrolled: number;
  readonly remark: Remark | null;
  readonly outcome: PickOutcome | null;
  /** A verb is for one topic alone, whatever is below it. */
  readonly isOnly: boolean;
}

/** Larger trees begin folded. */
const mostUnfolded = 200;

/** At the node of `start`, and with what is around it unfolded. */
export function newPicker(tree: PickTree, start: number, isOnly: boolean): Picker {
  const isLarge = tree.nodes.length > mostUnfolded;
  const folded = new Set(isLarge ? holders(tree) : []);
  const marks = new Map<number, Status>();
  const picker: Picker = {
    ...{ tree, at: Math.max(0, start), folded, foldedBefore: null, filter: '', isTyping: false, fits: null, shown: [] },
    ...{ marks, counts: countsOf(tree, marks), scrolled: 0, remark: null, outcome: null, isOnly },
  };
  return visibleAt(picker, picker.at);
}

/** The same on another reading of the roadmap: place and marks are kept by ids, and what is gone is gone. */
export function onTree(picker: Picker, tree: PickTree): Picker {
  const places = new Map(tree.nodes.map(({ node }, at) => [node.id, at]));
  const placeOf = (at: number): number => places.get((picker.tree.nodes[at] as PickNode).node.id) ?? -1;
  const marks = new Map<number, Status>();
  for (const [at, to] of picker.marks) {
    const status = tree.nodes[placeOf(at)] === undefined ? null : topicAt(tree, placeOf(at))?.status;
    if (status !== null && status !== undefined && status !== to) marks.set(placeOf(at), to);
  }
  return { ...newPicker(tree, placeOf(picker.at), picker.isOnly), marks, counts: countsOf(tree, marks) };
}

/** One key; nothing else changes a picker. */
export function press(picker: Picker, key: Key, room: Room): Picker {
  const now = picker.remark === null && picker.outcome === null ? picker : { ...picker, remark: null, outcome: null };
  const known = picker.isTyping ? key : onAnyLayout(key);
  const moved = move(now, known, room);
  if (moved !== null) return moved;
  if (now.isTyping) return type(now, key);
  // Twice is meant.
  if (known === 'q' && picker.remark === 'unsaved') return { ...now, outcome: 'leave' };
  return command(now, known);
}

/** Keys that lead somewhere else, which work while a filter is typed as well; null for every other key. */
function move(picker: Picker, key: Key, { page, end }: Room): Picker | null {
  const { shown, at, scrolled } = picker;
  const known = picker.isTyping ? key : moving(key);
  if (known === 'shift-up' || known === 'shift-down')
    return { ...picker, scrolled: steps(known.slice(6), Math.min(scrolled, end), end, page) ?? scrolled };
  const place = steps(known, shown.indexOf(at), shown.length - 1, page);
  return place === null ? null : goTo(picker, shown[place]);
}

function goTo(picker: Picker, at: number | undefined): Picker {
  return at === undefined || at === picker.at ? picker : { ...picker, at, scrolled: 0 };
}

const verbs: { readonly [key: Key]: Verb } = { ' ': 'done', s: 'start', x: 'skip', r: 'reopen' };

function command(picker: Picker, key: Key): Picker {
  const verb = verbs[key];
  if (verb !== undefined) return apply(picker, statusOf[verb]);
  const folded = commandOnFolds(picker, key);
  if (folded !== null) return folded;
  switch (key) {
    case 'u':
      return unmark(picker);
    case '/':
    case '.':
      return { ...picker, isTyping: true };
    case 'enter':
      return picker.marks.size === 0 ? { ...picker, remark: 'no-marks' } : { ...picker, outcome: 'review' };
    case '?':
      return { ...picker, outcome: 'keys' };
    case 'o':
      return picker.shown.length === 0 ? picker : { ...picker, outcome: 'open' };
    case 'e':
      return picker.shown.length === 0 ? picker : { ...picker, outcome: 'edit' };
    case 'q':
      return picker.marks.size === 0 ? { ...picker, outcome: 'leave' } : { ...picker, remark: 'unsaved' };
    case 'escape':
      return filtered(picker, '');
    default:
      return picker;
  }
}

function commandOnFolds(picker: Picker, key: Key): Picker | null {
  switch (key) {
    case 'left':
    case 'h':
      return foldOrLeave(picker);
    case 'right':
    case 'l':
      return unfoldOrEnter(picker);
    case 'tab':
      return isHolder(picker.tree, picker.at) ? toggle(picker) : picker;
    case '-':
      return fold(picker, new Set(holders(picker.tree)));
    case '+':
    case '=':
      return fold(picker, new Set());
    default:
      return null;
  }
}

function type(picker: Picker, key: Key): Picker {
  const { filter } = picker;
  switch (key) {
    case 'enter':
    case 'tab':
      return { ...picker, isTyping: false };
    case 'escape':
      return { ...filtered(picker, ''), isTyping: false };
    case 'backspace':
      return filter === '' ? { ...picker, isTyping: false } : filtered(picker, [...filter].slice(0, -1).join(''));
    case 'ctrl-u':
      return filtered(picker, '');
    case 'ctrl-w':
      return filtered(picker, filter.slice(0, filter.trimEnd().lastIndexOf(' ') + 1));
    default:
      return isTyped(key) ? filtered(picker, filter + key) : picker;
  }
}

/** One character, and no name of a key. */
const isTyped = (key: Key): boolean => [...key].length === 1;

/** The same picker with another filter, at the first node that fits it. */
function filtered(picker: Picker, filter: string): Picker {
  const { tree, foldedBefore, folded } = picker;
  if (filter === picker.filter) return picker;
  const fits = fitting(tree, filter);
  if (fits === null) {
    const before = { ...picker, filter, fits, folded: foldedBefore ?? folded, foldedBefore: null };
    return visibleAt(before, picker.at);
  }
  const first = fits[picker.at] === fit.yes ? picker.at : fits.indexOf(fit.yes);
  const open = { ...picker, filter, fits, folded: new Set<number>(), foldedBefore: foldedBefore ?? folded };
  return first < 0 ? { ...open, shown: [], remark: 'nothing-fits' } : visibleAt(open, first);
}

/** At a node, with everything unfolded that it is in. */
function visibleAt(picker: Picker, at: number): Picker {
  const folded = new Set(picker.folded);
  const { nodes } = picker.tree;
  for (let above = nodes[at]?.parent ?? -1; above >= 0; above = (nodes[above] as PickNode).parent) folded.delete(above);
  return { ...goTo(picker, at), folded, shown: shownNodes(picker.tree, folded, picker.fits) };
}

/** With other nodes folded; who would be hidden by it goes up to what hides it. */
function fold(picker: Picker, folded: ReadonlySet<number>): Picker {
  const { tree, fits } = picker;
  let at = picker.at;
  for (let above = at; above >= 0; above = (tree.nodes[above] as PickNode).parent)
    if (above !== picker.at && folded.has(above)) at = above;
  return { ...goTo(picker, at), folded, shown: shownNodes(tree, folded, fits) };
}

function toggle(picker: Picker): Picker {
  const folded = new Set(picker.folded);
  if (!folded.delete(picker.at)) folded.add(picker.at);
  return fold(picker, folded);
}

function foldOrLeave(picker: Picker): Picker {
  const { tree, at, folded } = picker;
  if (isHolder(tree, at) && !folded.has(at)) return toggle(picker);
  const { parent } = tree.nodes[at] as PickNode;
  return parent < 0 ? picker : goTo(picker, parent);
}

function unfoldOrEnter(picker: Picker): Picker {
  const { tree, at, folded, shown } = picker;
  if (!isHolder(tree, at)) return picker;
  return folded.has(at) ? toggle(picker) : goTo(picker, shown[shown.indexOf(at) + 1]);
}

const isHolder = ({ nodes }: PickTree, at: number): boolean => (nodes[at]?.end ?? 0) > at + 1;

const holders = (tree: PickTree): number[] => [...tree.nodes.keys()].filter((at) => isHolder(tree, at));

/**
 * The topics that a verb is about: all below the node and itself, folded or not, but none that a filter hides: what is not seen is
 * not changed.
 */
function chosen({ tree, at, fits, shown, isOnly }: Picker): number[] {
  if (shown.length === 0) return [];
  const end = isOnly ? at + 1 : (tree.nodes[at] as PickNode).end;
  const places: number[] = [];
  for (let place = at; place < end; place++)
    if (topicAt(tree, place) !== null && (fits === null || fits[place] !== fit.no)) places.push(place);
  return places;
}

const topicAt = ({ nodes }: PickTree, at: number): Topic | null => topicOf(nodes[at] as PickNode);

/** The state that a topic is going to have; null for a section. */
export function stateAt({ tree, marks }: Pick<Picker, 'tree' | 'marks'>, at: number): Status | null {
  return marks.get(at) ?? topicAt(tree, at)?.status ?? null;
}

/** Marks what the verb moves, as its command would; where all of that is marked already, the marks go. */
function apply(picker: Picker, to: Status): Picker {
  const { tree, at, marks } = picker;
  const places = chosen(picker);
  const alone = places.length === 1 && places[0] === at;
  const moved = places.filter((place) => {
    const { extra = null } = topicAt(tree, place) ?? {};
    return moves({ status: stateAt(picker, place) as Status, extra }, to, alone);
  });
  const free = moved.filter((place) => !(tree.nodes[place] as PickNode).isLocked);
  if (free.length > 0) return marked(picker, free, to);
  const back = places.filter((place) => marks.get(place) === to);
  if (back.length > 0) return marked(picker, back, null);
  if (moved.length > 0) return { ...picker, remark: 'repeats' };
  return { ...picker, remark: alone ? 'is-so' : 'nothing-to-change' };
}

function unmark(picker: Picker): Picker {
  const back = chosen(picker).filter((place) => picker.marks.has(place));
  return back.length === 0 ? { ...picker, remark: 'no-marks' } : marked(picker, back, null);
}

/** With marks on these topics, or without theirs for null. A topic that gets the state it has is not marked. */
function marked(picker: Picker, places: readonly number[], to: Status | null): Picker {
  const marks = new Map(picker.marks);
  for (const at of places) {
    if (to === null || topicAt(picker.tree, at)?.status === to) marks.delete(at);
    else marks.set(at, to);
  }
  return { ...picker, marks, counts: countsOf(picker.tree, marks) };
}

export interface PickedChange {
  readonly topic: Topic;
  readonly to: Status;
  /** It is not what a group would have moved, and was named by itself. */
  readonly alone: boolean;
}

/** What is to be changed, in the order of the tree. */
export function changesOf({ tree, marks }: Pick<Picker, 'tree' | 'marks'>): PickedChange[] {
  return [...marks]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, to]) => {
      const topic = topicAt(tree, at);
      return topic === null ? [] : [{ topic, to, alone: !movesWithGroup(topic, to) }];
    });
}
