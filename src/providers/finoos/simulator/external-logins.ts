import { z } from 'zod'
import { isExactNumber } from '../../../domain/exact-number.ts'
import { invalidInput } from './vendor-error.ts'

/** ASSUMED: texts and dates may be absent or empty; a number is any JSON number; unknown members are refused. */
const text = z.string().max(10_000).optional()
const instant = z.union([z.literal(''), z.iso.datetime({ offset: true })], 'must be an RFC 3339 instant').optional()
const number = z
  .custom<unknown>(value => typeof value === 'number' || isExactNumber(value), 'must be a number')
  .optional()
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a currency code of ISO 4217')
  .optional()
const id = z.string().min(1, 'must not be empty')

const transaction = z.strictObject({
  id,
  accountID: text,
  amount: number,
  currency,
  booked: z.boolean().optional(),
  bookingDate: instant,
  valueDate: instant,
  purpose: text,
  mref: text,
  codes: z.array(z.strictObject({ type: text, value: text })).nullish(),
  counterPart: z.strictObject({ name: text, iban: text, bic: text, creditorId: text }).nullish(),
  tags: z.array(z.strictObject({ name: text, source: text })).nullish(),
})
const standingOrder = z.strictObject({
  id: text,
  accountID: text,
  amount: number,
  currency,
  creationDate: instant,
  firstExecutionDate: instant,
  lastExecutionDate: instant,
  executionDay: z.int().min(0).max(31).optional(),
  interval: text,
  purpose: text,
})
const security = z.strictObject({
  id: text,
  accountID: text,
  amount: number,
  currency,
  exchangeRate: number,
  isin: text,
  market: text,
  name: text,
  priceAmount: number,
  priceCurrency: currency,
  purchasePriceAmount: number,
  purchasePriceCurrency: currency,
  quantity: number,
})
const account = z.strictObject({
  id,
  iban: text,
  number: text,
  name: text,
  owner: text,
  type: text,
  balance: number,
  creditLine: number,
  monthlySpendingLimit: number,
  currency,
  transactions: z.array(transaction).nullish(),
  standingOrders: z.array(standingOrder).nullish(),
  securities: z.array(security).nullish(),
})
const login = z.strictObject({
  id,
  bank: z
    .strictObject({ name: text, bic: text, bankCode: text, logo: z.strictObject({ url: text, type: text }).nullish() })
    .nullish(),
  accounts: z.array(account).nullish(),
})

/** A bank login that a customer sent. Source: the sample of "Set Logins", https://os.fino.ai/tmp/docv1 */
export type ExternalLogin = z.infer<typeof login>
type ExternalAccount = z.infer<typeof account>

export const loginsBody = z.strictObject({ logins: z.array(login) }).superRefine(({ logins }, context) => {
  const accounts = logins.flatMap(one => one.accounts ?? [])
  refuseRepeated('logins', logins)
  refuseRepeated('accounts', accounts)
  refuseRepeated(
    'transactions',
    accounts.flatMap(one => one.transactions ?? []),
  )

  function refuseRepeated(path: string, items: readonly { readonly id: string }[]): void {
    const seen = new Set<string>()
    for (const one of items) {
      if (seen.has(one.id))
        context.addIssue({ code: 'custom', path: [path], message: `The id ${one.id} occurs twice.` })
      seen.add(one.id)
    }
  }
})

/**
 * Adds logins, or accounts to logins with the same id. ASSUMED: sent members replace known ones; transactions are also
 * matched by id; standing orders and securities are replaced as lists. An account id that another login has is refused.
 */
export function mergeLogins(known: Map<string, ExternalLogin>, sent: readonly ExternalLogin[]): void {
  const merged = new Map(known)
  for (const one of sent) {
    const before = merged.get(one.id)
    merged.set(one.id, before ? { ...before, ...one, accounts: mergeAccounts(before.accounts, one.accounts) } : one)
  }
  const accountIds = [...merged.values()].flatMap(one => one.accounts ?? []).map(one => one.id)
  if (new Set(accountIds).size < accountIds.length)
    throw invalidInput({ accounts: ['An account id belongs to another login.'] })
  for (const one of merged.values()) known.set(one.id, one)
}

function mergeAccounts(known: ExternalLogin['accounts'], sent: ExternalLogin['accounts']): ExternalAccount[] {
  const merged = new Map((known ?? []).map(one => [one.id, one]))
  for (const one of sent ?? []) {
    const before = merged.get(one.id)
    const transactions = new Map(
      [...(before?.transactions ?? []), ...(one.transactions ?? [])].map(row => [row.id, row]),
    )
    merged.set(one.id, { ...before, ...one, transactions: [...transactions.values()] })
  }
  return [...merged.values()]
}

/**
 * A login that was set, as "Get Logins" returns it. Source: the samples of steps 4b and 5 of the quickstart: transactions and
 * securities have the account's id; the ids of standing orders, the logo and the sources of tags are missing.
 */
export function toExternalBody({ accounts, bank, ...rest }: ExternalLogin, includeTransactions: boolean): object {
  return {
    ...rest,
    bank: { ...bank, logo: { url: '', type: '' } },
    accounts: (accounts ?? []).map(({ transactions, standingOrders, securities, ...one }) => ({
      ...one,
      ...(includeTransactions && {
        transactions: (transactions ?? []).map(({ tags, ...row }) => ({
          ...row,
          accountID: one.id,
          tags: (tags ?? []).map(({ name }) => ({ name })),
        })),
      }),
      standingOrders: (standingOrders ?? []).map(order => ({ ...order, id: '' })),
      securities: (securities ?? []).map(row => ({ ...row, accountID: one.id })),
    })),
  }
}
