// Expressions: what checks can ask, what is a fault of the lab and what of the answer, and bounds that no lab gets around.
import { describe, expect, it } from 'vitest';
import { isUserError } from '../../src/errors.ts';
import type { PlainMap } from '../../src/formats/manifest/document.ts';
import { newExpressions } from '../../src/judging/expressions.ts';
import { meshFunctions } from '../../src/judging/mesh.ts';
import type { Resource } from '../../src/judging/resource.ts';

const pods: PlainMap[] = Array.from({ length: 300 }, (_, at) => ({
  ...{ apiVersion: 'v1', kind: 'Pod' },
  metadata: { name: `p${at}`, namespace: 'default', labels: { app: 'a' } },
}));
const service: PlainMap = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'reviews', namespace: 'default' },
  spec: { ports: [{ port: 80 }] },
};
const objects = [service, ...pods];
const object: PlainMap = {
  ...{ apiVersion: 'v1', kind: 'Pod' },
  metadata: { name: 'x', namespace: 'shop', labels: { long: `${'a'.repeat(60_000)}!`, count: 5 } },
  spec: { list: Array.from({ length: 1000 }, (_, at) => at), nested: '(a+)+$', share: 12.5, on: true, nothing: null },
};

/** Whether it holds; of a lab at fault the reason. */
function asked(expression: string): boolean | string {
  const expressions = newExpressions(
    'lab',
    { objects, answer: pods.slice(0, 2), values: { a: { b: 1 } } },
    meshFunctions({ resources: objects as unknown as readonly Resource[], namespace: 'default' }),
  );
  try {
    return expressions.holds(
      { ...{ id: 'c', title: '', on: null, at: null, failure: '', needs: [] }, expression },
      object,
    );
  } catch (error) {
    if (!isUserError(error) || error.code !== 'bad-check') throw error;
    const { lab, check, reason } = error.args as { lab: string; check: string; reason: string };
    expect({ lab, check }).toEqual({ lab: 'lab', check: 'c' });
    return reason;
  }
}

describe('what holds', () => {
  it.each([
    'object.metadata.name == "x"',
    'object.metadata.namespace == "shop"',
    'object.metadata.labels.count + 1 == 6',
    'object.metadata.labels.count == 5.0',
    'object.spec.share == 12.5',
    'object.spec.on',
    'object.spec.nothing == null',
    'values.a.b == 1',
    'object.?spec.?action.orValue("ALLOW") == "ALLOW"',
    '!has(object.spec.action)',
    'objects.exists(o, o.foo == 1 || o.kind == "Pod")',
    'objects.all(o, o.kind == "Service" || o.metadata.labels.app == "a")',
    'objectsOf("Pod").size() == 300 && answerOf("Pod").size() == 2 && objectsOf("pod").size() == 0',
    'objects.all(a, objects.exists(b, a.kind == b.kind))',
    'duration("1m30s") == duration("90s")',
    'selects({"app": "a"}, objectsOf("Pod")[0].metadata.labels) && selects({}, {"a": "b"})',
    'host("reviews", "shop") == "reviews.shop.svc.cluster.local"',
    'policy("reviews") == {} && policy("reviews", {"port": 80}) == {}',
    'route({"host": "reviews"}).to[0].host == "reviews.default.svc.cluster.local"',
    'route({"host": "reviews"}).to[0].weight == 100',
    'access({"labels": {"app": "a"}}) == "ALLOW"',
    'mtls({"labels": {"app": "a"}}) == "PERMISSIVE"',
    '[90, 10].sum() == 100 && [0.5, 1].sum() == 1.5',
    '"v1.2".matches("^v[0-9]") && !"v1.2".matches("^[0-9]")',
    '["a", "b"].join(",") == "a,b" && "a,b".split(",") == ["a", "b"]',
    'cel.bind(spec, object.spec, spec.list.filter(n, n > 990).size() == 9)',
  ])('%s', (expression) => expect(asked(expression)).toBe(true));
});

describe('what an answer lacks, or has of another type, makes a check fail', () => {
  it.each([
    'object.nope',
    'object.nope.at.all == 1',
    'object.spec.list[5000] == 1',
    'object.spec.list.name == 1',
    'object.metadata.name > 5',
    'object.metadata.name.nope == 1',
    'object.metadata.name',
    'duration(object.metadata.name) == duration("1s")',
    'int(object.metadata.name) == 1',
    'objects.exists(o, o.spec.nope == 1)',
    '1 / 0 == 1',
    '9223372036854775807 + 1 > 1',
  ])('%s', (expression) => expect(asked(expression)).toBe(false));

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('%s is no key of it', (key) => {
    expect(asked(`object["${key}"] == null`)).toBe(false);
    expect(asked(`"${key}" in object`)).toBe(false);
    expect(asked(`object[?"${key}"].hasValue()`)).toBe(false);
    expect(asked(`dyn({"${key}": {"a": 1}}).a == 1`)).toBe(false);
  });
});

describe('a lab at fault', () => {
  it.each([
    ['nope', 'Unknown variable: nope'],
    ['object.x +', 'Unexpected token: EOF'],
    ['nope(1)', "found no matching overload for 'nope(int)'"],
    ['1', 'its value is neither true nor false, but of type int'],
    ['"a" * 1000', 'no such overload: string * int'],
    [
      'policy("reviews", {"prt": 1}) == {}',
      'policy: “prt” is no key of a request; it has subset, port, namespace, labels',
    ],
    ['namespace == "a"', 'Reserved identifier: namespace'],
    ['process.exit()', 'Unknown variable: process'],
    ['objects.constructor("x")', "found no matching overload for 'list.constructor(string)'"],
  ])('%s', (expression, reason) => expect(asked(expression)).toBe(reason));
});

describe('bounds', () => {
  const binds = (name: string, count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `cel.bind(${name}${at}, ${at === 0 ? '[1, 1]' : `[${name}${at - 1}, ${name}${at - 1}]`}, `,
    ).join('');
  const grown = (first: string): string =>
    ['b', 'c', 'd', 'e', 'f', 'g'].reduce(
      (text, name, at) => `${text}cel.bind(${name}, ${Array(8).fill('abcdef'[at]).join('+')}, `,
      `cel.bind(a, ${first}, `,
    );

  it.each([
    ['loops in loops', 'objects.all(a, objects.all(b, objects.all(c, true)))'],
    [
      'lists of lists of lists',
      'object.spec.list.map(a, object.spec.list.map(b, object.spec.list.map(c, [a, b, c, 1, 2, 3]))).size() == 0',
    ],
    ['questions in loops', 'objects.all(a, objects.all(b, route({"host": a.metadata.name}).found || true))'],
    ['a text that doubles', `${grown('"aaaaaaaaaaaaaaaa"')}g.contains("b")${')'.repeat(7)}`],
    ['a list that doubles', `${grown('object.spec.list')}g.size() > 1${')'.repeat(7)}`],
    [
      'a text in letters, for each letter',
      'object.metadata.labels.long.split("").map(x, object.metadata.labels.long.split("")).size() > 5',
    ],
    ['a long text joined', 'object.spec.list.map(x, "a").join(object.metadata.labels.long).size() > 4'],
    [
      'long texts compared',
      'object.spec.list.all(y, object.spec.list.all(x, object.metadata.labels.long.lowerAscii() == "b" || true))',
    ],
    [
      'long texts turned into others',
      'object.spec.list.all(y, object.spec.list.all(x, size(bytes(object.metadata.labels.long)) == 1 || true))',
    ],
    ['lists that hold a list twice, compared', `${binds('x', 26)}x25 == cel.bind(y, x25, y)${')'.repeat(26)}`],
    [
      'an expression of RE2 on a long text, often',
      'object.spec.list.all(x, object.metadata.labels.long.matches(object.spec.nested) || true)',
    ],
    ['a long expression', `1${' + 1'.repeat(1000)} == 1`],
    ['a longer one', `"${'a'.repeat(1_000_000)}" == "a"`],
    ['brackets in brackets', `${'('.repeat(200)}true${')'.repeat(200)}`],
    ['lists in lists', `${'['.repeat(4000)}`],
    ['signs in a row', `${'!'.repeat(9000)}true`],
  ])('%s are refused soon, with little memory', (_, expression) => {
    const [time, memory] = [performance.now(), process.memoryUsage.rss()];
    expect(asked(expression)).toMatch(/more than|too large|[Ee]xceeded/);
    expect(performance.now() - time).toBeLessThan(5000);
    expect(process.memoryUsage.rss() - memory).toBeLessThan(400e6);
  });

  it('an expression that backtracks for ever elsewhere takes no time', () => {
    const time = performance.now();
    expect(asked('object.metadata.labels.long.matches(object.spec.nested)')).toBe(false);
    expect(asked('"a".matches("(")')).toBe(false);
    expect(performance.now() - time).toBeLessThan(2000);
  });

  it('holds for all checks of a lab together', () => {
    const expressions = newExpressions(
      'lab',
      { objects, answer: [], values: null },
      meshFunctions({ resources: objects as unknown as readonly Resource[], namespace: 'default' }),
    );
    const check = {
      ...{ id: 'c', title: '', on: null, at: null, failure: '', needs: [] },
      expression: 'objects.all(a, objects.all(b, true))',
    };
    const often = (): void => {
      for (let count = 0; count < 200; count++) expressions.holds(check, null);
    };
    expect(often).toThrow('bad-check');
  });
});
