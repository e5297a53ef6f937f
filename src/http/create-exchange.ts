import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { errors, Pool } from 'undici'
import { AppError, toAppError } from '../errors.ts'
import { canRepeat } from './can-repeat.ts'
import type { ProviderCall, StreamedAnswer } from './provider-http.ts'
import { relay } from './relay.ts'
import type { Sleep } from './sleep.ts'
import { toProviderError } from './to-provider-error.ts'
import { untilAborted } from './until-aborted.ts'

/** The connections to a provider, and to what else it names. */
export interface Exchange {
  /**
   * Sends a call once; the answer is there when its headers are. Aborting the signal ends both, with its reason.
   * `sent` is called when the call is given to an open connection: until then nothing of it has left us.
   * @throws AppError; errors of the answer's body are the transport's own.
   */
  once(call: ProviderCall, signal: AbortSignal, sent: () => void): Promise<StreamedAnswer>
  /** Lets calls under way finish, for so long; then breaks them off. */
  close(graceMs: number): Promise<void>
}

export interface ExchangeOptions {
  readonly provider: string
  /** May carry a path. */
  readonly baseUrl: string
  readonly connectTimeoutMs: number
  /** Longest pause within an answer's body. */
  readonly silenceMs: number
  readonly sleep: Sleep
}

/** At most so many connections of a kind to one origin; more calls queue. */
const connections = 64

export function createExchange({ provider, baseUrl, connectTimeoutMs, silenceMs, sleep }: ExchangeOptions): Exchange {
  const base = new URL(baseUrl)
  const settings: Pool.Options = {
    connections,
    connect: { timeout: connectTimeoutMs },
    bodyTimeout: silenceMs,
    // Until the headers come the caller's signal is the limit.
    headersTimeout: 0,
    keepAliveTimeout: 30_000,
    allowH2: false,
  }
  const pools = new Map<string, Pool>()
  let closed: Promise<void> | undefined

  function poolOf(call: ProviderCall, origin: string): Pool {
    // An idle connection may die at the moment it is reused, and then nobody knows whether the call arrived. What must not
    // be repeated gets a connection of its own.
    const pipelining = canRepeat(call) ? 1 : 0
    const key = `${pipelining} ${origin}`
    const known = pools.get(key)
    if (known) return known
    if (closed) throw new errors.ClientClosedError()
    const pool = new Pool(origin, { ...settings, pipelining })
    pools.set(key, pool)
    return pool
  }

  async function close(graceMs: number): Promise<void> {
    const grace = new AbortController()
    const all = [...pools.values()]
    const finished = Promise.all(all.map(pool => pool.close()))
    await Promise.race([finished, sleep(graceMs, grace.signal).catch(() => undefined)])
    grace.abort()
    await Promise.all(all.map(pool => pool.destroy()))
  }

  return {
    async once(call, signal, sent) {
      let bodyError: unknown
      const body =
        call.body instanceof Readable
          ? relay(call.body, error => {
              bodyError = error
              return toAppError(error)
            })
          : call.body
      try {
        const { origin, path } = addressOf(call, base)
        const watched = poolOf(call, origin).compose(
          dispatch => (options, handler) => dispatch(options, onStart(handler, sent)),
        )
        // undici heeds a signal only once the request has a connection.
        const response = await untilAborted(signal, provider, () =>
          watched.request({
            method: call.method,
            path,
            headers: { ...call.headers },
            body: body ?? null,
            signal,
          }),
        )
        const headers = flatten(response.headers)
        return refuseEncoded({ status: response.statusCode, headers, body: response.body }, provider)
      } catch (error) {
        if (body instanceof Readable) body.destroy()
        throw bodyError === undefined ? toProviderError(error, provider) : toAppError(bodyError)
      }
    },
    close: graceMs => (closed ??= close(graceMs)),
  }
}

function onStart(handler: Dispatcher.DispatchHandler, sent: () => void): Dispatcher.DispatchHandler {
  return {
    onRequestStart: (controller, context) => {
      sent()
      handler.onRequestStart?.(controller, context)
    },
    onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
    onResponseStart: (...args) => handler.onResponseStart?.(...args),
    onResponseData: (...args) => handler.onResponseData?.(...args),
    onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
    onResponseError: (...args) => handler.onResponseError?.(...args),
  }
}

function addressOf({ path, query = {}, url }: ProviderCall, base: URL): { origin: string; path: string } {
  if (url) return { origin: url.origin, path: url.pathname + url.search }
  if (!path.startsWith('/')) throw new AppError('INTERNAL', 'The path of a call begins with a slash.')
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.append(name, String(value))
  const below = base.pathname.replace(/\/+$/, '') + path
  return { origin: base.origin, path: search.size > 0 ? `${below}?${search}` : below }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) flat[name] = String(value)
  return flat
}

/** No encoding is asked for, so none is decoded; an error is told by its status, whatever its body. */
function refuseEncoded(answer: StreamedAnswer, provider: string): StreamedAnswer {
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity' || answer.status >= 400) return answer
  answer.body.on('error', () => undefined).destroy()
  throw new AppError('PROVIDER_BAD_RESPONSE', 'The provider encoded its answer in a way that was not asked for.', {
    provider,
  })
}
