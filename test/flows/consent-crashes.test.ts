import { expect, test } from 'vitest'
import type { ConsentDriver } from '../../src/providers/analysis-driver.ts'
import { createConsentDriver } from '../../src/providers/flvxtract/consent-driver.ts'
import { createFakeVendor } from '../../src/providers/flvxtract/testing/fake-vendor.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { readAnalyses } from '../../src/store/analyses.ts'
import { readConsents } from '../../src/store/consents.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { createScriptedDriver, WorkerKilled } from '../support/scripted-driver.ts'

const customer = { customerName: 'Testine Musterwoman', customerEmail: 'testine@example.com' }

describeOnOneDatabase('the invitation of a customer', database => {
  test('P12 is not sent twice when the worker is killed before it stores the provider’s answer', async () => {
    const vendor = createFakeVendor()
    const now = (): Date => world.now()
    let worker = createConsentDriver(vendor, now)
    const consents: ConsentDriver = {
      ...worker,
      async submit(job, checkpoint) {
        const step = await worker.submit(job, checkpoint)
        if (step.kind === 'action-required') throw new WorkerKilled()
        return step
      },
      check: (checkpoint, job) => worker.check(checkpoint, job),
    }
    const world = createAnalysisWorld(database(), createScriptedDriver(), 'consent-crashes', { client: { consents } })
    const input = { caseId: await world.openCase(), ...customer, idempotencyKey: 'killed' }
    const id = await world.consents.request(world.context, input)
    await world.run(1)
    expect(vendor.calls).toEqual(['consent'])

    // Its successor knows only what was stored.
    worker = createConsentDriver(vendor, now)
    await world.expireClaims()
    world.pass(15_000)
    expect(await world.consents.request(world.context, input)).toBe(id)
    await world.run()
    const [consent] = await readConsents(database(), wholeTenant(world.tenant), [id])
    expect(await readAnalyses(database(), wholeTenant(world.tenant), [consent?.analysisId ?? ''])).toMatchObject([
      { status: 'FAILED', error: { code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true } },
    ])
    expect(vendor.calls).toEqual(['consent'])
  })
})
