import { once } from 'node:events'
import { connect } from 'node:net'

/** A connection on which a test writes HTTP word by word. */
export async function openConnection({ port }: { readonly port: number }) {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  let wake = () => {}
  socket.setEncoding('latin1')
  socket.on('data', text => {
    received += text
    wake()
  })
  socket.on('error', () => {})
  const closed = new Promise<void>(resolve => {
    socket.on('close', () => {
      resolve()
      wake()
    })
  })
  await once(socket, 'connect')
  return {
    socket,
    closed,
    write: (text: string) => socket.write(text),
    received: () => received,
    /** Waits until a text has come, and answers all that came so far; fails when the connection ends before. */
    async until(text: string): Promise<string> {
      while (!received.includes(text)) {
        if (socket.destroyed) throw new Error(`The connection was closed after: ${received}`)
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      return received
    },
  }
}

/** The head of a request, and the beginning of its body. */
export function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | number>>,
  body = '',
): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}
