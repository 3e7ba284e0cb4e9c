// The registry of formats: the content chooses among those that a file of that name may be in (FORMATS B5).
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formatOf, formats, mayBeRoadmap } from '../../src/formats/registry.ts';
import { isShoppingList, readShoppingList } from '../support/shopping-list.ts';

const note = '# Boats\n\n- [ ] Hull\n';
const keys = 'title: Boats\nsections:\n  - title: Hull\n';

describe('a text', () => {
  it.each([
    ['boats.md', note, 'markdown'],
    ['boats.markdown', note, 'markdown'],
    ['boats.MD', '* TODO Hull\n', 'markdown'],
    ['boats.txt', note, 'markdown'],
    ['boats.txt', 'x 2026-03-01 Hull +boat\n', 'todo.txt'],
    ['todo', 'x 2026-03-01 Hull +boat\n', 'todo.txt'],
    ['boats', note, 'markdown'],
    ['boats.md', 'x 2026-03-01 Hull +boat\n', 'markdown'],
    ['boats.yaml', keys, 'yaml'],
    ['boats.YML', keys, 'yaml'],
    ['boats.yaml', note, 'markdown'],
    ['boats.json', ' {"nodes": []}', 'json'],
    ['boats.json', note, 'markdown'],
    ['boats.org', '* TODO Hull\n', 'org'],
    ['boats.org', note, 'markdown'],
    ['boats.v2.rst', note, 'markdown'],
    ['boats.rst', 'Boats\n=====\n\n* Hull\n', 'rst'],
    ['boats.txt', '# -*- mode: org -*-\n* Hull\n', 'org'],
    ['boats', '#+TITLE: Boats\n* Hull\n', 'org'],
    ['boats.txt', '#+TITLE: Boats\n# Hull\n', 'markdown'],
    ['boats.md', '---\ntitle: Boats\ntopics:\n  - Hull\n---\n', 'yaml'],
    ['boats.md', '---\ntopics:\n  - Hull\n---\nProse.\n', 'markdown'],
    ['boats.md', '---\ntitle: Boats\ntags:\n  - hull\n---\n', 'markdown'],
    ['boats.adoc', '= Boats\n\n* Hull\n', 'asciidoc'],
    ['boats.md', '\\# Boats\n\n\\- Hull\n\n1\\. Mast\n', 'escaped-markdown'],
    ['boats.md', '\\# Boats\n\n\\- Hull\n\n\\- Mast\n\n- Sails\n', 'markdown'],
    ['boats.md', '\\# Boats\n\n\\- Hull\n', 'markdown'],
    ['/some.yaml/boats', note, 'markdown'],
  ])('in %s, %j, is %s', (path, text, name) => expect(formatOf(path, text).name).toBe(name));
});

it.each([
  ['a.md', true],
  ['a.Markdown', true],
  ['a.txt', true],
  ['a.yml', true],
  ['a.org', true],
  ['a.json', false],
  ['a.rst', false],
  ['a.adoc', false],
  ['a', false],
  ['a.pdf', false],
])('%s in a folder may be a roadmap: %s', (name, expected) => expect(mayBeRoadmap(name)).toBe(expected));

it('names each format once, and one that takes what no other takes comes last', () => {
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
  expect(formats.map(({ matches }) => matches('')).lastIndexOf(true)).toBe(formats.length - 1);
});

it('takes a dialect that it has never met, with a file and this line', async () => {
  const line: Format = {
    name: 'shopping',
    extensions: ['txt'],
    matches: isShoppingList,
    load: () => readShoppingList,
    canHoldTicks: false,
  };
  const known = [line, ...formats];
  expect(formatOf('week.txt', 'BREAD\n+ rye\n', known).name).toBe('shopping');
  expect(formatOf('week.txt', note, known).name).toBe('markdown');
});
