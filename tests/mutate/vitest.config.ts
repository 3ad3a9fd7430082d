import { defineConfig } from 'vitest/config'

/** The node project alone, without what the app is built with: a process for every fault has to start fast. */
export default defineConfig({
  test: { environment: 'node', testTimeout: 30_000, pool: 'threads', isolate: false, include: ['**/*.test.ts'] },
})
