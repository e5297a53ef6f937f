import { randomUUID } from 'node:crypto'
import { type Scope, scopes } from './scopes.ts'

/** A customer of the vendor, with the account of its contract. Users, shipments and tokens belong to one. */
export interface Customer {
  readonly name: string
  readonly secret: string
  /** The scopes of the account. Users get no others. */
  readonly scopes: readonly Scope[]
  /** Further calls are answered with 429. The vendor documents no number. */
  readonly callsPerMinute: number
}

/** The customer of the variables that `start()` returns. Its credentials are accepted by simulators only. */
export const defaultCustomer: Customer = {
  name: 'simulated-customer',
  secret: '4c0d8f5e-2b67-4f0a-9c1d-5e7a60b3d921',
  scopes,
  callsPerMinute: 1_000_000,
}

/** Another customer, with credentials of its own. */
export function createCustomer(): Customer {
  return { ...defaultCustomer, name: `customer-${randomUUID()}`, secret: randomUUID() }
}
