// Tests of the ids of topics: written or derived, the same whether all are asked for or one.
// ВЕСНА, Лето are seasons with equal topics (Полив: watering; Посев: sowing; Вода: water; Повторение: repetition).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { type DraftSection, type DraftTopic, draftRoadmap, draftSection, draftTopic } from '../../src/model/draft.ts';
import { finish, identify } from '../../src/model/finish.ts';
import { hashOf, normalTitle } from '../../src/model/identity.ts';
import { firstWording, type Roadmap, type Section, type Topic } from '../../src/model/roadmap.ts';
import { type SharedId, topicIdsOf } from '../../src/model/topic-ids.ts';
import { idOfRow, tableOf, tableOfChildren } from '../../src/model/topic-table.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { documents } from '../support/documents.ts';
import { note } from '../support/notes.ts';

function identified(children: (DraftSection | DraftTopic)[], projects: DraftTopic[]): readonly SharedId[] {
  const { shared } = topicIdsOf(tableOfChildren(children), projects);
  identify(finish(Object.assign(draftRoadmap('r', 'markdown'), { children, projects })));
  return shared;
}

describe('ids (FORMATS A2)', () => {
  function section(title: string, ...children: (DraftSection | DraftTopic)[]): DraftSection {
    const made = draftSection(title, 1);
    made.children = children;
    return made;
  }
  function topic(title: string, id?: string, line = 1): DraftTopic {
    const made = draftTopic(title, line);
    if (id !== undefined) {
      made.id = id;
      made.idWritten = true;
    }
    return made;
  }

  it('keeps a written id and derives the others from the titles above', () => {
    const [written, derived] = [topic('a', 'soil'), topic('b')];
    identified([section('s', written, derived)], []);
    expect(written.id).toBe('soil');
    expect(derived.id).toMatch(/^[0-9a-z]{8,}$/);
  });

  it('gives the same id to the same titles in another place, order or wording of case', () => {
    const [before, after] = [topic('Полив'), topic('полив!')];
    identified([section('Весна', topic('Посев'), before), section('Лето')], []);
    identified([section('Лето'), section('ВЕСНА', after)], []);
    expect(after.id).toBe(before.id);
  });

  it('does not depend on numbers and addresses', () => {
    const [before, after] = [topic('Полив'), topic('Полив')];
    const [first, second] = [section('Весна', before), section('Весна', after)];
    first.number = '1';
    second.number = '7';
    after.number = '7.3';
    identified([first], []);
    identified([second], []);
    expect(after.id).toBe(before.id);
  });

  it('gives another id under another section, under a topic, and to a project', () => {
    const all = [topic('Полив'), topic('Полив'), topic('Полив'), topic('Полив')] as const;
    const holder = topic('Вода');
    holder.topics = [all[2]];
    identified([section('Весна', all[0], holder), section('Лето', all[1])], [all[3]]);
    expect(new Set(all.map((one) => one.id)).size).toBe(4);
  });

  it('tells equal title paths apart by their order', () => {
    const [one, two, three] = [topic('Повторение'), topic('Повторение'), topic('Повторение')];
    identified([section('Весна', one, two), section('Весна', three)], []);
    expect(new Set([one.id, two.id, three.id]).size).toBe(3);
  });

  it('derives the id of the later of two topics with one id, and says so', () => {
    const [one, two] = [topic('а', 'x', 3), topic('б', 'x', 7)];
    const shared = identified([one, two], []);
    expect(one.id).toBe('x');
    expect(two).toMatchObject({ idWritten: false });
    expect(two.id).not.toBe('x');
    expect(two.sharedId).toBe('x');
    expect(shared).toEqual([{ line: 7, id: 'x', firstLine: 3 }]);
  });
});

describe('an id that is asked for alone', () => {
  const read = (text: string): Roadmap =>
    identify(finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name: 'note' })));

  /** FORMATS A2 word for word, in one walk over all objects. */
  function derivedIds({ children }: Roadmap): string[] {
    const times = new Map<string, number>();
    const written = new Set<string>();
    const ids: string[] = [];
    const visit = (nodes: readonly (Section | Topic)[], above: string): void => {
      for (const node of nodes) {
        const below = node.kind === 'section' ? node.children : node.topics;
        const own = node.kind === 'topic' ? (node.sharedId ?? (node.idWritten ? node.id : null)) : null;
        const isWritten = own !== null && !written.has(own);
        if (isWritten) written.add(own);
        let path = '';
        if (!isWritten || below.length > 0) {
          const key = `${above}\n${normalTitle(firstWording(node.title))}`;
          times.set(key, (times.get(key) ?? 0) + 1);
          path = hashOf(times.get(key) === 1 ? key : `${key}\n${times.get(key)}`);
        }
        if (node.kind === 'topic') ids.push(isWritten ? own : path);
        visit(below, path);
      }
    };
    visit(children, '');
    return ids;
  }

  function expectSame(text: string): void {
    const alone = read(text);
    const table = tableOf(alone);
    const rows = Array.from({ length: table.count }, (_, row) => row);
    // From the last to the first, so that none finds what another has derived.
    const ids = rows.toReversed().map((row) => idOfRow(table, row));
    const all = read(text);
    expect([...topicsOf(all.children)].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(ids.toReversed()).toEqual(derivedIds(all));
  }

  it('is the one that it has among all, in any document', () => {
    fc.assert(fc.property(documents, expectSame));
  });

  it('counts equal titles beside it, sections and written ids with something below among them', () => {
    expectSame(
      note(
        '# A',
        '- [ ] a',
        '- [ ] A.',
        '- [ ] a 🆔 x',
        '- [ ] a 🆔 y',
        '  - [ ] a',
        '- [ ] a 🆔 x',
        '## a',
        '- [ ] a',
      ),
    );
  });

  it('makes an object of its own outermost topic alone, which stays among all', () => {
    const roadmap = read(
      note('# T', '## A', '- [ ] a', '  - [ ] b', '    runs on', '- [ ] c', '', 'Prose', '', '- [ ] d'),
    );
    const table = tableOf(roadmap);
    const b = table.topicAt(1);
    expect(b).toMatchObject({ title: 'b', address: '1.1.1', notes: ['runs on'], id: idOfRow(table, 1) });
    expect(table.objects).toBeNull();
    const [section] = roadmap.children as [Section];
    expect(section.children.map(({ title }) => title)).toEqual(['a', 'c', 'd']);
    expect([...topicsOf(roadmap.children)][1]).toBe(b);
    expect(table.topicAt(1)).toBe(b);
  });

  it('is the same object, made alone or among all, in any document', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, seed) => {
        const alone = read(text);
        const table = tableOf(alone);
        if (table.count === 0) return;
        const row = seed % table.count;
        const topic = table.topicAt(row);
        const others = [...topicsOf(read(text).children)];
        expect(topic).toEqual(others[row]);
        expect([...topicsOf(alone.children)]).toEqual(others);
        expect([...topicsOf(alone.children)][row]).toBe(topic);
      }),
    );
  });
});
