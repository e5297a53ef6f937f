import { Readable } from 'node:stream'
import { streamJson } from '../../../http/stream-json.ts'
import type { Findings } from '../../findings.ts'
import { type CollectionContext, collectFindings } from '../collection.ts'
import { headPaths, parseTransaction, readReportHead, transactionPaths } from '../payloads.ts'
import { createFakeVendor } from './fake-vendor.ts'

const open = (text: string | Buffer) => Readable.from([Buffer.from(text)])

/** The findings of a report that is answered with this text. */
export function collectText(text: string | Buffer, context: CollectionContext): Promise<readonly Findings[]> {
  const vendor = createFakeVendor()
  vendor.reportHead = () => readReportHead(streamJson(open(text), headPaths))
  vendor.transactions = async function* () {
    for await (const part of streamJson(open(text), transactionPaths)) yield parseTransaction(part)
  }
  return Array.fromAsync(collectFindings(vendor, context))
}
