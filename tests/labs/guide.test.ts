// Guide: the labs in docs/write-a-lab.md judge their answers as they should, and name every field there is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectLab, labIn, mutationReport } from '../../bench/labs.ts';
import { labDefinition } from '../../src/formats/lab/definition.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'write-a-lab.md'), 'utf8');
const [, whole = '', other = ''] = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text);

describe('the guide', () => {
  it('has a whole lab without a fault', () => {
    expect(inspectLab(whole, 'retention').filter(({ isOff }) => isOff)).toEqual([]);
    expect(mutationReport(labIn(whole, 'retention')).accepted).toEqual([]);
  });

  it('has one about a document without a kind', () => {
    const off = inspectLab(other, 'state').filter(({ isOff }) => isOff);
    expect(off.map(({ text }) => text)).toEqual([
      '1 wrong answers, and at least four are wanted',
      'no link in docs',
      'fewer than two hints',
    ]);
  });

  it('names every field', () => {
    const fields = Object.keys(labDefinition.entries);
    expect(fields.filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
  });
});
