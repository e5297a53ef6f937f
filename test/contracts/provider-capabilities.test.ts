import { describe, expect, test } from 'vitest'
import { createId } from '../../src/domain/ids.ts'
import type { ImportedLogin } from '../../src/domain/imported-login.ts'
import { isWebAddress } from '../../src/domain/is-web-address.ts'
import { AppError } from '../../src/errors.ts'
import type { Respond } from '../../src/http/testing/loopback-server.ts'
import type { AnalysisDriver, SubmissionStep } from '../../src/providers/analysis-driver.ts'
import type { BankLoginDriver, VendorUser } from '../../src/providers/bank-login-driver.ts'
import { type Capability, capabilities, findOffer } from '../../src/providers/capability.ts'
import { providers } from '../../src/providers/index.ts'
import type { ProviderClient } from '../../src/providers/provider.ts'
import { stored } from '../support/connect-client.ts'
import { connectProvider } from '../support/connect-provider.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { neverAborted } from '../support/never-aborted.ts'
import { setUpProvider, surprises, takeSteps } from '../support/set-up-provider.ts'
import { createCompanyJob, createSubmissionDocument } from '../support/submission-job.ts'

/** Uses a capability as the core does, and checks what every provider with it must do. */
type Use = (client: ProviderClient, signal: AbortSignal) => Promise<void>

/** The contract of every capability. A new capability does not compile without one. */
const contracts: Readonly<Record<Capability, Use>> = {
  async consents({ consents }, signal) {
    const job = { analysisId: 'ana_1', customer: { name: 'A', email: 'a@example.com' }, redirectUrl: null, signal }
    const steps = await takeSteps(checkpoint => consents?.submit(job, checkpoint))
    const last = steps.at(-1)
    if (last?.kind !== 'action-required') throw new Error(`The invitation ended with ${last?.kind}.`)
    expect(last.references).not.toEqual([])
    expect(last.action).toMatchObject({ type: 'OPEN_URL', documentIds: [] })
    expect(isWebAddress(last.action.url ?? '')).toBe(true)
    expect(await consents?.check(stored(last.checkpoint), { signal })).toMatchObject({ kind: 'action-required' })
  },

  async banks({ banks }, signal) {
    const list = (await banks?.list(signal)) ?? []
    expect(list).not.toEqual([])
    for (const { name, logo } of list) {
      expect(name.trim()).not.toBe('')
      if (logo) expect(isWebAddress(logo.url)).toBe(true)
    }
  },

  async bankLogins({ bankLogins: driver }, signal) {
    if (!driver) throw new Error('The provider has no bank logins.')
    const returnUrls = { success: 'http://127.0.0.1:9/s', error: 'http://127.0.0.1:9/e', exit: 'http://127.0.0.1:9/x' }
    const user = await driver.enrol('PERSON', signal)
    expect(user.reference).not.toBe('')
    expect(user.scopes).not.toEqual([])
    expect(await driver.adjustScopes(user, signal)).toEqual(user)
    const session = { returnUrls, recurring: true, addBankLogin: false, loginReference: null, userIp: null } as const
    const userIp = '93.184.216.34'
    for (const purpose of ['CONNECT', 'MANAGE'] as const) {
      const page = await driver.openSession(user, { ...session, purpose, userIp }, signal)
      expect(isWebAddress(String(page))).toBe(true)
    }
    expect(await driver.readStatuses(user, signal)).toEqual([])
    expect(await Array.fromAsync(driver.read(user, { transactions: true }, signal))).toEqual([])
    await expectImport(driver, user, signal)
    // Removing an unknown login is no error.
    await driver.removeLogins(user, { loginReference: 'never-there', userIp }, signal)
    for (const _ of [1, 2]) await driver.removeLogins(user, { loginReference: null, userIp }, signal)
    const listed = (await Array.fromAsync(driver.listUsers(signal))).find(one => one.reference === user.reference)
    expect(listed?.scopes.toSorted()).toEqual(user.scopes.toSorted())
    for (const _ of [1, 2]) await driver.deleteUser(user.reference, signal)
    const synchronize = { ...session, purpose: 'SYNCHRONIZE', loginReference: 'gone', userIp } as const
    const gone: readonly (() => Promise<unknown>)[] = [
      () => driver.readStatuses(user, signal),
      () => driver.adjustScopes({ ...user, scopes: [] }, signal),
      () => driver.openSession(user, { ...session, purpose: 'CONNECT' }, signal),
      () => driver.openSession(user, synchronize, signal),
      () => Array.fromAsync(driver.read(user, { transactions: true }, signal)),
    ]
    for (const ask of gone) await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    if (driver.importLogins)
      await expect(driver.importLogins(user, [importedLogin('l')], 'MERGE', signal)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
  },

  async companies({ companies }, signal) {
    const found = await companies?.search(['no such company at all', 'stadtwerke'], signal)
    expect(found).toHaveLength(2)
    for (const { name } of found?.flat() ?? []) expect(name.trim()).not.toBe('')
  },

  async logos({ logos }, signal) {
    const names = Array.from({ length: logos?.maxQueries ?? 0 }, (_, index) => `company ${index}`)
    const found =
      (await logos?.find(
        names.map(name => ({ name, creditorId: null, iban: null })),
        signal,
      )) ?? []
    expect(found).toHaveLength(names.length)
    for (const logo of found) if (logo) expect(isWebAddress(logo.url)).toBe(true)
  },

  async paymentPartners({ paymentPartners, bankLogins }, signal) {
    const user = await bankLogins?.enrol('COMPANY', signal)
    if (!user) throw new Error('Only a user of bank logins has payment partners.')
    for (const { name } of (await paymentPartners?.list(user, signal)) ?? []) expect(name.trim()).not.toBe('')
    await bankLogins?.deleteUser(user.reference, signal)
    await expect(paymentPartners?.list(user, signal)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  },

  async shipments({ shipments }, signal) {
    const address = {
      name: 'A',
      street: 'Weg 1',
      postalCode: '10115',
      city: 'Berlin',
      country: 'DE',
      faxNumber: '+4930123456',
    }
    const parcel = { channel: 'LETTER', recipient: 'A', subject: 'B', address } as const
    for (const channel of ['LETTER', 'FAX'] as const) expect(shipments?.refuse({ ...parcel, channel })).toBeNull()
    const document = createSubmissionDocument('doc_1')
    await shipments?.send({
      ...parcel,
      shipmentId: createId('shipment'),
      document,
      callbackUrl: 'http://127.0.0.1:9/',
      signal,
    })
    for (const said of ['', 'requestid=&success=true', 'requestid=shp_1&success=', 'userID=u'])
      expect(shipments?.parseCallback(new URLSearchParams(said))).toBeNull()
    for (const missing of [{ recipient: ' ' }, { subject: '' }, { address: { ...address, street: null } }])
      expect(shipments?.refuse({ ...parcel, ...missing })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: expect.anything(),
      })
    expect(shipments?.refuse({ ...parcel, channel: 'FAX', address: { ...address, faxNumber: null } })?.field).toEqual([
      'address',
      'faxNumber',
    ])
  },

  async registerWebhook(client, signal) {
    // The call may be repeated.
    for (const _ of [1, 2])
      await client.registerWebhook?.(new URL('https://assay.example/webhooks/vendor/token'), signal)
  },

  async checkCredentials(client, signal) {
    for (const { name, value } of (await client.checkCredentials?.(signal)) ?? []) {
      expect(name.trim()).not.toBe('')
      expect(value.trim()).not.toBe('')
    }
  },

  async erase(client, signal) {
    const references = await handOver(client, signal)
    expect(references).not.toEqual([])
    // Erasing an unknown id is no error.
    for (const _ of [1, 2]) await client.erase?.([...references, 'never-there'], signal)
  },
}

function importedLogin(id: string): ImportedLogin {
  return {
    id,
    bank: { name: 'Bank A', bic: null, bankCode: '10020000' },
    accounts: [
      {
        id: `account of ${id}`,
        iban: 'DE64100200007791587578',
        number: null,
        name: null,
        owner: 'Testine Müster',
        type: 'SAVINGS',
        currency: 'EUR',
        balance: '123456789012345.67',
        creditLine: null,
        monthlySpendingLimit: null,
        transactions: [
          {
            id: `movement of ${id}`,
            amount: '-0.30',
            currency: 'EUR',
            bookingDate: '2025-03-30',
            valueDate: '2025-10-26',
            status: 'BOOKED',
            description: 'Brot',
            counterparty: null,
            mandateReference: null,
            tags: [],
            codes: [],
          },
        ],
        standingOrders: [],
        securities: [],
      },
    ],
  }
}

/** P15: imported logins are read with the same digits and days. REPLACE removes all others, MERGE keeps them. */
async function expectImport(driver: BankLoginDriver, user: VendorUser, signal: AbortSignal): Promise<void> {
  if (!driver.importLogins) return
  const loginsOf = async (transactions: boolean) => {
    const found = await Array.fromAsync(driver.read(user, { transactions }, signal))
    return {
      logins: found.flatMap(({ logins = [] }) => logins),
      accounts: found.flatMap(({ accounts = [] }) => accounts),
      transactions: found.flatMap(one => one.transactions ?? []),
    }
  }
  const references = async () => (await loginsOf(false)).logins.map(({ reference }) => reference).toSorted()
  await driver.importLogins(user, [importedLogin('a'), importedLogin('b')], 'REPLACE', signal)
  expect(await references()).toEqual(['a', 'b'])
  await driver.importLogins(user, [importedLogin('c')], 'MERGE', signal)
  expect(await references()).toEqual(['a', 'b', 'c'])
  await driver.importLogins(user, [importedLogin('c')], 'REPLACE', signal)
  const { logins, accounts, transactions } = await loginsOf(true)
  expect(logins).toMatchObject([{ reference: 'c', bank: { name: 'Bank A', bankCode: '10020000' } }])
  expect(accounts).toMatchObject([
    { loginKey: logins[0]?.key, reference: 'account of c', type: 'SAVINGS', balance: '123456789012345.67' },
  ])
  expect(transactions).toMatchObject([
    {
      accountKey: accounts[0]?.key,
      providerTransactionId: 'movement of c',
      amount: '-0.30',
      bookingDate: '2025-03-30',
      valueDate: '2025-10-26',
      status: 'BOOKED',
    },
  ])
  expect((await loginsOf(false)).transactions).toEqual([])
}

/** Gives the provider data that can be deleted. @returns the vendor's ids */
async function handOver({ products, bankLogins }: ProviderClient, signal: AbortSignal): Promise<readonly string[]> {
  const [driver] = Object.values(products)
  if (!driver && bankLogins) return [(await bankLogins.enrol('PERSON', signal)).reference]
  return driver ? (await submit(driver, signal)).flatMap(step => step.references ?? []) : []
}

function submit(driver: AnalysisDriver, signal: AbortSignal): Promise<SubmissionStep[]> {
  const job = { ...createCompanyJob([createSubmissionDocument('doc_1')]), signal }
  return takeSteps(checkpoint => driver.submit(job, checkpoint))
}

const used = new Set<Capability>()

/** The capabilities that it has, each with its contract. */
const held = (client: ProviderClient) =>
  capabilities.flatMap(name => (findOffer(client, name) ? [[name, contracts[name]] as const] : []))

/** The same and the submissions of its products. */
const offered = (client: ProviderClient): (readonly [string, () => Promise<unknown>])[] => [
  ...held(client).map(([name, use]) => [name, () => use(client, neverAborted)] as const),
  ...Object.entries(client.products).map(([name, driver]) => [name, () => submit(driver, neverAborted)] as const),
]

async function useAll(client: ProviderClient): Promise<void> {
  for (const [name, use] of held(client)) {
    await use(client, neverAborted)
    used.add(name)
  }
}

describe.each(providers.map(provider => [provider.id, provider] as const))('the provider %s', (_id, provider) => {
  const { variables, connect, connectTo, startServer } = setUpProvider(provider)

  test('fulfils the contract of each of its capabilities', () => useAll(connect().client))

  test('reports wrong credentials in every capability and product', async () => {
    const wrong = Object.entries(variables()).map(([name, value]) => [
      name,
      provider.variables[name]?.credential ? `${value}x` : value,
    ])
    const { client } = connect(Object.fromEntries(wrong))
    for (const [name, use] of offered(client))
      await expect(use(), name).rejects.toMatchObject({
        code: 'PROVIDER_UNAUTHORIZED',
        retryable: false,
      })
  })

  test('P13 reports an unreachable vendor in every capability and product, and that nothing was done', async () => {
    const gone = await startServer(response => response.end())
    await gone.close()
    const { client } = connectTo(gone.url)
    for (const [name, use] of offered(client))
      await expect(use(), name).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true })
  })

  const answers: Readonly<Record<string, Respond>> = {
    ...surprises,
    'a refusal': response => response.writeHead(422, { 'content-type': 'application/json' }).end('{"message": "No."}'),
  }
  test.for(Object.entries(answers))(
    'P16 throws only typed errors in every capability, after %s',
    async ([, respond]) => {
      const { client } = connectTo((await startServer(respond)).url)
      for (const [name, use] of held(client)) {
        const error: unknown = await use(client, neverAborted).then(
          () => null,
          thrown => thrown,
        )
        // A call that does not read its answer may succeed.
        if (error === null) continue
        expect(error, name).toBeInstanceOf(AppError)
        expect(error, name).not.toMatchObject({ code: 'INTERNAL' })
      }
    },
  )

  test('P26 ends every call at once when its signal is aborted', async () => {
    let caller = new AbortController()
    const silent = await startServer(() => caller.abort())
    const { client } = connectTo(silent.url)
    for (const [name, use] of held(client)) {
      caller = new AbortController()
      await expect(use(client, caller.signal), name).rejects.toBeInstanceOf(AppError)
    }
  })
})

test('a provider in memory, with capabilities that no vendor has, fulfils the contract of each capability', async () => {
  const { client, stop } = connectProvider(createMemoryProvider('memory', { erases: true, lists: true }).provider, {})
  expect(held(client).map(([name]) => name)).toEqual(expect.arrayContaining(['banks', 'erase', 'registerWebhook']))
  await useAll(client)
  await stop()
})

test('every capability is tested with at least one provider', () => {
  expect([...used].toSorted()).toEqual([...capabilities].toSorted())
})
