import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { Authenticate } from '../auth/authenticate.ts'
import type { Caller } from '../auth/caller.ts'
import type { OriginPolicy } from '../auth/origin-policy.ts'
import { AppError } from '../errors.ts'
import { toCorrelationId } from './correlation-id.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { createSlowSocketWatch } from './slow-sockets.ts'
import type { SocketOperationsOptions, SocketState } from './socket-operations.ts'
import { createSocketOperations } from './socket-operations.ts'
import type { RenewableContext } from './subscribe-afresh.ts'
import type { Timers } from './timers.ts'

export interface SubscriptionServerOptions<Context> extends SocketOperationsOptions<Context> {
  readonly authenticate: Authenticate
  readonly origins: OriginPolicy
  readonly logger: Logger
  readonly now: () => Date
  readonly timers: Timers
  /** How long a socket may wait before it says who it is. */
  readonly initWaitMs?: number
}

export interface SubscriptionServer {
  /** Takes over a connection that asked to become a WebSocket, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Lets queries and mutations finish, then closes every socket with a code that says "connect again". */
  stop(): Promise<void>
}

/** Why we end sockets. Clients of graphql-ws connect again by themselves after each of these but `invalid`. */
export const socketEndings = {
  /** The server stops or restarts: connect again and resume. */
  restart: { code: 1012, reason: 'The server restarts. Connect again and resume with your cursor.' },
  /** Too much was waiting to be sent for too long. */
  tooSlow: { code: 1013, reason: 'Too slow in reading. Connect again and resume with your cursor.', partingMs: 30_000 },
  invalid: { code: CloseCode.BadRequest, reason: 'Invalid message received' },
  unavailable: { code: 1013, reason: 'Try again later.' },
  expired: { code: CloseCode.Forbidden, reason: 'The credential has expired. Connect again with a new one.' },
} as const

interface Ending {
  readonly code: number
  readonly reason: string
  /** How long the other side may take to agree: the code waits behind all that is still to be sent. */
  readonly partingMs?: number
}

interface OpenSocket {
  readonly socket: WebSocket
  /** Ends its subscriptions at once and the socket as soon as the other side agrees. */
  end(ending: Ending): void
  /** Pings sent since the last sign of life. */
  unanswered: number
}

const maxPayloadBytes = 1024 * 1024
const pingEveryMs = 15_000
const lookEveryMs = 1_000
const usualPartingMs = 3_000
const finishMs = 4_000

/** GraphQL over WebSocket (graphql-transport-ws): https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export function createSubscriptionServer<Context extends RenewableContext<Context>>(
  options: SubscriptionServerOptions<Context>,
): SubscriptionServer {
  const { authenticate, origins, logger, now, timers, metrics, initWaitMs = 10_000 } = options
  const operations = createSocketOperations(options)
  const sockets = new Set<OpenSocket>()
  const isTooSlow = createSlowSocketWatch(now)
  const acceptor = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes, handleProtocols })
  let stopping = false

  const protocol = makeServer<
    Record<string, unknown>,
    SocketState & { readonly open: OpenSocket; headers: IncomingMessage['headers'] }
  >({
    ...operations,
    connectionInitWaitTimeout: initWaitMs,
    async onConnect({ extra, connectionParams }) {
      try {
        extra.caller = await authenticate({ headers: extra.headers, connectionParams })
        endWhenExpired(extra.caller, extra.open)
      } catch (error) {
        extra.open.end(toEnding(error))
        return false
      }
      return true
    },
  })

  function endWhenExpired({ expiresAt }: Caller, open: OpenSocket): void {
    if (!expiresAt || open.socket.readyState !== open.socket.OPEN) return
    const cancel = timers.after(expiresAt.getTime() - now().getTime(), () => open.end(socketEndings.expired))
    open.socket.once('close', cancel)
  }

  function toEnding(error: unknown): Ending {
    if (error instanceof AppError && (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN'))
      return { code: CloseCode.Forbidden, reason: error.message }
    logger.error({ err: error }, 'authentication failed')
    return socketEndings.unavailable
  }

  function accept(socket: WebSocket, request: IncomingMessage): void {
    const correlationId = toCorrelationId(request.headers)
    const log = logger.child({ correlationId })
    const openedAt = now().getTime()
    let finish: ((code: number, reason: string) => Promise<void>) | null = null

    function end({ code, reason, partingMs = usualPartingMs }: Ending): void {
      if (state.ending) return
      state.ending = true
      socket.close(code, fitReason(reason))
      finishOnce(code, reason)
      socket.once(
        'close',
        timers.after(partingMs, () => socket.terminate()),
      )
    }
    function finishOnce(code: number, reason: string): void {
      const finishing = finish?.(code, reason)
      finish = null
      finishing?.catch(error => log.error({ err: error }, 'ending subscriptions failed'))
    }

    const open: OpenSocket = { socket, end, unanswered: 0 }
    const state = { caller: null, ending: false, open, headers: request.headers }
    sockets.add(open)
    metrics.sockets(1)
    socket.on('pong', () => {
      open.unanswered = 0
    })
    socket.on('error', error => log.info({ err: error }, 'socket failed'))
    socket.on('close', (code, reason) => {
      sockets.delete(open)
      metrics.sockets(-1)
      finishOnce(code, String(reason))
      log.info({ code, ms: now().getTime() - openedAt }, 'socket closed')
    })
    finish = protocol.opened(
      {
        protocol: socket.protocol,
        send: text =>
          new Promise(resolve => {
            // A subscription waits here until what it was sent has left. Failing is noticed by the socket's end.
            if (socket.readyState === socket.OPEN) socket.send(text, () => resolve())
            else resolve()
          }),
        close: (code = CloseCode.InternalServerError, reason = '') => end({ code, reason }),
        onMessage: receive =>
          socket.on('message', data => {
            open.unanswered = 0
            receive(String(data)).catch(error => {
              if (isForClients(error)) return end(socketEndings.invalid)
              log.error({ err: error }, 'message failed')
              end({ code: CloseCode.InternalServerError, reason: 'Internal server error' })
            })
          }),
      },
      state,
    )
  }

  function ping(): void {
    for (const open of sockets) {
      // A ping waits behind everything else that is to be sent, so more patience is due where something is.
      const patience = open.socket.bufferedAmount > 0 ? 4 : 2
      if (open.unanswered >= patience) open.socket.terminate()
      else if (open.socket.readyState === open.socket.OPEN) open.socket.ping()
      open.unanswered += 1
    }
  }

  function endSlow(): void {
    for (const { socket, end } of sockets) if (isTooSlow(socket)) end(socketEndings.tooSlow)
  }

  const cancels = [timers.every(pingEveryMs, ping), timers.every(lookEveryMs, endSlow)]

  async function allClosed(): Promise<void> {
    await Promise.all([...sockets].map(({ socket }) => new Promise(resolve => socket.once('close', resolve))))
  }

  return {
    upgrade(request, socket, head) {
      const source = { host: request.headers.host, origin: request.headers.origin }
      if (request.url?.split('?')[0] !== '/graphql') refuseUpgrade(socket, 404, 'There is no socket here.')
      else if (stopping) refuseUpgrade(socket, 503, 'The server is stopping.')
      else if (!origins.isTrusted(source)) refuseUpgrade(socket, 403, 'Calls from this page are not allowed.')
      else acceptor.handleUpgrade(request, socket, head, accept)
    },
    async stop() {
      stopping = true
      for (const cancel of cancels) cancel()
      await Promise.race([operations.settled(), new Promise<void>(resolve => timers.after(finishMs, resolve))])
      const terminate = () => {
        for (const { socket } of sockets) socket.terminate()
      }
      const cancel = timers.after(usualPartingMs, terminate)
      for (const { end } of sockets) end(socketEndings.restart)
      await allClosed()
      cancel()
      acceptor.close()
    },
  }
}

/** graphql-ws throws, rather than closing, when it is sent what only servers send: `connection_ack`, `next`, `error`. */
function isForClients(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type ')
}

/** A close frame has room for 123 bytes. */
function fitReason(reason: string): string {
  return Buffer.byteLength(reason) <= 123 ? reason : ''
}
