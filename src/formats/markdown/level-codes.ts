// LevelCode: `S3`, `A1` as the heading of a section or as a tag, and whether a note has a series of them (FORMATS V1).
import { codesOfTitle, isCodeSeries, levelOfCode } from '../../model/level-words.ts';
import type { Child } from './outline/part.ts';

const tag = /(?<=^|\s)#([a-z]\d)(?![\w/-])/gi;

/** Looks at every heading and item of the outline: asked only where a code is met. */
export function hasCodeSeries(text: string, children: readonly Child[]): boolean {
  const codes: string[] = [];
  const visit = (child: Child): void => {
    if (child.kind === 'part') codes.push(...codesOfTitle(child.title));
    else if (child.kind === 'item')
      for (const [, code] of text.slice(child.line.content, child.line.contentEnd).matchAll(tag))
        if (levelOfCode(code as string) !== null) codes.push(code as string);
    if (child.kind === 'part' || child.kind === 'item') child.children.forEach(visit);
  };
  children.forEach(visit);
  return isCodeSeries(codes);
}
