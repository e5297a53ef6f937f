import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { codeError, detailError, uploadError, type VendorError } from './vendor-error.ts'

/** A client of the vendor, with its settings at the vendor. Each session belongs to one client. */
export interface SimulatedClient {
  readonly apiKey: string
  readonly serverHash: string
  /** May be changed while the simulator runs. */
  readonly settings: ClientSettings
}

export interface ClientSettings {
  /** Sessions are refused with PAYMENT_REQUIRED, uploads with TRIAL_PERIOD_EXPIRED. */
  trialExpired: boolean
  /** false: the session flow is not enabled, so that uploads are refused with 403. */
  sessionFlow: boolean
  /** The ways in which statements may be sent; any other is MODE_NOT_ENABLED. */
  modes: readonly string[]
  /** `to_reject_account`: whether an account with a fault makes `insights_available` false. */
  toRejectAccount: boolean
  /** 400 in the vendor's repository, 409 on an older page. */
  duplicateProcessingStatus: 400 | 409
  /** The code for an upload to an unknown session: the error matrix has the first, the sample the second. */
  unknownSession: 'SESSION_EXPIRED' | 'SESSION_NOT_FOUND'
  /** What an account must have so that it does not fail. */
  acceptance: 'anything' | 'every-month-uploaded' | 'transaction-each-month'
  /** Where webhooks are sent at first; null: nowhere. For the default client `control.webhooks.url` is used instead. */
  webhookUrl: string | null
  /** 0: only events of net banking are sent, and no session of the simulator has any. */
  webhookMode: 0 | 1
}

const defaultSettings: ClientSettings = {
  trialExpired: false,
  sessionFlow: true,
  modes: ['pdf'],
  toRejectAccount: false,
  duplicateProcessingStatus: 400,
  unknownSession: 'SESSION_EXPIRED',
  acceptance: 'anything',
  webhookUrl: null,
  webhookMode: 1,
}

/** The client of the variables that `start()` returns. Its credentials are accepted by simulators only. */
export function createDefaultClient(settings: Partial<ClientSettings>): SimulatedClient {
  return {
    apiKey: 'sim-finbox-key-a1s2d3f4g5h6',
    serverHash: 'sim-finbox-server-hash-j7k8l9z0',
    settings: { ...defaultSettings, ...settings },
  }
}

/** Another client, with credentials of its own. */
export function createClient(): SimulatedClient {
  const id = randomUUID()
  return {
    apiKey: `sim-finbox-key-${id}`,
    serverHash: `sim-finbox-server-hash-${id}`,
    settings: { ...defaultSettings },
  }
}

const notProvided = 'Authentication credentials were not provided.'

/**
 * Authenticates the creator of a session by the key in the body. ASSUMED: the header `x-api-key` is required too,
 * because one page names the body and another one the header.
 *
 * @throws VendorError 401, 402
 */
export function authenticateSession(
  clients: readonly SimulatedClient[],
  headers: IncomingHttpHeaders,
  key: unknown,
): SimulatedClient {
  const client = clients.find(({ apiKey }) => apiKey === key && apiKey === headers['x-api-key'])
  if (!client) throw codeError(401, 'AUTHENTICATION_CREDENTIALS_NOT_PROVIDED', notProvided)
  if (client.settings.trialExpired)
    throw codeError(402, 'PAYMENT_REQUIRED', 'The plan of this client has expired or is not paid for.')
  return client
}

/** Authenticates an upload by the header `x-api-key`. @throws VendorError 402, 403 */
export function authenticateUpload(clients: readonly SimulatedClient[], headers: IncomingHttpHeaders): SimulatedClient {
  const client = clients.find(({ apiKey }) => apiKey === headers['x-api-key'])
  if (!client) throw uploadError(403, 'INVALID_API_KEY', notProvided)
  if (client.settings.trialExpired) throw trialExpired()
  if (!client.settings.sessionFlow) throw routeNotAllowed()
  return client
}

export function trialExpired(): VendorError {
  const message = 'Your trial period has expired. Please request FinBox to upgrade your plan'
  return uploadError(402, 'TRIAL_PERIOD_EXPIRED', message)
}

/** ASSUMED: this refusal is a validation error that names no field. */
export function routeNotAllowed(): VendorError {
  return detailError(403, 'Route not allowed')
}

/** Authenticates all other calls by `x-api-key` and `server-hash`. @throws VendorError 403 */
export function authenticateData(clients: readonly SimulatedClient[], headers: IncomingHttpHeaders): SimulatedClient {
  const client = clients.find(one => one.apiKey === headers['x-api-key'] && one.serverHash === headers['server-hash'])
  if (!client) throw codeError(403, 'ACCESS_DENIED', notProvided)
  return client
}
