import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnalysisWorld, createAnalysisWorld } from '../../test/support/analysis-world.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createScriptedDriver, type ScriptedCheck } from '../../test/support/scripted-driver.ts'
import { isFinal } from '../domain/analysis.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import { readAnalyses } from '../store/analyses.ts'
import { findAnalysisState } from '../store/analysis-life.ts'
import { readCases } from '../store/cases.ts'
import { readEvents } from '../store/event-rows.ts'
import { sql } from '../store/sql.ts'

describeOnOneDatabase('life of an analysis', database => {
  let worlds = 0

  function begin(deadlineMs?: number) {
    const driver = createScriptedDriver()
    if (deadlineMs !== undefined) driver.deadlineMs = deadlineMs
    const world = createAnalysisWorld(database(), driver, `life-${worlds++}`)
    driver.now = world.now
    return { driver, world, state: (id: string) => findAnalysisState(database(), wholeTenant(world.tenant), id) }
  }

  async function beginAnalysis(deadlineMs?: number) {
    const begun = begin(deadlineMs)
    const { caseId, documentId } = await begun.world.addDocument()
    const id = await begun.world.start(caseId, documentId)
    return { ...begun, caseId, documentId, id }
  }

  const row = async (tenant: TenantId, id: string) => {
    const [found] = await database().rows(sql`select * from analyses where tenant_id = ${tenant} and id = ${id}`)
    return found
  }

  test('an analysis goes from queued to completed, with one event for each change of status or stage', async () => {
    const { world, id } = await beginAnalysis()
    await world.run()
    expect(
      (await world.events(id)).map(event => [
        event.type,
        event.analysisStatus,
        event.analysisStage,
        event.analysisVersion,
      ]),
    ).toEqual([
      ['ANALYSIS_QUEUED', 'QUEUED', 'WAITING', 1],
      ['ANALYSIS_PROGRESSED', 'SUBMITTING', 'UPLOADING', 2],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 'EXTRACTING', 3],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 'COLLECTING', 4],
      ['ANALYSIS_COMPLETED', 'COMPLETED', 'DONE', 5],
    ])
    expect(await world.work(id)).toBeUndefined()
    expect(await row(world.tenant, id)).toMatchObject({
      provider_reference: 'vendor-1',
      error: null,
    })
  })

  test('findings are invisible until the analysis is completed, then all of them are visible', async () => {
    const { world, driver, id } = await beginAnalysis()
    const visible = () =>
      database().rows(sql`
        select id from transactions where tenant_id = ${world.tenant}`)
    const during: number[] = []
    driver.whileCollecting = async () => {
      during.push((await visible()).length)
    }
    await world.run()
    expect(during.length).toBeGreaterThan(1)
    expect(new Set(during)).toEqual(new Set([0]))
    expect(await visible()).toHaveLength(5)
    expect((await world.events(id)).at(-1)?.type).toBe('ANALYSIS_COMPLETED')
  })

  test('P15 a statement whose balances are explained by its transactions reconciles exactly; months without transactions are named', async () => {
    const { world, id } = await beginAnalysis()
    await world.run()
    const [statement] = await database().rows(sql`
      select transaction_count, reconciles, months, missing_months, opening_balance, closing_balance
      from statements where tenant_id = ${world.tenant} and analysis_id = ${id}`)
    expect(statement).toEqual({
      transaction_count: 5,
      reconciles: true,
      months: ['2026-01', '2026-03'],
      missing_months: ['2026-02'],
      opening_balance: '0.30',
      closing_balance: '123456789012346.07',
    })
  })

  test('P8 the next poll makes up for a lost webhook, and the vendor is not asked about a finished analysis', async () => {
    const { world, driver, id } = await beginAnalysis()
    driver.checks.push({ kind: 'running' }, { kind: 'running' }, { kind: 'ready' })
    await world.run()
    expect((await world.events(id)).at(-1)).toMatchObject({ type: 'ANALYSIS_COMPLETED', via: 'POLL' })
    const asked = driver.calls.filter(call => call === 'check').length
    expect(asked).toBe(3)
    await world.webhook('late vendor-1')
    await world.look(100)
    await world.hint(id, 'WEBHOOK')
    expect(driver.calls.filter(call => call === 'check')).toHaveLength(asked)
  })

  test('P2 any number of copies of a webhook lead to one call and one completion', async () => {
    const { world, driver, id } = await beginAnalysis()
    await world.run(1)
    expect(await Promise.all(Array.from({ length: 10 }, () => world.webhook('event-1 vendor-1')))).toEqual(
      expect.arrayContaining(['kept', 'copy']),
    )
    await world.run()
    expect(driver.calls.filter(call => call === 'check')).toHaveLength(1)
    const events = await world.events(id)
    expect(events.filter(event => event.type === 'ANALYSIS_COMPLETED')).toMatchObject([{ via: 'WEBHOOK' }])
  })

  test('P1 a webhook with an id that is not known yet takes effect when the id is stored', async () => {
    const { world, driver, id } = await beginAnalysis()
    expect(await world.webhook('early vendor-1')).toBe('kept')
    const before = world.now().getTime()
    await world.run()
    expect((await world.events(id)).at(-1)).toMatchObject({ type: 'ANALYSIS_COMPLETED', via: 'WEBHOOK' })
    // Without the webhook, the first look would come after the driver's first pause.
    expect(world.now().getTime() - before).toBeLessThan(driver.polling.firstMs)
  })

  test('P9 an unverified webhook is refused, and one of another organisation is ignored', async () => {
    const { world } = begin()
    expect(await world.webhook('e vendor-1', 'bad')).toBe('unverified')
    expect(await world.webhook('foreign-1 vendor-1')).toBe('foreign')
    expect(
      await database().acrossTenants(sql`select event_id from webhook_notices where event_id in ('e', 'foreign-1')`),
    ).toEqual([])
  })

  test('P10 receiving a webhook makes no call to the vendor', async () => {
    const { world, driver } = await beginAnalysis()
    await world.run(1)
    const before = driver.calls.length
    await world.webhook('p10 vendor-1')
    expect(driver.calls).toHaveLength(before)
  })

  test('hints within two seconds of a look take effect at the end of that time', async () => {
    const { world, driver, id } = await beginAnalysis()
    driver.checks.push({ kind: 'running' }, { kind: 'ready' })
    await world.run(1)
    await world.webhook('w1 vendor-1')
    await world.run(1)
    const asked = world.now().getTime()
    world.pass(500)
    await world.webhook('w2 vendor-1')
    await world.run()
    expect(world.now().getTime() - asked).toBe(2_000)
    expect((await world.events(id)).at(-1)).toMatchObject({ type: 'ANALYSIS_COMPLETED', via: 'WEBHOOK' })
  })

  test('polling begins with the driver’s pause and backs off; a pause that the vendor asks for is kept', async () => {
    const { world, driver } = await beginAnalysis()
    driver.checks.push(
      { kind: 'running' },
      { kind: 'running' },
      { kind: 'running' },
      { kind: 'running', retryAfterMs: 77_000 },
      { kind: 'ready' },
    )
    await world.run()
    const waits = driver.checkedAt.map((at, index, all) => at - (all[index - 1] ?? at))
    expect(waits.slice(1)).toEqual([7_500, 11_250, 16_875, 77_000])
  })

  test('P12 a transient failure is retried after the pause that the vendor asks for', async () => {
    const { world, driver, id } = await beginAnalysis()
    driver.checks.push(
      { kind: 'error', error: new AppError('PROVIDER_RATE_LIMITED', 'slow down', { retryAfterSeconds: 40 }) },
      { kind: 'error', error: new AppError('PROVIDER_UNAVAILABLE', 'away') },
      { kind: 'ready' },
    )
    await world.run()
    const [first = 0, second = 0] = driver.checkedAt
    expect(second - first).toBe(40_000)
    expect((await world.events(id)).at(-1)?.type).toBe('ANALYSIS_COMPLETED')
  })

  test('P27 the obstacle of an analysis is visible until it continues; each change of it is a version and an event', async () => {
    const { world, driver, id, state } = await beginAnalysis()
    const away = new AppError('PROVIDER_UNAVAILABLE', 'away', { providerCode: '503' })
    const busy = new AppError('PROVIDER_RATE_LIMITED', 'slow down', { retryAfterSeconds: 40 })
    driver.checks.push(...[away, away, busy].map(error => ({ kind: 'error' as const, error })), { kind: 'running' })
    await world.run(1)
    const seen: unknown[] = []
    for (let count = 0; count < 4; count += 1) {
      await world.run(1)
      const [analysis] = await readAnalyses(database(), wholeTenant(world.tenant), [id])
      seen.push([analysis?.obstacle?.code ?? null, analysis?.obstacle?.retryAfterSeconds ?? null, analysis?.attempts])
    }
    expect(seen).toEqual([
      ['PROVIDER_UNAVAILABLE', null, 1],
      ['PROVIDER_UNAVAILABLE', null, 2],
      ['PROVIDER_RATE_LIMITED', 40, 3],
      [null, null, 0],
    ])
    const events = await world.events(id)
    expect(events.slice(3).map(event => [event.type, event.analysisStatus, event.analysisVersion])).toEqual([
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 4],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 5],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 6],
    ])
    expect(await state(id)).toMatchObject({ obstacle: null, version: 6 })
  })

  test('a look without news writes only the row of the work', async () => {
    const { world, driver, id } = await beginAnalysis()
    driver.checks.push({ kind: 'running' }, { kind: 'running' })
    await world.run(1)
    const before = await row(world.tenant, id)
    const looked = (await world.work(id))?.due_at
    await world.run(2)
    expect(driver.checkedAt).toHaveLength(2)
    expect(await row(world.tenant, id)).toEqual(before)
    expect((await world.work(id))?.due_at.getTime()).toBeGreaterThan(looked.getTime())
    expect((await world.work(id))?.idle_looks).toBe(2)
  })

  test('a case is settled when its last analysis has ended, and again after a later one', async () => {
    const { world, driver, caseId, documentId } = await beginAnalysis()
    await world.start(caseId, documentId)
    const settled = async () =>
      (
        await readEvents(
          database(),
          wholeTenant(world.tenant),
          { caseId, types: ['CASE_SETTLED'] },
          { after: 0, limit: 10 },
        )
      ).length
    const found = async () => (await readCases(database(), wholeTenant(world.tenant), [caseId]))[0]
    const status = async () => (await found())?.status
    const begun = await found()
    expect(begun?.status).toBe('RUNNING')
    while ((await world.planned()).length === 2) await world.run(1)
    expect([await settled(), await status()]).toEqual([0, 'RUNNING'])
    expect((await found())?.updatedAt.getTime()).toBeGreaterThan(begun?.updatedAt.getTime() ?? Number.NaN)
    await world.run()
    expect([await settled(), await status()]).toEqual([1, 'COMPLETED'])
    driver.checks.push({ kind: 'failed', error: new AppError('PROVIDER_REJECTED', 'no') })
    await world.start(caseId, documentId)
    expect([await settled(), await status()]).toEqual([1, 'RUNNING'])
    await world.run()
    expect([await settled(), await status()]).toEqual([2, 'PARTIAL'])
  })

  test('the signal of the claim is passed to the call to the vendor', async () => {
    const { world, driver, id } = await beginAnalysis()
    const signals: (AbortSignal | undefined)[] = []
    driver.duringCheck = async job => void signals.push(job?.signal)
    await world.run()
    expect(signals).toEqual([expect.any(AbortSignal)])
    expect((await world.events(id)).at(-1)?.type).toBe('ANALYSIS_COMPLETED')
  })

  test('P16 answers that stay unreadable end the analysis with that error; other failures end it at once', async () => {
    const patient = await beginAnalysis()
    for (let index = 0; index < 6; index++)
      patient.driver.checks.push({ kind: 'error', error: new AppError('PROVIDER_BAD_RESPONSE', 'not JSON') })
    await patient.world.run()
    expect(await row(patient.world.tenant, patient.id)).toMatchObject({
      status: 'FAILED',
      error: { code: 'PROVIDER_BAD_RESPONSE', retryable: true },
    })
    const strict = await beginAnalysis()
    strict.driver.checks.push({
      kind: 'error',
      error: new AppError('PROVIDER_UNAUTHORIZED', 'bad key', { providerCode: '401' }),
    })
    await strict.world.run()
    expect(await row(strict.world.tenant, strict.id)).toMatchObject({
      status: 'FAILED',
      error: { code: 'PROVIDER_UNAUTHORIZED', retryable: false, providerCode: '401' },
    })
  })

  test('P16 a result that breaks off is not visible and is fetched again completely', async () => {
    const { world, driver, id } = await beginAnalysis()
    driver.failCollecting = 2
    await world.run()
    expect((await world.events(id)).at(-1)?.type).toBe('ANALYSIS_COMPLETED')
    const collections = await database().rows(sql`
      select c.id, count(t.id) as transactions from collections c
      left join transactions t on t.tenant_id = c.tenant_id and t.owner_id = c.id
      where c.tenant_id = ${world.tenant} group by c.id`)
    expect(collections).toEqual([{ id: expect.any(String), transactions: 5 }])
  })

  test('an analysis fails at its deadline, whatever its state', async () => {
    const { world, driver, state, id } = await beginAnalysis(600_000)
    driver.checks.push(...Array.from({ length: 50 }, () => ({ kind: 'running' as const })))
    await world.run()
    expect(driver.checks.length).toBeGreaterThan(0)
    expect(await state(id)).toMatchObject({ status: 'FAILED' })
    expect((await world.events(id)).at(-1)).toMatchObject({ type: 'ANALYSIS_FAILED', via: 'SCHEDULE' })
    expect(await row(world.tenant, id)).toMatchObject({ error: { code: 'DEADLINE_EXCEEDED' } })
  })

  describe('P1 an analysis at the provider whose deadline passed while no worker ran', () => {
    const unavailable = new AppError('PROVIDER_UNAVAILABLE', 'away', { retryAfterSeconds: 600 })
    const minute = 60_000

    const failed = (code: ErrorCode) => ({ status: 'FAILED', error: { code } })
    const away = (times: number) =>
      Array.from({ length: times }, () => ({ kind: 'error', error: unavailable }) as const)

    test.each<[what: string, checks: readonly ScriptedCheck[], end: object]>([
      ['is COMPLETED when it had ended there', [{ kind: 'ready' }], { status: 'COMPLETED', minutes: 0 }],
      [
        'is FAILED with the provider’s reason when it had failed there',
        [{ kind: 'failed', error: new AppError('DOCUMENT_EMPTY', 'no rows') }],
        failed('DOCUMENT_EMPTY'),
      ],
      [
        'fails at the first look when it is still running there',
        [{ kind: 'running' }],
        { ...failed('DEADLINE_EXCEEDED'), minutes: 0, looks: 1 },
      ],
      ['is asked about until the provider answers', away(5), { status: 'COMPLETED' }],
      [
        'fails when the provider does not answer for an hour',
        away(500),
        { ...failed('DEADLINE_EXCEEDED'), minutes: 60 },
      ],
    ])('%s', async (_what, checks, end) => {
      const { world, driver, state, id } = await beginAnalysis(60 * minute)
      await world.run(1)
      expect(await state(id)).toMatchObject({ status: 'PROCESSING' })
      world.pass(3 * 24 * 60 * minute)
      driver.checks.push(...checks)
      const cameBackAt = world.now().getTime()
      await world.run()
      const minutes = (world.now().getTime() - cameBackAt) / minute
      expect({ ...(await row(world.tenant, id)), minutes, looks: driver.checkedAt.length }).toMatchObject(end)
    })
  })

  test('P1 after a worker is killed at any step of a submission, another continues at that step', async () => {
    for (let killAt = 1; killAt <= 4; killAt++) {
      const { world, driver, id } = await beginAnalysis()
      driver.crashAtCall = killAt
      await world.run().catch(() => {})
      await world.expireClaims()
      world.pass(10_000)
      await world.run()
      expect((await world.events(id)).filter(event => event.analysisStage === 'DONE')).toHaveLength(1)
      expect(driver.accepted).toEqual(['upload'])
    }
  })

  test('P8 two servers never call the vendor about one analysis at the same time', async () => {
    const { world, driver, id } = await beginAnalysis()
    await Promise.all(Array.from({ length: 6 }, () => world.hint(id, 'REQUEST')))
    expect(driver.accepted).toEqual(['upload'])
    world.pass(10_000)
    await Promise.all(Array.from({ length: 6 }, () => world.look(100)))
    expect(driver.calls.filter(call => call === 'check')).toHaveLength(1)
    expect(driver.mostAtOnce).toBe(1)
  })

  test('a worker that has lost its claim does nothing more and does not disturb its successor', async () => {
    const { world, driver, id, state } = await beginAnalysis()
    driver.duringSubmit = () => world.passClaimsOn('successor')
    await world.run(1)
    expect(await state(id)).toMatchObject({ status: 'SUBMITTING' })
    expect(await world.work(id)).toMatchObject({ claim_owner: 'successor', checkpoint: null })
    expect(driver.calls).toEqual(['submit'])
  })

  test('a hint that comes during a look leads to one more look', async () => {
    const { world, driver, id } = await beginAnalysis()
    driver.checks.push({ kind: 'running' }, { kind: 'running' })
    await world.run(1)
    world.pass(10_000)
    driver.duringCheck = async () => {
      driver.duringCheck = async () => {}
      for (let count = 0; count < 3; count += 1) await world.hint(id)
    }
    await world.run(1)
    expect(driver.checkedAt).toHaveLength(1)
    const [asked = 0] = driver.checkedAt
    expect(await world.planned()).toEqual([{ id, at: new Date(asked + 2_000), via: 'WEBHOOK' }])
    await world.run(1)
    expect(driver.checkedAt).toEqual([asked, asked + 2_000])
    expect(await world.planned()).toMatchObject([{ via: 'POLL' }])
  })

  test('a hint about an ended analysis has no effect', async () => {
    const { world, driver, id } = await beginAnalysis()
    await world.run()
    const asked = driver.calls.length
    await world.hint(id)
    expect(await world.planned()).toEqual([])
    expect(driver.calls).toHaveLength(asked)
  })

  test('cancelling ends an analysis at once, and a result that arrives later is discarded', async () => {
    const { world, driver, id } = await beginAnalysis()
    driver.duringCheck = async () => {
      await world.commands.cancel(world.context, { analysisId: id })
    }
    await world.run()
    expect((await world.events(id)).at(-1)).toMatchObject({ type: 'ANALYSIS_CANCELLED', via: 'REQUEST' })
    expect(await world.commands.cancel(world.context, { analysisId: id })).toBe(id)
  })

  test('a retry is a new analysis that refers to the old one, which does not change', async () => {
    const { world, driver, id, state } = await beginAnalysis()
    driver.checks.push({ kind: 'failed', error: new AppError('PROVIDER_REJECTED', 'no') })
    await world.run()
    const before = await row(world.tenant, id)
    const key = { analysisId: id, idempotencyKey: 'again' }
    const retried = await world.commands.retry(world.context, key)
    expect(await world.commands.retry(world.context, key)).toBe(retried)
    await world.run()
    expect(await state(retried)).toMatchObject({ status: 'COMPLETED' })
    expect((await row(world.tenant, retried))?.retry_of_id).toBe(id)
    expect(await row(world.tenant, id)).toEqual(before)
    await expect(world.commands.retry(world.context, { analysisId: retried })).rejects.toMatchObject({
      code: 'INVALID_STATE',
    })
  })

  test('an analysis that waits for a password continues with it, and P20 the password is deleted after use', async () => {
    const { world, driver } = begin()
    const { caseId, documentId } = await world.addDocument()
    driver.wantsPassword = true
    const id = await world.start(caseId, documentId, { password: 'wrong' })
    await world.run(1)
    expect(await row(world.tenant, id)).toMatchObject({
      status: 'ACTION_REQUIRED',
      action: { type: 'PROVIDE_PASSWORD', documentIds: [documentId] },
    })
    const sealed = () =>
      database().rows(
        sql`select sealed_password from analysis_documents where tenant_id = ${world.tenant} and analysis_id = ${id}`,
      )
    expect(await sealed()).toEqual([{ sealed_password: null }])
    const documents = [{ documentId, password: 'open sesame' }]
    expect(await world.commands.retry(world.context, { analysisId: id, documents })).toBe(id)
    const [kept] = await sealed()
    expect(kept?.sealed_password).toEqual(expect.any(String))
    expect(Buffer.from(kept?.sealed_password, 'base64').toString()).not.toContain('sesame')
    await world.run()
    expect(driver.passwords).toEqual(['wrong', 'open sesame'])
    expect(await row(world.tenant, id)).toMatchObject({ status: 'COMPLETED', action: null })
    expect(await sealed()).toEqual([{ sealed_password: null }])
  })

  test('the same key and input start one analysis; another input is refused; without a key each request starts a new one', async () => {
    const { world, caseId, documentId } = await beginAnalysis()
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => world.start(caseId, documentId, { idempotencyKey: 'k' })),
    )
    expect(new Set(ids).size).toBe(1)
    await expect(world.start(caseId, documentId, { idempotencyKey: 'k', password: 'x' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
      field: ['idempotencyKey'],
    })
    expect(await world.start(caseId, documentId)).not.toBe(ids[0])
  })

  /** P27: an analysis has a next look exactly until it has ended. */
  async function expectNextLook(world: AnalysisWorld, id: string): Promise<void> {
    const [analysis] = await readAnalyses(database(), wholeTenant(world.tenant), [id])
    if (!analysis) throw new Error('The analysis is gone.')
    expect(analysis.nextCheckAt === null).toBe(isFinal(analysis.status))
    if (analysis.attempts > 0) expect(analysis.obstacle).not.toBeNull()
  }

  test('a copy of a statement is published and marked as a copy of the first', async () => {
    const { world, driver, caseId, documentId } = await beginAnalysis()
    await world.run()
    driver.reference = 'vendor-2'
    await world.start(caseId, documentId)
    await world.run()
    const statements = await database().rows(sql`
      select id, duplicate_of_id from statements where tenant_id = ${world.tenant} order by created_at, collection_id`)
    expect(statements).toHaveLength(2)
    expect(statements.filter(statement => statement.duplicate_of_id !== null)).toHaveLength(1)
    const ids = await database().rows(sql`select distinct id from transactions where tenant_id = ${world.tenant}`)
    // The vendor gives no ids here, so they are made from the document and are the same whenever it is read.
    expect(ids).toHaveLength(5)
  })

  test('P1 P2 P3 P27 in any order of webhooks, polls, crashes and cancellations, an analysis ends exactly once', async () => {
    const actions = fc.constantFrom(
      'webhook',
      'copy',
      'poll',
      'two at once',
      'crash',
      'expire',
      'wait',
      'cancel',
      'run',
      'vendor fails',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(actions, { maxLength: 14 }), async steps => {
        const { world, driver, id } = await beginAnalysis()
        driver.checks.push({ kind: 'running' }, { kind: 'running' })
        let webhooks = 0
        for (const step of steps) {
          await expectNextLook(world, id)
          if (step === 'webhook') await world.webhook(`${id}-${webhooks++} vendor-1`)
          if (step === 'copy') await world.webhook(`${id}-0 vendor-1`)
          if (step === 'poll') await world.look(100)
          if (step === 'two at once') await Promise.all([world.hint(id), world.look(100)])
          if (step === 'crash') driver.crashAtCall = driver.calls.length + 1
          if (step === 'vendor fails')
            driver.checks.unshift({ kind: 'error', error: new AppError('PROVIDER_UNAVAILABLE', 'away') })
          if (step === 'expire') await world.expireClaims()
          if (step === 'wait') world.pass(6_000)
          if (step === 'cancel') await world.commands.cancel(world.context, { analysisId: id }).catch(() => {})
          if (step === 'run') await world.run(1)
        }
        driver.crashAtCall = 0
        world.pass(30_000)
        await world.expireClaims()
        await world.run()
        const events = await world.events(id)
        expect(events.map(event => event.analysisVersion)).toEqual(events.map((_, index) => index + 1))
        expect(events.filter(event => event.analysisStage === 'DONE')).toEqual([events.at(-1)])
        expect(driver.accepted.length).toBeLessThanOrEqual(1)
        expect(driver.mostAtOnce).toBeLessThanOrEqual(1)
      }),
      { numRuns: 8 },
    )
  })
})
