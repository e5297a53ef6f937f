import type { Readable } from 'node:stream'
import { UploadRefusal } from '../documents/upload-refusal.ts'

/** How long a sender may take. */
export interface BodyPace {
  /** Between two pieces, in milliseconds. */
  readonly idleMs: number
  /** From first to last, in milliseconds. */
  readonly totalMs: number
}

/**
 * The bytes of a request, as long as they keep coming. The request itself stays open when its reader stops early or
 * loses patience, so that it can still be answered.
 *
 * @throws UploadRefusal `too-slow`
 */
export async function* paceBody(body: Readable, { idleMs, totalMs }: BodyPace): AsyncGenerator<Uint8Array> {
  const pieces = body.iterator({ destroyOnReturn: false })
  const end = performance.now() + totalMs
  let waiting = false
  try {
    for (;;) {
      waiting = true
      const piece = await within(Math.min(idleMs, end - performance.now()), pieces.next())
      waiting = false
      if (piece.done) return
      yield piece.value
    }
  } finally {
    // An iterator that still waits cannot be ended; it does so with its connection.
    if (!waiting) await pieces.return?.()
  }
}

function within<Value>(milliseconds: number, piece: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const message = 'The bytes came too slowly. Send them again, to the same address.'
    const timer = setTimeout(() => reject(new UploadRefusal('too-slow', message)), milliseconds)
    piece.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
