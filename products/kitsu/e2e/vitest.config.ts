import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  test: {
    root: here,
    include: ['**/*.e2e.ts'],
    globalSetup: ['testing/start-kitsu.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // A page that is told to change has this long, on a machine that is busy with other things as well.
    expect: { poll: { timeout: 15_000 } },
  },
});
