// The rules as users read them: every example of docs/formats.md is read, and compared with what is beneath it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAsciiDoc } from '../../src/formats/asciidoc.ts';
import { readEscapedMarkdown } from '../../src/formats/escaped-markdown.ts';
import type { ReadDraft } from '../../src/formats/format.ts';
import { readJson } from '../../src/formats/json/read.ts';
import { checklist } from '../../src/formats/markdown/write.ts';
import { readOrg } from '../../src/formats/org.ts';
import { formatOf } from '../../src/formats/registry.ts';
import { readRestructuredText } from '../../src/formats/restructured-text.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readTodoTxt } from '../../src/formats/todo-txt.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { finish, identify } from '../../src/model/finish.ts';
import type { Roadmap, Section, Topic } from '../../src/model/roadmap.ts';
import { firstWording } from '../../src/model/roadmap.ts';
import { toSource } from '../../src/text/source.ts';
import { roadmapJson } from '../../src/views/roadmap-json.ts';
import { readNote } from '../support/notes.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'formats.md'), 'utf8');
const examples = [
  ...document.matchAll(
    /^(`{3,})(markdown|yaml|org|todo\.txt|rst|asciidoc|escaped-markdown)\n([\s\S]*?)^\1\n+reads as\n+```text\n([\s\S]*?)^```/gm,
  ),
].map((match) => ({
  line: document.slice(0, match.index).split('\n').length,
  dialect: match[2] as string,
  input: match[3] as string,
  expected: match[4] as string,
}));

const readers: { readonly [dialect: string]: readonly [ReadDraft, string] } = {
  org: [readOrg, 'note.org'],
  'todo.txt': [readTodoTxt, 'todo.txt'],
  rst: [readRestructuredText, 'note.rst'],
  asciidoc: [readAsciiDoc, 'note.adoc'],
  'escaped-markdown': [readEscapedMarkdown, 'note.md'],
};
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

  const read = ({ dialect, input }: (typeof examples)[number]): Roadmap => {
    const source = toSource(input);
    if (dialect === 'yaml') return identify(finish(fromDocument(readYaml(source, 'roadmap.yaml').document, 'roadmap')));
    if (dialect === 'markdown') return readNote(input);
    const [read, file] = readers[dialect] as (typeof readers)[string];
    expect(formatOf(file, input).name).toBe(dialect);
    return identify(finish(read({ source, name: 'note', file, parsed: null })));
  };

  it.each(examples)('the example on line $line reads as it says', (example) => {
    expect(shown(read(example))).toBe(example.expected);
  });

  it.each(examples)('the example on line $line comes back from an export', (example) => {
    const roadmap = read(example);
    expect(shown(readNote(checklist(roadmap, 'en')))).toBe(example.expected);
    const source = toSource(roadmapJson(roadmap, 'en'));
    expect(shown(finish(readJson(source, 'roadmap', 'roadmap.json')))).toBe(example.expected);
  });
});
