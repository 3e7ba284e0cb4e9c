// Roadmaps: `roadmaps list|add|use|remove`: the names by which `-r` takes the user's own files.
import { type ErrorArgs, UserError } from '../errors.ts';
import { isRoadmapName } from '../formats/settings.ts';
import { readConfiguration } from '../store/configuration-files.ts';
import {
  absolutePath,
  bundledRoadmaps,
  defaultRoadmap,
  exists,
  findRoadmap,
  namedFiles,
  roadmapNames,
  stemOf,
} from '../store/library.ts';
import { homeShortened } from '../text/home.ts';
import { nearestWord } from '../text/nearest.ts';
import { pattern } from '../text/pattern.ts';
import { hanging } from '../views/layout.ts';
import { drawRoadmaps, plainRoadmaps, roadmapsJson, type ShownRoadmap } from '../views/roadmaps.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';
import { withSentences } from './theme-with-sentences.ts';
import { changeSettings, settingsIn, userSettingsPath } from './user-settings.ts';

export interface RoadmapsOptions extends CommonOptions {
  /** `add`: by default the file's name, in small letters. */
  readonly name?: string;
  /** `add`: it becomes the default as well. */
  readonly use?: boolean;
  readonly zero?: boolean;
}

export const roadmapsActions = ['list', 'add', 'use', 'remove'] as const;

/** `roadmaps [action] [name|file]`: 0. Throws `name-taken`, `odd-name`, `not-registered`, and what reading the file and writing settings throw. */
export async function roadmaps(context: Context, words: readonly string[], options: RoadmapsOptions): Promise<number> {
  const [action = 'list', word, more] = words;
  const known: readonly string[] = roadmapsActions;
  if (!known.includes(action)) throw new UserError('unknown-action', { command: 'roadmaps', action, known });
  if (more !== undefined || (action === 'list' && word !== undefined))
    throw new UserError('too-many-words', {
      command: `roadmaps ${action}`,
      expected: action === 'list' ? 0 : 1,
      got: words.length - 1,
      words: null,
    });
  if (action === 'list') return show(context, options);
  if (word === undefined)
    throw new UserError('missing-argument', {
      argument: action === 'add' ? 'file' : 'name',
      command: `roadmaps ${action}`,
    });
  if (action === 'add') return add(context, word, options);
  return action === 'use' ? use(context, word, options) : remove(context, word, options);
}

async function show(context: Context, options: RoadmapsOptions): Promise<number> {
  const shown = await shownRoadmaps(context);
  if (options.json) context.out(roadmapsJson(shown));
  else if (options.plain) context.out(plainRoadmaps(shown, options.zero ? '\0' : '\n'));
  else context.out(drawRoadmaps(shown, context.library.home, await withSentences(context)));
  return 0;
}

/** Registered ones in their order, then those that are bundled. */
async function shownRoadmaps(context: Context): Promise<ShownRoadmap[]> {
  const { disk, library, configuration } = context;
  const meant = configuration.settings.roadmap?.value ?? defaultRoadmap;
  const isDefault = (name: string, path: string | null): boolean =>
    name.toLowerCase() === meant.toLowerCase() || (path !== null && path === meant);
  const own = namedFiles(library).map(({ name, path, progress }) => ({
    ...{ name, path, progress },
    ...{ isDefault: isDefault(name, path), isThere: exists(disk, path) },
  }));
  const bundled = bundledRoadmaps(disk, library.bundled).map((id) => {
    const { registered } = findRoadmap(disk, library, id);
    return {
      name: id,
      path: null,
      progress: registered?.progress ?? null,
      isDefault: isDefault(id, null),
      isThere: true,
    };
  });
  return [...own, ...bundled];
}

async function add(context: Context, file: string, options: RoadmapsOptions): Promise<number> {
  const { library } = context;
  const path = absolutePath(library.cwd, file.replace(/^\.\/+/, ''));
  // Only what can be read as a roadmap gets a name.
  await load(context, { ...options, roadmap: path });
  const name = options.name ?? nameFor(stemOf(path));
  if (name === null || !isRoadmapName(name))
    throw new UserError('odd-name', { name: name ?? stemOf(path), better: name === null ? null : nameFor(name) });
  const by = takenBy(context, name);
  const isKept = by !== null && by.by !== 'bundled' && by.by.file === path;
  if (by !== null && !isKept) throw new UserError('name-taken', { name, ...by });
  const isNew = !isKept;
  const changes = isNew ? [{ path: ['roadmaps', name], value: homeShortened(path, library.home) }] : [];
  if (options.use) changes.push({ path: ['roadmap'], value: name });
  const isChanged = changes.length > 0 && (await changeSettings(context, changes));
  const say = (await withSentences(context)).sentences.roadmaps;
  return report(
    context,
    options,
    [isNew ? say.added(name, path) : say.kept(name, path), ...(options.use && isChanged ? [say.used(name)] : [])],
    isNew && !options.use ? ['-r', name] : null,
  );
}

async function use(context: Context, word: string, options: RoadmapsOptions): Promise<number> {
  const name = meantName(context, word, true);
  const isChanged = await changeSettings(context, [{ path: ['roadmap'], value: name }]);
  const say = (await withSentences(context)).sentences.roadmaps;
  return report(context, options, [isChanged ? say.used(name) : say.usedAlready(name)]);
}

async function remove(context: Context, word: string, options: RoadmapsOptions): Promise<number> {
  const name = meantName(context, word, false);
  const { path } = context.library.registered.find((one) => one.name === name) as { path: string };
  const { origin } = await load(context, { ...options, roadmap: name }).catch(() => ({ origin: null }));
  const set = await settingsIn(context, userSettingsPath(context), 'user');
  const isDefault = set.some((one) => one.path[0] === 'roadmap' && one.values[0]?.toLowerCase() === name.toLowerCase());
  await changeSettings(context, [
    { path: ['roadmaps', name], value: null },
    ...(isDefault ? [{ path: ['roadmap'], value: null }] : []),
  ]);
  const say = (await withSentences(context)).sentences.roadmaps;
  const ticks = origin?.progress.path;
  const hasTicks = ticks !== undefined && ticks !== path && exists(context.disk, ticks);
  return report(context, options, [say.removed(name, path), ...(hasTicks ? [say.ticksStay(ticks)] : [])]);
}

/** A registered name, or of a bundled roadmap where that may be meant; whatever its case, or its only beginning. Throws `not-registered`. */
function meantName({ disk, library }: Context, word: string, withBundled: boolean): string {
  const known = withBundled ? roadmapNames(disk, library) : namedFiles(library).map(({ name }) => name);
  const lower = word.toLowerCase();
  const begun = known.filter((name) => name.toLowerCase().startsWith(lower));
  const byFile = library.registered.find(({ path }) => path === absolutePath(library.cwd, word))?.name ?? null;
  const found =
    known.find((name) => name.toLowerCase() === lower) ?? byFile ?? (begun.length === 1 ? (begun[0] as string) : null);
  if (found !== null) return found;
  throw new UserError('not-registered', { name: word, known, nearest: nearestWord(word, known) });
}

async function report(
  context: Context,
  options: RoadmapsOptions,
  sentences: readonly string[],
  next: readonly string[] | null = null,
): Promise<number> {
  if (options.json) {
    const configuration = await readConfiguration(context.disk, context.configuration.paths);
    const library = { ...context.library, registered: configuration.registered };
    context.out(roadmapsJson(await shownRoadmaps({ ...context, configuration, library })));
  } else if (!options.quiet) {
    const { theme } = context;
    const lines = sentences.flatMap((sentence) => hanging(' ', sentence, theme));
    const command = next === null ? [] : [`   ${theme.accent(theme.commands.line(['status', ...next]))}`];
    context.out(`${[...lines, ...command].join('\n')}\n`);
  }
  return 0;
}

/** `My notes.md` → `my-notes`; null where no letter or digit is left. */
export function nameFor(stem: string): string | null {
  const words = stem.toLowerCase().match(word()) ?? [];
  return words.length === 0 ? null : words.join('-');
}

const word = pattern(String.raw`[\p{L}\p{N}_]+`, 'gu');

/** Who has the name already, and one that nobody has; null where it is free. */
export function takenBy(context: Context, name: string): Omit<ErrorArgs['name-taken'], 'name'> | null {
  const { disk, library } = context;
  const is = (known: string | null): boolean => known?.toLowerCase() === name.toLowerCase();
  const free = freeName(context, name);
  if (bundledRoadmaps(disk, library.bundled).some(is)) return { by: 'bundled', free };
  const taken = library.registered.find((one) => is(one.name) && one.path !== null);
  return taken === undefined ? null : { by: { file: taken.path as string }, free };
}

function freeName({ disk, library }: Context, name: string): string {
  const taken = new Set([
    ...library.registered.map((one) => one.name?.toLowerCase() ?? ''),
    ...bundledRoadmaps(disk, library.bundled),
  ]);
  for (const candidate of [`my-${name}`, ...Array.from({ length: 98 }, (_, index) => `${name}-${index + 2}`)])
    if (!taken.has(candidate.toLowerCase())) return candidate;
  return `${name}-${taken.size + 1}`;
}
