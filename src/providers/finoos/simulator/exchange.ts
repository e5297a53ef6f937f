import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import type { Answer } from '../../../simulation/answer.ts'
import type { Clock } from '../../../simulation/clock.ts'
import type * as simulation from '../../../simulation/http-server.ts'
import { createRateLimits, type RateLimits } from '../../../simulation/rate-limits.ts'
import type { Scope } from './scopes.ts'
import type { BankUi } from './bank-ui.ts'
import type { BankWorld } from './bank-world.ts'
import type { JournalEntry, Operation } from './control.ts'
import type { Customer } from './customers.ts'
import type { Sessions } from './sessions.ts'
import type { Shipments } from './shipments.ts'
import type { CustomerTokens } from './tokens.ts'
import type { User, Users } from './users.ts'
import { VendorError } from './vendor-error.ts'

/** What the routes work on. */
export interface VendorParts {
  readonly customers: readonly Customer[]
  readonly tokens: CustomerTokens
  readonly users: Users
  readonly sessions: Sessions
  readonly world: BankWorld
  readonly ui: BankUi
  readonly shipments: Shipments
  readonly clock: Clock
  /** Multiplies the rate limits. */
  readonly speed: number
  /** The simulator's address, without a path. */
  readonly origin: () => string
}

/** The latest version, and the only one that is published. Source: "Versioning", https://os.fino.ai/tmp/docv1 */
export const apiVersion = '2020-06-16'

export type Exchange = simulation.Received<JournalEntry>
export type Route = simulation.Route<Operation, Exchange>

/** A request of a known customer. */
interface CustomerExchange extends Exchange {
  readonly customer: Customer
}

/** A request about one of the customer's users. */
export interface UserExchange extends CustomerExchange {
  readonly user: User
}

/** Headers of every answer. Source: "Tracing" and "Versioning", https://os.fino.ai/tmp/docv1 */
export function openExchange(received: Exchange): Exchange {
  const given = received.request.headers['x-request-id']
  const id = typeof given === 'string' && given !== '' ? given : randomUUID()
  Object.assign(received.answerHeaders, { 'x-request-id': id, 'api-version': apiVersion })
  return received
}

interface RouteOptions {
  readonly operation: Operation
  readonly method: string
  /** The path below `/api/v1`; `:name` is a parameter. */
  readonly path: string
  /** The scope that the account, and the user if any, must have. */
  readonly scope?: Scope
  /** Whether the end user's address is required. */
  readonly needsUserIp?: boolean
}

type CarryOut<Given> = (exchange: Given) => Promise<Answer> | Answer

export type RouteBuilders = ReturnType<typeof createRouteBuilders>

/**
 * Builds routes that need no customer, a customer or a user. Each checks, in this order: version, token, rate, account,
 * user, scopes, User-IP.
 */
export function createRouteBuilders({ tokens, users, clock, speed }: VendorParts) {
  const limits = new Map<Customer, RateLimits<'calls'>>()

  /** @throws VendorError 400, 401, 429 */
  function authenticate({ request: { headers } }: Exchange): Customer {
    requireVersion(headers['api-version'])
    const customer = tokens.ownerOf(headers.authorization ?? '')
    if (!customer) throw new VendorError(401)
    const limit =
      limits.get(customer) ?? createRateLimits({ perMinute: { calls: customer.callsPerMinute }, now: clock.now, speed })
    limits.set(customer, limit)
    if (limit.take('calls', customer.name).exceeded) throw new VendorError(429)
    return customer
  }

  return {
    /** A route without authentication. */
    open: (options: RouteOptions, carryOut: CarryOut<Exchange>): Route =>
      toRoute(options, exchange => {
        requireVersion(exchange.request.headers['api-version'])
        return carryOut(exchange)
      }),
    customer: (options: RouteOptions, carryOut: CarryOut<CustomerExchange>): Route =>
      toRoute(options, exchange => {
        const customer = authenticate(exchange)
        requireScope(customer.scopes, options.scope)
        return carryOut({ ...exchange, customer })
      }),
    user: (options: RouteOptions, carryOut: CarryOut<UserExchange>): Route =>
      toRoute(options, exchange => {
        const customer = authenticate(exchange)
        requireScope(customer.scopes, options.scope)
        const user = users.find(customer, toName(exchange.parameters.userId))
        if (!user) throw new VendorError(404)
        requireScope([...user.scopes], options.scope)
        if (options.needsUserIp) requireUserIp(exchange.request.headers['user-ip'])
        return carryOut({ ...exchange, customer, user })
      }),
  }
}

function toRoute({ operation, method, path }: RouteOptions, carryOut: CarryOut<Exchange>): Route {
  const pattern = path.replace(/:(\w+)/g, '(?<$1>[^/]+)')
  return {
    operation,
    method,
    path: new RegExp(`^/api/v1${pattern}$`),
    async carryOut(exchange) {
      return carryOut(exchange)
    },
  }
}

/** An answer without a body. */
export const noContent: Answer = { status: 204, headers: {}, parts: [] }

/** A part of a path, decoded. @throws VendorError 404 when it cannot be decoded */
export function toName(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '')
  } catch {
    throw new VendorError(404)
  }
}

/** ASSUMED: the "request header" for another version has the same name as the header of answers; an unknown version is a 400. */
function requireVersion(asked: string | string[] | undefined): void {
  if (asked !== undefined && asked !== apiVersion)
    throw new VendorError(400, `API-Version ${String(asked)} is not known`)
}

function requireScope(owned: readonly Scope[], scope: Scope | undefined): void {
  if (scope !== undefined && !owned.includes(scope)) throw new VendorError(403)
}

function requireUserIp(address: string | string[] | undefined): void {
  if (typeof address !== 'string' || isIP(address) === 0) throw new VendorError(400, 'User-IP must be an IP address')
}
