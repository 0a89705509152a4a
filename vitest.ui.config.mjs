import { defineConfig } from 'vitest/config';

/** Scenarios that click and type in a real VS Code; `npm test` runs them after installing one. */
export default defineConfig({
  test: {
    // A browser on a busy machine now and then loses a key press; a real defect fails twice.
    retry: 1,
    include: ['test/ui/**/*.test.mjs'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Each file has a VS Code and a browser of its own: side by side they would starve each other.
    fileParallelism: false,
  },
});
