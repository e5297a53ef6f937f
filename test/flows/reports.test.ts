import { once } from 'node:events'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSigner, type Signer } from '../../src/auth/signer.ts'
import { AppError } from '../../src/errors.ts'
import type { ReportBody } from '../../src/providers/analysis-driver.ts'
import { useOneDatabase } from '../support/databases.ts'
import { finalState, startJourney } from '../support/journey.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { type AppOnDatabase, secretKey, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const listed = z.object({
  name: z.string(),
  mediaType: z.string(),
  url: z.string(),
  createdAt: z.string().nullable(),
  expiresAt: z.string(),
})
const report = {
  reference: 'vendor-report-7',
  name: 'risk report.pdf',
  mediaType: 'application/pdf',
  createdAt: new Date('2026-02-03T04:05:06Z'),
}

describe('a report of a provider', () => {
  const database = useOneDatabase()
  let app: AppOnDatabase
  let analysisId: string
  const noon = new Date('2026-03-01T12:00:00Z')
  /** The clock runs until the analysis has ended, and then stands still. */
  let time: Date | null = null
  const asked: string[] = []
  const bytes = Buffer.from('%PDF-1.7 a report')
  const rightly = async (): Promise<ReportBody> => ({
    mediaType: 'application/pdf',
    byteSize: bytes.byteLength,
    body: Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]),
  })
  let open = rightly

  beforeAll(async () => {
    const vendor = createMemoryProvider('reader', { findings: () => ({ reports: [report] }) })
    vendor.openReport = reference => {
      asked.push(reference)
      return open()
    }
    app = await startAppOn(database(), [vendor.provider], {}, { now: () => time ?? new Date() })
    const client = app.client(tenantKeys.acme)
    analysisId = (await startJourney(client)).analysisId
    await finalState(client, analysisId)
    time = noon
  })
  afterAll(() => app.stop())
  beforeEach(() => {
    open = rightly
    asked.length = 0
  })

  const read = (key: string) =>
    app.client(key).read('analysis', analysisId, z.object({ reports: z.array(listed) }).nullable())
  const link = async () => (await read(tenantKeys.acme))?.reports[0]?.url ?? ''
  async function failure(response: Response) {
    const { error } = z
      .object({ error: z.object({ code: z.string(), message: z.string(), correlationId: z.string() }) })
      .parse(await response.json())
    return { status: response.status, code: error.code }
  }

  test('is listed with an address that expires, without a call to the provider', async () => {
    expect((await read(tenantKeys.acme))?.reports).toEqual([
      {
        name: 'risk report.pdf',
        mediaType: 'application/pdf',
        url: expect.stringMatching(`^${app.url}/files/`),
        createdAt: '2026-02-03T04:05:06.000Z',
        expiresAt: '2026-03-01T12:15:00.000Z',
      },
    ])
    expect(asked).toEqual([])
  })

  test('is fetched from the provider when its address is opened, passed on unchanged, and must not be cached', async () => {
    const response = await fetch(await link())
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': 'attachment; filename="risk_report.pdf"; filename*=UTF-8\'\'risk%20report.pdf',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(asked).toEqual(['vendor-report-7'])
  })

  test('P17 has no address that another tenant can get or forge', async () => {
    expect(await read(tenantKeys.globex)).toBeNull()
    const until = new Date('2027-01-01T00:00:00Z')
    const grant = { tenant: 'acme', analysisId, ordinal: 0, until }
    const sign = (purpose: string, secret = secretKey) => createSigner([secret], purpose)
    const toReportToken = (signer: Signer, { tenant, analysisId, ordinal, until }: typeof grant) =>
      signer.sign(`${tenant} ${analysisId} ${ordinal} ${until.getTime()}`)
    const addresses = [
      // Of another tenant, of an unknown report, for another purpose, with another secret, and malformed.
      toReportToken(sign('report'), { ...grant, tenant: 'globex' }),
      toReportToken(sign('report'), { ...grant, ordinal: 1 }),
      toReportToken(sign('upload'), grant),
      toReportToken(sign('report', 'another-secret-of-32-characters-or-more'), grant),
      'nonsense',
    ]
    for (const token of addresses)
      expect(await failure(await fetch(`${app.url}/files/${token}`))).toEqual({ status: 404, code: 'NOT_FOUND' })
    expect(asked).toEqual([])
    expect((await fetch(`${app.url}/files/${toReportToken(sign('report'), grant)}`)).status).toBe(200)
  })

  test('an expired address has another error than an unknown one', async () => {
    const url = await link()
    time = new Date('2026-03-01T12:15:00Z')
    expect(await failure(await fetch(url))).toEqual({ status: 410, code: 'RESULT_EXPIRED' })
    time = noon
    expect(asked).toEqual([])
  })

  test.each([
    ['PROVIDER_FORBIDDEN', 502],
    ['PROVIDER_TIMEOUT', 504],
    ['RESULT_EXPIRED', 410],
  ] as const)('a refusal of the provider is passed on: %s', async (code, status) => {
    open = () =>
      Promise.reject(new AppError(code, 'The permission to read reports is missing.', { provider: 'reader' }))
    expect(await failure(await fetch(await link()))).toEqual({ status, code })
  })

  test('a failure before the first byte is an error answer, a later one aborts the body', async () => {
    open = async () => ({ ...(await rightly()), byteSize: null, body: failing(0) })
    expect(await failure(await fetch(await link()))).toEqual({ status: 502, code: 'PROVIDER_BAD_RESPONSE' })
    open = async () => ({ ...(await rightly()), byteSize: null, body: failing(200_000) })
    const response = await fetch(await link())
    expect(response.status).toBe(200)
    await expect(response.arrayBuffer()).rejects.toThrow()
  })

  test('P6 is fetched with backpressure, and no further when the reader leaves', async () => {
    let given = 0
    const body = Readable.from(
      (function* () {
        for (; given < 100; given++) yield Buffer.alloc(1_000_000)
      })(),
    )
    open = async () => ({ mediaType: 'application/pdf', byteSize: null, body })
    const response = await fetch(await link())
    const reader = response.body?.getReader()
    await reader?.read()
    const closed = once(body, 'close')
    await reader?.cancel()
    await closed
    expect(given).toBeLessThan(50)
  })
})

function failing(after: number): Readable {
  return Readable.from(
    (async function* () {
      if (after > 0) yield Buffer.alloc(after)
      throw new AppError('PROVIDER_BAD_RESPONSE', 'It broke off.')
    })(),
  )
}
