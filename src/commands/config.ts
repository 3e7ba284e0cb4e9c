// Config: `config get|set|unset|list|edit`: what is set, by which file, and how to change it.
import { type ProblemArgs, UserError } from '../errors.ts';
import { settingKeyOf, settingKeys, wrongIn } from '../formats/settings.ts';
import type { NewValue } from '../formats/yaml/setting-edit.ts';
import { nearestWord } from '../text/nearest.ts';
import { configJson, drawConfig, plainConfig, type ShownSetting } from '../views/config.ts';
import { hanging } from '../views/layout.ts';
import type { CommonOptions, Context } from './context.ts';
import { withSentences } from './theme-with-sentences.ts';
import { changeSettings, settingsIn, userSettingsPath, writtenPath } from './user-settings.ts';

export interface ConfigOptions extends CommonOptions {
  readonly zero?: boolean;
}

/** `config [action] [key] [value…]`: 0; 1 for `get` of what is not set. Throws `bad-setting` and what changing settings throws. */
export async function config(context: Context, words: readonly string[], options: ConfigOptions): Promise<number> {
  const [action = 'list', key, ...values] = words;
  switch (action) {
    case 'list':
      return list(context, options);
    case 'get':
      return get(context, pathOf(needed(key, 'get')), options);
    case 'set':
      return set(context, pathOf(needed(key, 'set')), values, options);
    case 'unset':
      return unset(context, pathOf(needed(key, 'unset')), options);
    case 'edit':
      return (await import('./config-edit.ts')).editConfig(context, options);
    default:
      throw new UserError('unknown-action', { command: 'config', action, known: configActions });
  }
}

export const configKeys: readonly string[] = settingKeys
  .map(({ path }) => path.join('.'))
  .filter((key) => !key.includes('*'));
export const configActions = ['list', 'get', 'set', 'unset', 'edit'] as const;

function needed(key: string | undefined, action: string): string {
  if (key === undefined) throw new UserError('missing-argument', { argument: 'key', command: `config ${action}` });
  return key;
}

/** `roadmaps.kafka.progress`, and `roadmaps.kafka` for its file. Throws `bad-setting` for what is none. */
function pathOf(key: string): string[] {
  const written = key.split('.');
  const path = written.length === 2 && written[0] === 'roadmaps' ? [...written, 'file'] : written;
  if (settingKeyOf(path) !== null) return path;
  const known = settingKeys.map((one) => one.path.join('.'));
  throw badSetting('unknown-setting', { key, nearest: nearestWord(key, known) });
}

type SettingProblem = 'unknown-setting' | 'setting-value';

function badSetting<Code extends SettingProblem>(code: Code, args: ProblemArgs[Code]): UserError {
  return new UserError('bad-setting', { problem: { code, args } });
}

async function list(context: Context, options: ConfigOptions): Promise<number> {
  const settings = await shownSettings(context);
  if (options.json) context.out(configJson(settings));
  else if (options.plain) context.out(plainConfig(settings, options.zero ? '\0' : '\n'));
  else context.out(drawConfig(settings, await withSentences(context)));
  return 0;
}

/** What counts: of a setting that several have, that of the first. */
async function shownSettings(context: Context): Promise<ShownSetting[]> {
  const { project } = context.configuration.paths;
  const user = userSettingsPath(context);
  const files = [
    ...(project === null ? [] : [{ file: project, scope: 'project' as const }]),
    { file: user, scope: 'user' as const },
  ];
  const shown = new Map<string, ShownSetting>();
  if (context.roadmap !== null && !files.some(({ file }) => file === context.roadmap?.place))
    shown.set('roadmap', { key: 'roadmap', values: [context.roadmap.value], from: context.roadmap.place });
  for (const { file, scope } of files)
    for (const { path, values } of await settingsIn(context, file, scope)) {
      const key = path.join('.');
      if (!shown.has(key)) shown.set(key, { key, values, from: file });
    }
  const order = (key: string): number =>
    settingKeys.findIndex(({ path }) => settingKeyOf(key.split('.'))?.path === path);
  return [...shown.values()].sort((a, b) => order(a.key) - order(b.key));
}

async function get(context: Context, path: readonly string[], options: ConfigOptions): Promise<number> {
  const key = path.join('.');
  const found = (await shownSettings(context)).filter((one) => one.key === key);
  if (options.json) context.out(configJson(found));
  else
    for (const { values } of found)
      context.out(`${values.join(options.zero ? '\0' : '\n')}${options.zero ? '\0' : '\n'}`);
  return found.length === 0 ? 1 : 0;
}

async function set(
  context: Context,
  path: readonly string[],
  values: readonly string[],
  options: ConfigOptions,
): Promise<number> {
  const key = path.join('.');
  const known = settingKeyOf(path) as NonNullable<ReturnType<typeof settingKeyOf>>;
  if (values.length === 0) throw new UserError('missing-argument', { argument: 'value', command: 'config set' });
  if (!known.scopes.includes('user')) throw badSetting('unknown-setting', { key, nearest: `roadmaps.NAME.${key}` });
  const at = { line: 0, column: 0 };
  const wrong = wrongIn(known, { kind: 'scalar', text: values.join(' '), block: false, at });
  if (wrong !== null) throw badSetting('setting-value', { key, expected: wrong });
  const value: NewValue = known.isList ? values : values.join(' ');
  return changed(context, path, value, options);
}

async function unset(context: Context, path: readonly string[], options: ConfigOptions): Promise<number> {
  return changed(context, path, null, options);
}

async function changed(
  context: Context,
  path: readonly string[],
  value: NewValue,
  options: ConfigOptions,
): Promise<number> {
  const before = await settingsIn(context, userSettingsPath(context), 'user');
  const isChanged = await changeSettings(context, [{ path: writtenPath(before, path), value }]);
  const key = path.join('.');
  if (options.json) {
    const now = await settingsIn(context, userSettingsPath(context), 'user');
    const from = userSettingsPath(context);
    context.out(
      configJson(now.filter((one) => one.path.join('.') === key).map((one) => ({ key, values: one.values, from }))),
    );
  } else if (!options.quiet) {
    const theme = await withSentences(context);
    const say = theme.sentences.config;
    const sentence = !isChanged
      ? value === null
        ? say.notSet(key)
        : say.unchanged(key)
      : value === null
        ? say.unset(key, userSettingsPath(context))
        : say.set(key, userSettingsPath(context));
    context.out(`${hanging(' ', sentence, theme).join('\n')}\n`);
  }
  return 0;
}
