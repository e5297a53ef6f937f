import { Readable } from 'node:stream'
import type { ProviderCall } from './provider-http.ts'

/** Whether the transport may send the call more than once: it is marked repeatable and its body is not a stream. */
export function canRepeat(call: ProviderCall): boolean {
  return call.repeatable && !(call.body instanceof Readable)
}
