import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { AppError, toAppError } from '../errors.ts'
import { type ConnectionPoolsOptions, createConnectionPools } from './connection-pools.ts'
import type { ProviderCall, StreamedAnswer } from './provider-http.ts'
import { relay } from './relay.ts'
import { toProviderError } from './to-provider-error.ts'
import { untilAborted } from './until-aborted.ts'

/** Sends single requests to a provider and to hosts that it named. */
export interface Exchange {
  /**
   * Sends a call once and resolves when the headers arrive. Aborting the signal aborts call and body with its reason.
   * `sent` is called when the call is written to an open connection; before that nothing of it was sent.
   * @throws AppError PROVIDER_BAD_RESPONSE for a forbidden address of the vendor, and others. Errors of the answer's
   * body are not converted.
   */
  once(call: ProviderCall, signal: AbortSignal, sent: () => void): Promise<StreamedAnswer>
  /** Closes all connections. Calls in progress may finish within the grace; then they are aborted. */
  close(graceMs: number): Promise<void>
}

/** Whether the transport may send the call more than once: it is marked repeatable and its body is not a stream. */
export function canRepeat(call: ProviderCall): boolean {
  return call.repeatable && !(call.body instanceof Readable)
}

export interface ExchangeOptions extends ConnectionPoolsOptions {
  readonly provider: string
}

export function createExchange(options: ExchangeOptions): Exchange {
  const { provider, baseUrl, addresses } = options
  const base = new URL(baseUrl)
  const pools = createConnectionPools(options)

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
        if (call.url) addresses.check(call.url)
        const { origin, path } = addressOf(call, base)
        const watched = pools
          .of(origin, canRepeat(call))
          .compose(dispatch => (options, handler) => dispatch(options, onStart(handler, sent)))
        // undici checks a signal only when the request has a connection.
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
    close: graceMs => pools.close(graceMs),
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

/** Calls ask for no encoding, so none is decoded. The encoding of an error does not matter, because its status is enough. */
function refuseEncoded(answer: StreamedAnswer, provider: string): StreamedAnswer {
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity' || answer.status >= 400) return answer
  answer.body.on('error', () => undefined).destroy()
  throw new AppError('PROVIDER_BAD_RESPONSE', 'The provider encoded its answer in a way that was not asked for.', {
    provider,
  })
}
