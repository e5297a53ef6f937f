import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

// Loaded into a node before its own code (--expose-gc --import). Returns the memory of the process after a garbage collection.

/** The bytes of the heap with external buffers, and of the whole process. */
export interface HeapReading {
  readonly held: number
  readonly rss: number
}

async function read(): Promise<HeapReading> {
  // The second collection frees the memory of finalizers.
  globalThis.gc?.()
  await delay(200)
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { held: heapUsed + external, rss }
}

const port = Number(process.env.HEAP_PROBE_PORT)
createServer((_request, response) => void read().then(reading => response.end(JSON.stringify(reading))))
  .listen(port, '127.0.0.1')
  .unref()
