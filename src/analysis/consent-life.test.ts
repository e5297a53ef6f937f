import { expect, test } from 'vitest'
import { createAnalysisWorld } from '../../test/support/analysis-world.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { dumpDatabase } from '../../test/support/dump-database.ts'
import { createScriptedConsents } from '../../test/support/scripted-consents.ts'
import { createScriptedDriver, WorkerKilled } from '../../test/support/scripted-driver.ts'
import { consentStatusOf } from '../domain/consent.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { readAnalyses } from '../store/analyses.ts'
import { readConsents } from '../store/consents.ts'
import type { Database } from '../store/database.ts'
import { sql } from '../store/sql.ts'

const minuteMs = 60_000
const dayMs = 1_440 * minuteMs
const customer = { customerName: 'Testine Musterwoman', customerEmail: 'testine@example.com' }
const inTwoHours = new Date('2026-03-01T14:00:00Z')
const inAWeek = new Date('2026-03-08T12:00:00Z')

describeOnOneDatabase('life of a consent', database => {
  let worlds = 0

  function begin(end: Date | null = inAWeek) {
    const vendor = createScriptedConsents(end)
    const world = createAnalysisWorld(database(), createScriptedDriver(), `consent-${worlds++}`, {
      client: { consents: vendor },
    })
    vendor.now = world.now
    return { vendor, world }
  }

  async function request(world: ReturnType<typeof begin>['world'], more: { idempotencyKey?: string } = {}) {
    const caseId = await world.openCase()
    const consentId = await world.consents.request(world.context, { caseId, ...customer, ...more })
    const read = () => readOne(database(), world.tenant, consentId)
    return { caseId, consentId, analysisId: (await read()).consent.analysisId, read }
  }

  /** Invites a customer who has not reacted yet. */
  async function invite(end?: Date | null) {
    const begun = begin(end)
    const requested = await request(begun.world)
    await begun.world.run(1)
    return { ...begun, ...requested }
  }

  const eventsOf = async (world: ReturnType<typeof begin>['world'], analysisId: string) =>
    (await world.events(analysisId)).map(event => [event.type, event.analysisStatus, event.analysisStage, event.via])

  test('it waits for the customer with the join link, and continues like any analysis when a statement comes', async () => {
    const { world, vendor, analysisId, consentId, read } = await invite()
    expect(await read()).toMatchObject({
      status: 'PENDING',
      consent: {
        id: consentId,
        joinUrl: 'https://vendor.example/join/consent-1',
        expiresAt: inAWeek,
        givenAt: null,
      },
      analysis: {
        status: 'ACTION_REQUIRED',
        stage: 'WAITING',
        product: 'STATEMENT_EXTRACTION',
        action: {
          type: 'OPEN_URL',
          documentIds: [],
          url: 'https://vendor.example/join/consent-1',
          expiresAt: inAWeek,
        },
        deadline: inAWeek,
        providerReference: 'consent-1',
      },
    })
    expect(vendor.invited).toEqual([
      { customer: { name: customer.customerName, email: customer.customerEmail }, redirectUrl: null },
    ])
    vendor.shared.set('consent-1', 'running')
    await world.run(1)
    const agreedAt = world.now()
    expect(await read()).toMatchObject({
      status: 'GIVEN',
      consent: { givenAt: agreedAt },
      analysis: { status: 'PROCESSING', stage: 'EXTRACTING', action: null },
    })
    vendor.shared.set('consent-1', 'ready')
    await world.run()
    expect(await read()).toMatchObject({
      status: 'GIVEN',
      analysis: { status: 'COMPLETED', providerStage: 'Completed' },
    })
    expect(await eventsOf(world, analysisId)).toEqual([
      ['ANALYSIS_QUEUED', 'QUEUED', 'WAITING', 'REQUEST'],
      ['ANALYSIS_PROGRESSED', 'SUBMITTING', 'UPLOADING', 'REQUEST'],
      ['ANALYSIS_ACTION_REQUIRED', 'ACTION_REQUIRED', 'WAITING', 'REQUEST'],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 'EXTRACTING', 'POLL'],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 'COLLECTING', 'POLL'],
      ['ANALYSIS_COMPLETED', 'COMPLETED', 'DONE', 'POLL'],
    ])
    const found = await database().rows(sql`
      select provider_reference from risk_assessments where tenant_id = ${world.tenant} and analysis_id = ${analysisId}`)
    expect(found).toEqual([{ provider_reference: 'statement-1' }])
  })

  test('an analysis whose statement is ready at the first look passes through PROCESSING too', async () => {
    const { world, vendor, analysisId } = await invite()
    vendor.shared.set('consent-1', 'ready')
    await world.run()
    expect((await eventsOf(world, analysisId)).map(([, status, stage]) => [status, stage]).slice(2)).toEqual([
      ['ACTION_REQUIRED', 'WAITING'],
      ['PROCESSING', 'EXTRACTING'],
      ['PROCESSING', 'COLLECTING'],
      ['COMPLETED', 'DONE'],
    ])
  })

  test('an unreadable statement fails the analysis, but the consent was given', async () => {
    const { world, vendor, read } = await invite()
    vendor.shared.set('consent-1', 'failed')
    await world.run()
    expect(await read()).toMatchObject({
      status: 'GIVEN',
      analysis: { status: 'FAILED', error: { code: 'PROVIDER_REJECTED' } },
    })
  })

  test('the provider is polled rarely while the customer has not agreed, and more often afterwards', async () => {
    const { world, vendor } = await invite()
    await world.run(9)
    const waits = vendor.checkedAt.map((at, index, all) => at - (all[index - 1] ?? at)).slice(1)
    expect(waits).toEqual([30_000, 45_000, 67_500, 101_250, 151_875, 227_813, 341_719, 512_578])
    await world.run(2)
    expect((vendor.checkedAt.at(-1) ?? 0) - (vendor.checkedAt.at(-2) ?? 0)).toBe(10 * minuteMs)
    vendor.shared.set('consent-1', 'running')
    await world.run(3)
    expect((vendor.checkedAt.at(-1) ?? 0) - (vendor.checkedAt.at(-2) ?? 0)).toBeLessThan(minuteMs)
  })

  test('when the customer does not accept in time, it fails with CONSENT_EXPIRED, without another state before', async () => {
    const { world, vendor, analysisId, read } = await invite(inTwoHours)
    await world.run()
    expect(world.now()).toEqual(inTwoHours)
    expect(vendor.checkedAt.at(-1)).toBe(inTwoHours.getTime())
    expect(await read()).toMatchObject({
      status: 'EXPIRED',
      analysis: { status: 'FAILED', error: { code: 'CONSENT_EXPIRED', retryable: false }, completedAt: inTwoHours },
    })
    expect((await eventsOf(world, analysisId)).slice(3)).toEqual([['ANALYSIS_FAILED', 'FAILED', 'DONE', 'SCHEDULE']])
  })

  test('acceptance at the last moment is recognised, and the statement gets its full time', async () => {
    const { world, vendor, read } = await invite()
    world.pass(inAWeek.getTime() - world.now().getTime())
    vendor.shared.set('consent-1', 'running')
    world.pass(5_000)
    await world.look(100)
    expect(await read()).toMatchObject({ status: 'GIVEN', analysis: { status: 'PROCESSING' } })
    expect((await read()).analysis.deadline.getTime() - inAWeek.getTime()).toBe(dayMs + 5_000)
    vendor.shared.set('consent-1', 'ready')
    await world.run()
    expect(await read()).toMatchObject({ analysis: { status: 'COMPLETED' } })
  })

  test('an invitation without an expiry lasts thirty days', async () => {
    const { world, read } = await invite(null)
    const { analysis, consent } = await read()
    expect(analysis).toMatchObject({ action: { expiresAt: null } })
    expect(consent.expiresAt).toBeNull()
    expect(analysis.deadline.getTime() - world.now().getTime()).toBe(30 * dayMs)
  })

  test('an outage of the provider does not end a waiting invitation, not even at its expiry', async () => {
    const { world, vendor, read } = await invite()
    for (let count = 0; count < 12; count += 1) vendor.errors.push(new AppError('PROVIDER_BAD_RESPONSE', 'HTML'))
    await world.run(14)
    expect(await read()).toMatchObject({ analysis: { status: 'ACTION_REQUIRED' } })
    vendor.errors.push(new AppError('PROVIDER_UNAVAILABLE', 'away'), new AppError('PROVIDER_TIMEOUT', 'away'))
    world.pass(inAWeek.getTime() - world.now().getTime() - 1)
    vendor.shared.set('consent-1', 'ready')
    await world.run()
    expect(vendor.errors).toEqual([])
    expect(await read()).toMatchObject({ analysis: { status: 'COMPLETED' } })
  })

  test('an outage that lasts after the expiry ends the invitation at last', async () => {
    const { world, vendor, read } = await invite()
    world.pass(inAWeek.getTime() - world.now().getTime() - 1)
    const away = new AppError('PROVIDER_UNAVAILABLE', 'away', { retryAfterSeconds: 599 })
    for (let count = 0; count < 20; count += 1) vendor.errors.push(away)
    await world.run(20)
    expect(await read()).toMatchObject({ status: 'EXPIRED' })
    expect(world.now().getTime() - inAWeek.getTime()).toBe(60 * minuteMs)
  })

  test('cancelling ends the waiting at once, and later webhooks are ignored', async () => {
    const { world, vendor, analysisId, read } = await invite()
    await world.commands.cancel(world.context, { analysisId })
    expect(await read()).toMatchObject({ status: 'CANCELLED', analysis: { status: 'CANCELLED', action: null } })
    vendor.shared.set('consent-1', 'ready')
    await world.webhook('late consent-1')
    await world.run()
    expect(vendor.checkedAt).toEqual([])
    await expect(world.commands.retry(world.context, { analysisId })).rejects.toMatchObject({ code: 'INVALID_STATE' })
  })

  test('RESUME makes the next look come at once, changes nothing by itself, and accepts no documents', async () => {
    const { world, vendor, analysisId, read } = await invite()
    const before = await read()
    expect(await world.commands.retry(world.context, { analysisId })).toBe(analysisId)
    await world.run(1)
    expect(vendor.checkedAt).toEqual([world.now().getTime()])
    expect((await read()).analysis.version).toBe(before.analysis.version)
    vendor.shared.set('consent-1', 'ready')
    await world.commands.retry(world.context, { analysisId })
    await world.commands.retry(world.context, { analysisId })
    await world.run(3)
    expect(vendor.checkedAt).toHaveLength(2)
    expect(await read()).toMatchObject({ analysis: { status: 'COMPLETED' } })
    const other = await invite()
    const documents = [{ documentId: 'doc_1' }]
    await expect(
      other.world.commands.retry(other.world.context, { analysisId: other.analysisId, documents }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: ['documents'] })
  })

  test('two consents at the same time are independent', async () => {
    const { world, vendor, read } = await invite()
    const second = await request(world)
    await world.run(1)
    while (vendor.invited.length < 2) await world.run(1)
    vendor.shared.set('consent-2', 'ready')
    while ((await second.read()).analysis.status !== 'COMPLETED') await world.run(1)
    expect(await read()).toMatchObject({ status: 'PENDING', analysis: { status: 'ACTION_REQUIRED' } })
  })

  test('the same key and input make one invitation; another input is refused', async () => {
    const { world, vendor } = begin()
    const caseId = await world.openCase()
    const input = { caseId, ...customer, idempotencyKey: 'k' }
    const ids = await Promise.all(Array.from({ length: 4 }, () => world.consents.request(world.context, input)))
    expect(new Set(ids).size).toBe(1)
    await world.run(3)
    expect(vendor.invited).toHaveLength(1)
    await expect(world.consents.request(world.context, { ...input, customerName: 'Other' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    })
  })

  test('P12 a failed invitation is retried after a pause, and no customer is invited twice', async () => {
    const { world, vendor } = begin()
    const { read } = await request(world)
    vendor.refusals.push(
      new AppError('PROVIDER_RATE_LIMITED', 'slow down', { retryAfterSeconds: 40 }),
      new AppError('PROVIDER_UNAVAILABLE', 'away'),
    )
    const start = world.now().getTime()
    await world.run(3)
    expect(vendor.invited).toHaveLength(1)
    expect(world.now().getTime() - start).toBe(41_500)
    expect(await read()).toMatchObject({ status: 'PENDING' })
  })

  test('P12 an invitation that the provider refuses fails, and the customer’s data are deleted', async () => {
    const { world, vendor } = begin()
    const { read } = await request(world)
    vendor.refusals.push(new AppError('PROVIDER_QUOTA_EXCEEDED', 'used up'))
    await world.run()
    expect(await read()).toMatchObject({
      status: 'FAILED',
      consent: { joinUrl: null },
      analysis: { status: 'FAILED', error: { code: 'PROVIDER_QUOTA_EXCEEDED' } },
    })
    expect(await sealedOf(world.tenant)).toEqual([null])
  })

  test('P20 the customer’s data are stored sealed until the invitation is made, then deleted', async () => {
    const { world } = begin()
    const redirectUrl = 'https://app.example.com/back?case=7'
    const caseId = await world.openCase()
    await world.consents.request(world.context, { caseId, ...customer, redirectUrl, idempotencyKey: 'key' })
    const [sealed] = await sealedOf(world.tenant)
    expect(sealed).toEqual(expect.any(String))
    const traces = /testine|musterwoman|case=7/i
    expect(Buffer.from(sealed ?? '', 'base64').toString('latin1')).not.toMatch(traces)
    expect(await everything()).not.toMatch(traces)
    expect(JSON.stringify(await world.planned())).not.toMatch(traces)
    await world.run(1)
    expect(await sealedOf(world.tenant)).toEqual([null])
    expect(await everything()).not.toMatch(traces)
  })

  test('P20 the data of a customer who was never invited are deleted when the analysis ends', async () => {
    const { world, vendor } = begin()
    const { analysisId } = await request(world)
    await world.commands.cancel(world.context, { analysisId })
    expect(await sealedOf(world.tenant)).toEqual([null])
    await world.run()
    expect(vendor.invited).toEqual([])
  })

  test('a webhook that names the invitation makes its next look come at once', async () => {
    const { world, vendor, read } = await invite()
    vendor.shared.set('consent-1', 'ready')
    expect(await world.webhook('event-named consent-1 statement-1')).toBe('kept')
    const before = world.now().getTime()
    await world.run(1)
    expect(world.now().getTime()).toBe(before)
    expect(await read()).toMatchObject({ analysis: { status: 'COMPLETED' } })
  })

  test('webhooks with unknown ids make one look at waiting invitations come soon', async () => {
    const { world, vendor, read } = await invite()
    const { documentId, caseId } = await world.addDocument()
    await world.start(caseId, documentId)
    await world.run(1)
    vendor.shared.set('consent-1', 'ready')
    for (let count = 0; count < 20; count += 1)
      await world.webhook(`unknown-${world.tenant}-${count} elsewhere-${count}`)
    expect((await world.planned()).filter(({ via }) => via === 'WEBHOOK')).toHaveLength(1)
    const before = world.now().getTime()
    await world.run(1)
    expect(world.now().getTime() - before).toBe(2_000)
    expect(vendor.checkedAt).toHaveLength(1)
    expect(await read()).toMatchObject({ analysis: { status: 'COMPLETED' } })
  })

  test('a webhook with known ids or of another account does not affect waiting invitations', async () => {
    const { world } = await invite()
    const { documentId, caseId } = await world.addDocument()
    await world.start(caseId, documentId)
    await world.run(4)
    await world.webhook(`known-${world.tenant} vendor-1`)
    await world.webhook(`test-${world.tenant}`)
    await world.webhook(`foreign-${world.tenant} elsewhere`)
    const hints = (await world.planned()).filter(({ via }) => via === 'WEBHOOK')
    expect(hints).toEqual([])
  })

  test('a hint that comes during a look leads to another look', async () => {
    const { world, vendor, read } = await invite()
    vendor.duringCheck = async () => {
      vendor.duringCheck = async () => {}
      vendor.shared.set('consent-1', 'ready')
      await world.webhook(`meanwhile-${world.tenant} elsewhere-meanwhile`)
    }
    await world.run(1)
    const asked = world.now().getTime()
    await world.run()
    expect(vendor.checkedAt.at(-1)).toBe(asked + 2_000)
    expect(await read()).toMatchObject({ analysis: { status: 'COMPLETED' } })
  })

  test('P8 a waiting invitation of a killed worker is continued by another', async () => {
    const { world, vendor, read } = await invite()
    vendor.shared.set('consent-1', 'ready')
    vendor.duringCheck = async () => {
      vendor.duringCheck = async () => {}
      throw new WorkerKilled()
    }
    await world.run()
    expect(await world.planned()).toHaveLength(1)
    await world.expireClaims()
    await world.run()
    expect(await read()).toMatchObject({ analysis: { status: 'COMPLETED' } })
  })

  test.each([
    [{ customerName: '' }, 'BAD_USER_INPUT', 'customerName'],
    [{ customerName: '   ' }, 'BAD_USER_INPUT', 'customerName'],
    [{ customerName: 'x'.repeat(201) }, 'BAD_USER_INPUT', 'customerName'],
    [{ customerName: 'Testine\r\nBcc: everybody@example.com' }, 'BAD_USER_INPUT', 'customerName'],
    [{ customerEmail: 'nobody' }, 'BAD_USER_INPUT', 'customerEmail'],
    [{ customerEmail: `${'x'.repeat(250)}@example.com` }, 'BAD_USER_INPUT', 'customerEmail'],
    [{ redirectUrl: 'https://evil.example/back' }, 'REDIRECT_NOT_ALLOWED', 'redirectUrl'],
    [{ redirectUrl: 'http://localhost:3000/' }, 'REDIRECT_NOT_ALLOWED', 'redirectUrl'],
    [{ caseId: 'case_unknown' }, 'NOT_FOUND', 'caseId'],
    [{ provider: 'nobody' }, 'PROVIDER_NOT_CONFIGURED', 'provider'],
  ])('%j is refused with the name of the field, and nothing is stored', async (wrong, code, field) => {
    const { world } = begin()
    const caseId = await world.openCase()
    const requested = world.consents.request(world.context, { caseId, ...customer, ...wrong })
    await expect(requested).rejects.toMatchObject({ code, field: [field] })
    await expect(requested).rejects.not.toThrow(/Testine|evil/)
    expect(await sealedOf(world.tenant)).toEqual([])
    expect(await world.planned()).toEqual([])
  })

  test('a provider without consents is refused if it is named, and passed over otherwise', async () => {
    const world = createAnalysisWorld(database(), createScriptedDriver(), `consent-${worlds++}`)
    const caseId = await world.openCase()
    const input = { caseId, ...customer }
    await expect(world.consents.request(world.context, { ...input, provider: 'test-provider' })).rejects.toMatchObject({
      code: 'CAPABILITY_UNSUPPORTED',
      field: ['provider'],
    })
    await expect(world.consents.request(world.context, input)).rejects.toMatchObject({
      code: 'PROVIDER_NOT_CONFIGURED',
    })
  })

  const sealedOf = async (tenant: TenantId) => {
    const rows = await database().rows<{ sealed_invitation: string | null }>(
      sql`select sealed_invitation from consents where tenant_id = ${tenant}`,
    )
    return rows.map(row => row.sealed_invitation)
  }

  /** Every row of every table, as text. */
  const everything = async () => [...(await dumpDatabase(database())).values()].flat().join('\n')
})

async function readOne(database: Database, tenant: TenantId, consentId: string) {
  const [consent] = await readConsents(database, wholeTenant(tenant), [consentId])
  const [analysis] = consent ? await readAnalyses(database, wholeTenant(tenant), [consent.analysisId]) : []
  if (!consent || !analysis) throw new Error('The consent is gone.')
  return { consent, analysis, status: consentStatusOf(consent, analysis) }
}
