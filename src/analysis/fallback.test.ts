import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnalysisWorld, testProvider } from '../../test/support/analysis-world.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createScriptedDriver } from '../../test/support/scripted-driver.ts'
import { isFinal } from '../domain/analysis.ts'
import { wholeTenant } from '../domain/reach.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import type { AnalysisDriver } from '../providers/analysis-driver.ts'
import type { ProviderClient } from '../providers/provider.ts'
import { readAnalyses, readRuns } from '../store/analyses.ts'
import { lockErasableRows } from '../store/erasure-rows.ts'
import { sql } from '../store/sql.ts'

const minuteMs = 60_000
const second = 'second-provider'

const fault = (code: ErrorCode) => new AppError(code, `It failed: ${code}.`)
/** A failure after which the next look comes in two minutes. */
const away = (code: ErrorCode) => new AppError(code, 'It is away.', { retryAfterSeconds: 120 })

interface Setting {
  /** Members that replace those of the first provider's driver. */
  readonly first?: Partial<AnalysisDriver>
  readonly next?: Partial<AnalysisDriver>
  readonly erase?: ProviderClient['erase']
  readonly third?: AnalysisDriver
  readonly provider?: string
  readonly password?: string
  readonly bankName?: string
  /** The names in the next provider's list of banks. By default it has no list. */
  readonly nextBanks?: readonly string[]
}

describeOnOneDatabase('fallback', database => {
  let worlds = 0

  async function begin({ first = {}, next = {}, erase, third, provider, password, bankName, nextBanks }: Setting = {}) {
    const name = `fallback-${worlds++}`
    const references = { first: `first-of-${name}`, second: `second-of-${name}` }
    const driver = createScriptedDriver()
    driver.reference = references.first
    const nextDriver = createScriptedDriver()
    nextDriver.reference = references.second
    const world = createAnalysisWorld(database(), { ...driver, ...first }, name, {
      client: erase ? { erase } : {},
      others: {
        [second]: {
          products: { STATEMENT_EXTRACTION: { ...nextDriver, ...next } },
          ...(nextBanks && { banks: { list: async () => nextBanks.map(name => ({ name })) } }),
        },
        ...(third && { third: { products: { STATEMENT_EXTRACTION: third } } }),
      },
    })
    driver.now = nextDriver.now = world.now
    const { caseId, documentId } = await world.addDocument()
    const id = await world.start(caseId, documentId, { provider, password, bankName })
    const { tenant } = world
    return {
      driver,
      next: nextDriver,
      world,
      references,
      id,
      caseId,
      async analysis() {
        const [found] = await readAnalyses(database(), wholeTenant(tenant), [id])
        if (!found) throw new Error('There is no analysis.')
        return found
      },
      async runs(of = id) {
        const runs = (await readRuns(database(), wholeTenant(tenant), [of])).get(of) ?? []
        return runs.map(run => [run.providerId, run.fellBackFrom, run.outcome, run.error?.code ?? null])
      },
      readers: async () =>
        (
          await database().rows<{ provider_id: string }>(sql`
          select distinct provider_id from (
            select provider_id from statements where tenant_id = ${tenant} and current
            union all select provider_id from transactions where tenant_id = ${tenant}
          ) as found order by 1`)
        ).map(row => row.provider_id),
      traces: () =>
        database().transaction(async tx => {
          const [row] = await tx.rows<{ applicant_id: string }>(sql`
            select applicant_id from analyses where tenant_id = ${tenant} and id = ${id}`)
          return (await lockErasableRows(tx, tenant, row?.applicant_id ?? '')).traces
        }),
      /** Looks at due work until the clock has advanced by this time. */
      async runFor(ms: number) {
        const end = world.now().getTime() + ms
        for (;;) {
          const [due] = await world.planned()
          if (!due || due.at.getTime() > end) break
          await world.run(1)
        }
        world.pass(end - world.now().getTime())
      },
    }
  }

  const bySecond = (code: ErrorCode) => [
    [testProvider, null, 'FAILED', code],
    [second, testProvider, 'COMPLETED', null],
  ]

  // Which failures lead to the next provider is tested with judgeFailure.
  test('after a failure that others may not have, the next provider is asked at once, and only its result is shown', async () => {
    const code = 'PROVIDER_QUOTA_EXCEEDED'
    const { driver, world, id, analysis, runs, readers, references } = await begin()
    driver.checks.push({ kind: 'running' }, { kind: 'error', error: fault(code) })
    const asked = world.now().getTime()
    await world.run()
    expect(world.now().getTime() - asked).toBeLessThan(minuteMs)
    expect(await runs()).toEqual(bySecond(code))
    expect(await analysis()).toMatchObject({
      status: 'COMPLETED',
      providerId: second,
      providerReference: references.second,
      error: null,
      obstacle: null,
    })
    expect(await readers()).toEqual([second])
    const found = (await readRuns(database(), wholeTenant(world.tenant), [id])).get(id)
    expect(found?.map(run => run.providerReference)).toEqual([references.first, references.second])
    const events = await world.events(id)
    expect(events.map(event => [event.type, event.analysisStatus, event.analysisStage])).toEqual([
      ['ANALYSIS_QUEUED', 'QUEUED', 'WAITING'],
      ['ANALYSIS_PROGRESSED', 'SUBMITTING', 'UPLOADING'],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 'EXTRACTING'],
      ['ANALYSIS_PROGRESSED', 'QUEUED', 'WAITING'],
      ['ANALYSIS_PROGRESSED', 'SUBMITTING', 'UPLOADING'],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 'EXTRACTING'],
      ['ANALYSIS_PROGRESSED', 'PROCESSING', 'COLLECTING'],
      ['ANALYSIS_COMPLETED', 'COMPLETED', 'DONE'],
    ])
    expect(events.map(event => event.analysisVersion)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('a result of the provider that says BANK_UNDETECTED leads to the next provider too', async () => {
    const { driver, world, runs } = await begin()
    driver.checks.push({ kind: 'failed', error: fault('BANK_UNDETECTED') })
    await world.run()
    expect(await runs()).toEqual(bySecond('BANK_UNDETECTED'))
  })

  test('neither the failure DOCUMENT_EMPTY nor a result that says so leads to another provider', async () => {
    const code = 'DOCUMENT_EMPTY'
    for (const kind of ['error', 'failed'] as const) {
      const { driver, next, world, runs, analysis } = await begin()
      driver.checks.push({ kind, error: fault(code) })
      await world.run()
      expect(await analysis()).toMatchObject({ status: 'FAILED', error: { code } })
      expect(next.calls).toEqual([])
      expect(await runs()).toHaveLength(1)
    }
  })

  test('after ten minutes without an answer, with any of the errors for that, the next provider is asked', async () => {
    const { driver, next, world, runs, runFor, analysis } = await begin()
    const errors = [away('PROVIDER_UNAVAILABLE'), away('PROVIDER_TIMEOUT')]
    driver.checks.push(...Array.from({ length: 100 }, (_, at) => ({ kind: 'error', error: pick(errors, at) }) as const))
    await runFor(7 * minuteMs)
    expect(await analysis()).toMatchObject({ providerId: testProvider, obstacle: { retryable: true } })
    expect(next.calls).toEqual([])
    await runFor(5 * minuteMs)
    await world.run()
    expect(await runs()).toMatchObject([
      [testProvider, null, 'FAILED', expect.stringMatching('PROVIDER_')],
      [second, testProvider, 'COMPLETED', null],
    ])
  })

  test('the ten minutes begin again after an answer', async () => {
    const { driver, next, runFor } = await begin()
    const outage = Array.from({ length: 4 }, () => ({ kind: 'error', error: away('PROVIDER_TIMEOUT') }) as const)
    driver.checks.push(
      ...outage,
      { kind: 'running' },
      ...outage,
      ...Array.from({ length: 100 }, () => ({ kind: 'running' }) as const),
    )
    await runFor(18 * minuteMs)
    expect(driver.calls.filter(call => call === 'check').length).toBeGreaterThan(8)
    expect(next.calls).toEqual([])
  })

  test('a provider that announces an outage of more than ten minutes is not waited for', async () => {
    const { driver, world, runs } = await begin()
    const error = new AppError('PROVIDER_UNAVAILABLE', 'away', { retryAfterSeconds: 3_600 })
    driver.checks.push({ kind: 'error', error })
    await world.run()
    expect(await runs()).toEqual(bySecond('PROVIDER_UNAVAILABLE'))
  })

  test('there is no fallback from a provider that the caller named', async () => {
    const { driver, next, world, analysis, runs } = await begin({ provider: testProvider })
    driver.checks.push({ kind: 'error', error: fault('BANK_UNDETECTED') })
    await world.run()
    expect(await analysis()).toMatchObject({ status: 'FAILED', error: { code: 'BANK_UNDETECTED' } })
    expect(await runs()).toHaveLength(1)
    expect(next.calls).toEqual([])
  })

  test('when no provider is left, the analysis has the error of the first provider', async () => {
    const { driver, next, world, analysis, runs } = await begin()
    driver.checks.push({ kind: 'error', error: fault('BANK_UNDETECTED') })
    next.checks.push({ kind: 'failed', error: fault('PROVIDER_QUOTA_EXCEEDED') })
    await world.run()
    expect(await analysis()).toMatchObject({ status: 'FAILED', error: { code: 'BANK_UNDETECTED' } })
    expect(await runs()).toEqual([
      [testProvider, null, 'FAILED', 'BANK_UNDETECTED'],
      [second, testProvider, 'FAILED', 'PROVIDER_QUOTA_EXCEEDED'],
    ])
  })

  test('an error of the document at the next provider is the error of the analysis', async () => {
    const { driver, next, world, analysis } = await begin()
    driver.checks.push({ kind: 'error', error: fault('BANK_UNDETECTED') })
    next.checks.push({ kind: 'failed', error: fault('DOCUMENT_EMPTY') })
    await world.run()
    expect(await analysis()).toMatchObject({ status: 'FAILED', error: { code: 'DOCUMENT_EMPTY' } })
  })

  test('a provider that does not answer is asked further when no other is left', async () => {
    const { driver, next, world, analysis, runFor } = await begin()
    driver.checks.push({ kind: 'error', error: fault('BANK_UNDETECTED') })
    next.checks.push(...Array.from({ length: 15 }, () => ({ kind: 'error', error: away('PROVIDER_TIMEOUT') }) as const))
    await runFor(20 * minuteMs)
    expect(await analysis()).toMatchObject({ status: 'PROCESSING', obstacle: { code: 'PROVIDER_TIMEOUT' } })
    await world.run()
    expect(await analysis()).toMatchObject({ status: 'COMPLETED', providerId: second })
  })

  test('a provider that does not accept the documents is passed over', async () => {
    const third = createScriptedDriver()
    const accepts = { mediaTypes: ['image/png'], maxBytes: 1_000, maxDocuments: 1 }
    const { driver, next, world, runs } = await begin({ next: { accepts }, third })
    driver.checks.push({ kind: 'error', error: fault('DOCUMENT_IS_IMAGE') })
    await world.run()
    expect(next.calls).toEqual([])
    expect(await runs()).toEqual([
      [testProvider, null, 'FAILED', 'DOCUMENT_IS_IMAGE'],
      ['third', testProvider, 'COMPLETED', null],
    ])
  })

  test.each([
    ['AXIS', 'AXIS'],
    ['HDFC', null],
  ])('the next provider receives a bank name only if its list has it (%s)', async (bankName, given) => {
    const names: (string | null)[] = []
    const recorded = createScriptedDriver()
    const submit: AnalysisDriver['submit'] = (job, checkpoint) => {
      names.push(...job.documents.map(document => document.bankName))
      return recorded.submit(job, checkpoint)
    }
    const { driver, world, runs } = await begin({ bankName, nextBanks: ['AXIS', 'KOTAK'], next: { submit } })
    driver.checks.push({ kind: 'error', error: fault('PROVIDER_QUOTA_EXCEEDED') })
    await world.run()
    expect(await runs()).toEqual(bySecond('PROVIDER_QUOTA_EXCEEDED'))
    expect(new Set(names)).toEqual(new Set([given]))
  })

  test('there is no fallback after collecting a result has begun', async () => {
    const { driver, next, world, analysis } = await begin()
    driver.whileCollecting = async () => {
      throw fault('PROVIDER_QUOTA_EXCEEDED')
    }
    await world.run()
    expect(await analysis()).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_QUOTA_EXCEEDED' } })
    expect(next.calls).toEqual([])
  })

  test('P20 the next provider receives the password while it is stored; after it was deleted, there is no fallback', async () => {
    const whileSubmitting = await begin({ password: 'open sesame' })
    whileSubmitting.next.wantsPassword = true
    whileSubmitting.driver.duringSubmit = async () => {
      throw fault('PROVIDER_FORBIDDEN')
    }
    await whileSubmitting.world.run()
    expect(whileSubmitting.next.passwords).toEqual(['open sesame'])
    expect(await whileSubmitting.runs()).toEqual(bySecond('PROVIDER_FORBIDDEN'))

    const submitted = await begin({ password: 'open sesame' })
    submitted.driver.checks.push({ kind: 'error', error: fault('PROVIDER_FORBIDDEN') })
    await submitted.world.run()
    expect(submitted.next.calls).toEqual([])
    expect(await submitted.analysis()).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_FORBIDDEN' } })
  })

  test('the next provider begins with its own checkpoint, deadline and turns, and without the obstacle', async () => {
    const deadlineMs = 5 * 24 * 3_600_000
    const { driver, world, id, analysis, caseId } = await begin({ first: { maxParallel: 1 }, next: { deadlineMs } })
    const { documentId } = await world.addDocument(caseId)
    driver.checks.push({ kind: 'running' }, { kind: 'error', error: fault('BANK_UNDETECTED') })
    await world.run(2)
    const waiting = await world.start(caseId, documentId)
    await world.look(10)
    expect(await world.work(waiting)).toMatchObject({ turn: 'WAITING' })
    for (;;) {
      await world.run(1)
      if ((await analysis()).providerId === second) break
    }
    expect(await analysis()).toMatchObject({
      status: 'QUEUED',
      stage: 'WAITING',
      providerReference: null,
      obstacle: null,
    })
    expect((await analysis()).deadline.getTime()).toBe(world.now().getTime() + deadlineMs)
    const fresh = { checkpoint: null, turn: null, claim_owner: null, failures: 0, idle_looks: 0, provider_id: second }
    expect(await world.work(id)).toMatchObject(fresh)
    // The other analysis gets the turn that it has released.
    expect((await world.work(waiting))?.due_at.getTime()).toBeLessThanOrEqual(world.now().getTime())
    await world.run()
    const [other] = await readAnalyses(database(), wholeTenant(world.tenant), [waiting])
    expect(other).toMatchObject({ status: 'COMPLETED', providerId: testProvider })
  })

  test('P2 a late webhook of an abandoned run changes nothing', async () => {
    const { driver, next, world, runs, analysis, references } = await begin()
    driver.checks.push({ kind: 'error', error: fault('BANK_UNDETECTED') })
    next.checks.push({ kind: 'running' }, { kind: 'running' })
    await world.run(2)
    expect(await analysis()).toMatchObject({ providerId: second, status: 'QUEUED' })
    const plannedBefore = await world.planned()
    await world.webhook(`${world.tenant}-1 ${references.first}`)
    expect(await world.planned()).toEqual(plannedBefore)
    await world.run(1)
    const submitted = await world.planned()
    expect(submitted).toMatchObject([{ via: 'POLL' }])
    await world.webhook(`${world.tenant}-2 ${references.first}`)
    expect(await world.planned()).toEqual(submitted)
    await world.run()
    expect(await runs()).toEqual(bySecond('BANK_UNDETECTED'))
  })

  test('P3 a worker that has lost its claim asks no other provider', async () => {
    const { driver, next, world, id, runs } = await begin()
    driver.checks.push({ kind: 'error', error: fault('BANK_UNDETECTED') })
    await world.run(1)
    driver.duringCheck = () => world.passClaimsOn('00000000-0000-4000-8000-000000000000')
    await world.run(1)
    expect(await runs()).toEqual([[testProvider, null, null, null]])
    expect(await world.work(id)).toMatchObject({ provider_id: testProvider, checkpoint: expect.any(String) })
    expect(next.calls).toEqual([])
  })

  test('P21 a provider that can delete is asked to delete the data of an abandoned run until it has done so', async () => {
    const erased: (readonly string[])[] = []
    const { driver, world, traces, references } = await begin({
      async erase(references) {
        erased.push(references)
        if (erased.length < 3) throw fault('PROVIDER_UNAVAILABLE')
      },
    })
    driver.checks.push({ kind: 'error', error: fault('PROVIDER_QUOTA_EXCEEDED') })
    await world.run()
    expect(erased).toEqual(Array.from({ length: 3 }, () => [references.first]))
    expect(await world.planned()).toEqual([])
    expect(await traces()).toEqual([
      expect.objectContaining({ providerId: second, references: [references.second] }),
      expect.objectContaining({ providerId: testProvider, references: [references.first], outcomeUnknown: false }),
    ])
  })

  test('P21 a provider that refuses to delete is not asked indefinitely, and its ids stay stored for the erasure', async () => {
    let asked = 0
    const { driver, world, traces, references } = await begin({
      async erase() {
        asked += 1
        throw fault('PROVIDER_UNAUTHORIZED')
      },
    })
    driver.checks.push({ kind: 'error', error: fault('PROVIDER_UNAUTHORIZED') })
    await world.run()
    expect(asked).toBe(1)
    expect(await world.planned()).toEqual([])
    expect((await traces()).map(trace => trace.references)).toEqual([[references.second], [references.first]])
  })

  test('P21 an id that another analysis has too is not deleted with an abandoned run', async () => {
    const erased: string[] = []
    const { driver, world, caseId } = await begin({
      erase: async references => void erased.push(...references),
    })
    await world.run()
    driver.checks.push({ kind: 'error', error: fault('PROVIDER_QUOTA_EXCEEDED') })
    // The vendor recognises the document and answers with the same id.
    const { documentId } = await world.addDocument(caseId)
    const other = await world.start(caseId, documentId)
    await world.run()
    const [analysis] = await readAnalyses(database(), wholeTenant(world.tenant), [other])
    expect(analysis).toMatchObject({ providerId: second, status: 'COMPLETED' })
    expect(erased).toEqual([])
  })

  test('P21 a submission during which the provider stopped answering is reported as unknown', async () => {
    const { driver, runFor, traces } = await begin()
    driver.duringSubmit = async () => {
      throw away('PROVIDER_TIMEOUT')
    }
    await runFor(12 * minuteMs)
    expect(await traces()).toContainEqual(
      expect.objectContaining({ providerId: testProvider, references: [], outcomeUnknown: true }),
    )
  })

  test('a retry begins with the first provider in the order, unless the caller had named one', async () => {
    const { driver, next, world, id, runs } = await begin()
    driver.checks.push({ kind: 'error', error: fault('BANK_UNDETECTED') })
    next.checks.push({ kind: 'failed', error: fault('BANK_UNDETECTED') })
    await world.run()
    const again = await world.commands.retry(world.context, { analysisId: id })
    await world.run()
    expect(await runs(again)).toEqual([[testProvider, null, 'COMPLETED', null]])

    const named = await begin({ provider: second })
    named.next.checks.push({ kind: 'failed', error: fault('BANK_UNDETECTED') })
    await named.world.run()
    const repeated = await named.world.commands.retry(named.world.context, { analysisId: named.id })
    await named.world.run()
    expect(await named.runs(repeated)).toEqual([[second, null, 'COMPLETED', null]])
  })

  test('P1 P2 P3 any order of polls, webhook copies, crashes and fallbacks ends once, with one provider’s result', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('look' as const), at: fc.constant(0) }),
      fc.record({ kind: fc.constant('webhook' as const), at: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ kind: fc.constant('hint' as const), at: fc.constant(0) }),
      fc.record({ kind: fc.constant('crash' as const), at: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('zombie' as const), at: fc.constant(0) }),
    )
    const outcomes = fc.array(
      fc.constantFrom<ErrorCode | null>(
        null,
        'BANK_UNDETECTED',
        'PROVIDER_TIMEOUT',
        'PROVIDER_QUOTA_EXCEEDED',
        'DOCUMENT_EMPTY',
      ),
      { maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), outcomes, outcomes, async (steps, firsts, nexts) => {
        const erased: string[] = []
        const erase = async (references: readonly string[]) => void erased.push(...references)
        const { driver, next, world, id, runs, readers, analysis, references } = await begin({ erase })
        const toCheck = (code: ErrorCode | null) =>
          code === null ? ({ kind: 'running' } as const) : ({ kind: 'error', error: fault(code) } as const)
        driver.checks.push(...firsts.map(toCheck))
        next.checks.push(...nexts.map(toCheck))
        for (const { kind, at } of steps) {
          if (kind === 'crash') {
            driver.crashAtCall = driver.calls.length + at
            next.crashAtCall = next.calls.length + at
          }
          if (kind === 'webhook') {
            const [reference, provider] = at % 2 ? [references.second, second] : [references.first, testProvider]
            await world.webhook(`${world.tenant}-${at} ${reference}`, 'good', provider)
          }
          if (kind === 'hint') await world.hint(id)
          // Another worker takes over while the previous holder of the claim may still be running.
          if (kind === 'zombie') await world.passClaimsOn('00000000-0000-4000-8000-000000000000')
          if (kind === 'look') await world.run(1)
          await world.expireClaims()
        }
        driver.crashAtCall = next.crashAtCall = 0
        await world.run(300)
        const { status, providerId, version } = await analysis()
        expect(isFinal(status)).toBe(true)
        const events = await world.events(id)
        expect(events.filter(event => event.analysisStatus !== null && isFinal(event.analysisStatus))).toHaveLength(1)
        expect(events.map(event => event.analysisVersion)).toEqual(
          Array.from({ length: version }, (_, index) => index + 1),
        )
        const tried = await runs()
        expect(tried.at(-1)?.slice(0, 3)).toEqual([providerId, tried.length === 1 ? null : testProvider, status])
        expect(await readers()).toEqual(status === 'COMPLETED' ? [providerId] : [])
        const isAbandoned = tried.length === 2 && driver.accepted.length > 0
        expect([...new Set(erased)]).toEqual(isAbandoned ? [references.first] : [])
        expect(driver.accepted.length).toBeLessThanOrEqual(1)
        expect(next.accepted.length).toBeLessThanOrEqual(1)
        expect(await world.planned()).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('The list is empty.')
  return item
}
