import { ConfigError } from '../config/config-error.ts'
import { toAppError } from '../errors.ts'
import type { ProviderAccount } from '../providers/registry.ts'
import { type AccountsOptions, connectAccounts, ownersOf } from './connect-accounts.ts'

/** The longest wait for a vendor. */
const longestMs = 30_000

export interface RegisterWebhooksOptions extends AccountsOptions {
  /** Called with a line for each provider and account. A line contains no token. */
  readonly write: (line: string) => void
}

/**
 * Registers the webhook address below `PUBLIC_URL` for each configured account, if its vendor has a call for that. It
 * needs no database, so it can run beside a node.
 *
 * @returns whether no vendor refused or failed
 * @throws ConfigError when `PUBLIC_URL` is missing
 */
export async function registerWebhooks(options: RegisterWebhooksOptions): Promise<boolean> {
  const { config, providers, write } = options
  const { publicUrl, simulate } = config
  if (publicUrl === null)
    throw new ConfigError(['PUBLIC_URL: missing. Set the address under which vendors reach this deployment'])
  const registry = connectAccounts(options)
  let isComplete = true
  try {
    for (const { id } of providers) {
      for (const account of registry.accounts(id) ?? []) {
        const outcome = await register(account, `${publicUrl.replace(/\/+$/, '')}/webhooks/${id}`)
        isComplete &&= !outcome.startsWith('failed')
        write(`${id}, ${ownersOf(account)}: ${outcome}`)
      }
      if (simulate.includes(id)) write(`${id}: skipped, because the vendor is simulated`)
    }
  } finally {
    await registry.stop()
  }
  return isComplete
}

async function register({ enabled, client, webhook }: ProviderAccount, address: string): Promise<string> {
  if (!enabled) return 'skipped, because it has no credentials'
  if (!client.registerWebhook)
    return 'skipped, because the vendor has no call for it. If it has webhooks, set the address in its dashboard'
  if (!webhook) return 'skipped, because no webhook secret or token is configured. Assay polls instead'
  const { token } = webhook
  try {
    const url = new URL(token === undefined ? address : `${address}/${encodeURIComponent(token)}`)
    await client.registerWebhook(url, AbortSignal.timeout(longestMs))
    return `registered ${token === undefined ? address : `${address}/<token>`}`
  } catch (error) {
    const { code, message } = toAppError(error)
    return `failed with ${code}: ${message}`
  }
}
