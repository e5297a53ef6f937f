import { z } from 'zod'
import { type Headers, type StartedSimulator, startSimulator } from '../../../simulation/testing/start-simulator.ts'
import { createFinoosSimulator, type FinoosControl, type FinoosSimulatorOptions } from '../simulator.ts'
import type { Customer } from './customers.ts'

export interface TestSimulator extends StartedSimulator<FinoosControl> {
  /** The headers of a new token. */
  authenticate(customer?: Customer): Promise<Headers>
  /** Creates a user. @returns its id */
  user(type?: 'person' | 'company', scopes?: readonly string[]): Promise<string>
}

/** The instant at which every test begins: eleven o'clock in Berlin. */
export const testStart = '2026-03-05T10:00:01Z'

/** The return addresses of a session. */
export const addresses = {
  redirectURL: 'https://app.example/back?state=a%20b',
  errorURL: 'https://app.example/error',
  exitURL: 'https://app.example/exit?#top',
} as const

export const userIp = { 'user-ip': '203.0.113.7' } as const

export async function startTestSimulator(own: Partial<FinoosSimulatorOptions> = {}): Promise<TestSimulator> {
  const simulator = await startSimulator<FinoosControl>({
    at: testStart,
    create: options => createFinoosSimulator({ ...options, ...own }),
    toHeaders: () => ({}),
  })
  const { send } = simulator
  async function authenticate({ name, secret }: Customer = simulator.control.customer): Promise<Headers> {
    const { json } = await send('POST', '/auth', { name, secret }, {})
    return { authorization: z.object({ accessToken: z.string() }).parse(json).accessToken }
  }
  const authorized = await authenticate()
  return {
    ...simulator,
    headers: authorized,
    authenticate,
    send: (method, path, body, headers = authorized) => send(method, path, body, headers),
    async user(type = 'person', scopes) {
      const { json } = await send('POST', '/users', { type, scopes }, authorized)
      return z.object({ id: z.string() }).parse(json).id
    },
  }
}
