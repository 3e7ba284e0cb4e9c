// Guide: the roadmaps in docs/write-a-roadmap.md are read without a remark, and the whole one is clean by every rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lintContent } from '../../src/formats/lint/content.ts';
import { lintData } from '../../src/formats/lint/note.ts';
import { fromDocument } from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import { parts } from '../../src/model/fields.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { toSource } from '../../src/text/source.ts';
import { today } from '../support/roadmaps.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'write-a-roadmap.md'), 'utf8');
const examples = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text as string);

it('has examples, and each is read without a remark', () => {
  expect(examples).toHaveLength(4);
  for (const text of examples) expect(readYaml(toSource(text), 'example.yaml').diagnostics).toEqual([]);
});

it('the whole one is clean', () => {
  const source = toSource(examples[0] as string);
  const { document, diagnostics, placeOf } = readYaml(source, 'kafka.yaml');
  const roadmap = identify(finish(fromDocument(document, 'kafka', diagnostics)));
  expect(lintData(source, roadmap, today, lintContent(document, placeOf)).map(({ diagnostic }) => diagnostic)).toEqual(
    [],
  );
});

it('names every field there is, and the whole example has nearly all', () => {
  const fields = [...new Set(Object.values(parts).flatMap((part) => Object.keys(part)))];
  expect(fields.filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
  const [whole = ''] = examples;
  expect(fields.filter((field) => !new RegExp(`\\b${field}:`).test(whole))).toEqual([
    ...['description', 'notes', 'weight', 'retired', 'due', 'scheduled', 'start', 'created', 'priority'],
    ...['same', 'done', 'status', 'labs'],
  ]);
});
