import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Logger } from 'pino'
import { toAppError } from '../errors.ts'
import type { ProviderCall } from './provider-http.ts'

export interface CallObserver {
  readonly provider: string
  readonly serverAddress: string
  readonly logger: Logger
  readonly now: () => Date
  readonly correlationId: () => string | null
  readonly onCall: OnCall
}

/** Called at the end of every call. `outcome` is `ok`, an HTTP status of 400 or above, or an error code. */
export type OnCall = (call: {
  readonly provider: string
  readonly operation: string
  readonly outcome: string
  readonly ms: number
}) => void

/**
 * Runs a call inside a client span and writes one debug line with its operation and outcome, but never its path,
 * headers or bodies. Without an OpenTelemetry SDK the span costs nothing. Attributes:
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 */
export async function observeCall<T extends { readonly status: number }>(
  { provider, serverAddress, logger, now, correlationId, onCall }: CallObserver,
  { operation, method, url }: ProviderCall,
  run: () => Promise<T>,
): Promise<T> {
  const startedMs = now().getTime()
  const line = { provider, operation, method, correlationId: correlationId() }
  const tell = (outcome: { status: number | null; code?: string }): void => {
    const ms = now().getTime() - startedMs
    logger.debug({ ...line, ...outcome, durationMs: ms }, 'provider call')
    const failed = outcome.code ?? ((outcome.status ?? 0) >= 400 ? `${outcome.status}` : null)
    onCall({ provider, operation, outcome: failed ?? 'ok', ms })
  }
  const attributes = {
    'http.request.method': method,
    'server.address': url?.hostname ?? serverAddress,
    'assay.operation': operation,
    'assay.provider': provider,
    ...(line.correlationId === null ? {} : { 'assay.correlation_id': line.correlationId }),
  }

  return trace
    .getTracer('assay')
    .startActiveSpan(`${provider} ${operation}`, { kind: SpanKind.CLIENT, attributes }, async span => {
      try {
        const answer = await run()
        span.setAttribute('http.response.status_code', answer.status)
        if (answer.status >= 400)
          span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', `${answer.status}`)
        tell({ status: answer.status })
        return answer
      } catch (error) {
        const { code } = toAppError(error)
        span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', code)
        tell({ status: null, code })
        throw error
      } finally {
        span.end()
      }
    })
}
