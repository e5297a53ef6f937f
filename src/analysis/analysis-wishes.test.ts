import { expect, test } from 'vitest'
import { createAnalysisWorld } from '../../test/support/analysis-world.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createScriptedDriver } from '../../test/support/scripted-driver.ts'
import type { AnalysisOptions } from '../domain/analysis.ts'
import type { AnalysisOptionsInput } from '../domain/commands.ts'
import { wholeTenant } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { AnalysisDriver, AnalysisRequest } from '../providers/analysis-driver.ts'
import { findAnalysisState } from '../store/analysis-life.ts'
import { readDecisionsOfAnalyses, readDecisionsOfCases } from '../store/decisions.ts'
import { readReportsOfAnalyses } from '../store/reports.ts'

const decision = {
  status: 'REJECTED',
  fraudRisk: 'LOW',
  validation: 'COMPLIANT',
  providerWords: { status: 'rejected', fraudRisk: 'low', validation: 'compliant' },
  consistent: false,
  alerts: [
    {
      source: 'FRAUD',
      providerSource: 'fraud',
      messages: [{ language: 'en', text: 'Edited' }],
      documentIds: ['doc_1'],
    },
  ],
  decidedAt: null,
  providerReference: 'run-1',
} as const

describeOnOneDatabase('options of analyses, and decisions', database => {
  let worlds = 0

  function begin(own: Partial<AnalysisDriver> = {}) {
    const wished: AnalysisOptions[] = []
    const scripted = createScriptedDriver()
    const driver: AnalysisDriver = {
      ...scripted,
      options: ['explanation', 'shareLink'],
      submit(job, checkpoint) {
        if (checkpoint !== null) wished.push(job.options)
        return scripted.submit(job, checkpoint)
      },
      ...own,
    }
    const world = createAnalysisWorld(database(), driver, `wishes-${worlds++}`)
    const state = async (id: string) => findAnalysisState(database(), wholeTenant(world.tenant), id)
    async function start(options?: AnalysisOptionsInput) {
      const { caseId, documentId } = await world.addDocument()
      return world.start(caseId, documentId, { options })
    }
    return { world, scripted, wished, state, start }
  }

  test('the provider receives exactly the options of the caller', async () => {
    const { world, wished, start } = begin()
    await start()
    await start({ explanation: false, shareLink: { access: 'public', password: 'open sesame' } })
    await world.run()
    expect(wished).toEqual([
      { explanation: null, shareLink: null },
      { explanation: false, shareLink: { access: 'public', password: 'open sesame' } },
    ])
  })

  test('P20 the password of a share link is stored sealed, and deleted after the submission', async () => {
    const { world, state, start } = begin()
    const id = await start({ shareLink: { password: 'open sesame' } })
    const kept = JSON.stringify((await state(id))?.options)
    expect(kept).toContain('sealedPassword')
    expect(kept).not.toContain('open sesame')
    await world.run()
    expect((await state(id))?.options).toMatchObject({ shareLink: { isProtected: true, sealedPassword: null } })
  })

  test('a retry repeats the options, but requests no protected share link without its password', async () => {
    const { world, scripted, wished, start } = begin()
    scripted.checks.push({ kind: 'failed', error: new AppError('PROVIDER_REJECTED', 'no') })
    const id = await start({ explanation: false, shareLink: { password: 'open sesame' } })
    await world.run()
    await expect(world.commands.retry(world.context, { analysisId: id })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['options'],
    })
    const options = { explanation: false, shareLink: { password: 'another' } }
    await world.commands.retry(world.context, { analysisId: id, options })
    await world.run()
    expect(wished).toEqual([
      { explanation: false, shareLink: { access: null, password: 'open sesame' } },
      { explanation: false, shareLink: { access: null, password: 'another' } },
    ])
  })

  test.each([
    ['an access of several words', { shareLink: { access: 'all of them' } }, ['options', 'shareLink', 'access']],
    ['an empty password', { shareLink: { password: '' } }, ['options', 'shareLink', 'password']],
  ])('%s is refused, and no analysis is started', async (_name, options, field) => {
    const { world, start } = begin()
    await expect(start(options)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field })
    expect(await world.planned()).toEqual([])
  })

  test('an option that the provider does not offer is refused before anything is sent', async () => {
    const { world, start } = begin({ options: ['explanation'] })
    await expect(start({ shareLink: {} })).rejects.toMatchObject({
      code: 'CAPABILITY_UNSUPPORTED',
      field: ['options', 'shareLink'],
    })
    expect(await world.planned()).toEqual([])
  })

  test('a provider may refuse because it needs more data of the applicant', async () => {
    const asked: AnalysisRequest[] = []
    const refuse = (request: AnalysisRequest) => {
      asked.push(request)
      return new AppError('BAD_USER_INPUT', 'A registration is needed.', { field: ['caseId'] })
    }
    const { world, start } = begin({ refuse })
    await expect(start()).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: ['caseId'] })
    expect(asked).toMatchObject([{ applicant: { kind: 'PERSON', registration: null }, documents: [{ byteSize: 5 }] }])
    expect(await world.planned()).toEqual([])
  })

  test('no more analyses run at a vendor account than its limit; the others follow when there is room', async () => {
    let open = 0
    let most = 0
    const { world, start, state } = begin({
      maxParallel: 2,
      async submit(_job, checkpoint) {
        if (checkpoint === null) most = Math.max(most, ++open)
        if (checkpoint === null) return { kind: 'continue', checkpoint: 'announced' }
        return { kind: 'submitted', checkpoint: 'sent', references: [], providerReference: null }
      },
      async check() {
        open -= 1
        return { kind: 'ready', outcome: 'COMPLETED', providerStage: null, documents: [] }
      },
    })
    const ids = await Promise.all([start(), start(), start(), start(), start()])
    await world.run()
    expect(most).toBe(2)
    for (const id of ids) expect(await state(id)).toMatchObject({ status: 'COMPLETED' })
    // No deadline passed while they waited.
    const deadlines = await Promise.all(ids.map(async id => (await state(id))?.deadline.getTime() ?? 0))
    expect(new Set(deadlines).size).toBeGreaterThan(1)
  })

  test('P26 an analysis that waits for a turn says so, and its deadline does not run', async () => {
    const { world, scripted, start, state } = begin({ maxParallel: 1, deadlineMs: 3_600_000 })
    const first = await start()
    scripted.checks.push(...Array.from({ length: 3 }, () => ({ kind: 'running' as const, retryAfterMs: 1_100_000 })))
    await world.run(1)
    const second = await start()
    await world.look(1)
    expect(await state(second)).toMatchObject({
      status: 'QUEUED',
      version: 2,
      obstacle: { code: 'PROVIDER_RATE_LIMITED' },
    })
    while ((await state(first))?.status !== 'COMPLETED') await world.run(1)
    const waited = world.now().getTime()
    // It has waited for most of the time between its start and its deadline.
    world.pass(1_000)
    await world.run(1)
    expect(await state(second)).toMatchObject({ status: 'PROCESSING', obstacle: null })
    expect((await state(second))?.deadline.getTime()).toBeGreaterThan(waited + 3_600_000)
    await world.run()
    expect(await state(second)).toMatchObject({ status: 'COMPLETED' })
  })

  test('a result that comes with the answer to the submission is collected at once, without polling', async () => {
    const { world, state, start } = begin({
      submit: async () => ({
        kind: 'submitted',
        checkpoint: 'the result itself',
        references: [],
        providerReference: null,
        ready: true,
      }),
    })
    const startedAt = world.now()
    const id = await start()
    await world.run()
    expect(await state(id)).toMatchObject({ status: 'COMPLETED' })
    expect(await world.work(id)).toBeUndefined()
    expect(world.now()).toEqual(startedAt)
  })

  test('a decision and its alerts are stored as the provider sent them, and the link that shows them is sealed', async () => {
    const { world, start } = begin({
      async *collect() {
        yield { decision: { ...decision, shareUrl: 'https://vendor.example/share/s3cret' } }
      },
    })
    const id = await start()
    expect(await readDecisionsOfAnalyses(database(), wholeTenant(world.tenant), [id])).toEqual([])
    await world.run()
    const [kept] = await readDecisionsOfAnalyses(database(), wholeTenant(world.tenant), [id])
    expect(kept).toEqual({
      ...decision,
      analysisId: id,
      providerId: 'test-provider',
      decidedAt: world.now(),
      sealedShareUrl: expect.not.stringContaining('s3cret'),
    })
    expect(world.deps.secretBox.open(kept?.sealedShareUrl ?? '')).toBe('https://vendor.example/share/s3cret')
  })

  test('the decision of the analysis that ended last counts for a case', async () => {
    const words: ('APPROVED' | 'OTHER')[] = ['APPROVED', 'OTHER']
    const { world } = begin({
      async *collect() {
        yield { decision: { ...decision, status: words.shift() ?? 'REJECTED', shareUrl: null } }
      },
    })
    const { caseId, documentId } = await world.addDocument()
    for (const status of ['APPROVED', 'OTHER', 'REJECTED']) {
      world.pass(1_000)
      await world.start(caseId, documentId)
      await world.run()
      expect((await readDecisionsOfCases(database(), wholeTenant(world.tenant), [caseId])).get(caseId)).toMatchObject({
        status,
      })
    }
  })

  test('reports are listed in order after the analysis has ended, and not before', async () => {
    const reports = ['rep-b', 'rep-a'].map(reference => ({
      reference,
      name: `${reference}.pdf`,
      mediaType: 'application/pdf',
      createdAt: null,
    }))
    let during = -1
    const { world, start } = begin({
      async *collect(job) {
        yield { reports }
        during = (await readReportsOfAnalyses(database(), wholeTenant(world.tenant), [job.analysisId])).size
      },
    })
    const id = await start()
    await world.run()
    expect(during).toBe(0)
    const listed = (await readReportsOfAnalyses(database(), wholeTenant(world.tenant), [id])).get(id)
    expect(listed?.map(report => [report.ordinal, report.reference])).toEqual([
      [0, 'rep-b'],
      [1, 'rep-a'],
    ])
    expect((await readReportsOfAnalyses(database(), wholeTenant(world.tenant), [id], 1)).get(id)).toHaveLength(1)
  })
})
