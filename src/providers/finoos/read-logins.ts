import type { AccountTransactionFinding, BankFindings, LoginFinding } from '../bank-login-driver.ts'
import { badResponse } from './errors.ts'
import { normaliseAccount, normaliseBank, normaliseTransaction } from './normalise.ts'
import {
  accountPayload,
  type BankPayload,
  type LoginPart,
  type SecurityPayload,
  type StandingOrderPayload,
} from './login-payloads.ts'

/** The most transactions in one batch. */
const batchSize = 1_000
/** The most standing orders and securities that are kept of one account; no bank has that many. */
const longestList = 10_000

interface OpenLogin {
  readonly key: string
  id: string | null
  bank: BankPayload
}

interface OpenAccount {
  readonly key: string
  readonly loginKey: string
  readonly members: Record<string, unknown>
  readonly standingOrders: StandingOrderPayload[]
  readonly securities: SecurityPayload[]
}

/**
 * Turns the pieces of bank logins into findings while they arrive. The members of a login and of an account may come in
 * any order, so each is yielded at its end. Transactions are yielded at once:
 * they name their account by its place in the answer.
 *
 * @param check checks whether an address of the vendor may be given to a caller
 * @throws AppError PROVIDER_BAD_RESPONSE for a login without an id, because a known login would then count as removed
 */
export async function* readLogins(
  parts: AsyncIterable<LoginPart>,
  check: (address: string) => URL,
): AsyncGenerator<BankFindings> {
  const open: { login: OpenLogin | null; account: OpenAccount | null } = { login: null, account: null }
  let rows: AccountTransactionFinding[] = []

  for await (const part of parts) {
    const accountKey = 'account' in part ? `${part.login}/${part.account}` : null
    if (open.account && open.account.key !== accountKey) {
      yield toAccounts(open.account)
      open.account = null
    }
    if (open.login && open.login.key !== part.login) {
      yield toLogins(open.login, check)
      open.login = null
    }
    open.login ??= { key: part.login, id: null, bank: { name: null, bic: null, bankCode: null, logo: null } }
    if (accountKey !== null)
      open.account ??= { key: accountKey, loginKey: part.login, members: {}, standingOrders: [], securities: [] }
    if (part.kind === 'transaction' && open.account) {
      const { key, members } = open.account
      // As far as the members have arrived.
      const currency = accountPayload.shape.currency.parse(members.currency)
      rows.push(normaliseTransaction(part.transaction, key, currency))
      if (rows.length < batchSize) continue
      yield { transactions: rows }
      rows = []
    } else if (open.account) addToAccount(open.account, part)
    else addToLogin(open.login, part)
  }
  if (open.account) yield toAccounts(open.account)
  if (open.login) yield toLogins(open.login, check)
  if (rows.length > 0) yield { transactions: rows }
}

function addToLogin(login: OpenLogin, part: LoginPart): void {
  if (part.kind === 'login id') login.id = part.id
  if (part.kind === 'bank') login.bank = part.bank
}

function addToAccount({ members, standingOrders, securities }: OpenAccount, part: LoginPart): void {
  if (part.kind === 'account member') members[part.name] = part.value
  if (part.kind === 'standing order' && standingOrders.length < longestList) standingOrders.push(part.standingOrder)
  if (part.kind === 'security' && securities.length < longestList) securities.push(part.security)
}

function toAccounts({ members, ...reading }: OpenAccount): BankFindings {
  return { accounts: [normaliseAccount({ ...reading, account: accountPayload.parse(members) })] }
}

function toLogins({ key, id, bank }: OpenLogin, check: (address: string) => URL): BankFindings {
  if (id === null) throw badResponse('A bank login in the answer of finoOS has no id.')
  const login: LoginFinding = { key, reference: id, bank: normaliseBank(bank, check) }
  return { logins: [login] }
}
