// Examples: every line that the help and its topics show is typed, one command after another in a home that has the files they name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/examples.ts';
import { type Home, newHome, project } from '../support/program.ts';

const boxes = `# Kafka

## 1. Basics
- [ ] 1.1 Topics and partitions
- [ ] 1.2 Consumer groups
- [ ] 1.3 Offsets

## 4. Operations
- [ ] 4.1 Brokers
- [ ] 4.2 Quotas
`;
const outline = '# Plan\n\n## 1. Soil\n\n- Compost\n- Lime\n\n## 2. Beds\n\n- Edges\n- Paths\n';
/** UTF-8 that was read as Latin-1 and saved again: "# Tea" and twelve kinds of it, in Russian. */
const broken = Buffer.from(`# Чай\n\n${'- [ ] Зелёный чай\n'.repeat(12)}`).toString('latin1');

/** Files in the working directory. */
const files: Readonly<Record<string, string>> = {
  'kafka.md': boxes,
  'notes/Kafka.md': boxes,
  'old.md': boxes.replace('- [ ] 1.1 Topics and partitions', '- [x] 1.1 Topics and partitions ✅ 2026-11-02'),
  'new.md': boxes,
  'plan.md': outline,
  'outline.txt': outline,
  'broken.txt': broken,
  'base.md': boxes,
  'ours.md': boxes.replace('[ ] 1.1', '[x] 1.1'),
  'theirs.md': boxes.replace('[ ] 4.2', '[x] 4.2'),
};

const changes = [
  'done 4.2',
  'done 4.3',
  'done 4.4',
  'done 1.1 -r kafka.md',
  'done 1.2 -r kafka.md',
  'done 1 -r plan.md',
];

/** What has happened before, where it is something else: so that each command has something to do. */
const before: Readonly<Record<string, readonly string[]>> = {
  'istio-roadmap': [],
  done: [],
  start: [],
  redo: [...changes, 'undo', 'undo -n 2 -r kafka.md'],
};

function homeFor(name: string): Home {
  const home = newHome();
  for (const [file, text] of Object.entries(files)) home.write(file, text);
  const lines = (before[name] ?? changes).map((line) => ({ args: line.split(' ') }));
  for (const [at, answer] of home.runAll(lines).entries())
    expect(answer, lines[at]?.args.join(' ')).toMatchObject({ status: 0 });
  home.write('plan.md', outline.replace('Lime', 'Lime and ash'));
  return home;
}

/** They print nothing by design. */
const isSilent = (line: string): boolean => / -q$| > |^eval |^istio-roadmap merge-driver /.test(line);

/** What a login leaves in the environment. */
const env = { SHELL: '/bin/bash' };

const texts = join(project, 'docs', 'help');

/** What a help topic says to type. */
function linesOf(name: string): string[] {
  const code = readFileSync(join(texts, name), 'utf8').match(/(?<=^```\n)[^`]*(?=^```$)/gm) ?? [];
  return code
    .join('')
    .replace(/\n {2}/g, ' ')
    .trim()
    .split('\n');
}

describe('the lines in', () => {
  it.each(readdirSync(texts))('docs/help/%s work, one after the other', (name) => {
    const home = homeFor(name);
    for (const line of linesOf(name)) {
      const missing = ['fzf', 'jq'].find((one) => line.includes(one) && home.shell(`command -v ${one}`).status !== 0);
      if (missing !== undefined) {
        console.warn(`not tried, since ${missing} is not here: ${line}`);
        continue;
      }
      // fzf takes everything, without a terminal.
      const { status, out, err } = home.shell(line, { env: { FZF_DEFAULT_OPTS: '--filter=' } });
      // 1: the answer is no.
      expect([0, 1], `${line}: ${err}`).toContain(status);
      expect(err, line).not.toMatch(/^istio-roadmap: /m);
      if (!/ -q | > /.test(line)) expect(out, line).toMatch(/\S/);
    }
  });
});

describe('the examples of', () => {
  it.each(Object.entries(examples))('%s work, one after the other', (name, all) => {
    const home = homeFor(name);
    for (const { line, status = 0, waits } of all) {
      if (waits) continue;
      const answer = home.shell(line, { env });
      expect({ line, status: answer.status, err: answer.err }).toMatchObject({ line, status });
      expect(answer.err, line).not.toMatch(/^istio-roadmap: /m);
      if (!isSilent(line)) expect(answer.out, line).toMatch(/\S/);
    }
  });
});
