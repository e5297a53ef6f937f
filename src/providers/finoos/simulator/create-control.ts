import type { BankUi } from './bank-ui.ts'
import type { BankWorld } from './bank-world.ts'
import type { FinoosControl, SimulatedLogin } from './control.ts'
import { accountIdOf } from './login-body.ts'
import { type ConnectedLogin, changeIds, type Reconnecting, statusOf } from './logins.ts'
import { endSession, type Sessions } from './sessions.ts'
import type { User, Users } from './users.ts'

export interface ControlParts {
  readonly users: Users
  readonly world: BankWorld
  readonly sessions: Sessions
  readonly ui: BankUi
  readonly reconnecting: Reconnecting
}

type WorldControl = Omit<
  FinoosControl,
  'customer' | 'addCustomer' | 'journal' | 'fault' | 'expireAccessTokens' | 'expireRefreshTokens' | 'shipments'
>

/** The part of the control that is about users and their banks. */
export function createControl({ users, world, sessions, ui, reconnecting }: ControlParts): WorldControl {
  const now = () => world.now().getTime()

  function findUser(id: string): User {
    const user = users.list().find(one => one.id === id)
    if (!user) throw new Error(`There is no user ${id}.`)
    return user
  }
  function findLogin(id: string): { readonly user: User; readonly login: ConnectedLogin } {
    for (const user of users.list()) {
      const login = user.logins.get(id)
      if (login) return { user, login }
    }
    throw new Error(`There is no login ${id}.`)
  }
  function describe(login: ConnectedLogin): SimulatedLogin {
    const { bank, name } = login.customer
    return {
      ...statusOf(login, now()),
      userId: login.userId,
      bankCode: bank.bankCode,
      bankName: bank.name,
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
    users: () =>
      users.list().map(user => ({
        id: user.id,
        customer: user.owner.name,
        type: user.type,
        scopes: [...user.scopes],
        logins: [...user.logins.values()].map(describe),
        externalLogins: [...user.externalLogins.keys()],
      })),
    billed: users.billed,
    dropUser: id => users.delete(findUser(id).id),
    advanceBanks: world.advance,
    connect: (userId, options = {}) => describe(ui.connect(findUser(userId), options)),
    completeSession(address, end = {}) {
      const session = sessions.find(new URL(address).pathname.split('/').at(-1) ?? '')
      if (!session || !sessions.isOpen(session)) throw new Error(`${address} is no open session.`)
      if (end.outcome === 'error') return endSession(session, 'errorURL')
      if (end.outcome === 'exit') return endSession(session, 'exitURL')
      if (session.login) return ui.synchronize(session, session.login)
      ui.connect(session.user, { recurring: session.recurring, ...end })
      return endSession(session, 'redirectURL')
    },
    reconnecting,
    login: id => describe(findLogin(id).login),
    requireSca(id) {
      const { login } = findLogin(id)
      login.readAt = Math.max(login.readAt, Date.parse(describe(login).lastSynchronization))
      login.consentEndsAt = now()
    },
    failLogin(id, isFailing) {
      findLogin(id).login.failsSince = isFailing ? now() : null
    },
    synchronize(id) {
      findLogin(id).login.readAt = now()
    },
    changeIds(id, ids) {
      const { user, login } = findLogin(id)
      changeIds(user, login, ids)
      return describe(login)
    },
    dropLogin(id) {
      findLogin(id).user.logins.delete(id)
    },
    addMovement(iban, { amount, ...own }) {
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
