import { foldText } from './fold-text.ts'
import type { StatementAccount } from './statement.ts'

/** What two statements have to share to be about one account. Members are null where the statement does not say enough. */
export interface AccountIdentity {
  readonly iban: string | null
  /** The number in full, without separators and leading zeros, since providers differ in these. */
  readonly number: string | null
  /** The last four characters of the number or IBAN. */
  readonly tail: string | null
  /** Bank, tail and holder together; what an account is known by when its number is masked. */
  readonly mask: string | null
}

const ibanPattern = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/
/** What stands for characters that are not shown. A single X may belong to a number, several in a row do not. */
const hidden = /[*•●·#…]+|X{2,}/gu
const tailLength = 4
/** Shorter numbers are found within many IBANs by chance. */
const minLengthWithinIban = 6

/** By which an account is recognised, from what a statement prints about it. */
export function toAccountIdentity(bankName: string | null, account: Partial<StatementAccount>): AccountIdentity {
  const printed = [account.iban, account.accountNumber].map(readNumber)
  const iban = printed.find(number => number !== null && ibanPattern.test(number)) ?? null
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

/** The number without separators; null when there is none or a part of it is hidden. */
function readNumber(printed: string | null | undefined): string | null {
  const text = withoutSeparators(printed)
  return text === '' || text.search(hidden) >= 0 ? null : text
}

/** The last characters that are shown; null when there are too few. */
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

/** Whether both print a full number or IBAN, and it is the same. */
export function isSameAccount(a: AccountIdentity, b: AccountIdentity): boolean {
  return (
    (a.iban !== null && a.iban === b.iban) ||
    (a.number !== null && a.number === b.number) ||
    isWithinIban(a.number, b.iban) ||
    isWithinIban(b.number, a.iban)
  )
}

/** Whether what both print cannot be one account. */
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
 * The account of each statement of an applicant, by the statement's id; null for one that is known by nothing. Statements
 * that share a full number or IBAN are about one account. One whose number is masked belongs to the account of the same
 * bank, last four characters and holder, if there is exactly one.
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

/** By each number and IBAN the one that stands for all that are about the same account. */
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
