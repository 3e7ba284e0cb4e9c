// Settings: what a configuration file may set, and what is said of everything else.
import { describe, expect, it } from 'vitest';
import { isRoadmapName, readSettings, type SettingScope } from '../../src/formats/settings.ts';
import { parseTree } from '../../src/formats/yaml/parsed-tree.ts';
import { toSource } from '../../src/text/source.ts';

function read(text: string, scope: SettingScope = 'user') {
  const { settings, problems } = readSettings(parseTree(toSource(text)).tree, scope);
  return {
    settings: settings.map(({ path, values }) => [path.join('.'), ...values]),
    problems: problems.map(({ code, line, column, args }) => ({ code, at: `${line}:${column}`, ...args })),
  };
}

describe('a file sets', () => {
  it.each([
    ['nothing', '', []],
    ['one text', 'lang: ru\n', [['lang', 'ru']]],
    ['nothing by a key without a value', 'lang:\nroadmap: ""\n', []],
    ['a roadmap by its file alone', 'roadmaps:\n  Tea: tea.md\n', [['roadmaps.Tea.file', 'tea.md']]],
    [
      'a roadmap with more',
      'roadmaps: {tea: {file: tea.md, progress: inline}}\n',
      [
        ['roadmaps.tea.file', 'tea.md'],
        ['roadmaps.tea.progress', 'inline'],
      ],
    ],
    [
      'where the ticks of a bundled one are',
      'roadmaps:\n  istio:\n    progress: a.md\n',
      [['roadmaps.istio.progress', 'a.md']],
    ],
    ['a list, also of one', 'ignore: [a, b]\n', [['ignore', 'a', 'b']]],
    ['a list by one text', 'ignore: a\n', [['ignore', 'a']]],
    ['a hook', 'hooks:\n  change: notify-send "study"\n', [['hooks.change', 'notify-send "study"']]],
  ])('%s', (_, text, settings) => {
    expect(read(text)).toEqual({ settings, problems: [] });
  });
});

describe('a mistake is named with its place, and the rest counts', () => {
  it.each([
    ['langg: ru\nascii: true\n', { code: 'unknown-setting', at: '1:1', key: 'langg', nearest: 'lang' }],
    [
      'hooks:\n  chnge: a\nascii: true\n',
      { code: 'unknown-setting', at: '2:3', key: 'hooks.chnge', nearest: 'change' },
    ],
    [
      'lang: de\nascii: true\n',
      { code: 'setting-value', at: '1:7', key: 'lang', expected: { kind: 'choice', choices: ['en', 'ru'] } },
    ],
    ['roadmap: [a]\nascii: true\n', { code: 'setting-value', at: '1:10', key: 'roadmap', expected: { kind: 'text' } }],
    ['ignore: {a: b}\nascii: true\n', { code: 'setting-value', at: '1:9', key: 'ignore', expected: { kind: 'list' } }],
    ['hooks: a\nascii: true\n', { code: 'setting-value', at: '1:8', key: 'hooks', expected: { kind: 'map' } }],
    ['progress: inline\nascii: true\n', { code: 'setting-not-here', at: '1:1', key: 'progress' }],
  ])('%j', (text, problem) => {
    expect(read(text)).toEqual({ settings: [['ascii', 'true']], problems: [problem] });
  });

  it('a list is no configuration', () => {
    expect(read('- a\n').problems).toEqual([{ code: 'setting-value', at: '1:1', key: '', expected: { kind: 'map' } }]);
  });

  it("a project's file may choose little", () => {
    expect(read('roadmap: plan.md\nlang: ru\nprogress: inline\n', 'project').problems).toEqual([]);
    for (const key of ['hooks', 'roadmaps', 'color', 'ascii', 'ignore'])
      expect(read(`${key}: a\n`, 'project').problems, key).toEqual([{ code: 'setting-not-here', at: '1:1', key }]);
  });
});

it.each([
  ['kafka', true],
  ['Kafka-2_x', true],
  ['кафка', true],
  ['2', true],
  ['-kafka', false],
  ['a b', false],
  ['a.md', false],
  ['a/b', false],
  ['', false],
  ['~', false],
])('%j as a name of a roadmap: %s', (name, is) => expect(isRoadmapName(name)).toBe(is));
