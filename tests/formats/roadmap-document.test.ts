// Tests of the roadmap document: what a topic says for the topics below it.
import { describe, expect, it } from 'vitest';
import { fromDocument, type RoadmapDocument } from '../../src/formats/roadmap-document.ts';
import { finish } from '../../src/model/finish.ts';
import { topicsOf } from '../../src/model/tree.ts';

const leaves = (document: RoadmapDocument) => [...topicsOf(finish(fromDocument(document, 'tea')).children)];

describe('a topic with topics below it', () => {
  const gone = { state: 'removed', since: '2' } as const;
  const [cold, hot, iced, bag] = leaves({
    topics: [
      {
        ...{ id: 'brewing', needs: ['kettle', 'cold'], tags: ['water'], hours: 3, status: 'done' },
        topics: [
          'Cold',
          { id: 'cold', needs: ['ice', 'kettle'], tags: ['summer'], hours: 1, status: 'todo' },
          { title: 'Deep', needs: ['spoon'], topics: [{ title: 'Iced' }] },
        ],
      },
      { title: 'Bags', legacy: gone, topics: [{ title: 'Paper' }] },
    ],
  });

  it('says for them what they need, their tags and their state, and each may say more', () => {
    expect(cold).toMatchObject({ needs: ['kettle', 'cold'], tags: ['water'], status: 'done', hours: null });
    expect(iced).toMatchObject({ needs: ['kettle', 'cold', 'spoon'], tags: ['water'], status: 'done', hours: null });
  });

  it('never makes one of them need itself', () => {
    expect(hot).toMatchObject({ needs: ['kettle', 'ice'], tags: ['water', 'summer'], status: 'todo', hours: 1 });
  });

  it('says for them that they are gone', () => {
    expect(bag?.legacy).toEqual({ state: 'removed', since: '2', use: null });
  });
});

it('a topic that says of itself that it needs itself is not mended: lint reports it', () => {
  expect(leaves({ topics: [{ id: 'a', needs: ['a', 'b', 'a'] }] })[0]?.needs).toEqual(['a', 'b']);
});
