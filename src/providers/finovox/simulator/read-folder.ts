import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type ReadDocument, readDocument } from '../../../simulation/read-document.ts'
import { createInputReader } from '../../../simulation/read-json.ts'
import {
  type FilePart,
  type MultipartFault,
  type ReceivedPart,
  readMultipart,
} from '../../../simulation/read-multipart.ts'
import { steering } from './case-plan.ts'
import { invalid, VendorError } from './vendor-error.ts'

const analyseType = z.enum(['decision', 'explanation', 'share_link'])

type AnalyseType = z.infer<typeof analyseType>

/**
 * The field `payload`. Source: https://app.finovox.com/docs/public/case_analysis/api-reference/advanced-usage
 * ASSUMED: a use case is optional, `access` may be another word than `public`, and other members are refused.
 */
const casePayload = z
  .strictObject({
    analyse_type: z
      .array(analyseType)
      .min(1)
      .default((): AnalyseType[] => ['decision']),
    use_case: z.string().trim().min(1).optional(),
    share_link_settings: z.strictObject({ access: z.string().regex(/^[a-z_]+$/), password: z.string() }).optional(),
    asynchronous: z.boolean().default(false),
  })
  .refine(
    payload => payload.share_link_settings === undefined || payload.analyse_type.includes('share_link'),
    'share_link_settings needs share_link in analyse_type.',
  )

type CasePayload = z.infer<typeof casePayload>

/** @throws VendorError 422 with each member at fault */
export const { readJson, parseJson } = createInputReader(
  errors =>
    new VendorError(
      422,
      Object.entries(errors).flatMap(([member, messages]) => messages.map(msg => ({ loc: ['body', member], msg }))),
    ),
)

/** @throws VendorError 422 */
function parseCasePayload(text: string): CasePayload {
  return parseJson(text, casePayload)
}

/** What a call sent. The bytes of documents are read and not stored. */
export interface ReceivedFolder {
  readonly payload: CasePayload
  readonly documents: readonly ReceivedDocument[]
  /** The contents of its `.json` files, one per participant. */
  readonly forms: readonly unknown[]
}

interface ReceivedDocument {
  readonly fileName: string
  /** As the part declares it. */
  readonly mediaType: string
  /** SHA-256 in hexadecimal. */
  readonly digest: string
  readonly byteSize: number
  /** The steering words found in the bytes. */
  readonly steering: readonly string[]
}

interface ReceivedFile extends ReadDocument {
  /** Of a `.json` file; else null. */
  readonly text: string | null
}

/** Source: "Supported File Formats" of the quick start. ASSUMED: `.tiff` and `.heif`, the other spellings of two of them. */
const extensions = ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx', 'tif', 'tiff', 'heic', 'heif', 'webp']

/**
 * A folder: the field `payload` and any number of files, each under the name `documents`.
 * Source: "Your First Request", https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start
 * @throws VendorError 422
 */
export async function readFolder(request: IncomingMessage): Promise<ReceivedFolder> {
  const parts = await readMultipart(request, { readFile, refuse: refuseMultipart })
  const [fault] = parts.flatMap(part => findPartFault(part) ?? [])
  if (fault) throw fault
  const [payload, ...more] = parts.flatMap(part => (part.kind === 'field' ? part.value : []))
  if (payload === undefined) throw invalid(['body', 'payload'], 'The field is required.')
  if (more.length > 0) throw invalid(['body', 'payload'], 'The field was sent more than once.')
  const files = parts.flatMap(part => (part.kind === 'file' ? part : []))
  const documents = files.filter(({ file }) => file.text === null)
  if (documents.length === 0) throw invalid(['body', 'documents'], 'There are no documents in the folder.')
  return {
    payload: parseCasePayload(payload),
    documents: documents.map(({ fileName, mediaType, file: { digest, byteSize, steering } }) => ({
      fileName: fileName ?? '',
      mediaType,
      digest,
      byteSize,
      steering,
    })),
    forms: files.flatMap(({ file }) => (file.text === null ? [] : [parseForm(file.text)])),
  }
}

function refuseMultipart(fault: MultipartFault): VendorError {
  if (fault === 'not-multipart') return invalid(['header', 'content-type'], 'The body must be multipart/form-data.')
  return invalid(['body'], `The multipart body ${fault === 'malformed' ? 'is malformed' : 'has no boundary'}.`)
}

/** ASSUMED: unknown parts are refused. */
function findPartFault(part: ReceivedPart<ReceivedFile>): VendorError | null {
  const { name } = part
  const loc = ['body', name]
  if (part.kind === 'field') {
    if (name === 'payload') return null
    return invalid(loc, name === 'documents' ? 'A document must be a file.' : 'The field is not known.')
  }
  if (name !== 'documents') {
    return invalid(
      loc,
      name === 'payload' ? 'The payload must be a field of text, not a file.' : 'The part is not known.',
    )
  }
  if (part.fileName === null) return invalid(loc, 'A file has no name.')
  const extension = extensionOf(part)
  if (extension !== 'json' && !extensions.includes(extension))
    return invalid(loc, `The extension .${extension} is not supported.`)
  if (part.file.byteSize === 0) return invalid(loc, 'A file is empty.')
  // ASSUMED: the vendor cannot read an encrypted PDF. None of its calls takes a password.
  if (part.file.isEncrypted) return invalid(loc, 'A file is encrypted.')
  return null
}

/** Source: "Folder Form". Every file whose name ends in `.json` is a form. */
async function readFile(stream: AsyncIterable<unknown>, part: FilePart): Promise<ReceivedFile> {
  const isForm = extensionOf(part) === 'json'
  const chunks: Buffer[] = []
  const document = await readDocument(stream, steering.words, chunk => {
    if (isForm) chunks.push(chunk)
  })
  return { ...document, text: isForm ? Buffer.concat(chunks).toString() : null }
}

function parseForm(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid(['body', 'documents'], 'A form is not valid JSON.')
  }
}

function extensionOf({ fileName }: FilePart): string {
  return fileName?.toLowerCase().split('.').slice(1).at(-1) ?? ''
}
