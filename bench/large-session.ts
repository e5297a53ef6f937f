import { Readable } from 'node:stream'
import type { AnalysisDriver } from '../src/providers/analysis-driver.ts'
import { finbox } from '../src/providers/finbox/provider.ts'
import { connectClient } from '../test/support/connect-client.ts'
import { startSessionVendor } from '../test/support/start-vendor.ts'

/** A vendor with sessions of statements, over HTTP on loopback. */
export interface LargeSession {
  /** The driver. The vendor finds one account in each document of the next session. */
  readonly driver: AnalysisDriver
  stop(): Promise<void>
}

/**
 * Starts FinBox's simulator in this process with the given number of documents and of transactions in each.
 *
 * @param whenTaken called after each batch with the number of transactions so far
 */
export async function createLargeSession(
  { documents, transactions }: { readonly documents: number; readonly transactions: number },
  whenTaken: (handedOver: number) => void,
): Promise<LargeSession> {
  const vendor = await startSessionVendor({ speed: 1_000_000 })
  const connected = connectClient(finbox, vendor.variables, () => new Date())
  const { driver } = connected
  for (let number = 0; number < documents; number++)
    void vendor.control.nextStatement({ accountSeed: `account ${number}`, country: 'IN', transactions })
  return {
    driver: {
      ...driver,
      // The documents of the bench have the same bytes, and a session accepts each document once.
      submit(job, checkpoint) {
        const distinct = job.documents.map(one => {
          const bytes = Buffer.from(`%PDF-1.7\n% ${one.document.id}\n`)
          return { ...one, byteSize: bytes.byteLength, open: async () => Readable.from([bytes]) }
        })
        return driver.submit({ ...job, documents: distinct }, checkpoint)
      },
      async *collect(job, checkpoint) {
        let handedOver = 0
        for await (const findings of driver.collect(job, checkpoint)) {
          yield findings
          handedOver += findings.transactions?.length ?? 0
          whenTaken(handedOver)
        }
      },
    },
    async stop() {
      await connected.close()
      await vendor.stop()
    },
  }
}
