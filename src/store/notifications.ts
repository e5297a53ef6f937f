import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { HeartbeatBounds } from './connection-bounds.ts'

/** Notifications of all channels, on one connection that is replaced when it is lost. */
export interface Notifications {
  /** @throws Error when the first connection cannot be made */
  listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>
  stop(): Promise<void>
}

export interface NotificationsOptions {
  readonly settings: pg.ClientConfig
  readonly bounds: HeartbeatBounds
  /** Prepares a new connection. @returns whether a pooler stands between, which may not pass notifications on */
  readonly prepare: (client: pg.ClientBase) => Promise<{ readonly isShared: boolean }>
  /**
   * The server did not answer in time. Other connections that it did not answer since the moment when it was asked (of
   * `performance.now()`) may be silent too.
   */
  readonly onSilence: (askedAt: number) => void
  readonly onError: (error: unknown) => void
}

interface Opened {
  readonly client: pg.Client
  readonly isShared: boolean
  readonly lost: Promise<unknown>
}

export function createNotifications(options: NotificationsOptions): Notifications {
  const { settings, bounds, prepare, onSilence, onError } = options
  const channels = new Map<string, (payload: string) => void>()
  const stopping = new AbortController()
  let opening: Promise<Opened> | null = null
  let running: Promise<void> = Promise.resolve()

  async function open(): Promise<Opened> {
    const client = new pg.Client({
      ...settings,
      connectionTimeoutMillis: bounds.answerMs,
      query_timeout: bounds.answerMs,
    })
    const lost = new Promise<unknown>(resolve => client.on('error', resolve).on('end', () => resolve(null)))
    client.on('notification', ({ channel, payload = '' }) => tell(channel, payload))
    const startedAt = performance.now()
    try {
      await client.connect()
      const { isShared } = await prepare(client)
      for (const channel of channels.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      return { client, isShared, lost }
    } catch (error) {
      client.connection.stream.destroy()
      if (performance.now() - startedAt >= bounds.answerMs) onSilence(startedAt)
      throw error
    }
  }

  /** What a listener throws must not end the process: nobody is there to catch it. */
  function tell(channel: string, payload: string): void {
    try {
      channels.get(channel)?.(payload)
    } catch (error) {
      onError(error)
    }
  }

  function tellAll(): void {
    for (const channel of channels.keys()) tell(channel, '')
  }

  /** Asks for a sign of life now and then. Resolves when there is none, or the connection is lost. */
  async function watch({ client, isShared, lost }: Opened): Promise<void> {
    const ended = lost.then(() => true)
    for (;;) {
      if (await Promise.race([ended, pause(bounds.everyMs)])) return
      // A pooler in transaction mode passes no notification on, so whoever listens has to look.
      if (isShared) tellAll()
      const askedAt = performance.now()
      try {
        await client.query('select 1')
      } catch (error) {
        const isSilent = !client.connection.stream.destroyed && !(error instanceof pg.DatabaseError)
        client.connection.stream.destroy()
        onError(error)
        return isSilent ? onSilence(askedAt) : undefined
      }
    }
  }

  const pause = (ms: number): Promise<boolean> =>
    setTimeout(ms, false, { ref: false, signal: stopping.signal }).catch(() => true)

  async function run(first: Opened): Promise<void> {
    let opened: Opened | null = first
    while (!stopping.signal.aborted) {
      if (opened !== null) await watch(opened)
      if (await pause(bounds.retryMs)) return
      opening = open()
      opened = await opening.catch(error => {
        onError(error)
        return null
      })
      // Something may have been said while nobody listened.
      if (opened !== null) tellAll()
    }
  }

  async function start(): Promise<Opened> {
    const opened = await open()
    running = run(opened)
    return opened
  }

  return {
    async listen(channel, onNotification) {
      channels.set(channel, onNotification)
      if (opening === null) {
        opening = start()
        opening.catch(() => {
          opening = null
        })
        await opening
      } else {
        const opened = await opening.catch(() => null)
        // While it is lost, the next one will listen to this channel too.
        await opened?.client.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => {})
      }
      return async () => {
        channels.delete(channel)
      }
    },
    async stop() {
      stopping.abort()
      await running
      const opened = await opening?.catch(() => null)
      opened?.client.connection.stream.destroy()
    },
  }
}
