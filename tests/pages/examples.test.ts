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
      // Up to the end of a pipeline's part, or of a `$(…)`.
      const calls = [...line.matchAll(/\bistio-roadmap(?: ([^|)>]*))?/g)].map(([, words = '']) =>
        words.trim().split(/\s+/),
      );
      const own = calls.filter(([command]) => name === 'istio-roadmap' || command === name);
      expect(own.length, line).toBeGreaterThan(0);
      if (name === 'istio-roadmap') continue;
      const used = own.flat().filter((word) => /^--?[a-z]/.test(word));
      expect(
        used.filter((word) => !flags.has(word)),
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
    const grammar = newProgram();
    for (const command of grammar.commands) command.action(() => {});
    await grammar.parseAsync(words, { from: 'user' });
  });
});
