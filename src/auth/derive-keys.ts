import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/**
 * Derives one key of 32 bytes from each of the deployment's secrets, in their order. Different purposes have different
 * keys.
 *
 * They are key objects, because a key given as bytes would be prepared again for every signature, which takes longer
 * than signing.
 */
export function deriveKeys(secrets: readonly string[], purpose: string): readonly KeyObject[] {
  return secrets.map(secret => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `assay:${purpose}`, 32))))
}
