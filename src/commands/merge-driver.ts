// MergeDriver: the command that git runs for a file which two sides changed: boxes and days by line, all else by git (FORMATS M1–M6).
import { UserError } from '../errors.ts';
import { threeWay } from '../formats/merge/three-way.ts';
import { decode, encode } from '../text/encoding.ts';
import { losslessBytes } from '../text/lossless.ts';
import { losslessText } from '../text/stray-bytes.ts';

/** The files that git names, and git itself. All of it throws where the system refuses. */
export interface MergeWorld {
  read(path: string): Uint8Array;
  /** Never leaves half a file. */
  replace(path: string, bytes: Uint8Array): void;
  /** `git merge-file -p` for three texts: what it prints, and its status, which is null where it could not be run. */
  mergeTexts(
    versions: Versions<string>,
    name: string | null,
  ): { readonly text: string; readonly status: number | null };
  /** `git merge-file`, which writes into our file: its status, null where it could not be run. */
  mergeFiles(paths: Versions<string>, name: string | null): number | null;
  report(error: UserError): void;
}

export interface Versions<One> {
  readonly base: One;
  readonly ours: One;
  readonly theirs: One;
}

/** What git takes for an error; up to 128 it is a conflict, and then our side would pass for the merged file. */
export const failed = 129;

/** Larger files are merged by git alone, which needs less memory. */
const mostBytes = 32 * 1024 * 1024;

/** `%O %A %B [%P]` to the status git asks for: 0 merged, 1 with conflicts, 129 not at all. Never throws. */
export function mergeDriver(words: readonly string[], world: MergeWorld): number {
  const [base, ours, theirs, name = null] = words;
  if (base === undefined || ours === undefined || theirs === undefined || words.length > 4) {
    world.report(new UserError('merge-arguments', {}));
    return failed;
  }
  const paths = { base, ours, theirs };
  const file = name ?? ours;
  try {
    return mergeByTopic(paths, name, world);
  } catch (error) {
    const reason = error instanceof Unmergeable ? error.reason : 'defect';
    return mergeByGit(paths, name, world, reason, file);
  }
}

/** A file that is left to git. */
class Unmergeable extends Error {
  readonly reason: 'binary' | 'too-large' | 'no-git';
  constructor(reason: Unmergeable['reason']) {
    super(reason);
    this.reason = reason;
  }
}

function mergeByTopic(paths: Versions<string>, name: string | null, world: MergeWorld): number {
  const bytes = each(paths, (path) => world.read(path));
  if (isSame(bytes.ours, bytes.theirs) || isSame(bytes.base, bytes.theirs)) return 0;
  if (isSame(bytes.base, bytes.ours)) {
    world.replace(paths.ours, bytes.theirs);
    return 0;
  }
  const { texts, bytesOf } = asTexts(bytes);
  const { base, ours, theirs } = each(texts, (text) => ({ isMarked: text.startsWith(mark), text: withoutMark(text) }));
  const codes = threeWay(base.text, ours.text, theirs.text);
  const { text, hasConflict } = codes.finish(mergeCodes(codes, name, world));
  const isMarked = ours.isMarked === base.isMarked ? theirs.isMarked : ours.isMarked;
  world.replace(paths.ours, bytesOf((isMarked ? mark : '') + text));
  return hasConflict ? 1 : 0;
}

/** Where only ticks differ there is nothing left to merge, and git need not be asked. */
function mergeCodes({ base, ours, theirs }: Versions<string>, name: string | null, world: MergeWorld): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const { text, status } = world.mergeTexts({ base, ours, theirs }, name);
  if (status === null) throw new Unmergeable('no-git');
  if (status >= 128) throw new RangeError(`git merge-file: ${status}`);
  return text;
}

function mergeByGit(
  paths: Versions<string>,
  name: string | null,
  world: MergeWorld,
  reason: Unmergeable['reason'] | 'defect',
  file: string,
): number {
  let status: number | null = null;
  try {
    status = world.mergeFiles(paths, name);
  } catch {
    // Reported below: nothing was merged.
  }
  if (status === null || status >= 128) {
    // Of two binary files git keeps ours and calls it a conflict.
    if (reason === 'binary') {
      world.report(new UserError('merged-by-git', { file, reason }));
      return 1;
    }
    world.report(new UserError('not-merged', { file, reason: status === null ? 'no-git' : 'unreadable' }));
    return failed;
  }
  if (reason !== 'no-git') world.report(new UserError('merged-by-git', { file, reason }));
  return status === 0 ? 0 : 1;
}

function each<From, To>({ base, ours, theirs }: Versions<From>, to: (one: From) => To): Versions<To> {
  return { base: to(base), ours: to(ours), theirs: to(theirs) };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

const mark = '\ufeff';
const withoutMark = (text: string): string => (text.startsWith(mark) ? text.slice(1) : text);

interface Texts {
  readonly texts: Versions<string>;
  readonly bytesOf: (text: string) => Uint8Array;
}

/** Texts that give the very bytes back. All but UTF-16 is read as UTF-8: boxes and markers are ASCII in every other encoding. */
function asTexts(bytes: Versions<Uint8Array>): Texts {
  const all = [bytes.base, bytes.ours, bytes.theirs];
  if (all.some((one) => one.length > mostBytes)) throw new Unmergeable('too-large');
  if (!all.some((one) => one.includes(0))) return { texts: each(bytes, losslessText), bytesOf: losslessBytes };
  // Only UTF-16 has a NUL in a text.
  const decoded = each(bytes, (one) => decode(one));
  const { encoding } = decoded.ours;
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const fits = ({ length }: Uint8Array, one: ReturnType<typeof decode>): boolean =>
    length === 0 || (one.exact && one.encoding === encoding);
  const areWide = fits(bytes.base, decoded.base) && fits(bytes.theirs, decoded.theirs) && decoded.ours.exact;
  if (!isWide || !areWide) throw new Unmergeable('binary');
  return {
    texts: each(decoded, ({ text, bom }) => (bom ? mark : '') + text),
    bytesOf: (text) => {
      const encoded = encode(text, encoding, false);
      if (encoded === null) throw new RangeError(`no text of ${encoding}`);
      return encoded;
    },
  };
}
