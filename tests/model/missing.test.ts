// Missing and Gate: what is between a learner and a level (FORMATS V3).
import { describe, expect, it } from 'vitest';
import { gateOf, missingOn } from '../../src/model/missing.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Status, Topic } from '../../src/model/roadmap.ts';
import { everyRoadmap, mesh, project, roadmap, section, topic } from '../support/roadmaps.ts';

const levels = ['junior', 'middle', 'senior'].map((id) => ({ id, title: id, rubric: null }));
const on = (level: string, status: Status = 'todo') => ({ level, levelSource: 'explicit', status }) as const;
const many = (level: string, ...states: Status[]): Topic[] =>
  states.map((status, index) => topic(`${level[0]}${index}`, 't', on(level, status)));

function made(topics: readonly Topic[], projects: readonly Topic[] = []) {
  return roadmap('R', [section('1', 'S', topics)], { levels, levelSource: 'explicit', projects });
}

const addresses = (topics: readonly Topic[]): string[] => topics.map(({ address }) => address);

describe('what is missing', () => {
  it('is what is open of these levels, without the skipped and without other levels', () => {
    const found = missingOn(
      new Set(['junior', 'senior']),
      made([...many('junior', 'done', 'todo', 'doing', 'skipped'), ...many('middle', 'todo'), topic('9', 'none')]),
    );
    expect(addresses(found.topics)).toEqual(['j1', 'j2']);
  });

  it('is each open project of a level that has none done', () => {
    const projects = [
      project('P1', 'a', on('junior', 'done')),
      project('P2', 'b', on('junior')),
      project('P3', 'c', on('middle')),
      project('P4', 'd', on('middle', 'skipped')),
      project('P5', 'e', {}),
    ];
    expect(addresses(missingOn(new Set(['junior', 'middle']), made([], projects)).projects)).toEqual(['P3']);
  });
});

describe('a gate', () => {
  it.each<[string, Topic[], Topic[], number | null, boolean, number]>([
    ['is passed when all is done', many('middle', 'done', 'skipped'), [], null, true, 100],
    ['is closed while one topic is open', many('middle', 'done', 'doing'), [], null, false, 50],
    ['is closed by a level below', [...many('junior', 'todo'), ...many('middle', 'done')], [], null, false, 50],
    ['is not closed by a level above', [...many('middle', 'done'), ...many('senior', 'todo')], [], null, true, 100],
    ['asks for a project', many('middle', 'done'), [project('P1', 'a', on('middle'))], null, false, 100],
    [
      'asks for a project below as well',
      many('middle', 'done'),
      [project('P1', 'a', on('junior', 'doing'))],
      null,
      false,
      100,
    ],
    [
      'asks for one project of several',
      many('middle', 'done'),
      [project('P1', 'a', on('middle')), project('P2', 'b', on('middle', 'done'))],
      null,
      true,
      100,
    ],
    ['of a share asks for no project', many('middle', 'done'), [project('P1', 'a', on('middle'))], 100, true, 100],
    ['of a share is passed at that very percent', many('middle', 'done', 'todo'), [], 50, true, 50],
    ['of a share never rounds up', many('middle', 'done', 'done', 'todo'), [], 67, false, 66],
    ['is closed where nothing counts', many('junior', 'done'), [], null, false, 100],
    ['of a share is closed where nothing counts', many('junior', 'done'), [], 1, false, 100],
    [
      'of a share is closed where there are projects alone',
      [],
      [project('P1', 'a', on('middle', 'done'))],
      1,
      false,
      0,
    ],
  ])('%s', (_, topics, projects, at, isEnough, percent) => {
    const gate = gateOf('middle', made(topics, projects), at);
    expect({ isEnough: gate.isEnough, percent: gate.tally.percent }).toEqual({ isEnough, percent });
  });

  it('that is closed always says why', () => {
    for (const topics of [[], many('junior', 'todo'), many('middle', 'done'), many('middle', 'skipped')])
      for (const projects of [[], [project('P1', 'a', on('junior'))], [project('P1', 'a', on('middle', 'done'))]])
        for (const at of [null, 1, 100]) {
          const gate = gateOf('middle', made(topics, projects), at);
          const reasons = gate.topics.length + gate.projects.length + Number(gate.isEmpty);
          expect(gate.isEnough || reasons > 0, JSON.stringify([topics, projects, at])).toBe(true);
        }
  });

  it.each(Object.entries(everyRoadmap))('agrees with the levels of %s', (_, one) => {
    for (const { level, reached } of progressOf(one).levels) expect(gateOf(level.id, one, null).isEnough).toBe(reached);
  });

  it('counts the topics of the levels below', () => {
    expect(gateOf('middle', mesh, null)).toMatchObject({ tally: { total: 6, done: 3, percent: 50 }, isLowest: false });
  });
});
