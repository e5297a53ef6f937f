import { once } from 'node:events'
import { connect } from 'node:net'

/** A connection on which a test writes raw HTTP. */
export async function openConnection({ port }: { readonly port: number }) {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  const chunks: string[] = []
  let wake = () => {}
  socket.setEncoding('latin1')
  socket.on('data', text => {
    const chunk = String(text)
    received += chunk
    chunks.push(chunk)
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
    /** Waits for a text. @returns everything received so far @throws Error when the connection ends before */
    async until(text: string): Promise<string> {
      // Searching everything again after each chunk would take seconds of processor time for megabytes.
      let searched = ''
      for (let next = 0; !searched.includes(text); next += 1) {
        while (next === chunks.length) {
          if (socket.destroyed) throw new Error(`The connection was closed after: ${received}`)
          await new Promise<void>(resolve => {
            wake = resolve
          })
        }
        searched = searched.slice(-text.length) + chunks[next]
      }
      return received
    },
  }
}

/** The head of a request and the beginning of its body. */
export function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | number>>,
  body = '',
): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}
