import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/judging/resource.ts';
import { isSelective, selects } from '../../src/judging/selectors.ts';

const labels = { app: 'cart', version: 'v1', 'sidecar.istio.io/inject': 'true' };
const expression = (key: string, operator: string, values?: Value): Value => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});

describe('a selector', () => {
  it.each<[Value | undefined, boolean]>([
    [{}, true],
    [undefined, true],
    [{ app: 'cart' }, true],
    [{ app: 'cart', version: 'v1' }, true],
    [{ app: 'cart', version: 'v2' }, false],
    [{ tier: 'cart' }, false],
    [{ matchLabels: { app: 'cart' } }, true],
    [{ matchLabels: { app: 'web' } }, false],
    [{ matchLabels: {} }, true],
    [{ labels: { app: 'cart' } }, true],
    [{ labels: { app: 'web' } }, false],
    [expression('app', 'In', ['web', 'cart']), true],
    [expression('app', 'In', ['web']), false],
    [expression('app', 'NotIn', ['web']), true],
    [expression('app', 'NotIn', ['cart']), false],
    [expression('tier', 'NotIn', ['x']), true],
    [expression('tier', 'In', ['x']), false],
    [expression('app', 'Exists'), true],
    [expression('tier', 'Exists'), false],
    [expression('tier', 'DoesNotExist'), true],
    [expression('app', 'DoesNotExist'), false],
    [expression('app', 'exists'), false],
    [{ matchLabels: { app: 'cart' }, ...(expression('version', 'In', ['v2']) as object) }, false],
    [{ 'sidecar.istio.io/inject': true }, false],
    [{ constructor: 'x' }, false],
  ])('%j: %s', (selector, fits) => expect(selects(selector, labels)).toBe(fits));

  it('of labels that are called like its own keys', () =>
    expect(selects({ matchLabels: 'x' }, { matchLabels: 'x' })).toBe(true));

  it('fits an object without labels only where it asks for none', () => {
    expect(selects({}, undefined)).toBe(true);
    expect(selects({ app: 'cart' }, undefined)).toBe(false);
  });

  it.each<[Value | undefined, boolean]>([
    [undefined, false],
    [{}, false],
    [{ matchLabels: {} }, false],
    [{ matchLabels: { app: 'cart' } }, true],
    [{ labels: { app: 'cart' } }, true],
    [expression('app', 'Exists'), true],
  ])('%j chooses something: %s', (selector, is) => expect(isSelective(selector)).toBe(is));
});
