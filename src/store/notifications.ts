import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { HeartbeatBounds } from './connection-bounds.ts'
import { createListeners, toListen } from './listeners.ts'

/** Receives the notifications of all channels on one connection, which is replaced when it is lost. */
export interface Notifications {
  /** @throws Error when the first connection cannot be made */
  listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>
  stop(): Promise<void>
}

export interface NotificationsOptions {
  readonly settings: pg.ClientConfig
  readonly bounds: HeartbeatBounds
  /** Prepares a new connection. @returns whether a pooler is in between, which may not forward notifications */
  readonly prepare: (client: pg.ClientBase) => Promise<{ readonly isShared: boolean }>
  /**
   * Called when the server did not answer in time. Other connections without an answer since `askedAt` (of
   * `performance.now()`) may be dead too.
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
  const listeners = createListeners(onError)
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
    const startedAt = performance.now()
    try {
      await client.connect()
      const { isShared } = await prepare(client)
      await listeners.listenOn(client)
      return { client, isShared, lost }
    } catch (error) {
      client.connection.stream.destroy()
      if (performance.now() - startedAt >= bounds.answerMs) onSilence(startedAt)
      throw error
    }
  }

  /** Pings the server regularly. Resolves when it does not answer or the connection is lost. */
  async function watch({ client, isShared, lost }: Opened): Promise<void> {
    const ended = lost.then(() => true)
    for (;;) {
      if (await Promise.race([ended, pause(bounds.everyMs)])) return
      // A pooler in transaction mode forwards no notifications, so every listener is called each time.
      if (isShared) listeners.tellAll()
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
      // Notifications may have been missed while there was no connection.
      if (opened !== null) listeners.tellAll()
    }
  }

  async function start(): Promise<Opened> {
    const opened = await open()
    running = run(opened)
    return opened
  }

  return {
    async listen(channel, onNotification) {
      const remove = listeners.add(channel, onNotification)
      if (opening === null) {
        opening = start()
        opening.catch(() => {
          opening = null
        })
        await opening
      } else {
        const opened = await opening.catch(() => null)
        // If the connection is lost, the next one will listen on this channel too.
        await opened?.client.query(toListen(channel)).catch(() => {})
      }
      return async () => remove()
    },
    async stop() {
      stopping.abort()
      await running
      const opened = await opening?.catch(() => null)
      opened?.client.connection.stream.destroy()
    },
  }
}
