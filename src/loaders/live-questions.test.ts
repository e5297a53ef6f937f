import { expect, test } from 'vitest'
import { addChanges, testSecretBox } from '../../test/support/add-changes.ts'
import { connectRegistry } from '../../test/support/connect-provider.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import { createMemoryProvider } from '../../test/support/memory-provider.ts'
import type { Logo } from '../domain/bank.ts'
import type { LogoQuery } from '../domain/company.ts'
import { createId } from '../domain/ids.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { createIntake } from '../intake/create-intake.ts'
import type { CompanyFinding } from '../providers/company-directory.ts'
import type { PaymentPartnerFinding } from '../providers/payment-partner-source.ts'
import { insertBankUser, saveVendorUser } from '../store/bank-users.ts'
import { sql } from '../store/sql.ts'
import { purgeVendorAnswers } from '../store/vendor-answers.ts'
import { createCompanySearches } from './company-searches.ts'
import { createLogos } from './logos.ts'
import { createPaymentPartners } from './payment-partners.ts'

const tenant = parseTenantId('acme')
const context = { ...wholeTenant(tenant), correlationId: 'corr' }
const dayMs = 86_400_000
const down = new AppError('PROVIDER_UNAVAILABLE', 'down')
const byName = (name: string): LogoQuery => ({ name, creditorId: null, iban: null })
const logoOf = (name: string): Logo => ({ url: `https://logos.example/${encodeURIComponent(name)}`, mediaType: null })

describeOnOneDatabase('questions of queries to vendors', database => {
  let vendors = 0

  function createWorld() {
    let time = Date.parse('2026-03-01T12:00:00Z')
    const calls: (readonly string[])[] = []
    const vendor = {
      /** Awaited by every call. */
      hold: async (_signal: AbortSignal) => {},
      logo: (name: string): Logo | null => (name.startsWith('no ') ? null : logoOf(name)),
      companies: (): readonly CompanyFinding[] => [{ name: 'Example Ltd' }],
      partners: (): readonly PaymentPartnerFinding[] => [{ name: 'Customer' }],
    }
    async function called(what: readonly string[], signal: AbortSignal) {
      calls.push(what)
      await vendor.hold(signal)
    }
    const providerId = `vendor-${++vendors}`
    const { provider } = createMemoryProvider(providerId, {
      client: {
        logos: {
          maxQueries: 200,
          async find(queries, signal) {
            await called(
              queries.map(({ name }) => name ?? ''),
              signal,
            )
            return queries.map(({ name }) => vendor.logo(name ?? ''))
          },
        },
        companies: {
          maxQueries: 200,
          async search(names, signal) {
            await called(names, signal)
            return names.map(() => vendor.companies())
          },
        },
        paymentPartners: {
          async list({ reference }, signal) {
            await called([reference], signal)
            return vendor.partners()
          },
        },
      },
    })
    const providers = connectRegistry({ providers: [provider] })
    const deadlines: number[] = []
    const gaveUp = new AbortController()
    const now = () => new Date(time)
    const changing = addChanges(database(), now)
    /** A new server with empty memory. */
    function createServer() {
      const deps = {
        database: changing,
        providers,
        secretBox: testSecretBox,
        now,
        deadline(ms: number) {
          deadlines.push(ms)
          return gaveUp.signal
        },
      }
      return {
        logos: createLogos(deps),
        companies: createCompanySearches(deps),
        partners: createPaymentPartners(deps),
      }
    }
    return {
      vendor,
      calls,
      deadlines,
      gaveUp,
      createServer,
      pass(ms: number) {
        time += ms
      },
      fail() {
        vendor.hold = async () => {
          throw down
        }
      },
      /** Creates an applicant with a user at the vendor. */
      async addApplicant(kind: 'COMPANY' | 'PERSON') {
        const applicantId = await createIntake({ database: changing }).createApplicant(context, { kind })
        const user = { applicantId, providerId }
        await changing.transaction(async tx => {
          await insertBankUser(tx, tenant, { ...user, accountKey: providers.accountKey(tenant, providerId), at: now() })
          await saveVendorUser(tx, tenant, user, { reference: `user of ${applicantId}`, scopes: [] })
        })
        return applicantId
      },
    }
  }

  test('500 logos are requested in 3 calls of at most 200, and not again for a week, also if there is none', async () => {
    const world = createWorld()
    const server = world.createServer()
    const names = Array.from({ length: 500 }, (_, index) => (index % 2 ? `company ${index}` : `no company ${index}`))
    const expected = names.map(name => (name.startsWith('no ') ? null : logoOf(name)))
    // Each twice in one read, and by two parallel reads.
    const doubled = [...names, ...names].map(byName)
    const [first, second] = await Promise.all([
      server.logos.find(tenant, doubled),
      server.logos.find(tenant, names.slice(0, 300).map(byName)),
    ])
    expect(first).toEqual([...expected, ...expected])
    expect(second).toEqual(expected.slice(0, 300))
    expect(world.calls.map(call => call.length).toSorted()).toEqual([100, 200, 200])

    world.pass(7 * dayMs - 1)
    expect(await world.createServer().logos.find(tenant, names.map(byName))).toEqual(expected)
    expect(world.calls).toHaveLength(3)
    world.pass(1)
    await server.logos.find(tenant, [byName(' COMPANY  1')])
    expect(world.calls).toHaveLength(4)
  })

  test('P31 logos wait at most 5 seconds; stored ones are returned, the rest is null, and the vendor is not asked for a while', async () => {
    const world = createWorld()
    const server = world.createServer()
    await server.logos.find(tenant, [byName('kept')])
    world.pass(8 * dayMs)
    world.vendor.hold = signal =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new AppError('PROVIDER_TIMEOUT', 'late'))),
      )
    const reading = server.logos.find(tenant, [byName('kept'), byName('new')])
    await expect.poll(() => world.deadlines).toEqual([5_000, 5_000])
    world.gaveUp.abort()
    expect(await reading).toEqual([logoOf('kept'), null])
    expect(await server.logos.find(tenant, [byName('kept'), byName('new')])).toEqual([logoOf('kept'), null])
    expect(world.calls).toHaveLength(2)
    world.pass(60_000)
    world.vendor.hold = async () => {}
    expect(await server.logos.find(tenant, [byName('new')])).toEqual([logoOf('new')])
  })

  test('P29 P32 a logo that browsers cannot open is null, empty queries are not sent, and at most 5 calls are made', async () => {
    const world = createWorld()
    const { logos } = world.createServer()
    world.vendor.logo = () => ({ url: 'javascript:alert(1)', mediaType: null })
    expect(await logos.find(tenant, [byName('evil'), byName(' ')])).toEqual([null, null])
    expect(world.calls).toEqual([['evil']])
    await logos.find(
      tenant,
      Array.from({ length: 1_500 }, (_, index) => byName(`many ${index}`)),
    )
    expect(world.calls).toHaveLength(6)
  })

  test('P21 stored logos contain no names and are deleted when they are old', async () => {
    const world = createWorld()
    await world.createServer().logos.find(tenant, [byName('no Erika Testine')])
    const rows = () =>
      database().acrossTenants<{ row: unknown }>(sql`
        select to_jsonb(a) as row from vendor_answers a where provider_id = ${`vendor-${vendors}`}`)
    expect(JSON.stringify(await rows())).not.toMatch(/Testine/i)
    expect(await rows()).toHaveLength(1)
    await purgeVendorAnswers(database(), new Date('2026-03-01T12:00:00.001Z'))
    expect(await rows()).toEqual([])
  })

  test('a search for companies is sent once a day, independently of spelling variants, and its results are bounded', async () => {
    const world = createWorld()
    const server = world.createServer()
    world.vendor.companies = () => [
      { name: 'Example Ltd', address: 'x'.repeat(501), ibans: ['DE02120300000000202051'], logo: logoOf('a') },
      { name: ' ' },
      ...Array.from({ length: 60 }, (_, index) => ({ name: `Example ${index}` })),
    ]
    const { value, stale } = await server.companies.search(tenant, 'Example')
    expect(stale).toBe(false)
    expect(value).toHaveLength(49)
    expect(value[0]).toEqual({
      name: 'Example Ltd',
      address: null,
      creditorIds: [],
      ibans: ['DE02120300000000202051'],
      logo: logoOf('a'),
    })
    await world.createServer().companies.search(tenant, ' EXAMPLE ')
    expect(world.calls).toEqual([['Example']])
    world.fail()
    world.pass(dayMs)
    expect(await server.companies.search(tenant, 'example')).toMatchObject({ value, stale: true })
    expect(await failureOf(server.companies.search(tenant, 'another'))).toBe(down)
    expect(await failureOf(server.companies.search(tenant, ' '))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['search'],
    })
  })

  test('payment partners exist for companies with accounts at the provider, and are at most a day old or marked stale', async () => {
    const world = createWorld()
    const [company, person] = [await world.addApplicant('COMPANY'), await world.addApplicant('PERSON')]
    const server = world.createServer()
    world.vendor.partners = () => [
      {
        name: ' Customer ',
        iban: 'DE02120300000000202051',
        moneyIn: '12.30',
        moneyOut: 'NaN',
        firstTransaction: '2025-02-30',
        lastTransaction: '2025-03-01',
        transactionCount: -1,
      },
      { name: ' ' },
    ]
    const customer = {
      name: 'Customer',
      iban: 'DE02120300000000202051',
      maskedIban: 'DE****************2051',
      relevance: null,
      firstTransaction: null,
      lastTransaction: '2025-03-01',
      transactionCount: null,
      moneyIn: '12.30',
      moneyOut: null,
      shareOfIncome: null,
      shareOfOutcome: null,
    }
    const answers = await Promise.all([1, 2].map(() => server.partners.read(context, company)))
    expect(answers).toMatchObject([1, 2].map(() => ({ value: [customer], stale: false })))
    expect(await world.createServer().partners.read(context, company)).toMatchObject({ value: [customer] })
    expect(world.calls).toEqual([[`user of ${company}`]])
    world.pass(dayMs)
    world.fail()
    expect(await server.partners.read(context, company)).toMatchObject({ value: [customer], stale: true })
    expect(await server.partners.read(context, person)).toBeNull()
    expect(await server.partners.read(context, createId('applicant'))).toBeNull()
    expect(await server.partners.read({ ...context, tenant: parseTenantId('globex') }, company)).toBeNull()
  })

  test('payment partners: an error of the call is thrown, and a user that the provider no longer knows has none', async () => {
    const world = createWorld()
    const company = await world.addApplicant('COMPANY')
    const { partners } = world.createServer()
    world.fail()
    expect(await failureOf(partners.read(context, company))).toBe(down)
    world.vendor.hold = async () => {
      throw new AppError('NOT_FOUND', 'No such user.')
    }
    expect(await partners.read(context, company)).toBeNull()
  })

  test('P21 payment partners of an applicant who is erased meanwhile are not stored', async () => {
    const world = createWorld()
    const company = await world.addApplicant('COMPANY')
    world.vendor.hold = async () => {
      await database().rows(sql`delete from events where tenant_id = ${tenant} and applicant_id = ${company}`)
      await database().rows(sql`delete from bank_users where tenant_id = ${tenant} and applicant_id = ${company}`)
      await database().rows(sql`delete from applicants where tenant_id = ${tenant} and id = ${company}`)
    }
    await world.createServer().partners.read(context, company)
    expect(
      await database().rows(
        sql`select 1 from applicant_answers where tenant_id = ${tenant} and applicant_id = ${company}`,
      ),
    ).toEqual([])
  })
})
