import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { writtenNumber } from '../../connector/payload-members.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { CaseDocument, DocumentPeriod } from '../../domain/document.ts'
import { multipartBody } from '../../http/multipart.ts'
import type { ProviderCall, ProviderHttp } from '../../http/provider-http.ts'
import type { SubmissionDocument } from '../analysis-driver.ts'
import { badResponse, toStoreError } from './errors.ts'

/**
 * Where the bytes of a document are sent, and the fields or headers to send with them. A secret, because it permits an
 * upload.
 */
export type UploadTarget =
  | { readonly kind: 'form'; readonly url: URL; readonly fields: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'raw'; readonly url: URL; readonly headers: Readonly<Record<string, string>> }

const scalar = z.union([z.string(), writtenNumber])
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

/** Headers that belong to the connection or follow from the body. */
const ownHeaders: ReadonlySet<string> = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect'])

/**
 * Reads the member `upload` of a new medium. Its address may be on any host that `addressOf` allows.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE, which does not quote the address
 */
export function parseUploadTarget(upload: unknown, addressOf: (address: string) => URL): UploadTarget {
  const parsed = uploadPayload.safeParse(upload)
  // The fault may quote a secret, so it does not become the cause.
  if (!parsed.success) throw badResponse('Bank X-Ray did not say in a known form where to upload a document.')
  const url = addressOf(parsed.data.url)
  if (parsed.data.fields) return { kind: 'form', url, fields: Object.entries(parsed.data.fields) }
  const headers = 'headers' in parsed.data ? Object.entries(parsed.data.headers ?? {}) : []
  return {
    kind: 'raw',
    url,
    headers: Object.fromEntries(headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()))),
  }
}

/** In addition to the time that sending takes. */
const timeoutMs = 60_000

/**
 * Sends the bytes of a document to the address that the vendor gave, with the fields or headers that it gave and no others.
 * The store belongs to another company and refuses a call with a second authorisation.
 *
 * @returns false when the store refuses: the address has expired or was never valid
 * @throws AppError when it is not known whether the store has the bytes. They may be sent again
 */
export async function uploadDocument(
  http: ProviderHttp,
  target: UploadTarget,
  document: SubmissionDocument,
): Promise<boolean> {
  const answer = await http.send({
    operation: 'upload document',
    path: '/',
    url: target.url,
    ...(target.kind === 'form' ? toForm(target.fields, document) : await toRaw(target.headers, document)),
    timeoutMs,
    repeatable: false,
  })
  // An HTML page comes from a proxy before the store. Without its bytes the document would be analysed as empty.
  if (isSuccess(answer) && answer.headers['content-type']?.includes('html'))
    throw badResponse("Another server than Bank X-Ray's store for documents answered an upload.")
  if (isSuccess(answer)) return true
  if (answer.status >= 400 && answer.status < 500) return false
  throw toStoreError(answer.status)
}

type Content = Pick<ProviderCall, 'method' | 'headers' | 'body'>

/** The store ignores fields after the file: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html */
function toForm(fields: readonly (readonly [string, string])[], document: SubmissionDocument): Content {
  const { fileName, mediaType, byteSize } = document
  const file = { name: 'file', fileName, mediaType, byteSize, open: () => document.open() }
  return { method: 'POST', ...multipartBody([...fields.map(([name, value]) => ({ name, value })), file]) }
}

/** With a content length, because the store refuses a chunked body. */
async function toRaw(given: Readonly<Record<string, string>>, document: SubmissionDocument): Promise<Content> {
  const headers = { ...given, 'content-length': String(document.byteSize) }
  return { method: 'PUT', headers, body: await document.open() }
}

/** ASSUMED: an address is valid for at most an hour. An address that the store refuses earlier is discarded. */
const lifetimeMs = 3_600_000

/** The upload addresses of the media that this process made, by the id of the medium. Kept in memory only, because they are secrets. */
export function createPendingUploads(now: () => Date): LRUCache<string, UploadTarget> {
  return new LRUCache({ max: 1_000, ttl: lifetimeMs, ttlResolution: 0, perf: { now: () => now().getTime() } })
}

/** What is sent to the vendor about a document when its medium goes online. ASSUMED: dates are written YYYY-MM-DD. */
export interface MediumMeta {
  readonly period?: 'month' | 'quarter' | 'semester'
  readonly date?: string
}

/** The periods of a bank statement: https://doc.lending.soprafinancing.io, "Medium". A year is for other kinds of documents only. */
const periods: Readonly<Record<DocumentPeriod, MediumMeta['period'] | null>> = {
  MONTH: 'month',
  QUARTER: 'quarter',
  SEMESTER: 'semester',
  YEAR: null,
}

export function toMediumMeta({ kind, period, date }: Pick<CaseDocument, 'kind' | 'period' | 'date'>): MediumMeta {
  const word = kind === 'BANK_STATEMENT' && period !== null ? periods[period] : null
  return { ...(word && { period: word }), ...(date !== null && { date }) }
}
