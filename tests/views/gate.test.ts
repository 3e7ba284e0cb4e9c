// GateReport: goldens of what people and scripts read, and what fits at every width.
// Russian titles are there for their width: "very long title of a topic", "no novice any more".
import { describe, expect, it } from 'vitest';
import { gateOf } from '../../src/model/missing.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawGate, gateJson, plainGate } from '../../src/views/gate.ts';
import type { ThemeWithSentences } from '../../src/views/problem.ts';
import { expectGolden } from '../support/golden.ts';
import { done, mesh, project, roadmap, section, topic } from '../support/roadmaps.ts';
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

const draw = (level: string, one: Roadmap, at: number | null, theme: ThemeWithSentences, isFull = false): string =>
  drawGate({ gate: gateOf(level, one, at), roadmap: one, isFull }, { ...theme, commands: theme.commands.on('mesh') });

const many: Roadmap = roadmap(
  { en: 'Many', ru: 'Много' },
  [
    section(
      '1',
      'Basics',
      Array.from({ length: 14 }, (_, index) => topic(`1.${index + 1}`, `Topic ${index + 1}`, at)),
    ),
  ],
  {
    levels: [{ id: 'junior', title: 'Junior', rubric: null }],
    levelSource: 'explicit',
    projects: Array.from({ length: 11 }, (_, index) => project(`P${index + 1}`, `Project ${index + 1}`, at)),
  },
);

const cases: readonly [string, string, Roadmap, number | null][] = [
  ['gate-missing', 'senior', mesh, null],
  ['gate-share', 'middle', mesh, 50],
  ['gate-no-share', 'middle', mesh, 80],
  ['gate-many', 'junior', many, null],
  ['gate-odd', 'junior', odd, null],
  ['gate-nothing-counts', 'middle', odd, null],
];

describe('what people see stays as it was approved', () => {
  it.each(cases)('%s', (name, level, one, percent) =>
    expectGolden(
      `${name}.txt`,
      inEveryLook((theme) => draw(level, one, percent, theme)),
    ),
  );

  it.each([40, 80, 200])('no line is wider than %i columns', (width) => {
    for (const [, level, one, percent] of cases)
      for (const ascii of [false, true])
        for (const language of ['en', 'ru'] as const)
          for (const line of draw(level, one, percent, look({ width, ascii, language })).split('\n'))
            expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });
});

describe('what is missing', () => {
  const shown = (isFull: boolean, at: number | null = null): string =>
    draw('junior', many, at, look({ width: 80 }), isFull);

  it('is shown up to ten, and how many more there are, with the command that shows all', () => {
    expect(shown(false)).toContain('1.10  ○  Topic 10');
    expect(shown(false)).not.toContain('Topic 11');
    expect(shown(false)).toContain('\n and 4 more\n');
    expect(shown(false)).toContain('\n   and 1 more\n');
    expect(shown(false)).toContain('\n   istio-roadmap gate junior --full -r mesh\n');
    expect(shown(false, 80)).toContain('\n   istio-roadmap gate junior --at 80 --full -r mesh\n');
  });

  it('is shown as a whole where all is asked for', () => {
    expect(shown(true)).toContain('Topic 14');
    expect(shown(true)).toContain('Project 11');
    expect(shown(true)).not.toContain('more');
    expect(shown(true)).not.toContain('--full');
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
