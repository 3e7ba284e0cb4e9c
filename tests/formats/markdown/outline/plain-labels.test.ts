// Tests of plain labels: short lines above the lists of a note that has no headings (FORMATS S1).
import { describe, expect, it } from 'vitest';
import { note, readNote, shapeOf } from '../../../support/notes.ts';

const shape = (...lines: string[]): string[] => shapeOf(readNote(note(...lines)));

describe('a short line above each list', () => {
  it.each([
    ['of bullets', '-'],
    ['of boxes', '- [ ]'],
    ['of numbers', '1.'],
  ])('is the section of a list %s', (_, marker) => {
    expect(shape('Ropes', `${marker} Sisal`, '', 'Knots:', '', `${marker} Bowline`)).toEqual([
      '1 Ropes',
      '  1.1 [ ] Sisal',
      '2 Knots',
      '  2.1 [ ] Bowline',
    ]);
  });

  it('may be below a title and end in a semicolon, and one of four lists may have none', () => {
    const lists = ['Ropes', '- Sisal', '', 'Knots;', '- Bowline', '', 'Bends', '- Sheet bend'];
    expect(shape('# Sailing', '- Buy a boat', '', ...lists)).toEqual([
      '0.1 [ ] Buy a boat',
      '1 Ropes',
      '  1.1 [ ] Sisal',
      '2 Knots',
      '  2.1 [ ] Bowline',
      '3 Bends',
      '  3.1 [ ] Sheet bend',
    ]);
  });

  it.each([
    ['beside headings', ['Ropes', '- Sisal', '', 'Knots', '- Bowline', '', '# Bends', '- Sheet bend'], '1 Bends'],
    ['of one list alone', ['Ropes', '- Sisal', '- Hemp'], '1 [ ] Sisal'],
    [
      'where as many lists have none',
      ['Ropes', '- Sisal', '', 'I tie these.', '', '- Bowline', '', 'Bends', '- Sheet bend', '', '***', '- Net'],
      '1 [ ] Sisal',
    ],
    ['that is a sentence', ['I tie these.', '- Bowline', '', 'I know those.', '- Bend'], '1 [ ] Bowline'],
    ['of several lines', ['I tie', 'these', '- Bowline', '', 'I know', 'those', '- Bend'], '1 [ ] Bowline'],
  ])('is none %s', (_, lines, first) => {
    expect(shape(...lines).find((line) => !line.startsWith('0.'))).toBe(first);
  });
});

describe('a short line behind each rule', () => {
  const part = (title: string, ...lines: string[]): string[] => ['⸻', '', title, '', ...lines, ''];
  const knots = part(
    'Knots — 15 minutes',
    'Aim: no slips',
    '',
    '☐ Bowline',
    '',
    'Then rotate:',
    '',
    '☐ Bend',
    '☐ Hitch',
  );
  const wind = part('🌬️ Wind', '☐ Reading', '☐ Trim');
  const night = part('Night', '☐ Lights');

  it('is the section of all that is above the next rule', () => {
    expect(shape('My boat', '', 'Print this.', '', ...part('Time: an hour'), ...knots, ...wind, ...night)).toEqual([
      '1 Knots — 15 minutes',
      '  1.1 [ ] Bowline',
      '  1.2 [ ] Bend',
      '  1.3 [ ] Hitch',
      '2 🌬️ Wind',
      '  2.1 [ ] Reading',
      '  2.2 [ ] Trim',
      '3 Night',
      '  3.1 [ ] Lights',
    ]);
  });

  it('may lack once, and not twice', () => {
    const bare = ['---', '', 'Remember this.', ''];
    expect(shape(...knots, ...wind, ...night, ...bare)).toContain('2 🌬️ Wind');
    expect(shape(...knots, ...wind, ...night, ...bare, ...bare)).not.toContain('3 Night');
  });

  it.each([
    ['of two parts', [...knots, ...wind]],
    ['above a heading', [...knots, ...wind, ...night, '# Stars']],
    ['that is an open box', ['---', '☐ Bowline', '', '---', '☐ Bend', '', '---', '☐ Hitch']],
    [
      'that is a paragraph',
      ['---', 'Bowline', 'holds', '', '---', 'Bends', 'bind', '', '---', 'Hitches', 'fasten', '- ten'],
    ],
  ])('is none %s', (_, lines) => {
    expect(
      shape('My boat', '', ...lines).filter((line) => /^\d+ (?:Knots|Night|Bowline|☐|Hitches)/.test(line)),
    ).toEqual([]);
  });
});
