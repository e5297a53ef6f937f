import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { Caller, WhenErased } from '../auth/caller.ts'
import type { OriginPolicy } from '../auth/origin-policy.ts'
import { createTokenBucket } from '../callers/token-bucket.ts'
import { reviveExactNumber } from '../domain/exact-number.ts'
import { AppError } from '../errors.ts'
import { type ConnectionOperations, createConnectionUsage } from './connection-operations.ts'
import { toCorrelationId } from './correlation-id.ts'
import { endWithRefusal } from './end-with-refusal.ts'
import type { ServerParts } from './server-parts.ts'
import { createSlowSocketWatch, lookEveryMs } from './slow-sockets.ts'
import { type SocketEnding, socketEndings, usualPartingMs } from './socket-endings.ts'
import { createSocketFlow } from './socket-flow.ts'
import { createSocketHooks, type SocketState, socketRefusals } from './socket-operations.ts'
import { createTurns } from './turns.ts'
import { createWaitingSockets, type WaitingSocketLimits } from './waiting-sockets.ts'
import { whenExpired } from './when-expired.ts'

export interface SubscriptionServerOptions<Context> extends ServerParts<Context> {
  readonly operations: ConnectionOperations<Context>
  readonly whenErased: WhenErased
  readonly origins: OriginPolicy
  /** How many sockets may wait to be accepted. */
  readonly waitingSockets?: WaitingSocketLimits
}

export interface SubscriptionServer {
  /** Accepts or refuses a connection that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Lets queries and mutations finish, then closes every socket with a code after which clients reconnect. */
  stop(): Promise<void>
}

/** A socket, with what is needed until it is accepted. */
interface WaitingSocket extends SocketState {
  readonly open: OpenSocket
  readonly headers: IncomingMessage['headers']
  readonly onAccepted: () => void
}

interface OpenSocket {
  readonly socket: WebSocket
  /** Ends its subscriptions at once, and the socket when the client has answered the close frame. */
  end(ending: SocketEnding): void
  /** Pings sent since the last sign of life. */
  unanswered: number
}

const maxPayloadBytes = 1024 * 1024
/** The most bytes that a client may send before the socket is accepted. */
const maxInitBytes = 64 * 1024
/** How long a socket may take to send its credential and be accepted. */
const maxInitMs = 10_000
const pingEveryMs = 15_000

/** GraphQL over WebSocket (graphql-transport-ws): https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export function createSubscriptionServer<Context>(options: SubscriptionServerOptions<Context>): SubscriptionServer {
  const { operations, authenticate, origins, logger, now, timers, metrics, callers } = options
  const takeTurn = createTurns()
  const waiting = createWaitingSockets(options.waitingSockets)
  const sockets = new Set<OpenSocket>()
  const isTooSlow = createSlowSocketWatch(now)
  const acceptor = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes, handleProtocols })
  let stopping = false

  const protocol = makeServer<Record<string, unknown>, WaitingSocket>({
    ...createSocketHooks(operations, callers),
    // Our own time limit covers the check of the credential too.
    connectionInitWaitTimeout: 0,
    jsonMessageReviver: reviveExactNumber,
    async onConnect({ extra, connectionParams }) {
      const { open, headers } = extra
      try {
        const caller = await authenticate({ headers, connectionParams })
        if (open.socket.readyState !== open.socket.OPEN) return false
        open.socket.once('close', callers.openSocket(caller))
        extra.caller = caller
        extra.onAccepted()
        open.socket.once(
          'close',
          whenExpired(caller, options, () => open.end(socketEndings.expired)),
        )
        endWhenErased(caller, open)
      } catch (error) {
        extra.open.end(toEnding(error))
        return false
      }
      return true
    },
  })

  function endWhenErased(caller: Caller, open: OpenSocket): void {
    if (caller.boundTo === null) return
    const closed = new AbortController()
    open.socket.once('close', () => closed.abort())
    options.whenErased(caller, closed.signal).then(
      isErased => isErased && open.end(socketEndings.erased),
      error => open.end(toEnding(error)),
    )
  }

  function toEnding(error: unknown): SocketEnding {
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

    function end({ code, reason, partingMs = usualPartingMs, readsNoMore = false }: SocketEnding): void {
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

    /** Limits what the socket may use before it is accepted. */
    function boundWaiting(): () => void {
      const { bytesRead } = request.socket
      const countBytes = () => {
        if (request.socket.bytesRead - bytesRead > maxInitBytes) end(socketEndings.initTooLarge)
      }
      request.socket.on('data', countBytes)
      const cancelTimer = timers.after(maxInitMs, () => end(socketEndings.initTimeout))
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
      // Before it is accepted, a socket sends little and has no tenant to take turns with.
      takeTurn: work => (state.caller ? takeTurn(state.caller.tenant, work) : work()),
    })
    const state: WaitingSocket = {
      caller: null,
      address,
      ending: false,
      open,
      headers: request.headers,
      flow,
      usage: createConnectionUsage(),
      refusals: createTokenBucket(socketRefusals, now),
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
            // A subscription waits here until its event was sent. A failure closes the socket.
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
      // A ping waits behind unsent data, so more pings may stay unanswered while there are any.
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
      if (request.url?.split('?')[0] !== '/graphql')
        endWithRefusal(socket, 404, new AppError('NOT_FOUND', 'WebSockets are served at /graphql only.'))
      else if (stopping) endWithRefusal(socket, 503, new AppError('INTERNAL', 'The server is stopping.'))
      else if (!origins.isTrusted(source))
        endWithRefusal(socket, 403, new AppError('FORBIDDEN', 'Calls from this page are not allowed.'))
      else acceptor.handleUpgrade(request, socket, head, accept)
    },
    async stop() {
      stopping = true
      for (const cancel of cancels) cancel()
      await operations.settled()
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

/** graphql-ws throws for messages that only servers send (`connection_ack`, `next`, `error`), and does not close the socket. */
function isForClients(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type ')
}

/** A close frame has room for 123 bytes. */
function fitReason(reason: string): string {
  return Buffer.byteLength(reason) <= 123 ? reason : ''
}
