// ProjectReport: goldens of what people and scripts read, and what fits at every width.
import { describe, expect, it } from 'vitest';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawProjects, projectsJson } from '../../src/views/projects.ts';
import { expectGolden } from '../support/golden.ts';
import { day, flat, mesh, project, roadmap, topic } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

/** Every state, hours, a guessed level, escape sequences and very long texts. */
const odd: Roadmap = roadmap('Odd', [topic('1', '网络与安全 '.repeat(30), { id: 'net', status: 'doing' })], {
  projects: [
    project(
      'P1',
      '\u001b[2JОчень\tдлинное название проекта '.repeat(6),
      { status: 'done', completedOn: day('2026-11-02'), hours: 2.5, level: 'middle', levelSource: 'inferred' },
      {
        goal: { ru: 'цель '.repeat(40), en: 'goal '.repeat(40) },
        criterion: 'x'.repeat(150),
        proves: ['net', '\u001b[31mnowhere'],
        stack: ['Istio', 'Helm\u0007'],
      },
    ),
    project('P10', 'Skipped', { status: 'skipped' }),
    project('P11', 'Begun', { status: 'doing' }),
  ],
});

describe('what people see stays as it was approved', () => {
  it.each<[string, Roadmap, Roadmap['projects']]>([
    ['projects-mesh.txt', mesh, mesh.projects],
    ['projects-odd.txt', odd, odd.projects],
    ['projects-none.txt', flat, []],
    ['projects-none-fits.txt', mesh, []],
  ])('%s', (name, one, projects) =>
    expectGolden(
      name,
      inEveryLook((theme) => drawProjects({ roadmap: one, projects }, theme)),
    ),
  );

  it.each([40, 80, 200])('no line is wider than %i columns', (width) => {
    for (const projects of [odd.projects, []])
      for (const ascii of [false, true])
        for (const language of ['en', 'ru'] as const)
          for (const line of drawProjects({ roadmap: odd, projects }, look({ width, ascii, language })).split('\n'))
            expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });
});

it('what scripts read stays as it was approved', () => {
  const document = JSON.parse(projectsJson({ roadmap: mesh, projects: mesh.projects }, 'en'));
  expectGolden('projects.json', `${JSON.stringify(document, null, 1)}\n`);
});
