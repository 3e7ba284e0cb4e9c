// Labs: the bundled ones, as their files say.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readLab } from '../../src/formats/lab/read.ts';
import { judge } from '../../src/judging/judge.ts';
import type { Lab, Verdict } from '../../src/model/lab.ts';
import { toSource } from '../../src/text/source.ts';

const folder = join(import.meta.dirname, '..', '..', 'roadmaps', 'labs');

export interface LabText {
  readonly id: string;
  readonly text: string;
}

export const labTexts: readonly LabText[] = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ id: basename(name, '.yaml'), text: readFileSync(join(folder, name), 'utf8') }));

export const labOf = ({ id, text }: LabText): Lab => readLab(toSource(text), `${id}.yaml`, id);

/** Those that can be read: what is wrong with another is said by the test of its answers. */
export const labs: readonly Lab[] = labTexts.flatMap((one) => {
  try {
    return [labOf(one)];
  } catch {
    return [];
  }
});

export const verdictOn = (lab: Lab, text: string): Verdict => judge(lab, [{ name: 'answer.yaml', text }]);

/** What a verdict says, without its places. */
export function gist({ passed, checks, problems }: Verdict): unknown {
  const found = problems.map(({ layer, check }) => check ?? layer);
  return { passed, checks, problems: [...new Set(found)].sort() };
}
