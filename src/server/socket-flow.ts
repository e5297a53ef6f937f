import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** What comes in on a socket is read only as fast as what goes out is read on the other side. */
export interface SocketFlow {
  /** Resolves once so little waits to be sent that more may be made, or the socket is closed. */
  drained(): Promise<void>
  /** Whether so little waits to be sent that more may be made. */
  isDrained(): boolean
  /** Whether nothing is read because too much waits to be sent. */
  readonly stalled: boolean
  /** Reads on, whatever waits to be sent, and throws away what comes: only the end is waited for. */
  discard(): void
  /** Reads nothing more. */
  stop(): void
}

export interface SocketFlowOptions {
  readonly socket: WebSocket
  /** The connection below it. */
  readonly stream: Duplex
  readonly receive: (text: string) => void
  /** Has a message taken when its turn comes. */
  readonly takeTurn: (work: () => void) => void
}

export const socketFlowLimits = {
  /** Bytes that wait to be sent, beyond which no message is taken. Not below what a stream takes before it reports `drain`. */
  inputBytes: 64 * 1024,
  /** Bytes that wait to be sent, beyond which no event is resolved and no operation executed. */
  outputBytes: 1024 * 1024,
  /** Bytes of messages that have arrived and wait for their turn, beyond which nothing is read from the network. */
  arrivedBytes: 64 * 1024,
} as const

/**
 * Takes messages one by one. While too much waits to be sent (answers, errors, pongs), nothing is read from the network;
 * the little that had been read already is kept, in order.
 */
export function createSocketFlow({ socket, stream, receive, takeTurn }: SocketFlowOptions): SocketFlow {
  const arrived: string[] = []
  let arrivedLength = 0
  let waiting: (() => void)[] = []
  let scheduled = false
  let discarding = false
  let stopped = false

  const mayReceive = () => socket.bufferedAmount <= socketFlowLimits.inputBytes
  const isDrained = () => socket.readyState !== socket.OPEN || socket.bufferedAmount <= socketFlowLimits.outputBytes

  function receiveNext(): void {
    scheduled = false
    const text = arrived.shift()
    if (text === undefined) return
    arrivedLength -= text.length
    receive(text)
  }

  function advance(): void {
    while (!scheduled && !discarding && arrived.length > 0 && mayReceive()) {
      scheduled = true
      let later = false
      takeTurn(() => {
        receiveNext()
        if (later) advance()
      })
      later = true
    }
    if (stopped) return
    const full = !mayReceive() || arrivedLength > socketFlowLimits.arrivedBytes
    if (full && !discarding) socket.pause()
    else if (socket.isPaused) socket.resume()
  }

  function wake(): void {
    if (!isDrained()) return
    const woken = waiting
    waiting = []
    for (const resolve of woken) resolve()
  }

  function forget(): void {
    discarding = true
    arrived.length = 0
    arrivedLength = 0
    wake()
  }

  socket.on('message', data => {
    if (discarding) return
    const text = String(data)
    arrived.push(text)
    arrivedLength += text.length
    advance()
  })
  // It has been answered already, by a pong that waits to be sent.
  socket.on('ping', advance)
  stream.on('drain', () => {
    wake()
    advance()
  })
  socket.on('close', wake)

  return {
    isDrained,
    drained: () => (isDrained() ? Promise.resolve() : new Promise(resolve => waiting.push(resolve))),
    get stalled() {
      return !mayReceive()
    },
    discard() {
      forget()
      if (socket.isPaused) socket.resume()
    },
    stop() {
      stopped = true
      forget()
      socket.pause()
    },
  }
}
