// GateReport: goldens of what people and scripts read, and what fits at every width.
import { describe, expect, it } from 'vitest';
import { gateOf } from '../../src/model/missing.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawGate, gateJson, plainGate } from '../../src/views/gate.ts';
import { expectGolden } from '../support/golden.ts';
import { done, mesh, project, roadmap, topic } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

const at = { level: 'junior', levelSource: 'explicit' } as const;
const nasty = '\u001b[2Jуровень\t';
const odd: Roadmap = roadmap(
  nasty,
  [done('1', 'one', '2026-11-01', at), topic('2', `${'очень длинное название темы '.repeat(9)}\u0007`, at)],
  {
    levels: [
      { id: 'junior', title: `${nasty} начинающего, но уже не совсем новичка`, rubric: null },
      { id: 'middle', title: 'Middle', rubric: null },
    ],
    levelSource: 'explicit',
    projects: [project('P1', '网络与安全', at)],
  },
);

const cases: readonly [string, string, Roadmap, number | null][] = [
  ['gate-missing', 'senior', mesh, null],
  ['gate-share', 'middle', mesh, 50],
  ['gate-no-share', 'middle', mesh, 80],
  ['gate-odd', 'junior', odd, null],
  ['gate-nothing-counts', 'middle', odd, null],
];

describe('what people see stays as it was approved', () => {
  it.each(cases)('%s', (name, level, one, percent) =>
    expectGolden(
      `${name}.txt`,
      inEveryLook((theme) => drawGate(gateOf(level, one, percent), one, theme)),
    ),
  );

  it.each([40, 80, 200])('no line is wider than %i columns', (width) => {
    for (const [, level, one, percent] of cases)
      for (const ascii of [false, true])
        for (const language of ['en', 'ru'] as const)
          for (const line of drawGate(gateOf(level, one, percent), one, look({ width, ascii, language })).split('\n'))
            expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });
});

describe('what scripts read stays as it was approved', () => {
  it('gate.json', () =>
    expectGolden(
      'gate.json',
      `${JSON.stringify(JSON.parse(gateJson(gateOf('senior', mesh, null), 'en')), null, 1)}\n`,
    ));

  it.each(['\n', '\0'] as const)('records are those of a list, ended by %j', (end) => {
    const lines = plainGate(gateOf('junior', odd, null), 'en', end).split(end);
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => line.split('\t').slice(0, 4))).toEqual([
      ['2', 'todo', '-', 'junior'],
      ['P1', 'todo', '-', 'junior'],
    ]);
    for (const line of lines) expect(line.split('\t')).toHaveLength(5);
  });
});
