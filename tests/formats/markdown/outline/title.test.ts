// Tests of the roadmap's title: which heading, property or line a note goes by.
// Titles of Russian notes: Сад "Garden", Мой сад "My garden", Сад круглый год "A garden all year"; "Сначала посмотрим вокруг." is
// a sentence (first we look around).
import { describe, expect, it } from 'vitest';
import { note, readNote, shapeOf } from '../../../support/notes.ts';

describe('the title (FORMATS S5)', () => {
  it.each([
    ['a single H1 that comes first', note('# Сад', '## Весна', '- [ ] посев'), 'Сад'],
    ['an H1 without other headings', note('# Сад', '- [ ] посев'), 'Сад'],
    ['a first heading that contains all others', note('## Сад', '### Весна', '- [ ] посев'), 'Сад'],
    ['a setext H1', note('Сад', '===', '- [ ] посев'), 'Сад'],
    ['an H1 without its emoji', note('# 🌱 Сад', '- [ ] посев'), 'Сад'],
    ['an H1 without its marks', note('# **Сад** и `огород`', '- [ ] посев'), 'Сад и огород'],
    ['the front matter', note('---', 'title: Мой сад', '---', '## Весна', '- [ ] а', '## Лето', '- [ ] б'), 'Мой сад'],
    [
      'the first title-like line',
      note('Сад круглый год', '', '## Весна', '- [ ] а', '## Лето', '- [ ] б'),
      'Сад круглый год',
    ],
    ['that line without its emoji', note('🟦 Сад — год', '', '⭐ 1. Весна', '• посев'), 'Сад — год'],
    ['the name of the file', note('## Весна', '- [ ] а', '## Лето', '- [ ] б'), 'note'],
    [
      'the name, where a sentence comes first',
      note('Сначала посмотрим вокруг.', '', '## Весна', '- [ ] а', '## Лето'),
      'note',
    ],
    ['the name, where there are several H1', note('# Весна', '- [ ] а', '# Лето', '- [ ] б'), 'note'],
    ['the name, where there is nothing', '', 'note'],
  ])('is %s', (_, text, title) => {
    expect(readNote(text).title).toBe(title);
  });

  it.each([' ', 'x', '?', '!'])('is a heading beside one without boxes, whatever is in the others: [%s]', (mark) => {
    const lines = ['# Dinghy', '## Hull', `- [${mark}] planks`, '- [ ] keel', '# Raft', '## Logs', '- birch'];
    expect(readNote(note(...lines)).title).toBe('Dinghy');
  });

  it.each([' ', 'x', '/', '-', '?', '!', '>'])('is no heading behind a box, whatever is in it: [%s]', (mark) => {
    const { children } = readNote(note(`- [${mark}] Splicing`, '# Knots', '- [ ] Reef'));
    expect(children.map(({ title }) => title)).toEqual(['Splicing', 'Knots']);
  });

  it('is the first of two H1 as well where only prose is between them and the second contains all others', () => {
    const text = note(
      '# knots-course',
      'All about ropes.',
      '# Knots',
      '## Bends',
      '- [ ] Reef',
      '## Loops',
      '- [ ] Bowline',
    );
    expect(readNote(text).title).toBe('knots-course');
    expect(shapeOf(readNote(text))).toEqual(['1 Bends', '  1.1 [ ] Reef', '2 Loops', '  2.1 [ ] Bowline']);
  });

  it('is no section itself, and its topics are those of the root', () => {
    expect(shapeOf(readNote(note('# Сад', '- [ ] полив', '## Весна', '- [ ] посев')))).toEqual([
      '0.1 [ ] полив',
      '1 Весна',
      '  1.1 [ ] посев',
    ]);
  });

  it('leaves several H1 as sections', () => {
    expect(shapeOf(readNote(note('# Весна', '- [ ] посев', '# Лето', '- [ ] полив')))).toEqual([
      '1 Весна',
      '  1.1 [ ] посев',
      '2 Лето',
      '  2.1 [ ] полив',
    ]);
  });

  it.each([
    ['numbers', ['## 1. Hull', '## 2. Rig', '## 3. Sails']],
    ['numbers from nought', ['## 0. Hull', '## 1. Rig', '## 2. Sails']],
    ['weeks', ['## Week 1: Hull', '## Week 2: Rig', '## Week 3: Sails', '## Resources']],
  ])('is a heading with nothing but links and prose over %s of its own depth', (_, sections) => {
    const lines = sections.flatMap((heading) => [heading, `- about ${heading.slice(3)}`]);
    const roadmap = readNote(note('## Dinghy', 'From the club.', '', '* https://club.example/dinghy', ...lines));
    expect(roadmap).toMatchObject({ title: 'Dinghy', resources: [{ url: 'https://club.example/dinghy' }] });
    expect(shapeOf(roadmap).filter((line) => !line.startsWith(' '))).toHaveLength(3);
  });

  it.each([
    ['topics', ['## Dinghy', '- launch', '## 1. Hull', '- a', '## 2. Rig', '- b', '## 3. Sails', '- c']],
    ['sections without numbers', ['## Dinghy', 'Prose.', '## Hull', '- a', '## Rig', '- b', '## Sails', '- c']],
    [
      'a series that begins later',
      ['## Dinghy', 'Prose.', '## 4. Hull', '- a', '## 5. Rig', '- b', '## 6. Sails', '- c'],
    ],
  ])('is no heading beside others with %s', (_, lines) => {
    expect(readNote(note(...lines)).title).toBe('note');
  });

  it('is a heading that contains all others but those of a role', () => {
    const lines = ['# Dinghy', '## Hull', '- planks', '# Resources', '- [club](https://club.example)'];
    const roadmap = readNote(note(...lines));
    expect(roadmap.title).toBe('Dinghy');
    expect(shapeOf(roadmap)).toEqual(['1 Hull', '  1.1 [ ] planks']);
    expect(readNote(note('# Hull', '- planks', '# Resources', '- [club](https://club.example)')).title).toBe('note');
  });

  it.each([
    ['a heading without sections and items in it', ['# Dinghy', '## Hull', '- planks', '# Thanks', 'To the club.']],
    [
      'a heading with a table, in a list of tasks',
      ['# Dinghy', '## Hull', '- [ ] planks', '# Progress', '', '| Part | Done |', '|---|---|', '| Hull | [ ] |'],
    ],
    [
      'a heading with sections and notes, in a list of tasks',
      ['# Dinghy', '## Hull', '- [ ] planks', '# Raft', '## Logs', '- birch'],
    ],
    ['a second heading that holds everything', ['# Dinghy', '# My boat', '## Hull', '- planks']],
    ['bold lines alone', ['## Dinghy', '**Hull**', '- planks', '', '**Rig**', '- mast']],
    [
      'bold bullets alone, where it is a bold line',
      ['**Dinghy**', '', '* **Hull**', '    * planks', '* **Rig**', '    * mast'],
    ],
  ])('is the first heading beside %s', (_, lines) => {
    const roadmap = readNote(note(...lines));
    expect(roadmap.title).toBe('Dinghy');
    expect(shapeOf(roadmap).slice(0, 2)).toEqual(['1 Hull', '  1.1 [ ] planks']);
  });

  it.each([
    ['items', ['# Dinghy', '## Hull', '- planks', '# Raft', '- logs']],
    ['boxes', ['# Dinghy', '## Hull', '- [ ] planks', '# Raft', '## Logs', '- [?] birch']],
    ['sections', ['# Dinghy', '## Hull', '- planks', '# Raft', '## Logs', 'Long ones.']],
    ['a number', ['# 1. Dinghy', '## Hull', '- planks', '# 2. Raft', 'Later.']],
    ['nothing yet, as a third one', ['# Dinghy', '## Hull', '- planks', '# Raft', '# Canoe']],
  ])('is no first heading beside one with %s', (_, lines) => {
    expect(readNote(note(...lines)).title).toBe('note');
  });

  it.each([
    ['a badge', ['[![b](b.svg)](https://x.example)', '', '# A', '- a', '# B', '- b'], 'note'],
    ['a line of links', ['[en](en.md) | [ru](ru.md)', '', '# A', '- a', '# B', '- b'], 'note'],
    ['HTML', ['<p align="center">x</p>', '', '# A', '- a', '# B', '- b'], 'note'],
    ['a heading behind topics', ['- [ ] a', '', '# A', '- [ ] b'], 'note'],
    ['a heading without text', ['#', '', '- [ ] a'], 'note'],
    ['what comes before the title', ['![b](b.svg)', 'Ropes and sails', '', '- [ ] a'], 'Ropes and sails'],
  ])('is never %s', (_, lines, expected) => {
    expect(readNote(note(...lines)).title).toBe(expected);
  });
});
