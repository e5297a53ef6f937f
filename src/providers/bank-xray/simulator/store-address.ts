import { createHmac, randomBytes } from 'node:crypto'

/** How the vendor may say where bytes go: ASSUMED, both. */
export type UploadShape = 'form' | 'raw'

/** ASSUMED: how long an address is good. */
const lifetimeMs = 15 * 60_000
export const bucket = 'october-media-sim'
/** https://doc.lending.soprafinancing.io, "Generate Bank X-Ray": "20MB". */
export const maxFileBytes = 20_000_000

export interface StoreAddresses {
  /** The `upload` of a new medium. */
  create(mediumId: string, shape: UploadShape): object
  /** The medium that a form's fields, or an address' query, were made for; null when they were not made here, or changed. */
  find(
    signed: Readonly<Record<string, string | undefined>>,
  ): { readonly mediumId: string; readonly isExpired: boolean } | null
  /** All that were ever made are dead from now on. */
  expire(): void
}

/** Addresses that carry their own authorisation, as https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export function createStoreAddresses(now: () => Date, baseUrl: () => string): StoreAddresses {
  const secret = randomBytes(32)
  let goodFrom = 0
  const sign = (key: string, expires: string) => createHmac('sha256', secret).update(`${key} ${expires}`).digest('hex')

  return {
    create(mediumId, shape) {
      const key = `media/${mediumId}`
      const expires = String(now().getTime() + lifetimeMs)
      const signature = sign(key, expires)
      if (shape === 'raw') {
        const query = new URLSearchParams({ 'X-Amz-Expires': expires, 'X-Amz-Signature': signature })
        return {
          method: 'PUT',
          url: `${baseUrl()}/${bucket}/${key}?${query}`,
          headers: { 'Content-Type': 'application/pdf', 'x-amz-server-side-encryption': 'AES256' },
        }
      }
      return {
        url: `${baseUrl()}/${bucket}`,
        fields: { key, 'Content-Type': 'application/pdf', policy: expires, 'x-amz-signature': signature },
      }
    },
    find({ key = '', expires = '', signature = '' }) {
      if (signature !== sign(key, expires) || !key.startsWith('media/')) return null
      const end = Number(expires)
      const isExpired = now().getTime() >= end || end - lifetimeMs < goodFrom
      return { mediumId: key.slice('media/'.length), isExpired }
    },
    expire() {
      goodFrom = now().getTime() + 1
    },
  }
}
