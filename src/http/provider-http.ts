import type { Readable } from 'node:stream'

/** One limit of a vendor: a number of calls in a span of time. */
export interface BudgetRule {
  readonly limit: number
  readonly perMs: number
}

/** A provider's limits by name; `default` covers every call that names none. */
export type BudgetRules = Readonly<Record<string, BudgetRule>>

/** One call to a provider. */
export interface ProviderCall {
  /** Its name in logs and traces: `upload statement`. */
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The path below the base URL, with a leading `/` and encoded parameters. */
  readonly path: string
  /**
   * An address that the vendor gave, such as that of a store for uploads, instead of base URL, path and query. It has
   * no budget and only the headers given here. Its path may contain a secret.
   */
  readonly url?: URL
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  /**
   * The name of the vendor's header for a tracing id. It gets the correlation id of the request or job that makes the
   * call, and is left out when there is none.
   */
  readonly correlationHeader?: string
  /** A call with a stream is never repeated by the transport. */
  readonly body?: string | Uint8Array | Readable
  /** The budget that it counts against; `default` when absent. */
  readonly budget?: string
  /**
   * The longest that the call may take in milliseconds, including all attempts, waits and the answer's body; for
   * `stream` until the headers. 30 s when absent. If the size of the call's body is known, its time at 1 Mbit/s is
   * added.
   */
  readonly timeoutMs?: number
  /**
   * When aborted, the call (for `stream` also the body) ends at once with PROVIDER_TIMEOUT and its connection is
   * closed. An aborted call does not affect the provider's health.
   */
  readonly signal?: AbortSignal
  /**
   * Whether the call may be sent again after an unknown outcome or a 5xx. True for calls that only read.
   */
  readonly repeatable: boolean
  /** Statuses of 500 and above that are an answer to this call and not an outage of the provider. */
  readonly answers?: readonly number[]
  /** The statuses by which the vendor refuses the account's credentials. Default: 401. */
  readonly unauthorized?: readonly number[]
  /** The size of the largest accepted answer. Default: 10 MB for `send`, 512 MB for `stream`. */
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
 * Calls to one account of one provider. Answers are returned with any status except 429, which is always an AppError
 * PROVIDER_RATE_LIMITED. A missing answer is PROVIDER_TIMEOUT or PROVIDER_UNAVAILABLE; `wasNotSent` says whether such a
 * call certainly did not reach the provider.
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
   * An address that the vendor named, if it is allowed; see `VendorAddresses`.
   * @throws AppError PROVIDER_BAD_RESPONSE
   */
  vendorAddress(address: string): URL
}
