import { defineConfig } from 'vitest/config';

/** The everyday commands in the built program: enough to see that it is whole. */
const commands = ['change', 'grammar', 'quick'].map((name) => `tests/cli/${name}.test.ts`);
/** What runs thousands of random or failing cases, or measures time. */
const exhaustive = [
  'tests/faults/**/*.test.ts',
  'tests/properties/**/*.test.ts',
  'tests/formats/reading/bounds.test.ts',
  'tests/text/expressions.test.ts',
  'tests/schemas/editor.test.ts',
  'tests/labs/spellings.test.ts',
  'tests/labs/mutations.test.ts',
];
/** What needs the folder `../shared` beside the checkout; nothing else does. */
const shared = ['tests/conformance/**/*.test.ts'];
const program = 'tests/cli/**/*.test.ts';
/** Builds first: only those who run tests of the built program wait for it. */
const globalSetup = 'tests/cli/setup.ts';

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 20_000,
    setupFiles: ['tests/support/seed.ts'],
    coverage: { include: ['src/**/*.ts'] },
    // `npm run test:fast` runs the first two.
    projects: [
      {
        extends: true,
        test: { name: 'sources', include: ['tests/**/*.test.ts'], exclude: [program, ...exhaustive, ...shared] },
      },
      { extends: true, test: { name: 'commands', include: commands, globalSetup } },
      { extends: true, test: { name: 'program', include: [program], exclude: commands, globalSetup } },
      { extends: true, test: { name: 'exhaustive', include: exhaustive } },
      { extends: true, test: { name: 'shared', include: shared } },
    ],
  },
});
