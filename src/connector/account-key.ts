import { scryptSync } from 'node:crypto'
import { LRUCache } from 'lru-cache'

interface Account {
  readonly name: string
  readonly secret: string
}

/** The settings of most tenants name one account, and are read more than once. */
const keys = new LRUCache<string, string, Account>({
  max: 1_000,
  memoMethod: (_id, _old, { context: { name, secret } }) => scryptSync(secret, name, 16).toString('hex'),
})

/**
 * What tells a vendor's accounts apart without revealing them. Slow on purpose, though only once: keys reach the database
 * and the logs, and from a quick hash a secret could be guessed.
 *
 * @param names everything but the secret by which two accounts differ, the vendor's id first
 */
export function toAccountKey(names: readonly string[], secret: string): string {
  const name = JSON.stringify(names)
  return keys.memo(JSON.stringify([name, secret]), { context: { name, secret } })
}
