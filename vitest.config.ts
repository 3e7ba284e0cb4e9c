import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 20_000,
    setupFiles: ['tests/support/seed.ts'],
    coverage: { include: ['src/**/*.ts'] },
    // Two projects, so that only those who run tests of the built program wait for the build.
    projects: [
      {
        extends: true,
        test: { name: 'sources', include: ['tests/**/*.test.ts'], exclude: ['tests/cli/**'] },
      },
      {
        extends: true,
        test: { name: 'program', include: ['tests/cli/**/*.test.ts'], globalSetup: 'tests/cli/setup.ts' },
      },
    ],
  },
});
