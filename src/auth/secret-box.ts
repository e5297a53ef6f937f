import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts what must be kept for a while but never in clear. */
export interface SecretBox {
  seal(text: string): string
  /** Equal for equal texts, and of no use for guessing them without the newest secret. */
  fingerprint(text: string): string
  /** @throws Error when it was sealed with none of the known secrets, or was altered */
  open(sealed: string): string
}

const algorithm = 'aes-256-gcm'

/** @param secrets the deployment's secrets, newest first: the first seals, all open */
export function createSecretBox(secrets: readonly string[]): SecretBox {
  const keys = secrets.map(secret => Buffer.from(hkdfSync('sha256', secret, '', 'assay:secret-box', 32)))
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
          // Sealed under another of the secrets.
        }
      }
      throw new Error('A kept secret cannot be opened: SECRET_KEY no longer holds the value it was sealed with.')
    },
  }
}
