import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import type { Findings } from '../../src/providers/findings.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { dumpDatabase } from '../support/dump-database.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import {
  announceDocument,
  createApplicant,
  eraseApplicant,
  finalState,
  followAnalysis,
  openCase,
  prepareCase,
  readLog,
  startAnalysis,
  uniquePdf,
} from '../support/journey.ts'
import { createMemoryProvider, type MemoryProvider } from '../support/memory-provider.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

/** A unique text that occurs only where this test puts it. */
const mark = (what: string) => `marked-${what}-${randomUUID()}`

const done = { erasure: { complete: true, remaining: [] }, userErrors: [] }
const nobody = {
  erasure: null,
  userErrors: [{ code: 'NOT_FOUND', message: expect.any(String), field: ['applicantId'] }],
}

describeOnOneDatabase('P21 erasing an applicant', database => {
  const words = {
    holder: mark('holder'),
    account: mark('account'),
    bank: mark('bank'),
    description: mark('description'),
    counterparty: mark('counterparty'),
    category: mark('category'),
    tag: mark('tag'),
    signal: mark('signal'),
    metric: mark('metric'),
    movement: mark('movement'),
    alert: mark('alert'),
    report: mark('report'),
  }
  let keeper: MemoryProvider
  let eraser: MemoryProvider
  let app: AppOnDatabase
  let client: GraphqlClient

  beforeAll(async () => {
    keeper = createMemoryProvider('keeper', { findings: (reference, id) => findingsOf(reference, id, words) })
    eraser = createMemoryProvider('eraser', {
      erases: true,
      findings: (reference, id) => findingsOf(reference, id, words),
    })
    app = await startAppOn(database(), [keeper.provider, eraser.provider])
    client = app.client(tenantKeys.acme)
  })
  afterAll(() => app.stop())
  beforeEach(() => {
    for (const vendor of [keeper, eraser]) {
      vendor.beforeKeeping = vendor.afterKeeping = vendor.whileCollecting = vendor.beforeErasing = async () => {}
      vendor.progress = { kind: 'ready', outcome: 'COMPLETED', providerStage: null, documents: [] }
    }
  })

  const start = (caseId: string, documentId: string, provider: string) =>
    startAnalysis(client, { caseId, documentId, provider })

  /** Reads all tables and files. @returns a function that finds the places of a text in them */
  async function look(): Promise<(text: string) => string[]> {
    const [dump, files] = await Promise.all([dumpDatabase(database()), app.files()])
    return text => [
      ...[...dump].filter(([, rows]) => rows.some(row => row.includes(text))).map(([name]) => name),
      ...[...files].filter(([path, bytes]) => path.includes(text) || bytes.includes(text)).map(() => 'a file'),
    ]
  }
  const placesOf = async (text: string) => (await look())(text)

  test('P21 leaves no given, uploaded or found data in any table or file', async () => {
    const told = {
      reference: mark('reference'),
      name: mark('name'),
      registration: mark('registration'),
      caseReference: mark('case'),
      useCase: mark('use'),
      declared: mark('declared'),
      file: mark('file'),
      waitingFile: mark('waiting'),
      rejectedFile: mark('rejected'),
      bytes: mark('bytes'),
      issuer: mark('issuer'),
      key: mark('key'),
      caseKey: mark('casekey'),
      documentKey: mark('documentkey'),
      analysisKey: mark('analysiskey'),
      customer: mark('customer'),
      consentKey: mark('consentkey'),
    }
    const applicantId = await createApplicant(client, {
      kind: 'COMPANY',
      reference: told.reference,
      displayName: told.name,
      registration: { scheme: 'OTHER', value: told.registration },
      idempotencyKey: told.key,
    })
    const caseId = await openCase(client, applicantId, {
      reference: told.caseReference,
      useCase: told.useCase,
      declared: { income: [told.declared] },
      idempotencyKey: told.caseKey,
    })
    const announced = await announceDocument(client, { caseId, fileName: told.file, idempotencyKey: told.documentKey })
    const documentId = announced.document?.id ?? ''
    const pdf = Buffer.concat([uniquePdf(), Buffer.from(`% ${told.bytes}\n`)])
    await fetch(announced.upload?.url ?? '', { method: 'PUT', body: new Uint8Array(pdf) })
    await announceDocument(client, { caseId, fileName: told.waitingFile })
    const rejected = await announceDocument(client, { caseId, fileName: told.rejectedFile })
    await fetch(rejected.upload?.url ?? '', { method: 'PUT', body: 'this is no document' })

    const input = {
      caseId,
      provider: 'eraser',
      documents: [{ documentId, bankName: told.issuer, password: 'open sesame' }],
      idempotencyKey: told.analysisKey,
    }
    const complete = await startAnalysis(client, input)
    expect(await finalState(client, complete)).toMatchObject({ status: 'COMPLETED' })
    const invited = await client.mutate(
      'requestConsent',
      { caseId, provider: 'eraser', customerName: told.customer, idempotencyKey: told.consentKey },
      { consent: z.object({ joinUrl: z.string() }) },
    )
    expect(invited.consent.joinUrl).toContain(told.customer)
    // Another one keeps running.
    eraser.progress = { kind: 'running', stage: 'EXTRACTING', providerStage: null, retryAfterMs: 3_600_000 }
    const running = await start(caseId, documentId, 'eraser')
    const following = followAnalysis(client, running)
    await following.until(analysis => analysis.status === 'PROCESSING')
    const references = [...eraser.kept]
      .filter(([, [bytes]]) => bytes?.includes(told.bytes))
      .map(([reference]) => reference)
    expect(references).toHaveLength(2)
    const invitation = [...eraser.kept].find(([, [bytes]]) => bytes?.includes(told.customer))?.[0] ?? ''
    references.push(invitation)
    const noticed = await fetch(`${app.url}/webhooks/eraser`, {
      method: 'POST',
      headers: { signature: 'good' },
      body: JSON.stringify({ id: 'notice-1', references }),
    })
    expect(noticed.status).toBe(200)

    const everything = { ...told, ...words }
    const before = await look()
    for (const [what, text] of Object.entries(everything)) expect([what, before(text)]).not.toEqual([what, []])
    expect(before(references[0] ?? '')).toContain('public.webhook_notices')

    expect(await eraseApplicant(client, applicantId)).toEqual(done)

    const after = await look()
    for (const [what, text] of Object.entries(everything)) expect([what, after(text)]).toEqual([what, []])
    for (const reference of references) {
      expect(after(reference)).toEqual([])
      expect(eraser.kept.has(reference)).toBe(false)
    }
    // Its ids stay in the event log and in the record of the erasure.
    const dump = await dumpDatabase(database())
    const rest = [...dump].filter(([, rows]) => rows.some(row => row.includes(applicantId))).map(([name]) => name)
    expect(rest).toEqual(['public.erasures', 'public.events'])
    expect([...dump.values()].flat().filter(row => row.includes(documentId)).length).toBeGreaterThan(0)
    expect((await app.files()).size).toBe(0)
    expect(await following.until()).toMatchObject([{ status: 'CANCELLED', stage: 'DONE' }])
  })

  test('P21 the test lists for every table whether its rows are deleted', async () => {
    const tables = [...(await dumpDatabase(database())).keys()].filter(name => name.startsWith('public.'))
    const erased = [
      'analyses',
      'analysis_documents',
      'analysis_references',
      'analysis_runs',
      'applicants',
      'cases',
      'collections',
      'applicant_answers',
      'bank_accounts',
      'bank_logins',
      'bank_sessions',
      'bank_users',
      'consents',
      'decisions',
      'documents',
      'duplicate_transactions',
      'idempotency_keys',
      'reports',
      'risk_metrics',
      'risk_assessments',
      'shipments',
      'staged_transactions',
      'statements',
      'transactions',
      'unowned_blobs',
      'webhook_notices',
      'work',
    ]
    // No personal data, only ids.
    const kept = [
      'sandbox_clock',
      'erasure_remainders',
      'erasures',
      'events',
      'provider_budgets',
      'provider_health',
      'schema_migrations',
      'tenants',
      'vendor_answers',
    ]
    const known = [...erased, ...kept].map(name => `public.${name}`)
    const unknown = tables.filter(name => !known.includes(name))
    expect(unknown, 'eraseApplicant (src/store/erasure-rows.ts) must handle new tables').toEqual([])
    expect(known.filter(name => !tables.includes(name))).toEqual([])
  })

  test('P21 the log has the cancellations and then the erasure, and its events have no objects', async () => {
    keeper.progress = { kind: 'running', stage: 'EXTRACTING', providerStage: null, retryAfterMs: 3_600_000 }
    const { applicantId, caseId, documentId } = await prepareCase(client)
    const analysisId = await start(caseId, documentId, 'keeper')
    await followAnalysis(client, analysisId).until(analysis => analysis.status === 'PROCESSING')
    const ofCase = client.follow('caseUpdated', caseId, z.object({ id: z.string() }))
    await ofCase.next()
    await eraseApplicant(client, applicantId)
    expect(await ofCase.until()).toEqual([])

    const log = await readLog(client, null, { applicantId })
    expect(log.map(event => event.type)).toEqual([
      'APPLICANT_CREATED',
      'CASE_OPENED',
      'DOCUMENT_STORED',
      'ANALYSIS_QUEUED',
      'ANALYSIS_PROGRESSED',
      'ANALYSIS_PROGRESSED',
      'ANALYSIS_CANCELLED',
      'APPLICANT_ERASED',
    ])
    const about = 'applicant { id } case { id } analysis { id } document { id } analysisStatus'
    const { data } = await client.answer(
      `query ($id: ID!) { events(filter: { applicantId: $id }, first: 500) { edges { node { ${about} } } } }`,
      { id: applicantId },
    )
    const nodes = z.object({ events: z.object({ edges: z.array(z.object({ node: z.unknown() })) }) }).parse(data)
    const nothing = { applicant: null, case: null, analysis: null, document: null }
    expect(nodes.events.edges.map(edge => edge.node)).toEqual(log.map(() => expect.objectContaining(nothing)))
    expect(nodes.events.edges.at(-2)?.node).toEqual({ ...nothing, analysisStatus: 'CANCELLED' })
  })

  test('P21 data that a vendor cannot delete is reported with its ids by each mutation', async () => {
    const { applicantId, caseId, documentId } = await prepareCase(client)
    await finalState(client, await start(caseId, documentId, 'keeper'))
    const reference = [...keeper.kept.keys()].at(-1)
    const left = {
      erasure: {
        complete: false,
        remaining: [{ provider: { id: 'keeper' }, reason: 'CAPABILITY_UNSUPPORTED', references: [reference] }],
      },
      userErrors: [],
    }
    expect(await eraseApplicant(client, applicantId)).toEqual(left)
    expect(await eraseApplicant(client, applicantId)).toEqual(left)
  })

  test('P21 a deletion that failed at a vendor is tried again by the next mutation', async () => {
    const { applicantId, caseId, documentId } = await prepareCase(client)
    await finalState(client, await start(caseId, documentId, 'eraser'))
    const reference = [...eraser.kept.keys()].at(-1) ?? ''
    eraser.beforeErasing = async () => {
      throw new AppError('PROVIDER_UNAVAILABLE', 'down')
    }
    expect(await eraseApplicant(client, applicantId)).toMatchObject({
      erasure: { remaining: [{ provider: { id: 'eraser' }, reason: 'PROVIDER_UNAVAILABLE', references: [reference] }] },
    })
    expect(eraser.kept.has(reference)).toBe(true)
    eraser.beforeErasing = async () => {}
    expect(await eraseApplicant(client, applicantId)).toEqual(done)
    expect(eraser.kept.has(reference)).toBe(false)
    expect(await eraseApplicant(client, applicantId)).toEqual(done)
  })

  test('P21 an unknown applicant and one of another tenant are NOT_FOUND, and nothing is deleted', async () => {
    const { applicantId } = await prepareCase(client)
    await app.settled()
    const rows = async () => [...(await dumpDatabase(database()))].filter(([name]) => name.startsWith('public.'))
    const before = await rows()
    expect(await eraseApplicant(client, 'app_01kb0000000000000000000000')).toEqual(nobody)
    expect(await eraseApplicant(app.client(tenantKeys.globex), applicantId)).toEqual(nobody)
    expect(await rows()).toEqual(before)
    await eraseApplicant(client, applicantId)
    expect(await eraseApplicant(app.client(tenantKeys.globex), applicantId)).toEqual(nobody)
  })

  test('P21 the reference can be used again', async () => {
    const input = { kind: 'PERSON', reference: 'number-seven', idempotencyKey: 'number-seven' }
    const first = await createApplicant(client, input)
    await eraseApplicant(client, first)
    expect(await createApplicant(client, input)).not.toBe(first)
  })

  test('P21 an upload that ends after the erasure is refused as unknown and leaves no bytes', async () => {
    const { applicantId, caseId } = await prepareCase(client)
    const bytes = mark('late')
    const { upload } = await announceDocument(client, { caseId, fileName: 'late.pdf' })
    const sending = request(upload?.url ?? '', { method: 'PUT' })
    sending.write(`%PDF-1.7\n${bytes}`.padEnd(200_000, 'x'))
    const isThere = async () => [...(await app.files()).values()].some(file => file.includes(bytes))
    await expect.poll(isThere, { interval: 5 }).toBe(true)
    expect(await eraseApplicant(client, applicantId)).toEqual(done)
    expect(await placesOf(bytes)).toEqual([])
    sending.end('%%EOF')
    const [answer] = await once(sending, 'response')
    expect(JSON.parse(String(await buffer(answer)))).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(answer.statusCode).toBe(404)
    expect(await placesOf(bytes)).toEqual([])
    expect((await dumpDatabase(database())).get('public.unowned_blobs')).toEqual([])
  })

  test('P21 a worker that is collecting a result publishes nothing and leaves nothing', async () => {
    const { applicantId, caseId, documentId } = await prepareCase(client)
    const logged = app.log().length
    const collecting = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    eraser.whileCollecting = async () => {
      collecting.resolve()
      await goOn.promise
    }
    const analysisId = await start(caseId, documentId, 'eraser')
    const following = followAnalysis(client, analysisId)
    await collecting.promise
    expect(await eraseApplicant(client, applicantId)).toEqual(done)
    goOn.resolve()
    expect((await following.until()).at(-1)).toMatchObject({ status: 'CANCELLED' })
    await app.settled()
    const dump = await dumpDatabase(database())
    const rest = [...dump].filter(([, rows]) => rows.some(row => row.includes(applicantId))).map(([name]) => name)
    expect(rest).toEqual(['public.erasures', 'public.events'])
    const log = await readLog(client, null, { applicantId })
    expect(log.at(-1)?.type).toBe('APPLICANT_ERASED')
    // Nothing failed, so no warning or error is logged.
    expect(app.log().slice(logged)).not.toMatch(/"level":[456]0/)
  })

  test('P21 data that is being sent to a vendor is reported as unknown, and deleted when its id is known', async () => {
    const { applicantId, caseId, documentId } = await prepareCase(client)
    const handing = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    eraser.afterKeeping = async () => {
      handing.resolve()
      await goOn.promise
    }
    await start(caseId, documentId, 'eraser')
    await handing.promise
    const unsure = { provider: { id: 'eraser' }, reason: 'SUBMISSION_OUTCOME_UNKNOWN', references: [] }
    expect(await eraseApplicant(client, applicantId)).toEqual({
      erasure: { complete: false, remaining: [unsure] },
      userErrors: [],
    })
    goOn.resolve()
    const reference = [...eraser.kept.keys()].at(-1) ?? ''
    await expect.poll(() => eraseApplicant(client, applicantId)).toEqual(done)
    expect(eraser.kept.has(reference)).toBe(false)
  })

  test('P21 a parallel mutation either comes before the erasure or gets NOT_FOUND', async () => {
    for (let round = 0; round < 8; round++) {
      const { applicantId, caseId, documentId } = await prepareCase(client)
      const input = { caseId, product: 'STATEMENT_EXTRACTION', provider: 'eraser', documents: [{ documentId }] }
      const answers = await Promise.all([
        client.mutate('openCase', { applicantId }, {}),
        client.mutate('startAnalysis', input, {}),
        eraseApplicant(client, applicantId),
        client.mutate('createDocumentUpload', { caseId, fileName: 'x.pdf' }, {}),
        client.mutate('startAnalysis', input, {}),
        client.mutate('updateApplicant', { applicantId, displayName: 'Somebody' }, {}),
      ])
      const codes = new Set(answers.flatMap(answer => answer.userErrors.map(({ code }) => code)))
      expect([...codes].filter(code => code !== 'NOT_FOUND')).toEqual([])
      await app.settled()
      const dump = await dumpDatabase(database())
      const rest = [...dump].filter(([, rows]) => rows.some(row => row.includes(applicantId))).map(([name]) => name)
      expect(rest.filter(name => name !== 'public.erasure_remainders')).toEqual(['public.erasures', 'public.events'])
    }
  })
})

function findingsOf(reference: string, documentId: string | null, words: Record<string, string>): Findings {
  const signal = { code: 'S', sentiment: 'BAD', value: words.signal, explanations: [] } as const
  return {
    statements: [
      {
        reference,
        documentId,
        bankName: words.bank,
        account: { holderName: words.holder, accountNumber: words.account },
        from: '2026-01-01',
        to: '2026-01-31',
        currency: 'EUR',
        openingBalance: '0.00',
        closingBalance: '1.00',
        transactionCount: 1,
        fraudSignals: [signal],
      },
    ],
    transactions: [
      {
        statementReference: reference,
        documentId,
        providerTransactionId: words.movement,
        status: 'BOOKED',
        amount: '1.00',
        currency: 'EUR',
        bookingDate: '2026-01-05',
        description: words.description,
        counterparty: { name: words.counterparty },
        category: { code: 'OTHER', providerCode: words.category ?? null },
        tags: [{ name: words.tag ?? '', source: null }],
      },
    ],
    assessments: [{ kind: 'AFFORDABILITY', signals: [signal], metrics: [{ name: words.metric ?? '', value: '1' }] }],
    decision: {
      status: 'REJECTED',
      fraudRisk: 'HIGH',
      validation: 'COMPLIANT',
      consistent: true,
      alerts: [{ source: 'FRAUD', messages: [{ language: 'en', text: words.alert ?? '' }] }],
    },
    reports: [{ reference: words.report ?? '', name: 'report.pdf', mediaType: 'application/pdf' }],
  }
}
