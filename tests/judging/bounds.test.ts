// Bounds of the schema and reference layers: an answer that is large and wrong in everything is judged in seconds.
import { describe, expect, it } from 'vitest';
import { answeredCluster } from '../../src/judging/answered-cluster.ts';
import { mostProblems } from '../../src/judging/fault-problems.ts';
import { referenceProblems } from '../../src/judging/references.ts';
import { schemaProblems } from '../../src/judging/schema.ts';
import type { Task } from '../../src/judging/task.ts';
import type { Lab } from '../../src/model/lab.ts';
import { manifestsOf, objectOf } from './faults.ts';

const taskOf = (answer: string, given = ''): Task => ({
  lab: { id: 'a', namespace: 'shop' } as Lab,
  answer: manifestsOf(answer),
  given: given === '' ? [] : manifestsOf(given),
  values: null,
});

const list = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join(', ');
const objects = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join('---\n');

function inTime<T>(work: () => T): T {
  const start = performance.now();
  const made = work();
  expect(performance.now() - start).toBeLessThan(5000);
  return made;
}

describe('schema layer', () => {
  it('names the first problems of hundreds of objects', () => {
    const containers = `{template: {spec: {containers: [{name: a, ${list(50, (i) => `zzqqx${i}: 1`)}}]}}}`;
    const task = taskOf(objects(450, (i) => objectOf('Deployment', containers, `name: a${i}`)));
    expect(inTime(() => schemaProblems(task))).toHaveLength(mostProblems);
  });

  it.each([
    ['labels', objectOf('Pod', '{}', `name: a, labels: {${list(30_000, (i) => `-${i}: -a`)}}`)],
    [
      'ports',
      objectOf(
        'PeerAuthentication',
        `{selector: {matchLabels: {a: b}}, portLevelMtls: {${list(25_000, (i) => `x${i}: {}`)}}}`,
      ),
    ],
    [
      'targets',
      objectOf(
        'VirtualService',
        `{hosts: [a], exportTo: [${list(80_000, () => '"-"')}], tcp: [{route: [{destination: {host: a}}]}]}`,
      ),
    ],
  ])('names the first problems of an object with thousands of %s', (_, answer) => {
    const task = taskOf(answer);
    const found = inTime(() => schemaProblems(task));
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThanOrEqual(mostProblems);
  });
});

describe('reference layer', () => {
  const entries = objects(110, (i) =>
    objectOf('ServiceEntry', `{hosts: [${list(250, (k) => `h${i}x${k}.b.com`)}]}`, `name: e${i}`),
  );
  const routes = (host: (i: number) => string): string =>
    objects(20, (i) =>
      objectOf(
        'VirtualService',
        `{hosts: [a], http: [{route: [${list(480, (k) => `{destination: {host: ${host(k)}}, weight: 1}`)}]}]}`,
        `name: v${i}`,
      ),
    );

  it('looks thousands of hosts up among thousands', () => {
    const task = taskOf(
      routes((i) => `h109x${i % 250}.b.com`),
      entries,
    );
    expect(inTime(() => referenceProblems(task, answeredCluster(task)))).toEqual([]);
  });

  it('names the first of thousands that are not there', () => {
    const task = taskOf(
      routes((i) => `x${i}.c.com`),
      entries,
    );
    expect(inTime(() => referenceProblems(task, answeredCluster(task)))).toHaveLength(mostProblems);
  });
});
