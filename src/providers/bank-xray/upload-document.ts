import { isSuccess } from '../../connector/vendor-errors.ts'
import { multipartBody } from '../../http/multipart.ts'
import type { ProviderCall, ProviderHttp } from '../../http/provider-http.ts'
import type { SubmissionDocument } from '../analysis-driver.ts'
import { badResponse, toStoreError } from './errors.ts'
import type { UploadTarget } from './upload-target.ts'

/** Beside the time that sending takes. */
const timeoutMs = 60_000

/**
 * Sends the bytes of a document to the address that the vendor gave, with the headers or fields that it gave and nothing else:
 * the store belongs to another company, and
 * refuses a call that carries an authorisation besides the one in its address.
 *
 * @returns false when the store refuses: the address is dead, or was never good
 * @throws AppError when it cannot be told; the same bytes may be put there again
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
  // An HTML page comes from a proxy between us and the store. Without its bytes the document would be analysed as an empty one.
  if (isSuccess(answer) && answer.headers['content-type']?.includes('html'))
    throw badResponse("Somebody else than Bank X-Ray's store for documents answered an upload.")
  if (isSuccess(answer)) return true
  if (answer.status >= 400 && answer.status < 500) return false
  throw toStoreError(answer.status)
}

type Content = Pick<ProviderCall, 'method' | 'headers' | 'body'>

/** The store heeds no field that comes after the file: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html */
function toForm(fields: readonly (readonly [string, string])[], document: SubmissionDocument): Content {
  const { fileName, mediaType, byteSize } = document
  const file = { name: 'file', fileName, mediaType, byteSize, open: () => document.open() }
  return { method: 'POST', ...multipartBody([...fields.map(([name, value]) => ({ name, value })), file]) }
}

/** Without its length announced the body would go in chunks, which the store does not take. */
async function toRaw(given: Readonly<Record<string, string>>, document: SubmissionDocument): Promise<Content> {
  const headers = { ...given, 'content-length': String(document.byteSize) }
  return { method: 'PUT', headers, body: await document.open() }
}
