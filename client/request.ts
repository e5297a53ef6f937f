import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { ConnectionError, parseErrors, readRefusal } from './assay-error.ts'
import { type HeaderSource, readHeaders } from './headers.ts'

export interface RequestOptions {
  /** The address of the API, such as `https://assay.example.com/graphql`. */
  readonly url: string
  readonly headers?: HeaderSource
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch
}

/**
 * Sends one query or mutation without a cache.
 *
 * @throws AssayError for the first of `errors[]`, also if there is data; ConnectionError when there is no answer
 */
export type Request = <Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options?: { readonly signal?: AbortSignal | undefined },
) => Promise<Data>

export function createRequest({ url, headers, fetch: ask = fetch }: RequestOptions): Request {
  return async (document, variables, { signal } = {}) => {
    const body = JSON.stringify({ query: print(document), variables })
    const accept = 'application/graphql-response+json'
    const init = {
      method: 'POST',
      headers: { ...(await readHeaders(headers)), accept, 'content-type': 'application/json' },
      body,
      signal: signal ?? null,
    }
    const response = await ask(url, init).catch(cause => {
      throw signal?.aborted ? signal.reason : new ConnectionError('The server cannot be reached.', { cause })
    })
    if (!response.ok) throw await readRefusal(response)
    const { data, errors } = await response.json()
    const error = parseErrors(errors)
    if (error) throw error
    return data
  }
}
