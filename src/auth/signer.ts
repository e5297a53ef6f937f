import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'

/** Signs short texts that leave us and come back: cursors, upload and download addresses. */
export interface Signer {
  /** `<payload>.<signature>`, both safe in a URL. Different purposes have different keys. */
  sign(payload: string): string
  /** @returns the payload, or null for anything this signer (or its predecessors) did not make. */
  open(token: string): string | null
}

/**
 * @param secrets the deployment's secrets, newest first: the first signs, all are accepted
 * @param purpose what the tokens are for; a token of one purpose is worthless for another
 */
export function createSigner(secrets: readonly string[], purpose: string): Signer {
  // Key objects, because a key given as bytes is prepared anew for every signature, which takes longer than signing.
  const keys = secrets.map(secret =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `assay:${purpose}`, 32))),
  )
  const mac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 16)
  return {
    sign(payload) {
      const encoded = Buffer.from(payload).toString('base64url')
      const [key] = keys
      if (!key) throw new Error('A signer needs at least one secret.')
      return `${encoded}.${mac(key, encoded).toString('base64url')}`
    },
    open(token) {
      const [encoded, signature, ...rest] = token.split('.')
      if (!encoded || !signature || rest.length > 0) return null
      const given = Buffer.from(signature, 'base64url')
      const genuine = keys.some(key => given.length === 16 && timingSafeEqual(given, mac(key, encoded)))
      // A different spelling of the same bytes is not what was signed.
      if (!genuine || given.toString('base64url') !== signature) return null
      return Buffer.from(encoded, 'base64url').toString()
    },
  }
}
