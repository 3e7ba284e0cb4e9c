// Settings: what a configuration file may set, as one table, and what it sets (CONTRACT, Options).
import { parseCalendarDate } from '../dates/calendar-date.ts';
import { type ExpectedSetting, type Problem, type ProblemArgs, type ProblemCode, problem } from '../errors.ts';
import { nearestWord } from '../text/nearest.ts';
import { pattern } from '../text/pattern.ts';
import type { Position } from '../text/source.ts';
import type { MapTree, Scalar, Tree } from './yaml/tree.ts';

/** Whose file it is: the user's own, or one that came with a folder and is trusted with little (FORMATS P6). */
export type SettingScope = 'user' | 'project';

interface SettingKey {
  /** The keys on the way to the value; `*` is the name of a roadmap. */
  readonly path: readonly string[];
  /** One of these words; absent: any text. */
  readonly choices?: readonly string[];
  /** Several texts, as a list or as one. */
  readonly isList?: true;
  /** A day, YYYY-MM-DD. */
  readonly isDay?: true;
  readonly scopes: readonly SettingScope[];
}

const anywhere = ['user', 'project'] as const;
const ownOnly = ['user'] as const;

/** All settings, in the order in which they are listed. */
export const settingKeys: readonly SettingKey[] = [
  { path: ['roadmap'], scopes: anywhere },
  { path: ['lang'], choices: ['en', 'ru'], scopes: anywhere },
  { path: ['color'], choices: ['auto', 'always', 'never'], scopes: ownOnly },
  { path: ['ascii'], choices: ['true', 'false'], scopes: ownOnly },
  { path: ['progress'], scopes: ['project'] },
  { path: ['roadmaps', '*', 'file'], scopes: ownOnly },
  { path: ['roadmaps', '*', 'progress'], scopes: ownOnly },
  { path: ['roadmaps', '*', 'goal'], isDay: true, scopes: ownOnly },
  { path: ['hooks', 'change'], scopes: ownOnly },
  { path: ['ignore'], isList: true, scopes: ownOnly },
];

/** A setting as it is written: `roadmaps.kafka.file`, `~/notes/Kafka.md`. */
export interface WrittenSetting {
  readonly path: readonly string[];
  readonly values: readonly string[];
  /** Of the key; `kafka` where it is its file that is set without a key of its own. */
  readonly at: Position;
}

export interface ReadSettings {
  readonly settings: readonly WrittenSetting[];
  readonly problems: readonly Problem[];
}

/** What a tree of YAML sets, each setting right by itself; what is wrong is left out and reported with its place. */
export function readSettings(tree: Tree | null, scope: SettingScope): ReadSettings {
  const settings: WrittenSetting[] = [];
  const problems: Problem[] = [];
  const report = <Code extends ProblemCode>(code: Code, at: Position, args: ProblemArgs[Code]): void => {
    problems.push(problem(code, at, args));
  };
  const walk = (map: MapTree, above: readonly string[]): void => {
    for (const { key, at, value } of map.pairs) {
      const path = [...above, key];
      const found = settingKeys.filter((one) => fits(one, path));
      if (found.length === 0) {
        const known = new Set(settingKeys.flatMap((one) => nextKey(one, above)));
        report('unknown-setting', at, { key: path.join('.'), nearest: nearestWord(key, known) });
      } else if (!found.some(({ scopes }) => scopes.includes(scope))) {
        report('setting-not-here', at, { key: path.join('.') });
      } else if (isEmpty(value)) {
        // A key without a value sets nothing, as if it was commented out.
      } else if (value.kind === 'map' && found.some((one) => one.path.length > path.length)) {
        walk(value, path);
      } else if (path.length === 2 && path[0] === 'roadmaps' && value.kind === 'scalar') {
        // `kafka: ~/notes/Kafka.md` for `kafka: {file: ~/notes/Kafka.md}`.
        settings.push({ path: [...path, 'file'], values: [textOf(value)], at });
      } else {
        const whole = found.find((one) => one.path.length === path.length);
        const wrong = whole === undefined ? { kind: 'map' as const } : wrongIn(whole, value);
        if (wrong !== null) report('setting-value', value.at, { key: path.join('.'), expected: wrong });
        else settings.push({ path, values: textsOf(value), at });
      }
    }
  };
  if (tree !== null && tree.kind !== 'map') report('setting-value', tree.at, { key: '', expected: { kind: 'map' } });
  else if (tree !== null) walk(tree, []);
  for (const { path, at } of settings)
    if (path[0] === 'roadmaps' && !isRoadmapName(path[1] as string))
      report('roadmap-name', at, { name: path[1] as string, reason: 'characters' });
  return { settings, problems };
}

/** What a value has to be; null where it is right. */
export function wrongIn(key: SettingKey, value: Tree): ExpectedSetting | null {
  if (key.isList) return value.kind === 'map' || textsOf(value).length === 0 ? { kind: 'list' } : null;
  if (key.isDay) return value.kind === 'scalar' && parseCalendarDate(textOf(value)) !== null ? null : { kind: 'day' };
  const { choices } = key;
  if (choices === undefined) return value.kind === 'scalar' ? null : { kind: 'text' };
  return value.kind === 'scalar' && choices.includes(textOf(value)) ? null : { kind: 'choice', choices };
}

/** The key of a written path; null where there is none. */
export function settingKeyOf(path: readonly string[]): SettingKey | null {
  return settingKeys.find((one) => one.path.length === path.length && fits(one, path)) ?? null;
}

/** Letters, digits, `_` and `-`: what can be typed behind `-r` and be no file. */
export function isRoadmapName(name: string): boolean {
  return nameOfRoadmap().test(name);
}

const nameOfRoadmap = pattern(String.raw`^[\p{L}\p{N}][\p{L}\p{N}_-]*$`, 'u');

/** Whether a path is that of the key, or leads to it. */
function fits({ path }: SettingKey, written: readonly string[]): boolean {
  return written.length <= path.length && written.every((name, index) => path[index] === '*' || path[index] === name);
}

function nextKey(key: SettingKey, above: readonly string[]): string[] {
  const next = key.path[above.length];
  return next !== undefined && next !== '*' && fits(key, above) ? [next] : [];
}

const isEmpty = (tree: Tree): boolean => tree.kind === 'scalar' && (tree.text === null || tree.text.trim() === '');
const textOf = ({ text }: Scalar): string => (text ?? '').trim();

function textsOf(tree: Tree): string[] {
  if (tree.kind === 'scalar') return isEmpty(tree) ? [] : [textOf(tree)];
  return tree.kind === 'list' ? tree.values.flatMap(textsOf) : [];
}
