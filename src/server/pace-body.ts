import type { Readable } from 'node:stream'
import { UploadRefusal } from '../documents/upload-refusal.ts'
import { systemTimers, type Timers } from './timers.ts'

/** Time limits for the sender of a body. */
export interface BodyPace {
  /** Between two chunks, in milliseconds. */
  readonly idleMs: number
  /** From the first to the last chunk, in milliseconds. */
  readonly totalMs: number
}

/**
 * The bytes of a request, within time limits. The request stays open when its reader stops early or a limit is
 * exceeded, so that it can still be answered.
 *
 * @throws UploadRefusal `too-slow`, or the error of `tooSlow`
 */
export async function* paceBody(
  body: Readable,
  { idleMs, totalMs }: BodyPace,
  timers: Timers = systemTimers,
  tooSlow: () => Error = uploadTooSlow,
): AsyncGenerator<Uint8Array> {
  const pieces = body.iterator({ destroyOnReturn: false })
  const late = Promise.withResolvers<never>()
  late.promise.catch(() => {})
  const giveUp = () => late.reject(tooSlow())
  const cancelTotal = timers.after(totalMs, giveUp)
  let waiting = false
  try {
    for (;;) {
      waiting = true
      const cancelIdle = timers.after(idleMs, giveUp)
      const piece = await Promise.race([pieces.next(), late.promise]).finally(cancelIdle)
      waiting = false
      if (piece.done) return
      yield piece.value
    }
  } finally {
    cancelTotal()
    // An iterator that is waiting cannot be ended. It ends with its connection.
    if (!waiting) await pieces.return?.()
  }
}

function uploadTooSlow(): UploadRefusal {
  return new UploadRefusal('too-slow', 'The bytes came too slowly. Send them again to the same address.')
}
