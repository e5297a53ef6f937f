import { afterEach, describe, expect, test } from 'vitest'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { type ConnectedClient, connectClient, submitAll } from '../../../test/support/connect-client.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import { compareDecimals, sumDecimals } from '../../domain/decimal.ts'
import { startLoopbackServer } from '../../http/testing/loopback-server.ts'
import { accountKeyOf } from '../account-key.ts'
import type { Findings } from '../findings.ts'
import type { Environment, WebhookRequest } from '../provider.ts'
import { flvxtract } from './provider.ts'
import { startTestSimulator } from './simulator/start-test-simulator.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function startSimulator(webhookUrl: string | null = null) {
  const simulator = await startTestSimulator({ webhookUrl })
  open.push({ close: () => simulator.stop() })
  return simulator
}

/** The provider with these variables, connected over real HTTP. */
function connect(variables: Environment, now: () => Date): ConnectedClient {
  const client = connectClient(flvxtract, variables, now)
  open.push(client)
  return client
}

describe('the provider against its simulator', () => {
  const job = createSubmissionJob([createSubmissionDocument('doc_1'), createSubmissionDocument('doc_2')])

  test.each(['key pair', 'login'])('P15 documents become findings whose sums are exact, by %s', async way => {
    const { variables, control, clock } = await startSimulator()
    const { email, password } = control.organisation
    const { FLVXTRACT_BASE_URL } = variables
    const login = { FLVXTRACT_BASE_URL, FLVXTRACT_EMAIL: email, FLVXTRACT_PASSWORD: password }
    const { driver } = connect(way === 'login' ? login : variables, clock.now)
    for (const _ of job.documents) void control.nextStatement({ outcome: 'completed', reconciles: true })
    const checkpoint = await submitAll(driver, job)
    expect(await driver.check(checkpoint, { signal: neverAborted })).toMatchObject({ kind: 'running' })
    control.expireAccessTokens()
    clock.advance(10_000)
    const ready = await driver.check(checkpoint, { signal: neverAborted })
    expect(ready).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })

    const batches: Findings[] = await Array.fromAsync(
      driver.collect({ signal: neverAborted, analysisId: 'ana_1', documents: [] }, ready.learnt?.checkpoint ?? null),
    )
    const statements = batches.flatMap(batch => batch.statements ?? [])
    const transactions = batches.flatMap(batch => batch.transactions ?? [])
    expect(statements.map(statement => statement.documentId)).toEqual(['doc_1', 'doc_2'])
    expect(batches.flatMap(batch => batch.assessments ?? [])).toHaveLength(2)
    for (const { reference, openingBalance, closingBalance, transactionCount } of statements) {
      const own = transactions.filter(transaction => transaction.statementReference === reference)
      expect(own).toHaveLength(transactionCount ?? Number.NaN)
      const sum = sumDecimals([openingBalance ?? '', ...own.map(transaction => transaction.amount)])
      expect(compareDecimals(sum, closingBalance ?? '')).toBe(0)
    }
  })

  test('P12 an upload whose answer is lost is found in the list and not repeated', async () => {
    const { variables, control, clock } = await startSimulator()
    const { driver } = connect(variables, clock.now)
    const announced = await driver.submit(job, null)
    const fault = control.fault('upload', { kind: 'reset', when: 'after' })
    await expect(driver.submit(job, announced.checkpoint)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    await fault.met
    await submitAll(driver, job, announced.checkpoint)
    const names = control.statements().map(statement => statement.fileName)
    expect(names.sort()).toEqual(['ana_1-doc_1.pdf', 'ana_1-doc_2.pdf'])
  })

  test('P16 malformed answers cause a typed error in every call', async () => {
    const { variables, control, clock } = await startSimulator()
    const { driver } = connect(variables, clock.now)
    const checkpoint = await submitAll(driver, job)
    clock.advance(10_000)
    const { learnt } = await driver.check(checkpoint, { signal: neverAborted })
    const calls = {
      statement: () => driver.check(checkpoint, { signal: neverAborted }),
      analysis: () =>
        Array.fromAsync(
          driver.collect({ signal: neverAborted, analysisId: 'ana_1', documents: [] }, learnt?.checkpoint ?? null),
        ),
    }
    for (const operation of ['statement', 'analysis'] as const) {
      const fault = control.fault(operation, { kind: 'wrong-types' }, 2)
      await expect(calls[operation]()).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
      fault.remove()
    }
  })

  test('P9 its webhooks have a valid signature and name the statement', async () => {
    const arrived = Promise.withResolvers<WebhookRequest>()
    const receiver = await startLoopbackServer((response, { body, message }) => {
      response.end()
      arrived.resolve({ headers: message.headers, body, token: null })
    })
    open.push(receiver)
    const { variables, control, clock } = await startSimulator(receiver.url)
    const { configured, driver } = connect(variables, clock.now)
    await submitAll(driver, createSubmissionJob([createSubmissionDocument('doc_1')]))
    const [statement] = control.statements()
    control.complete(statement?.id ?? '')
    const request = await arrived.promise
    expect(configured.webhook?.verify(request)).toBe(true)
    expect(configured.webhook?.verify({ ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) })).toBe(
      false,
    )
    expect(configured.webhook?.parse(request)).toMatchObject({
      eventType: 'extraction.completed',
      ours: true,
      references: [statement?.id],
    })
  })
})

test('P17 a key pair and a login are different accounts, even with equal texts', () => {
  const keyOf = (variables: Environment) => accountKeyOf(flvxtract, flvxtract.settings.parse(variables))
  const login = { FLVXTRACT_EMAIL: 'one', FLVXTRACT_PASSWORD: 'two' }
  expect(keyOf({ FLVXTRACT_CONSUMER_KEY: 'one', FLVXTRACT_CONSUMER_SECRET: 'two' })).not.toBe(keyOf(login))
})
