// docs/lab-functions.md names every key of questions and answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { access } from '../../src/judging/access.ts';
import { mutualTlsMode } from '../../src/judging/mutual-tls.ts';
import { route } from '../../src/judging/routing.ts';
import { trafficPolicyOf } from '../../src/judging/traffic-policy.ts';
import { clusterOf } from './cluster.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'lab-functions.md'), 'utf8');
const cluster = clusterOf('');

/** What comes under a heading. */
function section(heading: string): string {
  const from = guide.indexOf(`\n## ${heading}\n`);
  expect(from, heading).toBeGreaterThan(0);
  const end = guide.indexOf('\n## ', from + 1);
  return guide.slice(from, end < 0 ? undefined : end);
}

/** The keys that a question may have, as its failure lists them. */
function keysOf(ask: () => unknown): string[] {
  try {
    ask();
  } catch (error) {
    return ((error as Error).message.split('it has ')[1] ?? '').split(', ');
  }
  throw new Error('an unknown key was taken');
}

describe('the guide of functions', () => {
  it.each<[string, () => unknown]>([
    ['route', () => route(cluster, { host: 'a', x: '' })],
    ['access', () => access(cluster, { x: '' })],
    ['mtls', () => mutualTlsMode(cluster, { x: '' })],
    ['policy', () => trafficPolicyOf(cluster, 'a', { x: '' })],
  ])('has every key of %s', (heading, ask) => {
    const keys = keysOf(ask);
    expect(keys.length).toBeGreaterThan(2);
    for (const key of keys) expect(section(heading)).toContain(`\`${key}\``);
  });

  it('has every key of what route answers', () => {
    for (const key of Object.keys(route(cluster, { host: 'a' }))) expect(section('route')).toContain(`\`${key}\``);
  });
});
