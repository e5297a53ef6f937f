import { AppError } from '../errors.ts'
import type { Signer } from './signer.ts'

/** A temporary address of a file, which needs no other credential. */
export interface FileLink {
  readonly url: string
  readonly expiresAt: Date
}

/** Creates and opens the addresses of one kind of file. */
export interface FileLinks {
  /** @param about words without spaces that identify the file */
  create(about: readonly string[]): FileLink
  /**
   * @returns the words of the address; null when it is not of this kind
   * @throws AppError RESULT_EXPIRED
   */
  open(token: string): readonly string[] | null
}

export interface FileLinksOptions {
  /** A signer of a purpose that no other kind of file has. */
  readonly signer: Signer
  /** The address under which browsers reach this server. */
  readonly publicUrl: string
  readonly now: () => Date
  /** How long an address is valid. */
  readonly expiresSeconds: number
}

export function createFileLinks({ signer, publicUrl, now, expiresSeconds }: FileLinksOptions): FileLinks {
  const base = publicUrl.replace(/\/+$/, '')
  return {
    create(about) {
      const expiresAt = new Date(now().getTime() + expiresSeconds * 1_000)
      return { url: `${base}/files/${signer.sign([...about, expiresAt.getTime()].join(' '))}`, expiresAt }
    },
    open(token) {
      const words = signer.open(token)?.split(' ')
      const until = Number(words?.pop())
      if (!words || Number.isNaN(until)) return null
      if (now().getTime() >= until)
        throw new AppError('RESULT_EXPIRED', 'This address has expired. Ask the API for a new one.')
      return words
    },
  }
}
