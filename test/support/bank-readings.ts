import { publishBankReading } from '../../src/bank-logins/publish-bank-reading.ts'
import { readBankUser } from '../../src/bank-logins/read-bank-user.ts'
import type { EventType } from '../../src/domain/activity-event.ts'
import type { BankAccount, BankLogin, SynchronizationState } from '../../src/domain/bank-login.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import type { BankUser } from '../../src/domain/subject.ts'
import type { TenantId } from '../../src/domain/tenant.ts'
import type { TransactionStatus } from '../../src/domain/transaction.ts'
import type { ChangingDatabase } from '../../src/events/change.ts'
import type {
  AccountFinding,
  AccountTransactionFinding,
  BankFindings,
  BankLoginDriver,
} from '../../src/providers/bank-login-driver.ts'
import { readBankAccountsOfLogins } from '../../src/store/bank-accounts.ts'
import { readBankLoginsOfApplicants } from '../../src/store/bank-logins.ts'
import type { Database } from '../../src/store/database.ts'
import { transactionList } from '../../src/store/transactions.ts'
import { addChanges } from './add-changes.ts'
import { executeSql } from './execute-sql.ts'
import { neverAborted } from './never-aborted.ts'
import { readList } from './read-list.ts'

/** A transaction of a test. */
export interface BankMovement extends Partial<Omit<AccountTransactionFinding, 'accountKey' | 'counterparty'>> {
  readonly amount: string
  readonly date?: string | null
  readonly id?: string | null
  readonly status?: TransactionStatus
  readonly text?: string
  readonly counterparty?: string | null
}

export interface BankAccountSeen extends Partial<Omit<AccountFinding, 'key' | 'loginKey'>> {
  /** The vendor's id. */
  readonly id: string
  readonly movements?: readonly BankMovement[]
}

export interface BankLoginSeen {
  /** The vendor's id. */
  readonly id: string
  readonly bank?: string
  readonly state?: SynchronizationState
  readonly accounts: readonly BankAccountSeen[]
}

export interface ReadOptions {
  readonly transactions?: boolean
  /** Replaces the driver's `read`, which by default yields the logins. */
  readonly read?: BankLoginDriver['read']
}

const firstAt = Date.parse('2026-03-01T12:00:00Z')

/** Readings of bank users of one tenant, each an hour after the previous one. */
export function createBankReadings(database: () => Database, tenant: TenantId, providerId = 'bank') {
  let hours = 0
  const now = () => new Date(firstAt + hours * 3_600_000)
  const changing = (): ChangingDatabase => addChanges(database().lane('work'), now)
  const context = { ...wholeTenant(tenant), correlationId: 'c' }

  return {
    now,
    async addUser(applicantId: string): Promise<BankUser> {
      await executeSql(
        database(),
        `insert into bank_users (tenant_id, applicant_id, provider_id, account_key, reference, created_at)
         values ($1, $2, $3, 'key', 'user', now())`,
        [tenant, applicantId, providerId],
      )
      return { applicantId, providerId }
    },
    stage(user: BankUser, logins: readonly BankLoginSeen[], { transactions = true, read }: ReadOptions = {}) {
      hours += 1
      return readBankUser(database(), {
        tenant,
        user,
        vendorUser: { reference: 'user', scopes: [] },
        driver: {
          read:
            read ??
            async function* () {
              yield* toFindings(logins)
            },
        },
        statuses: logins.map(({ id, state = 'SYNCHRONIZED' }) => ({
          loginReference: id,
          state,
          providerState: null,
          lastSynchronizedAt: null,
          automatic: true,
        })),
        transactions,
        at: now(),
        signal: neverAborted,
      })
    },
    /** Reads and publishes. @returns the emitted events by login */
    async read(user: BankUser, logins: readonly BankLoginSeen[], options: ReadOptions = {}): Promise<EventType[]> {
      const staged = await this.stage(user, logins, options)
      const before = await this.events(user)
      await changing().change(context, 'POLL', change => publishBankReading(change, staged))
      return (await this.events(user)).slice(before.length)
    },
    async events({ applicantId }: BankUser): Promise<EventType[]> {
      const { rows } = await executeSql(
        database(),
        'select type from events where tenant_id = $1 and applicant_id = $2 order by sequence',
        [tenant, applicantId],
      )
      return rows.map(row => row.type)
    },
    async logins(applicantId: string): Promise<(BankLogin & { readonly accounts: readonly BankAccount[] })[]> {
      const logins =
        (await readBankLoginsOfApplicants(database(), wholeTenant(tenant), [applicantId])).get(applicantId) ?? []
      const accounts = await readBankAccountsOfLogins(
        database(),
        wholeTenant(tenant),
        logins.map(login => login.id),
      )
      return logins.map(login => ({ ...login, accounts: accounts.get(login.id) ?? [] }))
    },
    /** At most 500 transactions of an applicant or an account, by date. */
    async transactions(kind: 'applicant' | 'account', key: string, includeDuplicates = false) {
      const args = { filter: { includeDuplicates }, orderBy: 'EFFECTIVE_DATE_ASC' } as const
      const page = await readList(database(), wholeTenant(tenant), transactionList({ kind, keys: [key] }, args))
      return page.items.map(({ node }) => ({
        id: node.id,
        reference: node.providerTransactionId,
        status: node.status,
        amount: node.amount?.value,
        date: node.effectiveDate,
        text: node.description,
        replacesId: node.replacesId ?? null,
        duplicateOfId: node.duplicateOfId ?? null,
        accountId: node.accountId,
      }))
    },
  }
}

/** The findings one by one, transactions before their accounts. */
function* toFindings(logins: readonly BankLoginSeen[]): Generator<BankFindings> {
  for (const { id: loginKey, bank = 'Sample Bank', accounts } of logins) {
    for (const { id: accountKey, movements = [] } of accounts)
      yield { transactions: movements.map(movement => toTransaction(accountKey, movement)) }
    yield {
      logins: [{ key: loginKey, reference: loginKey, bank: { name: bank } }],
      accounts: accounts.map(({ id, movements: _, ...account }) => ({
        currency: 'EUR',
        ...account,
        key: id,
        loginKey,
        reference: id,
      })),
    }
  }
}

function toTransaction(
  accountKey: string,
  { id = null, date = '2026-02-10', text = 'Coffee', status = 'BOOKED', counterparty = null, ...rest }: BankMovement,
): AccountTransactionFinding {
  return {
    currency: 'EUR',
    ...rest,
    accountKey,
    providerTransactionId: id,
    status,
    bookingDate: date,
    description: text,
    counterparty: counterparty === null ? null : { name: counterparty },
  }
}
