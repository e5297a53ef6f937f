import { CloseCode } from 'graphql-ws'

export interface SocketEnding {
  readonly code: number
  readonly reason: string
  /** How long the client may take to close: the close frame waits behind unsent data. By default `usualPartingMs`. */
  readonly partingMs?: number
  /** Whether to stop reading, because the client has already sent too much. */
  readonly readsNoMore?: boolean
}

export const usualPartingMs = 3_000

/**
 * Reasons for which the server ends sockets and event streams. Clients of graphql-ws reconnect by themselves after
 * 1012, 1013, 4403 and 4408.
 */
export const socketEndings = {
  /** The server stops or restarts. */
  restart: { code: 1012, reason: 'The server restarts. Connect again and resume with your cursor.' },
  /** Too much was waiting to be sent for too long. */
  tooSlow: { code: 1013, reason: 'Too slow in reading. Connect again and resume with your cursor.', partingMs: 30_000 },
  invalid: { code: CloseCode.BadRequest, reason: 'Invalid message received' },
  unavailable: { code: 1013, reason: 'Try again later.' },
  erased: { code: CloseCode.Forbidden, reason: 'The applicant was erased.' },
  expired: { code: CloseCode.Forbidden, reason: 'The credential has expired. Connect again with a new one.' },
  initTimeout: { code: CloseCode.ConnectionInitialisationTimeout, reason: 'Connection initialisation timeout' },
  /** Too many sockets are waiting, and this one has waited longest. */
  initCrowded: {
    code: CloseCode.ConnectionInitialisationTimeout,
    reason: 'Too many sockets wait for connection_init.',
  },
  initTooLarge: {
    code: 1009,
    reason: 'At most 64 KiB may be sent before connection_ack.',
    partingMs: 2_000,
    readsNoMore: true,
  },
  refused: { code: 1008, reason: 'Too many operations were refused. Look at their errors before you connect again.' },
} as const satisfies Readonly<Record<string, SocketEnding>>
