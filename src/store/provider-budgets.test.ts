import { expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { toAppError } from '../errors.ts'
import { createBudgetGates } from '../http/budget-gates.ts'
import { changeBudget } from './provider-budgets.ts'

describeOnEveryDatabase('P12 a budget shared through the database', database => {
  const openGates = () =>
    createBudgetGates({
      store: { change: (key, work) => changeBudget(database(), key, work) },
      sleep: async () => {},
    })
  const rule = { limit: 5, perMs: 60_000 }

  test('allows no more calls than the limit, counted over all servers', async () => {
    const nodes = [openGates(), openGates(), openGates()]
    const entered = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => nodes[index % nodes.length]?.enter('account', rule, 0)),
    )
    const refused = entered.filter(outcome => outcome.status === 'rejected')
    expect(refused).toHaveLength(7)
    expect(refused[0]).toMatchObject({ reason: { code: 'PROVIDER_RATE_LIMITED' } })
    // The database's clock advances while the test runs.
    const { retryAfterSeconds } = toAppError(refused[0]?.reason)
    expect(retryAfterSeconds).toBeGreaterThan(0)
    expect(retryAfterSeconds).toBeLessThanOrEqual(60)
    await expect(openGates().enter('another account', rule, 0)).resolves.toBeUndefined()
  })

  test('is closed for all servers after the vendor told one of them to wait', async () => {
    await openGates().close('resting', Date.now() + 3_600_000)
    await expect(openGates().enter('resting', rule, 5_000)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' })
  })
})
