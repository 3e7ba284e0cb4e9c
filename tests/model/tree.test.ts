// Tests of the tree: all topics, what is above each of them, what one unlocks and what proves it.
import { describe, expect, it } from 'vitest';
import { allTopics, ancestorsOf, provedBy, topicsById, unlockedBy, withAncestors } from '../../src/model/tree.ts';
import { project, roadmap, section, topic } from '../support/roadmaps.ts';

const child = topic('1.2.1.1', 'Chords', { needs: ['t-0.1'] });
const inner = section('1.2', 'Harmony', [topic('1.2.1', 'Thirds', { topics: [child] })]);
const outer = section('1', 'Theory', [topic('1.1', 'Scales'), inner]);
const piano = roadmap('Piano', [topic('0.1', 'A chair'), outer], {
  projects: [project('P1', 'A song', { needs: ['t-0.1'] }, { proves: ['t-1.1', 't-1.2.1'] })],
});
const addresses = (topics: Iterable<{ readonly address: string }>): string[] => [...topics].map((one) => one.address);
const above = (address: string) => ancestorsOf(piano)(topic(address, 'by its address alone'));

describe('all topics', () => {
  it('are those of the roadmap in its order, then the projects', () => {
    const order = ['0.1', '1.1', '1.2.1', '1.2.1.1', 'P1'];
    expect(addresses(allTopics(piano))).toEqual(order);
    expect(addresses(topicsById(piano).values())).toEqual(order);
    expect(addresses(withAncestors(piano).map((one) => one.topic))).toEqual(order);
  });
});

describe('ancestors', () => {
  it('are the sections above a topic, the nearest last, and how many topics are between', () => {
    expect(above('1.1')).toEqual({ section: outer, path: [outer], depth: 0 });
    expect(above('1.2.1')).toEqual({ section: inner, path: [outer, inner], depth: 0 });
    expect(above('1.2.1.1')).toEqual({ section: inner, path: [outer, inner], depth: 1 });
  });

  it.each(['0.1', 'P1', '9.9'])('are none for %s', (address) => {
    expect(above(address)).toEqual({ section: null, path: [], depth: 0 });
  });
});

describe('what belongs to a topic', () => {
  it('are topics and projects that need it, and projects that prove it', () => {
    expect(addresses(unlockedBy('t-0.1', piano))).toEqual(['1.2.1.1', 'P1']);
    expect(addresses(provedBy('t-1.1', piano))).toEqual(['P1']);
    expect(unlockedBy('t-1.1', piano)).toEqual([]);
    expect(provedBy('t-0.1', piano)).toEqual([]);
  });
});
