import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Answer } from '../../../simulation/answer.ts'
import type { Received, Route } from '../../../simulation/http-server.ts'
import { type ReadDocument, readDocument } from '../../../simulation/read-document.ts'
import { readMultipart } from '../../../simulation/read-multipart.ts'
import { StoreError } from '../../../simulation/store-error.ts'
import type { JournalEntry, Operation } from './control.ts'
import { steering } from './medium-plan.ts'

/** ASSUMED: the two forms in which the vendor may give an upload address. */
export type UploadShape = 'form' | 'raw'

/** ASSUMED: how long an address is valid. */
const lifetimeMs = 15 * 60_000
export const bucket = 'october-media-sim'
/** https://doc.lending.soprafinancing.io, "Generate Bank X-Ray": "20MB". */
export const maxFileBytes = 20_000_000

export type StoreAddresses = ReturnType<typeof createStoreAddresses>
/** What an address or a form carries. */
type Signed = Readonly<Record<string, string | undefined>>

/** Addresses that carry their own authorisation, as https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export function createStoreAddresses(now: () => Date, baseUrl: () => string) {
  const secret = randomBytes(32)
  let goodFrom = 0
  const sign = (key: string, expires: string) => createHmac('sha256', secret).update(`${key} ${expires}`).digest('hex')

  return {
    /** The `upload` of a new medium. */
    create(mediumId: string, shape: UploadShape): object {
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
    /** The medium of a form's fields or an address's query; null when they were changed or not made here. */
    find({ key = '', expires = '', signature = '' }: Signed) {
      if (signature !== sign(key, expires) || !key.startsWith('media/')) return null
      const end = Number(expires)
      const isExpired = now().getTime() >= end || end - lifetimeMs < goodFrom
      return { mediumId: key.slice('media/'.length), isExpired }
    },
    /** Ends every address that was made so far. */
    expire() {
      goodFrom = now().getTime() + 1
    },
  }
}

interface StoreParts {
  readonly addresses: StoreAddresses
  /** Called when the bytes of a medium have arrived. */
  onStored(mediumId: string, file: ReadDocument): void
}

type Exchange = Received<JournalEntry>

/** The store of another company. It knows signed addresses and no users of the vendor. */
export function createStoreRoutes({ addresses, onStored }: StoreParts): readonly Route<Operation, Exchange>[] {
  function keep(entry: JournalEntry, mediumId: string, file: ReadDocument): void {
    const { digest, byteSize } = file
    if (byteSize > maxFileBytes)
      throw new StoreError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.')
    entry.upload = { mediumId, digest, byteSize }
    onStored(mediumId, file)
  }

  /** @throws StoreError 403 */
  function mediumOf(signed: Signed): string {
    const found = addresses.find(signed)
    if (!found) throw new StoreError(403, 'SignatureDoesNotMatch', 'The request signature does not match.')
    if (found.isExpired) throw new StoreError(403, 'AccessDenied', 'Request has expired.')
    return found.mediumId
  }

  return [
    {
      operation: 'store',
      method: 'POST',
      path: new RegExp(`^/${bucket}/?$`),
      async carryOut({ request, entry }) {
        refuseOtherAuthorisation(request)
        const refuse = () =>
          new StoreError(400, 'MalformedPOSTRequest', 'The body is no well-formed multipart/form-data.')
        const parts = await readMultipart(request, { readFile: readStored, refuse })
        const last = parts.at(-1)
        const fields = parts
          .slice(0, -1)
          .flatMap(part => (part.kind === 'field' ? [[part.name, part.value] as const] : []))
        // The store ignores fields after the file, so the file must come last.
        if (last?.kind !== 'file' || last.name !== 'file' || fields.length < parts.length - 1)
          throw new StoreError(
            400,
            'InvalidArgument',
            'POST requires exactly one file upload per request, as last part.',
          )
        const { key, policy, ...rest } = Object.fromEntries(fields)
        if (rest['Content-Type'] !== 'application/pdf') throw policyError()
        keep(entry, mediumOf({ key, expires: policy, signature: rest['x-amz-signature'] }), last.file)
        return { status: 204, headers: {}, parts: [] }
      },
    },
    {
      operation: 'store',
      method: 'PUT',
      path: new RegExp(`^/${bucket}/(?<key>.+)$`),
      async carryOut({ request, query, parameters, entry }): Promise<Answer> {
        refuseOtherAuthorisation(request)
        const { headers } = request
        if (headers['transfer-encoding'] !== undefined)
          throw new StoreError(
            501,
            'NotImplemented',
            'A header you provided implies functionality that is not implemented.',
          )
        if (headers['content-length'] === undefined)
          throw new StoreError(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.')
        if (headers['content-type'] !== 'application/pdf' || headers['x-amz-server-side-encryption'] !== 'AES256')
          throw policyError()
        const signed = {
          key: parameters.key,
          expires: query.get('X-Amz-Expires') ?? undefined,
          signature: query.get('X-Amz-Signature') ?? undefined,
        }
        const mediumId = mediumOf(signed)
        keep(entry, mediumId, await readStored(request))
        return { status: 200, headers: {}, parts: [] }
      },
    },
  ]
}

/** A call with a second authorisation, such as the vendor's headers, is refused. */
function refuseOtherAuthorisation({ headers }: IncomingMessage): void {
  for (const name of ['authorization', 'userid', 'sessiontoken', 'october-version'])
    if (headers[name] !== undefined) throw new StoreError(400, 'InvalidArgument', 'Only one auth mechanism allowed.')
}

const readStored = (stream: AsyncIterable<unknown>): Promise<ReadDocument> => readDocument(stream, steering.words)

function policyError(): StoreError {
  return new StoreError(403, 'AccessDenied', 'Invalid according to Policy.')
}
