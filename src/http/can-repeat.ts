import { Readable } from 'node:stream'
import type { ProviderCall } from './provider-http.ts'

/** Whether the transport may send the call more than once: the caller says so, and its body can be had again. */
export function canRepeat(call: ProviderCall): boolean {
  return call.repeatable && !(call.body instanceof Readable)
}
