/** How far into a file the header of a PDF is looked for. Readers do the same: ISO 32000-1, implementation note 13 of the PDF Reference 1.7. */
export const pdfHeaderReach = 1_024

/** Whether a file is a PDF: its header `%PDF-` begins within the first 1,024 bytes. What is before it does not matter. */
export function hasPdfHeader(start: Buffer): boolean {
  const at = start.indexOf('%PDF-', 0, 'latin1')
  return at >= 0 && at < pdfHeaderReach
}
