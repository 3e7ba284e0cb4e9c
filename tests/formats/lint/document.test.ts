// docs/lint.md: every code with its severity, and no other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { englishSentences } from '../../../src/lang/en-sentences.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'lint.md'), 'utf8');

it('docs/lint.md lists every code once', () => {
  const listed = [...document.matchAll(/^\| `([a-z-]+)` \| (error|warning|info) \|/gm)].map(
    (match) => match[1] as string,
  );
  expect([...listed].sort()).toEqual(Object.keys(englishSentences.diagnostics).sort());
});
