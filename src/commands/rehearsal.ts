// Rehearsal: what `--dry-run` shows of the files that would change: for people their lines, in a pipe a diff that `patch` takes.
import { UserError } from '../errors.ts';
import { relativePath } from '../store/library.ts';
import { decode, type EncodingName, encode } from '../text/encoding.ts';
import { wrap } from '../text/width.ts';
import { drawDiffs } from '../views/diff.ts';
import { patchOf } from '../views/patch.ts';
import type { CommonOptions, Context } from './context.ts';

/** One file, from one text to another. */
export interface Rewrite {
  readonly path: string;
  /** How people know it, where that is not by its path. */
  readonly shown?: string;
  /** Null where there is no file yet. */
  readonly basis: Uint8Array | null;
  readonly before: string;
  /** Null: the file goes. */
  readonly after: string | null;
  readonly encoding?: EncodingName | undefined;
}

/** Throws `unwritable` where the write itself could not be exact. */
export function rehearse(context: Context, rewrites: readonly Rewrite[], options: CommonOptions): void {
  if (context.isWatched() && !options.plain) {
    const files = rewrites.map(({ path, shown, before, after }) => ({
      path: shown ?? path,
      before,
      after: after ?? '',
    }));
    context.out(drawDiffs(files, context.theme));
    return;
  }
  const patch = patchOf(
    rewrites.map((one) => ({
      path: relativePath(context.library.cwd, one.path),
      before: one.basis,
      after: bytesAfter(one),
    })),
  );
  if (patch.length > 0) context.document(patch);
  else if (!options.quiet)
    context.err(`${wrap(context.theme.messages.noDifference, context.theme.width).join('\n')}\n`);
}

function bytesAfter({ path, basis, after, encoding }: Rewrite): Uint8Array | null {
  if (after === null) return null;
  if (basis === null) return Buffer.from(after);
  const old = decode(basis, encoding);
  const bytes = old.exact ? encode(after, old.encoding, old.bom) : null;
  if (bytes === null) throw new UserError('unwritable', { file: path, cause: 'inexact-encoding', variable: null });
  return bytes;
}
