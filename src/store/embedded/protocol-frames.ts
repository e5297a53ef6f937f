/**
 * Cuts a client's byte stream into the messages of PostgreSQL's wire protocol. The first message has no type byte.
 * Source: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export function createFrameReader(): (chunk: Uint8Array) => Uint8Array[] {
  let pending = Buffer.alloc(0)
  let started = false
  return chunk => {
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk])
    const frames: Uint8Array[] = []
    for (;;) {
      const header = started ? 1 : 0
      if (pending.length < header + 4) return frames
      const end = header + pending.readUInt32BE(header)
      if (pending.length < end) return frames
      frames.push(pending.subarray(0, end))
      pending = pending.subarray(end)
      started = true
    }
  }
}
