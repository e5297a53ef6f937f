// ASSUMED: the office formats besides .docx and .xlsx, because vendors end their lists with "and so on".
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

/** The accepted media types of documents, with their IANA names. */
export const documentMediaTypes: readonly string[] = [...extensions.keys()]

/** The same in words. */
export const documentTypesInWords = 'PDF, JPEG, PNG, TIFF, WEBP, HEIC and office documents (docx, xlsx, pptx, odt, ods)'

/** The usual file extension of this type, without the dot; null for a type that is not accepted. */
export function extensionOf(mediaType: string): string | null {
  return extensions.get(mediaType) ?? null
}

/** The IANA name in lower case, without parameters; null when it is absent or generic. */
export function normaliseMediaType(word: string | null | undefined): string | null {
  const name = word?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'application/octet-stream' || name === 'binary/octet-stream') return null
  return aliases.get(name) ?? name
}
