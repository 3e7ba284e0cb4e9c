// SettingEdit: a setting is put in, replaced or taken out, and nothing else of the text changes.
import { describe, expect, it } from 'vitest';
import { type NewValue, withSetting } from '../../src/formats/yaml/setting-edit.ts';

const written = `# mine
lang: ru   # at home
roadmaps:
  # the large one
  kafka: ~/notes/Kafka.md

  tea: {file: tea.md, progress: inline}
ignore:
  - no-done-date
`;

const cases: readonly { readonly name: string; text: string; path: string[]; value: NewValue; after: string }[] = [
  { name: 'into an empty text', text: '', path: ['lang'], value: 'en', after: 'lang: en\n' },
  { name: 'into comments alone', text: '# mine\n', path: ['lang'], value: 'en', after: '# mine\nlang: en\n' },
  {
    name: 'below keys that are not there',
    text: '',
    path: ['roadmaps', 'tea'],
    value: 'tea.md',
    after: 'roadmaps:\n  tea: tea.md\n',
  },
  {
    name: 'in place of another',
    text: written,
    path: ['lang'],
    value: 'en',
    after: written.replace('lang: ru ', 'lang: en '),
  },
  { name: 'at the end', text: written, path: ['roadmap'], value: 'tea', after: `${written}roadmap: tea\n` },
  {
    name: 'without a last line end',
    text: 'lang: ru',
    path: ['roadmap'],
    value: 'tea',
    after: 'lang: ru\nroadmap: tea\n',
  },
  {
    name: 'behind a key without a value',
    text: 'lang:\nascii: true\n',
    path: ['lang'],
    value: 'en',
    after: 'lang: en\nascii: true\n',
  },
  {
    name: 'beside others of its map',
    text: written,
    path: ['roadmaps', 'go'],
    value: 'go.md',
    after: written.replace('inline}\n', 'inline}\n  go: go.md\n'),
  },
  {
    name: 'a list in brackets',
    text: 'lang: ru\n',
    path: ['ignore'],
    value: ['a', 'b'],
    after: 'lang: ru\nignore: [a, b]\n',
  },
  { name: 'out', text: written, path: ['lang'], value: null, after: written.replace('lang: ru   # at home\n', '') },
  {
    name: 'out of its map',
    text: written,
    path: ['roadmaps', 'tea'],
    value: null,
    after: written.replace('  tea: {file: tea.md, progress: inline}\n', ''),
  },
  {
    name: 'out, with the map that it leaves empty',
    text: 'lang: ru\nhooks:\n  change: a b\n',
    path: ['hooks', 'change'],
    value: null,
    after: 'lang: ru\n',
  },
  { name: 'out, the last of all', text: '# mine\nlang: ru\n', path: ['lang'], value: null, after: '# mine\n' },
  {
    name: 'a list of lines out',
    text: written,
    path: ['ignore'],
    value: null,
    after: written.replace('ignore:\n  - no-done-date\n', ''),
  },
  {
    name: 'what would be another kind of value',
    text: '',
    path: ['roadmap'],
    value: 'a: b #c',
    after: 'roadmap: "a: b #c"\n',
  },
];

describe('a setting goes', () => {
  it.each(cases)('$name', ({ text, path, value, after }) => {
    expect(withSetting(text, path, value)).toBe(after);
  });

  it('into a text in braces, or below a text, with the comments of both', () => {
    expect(withSetting('# mine\n{lang: ru}\n', ['ascii'], 'true')).toContain('# mine');
    const after = withSetting(written, ['roadmaps', 'kafka', 'progress'], 'inline');
    for (const comment of ['# mine', '# at home', '# the large one']) expect(after).toContain(comment);
    expect(after).toMatch(/file: ~\/notes\/Kafka.md/);
    expect(after).toMatch(/progress: inline/);
  });
});
