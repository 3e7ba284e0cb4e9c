// Writing a roadmap out as a checklist: it reads back as the same roadmap, and writing that gives the same text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklist } from '../../../src/formats/markdown/write.ts';
import { fromDocument } from '../../../src/formats/roadmap-document.ts';
import { finish, identify } from '../../../src/model/finish.ts';
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

  it('has tags and ids only where a task line can hold them, and no character that acts on a terminal', () => {
    const read = fromDocument(
      {
        sections: [
          {
            title: 'S',
            topics: [
              {
                title: 'A\u001b[31m',
                id: 'traffic.split',
                tags: ['service mesh', '🔁 every day', '7'],
                needs: ['b', 'c.d'],
              },
              { title: 'B', id: 'b' },
            ],
          },
        ],
      },
      'T',
    );
    const text = checklist(identify(finish(read)), 'en');
    expect(text).toBe(
      note('# T', '', '## S', '', '- [ ] A&#27;\\[31m #service-mesh #every-day ⛔ b', '- [ ] B 🆔 b', ''),
    );
    expect(written(text)).toBe(text);
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
