import { z } from 'zod'
import { amount, count, decimal, someText, text, toRow, writtenNumber } from '../../connector/payload-members.ts'
import type { JsonPart } from '../../http/stream-json.ts'
import { type DateReader, dateMember } from './dates.ts'
import { list, logo, optionalId } from './payloads.ts'

// https://os.fino.ai/tmp/docv1, "Step 5: Retrieve the bank login data". A member that is missing or of another type is null.

const bank = z
  .object({ name: text, bic: text, bankCode: optionalId, logo })
  .catch({ name: null, bic: null, bankCode: null, logo: null })

export type BankPayload = Readonly<z.infer<typeof bank>>

export const accountPayload = z.object({
  id: optionalId,
  iban: text,
  number: optionalId,
  name: text,
  owner: text,
  type: text,
  balance: decimal,
  creditLine: decimal,
  monthlySpendingLimit: decimal,
  currency: text,
})

export type AccountPayload = Readonly<z.infer<typeof accountPayload>>

const counterPart = z
  .object({ name: text, iban: text, bic: text, creditorId: text })
  .transform(given => (Object.values(given).every(member => member === null) ? null : given))
  .nullable()
  .catch(null)

const code = z.object({ type: someText, value: z.union([someText, writtenNumber]) })
const tag = z.object({ name: someText, source: text })

const toTransactionPayload = (date: ReturnType<typeof dateMember>) =>
  z.object({
    id: optionalId,
    amount,
    currency: text,
    booked: z.boolean().nullable().catch(null),
    bookingDate: date,
    valueDate: date,
    purpose: text,
    mref: text,
    counterPart,
    codes: list(code).catch([]),
    tags: list(tag).catch([]),
  })

export type TransactionPayload = Readonly<z.infer<ReturnType<typeof toTransactionPayload>>>

const toStandingOrderPayload = (date: ReturnType<typeof dateMember>) =>
  z.object({
    amount: decimal,
    currency: text,
    creationDate: date,
    firstExecutionDate: date,
    lastExecutionDate: date,
    executionDay: count,
    interval: text,
    purpose: text,
  })

export type StandingOrderPayload = Readonly<z.infer<ReturnType<typeof toStandingOrderPayload>>>

const security = z.object({
  id: optionalId,
  isin: text,
  name: text,
  market: text,
  quantity: decimal,
  amount: decimal,
  currency: text,
  priceAmount: decimal,
  priceCurrency: text,
  purchasePriceAmount: decimal,
  purchasePriceCurrency: text,
  exchangeRate: decimal,
})

export type SecurityPayload = Readonly<z.infer<typeof security>>

/** One piece of the logins of a user, with the places of its login and its account in the answer. */
export type LoginPart =
  | { readonly kind: 'login id'; readonly login: string; readonly id: string | null }
  | { readonly kind: 'bank'; readonly login: string; readonly bank: BankPayload }
  /** One member of the account itself, as it arrived. `accountPayload` takes all of them. */
  | (InAccount & { readonly kind: 'account member'; readonly name: string; readonly value: unknown })
  | (InAccount & { readonly kind: 'transaction'; readonly transaction: TransactionPayload })
  | (InAccount & { readonly kind: 'standing order'; readonly standingOrder: StandingOrderPayload })
  | (InAccount & { readonly kind: 'security'; readonly security: SecurityPayload })

interface InAccount {
  readonly login: string
  readonly account: string
}

const inAccount = '$.logins.*.accounts.*'
const paths = {
  loginId: '$.logins.*.id',
  bank: '$.logins.*.bank',
  transaction: `${inAccount}.transactions.*`,
  standingOrder: `${inAccount}.standingOrders.*`,
  security: `${inAccount}.securities.*`,
} as const

/** The members of the logins that are read. All others are ignored. */
export const loginPaths: readonly string[] = [
  ...Object.values(paths),
  ...Object.keys(accountPayload.shape).map(name => `${inAccount}.${name}`),
]

/** Makes the function that reads one value of `loginPaths`. */
export function createLoginPartReader(dates: DateReader) {
  const date = dateMember(dates)
  const transaction = toTransactionPayload(date)
  const standingOrder = toStandingOrderPayload(date)
  return ({ path, key, value, wildcards: [login = '', account = ''] }: JsonPart): LoginPart => {
    switch (path) {
      case paths.loginId:
        return { kind: 'login id', login, id: optionalId.parse(value) }
      case paths.bank:
        return { kind: 'bank', login, bank: bank.parse(value) }
      case paths.transaction:
        return { kind: 'transaction', login, account, transaction: transaction.parse(toRow(value)) }
      case paths.standingOrder:
        return { kind: 'standing order', login, account, standingOrder: standingOrder.parse(toRow(value)) }
      case paths.security:
        return { kind: 'security', login, account, security: security.parse(toRow(value)) }
      default:
        return { kind: 'account member', login, account, name: String(key), value }
    }
  }
}

/** An answer without a single login. Anything else that has none is not the documented answer. */
export const noLoginsPayload = z.object({ logins: z.union([z.null(), z.array(z.never())]) })
