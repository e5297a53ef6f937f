import type { Attributes, AttributeValue, Span, SpanOptions, Tracer } from '@opentelemetry/api'
import { INVALID_SPAN_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { type OnCall, observeCall } from './observe-call.ts'

const spans: { name: string; kind: SpanKind | undefined; attributes: Attributes; failed: boolean; ended: boolean }[] =
  []

function startSpan(name: string, options: SpanOptions = {}): Span {
  const seen = { name, kind: options.kind, attributes: { ...options.attributes }, failed: false, ended: false }
  spans.push(seen)
  const span = trace.wrapSpanContext(INVALID_SPAN_CONTEXT)
  return Object.assign(span, {
    setAttribute(key: string, value: AttributeValue) {
      seen.attributes[key] = value
      return span
    },
    setStatus() {
      seen.failed = true
      return span
    },
    end() {
      seen.ended = true
    },
  })
}

beforeAll(() => {
  const tracer: Tracer = {
    startSpan,
    startActiveSpan: (...args: readonly unknown[]) => {
      const [name, options] = args
      const run = args.at(-1)
      if (typeof name !== 'string' || typeof options !== 'object' || typeof run !== 'function')
        throw new Error('odd call')
      return run(startSpan(name, options ?? {}))
    },
  }
  trace.setGlobalTracerProvider({ getTracer: () => tracer })
})

afterAll(() => trace.disable())

const calls: Parameters<OnCall>[0][] = []
const observer = {
  provider: 'acme',
  serverAddress: 'api.acme.example',
  logger: pino({ level: 'silent' }),
  now: () => new Date('2026-03-01T12:00:00Z'),
  correlationId: () => 'cor-1',
  onCall: (told: Parameters<OnCall>[0]) => calls.push(told),
}
const call = { operation: 'read thing', method: 'GET', path: '/people/secret', repeatable: true } as const

test('P24 a call has a client span without path, headers or bodies, and is reported when it ends', async () => {
  await observeCall(observer, call, async () => ({ status: 200 }))
  await observeCall(observer, call, async () => ({ status: 404 }))
  const timeout = new AppError('PROVIDER_TIMEOUT', 'too slow')
  await expect(observeCall(observer, call, () => Promise.reject(timeout))).rejects.toBe(timeout)
  expect(calls.map(told => told.outcome)).toEqual(['ok', '404', 'PROVIDER_TIMEOUT'])
  expect(calls[0]).toEqual({ provider: 'acme', operation: 'read thing', outcome: 'ok', ms: 0 })
  const attributes = {
    'http.request.method': 'GET',
    'server.address': 'api.acme.example',
    'assay.operation': 'read thing',
    'assay.provider': 'acme',
    'assay.correlation_id': 'cor-1',
  }
  const span = { name: 'acme read thing', kind: SpanKind.CLIENT, ended: true }
  expect(spans).toEqual([
    { ...span, failed: false, attributes: { ...attributes, 'http.response.status_code': 200 } },
    { ...span, failed: true, attributes: { ...attributes, 'http.response.status_code': 404, 'error.type': '404' } },
    { ...span, failed: true, attributes: { ...attributes, 'error.type': 'PROVIDER_TIMEOUT' } },
  ])
})
