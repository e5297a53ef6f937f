import { z } from 'zod'
import { NumberLiteral } from '../../http/exact-json.ts'
import { badResponse } from './errors.ts'

/** Where the bytes of a document go, and what has to go with them. A secret: it lets anybody upload bytes there. */
export type UploadTarget =
  | { readonly kind: 'form'; readonly url: URL; readonly fields: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'raw'; readonly url: URL; readonly headers: Readonly<Record<string, string>> }

const scalar = z.union([z.string(), z.instanceof(NumberLiteral).transform(literal => literal.source)])
const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/)
const headerValue = scalar.pipe(z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/))

/** ASSUMED: either shape, as the store offers both: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html */
const uploadPayload = z.union([
  z.object({ url: z.string(), fields: z.record(z.string(), scalar) }),
  z.object({
    url: z.string(),
    fields: z.null().optional(),
    method: z.string().regex(/^put$/i).nullish(),
    headers: z.record(headerName, headerValue).nullish(),
  }),
])

/** Headers that belong to the connection or follow from the bytes. */
const ownHeaders: ReadonlySet<string> = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect'])

/**
 * Reads the `upload` of a new medium. Its address may be on any host that `addressOf` allows.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE, with nothing of the address
 */
export function parseUploadTarget(upload: unknown, addressOf: (address: string) => URL): UploadTarget {
  const parsed = uploadPayload.safeParse(upload)
  // The fault may quote a secret, so it is not kept as cause.
  if (!parsed.success)
    throw badResponse('Bank X-Ray did not say, in any known way, where a document is to be uploaded.')
  const url = addressOf(parsed.data.url)
  if (parsed.data.fields) return { kind: 'form', url, fields: Object.entries(parsed.data.fields) }
  const headers = 'headers' in parsed.data ? Object.entries(parsed.data.headers ?? {}) : []
  return {
    kind: 'raw',
    url,
    headers: Object.fromEntries(headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()))),
  }
}
