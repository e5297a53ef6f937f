import { expect, test } from 'vitest'
import { type AnalysisWorld, createAnalysisWorld } from '../../test/support/analysis-world.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createScriptedConsents } from '../../test/support/scripted-consents.ts'
import { createScriptedDriver } from '../../test/support/scripted-driver.ts'
import { wholeTenant } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { AnalysisDriver } from '../providers/analysis-driver.ts'
import { readAnalyses } from '../store/analyses.ts'
import { sql } from '../store/sql.ts'

/** Random, so that no index can compress it. */
const long = Array.from({ length: 4_000 }, (_, index) => ((index * 7_919) % 36).toString(36)).join('')

describeOnOneDatabase('P29 P32 texts of vendors besides findings', database => {
  let worlds = 0
  const open = (driver: Partial<AnalysisDriver>, consents = createScriptedConsents()) =>
    createAnalysisWorld(database(), { ...createScriptedDriver(), ...driver }, `texts-${++worlds}`, {
      client: { consents },
    })

  async function start(world: AnalysisWorld): Promise<string> {
    const { caseId, documentId } = await world.addDocument()
    return world.start(caseId, documentId)
  }
  async function read(world: AnalysisWorld, id: string) {
    const [analysis] = await readAnalyses(database(), wholeTenant(world.tenant), [id])
    return analysis
  }
  const referencesOf = (world: AnalysisWorld) =>
    database().rows<{ reference: string }>(
      sql`select reference from analysis_references where tenant_id = ${world.tenant} order by reference`,
    )

  test('ids and stages that are too long or not text are left out, and the analysis completes', async () => {
    let looks = 0
    const world = open({
      submit: async () => ({
        kind: 'submitted',
        checkpoint: long,
        references: [long, 'a\0b', `kept-${worlds}`],
        providerReference: long,
      }),
      async check() {
        const learnt = { checkpoint: long, references: [long, `learnt-${worlds}`] }
        if (looks++ > 0) return { kind: 'ready', outcome: 'COMPLETED', providerStage: long, documents: [], learnt }
        return { kind: 'running', stage: 'EXTRACTING', providerStage: long, retryAfterMs: Number.NaN, learnt }
      },
    })
    const id = await start(world)
    await world.run()
    expect(await read(world, id)).toMatchObject({ status: 'COMPLETED', providerStage: null, providerReference: null })
    expect((await referencesOf(world)).map(({ reference }) => reference)).toEqual([
      `kept-${worlds}`,
      `learnt-${worlds}`,
    ])
  })

  test('a code that is too long is left out of the error', async () => {
    const error = new AppError('PROVIDER_REJECTED', long, { providerCode: long })
    const world = open({ check: async () => ({ kind: 'failed', error, documents: [] }) })
    const id = await start(world)
    await world.run()
    const analysis = await read(world, id)
    expect(analysis).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_REJECTED', providerCode: null } })
    expect(analysis?.error?.message).toHaveLength(2_000)
  })

  test.each([`https://vendor.example/${long}`, 'javascript:alert(1)', 'no address'])(
    'an invitation with the link %.30s fails its analysis, and the vendor’s id stays stored for the erasure',
    async url => {
      const consents = createScriptedConsents()
      const world = open(
        {},
        {
          ...consents,
          submit: async () => ({
            kind: 'action-required',
            checkpoint: null,
            action: { type: 'OPEN_URL', documentIds: [], url, expiresAt: null },
            references: [`invitation-${worlds}`],
          }),
        },
      )
      await world.consents.request(world.context, { caseId: await world.openCase(), customerName: 'A' })
      await world.run()
      const [row] = await database().rows<{ id: string }>(
        sql`select id from analyses where tenant_id = ${world.tenant}`,
      )
      const error = { code: 'PROVIDER_BAD_RESPONSE', retryable: false }
      expect(await read(world, row?.id ?? '')).toMatchObject({ status: 'FAILED', error })
      expect(await referencesOf(world)).toEqual([{ reference: `invitation-${worlds}` }])
    },
  )

  test('a webhook whose id is too long is refused; invalid references of a webhook are ignored', async () => {
    const world = open({})
    const id = await start(world)
    await world.run(1)
    await expect(world.webhook(`${long} vendor-1`)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await world.webhook(`event-1 ${long} vendor-1`)).toBe('kept')
    expect(await world.planned()).toMatchObject([{ id, via: 'WEBHOOK' }])
  })
})
