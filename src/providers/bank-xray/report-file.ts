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

/** The longest answer without its file. */
const maxRest = 1_048_576
/** The longest name of a member with the white space and the quote that follow. */
const longestOpening = 256
/** The part of a JSON text up to its end, without an escape sequence that is cut off. */
const wholeCharacters = /^[^"\\]*(?:\\(?:[^u]|u.{4})[^"\\]*)*/s

/**
 * Decodes the Base64 text of the first member with this name while it arrives. Parsing the whole answer would hold it in memory
 * three times, so only the rest of the answer is parsed, at the end.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE when there is no such text, when it is not Base64, when it has more bytes than
 * allowed, or when the answer ends early. Bytes that were given before are then useless
 */
export async function* decodeBase64Member(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  const opening = new RegExp(`"${name}"\\s*:\\s*"`)
  let place: 'before' | 'inside' | 'after' = 'before'
  /** The characters that were not searched or decoded yet, and the answer without the text of the member. */
  let waiting = ''
  let rest = ''
  /** Base64 characters left over from the last chunk (at most 3). */
  let leftOver = ''
  let isPadded = false
  let size = 0

  function decode(text: string): Buffer {
    const digits = leftOver + text.replace(/\s/g, '')
    const usable = place === 'after' ? digits.length : digits.length - (digits.length % 4)
    leftOver = digits.slice(usable)
    const taken = digits.slice(0, usable)
    if (taken !== '' && (isPadded || taken.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(taken)))
      throw badResponse('A file in an answer of Bank X-Ray is not Base64.')
    isPadded ||= taken.endsWith('=')
    return Buffer.from(taken, 'base64')
  }

  for await (const chunk of chunks) {
    // Each byte is a character, whatever the encoding: only ASCII is searched.
    waiting += Buffer.from(chunk).toString('latin1')
    if (place === 'before') {
      const found = opening.exec(waiting)
      const searched = found ? found.index + found[0].length : Math.max(0, waiting.length - longestOpening)
      rest += waiting.slice(0, searched)
      waiting = waiting.slice(searched)
      if (found) place = 'inside'
    }
    if (place === 'inside') {
      const [text = ''] = wholeCharacters.exec(waiting) ?? []
      if (waiting[text.length] === '"') place = 'after'
      waiting = waiting.slice(text.length)
      const bytes = decode(`${parseJson(`"${text}"`)}`)
      size += bytes.byteLength
      if (size > maxBytes) throw badResponse(`A file in an answer of Bank X-Ray is larger than ${maxBytes} bytes.`)
      if (bytes.byteLength > 0) yield bytes
    }
    if (place === 'after') {
      rest += waiting
      waiting = ''
    }
    if (rest.length + waiting.length > maxRest) break
  }
  // Without the three bytes of a byte order mark.
  parseJson(place === 'after' ? rest.replace(/^\xef\xbb\xbf/, '') : '')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badResponse('An answer of Bank X-Ray holds no file, or ends early.')
  }
}
