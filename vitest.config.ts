import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const { resolve } = createRequire(import.meta.url)

/** Begins with the tests of whole nodes, so that no long one is left to run alone at the end. */
class NodesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isOfNode = ({ moduleId }: TestSpecification) => Number(moduleId.includes('/test/'))
    return (await super.sort(files)).sort((one, other) => isOfNode(other) - isOfNode(one))
  }
}

export default defineConfig({
  // Packages load the CommonJS build of graphql, which refuses objects of another copy of itself.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: resolve('graphql') },
      // Tests import the client's sources under its package name.
      { find: /^assay\/client$/, replacement: resolve('./client/index.ts') },
      { find: /^assay\/client\/(.*)$/, replacement: resolve('./client/codegen.ts').replace('codegen.ts', '$1.ts') },
    ],
  },
  test: {
    include: ['src/**/*.test.ts', 'console/src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/support/make-embedded-image.ts', 'test/support/make-postgresql-template.ts'],
    // Most tests wait rather than work. More workers would need more connections than PostgreSQL allows by default.
    maxWorkers: 3,
    // Most embedded databases are open for seconds, so optimising their machine code takes longer than it saves.
    execArgv: ['--liftoff-only'],
    // Test files share imports, which are half of the work of short ones.
    isolate: false,
    sequence: { sequencer: NodesFirst },
    reporters: ['default', ['json', { outputFile: 'test-report.json' }]],
    // Long, because some tests wait for several processes on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 25 } },
  },
})
