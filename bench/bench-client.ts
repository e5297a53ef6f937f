import { Pool } from 'undici'
import type { Operation } from './operations.ts'
import { apiKey } from './settings.ts'

/** GraphQL by POST, or a hand-written route by GET or POST. */
export type Protocol = 'graphql' | 'get' | 'post'

/** A client of one server. */
export interface BenchClient {
  readonly name: string
  readonly url: string
  /** Sends an operation. @throws Error for any status but 200 */
  ask(operation: Operation, applicantId: string): Promise<void>
  /** The same. @returns the text of the answer */
  read(operation: Operation, applicantId: string): Promise<string>
  /** Closes the connections. */
  stop(): Promise<void>
}

export interface BenchClientOptions {
  readonly name: string
  readonly url: string
  readonly protocol: Protocol
  readonly connections: number
}

export function connectTo({ name, url, protocol, connections }: BenchClientOptions): BenchClient {
  const pool = new Pool(url, { connections, pipelining: 1 })
  const headers = { 'content-type': 'application/json', 'x-api-key': apiKey }

  async function request({ path, query }: Operation, applicantId: string) {
    const post = (at: string, body: unknown) =>
      pool.request({ method: 'POST', path: at, headers, body: JSON.stringify(body) })
    const answer = await {
      get: () => pool.request({ method: 'GET', path: `${path}?id=${applicantId}` }),
      post: () => post(path, { id: applicantId }),
      graphql: () => post('/graphql', { query, variables: { id: applicantId } }),
    }[protocol]()
    if (answer.statusCode !== 200) throw new Error(`${name} answered ${answer.statusCode}: ${await answer.body.text()}`)
    return answer.body
  }

  return {
    name,
    url,
    ask: async (operation, applicantId) =>
      (await request(operation, applicantId)).dump({ limit: Number.MAX_SAFE_INTEGER }),
    read: async (operation, applicantId) => (await request(operation, applicantId)).text(),
    stop: () => pool.destroy(),
  }
}
