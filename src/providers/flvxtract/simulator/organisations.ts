import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { OrganisationTokens } from './tokens.ts'
import { VendorError } from './vendor-error.ts'

/** A customer of the vendor, with the settings of its dashboard. Each statement belongs to one. */
export interface Organisation {
  readonly id: string
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly email: string
  readonly password: string
  readonly webhookSecret: string
  /** null: no webhook is sent. */
  readonly webhookUrl: string | null
  /** Uploads allowed in a calendar month (UTC). The sample plan of the page has 50; a demo needs more. */
  readonly monthlyUploads: number
  /** `read` may neither upload nor ask for consent: 403. */
  readonly permissions: 'full' | 'read'
}

/** The organisation of the variables that `start()` returns. Its credentials are accepted by simulators only. */
export const defaultOrganisation: Organisation = {
  id: '5f0c7a52-93d1-4a3e-8a55-0b6a7f4c2d10',
  consumerKey: 'flvx_sim_a1b2c3d4e5f6',
  consumerSecret: 'sk_sim_x9y8z7w6v5u4',
  email: 'developer@simulator.example',
  password: 'simulated-password',
  webhookSecret: 'whsec_sim_m3n4p5q6r7s8',
  webhookUrl: null,
  monthlyUploads: 100_000,
  permissions: 'full',
}

/** Another organisation, with credentials of its own. */
export function createOrganisation(): Organisation {
  const id = randomUUID()
  return {
    ...defaultOrganisation,
    id,
    consumerKey: `flvx_sim_${id}`,
    consumerSecret: `sk_sim_${randomUUID()}`,
    email: `${id}@simulator.example`,
    webhookSecret: `whsec_sim_${randomUUID()}`,
  }
}

/**
 * The caller, by a key pair or a bearer token. Both together are refused, because it is undocumented which one counts.
 * @throws VendorError 401
 */
export function authenticate(
  headers: IncomingHttpHeaders,
  organisations: readonly Organisation[],
  tokens: OrganisationTokens,
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
