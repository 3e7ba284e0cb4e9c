// Any Russian words: Сеть "Network", План "Plan", Лодка "Boat"; "Просто вступление" is prose (just an introduction).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../src/formats/frontmatter.ts';
import { parseToml } from '../../src/formats/frontmatter-toml.ts';
import { parseFrontMatter } from '../../src/formats/frontmatter-yaml.ts';

describe('frontMatterSpan', () => {
  it.each([
    ['a plain block', '---\ntitle: Сеть\n---\n- [ ] раз\n', '---\ntitle: Сеть\n---', '- [ ] раз\n'],
    ['a block closed by dots', '---\na: b\n...\nтекст', '---\na: b\n...', 'текст'],
    ['blanks after the fences', '---  \na: b\n---\t\nтекст', '---  \na: b\n---\t', 'текст'],
    ['CRLF line ends', '---\r\na: b\r\n---\r\nтекст', '---\r\na: b\r\n---', 'текст'],
    ['CR line ends', '---\ra: b\r---\rтекст', '---\ra: b\r---', 'текст'],
    ['an empty block', '---\n---\nтекст', '---\n---', 'текст'],
    ['a block of comments', '---\n# пусто\n\n---\nтекст', '---\n# пусто\n\n---', 'текст'],
    ['a block that ends the file', '---\na: b\n---', '---\na: b\n---', ''],
    ['a block of TOML', '+++\ntitle = "a"\n+++\nтекст', '+++\ntitle = "a"\n+++', 'текст'],
    ['a table of TOML alone', '+++ \r\n[menu]\r\n+++\r\nтекст', '+++ \r\n[menu]\r\n+++', 'текст'],
    ['quoted keys of TOML', '+++\n"a b" = 1\n+++\n', '+++\n"a b" = 1\n+++', ''],
    ['broken YAML with a key', '---\na: [b\n---\nтекст', '---\na: [b\n---', 'текст'],
    ['a key without value', '---\ntags:\n  - mesh\n---\nтекст', '---\ntags:\n  - mesh\n---', 'текст'],
    ['a longer dash line inside', '---\na: b\n----\n---\nтекст', '---\na: b\n----\n---', 'текст'],
  ])('finds %s', (_, text, block, body) => {
    const found = frontMatterSpan(text);
    expect(found && text.slice(found.block.start, found.block.end)).toBe(block);
    expect(found && text.slice(found.body.start, found.body.end)).toBe(body);
  });

  it.each([
    ['a JavaScript block', '---js\nmodule.exports = {}\n---\n'],
    ['a CoffeeScript block', '---coffee\na: b\n---\n'],
    ['a block named after a property of every object', '---constructor\na: b\n---\n'],
    ['a block that is not at the very beginning', '\n---\na: b\n---\n'],
    ['a fence that never closes', '---\na: b\n- [ ] topic\n'],
    ['an indented closing fence', '---\na: b\n ---\n'],
    ['four dashes', '----\na: b\n----\n'],
    ['prose between thematic breaks', '---\nПросто вступление.\n\n---\n# План\n'],
    ['a checklist between thematic breaks', '---\n- [ ] один: да\n- [ ] два\n---\n'],
    ['a link between thematic breaks', '---\nhttps://example.org\n---\n'],
    ['prose between lines of plus signs', '+++\nПросто вступление.\n+++\n'],
    ['TOML that ends like YAML', '+++\na = 1\n---\n'],
    ['YAML between the signs of TOML', '+++\na: b\n+++\n'],
    ['+++js', '+++js\na = 1\n+++\n'],
    ['a text without any fence', 'a: b\n'],
    ['an empty text', ''],
  ])('passes over %s', (_, text) => {
    expect(frontMatterSpan(text)).toBeNull();
  });

  it('leaves nothing but one line end between block and body, whatever the text', () => {
    const line = fc.constantFrom(
      '---',
      '--- ',
      '...',
      '+++',
      'a = 1',
      'a: b',
      '- x',
      '',
      '# c',
      'текст',
      '---js',
      '{a: b}',
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { maxLength: 8 }), (lines) => {
        const text = lines.map((parts) => parts.join('')).join('');
        const found = frontMatterSpan(text);
        if (!found) return;
        expect(found.block.start).toBe(0);
        expect(found.body.end).toBe(text.length);
        expect(['', '\n', '\r', '\r\n']).toContain(text.slice(found.block.end, found.body.start));
        expect(text.slice(0, found.block.end)).toMatch(
          /^(?:---[ \t]*[\r\n](?:[\s\S]*[\r\n])?(?:---|\.\.\.)|\+\+\+[ \t]*[\r\n](?:[\s\S]*[\r\n])?\+\+\+)[ \t]*$/,
        );
      }),
    );
  });
});

describe('parseFrontMatter', () => {
  it('keeps every scalar as it was written and reads an empty value as null', () => {
    const { data, problem } = parseFrontMatter('---\nversion: 1.10\nready: no\nday: 2026-11-20\nnothing:\n---');
    expect(problem).toBeNull();
    expect({ ...data }).toEqual({ version: '1.10', ready: 'no', day: '2026-11-20', nothing: null });
  });

  it.each([
    ['CRLF', '---\r\ntitle: Сеть\r\ntags: [a, b]\r\n---'],
    ['CR', '---\rtitle: Сеть\rtags: [a, b]\r---'],
    ['dots', '---\ntitle: Сеть\ntags: [a, b]\n...'],
  ])('reads a block with %s', (_, block) => {
    expect(parseFrontMatter(block)).toMatchObject({ data: { title: 'Сеть', tags: ['a', 'b'] }, problem: null });
  });

  it.each([
    ['an unclosed list', '---\na: b\nc: [d\n---', 3],
    ['a key given twice', '---\na: 1\na: 2\n---', 3],
    ['a list instead of keys', '---\n- a\n---', 2],
    ['the prototype of all objects', '---\nx: y\n__proto__: {admin: yes}\n---', 3],
    ['a line gray-matter would cut at', '---\na: b\n---c: d\ne: f\n---', 3],
    ['a second document', '---\na: b\n--- \nc: d\n---', 3],
  ])('makes a problem of %s and gives no data', (_, block, line) => {
    const { data, problem } = parseFrontMatter(block);
    expect({ ...data }).toEqual({});
    expect(problem?.line).toBe(line);
  });

  it('reads an empty block and one of comments as no data and no problem', () => {
    for (const block of ['---\n---', '---\n# remark\n---'])
      expect(parseFrontMatter(block)).toEqual({ data: {}, problem: null });
  });

  it('gives every caller data of its own', () => {
    const first = parseFrontMatter('---\ntags: [a]\n---');
    (first.data.tags as string[]).push('b');
    expect(parseFrontMatter('---\ntags: [a]\n---').data.tags).toEqual(['a']);
  });

  it.each(['js', 'javascript', 'coffee', 'cson', 'json', 'toml', 'constructor', '__proto__', 'toString'])(
    'runs nothing and reads no data in a ---%s block',
    (language) => {
      const world = globalThis as { hostile?: boolean };
      delete world.hostile;
      const text = `---${language}\nglobalThis.hostile = true, {"a": "b"}\n---\n`;
      expect(frontMatterSpan(text)).toBeNull();
      // Even when a caller hands over such a block, the fence is taken for a plain one.
      parseFrontMatter(text.trimEnd());
      expect(world.hostile).toBeUndefined();
    },
  );

  it.each([
    'a: !!js/function "function () { globalThis.hostile = true }"',
    'a: !!js/undefined x',
    'a: {constructor: {prototype: {hostile: yes}}}',
    'prototype: {hostile: yes}',
  ])('runs nothing and changes no prototype for %s', (line) => {
    parseFrontMatter(`---\n${line}\n---`);
    expect((globalThis as { hostile?: boolean }).hostile).toBeUndefined();
    expect(({} as { hostile?: string }).hostile).toBeUndefined();
  });
});

describe('parseToml', () => {
  const block = (...lines: readonly string[]): string => ['+++', ...lines, '+++'].join('\n');

  it('gives what YAML gives: strings, lists, and maps without a prototype', () => {
    const { data, problem } = parseToml(
      block(
        'title = "Лодка"',
        'draft = true',
        'weight = 10',
        'date = 2024-02-23',
        'levels = ["a", "b"]',
        '[menu]',
        "name = 'x'",
      ),
    );
    expect(problem).toBeNull();
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      ...{ title: 'Лодка', draft: 'true', weight: '10', date: '2024-02-23', levels: ['a', 'b'], menu: { name: 'x' } },
    });
    expect(Object.getPrototypeOf(data.menu)).toBeNull();
  });

  it.each([
    ['a text without quotes', ['title = Boat'], 2],
    ['a key given twice', ['a = 1', 'a = 2'], 3],
    ['the prototype of all objects', ['x = 1', '__proto__ = {admin = true}'], 3],
    ['an unclosed list', ['a = [1,'], 2],
    ['nothing but depth', [`a = ${'['.repeat(5000)}`], 2],
  ])('names the line of %s', (_, lines, line) => {
    const { data, problem } = parseToml(block(...lines));
    expect(data).toEqual({});
    expect(problem).toMatchObject({ code: 'not-toml', line });
  });

  it('reads CRLF', () => expect(parseToml('+++\r\na = "b"\r\n+++').data).toMatchObject({ a: 'b' }));
});
