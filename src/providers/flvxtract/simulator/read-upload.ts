import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { createSteeringScanner } from './steering.ts'
import { type VendorError, validationError } from './vendor-error.ts'

/** The file of an upload. Its bytes are read and let go. */
export interface ReceivedFile {
  readonly fileName: string
  /** SHA-256 in hexadecimal. */
  readonly digest: string
  readonly byteSize: number
  readonly isPdf: boolean
  /** Steering words met in the bytes. */
  readonly steering: readonly string[]
}

/** What a part may call itself; without any type it counts as text/plain, as some of the page's samples send it. */
const partTypes = ['application/pdf', 'application/octet-stream', 'text/plain']

/**
 * The one part of an upload: `file`, a PDF. Source: "Upload a Statement", https://flvxtract.com/docs
 * @throws VendorError 400
 */
export async function readUpload(request: IncomingMessage): Promise<ReceivedFile> {
  const contentType = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    throw validationError({ 'Content-Type': ['The request body must be multipart/form-data.'] })
  }
  const files: Promise<ReceivedFile>[] = []
  const faults: VendorError[] = []
  const multipart = openMultipart(contentType)
  try {
    await new Promise<void>((resolve, reject) => {
      multipart.on('file', (name, stream, fileName, _encoding, mediaType) => {
        const fault = findPartFault(name, fileName, mediaType)
        if (fault) faults.push(fault)
        const file = readFile(stream, fileName)
        file.catch(reject)
        files.push(file)
      })
      multipart.on('field', name => faults.push(fileError(`The part ${name} is not known, or is not a file.`)))
      multipart.on('finish', resolve)
      multipart.on('error', reject)
      request.on('error', reject)
      request.pipe(multipart)
    })
  } catch {
    request.unpipe(multipart)
    throw fileError('The multipart body is malformed.')
  }
  const [fault] = faults
  if (fault) throw fault
  const [file, ...more] = await Promise.all(files)
  if (!file) throw fileError('The file field is required.')
  if (more.length > 0) throw fileError('Only one file may be uploaded at a time.')
  if (!file.isPdf) throw fileError('The file is not a PDF.')
  return file
}

function openMultipart(contentType: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType } })
  } catch {
    throw fileError('The multipart body has no boundary.')
  }
}

function findPartFault(name: string, fileName: string | undefined, mediaType: string): VendorError | null {
  if (name !== 'file') return fileError(`The part ${name} is not known.`)
  if (!fileName) return fileError('The file has no name.')
  if (!partTypes.includes(mediaType)) return fileError('Only PDF files are supported.')
  return null
}

async function readFile(stream: BusboyFileStream, fileName: string): Promise<ReceivedFile> {
  const hash = createHash('sha256')
  const scanner = createSteeringScanner()
  let start = ''
  let byteSize = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    hash.update(bytes)
    scanner.push(bytes)
    byteSize += bytes.length
    if (start.length < 5) start += bytes.toString('latin1', 0, 5)
  }
  const isPdf = start.startsWith('%PDF-')
  return { fileName, digest: hash.digest('hex'), byteSize, isPdf, steering: scanner.words() }
}

function fileError(message: string): VendorError {
  return validationError({ file: [message] })
}
