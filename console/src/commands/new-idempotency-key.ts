/**
 * A key with which the API carries out a repeated request only once. Not made with `crypto.randomUUID`, which browsers
 * offer only to pages over HTTPS.
 */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
