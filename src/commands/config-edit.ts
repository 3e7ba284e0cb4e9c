// ConfigEdit: `config edit`: the user's settings in an editor, and what is wrong with them afterwards.
import { type ErrorArgs, UserError } from '../errors.ts';
import { settingsExample } from '../lang/settings-example.ts';
import { readConfiguration } from '../store/configuration-files.ts';
import { readIfThere } from '../store/files.ts';
import { createFile, removeFile } from '../store/replace.ts';
import { encode } from '../text/encoding.ts';
import { visible } from '../text/visible.ts';
import { hanging } from '../views/layout.ts';
import type { CommonOptions, Context } from './context.ts';
import { canEdit, openInEditor, sayFailure } from './editor.ts';
import { settingsIn, userSettingsPath } from './user-settings.ts';

/**
 * `config edit`: 0, and 1 when the editor ended with a failure. Where there is no file, one is made in which nothing is set, and taken away
 * again when nothing was saved: an editor that ends before its window is closed still finds the place to write to. Throws `bad-config` with the
 * places that are wrong, `no-terminal`, `no-editor`, `unwritable`.
 */
export async function editConfig(context: Context, options: CommonOptions): Promise<number> {
  const { disk, places, theme } = context;
  const path = userSettingsPath(context);
  if (!canEdit(context)) throw new UserError('no-terminal', { command: 'config edit', place: path });
  const { variable } = places.config;
  const before = readIfThere(disk, path);
  const line = await brokenLine(context, path);
  const made =
    before === null
      ? createFile(disk, path, encode(settingsExample(context.language), 'utf-8', false) as Uint8Array, { variable })
      : null;
  let failure: Awaited<ReturnType<typeof openInEditor>>;
  let isSaved: boolean;
  try {
    failure = await openInEditor(context, path, line);
  } finally {
    isSaved = made === null || !isSame(readIfThere(disk, path), made);
    if (made !== null && !isSaved) removeFile(disk, path, { expected: made, variable });
  }
  const { edit: say } = (await context.sentences()).scripting;
  if (failure !== null) await sayFailure(context, failure);
  const wrong = (await readConfiguration(disk, { ...context.configuration.paths, user: path, project: null })).failure;
  if (wrong !== null) throw wrong;
  if (options.json || options.plain) await (await import('./config.ts')).config(context, ['list'], options);
  else if (!options.quiet) {
    const { length } = await settingsIn(context, path, 'user');
    const sentence = isSaved ? say.settings(length, visible(path)) : say.noSettings(visible(path));
    context.out(`${hanging(' ', sentence, theme).join('\n')}\n`);
  }
  return failure === null ? 0 : 1;
}

/** Where the file cannot be understood; null where it can. */
async function brokenLine({ disk, configuration }: Context, path: string): Promise<number | null> {
  const { failure } = await readConfiguration(disk, { ...configuration.paths, user: path, project: null });
  if (failure?.code !== 'bad-config') return null;
  return (failure.args as ErrorArgs['bad-config']).problems[0]?.line ?? null;
}

const isSame = (bytes: Uint8Array | null, made: Uint8Array): boolean =>
  bytes !== null && Buffer.compare(bytes, made) === 0;
