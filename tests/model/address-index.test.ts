// Tests of the index of addresses: every address of a roadmap is found, and no other, before and after its objects are made.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressIndex } from '../../src/model/address-index.ts';
import { addressOf, tableOf } from '../../src/model/topic-table.ts';
import { documents } from '../support/documents.ts';
import { note, readNote } from '../support/notes.ts';

function expectFound(text: string, isMadeBefore: boolean, isMadeAfter: boolean): void {
  const roadmap = readNote(text);
  if (isMadeBefore) void roadmap.children;
  const table = tableOf(roadmap);
  const index = new AddressIndex(table);
  if (isMadeAfter) void roadmap.children;
  table.sections.forEach(({ address }, section) => {
    expect(index.find(address), address).toEqual({ section, row: -1 });
  });
  const known = new Set(table.sections.map(({ address }) => address));
  for (let row = 0; row < table.count; row++) {
    const address = addressOf(table, row);
    known.add(address);
    expect(index.find(address), address).toEqual({ section: -1, row });
  }
  for (const address of known)
    for (const other of [`${address}.1`, `${address}.99`, `0${address}`, `${address}.`, address.replace(/\d+$/, '0')])
      if (!known.has(other)) expect(index.find(other), other).toBeNull();
}

describe('an address is found', () => {
  it('in any document', () => {
    fc.assert(fc.property(documents, fc.boolean(), fc.boolean(), expectFound));
  });

  it.each([
    ['counted', note('# T', '- [ ] a', '## A', '- [ ] b', '  - [ ] c', '### B', '- [ ] d', '## C', '- [ ] e')],
    ['numbered', note('# T', '- [ ] 3.1 a', '- [ ] b', '  - [ ] 7. c', '- [ ] 0.2 d')],
    ['in a section 0 and outside any', note('# T', '- [ ] a', '## 0. A', '- [ ] b', '- [ ] c', '## 1. B', '- [ ] d')],
    ['without sections', note('- [ ] a', '  - [ ] b', '- [ ] c')],
  ])('%s', (_, text) => {
    for (const before of [false, true]) for (const after of [false, true]) expectFound(text, before, after);
  });
});
