// Manifests: what is read of a text, as kubectl would read it, and where each part of it was written.
import { describe, expect, it } from 'vitest';
import { type PlainMap, placeOf } from '../../../src/formats/manifest/document.ts';
import { manifestsIn, readDocuments } from '../../../src/formats/manifest/read.ts';
import { mostObjects, mostText } from '../../../src/model/lab.ts';

const read = (text: string) => {
  const { documents, problems } = readDocuments(text, 'a.yaml');
  const found = manifestsIn(documents);
  return { ...found, problems: [...problems, ...found.problems] };
};
const valuesOf = (text: string): PlainMap[] => read(text).manifests.map(({ value }) => value);
const codesOf = (text: string): string[] => read(text).problems.map(({ code }) => code);
const pod = 'apiVersion: v1\nkind: Pod\n';

describe('scalars', () => {
  it.each([
    ['yes', true],
    ['off', false],
    ['y', true],
    ['True', true],
    ['"yes"', 'yes'],
    ["'1'", '1'],
    ['8080', 8080],
    ['-3', -3],
    ['010', 8],
    ['0o17', 15],
    ['0x1F', 31],
    ['1_000', 1000],
    ['089', 89],
    ['1.10', 1.1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['~', null],
    ['null', null],
    ['', null],
    ['""', ''],
    ['12:30', '12:30'],
    ['1.10.2', '1.10.2'],
    ['2026-11-29', '2026-11-29'],
    ['!!str 5', '5'],
    ['!!int "5"', 5],
    ['5s', '5s'],
    ['|\n  yes\n', 'yes\n'],
  ])('%s', (written, value) => {
    const [{ spec } = { spec: undefined }] = valuesOf(`${pod}spec: ${written}\n`);
    expect(spec).toEqual(value);
  });
});

describe('documents', () => {
  it('are those that hold something', () => {
    expect(valuesOf(`---\n# nothing\n---\n${pod}---\n---\n${pod}...\n---\n${pod}`)).toHaveLength(3);
  });

  it('may be JSON, indented by tabs', () => {
    expect(valuesOf('{\n\t"apiVersion": "v1",\n\t"kind": "Pod"\n}\n')).toEqual([{ apiVersion: 'v1', kind: 'Pod' }]);
  });

  it('keep an anchor to themselves', () => {
    const text = `${pod}metadata: &m {name: a}\nspec: *m\n`;
    expect(valuesOf(text)).toEqual([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { name: 'a' } }]);
    expect(codesOf(`${text}---\n${pod}spec: *m\n`)).toEqual(['no-anchor']);
  });

  it.each([
    ['kind: Pod\n', ['no-kind']],
    ['apiVersion: v1\n', ['no-kind']],
    ['kind: 5\napiVersion: v1\n', ['no-kind']],
    ['- a\n', ['not-an-object']],
    ['hello\n', ['not-an-object']],
    [`${pod}metadata:\n  name: a\n${pod}`, ['no-separator']],
    [`${pod}metadata: {}\nmetadata: {}\n`, ['duplicate-key']],
    [`${pod}\tspec: 1\n`, ['tab']],
    [`${pod}metadata:\n  name: a\n   labels: {}\n`, ['indent']],
    [`${pod}metadata:{}\n`, ['no-colon']],
  ])('%j is none', (text, codes) => expect(codesOf(text)).toEqual(codes));
});

describe('what a cluster prints', () => {
  const state = `metadata:
  name: a
  uid: u
  resourceVersion: "5"
  generation: 2
  creationTimestamp: "2026-11-29T10:00:00Z"
  ownerReferences: []
  managedFields: [{manager: kubectl}]
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: "{}"
spec:
  template: {metadata: {creationTimestamp: null, labels: {app: a}}}
status: {phase: Running}
`;
  const bare = { metadata: { name: 'a' }, spec: { template: { metadata: { labels: { app: 'a' } } } } };

  it('is taken as what its author wrote', () => {
    expect(valuesOf(pod + state)).toEqual([{ apiVersion: 'v1', kind: 'Pod', ...bare }]);
  });

  it('may be a list, and another kind of one', () => {
    const item = `- ${(pod + state).trimEnd().replaceAll('\n', '\n  ')}\n`;
    for (const kind of ['List', 'PodList']) {
      const text = `apiVersion: v1\nkind: ${kind}\nmetadata: {resourceVersion: ""}\nitems:\n${item}${item}`;
      expect(valuesOf(text), kind).toHaveLength(2);
      expect(valuesOf(text)[0]).toEqual({ apiVersion: 'v1', kind: 'Pod', ...bare });
    }
  });

  it('keeps other annotations, and a kind that only sounds like a list', () => {
    expect(
      valuesOf(`${pod}metadata: {annotations: {a: b, kubectl.kubernetes.io/last-applied-configuration: x}}\n`),
    ).toEqual([{ apiVersion: 'v1', kind: 'Pod', metadata: { annotations: { a: 'b' } } }]);
    expect(valuesOf('apiVersion: a/v1\nkind: AllowList\nspec: {}\n')).toHaveLength(1);
    // As kubectl takes them: lists in a list, and one of nothing.
    const inner = '{apiVersion: v1, kind: PodList, items: [{apiVersion: v1, kind: Pod}, {apiVersion: v1, kind: Pod}]}';
    expect(valuesOf(`apiVersion: v1\nkind: List\nitems:\n- ${inner}\n- ${inner}\n`)).toHaveLength(4);
    expect(valuesOf('apiVersion: v1\nkind: List\nitems:\n')).toEqual([]);
  });
});

describe('places', () => {
  const text = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {uid: u, name: a}\n  spec:\n    ports:\n    - {number: 1}\n    - number: 2\n`;
  const [manifest] = read(text).manifests;

  it.each([
    [['kind'], 'key', 5, 3],
    [['kind'], 'value', 5, 9],
    [['metadata', 'name'], 'key', 6, 22],
    [['spec', 'ports', 0, 'number'], 'key', 9, 8],
    [['spec', 'ports', 1, 'number'], 'value', 10, 15],
    [['spec', 'ports', 1], 'key', 10, 7],
    [['spec', 'ports', 5, 'number'], 'key', 8, 5],
    [['spec', 'hosts'], 'key', 7, 3],
    [['spec', 'hosts'], 'value', 8, 5],
    [[], 'key', 4, 3],
  ] as const)('%j, %s', (path, at, line, column) => {
    if (manifest === undefined) throw new Error('nothing was read');
    expect(placeOf(manifest, path, at)).toEqual({ line, column });
  });
});

describe('bounds', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]},`.repeat(9)}]`),
  ];

  it.each([
    ['a text that is too long', 'a'.repeat(mostText + 1), 'too-long'],
    ['too many documents', `${pod}---\n`.repeat(mostObjects + 1), 'too-many-objects'],
    [
      'too many objects in a list',
      `apiVersion: v1\nkind: List\nitems:\n${'- {apiVersion: v1, kind: Pod}\n'.repeat(mostObjects + 1)}`,
      'too-many-objects',
    ],
    ['aliases that multiply', bomb.join('\n'), 'too-many-aliases'],
    ['aliases that multiply over documents', `${bomb.slice(0, 4).join('\n')}\n---\n`.repeat(400), 'too-many-aliases'],
    ['brackets without end', `a: ${'['.repeat(100_000)}`, 'too-deep'],
    ['dashes without end', '- '.repeat(100_000), 'too-deep'],
    ['keys that reach into prototypes', `${pod}metadata: {__proto__: {name: a}}\n`, 'forbidden-key'],
    ['a constructor', `${pod}constructor: {prototype: {}}\n`, 'forbidden-key'],
    ['an anchor in itself', 'a: &a [*a]\n', 'anchor-in-itself'],
    ['signs without end', `a: ${'&a '.repeat(10_000)}`, 'unexpected'],
    ['a quote that is never closed', `a: "${'x\n'.repeat(200_000)}`, 'unclosed-quote'],
    ['a key that is there without end', 'a: b\n'.repeat(80_000), 'duplicate-key'],
    ['brackets that close nothing', ']'.repeat(500_000), 'no-colon'],
    ['a template', `${pod}spec: {{ .Values.spec }}\n`, 'odd-key'],
  ])('%s is refused, and soon', (_, text, code) => {
    const before = performance.now();
    expect(codesOf(text)[0]).toBe(code);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
