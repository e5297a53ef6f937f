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
  const text = toPdfText({ version: '1.7', font: 'Helvetica', content: content.toString('latin1'), encryption })
  return Buffer.from(text, 'latin1')
}

/** A PDF of one page as a text in which each character is one byte. */
export function toPdfText({ version, font, content, encryption }: PdfPage): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /${font} >>`,
    ...(encryption ? [encryption.dictionary] : []),
  ]
  let text = `%PDF-${version}\n`
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const secured = encryption ? ` /Encrypt ${objects.length} 0 R /ID [<${encryption.id}> <${encryption.id}>]` : ''
  return `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R${secured} >>\nstartxref\n${text.length}\n%%EOF\n`
}

interface PdfPage {
  readonly version: string
  /** One of the fonts that every reader has. */
  readonly font: string
  /** The operators that draw the page, encrypted if the PDF is. Its font is F1. */
  readonly content: string
  readonly encryption?: PdfEncryption | undefined
}

/** A line as it stands between the brackets of a string. */
export function toLiteral(line: string): string {
  return line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, character => `\\${character}`)
}
