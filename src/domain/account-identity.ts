import { foldText } from './fold-text.ts'
import { ibanShape } from './mask-number.ts'
import type { StatementAccount } from './statement.ts'

/** What identifies the account of a statement. A member is null when the statement does not say enough. */
export interface AccountIdentity {
  readonly iban: string | null
  /** The full number, without separators and leading zeros, in which providers differ. */
  readonly number: string | null
  /** The last four characters of the number or IBAN. */
  readonly tail: string | null
  /** Bank, tail and holder together, which identify an account whose number is masked. */
  readonly mask: string | null
}

/** Marks of hidden characters. A single X may belong to a number; several in a row do not. */
const hidden = /[*•●·#…]+|X{2,}/gu
const tailLength = 4
/** Shorter numbers occur in many IBANs by chance. */
const minLengthWithinIban = 6

/** The identity of an account from what a statement shows. */
export function toAccountIdentity(bankName: string | null, account: Partial<StatementAccount>): AccountIdentity {
  const printed = [account.iban, account.accountNumber].map(readNumber)
  const iban = printed.find(number => number !== null && ibanShape.test(number)) ?? null
  const number = readNumber(account.accountNumber)
  const tail = [iban, number, account.accountNumber, account.maskedNumber, account.iban]
    .map(readTail)
    .find(found => found !== null)
  const holder = foldText(account.holderName ?? '')
  const bank = foldText(bankName ?? '')
  return {
    iban,
    number: number === null || number === iban ? null : number.replace(/^0+(?=.)/, ''),
    tail: tail ?? null,
    mask: tail === undefined || holder === '' || bank === '' ? null : JSON.stringify([bank, tail, holder]),
  }
}

/** The number without separators; null when there is none or part of it is hidden. */
function readNumber(printed: string | null | undefined): string | null {
  const text = withoutSeparators(printed)
  return text === '' || text.search(hidden) >= 0 ? null : text
}

/** The last visible characters; null when there are too few. */
function readTail(printed: string | null | undefined): string | null {
  const shown = withoutSeparators(printed).split(hidden).at(-1) ?? ''
  return shown.length < tailLength ? null : shown.slice(-tailLength)
}

function withoutSeparators(printed: string | null | undefined): string {
  return (printed ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-./_]/gu, '')
}

/** Whether both have the same full number or IBAN. */
export function isSameAccount(a: AccountIdentity, b: AccountIdentity): boolean {
  return (
    (a.iban !== null && a.iban === b.iban) ||
    (a.number !== null && a.number === b.number) ||
    isWithinIban(a.number, b.iban) ||
    isWithinIban(b.number, a.iban)
  )
}

/** Whether the two cannot be one account. */
export function isOtherAccount(a: AccountIdentity, b: AccountIdentity): boolean {
  if (isSameAccount(a, b)) return false
  if (a.iban !== null && b.iban !== null) return true
  if (a.number !== null && b.number !== null) return !a.number.endsWith(b.number) && !b.number.endsWith(a.number)
  // An IBAN may end in check digits that the national number does not have.
  if (a.iban !== null || b.iban !== null) return false
  return a.tail !== null && b.tail !== null && a.tail !== b.tail
}

function isWithinIban(number: string | null, iban: string | null): boolean {
  return number !== null && iban !== null && number.length >= minLengthWithinIban && iban.slice(4).includes(number)
}

/**
 * The account of each statement of an applicant, by the statement's id; null when nothing identifies it. Statements
 * with the same full number or IBAN belong to one account. A statement with a masked number belongs to the account with
 * the same bank, last four characters and holder, if there is exactly one.
 */
export function groupByAccount(
  statements: readonly { readonly id: string; readonly identity: AccountIdentity }[],
): ReadonlyMap<string, string | null> {
  const full = statements.filter(({ identity }) => identity.iban !== null || identity.number !== null)
  const accounts = mergeFullNumbers(full.map(({ identity }) => identity))
  const accountOf = ({ iban, number }: AccountIdentity) =>
    accounts.get(iban === null ? numberKey(number) : ibanKey(iban)) ?? null
  const byMask = new Map<string, Set<string | null>>()
  for (const { identity } of full)
    if (identity.mask !== null)
      byMask.set(identity.mask, (byMask.get(identity.mask) ?? new Set()).add(accountOf(identity)))
  return new Map(
    statements.map(({ id, identity }) => {
      const own = accountOf(identity)
      if (own !== null || identity.mask === null) return [id, own]
      const [only = null, ...others] = byMask.get(identity.mask) ?? []
      return [id, only !== null && others.length === 0 ? only : `mask ${identity.mask}`]
    }),
  )
}

const ibanKey = (iban: string | null) => `iban ${iban}`
const numberKey = (number: string | null) => `number ${number}`

/** Maps each number and IBAN to one that represents all of the same account. */
function mergeFullNumbers(identities: readonly AccountIdentity[]): ReadonlyMap<string, string> {
  const leader = new Map<string, string>()
  const find = (key: string): string => {
    let found = key
    for (let next = leader.get(found); next !== undefined && next !== found; next = leader.get(found)) found = next
    return found
  }
  const merge = (a: string, b: string) => {
    const [first = a, second = b] = [find(a), find(b)].sort()
    leader.set(second, first)
  }
  const ibans = new Set(identities.flatMap(({ iban }) => iban ?? []))
  const numbers = new Set(identities.flatMap(({ number }) => number ?? []))
  for (const iban of ibans) leader.set(ibanKey(iban), ibanKey(iban))
  for (const number of numbers) leader.set(numberKey(number), numberKey(number))
  for (const { iban, number } of identities)
    if (iban !== null && number !== null) merge(ibanKey(iban), numberKey(number))
  for (const iban of ibans)
    for (const number of numbers) if (isWithinIban(number, iban)) merge(ibanKey(iban), numberKey(number))
  return new Map([...leader.keys()].map(key => [key, find(key)]))
}
