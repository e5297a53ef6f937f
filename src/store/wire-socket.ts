import { Socket } from 'node:net'

/** The event for bytes that were read. They are valid only during the call. */
export const bytesRead = 'bytesRead'

/** All sockets read into it, because each handles what it has read before another reads. */
const received = Buffer.allocUnsafeSlow(64 * 1024)

/**
 * A socket that does not allocate memory for what it reads: it emits `bytesRead`. Until something else listens to that,
 * it also emits copies as `data`.
 */
export function createWireSocket(): Socket {
  const socket: Socket = new Socket({
    onread: {
      buffer: received,
      callback: length => socket.emit(bytesRead, received.subarray(0, length)),
    },
  })
  return socket.on(bytesRead, (bytes: Buffer) => socket.emit('data', Buffer.from(bytes)))
}
