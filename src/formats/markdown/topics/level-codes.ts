// LevelCode: `S3`, `A1` as the heading of a section or as a tag, and whether a note has a series of them (FORMATS V1).
import { codesOfTitle, isCodeSeries, levelOfCode } from '../../../model/level-words.ts';
import type { Outline } from '../outline/build-outline.ts';
import { partsBelow } from '../outline/part.ts';
import { place } from '../outline/run.ts';

const tag = /(?<=^|\s)#([a-z]\d)(?![\w/-])/gi;

/** Looks at every heading and item of the outline: asked only where a code is met. */
export function hasCodeSeries({ root, lines, place: places }: Outline): boolean {
  const codes = [...partsBelow(root)].flatMap(({ title }) => codesOfTitle(title));
  for (let row = 0; row < lines.length; row++)
    if (places[row] === place.item)
      for (const [, code] of lines.textOf(row).matchAll(tag))
        if (levelOfCode(code as string) !== null) codes.push(code as string);
  return isCodeSeries(codes);
}
