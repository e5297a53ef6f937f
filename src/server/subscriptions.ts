import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { Authenticate } from '../auth/authenticate.ts'
import { reviveExactNumber } from '../domain/exact-number.ts'
import type { Caller } from '../auth/caller.ts'
import type { OriginPolicy } from '../auth/origin-policy.ts'
import { AppError } from '../errors.ts'
import { toCorrelationId } from './correlation-id.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { createSlowSocketWatch } from './slow-sockets.ts'
import { createSocketFlow } from './socket-flow.ts'
import type { SocketOperationsOptions, SocketState } from './socket-operations.ts'
import { createSocketOperations, createSocketUsage } from './socket-operations.ts'
import type { RenewableContext } from './subscribe-afresh.ts'
import type { Timers } from './timers.ts'
import { createTurns } from './turns.ts'
import { createWaitingSockets, type WaitingSocketLimits } from './waiting-sockets.ts'

export interface SubscriptionServerOptions<Context> extends SocketOperationsOptions<Context> {
  readonly authenticate: Authenticate
  readonly origins: OriginPolicy
  readonly logger: Logger
  readonly now: () => Date
  readonly timers: Timers
  /** How long a socket may take until it has said who it is and has been accepted. */
  readonly initWaitMs?: number
  /** How many sockets may be waiting for that. */
  readonly waitingSockets?: WaitingSocketLimits
}

export interface SubscriptionServer {
  /** Takes over a connection that asked to become a WebSocket, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Lets queries and mutations finish, then closes every socket with a code that says "connect again". */
  stop(): Promise<void>
}

/** Why we end sockets. Clients of graphql-ws connect again by themselves after 1012, 1013, 4403 and 4408. */
export const socketEndings = {
  /** The server stops or restarts: connect again and resume. */
  restart: { code: 1012, reason: 'The server restarts. Connect again and resume with your cursor.' },
  /** Too much was waiting to be sent for too long. */
  tooSlow: { code: 1013, reason: 'Too slow in reading. Connect again and resume with your cursor.', partingMs: 30_000 },
  invalid: { code: CloseCode.BadRequest, reason: 'Invalid message received' },
  unavailable: { code: 1013, reason: 'Try again later.' },
  expired: { code: CloseCode.Forbidden, reason: 'The credential has expired. Connect again with a new one.' },
  initTimeout: { code: CloseCode.ConnectionInitialisationTimeout, reason: 'Connection initialisation timeout' },
  /** Others came that wait as well, and this one has waited longest. */
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
} as const

interface Ending {
  readonly code: number
  readonly reason: string
  /** How long the other side may take to agree: the code waits behind all that is still to be sent. */
  readonly partingMs?: number
  /** What the other side still sends is not read: it has sent too much already. */
  readonly readsNoMore?: boolean
}

interface OpenSocket {
  readonly socket: WebSocket
  /** Ends its subscriptions at once and the socket as soon as the other side agrees. */
  end(ending: Ending): void
  /** Pings sent since the last sign of life. */
  unanswered: number
}

const maxPayloadBytes = 1024 * 1024
/** Of everything that is sent before the socket is accepted. */
const maxInitBytes = 64 * 1024
const pingEveryMs = 15_000
const lookEveryMs = 1_000
const usualPartingMs = 3_000
const finishMs = 4_000

/** GraphQL over WebSocket (graphql-transport-ws): https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export function createSubscriptionServer<Context extends RenewableContext<Context>>(
  options: SubscriptionServerOptions<Context>,
): SubscriptionServer {
  const { authenticate, origins, logger, now, timers, metrics, callers, initWaitMs = 10_000 } = options
  const takeTurn = createTurns()
  const waiting = createWaitingSockets(options.waitingSockets)
  const operations = createSocketOperations(options)
  const sockets = new Set<OpenSocket>()
  const isTooSlow = createSlowSocketWatch(now)
  const acceptor = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes, handleProtocols })
  let stopping = false

  const protocol = makeServer<
    Record<string, unknown>,
    SocketState & {
      readonly open: OpenSocket
      readonly headers: IncomingMessage['headers']
      readonly onAccepted: () => void
    }
  >({
    ...operations,
    // Ours ends with the acceptance, not with the message.
    connectionInitWaitTimeout: 0,
    jsonMessageReviver: reviveExactNumber,
    async onConnect({ extra, connectionParams }) {
      const { open, headers } = extra
      try {
        const caller = await authenticate({ headers, connectionParams })
        if (open.socket.readyState !== open.socket.OPEN) return false
        open.socket.once('close', callers.openSocket(caller.tenant))
        extra.caller = caller
        extra.onAccepted()
        endWhenExpired(caller, open)
      } catch (error) {
        extra.open.end(toEnding(error))
        return false
      }
      return true
    },
  })

  function endWhenExpired({ expiresAt }: Caller, open: OpenSocket): void {
    if (!expiresAt) return
    const cancel = timers.after(expiresAt.getTime() - now().getTime(), () => open.end(socketEndings.expired))
    open.socket.once('close', cancel)
  }

  function toEnding(error: unknown): Ending {
    if (error instanceof AppError && (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN'))
      return { code: CloseCode.Forbidden, reason: error.message }
    if (error instanceof AppError && error.code === 'RATE_LIMITED')
      return { code: socketEndings.unavailable.code, reason: error.message }
    logger.error({ err: error }, 'authentication failed')
    return socketEndings.unavailable
  }

  function accept(socket: WebSocket, request: IncomingMessage): void {
    const correlationId = toCorrelationId(request.headers)
    const log = logger.child({ correlationId })
    const openedAt = now().getTime()
    const address = request.socket.remoteAddress ?? ''
    let finish: ((code: number, reason: string) => Promise<void>) | null = null

    function end({ code, reason, partingMs = usualPartingMs, readsNoMore = false }: Ending): void {
      if (state.ending) return
      state.ending = true
      if (readsNoMore) flow.stop()
      else flow.discard()
      stopWaiting()
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

    /** Bounds what the socket costs until it is known whose it is. */
    function boundWaiting(): () => void {
      const { bytesRead } = request.socket
      const countBytes = () => {
        if (request.socket.bytesRead - bytesRead > maxInitBytes) end(socketEndings.initTooLarge)
      }
      request.socket.on('data', countBytes)
      const cancelTimer = timers.after(initWaitMs, () => end(socketEndings.initTimeout))
      const remove = waiting.add(address, () => end(socketEndings.initCrowded))
      return () => {
        request.socket.off('data', countBytes)
        cancelTimer()
        remove()
      }
    }

    const open: OpenSocket = { socket, end, unanswered: 0 }
    let receive: (text: string) => Promise<void> = async () => {}
    const flow = createSocketFlow({
      socket,
      stream: request.socket,
      receive: text => {
        receive(text).catch(error => {
          if (isForClients(error)) return end(socketEndings.invalid)
          log.error({ err: error }, 'message failed')
          end({ code: CloseCode.InternalServerError, reason: 'Internal server error' })
        })
      },
      // Before it is accepted little comes, and a turn needs a name.
      takeTurn: work => (state.caller ? takeTurn(state.caller.tenant, work) : work()),
    })
    const state: SocketState & {
      readonly open: OpenSocket
      headers: IncomingMessage['headers']
      onAccepted: () => void
    } = {
      caller: null,
      address,
      ending: false,
      open,
      headers: request.headers,
      flow,
      usage: createSocketUsage(now),
      endRefused: () => end(socketEndings.refused),
      onAccepted: () => stopWaiting(),
    }
    const stopWaiting = boundWaiting()
    sockets.add(open)
    metrics.sockets(1)
    const noteLife = () => {
      open.unanswered = 0
    }
    socket.on('pong', noteLife)
    socket.on('message', noteLife)
    socket.on('error', error => log.info({ err: error }, 'socket failed'))
    socket.on('close', (code, reason) => {
      sockets.delete(open)
      stopWaiting()
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
        onMessage: take => {
          receive = take
        },
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
