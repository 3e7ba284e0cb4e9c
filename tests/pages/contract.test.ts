// Contract: docs/contract.md, docs/help and the grammar name the same commands and options.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandDescription } from '../../src/pages/grammar.ts';
import { grammarForTests } from './grammar.ts';

const { program, commands } = await grammarForTests();
const docs = join(import.meta.dirname, '..', '..', 'docs');
const contract = readFileSync(join(docs, 'contract.md'), 'utf8');

/** Flags by command, as the table of the contract has them; those of the program under `every command`. */
const [, table = ''] = contract.split(/^## Commands and options$|^## Exit statuses$/m);
const promised = new Map(
  [...table.matchAll(/^\| (.*) \|([^|]*(?:\\\|[^|]*)*)\|$/gm)]
    .slice(1)
    .map(([, first = '', options = '']) => [
      first.replaceAll('`', '').replace(/ [[<].*/, ''),
      [...options.matchAll(/`([^`]*)`/g)].flatMap(([, term = '']) => flagsIn(term)),
    ]),
);

function flagsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w-])--?[a-z][a-z-]*/gi)].map(([flag]) => flag);
}

const flagsOf = ({ options }: CommandDescription): string[] => options.flatMap(({ flags }) => flags);
const sorted = (flags: readonly string[] | undefined): string[] => [...(flags ?? [])].sort();

describe('docs/contract.md', () => {
  it.each(commands)('has the command $name with the options that it takes', (command) => {
    const { name } = command;
    expect(promised.has(name), `the table in docs/contract.md has no row for \`${name}\`: add one`).toBe(true);
    expect(sorted(promised.get(name)), `the row of \`${name}\` in docs/contract.md`).toEqual(sorted(flagsOf(command)));
  });

  it('has the options of every command', () =>
    expect(sorted(promised.get('every command'))).toEqual(sorted(flagsOf(program))));

  it('promises no command that does not exist', () => {
    const known = new Set(['every command', 'help', ...commands.map(({ name }) => name)]);
    expect([...promised.keys()].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('what the documentation names', () => {
  const flags = new Set([program, ...commands].flatMap(flagsOf));
  const names = new Set(['help', ...commands.map(({ name }) => name)]);
  const texts = [
    ['docs/contract.md', contract] as const,
    ...readdirSync(join(docs, 'help')).map(
      (name) => [`docs/help/${name}`, readFileSync(join(docs, 'help', name), 'utf8')] as const,
    ),
  ];

  it.each(texts)('%s: every option exists', (_, text) => {
    const code = [...text.matchAll(/`([^`\n]*)`/g)].flatMap(([, words = '']) => flagsIn(words));
    // Options of patch.
    const unknown = code.filter((flag) => flag.startsWith('--') && !flags.has(flag));
    expect(unknown).toEqual([]);
  });

  it.each(texts)('%s: every command line begins with a command', (_, text) => {
    const first = [...text.matchAll(/\bistio-roadmap ([a-z][a-z-]*)/g)].map(([, word]) => word as string);
    expect(first.filter((word) => !names.has(word))).toEqual([]);
  });
});
