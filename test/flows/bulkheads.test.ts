import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { finalState, prepareCase, startAnalysis } from '../support/journey.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

describeOnOneDatabase('a provider that hangs on every call', database => {
  const hanging = createMemoryProvider('hanging')
  const sound = createMemoryProvider('sound')
  let app: AppOnDatabase
  beforeAll(async () => {
    app = await startAppOn(database(), [hanging.provider, sound.provider])
  })
  afterAll(() => app.stop())

  async function prepare(client: GraphqlClient) {
    const { caseId, documentId } = await prepareCase(client)
    return (provider: string) => startAnalysis(client, { caseId, documentId, provider })
  }

  test('P26 does not delay other providers or tenants, even with more analyses than run at once, and cancelling one ends its call', async () => {
    let begun = 0
    let aborted = 0
    hanging.beforeKeeping = signal =>
      new Promise((_resolve, reject) => {
        begun += 1
        signal?.addEventListener('abort', () => {
          aborted += 1
          reject(new AppError('PROVIDER_TIMEOUT', 'The call was given up.'))
        })
      })
    const acme = app.client(tenantKeys.acme)
    const startOfAcme = await prepare(acme)
    // One after the other, because requests that wait long for a connection are refused.
    const ids: string[] = []
    while (ids.length < 35) ids.push(await startOfAcme('hanging'))
    await expect.poll(() => begun).toBeGreaterThan(10)

    const globex = app.client(tenantKeys.globex)
    const startOfGlobex = await prepare(globex)
    expect(await finalState(acme, await startOfAcme('sound'))).toMatchObject({ status: 'COMPLETED' })
    expect(await finalState(globex, await startOfGlobex('sound'))).toMatchObject({ status: 'COMPLETED' })
    const before = begun
    const ofGlobex = await startOfGlobex('hanging')
    await expect.poll(() => begun).toBe(before + 1)
    expect([begun < ids.length, aborted]).toEqual([true, 0])

    const status = z.object({ status: z.string() })
    const cancel = async (client: GraphqlClient, analysisId: string) =>
      (await client.mutate('cancelAnalysis', { analysisId }, { analysis: status })).analysis.status
    for (const id of ids) expect(await cancel(acme, id)).toBe('CANCELLED')
    await cancel(globex, ofGlobex)
    await expect.poll(() => aborted).toBe(begun)
  })
})
