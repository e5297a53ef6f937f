import { setImmediate } from 'node:timers/promises'
import { fileTypeFromStream } from 'file-type'

/** Tells the type of bytes that pass by, from as few of them as it takes, and without keeping them. */
export interface MediaTypeDetector {
  /** Looks at the next bytes; answers the type once it is certain: undefined means not yet, null that it is unknown. */
  take(chunk: Uint8Array): Promise<string | null | undefined>
  /** There are no more bytes. */
  end(): Promise<string | null>
  /** Gives up. */
  stop(): void
}

/** By the marks in the bytes themselves; a name or a declared type plays no part. */
export function createMediaTypeDetector(): MediaTypeDetector {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  // The writer ends with the reader, which stops reading as soon as it knows enough.
  writer.closed.catch(() => {})
  let verdict: string | null | undefined
  const detected = fileTypeFromStream(readable)
    .then(type => type?.mime ?? null)
    // Bytes that the detector trips over are of no type that it knows.
    .catch(() => null)
    .then(type => {
      verdict = type
      return type
    })

  return {
    async take(chunk) {
      if (verdict !== undefined) return verdict
      await Promise.race([writer.write(chunk).catch(() => {}), detected])
      // Within one turn of the event loop the detector has come to an end with them; else it would decide a chunk late.
      await setImmediate()
      return verdict
    },
    async end() {
      if (verdict === undefined) await writer.close().catch(() => {})
      return detected
    },
    stop() {
      writer.abort().catch(() => {})
    },
  }
}
