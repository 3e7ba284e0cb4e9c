// Overview: all roadmaps at once: how far each is, and what is next in it (`status --all`, `next --all`).
import { exitStatus, isUserError, type UserError } from '../errors.ts';
import { namedNext, nextTopics } from '../model/next.ts';
import { period, progressOf } from '../model/progress.ts';
import { bundledRoadmaps, defaultRoadmap, namedFiles } from '../store/library.ts';
import { visible } from '../text/visible.ts';
import { hanging } from '../views/layout.ts';
import { drawNextOfAll, nextOfAllJson, plainNextOfAll } from '../views/next-of-all.ts';
import { drawOverview, type OverviewRow, overviewJson, plainOverview } from '../views/overview.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Loaded, load } from './load.ts';
import { withSentences } from './theme-with-sentences.ts';

export interface OverviewOptions extends CommonOptions {
  readonly zero?: boolean;
  readonly number?: number;
}

/** A roadmap by its name, or why it cannot be read. */
export type Opened =
  | { readonly name: string; readonly loaded: Loaded; readonly error: null }
  | { readonly name: string; readonly loaded: null; readonly error: UserError };

/** `status --all`: 0, or the exit status of the first roadmap that cannot be read; the others are shown. */
export async function overview(context: Context, options: OverviewOptions): Promise<number> {
  const opened = await openAll(context, options, false);
  const rows = opened.map((one): OverviewRow => {
    if (one.loaded === null) return { name: one.name, error: one.error };
    const { roadmap, origin } = one.loaded;
    const [next = null] = namedNext(roadmap, 1, context.today);
    return {
      name: one.name,
      error: null,
      roadmap,
      origin,
      total: progressOf(roadmap).total,
      next,
      lastOn: period(roadmap)?.[1] ?? null,
    };
  });
  if (options.json) context.out(overviewJson(rows, context.language));
  else if (options.plain) context.out(plainOverview(rows, context.language, options.zero ? '\0' : '\n'));
  else context.out(drawOverview(rows, await withSentences(context)));
  return statusOf(opened);
}

/** `next --all`: of each roadmap as many as asked for, one by default. */
export async function nextOfAll(context: Context, options: OverviewOptions): Promise<number> {
  const opened = await openAll(context, options, true);
  const all = opened.flatMap(({ name, loaded }) =>
    loaded === null
      ? []
      : [{ name, roadmap: loaded.roadmap, next: nextTopics(loaded.roadmap, options.number ?? 1, context.today) }],
  );
  if (options.json) context.out(nextOfAllJson(all, context.language));
  else if (options.plain) context.out(plainNextOfAll(all, context.language, options.zero ? '\0' : '\n'));
  else context.out(drawNextOfAll(all, await withSentences(context)));
  for (const { name, error } of opened) if (error !== null) await report(context, name, error);
  return statusOf(opened);
}

async function report(context: Context, name: string, error: UserError): Promise<void> {
  const { sentenceOf } = await import('../views/problem.ts');
  const theme = await withSentences(context);
  context.err(`${hanging('', `istio-roadmap: ${visible(name)}: ${sentenceOf(error, theme)}`, theme).join('\n')}\n`);
}

const statusOf = (opened: readonly Opened[]): number => {
  const failed = opened.find(({ error }) => error !== null);
  return failed?.error ? exitStatus[failed.error.code] : 0;
};

/** Registered roadmaps in their order, then those that are bundled and begun, and the default in any case. */
async function openAll(context: Context, options: CommonOptions, withIds: boolean): Promise<Opened[]> {
  const { disk, library } = context;
  const own = namedFiles(library).map(({ name }) => name);
  const meant = context.roadmap?.value ?? defaultRoadmap;
  const isOwn =
    own.some((name) => name.toLowerCase() === meant.toLowerCase()) ||
    library.registered.some(({ path }) => path === meant);
  const bundled = bundledRoadmaps(disk, library.bundled);
  const opened: Opened[] = [];
  for (const name of [...own, ...(isOwn || bundled.includes(meant) ? [] : [meant]), ...bundled]) {
    const one = await open(context, { ...options, roadmap: name }, withIds);
    const isBegun = one.loaded?.progress?.bytes != null;
    if (!bundled.includes(name) || name === meant || isBegun) opened.push(one);
  }
  return opened;
}

async function open(
  context: Context,
  options: CommonOptions & { readonly roadmap: string },
  withIds: boolean,
): Promise<Opened> {
  const name = options.roadmap;
  try {
    return { name, loaded: await load(context, options, { withIds, withTexts: withIds }), error: null };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { name, loaded: null, error };
  }
}
