// Failure: what the operating system refused, in words of ours.
import { type FileCause, isUserError, UserError } from '../errors.ts';

export function errnoOf(error: unknown): string | null {
  // A name with a NUL never reaches the system, and there can be no such file.
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_ARG_VALUE') return 'ENOENT';
  return error instanceof Error && 'code' in error && 'errno' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

const causes: { readonly [errno: string]: FileCause } = {
  ENOENT: 'missing',
  ENOTDIR: 'not-a-folder',
  ENAMETOOLONG: 'long-name',
  EISDIR: 'folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EBUSY: 'busy',
  EIO: 'io',
  ELOOP: 'link-circle',
  ENXIO: 'not-a-file',
};

/** Where nothing is, and nothing can be: what is looked for is not there. */
export const isAbsence = (cause: FileCause | null): boolean =>
  cause === 'missing' || cause === 'not-a-folder' || cause === 'long-name' || cause === 'odd-name';

/** The cause in our words; null for what is no failure of the operating system. */
export function causeOf(error: unknown): FileCause | null {
  const errno = errnoOf(error);
  return errno === null ? null : (causes[errno] ?? 'refused');
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
