// Tests of addresses: the author's own numbers first, the others counted around them, and their order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignAddresses, type Clash, compareAddresses, looksLikeAddress } from '../../src/model/address.ts';
import { type DraftSection, type DraftTopic, draftProject, draftSection, draftTopic } from '../../src/model/draft.ts';
import { settleObjects, tableOfChildren } from '../../src/model/topic-table.ts';

type Draft = DraftSection | DraftTopic;

/** What `finish` does with addresses. */
function assign(root: readonly Draft[], projects: readonly DraftTopic[] = []): Clash[] {
  const table = tableOfChildren(root);
  const clashes = assignAddresses(table, projects);
  settleObjects(table, table.objects ?? []);
  return clashes;
}

/** A section with children, else a topic, called by its number and a name: `4.2 b`. */
function node(written: string, children?: readonly Draft[]): Draft {
  const [, number, title] = /^(?:([\d.]+) )?(.*)$/.exec(written) as unknown as [string, string | undefined, string];
  const made = children ? draftSection(title, 1) : draftTopic(title, 1);
  made.number = number ?? null;
  if (made.kind === 'section') made.children = [...(children ?? [])];
  return made;
}

function addressesOf(root: readonly Draft[]): string[] {
  const written: string[] = [];
  const visit = (nodes: readonly Draft[]): void => {
    for (const one of nodes) {
      written.push(`${one.address} ${one.title}`);
      visit(one.kind === 'topic' ? one.topics : one.children);
    }
  };
  visit(root);
  return written;
}

function assigned(...root: readonly Draft[]): string[] {
  assign(root);
  return addressesOf(root);
}

describe('assignAddresses (FORMATS A1)', () => {
  it('counts in document order where nobody wrote numbers', () => {
    expect(assigned(node('a', [node('b'), node('c')]), node('d', [node('e')]))).toEqual([
      '1 a',
      '1.1 b',
      '1.2 c',
      '2 d',
      '2.1 e',
    ]);
  });

  it('lets topics and subsections share the counter', () => {
    expect(assigned(node('a', [node('b'), node('c', [node('d')]), node('e')]))).toEqual([
      '1 a',
      '1.1 b',
      '1.2 c',
      '1.2.1 d',
      '1.3 e',
    ]);
  });

  it('gives out written numbers first and counts the others around them', () => {
    expect(assigned(node('a', []), node('1 b', []), node('c', []), node('3 d', []), node('e', []))).toEqual([
      '2 a',
      '1 b',
      '4 c',
      '3 d',
      '5 e',
    ]);
  });

  it('counts below a written number', () => {
    expect(assigned(node('4 a', [node('b'), node('2 c'), node('d')]))).toEqual(['4 a', '4.1 b', '4.2 c', '4.3 d']);
  });

  it('takes a dotted number for the whole address, wherever it is', () => {
    expect(assigned(node('a', [node('4.2 b'), node('c')]), node('4 d', [node('e'), node('f')]))).toEqual([
      '1 a',
      '4.2 b',
      '1.1 c',
      '4 d',
      '4.1 e',
      '4.3 f',
    ]);
  });

  it('tells 4.10 from 4.1, and takes 04.2 for 4.2', () => {
    expect(assigned(node('4 a', [node('4.1 b'), node('4.10 c'), node('04.02 d')]))).toEqual([
      '4 a',
      '4.1 b',
      '4.10 c',
      '4.2 d',
    ]);
  });

  it('leaves the first of two equal numbers its number, gives the other the next free one and says so', () => {
    const first = node('2 a', []);
    const second = node('2 b', []);
    const third = node('c', []);
    const clashes = assign([first, second, third]);
    expect(addressesOf([first, second, third])).toEqual(['2 a', '1 b', '3 c']);
    expect(clashes).toEqual([{ title: 'b', line: 1, number: '2', given: '1' }]);
  });

  it('finds no clash in equal numbers of different sections', () => {
    const root = [node('1 a', [node('1 b')]), node('2 c', [node('1 d')])];
    expect(assign(root)).toEqual([]);
    expect(addressesOf(root)).toEqual(['1 a', '1.1 b', '2 c', '2.1 d']);
  });

  it('counts root topics from 0.1 beside sections, from 1 without', () => {
    expect(assigned(node('a'), node('s', [node('b')]), node('c'))).toEqual(['0.1 a', '1 s', '1.1 b', '0.2 c']);
    expect(assigned(node('a'), node('b'))).toEqual(['1 a', '2 b']);
  });

  it('addresses topics under topics', () => {
    const parent = draftTopic('a', 1);
    parent.topics = [draftTopic('b', 2), draftTopic('c', 3)];
    expect(assigned(parent)).toEqual(['1 a', '1.1 b', '1.2 c']);
  });

  it('addresses projects apart', () => {
    const projects = ['a', 'b'].map((title) =>
      draftProject(title, 1, { goal: null, criterion: null, proves: [], stack: [] }),
    );
    assign([node('c')], projects);
    expect(projects.map((project) => project.address)).toEqual(['P1', 'P2']);
  });

  const numbers = fc.option(fc.constantFrom('1', '2', '3', '1.1', '1.2', '2.1', '1.1.1', '0', '0.1', '01', '10'), {
    nil: null,
  });
  const grown = (children: fc.Arbitrary<Draft[]>): fc.Arbitrary<Draft> =>
    fc.tuple(numbers, fc.boolean(), children).map(([number, isSection, below]) => {
      const made = isSection ? draftSection('s', 1) : draftTopic('t', 1);
      made.number = number;
      if (made.kind === 'section') made.children = below;
      else made.topics = below.filter((child) => child.kind === 'topic');
      return made;
    });
  const leaf = grown(fc.constant([]));
  const tree = grown(fc.array(grown(fc.array(leaf, { maxLength: 3 })), { maxLength: 3 }));

  it('gives every section and topic an address of its own, whatever numbers were written', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (root) => {
        assign(root);
        const addresses = addressesOf(root).map((line) => line.split(' ')[0] as string);
        expect(new Set(addresses).size).toBe(addresses.length);
        for (const address of addresses) expect(looksLikeAddress(address)).toBe(true);
      }),
    );
  });
});

describe('compareAddresses', () => {
  it.each([
    ['4.2', '4.10'],
    ['4', '4.1'],
    ['4.9.9', '5'],
    ['0.1', '1'],
    ['9', '10'],
    ['99', 'P1'],
    ['P2', 'P10'],
  ])('puts %s before %s', (first, second) => {
    expect(compareAddresses(first, second)).toBeLessThan(0);
    expect(compareAddresses(second, first)).toBeGreaterThan(0);
    expect(compareAddresses(first, first)).toBe(0);
  });
});

describe('looksLikeAddress', () => {
  it.each(['4', '4.2', '4.2.10', '0.1', 'P1', 'p12'])('%s does', (word) => {
    expect(looksLikeAddress(word)).toBe(true);
  });

  it.each(['', '4.', '.4', '4..2', 'P', 'P1.1', 'v4', '4a', '4-5', '4.*'])('%j does not', (word) => {
    expect(looksLikeAddress(word)).toBe(false);
  });
});
