import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { AssayError, ConnectionError, parseErrors } from './assay-error.ts'
import type { SubscriptionClient } from './subscription-client.ts'

export interface FollowOptions {
  /** Ends the subscription without an error when aborted. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs a subscription as a loop: `for await (const data of follow(…))`. Leaving the loop ends the subscription. Results
 * that arrive during the loop's body wait in memory.
 *
 * @throws AssayError the error with which the server ends it, such as CursorExpiredError, after earlier results were yielded
 */
export async function* follow<Data, Variables extends Record<string, unknown>>(
  client: SubscriptionClient,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { signal }: FollowOptions = {},
): AsyncGenerator<Data, void, undefined> {
  if (signal?.aborted) return
  const arrived: ({ readonly data: Data } | { readonly error: Error })[] = []
  let isOver = false
  let wake = () => {}
  const add = (arrival: (typeof arrived)[number]) => {
    arrived.push(arrival)
    wake()
  }
  const end = () => {
    isOver = true
    wake()
  }
  const unsubscribe = client.subscribe<Data>(
    { query: print(document), variables },
    {
      next({ data, errors }) {
        // An error in a field does not hide the other fields.
        if (data) add({ data })
        else add({ error: parseErrors(errors) ?? new AssayError('The server sent nothing.', { code: 'INTERNAL' }) })
      },
      error: cause => add({ error: toError(cause) }),
      complete: end,
    },
  )
  signal?.addEventListener('abort', end)
  try {
    while (!signal?.aborted) {
      const next = arrived.shift()
      if (next && 'error' in next) throw next.error
      if (next) yield next.data
      else if (isOver) return
      else await new Promise<void>(resolve => (wake = resolve))
    }
  } finally {
    signal?.removeEventListener('abort', end)
    unsubscribe()
  }
}

function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new ConnectionError('The subscription ended unexpectedly.', { cause })
}
