// Schemas: writes the JSON Schemas that ship into schema/, from the definitions that the program and its types are made of.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const into = join(root, 'schema');
const building = mkdtempSync(join(tmpdir(), 'istio-roadmap-schema-'));
try {
  const outfile = join(building, 'files.cjs');
  const entryPoints = [join(root, 'src', 'schemas', 'files.ts')];
  // What an editor says of a field is a comment in the sources.
  const define = { 'import.meta.dirname': JSON.stringify(join(root, 'src', 'schemas')) };
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', define, logLevel: 'error' });
  const files = createRequire(outfile)(outfile).schemaFiles();
  mkdirSync(into, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(into, name), text);
  for (const name of readdirSync(into)) if (name.endsWith('.schema.json') && !files.has(name)) rmSync(join(into, name));
} finally {
  rmSync(building, { recursive: true, force: true });
}
