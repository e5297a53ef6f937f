import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { createOutputFlow, type OutputFlow } from './output-flow.ts'

/** Backpressure: a socket's messages are read only as fast as its client reads the answers. */
export interface SocketFlow extends Pick<OutputFlow, 'drained' | 'isDrained'> {
  /** Whether reading is paused because too much waits to be sent. */
  readonly stalled: boolean
  /** Discards all further messages and reads until the end. */
  discard(): void
  /** Reads nothing more. */
  stop(): void
}

export interface SocketFlowOptions {
  readonly socket: WebSocket
  /** The connection below it. */
  readonly stream: Duplex
  readonly receive: (text: string) => void
  /** Calls `work`, which takes the next message, when it is the socket's turn. */
  readonly takeTurn: (work: () => void) => void
}

export const socketFlowLimits = {
  /** While more bytes wait to be sent, no message is taken. Not less than a stream's high-water mark, after which it reports `drain`. */
  inputBytes: 64 * 1024,
  /** While more bytes of messages wait for their turn, nothing is read from the network. */
  arrivedBytes: 64 * 1024,
} as const

/**
 * Takes messages one by one. While too much waits to be sent (answers, errors, pongs), nothing is read from the
 * network; messages that were already read are queued.
 */
export function createSocketFlow({ socket, stream, receive, takeTurn }: SocketFlowOptions): SocketFlow {
  const arrived: string[] = []
  let arrivedLength = 0
  let scheduled = false
  let discarding = false
  let stopped = false

  const mayReceive = () => socket.bufferedAmount <= socketFlowLimits.inputBytes
  const { drained, isDrained, wake } = createOutputFlow({
    unsentBytes: () => socket.bufferedAmount,
    isOpen: () => socket.readyState === socket.OPEN,
  })

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
  // The pong is already in the output buffer.
  socket.on('ping', advance)
  stream.on('drain', () => {
    wake()
    advance()
  })
  socket.on('close', wake)

  return {
    isDrained,
    drained,
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
