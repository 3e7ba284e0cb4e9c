import { describe, expect, it } from 'vitest';
import { homeExpanded, homeShortened } from '../../src/text/home.ts';

describe('homeExpanded', () => {
  it.each([
    ['~/notes/Kafka.md', '/people/anna', '/people/anna/notes/Kafka.md'],
    ['~', '/people/anna', '/people/anna'],
    ['~/notes', '/people/anna/', '/people/anna/notes'],
    ['~/notes', '/', '/notes'],
    ['~boris/notes', '/people/anna', null],
    ['notes/~', '/people/anna', null],
    ['/notes', '/people/anna', null],
    ['~/notes', null, null],
  ])('%s in %s', (path, home, expanded) => expect(homeExpanded(path, home)).toBe(expanded));
});

describe('homeShortened', () => {
  it.each([
    ['/people/anna/notes/Kafka.md', '/people/anna', '~/notes/Kafka.md'],
    ['/people/anna/notes', '/people/anna/', '~/notes'],
    ['/people/annabel/notes', '/people/anna', '/people/annabel/notes'],
    ['/people/anna', '/people/anna', '/people/anna'],
    ['/notes', null, '/notes'],
    ['/notes', '', '/notes'],
  ])('%s in %s', (path, home, shortened) => expect(homeShortened(path, home)).toBe(shortened));
});
