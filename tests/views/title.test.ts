import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTitle } from '../../src/views/title.ts';

describe('a title without its markup', () => {
  it.each([
    ['plain words', 'plain words'],
    ['**Pilot**, __Envoy__ and *Citadel*', 'Pilot, Envoy and Citadel'],
    ['**_both_** and ***three***', 'both and three'],
    ['run `kubectl get **pods**`', 'run kubectl get **pods**'],
    ['``a ` b`` stays', 'a ` b stays'],
    ['[words](https://example.org/a_(b) "tip") after', 'words after'],
    ['[`code`](https://example.org)', 'code'],
    ['[](https://example.org)', 'https://example.org'],
    ['![drawing](a.png)', 'drawing'],
    ['[[note]], [[note|alias]] and ![[picture.png]]', 'note, alias and picture.png'],
    ['[[note#part|]]', 'note#part'],
    ['[[[Kubernetes]]](https://[[kubernetes]].io/)', 'Kubernetes'],
    ['[words][1] and <https://example.org>', 'words and https://example.org'],
    ['<b>bold</b><br/>next', 'bold next'],
    ['~~old~~ ==new==', 'old new'],
    ['2 * 3 * 4, snake_case_name, a*b*c, __init__.py', '2 * 3 * 4, snake_case_name, a*b*c, init.py'],
    ['*.example.com and *.org', '*.example.com and *.org'],
    ['\\*literal\\* and [x] unlinked', '*literal* and [x] unlinked'],
    ['a < b and c > d', 'a < b and c > d'],
    ['  two\n  lines\t', 'two lines'],
    ['**', '**'],
    ['', ''],
  ])('%j reads %j', (text, expected) => expect(plainTitle(text)).toBe(expected));

  it('keeps something of every text that is not blank', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<', '>', '|', '!', 'a', ' ', '\u0000') }),
        (text) => {
          expect(plainTitle(text) === '').toBe(text.trim() === '');
        },
      ),
    );
  });

  it.each(['[', '`', '*a', '[[', '<a ', '(', '[a](', '**a', '_a', '\\', '![', '<https:'])(
    'is quick on a hostile run of %j',
    (piece) => {
      const begun = performance.now();
      plainTitle(piece.repeat(20_000));
      expect(performance.now() - begun).toBeLessThan(1000);
    },
  );
});
