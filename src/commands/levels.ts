// Levels: what each level asks for and what is missing, its projects, and a gate for scripts that wait until one is reached.
import { gateOf, missingByLevel } from '../model/missing.ts';
import { progressOf } from '../model/progress.ts';
import { drawGate, gateJson, plainGate } from '../views/gate.ts';
import { drawLevels, levelsJson, plainLevels } from '../views/levels.ts';
import { plainTopics, type RecordEnd } from '../views/plain.ts';
import { drawProjects, projectsJson } from '../views/projects.ts';
import type { CommonOptions, Context } from './context.ts';
import { type FilterOptions, fitting, levelOf } from './filter.ts';
import { load } from './load.ts';
import { speaking } from './speaking.ts';

export interface LevelsOptions extends CommonOptions {
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
}

export type ProjectsOptions = LevelsOptions & Pick<FilterOptions, 'level' | 'status'>;

export interface GateOptions extends LevelsOptions {
  /** The percent that is enough; without it the level has to be reached as a whole. */
  readonly at?: number;
}

const end = ({ zero }: LevelsOptions): RecordEnd => (zero ? '\0' : '\n');

/** `levels`. */
export async function levels(context: Context, options: LevelsOptions): Promise<number> {
  const { roadmap, origin, isDefault } = await load(context, options);
  const missingOn = missingByLevel(roadmap);
  const view = {
    roadmap,
    origin,
    isDefault,
    levels: progressOf(roadmap).levels.map((progress) => ({
      ...progress,
      missing: missingOn(progress.level.id),
    })),
  };
  if (options.json) context.out(levelsJson(view, context.language));
  else if (options.plain) context.out(plainLevels(view, context.language, end(options)));
  else context.out(drawLevels(view, await speaking(context)));
  return 0;
}

/** `projects`. Throws `usage`, `unknown-level`. */
export async function projects(context: Context, { level, status, ...options }: ProjectsOptions): Promise<number> {
  const { roadmap } = await load(context, options);
  const fits = fitting(roadmap, { ...(level && { level }), ...(status && { status }) }, context.today);
  const view = { roadmap, projects: roadmap.projects.filter(fits) };
  if (options.json) context.out(projectsJson(view, context.language));
  else if (options.plain) context.out(plainTopics(view.projects, context.language, end(options)));
  else context.out(drawProjects(view, await speaking(context)));
  return 0;
}

/** `gate <level>`: 0 where it is reached, 1 where it is not. Throws `unknown-level`. */
export async function gate(context: Context, word: string, options: GateOptions): Promise<number> {
  const { roadmap } = await load(context, options);
  const found = gateOf(levelOf(roadmap, word), roadmap, options.at ?? null);
  if (options.json) context.out(gateJson(found, context.language));
  else if (options.plain) context.out(plainGate(found, context.language, end(options)));
  else context.out(drawGate(found, roadmap, await speaking(context)));
  return found.isEnough ? 0 : 1;
}
