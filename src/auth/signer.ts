import { createHmac, hash, type KeyObject, timingSafeEqual } from 'node:crypto'
import { deriveKeys } from './derive-keys.ts'

/** Signs short texts that clients send back: cursors, upload and download addresses. */
export interface Signer {
  /** `<payload>.<signature>`, both safe in a URL. Different purposes have different keys. */
  sign(payload: string): string
  /** @returns the payload, or null for a token that was not signed with one of the secrets */
  open(token: string): string | null
  /** A signer whose tokens are valid in this scope only. To sign many payloads, it is several times faster. */
  within(scope: string): Pick<Signer, 'sign' | 'open'>
}

/**
 * @param secrets the deployment's secrets, newest first: the first signs, all are accepted
 * @param purpose the purpose of the tokens; a token of one purpose is invalid for another
 */
export function createSigner(secrets: readonly string[], purpose: string): Signer {
  const keys = deriveKeys(secrets, purpose)
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
      // Another base64 form of the same bytes is not accepted.
      if (!genuine || given.toString('base64url') !== signature) return null
      return Buffer.from(encoded, 'base64url').toString()
    },
    within(scope) {
      let secrets: readonly string[] | null = null
      const secretsOfScope = () => {
        // No payload contains a colon, so none of these is part of a token.
        secrets ??= keys.map(key => createHmac('sha256', key).update(`scope:${scope}`).digest('hex'))
        return secrets
      }
      return {
        sign(payload) {
          const [secret] = secretsOfScope()
          if (secret === undefined) throw new Error('A signer needs at least one secret.')
          const encoded = Buffer.from(payload).toString('base64url')
          return `${encoded}.${tagOf(secret, encoded)}`
        },
        open(token) {
          const [encoded, tag, ...rest] = token.split('.')
          if (!encoded || !tag || rest.length > 0) return null
          const given = Buffer.from(tag)
          const isGenuine = secretsOfScope().some(
            secret => given.length === tagLength && timingSafeEqual(given, Buffer.from(tagOf(secret, encoded))),
          )
          return isGenuine ? Buffer.from(encoded, 'base64url').toString() : null
        },
      }
    },
  }
}

/** 132 bits. */
const tagLength = 22

/** The hash is cut, so a longer text's tag cannot be computed from it, against which HMAC hashes twice. */
function tagOf(secret: string, encoded: string): string {
  return hash('sha256', secret + encoded, 'base64url').slice(0, tagLength)
}
