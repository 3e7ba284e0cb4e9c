// Tests of the selectors that the beginning of one may mean.
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { finish } from '../../src/model/finish.ts';
import type { Status } from '../../src/model/roadmap.ts';
import { topicWords } from '../../src/model/topic-words.ts';
import { toSource } from '../../src/text/source.ts';

const text = `# Mesh
- [ ] Before all
## Basics
- [x] Sidecars
- [ ] Gateways ^gates
- [ ] Traffic
  - [x] Mirroring
  - [ ] Shifting
## Security
- [x] mTLS
- [-] SPIFFE
## Projects
| Level | Name | Technologies | Success criterion |
|---|---|---|---|
| Junior | A mesh at home | k3s | it answers |
`;

const roadmap = finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name: 'mesh' }));

const words = (typed: string, states: readonly Status[] | null = null): string[] =>
  topicWords(roadmap, typed, states).map(({ value, title, status, done, total }) =>
    [value, title, status ?? `${done}/${total}`].join(' '),
  );

describe('what begins so', () => {
  it('goes no further than the next full stop', () =>
    expect(words('')).toEqual(['0.1 Before all todo', '1 Basics 2/5', '2 Security 1/1', 'P1 A mesh at home todo']));

  it.each<[string, string[]]>([
    ['1.', ['1.1 Sidecars done', '1.2 Gateways todo', '1.3 Traffic 1/3']],
    ['1.3.', ['1.3.1 Mirroring done', '1.3.2 Shifting todo']],
    ['1.3', ['1.3 Traffic 1/3', '1.3.1 Mirroring done', '1.3.2 Shifting todo']],
    ['1.1', ['1.1 Sidecars done']],
    ['0', ['0.1 Before all todo']],
    ['p', ['P1 A mesh at home todo']],
    ['1.1-1.', ['1.1-1.1 Sidecars done', '1.1-1.2 Gateways todo', '1.1-1.3 Traffic 1/3']],
    ['9', []],
    ['9.', []],
  ])('%j', (typed, found) => expect(words(typed)).toEqual(found));

  it('is a written id, else a part of a title', () => {
    expect(words('gat')).toEqual(['gates Gateways todo']);
    expect(words('GATEW')).toEqual(['1.2 Gateways todo']);
    expect(words('ing')).toEqual(['1.3.1 Mirroring done', '1.3.2 Shifting todo']);
  });

  it('is only what a command moves, and what that is in', () => {
    expect(words('', ['todo', 'doing'])).toEqual(['0.1 Before all todo', '1 Basics 2/5', 'P1 A mesh at home todo']);
    expect(words('1.', ['todo', 'doing'])).toEqual(['1.2 Gateways todo', '1.3 Traffic 1/3']);
    expect(words('1.3.', ['done'])).toEqual(['1.3.1 Mirroring done']);
    expect(words('', ['done', 'skipped'])).toEqual(['1 Basics 2/5', '2 Security 1/1']);
  });
});
