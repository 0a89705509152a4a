import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `vscode` exists only inside the editor; client logic is tested against a small fake of it. */
const fakeVscode = fileURLToPath(new URL('./test/support/fakeVscode.ts', import.meta.url));

export default defineConfig({
  resolve: { alias: { vscode: fakeVscode } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'test/integration/**', 'node_modules/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
