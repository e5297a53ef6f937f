import { pino } from 'pino'
import { z } from 'zod'
import { createManualClock, type ManualClock } from '../../../simulation/testing/manual-clock.ts'
import { type Reply, toReply } from '../../../simulation/testing/reply.ts'
import type { SimulatorOptions } from '../../provider.ts'
import { createFinovoxSimulator } from '../simulator.ts'
import type { FinovoxControl, FinovoxSimulatorOptions } from './control.ts'

type Headers = Readonly<Record<string, string>>

/** A simulator on a free port whose clock stands still, and the ways to call it. */
export interface TestSimulator {
  readonly control: FinovoxControl
  readonly clock: ManualClock
  readonly baseUrl: string
  /** The header of the default account. */
  readonly key: Headers
  readonly variables: Readonly<Record<string, string | undefined>>
  /** As the default account, unless other headers are given. */
  get(path: string, headers?: Headers): Promise<Reply>
  /** JSON unless the body is text or a form. */
  post(path: string, body: unknown, headers?: Headers): Promise<Reply>
  /** An asynchronous folder of these contents. @returns its token */
  token(...contents: readonly string[]): Promise<string>
  retrieve(token: string, headers?: Headers): Promise<Reply>
  stop(): Promise<void>
}

/** The instant at which every test begins: one second into a minute. */
export const testStart = '2026-04-20T12:30:01Z'

export async function startTestSimulator(
  options: Partial<SimulatorOptions & FinovoxSimulatorOptions> = {},
): Promise<TestSimulator> {
  const clock = createManualClock(testStart)
  const logger = pino({ level: 'silent' })
  const { now, setTimer } = clock
  const simulator = createFinovoxSimulator({ port: 0, speed: 1, logger, webhookUrl: null, now, setTimer, ...options })
  const variables = await simulator.start()
  const { FINOVOX_BASE_URL: baseUrl } = z.object({ FINOVOX_BASE_URL: z.string() }).parse(variables)
  const key = { 'api-key': simulator.control.account.apiKey }

  async function post(path: string, body: unknown, headers: Headers = key): Promise<Reply> {
    if (body instanceof FormData) return toReply(await fetch(baseUrl + path, { method: 'POST', headers, body }))
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const all = { 'content-type': 'application/json', ...headers }
    return toReply(await fetch(baseUrl + path, { method: 'POST', headers: all, body: text }))
  }

  return {
    control: simulator.control,
    clock,
    baseUrl,
    key,
    variables,
    get: async (path, headers = key) => toReply(await fetch(baseUrl + path, { headers })),
    post,
    async token(...contents) {
      const files = contents.map((content, index): [string, string] => [`doc_${index + 1}.pdf`, content])
      const { json } = await post('/case', toFolder(Object.fromEntries(files), { asynchronous: true }))
      return z.object({ retrieve_token: z.string() }).parse(json).retrieve_token
    },
    retrieve: (token, headers) => post('/case/retrieve', { retrieve_token: token }, headers),
    stop: () => simulator.stop(),
  }
}

/** A form of files by their names, with a payload unless that is null. */
export function toFolder(files: Readonly<Record<string, string>>, payload: unknown = {}): FormData {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('documents', new Blob([content]), name)
  if (payload !== null) form.append('payload', typeof payload === 'string' ? payload : JSON.stringify(payload))
  return form
}
