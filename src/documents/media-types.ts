// ASSUMED: that the office formats beside .docx and .xlsx, which vendors name with an "and so on", are these.
const extensions: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/tiff', 'tif'],
  ['image/webp', 'webp'],
  ['image/heic', 'heic'],
  ['image/heif', 'heic'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
])

/** Names that browsers and operating systems use for the same types. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['application/x-pdf', 'application/pdf'],
  ['image/jpg', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  ['image/x-png', 'image/png'],
  ['image/tif', 'image/tiff'],
])

/** The types of file that a document may be, as IANA names them. */
export const documentMediaTypes: readonly string[] = [...extensions.keys()]

/** How to say it to a person. */
export const documentTypesInWords = 'PDF, JPEG, PNG, TIFF, WEBP, HEIC and office documents (docx, xlsx, pptx, odt, ods)'

/** The usual ending of a file of this type, without the dot; null for a type that no document may be. */
export function extensionOf(mediaType: string): string | null {
  return extensions.get(mediaType) ?? null
}

/** The IANA name in small letters, without parameters; null for none, or for one that says nothing. */
export function normaliseMediaType(word: string | null | undefined): string | null {
  const name = word?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'application/octet-stream' || name === 'binary/octet-stream') return null
  return aliases.get(name) ?? name
}
