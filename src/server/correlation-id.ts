import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const sane = /^[A-Za-z0-9._-]{8,64}$/

/**
 * The correlation id of a request: the caller's own (`x-correlation-id`, else `x-request-id`) if it is safe to log,
 * else a new one.
 */
export function toCorrelationId(headers: IncomingHttpHeaders): string {
  const given = [headers['x-correlation-id'], headers['x-request-id']].find(value => value !== undefined)
  return typeof given === 'string' && sane.test(given) ? given : randomUUID()
}
