import { expect, test } from 'vitest'
import { createAnalysisWorld } from '../../test/support/analysis-world.ts'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { readList } from '../../test/support/read-list.ts'
import { createScriptedDriver } from '../../test/support/scripted-driver.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { AnalysisDriver } from '../providers/analysis-driver.ts'
import type { Database, Queries } from './database.ts'
import { metricList } from './risk-assessments.ts'
import { sql } from './sql.ts'

const count = 2_500

describeOnEveryDatabase('the metrics of an assessment', database => {
  test('P32 are written in batches, however many there are, and are read back complete and in order', async () => {
    const scripted = createScriptedDriver()
    const metrics = Array.from({ length: count }, (_, index) => ({ name: `figure_${index}`, value: `${index}.10` }))
    const driver: AnalysisDriver = {
      ...scripted,
      async *collect(job) {
        yield { assessments: [{ kind: 'AFFORDABILITY', metrics }] }
        yield* scripted.collect(job)
      },
    }
    let longest = 0
    const measured = <Any extends Queries>(queries: Any): Any => ({
      ...queries,
      rows(query: Parameters<Queries['rows']>[0]) {
        longest = Math.max(
          longest,
          ...query.statement.values.map(value => (typeof value === 'string' ? value.length : 0)),
        )
        return queries.rows(query)
      },
    })
    const bounded: Database = {
      ...measured(database()),
      transaction: work => database().transaction(tx => work(measured(tx))),
    }
    const world = createAnalysisWorld(bounded, driver, 'metrics')
    const { caseId, documentId } = await world.addDocument()
    await world.start(caseId, documentId)
    await world.run()

    const [row] = await database().rows<{ key: string }>(sql`
      select collection_id || '/' || id as key from risk_assessments where tenant_id = ${world.tenant}`)
    const key = row?.key ?? ''
    const list = metricList({ kind: 'assessment', keys: [key] }, { names: null })
    const { items } = await readList(database(), wholeTenant(world.tenant), list, { limit: count + 1 })
    expect(items.map(({ node }) => node.name)).toEqual(metrics.map(({ name }) => name))
    // A thousand of them take about 80 kB.
    expect(longest).toBeGreaterThan(10_000)
    expect(longest).toBeLessThan(150_000)
  })
})
