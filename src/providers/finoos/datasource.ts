import type { Readable } from 'node:stream'
import { parseAnswer } from '../../connector/parse-answer.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { JsonValue } from '../../domain/json.ts'
import { jsonBodyWithFile } from '../../http/json-body-with-file.ts'
import type { ProviderAnswer } from '../../http/provider-http.ts'
import { readBody } from '../../http/read-body.ts'
import { type Scope, vendor } from './config.ts'
import type { DateReader } from './dates.ts'
import { parseRefusal, shipmentUnknown, toFinoosError, userGone, userUnknown } from './errors.ts'
import { readLoginParts } from './login-parts.ts'
import type { LoginPart } from './login-payloads.ts'
import {
  type CompanyPayload,
  companyResultsPayload,
  type LoginStatusPayload,
  type LogoPayload,
  loginStatusesPayload,
  logoResultsPayload,
  newUserPayload,
  type PaymentPartnerPayload,
  paymentPartnersPayload,
  type SettingsPayload,
  sessionPayload,
  settingsPayload,
  type UsersPayload,
  usersPayload,
} from './payloads.ts'
import {
  type Call,
  createRequests,
  json,
  longestLogins,
  type Requests,
  type RequestsDeps,
  userPath,
} from './requests.ts'

/**
 * The vendor's calls. Each may throw the AppErrors of `errors.ts` and of the transport. A call about a user that the vendor no
 * longer has throws NOT_FOUND, unless it deletes.
 */
export interface FinoosDatasource {
  /** The same calls, which end at once when the signal is aborted. A shared login ends when no caller waits for it. */
  within(signal: AbortSignal): FinoosDatasource
  /** Costs nothing and changes nothing. */
  settings(): Promise<SettingsPayload>
  /** @param page from 0; each has up to `usersPerPage` */
  users(page: number): Promise<UsersPayload>
  /**
   * Makes a user. Each scope is billed.
   * @returns its id
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when one may have been made; after any other error none was
   */
  createUser(user: NewUser): Promise<string>
  /** Deletes a user with everything the vendor has of it. An unknown user is a success. */
  deleteUser(userId: string): Promise<void>
  /** Adds a scope, which is billed. If the user has it already, the call succeeds. */
  addScope(userId: string, scope: Scope): Promise<void>
  /** Removes a scope. If the user does not have it, the call succeeds. */
  removeScope(userId: string, scope: string): Promise<void>
  /** @returns where to send the user, to connect a bank */
  connect(userId: string, session: ReturnUrls & { readonly recurring: boolean }): Promise<URL>
  /** @returns where to send the user, to manage connected banks */
  manage(userId: string, session: ReturnUrls & FromIp & { readonly addBankLogin: boolean }): Promise<URL>
  /** @returns where to send the user, to authenticate at the bank again; null when the bank was read without that */
  synchronize(userId: string, session: ReturnUrls & FromIp & { readonly loginId: string }): Promise<URL | null>
  /** The bank logins, piece by piece as they arrive. */
  logins(userId: string, wanted: { readonly includeTransactions: boolean }): AsyncIterable<LoginPart>
  loginStatuses(userId: string): Promise<readonly LoginStatusPayload[]>
  /** Replaces all bank logins. */
  setLogins(userId: string, logins: readonly JsonValue[]): Promise<void>
  /** Adds to the bank logins and accounts of the same ids. */
  updateLogins(userId: string, logins: readonly JsonValue[]): Promise<void>
  /** Deletes a login. An unknown login is a success. */
  deleteLogin(userId: string, login: FromIp & { readonly loginId: string }): Promise<void>
  /** Deletes all banking data of a user, and keeps the user. */
  disconnect(userId: string, from: FromIp): Promise<void>
  /** At most `queriesPerCall`. @returns the companies by the place of their query */
  companies(names: readonly string[]): Promise<ReadonlyMap<number, readonly CompanyPayload[]>>
  /** At most `queriesPerCall`. @returns the logos by the place of their query */
  logos(queries: readonly LogoQuery[]): Promise<ReadonlyMap<number, LogoPayload>>
  /**
   * Sends a letter or a fax. It is billed, and the vendor cannot be asked later whether it has the shipment.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when it may be sent; after any other error it is not
   */
  ship(shipment: OutgoingShipment): Promise<void>
  paymentPartners(userId: string): Promise<readonly PaymentPartnerPayload[]>
}

export interface NewUser {
  readonly type: 'person' | 'company'
  /** Required, because the vendor would otherwise give the user all scopes of the account. */
  readonly scopes: readonly Scope[]
}

/** Where the vendor sends the user's browser afterwards. */
export interface ReturnUrls {
  readonly redirectURL: string
  readonly errorURL: string
  readonly exitURL: string
}

export interface FromIp {
  /** The address of the user, which PSD2 wants the bank to get. */
  readonly userIp: string
}

/** A company whose logo is wanted. At least one member is given. */
export interface LogoQuery {
  readonly name?: string
  readonly creditorId?: string
  readonly iban?: string
}

export interface OutgoingShipment {
  readonly channel: 'letter' | 'fax'
  /** Unique. The callback names it. */
  readonly processId: string
  readonly callbackUrl: string
  readonly recipient: string
  readonly subject: string
  readonly address: { readonly [member: string]: JsonValue }
  readonly pdf: { readonly byteSize: number; open(): Promise<Readable> }
}

export interface DatasourceDeps extends RequestsDeps {
  readonly dates: DateReader
}

/** The most that the vendor gives: https://os.fino.ai/tmp/docv1, "Get Users". */
export const usersPerPage = 50
/** The most queries in a call: https://os.fino.ai/tmp/docv1, "Search Logos". ASSUMED: the same for companies. */
export const queriesPerCall = 200

/** ASSUMED: the bank is read before the answer. */
const synchronizeTimeoutMs = 120_000
/** In addition to the time that sending takes. */
const importTimeoutMs = 60_000
const shipmentTimeoutMs = 60_000
/** Far more than the body of an error. */
const errorBytes = 1_048_576

/** The routes below https://os.fino.cloud/api/v1. The page prints five of them; the others are ASSUMED, and are written here alone. */
export function createFinoosDatasource({ dates, ...deps }: DatasourceDeps): FinoosDatasource {
  const requests = createRequests(deps)
  const within = (signal?: AbortSignal): FinoosDatasource => ({ within, ...createCalls(requests(signal), dates) })
  return within()
}

function createCalls(
  { send, sendOnce, openLogins, vendorAddress }: Requests,
  dates: DateReader,
): Omit<FinoosDatasource, 'within'> {
  const partners = paymentPartnersPayload(dates)

  /** A repeatable call about a user that needs a scope. */
  const ofUser = (userId: string, scope: Scope, below: string) =>
    ({ path: userPath(userId, below), scopes: [scope], userId, repeatable: true }) as const

  /** A deletion. 404 is a success, because there is nothing to delete. */
  async function remove(call: Pick<Call, 'operation' | 'path' | 'headers' | 'scopes'>): Promise<void> {
    await send({ ...call, method: 'DELETE', repeatable: true }, [404])
  }

  function toPage(answer: ProviderAnswer): URL {
    return vendorAddress(parseAnswer(vendor, sessionPayload, answer).redirectURL)
  }

  async function importLogins(userId: string, logins: readonly JsonValue[], call: Pick<Call, 'operation' | 'method'>) {
    // May be repeated, because the same logins give the same state.
    const about = ofUser(userId, 'bankingExternal', '/banking/logins')
    await send({ ...call, ...about, content: json({ logins }), timeoutMs: importTimeoutMs })
  }

  return {
    async settings() {
      const call = { operation: 'get settings', method: 'GET', path: '/settings', repeatable: true } as const
      return parseAnswer(vendor, settingsPayload, await send(call))
    },

    async users(page) {
      const query = { page, perPage: usersPerPage }
      const call = { operation: 'list users', method: 'GET', path: '/users', query, repeatable: true } as const
      return parseAnswer(vendor, usersPayload, await send(call))
    },

    createUser: ({ type, scopes }) =>
      sendOnce(
        {
          operation: 'create user',
          method: 'POST',
          path: '/users',
          content: json({ type, scopes }),
          repeatable: false,
          scopes,
        },
        answer => parseAnswer(vendor, newUserPayload, answer).id,
        { unknown: userUnknown },
      ),

    deleteUser: userId => remove({ operation: 'delete user', path: userPath(userId) }),

    async addScope(userId, scope) {
      const about = ofUser(userId, scope, '/scopes')
      // ASSUMED: a scope that the user has already is a conflict with an earlier request, if it is anything at all.
      await send({ ...about, operation: 'add scope', method: 'POST', content: json({ name: scope }) }, [409])
    },

    removeScope: (userId, scope) =>
      remove({ operation: 'remove scope', path: userPath(userId, `/scopes/${encodeURIComponent(scope)}`) }),

    async connect(userId, { redirectURL, errorURL, exitURL, recurring }) {
      return toPage(
        await send({
          ...ofUser(userId, 'banking', '/banking/connect'),
          operation: 'create connect session',
          method: 'POST',
          content: json({ redirectURL, errorURL, exitURL, recurring }),
        }),
      )
    },

    async manage(userId, { redirectURL, errorURL, exitURL, addBankLogin, userIp }) {
      return toPage(
        await send({
          ...ofUser(userId, 'banking', '/banking/manage'),
          operation: 'create management session',
          method: 'POST',
          // The page types it as a text.
          query: { addBankLogin: String(addBankLogin) },
          headers: fromIp(userIp),
          content: json({ redirectURL, errorURL, exitURL }),
        }),
      )
    },

    async synchronize(userId, { redirectURL, errorURL, exitURL, loginId, userIp }) {
      const answer = await send({
        ...ofUser(userId, 'banking', '/banking/sync'),
        operation: 'create synchronization session',
        method: 'POST',
        headers: fromIp(userIp),
        content: json({ bankLoginId: loginId, redirectURL, errorURL, exitURL }),
        timeoutMs: synchronizeTimeoutMs,
        // Each one may read the bank, which PSD2 allows a few times a day.
        repeatable: false,
      })
      return answer.status === 204 ? null : toPage(answer)
    },

    async *logins(userId, wanted) {
      const answer = await openLogins(userId, wanted)
      if (isSuccess(answer)) return yield* readLoginParts(answer, dates, longestLogins)
      const { body } = await readBody(answer, errorBytes, vendor.id)
      const refusal = parseRefusal({ status: answer.status, body })
      throw answer.status === 404 ? userGone(refusal) : toFinoosError(refusal, ['banking'])
    },

    async loginStatuses(userId) {
      const about = ofUser(userId, 'banking', '/banking/logins/status')
      const answer = await send({ ...about, operation: 'get synchronization status', method: 'GET' })
      return parseAnswer(vendor, loginStatusesPayload, answer)
    },

    setLogins: (userId, logins) => importLogins(userId, logins, { operation: 'set logins', method: 'POST' }),
    updateLogins: (userId, logins) => importLogins(userId, logins, { operation: 'update logins', method: 'PATCH' }),

    deleteLogin(userId, { loginId, userIp }) {
      const path = userPath(userId, `/banking/logins/${encodeURIComponent(loginId)}`)
      return remove({ operation: 'delete login', path, headers: fromIp(userIp), scopes: ['banking'] })
    },

    disconnect(userId, { userIp }) {
      const path = userPath(userId, '/banking')
      return remove({ operation: 'disconnect user', path, headers: fromIp(userIp), scopes: ['banking'] })
    },

    async companies(names) {
      const answer = await send({
        operation: 'search companies',
        method: 'POST',
        path: '/companies/search',
        content: json({ queries: names.map((name, place) => ({ queryID: String(place), name })) }),
        repeatable: true,
        scopes: ['companies'],
      })
      return byPlace(names.length, parseAnswer(vendor, companyResultsPayload, answer), result => result.companies)
    },

    async logos(queries) {
      const answer = await send({
        operation: 'search logos',
        method: 'POST',
        path: '/companies/logos/search',
        content: json({ queries: queries.map((query, place) => ({ queryID: String(place), ...query })) }),
        repeatable: true,
        scopes: ['companiesLogo'],
      })
      return byPlace(queries.length, parseAnswer(vendor, logoResultsPayload, answer), result => result.logo)
    },

    ship({ channel, processId, callbackUrl, recipient, subject, address, pdf }) {
      const members = { address, callbackURL: callbackUrl, processID: processId, recipient, subject }
      return sendOnce(
        {
          operation: `send ${channel}`,
          method: 'POST',
          path: `/documentshipment/${channel}`,
          content: () => jsonBodyWithFile(members, { member: 'pdfContent', ...pdf }),
          timeoutMs: shipmentTimeoutMs,
          repeatable: false,
          scopes: ['documentShipment'],
        },
        () => undefined,
        // ASSUMED: a process id that the vendor has already is a conflict with the earlier request, which was then taken.
        { also: [409], unknown: shipmentUnknown },
      )
    },

    async paymentPartners(userId) {
      const about = ofUser(userId, 'paymentPartnerAnalysis', '/paymentpartneranalysis')
      const answer = await send({ ...about, operation: 'get payment partners', method: 'GET' })
      return parseAnswer(vendor, partners, answer)
    },
  }
}

function fromIp(userIp: string) {
  return { 'user-ip': userIp }
}

/** By the id that we gave the query, because the order of results is not guaranteed. Results of no query are left out. */
function byPlace<Result extends { readonly queryID: string }, Value>(
  queries: number,
  results: readonly Result[],
  pick: (result: Result) => Value,
): ReadonlyMap<number, Value> {
  const places = new Map(Array.from({ length: queries }, (_, place) => [String(place), place]))
  return new Map(
    results.flatMap(result => {
      const place = places.get(result.queryID)
      return place === undefined ? [] : [[place, pick(result)] as const]
    }),
  )
}
