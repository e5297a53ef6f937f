import { Readable } from 'node:stream'
import type { ProviderCall, ProviderHttp } from '../provider-http.ts'
import { createVendorAddresses } from '../vendor-addresses.ts'

export interface FakeAnswer {
  readonly status: number
  readonly json?: unknown
}

export interface FakeHttp extends ProviderHttp {
  /** Every call so far, in order. */
  readonly calls: readonly ProviderCall[]
}

/** A transport that answers from memory in the next turn of the event loop. */
export function createFakeHttp(answer: (call: ProviderCall) => FakeAnswer): FakeHttp {
  const calls: ProviderCall[] = []

  async function take(call: ProviderCall) {
    calls.push(call)
    const { status, json } = answer(call)
    await new Promise(resolve => setImmediate(resolve))
    return { status, headers: {}, body: Buffer.from(json === undefined ? '' : JSON.stringify(json)) }
  }

  const addresses = createVendorAddresses({ provider: 'fake', baseUrl: 'https://api.vendor.example' })
  return {
    calls,
    vendorAddress: address => addresses.check(address),
    send: take,
    async stream(call) {
      const { body, ...rest } = await take(call)
      return { ...rest, body: Readable.from([body]) }
    },
  }
}
