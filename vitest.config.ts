import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/templates-folder.ts'],
    // What hangs is stopped. No test passes or fails by how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    pool: 'threads',
    // The files of one worker share what they load: half the time of the whole.
    isolate: false,
  },
});
