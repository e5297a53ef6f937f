import pg from 'pg'

/** The listeners of notifications, by channel. */
export interface Listeners {
  /** @returns a function that removes the listener */
  add(channel: string, onNotification: (payload: string) => void): () => void
  /** Makes a new connection receive the notifications of all channels. */
  listenOn(client: pg.ClientBase): Promise<void>
  /** Notifies all listeners that they may have missed notifications. */
  tellAll(): void
}

/** @param onError receives errors of listeners, which would otherwise end the process */
export function createListeners(onError: (error: unknown) => void): Listeners {
  const channels = new Map<string, Set<(payload: string) => void>>()

  function tell(channel: string, payload: string): void {
    for (const onNotification of channels.get(channel) ?? []) {
      try {
        onNotification(payload)
      } catch (error) {
        onError(error)
      }
    }
  }

  return {
    add(channel, onNotification) {
      const listeners = channels.get(channel) ?? new Set()
      channels.set(channel, listeners.add(onNotification))
      return () => listeners.delete(onNotification)
    },
    async listenOn(client) {
      client.on('notification', ({ channel, payload = '' }) => tell(channel, payload))
      for (const channel of channels.keys()) await client.query(toListen(channel))
    },
    tellAll() {
      for (const channel of channels.keys()) tell(channel, '')
    },
  }
}

/** The statement after which a connection receives the notifications of a channel. */
export function toListen(channel: string): string {
  return `listen ${pg.escapeIdentifier(channel)}`
}
