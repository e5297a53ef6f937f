import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { deriveKeys } from './derive-keys.ts'

/** Encrypts texts that must not be stored in clear. */
export interface SecretBox {
  seal(text: string): string
  /** A keyed digest: equal for equal texts, and useless for guessing them without the newest secret. */
  fingerprint(text: string): string
  /** @throws Error when it was not sealed with one of the secrets, or was altered */
  open(sealed: string): string
}

const algorithm = 'aes-256-gcm'

/** @param secrets the deployment's secrets, newest first: the first seals, all open */
export function createSecretBox(secrets: readonly string[]): SecretBox {
  const keys = deriveKeys(secrets, 'secret-box')
  const [newest] = keys
  if (!newest) throw new Error('A secret box needs at least one secret.')
  const fingerprintKey = createHmac('sha256', newest).update('fingerprint').digest()
  return {
    fingerprint: text => createHmac('sha256', fingerprintKey).update(text).digest('base64url'),
    seal(text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv(algorithm, newest, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      for (const key of keys) {
        try {
          const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, 12))
          decipher.setAuthTag(bytes.subarray(12, 28))
          return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
        } catch {
          // Sealed with another secret.
        }
      }
      throw new Error(
        'A stored secret cannot be opened: SECRET_KEY no longer contains the value that it was sealed with.',
      )
    },
  }
}
