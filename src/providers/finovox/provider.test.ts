import { createHash, randomBytes } from 'node:crypto'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { type ConnectedClient, connectClient, submitAll } from '../../../test/support/connect-client.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import type { SubmissionJob } from '../analysis-driver.ts'
import type { Environment } from '../provider.ts'
import { finovox } from './provider.ts'
import { startTestSimulator } from './simulator/start-test-simulator.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function startSimulator() {
  const simulator = await startTestSimulator()
  open.push({ close: () => simulator.stop() })
  return simulator
}

/** The provider with these variables, connected over real HTTP. */
function connect(variables: Environment, now: () => Date): ConnectedClient {
  const client = connectClient(finovox, variables, now)
  open.push(client)
  return client
}

/** A job with a PDF and an image. */
function createJob(words: string): SubmissionJob {
  const pdf = createSubmissionDocument('doc_1', { bytes: Buffer.from(`%PDF-1.7\n% assay-simulate: ${words}\n`) })
  const picture = createSubmissionDocument('doc_2', { bytes: randomBytes(200_000) })
  return {
    ...createSubmissionJob([pdf, { ...picture, fileName: 'doc_2.jpg', mediaType: 'image/jpeg' }]),
    useCase: 'rental',
    declared: [{ name: 'A' }, { name: 'B' }],
  }
}

describe('the provider against its simulator', () => {
  test('P14 a folder gets a decision whose alerts name our documents', async () => {
    const { variables, control, clock } = await startSimulator()
    const { driver } = connect(variables, clock.now)
    const options = { explanation: null, shareLink: { access: null, password: null } }
    const job = { ...createJob('forged'), options }
    const submitted = await submitAll(driver, job)
    const running = await driver.check(submitted, { signal: neverAborted })
    expect(running).toMatchObject({ kind: 'running', providerStage: 'processing', learnt: { references: [/./] } })
    clock.advance(20_000)
    const ready = await driver.check(running.learnt?.checkpoint ?? null, { signal: neverAborted })
    expect(ready).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
    const documents = job.documents.map(({ document }) => document)
    const [findings] = await Array.fromAsync(
      driver.collect({ signal: neverAborted, analysisId: 'ana_1', documents }, ready.learnt?.checkpoint ?? null),
    )
    const [simulated] = control.cases()
    expect(findings?.decision).toMatchObject({
      status: 'REJECTED',
      fraudRisk: 'HIGH',
      consistent: true,
      providerReference: simulated?.runId,
      shareUrl: expect.stringMatching(/^http.*\/share\//),
    })
    const alerts = findings?.decision?.alerts ?? []
    expect(alerts.map(alert => alert.source)).toEqual(expect.arrayContaining(['FRAUD', 'CROSS_DOCUMENT']))
    expect(alerts.find(alert => alert.source === 'CROSS_DOCUMENT')?.documentIds).toEqual(['doc_1', 'doc_2'])
    for (const { messages = [] } of alerts) expect(messages.map(message => message.language)).toEqual(['en', 'fr'])

    const received = simulated?.folder
    expect(received?.forms).toEqual([{ name: 'A' }, { name: 'B' }])
    expect(received?.payload).toMatchObject({ use_case: 'rental', asynchronous: true })
    for (const document of job.documents) {
      const bytes = Buffer.concat(await Array.fromAsync(await document.open()))
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(received?.documents).toContainEqual(expect.objectContaining({ fileName: document.fileName, digest }))
    }
    expect(JSON.stringify(control.journal)).not.toContain('Musterwoman')
  })

  test('a synchronous call returns the result, and no further call is made', async () => {
    const { variables, control, clock } = await startSimulator()
    const { driver } = connect({ ...variables, FINOVOX_MODE: 'synchronous' }, clock.now)
    const submitting = submitAll(driver, createJob('approved'))
    await expect.poll(() => clock.waiting()).toHaveLength(1)
    clock.advance(20_000)
    expect(await driver.check(await submitting, { signal: neverAborted })).toMatchObject({ kind: 'ready' })
    expect(control.journal.map(({ operation }) => operation)).toEqual(['case'])
  })

  test('P16 malformed answers cause a typed error in every call', async () => {
    const { variables, control, clock } = await startSimulator()
    const { driver } = connect(variables, clock.now)
    control.fault('case', { kind: 'wrong-types' })
    await expect(submitAll(driver, createJob('approved'))).rejects.toMatchObject({ code: 'SUBMISSION_OUTCOME_UNKNOWN' })
    const submitted = await submitAll(driver, createJob('approved'))
    clock.advance(20_000)
    control.fault('retrieve', { kind: 'wrong-types' })
    await expect(driver.check(submitted, { signal: neverAborted })).rejects.toMatchObject({
      code: 'PROVIDER_BAD_RESPONSE',
    })
    expect(await driver.check(submitted, { signal: neverAborted })).toMatchObject({ kind: 'ready' })
  })

  test('a result is RESULT_EXPIRED after an hour, unless a check has stored it', async () => {
    const { variables, clock } = await startSimulator()
    const { driver } = connect(variables, clock.now)
    const submitted = await submitAll(driver, createJob('approved'))
    clock.advance(20_000)
    const { learnt } = await driver.check(submitted, { signal: neverAborted })
    clock.advance(60 * 60_000)
    expect(await driver.check(submitted, { signal: neverAborted })).toMatchObject({
      kind: 'failed',
      error: { code: 'RESULT_EXPIRED' },
    })
    expect(await driver.check(learnt?.checkpoint ?? null, { signal: neverAborted })).toMatchObject({ kind: 'ready' })
  })
})
