// The short way and the whole grammar: the same words give the same answer on both.
import { describe, expect, it } from 'vitest';
import { quickCommand } from '../../src/quick-words.ts';
import { newHome } from '../support/program.ts';
import { kafka } from './notes.ts';

// `--no-input` changes nothing about looking, and only the grammar knows it.
const detour = '--no-input';

describe('the short way to looking', () => {
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
    { words: ['next', '-r', 'kafka.md'] },
    { words: ['next', '-r', 'kafka.md', '2', '--json'] },
    { words: ['next', '2.1', '3', '-r', 'kafka.md'] },
    { words: ['list', '-r', 'kafka.md', '--plain'] },
    { words: ['list', '1', '2.1', '-r', 'kafka.md', '--lang', 'ru'] },
    { words: ['list', 'nothing-like-this', '-r', 'kafka.md'] },
    { words: ['show', '-r', 'kafka.md'] },
    { words: ['show', '1.1', '-r', 'kafka.md', '--color', 'always'] },
    { words: ['show', '2', '--json'] },
    { words: ['log', '-r', 'kafka.md'] },
    { words: ['log', '1.1', '-r', 'kafka.md', '--json'] },
    { words: ['levels', '-r', 'kafka.md'] },
    { words: ['levels', '--lang', 'ru', '--plain'] },
    { words: ['projects', '--ascii'] },
    { words: ['pace', '-r', 'kafka.md'] },
    { words: ['pace', '1', '--json'] },
    { words: ['pace', 'nothing-like-this', '-r', 'kafka.md'] },
    { words: ['lab', '--plain'] },
    { words: ['lab', 'traffic-splitting', '--lang', 'ru'] },
    { words: ['lab', 'traffic-splitting', 'kafka.md', '--json'] },
    { words: ['lab', 'nothing-like-this', '-r', 'kafka.md'] },
    { words: ['undo', '-r', 'kafka.md'] },
    { words: ['redo', '-r', 'missing.md', '--json'] },
  ])('$words', ({ words }) => {
    const home = newHome();
    home.write('kafka.md', kafka);
    expect(quickCommand(words), 'these words take the short way').not.toBeNull();
    expect(quickCommand([...words, detour])).toBeNull();
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
    { words: ['done'] },
    { words: ['--help'] },
    { words: ['-r', 'kafka.md', 'next'] },
    { words: ['next', '-n', '2'] },
    { words: ['pace', '--by', '+7d'] },
    { words: ['lab', '-'] },
    { words: ['lab', 'traffic-splitting', '--hint'] },
    { words: ['next', '--all-sections'] },
    { words: ['show', '1.1', '1.2'] },
    { words: ['levels', 'junior'] },
    { words: ['undo', '1.1'] },
    { words: ['gate', 'junior'] },
    { words: ['toString'] },
  ])('leaves $words to the grammar', ({ words }) => expect(quickCommand(words)).toBeNull());
});

describe('the short way to a change', () => {
  it.each<{ words: string[] }>([
    { words: ['done', '1.3', '-r', 'kafka.md'] },
    { words: ['done', '1.3', '2.1', '-r', 'kafka.md', '--json'] },
    { words: ['start', '2', '-r', 'kafka.md', '--plain'] },
    { words: ['skip', '3.1', '--roadmap', 'kafka.md', '--lang', 'ru'] },
    { words: ['reopen', '1.1', '-r', 'kafka.md', '--color', 'always'] },
    { words: ['done', '9.9', '-r', 'kafka.md', '--ascii'] },
    { words: ['done', 'help', '-r', 'kafka.md'] },
    { words: ['done', 'kafka.md', '-r', 'kafka.md'] },
    { words: ['done', '1.3', '-r', 'missing.md', '--json'] },
    { words: ['done', '', '-r', 'kafka.md'] },
  ])('$words', ({ words }) => {
    const [short, long] = [newHome(), newHome()];
    for (const home of [short, long]) home.write('kafka.md', kafka);
    expect(quickCommand(words), 'these words take the short way').not.toBeNull();
    // The same option in a form that only the grammar knows.
    const at = words.findIndex((word) => word === '-r' || word === '--roadmap');
    const detoured = words.toSpliced(at, 2, `--roadmap=${words[at + 1]}`);
    expect(quickCommand(detoured)).toBeNull();
    const elsewhere = (text: string): string => text.replaceAll(long.root, short.root);
    const [one, other] = [short.run(words), long.run(detoured)];
    expect(one.status).toBe(other.status);
    expect(one.out).toBe(elsewhere(other.out));
    expect(one.err).toBe(elsewhere(other.err));
    expect(short.read('kafka.md')).toBe(long.read('kafka.md'));
  });

  it.each<{ words: string[] }>([
    { words: ['done'] },
    { words: ['done', '-'] },
    { words: ['done', '--', '1.1'] },
    { words: ['done', '1.1', '--only'] },
    { words: ['done', '1.1', '--on', 'today'] },
    { words: ['done', '1.1', '--json', '--plain'] },
    { words: ['-r', 'kafka.md', 'done', '1.1'] },
    { words: ['done', '1.1', '-r'] },
    { words: ['dnoe', '1.1'] },
  ])('leaves $words to the grammar', ({ words }) => expect(quickCommand(words)).toBeNull());
});
