import { pino } from 'pino'
import { z } from 'zod'
import { createManualClock, type ManualClock } from '../../../simulation/testing/manual-clock.ts'
import { type Reply, toReply } from '../../../simulation/testing/reply.ts'
import type { SimulatorOptions } from '../../provider.ts'
import { createBankXraySimulator } from '../simulator.ts'
import type { BankXrayControl, BankXraySimulatorOptions } from './control.ts'

type Headers = Readonly<Record<string, string>>

/** A simulator on a free port whose clock stands still, and the ways to call it. */
export interface TestSimulator {
  readonly control: BankXrayControl
  readonly clock: ManualClock
  readonly baseUrl: string
  /** The default account's three headers. */
  readonly headers: Headers
  readonly variables: Readonly<Record<string, string | undefined>>
  /** As the default account, unless other headers are given. */
  get(path: string, headers?: Headers): Promise<Reply>
  /** JSON unless the body is text. */
  post(path: string, body: unknown, headers?: Headers): Promise<Reply>
  /** A new request's id. */
  request(): Promise<string>
  /** A new draft of a PDF. */
  medium(requestId: string, name?: 'bank_statement' | 'other'): Promise<Draft>
  /** A request with these documents, all online. @returns its id */
  submit(...contents: readonly string[]): Promise<string>
  stop(): Promise<void>
}

export type Draft = z.infer<typeof draftShape>

/** The instant at which every test begins. */
export const testStart = '2026-03-05T10:00:01Z'

const uploadShape = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()).default({}),
  method: z.string().default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
})
const draftShape = z
  .object({ medium: z.object({ id: z.string() }), upload: uploadShape })
  .transform(({ medium, upload }) => ({ id: medium.id, upload }))

export async function startTestSimulator(
  options: Partial<SimulatorOptions & BankXraySimulatorOptions> = {},
): Promise<TestSimulator> {
  const clock = createManualClock(testStart)
  const simulator = createBankXraySimulator({
    port: 0,
    speed: 1,
    logger: pino({ level: 'silent' }),
    webhookUrl: null,
    now: clock.now,
    setTimer: clock.setTimer,
    ...options,
  })
  const variables = await simulator.start()
  const { BANK_XRAY_BASE_URL: baseUrl } = z.object({ BANK_XRAY_BASE_URL: z.string() }).parse(variables)
  const { userId, sessionToken } = simulator.control.account
  const headers = { userId, sessionToken, 'October-Version': '2024-01-25' }

  const post: TestSimulator['post'] = async (path, body, given = headers) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const all = { 'content-type': 'application/json', ...given }
    return toReply(await fetch(baseUrl + path, { method: 'POST', headers: all, body: text }))
  }
  const self: TestSimulator = {
    control: simulator.control,
    clock,
    baseUrl,
    headers,
    variables,
    get: async (path, given = headers) => toReply(await fetch(baseUrl + path, { headers: given })),
    post,
    async request() {
      const { json } = await post('/requests', { code: { type: 'siren', id: '123456782' } })
      return z.object({ request: z.object({ id: z.string() }) }).parse(json).request.id
    },
    async medium(requestId, name = 'bank_statement') {
      const meta = { name: 'doc_1.pdf', size: 20, type: 'application/pdf' }
      return draftShape.parse((await post('/media', { name, type: 'document', meta, request: requestId })).json)
    },
    async submit(...contents) {
      const requestId = await self.request()
      const drafts: Draft[] = []
      for (const content of contents) {
        const draft = await self.medium(requestId)
        await sendForm(draft, content)
        drafts.push(draft)
      }
      for (const draft of drafts) await post(`/media/${draft.id}`, { status: 'online' })
      return requestId
    },
    stop: () => simulator.stop(),
  }
  return self
}

/** Sends the bytes of a document where its draft says. @param more parts that follow the file */
export async function sendForm({ upload }: Draft, content: string, more: Headers = {}): Promise<Reply> {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', new Blob([content], { type: 'application/pdf' }), 'doc_1.pdf')
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return toReply(await fetch(upload.url, { method: 'POST', body: form }))
}
