import { z } from 'zod'
import type { Reply } from '../../../simulation/testing/reply.ts'
import { type Headers, type StartedSimulator, startSimulator } from '../../../simulation/testing/start-simulator.ts'
import { createFinovoxSimulator, type FinovoxControl, type FinovoxSimulatorOptions } from '../simulator.ts'

export interface TestSimulator extends StartedSimulator<FinovoxControl> {
  /** Sends an asynchronous folder with these contents. @returns its token */
  token(...contents: readonly string[]): Promise<string>
  retrieve(token: string, headers?: Headers): Promise<Reply>
}

export async function startTestSimulator(own: Partial<FinovoxSimulatorOptions> = {}): Promise<TestSimulator> {
  const simulator = await startSimulator({
    at: '2026-04-20T12:30:01Z',
    create: options => createFinovoxSimulator({ ...options, ...own }),
    toHeaders: ({ account }) => ({ 'api-key': account.apiKey }),
  })
  return {
    ...simulator,
    async token(...contents) {
      const files = contents.map((content, index): [string, string] => [`doc_${index + 1}.pdf`, content])
      const { json } = await simulator.post('/case', toFolder(Object.fromEntries(files), { asynchronous: true }))
      return z.object({ retrieve_token: z.string() }).parse(json).retrieve_token
    },
    retrieve: (token, headers) => simulator.post('/case/retrieve', { retrieve_token: token }, headers),
  }
}

/** A form of files by their names, with a payload unless that is null. */
export function toFolder(files: Readonly<Record<string, string>>, payload: unknown = {}): FormData {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('documents', new Blob([content]), name)
  if (payload !== null) form.append('payload', typeof payload === 'string' ? payload : JSON.stringify(payload))
  return form
}
