import { Readable } from 'node:stream'
import { discardBody } from '../../connector/parse-answer.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { StreamedAnswer } from '../../http/provider-http.ts'
import type { ReportBody } from '../analysis-driver.ts'
import { badResponse, toReportError } from './errors.ts'

/** ASSUMED: the size of the largest report. */
const maxBytes = 64 * 1024 * 1024
const pdfStart = '%PDF-'

/**
 * The PDF in the answer to a download: `{fileExtension, request, report, creation, bankXrayPdfB64}`, read as it arrives. It
 * resolves when the first bytes are those of a PDF; a later fault is an error of the body.
 * https://doc.lending.soprafinancing.io, "Generate Bank X-Ray"
 */
export async function openReportFile(answer: StreamedAnswer): Promise<ReportBody> {
  const { status, body } = answer
  if (!isSuccess(answer)) {
    discardBody(answer)
    throw toReportError(status)
  }
  const bytes = decodeBase64Member(body, 'bankXrayPdfB64', maxBytes)
  let start = Buffer.alloc(0)
  while (start.byteLength < pdfStart.length) {
    const next = await bytes.next()
    if (next.done) break
    start = Buffer.concat([start, next.value])
  }
  if (!start.subarray(0, pdfStart.length).equals(Buffer.from(pdfStart))) {
    await bytes.return(undefined)
    throw badResponse('The report that Bank X-Ray sent is not a PDF.')
  }

  async function* whole(): AsyncGenerator<Buffer> {
    try {
      yield start
      yield* bytes
    } finally {
      // Runs also when the reader stops early or never starts.
      body.destroy()
    }
  }
  const file = Readable.from(whole(), { objectMode: false })
  file.on('close', () => body.destroy())
  return { mediaType: 'application/pdf', byteSize: null, body: file }
}

/**
 * Decodes the Base64 text of one member of a JSON answer while it arrives. Parsing the whole answer would hold it in memory
 * three times.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE when there is no such text, when it is not Base64, when it has more bytes than
 * allowed, or when the answer ends early. Bytes that were given before are then useless
 */
export async function* decodeBase64Member(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  const scanner = createMemberScanner(name)
  /** Base64 characters left over from the last chunk (at most 3). */
  let waiting = ''
  let isPadded = false
  let size = 0

  function decode(text: string): Buffer {
    const digits = waiting + text.replace(/\s/g, '')
    const usable = scanner.isFound() ? digits.length : digits.length - (digits.length % 4)
    waiting = digits.slice(usable)
    const taken = digits.slice(0, usable)
    if (taken !== '' && (isPadded || taken.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(taken)))
      throw badResponse('A file in an answer of Bank X-Ray is not Base64.')
    isPadded ||= taken.endsWith('=')
    return Buffer.from(taken, 'base64')
  }

  for await (const chunk of chunks) {
    const bytes = decode(scanner.push(Buffer.from(chunk)))
    size += bytes.byteLength
    if (size > maxBytes) throw badResponse(`A file in an answer of Bank X-Ray is larger than ${maxBytes} bytes.`)
    if (bytes.byteLength > 0) yield bytes
  }
  if (!scanner.isFound() || !scanner.isWhole())
    throw badResponse('An answer of Bank X-Ray holds no file, or ends early.')
}

/** Finds one text in a JSON answer while it arrives. */
interface MemberScanner {
  /** Takes the next bytes. @returns the part of the wanted text in them, without escapes; empty outside the text */
  push(chunk: Buffer): string
  /** Whether the wanted text has been read to its end. */
  isFound(): boolean
  /** Whether the answer has been read to its end. */
  isWhole(): boolean
}

/** Between texts; in another text or in the wanted one; after a backslash in either. */
type Place = 'outside' | 'text' | 'wanted' | 'escape' | 'wanted escape'

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/**
 * Finds the first text that is the value of a member with this name, at any depth. Everything else is skipped, neither kept
 * nor checked. The answer counts as whole when all its objects and lists are closed.
 */
function createMemberScanner(name: string): MemberScanner {
  let place: Place = 'outside'
  let depth = 0
  let isFound = false
  let isWhole = false
  /** The last text, cut off where it is longer than the name. */
  let key = ''
  /** Whether a colon now would make that text the name of a member, and whether one did. */
  let afterText = false
  let afterName = false
  let sequence = ''

  function takeOutside(character: string): void {
    if (/\s/.test(character)) return
    if (character === '"') {
      const isWanted = afterName && !isFound && key === name
      place = isWanted ? 'wanted' : 'text'
      if (!isWanted) key = ''
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    isWhole ||= depth === 0 && character !== '"'
    afterName = character === ':' && afterText
    afterText = false
  }

  function takeText(character: string): void {
    if (character === '\\') place = 'escape'
    else if (character === '"') {
      place = 'outside'
      afterText = true
    } else if (key.length <= name.length) key += character
  }

  /** @returns what the sequence stands for once it is complete */
  function takeEscape(character: string): string {
    sequence += character
    if (sequence.startsWith('u') && sequence.length < 5) return ''
    const meant = sequence.startsWith('u')
      ? String.fromCharCode(Number.parseInt(sequence.slice(1), 16))
      : (escapes[sequence] ?? sequence)
    sequence = ''
    place = 'wanted'
    return meant
  }

  return {
    push(chunk) {
      const characters = chunk.toString('latin1')
      let wanted = ''
      for (let at = 0; at < characters.length; at += 1) {
        const character = characters.charAt(at)
        switch (place) {
          case 'outside':
            takeOutside(character)
            break
          case 'text':
            takeText(character)
            break
          case 'escape':
            place = 'text'
            break
          case 'wanted escape':
            wanted += takeEscape(character)
            break
          case 'wanted': {
            const run = /[^"\\]*/y
            run.lastIndex = at
            const plain = run.exec(characters)?.[0] ?? ''
            wanted += plain
            at += plain.length
            if (at >= characters.length) break
            if (characters.charAt(at) === '"') {
              place = 'outside'
              isFound = true
            } else place = 'wanted escape'
          }
        }
      }
      return wanted
    },
    isFound: () => isFound,
    isWhole: () => isWhole,
  }
}
