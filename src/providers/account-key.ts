import { scryptSync } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { ConfiguredProvider, Provider } from './provider.ts'

interface Account {
  readonly name: string
  readonly secret: string
}

/** Keys by account. Settings are read more than once, and most tenants share one account. */
const keys = new LRUCache<string, string, Account>({
  max: 1_000,
  memoMethod: (_id, _old, { context: { name, secret } }) => scryptSync(secret, name, 16).toString('hex'),
})

/**
 * A key that is equal for equal accounts of a vendor and does not reveal the credentials. Keys reach the database and the
 * logs, so the hash is slow on purpose: a secret could be guessed from a fast one. It is computed once per account.
 */
export function accountKeyOf({ id }: Pick<Provider, 'id'>, { baseUrl, account }: ConfiguredProvider): string {
  if (!account) return 'none'
  const { names, secret } = account
  const name = JSON.stringify([id, baseUrl, ...names])
  return keys.memo(JSON.stringify([name, secret]), { context: { name, secret } })
}
