import type { ProviderCall } from './provider-http.ts'

/** The slowest expected speed for sent bodies, in bytes per second: 1 Mbit/s. */
const slowestUpload = 128 * 1024
/** The same for received bodies. Vendors may compute a result while they send it. */
const slowestDownload = 16 * 1024

/** How long a call may take, in milliseconds: `answerMs` plus the time that its body takes at the slowest speed. */
export function callTimeMs(call: ProviderCall, answerMs: number): number {
  return answerMs + Math.ceil((bodyBytes(call) / slowestUpload) * 1000)
}

/** How long receiving these bytes may take, in milliseconds: `graceMs` plus their time at the slowest speed. */
export function receiptTimeMs(bytes: number, graceMs: number): number {
  return graceMs + Math.ceil((bytes / slowestDownload) * 1000)
}

/** The size of the body; 0 when it is not known before the body is sent. */
function bodyBytes({ body, headers = {} }: ProviderCall): number {
  if (typeof body === 'string') return Buffer.byteLength(body)
  if (body instanceof Uint8Array) return body.byteLength
  const announced = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  return body !== undefined && announced !== undefined && /^\d+$/.test(announced) ? Number(announced) : 0
}
