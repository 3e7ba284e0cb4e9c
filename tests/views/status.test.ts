import { describe, expect, it } from 'vitest';
import { nextTopics } from '../../src/model/next.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { drawStatus } from '../../src/views/status.ts';
import {
  done,
  everyRoadmap,
  fifteen,
  forty,
  mesh,
  origin,
  project,
  roadmap,
  section,
  today,
  topic,
} from '../support/roadmaps.ts';
import { look } from './variants.ts';

const drawRows = (drawn: Roadmap, width: number, rows: number | null): string =>
  drawStatus(
    { roadmap: drawn, part: null, origin, progress: progressOf(drawn), next: nextTopics(drawn, 1, today), today, rows },
    look({ width }),
  );

const draw = (drawn: Roadmap, width: number, how = {}): string =>
  drawStatus(
    {
      roadmap: drawn,
      part: null,
      origin,
      progress: progressOf(drawn),
      next: nextTopics(drawn, 1, today),
      today,
      rows: null,
    },
    look({ width, ...how }),
  );

describe('status', () => {
  it.each([40, 64, 80, 200])(
    'leaves the prompt its line on a screen of 24 with fifteen sections, at %i columns',
    (width) => {
      expect(draw(fifteen, width).split('\n').length - 1).toBeLessThanOrEqual(23);
    },
  );

  it('says once that levels are inferred', () => {
    for (const width of [40, 60, 80, 120]) expect(draw(mesh, width).split('inferred').length - 1).toBe(1);
    const explicit = { ...mesh, levelSource: 'explicit' } as const;
    expect(draw(explicit, 80)).not.toContain('inferred');
  });

  it('has room for the remarks on each level, however short the titles of the sections are', () => {
    const short = roadmap(
      'Tea',
      [section('1', 'Leaves', [done('1.1', 'one', '2026-11-01', { level: 'junior', levelSource: 'explicit' })])],
      {
        levels: [{ id: 'junior', title: 'Junior', rubric: null }],
        levelSource: 'explicit',
        projects: [project('P1', 'shop', { level: 'junior', status: 'done' })],
      },
    );
    for (const width of [64, 80, 200]) expect(draw(short, width)).toContain('Junior  reached · projects 1/1 ');
    expect(draw(short, 40)).toContain('Junior  reached ');
  });

  it('shows the command with the roadmap it is for', () => {
    expect(draw(mesh, 80)).toContain('istio-roadmap done 1.3\n');
    expect(draw(mesh, 80, { roadmap: 'mesh' })).toContain('istio-roadmap done 1.3 -r mesh\n');
  });

  it('shows subsections only while they fit beside each other', () => {
    const many = roadmap(
      'Many',
      [1, 2, 3].map((outer) =>
        section(
          `${outer}`,
          'outer',
          Array.from({ length: 6 }, (_, index) =>
            section(`${outer}.${index + 1}`, 'inner', [topic(`${outer}.${index + 1}.1`, 'leaf')]),
          ),
        ),
      ),
    );
    expect(draw(many, 80)).not.toContain('inner');
    expect(draw({ ...many, children: many.children.slice(0, 2) }, 80)).toContain('inner');
  });

  it.each([40, 52, 80, 200])('shows the sections that fit a screen, at %i columns', (width) => {
    for (const rows of [12, 24, 30, 39]) {
      const lines = drawRows(forty, width, rows).split('\n').slice(0, -1);
      expect(lines.length).toBeLessThanOrEqual(rows - 1);
      const weeks = lines.filter((line) => /^ \d+ +Week/.test(line));
      expect(weeks.length).toBeGreaterThan(rows - 12);
      // That of the next topic is among them.
      expect(weeks.join('\n')).toContain('Week 25');
      expect(lines.join('\n')).toContain(`and ${40 - weeks.length} more sections`);
      expect(lines.join('\n').replace(/\s+/g, ' ')).toContain('istio-roadmap status --all-sections');
    }
  });

  it('shows all sections where they fit, where nobody knows the rows, and one on the smallest screen', () => {
    for (const rows of [60, null]) {
      const all = drawRows(forty, 80, rows);
      expect(all.match(/Week \d+/g)).toHaveLength(40);
      expect(all).not.toContain('more section');
    }
    expect(drawRows(forty, 80, 1).match(/Week \d+/g)).toEqual(['Week 25']);
    expect(drawRows(forty, 80, 1)).toContain('and 39 more sections');
  });

  it('leaves empty lines out of a small screen before it leaves out sections', () => {
    const lines = drawRows(fifteen, 80, 22).split('\n').slice(0, -1);
    expect(lines.length).toBeLessThanOrEqual(21);
    expect(lines.join('\n')).not.toContain('more section');
  });

  it('does not celebrate while one topic is open, nor call for a next one when none is', () => {
    const nearly = roadmap('Nearly', [section('1', 'only', [done('1.1', 'one', '2026-11-01'), topic('1.2', 'two')])]);
    expect(draw(nearly, 80)).toContain('next');
    expect(draw(nearly, 80)).not.toContain('All');
    expect(draw(everyRoadmap.complete, 80)).not.toContain('next');
  });
});
