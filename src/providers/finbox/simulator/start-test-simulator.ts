import { pino } from 'pino'
import { z } from 'zod'
import { createManualClock, type ManualClock } from '../../../simulation/testing/manual-clock.ts'
import { type Reply, toReply } from '../../../simulation/testing/reply.ts'
import type { SimulatorOptions } from '../../provider.ts'
import { createFinboxSimulator } from '../simulator.ts'
import type { FinboxControl, FinboxSimulatorOptions } from './control.ts'

type Headers = Readonly<Record<string, string>>

/** A simulator on a free port whose clock stands still, and the ways to call it. */
export interface TestSimulator {
  readonly control: FinboxControl
  readonly clock: ManualClock
  /** With the vendor's path. */
  readonly baseUrl: string
  /** Of the default client: key and server hash. */
  readonly headers: Headers
  readonly variables: Readonly<Record<string, string | undefined>>
  send(method: string, path: string, headers?: Headers, body?: string | FormData | URLSearchParams): Promise<Reply>
  get(path: string, headers?: Headers): Promise<Reply>
  /** A JSON body. */
  post(path: string, body?: unknown, headers?: Headers): Promise<Reply>
  /** Creates a session and answers its id. */
  session(members?: Readonly<Record<string, unknown>>): Promise<string>
  /** Uploads as multipart. @param fields laid over `upload_type`; undefined leaves one out */
  upload(sessionId: string, content: string | Uint8Array<ArrayBuffer>, fields?: UploadFields): Promise<Reply>
  /** Uploads each, closes the session and ends its processing. @returns its id */
  process(...contents: readonly string[]): Promise<string>
  stop(): Promise<void>
}

export type UploadFields = Readonly<Record<string, string | undefined>>

/** The instant at which every test begins. A session's range is then 5 September 2025 to 5 March 2026. */
export const testStart = '2026-03-05T10:00:01Z'

/** A PDF of these steering words and nothing else: a statement from India, and of the last quarter unless they name one. */
export function toPdf(words: string, more = ''): string {
  const quarter = /quarter-|years-ago/.test(words) ? '' : 'quarter-a '
  return `%PDF-1.7\n${more}\n% assay-simulate: country-in ${quarter}${words}\n`
}

export async function startTestSimulator(
  options: Partial<SimulatorOptions & FinboxSimulatorOptions> = {},
): Promise<TestSimulator> {
  const clock = createManualClock(testStart)
  const simulator = createFinboxSimulator({
    port: 0,
    speed: 1,
    logger: pino({ level: 'silent' }),
    webhookUrl: null,
    now: clock.now,
    setTimer: clock.setTimer,
    ...options,
  })
  const variables = await simulator.start()
  const { FINBOX_BASE_URL: baseUrl } = z.object({ FINBOX_BASE_URL: z.string() }).parse(variables)
  const { apiKey, serverHash } = simulator.control.client
  const headers = { 'x-api-key': apiKey, 'server-hash': serverHash }

  const self: TestSimulator = {
    control: simulator.control,
    clock,
    baseUrl,
    headers,
    variables,
    send: async (method, path, given = headers, body) =>
      toReply(await fetch(baseUrl + path, { method, headers: given, body: body ?? null, redirect: 'manual' })),
    get: (path, given) => self.send('GET', path, given),
    post: (path, body, given = headers) =>
      self.send(
        'POST',
        path,
        { 'content-type': 'application/json', ...given },
        body === undefined ? '' : JSON.stringify(body),
      ),
    async session(members = {}) {
      const { json } = await self.post('/session/', { link_id: 'case-1', api_key: apiKey, ...members })
      return z.object({ session_id: z.guid() }).parse(json).session_id
    },
    upload(sessionId, content, fields = {}) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ session_id: sessionId, upload_type: 'PDF', ...fields }))
        if (value !== undefined) form.append(name, value)
      form.append('file', new Blob([content], { type: 'application/pdf' }), 'doc_1.pdf')
      return self.send('POST', '/statement/upload_session/?identity=true', { 'x-api-key': apiKey }, form)
    },
    async process(...contents) {
      const id = await self.session()
      for (const content of contents) await self.upload(id, content)
      await self.post(`/session_data/${id}/initiate_processing/`)
      // A clock that moves would end attempts to reach a receiver.
      await simulator.control.webhooks.idle()
      simulator.control.finish(id)
      return id
    },
    stop: () => simulator.stop(),
  }
  return self
}
