// Failure: what the operating system refused, in words of ours.
import { type FileCause, isUserError, UserError } from '../errors.ts';

export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && 'errno' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

const causes: { readonly [errno: string]: FileCause } = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  // No file can have such a name.
  ENAMETOOLONG: 'missing',
  EISDIR: 'folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  ELOOP: 'dangling-link',
  ENXIO: 'not-a-file',
};

/** The cause in our words; null for what is no failure of the operating system. */
export function causeOf(error: unknown): FileCause | null {
  const errno = errnoOf(error);
  return errno === null ? null : (causes[errno] ?? 'io');
}

export function causeIn(error: UserError): FileCause | null {
  return 'cause' in error.args ? (error.args.cause as FileCause) : null;
}

/** Runs a write and names the file the *user* knows in whatever fails, never a temp file. */
export function telling<Result>(file: string, variable: string | null, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (isUserError(error)) {
      if (error.code !== 'unreadable' && error.code !== 'unwritable') throw error;
      const already = error.code === 'unwritable' && (error.args as { variable: string | null }).variable !== null;
      if (already) throw error;
      throw new UserError('unwritable', { file, cause: causeIn(error) ?? 'io', variable });
    }
    const cause = causeOf(error);
    if (cause === null) throw error;
    throw new UserError('unwritable', { file, cause, variable });
  }
}

/** For cleaning up: a second failure must not hide the first. */
export function quietly(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (errnoOf(error) === null && !isUserError(error)) throw error;
  }
}
