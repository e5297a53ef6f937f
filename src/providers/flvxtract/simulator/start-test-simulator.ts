import { pino } from 'pino'
import { z } from 'zod'
import { createManualClock, type ManualClock } from '../../../simulation/testing/manual-clock.ts'
import { type Reply, toReply } from '../../../simulation/testing/reply.ts'
import type { SimulatorOptions } from '../../provider.ts'
import { createFlvxtractSimulator } from '../simulator.ts'
import type { FlvxtractControl, FlvxtractSimulatorOptions } from './control.ts'

/** A simulator on a free port whose clock stands still, and the ways to call it. */
export interface TestSimulator {
  readonly control: FlvxtractControl
  readonly clock: ManualClock
  readonly baseUrl: string
  /** Headers of the default organisation's key pair. */
  readonly keys: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string | undefined>>
  /** As the default organisation, unless other headers are given. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>
  /** JSON unless the body is text. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>
  upload(content: string, fileName?: string, headers?: Readonly<Record<string, string>>): Promise<Reply>
  /** Uploads and answers the id. */
  uploadId(content: string, fileName?: string): Promise<string>
  stop(): Promise<void>
}

/** The instant at which every test begins: one second into a minute. */
export const testStart = '2026-03-05T10:00:01Z'

export async function startTestSimulator(
  options: Partial<SimulatorOptions & FlvxtractSimulatorOptions> = {},
): Promise<TestSimulator> {
  const clock = createManualClock(testStart)
  const logger = pino({ level: 'silent' })
  const simulator = createFlvxtractSimulator({
    port: 0,
    speed: 1,
    logger,
    webhookUrl: null,
    now: clock.now,
    setTimer: clock.setTimer,
    ...options,
  })
  const variables = await simulator.start()
  const { FLVXTRACT_BASE_URL: baseUrl } = z.object({ FLVXTRACT_BASE_URL: z.string() }).parse(variables)
  const { consumerKey, consumerSecret } = simulator.control.organisation
  const keys = { 'x-consumer-key': consumerKey, 'x-consumer-secret': consumerSecret }

  const upload = async (content: string, fileName = 'doc_1.pdf', headers: Readonly<Record<string, string>> = keys) =>
    toReply(
      await fetch(`${baseUrl}/api/statements/upload`, { method: 'POST', headers, body: toForm(content, fileName) }),
    )

  return {
    control: simulator.control,
    clock,
    baseUrl,
    keys,
    variables,
    get: async (path, headers = keys) => toReply(await fetch(baseUrl + path, { headers, redirect: 'manual' })),
    async post(path, body, headers = keys) {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const all = { 'content-type': 'application/json', ...headers }
      return toReply(await fetch(baseUrl + path, { method: 'POST', headers: all, body: text, redirect: 'manual' }))
    },
    upload,
    async uploadId(content, fileName) {
      return z.object({ id: z.string() }).parse((await upload(content, fileName)).json).id
    },
    stop: () => simulator.stop(),
  }
}

/** A form with the one part an upload has. */
export function toForm(content: string, fileName: string, part = 'file', type = 'application/pdf'): FormData {
  const form = new FormData()
  form.append(part, new Blob([content], { type }), fileName)
  return form
}
