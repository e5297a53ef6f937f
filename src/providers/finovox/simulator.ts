import { toClock } from '../../simulation/clock.ts'
import { createSetCondition } from '../../simulation/condition.ts'
import { createAccounts } from '../../simulation/control.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer } from '../../simulation/http-server.ts'
import { createRateLimits } from '../../simulation/rate-limits.ts'
import { createNextPlans } from '../../simulation/steering.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { vendor } from './config.ts'
import { type Account, authenticate, createAccount, defaultAccount } from './simulator/accounts.ts'
import type { CasePlan } from './simulator/case-plan.ts'
import { createCases, type SimulatedCase } from './simulator/cases.ts'
import type { JournalEntry, Operation } from './simulator/control.ts'
import { outcomes } from './simulator/outcomes.ts'
import { createRoutes, type Exchange } from './simulator/routes.ts'
import { toErrorAnswer, toSimulatedEnvelope, VendorError } from './simulator/vendor-error.ts'

/** Lets a test decide what the vendor does. */
export type FinovoxControl = ReturnType<typeof createFinovoxSimulator>['control']

export interface FinovoxSimulatorOptions extends SimulatorOptions {
  /** Replaces members of the default account. */
  readonly account?: Partial<Account>
}

/** ASSUMED: calls per minute and key. The pages name 429, but no number. */
const perMinute = { calls: 300 } as const

/** A simulator of Finovox on loopback, as its pages describe it. `simulator/README.md` says how to steer it. */
export function createFinovoxSimulator(options: FinovoxSimulatorOptions) {
  const { speed, logger } = options
  const clock = toClock(options)
  const account: Account = { ...defaultAccount, ...options.account }
  const accounts = createAccounts(account, createAccount)
  const journal: JournalEntry[] = []
  const faults = createFaults<Operation>(toSimulatedEnvelope)
  const limits = createRateLimits({ perMinute, now: clock.now, speed })
  const cases = createCases(clock, speed)
  const next = createNextPlans<CasePlan, SimulatedCase>()
  let baseUrl = ''

  const server = createHttpServer<Operation, JournalEntry, Exchange>({
    vendor: vendor.id,
    routes: createRoutes({
      cases,
      baseUrl: () => baseUrl,
      accept(owner, folder) {
        const { plan, resolve } = next.take()
        const added = cases.add(owner, folder, plan)
        resolve(added)
        return added
      },
    }),
    faults,
    journal,
    clock,
    logger,
    toEntry: entry => ({ ...entry, folder: null }),
    open: received => ({
      ...received,
      authenticate() {
        const caller = authenticate(received.request.headers, accounts.all)
        if (limits.take('calls', caller.apiKey).exceeded) throw new VendorError(429, 'Too many requests.')
        return caller
      },
    }),
    refuseUnknown: () => new VendorError(404, 'Not Found'),
    toErrorAnswer,
  })

  return {
    async start(): Promise<Environment> {
      baseUrl = `http://127.0.0.1:${await server.listen(options.port)}`
      return { FINOVOX_BASE_URL: baseUrl, FINOVOX_API_KEY: account.apiKey }
    },
    outcomes,
    setCondition: createSetCondition(faults),
    async stop() {
      cases.stop()
      faults.clear()
      await server.close()
    },
    control: {
      /** The account whose key `start()` returns. */
      account,
      /** Another customer of the vendor, who must not see the folders of the first one. */
      addAccount: accounts.add,
      journal,
      fault: faults.queue,
      /** Replaces members of the next folder's plan, also those of steering words. @returns that folder */
      nextCase: next.add,
      cases: cases.list,
      hold: cases.hold,
      answer: (caseId: string) => cases.finish(caseId, 'answered'),
      fail: (caseId: string) => cases.finish(caseId, 'failed'),
      expire: cases.expire,
    },
  }
}
