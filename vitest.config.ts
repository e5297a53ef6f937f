import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const { resolve } = createRequire(import.meta.url)

export default defineConfig({
  // Packages load the CommonJS build of graphql, which refuses objects of another copy of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: 'test/support/make-embedded-image.ts',
    // Many tests wait rather than work. More of them at once would need more connections than PostgreSQL usually allows.
    maxWorkers: 3,
    // Files share what they import, which is half of the work of the short ones.
    isolate: false,
    reporters: ['default', ['json', { outputFile: 'test-report.json' }]],
    // Generous, since some wait for several processes on a machine that may have other work.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 10 } },
  },
})
