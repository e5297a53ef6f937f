import { Readable } from 'node:stream'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { MultipartPart } from '../../http/multipart.ts'
import type { SubmissionDocument, SubmissionJob } from '../analysis-driver.ts'
import { type CaseMode, vendor } from './config.ts'

/** The parts of a submission that are sent. */
export type CaseFolder = Pick<SubmissionJob, 'useCase' | 'declared' | 'documents' | 'options'>

/**
 * The parts of `POST /case`: the options as JSON in a text field, then every file under the name `documents`.
 * https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start, "Your First Request".
 * @throws AppError DOCUMENT_TYPE_UNSUPPORTED for a document that the vendor would read as a form
 */
export function toCaseParts(folder: CaseFolder, mode: CaseMode): MultipartPart[] {
  return [
    { name: 'payload', value: JSON.stringify(toCasePayload(folder, mode)) },
    ...folder.documents.map(toDocumentPart),
    ...toFormParts(folder.declared),
  ]
}

/** Each item of `analyse_type` adds one member to the answer. https://app.finovox.com/docs/public/case_analysis/api-reference/advanced-usage */
function toCasePayload({ useCase, options }: CaseFolder, mode: CaseMode) {
  const { shareLink } = options
  return {
    analyse_type: [
      'decision',
      ...(options.explanation === false ? [] : ['explanation']),
      ...(shareLink === null ? [] : ['share_link']),
    ],
    // ASSUMED: without a use case the vendor applies the account's default.
    ...(useCase === null ? {} : { use_case: useCase }),
    ...(shareLink === null
      ? {}
      : { share_link_settings: { access: shareLink.access ?? 'public', password: shareLink.password ?? '' } }),
    ...(mode === 'asynchronous' ? { asynchronous: true } : {}),
  }
}

function toDocumentPart({ fileName, mediaType, byteSize, open }: SubmissionDocument): MultipartPart {
  // The vendor tells documents and forms apart by their names only.
  if (/\.json$/i.test(fileName))
    throw new AppError('DOCUMENT_TYPE_UNSUPPORTED', 'A document must not be named like a form (.json).', {
      provider: vendor.id,
    })
  return { name: 'documents', fileName, mediaType, byteSize, open: () => open() }
}

/** The folder forms, one for each participant. https://app.finovox.com/docs/public/case_analysis/api-reference/advanced-usage, "Folder Form". */
function toFormParts(declared: JsonValue): MultipartPart[] {
  if (declared === null) return []
  const forms: readonly JsonValue[] = isList(declared) ? declared : [declared]
  return forms.map((form, index) =>
    toFormPart(forms.length === 1 ? 'form.json' : `form-${index + 1}.json`, JSON.stringify(form)),
  )
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function toFormPart(fileName: string, text: string): MultipartPart {
  const bytes = Buffer.from(text)
  return {
    name: 'documents',
    fileName,
    mediaType: 'application/json',
    byteSize: bytes.byteLength,
    open: async () => Readable.from([bytes]),
  }
}
