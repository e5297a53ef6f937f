import { expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { createLiveWorld, down } from '../../test/support/live-world.ts'
import { searchBanks } from './bank-lists.ts'

const hourMs = 3_600_000
const unknown = { fullName: null, bic: null, bankCode: null, logo: null }

describeOnOneDatabase('the list of banks of a provider', database => {
  test('is fetched once a day for all servers and parallel queries', async () => {
    const world = createLiveWorld(database())
    const [server, other] = [world.createServer(), world.createServer()]
    const answer = { value: [{ name: 'testbank', ...unknown }], retrievedAt: expect.any(Date), stale: false }
    expect(await Promise.all([server.readBanks(), server.readBanks()])).toEqual([answer, answer])
    world.pass(23 * hourMs)
    expect(await server.readBanks()).toEqual(answer)
    expect(await other.readBanks()).toEqual(answer)
    expect(world.calls).toHaveLength(1)
    world.pass(hourMs)
    world.vendor.banks = () => [{ name: 'newbank' }]
    expect(await other.readBanks()).toMatchObject({ value: [{ name: 'newbank' }], stale: false })
    expect(await server.readBanks()).toMatchObject({ value: [{ name: 'newbank' }], stale: false })
  })

  test('is fetched again when another version of the program stored it in another form', async () => {
    const world = createLiveWorld(database())
    const answer = await world.createServer().readBanks()
    const other = `update vendor_answers set answer = '[{"title": "testbank"}]' where provider_id = $1`
    await executeSql(database(), other, [world.providerId])
    world.pass(hourMs)
    expect(await world.createServer().readBanks()).toMatchObject({ value: answer.value, stale: false })
    expect(world.calls).toHaveLength(2)
  })

  test('P31 comes from the store and is marked stale while the vendor does not answer, and the vendor is not asked again at once', async () => {
    const world = createLiveWorld(database())
    const { retrievedAt } = await world.createServer().readBanks()
    world.pass(24 * hourMs)
    world.fail()
    const server = world.createServer()
    const stale = { value: [{ name: 'testbank' }], retrievedAt, stale: true }
    expect(await server.readBanks()).toMatchObject(stale)
    expect(await server.readBanks()).toMatchObject(stale)
    expect(world.calls).toHaveLength(2)
    world.pass(60_000)
    expect(await server.readBanks()).toMatchObject(stale)
    expect(world.calls).toHaveLength(3)
  })

  test('P31 waits at most 5 seconds, and the signal reaches the call', async () => {
    const world = createLiveWorld(database())
    world.hang()
    const refused = expect(world.createServer().readBanks()).rejects.toMatchObject({ code: 'PROVIDER_TIMEOUT' })
    await expect.poll(() => world.deadlines).toEqual([5_000])
    world.gaveUp.abort()
    await refused
  })

  test('throws the error of the call when the store has no list, and the next query asks again', async () => {
    const world = createLiveWorld(database())
    world.fail()
    const server = world.createServer()
    await expect(server.readBanks()).rejects.toBe(down)
    world.vendor.hold = async () => {}
    expect(await server.readBanks()).toMatchObject({ stale: false })
  })

  test('P29 P32 is sorted without repetitions, and without members that cannot be stored or opened by a browser', async () => {
    const world = createLiveWorld(database())
    const long = 'x'.repeat(4_001)
    world.vendor.banks = () => [
      { name: 'Zeta' },
      { name: 'ÄRA', bic: 'AAAADEFFXXX', logo: { url: 'https://vendor.example/a.png', mediaType: long } },
      { name: 'alpha', fullName: long, bankCode: 'a\0', logo: { url: 'javascript:alert(1)', mediaType: null } },
      { name: 'Zeta' },
      { name: long },
      { name: ' ' },
    ]
    const { value } = await world.createServer().readBanks()
    const logo = { url: 'https://vendor.example/a.png', mediaType: null }
    expect(value.map(({ name }) => name)).toEqual(['alpha', 'Zeta', 'ÄRA'])
    expect(value[0]).toMatchObject({ fullName: null, logo: null })
    expect(value[2]).toEqual({ ...unknown, name: 'ÄRA', bic: 'AAAADEFFXXX', logo })
    expect(searchBanks(value, ' äRa ')).toEqual([value[2]])
    expect(searchBanks(value, 'deff')).toEqual([value[2]])
    expect(searchBanks(value, 'nobody')).toEqual([])
  })
})
