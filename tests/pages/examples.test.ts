// Examples: every command has some, in words that fit a terminal; that each of them works is tried in tests/cli/examples.test.ts.
import { describe, expect, it } from 'vitest';
import { newProgram } from '../../src/cli.ts';
import { examples } from '../../src/examples.ts';
import { grammarForTests } from './grammar.ts';

const { program, commands } = await grammarForTests();
const all = [program, ...commands];
const flagsOfProgram = program.options.flatMap(({ flags }) => flags);

describe('examples', () => {
  it.each(all)('$name has two to four', ({ name }) => {
    const count = examples[name]?.length ?? 0;
    const what = `src/examples.ts has ${count} for \`${name}\`: write two to four, then run \`npm run pages\``;
    expect(count >= 2 && count <= 4, what).toBe(true);
  });

  it('there are none of a command that does not exist', () => {
    const names = new Set(all.map(({ name }) => name));
    expect(Object.keys(examples).filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(all)('those of $name are about it, and name options that it has', ({ name, options }) => {
    const flags = new Set([...flagsOfProgram, ...options.flatMap((option) => option.flags)]);
    for (const { line } of examples[name] ?? []) {
      const calls = line.split('|').filter((part) => part.trim().startsWith('istio-roadmap'));
      const own = calls.filter((part) => name === 'istio-roadmap' || part.trim().split(/\s+/)[1] === name);
      expect(own.length, line).toBeGreaterThan(0);
      if (name === 'istio-roadmap') continue;
      const used = own.flatMap((part) => part.split(/\s+/)).filter((word) => /^-{1,2}[a-z]/.test(word));
      expect(
        used.filter((word) => !flags.has(word) && !/^-\d/.test(word)),
        line,
      ).toEqual([]);
    }
  });

  it.each(Object.values(examples).flat())('`$line` fits, and says what it does in a few words', ({ line, what }) => {
    expect(line.length).toBeLessThanOrEqual(76);
    expect(what.length).toBeLessThanOrEqual(60);
    expect(what).toMatch(/^[^A-Z.][^\n]*[^.\n]$/);
  });

  const waiting = Object.values(examples).flatMap((some) => some.filter(({ waits }) => waits));
  it.each(waiting)('`$line`, which waits for somebody, is taken by the grammar', async ({ line }) => {
    const [, ...words] = line.split(' ');
    await newProgram().parseAsync(words, { from: 'user' });
  });
});
