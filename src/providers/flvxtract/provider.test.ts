import { expect, onTestFinished, test } from 'vitest'
import { checkOnce, collectAll, connectClient, submitAll } from '../../../test/support/connect-client.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import { compareDecimals, sumDecimals } from '../../domain/decimal.ts'
import { accountKeyOf } from '../account-key.ts'
import type { Environment } from '../provider.ts'
import { flvxtract } from './provider.ts'
import { startTestSimulator } from './simulator/start-test-simulator.ts'

test('P15 documents become findings whose sums are exact, also with a login whose token expires meanwhile', async () => {
  const job = createSubmissionJob([createSubmissionDocument('doc_1'), createSubmissionDocument('doc_2')])
  const { variables, control, clock, stop } = await startTestSimulator()
  onTestFinished(stop)
  const { email, password } = control.organisation
  const { FLVXTRACT_BASE_URL } = variables
  const login = { FLVXTRACT_BASE_URL, FLVXTRACT_EMAIL: email, FLVXTRACT_PASSWORD: password }
  const { driver, close } = connectClient(flvxtract, login, clock.now)
  onTestFinished(close)
  for (const _ of job.documents) void control.nextStatement({ outcome: 'completed', reconciles: true })
  const submitted = await submitAll(driver, job)
  expect((await checkOnce(driver, submitted)).progress).toMatchObject({ kind: 'running' })
  control.expireAccessTokens()
  clock.advance(10_000)
  const { progress, checkpoint } = await checkOnce(driver, submitted)
  expect(progress).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })

  const batches = await collectAll(driver, job, checkpoint)
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

test('P17 a key pair and a login are different accounts, even with equal texts', () => {
  const keyOf = (variables: Environment) => accountKeyOf(flvxtract, flvxtract.settings.parse(variables))
  const login = { FLVXTRACT_EMAIL: 'one', FLVXTRACT_PASSWORD: 'two' }
  expect(keyOf({ FLVXTRACT_CONSUMER_KEY: 'one', FLVXTRACT_CONSUMER_SECRET: 'two' })).not.toBe(keyOf(login))
})
