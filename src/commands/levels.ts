// Levels: what each level asks for and what is missing, its projects, and a gate for scripts that wait until one is reached.
import { UserError } from '../errors.ts';
import { workloadByLevel } from '../model/hours.ts';
import { gateOf, missingByLevel } from '../model/missing.ts';
import { progressOf } from '../model/progress.ts';
import { drawGate, gateJson, plainGate } from '../views/gate.ts';
import { drawLevels, levelsJson, plainLevels } from '../views/levels.ts';
import { plainTopics, type RecordEnd } from '../views/plain.ts';
import { drawProjects, projectsJson } from '../views/projects.ts';
import type { CommonOptions, Context } from './context.ts';
import { type FilterOptions, filterOf, fitting, levelOf } from './filter.ts';
import { labsOf } from './lab-presence.ts';
import { type Loaded, load } from './load.ts';
import { isFile } from './selecting.ts';
import { withSentences } from './theme-with-sentences.ts';

export interface LevelsOptions extends CommonOptions {
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
}

export type ProjectsOptions = LevelsOptions & Pick<FilterOptions, 'level' | 'status'>;

export interface GateOptions extends LevelsOptions {
  /** The percent that is enough; without it the level has to be reached as a whole. */
  readonly at?: number;
  /** Shows all that is missing. */
  readonly full?: boolean;
}

const end = ({ zero }: LevelsOptions): RecordEnd => (zero ? '\0' : '\n');

/** `levels`. */
export async function levels(context: Context, options: LevelsOptions): Promise<number> {
  const loaded = await load(context, options);
  const { roadmap } = loaded;
  const labsOn = await labCounts(context, loaded);
  const missingOn = missingByLevel(roadmap);
  const workloadOf = workloadByLevel(roadmap);
  const view = {
    roadmap,
    levels: progressOf(roadmap).levels.map((progress) => ({
      ...progress,
      missing: missingOn(progress.level.id),
      workload: workloadOf(progress.level.id),
      practised: labsOn.get(progress.level.id) ?? null,
    })),
  };
  if (options.json) context.out(levelsJson(view, context.language));
  else if (options.plain) context.out(plainLevels(view, context.language, end(options)));
  else context.out(drawLevels(view, await withSentences(context)));
  return 0;
}

/** Labs of each level; what finds them is loaded only where there may be some. */
async function labCounts(context: Context, loaded: Loaded) {
  const labs = await labsOf(context, loaded);
  if (labs.length === 0) return new Map<string, { readonly total: number; readonly passed: number }>();
  return (await import('./lab-levels.ts')).labsByLevel(labs);
}

/** `projects`. Throws `unknown-status`, `unknown-level`. */
export async function projects(context: Context, { level, status, ...options }: ProjectsOptions): Promise<number> {
  const { roadmap } = await load(context, options);
  const fits = fitting(filterOf(roadmap, { ...(level && { level }), ...(status && { status }) }, context.today));
  const view = { roadmap, projects: roadmap.projects.filter(fits) };
  if (options.json) context.out(projectsJson(view, context.language));
  else if (options.plain) context.out(plainTopics(view.projects, context.language, end(options)));
  else context.out(drawProjects(view, await withSentences(context)));
  return 0;
}

/** A file in the place of the level: the line to type needs a level of that file. */
async function refuseFile(context: Context, word: string, { progress: _, ...options }: GateOptions): Promise<void> {
  if (!isFile(context, word)) return;
  const { roadmap } = await load(context, { ...options, roadmap: word });
  throw new UserError('file-as-selector', { file: word, by: [roadmap.levels[0]?.id ?? 'junior'] });
}

/** `gate <level>`: 0 where it is reached, 1 where it is not; `--quiet` leaves people with that. Throws `unknown-level`. */
export async function gate(context: Context, word: string, options: GateOptions): Promise<number> {
  await refuseFile(context, word, options);
  const { roadmap } = await load(context, options);
  const found = gateOf(levelOf(roadmap, word).id, roadmap, options.at ?? null);
  if (options.json) context.out(gateJson(found, context.language));
  else if (options.plain) context.out(plainGate(found, context.language, end(options)));
  else if (!options.quiet) {
    const view = { gate: found, roadmap, isFull: options.full ?? false };
    context.out(drawGate(view, await withSentences(context)));
  }
  return found.isEnough ? 0 : 1;
}
