import type { Logger } from 'pino'
import { type Authorization, callAuthorized, withinSignal } from '../../connector/authorization.ts'
import { discardBody } from '../../connector/parse-answer.ts'
import { type Watch, sendOnce } from '../../connector/send-once.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { JsonValue } from '../../domain/json.ts'
import type { AppError } from '../../errors.ts'
import type { ProviderAnswer, ProviderCall, ProviderHttp, StreamedAnswer } from '../../http/provider-http.ts'
import { withSignal } from '../../http/with-signal.ts'
import { createVersionCheck } from './api-version.ts'
import { createAuthorization, correlationHeader } from './authorization.ts'
import type { FinoosCredentials, Scope } from './config.ts'
import { badResponse, parseRefusal, toFinoosError, userGone } from './errors.ts'

/** A call whose body is created anew for each attempt. */
export type Call = Omit<ProviderCall, 'body' | 'signal' | 'correlationHeader' | 'unauthorized'> & {
  readonly content?: () => Required<Pick<ProviderCall, 'headers' | 'body'>>
  /** The scopes that the vendor requires for the call. */
  readonly scopes?: readonly Scope[]
  /** The user of the call. 404 may then mean that the vendor no longer knows the user. */
  readonly userId?: string
}

/**
 * Sends calls with a token and our correlation id, and checks the API version of answers. An answer that is not a
 * success is thrown as an error.
 */
export interface Requests {
  /** @returns an answer with success or with one of the statuses in `also` */
  send(call: Call, also?: readonly number[]): Promise<ProviderAnswer>
  /** The same for a call that must not be repeated. @param read reads the answer, and may throw */
  sendOnce<Result>(
    call: Call,
    read: (answer: ProviderAnswer) => Result,
    options: { readonly also?: readonly number[]; readonly unknown: (cause: AppError) => AppError },
  ): Promise<Result>
  /** The bank logins of a user, as they arrive. */
  openLogins(userId: string, wanted: { readonly includeTransactions: boolean }): Promise<StreamedAnswer>
  /** @throws AppError PROVIDER_BAD_RESPONSE for an address of the vendor that may not be given to a caller */
  vendorAddress(address: string): URL
}

export interface RequestsDeps {
  readonly http: ProviderHttp
  readonly credentials: FinoosCredentials
  readonly now: () => Date
  readonly logger: Logger
}

const loginsTimeoutMs = 60_000
/** In 2 GiB there are some four million transactions. */
export const longestLogins = 2 * 1024 ** 3

type Notice = (answer: Pick<ProviderAnswer, 'headers'>) => void

/** @returns a function that creates requests; with a signal, they end at once when it is aborted */
export function createRequests(deps: RequestsDeps): (signal?: AbortSignal) => Requests {
  const notice = createVersionCheck(deps.logger)
  const authorization = createAuthorization({ ...deps, notice })
  return signal =>
    signal
      ? createSenders(withSignal(deps.http, signal), withinSignal(authorization, signal), notice)
      : createSenders(deps.http, authorization, notice)
}

function createSenders(http: ProviderHttp, authorization: Authorization, notice: Notice): Requests {
  async function authorized<Answer extends Pick<StreamedAnswer, 'status' | 'headers'>>(
    { content, scopes: _scopes, userId: _userId, ...call }: Call,
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

  /**
   * The error for a refused call. 404 may mean that the user, the login or the route is unknown, because most routes
   * are ASSUMED. Whether the user still
   * exists is checked with a documented route.
   */
  async function toError({ userId, scopes = [] }: Call, answer: ProviderAnswer): Promise<AppError> {
    const refusal = parseRefusal(answer)
    const isGone = userId !== undefined && answer.status === 404 && !(await knowsUser(userId))
    return isGone ? userGone(refusal) : toFinoosError(refusal, scopes)
  }

  async function knowsUser(userId: string): Promise<boolean> {
    const answer = await openLogins(userId, { includeTransactions: false })
    discardBody(answer)
    return answer.status !== 404
  }

  function openLogins(userId: string, { includeTransactions }: { readonly includeTransactions: boolean }) {
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

  /** @throws AppError for an HTML page too, which comes from a proxy before the vendor */
  async function expectAnswer(call: Call, answer: ProviderAnswer, also: readonly number[]): Promise<ProviderAnswer> {
    if (!isSuccess(answer) && !also.includes(answer.status)) throw await toError(call, answer)
    if (isSuccess(answer) && answer.headers['content-type']?.includes('html'))
      throw badResponse('Another server than finoOS answered with a page.')
    return answer
  }

  return {
    openLogins,
    send: async (call, also = []) => expectAnswer(call, await authorized(call, http.send), also),
    sendOnce: (call, read, { also = [], unknown }) =>
      sendOnce(async (watch: Watch) => {
        const answer = await authorized(call, given => watch(() => http.send(given)))
        return read(await expectAnswer(call, answer, also))
      }, unknown),
    vendorAddress: address => http.vendorAddress(address),
  }
}

export function userPath(userId: string, below = ''): string {
  return `/users/${encodeURIComponent(userId)}${below}`
}

/** The page's own samples lack the content type, without which a body is not JSON. */
export function json(value: JsonValue): Required<Call>['content'] {
  return () => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
}
