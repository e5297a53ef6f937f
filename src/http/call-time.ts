import type { ProviderCall } from './provider-http.ts'

/** What a line must carry at least, in bytes per second, for a body of ours that is sent: 1 Mbit/s. */
const slowestUpload = 128 * 1024
/** The same for a body that is received. Vendors may make a result while they send it. */
const slowestDownload = 16 * 1024

/** How long a call may take, in milliseconds: `answerMs`, and beside it the time that its own body takes on a slow line. */
export function callTimeMs(call: ProviderCall, answerMs: number): number {
  return answerMs + Math.ceil((bodyBytes(call) / slowestUpload) * 1000)
}

/** How long a sender may be waited for, in milliseconds, until it has sent so many bytes: `graceMs`, and what they take on a slow line. */
export function receiptTimeMs(bytes: number, graceMs: number): number {
  return graceMs + Math.ceil((bytes / slowestDownload) * 1000)
}

/** As far as it is known before the body is sent; 0 when it is not. */
function bodyBytes({ body, headers = {} }: ProviderCall): number {
  if (typeof body === 'string') return Buffer.byteLength(body)
  if (body instanceof Uint8Array) return body.byteLength
  const announced = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  return body !== undefined && announced !== undefined && /^\d+$/.test(announced) ? Number(announced) : 0
}
