import { type Clock, systemClock } from '../../simulation/clock.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer, type Opened, type Received } from '../../simulation/http-server.ts'
import { createJournal } from '../../simulation/journal.ts'
import { createRateLimits } from '../../simulation/rate-limits.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { vendor } from './config.ts'
import { type Account, authenticate, createAccount, defaultAccount } from './simulator/accounts.ts'
import type { CasePlan } from './simulator/case-plan.ts'
import { createCases, type SimulatedCase } from './simulator/cases.ts'
import type { FinovoxSimulator, FinovoxSimulatorOptions, JournalEntry, Operation } from './simulator/control.ts'
import type { ReceivedFolder } from './simulator/read-folder.ts'
import { createRetrieveTokens, createRoutes, type Exchange } from './simulator/routes.ts'
import { toErrorAnswer, toSimulatedEnvelope, VendorError } from './simulator/vendor-error.ts'

export type { FinovoxControl, FinovoxSimulator, FinovoxSimulatorOptions } from './simulator/control.ts'

/** ASSUMED: calls a minute and key; the pages know 429, and no number. */
const perMinute = { calls: 300 } as const

/** Finovox played on loopback as its pages describe it; `simulator/README.md` says how to steer it. */
export function createFinovoxSimulator(options: SimulatorOptions & FinovoxSimulatorOptions): FinovoxSimulator {
  const { speed, logger } = options
  const clock: Clock = { now: options.now ?? systemClock.now, setTimer: options.setTimer ?? systemClock.setTimer }
  const account: Account = { ...defaultAccount, ...options.account }
  const accounts = [account]
  const journal = createJournal<JournalEntry>()
  const faults = createFaults<Operation>(toSimulatedEnvelope)
  const limits = createRateLimits({ perMinute, now: clock.now, speed })
  const cases = createCases(clock, speed)
  const steered: { readonly plan: Partial<CasePlan>; readonly accepted: PromiseWithResolvers<SimulatedCase> }[] = []
  let baseUrl = ''

  function accept(owner: Account, folder: ReceivedFolder): SimulatedCase {
    const next = steered.shift()
    const added = cases.add(owner, folder, next?.plan)
    next?.accepted.resolve(added)
    return added
  }

  function open(received: Received<JournalEntry>): Opened<Exchange> {
    return {
      exchange: {
        ...received,
        authenticate() {
          const caller = authenticate(received.request.headers, accounts)
          if (limits.take('calls', caller.apiKey).exceeded) throw new VendorError(429, 'Too many requests.')
          return caller
        },
      },
    }
  }

  const server = createHttpServer<Operation, JournalEntry, Exchange>({
    vendor: vendor.id,
    routes: createRoutes({ cases, tokens: createRetrieveTokens(), baseUrl: () => baseUrl, accept }),
    faults,
    journal,
    clock,
    logger,
    toEntry: entry => ({ ...entry, folder: null }),
    open,
    refuseUnknown: () => new VendorError(404, 'Not Found'),
    toErrorAnswer,
  })

  return {
    async start(): Promise<Environment> {
      baseUrl = `http://127.0.0.1:${await server.listen(options.port)}`
      return { FINOVOX_BASE_URL: baseUrl, FINOVOX_API_KEY: account.apiKey }
    },
    async stop() {
      cases.stop()
      faults.clear()
      await server.close()
    },
    control: {
      account,
      addAccount(own) {
        const added = createAccount(own)
        accounts.push(added)
        return added
      },
      journal: journal.entries,
      fault: faults.queue,
      nextCase(plan) {
        const accepted = Promise.withResolvers<SimulatedCase>()
        steered.push({ plan, accepted })
        return accepted.promise
      },
      cases: cases.list,
      hold: cases.hold,
      answer: id => cases.finish(id, 'answered'),
      fail: id => cases.finish(id, 'failed'),
      expire: cases.expire,
    },
  }
}
