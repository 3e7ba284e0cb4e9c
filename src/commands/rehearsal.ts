// Rehearsal: what `--dry-run` shows of the files that would change: for people their lines, in a pipe a diff that `patch` takes.
import { UserError } from '../errors.ts';
import { relativePath } from '../store/library.ts';
import { detached } from '../text/detached.ts';
import { decode, type EncodingName, encode } from '../text/encoding.ts';
import { wrap } from '../text/width.ts';
import { diffLines, drawDiffs } from '../views/diff.ts';
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
  const rehearsal = new Rehearsal(context, options);
  for (const rewrite of rewrites) rehearsal.add(rewrite);
  rehearsal.show();
}

/** Of each file only what differs is kept: there may be ten thousand. */
export class Rehearsal {
  /** How many files were added. */
  count = 0;
  readonly #context: Context;
  readonly #options: CommonOptions;
  readonly #isForPeople: boolean;
  readonly #diffs: string[][] = [];
  readonly #patches: Uint8Array[] = [];

  constructor(context: Context, options: CommonOptions) {
    this.#context = context;
    this.#options = options;
    this.#isForPeople = context.isWatched() && !options.plain;
  }

  /** Throws `unwritable` where the write itself could not be exact. */
  add(rewrite: Rewrite): void {
    const { path, shown = path, basis, before, after } = rewrite;
    const { theme, library } = this.#context;
    this.count++;
    if (this.#isForPeople) this.#diffs.push(detached(diffLines(before, after ?? '', shown, theme)));
    else {
      const file = { path: relativePath(library.cwd, path), before: basis, after: bytesAfter(rewrite) };
      this.#patches.push(patchOf([file]));
    }
  }

  show(): void {
    const { theme, out, err, document } = this.#context;
    if (this.#isForPeople) {
      out(drawDiffs(this.#diffs, theme));
      return;
    }
    const patch = Buffer.concat(this.#patches);
    if (patch.length > 0) document(patch);
    else if (!this.#options.quiet) err(`${wrap(theme.messages.noDifference, theme.width).join('\n')}\n`);
  }
}

function bytesAfter({ path, basis, after, encoding }: Rewrite): Uint8Array | null {
  if (after === null) return null;
  if (basis === null) return Buffer.from(after);
  const old = decode(basis, encoding);
  const bytes = old.exact ? encode(after, old.encoding, old.bom) : null;
  if (bytes === null) throw new UserError('unwritable', { file: path, cause: 'inexact-encoding', variable: null });
  return bytes;
}
