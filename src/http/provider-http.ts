import type { Readable } from 'node:stream'

/** One limit of a vendor: so many calls in a span of time. */
export interface BudgetRule {
  readonly limit: number
  readonly perMs: number
}

/** A provider's limits by name; `default` covers every call that names none. */
export type BudgetRules = Readonly<Record<string, BudgetRule>>

/** One call to a provider. */
export interface ProviderCall {
  /** What it is for, in logs and traces: `upload statement`. */
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the base URL, beginning with `/`; path parameters already encoded. */
  readonly path: string
  /**
   * Another address in the place of base URL, path and query: one that the vendor gave, such as of a store for uploads. Draws
   * on no budget, since it is not the vendor's, and carries only the headers given here. Its path may hold a secret.
   */
  readonly url?: URL
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  /**
   * Name of the header in which the vendor takes an id for tracing. It carries the correlation id of the request or job on
   * whose behalf the call is made, and is left out when there is none.
   */
  readonly correlationHeader?: string
  /** A stream is sent as it comes and makes the call unrepeatable by the transport. */
  readonly body?: string | Uint8Array | Readable
  /** Which limit it draws on; `default` when absent. */
  readonly budget?: string
  /**
   * The longest the call may take, in milliseconds, attempts, waits and the answer's body included; for `stream` until the
   * headers. 30 s when absent. The time that the call's own body takes at 1 Mbit/s is added, where its size is known.
   */
  readonly timeoutMs?: number
  /**
   * Ends the call at once when it is aborted, whatever it waits for, and closes its connection: PROVIDER_TIMEOUT. For `stream`
   * the body too. A call that is given up says nothing of the provider.
   */
  readonly signal?: AbortSignal
  /**
   * Whether a call whose outcome is unknown, or that was answered 5xx, may simply be sent again. True for reading;
   * a call that changes something at the vendor says so itself.
   */
  readonly repeatable: boolean
  /** Statuses of 500 and above that are an answer to this call rather than an outage of the provider. */
  readonly answers?: readonly number[]
  /** Statuses by which the vendor refuses the account's credentials; 401 unless told. */
  readonly unauthorized?: readonly number[]
  /** Largest answer that is received: 10 MB for `send` and 512 MB for `stream` unless told. */
  readonly maxBytes?: number
}

export interface ProviderAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface StreamedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable
}

/**
 * Calls to one account of one provider. Answers of every status come back as they are, but 429, which is always an
 * AppError PROVIDER_RATE_LIMITED. No answer at all is PROVIDER_TIMEOUT or PROVIDER_UNAVAILABLE; `wasNotSent` tells
 * whether such a call certainly did not reach the provider.
 */
export interface ProviderHttp {
  /** The whole answer, at most `maxBytes`, else PROVIDER_BAD_RESPONSE. */
  send(call: ProviderCall): Promise<ProviderAnswer>
  /**
   * The answer as it arrives, for large results. The body must be read or destroyed; it fails with PROVIDER_TIMEOUT when the
   * provider sends less than 16 kB a second for longer than 30 s in all, or after an hour.
   */
  stream(call: ProviderCall): Promise<StreamedAnswer>
  /**
   * An address that the vendor named, when it may be used and handed on; see `VendorAddresses`.
   * @throws AppError PROVIDER_BAD_RESPONSE
   */
  vendorAddress(address: string): URL
}
