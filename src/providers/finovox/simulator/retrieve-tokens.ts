import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A token begins as in the documentation's sample (`gAAAAAB…`), which is how Fernet tokens of our days begin. */
const start = Buffer.from('800000000069', 'hex')

/** Tokens that nobody else can make. */
export interface RetrieveTokens {
  issue(caseId: string): string
  /** The folder that a token was issued for; null when it was not issued here. */
  read(token: string): string | null
}

export function createRetrieveTokens(): RetrieveTokens {
  const key = randomBytes(32)
  const sign = (bytes: Buffer) => createHmac('sha256', key).update(bytes).digest()
  return {
    issue(caseId) {
      const bytes = Buffer.concat([start, Buffer.from(caseId)])
      return Buffer.concat([bytes, sign(bytes)]).toString('base64url')
    },
    read(token) {
      const all = Buffer.from(token, 'base64url')
      const bytes = all.subarray(0, -32)
      const signature = all.subarray(-32)
      if (bytes.length < start.length || signature.length !== 32) return null
      return timingSafeEqual(signature, sign(bytes)) ? bytes.subarray(start.length).toString() : null
    },
  }
}
