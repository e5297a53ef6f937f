import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Vendor } from './parse-answer.ts'

type Header = string | readonly string[] | undefined

/** An id or a name in an event, without control characters: the database refuses a null character. */
export const eventWord = z
  .string()
  .max(200)
  .regex(/^\P{Cc}+$/u)

const signaturePattern = /^sha256=([0-9a-f]{64})$/i

/** Whether a header is `sha256=` and the hexadecimal HMAC-SHA256 of the raw body under one of the secrets. */
export function isSignedBySha256(header: Header, body: Buffer, secrets: readonly string[]): boolean {
  const hex = typeof header === 'string' ? signaturePattern.exec(header)?.[1] : undefined
  if (hex === undefined) return false
  const given = Buffer.from(hex, 'hex')
  return fitsAny(secrets, secret => timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given))
}

/** Whether a webhook came to an address with one of the secret tokens. Digests are compared, because they have the same length. */
export function isSecretAddress({ token }: { readonly token: string | null }, tokens: readonly string[]): boolean {
  if (token === null) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const given = digest(token)
  return fitsAny(tokens, one => timingSafeEqual(digest(one), given))
}

/** Tries every secret even after a match, so that the duration does not reveal which one matched. */
function fitsAny(secrets: readonly string[], fits: (secret: string) => boolean): boolean {
  return secrets.map(fits).includes(true)
}

/** The JSON of a verified body; undefined when it is not JSON, which fits no event's schema. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The JSON of a verified body, or a part of it, against the schema of an event. @throws AppError BAD_USER_INPUT */
export function parseEvent<Event>(vendor: Vendor, schema: z.ZodType<Event>, value: unknown): Event {
  const event = schema.safeParse(value)
  if (event.success) return event.data
  const message = `The webhook is authentic, but its body is not an event that ${vendor.name} documents.`
  throw new AppError('BAD_USER_INPUT', message, { provider: vendor.id })
}
