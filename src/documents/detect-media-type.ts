import { setImmediate } from 'node:timers/promises'
import { fileTypeFromStream } from 'file-type'
import { hasPdfHeader, pdfHeaderBytes } from '../domain/pdf-header.ts'

/** Tells the type of bytes that pass by, from as few of them as it takes, and without keeping them. */
export interface MediaTypeDetector {
  /** Looks at the next bytes; answers the type once it is certain: undefined means not yet, null that it is unknown. */
  take(chunk: Uint8Array): Promise<string | null | undefined>
  /** There are no more bytes. */
  end(): Promise<string | null>
  /** Gives up. */
  stop(): void
}

/**
 * By the marks in the bytes themselves; a name or a declared type plays no part. A file of no other known type is a PDF when the
 * header of a PDF begins within its first 1,024 bytes: mail programs, printers and web servers leave line breaks, PJL or HTTP
 * headers before it, and readers skip them.
 */
export function createMediaTypeDetector(): MediaTypeDetector {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  // The writer ends with the reader, which stops reading as soon as it knows enough.
  writer.closed.catch(() => {})
  let start = Buffer.alloc(0)
  let verdict: string | null | undefined
  const detected = fileTypeFromStream(readable)
    .then(type => type?.mime ?? null)
    // Bytes that the detector trips over are of no type that it knows.
    .catch(() => null)
    .then(type => {
      verdict = type
      return type
    })

  function decide(type: string | null): string | null {
    return type ?? (hasPdfHeader(start) ? 'application/pdf' : null)
  }

  return {
    async take(chunk) {
      if (start.length < pdfHeaderBytes)
        start = Buffer.concat([start, chunk.subarray(0, pdfHeaderBytes - start.length)])
      if (verdict === undefined) {
        await Promise.race([writer.write(chunk).catch(() => {}), detected])
        // Within one turn of the event loop the detector has come to an end with them; else it would decide a chunk late.
        await setImmediate()
      }
      if (verdict === undefined) return undefined
      const type = decide(verdict)
      return type === null && start.length < pdfHeaderBytes ? undefined : type
    },
    async end() {
      if (verdict === undefined) await writer.close().catch(() => {})
      return decide(await detected)
    },
    stop() {
      writer.abort().catch(() => {})
    },
  }
}
