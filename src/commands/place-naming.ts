// PlaceNaming: what names the roadmap that a failure is about, where nobody typed it.
import type { UserError } from '../errors.ts';
import { absolutePath } from '../store/library.ts';
import type { Setting } from './context.ts';

/** The place of the setting, where the failure is about what that names; `cwd` is what a relative name counts from. */
export function placeNaming({ args }: UserError, setting: Setting | null, cwd: string): string | null {
  if (setting === null) return null;
  const { value, place } = setting;
  const path = absolutePath(cwd, value.replace(/^\.\/+/, ''));
  return ('file' in args && args.file === path) || ('name' in args && args.name === value) ? place : null;
}
