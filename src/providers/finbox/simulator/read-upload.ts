import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { type ReadDocument, readDocument } from '../../../simulation/read-document.ts'
import { createInputReader } from '../../../simulation/read-json.ts'
import { type MultipartFault, readMultipart } from '../../../simulation/read-multipart.ts'
import { catalogueBanks, findBank } from './catalogue.ts'
import { steeringWords } from './statement-plan.ts'
import { fieldsError, uploadError, type VendorError } from './vendor-error.ts'

/** The file of an upload. Its bytes are read once and not kept. */
export interface ReceivedFile extends ReadDocument {
  readonly fileName: string
}

/** A well-formed upload. Whether the vendor accepts the document is decided by `acceptUpload`. */
export interface ReceivedUpload {
  readonly sessionId: string
  readonly uploadType: 'PDF' | 'BASE64'
  /** The name of the bank as sent; null: not sent. */
  readonly bankName: string | null
  /** null: not sent. */
  readonly password: string | null
  readonly file: ReceivedFile
}

/** The fields of both forms besides the file. */
interface Form {
  readonly fields: ReadonlyMap<string, string>
  readonly file: (ReceivedFile & { readonly mediaType: string }) | null
}

const { parseInput } = createInputReader(fieldsError)
const required = 'This field is required.'
const uploadFields = z.strictObject({
  session_id: z.string(required).min(1, required),
  upload_type: z.enum(['PDF', 'BASE64'], {
    error: ({ input }) => (input === undefined ? required : `"${String(input)}" is not a valid choice.`),
  }),
  bank_name: z
    .string()
    .refine(name => findBank(name) !== null, {
      error: `Please use following bank strings: [${catalogueBanks.map(({ name }) => `'${name}'`).join(', ')}]`,
    })
    .optional(),
  pdf_password: z.string().optional(),
  file: z.string().optional(),
  file_url: z.string().optional(),
})

const pdfTypes = ['application/pdf', 'application/octet-stream']
export const invalidFile = () => uploadError(400, 'INVALID_FILE_OBJECT', 'File object is invalid')
const noFormField = () =>
  uploadError(
    400,
    'INVALID_FILE_OBJECT',
    'This field must be present as a form field. Send request with correct content type',
  )
/** The longest base64 text that is accepted. */
const maxFieldBytes = 134_217_728

/**
 * The form of an upload. Source: "Upload API", the vendor's page on backend integration.
 * ASSUMED: unknown fields and repeated ones are refused; base64 comes in the field `file`.
 *
 * @throws VendorError 400
 */
export async function readUpload(request: IncomingMessage): Promise<ReceivedUpload> {
  const form = await readForm(request)
  const fields = parseInput(Object.fromEntries(form.fields), uploadFields)
  return {
    sessionId: fields.session_id,
    uploadType: fields.upload_type,
    bankName: fields.bank_name ?? null,
    password: fields.pdf_password ?? null,
    file: await findFile(form, fields),
  }
}

async function readForm(request: IncomingMessage): Promise<Form> {
  const mediaType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType === 'application/x-www-form-urlencoded') {
    const fields = [...new URLSearchParams(await text(request))]
    return { fields: withoutRepeated(fields), file: null }
  }
  const parts = await readMultipart(request, { readFile, refuse: refuseMultipart, maxFieldBytes })
  const files = parts.flatMap(part => (part.kind === 'file' ? part : []))
  const fields = parts.flatMap(part => (part.kind === 'field' ? [[part.name, part.value] as const] : []))
  for (const { name } of files)
    if (name !== 'file') throw fieldsError({ [name]: ['This field is unknown or no file.'] })
  const [first, ...more] = files
  if (more.length > 0 || (first && fields.some(([name]) => name === 'file')))
    throw fieldsError({ file: ['This field is repeated.'] })
  return { fields: withoutRepeated(fields), file: first ? { ...first.file, mediaType: first.mediaType } : null }
}

function withoutRepeated(fields: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const byName = new Map(fields)
  for (const [name] of fields)
    if (fields.filter(([other]) => other === name).length > 1)
      throw fieldsError({ [name]: ['This field is repeated.'] })
  return byName
}

function refuseMultipart(fault: MultipartFault): VendorError {
  return fault === 'malformed' ? invalidFile() : noFormField()
}

async function readFile(
  stream: AsyncIterable<unknown>,
  { fileName }: { readonly fileName: string | null },
): Promise<ReceivedFile> {
  return { fileName: fileName ?? '', ...(await readDocument(stream, steeringWords)) }
}

async function findFile({ file }: Form, fields: z.infer<typeof uploadFields>): Promise<ReceivedFile> {
  const { upload_type: type, file: written, file_url: address } = fields
  if (address !== undefined && (file || written !== undefined))
    throw fieldsError({ file_url: ['Send either file or file_url.'] })
  if (address !== undefined) return readAddress(address)
  if (type === 'BASE64') {
    if (file) throw noFormField()
    if (written === undefined) throw missingFile()
    return readBase64(written)
  }
  if (written !== undefined) throw noFormField()
  if (!file) throw missingFile()
  if (file.fileName === '' || !pdfTypes.includes(file.mediaType)) throw invalidFile()
  return file
}

function missingFile(): VendorError {
  return uploadError(400, 'MISSING_FILE_OBJECT', 'This file object is required')
}

async function readBase64(written: string): Promise<ReceivedFile> {
  if (written.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(written))
    throw uploadError(400, 'INVALID_BASE_64', 'Invalid Base 64 string')
  return readFile(toStream(Buffer.from(written, 'base64')), { fileName: 'statement.pdf' })
}

async function* toStream(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** ASSUMED: only loopback addresses are valid, so the simulator sends nothing to other hosts. */
async function readAddress(address: string): Promise<ReceivedFile> {
  const refusal = uploadError(400, 'INVALID_FILE_URL', 'This file url is invalid')
  try {
    const url = new URL(address)
    if (!/^https?:$/.test(url.protocol) || !['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)) throw refusal
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) })
    if (!response.ok || !response.body) throw refusal
    return await readFile(response.body, { fileName: url.pathname.split('/').at(-1) ?? '' })
  } catch {
    throw refusal
  }
}
