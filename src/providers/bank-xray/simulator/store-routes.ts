import type { IncomingMessage } from 'node:http'
import type { Answer } from '../../../simulation/answer.ts'
import type { Received, Route } from '../../../simulation/http-server.ts'
import { type ReadDocument, readDocument } from '../../../simulation/read-document.ts'
import { readMultipart } from '../../../simulation/read-multipart.ts'
import type { JournalEntry, Operation } from './journal.ts'
import { steeringWords } from './steering.ts'
import { bucket, maxFileBytes, type StoreAddresses } from './store-address.ts'
import { StoreError } from './store-error.ts'

export interface StoreParts {
  readonly addresses: StoreAddresses
  /** The bytes of a medium are there. */
  onStored(mediumId: string, file: ReadDocument): void
}

type Exchange = Received<JournalEntry>

/** The store that is somebody else's: it knows signed addresses and nothing of the vendor's users. */
export function createStoreRoutes({ addresses, onStored }: StoreParts): readonly Route<Operation, Exchange>[] {
  function keep(entry: JournalEntry, mediumId: string, file: ReadDocument): void {
    const { digest, byteSize } = file
    if (byteSize > maxFileBytes)
      throw new StoreError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.')
    entry.upload = { mediumId, digest, byteSize }
    onStored(mediumId, file)
  }

  /** @throws StoreError 403 */
  function mediumOf(signed: Readonly<Record<string, string | undefined>>): string {
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
        // Fields after the file are not heeded, so that whatever follows it makes the form incomplete.
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

/** A call that carries two authorisations is refused, and the vendor's own headers should never come this far. */
function refuseOtherAuthorisation({ headers }: IncomingMessage): void {
  for (const name of ['authorization', 'userid', 'sessiontoken', 'october-version'])
    if (headers[name] !== undefined) throw new StoreError(400, 'InvalidArgument', 'Only one auth mechanism allowed.')
}

const readStored = (stream: AsyncIterable<unknown>): Promise<ReadDocument> => readDocument(stream, steeringWords)

function policyError(): StoreError {
  return new StoreError(403, 'AccessDenied', 'Invalid according to Policy.')
}
