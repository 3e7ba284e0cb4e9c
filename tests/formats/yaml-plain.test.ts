// Plain YAML: what is read without the library is read as the library reads it, with the same places, and all else is left to it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlainFrontMatter, readPlainYaml } from '../../src/formats/plain-yaml.ts';
import { plainTree } from '../../src/formats/yaml/plain-tree.ts';
import { toSource } from '../../src/text/source.ts';
import { compareFrontMatter, compareTrees, isReadAlike } from '../support/plain-yaml.ts';
import { yamlTexts } from '../support/yaml-texts.ts';

const folder = join(import.meta.dirname, '..', '..', 'roadmaps');
const roadmaps = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('a plain text', () => {
  it.each([
    ['keys and values', 'a: b\nc: d\n'],
    ['a list below a key, further in', 'a:\n  - b\n  - c\nd: e\n'],
    ['a list below a key, in its column', 'a:\n- b\n- c: d\n  e: f\ng: h\n'],
    ['lists in lists', '- - a\n  - b\n- - c\n'],
    ['nothing behind a key and a dash', 'a:\nb: \nc:  # d\ne:\n  -\n  - \n  - f\n'],
    ['maps in maps with nothing in them', 'a:\n  b:\n    c:\nd: {}\ne: []\n'],
    ['braces and brackets', 'a: {b: c, d: [e, {f: g}], h: , "i":j}\nk: [l, "m, n", o, ]\n'],
    ['quotes', `a: 'it''s'\n'b': "\\u00e9\\n\\ud83c\\udf31\\\\"\n"c d" : "e" # f\n`],
    ['quoted texts of several lines', 'a: "b\n  c\n\n   d "\ne: \'f\n\n  g\'\n'],
    ['bare texts of several lines', 'a: b\n  c\n\n  d # e\nf:\n  g\n  h\n'],
    ['a line that begins with a dash in a text', '- a\n  - b\n  - c\n'],
    ['texts behind signs', 'a: |\n  b: c\n    d\n\n  # e\nf: >-\n  g\n  h\n\n\n  i\nj: k\n'],
    ['comments anywhere', '# a\nb: # c\n  # d\n  - e # f\n    # g\n  - h#i\n#j\nk: l\n'],
    ['what looks like something else', 'a: 1_000\nb: 0o7\nc: .inf\nd: 12:30\ne: 2024-01-01\nf: ~\ng: yes\nh: null\n'],
    ['signs inside', 'a: http://x#y\nb: c - d [e]\nf: -g\nh: i & j * k ! l | m > n % o @ p\n'],
    ['the line that opens a document', '--- \n# a\nb: c\n'],
    ['CRLF', 'a: b\r\n  c\r\nd: |\r\n  e\r\n\r\nf: "g\r\n  h"\r\n'],
    ['CR', 'a: b\r  c\rd:\r- e\r'],
    ['letters of all kinds', 'Тема: 🌱 a\u00a0b\n主题: e\u0301\n'],
    ['no line end at the end', 'a:\n  - b'],
  ])('%s', (_, text) => expect(isReadAlike(text)).toBe(true));

  it.each(roadmaps)('roadmaps/%s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(isReadAlike(text)).toBe(true);
    expect(isReadAlike(text.replaceAll('\n', '\r\n'))).toBe(true);
    expect(readPlainYaml(text.replace(/^id: .*$/m, 'id: mine'), name)).not.toBeNull();
  });
});

describe('what is not plain is left to the library', () => {
  it.each([
    ['nothing', ''],
    ['comments alone', '# a\n'],
    ['a text alone', 'a\n'],
    ['a list in braces alone', '[a]\n'],
    ['a list behind a key', 'key: - x'],
    ['two colons', 'a: b: c'],
    ['a colon at the end of a value', 'a: b:'],
    ['a colon in the second line of a value', 'a: b\n  c: d'],
    ['no blank behind the colon', 'key:value'],
    ['an explicit key', '? x\n: y'],
    ['an anchor', 'a: &b c'],
    ['an alias', 'a: b\nc: *a'],
    ['a tag', 'a: !b c'],
    ['a merged key', '<<: a'],
    ['a directive', '%YAML 1.2\n---\na: b'],
    ['a second document', 'a: b\n---\nc: d'],
    ['the end of a document', 'a: b\n...\n'],
    ['content behind the marker', '--- a: b'],
    ['a key given twice', 'a: b\nc: d\n"a": e'],
    ['a key given twice in braces', 'a: {b: c, b: d}'],
    ['a key of prototypes', '__proto__: a'],
    ['a key of Ruby', ':title: a'],
    ['a key of more than a thousand characters', `${'a'.repeat(1010)}: b`],
    ['a tab', 'a:\tb'],
    ['a tab in quotes', 'a: "\t"'],
    ['a byte-order mark', '\ufeffa: b'],
    ['NEL', 'a: b\u0085c'],
    ['a line separator', 'a: b\u2028c'],
    ['a control character', 'a: b\0c'],
    ['a bracket over several lines', 'a: [b,\n  c]'],
    ['a bare key in braces', 'a: {b}'],
    ['a pair in brackets', 'a: [b: c]'],
    ['no blank in braces', 'a: {b:c}'],
    ['an empty entry in brackets', 'a: [b, , c]'],
    ['a comment in brackets', 'a: [b # c]'],
    ['text behind a bracket', 'a: [b] c'],
    ['text behind a quote', 'a: "b" c'],
    ['a comment without a blank', 'a: "b"#c'],
    ['an unknown escape', 'a: "\\q"'],
    ['an escape that JSON does not have', 'a: "\\x41"'],
    ['an escaped line end', 'a: "b\\\n  c"'],
    ['a quote that does not end', 'a: "b\nc: d'],
    ['a quoted text that goes on at the margin', 'a: "b\nc"'],
    ['less indentation than beside it', 'a:\n    b: c\n  d: e'],
    ['more indentation than beside it', 'a: b\n  c: d'],
    ['a list beside a key', 'a: b\n- c'],
    ['an indented root', ' a: b\n'],
    ['a text that keeps its line ends', 'a: |+\n  b\n'],
    ['a text with its indentation', 'a: |2\n  b\n'],
    ['a text that begins with an empty line', 'a: |\n\n  b\n'],
    ['a folded text with a deeper line', 'a: >\n  b\n    c\n'],
    ['a text of nothing', 'a: |\nb: c'],
    ['a text below a key and a comment', 'a:\n#b\n  c\nd: e'],
    ['braces of forty levels', `a: ${'['.repeat(45)}${']'.repeat(45)}`],
    ['dashes of forty levels', `${'- '.repeat(45)}a`],
    ...[...'@`%&*!|>'].map((sign): [string, string] => [`a value that begins with ${sign}`, `a: ${sign}b`]),
  ])('%s', (_, text) => expect(plainTree(toSource(text))).toBeNull());
});

describe('generated texts', () => {
  const texts = yamlTexts();

  it('are read as the library reads them', () => {
    const realistic = compareTrees(700, texts.realistic);
    expect(realistic).toEqual({ texts: 700, fine: 700, plain: 700, wrong: [] });
    const mutated = compareTrees(700, texts.mutated);
    expect(mutated.wrong).toEqual([]);
    expect(mutated.plain).toBeGreaterThan(mutated.fine * 0.75);
    const adversarial = compareTrees(600, texts.adversarial);
    expect(adversarial.wrong).toEqual([]);
    expect(adversarial.plain).toBeGreaterThan(adversarial.fine * 0.2);
  }, 60_000);

  it('are read as gray-matter reads them between fences', () => {
    const properties = compareFrontMatter(150, texts.properties);
    expect(properties).toEqual({ texts: 150, fine: 150, plain: 150, wrong: [] });
    expect(compareFrontMatter(150, texts.mutated).wrong).toEqual([]);
    expect(compareFrontMatter(100, texts.adversarial).wrong).toEqual([]);
  });
});

describe('plain front matter', () => {
  it('gives maps without a prototype, and every caller its own', () => {
    const block = '---\ntitle: Boat\ntags: [a, b]\nmore:\n  day: 2026-03-01\n---';
    const data = readPlainFrontMatter(block)?.data ?? {};
    expect(JSON.stringify(data)).toBe('{"title":"Boat","tags":["a","b"],"more":{"day":"2026-03-01"}}');
    expect(Object.getPrototypeOf(data)).toBeNull();
    (data.tags as string[]).push('c');
    expect(readPlainFrontMatter(block)?.data.tags).toEqual(['a', 'b']);
  });

  it.each(['---\n---', '---\n# a\n---', '---\n- a\n---', '---\na: b\n---c\n---', '---\na: [b\n---'])(
    'leaves %j to gray-matter',
    (block) => expect(readPlainFrontMatter(block)).toBeNull(),
  );
});
