import type { UserType } from './bank-customer.ts'
import type { Customer } from './customers.ts'
import type { ExternalLogin } from './external-logins.ts'
import { type ConnectedLogin, createId } from './logins.ts'
import type { Scope } from './scopes.ts'

/** An end user of a customer. */
export interface User {
  readonly id: string
  readonly owner: Customer
  readonly type: UserType
  readonly scopes: Set<Scope>
  /** The logins connected in the Banking UI, by id. */
  readonly logins: Map<string, ConnectedLogin>
  /** The logins set by the customer, by id. */
  readonly externalLogins: Map<string, ExternalLogin>
}

/** One scope that was billed to a customer. */
export interface BilledScope {
  readonly customer: string
  readonly userId: string
  readonly scope: Scope
}

export interface Users {
  create(owner: Customer, type: UserType, scopes: readonly Scope[]): User
  /** @returns null for an unknown user and for another customer's */
  find(owner: Customer, id: string): User | null
  /** The users of all customers, oldest first. */
  list(): readonly User[]
  delete(id: string): void
  addScope(user: User, scope: Scope): void
  /** Every scope that was ever assigned, oldest first. ASSUMED: removing a scope gives no refund. */
  readonly billed: readonly BilledScope[]
}

export function createUsers(): Users {
  const users = new Map<string, User>()
  const billed: BilledScope[] = []
  function addScope(user: User, scope: Scope): void {
    user.scopes.add(scope)
    billed.push({ customer: user.owner.name, userId: user.id, scope })
  }
  return {
    create(owner, type, scopes) {
      const user: User = {
        id: createId(),
        owner,
        type,
        scopes: new Set(),
        logins: new Map(),
        externalLogins: new Map(),
      }
      users.set(user.id, user)
      for (const scope of new Set(scopes)) addScope(user, scope)
      return user
    },
    find(owner, id) {
      const user = users.get(id)
      return user?.owner === owner ? user : null
    },
    list: () => [...users.values()],
    delete: id => void users.delete(id),
    addScope,
    billed,
  }
}
