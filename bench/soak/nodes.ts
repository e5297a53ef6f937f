import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { z } from 'zod'
import { type Answer, createGraphqlClient, type GraphqlClient } from '../../test/support/graphql-client.ts'
import { apiKey } from '../settings.ts'

/** Asks one of several nodes, and another one when that does not answer. */
export interface Nodes {
  readonly clients: readonly GraphqlClient[]
  readonly urls: readonly string[]
  /** Any of them. */
  pick(): number
  /**
   * The data of an operation. Repeated until there is an answer without errors, so it has to be one that can be repeated.
   * @throws Error for an error that repeating does not help, or that lasts
   */
  ask<Data>(shape: z.ZodType<Data>, query: string, variables: unknown): Promise<Data>
  /** How often each error code was answered, and `no answer` for calls that a kill ended. */
  readonly codes: ReadonlyMap<string, number>
  /** Each answer INTERNAL that does not say when to come back. */
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
      // A fault of ours; one that says when to come back is of the database, which did not answer in time.
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
