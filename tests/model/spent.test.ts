import { describe, expect, it } from 'vitest';
import { spentOf } from '../../src/model/spent.ts';
import { done, project, roadmap, section, topic } from '../support/roadmaps.ts';

describe('spentOf', () => {
  it('adds up what is done and says both', () => {
    const found = spentOf(
      roadmap(
        'Mesh',
        [
          section('1', 'A', [
            done('1.1', 'both', '2026-11-01', { hours: 2, spent: 2.5 }),
            done('1.2', 'without an estimate', '2026-11-01', { spent: 9 }),
            done('1.3', 'without time', '2026-11-01', { hours: 9 }),
            topic('1.4', 'not done', { hours: 9, spent: 9 }),
            done('1.5', 'a parent', null, {
              ...{ hours: 0.1, spent: 20 / 60 },
              topics: [done('1.5.1', 'below', null, { hours: 0.2, spent: 20 / 60 })],
            }),
          ]),
        ],
        { projects: [project('P1', 'a project', { hours: 5, spent: 5, status: 'done' })] },
      ),
    );
    expect(found).toEqual({ topics: 3, estimated: 2.3, spent: 3.17 });
  });

  it('is null where nobody wrote down any time', () => {
    expect(spentOf(roadmap('Mesh', [done('1', 'one', null, { hours: 2 })]))).toBeNull();
  });
});
