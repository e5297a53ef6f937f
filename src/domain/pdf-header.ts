const header = '%PDF-'
/** How far into a file readers look for the beginning of the header: PDF Reference 1.7, implementation note 13. */
const reach = 1_024

/** So many bytes from a file's start tell whether it is a PDF. */
export const pdfHeaderBytes = reach + header.length - 1

/** Whether a file is a PDF: `%PDF-` begins within its first 1,024 bytes. What comes before it does not matter. */
export function hasPdfHeader(start: Buffer): boolean {
  return start.subarray(0, pdfHeaderBytes).includes(header, 0, 'latin1')
}
