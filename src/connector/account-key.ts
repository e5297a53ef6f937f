import { scryptSync } from 'node:crypto'

/**
 * What tells a vendor's accounts apart without revealing them. Slow on purpose: keys reach the database and the logs, and from
 * a quick hash a secret could be guessed.
 *
 * @param names everything but the secret by which two accounts differ, the vendor's id first
 */
export function toAccountKey(names: readonly string[], secret: string): string {
  return scryptSync(secret, JSON.stringify(names), 16).toString('hex')
}
