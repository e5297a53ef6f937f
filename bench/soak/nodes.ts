import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { z } from 'zod'
import { type Answer, createGraphqlClient, type GraphqlClient } from '../../test/support/graphql-client.ts'
import { apiKey } from '../settings.ts'

/** Calls one of several nodes, and another one when it does not answer. */
export interface Nodes {
  readonly clients: readonly GraphqlClient[]
  readonly urls: readonly string[]
  /** The index of a random node. */
  pick(): number
  /**
   * The data of a repeatable operation. It is repeated until there is an answer without errors. @throws Error for a
   * permanent error
   */
  ask<Data>(shape: z.ZodType<Data>, query: string, variables: unknown): Promise<Data>
  /** The number of answers by error code, and `no answer` for calls that a kill ended. */
  readonly codes: ReadonlyMap<string, number>
  /** Each INTERNAL answer without a retry time. */
  readonly faults: readonly string[]
}

const mostTries = 150
const lasting: ReadonlySet<string> = new Set(['NOT_FOUND', 'BAD_USER_INPUT', 'QUERY_TOO_COMPLEX', 'INVALID_STATE'])

export function connectToNodes(urls: readonly string[]): Nodes {
  const clients = urls.map(url => createGraphqlClient({ url }, apiKey))
  const codes = new Map<string, number>()
  const count = (code: string) => codes.set(code, (codes.get(code) ?? 0) + 1)
  const faults: string[] = []
  const pick = () => randomInt(clients.length)

  async function tryOnce(query: string, variables: unknown): Promise<Answer | null> {
    const answer = await clients[pick()]?.answer(query, variables).catch(() => null)
    if (!answer) count('no answer')
    for (const { message, extensions } of answer?.errors ?? []) {
      // A bug. An INTERNAL error with a retry time means that the database did not answer in time.
      const isFault = extensions.code === 'INTERNAL' && typeof extensions.retryAfterSeconds !== 'number'
      count(isFault ? 'INTERNAL for good' : extensions.code)
      if (isFault)
        faults.push(`${message} (correlation ${String(extensions.correlationId)}: ${query.trim().slice(0, 60)}…)`)
    }
    return answer ?? null
  }

  return {
    clients,
    urls,
    pick,
    codes,
    faults,
    async ask(shape, query, variables) {
      let last = 'no answer'
      for (let tries = 0; tries < mostTries; tries += 1) {
        const answer = await tryOnce(query, variables)
        if (answer && !answer.errors) return shape.parse(answer.data)
        const [error] = answer?.errors ?? []
        last = error ? `${error.extensions.code}: ${error.message}` : 'no answer'
        if (error && lasting.has(error.extensions.code)) break
        await delay(200)
      }
      throw new Error(`${last} (${query.trim().slice(0, 60)}…)`)
    },
  }
}
