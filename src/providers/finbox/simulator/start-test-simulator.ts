import { z } from 'zod'
import type { Reply } from '../../../simulation/testing/reply.ts'
import { type StartedSimulator, startSimulator } from '../../../simulation/testing/start-simulator.ts'
import { createFinboxSimulator, type FinboxControl, type FinboxSimulatorOptions } from '../simulator.ts'

/** The base address includes the vendor's path. The headers are the key and the server hash of the default client. */
export interface TestSimulator extends StartedSimulator<FinboxControl> {
  /** Creates a session. @returns its id */
  session(members?: Readonly<Record<string, unknown>>): Promise<string>
  /** Uploads as multipart. @param fields added to `upload_type`; undefined leaves one out */
  upload(sessionId: string, content: string | Uint8Array<ArrayBuffer>, fields?: UploadFields): Promise<Reply>
  /** Creates a session with these documents and ends its processing. @returns its id */
  process(...contents: readonly string[]): Promise<string>
}

export type UploadFields = Readonly<Record<string, string | undefined>>

/** When every test begins. The default period of a session is then 5 September 2025 to 5 March 2026. */
export const testStart = '2026-03-05T10:00:01Z'

/** A PDF with these steering words only: a statement from India, of the last quarter unless they name one. */
export function toPdf(words: string, more = ''): string {
  const quarter = /quarter-|years-ago/.test(words) ? '' : 'quarter-a '
  return `%PDF-1.7\n${more}\n% assay-simulate: country-in ${quarter}${words}\n`
}

export async function startTestSimulator(own: Partial<FinboxSimulatorOptions> = {}): Promise<TestSimulator> {
  const simulator = await startSimulator({
    at: testStart,
    create: options => createFinboxSimulator({ ...options, ...own }),
    toHeaders: ({ client }) => ({ 'x-api-key': client.apiKey, 'server-hash': client.serverHash }),
  })
  const { control, post } = simulator
  const { apiKey } = control.client

  const self: TestSimulator = {
    ...simulator,
    async session(members = {}) {
      const { json } = await post('/session/', { link_id: 'case-1', api_key: apiKey, ...members })
      return z.object({ session_id: z.guid() }).parse(json).session_id
    },
    upload(sessionId, content, fields = {}) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ session_id: sessionId, upload_type: 'PDF', ...fields }))
        if (value !== undefined) form.append(name, value)
      form.append('file', new Blob([content], { type: 'application/pdf' }), 'doc_1.pdf')
      return post('/statement/upload_session/?identity=true', form, { 'x-api-key': apiKey })
    },
    async process(...contents) {
      const id = await self.session()
      for (const content of contents) await self.upload(id, content)
      await post(`/session_data/${id}/initiate_processing/`, '')
      // Advancing the clock during an attempt would make it time out.
      await control.webhooks.idle()
      control.finish(id)
      return id
    },
  }
  return self
}
