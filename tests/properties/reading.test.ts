// Properties of reading: whatever a note holds, its roadmap is whole, counted once and addressed without doubt.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTaskLine } from '../../src/formats/markdown/syntax/task-line.ts';
import { compareAddresses, looksLikeAddress } from '../../src/model/address.ts';
import { progressOf, tallyOf } from '../../src/model/progress.ts';
import type { Roadmap, Section, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { lineSpan, toSource } from '../../src/text/source.ts';
import { boxlessDocuments, documents } from '../support/documents.ts';
import { readNote } from '../support/notes.ts';

const notes = fc.oneof({ weight: 4, arbitrary: documents }, { weight: 1, arbitrary: boxlessDocuments });
const runs = { numRuns: 400 };

function everything(roadmap: Roadmap): (Section | Topic)[] {
  const all: (Section | Topic)[] = [];
  const visit = (nodes: readonly (Section | Topic)[]): void => {
    for (const node of nodes) {
      all.push(node);
      visit(node.kind === 'topic' ? node.topics : node.children);
    }
  };
  visit(roadmap.children);
  visit(roadmap.projects);
  return all;
}

/** Holds for every generated note. */
function holds(check: (roadmap: Roadmap, text: string) => void): void {
  fc.assert(
    fc.property(notes, (text) => {
      check(readNote(text), text);
    }),
    runs,
  );
}

describe('a note that was read', () => {
  it('never fails, not even on characters alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        readNote(text);
      }),
    );
    const marks = fc.array(fc.constantFrom(...'-*+#>|[]()x `~\t\n\r1.•✅:^%<!'.split('')), { maxLength: 60 });
    fc.assert(
      fc.property(marks, (units) => {
        readNote(units.join(''));
      }),
      runs,
    );
  });

  it('has sections that add up to its total', () => {
    holds((roadmap) => {
      const { total, sections } = progressOf(roadmap);
      expect(total).toEqual(tallyOf(topicsOf(roadmap.children)));
      for (const key of ['total', 'done', 'doing', 'todo', 'skipped', 'dated'] as const)
        expect(sections.reduce((sum, section) => sum + section.tally[key], 0)).toBe(total[key]);
    });
  });

  it('has addresses that are unique and in one order', () => {
    holds((roadmap) => {
      const addresses = everything(roadmap).map((node) => node.address);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(addresses.filter((address) => !looksLikeAddress(address))).toEqual([]);
      const sorted = [...addresses].sort(compareAddresses);
      sorted.forEach((address, index) => {
        for (const later of sorted.slice(index + 1)) {
          expect(compareAddresses(address, later)).toBe(-1);
          expect(compareAddresses(later, address)).toBe(1);
        }
      });
    });
  });

  it('has ids that are unique and not empty', () => {
    holds((roadmap) => {
      const ids = [...topicsOf(roadmap.children), ...roadmap.projects].map((topic) => topic.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain('');
    });
  });

  it('has topics that are on lines of the text, each on its own', () => {
    holds((roadmap, text) => {
      const source = toSource(text);
      const topics = [...topicsOf(roadmap.children)];
      expect(new Set(topics.map((topic) => topic.line)).size).toBe(topics.length);
      for (const { line, place } of topics) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(source.lineStarts.length);
        const { start, end } = lineSpan(source, line);
        const item = readTaskLine(text, start, end);
        if (place === 'task') expect(item?.head.box).not.toBeNull();
        if (place !== 'none') expect(item).not.toBeNull();
      }
    });
  });

  it('gives a day only to what is done', () => {
    holds((roadmap) => {
      for (const topic of topicsOf(roadmap.children)) if (topic.status !== 'done') expect(topic.completedOn).toBeNull();
    });
  });

  it('has groups of boxes made of its own box-less topics, none in two groups', () => {
    holds((roadmap) => {
      const boxless = [...topicsOf(roadmap.children)]
        .filter((topic) => topic.place === 'bullet')
        .map((topic) => topic.line);
      const grouped = roadmap.boxGroups.flat();
      expect([...grouped].sort((a, b) => a - b)).toEqual([...boxless].sort((a, b) => a - b));
    });
  });

  it('says where each finding is, inside the text', () => {
    holds((roadmap, text) => {
      for (const { span, line, column } of roadmap.diagnostics) {
        expect(line).toBeLessThanOrEqual(toSource(text).lineStarts.length);
        if (span === null) continue;
        const { start, end } = lineSpan(toSource(text), line);
        expect(span.start).toBe(start + column - 1);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(end);
      }
    });
  });

  it('reads the same under another kind of line ends', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        const drawn = (roadmap: Roadmap) => everything(roadmap).map((node) => [node.address, node.title, node.id]);
        expect(drawn(readNote(unix.replaceAll('\n', '\r\n')))).toEqual(drawn(readNote(unix)));
      }),
      runs,
    );
  });
});
