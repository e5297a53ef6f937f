import { createHash, randomUUID } from 'node:crypto'
import { createUnreadValues } from '../analysis/unread-values.ts'
import { createId } from '../domain/ids.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { AppError } from '../errors.ts'
import { boundTransaction } from '../findings/bound-transaction.ts'
import { createFindingReader } from '../findings/finding-reader.ts'
import { contentDigestOf, toStagedMembers } from '../findings/staged-members.ts'
import { bankListBounds } from '../domain/list-bounds.ts'
import type {
  AccountTransactionFinding,
  BankFindings,
  BankLoginDriver,
  LoginStatus,
  VendorUser,
} from '../providers/bank-login-driver.ts'
import type { BankReading, ReadAccount, ReadLogin } from '../store/bank-reading.ts'
import { stageTransactions } from '../store/collections.ts'
import type { Queries } from '../store/database.ts'
import { countUnownedRows, discardReading, startReading } from '../store/stage-reading.ts'
import type { StagedTransaction } from '../store/transaction-columns.ts'
import { boundAccount, boundLogin, boundStatus } from './bound-bank-findings.ts'

export interface ReadBankUserJob {
  readonly tenant: TenantId
  readonly user: BankUser
  readonly vendorUser: VendorUser
  readonly driver: Pick<BankLoginDriver, 'read'>
  /** The answer of `readStatuses`. */
  readonly statuses: readonly LoginStatus[]
  /** Whether transactions are read too. */
  readonly transactions: boolean
  readonly at: Date
  readonly signal: AbortSignal
  /** Called after each batch. May throw, for example when the claim is lost. */
  readonly confirm?: () => void
}

/** A reading before `publishBankReading`. */
export interface StagedReading extends BankReading {
  /** The error that names invalid values of the provider; null when there are none. */
  readonly unread: AppError | null
}

const rowsPerInsert = 1_000

/**
 * Reads everything that the provider has of a bank user. Transactions are staged batch by batch, so any number of them
 * takes the same memory; logins and accounts are bounded and held in memory. After a failure nothing is left.
 *
 * @throws AppError of the driver or of `confirm`
 */
export async function readBankUser(queries: Queries, job: ReadBankUserJob): Promise<StagedReading> {
  const { tenant, user, vendorUser, driver, transactions, at, signal, confirm } = job
  const collectionId = transactions ? randomUUID() : null
  const collected = createCollected(job)
  const stage = createRowStaging(queries, job, collected.readerOf('transaction'))
  if (collectionId !== null) await startReading(queries, tenant, { ...user, id: collectionId, createdAt: at })
  try {
    for await (const findings of driver.read(vendorUser, { transactions }, signal)) {
      collected.add(findings)
      if (collectionId !== null) await stage(collectionId, findings.transactions ?? [])
      confirm?.()
    }
    const { logins, accounts } = collected.finish()
    if (collectionId !== null) {
      const keys = accounts.map(account => account.key)
      if ((await countUnownedRows(queries, tenant, collectionId, keys)) > 0)
        collected.readerOf('transaction').leaveOut('accountKey')
    }
    return { ...user, collectionId, logins, accounts, at, unread: collected.unread.missing() }
  } catch (error) {
    // If this fails, the sweep deletes the rows.
    if (collectionId !== null) await discardReading(queries, tenant, collectionId).catch(() => {})
    throw error
  }
}

/** Collects the logins and accounts of a reading, with bounds. Of several with one key the first is used. */
function createCollected({ user, statuses }: ReadBankUserJob) {
  const unread = createUnreadValues(user.providerId)
  const readerOf = (owner: string) =>
    createFindingReader((member, required = false) => unread.note({ documentId: null, owner, member, required }))
  const [ofLogin, ofAccount, ofStatus] = [readerOf('bank login'), readerOf('bank account'), readerOf('login status')]
  const statusOf = new Map(statuses.map(status => [status.loginReference, status]))
  const logins = new Map<string, ReadLogin>()
  const references = new Set<string>()
  const accounts = new Map<string, ReadAccount>()
  const mostLogins = bankListBounds['Applicant.bankLogins']
  const mostAccounts = bankListBounds['BankLogin.accounts']

  return {
    unread,
    readerOf,
    add({ logins: foundLogins = [], accounts: foundAccounts = [] }: BankFindings) {
      for (const finding of foundLogins) {
        const login = boundLogin(finding, ofLogin)
        if (login === null || logins.has(finding.key) || references.has(login.reference)) continue
        if (logins.size === mostLogins) {
          ofLogin.leaveOut('key')
          continue
        }
        const status = statusOf.get(login.reference)
        references.add(login.reference)
        logins.set(finding.key, { ...login, key: finding.key, status: status ? boundStatus(status, ofStatus) : null })
      }
      for (const finding of foundAccounts) {
        const key = toRowKey(finding.key)
        if (accounts.has(key)) continue
        if (accounts.size === mostLogins * mostAccounts) ofAccount.leaveOut('key')
        else accounts.set(key, { ...boundAccount(finding, ofAccount), key, loginKey: finding.loginKey })
      }
    },
    /** Leaves out accounts without a login, and accounts of a login beyond the bound of the list. */
    finish() {
      const kept: ReadAccount[] = []
      for (const [loginKey, own] of Map.groupBy(accounts.values(), account => account.loginKey)) {
        const fitting = logins.has(loginKey) ? own.slice(0, mostAccounts) : []
        if (fitting.length < own.length) ofAccount.leaveOut('loginKey')
        kept.push(...fitting)
      }
      return { logins: [...logins.values()], accounts: kept }
    },
  }
}

/** Stages transactions under the keys of their accounts, because the ids of accounts are known only at the publication. */
function createRowStaging(
  queries: Queries,
  { tenant, user, at }: ReadBankUserJob,
  read: ReturnType<typeof createFindingReader>,
) {
  let position = 0
  function toRow(
    collectionId: string,
    { accountKey, ...finding }: AccountTransactionFinding,
  ): StagedTransaction | null {
    const bound = boundTransaction(finding, read)
    if (bound === null) return null
    return {
      ...toStagedMembers(bound, at),
      id: createId('transaction'),
      idSource: null,
      fingerprint: contentDigestOf(bound),
      ownerId: collectionId,
      ...user,
      statementId: null,
      accountId: toRowKey(accountKey),
      replacesId: null,
      position: position++,
    }
  }
  return async (collectionId: string, found: readonly AccountTransactionFinding[]): Promise<void> => {
    const rows = found.map(finding => toRow(collectionId, finding)).filter(row => row !== null)
    for (let start = 0; start < rows.length; start += rowsPerInsert)
      await stageTransactions(queries, tenant, rows.slice(start, start + rowsPerInsert))
  }
}

/** The key of an account in staged rows. It has a fixed length, unlike the provider's key. */
function toRowKey(accountKey: string): string {
  return createHash('sha256').update(accountKey).digest('base64url')
}
