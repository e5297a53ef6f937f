import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { type Answer, toFileAnswer } from '../../../simulation/answer.ts'
import type { Received } from '../../../simulation/http-server.ts'
import { createPdf } from '../../../simulation/simple-pdf.ts'
import { StoreError } from '../../../simulation/store-error.ts'
import { signSha256 } from '../../../simulation/webhook-sender.ts'
import { createAccountContent } from './account-content.ts'
import type { JournalEntry } from './control.ts'
import { countMonths } from './month-figures.ts'
import { listStatements, type SimulatedAccount, type SimulatedSession } from './sessions.ts'

const lifetimeSeconds = 3_600
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Files = ReturnType<typeof createFiles>

/**
 * The store from which reports and statements are downloaded. It checks signed addresses and knows no clients of the vendor.
 * @param baseUrl where the server listens
 */
export function createFiles(now: () => Date, baseUrl: () => string, sessions: () => readonly SimulatedSession[]) {
  let key = createKey()
  const sign = (name: string, from: string) => signSha256(`${name} ${from}`, key)

  function requireGood(name: string, query: URLSearchParams): void {
    const from = query.get('X-Amz-Date') ?? ''
    if (query.get('X-Amz-Signature') !== sign(name, from))
      throw new StoreError(403, 'SignatureDoesNotMatch', 'The request signature does not match.')
    if (now().getTime() >= Number(from) + lifetimeSeconds * 1_000)
      throw new StoreError(403, 'AccessDenied', 'Request has expired.')
  }

  return {
    /** An address that is valid for one hour. @param name of the file, with the id of its session, account or statement */
    toUrl(name: string): string {
      const from = String(now().getTime())
      const query = new URLSearchParams({
        'X-Amz-Date': from,
        'X-Amz-Expires': String(lifetimeSeconds),
        'X-Amz-Signature': sign(name, from),
      })
      return `${baseUrl()}/files/${name}?${query}`
    },
    /** @throws StoreError */
    answer({ parameters, query, request: { headers } }: Received<JournalEntry>): Answer {
      for (const name of ['x-api-key', 'server-hash', 'authorization'])
        if (headers[name] !== undefined)
          throw new StoreError(400, 'InvalidArgument', `The store takes signed addresses, and no header ${name}.`)
      const { name = '' } = parameters
      requireGood(name, query)
      const file = createFile(name, sessions())
      if (!file) throw new StoreError(404, 'NoSuchKey', 'The specified key does not exist.')
      return file
    },
    /** Ends every address that was given so far. */
    expire(): void {
      key = createKey()
    },
  }
}

function createKey(): string {
  return randomBytes(32).toString('hex')
}

/** ASSUMED: the content of reports. They are valid files of their format with a few figures. */
function createFile(name: string, sessions: readonly SimulatedSession[]): Answer | null {
  const [, kind, id, ending] =
    /^(account_report|entity_report|statement)_([0-9a-f-]{36})\.(xlsx|xml|pdf)$/.exec(name) ?? []
  for (const session of sessions.filter(({ isDeleted }) => !isDeleted)) {
    const account = session.accounts.find(one => one.id === id)
    const statement = listStatements(session).find(one => one.id === id)
    if (kind === 'account_report' && ending === 'xlsx' && account)
      return toFileAnswer(xlsxType, [createSheet([account])])
    if (kind === 'entity_report' && session.id === id && ending === 'xlsx')
      return toFileAnswer(xlsxType, [createSheet(session.accounts)])
    if (kind === 'entity_report' && session.id === id && ending === 'xml')
      return toFileAnswer('application/xml', [createXml(session)])
    if (kind === 'statement' && ending === 'pdf' && statement)
      return toFileAnswer('application/pdf', [
        createPdf(['Simulated copy of a statement', statement.id, statement.digest]),
      ])
  }
  return null
}

type Line = readonly (string | number)[]

function listMonths(account: SimulatedAccount): readonly Line[] {
  return countMonths(createAccountContent(account), () => undefined).map(({ month, opening, closing }) => [
    account.id,
    month,
    opening / 100,
    closing / 100,
  ])
}

function createXml(session: SimulatedSession): string {
  const months = session.accounts.flatMap(listMonths)
  const lines = months.map(
    ([id, month, opening, closing]) =>
      `  <month account="${id}" name="${month}" opening="${opening}" closing="${closing}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<report session="${session.id}">\n${lines.join('\n')}\n</report>\n`
}

/** A workbook with one sheet: https://learn.microsoft.com/office/open-xml/spreadsheet/structure-of-a-spreadsheetml-document */
function createSheet(accounts: readonly SimulatedAccount[]): Buffer {
  const lines: readonly Line[] = [['account', 'month', 'opening', 'closing'], ...accounts.flatMap(listMonths)]
  const rows = lines.map(line => `<row>${line.map(toCell).join('')}</row>`).join('')
  const open = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const format = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = (type: string, target: string) =>
    `${open}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${types}/${type}" Target="${target}"/></Relationships>`
  return createZip({
    '[Content_Types].xml': `${open}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${format}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${format}.worksheet+xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${open}<workbook xmlns="${main}" xmlns:r="${types}"><sheets><sheet name="Months" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${open}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  })
}

function toCell(value: string | number): string {
  return typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
}

/** A ZIP archive of uncompressed files: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 */
function createZip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text)
    // Version 2.0, no flags, stored, 1 January 1980.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(33, 8)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(body.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)])
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name))
    bodies.push(header, body)
    offset += header.length + body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end])
}
