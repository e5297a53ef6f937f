import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '../../src/store/sql.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import {
  askForAnalysis,
  awaitState,
  createApplicant,
  finalState,
  openCase,
  readLog,
  startAnalysis,
  uniquePdf,
  uploadDocument,
} from '../support/journey.ts'
import { useDesks } from '../support/start-desks.ts'
import { startSessionVendor } from '../support/start-vendor.ts'

const desks = useDesks(3, () => startSessionVendor())
const provider = 'finbox'
const product = 'STATEMENT_EXTRACTION'

interface Asked {
  readonly words?: string
  readonly password?: string
  readonly bankName?: string
}

async function prepare(client: GraphqlClient, ...asked: readonly Asked[]) {
  const applicantId = await createApplicant(client)
  const caseId = await openCase(client, applicantId)
  const documents: { documentId: string; sha256: string }[] = []
  for (const { words } of asked) documents.push(await uploadDocument(client, caseId, uniquePdf(words)))
  const named = asked.map(({ words: _, ...rest }, index) => ({ documentId: documents[index]?.documentId, ...rest }))
  return { applicantId, caseId, documents, input: { caseId, product, provider, documents: named } }
}

async function start(client: GraphqlClient, ...asked: readonly Asked[]) {
  const prepared = await prepare(client, ...asked)
  return { ...prepared, analysisId: await startAnalysis(client, prepared.input) }
}

const id = z.object({ id: z.string() })
const figure = z.object({ name: z.string(), basis: z.string().nullable(), value: z.string() })
const metrics = z.object({ edges: z.array(z.object({ node: figure })) }).describe('names: ["avg_bal"]')
const shape = z.object({
  action: z.object({ type: z.string(), documents: z.array(id) }).nullable(),
  documentResults: z.array(
    z.object({ status: z.string(), document: id, error: z.object({ code: z.string() }).nullable() }),
  ),
  statements: z.array(
    z.object({
      document: id.nullable(),
      account: z.object({ maskedNumber: z.string().nullable() }),
      currency: z.string(),
      transactionCount: z.number().nullable(),
      fraudSignals: z.array(z.object({ code: z.string(), sentiment: z.string() })),
      transactions: z.object({ totalCount: z.number() }),
    }),
  ),
  riskAssessments: z.array(
    z.object({ kind: z.string(), level: z.string(), score: z.object({ value: z.string() }).nullable(), metrics }),
  ),
  reports: z.array(z.object({ name: z.string(), mediaType: z.string(), url: z.string() })),
})

const read = (client: GraphqlClient, analysisId: string) => client.read('analysis', analysisId, shape)

async function givePasswords(client: GraphqlClient, analysisId: string, documents: readonly unknown[]): Promise<void> {
  expect(await client.mutate('retryAnalysis', { analysisId, documents }, {})).toEqual({ userErrors: [] })
}

const tagged = z.object({ tags: z.array(z.object({ name: z.string() })) })
const tagsShape = z.object({
  transactions: z.object({ edges: z.array(z.object({ node: tagged })) }).describe('first: 300'),
})

/** All tags of the applicant's newest transactions. */
async function readTags(client: GraphqlClient, applicantId: string): Promise<readonly string[]> {
  const { transactions } = await client.read('applicant', applicantId, tagsShape)
  return transactions.edges.flatMap(({ node }) => node.tags.map(({ name }) => name))
}

describe.concurrent('statements in a session', () => {
  test('P14 are sent unchanged in one session, and result in statements, tags, figures and reports; the full number of an account is stored only as a number, where a caller needs a scope to see it', () =>
    desks.use(async ({ client, vendor }) => {
      const asked = await start(
        client,
        { words: 'account-a country-in fraud' },
        { words: 'account-a country-in quarter-b' },
      )
      expect(await finalState(client, asked.analysisId)).toMatchObject({
        status: 'COMPLETED',
        stage: 'DONE',
        error: null,
      })
      for (const { sha256 } of asked.documents) {
        const sessions = vendor.sessionsOf(sha256)
        expect(sessions).toHaveLength(1)
        expect(sessions[0]?.statements).toHaveLength(1)
        expect(sessions[0]?.session).toMatchObject({ linkId: asked.caseId, initiatedAt: expect.any(Date) })
      }
      const result = await read(client, asked.analysisId)
      const ids = asked.documents.map(({ documentId }) => documentId)
      expect(result.documentResults).toEqual(ids.map(id => ({ status: 'COMPLETED', document: { id }, error: null })))
      expect(result.statements.map(({ document }) => document?.id).toSorted()).toEqual(ids.toSorted())
      for (const { account, currency, transactionCount, transactions } of result.statements) {
        expect(account.maskedNumber).toMatch(/^\*+\d{4}$/)
        expect(currency).toBe('INR')
        expect(transactions.totalCount).toBe(transactionCount)
      }
      expect(result.statements.flatMap(({ fraudSignals }) => fraudSignals)).toEqual([
        { code: 'author_fraud', sentiment: 'BAD' },
      ])
      const tags = await readTags(client, asked.applicantId)
      expect(tags).toContain('salary')
      expect(tags).toContain('recurring')
      const scored = result.riskAssessments.filter(({ score }) => score !== null)
      expect(scored).toMatchObject([{ kind: 'AFFORDABILITY', level: 'UNKNOWN' }])
      expect(scored[0]?.metrics.edges.length).toBeGreaterThan(5)
      for (const { node } of scored[0]?.metrics.edges ?? []) expect(node.basis).toMatch(/^\d{4}-\d{2}$/)
      expect(result.reports.map(({ name }) => name)).toEqual([
        'finbox-account-1.xlsx',
        'finbox-session.xlsx',
        'finbox-session.xml',
      ])
      const file = await fetch(result.reports[0]?.url ?? '')
      expect({ status: file.status, type: file.headers.get('content-type') }).toEqual({
        status: 200,
        type: result.reports[0]?.mediaType,
      })
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK')

      const { database } = desks.app()
      const [statement] = await database.acrossTenants<{ number: string }>(sql`
        select account->>'accountNumber' as number from statements where applicant_id = ${asked.applicantId} limit 1`)
      expect(statement?.number).toMatch(/^\d{9,}$/)
      const found = await database.acrossTenants<{ place: string }>(sql`
        select place from (
          select 'figure ' || name as place, to_jsonb(f)::text as content from risk_metrics f
          union all select 'assessment', to_jsonb(r)::text from risk_assessments r
          union all select 'statement', (to_jsonb(s) - 'account')::text from statements s
          union all select 'transaction', to_jsonb(t)::text from transactions t
          union all select 'analysis', to_jsonb(a)::text from analyses a
          union all select 'report', to_jsonb(p)::text from reports p
          union all select 'event', to_jsonb(e)::text from events e
        ) as kept where strpos(content, ${statement?.number ?? ''}) > 0`)
      expect(found).toEqual([])
    }))

  test('P20 a missing password is requested, and resuming uploads only that document', () =>
    desks.use(async ({ client, vendor }) => {
      const asked = await start(client, {}, { words: 'password-sesame' })
      await awaitState(client, asked.analysisId, ({ status }) => status === 'ACTION_REQUIRED')
      const [, locked] = asked.documents
      const waiting = await read(client, asked.analysisId)
      expect(waiting.action).toEqual({ type: 'PROVIDE_PASSWORD', documents: [{ id: locked?.documentId }] })
      expect(waiting.documentResults.map(({ status, error }) => [status, error?.code])).toEqual([
        ['PENDING', undefined],
        ['FAILED', 'DOCUMENT_PASSWORD_INCORRECT'],
      ])
      await givePasswords(client, asked.analysisId, [{ documentId: locked?.documentId, password: 'sesame' }])
      expect(await finalState(client, asked.analysisId)).toMatchObject({ status: 'COMPLETED' })
      expect((await read(client, asked.analysisId)).documentResults.map(({ status }) => status)).toEqual([
        'COMPLETED',
        'COMPLETED',
      ])
      const uploads = vendor.control.journal.filter(({ upload }) =>
        asked.documents.some(one => one.sha256 === upload?.digest),
      )
      expect(uploads.map(({ upload }) => upload?.password)).toEqual([null, null, 'sesame'])
      expect(
        (await readLog(client, null, { analysisId: asked.analysisId }))
          .map(({ type }) => type)
          .filter(type => type === 'ANALYSIS_COMPLETED'),
      ).toHaveLength(1)
    }))

  test('a refused document fails alone, and the analysis is PARTIAL', () =>
    desks.use(async ({ client }) => {
      const asked = await start(client, {}, { words: 'image' })
      expect(await finalState(client, asked.analysisId)).toMatchObject({ status: 'PARTIAL' })
      const { documentResults, statements } = await read(client, asked.analysisId)
      expect(documentResults.map(({ status, error }) => [status, error?.code])).toEqual([
        ['COMPLETED', undefined],
        ['FAILED', 'DOCUMENT_IS_IMAGE'],
      ])
      expect(statements).toHaveLength(1)
    }))

  test('an unknown bank name is refused with the nearest names before anything is sent; a known one is accepted; an account without transactions has a statement without transactions', () =>
    desks.use(async ({ client, vendor }) => {
      const { input } = await prepare(client, { bankName: 'HFDC' })
      const { done, userErrors } = await askForAnalysis(client, input)
      expect(done).toBeNull()
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['documents', '0', 'bankName'] }])
      expect(userErrors[0]?.message).toContain('The nearest names: HDFC (HDFC Bank), ')
      // Without a named provider, every eligible provider is considered.
      const { provider: _, ...open } = input
      expect((await askForAnalysis(client, open)).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
      const known = await start(client, { words: 'bank-undetected empty', bankName: 'AXIS' })
      expect(await finalState(client, known.analysisId)).toMatchObject({ status: 'COMPLETED', error: null })
      expect((await read(client, known.analysisId)).statements).toMatchObject([
        { transactionCount: 0, transactions: { totalCount: 0 } },
      ])
      expect(vendor.control.journal.filter(({ upload }) => upload?.bankName === 'HFDC')).toEqual([])
    }))

  test('no document, more than 40, and one of 60 MB are refused before anything is sent', () =>
    desks.use(async ({ client, vendor }) => {
      const calls = vendor.control.journal.length
      const { caseId, input } = await prepare(client, {})
      const [given] = input.documents
      // Only what is known about them counts, so they are not uploaded.
      const copies = await desks.app().database.acrossTenants<{ id: string }>(sql`
        insert into documents select (jsonb_populate_record(d, jsonb_build_object('id', d.id || '-' || n))).*
        from documents d, generate_series(1, 40) n where d.id = ${given?.documentId ?? ''} returning id`)
      const many = [given, ...copies.map(({ id }) => ({ documentId: id }))]
      for (const documents of [[], many])
        expect((await askForAnalysis(client, { ...input, documents })).userErrors).toMatchObject([
          { code: 'BAD_USER_INPUT', field: ['documents'] },
        ])
      await desks.app().database.acrossTenants(sql`
        update documents set byte_size = 60000000 where case_id = ${caseId}`)
      expect((await askForAnalysis(client, input)).userErrors).toMatchObject([
        { code: 'DOCUMENT_TOO_LARGE', field: ['documents', '0', 'documentId'] },
      ])
      expect(vendor.control.journal).toHaveLength(calls)
    }))

  test('P2 P9 webhooks of all three kinds arrive at the address with the token, and copies count once', () =>
    desks.use(async ({ client, vendor }) => {
      const { control } = vendor
      const asked = await start(client, { words: 'password-sesame stuck' })
      const status = (wanted: string) => awaitState(client, asked.analysisId, analysis => analysis.status === wanted)
      await status('ACTION_REQUIRED')
      const ofCase = () => control.sessions().filter(({ linkId }) => linkId === asked.caseId)
      control.expire(ofCase()[0]?.id ?? '')
      await control.webhooks.idle()
      await givePasswords(client, asked.analysisId, [
        { documentId: asked.documents[0]?.documentId, password: 'sesame' },
      ])
      await status('PROCESSING')
      const [expired, closed] = ofCase()
      control.finish(closed?.id ?? '')
      await control.webhooks.idle()
      expect(await finalState(client, asked.analysisId)).toMatchObject({ status: 'COMPLETED' })

      const ids = [expired?.id ?? '', closed?.id ?? '']
      const attempts = control.webhooks.attempts.filter(({ body }) => ids.some(id => body.includes(id)))
      expect(attempts.map(({ eventType, status: answer }) => [eventType, answer]).toSorted()).toEqual([
        ['ENRICHMENT_NOTIFICATION', 200],
        ['SESSION_EXPIRY_NOTIFICATION', 200],
        ['SESSION_REQUIREMENT_COMPLETION_NOTIFICATION', 200],
      ])
      const body = attempts.find(({ eventType }) => eventType === 'ENRICHMENT_NOTIFICATION')?.body
      const copies = await control.webhooks.emit({ body, copies: 3 })
      expect(copies.map(copy => copy.status)).toEqual([200, 200, 200])
      const address = control.webhooks.url ?? ''
      const forged = await fetch(address.slice(0, -1), { method: 'POST', body: body ?? '' })
      expect(forged.status).toBe(401)
      const notices = await desks.app().database.acrossTenants<{ event_type: string; told: number }>(sql`
        select event_type, count(*)::integer as told from webhook_notices where vendor_references && ${ids} group by 1 order by 1`)
      expect(notices).toEqual([
        { event_type: 'ENRICHMENT_NOTIFICATION', told: 1 },
        { event_type: 'SESSION_EXPIRY_NOTIFICATION', told: 1 },
        { event_type: 'SESSION_REQUIREMENT_COMPLETION_NOTIFICATION', told: 1 },
      ])
      const log = await readLog(client, null, { analysisId: asked.analysisId })
      expect(log.filter(({ type }) => type === 'ANALYSIS_COMPLETED')).toHaveLength(1)
      expect(log.at(-1)?.type).toBe('ANALYSIS_COMPLETED')
    }))

  test('P16 the result is complete although every call is answered once with something else', () =>
    desks.use(async ({ client, vendor }) => {
      const met = [
        vendor.control.fault('insights', { kind: 'truncated' }),
        vendor.control.fault('session-status', { kind: 'wrong-types' }),
        vendor.control.fault('progress', { kind: 'html', status: 200 }),
        vendor.control.fault('create-session', { kind: 'empty', when: 'after' }),
        vendor.control.fault('upload', { kind: 'reset', when: 'after' }),
        vendor.control.fault('initiate-processing', { kind: 'reset', when: 'after' }),
      ].map(fault => fault.met)
      const asked = await start(client, {})
      expect(await finalState(client, asked.analysisId)).toMatchObject({ status: 'COMPLETED', error: null })
      await Promise.all(met)
      const closed = vendor.sessionsOf(asked.documents[0]?.sha256 ?? '')
      expect(closed).toHaveLength(1)
      expect(closed[0]?.statements).toHaveLength(1)
      expect((await read(client, asked.analysisId)).statements).toHaveLength(1)
    }))
})
