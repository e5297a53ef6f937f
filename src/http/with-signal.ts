import type { ProviderCall, ProviderHttp } from './provider-http.ts'

/** The same transport, whose calls end at once when the signal is aborted. Without a signal, the transport itself. */
export function withSignal(http: ProviderHttp, signal: AbortSignal | undefined): ProviderHttp {
  if (!signal) return http
  const bind = (call: ProviderCall): ProviderCall => ({
    ...call,
    signal: call.signal ? AbortSignal.any([call.signal, signal]) : signal,
  })
  return { ...http, send: call => http.send(bind(call)), stream: call => http.stream(bind(call)) }
}
