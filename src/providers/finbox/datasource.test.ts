import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectedClient, connectClient } from '../../../test/support/connect-client.ts'
import { createSubmissionDocument } from '../../../test/support/submission-job.ts'
import { createFinboxDatasource, type FinboxDatasource } from './datasource.ts'
import { finbox } from './provider.ts'
import type { Operation } from './simulator/control.ts'
import { startTestSimulator, type TestSimulator, toPdf } from './simulator/start-test-simulator.ts'

let vendor: TestSimulator
let connected: ConnectedClient
let datasource: FinboxDatasource
/** A session that is processed, and one that is open. */
let processed: string
let open: string
beforeAll(async () => {
  vendor = await startTestSimulator()
  processed = await vendor.process(toPdf('account-a'))
  open = await vendor.session()
})
// Each test has a connection of its own, because one that fails often is not used for a while.
beforeEach(() => {
  connected = connectClient(finbox, vendor.variables, vendor.clock.now)
  const { apiKey, serverHash } = vendor.control.client
  datasource = createFinboxDatasource({ http: connected.http, credentials: { apiKey, serverHash } })
})
afterEach(() => connected.close())
afterAll(() => vendor.stop())

async function readReport(): Promise<string> {
  let address = ''
  for await (const { value } of datasource.insights(processed, ['$.aggregate_xml_report_url'])) address = `${value}`
  return text((await datasource.report(address, 'application/xml')).body)
}

const calls: readonly (readonly [operation: Operation, call: () => Promise<unknown>])[] = [
  ['create-session', () => datasource.createSession({ linkId: 'case-1', from: '01/01/2025', to: '31/12/2025' })],
  ['upload', () => datasource.upload(open, createSubmissionDocument('doc_1', { bytes: Buffer.from(toPdf('')) }))],
  ['upload-status', () => datasource.uploadedStatements(open)],
  ['initiate-processing', () => datasource.startProcessing(processed)],
  ['progress', () => datasource.progress(processed)],
  ['session-status', () => datasource.sessionStatus(processed)],
  ['insights', () => Array.fromAsync(datasource.insights(processed, ['$.accounts.*.account_id']))],
  ['file', readReport],
  ['catalogue', () => datasource.banks()],
  ['update-webhook', () => datasource.registerWebhook(new URL('https://assay.example/webhooks/finbox/token'))],
  ['delete', () => datasource.deleteSession(open)],
]

/** An answer in place of the vendor's, and the allowed outcomes. `done`: the call succeeds, because it reads nothing of the answer. */
const garbage = [
  ['an HTML page with 200', { kind: 'html', status: 200 }, ['PROVIDER_BAD_RESPONSE']],
  ['an HTML page with 404', { kind: 'html', status: 404 }, ['PROVIDER_REJECTED', 'RESULT_EXPIRED', 'done']],
  ['an empty body with 200', { kind: 'empty', status: 200 }, ['PROVIDER_BAD_RESPONSE', 'done']],
  ['half of the answer', { kind: 'truncated' }, ['PROVIDER_BAD_RESPONSE', 'PROVIDER_REJECTED']],
] as const

describe.each(garbage)('P16 %s', (_, fault, codes) => {
  test.each(calls.filter(([operation]) => operation !== 'file' || fault.kind === 'html'))(
    'in answer to %s has a typed outcome',
    async (operation, call) => {
      const { met } = vendor.control.fault(operation, fault)
      const outcome = await call().then(
        () => 'done',
        error => error.code,
      )
      await met
      expect(codes).toContain(outcome)
    },
  )
})
