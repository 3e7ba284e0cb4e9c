// ConfigurationFiles: what the user's and the project's files set, by their precedence (CONTRACT, Options).

import type { CalendarDate } from '../dates/calendar-date.ts';
import {
  type FileCause,
  isUserError,
  type Problem,
  type ProblemArgs,
  type ProblemCode,
  problem,
  UserError,
} from '../errors.ts';
import { type ReadSettings, readSettings, type SettingScope, type WrittenSetting } from '../formats/settings.ts';
import { decode } from '../text/encoding.ts';
import { homeExpanded } from '../text/home.ts';
import { type Position, type Source, toSource } from '../text/source.ts';
import type { Configuration, ConfigurationPaths, PlacedSetting } from './configuration.ts';
import type { Disk } from './disk.ts';
import { causeIn } from './failure.ts';
import { folderOf, joined, readIfThere, realTarget } from './files.ts';
import { bundledRoadmaps, type RegisteredRoadmap, realOf } from './library.ts';

/** Reads both files. Never throws for what is in them: that is `failure`, and what is right in them counts. */
export async function readConfiguration(disk: Disk, files: ConfigurationPaths): Promise<Configuration> {
  const user = await readFile(disk, files, 'user');
  const project = await readFile(disk, files, 'project');
  const topSetting = (name: string): PlacedSetting | null => {
    for (const file of [project, user]) {
      const found = file?.settings.find(({ path }) => path.length === 1 && path[0] === name);
      if (file && found) return { value: found.values[0] as string, place: file.path };
    }
    return null;
  };
  const own = user?.settings ?? [];
  const [lang, color, ascii] = (['lang', 'color', 'ascii'] as const).map(topSetting) as (PlacedSetting | null)[];
  const roadmap = topSetting('roadmap');
  const inProject = project?.settings.find(({ path }) => path[0] === 'progress');
  const ofProject: RegisteredRoadmap[] =
    inProject && project && roadmap?.place === project.path
      ? [{ name: null, path: roadmap.value, progress: inProject.values[0] as string }]
      : [];
  return {
    settings: { roadmap, lang: lang ?? null, color: color ?? null, ascii: ascii ?? null },
    registered: [...ofProject, ...registeredIn(own)],
    hook: own.find(({ path }) => path.join('.') === 'hooks.change')?.values[0] ?? null,
    ignore: own.find(({ path }) => path.join('.') === 'ignore')?.values ?? [],
    failure: project?.failure ?? user?.failure ?? null,
    paths: files,
  };
}

interface ReadFile {
  readonly path: string;
  readonly settings: readonly WrittenSetting[];
  readonly failure: UserError | null;
}

/** Null where there is no file. */
async function readFile(disk: Disk, files: ConfigurationPaths, scope: SettingScope): Promise<ReadFile | null> {
  const path = files[scope];
  const bytes = path === null ? null : readIfThere(disk, path);
  if (path === null || bytes === null) return null;
  const source = toSource(decode(bytes).text);
  const { settings, problems } = await readSettingsText(source, scope);
  const isProject = scope === 'project';
  const resolved = isProject
    ? insideOf(disk, settings, folderOf(path))
    : withPlaces(disk, files, settings, folderOf(path));
  const all = [...problems, ...resolved.problems].sort((a, b) => a.line - b.line);
  const failure =
    all.length === 0 ? null : new UserError('bad-config', { file: path, source, problems: all, isProject });
  return { path, settings: resolved.settings, failure };
}

/** What a text sets. The library that knows all of YAML is loaded only for a text that is more than plain. */
export async function readSettingsText(source: Source, scope: SettingScope): Promise<ReadSettings> {
  const { plainTreeOf } = await import('../formats/plain-yaml.ts');
  const plain = plainTreeOf(source.text);
  if (plain !== null) return readSettings(plain, scope);
  const { parseTree } = await import('../formats/yaml/parsed-tree.ts');
  const { tree, problems } = parseTree(source);
  return problems.length > 0 ? { settings: [], problems } : readSettings(tree, scope);
}

/** `~/notes/Kafka.md`, `notes/Kafka.md` → absolute; what is relative counts from the file that names it. */
export function absoluteIn(folder: string, home: string | null, path: string): string {
  if (path.startsWith('/')) return path;
  return homeExpanded(path, home) ?? joined(folder, path.replace(/^\.\/+/, ''));
}

/** What a name of a roadmap cannot be: a path, or what has an extension. */
export const isPath = (name: string): boolean => /[/.~]/.test(name);

interface Resolved {
  readonly settings: readonly WrittenSetting[];
  readonly problems: readonly Problem[];
}

class Problems {
  readonly all: Problem[] = [];
  add<Code extends ProblemCode>(code: Code, at: Position, args: ProblemArgs[Code]): void {
    this.all.push(problem(code, at, args));
  }
}

/** The user's own settings with absolute paths; names of roadmaps that cannot be used are reported. */
function withPlaces(
  disk: Disk,
  { home, bundled }: ConfigurationPaths,
  settings: readonly WrittenSetting[],
  folder: string,
): Resolved {
  const problems = new Problems();
  const seen = new Set<string>();
  const files = new Set(settings.flatMap(({ path }) => (path[2] === 'file' ? [path[1] as string] : [])));
  const ids = settings.some(({ path }) => path[0] === 'roadmaps') ? bundledRoadmaps(disk, bundled) : [];
  const isBundled = (name: string): boolean => ids.includes(name.toLowerCase());
  const kept = settings.map((setting): WrittenSetting => {
    const { path, values, at } = setting;
    const [key, name = '', field] = path;
    const value = values[0] as string;
    const absolute = { ...setting, values: [absoluteIn(folder, home, value)] };
    if (key === 'roadmap') return isPath(value) ? absolute : setting;
    if (key !== 'roadmaps') return setting;
    if (field === 'file') {
      const lower = name.toLowerCase();
      if (isBundled(name)) problems.add('roadmap-name', at, { name, reason: 'bundled' });
      else if (seen.has(lower)) problems.add('roadmap-name', at, { name, reason: 'twice' });
      seen.add(lower);
      return absolute;
    }
    if (!files.has(name) && !isBundled(name)) problems.add('roadmap-without-file', at, { name });
    if (field === 'goal' || value === 'inline') return setting;
    if (!/\.(?:md|markdown)$/i.test(value)) problems.add('progress-name', at, { file: value });
    return absolute;
  });
  return { settings: kept, problems: problems.all };
}

/** A project's settings with absolute paths: only what is in its folder may be named (FORMATS P6). */
function insideOf(disk: Disk, settings: readonly WrittenSetting[], folder: string): Resolved {
  const problems = new Problems();
  const kept = settings.flatMap((setting): WrittenSetting[] => {
    const { path, values, at } = setting;
    const value = values[0] as string;
    if (path[0] === 'lang' || (path[0] === 'progress' && value === 'inline')) return [setting];
    const isMarkdown = path[0] === 'roadmap' || /\.(?:md|markdown)$/i.test(value);
    if (!isMarkdown) problems.add('progress-name', at, { file: value });
    else if (isInside(disk, folder, value))
      return [{ ...setting, values: [joined(folder, value.replace(/^\.\/+/, ''))] }];
    else problems.add('outside-project', at, { file: value });
    return [];
  });
  return { settings: kept, problems: problems.all };
}

const leadsNowhere: ReadonlySet<FileCause | null> = new Set(['dangling-link', 'link-circle']);

/** Whether a relative path stays in its folder, links followed as far as there are files. Throws what looking at them throws. */
function isInside(disk: Disk, folder: string, path: string): boolean {
  if (/^[/~]/.test(path) || path.includes('\0') || path.split('/').includes('..')) return false;
  try {
    return realTarget(disk, joined(folder, path), null).startsWith(joined(realOf(disk, folder), ''));
  } catch (error) {
    if (isUserError(error) && leadsNowhere.has(causeIn(error))) return false;
    throw error;
  }
}

function registeredIn(settings: readonly WrittenSetting[]): RegisteredRoadmap[] {
  const names = [...new Set(settings.flatMap(({ path }) => (path[0] === 'roadmaps' ? [path[1] as string] : [])))];
  const value = (name: string, field: string): string | null =>
    settings.find(({ path }) => path[0] === 'roadmaps' && path[1] === name && path[2] === field)?.values[0] ?? null;
  return names.map((name) => {
    const goal = value(name, 'goal') as CalendarDate | null;
    return { name, path: value(name, 'file'), progress: value(name, 'progress'), ...(goal !== null && { goal }) };
  });
}
