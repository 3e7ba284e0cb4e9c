// Look: list, show and next, and what narrows a status: they read and draw, and write nothing.

import { type ErrorArgs, isUserError, UserError } from '../errors.ts';
import { type Next, nextTopics } from '../model/next.ts';
import type { Part } from '../model/part.ts';
import { isOpen, type Roadmap, type Section, type Topic } from '../model/roadmap.ts';
import { topicsOf } from '../model/tree.ts';
import { nextJson, sectionJson, shownTopicsJson, topicJson, topicsJson } from '../views/json.ts';
import { hanging } from '../views/layout.ts';
import { drawNext } from '../views/next.ts';
import { plainTopics, type RecordEnd } from '../views/plain.ts';
import { drawSection } from '../views/section.ts';
import { drawTopic } from '../views/topic.ts';
import { drawTopics } from '../views/topics.ts';
import type { CommonOptions, Context } from './context.ts';
import { type FilterOptions, filtered } from './filter.ts';
import { labsFor } from './lab-presence.ts';
import { type Loaded, load } from './load.ts';
import { selectingAll } from './selecting.ts';
import { withSentences } from './theme-with-sentences.ts';
import { searchTicks } from './tick-search.ts';

export interface LookOptions extends CommonOptions, FilterOptions {
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
  readonly exitStatus?: boolean;
  readonly explain?: boolean;
  /** `status` and `next`: of all roadmaps. */
  readonly all?: boolean;
}

const end = (options: LookOptions): RecordEnd => (options.zero ? '\0' : '\n');

export interface Narrowed {
  /** With only the topics that selectors and filters leave; sections that lose all of theirs go too. */
  readonly roadmap: Roadmap;
  /** Null where nothing was asked for, and nothing left out. */
  readonly part: Part | null;
}

/** What selectors and filters leave of a roadmap. Throws what filtering throws. */
export function narrowed(
  roadmap: Roadmap,
  selectors: readonly string[],
  options: FilterOptions,
  context: Context,
): Narrowed {
  const { topics, part } = filtered(roadmap, selectors, options, context);
  if (part === null) return { roadmap, part };
  const kept = new Set(topics);
  const keep = (nodes: readonly (Section | Topic)[]): (Section | Topic)[] =>
    nodes.flatMap((node): (Section | Topic)[] => {
      if (node.kind === 'section') return [{ ...node, children: keep(node.children) }];
      const below = keep(node.topics) as Topic[];
      // A parent that does not fit leaves its place to the fitting ones below it.
      return kept.has(node) ? [{ ...node, topics: below }] : below;
    });
  const used = new Set([...kept].map((topic) => topic.level));
  const narrow = {
    ...roadmap,
    children: keep(roadmap.children),
    projects: roadmap.projects.filter((project) => kept.has(project)),
    // Rows of zeros would look like levels of the whole.
    levels: roadmap.levels.filter(({ id }) => used.has(id)),
  };
  return { roadmap: narrow, part };
}

/** `list [selector…]`: 0, or 1 with `--exit-status` when nothing fits. */
export async function list(context: Context, selectors: readonly string[], options: LookOptions): Promise<number> {
  const { roadmap } = await load(context, options);
  const { topics, part } = filtered(roadmap, selectors, options, context);
  if (options.json) context.out(topicsJson(topics, roadmap, context.language));
  else if (options.plain) context.out(plainTopics(topics, context.language, end(options)));
  else context.out(drawTopics(topics, { roadmap, part }, context.theme));
  return options.exitStatus && topics.length === 0 ? 1 : 0;
}

/** `show [selector]`: a topic or section with all that is known of it, each of several that fit; without a selector the whole roadmap. */
export async function show(context: Context, selector: string | undefined, options: LookOptions): Promise<number> {
  const loaded = await load(context, options);
  const { roadmap, origin } = loaded;
  const { language, theme } = context;
  const found = selector === undefined ? [] : selectingAll(context, roadmap)(selector);
  // A range and `4.*` have no head: each topic of them is shown.
  const heads = found.flatMap(({ head, topics }): readonly (Section | Topic)[] => (head === null ? topics : [head]));
  if (options.plain) {
    const topics = selector === undefined ? [...topicsOf(roadmap.children)] : heads.flatMap(topicsShown);
    context.out(plainTopics([...new Set(topics)], language, end(options)));
    return 0;
  }
  const { stepsOf } = await import('./history.ts');
  const history = heads.some(({ kind }) => kind === 'topic') ? stepsOf(context, loaded) : () => [];
  const [only = null, ...others] = heads;
  // Several are one list for a script, in which a section is its topics.
  const isList = options.json === true && others.length > 0;
  const topics = isList ? [...new Set(heads.flatMap(topicsShown))] : heads.filter((head) => head.kind === 'topic');
  const labs = await labsFor(context, loaded, topics);
  const background = (topic: Topic) => ({ history: history(topic), labs: labs(topic) });
  if (isList) {
    context.out(shownTopicsJson(topics, roadmap, background, language));
  } else if (options.json) {
    const isTopic = only?.kind === 'topic';
    context.out(isTopic ? topicJson(only, roadmap, background(only), language) : sectionJson(only, roadmap, language));
  } else {
    const draw = (head: Section | Topic | null): string =>
      head?.kind === 'topic'
        ? drawTopic(head, { roadmap, origin, ...background(head) }, theme)
        : drawSection({ section: head, roadmap }, theme);
    context.out([only, ...others].map(draw).join('\n'));
  }
  return 0;
}

/** The topics that scripts get of what is shown: of a section all below it. */
const topicsShown = (head: Section | Topic): readonly Topic[] =>
  head.kind === 'topic' ? [head] : [...topicsOf(head.children)];

export interface NextOptions extends LookOptions {
  readonly number?: number;
}

/** `next [-n N]`: what to study now, and why. */
export async function next(context: Context, selectors: readonly string[], options: NextOptions): Promise<number> {
  const loaded = await searchTicks(context, await load(context, options));
  const { roadmap } = loaded;
  if (loaded.remarks.length > 0 && !options.quiet && !options.json && !options.plain)
    await (await import('./elsewhere.ts')).sayElsewhere(context, loaded);
  const count = options.number === undefined && selectors.length === 1 ? countIn(selectors[0] as string) : null;
  const { topics, part } = orCount(count, () => filtered(roadmap, selectors, options, context));
  const named = nextTopics(roadmap, options.number ?? 3, context.today, topics);
  const found = options.plain ? named : await dated(named, context, loaded);
  if (options.json) context.out(nextJson(found, roadmap, context.language));
  else if (options.plain)
    context.out(
      plainTopics(
        found.map(({ topic }) => topic),
        context.language,
        end(options),
      ),
    );
  else {
    const theme = await withSentences(context);
    const isDone = topics.length > 0 && !topics.some(isOpen);
    const asked = part === null ? null : { part, isDone };
    const labs = await labsFor(
      context,
      loaded,
      found.map(({ topic }) => topic),
    );
    context.out(drawNext({ roadmap, asked, next: found, labs }, theme));
    const line = count === null ? null : theme.commands.instead(count, '-n', count);
    if (line !== null && !options.quiet)
      context.err(`${hanging(' ', theme.sentences.next.byNumber(line), theme).join('\n')}\n`);
  }
  return options.exitStatus && found.length === 0 ? 1 : 0;
}

/** `next 3` may be meant as `next -n 3`. */
const countIn = (word: string): string | null => (/^[1-9]\d{0,4}$/.test(word) ? word : null);

function orCount<Found>(count: string | null, find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (count === null || !isUserError(error) || error.code !== 'no-match') throw error;
    throw new UserError('no-match', { ...(error.args as ErrorArgs['no-match']), meant: ['-n', count] });
  }
}

/** With the days on which those in progress were begun; the journal is read only where there are such. */
async function dated(found: readonly Next[], context: Context, loaded: Loaded): Promise<readonly Next[]> {
  if (!found.some(({ reason }) => reason === 'doing')) return found;
  const { begunOn, stepsOf } = await import('./history.ts');
  const steps = stepsOf(context, loaded);
  return found.map((one) => (one.reason === 'doing' ? { ...one, since: begunOn(steps(one.topic)) } : one));
}
