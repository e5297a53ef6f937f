import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'

/** Content types that pages of other sites may send without a CORS preflight. */
const simpleTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
const askedAbout = ['apollo-require-preflight', 'x-apollo-operation-name']

/**
 * Refuses requests that a page of any site can make a browser send without a CORS preflight, by the same rule as Apollo
 * Server.
 *
 * @throws AppError BAD_USER_INPUT
 */
export function refuseForgeable({ headers }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== undefined && !simpleTypes.includes(type)) return
  if (askedAbout.some(name => headers[name] !== undefined && headers[name] !== '')) return
  throw new AppError(
    'BAD_USER_INPUT',
    'A page of any site could have sent this request. Send it by POST as application/json, or with the header "apollo-require-preflight: true".',
  )
}
