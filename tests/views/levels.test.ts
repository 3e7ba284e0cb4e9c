// LevelReport: goldens of what people and scripts read, and what fits at every width.
// Russian titles of levels and projects: Новичок "novice", Готовый "finished", Начатый "begun", and a very long one.
import { describe, expect, it } from 'vitest';
import { workloadByLevel } from '../../src/model/hours.ts';
import { missingOn } from '../../src/model/missing.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap, Status } from '../../src/model/roadmap.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawLevels, type LevelsView, levelsJson, plainLevels } from '../../src/views/levels.ts';
import { expectGolden } from '../support/golden.ts';
import { everyRoadmap, flat, mesh, origin, project, roadmap, section, topic } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

const on = (level: string, status: Status = 'todo') => ({ level, levelSource: 'explicit', status }) as const;
const level = (id: string, title: string, rubric: string | null = null) => ({ id, title, rubric });

/** Every state of a level: reached, waiting for one below, empty, long, with one project of two. */
const odd: Roadmap = roadmap(
  'Odd',
  [
    section('1', 'S', [
      topic('1.1', 'first', on('a', 'done')),
      topic('1.2', 'skipped', on('a', 'skipped')),
      ...Array.from({ length: 12 }, (_, index) =>
        topic(`2.${index + 1}`, `网络与安全 ${'длинно '.repeat(20)}`, on('b')),
      ),
      topic('1.3', 'ready too early', on('c', 'done')),
    ]),
  ],
  {
    levels: [
      level('a', 'Новичок', 'знает, где лежит документация'),
      level('b', `\u001b[2J${'Очень длинное название уровня '.repeat(4)}`, 'умеет\tвсё '.repeat(30)),
      level('c', 'C'),
      level('d', 'D'),
    ],
    levelSource: 'explicit',
    projects: [
      project('P1', 'Готовый', on('a', 'done')),
      project('P2', 'Начатый', on('a', 'doing')),
      ...Array.from({ length: 5 }, (_, index) => project(`P${index + 3}`, 'Проект', on('b'))),
    ],
  },
);

function view(one: Roadmap): LevelsView {
  const levels = progressOf(one).levels.map((progress) => ({
    ...progress,
    missing: missingOn(new Set([progress.level.id]), one),
    workload: workloadByLevel(one)(progress.level.id),
    practised: null,
  }));
  return { roadmap: one, levels };
}

describe('what people see stays as it was approved', () => {
  it.each<[string, Roadmap]>([
    ['levels-mesh.txt', mesh],
    ['levels-odd.txt', odd],
    ['levels-none.txt', flat],
  ])('%s', (name, one) =>
    expectGolden(
      name,
      inEveryLook((theme) => drawLevels(view(one), theme), origin.name),
    ),
  );

  it.each([40, 63, 64, 80, 200])('no line is wider than %i columns', (width) => {
    for (const one of [odd, ...Object.values(everyRoadmap)])
      for (const ascii of [false, true])
        for (const language of ['en', 'ru'] as const)
          for (const line of drawLevels(view(one), look({ width, ascii, language })).split('\n'))
            expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });
});

describe('what scripts read stays as it was approved', () => {
  it('levels.json', () =>
    expectGolden('levels.json', `${JSON.stringify(JSON.parse(levelsJson(view(mesh), 'en')), null, 1)}\n`));

  it.each(['\n', '\0'] as const)('records are seven columns each, ended by %j, whatever the titles hold', (end) => {
    const lines = plainLevels(view(odd), 'en', end).split(end);
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => line.split('\t').slice(0, 6).join(' '))).toEqual([
      'a reached explicit 1 1 100',
      'b open explicit 0 12 0',
      'c open explicit 1 1 100',
      'd open explicit 0 0 0',
    ]);
    for (const line of lines) expect(line.split('\t')).toHaveLength(7);
  });
});
