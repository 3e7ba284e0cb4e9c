// StandardInput: what is piped into the program.
import { readSync } from 'node:fs';
import { isUserError, UserError } from './errors.ts';
import { causeOf } from './store/failure.ts';
import { MAX_FILE_BYTES } from './store/files.ts';
import { decode, hasBom } from './text/encoding.ts';

/** All of standard input, as UTF-8, or UTF-16 that says so; a pipe that was left non-blocking by whoever made it is waited for. */
export function readInput(): string {
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    const piece = Buffer.alloc(65_536);
    try {
      const length = readSync(0, piece);
      if (length === 0) return textOf(Buffer.concat(pieces));
      pieces.push(piece.subarray(0, length));
      total += length;
      if (total > MAX_FILE_BYTES) throw new UserError('unreadable', { file: '/dev/stdin', cause: 'too-large' });
    } catch (error) {
      if (isUserError(error)) throw error;
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') pause();
      else throw new UserError('unreadable', { file: '/dev/stdin', cause: causeOf(error) ?? 'io' });
    }
  }
}

/** With its mark, since `-z` reads words that end with NUL. What else is no UTF-8 stays as it is: encodings are guessed of files only. */
function textOf(bytes: Buffer): string {
  const isUtf16 = hasBom(bytes, 'utf-16le') || hasBom(bytes, 'utf-16be');
  return isUtf16 ? decode(bytes).text : bytes.toString('utf8');
}

/** Until a stream takes or gives more. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
