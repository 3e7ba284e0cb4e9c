// Golden: the text a person approved for a view, kept beside the tests that compare with it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = fileURLToPath(new URL('../golden/', import.meta.url));

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Compares `text` with `tests/golden/<stem>.approved.<extension>`, where `name` is `stem.extension`. A difference and a
 * missing file both fail, and what came out is beside it as `*.received.*`. `UPDATE_GOLDENS=1` approves; never in CI.
 * Escape sequences are written as `␛`, so that a golden can be opened anywhere.
 */
export function expectGolden(name: string, text: string): void {
  const dot = name.lastIndexOf('.');
  const path = (kind: string): string => `${folder}${name.slice(0, dot)}.${kind}${name.slice(dot)}`;
  const actual = text.replaceAll('\u001b', '␛');
  if (process.env.UPDATE_GOLDENS === '1') {
    if (process.env.CI) throw new Error('goldens are approved by people, not in CI');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path('approved'), actual);
  }
  const approved = read(path('approved'));
  if (approved === actual) {
    rmSync(path('received'), { force: true });
    return;
  }
  writeFileSync(path('received'), actual);
  expect(actual, `${name} differs from its golden; UPDATE_GOLDENS=1 approves what came out`).toBe(approved);
}
