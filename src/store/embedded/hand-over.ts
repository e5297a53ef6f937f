import type { MessagePort } from 'node:worker_threads'

/**
 * Sends bytes to another thread as one array that is transferred, not cloned: a small Buffer is part of a pool of 64
 * kB, which would be cloned as a whole.
 */
export function handOver(port: MessagePort, parts: readonly Uint8Array[]): void {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  port.postMessage(bytes, [bytes.buffer])
}
