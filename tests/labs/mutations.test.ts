// Mutations: a right answer with one field dropped or changed is no right answer any more.
import { describe, expect, it } from 'vitest';
import { mutationReport } from '../../bench/labs.ts';
import { labs } from '../support/labs.ts';

const least = 0.95;

describe.each(labs)('the lab $id', (lab) => {
  it('refuses changes of one field that change what the answer means', () => {
    const { total, accepted } = mutationReport(lab);
    expect(total).toBeGreaterThan(0);
    expect((total - accepted.length) / total, accepted.join('\n')).toBeGreaterThanOrEqual(least);
  });

  it('says why a field may be anything', () => {
    for (const { path, reason } of lab.free) expect(reason.length, path).toBeGreaterThan(10);
  });
});
