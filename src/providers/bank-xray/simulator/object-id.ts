import { randomBytes } from 'node:crypto'

/** An id as in all the vendor's samples: 24 hexadecimal digits. */
export function createObjectId(): string {
  return randomBytes(12).toString('hex')
}
