// PlainYaml: files and front matter that have only what most have, read without the libraries that know all of YAML.
import { toSource } from '../text/source.ts';
import type { FrontMatterData } from './frontmatter.ts';
import { plainTree } from './yaml/plain-tree.ts';
import { roadmapIn, type YamlRoadmap } from './yaml/roadmap.ts';
import { plainValue } from './yaml/scalars.ts';
import type { Tree } from './yaml/tree.ts';

/** The document of a plain text; null where it is not plain, which says nothing of whether it is a roadmap. Throws as `roadmapIn` does. */
export function readPlainYaml(text: string, file: string): YamlRoadmap | null {
  const source = toSource(text);
  const tree = plainTree(source);
  return tree && roadmapIn(tree, source, file);
}

/** The properties of one exact block, fences included, as `parseFrontMatter` gives them; null where it is not plain. */
export function readPlainFrontMatter(block: string): FrontMatterData | null {
  const lines = block.split(/\r\n|\n|\r/).slice(1, -1);
  if (lines.some((line) => line.startsWith('---'))) return null;
  const tree = plainTree(toSource(lines.join('\n')));
  return tree?.kind === 'map' ? { data: plainValue(tree) as FrontMatterData['data'], problem: null } : null;
}

/** The tree of a plain text; null where it is not plain. */
export function plainTreeOf(text: string): Tree | null {
  return plainTree(toSource(text));
}
