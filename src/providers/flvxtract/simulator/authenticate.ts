import type { IncomingHttpHeaders } from 'node:http'
import type { Organisation } from './organisation.ts'
import type { Tokens } from './tokens.ts'
import { VendorError } from './vendor-error.ts'

/**
 * Who is calling: a key pair or a bearer token, never both (which of the two would win is undocumented).
 * @throws VendorError 401
 */
export function authenticate(
  headers: IncomingHttpHeaders,
  organisations: readonly Organisation[],
  tokens: Tokens,
): Organisation {
  const key = headers['x-consumer-key']
  const secret = headers['x-consumer-secret']
  const { authorization } = headers
  if (authorization !== undefined && (key !== undefined || secret !== undefined)) {
    throw new VendorError(401, 'Use either a bearer token or an API key pair, not both.')
  }
  if (authorization !== undefined) {
    const token = /^Bearer ([^\s]+)$/.exec(authorization)?.[1]
    const owner = token === undefined ? null : tokens.ownerOf(token)
    if (!owner) throw new VendorError(401, 'The access token is invalid or has expired.')
    return owner
  }
  if (key === undefined && secret === undefined) throw new VendorError(401, 'Authentication is required.')
  if (key === undefined || secret === undefined) {
    throw new VendorError(401, 'Both X-Consumer-Key and X-Consumer-Secret are required.')
  }
  const owner = organisations.find(one => one.consumerKey === key && one.consumerSecret === secret)
  if (!owner) throw new VendorError(401, 'The API key pair is invalid.')
  return owner
}
