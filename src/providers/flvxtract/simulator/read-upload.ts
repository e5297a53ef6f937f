import type { IncomingMessage } from 'node:http'
import { type ReadDocument, readDocument } from '../../../simulation/read-document.ts'
import { type MultipartFault, type ReceivedPart, readMultipart } from '../../../simulation/read-multipart.ts'
import { steeringWords } from './statement-plan.ts'
import { type VendorError, validationError } from './vendor-error.ts'

/** The file of an upload. Its bytes are read and not stored. */
export interface ReceivedFile extends ReadDocument {
  readonly fileName: string
}

/** The types that a part may declare. Without a type it counts as text/plain, as in some samples of the page. */
const partTypes = ['application/pdf', 'application/octet-stream', 'text/plain']

/**
 * The one part of an upload: `file`, a PDF. Source: "Upload a Statement", https://flvxtract.com/docs
 * @throws VendorError 400
 */
export async function readUpload(request: IncomingMessage): Promise<ReceivedFile> {
  const parts = await readMultipart(request, { readFile, refuse: refuseMultipart })
  const [fault] = parts.flatMap(part => findPartFault(part) ?? [])
  if (fault) throw fault
  const [file, ...more] = parts.flatMap(part => (part.kind === 'file' ? part.file : []))
  if (!file) throw fileError('The file field is required.')
  if (more.length > 0) throw fileError('Only one file may be uploaded at a time.')
  if (!file.isPdf) throw fileError('The file is not a PDF.')
  return file
}

function refuseMultipart(fault: MultipartFault): VendorError {
  if (fault === 'not-multipart') {
    return validationError({ 'Content-Type': ['The request body must be multipart/form-data.'] })
  }
  return fileError(`The multipart body ${fault === 'malformed' ? 'is malformed' : 'has no boundary'}.`)
}

function findPartFault(part: ReceivedPart<ReceivedFile>): VendorError | null {
  if (part.kind === 'field') return fileError(`The part ${part.name} is not known, or is not a file.`)
  if (part.name !== 'file') return fileError(`The part ${part.name} is not known.`)
  if (part.fileName === null) return fileError('The file has no name.')
  if (!partTypes.includes(part.mediaType)) return fileError('Only PDF files are supported.')
  return null
}

async function readFile(
  stream: AsyncIterable<unknown>,
  { fileName }: { readonly fileName: string | null },
): Promise<ReceivedFile> {
  return { fileName: fileName ?? '', ...(await readDocument(stream, steeringWords)) }
}

function fileError(message: string): VendorError {
  return validationError({ file: [message] })
}
