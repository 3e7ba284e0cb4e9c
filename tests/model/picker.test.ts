// Picker: what each key makes of the tree, of its folds, its filter and its marks.
import { describe, expect, it } from 'vitest';
import { onAnyLayout } from '../../src/model/key.ts';
import { newPager, turn } from '../../src/model/pager.ts';
import { fitting, pickTree, shownNodes } from '../../src/model/pick-tree.ts';
import { changesOf, newPicker, onTree, type Picker, press } from '../../src/model/picker.ts';
import { noExtra, type Roadmap, type Topic } from '../../src/model/roadmap.ts';
import { done, project, roadmap, section, topic } from '../support/roadmaps.ts';

const retired = (address: string): Topic =>
  topic(address, 'Gone from the exam', { extra: { ...noExtra, retired: '2026' } });

/** Four open topics, one each of the other states, one that repeats, and a parent. */
const garden: Roadmap = roadmap(
  { en: 'Garden', ru: 'Сад' },
  [
    section('1', { en: 'Soil', ru: 'Почва' }, [
      done('1.1', 'Digging', '2026-11-01'),
      topic('1.2', { en: 'Sieving', ru: 'Просеивание' }),
      topic('1.3', 'Watering', { repeats: true }),
      topic('1.4', 'Mulch', { status: 'skipped' }),
      retired('1.5'),
    ]),
    section('2', 'Beds', [
      topic('2.1', 'Sowing', { topics: [topic('2.1.1', 'Peas', { status: 'doing' }), topic('2.1.2', 'Beans')] }),
      topic('2.2', 'Weeding of beds'),
    ]),
  ],
  { projects: [project('P1', 'A pond', {})] },
);

const tree = pickTree(garden, ({ repeats }) => repeats);
const at = (address: string): number => tree.nodes.findIndex(({ node }) => node.address === address);
const room = { page: 4, end: 3 };

/** Words are names of keys, other texts are typed. */
function pressed(first: Picker, ...keys: readonly string[]): Picker {
  return keys.reduce((picker, key) => press(picker, key, room), first);
}

const picking = (address: string, isOnly = false): Picker => newPicker(tree, at(address), isOnly);
const here = ({ at, tree }: Picker): string => tree.nodes[at]?.node.address ?? '';
const shown = ({ shown, tree }: Picker): string => shown.map((place) => tree.nodes[place]?.node.address).join(' ');
const marks = (picker: Picker): string =>
  changesOf(picker)
    .map(({ topic, to, alone }) => `${topic.address} ${topic.status}→${to}${alone ? ' alone' : ''}`)
    .join(', ');

describe('keys that move', () => {
  it.each<[string, string[], string]>([
    ['1.2', ['down'], '1.3'],
    ['1.2', ['up', 'up', 'up', 'up'], '1'],
    ['1.2', ['j', 'j', 'k'], '1.3'],
    ['1.2', ['page-down'], '1.5'],
    ['2.2', ['page-up'], '2.1'],
    ['1.2', ['end'], 'P1'],
    ['1.2', ['G', 'g'], '1'],
    ['1.2', ['end', 'down'], 'P1'],
    ['2.1.2', ['left'], '2.1'],
    ['2.1.2', ['left', 'left', 'left'], '2'],
    ['1', ['left', 'left'], '1'],
    ['2', ['right', 'right'], '2.1.1'],
    ['1.2', ['right'], '1.2'],
  ])('from %s %j lead to %s', (from, keys, to) => expect(here(pressed(picking(from), ...keys))).toBe(to));

  it('what is beside the tree scrolls as far as it goes, and begins anew at another node', () => {
    const scrolled = pressed(picking('1.2'), 'J', 'J', 'J', 'J', 'J', 'K');
    expect(scrolled.scrolled).toBe(2);
    expect(pressed(scrolled, 'down').scrolled).toBe(0);
  });

  it.each([
    ['ы', 's'],
    ['Л', 'K'],
    ['.', '.'],
    ['ю', '.'],
    ['up', 'up'],
    ['q', 'q'],
  ])('%s on a Russian keyboard is %s', (typed, key) => expect(onAnyLayout(typed)).toBe(key));
});

describe('folds', () => {
  it.each<[string, string[], string, string]>([
    ['2.1', ['left'], '2.1', '1 1.1 1.2 1.3 1.4 1.5 2 2.1 2.2 P1'],
    ['2.1', ['tab', 'tab'], '2.1', '1 1.1 1.2 1.3 1.4 1.5 2 2.1 2.1.1 2.1.2 2.2 P1'],
    ['2.1.2', ['-'], '2', '1 2 P1'],
    ['2.1.2', ['-', '+'], '2', '1 1.1 1.2 1.3 1.4 1.5 2 2.1 2.1.1 2.1.2 2.2 P1'],
    ['2.1.2', ['-', 'right'], '2', '1 2 2.1 2.2 P1'],
    ['1.1', ['tab'], '1.1', '1 1.1 1.2 1.3 1.4 1.5 2 2.1 2.1.1 2.1.2 2.2 P1'],
  ])('from %s %j: at %s, and shown are %s', (from, keys, to, all) => {
    const picker = pressed(picking(from), ...keys);
    expect([here(picker), shown(picker)]).toEqual([to, all]);
  });

  it('a large tree begins folded but for what one is in', () => {
    const sections = Array.from({ length: 60 }, (_, index) =>
      section(
        `${index + 1}`,
        `Part ${index + 1}`,
        [1, 2, 3].map((one) => topic(`${index + 1}.${one}`, `Topic ${one}`)),
      ),
    );
    const large = pickTree(roadmap('Large', sections), () => false);
    const picker = newPicker(
      large,
      large.nodes.findIndex(({ node }) => node.address === '7.2'),
      false,
    );
    expect(here(picker)).toBe('7.2');
    expect(picker.shown).toHaveLength(63);
  });
});

describe('the filter', () => {
  const typed = (...keys: readonly string[]): Picker => pressed(picking('1.2'), '/', ...keys);

  it.each<[string, string[], string, string]>([
    ['shows what has the word, below what it is in', ['b', 'e', 'a', 'n'], '2.1.2', '2 2.1 2.1.2'],
    ['knows every language of a title', [...'почва'], '1.2', '1 1.1 1.2 1.3 1.4 1.5'],
    ['asks for each word, also of what it is in', [...'beds pea'], '2.1.1', '2 2.1 2.1.1'],
    ['takes a number for the beginning of an address', [...'2.1.'], '2.1.1', '2 2.1 2.1.1 2.1.2'],
    ['does not mind case and punctuation', [...'A, POND!'], 'P1', 'P1'],
    ['shows nothing where nothing fits', [...'zzz'], '1.2', ''],
    ['loses a letter by backspace', [...'zzz', 'backspace', 'backspace', 'backspace', 'p', 'o', 'n'], 'P1', 'P1'],
    ['loses a word by ctrl-w', [...'pond zzz', 'ctrl-w'], 'P1', 'P1'],
    ['is another one after ctrl-u', [...'zzz', 'ctrl-u', ...'pond'], 'P1', 'P1'],
  ])('%s', (_, keys, to, all) => {
    const picker = typed(...keys);
    expect([here(picker), shown(picker)]).toEqual([to, all]);
  });

  it('letters are typed, and are commands again after Enter', () => {
    const kept = typed(...'sow', 'enter');
    expect(kept).toMatchObject({ filter: 'sow', isTyping: false, outcome: null });
    expect(marks(pressed(kept, 's'))).not.toBe('');
    expect(marks(typed('s', 'x'))).toBe('');
  });

  it('Esc shows everything again, folded as it was, and where one is', () => {
    const folded = pressed(picking('1'), 'left', 'down', '/', ...'bean', 'enter', 'escape');
    expect([here(folded), shown(folded)]).toEqual(['2.1.2', '1 2 2.1 2.1.1 2.1.2 2.2 P1']);
    expect(typed(...'bean', 'escape')).toMatchObject({ filter: '', isTyping: false, fits: null });
  });

  it('backspace in an empty filter ends it', () => expect(typed('backspace').isTyping).toBe(false));

  it('a verb changes nothing that is hidden by it', () => {
    const picker = pressed(typed(...'bean', 'enter'), 'left', 'left', ' ');
    expect(here(picker)).toBe('2.1');
    expect(marks(picker)).toBe('2.1 todo→done, 2.1.2 todo→done');
    expect(marks(pressed(typed(...'zzz', 'enter'), ' '))).toBe('');
  });

  it('is one pass, whatever is typed', () => {
    const fits = fitting(tree, '  ');
    expect(fits).toBeNull();
    expect(shownNodes(tree, new Set(), fits)).toHaveLength(tree.nodes.length);
    expect(fitting(tree, Array.from({ length: 40 }, () => 'a').join(' '))).not.toBeNull();
  });
});

describe('marks', () => {
  it.each<[string, string, string[], string]>([
    ['space is done', '1.2', [' '], '1.2 todo→done'],
    ['space again takes it back', '1.2', [' ', ' '], ''],
    ['s is in progress, x is skipped', '1.2', ['s', 'x'], '1.2 todo→skipped'],
    ['what is done is not done again', '1.1', [' '], ''],
    ['r opens again', '1.1', ['r'], '1.1 done→todo'],
    ['what is asked for by itself is done from every state', '1.4', [' '], '1.4 skipped→done alone'],
    ['also what has lapsed', '1.5', [' '], '1.5 todo→done alone'],
    ['a section is all that is open in it', '1', [' '], '1.2 todo→done'],
    ['a parent is itself and all below it', '2.1', [' '], '2.1 todo→done, 2.1.1 doing→done, 2.1.2 todo→done'],
    ['a parent again takes all back', '2.1', [' ', ' '], ''],
    ['a section again takes all back', '1', [' ', ' '], ''],
    ['one of them can be left out', '2.1', [' ', 'down', ' '], '2.1 todo→done, 2.1.2 todo→done'],
    ['a group does not begin what is begun', '2.1', ['s'], '2.1 todo→doing, 2.1.2 todo→doing'],
    ['a section that is opened again', '1', ['r'], '1.1 done→todo, 1.4 skipped→todo'],
    ['the state it has is no mark', '1.1', ['r', ' '], ''],
    ['folded or not', '2.1', ['left', ' '], '2.1 todo→done, 2.1.1 doing→done, 2.1.2 todo→done'],
    ['u takes them back', '2', [' ', 'u'], ''],
    ['a project', 'P1', ['s'], 'P1 todo→doing'],
    ['what repeats is not ours', '1.3', [' '], ''],
  ])('%s', (_, from, keys, all) => expect(marks(pressed(picking(from), ...keys))).toBe(all));

  it('with --only a parent is itself alone, and a section nothing', () => {
    expect(marks(pressed(picking('2.1', true), ' '))).toBe('2.1 todo→done');
    expect(pressed(picking('2', true), ' ')).toMatchObject({ remark: 'nothing-to-change' });
  });

  it('are counted', () => {
    const { counts } = pressed(picking('2'), ' ');
    const last = tree.nodes.length;
    // 1.4 is skipped, 1.5 has lapsed, and the project is counted nowhere.
    expect([counts.done[last], counts.total[last]]).toEqual([5, 7]);
    expect([counts.done[at('2')], counts.total[at('2')]]).toEqual([4, 4]);
  });

  it.each<[string, string, string[], string | null]>([
    ['is so already', '1.1', [' '], 'is-so'],
    ['repeats', '1.3', [' '], 'repeats'],
    ['nothing in it to change but what repeats', '1', [' ', 's'], 'repeats'],
    ['no marks to review', '1.1', ['enter'], 'no-marks'],
    ['no marks to take back', '1.1', ['u'], 'no-marks'],
    ['nothing fits', '1.1', ['/', 'z', 'z', 'z'], 'nothing-fits'],
    ['not saved yet', '1.2', [' ', 'q'], 'unsaved'],
    ['gone with the next key', '1.2', [' ', 'q', 'down'], null],
  ])('%s', (_, from, keys, remark) => expect(pressed(picking(from), ...keys).remark).toBe(remark));
});

describe('the picker is left', () => {
  it.each<[string, string[], string | null]>([
    ['by q without marks', ['q'], 'leave'],
    ['by q pressed twice with marks', [' ', 'q', 'q'], 'leave'],
    ['by й on a Russian keyboard', [' ', 'й', 'й'], 'leave'],
    ['not by q pressed twice with another key between', [' ', 'q', 'down', 'q'], null],
    ['for the review by Enter', [' ', 'enter'], 'review'],
    ['for the keys', ['?'], 'keys'],
    ['for a browser', ['o'], 'open'],
    ['for an editor', ['e'], 'edit'],
    ['for no editor where nothing is shown', ['/', 'z', 'z', 'enter', 'e'], null],
    ['not by Esc', ['escape'], null],
  ])('%s', (_, keys, outcome) => expect(pressed(picking('1.2'), ...keys).outcome).toBe(outcome));
});

describe('on another reading', () => {
  it('marks and place are kept by ids, and what is gone or is so by now is gone', () => {
    const before = pressed(picking('2'), ' ', 'end', 'up');
    expect(marks(before)).toBe('2.1 todo→done, 2.1.1 doing→done, 2.1.2 todo→done, 2.2 todo→done');
    const beds = [
      topic('2.2', 'Sowing', { id: 't-2.1' }),
      topic('2.3', 'Peas', { id: 't-2.1.1', status: 'done' }),
      topic('2.4', 'Weeding of beds', { id: 't-2.2' }),
    ];
    const now = pickTree(roadmap('Garden', [section('2', 'Beds', beds)]), () => false);
    const after = onTree(before, now);
    expect(here(after)).toBe('2.4');
    expect(marks(after)).toBe('2.2 todo→done, 2.4 todo→done');
    expect(after.counts.done[now.nodes.length]).toBe(3);
  });
});

describe('a text on the whole screen', () => {
  it.each<[string[], number, string | null]>([
    [['down', 'j', 'up'], 1, null],
    [[' '], 3, null],
    [['end', 'down'], 10, null],
    [['G', 'g'], 0, null],
    [['enter'], 0, 'yes'],
    [['escape'], 0, 'no'],
    [['q'], 0, 'no'],
    [['й'], 0, 'no'],
    // In Russian «н» is the beginning of a no.
    [['y', 'н', 'д'], 0, null],
  ])('%j', (keys, passed, outcome) => {
    const pager = keys.reduce((one, key) => turn(one, key, { page: 4, end: 10 }), newPager);
    expect(pager).toEqual({ passed, outcome });
  });
});
