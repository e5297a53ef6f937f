import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import type { AppError } from '../../errors.ts'
import { startTransport } from '../../http/testing/start-transport.ts'
import { createFinoosDatasource, type FinoosDatasource } from './datasource.ts'
import { createDateReader } from './dates.ts'

interface Sent {
  readonly line: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

interface Answer {
  readonly status: number
  readonly json?: unknown
  readonly text?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

const warnings: unknown[] = []
const logger = pino({ level: 'warn' }, { write: (line: string) => warnings.push(JSON.parse(line)) })
beforeEach(() => {
  warnings.length = 0
})

const tokens = { accessToken: 'access', refreshToken: 'refresh', expiresIn: 300, refreshExpiresIn: 1_800 }
const version = { 'api-version': '2020-06-16' }

/** A datasource and an HTTP server that gives tokens and answers everything else as `respond` says. */
async function setUp(respond: (sent: Sent) => Answer, correlationId: string | null = 'cor-1') {
  const sent: Sent[] = []
  const { http, clock } = await startTransport(
    (response, { body, message }) => {
      const request = { line: `${message.method} ${message.url}`, headers: message.headers, body: body.toString() }
      const isLogin = request.line === 'POST /auth'
      if (!isLogin) sent.push(request)
      const answer = isLogin ? { status: 200, json: tokens } : respond(request)
      response
        .writeHead(answer.status, { 'content-type': 'application/json', ...version, ...answer.headers })
        .end(answer.text ?? (answer.json === undefined ? undefined : JSON.stringify(answer.json)))
    },
    { provider: 'finoos', correlationId: () => correlationId, retry: { attempts: 1 } },
  )
  const credentials = { name: 'fino', secret: 'se cret' }
  const dates = createDateReader('Europe/Berlin')
  return { datasource: createFinoosDatasource({ http, credentials, now: clock.now, logger, dates }), sent, clock }
}

const urls = { redirectURL: 'https://a.example/s', errorURL: 'https://a.example/e', exitURL: 'https://a.example/x' }
const userIp = '93.184.216.34'
const page = { status: 200, json: { redirectURL: 'https://uba.example/auth?token=1' } }
const done = { status: 204 }
const shipment = {
  channel: 'letter',
  processId: 'f976b0ee-d9fb-4327-bdbf-f34ac1938054',
  callbackUrl: 'https://a.example/callbacks/1',
  recipient: 'Testine Müster',
  subject: 'Your "documents"',
  address: { street: 'Weg 1', postalCode: '10115', city: 'Berlin' },
  pdf: { byteSize: 4, open: async () => Readable.from([Buffer.from('%P'), Buffer.from('DF')]) },
} as const
const logins = [{ id: 'l', accounts: [] }]

interface Case {
  readonly name: string
  /** By default 204. */
  readonly answer?: Answer
  readonly ask: (datasource: FinoosDatasource) => Promise<unknown>
  readonly line: string
  readonly body?: unknown
  readonly fromIp?: boolean
  /** The scope that the vendor requires for it. */
  readonly scope?: string
  readonly result?: unknown
}

const all = async <Item>(items: AsyncIterable<Item>) => Array.fromAsync(items)

const calls: readonly Case[] = [
  {
    name: 'settings',
    answer: { status: 200, json: { apiVersion: '2020-06-16', name: 'fino', scopes: 'banking,companies contracts' } },
    ask: one => one.settings(),
    line: 'GET /settings',
    result: { apiVersion: '2020-06-16', name: 'fino', scopes: ['banking', 'companies', 'contracts'] },
  },
  {
    name: 'a page of users',
    answer: {
      status: 200,
      json: { users: [{ id: 'u1', type: 'person', scopes: ['banking'] }, { id: null }, { id: 2 }] },
    },
    ask: one => one.users(3),
    line: 'GET /users?page=3&perPage=50',
    result: {
      users: [
        { id: 'u1', type: 'person', scopes: ['banking'] },
        { id: '2', type: null, scopes: [] },
      ],
      size: 3,
    },
  },
  {
    name: 'a new user',
    answer: { status: 200, json: { id: '5f22c402b6968c000128edb6' } },
    ask: one => one.createUser({ type: 'company', scopes: ['banking', 'contracts'] }),
    line: 'POST /users',
    body: { type: 'company', scopes: ['banking', 'contracts'] },
    result: '5f22c402b6968c000128edb6',
  },
  {
    name: 'deleting a user',
    ask: one => one.deleteUser('a/b'),
    line: 'DELETE /users/a%2Fb',
  },
  {
    name: 'adding a scope',
    ask: one => one.addScope('u', 'contracts'),
    line: 'POST /users/u/scopes',
    scope: 'contracts',
    body: { name: 'contracts' },
  },
  {
    name: 'adding a scope that the user has',
    answer: { status: 409 },
    ask: one => one.addScope('u', 'banking'),
    line: 'POST /users/u/scopes',
    body: { name: 'banking' },
  },
  {
    name: 'removing a scope',
    ask: one => one.removeScope('u', 'a b'),
    line: 'DELETE /users/u/scopes/a%20b',
  },
  {
    name: 'a session to connect',
    answer: page,
    ask: one => one.connect('u', { ...urls, recurring: false }),
    line: 'POST /users/u/banking/connect',
    scope: 'banking',
    body: { ...urls, recurring: false },
    result: new URL(page.json.redirectURL),
  },
  {
    name: 'a session to manage',
    answer: page,
    ask: one => one.manage('u', { ...urls, addBankLogin: true, userIp }),
    line: 'POST /users/u/banking/manage?addBankLogin=true',
    scope: 'banking',
    body: urls,
    fromIp: true,
    result: new URL(page.json.redirectURL),
  },
  {
    name: 'a synchronization that needs the customer',
    answer: page,
    ask: one => one.synchronize('u', { ...urls, loginId: 'l', userIp }),
    line: 'POST /users/u/banking/sync',
    body: { bankLoginId: 'l', ...urls },
    fromIp: true,
    result: new URL(page.json.redirectURL),
  },
  {
    name: 'a synchronization that does not need the customer',
    ask: one => one.synchronize('u', { ...urls, loginId: 'l', userIp }),
    line: 'POST /users/u/banking/sync',
    scope: 'banking',
    body: { bankLoginId: 'l', ...urls },
    fromIp: true,
    result: null,
  },
  {
    name: 'the logins without transactions',
    answer: { status: 200, json: { logins: [{ id: 'l' }] } },
    ask: one => all(one.logins('u', { includeTransactions: false })),
    line: 'GET /users/u/banking/logins?includeTransactions=false',
    scope: 'banking',
    result: [{ kind: 'login id', login: '0', id: 'l' }],
  },
  {
    name: 'the statuses of logins',
    answer: {
      status: 200,
      json: {
        loginsStatuses: [
          {
            id: 'l',
            status: 'SCA_REQUIRED',
            lastSynchronization: '2026-03-05T10:00:00+01:00',
            synchronizedAutomatically: true,
          },
          { id: 7, status: {}, lastSynchronization: 'soon' },
          { status: 'ERROR' },
        ],
      },
    },
    ask: one => one.loginStatuses('u'),
    line: 'GET /users/u/banking/logins/status',
    scope: 'banking',
    result: [
      {
        id: 'l',
        status: 'SCA_REQUIRED',
        lastSynchronization: new Date('2026-03-05T09:00:00Z'),
        synchronizedAutomatically: true,
      },
      { id: '7', status: null, lastSynchronization: null, synchronizedAutomatically: null },
    ],
  },
  {
    name: 'replacing all logins',
    ask: one => one.setLogins('u', logins),
    line: 'POST /users/u/banking/logins',
    body: { logins },
  },
  {
    name: 'further logins',
    ask: one => one.updateLogins('u', logins),
    line: 'PATCH /users/u/banking/logins',
    scope: 'bankingExternal',
    body: { logins },
  },
  {
    name: 'deleting a login',
    ask: one => one.deleteLogin('u', { loginId: 'l/1', userIp }),
    line: 'DELETE /users/u/banking/logins/l%2F1',
    scope: 'banking',
    fromIp: true,
  },
  {
    name: 'deleting all logins',
    ask: one => one.disconnect('u', { userIp }),
    line: 'DELETE /users/u/banking',
    fromIp: true,
  },
  {
    name: 'companies, with results in any order',
    answer: {
      status: 200,
      json: {
        results: [
          {
            queryID: '1',
            companies: [{ name: 'B AG', address: { street: 'Weg 1', postalCode: '10115', city: 'Berlin' } }, {}],
          },
          { queryID: 'other', companies: [{ name: 'C' }] },
          { queryID: '0', companies: null },
        ],
      },
    },
    ask: one => one.companies(['a', 'b', 'c']),
    line: 'POST /companies/search',
    scope: 'companies',
    body: {
      queries: [
        { queryID: '0', name: 'a' },
        { queryID: '1', name: 'b' },
        { queryID: '2', name: 'c' },
      ],
    },
    result: new Map([
      [1, [{ name: 'B AG', address: 'Weg 1, 10115 Berlin', creditorIds: [], ibans: [], logo: null }]],
      [0, []],
    ]),
  },
  {
    name: 'logos, with results in any order',
    answer: {
      status: 200,
      json: {
        results: [
          { queryID: '1', logo: { url: 'https://l.example/1', type: 'image/png' } },
          { queryID: '0', logo: null },
        ],
      },
    },
    ask: one => one.logos([{ name: 'a' }, { creditorId: 'DE97', iban: 'DE83' }]),
    line: 'POST /companies/logos/search',
    scope: 'companiesLogo',
    body: {
      queries: [
        { queryID: '0', name: 'a' },
        { queryID: '1', creditorId: 'DE97', iban: 'DE83' },
      ],
    },
    result: new Map([
      [1, { url: 'https://l.example/1', type: 'image/png' }],
      [0, null],
    ]),
  },
  {
    name: 'a letter',
    ask: one => one.ship(shipment),
    line: 'POST /documentshipment/letter',
    scope: 'documentShipment',
    body: {
      address: shipment.address,
      callbackURL: shipment.callbackUrl,
      processID: shipment.processId,
      recipient: shipment.recipient,
      subject: shipment.subject,
      pdfContent: Buffer.from('%PDF').toString('base64'),
    },
  },
  {
    name: 'payment partners',
    answer: {
      status: 200,
      json: [{ name: 'A', totalIncome: 0.1, firstTransaction: '2025-07-01T22:00:00Z' }, { iban: 'DE' }],
    },
    ask: one => one.paymentPartners('u'),
    line: 'GET /users/u/paymentpartneranalysis',
    scope: 'paymentPartnerAnalysis',
    result: [
      {
        name: 'A',
        iban: null,
        relevance: null,
        firstTransaction: '2025-07-02',
        lastTransaction: null,
        transactionCount: null,
        totalIncome: '0.1',
        totalOutcome: null,
        shareOfIncome: null,
        shareOfOutcome: null,
      },
    ],
  },
]

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    result => ({ result }),
    (error: AppError) => ({ error }),
  )

describe.each(calls.map(one => [one.name, one] as const))(
  '%s',
  (_, { answer = done, ask, line, body, fromIp, result, scope }) => {
    test('P24 is requested with the token and our correlation id', async () => {
      const { datasource, sent } = await setUp(() => answer)
      expect(await ask(datasource)).toEqual(result)
      const [request, ...more] = sent
      expect(more).toEqual([])
      expect(request?.line).toBe(line)
      expect(request?.headers).toMatchObject({
        authorization: 'access',
        accept: 'application/json',
        'x-request-id': 'cor-1',
      })
      expect(request?.headers['user-ip']).toBe(fromIp ? userIp : undefined)
      expect(request?.body === '' ? undefined : JSON.parse(request?.body ?? '')).toEqual(body)
      if (body !== undefined) expect(request?.headers['content-type']).toBe('application/json')
      expect(warnings).toEqual([])
    })

    const isShip = line.includes('documentshipment')
    const isUser = line === 'POST /users'
    test.each([
      ['an HTML page', { status: 200, headers: { 'content-type': 'text/html' }, text: '<html></html>' }],
      ['truncated JSON', { status: 200, text: '{"users": [' }],
      ['an error of the vendor', { status: 503, json: {} }],
      ['a refusal', { status: 400, json: { type: 'invalidInput', message: 'Testine Müster' } }],
      ['a missing scope', { status: 403, json: { type: 'forbidden', message: 'No.' } }],
    ] satisfies [string, Answer][])('P16 returns a result or throws a typed error after %s', async (what, surprise) => {
      const { datasource, sent } = await setUp(() => surprise)
      const outcome = await outcomeOf(ask(datasource))
      if ('result' in outcome) return expect([done, { status: 409 }]).toContainEqual(answer)
      const { error } = outcome
      expect(error).toMatchObject({ name: 'AppError', provider: 'finoos' })
      expect(error.message).not.toContain('Testine')
      if (what === 'a refusal') expect(error).toMatchObject({ code: 'PROVIDER_REJECTED', providerCode: 'invalidInput' })
      if (what === 'a missing scope') expect(error).toMatchObject({ code: 'PROVIDER_FORBIDDEN', retryable: false })
      if (what === 'a missing scope' && scope) expect(error.message).toContain(`the scope ${scope}.`)
      const isUnknown = (isShip || isUser) && !['a refusal', 'a missing scope'].includes(what)
      expect(error.code === 'SUBMISSION_OUTCOME_UNKNOWN').toBe(isUnknown)
      expect(sent.length).toBe(1)
    })
  },
)

test('P11 calls with a signal and without one share a login and its renewal', async () => {
  const { datasource, sent, clock } = await setUp(({ line }) =>
    line === 'POST /auth/refresh' ? { status: 200, json: { ...tokens, accessToken: 'access-2' } } : done,
  )
  await datasource.deleteUser('u')
  clock.advance(300_000)
  const bound = () => datasource.within(new AbortController().signal)
  await Promise.all([datasource, bound(), bound()].map(one => one.deleteUser('u')))
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(['access', undefined, ...Array(3).fill('access-2')])
})

describe('401', () => {
  test('leads to a new token and a second, identical call', async () => {
    const bytes = randomBytes(10_000)
    let isRefused = true
    const { datasource, sent } = await setUp(({ line }) => {
      if (line === 'POST /auth/refresh') return { status: 200, json: { ...tokens, accessToken: 'access-2' } }
      if (!isRefused) return done
      isRefused = false
      return { status: 401 }
    })
    const pdf = { byteSize: bytes.byteLength, open: async () => Readable.from([bytes]) }
    await datasource.ship({ ...shipment, channel: 'fax', pdf })
    expect(sent.map(({ line, headers }) => [line, headers.authorization])).toEqual([
      ['POST /documentshipment/fax', 'access'],
      ['POST /auth/refresh', undefined],
      ['POST /documentshipment/fax', 'access-2'],
    ])
    expect(JSON.parse(sent[2]?.body ?? '').pdfContent).toBe(bytes.toString('base64'))
  })

  test('twice throws PROVIDER_UNAUTHORIZED', async () => {
    const { datasource, sent } = await setUp(({ line }) =>
      line === 'POST /auth/refresh' ? { status: 200, json: { ...tokens, accessToken: 'access-2' } } : { status: 401 },
    )
    expect(await failureOf(all(datasource.logins('u', { includeTransactions: true })))).toMatchObject({
      code: 'PROVIDER_UNAUTHORIZED',
    })
    expect(sent).toHaveLength(3)
  })
})

describe('404', () => {
  const asks: readonly [string, (one: FinoosDatasource) => Promise<unknown>][] = [
    ['a session', one => one.connect('u', { ...urls, recurring: true })],
    ['a synchronization', one => one.synchronize('u', { ...urls, loginId: 'l', userIp })],
    ['the statuses', one => one.loginStatuses('u')],
    ['an import', one => one.setLogins('u', [])],
    ['a scope', one => one.addScope('u', 'banking')],
    ['the payment partners', one => one.paymentPartners('u')],
  ]
  const notFound = { status: 404, json: { type: 'notFound', message: 'not found' } }

  test.each([
    ...asks,
    ['the logins', (one: FinoosDatasource) => all(one.logins('u', { includeTransactions: true }))] as const,
  ])('as the answer to %s throws NOT_FOUND when the vendor no longer knows the user', async (_, ask) => {
    const { datasource } = await setUp(() => notFound)
    expect(await failureOf(ask(datasource))).toMatchObject({
      code: 'NOT_FOUND',
      providerCode: 'notFound',
      retryable: false,
    })
  })

  test.each(asks)('as the answer to %s throws PROVIDER_REJECTED while the vendor knows the user', async (_, ask) => {
    const { datasource } = await setUp(({ line }) =>
      line.startsWith('GET /users/u/banking/logins?') ? { status: 200, json: { logins: [] } } : notFound,
    )
    expect(await failureOf(ask(datasource))).toMatchObject({ code: 'PROVIDER_REJECTED', providerCode: 'notFound' })
  })

  test('is a success for a deletion', async () => {
    const { datasource } = await setUp(() => notFound)
    await datasource.deleteUser('u')
    await datasource.removeScope('u', 'banking')
    await datasource.deleteLogin('u', { loginId: 'l', userIp })
    await datasource.disconnect('u', { userIp })
  })
})

test('P20 a page address on a forbidden host is refused', async () => {
  const { datasource } = await setUp(() => ({ status: 200, json: { redirectURL: 'javascript:alert(1)' } }))
  expect(await failureOf(datasource.connect('u', { ...urls, recurring: true }))).toMatchObject({
    code: 'PROVIDER_BAD_RESPONSE',
  })
})

test('P16 an answer above the size limit is a PROVIDER_BAD_RESPONSE', async () => {
  const { datasource } = await setUp(() => ({ status: 200, text: Buffer.alloc(11_000_000, 0x20) }))
  expect(await failureOf(datasource.settings())).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})

test('another version of the API causes one warning and no error', async () => {
  const { datasource } = await setUp(() => ({
    status: 200,
    json: { name: 'fino' },
    headers: { 'api-version': '2031-01-01' },
  }))
  await datasource.settings()
  await datasource.within(new AbortController().signal).settings()
  expect(warnings).toEqual([expect.objectContaining({ apiVersion: '2031-01-01', knownVersion: '2020-06-16' })])
})

test('without a correlation id the header is not sent', async () => {
  const { datasource, sent } = await setUp(() => ({ status: 200, json: { name: 'fino' } }), null)
  await datasource.settings()
  expect(sent[0]?.headers).not.toHaveProperty('x-request-id')
})

test('P12 a conflict about the process id of a shipment means that it was accepted before', async () => {
  const { datasource } = await setUp(() => ({ status: 409 }))
  await datasource.ship(shipment)
})

test('P26 an aborted call ends at once', async () => {
  const caller = new AbortController()
  const { datasource } = await setUp(() => {
    caller.abort()
    return done
  })
  expect(await failureOf(datasource.within(caller.signal).loginStatuses('u'))).toMatchObject({
    code: 'PROVIDER_TIMEOUT',
  })
})
