import { Readable } from 'node:stream'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { StreamedAnswer } from '../../http/provider-http.ts'
import type { ReportBody } from '../analysis-driver.ts'
import { decodeBase64Member } from './base64-member.ts'
import { badResponse, toReportError } from './errors.ts'

/** ASSUMED: no report is larger. */
const maxBytes = 64 * 1024 * 1024
const pdfStart = '%PDF-'

/**
 * The PDF in the answer to a download: `{fileExtension, request, report, creation, bankXrayPdfB64}`, read as it arrives. By
 * the time this resolves it is known to be one; what goes wrong after that is the body's error.
 * https://doc.lending.soprafinancing.io, "Generate Bank X-Ray"
 */
export async function openReportFile(answer: StreamedAnswer): Promise<ReportBody> {
  const { status, body } = answer
  if (!isSuccess(answer)) {
    body.on('error', () => undefined).destroy()
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
    throw badResponse("What Bank X-Ray sent as a report's PDF is none.")
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
