import { type Logger, pino } from 'pino'
import type { Clock } from '../clock.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { type Reply, toReply } from './reply.ts'

export type Headers = Readonly<Record<string, string>>
type Variables = Readonly<Record<string, string | undefined>>

/** A simulator on a free port with a manual clock, and functions to call it. */
export interface StartedSimulator<Control> {
  readonly control: Control
  readonly clock: ManualClock
  readonly baseUrl: string
  /** The headers that authenticate the first account. */
  readonly headers: Headers
  readonly variables: Variables
  /**
   * Sends a request, by default as the first account. A form or a text is sent as it is, everything else as JSON. A text has the
   * media type of JSON, too.
   */
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Reply>
  get(path: string, headers?: Headers): Promise<Reply>
  post(path: string, body: unknown, headers?: Headers): Promise<Reply>
  stop(): Promise<void>
}

interface Startable<Control> {
  readonly control: Control
  start(): Promise<Variables>
  stop(): Promise<void>
}

export interface StartOptions<Control> {
  /** The instant of the clock, RFC 3339. */
  readonly at: string
  create(options: {
    readonly port: number
    readonly speed: number
    readonly logger: Logger
    readonly webhookUrl: null
    readonly now: Clock['now']
    readonly setTimer: Clock['setTimer']
  }): Startable<Control>
  toHeaders(control: Control): Headers
}

export async function startSimulator<Control>({
  at,
  create,
  toHeaders,
}: StartOptions<Control>): Promise<StartedSimulator<Control>> {
  const clock = createManualClock(at)
  const { now, setTimer } = clock
  const simulator = create({ port: 0, speed: 1, logger: pino({ level: 'silent' }), webhookUrl: null, now, setTimer })
  const variables = await simulator.start()
  const baseUrl = Object.entries(variables).find(([name]) => name.endsWith('_BASE_URL'))?.[1] ?? ''
  const own = toHeaders(simulator.control)
  async function send(method: string, path: string, body?: unknown, headers = own): Promise<Reply> {
    const isForm = body instanceof FormData || body instanceof URLSearchParams
    const sent = isForm || typeof body === 'string' ? body : JSON.stringify(body)
    const all = isForm || body === undefined ? headers : { 'content-type': 'application/json', ...headers }
    return toReply(await fetch(baseUrl + path, { method, headers: all, body: sent ?? null, redirect: 'manual' }))
  }
  return {
    control: simulator.control,
    clock,
    baseUrl,
    headers: own,
    variables,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    stop: () => simulator.stop(),
  }
}
