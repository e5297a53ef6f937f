import { expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import { context, createLiveWorld, down, logoOf } from '../../test/support/live-world.ts'
import type { LogoQuery } from '../domain/company.ts'
import { createId } from '../domain/ids.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { sql } from '../store/sql.ts'
import { purgeVendorAnswers } from '../store/vendor-answers.ts'

const { tenant } = context
const dayMs = 86_400_000
const byName = (name: string): LogoQuery => ({ name, creditorId: null, iban: null })

describeOnOneDatabase('questions of queries to vendors', database => {
  const createWorld = () => createLiveWorld(database())

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
    world.hang()
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
        select to_jsonb(a) as row from vendor_answers a where provider_id = ${world.providerId}`)
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
