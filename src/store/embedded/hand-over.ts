import type { MessagePort } from 'node:worker_threads'

/**
 * Gives bytes to another thread as one array. They are moved, not cloned: a small Buffer is a part of a pool of 64 kB,
 * and all of that would be cloned with it.
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
