// Repair: the text of a file that was saved in the wrong encoding, as it once was, on standard output (FORMATS B3).
import { UserError } from '../errors.ts';
import { readBytes } from '../store/files.ts';
import { absolutePath } from '../store/library.ts';
import { decode, encodingNames, isBinary } from '../text/encoding.ts';
import { encodingNamed } from '../text/encoding-words.ts';
import { repairMojibake } from '../text/mojibake.ts';
import { strayBytesIn } from '../text/stray-bytes.ts';
import { visible } from '../text/visible.ts';
import { documentOf } from '../views/json.ts';
import type { CommonOptions, Context } from './context.ts';

/**
 * `repair FILE`: the whole text, every line repaired, or `not-repairable` with the lines that do not fit. A file that
 * needs no repair is printed as it is, in UTF-8, with a sentence on standard error. Nothing is ever written. Throws
 * `unreadable`, `unknown-encoding`.
 */
export async function repair(context: Context, file: string, options: CommonOptions): Promise<number> {
  const path = absolutePath(context.library.cwd, file);
  const encoding = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  if (encoding === null)
    throw new UserError('unknown-encoding', { name: options.encoding as string, known: encodingNames });
  const bytes = readBytes(context.disk, path);
  if (encoding === undefined && isBinary(bytes)) throw new UserError('unreadable', { file: path, cause: 'binary' });
  const decoded = decode(bytes, encoding);
  // Bytes that no table explains would be lost without a word.
  if (!decoded.exact || strayBytesIn(decoded.text).length > 0)
    throw new UserError('unreadable', { file: path, cause: 'inexact-encoding' });
  const found = repairMojibake(decoded.text);
  if (found !== null && found.failed.length > 0)
    throw new UserError('not-repairable', { file, encoding: found.table, lines: found.failed });
  const text = found?.text ?? decoded.text;
  if (options.json)
    context.out(documentOf('repair', { file: path, encoding: decoded.encoding, table: found?.table ?? null, text }));
  else {
    // A file that needs nothing keeps its mark, so that the output is the very file.
    context.document(found === null && decoded.bom && decoded.encoding === 'utf-8' ? `\ufeff${text}` : text);
    if (found === null && !options.quiet)
      context.err(`${context.theme.messages.noRepair(visible(file), decoded.encoding)}\n`);
  }
  return 0;
}
