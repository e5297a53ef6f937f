import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type BankWorld, useBankWorlds } from '../../test/support/bank-world.ts'
import { useOneDatabase } from '../../test/support/databases.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import type { ImportBankLogins } from '../domain/bank-login-commands.ts'
import type { ImportedLoginInput } from '../domain/imported-login.ts'
import { AppError } from '../errors.ts'

const database = useOneDatabase()
const createWorld = useBankWorlds(database, 'import')

const ibans = ['DE02120300000000202051', 'DE02500105170137075030', 'DE02100500000054540402']
const loginOf = (id: string, at = 0): ImportedLoginInput => ({
  id,
  bank: { name: 'Elsewhere' },
  accounts: [{ id: `account of ${id}`, type: 'CURRENT', currency: 'EUR', iban: ibans[at] }],
})

async function begin() {
  const world = createWorld()
  const applicantId = await world.addApplicant()
  function bring(input: Omit<ImportBankLogins, 'applicantId'>): Promise<string> {
    // Looks within the window for hints are delayed.
    world.pass(5_000)
    return whileLooking(world, world.commands.importLogins(world.context, { applicantId, ...input }))
  }
  const connected = async () =>
    (await world.logins(applicantId)).filter(one => one.removedAt === null).map(one => one.providerReference)
  return { world, applicantId, bring, connected }
}

/** Workers look at due work until the command is done. */
async function whileLooking<Result>(world: BankWorld, command: Promise<Result>): Promise<Result> {
  let isDone = false
  const done = command.finally(() => {
    isDone = true
  })
  done.catch(() => {})
  while (!isDone) {
    await world.look()
    await setImmediate()
  }
  return done
}

test('an import is sent to the vendor and read back before it is answered', async () => {
  const { world, applicantId, bring, connected } = await begin()
  expect(await bring({ mode: 'MERGE', logins: [loginOf('a')] })).toBe(applicantId)
  expect(await connected()).toEqual(['a'])
  expect(await bring({ mode: 'MERGE', logins: [loginOf('b', 1)] })).toBe(applicantId)
  expect(await connected()).toEqual(['a', 'b'])
  expect(world.bank.count('enrol')).toBe(1)
})

test('REPLACE that would remove logins says how many, and removes them only if that is confirmed', async () => {
  const { world, bring, connected } = await begin()
  await bring({ mode: 'REPLACE', logins: [loginOf('a'), loginOf('b', 1)] })
  const less = { mode: 'REPLACE', logins: [loginOf('c', 2)] } as const
  expect(await failureOf(bring(less))).toMatchObject({
    code: 'INVALID_STATE',
    field: ['confirm'],
    message: expect.stringContaining('remove 2 bank logins'),
  })
  expect(world.bank.count('import')).toBe(1)
  // It does not remove the logins that it contains.
  await bring({ mode: 'REPLACE', logins: [loginOf('a'), loginOf('b', 1)] })
  await bring({ ...less, confirm: true })
  expect(await connected()).toEqual(['c'])
})

test('the same key imports once after the first import was accepted; another input is a conflict', async () => {
  const { world, bring } = await begin()
  const input = { mode: 'MERGE', logins: [loginOf('a')], idempotencyKey: 'key-1' } as const
  const down = new AppError('PROVIDER_UNAVAILABLE', 'Out of order.')
  world.bank.failAt('before import', down)
  expect(await failureOf(bring(input))).toBe(down)
  world.bank.recover()
  await bring(input)
  await bring(input)
  expect(world.bank.count('import')).toBe(2)
  expect((await failureOf(bring({ ...input, mode: 'REPLACE' }))).code).toBe('IDEMPOTENCY_CONFLICT')
})

test('an invalid or empty import, or one for an unknown applicant or a provider without imports, sends nothing to the vendor', async () => {
  const { world, bring } = await begin()
  const wrong = { ...loginOf('a'), id: ' ' }
  expect((await failureOf(bring({ mode: 'MERGE', logins: [wrong] }))).faults).toMatchObject([
    { field: ['logins', '0', 'id'] },
  ])
  expect(await failureOf(bring({ mode: 'MERGE', logins: [] }))).toMatchObject({ field: ['logins'] })
  const forNobody = world.commands.importLogins(world.context, {
    applicantId: 'app_unknown',
    mode: 'MERGE',
    logins: [loginOf('a')],
  })
  expect(await failureOf(forNobody)).toMatchObject({ code: 'NOT_FOUND', field: ['applicantId'] })
  Object.assign(world.bank.driver, { importLogins: undefined, importNeeds: 'the scope external' })
  for (const provider of ['test-bank', null])
    expect(await failureOf(bring({ mode: 'MERGE', logins: [loginOf('a')], provider }))).toMatchObject({
      code: 'CAPABILITY_UNSUPPORTED',
      message: expect.stringContaining('test-bank needs the scope external'),
    })
  expect(world.bank.calls).toEqual([])
})

test('an import whose answer was lost is found by the reading that was scheduled before it', async () => {
  const { world, bring, connected } = await begin()
  const lost = new AppError('PROVIDER_TIMEOUT', 'Late.')
  world.bank.failAt('after import', lost)
  expect(await failureOf(bring({ mode: 'MERGE', logins: [loginOf('a')] }))).toBe(lost)
  await world.run(2)
  expect(await connected()).toEqual(['a'])
})
