const header = '%PDF-'
/** Within how many bytes readers look for the beginning of the header: PDF Reference 1.7, implementation note 13. */
const reach = 1_024

/** How many bytes from the start of a file are needed to recognise a PDF. */
export const pdfHeaderBytes = reach + header.length - 1

/** Whether a file is a PDF: `%PDF-` begins within its first 1,024 bytes. */
export function hasPdfHeader(start: Buffer): boolean {
  return start.subarray(0, pdfHeaderBytes).includes(header, 0, 'latin1')
}
