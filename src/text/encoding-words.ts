// EncodingWord: the names that people and programs give to encodings.
import type { EncodingName } from './encoding.ts';

/** The encoding a person means by `cp1251`, `UTF8`, `win-1251`…; null for one that we do not read. */
export function encodingNamed(word: string): EncodingName | null {
  const key = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  return aliases.get(key.replace(/^(?:win|windows|cp|ibm|dos|x|cs)(?=\d|mac)/, '')) ?? null;
}

const aliases: ReadonlyMap<string, EncodingName> = new Map([
  ['utf8', 'utf-8'],
  ['unicode11utf8', 'utf-8'],
  ['ascii', 'utf-8'],
  ['usascii', 'utf-8'],
  ['65001', 'utf-8'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['ucs2', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['1251', 'windows-1251'],
  ['koi8r', 'koi8-r'],
  ['koi8', 'koi8-r'],
  ['koi', 'koi8-r'],
  ['866', 'ibm866'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['macintoshcyrillic', 'x-mac-cyrillic'],
  ['10007', 'x-mac-cyrillic'],
  ['1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso88591', 'windows-1252'],
]);
