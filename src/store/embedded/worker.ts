import { openAsBlob } from 'node:fs'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { z } from 'zod'
import { handOver } from './hand-over.ts'
import { createFrameReader } from './protocol-frames.ts'

// PGlite runs on the thread that calls it. In a thread of its own, a heavy query does not block the main thread.

const dataSchema = z.object({ directory: z.string().nullable(), image: z.string().nullable() })

const { directory, image } = dataSchema.parse(workerData)
const database = await PGlite.create({
  // The engine clears its buffers when it starts. For the default of 128 MiB that takes longer than the rest of the start.
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
  ...(directory === null ? {} : { dataDir: directory }),
  ...(image === null ? {} : { loadDataDir: await openAsBlob(image) }),
})

function serve(port: MessagePort): void {
  const readFrames = createFrameReader()
  port.on('message', (chunk: Uint8Array) => {
    handOver(
      port,
      readFrames(chunk).map(frame => database.execProtocolRawSync(frame)),
    )
  })
  port.on('close', () => {
    // A connection that was closed during a transaction must not leave the transaction open for the next one.
    database.execProtocolRawSync(simpleQuery('rollback'))
  })
}

function simpleQuery(text: string): Uint8Array {
  const body = Buffer.from(`${text}\0`)
  const frame = Buffer.alloc(5)
  frame.write('Q')
  frame.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([frame, body])
}

parentPort?.on('message', (message: MessagePort | 'stop') => {
  if (message !== 'stop') return serve(message)
  void database.close().then(() => process.exit(0))
})
parentPort?.postMessage('ready')
