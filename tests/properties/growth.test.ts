// No command takes more steps than its roadmap is long, give or take a factor: counted, so that a busy machine changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, cases, commands } from '../../bench/growth-cases.mjs';
import { calendar } from '../../src/commands/calendar.ts';
import { change } from '../../src/commands/change.ts';
import type { Context } from '../../src/commands/context.ts';
import { exportRoadmap } from '../../src/commands/export.ts';
import { gate, levels, projects } from '../../src/commands/levels.ts';
import { lint } from '../../src/commands/lint.ts';
import { log } from '../../src/commands/log.ts';
import { list, next, show } from '../../src/commands/look.ts';
import { reconcile } from '../../src/commands/reconcile.ts';
import { status } from '../../src/commands/status.ts';
import { undo } from '../../src/commands/undo.ts';
import { startCounting, stopCounting, takeCounts } from '../support/coverage.ts';
import { home, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const [small, large] = [250, 1000];
/** 4 ^ 1.2: what is allowed of four times the size. */
const mostGrowth = 5.28;

/** How often a function or a block of our sources was entered since it was asked last. */
function steps(): number {
  let sum = 0;
  for (const { functions } of takeCounts())
    for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  return sum;
}

function run(context: Context, [command = '', ...words]: readonly string[], roadmap: string): Promise<number> {
  const options = { roadmap };
  const named = words.filter((word) => !word.startsWith('--'));
  switch (command) {
    case 'status':
      return status(context, options);
    case 'list':
      return list(context, [], { ...options, plain: true });
    case 'show':
      return show(context, named[0], options);
    case 'next':
      return next(context, [], options);
    case 'levels':
      return levels(context, options);
    case 'projects':
      return projects(context, options);
    case 'gate':
      return gate(context, named[0] ?? '', options);
    case 'export':
      return exportRoadmap(context, {
        ...options,
        ...(words.includes('svg') && { format: 'svg' }),
        ...(words.includes('html') && { format: 'html' }),
      });
    case 'reconcile':
      return reconcile(context, options);
    case 'lint':
      return lint(context, [roadmap], { fix: words.includes('--fix') });
    case 'log':
      return (words.includes('--calendar') ? calendar : log)(context, [], options);
    case 'undo':
    case 'redo':
      return undo(context, command, [], options);
    case 'start':
    case 'skip':
    case 'reopen':
    case 'done':
      return change(context, command, named, { ...options, force: true });
    default:
      throw new Error(`${command} is measured and not counted`);
  }
}

/** The steps of each command, one after the other on one roadmap. */
async function counted(kind: Case, n: number): Promise<Map<string, number>> {
  const disk = new MemoryDisk();
  disk.putFolder(home);
  disk.put(`${home}/${kind.file}`, kind.text(n));
  const input = kind.input?.(n) ?? '';
  const act = (words: readonly string[]) =>
    settled(disk, (context) => run({ ...context, input: () => input }, words, kind.file));
  for (const words of kind.before ?? []) await act(words);
  const found = new Map<string, number>();
  for (const [name, wordsFor] of Object.entries(commands)) {
    steps();
    await act(wordsFor(kind));
    found.set(name, steps());
  }
  return found;
}

describe('steps', () => {
  beforeAll(async () => {
    startCounting();
    // Modules that are loaded on use are no part of the first command that uses them.
    for (const name of ['flat', 'needs', 'front-matter keys']) await counted(cases[name] as Case, 10);
  }, 120_000);
  afterAll(stopCounting);

  it.each(Object.entries(cases))('grow no faster than what is read: %s', { timeout: 120_000 }, async (name, kind) => {
    // A line is cut at a length that smaller ones do not reach.
    const scale = name.startsWith('long line') ? 4 : 1;
    const [few, many] = [await counted(kind, scale * small), await counted(kind, scale * large)];
    const over = [...few].flatMap(([command, count]) => {
      const growth = (many.get(command) as number) / count;
      return growth > mostGrowth ? [`${command}: ${growth.toFixed(1)} times`] : [];
    });
    expect(over).toEqual([]);
  });
});
