import { z } from 'zod'
import { count, decimal, instant, someText, text, writtenNumber } from '../../connector/payload-members.ts'
import { exactInteger } from '../../http/exact-json.ts'
import { type DateReader, dateMember } from './dates.ts'

// https://os.fino.ai/tmp/docv1 shows the answers of "Authenticate", "Create User", "Create Connect User Session" and "Get Logins".
// Every other shape is ASSUMED. A member that is missing or of another type is null, unless it is one that nothing works without.

/** An id, as text or as a number. An empty one, which the vendor's sample has, counts as absent. */
const id = z.union([someText.max(255), writtenNumber])
export const optionalId = id.nullable().catch(null)

/** The readable items of a list. ASSUMED: null stands for an empty list. */
export const list = <T>(item: z.ZodType<T>) =>
  z
    .array(item.nullable().catch(null))
    .nullable()
    .transform(items => (items ?? []).filter(one => one !== null))

const seconds = (usual: number) =>
  exactInteger
    .refine(value => value > 0)
    .catch(usual)
    .transform(value => value * 1_000)

/** ASSUMED: a refresh is answered like a login. A missing lifetime has the documented value. */
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

/** The page types the list of scopes as one text. ASSUMED: every character that no name contains separates two scopes. */
const scopeList = z
  .union([z.array(z.string()), z.string().transform(names => names.split(/[^A-Za-z]+/).filter(name => name !== ''))])
  .catch([])

export const settingsPayload = z
  .object({ apiVersion: text, name: text, scopes: scopeList })
  .refine(({ apiVersion, name }) => apiVersion !== null || name !== null)

export type SettingsPayload = Readonly<z.infer<typeof settingsPayload>>

export const newUserPayload = z.object({ id })

const userPayload = z.object({ id, type: text, scopes: scopeList })

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

export const logo = z.object({ url: text, type: text }).nullable().catch(null)

export type LogoPayload = Readonly<z.infer<typeof logo>>

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
