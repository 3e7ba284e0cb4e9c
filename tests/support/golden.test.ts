import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectGolden } from './golden.ts';

const file = (kind: string): string => fileURLToPath(new URL(`../golden/absent.${kind}.txt`, import.meta.url));

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(file('received'), { force: true });
});

describe('a golden', () => {
  it('that is missing fails and does not approve itself', () => {
    vi.stubEnv('UPDATE_GOLDENS', '');
    expect(() => expectGolden('absent.txt', 'text')).toThrow();
    expect([existsSync(file('received')), existsSync(file('approved'))]).toEqual([true, false]);
  });

  it('is never approved in CI', () => {
    vi.stubEnv('UPDATE_GOLDENS', '1');
    vi.stubEnv('CI', 'true');
    expect(() => expectGolden('absent.txt', 'text')).toThrow('not in CI');
    expect(existsSync(file('approved'))).toBe(false);
  });
});
