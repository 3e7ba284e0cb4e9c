import { describe, expect, it } from 'vitest';
import { homeExpanded, homeShortened } from '../../src/text/home.ts';

describe('homeExpanded', () => {
  it.each([
    ['~/notes/Kafka.md', '/home/anna', '/home/anna/notes/Kafka.md'],
    ['~', '/home/anna', '/home/anna'],
    ['~/notes', '/home/anna/', '/home/anna/notes'],
    ['~/notes', '/', '/notes'],
    ['~boris/notes', '/home/anna', null],
    ['notes/~', '/home/anna', null],
    ['/notes', '/home/anna', null],
    ['~/notes', null, null],
  ])('%s in %s', (path, home, expanded) => expect(homeExpanded(path, home)).toBe(expanded));
});

describe('homeShortened', () => {
  it.each([
    ['/home/anna/notes/Kafka.md', '/home/anna', '~/notes/Kafka.md'],
    ['/home/anna/notes', '/home/anna/', '~/notes'],
    ['/home/annabel/notes', '/home/anna', '/home/annabel/notes'],
    ['/home/anna', '/home/anna', '/home/anna'],
    ['/notes', null, '/notes'],
    ['/notes', '', '/notes'],
  ])('%s in %s', (path, home, shortened) => expect(homeShortened(path, home)).toBe(shortened));
});
