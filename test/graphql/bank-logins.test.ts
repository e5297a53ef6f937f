import { setImmediate } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ActivityEvent, EventType } from '../../src/domain/activity-event.ts'
import type { BankLoginCommands, OpenedBankSession } from '../../src/domain/bank-login-commands.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { AppError } from '../../src/errors.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import type { Services } from '../../src/graphql/services.ts'
import { countQueries } from '../support/count-queries.ts'
import { useOneDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { correlationId, createTestApi, type TestApi } from '../support/graphql-api.ts'
import { insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')
const context = { ...wholeTenant(tenant), correlationId }
const address = '203.0.113.7'
const at = '2025-09-01T07:00:00Z'
const noErrors = { userErrors: [] }
const bank = {
  name: 'Testbank',
  fullName: null,
  bic: 'TESTDEFFXXX',
  bankCode: '10000000',
  logo: { url: 'https://logos.example/1.png', mediaType: 'image/png' },
}
const standingOrder = {
  amount: { value: '-800.00', currency: 'EUR' },
  purpose: 'Rent',
  interval: 'MONTHLY',
  executionDay: 1,
  firstExecutionDate: '2024-01-01',
  lastExecutionDate: null,
  createdAt: '2023-12-01',
}
const security = {
  isin: 'DE0001102481',
  name: 'Bund',
  market: 'XETRA',
  quantity: '12.5000',
  price: { value: '98.70', currency: 'EUR' },
  purchasePrice: null,
  value: { value: '1233.75', currency: 'EUR' },
  exchangeRate: null,
}

describe('bank logins', () => {
  const database = useOneDatabase()
  let api: TestApi

  beforeAll(async () => {
    for (const name of ['a', 'b', 'c']) {
      const user = { applicant_id: `app_${name}` }
      await insertRows(database(), tenant, 'applicants', [{ id: `app_${name}` }])
      await insertRows(database(), tenant, 'bank_users', [{ ...user, retrieved_at: at }])
    }
    const user = { applicant_id: 'app_a' }
    await insertRows(database(), tenant, 'bank_logins', [
      { ...user, id: 'blg_2', created_at: '2025-08-02T00:00:00Z' },
      {
        ...user,
        id: 'blg_1',
        created_at: '2025-08-01T00:00:00Z',
        bank,
        state: 'SYNCHRONIZING',
        provider_state: 'BUSY',
        last_synchronized_at: '2025-08-31T00:00:00Z',
        automatic: true,
      },
      { ...user, id: 'blg_gone', removed_at: '2025-08-03T00:00:00Z' },
      { applicant_id: 'app_b', id: 'blg_b', state: 'SYNCHRONIZED' },
    ])
    await insertRows(database(), tenant, 'bank_accounts', [
      {
        ...user,
        id: 'bac_2',
        login_id: 'blg_1',
        ordinal: 1,
        type: 'SECURITIES',
        provider_type: 'DEPOT',
        securities: [security],
      },
      {
        ...user,
        id: 'bac_1',
        login_id: 'blg_1',
        iban: 'DE02120300000000202051',
        masked_iban: 'DE****************2051',
        number: '0000202051',
        masked_number: '******2051',
        name: 'Giro',
        owner: 'Ada Example',
        balance: '123456789012345678.90',
        credit_line: '500.00',
        standing_orders: [standingOrder],
      },
      { ...user, id: 'bac_b', login_id: 'blg_2' },
    ])
    const movement = { ...user, owner_id: 'bac_1', account_id: 'bac_1' }
    await insertRows(database(), tenant, 'transactions', [
      { ...movement, id: 'txn_1', effective_date: '2025-08-01', amount: '-5.00', direction: 'DEBIT' },
      { ...movement, id: 'txn_2', effective_date: '2025-08-02', description: 'Salary', replaces_id: 'txn_p' },
      { ...user, owner_id: 'bac_b', account_id: 'bac_b', id: 'txn_3', effective_date: '2025-08-03' },
      { ...user, owner_id: 'col_a', id: 'txn_4', effective_date: '2025-08-04' },
    ])
    await insertRows(database(), tenant, 'duplicate_transactions', [
      { ...movement, id: 'txn_p', status: 'PENDING', duplicate_of_id: 'txn_2', replaced_by_id: 'txn_2' },
    ])
    await insertRows(database(), tenant, 'bank_sessions', [
      { ...user, id: 'bks_1', purpose: 'SYNCHRONIZE', login_id: 'blg_1', sealed_redirect_url: 'sealed' },
    ])
  })
  beforeEach(() => {
    api = createTestApi(database())
  })

  test('the connected ones of an applicant are listed in the order of connection, with all members', async () => {
    const data = await api.read(`{ applicant(id: "app_a") { bankLogins {
      id applicant { id } provider { id } bank { name fullName bic bankCode logo { url mediaType } }
      synchronization { state providerState lastSynchronizedAt automatic } retrievedAt stale providerReference createdAt removedAt
      accounts { id login { id } iban maskedIban number maskedNumber name owner type providerType currency balance { value currency }
        creditLine { value } monthlySpendingLimit { value } retrievedAt removedAt
        standingOrders { amount { value currency } purpose interval executionDay firstExecutionDate lastExecutionDate createdAt }
        securities { isin name market quantity price { value currency } purchasePrice { value } value { value currency } exchangeRate } } } } }`)
    expect(data).toEqual({
      applicant: {
        bankLogins: [
          {
            id: 'blg_1',
            applicant: { id: 'app_a' },
            provider: { id: 'reader' },
            bank,
            synchronization: {
              state: 'SYNCHRONIZING',
              providerState: 'BUSY',
              lastSynchronizedAt: '2025-08-31T00:00:00.000Z',
              automatic: true,
            },
            retrievedAt: '2025-09-01T08:00:00.000Z',
            stale: false,
            providerReference: 'vendor-login',
            createdAt: '2025-08-01T00:00:00.000Z',
            removedAt: null,
            accounts: [
              expect.objectContaining({
                id: 'bac_1',
                login: { id: 'blg_1' },
                iban: 'DE02120300000000202051',
                maskedIban: 'DE****************2051',
                number: '0000202051',
                maskedNumber: '******2051',
                name: 'Giro',
                owner: 'Ada Example',
                type: 'CURRENT',
                providerType: null,
                currency: 'EUR',
                balance: { value: '123456789012345678.90', currency: 'EUR' },
                creditLine: { value: '500.00' },
                monthlySpendingLimit: null,
                removedAt: null,
                standingOrders: [standingOrder],
                securities: [],
              }),
              expect.objectContaining({
                id: 'bac_2',
                type: 'SECURITIES',
                providerType: 'DEPOT',
                balance: null,
                standingOrders: [],
                securities: [security],
              }),
            ],
          },
          expect.objectContaining({ id: 'blg_2', synchronization: null, accounts: [expect.anything()] }),
        ],
      },
    })
  })

  test('a removed one is found by its id, and a session has no page address', async () => {
    const data = await api.read(`{
      bankLogin(id: "blg_gone") { id removedAt }
      nobodys: bankLogin(id: "blg_x") { id }
      bankSession(id: "bks_1") { id purpose status bankLogin { id } openedAt expiresAt returnedAt }
    }`)
    expect(data).toEqual({
      bankLogin: { id: 'blg_gone', removedAt: '2025-08-03T00:00:00.000Z' },
      nobodys: null,
      bankSession: {
        id: 'bks_1',
        purpose: 'SYNCHRONIZE',
        status: 'OPEN',
        bankLogin: { id: 'blg_1' },
        openedAt: '2025-09-01T08:00:00.000Z',
        expiresAt: '2025-09-01T09:00:00.000Z',
        returnedAt: null,
      },
    })
    expect(JSON.stringify(createSchema().getType('BankSession'))).not.toContain('redirect')
  })

  test('transactions of an account have it as account, and those of an applicant can be filtered by account', async () => {
    const data = await api.read(`{
      bankAccount(id: "bac_1") { transactions(orderBy: EFFECTIVE_DATE_ASC) {
        totalCount edges { node { id account { id } statement { id } replaces { id status duplicateOf { id } } } } } }
      salary: bankAccount(id: "bac_1") { transactions(filter: { search: "SALARY" }) { edges { node { id } } } }
      applicant(id: "app_a") {
        all: transactions(orderBy: EFFECTIVE_DATE_ASC) { edges { node { id account { id } } } }
        some: transactions(filter: { accountIds: ["bac_b"] }) { edges { node { id } } }
        none: transactions(filter: { accountIds: [] }) { edges { node { id } } } } }`)
    const edge = (id: string, account: string | null) => ({ node: { id, account: account && { id: account } } })
    expect(data).toEqual({
      bankAccount: {
        transactions: {
          totalCount: 2,
          edges: [
            { node: { id: 'txn_1', account: { id: 'bac_1' }, statement: null, replaces: null } },
            {
              node: {
                id: 'txn_2',
                account: { id: 'bac_1' },
                statement: null,
                replaces: { id: 'txn_p', status: 'PENDING', duplicateOf: { id: 'txn_2' } },
              },
            },
          ],
        },
      },
      salary: { transactions: { edges: [{ node: { id: 'txn_2' } }] } },
      applicant: {
        all: { edges: [edge('txn_1', 'bac_1'), edge('txn_2', 'bac_1'), edge('txn_3', 'bac_b'), edge('txn_4', null)] },
        some: { edges: [{ node: { id: 'txn_3' } }] },
        none: { edges: [] },
      },
    })
  })

  test('logins and accounts of many parents are read together, also by `_entities`', async () => {
    const counted = countQueries(database())
    const text = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Applicant { bankLogins { id accounts { id transactions(first: 1) { edges { node { id account { id } } } } } } }
      ... on BankLogin { id bank { name } }
      ... on BankAccount { id login { id } } } }`
    const representations = [
      ...['app_a', 'app_b', 'app_c'].map(id => ({ __typename: 'Applicant', id })),
      ...['blg_1', 'blg_gone', 'blg_x'].map(id => ({ __typename: 'BankLogin', id })),
      ...['bac_1', 'bac_b'].map(id => ({ __typename: 'BankAccount', id })),
    ]
    const data = await createTestApi(counted.database).read(text, { variables: { of: representations } })
    expect(data).toMatchObject({
      _entities: [
        {
          bankLogins: [
            { id: 'blg_1', accounts: [{}, {}] },
            { id: 'blg_2', accounts: [{}] },
          ],
        },
        { bankLogins: [{ id: 'blg_b', accounts: [] }] },
        { bankLogins: [] },
        { id: 'blg_1', bank: { name: 'Testbank' } },
        { id: 'blg_gone' },
        null,
        { id: 'bac_1', login: { id: 'blg_1' } },
        { id: 'bac_b', login: { id: 'blg_2' } },
      ],
    })
    // Applicants, logins by id, accounts by id; logins of applicants and of accounts; accounts of logins; transactions; their accounts.
    expect(counted.count()).toBeLessThanOrEqual(8)
  })

  describe('P31 with `maxAgeSeconds`', () => {
    const ask = (refresh: Services['liveBankLogins']['refresh'], text: string) =>
      createTestApi(database(), { liveBankLogins: { refresh } }).ask(text)

    test('applicants are refreshed together, once for each age, and those that could not be refreshed are stale', async () => {
      const asked: unknown[] = []
      const { data, errors } = await ask(
        async (...args) => {
          asked.push(args)
          await executeSql(database(), "update bank_logins set provider_state = 'NEW' where id = 'blg_b'")
          return new Set(['app_a'])
        },
        `{ a: applicant(id: "app_a") { bankLogins(maxAgeSeconds: 60) { stale } stored: bankLogins { stale } }
           b: applicant(id: "app_b") { bankLogins(maxAgeSeconds: 60) { stale synchronization { providerState } } } }`,
      )
      expect(errors).toBeUndefined()
      expect(data).toEqual({
        a: { bankLogins: [{ stale: true }, { stale: true }], stored: [{ stale: false }, { stale: false }] },
        b: { bankLogins: [{ stale: false, synchronization: { providerState: 'NEW' } }] },
      })
      expect(asked).toEqual([[context, ['app_a', 'app_b'], 60]])
    })

    test('P13 a failed refresh makes only its field null', async () => {
      const { data, errors } = await ask(async () => {
        throw new AppError('PROVIDER_UNAVAILABLE', 'Out of order.')
      }, '{ applicant(id: "app_a") { bankLogins(maxAgeSeconds: 0) { id } stored: bankLogins { id } } }')
      expect(data).toEqual({ applicant: { bankLogins: null, stored: [{ id: 'blg_1' }, { id: 'blg_2' }] } })
      expect(errors).toMatchObject([
        { path: ['applicant', 'bankLogins'], extensions: { code: 'PROVIDER_UNAVAILABLE' } },
      ])
    })
  })

  describe('their sources', () => {
    const error = { code: 'PROVIDER_UNAVAILABLE', message: 'm', userMessage: 'u', retryable: true }
    const login = { state: 'SYNCHRONIZED' }

    test.each([
      ['nothing is connected', {}, [], [], { status: 'NOT_REQUESTED', stale: false, error: null }],
      ['a session is open', {}, [], ['OPEN'], { status: 'RUNNING', stale: false }],
      ['a browser has returned', {}, [], ['EXITED', 'SUCCEEDED'], { status: 'NOT_REQUESTED', stale: false }],
      ['a login is connected', {}, [login], [], { status: 'AVAILABLE', stale: false }],
      ['a login is being synchronized', {}, [{ state: 'SYNCHRONIZING' }], [], { status: 'RUNNING', stale: false }],
      ['the bank requires the customer', {}, [{ state: 'ACTION_REQUIRED' }], [], { status: 'ACTION_REQUIRED' }],
      ['a synchronization fails', {}, [{ state: 'ERROR' }], [], { status: 'FAILED', error: null }],
      ['the counting login is removed', {}, [{ ...login, removed_at: at }], [], { status: 'NOT_REQUESTED' }],
      ['reading failed', { error }, [login], ['OPEN'], { status: 'FAILED', stale: true, error: { code: error.code } }],
      [
        'the first reading failed',
        { error, retrieved_at: null },
        [],
        [],
        { status: 'FAILED', stale: false, retrievedAt: null, error: { code: error.code } },
      ],
    ])('say when %s', async (name, user, logins, sessions, expected) => {
      const id = `app_${name}`
      const owner = { applicant_id: id }
      const readUser = { ...owner, retrieved_at: at, ...user }
      const rowsOfLogins = logins.map(one => ({ ...owner, ...one, id: `blg_${name}` }))
      const rowsOfSessions = sessions.map(status => ({ ...owner, id: `bks_${name}_${status}`, status }))
      await insertRows(database(), tenant, 'applicants', [{ id }])
      await insertRows(database(), tenant, 'bank_users', [readUser])
      await insertRows(database(), tenant, 'bank_logins', rowsOfLogins)
      await insertRows(database(), tenant, 'bank_sessions', rowsOfSessions)
      const data = await api.read(
        'query ($id: ID!) { applicant(id: $id) { sources { provider { id } product status retrievedAt stale error { code } } } }',
        { variables: { id } },
      )
      expect(data).toMatchObject({
        applicant: {
          sources: expect.arrayContaining([
            expect.objectContaining({ provider: { id: 'reader' }, product: null, ...expected }),
          ]),
        },
      })
    })
  })

  describe('the commands', () => {
    const urls = {
      successUrl: 'https://a.example/ok',
      errorUrl: 'https://a.example/no',
      exitUrl: 'https://a.example/left',
    }
    const urlArgs =
      'successUrl: "https://a.example/ok", errorUrl: "https://a.example/no", exitUrl: "https://a.example/left"'
    const opened = { sessionId: 'bks_1', redirectUrl: 'https://vendor.example/page' }
    const session = { redirectUrl: opened.redirectUrl, session: { id: 'bks_1' } }

    /** Commands that record their input, and succeed or fail. */
    function record(failure: AppError | null = null, synchronized: OpenedBankSession | null = opened) {
      const calls: unknown[] = []
      const answering =
        <Answer>(name: string, answer: Answer) =>
        async (...args: readonly unknown[]): Promise<Answer> => {
          calls.push([name, ...args])
          if (failure) throw failure
          return answer
        }
      const bankLogins: BankLoginCommands = {
        connect: answering('connect', opened),
        manage: answering('manage', opened),
        synchronize: answering('synchronize', synchronized),
        importLogins: answering('importLogins', 'app_a'),
        deleteLogin: answering('deleteLogin', 'blg_gone'),
        disconnect: answering('disconnect', 'app_a'),
      }
      return {
        calls,
        ask: (text: string) => createTestApi(database(), { bankLogins }).ask(`mutation { result: ${text} }`),
      }
    }

    test.each([
      [
        `connectBank(input: { applicantId: "app_a", provider: "reader", ${urlArgs}, recurring: true, idempotencyKey: "k" }) { redirectUrl session { id } userErrors { code } }`,
        [
          'connect',
          context,
          { applicantId: 'app_a', provider: 'reader', ...urls, recurring: true, idempotencyKey: 'k' },
        ],
        { ...session, ...noErrors },
      ],
      [
        `manageBankLogins(input: { applicantId: "app_a", ${urlArgs}, addBankLogin: true }) { redirectUrl session { id } userErrors { code } }`,
        ['manage', context, { applicantId: 'app_a', ...urls, addBankLogin: true, callerAddress: address }],
        { ...session, ...noErrors },
      ],
      [
        `synchronizeBankLogin(input: { bankLoginId: "blg_1", ${urlArgs}, userIp: "203.0.113.9" }) { bankLogin { id } redirectUrl session { id } userErrors { code } }`,
        ['synchronize', context, { bankLoginId: 'blg_1', ...urls, userIp: '203.0.113.9', callerAddress: address }],
        { bankLogin: { id: 'blg_1' }, ...session, ...noErrors },
      ],
      [
        'deleteBankLogin(input: { bankLoginId: "blg_gone" }) { bankLogin { id removedAt } userErrors { code } }',
        ['deleteLogin', context, { bankLoginId: 'blg_gone', callerAddress: address }],
        { bankLogin: { id: 'blg_gone', removedAt: '2025-08-03T00:00:00.000Z' }, ...noErrors },
      ],
      [
        'disconnectBank(input: { applicantId: "app_a", userIp: "203.0.113.9" }) { applicant { id } userErrors { code } }',
        ['disconnect', context, { applicantId: 'app_a', userIp: '203.0.113.9', callerAddress: address }],
        { applicant: { id: 'app_a' }, ...noErrors },
      ],
      [
        `importBankLogins(input: { applicantId: "app_a", mode: REPLACE, confirm: true, logins: [{ id: "l", bank: { name: "B" }, accounts: [
          { id: "a", currency: "EUR", balance: "1.10", transactions: [{ id: "t", amount: "-0.10", currency: "EUR", bookingDate: "2025-08-01" }] }] }] }) { bankLogins { id } userErrors { code } }`,
        [
          'importLogins',
          context,
          {
            applicantId: 'app_a',
            mode: 'REPLACE',
            confirm: true,
            logins: [
              {
                id: 'l',
                bank: { name: 'B' },
                accounts: [
                  {
                    id: 'a',
                    type: 'OTHER',
                    currency: 'EUR',
                    balance: '1.10',
                    transactions: [
                      { id: 't', amount: '-0.10', currency: 'EUR', bookingDate: '2025-08-01', status: 'BOOKED' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        { bankLogins: [{ id: 'blg_1' }, { id: 'blg_2' }], ...noErrors },
      ],
    ])('get the input and the source: %s', async (text, call, result) => {
      const { ask, calls } = record()
      expect(await ask(text)).toEqual({ data: { result } })
      expect(calls).toEqual([call])
    })

    test('a login that is synchronized without the customer has no page', async () => {
      const { ask } = record(null, null)
      const text = `synchronizeBankLogin(input: { bankLoginId: "blg_1", ${urlArgs} }) { bankLogin { id } redirectUrl session { id } userErrors { code } }`
      expect(await ask(text)).toEqual({
        data: { result: { bankLogin: { id: 'blg_1' }, redirectUrl: null, session: null, ...noErrors } },
      })
    })

    test('a mistake of the caller is a user error, a failure of the provider is an error', async () => {
      const text = `synchronizeBankLogin(input: { bankLoginId: "blg_1", ${urlArgs} }) { bankLogin { id } redirectUrl session { id } userErrors { code field } }`
      const refused = record(new AppError('REDIRECT_NOT_ALLOWED', 'No.', { field: ['successUrl'] }))
      expect(await refused.ask(text)).toEqual({
        data: {
          result: {
            bankLogin: null,
            redirectUrl: null,
            session: null,
            userErrors: [{ code: 'REDIRECT_NOT_ALLOWED', field: ['successUrl'] }],
          },
        },
      })
      const faults = [
        { field: ['logins', '0', 'id'], message: 'Empty.' },
        { field: null, message: 'And 7 more.' },
      ]
      const wrong = record(new AppError('BAD_USER_INPUT', 'The import has 8 errors.', { faults }))
      const importing = `importBankLogins(input: { applicantId: "app_a", mode: MERGE, logins: [] }) { bankLogins { id } userErrors { code field message } }`
      expect(await wrong.ask(importing)).toEqual({
        data: { result: { bankLogins: null, userErrors: faults.map(fault => ({ code: 'BAD_USER_INPUT', ...fault })) } },
      })
      const failed = record(new AppError('PROVIDER_UNAVAILABLE', 'Out of order.'))
      expect(await failed.ask(text)).toMatchObject({
        data: { result: null },
        errors: [{ extensions: { code: 'PROVIDER_UNAVAILABLE', retryable: true } }],
      })
    })

    test('all invalid words, amounts and dates of an import are reported at once with their fields', async () => {
      const text = `mutation ($input: ImportBankLoginsInput!) { importBankLogins(input: $input) { bankLogins { id } } }`
      const transactions = [
        { id: 't', amount: 'ten', currency: 'EUR', bookingDate: '2025-02-30' },
        { id: 'u', amount: '1', currency: 'euro', status: 'DONE' },
      ]
      const account = { id: 'a', type: 'GIRO', currency: 'EUR', transactions }
      const logins = [{ id: 'l', bank: { name: 'B' }, accounts: [account] }]
      const { errors = [] } = await api.ask(text, {
        variables: { input: { applicantId: 'app_a', mode: 'MERGE', logins } },
      })
      const places = errors.map(({ message }) => /at "input\.logins\[0\]\.accounts\[0\]\.([^"]+)"/.exec(message)?.[1])
      expect(places).toEqual([
        'type',
        'transactions[0].amount',
        'transactions[0].bookingDate',
        'transactions[1].currency',
        'transactions[1].status',
      ])
    })
  })

  describe('a subscription to one', () => {
    const say = (type: EventType, more: Partial<ActivityEvent> = {}) =>
      api.events.append(tenant, { type, applicantId: 'app_b', bankLoginId: 'blg_f', ...more })
    async function follow(id: string) {
      const stream = await api.follow(`subscription { bankLoginUpdated(id: "${id}") { id synchronization { state } } }`)
      if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream))
      return stream
    }
    const move = (state: string) =>
      executeSql(database(), "update bank_logins set state = $1 where id = 'blg_f'", [state])
    const told = (state: string) => ({
      done: false,
      value: { data: { bankLoginUpdated: { id: 'blg_f', synchronization: { state } } } },
    })

    test('P4 returns the present state, then the state after each event, and ends when the login is erased', async () => {
      await insertRows(database(), tenant, 'bank_logins', [
        { applicant_id: 'app_b', id: 'blg_f', state: 'SYNCHRONIZING' },
      ])
      const stream = await follow('blg_f')
      await move('ACTION_REQUIRED')
      say('BANK_LOGIN_ACTION_REQUIRED')
      expect(await stream.next()).toEqual(told('SYNCHRONIZING'))
      expect(await stream.next()).toEqual(told('ACTION_REQUIRED'))
      const next = stream.next()
      say('BANK_LOGIN_SYNCHRONIZED', { bankLoginId: 'blg_2' })
      await setImmediate()
      await move('SYNCHRONIZED')
      say('BANK_LOGIN_SYNCHRONIZED')
      expect(await next).toEqual(told('SYNCHRONIZED'))
      const last = stream.next()
      await executeSql(database(), "delete from bank_logins where id = 'blg_f'")
      say('APPLICANT_ERASED', { bankLoginId: null })
      expect(await last).toEqual({ done: true, value: undefined })
      expect(api.events.followers()).toBe(0)
    })

    test('events have their login and bank session, and can be filtered by login', async () => {
      say('BANK_LOGIN_CONNECTED', { bankLoginId: 'blg_1', bankSessionId: 'bks_1' })
      say('BANK_LOGIN_CONNECTED', { bankLoginId: 'blg_2' })
      const fields = 'edges { node { type bankLogin { id } bankSession { id } } }'
      expect(
        await api.read(`{ events(filter: { bankLoginId: "blg_1", types: [BANK_LOGIN_CONNECTED] }) { ${fields} } }`),
      ).toEqual({
        events: {
          edges: [{ node: { type: 'BANK_LOGIN_CONNECTED', bankLogin: { id: 'blg_1' }, bankSession: { id: 'bks_1' } } }],
        },
      })
    })
  })

  test('P32 pages of more accounts than assumed are not read beyond the limit of an answer', async () => {
    const user = { applicant_id: 'app_c' }
    await insertRows(database(), tenant, 'bank_logins', [{ ...user, id: 'blg_c' }])
    const toAccount = (_: unknown, ordinal: number) => ({ ...user, id: `bac_c${ordinal}`, login_id: 'blg_c', ordinal })
    await insertRows(database(), tenant, 'bank_accounts', Array.from({ length: 30 }, toAccount))
    const toPage = (_: unknown, n: number) => `p${n}: transactions(first: ${500 - n}) { edges { cursor } }`
    const pages = Array.from({ length: 40 }, toPage)
    const text = `{ applicant(id: "app_c") { bankLogins { accounts { ${pages.join(' ')} } } } }`
    const { errors = [] } = await api.ask(text)
    // 25 accounts with 40 pages of 480 rows are 480,000 rows.
    expect(errors[0]).toMatchObject({
      path: ['applicant', 'bankLogins', 0, 'accounts', 25, expect.anything()],
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    })
  })
})
