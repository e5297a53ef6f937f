import { Readable } from 'node:stream'
import { z } from 'zod'
import { parseExactJson } from '../../http/exact-json.ts'
import type { StreamedAnswer } from '../../http/provider-http.ts'
import { streamJson } from '../../http/stream-json.ts'
import { vendor } from './config.ts'
import { badResponse } from './errors.ts'
import { type ReportListItem, reportListItem } from './payloads.ts'

/** The longest answer that is accepted as an empty list. */
const emptyListBytes = 4_096
const maxBytes = 256 * 1024 * 1024

const emptyList = z.union([z.array(z.unknown()).length(0), z.object({ reports: z.array(z.unknown()).length(0) })])

/**
 * The reports of a list, one by one, because each may be whole, with all its transactions.
 * ASSUMED: `{reports: […]}` or the bare list, on one page, in any order.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE for anything else: otherwise a missing report would not be noticed
 */
export async function* readReportList({ body, headers }: StreamedAnswer): AsyncGenerator<ReportListItem> {
  const origin = { provider: vendor.id, contentType: headers['content-type'] }
  const { start, whole } = await readStart(body)
  const path = start.toString('latin1').trimStart().startsWith('[') ? '$.*' : '$.reports.*'
  let isEmpty = true
  for await (const { value } of streamJson(whole, [path], { ...origin, maxBytes })) {
    isEmpty = false
    const item = reportListItem.safeParse(value)
    if (!item.success) throw badResponse("A report in Bank X-Ray's list has no id.", { cause: item.error })
    yield item.data
  }
  if (isEmpty && !emptyList.safeParse(parseExactJson(start, origin)).success)
    throw badResponse('The answer of Bank X-Ray is not a list of reports.')
}

/** The first bytes, enough for an empty list, and a stream of all bytes. */
async function readStart(body: Readable): Promise<{ readonly start: Buffer; readonly whole: Readable }> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let isDone = false
  for (let size = 0; size <= emptyListBytes && !isDone; ) {
    const next = await chunks.next()
    isDone = next.done === true
    if (next.done) break
    read.push(next.value)
    size += next.value.byteLength
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* read
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    } finally {
      body.destroy()
    }
  }
  return { start: Buffer.concat(read), whole: Readable.from(all(), { objectMode: false }) }
}
