// ReStructuredText, AsciiDoc and escaped Markdown: what their titles, lists and blocks are read as (FORMATS T13 to T15).
import { describe, expect, it } from 'vitest';
import { isAsciiDoc, readAsciiDoc } from '../../src/formats/asciidoc.ts';
import { readEscapedMarkdown } from '../../src/formats/escaped-markdown.ts';
import type { ReadDraft } from '../../src/formats/format.ts';
import { isRestructuredText, readRestructuredText } from '../../src/formats/restructured-text.ts';
import { finish, identify } from '../../src/model/finish.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { toSource } from '../../src/text/source.ts';
import { shapeOf } from '../support/notes.ts';

const reading =
  (read: ReadDraft) =>
  (...lines: readonly string[]): Roadmap =>
    identify(finish(read({ source: toSource(lines.join('\n')), name: 'file', file: 'file', parsed: null })));
const rst = reading(readRestructuredText);
const adoc = reading(readAsciiDoc);

describe('reStructuredText', () => {
  it('has titles with marks below them, or above as well, whose kinds are depths as they come', () => {
    const roadmap = rst(
      '=====',
      'Boats',
      '=====',
      '',
      'Ropes',
      '=====',
      '',
      'Knots',
      '+++++',
      '',
      '* Bowline',
      '',
      'Wind',
      '=====',
      '',
      '* Trim',
    );
    expect(roadmap.title).toBe('Boats');
    expect(shapeOf(roadmap)).toEqual(['1 Ropes', '  1.1 Knots', '    1.1.1 [ ] Bowline', '2 Wind', '  2.1 [ ] Trim']);
  });

  it('has items that are indented below a title or a paragraph, and nested ones behind blank lines', () => {
    const lines = [
      'Ropes',
      '-----',
      '',
      '    - Bowline',
      '    - Reef',
      '',
      '      #. Tie it',
      '',
      'Wind',
      '----',
      'Sails:',
      '',
      '  (1) Trim',
      '  (2) Reef them',
    ];
    expect(shapeOf(rst(...lines))).toEqual([
      ...['1 Ropes', '  1.1 [ ] Bowline', '  1.2 [ ] Reef', '    1.2.1 [ ] Tie it'],
      ...['2 Wind', '  2.1 [ ] Trim', '  2.2 [ ] Reef them'],
    ]);
  });

  it('passes over directives, comments, fields and literal blocks', () => {
    const lines = [
      'Ropes',
      '~~~~~',
      ':author: Ada',
      '',
      '.. note::',
      '',
      '   - not this',
      '',
      '.. nor',
      '   - this',
      '',
      'As in::',
      '',
      '  - nor this',
      '',
      '- Bowline',
    ];
    expect(shapeOf(rst(...lines))).toEqual(['1 [ ] Bowline']);
  });

  it('has boxes, roles and links in items; nothing of it holds ticks', () => {
    const roadmap = rst(
      '- [x] Read `the almanac <https://example.org>`_',
      '- [ ] See :doc:`the chart <chart>` and `Tides`_',
    );
    expect(shapeOf(roadmap)).toEqual(['1 [x] Read the almanac', '2 [ ] See the chart and Tides']);
    expect(roadmap).toMatchObject({ format: 'rst', hasTaskLines: false });
  });

  it('is no text with headings of Markdown', () => {
    expect(isRestructuredText('# Boats\n\n- Hull\n')).toBe(false);
    expect(isRestructuredText('Boats\n=====\n')).toBe(true);
    expect(isRestructuredText('.. code-block:: sh\n\n# a comment\n')).toBe(true);
  });
});

describe('AsciiDoc', () => {
  it('has titles behind =, and lists nested by their marks', () => {
    const lines = [
      '= Boats',
      ':toc:',
      '',
      '== Ropes',
      '* Bowline',
      '** Left-handed',
      '. Tie it',
      '',
      '== Wind',
      '[square]',
      '- Trim',
    ];
    const roadmap = adoc(...lines);
    expect(roadmap.title).toBe('Boats');
    expect(shapeOf(roadmap)).toEqual([
      ...['1 Ropes', '  1.1 [ ] Bowline', '    1.1.1 [ ] Left-handed', '      1.1.1.1 [ ] Tie it'],
      ...['2 Wind', '  2.1 [ ] Trim'],
    ]);
  });

  it('has boxes, of which a star is done as well, below titles of lists', () => {
    const lines = ['.Ropes', '* [x] Bowline', '* [*] Reef', '* [ ] Splice', '', '.Wind', '* [ ] Trim'];
    expect(shapeOf(adoc(...lines))).toEqual([
      ...['1 Ropes', '  1.1 [x] Bowline', '  1.2 [x] Reef', '  1.3 [ ] Splice', '2 Wind', '  2.1 [ ] Trim'],
    ]);
  });

  it('passes over listings, comments and macros, and begins a list anew behind a paragraph', () => {
    const lines = [
      '== Ropes',
      '----',
      '* not this',
      '----',
      '// nor this',
      'image::rope.png[A rope]',
      '* Bowline',
      '** Left-handed',
      '',
      'Then:',
      '',
      '** Splice',
    ];
    expect(shapeOf(adoc(...lines))).toEqual([
      ...['1 Ropes', '  1.1 [ ] Bowline', '    1.1.1 [ ] Left-handed', '  1.2 [ ] Splice'],
    ]);
  });

  it('has links with a text in brackets', () => {
    const lines = ['* https://example.org[The almanac]', '* See link:chart.html[the chart] and <<tides,the tides>>'];
    expect(shapeOf(adoc(...lines))).toEqual(['1 [ ] The almanac', '2 [ ] See the chart and the tides']);
  });

  it('is no text with headings of Markdown', () => {
    expect(isAsciiDoc('# Boats\n\n* Hull\n')).toBe(false);
    expect(isAsciiDoc('= Boats\n\n* Hull\n')).toBe(true);
  });
});

describe('escaped Markdown', () => {
  it('has its headings, lists and boxes; nothing of it holds ticks', () => {
    const lines = [
      '\\# Boats',
      '',
      '\\#\\# Ropes',
      '',
      '\\* \\[x\\] Bowline \\& bend',
      '',
      '1\\. \\[ ] \\*\\*Reef\\*\\*',
    ];
    const roadmap = reading(readEscapedMarkdown)(...lines);
    expect(roadmap).toMatchObject({ title: 'Boats', format: 'escaped-markdown', hasTaskLines: false });
    expect(shapeOf(roadmap)).toEqual(['1 Ropes', '  1.1 [x] Bowline & bend', '  1.2 [ ] Reef']);
  });
});
