import { createHash } from 'node:crypto'

export interface EncryptedPdf {
  /** The same seed gives the same bytes. */
  readonly seed?: string
  /** The place of the encryption entry: the trailer, or a cross-reference stream as in newer files. */
  readonly form?: 'trailer' | 'stream'
}

/**
 * A PDF of one page that is encrypted as the standard handler does (ISO 32000-1, 7.6.3, revision 2). It has no
 * password, because its keys and its page are random bytes.
 */
export function createEncryptedPdf({ seed = 'a', form = 'trailer' }: EncryptedPdf = {}): Buffer {
  const chance = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('hex')
  const page = chance('page')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    `<< /Filter /Standard /V 1 /R 2 /O <${chance('owner')}> /U <${chance('user')}> /P -44 >>`,
  ]
  let text = '%PDF-1.5\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const id = chance('id').slice(0, 32)
  const members = `/Root 1 0 R /Encrypt 5 0 R /ID [<${id}> <${id}>]`
  text += form === 'trailer' ? toTable(offsets, members) : toStream([...offsets, start], members)
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1')
}

function toTable(offsets: readonly number[], members: string): string {
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = offsets.length + 1
  return `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} ${members} >>\n`
}

function toStream(offsets: readonly number[], members: string): string {
  const rows = Buffer.concat(
    [0, ...offsets].map((at, index) => Buffer.from([index === 0 ? 0 : 1, at >> 8, at & 255, 0])),
  )
  const size = offsets.length + 1
  const dictionary = `<< /Type /XRef /Size ${size} /W [1 2 1] ${members} /Length ${rows.length} >>`
  return `${offsets.length} 0 obj\n${dictionary}\nstream\n${rows.toString('latin1')}\nendstream\nendobj\n`
}
