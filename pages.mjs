// Pages: writes the man page into man/ and a page for each command into docs/commands/, from the grammar that the program runs.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const building = mkdtempSync(join(tmpdir(), 'istio-roadmap-pages-'));
try {
  const outfile = join(building, 'files.cjs');
  const entryPoints = [join(root, 'src', 'pages', 'files.ts')];
  const define = {
    'import.meta.dirname': JSON.stringify(join(root, 'src', 'pages')),
    ISTIO_ROADMAP_VERSION: JSON.stringify(version),
    ISTIO_ROADMAP_BUILD: '""',
  };
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', define, logLevel: 'error' });
  const { pageFiles, pageFolders } = createRequire(outfile)(outfile);
  const files = pageFiles();
  for (const folder of pageFolders) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const name of readdirSync(join(root, folder)))
      if (!files.has(`${folder}/${name}`)) rmSync(join(root, folder, name), { recursive: true });
  }
  for (const [path, text] of files) writeFileSync(join(root, path), text);
} finally {
  rmSync(building, { recursive: true, force: true });
}
