// The short way and the whole grammar: the same words give the same answer on both.
import { describe, expect, it } from 'vitest';
import { quickStatus } from '../../src/quick-words.ts';
import { newHome } from '../support/program.ts';
import { kafka } from './notes.ts';

// `--no-input` changes nothing about looking, and only the grammar knows it.
const detour = '--no-input';

describe('the short way to status', () => {
  it.each<{ words: string[] }>([
    { words: [] },
    { words: ['status'] },
    { words: ['status', '-r', 'kafka.md'] },
    { words: ['-r', 'kafka.md'] },
    { words: ['--roadmap', 'kafka.md', 'status'] },
    { words: ['status', '-r', 'kafka.md', '--json'] },
    { words: ['status', '-r', 'kafka.md', '--plain'] },
    { words: ['status', '--all-sections', '-r', 'kafka.md'] },
    { words: ['status', '-r', 'kafka.md', '--lang', 'ru'] },
    { words: ['status', '-r', 'kafka.md', '--lang', 'ru', '--json'] },
    { words: ['status', '-r', 'kafka.md', '--color', 'always'] },
    { words: ['status', '-r', 'kafka.md', '--color', 'never', '--ascii'] },
    { words: ['status', '-r', 'missing.md'] },
    { words: ['status', '-r', 'missing.md', '--lang', 'ru', '--color', 'always'] },
    { words: ['status', '-r', 'nothing-of-that-name', '--json'] },
    { words: ['-r', 'kafka.md', '-r', 'missing.md'] },
    { words: ['--lang', 'ru', '--lang', 'en'] },
  ])('$words', ({ words }) => {
    const home = newHome();
    home.write('kafka.md', kafka);
    expect(quickStatus(words), 'these words take the short way').not.toBeNull();
    expect(quickStatus([...words, detour])).toBeNull();
    expect(home.run(words)).toEqual(home.run([...words, detour]));
  });

  it.each<{ words: string[] }>([
    { words: ['statu'] },
    { words: ['status', '4.2'] },
    { words: ['status', '--level', 'junior'] },
    { words: ['status', 'status'] },
    { words: ['--all-sections'] },
    { words: ['--all-sections', 'status'] },
    { words: ['--json', '--plain'] },
    { words: ['--lang', 'de'] },
    { words: ['--lang'] },
    { words: ['-r'] },
    { words: ['-r', '--json'] },
    { words: ['--roadmap=kafka.md'] },
    { words: ['--color', 'sometimes'] },
    { words: ['done', '1.1'] },
    { words: ['--help'] },
  ])('leaves $words to the grammar', ({ words }) => expect(quickStatus(words)).toBeNull());
});
