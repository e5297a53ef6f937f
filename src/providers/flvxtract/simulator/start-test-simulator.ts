import { z } from 'zod'
import type { Reply } from '../../../simulation/testing/reply.ts'
import { type Headers, type StartedSimulator, startSimulator } from '../../../simulation/testing/start-simulator.ts'
import { createFlvxtractSimulator, type FlvxtractControl, type FlvxtractSimulatorOptions } from '../simulator.ts'

export interface TestSimulator extends StartedSimulator<FlvxtractControl> {
  upload(content: string, fileName?: string, headers?: Headers): Promise<Reply>
  /** Uploads a file. @returns the statement's id */
  uploadId(content: string, fileName?: string): Promise<string>
}

/** The instant at which every test begins: one second into a minute. */
export const testStart = '2026-03-05T10:00:01Z'

export async function startTestSimulator(own: Partial<FlvxtractSimulatorOptions> = {}): Promise<TestSimulator> {
  const simulator = await startSimulator({
    at: testStart,
    create: options => createFlvxtractSimulator({ ...options, ...own }),
    toHeaders: ({ organisation }) => toKeys(organisation),
  })
  const upload = (content: string, fileName = 'doc_1.pdf', headers?: Headers) =>
    simulator.post('/api/statements/upload', toForm(content, fileName), headers)
  return {
    ...simulator,
    upload,
    async uploadId(content, fileName) {
      return z.object({ id: z.string() }).parse((await upload(content, fileName)).json).id
    },
  }
}

/** The headers of a key pair. */
export function toKeys({ consumerKey, consumerSecret }: FlvxtractControl['organisation']): Headers {
  return { 'x-consumer-key': consumerKey, 'x-consumer-secret': consumerSecret }
}

/** A form with the one part that an upload has. */
export function toForm(content: string, fileName: string, part = 'file', type = 'application/pdf'): FormData {
  const form = new FormData()
  form.append(part, new Blob([content], { type }), fileName)
  return form
}
