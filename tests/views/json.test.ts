import { describe, expect, it } from 'vitest';
import { nextTopics } from '../../src/model/next.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Section } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { changeJson, sectionJson, statusJson, topicJson, topicsJson } from '../../src/views/json.ts';
import { plainStatus, plainTopics } from '../../src/views/plain.ts';
import { everyRoadmap, hostile, mesh, origin, today } from '../support/roadmaps.ts';

const status = (roadmap = mesh, language: 'en' | 'ru' = 'en') =>
  JSON.parse(
    statusJson(
      { roadmap, origin, progress: progressOf(roadmap), next: nextTopics(roadmap, 1, today), today },
      language,
    ),
  );

describe('JSON', () => {
  it.each(Object.entries(everyRoadmap))('adds the sections of %s up to its total', (_, roadmap) => {
    const { sections, total } = status(roadmap);
    for (const key of ['total', 'done', 'doing', 'todo', 'skipped', 'dated'])
      expect(sections.reduce((sum: number, one: Record<string, number>) => sum + (one[key] ?? 0), 0)).toBe(total[key]);
  });

  it('differs between languages in strings alone', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'string'
        ? ''
        : Array.isArray(value)
          ? value.map(shape)
          : typeof value === 'object' && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
            : value;
    expect(shape(status(mesh, 'ru'))).toEqual(shape(status(mesh, 'en')));
    expect(status(mesh, 'ru').next[0].id).toBe(status(mesh, 'en').next[0].id);
  });

  it('keeps the keys of every topic in the order that was promised', () => {
    const [first] = JSON.parse(topicsJson([...topicsOf(mesh.children)], mesh, 'en')).topics;
    expect(Object.keys(first)).toEqual([
      'address',
      'id',
      'title',
      'status',
      'completedOn',
      'level',
      'levelSource',
      'section',
      'project',
      'tags',
      'needs',
      'links',
      'hours',
      'legacy',
      'line',
      'since',
      'version',
      'stage',
      'retired',
      'formerly',
      'same',
      'from',
      ...['due', 'scheduled', 'start', 'created', 'priority'],
      'spent',
      'noteLines',
    ]);
  });

  it('names the nearest section, and null for what is in none', () => {
    const read = (text: string) =>
      JSON.parse(text).topics.map((one: { section: { address: string } | null }) => one.section?.address ?? null);
    expect(read(topicsJson([...topicsOf(mesh.children)], mesh, 'en'))).toEqual([
      '1',
      '1',
      '1',
      '2.1',
      '2.1',
      '2.1',
      '2',
      '3',
    ]);
    expect(read(topicsJson([...topicsOf(hostile.children), ...mesh.projects], hostile, 'en')).at(0)).toBeNull();
  });

  it('says what a topic unlocks, and counts a section without the rest', () => {
    const topic = [...topicsOf(mesh.children)].find(({ id }) => id === 'subsets')!;
    expect(JSON.parse(topicJson(topic, mesh, { history: [], labs: [] }, 'en'))).toMatchObject({
      kind: 'topic',
      unlocks: ['retries'],
      history: [],
    });
    const section = JSON.parse(sectionJson(mesh.children[1] as Section, mesh, 'en'));
    expect(section).toMatchObject({ kind: 'section', address: '2', total: 3, done: 1, skipped: 1 });
    expect(section.sections.map((one: { address: string }) => one.address)).toEqual(['2.1']);
  });

  it('gives user text as it is and ends in one newline', () => {
    const changed = [...topicsOf(hostile.children)].map(
      (topic) => ({ topic, from: 'todo', to: topic.status }) as const,
    );
    const text = changeJson({ changes: { changed, unchanged: [] }, origin, progress: progressOf(hostile) }, 'en');
    expect(JSON.parse(text).changed.at(-1).title).toBe(changed.at(-1)?.topic.title);
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text).not.toContain('\u001b');
  });
});

describe('plain records', () => {
  it.each(['\n', '\0'] as const)('are five columns each, ended by %j, whatever the titles hold', (end) => {
    for (const text of [
      plainTopics([...topicsOf(hostile.children)], 'en', end),
      plainStatus(hostile, progressOf(hostile), 'en', end),
    ]) {
      const lines = text.split(end);
      expect(lines.pop()).toBe('');
      for (const line of lines) expect(line.split('\t')).toHaveLength(5);
      expect(/[^\P{Cc}\n\t\0]/u.test(text)).toBe(false);
    }
  });

  it('are nothing at all for no topics', () => expect(plainTopics([], 'en')).toBe(''));
});
