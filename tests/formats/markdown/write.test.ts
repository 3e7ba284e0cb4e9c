// Writing a roadmap out as a checklist: it reads back as the same roadmap, and writing that gives the same text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklist } from '../../../src/formats/markdown/write.ts';
import { progressOf } from '../../../src/model/progress.ts';
import { boxlessDocuments, documents } from '../../support/documents.ts';
import { note, readNote, shapeOf } from '../../support/notes.ts';

const written = (text: string): string => checklist(readNote(text), 'en');

describe('a checklist', () => {
  it('has the title, sections, boxes, days, fields and what stands beneath a topic', () => {
    const text = note(
      '**1. Сад**',
      '- [x] Посев 🆔 sow ✅ 2026-03-01',
      '  - в тёплую землю',
      '  - https://example.org/sow',
      '- [ ] Полив ⛔ sow #вода #junior',
      '  - [/] утром',
      '- [-] Прополка ❌ 2026-03-02',
      '',
      '**2. Огород**',
      '',
      '• Грядки',
    );
    expect(written(text)).toBe(
      note(
        '# note',
        '',
        '## 1. Сад',
        '',
        '- [x] Посев 🆔 sow ✅ 2026-03-01',
        '  - в тёплую землю',
        '  - <https://example.org/sow>',
        '- [ ] Полив #вода #junior ⛔ sow',
        '  - [/] утром',
        '- [-] Прополка',
        '',
        '## 2. Огород',
        '',
        '- [ ] Грядки',
        '',
      ),
    );
  });

  it.each([
    '- [ ] a * b and snake_case_name and `code`',
    '- [ ] \\*not emphasis\\* and \\[no link\\]',
    '- [ ] <b>tag</b> &amp; \\&amp; 100% %%gone%% ~~struck~~',
    '- [ ] 4.2 its own number',
    '- [ ] 10 ways to start',
    '- [ ] the sign `✅` in code',
    '- [ ] [words](https://example.org/a_b?c=d&e=f) and [[Page|alias]]',
    '- [ ] ends in a tag #garden/roses',
    '- [ ] what is \\# not a tag',
  ])('%s comes back as it was read', (line) => {
    const once = written(`${line}\n`);
    expect(shapeOf(readNote(once))).toEqual(shapeOf(readNote(`${line}\n`)));
    expect(written(once)).toBe(once);
  });

  it('md → read → md is the identity, and no topic or tick is lost on the way', () => {
    fc.assert(
      fc.property(fc.oneof(documents, boxlessDocuments), (text) => {
        const once = written(text);
        const [before, after] = [progressOf(readNote(text)).total, progressOf(readNote(once)).total];
        expect(after).toEqual(before);
        expect(written(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
