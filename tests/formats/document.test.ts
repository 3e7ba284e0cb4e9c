// The rules as users read them: every example of docs/formats.md is read, and compared with what stands beneath it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { finish } from '../../src/model/finish.ts';
import type { Roadmap, Section, Topic } from '../../src/model/roadmap.ts';
import { firstWording } from '../../src/model/roadmap.ts';
import { toSource } from '../../src/text/source.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'formats.md'), 'utf8');
const examples = [
  ...document.matchAll(/^(`{3,})(markdown|yaml)\n([\s\S]*?)^\1\n+reads as\n+```text\n([\s\S]*?)^```/gm),
].map((match) => ({
  line: document.slice(0, match.index).split('\n').length,
  dialect: match[2] as string,
  input: match[3] as string,
  expected: match[4] as string,
}));

const marks = { todo: ' ', doing: '/', done: 'x', skipped: '-' };

function shown(roadmap: Roadmap): string {
  const topic = (one: Topic, indent: string): string =>
    `${indent}${one.address} [${marks[one.status]}] ${firstWording(one.title)}${one.completedOn === null ? '' : ` ${one.completedOn}`}\n${one.topics.map((below) => topic(below, `${indent}  `)).join('')}`;
  const child = (one: Section | Topic, indent: string): string =>
    one.kind === 'topic'
      ? topic(one, indent)
      : `${indent}${one.address} ${firstWording(one.title)}\n${one.children.map((below) => child(below, `${indent}  `)).join('')}`;
  return [...roadmap.children, ...roadmap.projects].map((one) => child(one, '')).join('');
}

describe('docs/formats.md', () => {
  it('has an example for most rules', () => expect(examples.length).toBeGreaterThanOrEqual(23));

  it.each(examples)('the example on line $line reads as it says', ({ dialect, input, expected }) => {
    const source = toSource(input);
    if (dialect === 'yaml') {
      const { document: read } = readYaml(source, 'roadmap.yaml');
      expect(shown(finish(fromDocument(read, 'roadmap')))).toBe(expected);
      return;
    }
    expect(shown(finish(readMarkdown({ source, bodyStart: 0, frontMatter: {}, name: 'note' })))).toBe(expected);
  });
});
