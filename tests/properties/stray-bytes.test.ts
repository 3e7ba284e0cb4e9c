// Properties of stray bytes: wherever a few bytes that are no UTF-8 are in a note, a tick keeps each of them (FORMATS B6).
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { statusEdits } from '../../src/formats/markdown/edit.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { applyEdits, invertEdits } from '../../src/text/edit.ts';
import { decode, encode } from '../../src/text/encoding.ts';
import { toSource } from '../../src/text/source.ts';
import { documents } from '../support/documents.ts';
import { readNote } from '../support/notes.ts';

const day = '2026-11-20' as CalendarDate;

/** Single bytes that no sequence can take for its own. */
const strays = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x80, 0xc0, 0xe9, 0xf8, 0xff)), {
  minLength: 1,
  maxLength: 3,
});

function withStrays(text: string, places: readonly (readonly [number, number])[]): Uint8Array {
  const units = [...`${text}\n- [x] Last ✅ 2026-11-01\n`].map((char) => [...Buffer.from(char)]);
  for (const [place, byte] of places) units.splice(place % (units.length + 1), 0, [byte]);
  return Uint8Array.from(units.flat());
}

const strayOf = (bytes: Uint8Array): number[] => {
  const text = decode(bytes, 'utf-8').text;
  return Array.from(text.matchAll(/(?<![\ud800-\udbff])[\udc80-\udcff]/g), ([unit]) => unit.charCodeAt(0) - 0xdc00);
};

it('are read as UTF-8, kept by a tick where nothing is replaced, and given back by its inverse', () => {
  fc.assert(
    fc.property(documents, strays, fc.constantFrom('done', 'skipped', 'doing', 'todo'), (document, places, to) => {
      const bytes = withStrays(document, places);
      const { text, encoding, bom, exact } = decode(bytes);
      fc.pre(encoding === 'utf-8');
      expect(exact).toBe(true);
      expect(encode(text, encoding, bom)).toEqual(bytes);
      const roadmap = readNote(text);
      const lines = [...topicsOf(roadmap.children)].filter(({ place }) => place !== 'none').map(({ line }) => line);
      const changes = lines.map((line) => ({ line, to, day }));
      const edits = statusEdits(toSource(text), changes, roadmap.boxGroups);
      const after = applyEdits(text, edits);
      const written = encode(after, encoding, bom);
      if (written === null) throw new Error('not written');
      const taken = edits.reduce(
        (count, { span }) => count + strayOf(encode(text.slice(span.start, span.end), 'utf-8', false) ?? bytes).length,
        0,
      );
      expect(strayOf(written).length).toBe(strayOf(bytes).length - taken);
      expect(encode(applyEdits(after, invertEdits(text, edits)), encoding, bom)).toEqual(bytes);
    }),
    { numRuns: 300 },
  );
});
