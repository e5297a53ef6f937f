import type { Scope } from './scopes.ts'
import type { UserType } from './bank-customer.ts'
import type { Customer } from './customers.ts'
import type { ExternalLogin } from './external-logins.ts'
import { type ConnectedLogin, createId } from './logins.ts'

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

export type Users = ReturnType<typeof createUsers>

export function createUsers() {
  const users = new Map<string, User>()
  const billed: { readonly customer: string; readonly userId: string; readonly scope: Scope }[] = []
  function addScope(user: User, scope: Scope): void {
    user.scopes.add(scope)
    billed.push({ customer: user.owner.name, userId: user.id, scope })
  }
  return {
    create(owner: Customer, type: UserType, scopes: readonly Scope[]): User {
      const none = { scopes: new Set<Scope>(), logins: new Map(), externalLogins: new Map() }
      const user: User = { id: createId(), owner, type, ...none }
      users.set(user.id, user)
      for (const scope of new Set(scopes)) addScope(user, scope)
      return user
    },
    /** @returns null for an unknown user and for another customer's */
    find(owner: Customer, id: string): User | null {
      const user = users.get(id)
      return user?.owner === owner ? user : null
    },
    /** The users of all customers, oldest first. */
    list: (): readonly User[] => [...users.values()],
    delete: (id: string) => void users.delete(id),
    addScope,
    /** Every scope that was ever assigned, oldest first. ASSUMED: removing a scope gives no refund. */
    billed,
  }
}
