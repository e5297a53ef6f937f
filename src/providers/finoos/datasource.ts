import type { Readable } from 'node:stream'
import type { Logger } from 'pino'
import { type Authorization, callAuthorized, withinSignal } from '../../connector/authorization.ts'
import { discardBody, parseAnswer } from '../../connector/parse-answer.ts'
import { sendOnce } from '../../connector/send-once.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { JsonValue } from '../../domain/json.ts'
import { jsonBodyWithFile } from '../../http/json-body-with-file.ts'
import type { ProviderAnswer, ProviderCall, ProviderHttp, StreamedAnswer } from '../../http/provider-http.ts'
import { readBody } from '../../http/read-body.ts'
import { withSignal } from '../../http/with-signal.ts'
import { createAuthorization, correlationHeader } from './authorization.ts'
import { type FinoosCredentials, type Scope, vendor } from './config.ts'
import { badResponse, parseRefusal, shipmentUnknown, toFinoosError, userGone, userUnknown } from './errors.ts'
import { createVersionCheck } from './api-version.ts'
import { readLoginParts } from './login-parts.ts'
import type { DateReader } from './dates.ts'
import {
  type CompanyPayload,
  companyResultsPayload,
  type LoginPart,
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

/**
 * The vendor's calls. Each may throw the AppErrors of `errors.ts` and of the transport. A call about a user that the vendor no
 * longer has throws NOT_FOUND, unless it deletes.
 */
export interface FinoosDatasource {
  /** The same calls, which end at once when the signal is aborted. A login ends when nobody waits for it. */
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
  /** Deletes a user with everything the vendor has of it. One that the vendor does not know is no fault. */
  deleteUser(userId: string): Promise<void>
  /** The scope is billed. A user that has it already is no fault. */
  addScope(userId: string, scope: Scope): Promise<void>
  /** A user without it is no fault. */
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
  /** One that the vendor does not know is no fault. */
  deleteLogin(userId: string, login: FromIp & { readonly loginId: string }): Promise<void>
  /** Deletes all banking data of a user, and keeps the user. */
  disconnect(userId: string, from: FromIp): Promise<void>
  /** At most `queriesPerCall`. @returns the companies by the place of their query */
  companies(names: readonly string[]): Promise<ReadonlyMap<number, readonly CompanyPayload[]>>
  /** At most `queriesPerCall`. @returns the logos by the place of their query */
  logos(queries: readonly LogoQuery[]): Promise<ReadonlyMap<number, LogoPayload>>
  /**
   * Sends a letter or a fax. It costs, and the vendor does not tell later whether it has it.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when it may be sent; after any other error it is not
   */
  ship(shipment: OutgoingShipment): Promise<void>
  paymentPartners(userId: string): Promise<readonly PaymentPartnerPayload[]>
}

export interface NewUser {
  readonly type: 'person' | 'company'
  /** Never left out: the vendor then gives all scopes that the account has. */
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

export interface DatasourceDeps {
  readonly http: ProviderHttp
  readonly credentials: FinoosCredentials
  readonly now: () => Date
  readonly logger: Logger
  readonly dates: DateReader
}

/** The most that the vendor gives: https://os.fino.ai/tmp/docv1, "Get Users". */
export const usersPerPage = 50
/** The most queries in a call: https://os.fino.ai/tmp/docv1, "Search Logos". ASSUMED: the same for companies. */
export const queriesPerCall = 200

/** ASSUMED: the bank is read before the answer. */
const synchronizeTimeoutMs = 120_000
const loginsTimeoutMs = 60_000
/** In addition to the time that sending takes. */
const importTimeoutMs = 60_000
const shipmentTimeoutMs = 60_000
/** In 2 GiB there are some four million transactions. */
const longestLogins = 2 * 1024 ** 3
/** Far more than the body of an error. */
const errorBytes = 1_048_576

type Content = Required<Pick<ProviderCall, 'headers' | 'body'>>

/** A call, with its body made afresh for each time it is sent. */
type Call = Pick<ProviderCall, 'operation' | 'method' | 'path' | 'query' | 'headers' | 'timeoutMs' | 'maxBytes'> &
  Pick<ProviderCall, 'repeatable'> & { readonly content?: () => Content }

/** The routes below https://os.fino.cloud/api/v1. The page prints five of them; the others are ASSUMED, and are written here alone. */
export function createFinoosDatasource(deps: DatasourceDeps): FinoosDatasource {
  const notice = createVersionCheck(deps.logger)
  const authorization = createAuthorization({ ...deps, notice })
  const within = (signal: AbortSignal): FinoosDatasource => ({
    within,
    ...createCalls({ ...deps, http: withSignal(deps.http, signal) }, withinSignal(authorization, signal), notice),
  })
  return { within, ...createCalls(deps, authorization, notice) }
}

function createCalls(
  { http, dates }: DatasourceDeps,
  authorization: Authorization,
  notice: (answer: Pick<ProviderAnswer, 'headers'>) => void,
): Omit<FinoosDatasource, 'within'> {
  const partners = paymentPartnersPayload(dates)

  async function authorized<Answer extends Pick<StreamedAnswer, 'status' | 'headers'>>(
    { content, ...call }: Call,
    ask: (call: ProviderCall) => Promise<Answer>,
    discard?: (answer: Answer) => void,
  ): Promise<Answer> {
    const answer = await callAuthorized(
      authorization,
      ({ headers, unauthorized }) => {
        const { headers: contentHeaders, body } = content?.() ?? {}
        return ask({
          ...call,
          headers: { accept: 'application/json', ...call.headers, ...contentHeaders, ...headers },
          ...(body === undefined ? {} : { body }),
          correlationHeader,
          unauthorized,
        })
      },
      discard,
    )
    notice(answer)
    return answer
  }

  const send = (call: Call) => authorized(call, http.send)

  /** For an answer whose body says nothing. An HTML page comes from a proxy before the vendor. */
  function expectDone(answer: ProviderAnswer): void {
    if (answer.headers['content-type']?.includes('html'))
      throw badResponse('Another server than finoOS answered with a page.')
  }

  /**
   * The error for a refused call about a user. 404 may also mean that what else the call names is unknown, or that there is no such
   * route, as most are ASSUMED. So a route that the page prints decides whether the user is gone.
   */
  async function userError(userId: string, answer: Pick<ProviderAnswer, 'status' | 'body'>, scope: Scope | null) {
    const refusal = parseRefusal(answer)
    const isGone = answer.status === 404 && !(await knowsUser(userId))
    return isGone ? userGone(refusal) : toFinoosError(refusal, scope)
  }

  async function knowsUser(userId: string): Promise<boolean> {
    const answer = await openLogins(userId, false)
    discardBody(answer)
    return answer.status !== 404
  }

  function openLogins(userId: string, includeTransactions: boolean): Promise<StreamedAnswer> {
    return authorized<StreamedAnswer>(
      {
        operation: 'get logins',
        method: 'GET',
        path: userPath(userId, '/banking/logins'),
        // The page types it as a text, and as required.
        query: { includeTransactions: String(includeTransactions) },
        timeoutMs: loginsTimeoutMs,
        maxBytes: longestLogins,
        repeatable: true,
      },
      http.stream,
      discardBody,
    )
  }

  /** A deletion. What the vendor does not know need not be deleted. */
  async function remove(call: Pick<Call, 'operation' | 'path' | 'headers'>, scope: Scope | null): Promise<void> {
    const answer = await send({ ...call, method: 'DELETE', repeatable: true })
    if (answer.status === 404) return
    if (!isSuccess(answer)) throw toFinoosError(parseRefusal(answer), scope)
    expectDone(answer)
  }

  async function readSession(userId: string, answer: ProviderAnswer): Promise<URL> {
    if (!isSuccess(answer)) throw await userError(userId, answer, 'banking')
    return http.vendorAddress(parseAnswer(vendor, sessionPayload, answer).redirectURL)
  }

  async function importLogins(userId: string, logins: readonly JsonValue[], call: Pick<Call, 'operation' | 'method'>) {
    const path = userPath(userId, '/banking/logins')
    // It may be sent again: the same logins give the same state.
    const answer = await send({
      ...call,
      path,
      content: json({ logins }),
      timeoutMs: importTimeoutMs,
      repeatable: true,
    })
    if (!isSuccess(answer)) throw await userError(userId, answer, 'bankingExternal')
    expectDone(answer)
  }

  return {
    async settings() {
      const answer = await send({ operation: 'get settings', method: 'GET', path: '/settings', repeatable: true })
      if (isSuccess(answer)) return parseAnswer(vendor, settingsPayload, answer)
      throw toFinoosError(parseRefusal(answer), null)
    },

    async users(page) {
      const query = { page, perPage: usersPerPage }
      const answer = await send({ operation: 'list users', method: 'GET', path: '/users', query, repeatable: true })
      if (isSuccess(answer)) return parseAnswer(vendor, usersPayload, answer)
      throw toFinoosError(parseRefusal(answer), null)
    },

    createUser: ({ type, scopes }) =>
      sendOnce(async watch => {
        const content = json({ type, scopes })
        const call = { operation: 'create user', method: 'POST', path: '/users', content, repeatable: false } as const
        const answer = await authorized(call, given => watch(() => http.send(given)))
        if (isSuccess(answer)) return parseAnswer(vendor, newUserPayload, answer).id
        throw toFinoosError(parseRefusal(answer), null)
      }, userUnknown),

    deleteUser: userId => remove({ operation: 'delete user', path: userPath(userId) }, null),

    async addScope(userId, scope) {
      const content = json({ name: scope })
      const path = userPath(userId, '/scopes')
      const answer = await send({ operation: 'add scope', method: 'POST', path, content, repeatable: true })
      // ASSUMED: a scope that the user has already is a conflict with an earlier request, if it is anything at all.
      if (answer.status === 409) return
      if (!isSuccess(answer)) throw await userError(userId, answer, scope)
      expectDone(answer)
    },

    removeScope: (userId, scope) =>
      remove({ operation: 'remove scope', path: userPath(userId, `/scopes/${encodeURIComponent(scope)}`) }, null),

    async connect(userId, { redirectURL, errorURL, exitURL, recurring }) {
      return readSession(
        userId,
        await send({
          operation: 'create connect session',
          method: 'POST',
          path: userPath(userId, '/banking/connect'),
          content: json({ redirectURL, errorURL, exitURL, recurring }),
          repeatable: true,
        }),
      )
    },

    async manage(userId, { redirectURL, errorURL, exitURL, addBankLogin, userIp }) {
      return readSession(
        userId,
        await send({
          operation: 'create management session',
          method: 'POST',
          path: userPath(userId, '/banking/manage'),
          // The page types it as a text.
          query: { addBankLogin: String(addBankLogin) },
          headers: fromIp(userIp),
          content: json({ redirectURL, errorURL, exitURL }),
          repeatable: true,
        }),
      )
    },

    async synchronize(userId, { redirectURL, errorURL, exitURL, loginId, userIp }) {
      const answer = await send({
        operation: 'create synchronization session',
        method: 'POST',
        path: userPath(userId, '/banking/sync'),
        headers: fromIp(userIp),
        content: json({ bankLoginId: loginId, redirectURL, errorURL, exitURL }),
        timeoutMs: synchronizeTimeoutMs,
        // Each one may read the bank, which PSD2 allows a few times a day.
        repeatable: false,
      })
      return answer.status === 204 ? null : readSession(userId, answer)
    },

    async *logins(userId, { includeTransactions }) {
      const answer = await openLogins(userId, includeTransactions)
      if (isSuccess(answer)) return yield* readLoginParts(answer, dates, longestLogins)
      const { body } = await readBody(answer, errorBytes, vendor.id)
      const refusal = parseRefusal({ status: answer.status, body })
      throw answer.status === 404 ? userGone(refusal) : toFinoosError(refusal, 'banking')
    },

    async loginStatuses(userId) {
      const answer = await send({
        operation: 'get synchronization status',
        method: 'GET',
        path: userPath(userId, '/banking/logins/status'),
        repeatable: true,
      })
      if (isSuccess(answer)) return parseAnswer(vendor, loginStatusesPayload, answer)
      throw await userError(userId, answer, 'banking')
    },

    setLogins: (userId, logins) => importLogins(userId, logins, { operation: 'set logins', method: 'POST' }),
    updateLogins: (userId, logins) => importLogins(userId, logins, { operation: 'update logins', method: 'PATCH' }),

    deleteLogin(userId, { loginId, userIp }) {
      const path = userPath(userId, `/banking/logins/${encodeURIComponent(loginId)}`)
      return remove({ operation: 'delete login', path, headers: fromIp(userIp) }, 'banking')
    },

    disconnect: (userId, { userIp }) =>
      remove({ operation: 'disconnect user', path: userPath(userId, '/banking'), headers: fromIp(userIp) }, 'banking'),

    async companies(names) {
      const answer = await send({
        operation: 'search companies',
        method: 'POST',
        path: '/companies/search',
        content: json({ queries: names.map((name, place) => ({ queryID: String(place), name })) }),
        repeatable: true,
      })
      if (!isSuccess(answer)) throw toFinoosError(parseRefusal(answer), 'companies')
      const found = parseAnswer(vendor, companyResultsPayload, answer)
      return byPlace(names.length, found, result => result.companies)
    },

    async logos(queries) {
      const answer = await send({
        operation: 'search logos',
        method: 'POST',
        path: '/companies/logos/search',
        content: json({ queries: queries.map((query, place) => ({ queryID: String(place), ...query })) }),
        repeatable: true,
      })
      if (!isSuccess(answer)) throw toFinoosError(parseRefusal(answer), 'companiesLogo')
      return byPlace(queries.length, parseAnswer(vendor, logoResultsPayload, answer), result => result.logo)
    },

    ship: ({ channel, processId, callbackUrl, recipient, subject, address, pdf }) =>
      sendOnce(async watch => {
        const members = { address, callbackURL: callbackUrl, processID: processId, recipient, subject }
        const answer = await authorized(
          {
            operation: `send ${channel}`,
            method: 'POST',
            path: `/documentshipment/${channel}`,
            content: () => jsonBodyWithFile(members, { member: 'pdfContent', ...pdf }),
            timeoutMs: shipmentTimeoutMs,
            repeatable: false,
          },
          given => watch(() => http.send(given)),
        )
        // ASSUMED: a process id that the vendor has already is a conflict with the earlier request, which was then taken.
        if (answer.status === 409) return
        if (!isSuccess(answer)) throw toFinoosError(parseRefusal(answer), 'documentShipment')
        expectDone(answer)
      }, shipmentUnknown),

    async paymentPartners(userId) {
      const answer = await send({
        operation: 'get payment partners',
        method: 'GET',
        path: userPath(userId, '/paymentpartneranalysis'),
        repeatable: true,
      })
      if (isSuccess(answer)) return parseAnswer(vendor, partners, answer)
      throw await userError(userId, answer, 'paymentPartnerAnalysis')
    },
  }
}

function userPath(userId: string, below = ''): string {
  return `/users/${encodeURIComponent(userId)}${below}`
}

function fromIp(userIp: string) {
  return { 'user-ip': userIp }
}

/** The page's own samples lack the content type, without which a body is not JSON. */
function json(value: JsonValue): () => Content {
  return () => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
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
