/** The encryption of a PDF. */
export interface PdfEncryption {
  /** The encryption dictionary. */
  readonly dictionary: string
  /** 32 hexadecimal digits. */
  readonly id: string
  encrypt(content: Buffer): Buffer
}

/** A valid PDF of one page with a few lines of text. https://pdfa.org/resource/iso-32000-2 */
export function createPdf(lines: readonly string[], encryption?: PdfEncryption): Buffer {
  const shown = lines.map(line => `(${toLiteral(line)}) Tj T*`).join('\n')
  const plain = Buffer.from(`BT /F1 12 Tf 16 TL 60 780 Td\n${shown}\nET`, 'latin1')
  const content = encryption ? encryption.encrypt(plain) : plain
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(encryption ? [encryption.dictionary] : []),
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  const secured = encryption ? ` /Encrypt ${objects.length} 0 R /ID [<${encryption.id}> <${encryption.id}>]` : ''
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${secured} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + end, 'latin1')
}

function toLiteral(line: string): string {
  return line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, character => `\\${character}`)
}
