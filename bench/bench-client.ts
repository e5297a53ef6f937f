import { Pool } from 'undici'
import type { Operation } from './operations.ts'
import { apiKey } from './settings.ts'

/** Asks one server. */
export interface BenchClient {
  readonly name: string
  readonly url: string
  /** Asks for an operation. @throws Error for any status but 200 */
  ask(operation: Operation, applicantId: string): Promise<void>
  /** The same, with the answer's text. */
  read(operation: Operation, applicantId: string): Promise<string>
  /** Hangs up. */
  stop(): Promise<void>
}

export interface BenchClientOptions {
  readonly name: string
  readonly url: string
  readonly protocol: 'graphql' | 'rest'
  readonly connections: number
}

export function connectTo({ name, url, protocol, connections }: BenchClientOptions): BenchClient {
  const pool = new Pool(url, { connections, pipelining: 1 })
  const headers = { 'content-type': 'application/json', 'x-api-key': apiKey }

  async function request({ path, query }: Operation, applicantId: string) {
    const answer =
      protocol === 'rest'
        ? await pool.request({ method: 'GET', path: `${path}?id=${applicantId}` })
        : await pool.request({
            method: 'POST',
            path: '/graphql',
            headers,
            body: JSON.stringify({ query, variables: { id: applicantId } }),
          })
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
