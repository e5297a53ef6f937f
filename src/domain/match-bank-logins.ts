import { type AccountIdentity, isOtherAccount, toAccountIdentity } from './account-identity.ts'
import type { Bank } from './bank.ts'
import type { BankAccount } from './bank-login.ts'
import { foldText } from './fold-text.ts'
import { unknownCurrency } from './money.ts'

// Matches the logins and accounts of a reading with known ones, so that they keep their ids when the provider's ids change.

/** A login. Its `id` is ours for a known login, and the key in the reading for a read one. */
export interface LoginFacts {
  readonly id: string
  readonly reference: string
  readonly bank: Pick<Bank, 'name' | 'fullName' | 'bic' | 'bankCode'>
  readonly removedAt: Date | null
}

export interface AccountFacts extends Pick<BankAccount, 'iban' | 'number' | 'name' | 'type' | 'currency'> {
  readonly id: string
  readonly loginId: string
  readonly reference: string | null
  readonly removedAt: Date | null
}

export interface LoginsAndAccounts {
  readonly logins: readonly LoginFacts[]
  readonly accounts: readonly AccountFacts[]
}

export interface Matches {
  /** The id of the known login, by the id of the read one. Read logins without an entry are new. */
  readonly logins: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, string>
}

interface Account extends AccountFacts {
  readonly identity: AccountIdentity
  readonly bankKey: string
}

/**
 * A login is matched by the provider's id, else by an account that it shares with a known login. An account is matched
 * by the provider's id (unless its IBAN or number differs), else by IBAN and currency, else by number, bank and
 * currency, else, if it has neither, by name, type and currency within its login. Connected ones are matched before
 * removed ones, and newer before older.
 *
 * @param known in the order of their creation
 */
export function matchBankLogins(read: LoginsAndAccounts, known: LoginsAndAccounts): Matches {
  const readAccounts = withIdentities(read)
  const knownAccounts = withIdentities(known)
  const candidates = preferred(known.logins)
  const logins = new Map<string, string>()
  pair(logins, read.logins, candidates, (one, other) => one.reference === other.reference)
  const accountsOf = Map.groupBy(knownAccounts, account => account.loginId)
  const readAccountsOf = Map.groupBy(readAccounts, account => account.loginId)
  pair(logins, read.logins, candidates, (one, other) =>
    (readAccountsOf.get(one.id) ?? []).some(account =>
      (accountsOf.get(other.id) ?? []).some(earlier => hasSameNumber(account, earlier)),
    ),
  )

  const accounts = new Map<string, string>()
  const inSameLogin = (one: Account, other: Account) => logins.get(one.loginId) === other.loginId
  const rules: readonly ((one: Account, other: Account) => boolean)[] = [
    (one, other) =>
      one.reference !== null && one.reference === other.reference && !isOtherAccount(one.identity, other.identity),
    (one, other) => hasSameNumber(one, other),
    (one, other) => inSameLogin(one, other) && hasSameName(one, other),
  ]
  const order = preferred(knownAccounts)
  for (const isSame of rules) {
    pair(accounts, readAccounts, order, (one, other) => inSameLogin(one, other) && isSame(one, other))
    pair(accounts, readAccounts, order, isSame)
  }
  return { logins, accounts }
}

/** Adds the pairs that a rule finds among unmatched ones. */
function pair<One extends { readonly id: string }>(
  pairs: Map<string, string>,
  read: readonly One[],
  known: readonly One[],
  isSame: (one: One, other: One) => boolean,
): void {
  const taken = new Set(pairs.values())
  for (const one of read) {
    if (pairs.has(one.id)) continue
    const other = known.find(candidate => !taken.has(candidate.id) && isSame(one, candidate))
    if (!other) continue
    pairs.set(one.id, other.id)
    taken.add(other.id)
  }
}

function preferred<One extends { readonly removedAt: Date | null }>(items: readonly One[]): readonly One[] {
  return [...items].reverse().sort((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null))
}

function withIdentities({ logins, accounts }: LoginsAndAccounts): Account[] {
  const bankOf = new Map(logins.map(({ id, bank }) => [id, bank]))
  return accounts.map(account => {
    const bank = bankOf.get(account.loginId)
    return {
      ...account,
      identity: toAccountIdentity(null, { iban: account.iban, accountNumber: account.number }),
      bankKey: foldText(bank?.bankCode ?? bank?.bic ?? bank?.fullName ?? bank?.name ?? ''),
    }
  })
}

/** Some banks have several currencies under one number. Each is a separate account. */
function hasSameNumber(a: Account, b: Account): boolean {
  if (a.currency !== b.currency && ![a.currency, b.currency].includes(unknownCurrency)) return false
  if (a.identity.iban !== null && b.identity.iban !== null) return a.identity.iban === b.identity.iban
  return a.identity.number !== null && a.identity.number === b.identity.number && a.bankKey === b.bankKey
}

function hasSameName(a: Account, b: Account): boolean {
  const isNumbered = [a, b].some(({ identity }) => identity.iban !== null || identity.number !== null)
  return !isNumbered && a.name === b.name && a.type === b.type && a.currency === b.currency
}
