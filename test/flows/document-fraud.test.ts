import { createHash, randomBytes } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Fault } from '../../src/simulation/faults.ts'
import { documentFiles } from '../support/document-files.ts'
import { dumpDatabase } from '../support/dump-database.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import {
  askForAnalysis,
  awaitState,
  createApplicant,
  eraseApplicant,
  finalState,
  openCase,
  readLog,
  startAnalysis,
  uniquePdf,
  uploadDocument,
} from '../support/journey.ts'
import { type Desk, useDesks } from '../support/start-desks.ts'
import { type FraudVendor, startFraudVendor } from '../support/start-vendor.ts'

type FraudDesk = Desk<FraudVendor>

/** The account of the node itself, in synchronous mode. */
let hasty: FraudVendor
const desks = useDesks(
  3,
  () => startFraudVendor(),
  async () => {
    hasty = await startFraudVendor()
    return { ...hasty.variables, FINOVOX_MODE: 'synchronous' }
  },
)
afterAll(() => hasty.stop())

const document = z.object({ id: z.string() })
const decisionShape = z.object({
  status: z.string(),
  fraudRisk: z.string(),
  validation: z.string(),
  providerWords: z.object({
    status: z.string().nullable(),
    fraudRisk: z.string().nullable(),
    validation: z.string().nullable(),
  }),
  consistent: z.boolean(),
  alerts: z.array(
    z.object({
      source: z.string(),
      messages: z.array(z.object({ language: z.string(), text: z.string() })),
      documents: z.array(z.object({ id: z.string(), fileName: z.string() })),
    }),
  ),
  provider: z.object({ id: z.string() }),
  providerReference: z.string().nullable(),
})
const resultShape = z.object({
  decision: decisionShape.nullable(),
  shareUrl: z.string().nullable(),
  riskAssessments: z.array(
    z.object({ kind: z.string(), level: z.string(), signals: z.array(z.object({ code: z.string() })) }),
  ),
  documentResults: z.array(z.object({ status: z.string(), document })),
  error: z.object({ code: z.string(), retryable: z.boolean(), providerCode: z.string().nullable() }).nullable(),
  allowedActions: z.array(z.string()),
  case: z.object({ decision: decisionShape.nullable() }),
})

const readResult = (client: GraphqlClient, id: string) => client.read('analysis', id, resultShape)

const openCaseWith = async (client: GraphqlClient, members: object = {}) =>
  openCase(client, await createApplicant(client), members)

interface Start {
  readonly ofCase?: Record<string, unknown>
  readonly options?: unknown
}

/** A case with one PDF that steers the vendor, and an analysis of it. */
async function start({ client }: Pick<FraudDesk, 'client'>, words: string, { ofCase, options }: Start = {}) {
  const applicantId = await createApplicant(client)
  const caseId = await openCase(client, applicantId, ofCase)
  const uploaded = await uploadDocument(client, caseId, uniquePdf(words))
  const { documentId } = uploaded
  const analysisId = await startAnalysis(client, { caseId, product: 'DOCUMENT_FRAUD', documentId, options })
  return { client, applicantId, caseId, ...uploaded, analysisId }
}

/** Starts an analysis and waits for its end. */
async function analyse(desk: Pick<FraudDesk, 'client'>, words: string, more: Start = {}) {
  const started = await start(desk, words, more)
  const final = await finalState(started.client, started.analysisId)
  return { ...started, ...final, ...(await readResult(started.client, started.analysisId)) }
}

describe.concurrent('a folder of documents', () => {
  test('P14 is sent unchanged under our names with the declared data, and results in a decision', () =>
    desks.use(async desk => {
      const caseId = await openCaseWith(desk.client, {
        useCase: 'rental',
        declared: [{ name: 'Testine' }, { name: 'Testan' }],
      })
      const files = [
        { name: 'Gehaltszettel März.pdf', bytes: uniquePdf('forged non-compliant') },
        { name: 'declaration.json', bytes: uniquePdf() },
        {
          name: 'Ausweis.png',
          bytes: Buffer.concat([documentFiles['image/png'] ?? Buffer.alloc(0), randomBytes(9_000)]),
        },
      ]
      const uploaded: { documentId: string; sha256: string }[] = []
      for (const { name: fileName, bytes } of files)
        uploaded.push(await uploadDocument(desk.client, caseId, bytes, { fileName }))
      const ids = uploaded.map(({ documentId }) => documentId)
      const input = { caseId, product: 'DOCUMENT_FRAUD', documents: ids.map(documentId => ({ documentId })) }
      const id = await startAnalysis(desk.client, input)
      expect(await finalState(desk.client, id)).toMatchObject({ status: 'COMPLETED', error: null })

      const [taken, ...more] = desk.vendor.control.cases().filter(one => one.folder.payload.use_case === 'rental')
      expect(more).toEqual([])
      expect(taken?.folder.documents.map(({ fileName, digest }) => ({ fileName, digest }))).toEqual(
        ids.map((id, index) => ({
          fileName: `${id}.${index === 2 ? 'png' : 'pdf'}`,
          digest: createHash('sha256')
            .update(files[index]?.bytes ?? '')
            .digest('hex'),
        })),
      )
      expect(taken?.folder.forms).toEqual([{ name: 'Testine' }, { name: 'Testan' }])
      expect(taken?.folder.payload).toEqual({
        analyse_type: ['decision', 'explanation'],
        use_case: 'rental',
        asynchronous: true,
      })
      const journal = JSON.stringify(desk.vendor.control.journal)
      for (const { name } of files) expect(journal).not.toContain(name.split('.')[0])

      const { decision, shareUrl, riskAssessments, documentResults, case: ofCase } = await readResult(desk.client, id)
      expect(decision).toMatchObject({
        status: 'REJECTED',
        fraudRisk: 'HIGH',
        validation: 'NON_COMPLIANT',
        providerWords: { status: 'rejected', fraudRisk: 'high', validation: 'non_compliant' },
        consistent: true,
        provider: { id: 'finovox' },
      })
      const sources = decision?.alerts.map(alert => alert.source)
      expect(sources).toEqual(expect.arrayContaining(['FRAUD', 'COMPLIANCE', 'CROSS_DOCUMENT']))
      const across = decision?.alerts.find(alert => alert.source === 'CROSS_DOCUMENT')
      expect(across?.documents).toEqual(ids.map((id, index) => ({ id, fileName: files[index]?.name })))
      for (const { messages } of decision?.alerts ?? [])
        expect(messages.map(message => message.language)).toEqual(['en', 'fr'])
      expect(ofCase.decision).toEqual(decision)
      expect(shareUrl).toBeNull()
      expect(riskAssessments).toMatchObject([{ kind: 'DOCUMENT_FRAUD', level: 'HIGH' }])
      expect(documentResults.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
    }))

  test('has its result at once in synchronous mode, and is never checked', async () => {
    const { status, decision } = await analyse(desks.app(), 'approved')
    expect(status).toBe('COMPLETED')
    expect(decision).toMatchObject({ status: 'APPROVED', fraudRisk: 'LOW', validation: 'COMPLIANT', consistent: true })
    expect(hasty.control.journal.map(({ operation }) => operation)).toEqual(['case'])
  })

  test('with undocumented words is never favourable', () =>
    desks.use(async desk => {
      const { decision, riskAssessments } = await analyse(desk, 'unknown-words')
      expect(decision).toMatchObject({
        status: 'OTHER',
        fraudRisk: 'UNKNOWN',
        validation: 'OTHER',
        providerWords: { status: 'under_review', fraudRisk: 'critical', validation: 'pending' },
        consistent: false,
      })
      expect(riskAssessments).toMatchObject([{ level: 'UNKNOWN' }])
    }))

  test('P20 is shared on request; the password reaches the vendor, but neither log nor database; there are no alerts when options.explanation is false', () =>
    desks.use(async desk => {
      const password = `secret-${randomBytes(8).toString('hex')}`
      const options = { explanation: false, shareLink: { password } }
      const { decision, shareUrl, sha256, analysisId } = await analyse(desk, 'forged', { options })
      expect(decision).toMatchObject({ status: 'REJECTED', alerts: [] })
      expect(shareUrl).toMatch(/\/share\/case-management\//)
      expect((await fetch(shareUrl ?? '')).status).toBe(200)
      const taken = desk.vendor.control
        .cases()
        .find(one => one.folder.documents.some(({ digest }) => digest === sha256))
      expect(taken?.folder.payload.analyse_type).toEqual(['decision', 'share_link'])
      expect(taken?.folder.payload.share_link_settings).toEqual({ access: 'public', password })
      const dump = [...(await dumpDatabase(desks.app().database)).values()].flat().join('\n')
      const log = desks.app().log()
      expect(dump).toContain(analysisId)
      expect(log).toContain('retrieve case')
      for (const secret of [password, shareUrl, desk.vendor.control.account.apiKey]) {
        expect(dump).not.toContain(secret)
        expect(log).not.toContain(secret)
      }
    }))
})

describe.concurrent('a request is refused before anything is sent:', () => {
  test('a type of file that the vendor does not name', () =>
    desks.use(async desk => {
      const caseId = await openCaseWith(desk.client)
      const mediaType = 'application/vnd.oasis.opendocument.text'
      const { documentId, sha256 } = await uploadDocument(
        desk.client,
        caseId,
        documentFiles[mediaType] ?? Buffer.alloc(0),
      )
      const input = { caseId, product: 'DOCUMENT_FRAUD', documents: [{ documentId }] }
      expect(await askForAnalysis(desk.client, input)).toMatchObject({
        done: null,
        userErrors: [{ code: 'DOCUMENT_TYPE_UNSUPPORTED', field: ['documents', '0', 'documentId'] }],
      })
      expect(desk.vendor.foldersOf(sha256)).toEqual({ sent: 0, taken: 0 })
    }))
})

describe.concurrent('a folder without a result', () => {
  test('fails with the reason and is retryable', () =>
    desks.use(async desk => {
      const failed = await analyse(desk, 'failed')
      expect(failed).toMatchObject({
        status: 'FAILED',
        decision: null,
        riskAssessments: [],
        error: { code: 'PROVIDER_REJECTED', retryable: true, providerCode: '500' },
        allowedActions: ['RETRY'],
        case: { decision: null },
      })
    }))

  test('is not requested again after its token was refused, and the key still works', () =>
    desks.use(async desk => {
      const { analysisId, sha256, client } = await start(desk, 'stuck')
      await awaitState(client, analysisId, state => state.status === 'PROCESSING')
      desk.vendor.control.fault('retrieve', { kind: 'answer', status: 401 })
      const error = { code: 'PROVIDER_REJECTED' }
      expect(await finalState(client, analysisId)).toMatchObject({ status: 'FAILED', error })
      expect(desk.vendor.foldersOf(sha256)).toEqual({ sent: 1, taken: 1 })
      for (const { id, finishedAt } of desk.vendor.control.cases())
        if (finishedAt === null) desk.vendor.control.fail(id)
      expect((await analyse(desk, 'approved')).status).toBe('COMPLETED')
    }))
})

test.concurrent('P12 P16 a folder whose outcome is unknown is never sent again automatically, but by retryAnalysis', () =>
  desks.use(async desk => {
    desk.vendor.control.fault('case', { kind: 'html', when: 'after' })
    const { client, analysisId, sha256, status, error, decision } = await analyse(desk, 'approved')
    expect({ status, error, decision }).toMatchObject({
      status: 'FAILED',
      error: { code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true },
      decision: null,
    })
    expect(desk.vendor.foldersOf(sha256)).toEqual({ sent: 1, taken: 1 })
    const retried = await client.mutate('retryAnalysis', { analysisId }, { analysis: document })
    expect(await finalState(client, retried.analysis.id)).toMatchObject({ status: 'COMPLETED' })
    expect(desk.vendor.foldersOf(sha256)).toEqual({ sent: 2, taken: 2 })
  }))

test.concurrent('P12 P16 a folder that was certainly not accepted is sent again and accepted once, and with any answers to its checks the decision is complete', () =>
  desks.use(async desk => {
    const forOneSecond: Fault = { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }
    const met = [
      ...[{ kind: 'answer', status: 500 } as const, { kind: 'answer', status: 500 } as const, forOneSecond].map(fault =>
        desk.vendor.control.fault('case', fault),
      ),
      ...[
        { kind: 'cut-off' } as const,
        forOneSecond,
        { kind: 'answer', status: 200, json: { decision: { status: 7 } } } as const,
        { kind: 'answer', status: 202, json: { status: 'resting' } } as const,
      ].map(fault => desk.vendor.control.fault('retrieve', fault)),
    ].map(fault => fault.met)
    const { status, error, decision, sha256, analysisId, client } = await analyse(desk, 'approved')
    await Promise.all(met)
    expect({ status, error }).toEqual({ status: 'COMPLETED', error: null })
    expect(decision).toMatchObject({ status: 'APPROVED', fraudRisk: 'LOW', validation: 'COMPLIANT' })
    expect(desk.vendor.foldersOf(sha256)).toEqual({ sent: 1, taken: 1 })
    const log = await readLog(client, null, { analysisId })
    expect(log.filter(event => event.type === 'ANALYSIS_COMPLETED')).toHaveLength(1)
  }))

test.concurrent('at most ten folders of an account are at the vendor, and the others follow when one ends', ({
  expect,
}) =>
  desks.use(async desk => {
    const { client } = desk
    const { caseId, documentId, sha256, analysisId } = await start(desk, 'stuck')
    const input = { caseId, product: 'DOCUMENT_FRAUD', documentId }
    const others = await Promise.all(Array.from({ length: 10 }, () => startAnalysis(client, input)))
    const mine = () =>
      desk.vendor.control.cases().filter(one => one.folder.documents.some(({ digest }) => digest === sha256))
    await expect.poll(() => mine().length).toBe(10)
    for (let done = 0; done < 11; done++) {
      await expect.poll(() => mine().some(one => one.state === 'processing')).toBe(true)
      expect(mine().filter(one => one.finishedAt === null).length).toBeLessThanOrEqual(10)
      expect(mine().some(one => one.state === 'queued')).toBe(false)
      desk.vendor.control.answer(mine().find(one => one.state === 'processing')?.id ?? '')
    }
    for (const id of [analysisId, ...others])
      expect(await finalState(client, id)).toMatchObject({ status: 'COMPLETED' })
    expect(mine()).toHaveLength(11)
  }))

test.concurrent('P21 erasing names the remaining data at the vendor by the vendor’s ids', () =>
  desks.use(async desk => {
    const { client, applicantId, documentId } = await analyse(desk, 'forged')
    const { erasure } = await eraseApplicant(client, applicantId)
    expect(erasure).toMatchObject({
      complete: false,
      remaining: [{ provider: { id: 'finovox' }, reason: 'CAPABILITY_UNSUPPORTED' }],
    })
    expect(erasure?.remaining[0]?.references).toContain(`${documentId}.pdf`)
  }))
