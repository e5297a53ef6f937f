import type { BankWorld, OpenedCustomer } from './bank-world.ts'
import { findBank, testBank } from './banks.ts'
import type { ConnectOptions } from './control.ts'
import { type ConnectedLogin, connectLogin, type Reconnecting, renewConsent } from './logins.ts'
import { type BankSession, endSession, type Step, toTanStep } from './sessions.ts'
import type { User } from './users.ts'

/** The actions of the pages. */
export const actions = ['bank', 'credentials', 'tan', 'accounts', 'add', 'remove', 'back', 'done', 'cancel'] as const

type Action = (typeof actions)[number]

/** The number of wrong TANs after which the bank refuses. */
const maxAttempts = 3

export type BankUi = ReturnType<typeof createBankUi>

export interface BankUiParts {
  readonly world: BankWorld
  readonly reconnecting: Reconnecting
  readonly speed: number
}

export function createBankUi({ world, reconnecting, speed }: BankUiParts) {
  function connectAll(user: User, customer: OpenedCustomer, accounts: OpenedCustomer['accounts'], recurring: boolean) {
    return connectLogin(user, { customer, accounts, recurring, now: world.now().getTime(), speed }, reconnecting)
  }

  /** Ends a synchronization session in the same way as the right TAN. @returns the address to redirect to */
  function synchronize(session: BankSession, login: ConnectedLogin): string {
    if (session.user.logins.get(login.id) !== login) return endSession(session, 'errorURL')
    renewConsent(login, world.now().getTime())
    return endSession(session, 'redirectURL')
  }

  function enterCredentials(session: BankSession, step: Extract<Step, { name: 'credentials' }>, form: URLSearchParams) {
    const userName = form.get('username') ?? ''
    if (!isAccepted(userName, form.get('password') ?? '', step.bank === testBank)) {
      session.fault = 'The bank does not accept this user name and password.'
      return null
    }
    if (step.bank.isDown) return endSession(session, 'errorURL')
    session.step = toTanStep(world.open(step.bank, userName, session.user.type))
    return null
  }

  function enterTan(session: BankSession, step: Extract<Step, { name: 'tan' }>, form: URLSearchParams) {
    if (form.get('tan')?.trim() !== step.tan) {
      const attempts = step.attempts + 1
      if (attempts >= maxAttempts) return endSession(session, 'errorURL')
      session.step = { ...step, attempts }
      session.fault = 'The TAN is wrong. Please try again.'
      return null
    }
    if (session.login) return synchronize(session, session.login)
    session.step = { name: 'accounts', customer: step.customer }
    return null
  }

  function chooseAccounts(
    session: BankSession,
    { customer }: Extract<Step, { name: 'accounts' }>,
    form: URLSearchParams,
  ) {
    const chosen = new Set(form.getAll('account'))
    const accounts = customer.accounts.filter(({ account }) => chosen.has(account.iban))
    if (accounts.length === 0) {
      session.fault = 'Please choose at least one account.'
      return null
    }
    connectAll(session.user, customer, accounts, session.recurring)
    return endSession(session, 'redirectURL')
  }

  return {
    /** Carries out an action of the user. @returns the address outside the Banking UI to redirect to; null: none */
    act(session: BankSession, action: Action, form: URLSearchParams): string | null {
      const { step } = session
      session.fault = null
      if (action === 'cancel') return endSession(session, 'exitURL')
      if (action === 'credentials' && step.name === 'credentials') return enterCredentials(session, step, form)
      if (action === 'tan' && step.name === 'tan') return enterTan(session, step, form)
      if (action === 'accounts' && step.name === 'accounts') return chooseAccounts(session, step, form)
      if (action === 'back' && step.name === 'credentials') session.step = { name: 'bank' }
      if (action === 'bank' && step.name === 'bank') {
        const bank = findBank(form.get('bank') ?? '')
        if (bank) session.step = { name: 'credentials', bank }
      }
      if (step.name !== 'overview') return null
      if (action === 'done') return endSession(session, 'redirectURL')
      if (action === 'add') session.step = { name: 'bank' }
      if (action === 'remove') session.user.logins.delete(form.get('login') ?? '')
      return null
    },
    /** Connects a bank without any page. @throws Error when the bank is not known, or has no such account */
    connect(user: User, options: ConnectOptions): ConnectedLogin {
      const { bankCode = testBank.bankCode, userName = 'dummy', recurring = true, accounts, plan } = options
      const bank = findBank(bankCode)
      if (!bank) throw new Error(`There is no bank ${bankCode}.`)
      const customer = world.open(bank, userName, user.type, plan)
      const chosen = customer.accounts.filter(({ account }) => !accounts || accounts.includes(account.type))
      if (chosen.length === 0) throw new Error(`${userName} has no such account at ${bank.name}.`)
      return connectAll(user, customer, chosen, recurring)
    },
    synchronize,
  }
}

/**
 * Source of the test bank's user and password: "Enter the bank credentials", https://os.fino.ai/tmp/docv1.
 * ASSUMED: the other banks accept every user name with the same password. Steering words may follow the name.
 */
function isAccepted(userName: string, password: string, isTestBank: boolean): boolean {
  const name = userName.trim().toLowerCase().split('+')[0] ?? ''
  return password === '654321' && (isTestBank ? name === 'dummy' : name !== '')
}
