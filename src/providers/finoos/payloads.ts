import { z } from 'zod'
import {
  amount,
  count,
  decimal,
  instant,
  someText,
  text,
  toRow,
  writtenNumber,
} from '../../connector/payload-members.ts'
import { exactInteger } from '../../http/exact-json.ts'
import type { JsonPart } from '../../http/stream-json.ts'
import { type DateReader, dateMember } from './dates.ts'

// https://os.fino.ai/tmp/docv1 shows the answers of "Authenticate", "Create User", "Create Connect User Session" and "Get Logins".
// Every other shape is ASSUMED. A member that is missing or of another type is null, unless it is one that nothing works without.

/** An id, as text or as a number. An empty one, which the vendor's own sample has, is none. */
const id = z.union([someText.max(255), writtenNumber])
const optionalId = id.nullable().catch(null)

/** The readable items of a list. ASSUMED: null stands for an empty list. */
const list = <T>(item: z.ZodType<T>) =>
  z
    .array(item.nullable().catch(null))
    .nullable()
    .transform(items => (items ?? []).filter(one => one !== null))

const seconds = (usual: number) =>
  exactInteger
    .refine(value => value > 0)
    .catch(usual)
    .transform(value => value * 1_000)

/** ASSUMED: a refresh is answered like a login. A lifetime that is not told is the one that the page shows. */
export const tokensPayload = z
  .object({
    accessToken: z.string().regex(/^[\x21-\x7e]+$/),
    refreshToken: text,
    expiresIn: seconds(300),
    refreshExpiresIn: seconds(1_800),
  })
  .transform(given => ({
    accessToken: given.accessToken,
    lifetimeMs: given.expiresIn,
    refreshToken: given.refreshToken,
    refreshLifetimeMs: given.refreshExpiresIn,
  }))

/** The page types the list of scopes as one text; separated by what is not part of a name. */
const scopeList = z
  .union([z.array(z.string()), z.string().transform(names => names.split(/[^A-Za-z]+/).filter(name => name !== ''))])
  .catch([])

export const settingsPayload = z
  .object({ apiVersion: text, name: text, scopes: scopeList })
  .refine(({ apiVersion, name }) => apiVersion !== null || name !== null)

export type SettingsPayload = Readonly<z.infer<typeof settingsPayload>>

export const newUserPayload = z.object({ id })

const userPayload = z.object({ id, type: text, scopes: scopeList })

export type UserPayload = Readonly<z.infer<typeof userPayload>>

/** A page of users. `size` counts the users that cannot be read too: a page with fewer than were asked for is the last one. */
export const usersPayload = z
  .object({ users: z.array(z.unknown()).nullable() })
  .transform(({ users }) => ({ users: list(userPayload).parse(users), size: users?.length ?? 0 }))

export type UsersPayload = Readonly<z.infer<typeof usersPayload>>

export const sessionPayload = z.object({ redirectURL: z.string().min(1) })

const loginStatus = z.object({
  id,
  status: text,
  lastSynchronization: instant,
  synchronizedAutomatically: z.boolean().nullable().catch(null),
})

export type LoginStatusPayload = Readonly<z.infer<typeof loginStatus>>

export const loginStatusesPayload = z
  .object({ loginsStatuses: list(loginStatus) })
  .transform(({ loginsStatuses }) => loginsStatuses)

const logo = z.object({ url: text, type: text }).nullable().catch(null)

export type LogoPayload = Readonly<z.infer<typeof logo>>

const bank = z
  .object({ name: text, bic: text, bankCode: optionalId, logo })
  .catch({ name: null, bic: null, bankCode: null, logo: null })

export type BankPayload = Readonly<z.infer<typeof bank>>

const accountPayload = z.object({
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

/** What the vendor's dates make of the payloads below. */
export function createLoginPayloads(dates: DateReader) {
  const date = dateMember(dates)
  const transaction = z.object({
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
  const standingOrder = z.object({
    amount: decimal,
    currency: text,
    creationDate: date,
    firstExecutionDate: date,
    lastExecutionDate: date,
    executionDay: count,
    interval: text,
    purpose: text,
  })
  return {
    transaction: (value: unknown) => transaction.parse(toRow(value)),
    standingOrder: (value: unknown) => standingOrder.parse(toRow(value)),
  }
}

type LoginPayloads = ReturnType<typeof createLoginPayloads>
export type TransactionPayload = Readonly<ReturnType<LoginPayloads['transaction']>>
export type StandingOrderPayload = Readonly<ReturnType<LoginPayloads['standingOrder']>>

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

const addressPayload = z.union([
  someText,
  z
    .object({ street: text, postalCode: text, city: text, country: text })
    .transform(({ street, postalCode, city, country }) => {
      const place = [postalCode, city].filter(part => part !== null).join(' ')
      return [street, place, country].filter(part => part !== null && part !== '').join(', ') || null
    }),
])

const company = z.object({
  name: someText,
  address: addressPayload.nullable().catch(null),
  creditorIds: list(someText).catch([]),
  ibans: list(someText).catch([]),
  logo,
})

export type CompanyPayload = Readonly<z.infer<typeof company>>

const results = <T>(item: z.ZodType<T>) =>
  z.object({ results: list(item).default([]) }).transform(given => given.results)

export const companyResultsPayload = results(z.object({ queryID: id, companies: list(company).catch([]) }))
export const logoResultsPayload = results(z.object({ queryID: id, logo }))

const partner = z.object({
  name: someText,
  iban: text,
  relevance: decimal,
  transactionCount: count,
  totalIncome: decimal,
  totalOutcome: decimal,
  shareOfIncome: decimal,
  shareOfOutcome: decimal,
})

/** A list at the top of the answer. A partner without a name is left out. */
export const paymentPartnersPayload = (dates: DateReader) =>
  list(partner.extend({ firstTransaction: dateMember(dates), lastTransaction: dateMember(dates) }))

export type PaymentPartnerPayload = Readonly<z.infer<ReturnType<typeof paymentPartnersPayload>>[number]>

/** One piece of the logins of a user, with the places of its login and its account in the answer. */
export type LoginPart =
  | { readonly kind: 'login id'; readonly login: string; readonly id: string | null }
  | { readonly kind: 'bank'; readonly login: string; readonly bank: BankPayload }
  /** One member of the account itself, as it arrived. `parseAccount` takes all of them. */
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

/** The currency of an account, as far as its members have arrived. */
export function parseCurrency(members: Readonly<Record<string, unknown>>): string | null {
  return accountPayload.shape.currency.parse(members.currency)
}

export function parseAccount(members: Readonly<Record<string, unknown>>): AccountPayload {
  return accountPayload.parse(members)
}

/** Makes the function that reads one value of `loginPaths`. */
export function createLoginPartReader(payloads: LoginPayloads) {
  return ({ path, key, value, wildcards: [login = '', account = ''] }: JsonPart): LoginPart => {
    switch (path) {
      case paths.loginId:
        return { kind: 'login id', login, id: optionalId.parse(value) }
      case paths.bank:
        return { kind: 'bank', login, bank: bank.parse(value) }
      case paths.transaction:
        return { kind: 'transaction', login, account, transaction: payloads.transaction(value) }
      case paths.standingOrder:
        return { kind: 'standing order', login, account, standingOrder: payloads.standingOrder(value) }
      case paths.security:
        return { kind: 'security', login, account, security: security.parse(toRow(value)) }
      default:
        return { kind: 'account member', login, account, name: String(key), value }
    }
  }
}

/** An answer without a single login. Anything else that has none is not the documented answer. */
export const noLoginsPayload = z.object({ logins: z.union([z.null(), z.array(z.never())]) })
