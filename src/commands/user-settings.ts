// UserSettings: the user's configuration file, read as it is written and changed by command.
import { UserError } from '../errors.ts';
import type { WrittenSetting } from '../formats/settings.ts';
import type { NewValue } from '../formats/yaml/setting-edit.ts';
import { readSettingsText } from '../store/configuration-files.ts';
import { readIfThere, realTarget } from '../store/files.ts';
import { withLock } from '../store/lock.ts';
import { createFile, replaceFile } from '../store/replace.ts';
import { decode, encode } from '../text/encoding.ts';
import { toSource } from '../text/source.ts';
import type { Context } from './context.ts';

export interface SettingChange {
  readonly path: readonly string[];
  /** Null takes it out. */
  readonly value: NewValue;
}

/** Where the user's settings are, or would be. Throws `unwritable` where no folder for them is known. */
export function userSettingsPath({ places }: Context): string {
  const { path, variable } = places.config;
  if (path === null) throw new UserError('unwritable', { file: 'config.yaml', cause: 'no-home', variable });
  return `${path}/config.yaml`;
}

/** What a configuration file sets, as it is written there. Throws `bad-config` and `unreadable`. */
export async function settingsIn(
  { disk }: Context,
  path: string,
  scope: 'user' | 'project',
): Promise<readonly WrittenSetting[]> {
  const bytes = readIfThere(disk, path);
  if (bytes === null) return [];
  const source = toSource(decode(bytes).text);
  const { settings, problems } = await readSettingsText(source, scope);
  if (problems.length > 0)
    throw new UserError('bad-config', { file: path, source, problems, isProject: scope === 'project' });
  return settings;
}

/**
 * Makes the changes in the user's file, in one write; comments and everything else stay. False where it says so already. Throws
 * `bad-config` for a file that cannot be understood, and what writing throws.
 */
export async function changeSettings(context: Context, changes: readonly SettingChange[]): Promise<boolean> {
  const { disk, places, lock } = context;
  const path = userSettingsPath(context);
  await settingsIn(context, path, 'user');
  const { withSetting } = await import('../formats/yaml/setting-edit.ts');
  const { variable } = places.config;
  return withLock(disk, places.state, realTarget(disk, path, variable), lock, ({ assertOwned }) => {
    const before = readIfThere(disk, path);
    const old = decode(before ?? new Uint8Array());
    const text = changes.reduce((now, { path: key, value }) => withSetting(now, key, value), old.text);
    if (text === old.text) return false;
    const bytes = encode(text, old.encoding, old.bom);
    if (bytes === null || !old.exact)
      throw new UserError('unwritable', { file: path, cause: 'inexact-encoding', variable });
    if (before === null) createFile(disk, path, bytes, { assertOwned, variable });
    else replaceFile(disk, path, bytes, { expected: before, assertOwned, variable });
    return true;
  });
}

/** `kafka: ~/Kafka.md` is as good as a map with `file`, and what people write. */
export function writtenPath(settings: readonly WrittenSetting[], path: readonly string[]): readonly string[] {
  if (path[0] !== 'roadmaps' || path[2] !== 'file') return path;
  const hasMap = settings.some((one) => one.path[1] === path[1] && one.path[2] !== 'file');
  return hasMap ? path : path.slice(0, 2);
}
