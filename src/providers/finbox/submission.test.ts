import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectedClient, connectClient, stored } from '../../../test/support/connect-client.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import type { JsonValue } from '../../domain/json.ts'
import type { SubmissionDocument, SubmissionJob } from '../analysis-driver.ts'
import { finbox } from './provider.ts'
import { startTestSimulator, type TestSimulator, toPdf } from './simulator/start-test-simulator.ts'
import { submitUntil } from './testing/submit-until.ts'

let vendor: TestSimulator
let connected: ConnectedClient
beforeEach(async () => {
  vendor = await startTestSimulator()
  connected = connectClient(finbox, vendor.variables, vendor.clock.now)
})
afterEach(async () => {
  await connected.close()
  await vendor.stop()
})

const pdf = (id: string, words = '', more: { password?: string; bankName?: string } = {}): SubmissionDocument => ({
  ...createSubmissionDocument(id, { bytes: Buffer.from(toPdf(words, `% ${id}`)), password: more.password ?? null }),
  bankName: more.bankName ?? null,
})
const jobOf = (...documents: readonly SubmissionDocument[]): SubmissionJob => createSubmissionJob(documents)

const submit = (job: SubmissionJob, from: JsonValue = null) => submitUntil(connected.driver, job, from)

const callsOf = (operation: string) => vendor.control.journal.filter(entry => entry.operation === operation)
const uploads = () => callsOf('upload').map(({ upload }) => upload)
const checkpointOf = (checkpoint: JsonValue) => Object(checkpoint)

/** Announces the first upload and makes it with a fault. @returns the checkpoint before the upload */
async function loseUpload(
  job: SubmissionJob,
  fault: Parameters<TestSimulator['control']['fault']>[1],
): Promise<JsonValue> {
  const announced = await steps(2, job)
  vendor.control.fault('upload', fault)
  await expect(connected.driver.submit(job, announced)).rejects.toMatchObject({ retryable: true })
  return announced
}

/** Takes `count` steps of a submission. @returns the checkpoint */
async function steps(count: number, job: SubmissionJob, from: JsonValue = null): Promise<JsonValue> {
  let checkpoint = from
  for (let done = 0; done < count; done++)
    checkpoint = stored((await connected.driver.submit(job, checkpoint)).checkpoint)
  return checkpoint
}

describe('a submission', () => {
  test('makes one session for the case, uploads each document under our name with its password and bank, and then closes the session', async () => {
    const job = jobOf(
      pdf('doc_1', 'password-sesame', { password: 'sesame' }),
      pdf('doc_2', 'bank-axis', { bankName: 'AXIS' }),
    )
    const step = await submit(job)
    const [session] = vendor.control.sessions()
    expect(vendor.control.sessions()).toHaveLength(1)
    expect(session).toMatchObject({ linkId: 'case_1', from: '2000-01-01', to: '2026-03-04', acceptsAnything: true })
    expect(step).toMatchObject({ kind: 'submitted', references: [session?.id], providerReference: session?.id })
    const common = { sessionId: session?.id, uploadType: 'PDF' }
    expect(uploads()).toMatchObject([
      { ...common, fileName: 'doc_1.pdf', password: 'sesame', bankName: null },
      { ...common, fileName: 'doc_2.pdf', password: null, bankName: 'AXIS' },
    ])
    expect(callsOf('initiate-processing')).toHaveLength(1)
    expect(session?.initiatedAt).not.toBeNull()
    // P20: a checkpoint never contains a password.
    expect(JSON.stringify(step.checkpoint)).not.toContain('sesame')
  })

  test('asks only for the passwords that are missing or wrong, and on resuming uploads only these documents', async () => {
    const job = jobOf(
      pdf('doc_1'),
      pdf('doc_2', 'password-sesame'),
      pdf('doc_3', 'password-open', { password: 'wrong' }),
    )
    const asked = await submit(job)
    expect(asked).toMatchObject({
      kind: 'action-required',
      action: { type: 'PROVIDE_PASSWORD', documentIds: ['doc_2', 'doc_3'], url: null, expiresAt: null },
      documents: ['doc_2', 'doc_3'].map(documentId => ({
        documentId,
        status: 'FAILED',
        error: { code: 'DOCUMENT_PASSWORD_INCORRECT', providerCode: 'PASSWORD_INCORRECT' },
      })),
    })
    expect(callsOf('initiate-processing')).toEqual([])
    // The password is wrong twice more.
    const wrong = jobOf(
      pdf('doc_1'),
      pdf('doc_2', 'password-sesame', { password: 'no' }),
      pdf('doc_3', 'password-open', { password: 'open' }),
    )
    const second = await submit(wrong, asked.checkpoint)
    expect(second).toMatchObject({ kind: 'action-required', action: { documentIds: ['doc_2'] } })
    const third = await submit(wrong, second.checkpoint)
    expect(third).toMatchObject({ kind: 'action-required', action: { documentIds: ['doc_2'] } })
    const right = jobOf(
      pdf('doc_1'),
      pdf('doc_2', 'password-sesame', { password: 'sesame' }),
      pdf('doc_3', 'password-open'),
    )
    expect(await submit(right, third.checkpoint)).toMatchObject({ kind: 'submitted' })
    expect(uploads().map(upload => upload?.fileName)).toEqual([
      'doc_1.pdf',
      'doc_2.pdf',
      'doc_3.pdf',
      'doc_2.pdf',
      'doc_3.pdf',
      'doc_2.pdf',
      'doc_2.pdf',
    ])
    expect(vendor.control.sessions()).toHaveLength(1)
  })

  test('continues with the other documents when some are refused, and fails with the first refusal when all are', async () => {
    const mixed = await submit(jobOf(pdf('doc_1', 'image'), pdf('doc_2'), pdf('doc_3', 'unsupported-format')))
    expect(mixed).toMatchObject({ kind: 'submitted' })
    expect(checkpointOf(mixed.checkpoint).rejections).toMatchObject([
      { documentId: 'doc_1', code: 'DOCUMENT_IS_IMAGE', providerCode: 'PDF_IS_IMAGE' },
      { documentId: 'doc_3', code: 'STATEMENT_UNSUPPORTED_FORMAT' },
    ])
    const closed = callsOf('initiate-processing').length
    expect(await submit(jobOf(pdf('doc_1', 'image'), pdf('doc_2', 'unsupported-format')))).toMatchObject({
      kind: 'failed',
      error: { code: 'DOCUMENT_IS_IMAGE' },
      documents: [
        { documentId: 'doc_1', status: 'FAILED', error: { code: 'DOCUMENT_IS_IMAGE' } },
        { documentId: 'doc_2', status: 'FAILED', error: { code: 'STATEMENT_UNSUPPORTED_FORMAT' } },
      ],
    })
    expect(callsOf('initiate-processing')).toHaveLength(closed)
  })

  test('of 10 documents makes one session with all of them', async () => {
    const job = jobOf(...Array.from({ length: 10 }, (_, index) => pdf(`doc_${index}`, 'empty')))
    expect(await submit(job)).toMatchObject({ kind: 'submitted' })
    const [session, ...others] = vendor.control.sessions()
    expect(others).toEqual([])
    expect(session?.accounts.flatMap(({ statements }) => statements)).toHaveLength(10)
    expect(callsOf('initiate-processing')).toHaveLength(1)
  })

  test('without documents is refused, and no session is closed', async () => {
    await expect(submit(jobOf())).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(callsOf('initiate-processing')).toEqual([])
  })

  test('refuses the second copy of a document as a duplicate', async () => {
    const bytes = Buffer.from(toPdf('account-a'))
    const twice = jobOf(createSubmissionDocument('doc_1', { bytes }), createSubmissionDocument('doc_2', { bytes }))
    const step = await submit(twice)
    expect(checkpointOf(step.checkpoint)).toMatchObject({
      statements: [{ documentId: 'doc_1' }],
      rejections: [{ documentId: 'doc_2', code: 'STATEMENT_DUPLICATE' }],
    })
  })

  test('the error for an unknown bank lists the known ones', async () => {
    const step = await submit(jobOf(pdf('doc_1', '', { bankName: 'BANK_OF_NOWHERE' }), pdf('doc_2')))
    const [rejection] = checkpointOf(step.checkpoint).rejections
    expect(rejection).toMatchObject({ documentId: 'doc_1', code: 'BANK_UNDETECTED' })
    expect(rejection.message).toMatch(/^FinBox does not know the bank that was named. It knows: .*HDFC, /)
  })
})

describe('P12 after an upload whose answer was lost', () => {
  test.each(['reset', 'empty', 'html'] as const)(
    '(%s), the session is asked and the document is not uploaded again',
    async kind => {
      const job = jobOf(pdf('doc_1'), pdf('doc_2'))
      const announced = await loseUpload(job, { kind, when: 'after' })
      const step = await submit(job, announced)
      expect(step).toMatchObject({ kind: 'submitted' })
      expect(uploads()).toHaveLength(2)
      const [session] = vendor.control.sessions()
      const ids = session?.accounts.flatMap(account => account.statements).map(statement => statement.id)
      const { statements } = checkpointOf(step.checkpoint)
      expect(statements.map(({ statementId }: { statementId: string }) => statementId)).toEqual(ids)
    },
  )

  test('and that never arrived, the document is uploaded again', async () => {
    const job = jobOf(pdf('doc_1'))
    const announced = await loseUpload(job, { kind: 'reset' })
    expect(await submit(job, announced)).toMatchObject({ kind: 'submitted' })
    expect(vendor.control.sessions().flatMap(session => session.accounts)).toHaveLength(1)
  })

  test('and that was refused, the document is uploaded again to learn why', async () => {
    const job = jobOf(pdf('doc_1', 'password-sesame'))
    const announced = await loseUpload(job, { kind: 'reset', when: 'after' })
    expect(await submit(job, announced)).toMatchObject({ kind: 'action-required' })
  })

  test('STATEMENT_DUPLICATE means success if the session did not list the statement yet', async () => {
    const job = jobOf(pdf('doc_1'))
    const announced = await loseUpload(job, { kind: 'reset', when: 'after' })
    const text = JSON.stringify({ session_id: 's', upload_status: 'NO UPLOADS', accounts: [] })
    vendor.control.fault('upload-status', { kind: 'answer', status: 200, text })
    const step = await submit(job, announced)
    expect(step).toMatchObject({ kind: 'submitted' })
    expect(checkpointOf(step.checkpoint)).toMatchObject({ statements: [{ documentId: 'doc_1' }], rejections: [] })
  })
})

test.each([400, 409] as const)(
  'closing may be repeated: "started already" with status %i means success',
  async status => {
    vendor.control.client.settings.duplicateProcessingStatus = status
    const job = jobOf(pdf('doc_1'))
    const before = await steps(3, job)
    vendor.control.fault('initiate-processing', { kind: 'html', status: 200, when: 'after' })
    await expect(connected.driver.submit(job, before)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
    expect(await submit(job, before)).toMatchObject({ kind: 'submitted' })
    expect(callsOf('initiate-processing')).toHaveLength(2)
  },
)

describe('a session that expires', () => {
  test.each(['SESSION_EXPIRED', 'SESSION_NOT_FOUND'])(
    'before all documents are in (%s) is replaced once, and all documents are uploaded again',
    async code => {
      const job = jobOf(pdf('doc_1'), pdf('doc_2'))
      const halfway = await steps(3, job)
      const [first] = vendor.control.sessions()
      const text = JSON.stringify({ session_id: '', statement_id: '', error: { code, message: 'No.' } })
      vendor.control.fault('upload', { kind: 'answer', status: 400, text })
      const step = await submit(job, halfway)
      const [, second, ...others] = vendor.control.sessions()
      expect(others).toEqual([])
      expect(step).toMatchObject({
        kind: 'submitted',
        references: [second?.id, first?.id],
        providerReference: second?.id,
      })
      expect(second?.accounts.flatMap(account => account.statements)).toHaveLength(2)
      expect(first?.initiatedAt).toBeNull()
    },
  )

  test('before it is closed is replaced once; the second time the analysis fails', async () => {
    const job = jobOf(pdf('doc_1'))
    const uploaded = await steps(3, job)
    vendor.control.expire(vendor.control.sessions()[0]?.id ?? '')
    const renewed = await steps(4, job, uploaded)
    vendor.control.expire(vendor.control.sessions()[1]?.id ?? '')
    await expect(submit(job, renewed)).rejects.toMatchObject({
      code: 'PROVIDER_SESSION_EXPIRED',
      retryable: true,
    })
    expect(vendor.control.sessions()).toHaveLength(2)
  })

  test('while waiting for a password is replaced each time', async () => {
    const locked = jobOf(pdf('doc_1', 'password-sesame'))
    let { checkpoint } = await submit(locked)
    for (let times = 0; times < 3; times++) {
      vendor.control.expire(vendor.control.sessions().at(-1)?.id ?? '')
      const step = await submit(locked, checkpoint)
      expect(step).toMatchObject({ kind: 'action-required' })
      checkpoint = step.checkpoint
    }
    const right = jobOf(pdf('doc_1', 'password-sesame', { password: 'sesame' }))
    expect(await submit(right, checkpoint)).toMatchObject({ kind: 'submitted' })
  })
})

test('a document that was removed from the analysis is not in the session that is closed', async () => {
  const asked = await submit(jobOf(pdf('doc_1'), pdf('doc_2', 'password-sesame')))
  const other = jobOf(pdf('doc_3'))
  expect(await submit(other, asked.checkpoint)).toMatchObject({ kind: 'submitted' })
  const [first, second] = vendor.control.sessions()
  expect(first?.initiatedAt).toBeNull()
  expect(second?.accounts.flatMap(account => account.statements)).toHaveLength(1)
})

test.each([
  ['trial-expired', 'PROVIDER_QUOTA_EXCEEDED', 'TRIAL_PERIOD_EXPIRED'],
  ['route-not-allowed', 'PROVIDER_FORBIDDEN', '403'],
])('an error about the account makes the analysis fail: %s: %s', async (words, code, providerCode) => {
  await expect(submit(jobOf(pdf('doc_1', words)))).rejects.toMatchObject({ code, providerCode })
})
