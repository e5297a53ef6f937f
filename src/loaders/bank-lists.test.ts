import { expect, test } from 'vitest'
import { connectRegistry } from '../../test/support/connect-provider.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createMemoryProvider } from '../../test/support/memory-provider.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { createBankLists, searchBanks } from './bank-lists.ts'

const tenant = parseTenantId('acme')
const hourMs = 3_600_000
const down = new AppError('PROVIDER_UNAVAILABLE', 'down')
const unknown = { fullName: null, bic: null, bankCode: null, logo: null }

describeOnOneDatabase('the list of banks of a provider', database => {
  let vendors = 0

  function createWorld() {
    let time = Date.parse('2026-03-01T12:00:00Z')
    let asked = 0
    const deadlines: number[] = []
    const vendor = createMemoryProvider(`vendor-${++vendors}`, { lists: true })
    const list = vendor.listBanks
    vendor.listBanks = signal => {
      asked += 1
      return list(signal)
    }
    const providers = connectRegistry({ providers: [vendor.provider] })
    const gaveUp = new AbortController()
    /** A new server with empty memory. */
    const createServer = () =>
      createBankLists({
        database: database(),
        providers,
        now: () => new Date(time),
        deadline(ms) {
          deadlines.push(ms)
          return gaveUp.signal
        },
      })
    return {
      vendor,
      createServer,
      gaveUp,
      deadlines,
      asked: () => asked,
      pass(ms: number) {
        time += ms
      },
      read: (server: ReturnType<typeof createServer>) => server.read(tenant, vendor.provider.id),
    }
  }

  test('is fetched once a day for all servers and parallel queries', async () => {
    const world = createWorld()
    const [server, other] = [world.createServer(), world.createServer()]
    const answer = { value: [{ name: 'testbank', ...unknown }], retrievedAt: expect.any(Date), stale: false }
    expect(await Promise.all([world.read(server), world.read(server)])).toEqual([answer, answer])
    world.pass(23 * hourMs)
    expect(await world.read(server)).toEqual(answer)
    expect(await world.read(other)).toEqual(answer)
    expect(world.asked()).toBe(1)
    world.pass(hourMs)
    world.vendor.listBanks = async () => [{ name: 'newbank' }]
    expect(await world.read(other)).toMatchObject({ value: [{ name: 'newbank' }], stale: false })
    expect(await world.read(server)).toMatchObject({ value: [{ name: 'newbank' }], stale: false })
  })

  test('P31 comes from the store and is marked stale while the vendor does not answer, and the vendor is not asked again at once', async () => {
    const world = createWorld()
    const { retrievedAt } = await world.read(world.createServer())
    world.pass(24 * hourMs)
    let failures = 0
    world.vendor.listBanks = async () => {
      failures += 1
      throw down
    }
    const server = world.createServer()
    const stale = { value: [{ name: 'testbank' }], retrievedAt, stale: true }
    expect(await world.read(server)).toMatchObject(stale)
    expect(await world.read(server)).toMatchObject(stale)
    expect(failures).toBe(1)
    world.pass(60_000)
    expect(await world.read(server)).toMatchObject(stale)
    expect(failures).toBe(2)
  })

  test('P31 waits at most 5 seconds, and the signal reaches the call', async () => {
    const world = createWorld()
    world.vendor.listBanks = signal =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new AppError('PROVIDER_TIMEOUT', 'late'))),
      )
    const reading = world.read(world.createServer())
    const refused = expect(reading).rejects.toMatchObject({ code: 'PROVIDER_TIMEOUT' })
    await expect.poll(() => world.deadlines).toEqual([5_000])
    world.gaveUp.abort()
    await refused
  })

  test('throws the error of the call when the store has no list, and the next query asks again', async () => {
    const world = createWorld()
    const list = world.vendor.listBanks
    world.vendor.listBanks = async () => {
      throw down
    }
    const server = world.createServer()
    await expect(world.read(server)).rejects.toBe(down)
    world.vendor.listBanks = list
    expect(await world.read(server)).toMatchObject({ stale: false })
  })

  test('P29 P32 is sorted without repetitions, and without members that cannot be stored or opened by a browser', async () => {
    const world = createWorld()
    const long = 'x'.repeat(4_001)
    world.vendor.listBanks = async () => [
      { name: 'Zeta' },
      { name: 'ÄRA', bic: 'AAAADEFFXXX', logo: { url: 'https://vendor.example/a.png', mediaType: long } },
      { name: 'alpha', fullName: long, bankCode: 'a\0', logo: { url: 'javascript:alert(1)', mediaType: null } },
      { name: 'Zeta' },
      { name: long },
      { name: ' ' },
    ]
    const { value } = await world.read(world.createServer())
    const logo = { url: 'https://vendor.example/a.png', mediaType: null }
    expect(value.map(({ name }) => name)).toEqual(['alpha', 'Zeta', 'ÄRA'])
    expect(value[0]).toMatchObject({ fullName: null, logo: null })
    expect(value[2]).toEqual({ ...unknown, name: 'ÄRA', bic: 'AAAADEFFXXX', logo })
    expect(searchBanks(value, ' äRa ')).toEqual([value[2]])
    expect(searchBanks(value, 'deff')).toEqual([value[2]])
    expect(searchBanks(value, 'nobody')).toEqual([])
  })
})
