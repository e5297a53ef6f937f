import { toClock } from '../../simulation/clock.ts'
import { createSetCondition } from '../../simulation/condition.ts'
import { createAccounts } from '../../simulation/control.ts'
import { createFaults } from '../../simulation/faults.ts'
import { createHttpServer } from '../../simulation/http-server.ts'
import type { Environment, SimulatorOptions } from '../provider.ts'
import { vendor } from './config.ts'
import { createBankUi } from './simulator/bank-ui.ts'
import { createBankWorld } from './simulator/bank-world.ts'
import { createBankingRoutes } from './simulator/banking-routes.ts'
import { createControl, type JournalEntry, type Operation } from './simulator/control.ts'
import { type Customer, createCustomer, defaultCustomer } from './simulator/customers.ts'
import { createRouteBuilders, type Exchange, openExchange } from './simulator/exchange.ts'
import type { Reconnecting } from './simulator/logins.ts'
import { outcomes } from './simulator/outcomes.ts'
import { createPageRoutes } from './simulator/page-routes.ts'
import { createServiceRoutes } from './simulator/service-routes.ts'
import { createSessions } from './simulator/sessions.ts'
import { createShipments } from './simulator/shipments.ts'
import { createCustomerTokens } from './simulator/tokens.ts'
import { createUserRoutes } from './simulator/user-routes.ts'
import { createUsers } from './simulator/users.ts'
import { toErrorAnswer, toSimulatedEnvelope, VendorError } from './simulator/vendor-error.ts'

/** Lets a test decide what the vendor and the banks do. */
export type FinoosControl = ReturnType<typeof createFinoosSimulator>['control']

export interface FinoosSimulatorOptions extends SimulatorOptions {
  /** Replaces members of the default customer, such as `{ callsPerMinute: 50 }`. */
  readonly customer?: Partial<Customer>
}

/** A simulator of finoOS on loopback, as https://os.fino.ai/tmp/docv1 describes it. `simulator/README.md` says how to steer it. */
export function createFinoosSimulator(options: FinoosSimulatorOptions) {
  const { speed, logger } = options
  const clock = toClock(options)
  const customer = { ...defaultCustomer, ...options.customer }
  const customers = createAccounts(customer, createCustomer)
  const journal: JournalEntry[] = []
  const faults = createFaults<Operation>(toSimulatedEnvelope)
  const tokens = createCustomerTokens(clock.now)
  const users = createUsers()
  const world = createBankWorld(clock.now)
  const sessions = createSessions(clock, users)
  const reconnecting: Reconnecting = { login: 'keep', accounts: 'keep', movements: 'keep' }
  const ui = createBankUi({ world, reconnecting, speed })
  const shipments = createShipments(clock, speed, logger)
  let base = ''

  const given = { customers: customers.all, tokens, users, sessions, world, ui, shipments, clock, speed }
  const parts = { ...given, origin: () => base }
  const builders = createRouteBuilders(parts)
  const server = createHttpServer<Operation, JournalEntry, Exchange>({
    vendor: vendor.id,
    routes: [
      ...createUserRoutes(builders, parts),
      ...createBankingRoutes(builders, parts),
      ...createServiceRoutes(builders, parts),
      ...createPageRoutes(parts),
    ],
    faults,
    journal,
    clock,
    logger,
    toEntry: entry => entry,
    open: openExchange,
    // The documentation names no 405, so a wrong method is a 404, too.
    refuseUnknown: () => new VendorError(404),
    toErrorAnswer,
  })

  return {
    async start(): Promise<Environment> {
      base = `http://127.0.0.1:${await server.listen(options.port)}`
      return {
        FINOOS_BASE_URL: `${base}/api/v1`,
        FINOOS_NAME: customer.name,
        FINOOS_SECRET: customer.secret,
        FINOOS_SCOPES: customer.scopes.join(','),
      }
    },
    outcomes,
    setCondition: createSetCondition(faults),
    async stop() {
      faults.clear()
      await shipments.stop()
      await server.close()
    },
    control: {
      /** The customer whose credentials `start()` returns. */
      customer,
      /** Another customer of the vendor, who must not see the users of the first one. */
      addCustomer: customers.add,
      journal,
      fault: faults.queue,
      ...createControl(parts),
      /** Which ids change when the same bank and user name are connected again. May be changed at any time. */
      reconnecting,
      shipments: shipments.control,
    },
  }
}
