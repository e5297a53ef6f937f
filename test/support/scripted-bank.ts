import type { SynchronizationState } from '../../src/domain/bank-login.ts'
import { AppError } from '../../src/errors.ts'
import type { BankLoginDriver, SessionRequest, VendorUser } from '../../src/providers/bank-login-driver.ts'

/** A login at the vendor. */
export interface VendorLogin {
  readonly reference: string
  readonly iban: string
  state: SynchronizationState
  synchronizedAt: Date
  automatic: boolean
  movements: number
}

interface KeptUser {
  scopes: readonly string[]
  readonly logins: Map<string, VendorLogin>
}

/** Moments at which a test may delay the vendor or make it fail. `after`: after the effect and before the answer. */
export type BankMoment =
  `${'before' | 'after'} ${'enrol' | 'scopes' | 'session' | 'status' | 'read' | 'import' | 'remove' | 'delete'}`

const works = async (_moment: BankMoment): Promise<void> => {}

/** A provider of bank data in memory that a test can control and inspect. */
export function createScriptedBank(now: () => Date) {
  const users = new Map<string, KeptUser>()
  const calls: string[] = []
  const sessions: SessionRequest[] = []
  const scopes: readonly string[] = ['banking']
  let made = 0
  const bank = {
    users,
    calls,
    sessions,
    scopes,
    /** Whether a synchronization needs the customer. */
    needsCustomer: false,
    at: works,
    failAt(moment: BankMoment, error: AppError): void {
      bank.at = async now => {
        if (now === moment) throw error
      }
    },
    /** The process of the next call is killed at this moment. @returns resolves then */
    killAt(moment: BankMoment): Promise<void> {
      const killed = Promise.withResolvers<void>()
      bank.at = async now => {
        if (now !== moment) return
        bank.at = works
        killed.resolve()
        await new Promise(() => {})
      }
      return killed.promise
    },
    recover(): void {
      bank.at = works
    },
    count: (call: string) => calls.filter(each => each === call).length,
    /** The customer connects a bank at the vendor's page. */
    connect(reference = `login-${++made}`, iban = 'DE02120300000000202051'): VendorLogin {
      const login = newLogin(reference, iban)
      ;[...users.values()].at(-1)?.logins.set(reference, login)
      return login
    },
  }

  function newLogin(reference: string, iban: string): VendorLogin {
    return { reference, iban, state: 'SYNCHRONIZED', synchronizedAt: now(), automatic: true, movements: 1 }
  }

  async function step<Result>(
    name: 'enrol' | 'scopes' | 'session' | 'status' | 'read' | 'import' | 'remove' | 'delete',
    work: () => Result,
  ): Promise<Result> {
    calls.push(name)
    await bank.at(`before ${name}`)
    const result = work()
    await bank.at(`after ${name}`)
    return result
  }

  function existing({ reference }: Pick<VendorUser, 'reference'>): KeptUser {
    const user = users.get(reference)
    if (user) return user
    throw new AppError('NOT_FOUND', 'The vendor does not know this user.')
  }

  const driver: BankLoginDriver = {
    freshMs: 60_000,
    polling: { firstMs: 30_000, maxMs: 600_000 },
    sessionMs: 1_800_000,
    backgroundMs: 86_400_000,
    enrol: () =>
      step('enrol', () => {
        const reference = `user-${++made}`
        users.set(reference, { scopes: bank.scopes, logins: new Map() })
        return { reference, scopes: bank.scopes }
      }),
    adjustScopes: async user =>
      user.scopes.join() === bank.scopes.join()
        ? user
        : step('scopes', () => {
            existing(user).scopes = bank.scopes
            return { ...user, scopes: bank.scopes }
          }),
    openSession: (user, session) =>
      step('session', () => {
        const login = existing(user).logins.get(session.loginReference ?? '')
        if (session.purpose === 'SYNCHRONIZE' && !bank.needsCustomer) {
          if (login) Object.assign(login, { synchronizedAt: now(), movements: login.movements + 1 })
          return null
        }
        sessions.push(session)
        return new URL(`https://vendor.example/${session.purpose.toLowerCase()}/${sessions.length}`)
      }),
    readStatuses: user =>
      step('status', () =>
        [...existing(user).logins.values()].map(login => ({
          loginReference: login.reference,
          state: login.state,
          providerState: null,
          lastSynchronizedAt: login.synchronizedAt,
          automatic: login.automatic,
        })),
      ),
    async *read(user, { transactions }) {
      const logins = await step('read', () => [...existing(user).logins.values()].map(login => ({ ...login })))
      yield {
        logins: logins.map(({ reference }) => ({ key: reference, reference, bank: { name: 'Test Bank' } })),
        accounts: logins.map(({ reference, iban }) => ({
          key: reference,
          loginKey: reference,
          reference: `account of ${reference}`,
          iban,
          type: 'CURRENT' as const,
          currency: 'EUR',
        })),
      }
      if (transactions)
        for (const { reference, movements } of logins)
          yield {
            transactions: Array.from({ length: movements }, (_, index) => ({
              accountKey: reference,
              reference: `${reference} ${index}`,
              amount: `-${index + 1}.00`,
              currency: 'EUR',
              status: 'BOOKED' as const,
              bookingDate: '2026-02-01',
              description: 'Movement',
            })),
          }
    },
    importLogins: (user, imported, mode) =>
      step('import', () => {
        const { logins } = existing(user)
        if (mode === 'REPLACE') logins.clear()
        for (const { id, accounts } of imported) logins.set(id, newLogin(id, accounts[0]?.iban ?? ''))
      }),
    removeLogins: (user, { loginReference }) =>
      step('remove', () => {
        const { logins } = existing(user)
        if (loginReference === null) logins.clear()
        else logins.delete(loginReference)
      }),
    async *listUsers() {
      for (const [reference, { scopes }] of users) yield { reference, scopes }
    },
    deleteUser: reference =>
      step('delete', () => {
        users.delete(reference)
      }),
  }
  return Object.assign(bank, { driver })
}
