// LabWalk: a learner's way from the list to a tick as docs/labs.md shows it, run again; UPDATE_GOLDENS=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLab } from '../../src/formats/lab/read.ts';
import { toSource } from '../../src/text/source.ts';
import { type Home, newHome, project } from '../support/program.ts';

const id = 'traffic-splitting';
const { solution } = readLab(toSource(readFileSync(join(project, 'roadmaps', 'labs', `${id}.yaml`), 'utf8')), id, id);
const page = join(project, 'docs', 'labs.md');

/** What is typed, and what the learner writes into the answer before it. */
const steps: readonly { readonly line: string; readonly answer?: string }[] = [
  { line: 'istio-roadmap lab 5' },
  { line: `istio-roadmap lab ${id} --into split` },
  { line: 'cat split/task.txt' },
  { line: `istio-roadmap lab ${id} split`, answer: solution.replace(/weight: 10\b/, 'weight: 20') },
  { line: `istio-roadmap lab ${id} --hint` },
  { line: `istio-roadmap lab ${id} split --tick`, answer: solution },
];

function walk(home: Home, language: 'en' | 'ru'): string {
  const env = { COLUMNS: '80', LANG: language === 'ru' ? 'ru_RU.UTF-8' : 'en_US.UTF-8' };
  const shown = steps.map(({ line, answer }) => {
    if (answer !== undefined) home.write('split/answer.yaml', answer);
    const { out, err } = home.shell(line, { env });
    expect(err, line).toBe('');
    return `$ ${line}\n${out}`;
  });
  return shown.join('\n').replaceAll(home.home, '~');
}

it.each(['en', 'ru'] as const)('the walk in docs/labs.md is what a learner sees, in %s', (language) => {
  const shown = walk(newHome(), language);
  for (const line of shown.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- walk: ${language} -->\n`, '<!-- end of the walk -->'];
  const from = text.indexOf(begin) + begin.length;
  const until = text.indexOf(end, from);
  expect(Math.min(text.indexOf(begin), until)).toBeGreaterThan(0);
  const block = `\n\`\`\`console\n${shown.trimEnd()}\n\`\`\`\n\n`;
  if (process.env.UPDATE_GOLDENS) writeFileSync(page, text.slice(0, from) + block + text.slice(until));
  else expect(text.slice(from, until)).toBe(block);
});
