import { setImmediate } from 'node:timers/promises'
import { fileTypeFromStream } from 'file-type'
import { hasPdfHeader, pdfHeaderBytes } from '../domain/pdf-header.ts'

/** Detects the media type of a stream from as few bytes as possible, without storing them. */
export interface MediaTypeDetector {
  /** Takes the next bytes. @returns the type when it is certain, null when it is unknown, undefined when more bytes are needed */
  take(chunk: Uint8Array): Promise<string | null | undefined>
  /** Ends the bytes. @returns the type, or null when it is unknown */
  end(): Promise<string | null>
  /** Stops the detection. */
  stop(): void
}

/**
 * Uses only the signature in the bytes, not a name or a declared type. A file of no other known type is a PDF when the
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
    // Bytes that make the detector throw have no known type.
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
        // The detector has processed the chunk after one turn of the event loop. Without it, the result would come one
        // chunk later.
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
