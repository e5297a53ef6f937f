import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import type { Findings } from '../../src/providers/findings.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { finalState, prepareCase, startAnalysis, startJourney } from '../support/journey.ts'
import { createMemoryProvider, type MemoryProvider } from '../support/memory-provider.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const provider = z.object({ id: z.string() })
const shape = z.object({
  provider,
  runs: z.array(
    z.object({
      provider,
      outcome: z.string().nullable(),
      fellBackFrom: z.string().nullable(),
      error: z.object({ code: z.string() }).nullable(),
    }),
  ),
  statements: z.array(
    z.object({
      provider,
      transactions: z.object({ totalCount: z.number() }),
      duplicateOf: z.object({ provider }).nullable(),
      disagreements: z.array(
        z.object({ what: z.string(), ours: z.string(), theirs: z.string(), statement: z.object({ provider }) }),
      ),
    }),
  ),
})
/** The variables that switch the first provider on for a tenant; the second one is always on. */
const acme = { FIRST_API_KEY: 'key-of-acme' }
const globex = { FIRST_API_KEY: 'key-of-globex' }

const readAnalysis = (client: GraphqlClient, id: string) => client.read('analysis', id, shape)

describeOnOneDatabase('two providers of one product', database => {
  let folder: string
  let first: MemoryProvider
  let second: MemoryProvider
  let app: AppOnDatabase

  async function restart(tenants: object): Promise<void> {
    if (app) await app.stop()
    const file = join(folder, 'tenants.json')
    await writeFile(file, JSON.stringify(tenants))
    app = await startAppOn(database(), [first.provider, second.provider], { TENANTS_FILE: file })
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenants-'))
    first = createMemoryProvider('first', {
      erases: true,
      variables: { FIRST_API_KEY: { credential: true } },
      findings: (...of) => findingsOf(...of, ['1.00', '2.00']),
    })
    second = createMemoryProvider('second', { findings: (...of) => findingsOf(...of, ['1.00']) })
    await restart({ acme, globex: { ...globex, PROVIDER_ORDER: 'STATEMENT_EXTRACTION=second,first' } })
  })
  afterAll(async () => {
    await app.stop()
    await rm(folder, { recursive: true })
  })

  /** Runs an analysis without a named provider to its end. */
  async function analyse(key: string) {
    const client = app.client(key)
    const { analysisId } = await startJourney(client)
    await finalState(client, analysisId)
    return { id: analysisId, ...(await readAnalysis(client, analysisId)) }
  }

  test('a tenant’s own order decides which provider is first and which is next', async () => {
    expect(await analyse(tenantKeys.acme)).toMatchObject({ provider: { id: 'first' } })
    expect(await analyse(tenantKeys.globex)).toMatchObject({ provider: { id: 'second' } })
    const failed = new AppError('BANK_UNDETECTED', 'Nobody knows this bank.')
    second.progress = { kind: 'failed', error: failed, documents: [] }
    const fallen = await analyse(tenantKeys.globex)
    second.progress = { kind: 'ready', outcome: 'COMPLETED', providerStage: null, documents: [] }
    expect(fallen).toMatchObject({
      provider: { id: 'first' },
      runs: [
        { provider: { id: 'second' }, outcome: 'FAILED', fellBackFrom: null, error: { code: 'BANK_UNDETECTED' } },
        { provider: { id: 'first' }, outcome: 'COMPLETED', fellBackFrom: 'second', error: null },
      ],
      statements: [{ provider: { id: 'first' }, transactions: { totalCount: 2 } }],
    })
  })

  test('P21 the data of an abandoned run is deleted at a provider that can delete', async () => {
    const before = [...first.kept.keys()]
    const failed = new AppError('PROVIDER_QUOTA_EXCEEDED', 'Nothing is left of the quota.')
    first.progress = { kind: 'failed', error: failed, documents: [] }
    expect(await analyse(tenantKeys.acme)).toMatchObject({ provider: { id: 'second' } })
    first.progress = { kind: 'ready', outcome: 'COMPLETED', providerStage: null, documents: [] }
    await expect.poll(() => [...first.kept.keys()]).toEqual(before)
  })

  test('P28 the counting reading lists the disagreements of the other provider about the same document', async () => {
    const client = app.client(tenantKeys.acme)
    const { caseId, documentId } = await prepareCase(client)
    const ids = await Promise.all(
      ['first', 'second'].map(provider => startAnalysis(client, { caseId, documentId, provider })),
    )
    for (const id of ids) await finalState(client, id)
    const [ours, theirs] = await Promise.all(ids.map(id => readAnalysis(client, id)))
    const by = { statement: { provider: { id: 'second' } } }
    expect(ours?.statements).toMatchObject([
      {
        duplicateOf: null,
        disagreements: [
          { what: 'TRANSACTION_COUNT', ours: '2', theirs: '1', ...by },
          { what: 'TRANSACTION_SUM', ours: '3.00', theirs: '1.00', ...by },
        ],
      },
    ])
    expect(theirs?.statements).toMatchObject([{ duplicateOf: { provider: { id: 'first' } }, disagreements: [] }])
  })

  test('when a provider is switched off for a tenant, its results stay readable and new analyses go to the other one', async () => {
    const read = await analyse(tenantKeys.acme)
    expect(read).toMatchObject({ provider: { id: 'first' }, statements: [{ transactions: { totalCount: 2 } }] })
    await restart({ globex })
    expect({ id: read.id, ...(await readAnalysis(app.client(tenantKeys.acme), read.id)) }).toEqual(read)
    expect(await analyse(tenantKeys.acme)).toMatchObject({ provider: { id: 'second' } })
    expect(await analyse(tenantKeys.globex)).toMatchObject({ provider: { id: 'first' } })

    await restart({ globex, acme: { ...acme, PROVIDER_ORDER: 'STATEMENT_EXTRACTION=second' } })
    expect({ id: read.id, ...(await readAnalysis(app.client(tenantKeys.acme), read.id)) }).toEqual(read)
    expect(await analyse(tenantKeys.acme)).toMatchObject({ provider: { id: 'second' } })
  })
})

function findingsOf(reference: string, documentId: string | null, amounts: readonly string[]): Findings {
  return {
    statements: [
      {
        reference,
        documentId,
        bankName: 'Test Bank',
        account: { iban: 'DE02120300000000202051' },
        from: '2026-01-01',
        to: '2026-01-31',
        currency: 'EUR',
      },
    ],
    transactions: amounts.map(amount => ({
      statementReference: reference,
      documentId,
      status: 'BOOKED',
      amount,
      currency: 'EUR',
      bookingDate: '2026-01-05',
      description: 'Movement',
    })),
  }
}
