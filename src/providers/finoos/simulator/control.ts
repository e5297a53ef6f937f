import type { JournalEntry as ReceivedRequest } from '../../../simulation/http-server.ts'
import type { AddedMovement } from './added-movements.ts'
import type { AccountType, CustomerPlan } from './customer-plan.ts'
import type { VendorParts } from './exchange.ts'
import { accountIdOf } from './login-body.ts'
import { type ConnectedLogin, statusOf } from './logins.ts'
import { endSession } from './sessions.ts'
import type { User } from './users.ts'

/** The name of a route in faults and in the journal. */
export type Operation =
  | 'auth'
  | 'refresh'
  | 'settings'
  | 'users'
  | 'create-user'
  | 'delete-user'
  | 'add-scope'
  | 'delete-scope'
  | 'connect'
  | 'manage'
  | 'sync'
  | 'status'
  | 'logins'
  | 'set-logins'
  | 'update-logins'
  | 'delete-login'
  | 'disconnect'
  | 'companies'
  | 'company-logos'
  | 'letter'
  | 'fax'
  | 'payment-partners'
  | 'bank-page'
  | 'logo'

export type JournalEntry = ReceivedRequest<Operation>

/** What a user enters in the Banking UI. */
export interface ConnectOptions {
  /** Default: the test bank. */
  readonly bankCode?: string
  /** Default: `dummy`. Steering words follow after `+`. */
  readonly userName?: string
  /** Default: true. */
  readonly recurring?: boolean
  /** The accounts that the user chooses. Default: all. */
  readonly accounts?: readonly AccountType[]
  /** Replaces members of the plan that follows from the user name. */
  readonly plan?: Partial<CustomerPlan>
}

/** How a user ends a session of the Banking UI. */
type SessionEnd = ({ readonly outcome?: 'redirect' } & ConnectOptions) | { readonly outcome: 'error' | 'exit' }

/** Lets a test decide what users and their banks do. */
export function createControl({ users, world, sessions, ui }: VendorParts) {
  const now = () => world.now().getTime()

  function findUser(id: string): User {
    const user = users.list().find(one => one.id === id)
    if (!user) throw new Error(`There is no user ${id}.`)
    return user
  }
  function findLogin(id: string): ConnectedLogin {
    const login = users
      .list()
      .map(user => user.logins.get(id))
      .find(one => one !== undefined)
    if (!login) throw new Error(`There is no login ${id}.`)
    return login
  }
  /** A connected login as the vendor knows it. */
  function describe(login: ConnectedLogin) {
    const { bank, name } = login.customer
    return {
      ...statusOf(login, now()),
      userId: login.userId,
      bankCode: bank.bankCode,
      bankName: bank.name,
      /** Without steering words. */
      userName: name,
      recurring: login.recurring,
      accounts: login.accounts.map(({ account }) => ({
        id: accountIdOf(login, account),
        iban: account.iban,
        type: account.type,
      })),
    }
  }

  return {
    /** The users of all customers, oldest first. */
    users: () =>
      users.list().map(user => ({
        id: user.id,
        customer: user.owner.name,
        type: user.type,
        scopes: [...user.scopes],
        logins: [...user.logins.values()].map(describe),
        /** The ids of the logins that the customer set. */
        externalLogins: [...user.externalLogins.keys()],
      })),
    /** Every scope that was ever billed, oldest first. */
    billed: users.billed,
    /** Advances the banks' time: movements, consents and automatic synchronization, but not tokens, sessions or shipments. */
    advanceBanks: world.advance,
    /** The user connects a bank, without a browser and without a session. @throws Error when the user is not known */
    connect: (userId: string, options: ConnectOptions = {}) => describe(ui.connect(findUser(userId), options)),
    /**
     * The user completes a session of the Banking UI. @param address the `redirectURL` of the session @returns the
     * address that the browser is sent to. @throws Error when the session is not open
     */
    completeSession(address: string, end: SessionEnd = {}): string {
      const session = sessions.find(new URL(address).pathname.split('/').at(-1) ?? '')
      if (!session || !sessions.isOpen(session)) throw new Error(`${address} is no open session.`)
      if (end.outcome === 'error') return endSession(session, 'errorURL')
      if (end.outcome === 'exit') return endSession(session, 'exitURL')
      if (session.login) return ui.synchronize(session, session.login)
      ui.connect(session.user, { recurring: session.recurring, ...end })
      return endSession(session, 'redirectURL')
    },
    login: (loginId: string) => describe(findLogin(loginId)),
    /** Ends the consent of a login now. */
    requireSca(loginId: string): void {
      const login = findLogin(loginId)
      login.readAt = Math.max(login.readAt, Date.parse(describe(login).lastSynchronization))
      login.consentEndsAt = now()
    },
    /** Makes readings of a login fail (true) or succeed again. */
    failLogin(loginId: string, isFailing: boolean): void {
      findLogin(loginId).failsSince = isFailing ? now() : null
    },
    /**
     * Adds a movement to the account of this IBAN at its bank; it appears at the vendor's next reading of the account.
     * Default: booked at once.
     */
    addMovement(iban: string, { amount, ...own }: Pick<AddedMovement, 'amount'> & Partial<AddedMovement>): void {
      world.addMovement(iban, {
        amount,
        purpose: 'Added movement',
        party: null,
        pendingFrom: null,
        bookedAt: now(),
        vanishesAt: null,
        keepsId: true,
        ...own,
      })
    },
  }
}
