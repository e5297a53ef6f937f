import { z } from 'zod'
import { type Reply, toReply } from '../../../simulation/testing/reply.ts'
import { type Headers, type StartedSimulator, startSimulator } from '../../../simulation/testing/start-simulator.ts'
import { type BankXrayControl, type BankXraySimulatorOptions, createBankXraySimulator } from '../simulator.ts'

export interface TestSimulator extends StartedSimulator<BankXrayControl> {
  /** Makes a request. @returns its id */
  request(): Promise<string>
  /** Makes a draft of a PDF. */
  medium(requestId: string, name?: 'bank_statement' | 'other'): Promise<Draft>
  /** Makes a request with these documents, all online. @returns its id */
  submit(...contents: readonly string[]): Promise<string>
}

export type Draft = z.infer<typeof draftShape>

const uploadShape = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()).default({}),
  method: z.string().default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
})
const draftShape = z
  .object({ medium: z.object({ id: z.string() }), upload: uploadShape })
  .transform(({ medium, upload }) => ({ id: medium.id, upload }))

export async function startTestSimulator(own: Partial<BankXraySimulatorOptions> = {}): Promise<TestSimulator> {
  const simulator = await startSimulator({
    at: '2026-03-05T10:00:01Z',
    create: options => createBankXraySimulator({ ...options, ...own }),
    toHeaders: ({ account: { userId, sessionToken } }) => ({ userId, sessionToken, 'October-Version': '2024-01-25' }),
  })
  const { post } = simulator
  const self: TestSimulator = {
    ...simulator,
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
  }
  return self
}

/** Sends the bytes of a document to the address of its draft. @param more parts that follow the file */
export async function sendForm({ upload }: Draft, content: string, more: Headers = {}): Promise<Reply> {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', new Blob([content], { type: 'application/pdf' }), 'doc_1.pdf')
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return toReply(await fetch(upload.url, { method: 'POST', body: form }))
}
