import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import { read, startTransport } from './testing/start-transport.ts'

describe('P16 an answer', () => {
  test('larger than 10 MB is PROVIDER_BAD_RESPONSE, with or without a content length, and the call is not repeated', async () => {
    const { clock, http, server } = await startTransport((response, { count }) => {
      const bytes = Buffer.alloc(10 * 1024 * 1024 + 1, 'x')
      if (count === 1) response.writeHead(200, { 'content-length': bytes.byteLength })
      response.write(bytes)
      response.end()
    })
    for (let call = 0; call < 2; call += 1) {
      const failure = await failureOf(clock.run(http.send(read)))
      expect(failure).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', provider: 'acme' })
    }
    expect(server.requests).toHaveLength(2)
  })

  test('of exactly the allowed size is read', async () => {
    const { http } = await startTransport(response => void response.end(Buffer.alloc(1000)))
    expect((await http.send({ ...read, maxBytes: 1000 })).body).toHaveLength(1000)
    expect((await failureOf(http.send({ ...read, maxBytes: 999 }))).code).toBe('PROVIDER_BAD_RESPONSE')
  })

  test('that is empty or an HTML page is returned unchanged', async () => {
    const { http } = await startTransport((response, { count }) => void response.end(count === 1 ? '' : '<html>'))
    expect((await http.send(read)).body).toHaveLength(0)
    expect((await http.send(read)).body.toString()).toBe('<html>')
  })

  test('that is cut off is PROVIDER_UNAVAILABLE', async () => {
    const { clock, http } = await startTransport((response, { message }) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"half":')
      response.on('drain', () => undefined)
      setImmediate(() => message.socket.destroy())
    })
    expect((await failureOf(clock.run(http.send(read)))).code).toBe('PROVIDER_UNAVAILABLE')
  })

  test('with an unrequested encoding is PROVIDER_BAD_RESPONSE, unless the status is an error', async () => {
    const { http } = await startTransport((response, { count }) => {
      response.writeHead(count === 1 ? 200 : 404, { 'content-encoding': 'gzip' }).end('zipped')
    })
    expect((await failureOf(http.send(read))).code).toBe('PROVIDER_BAD_RESPONSE')
    expect((await http.send(read)).status).toBe(404)
  })

  test('that is not HTTP is PROVIDER_BAD_RESPONSE', async () => {
    const { http } = await startTransport((_, { message }) => void message.socket.end('SSH-2.0-OpenSSH\r\n'))
    expect((await failureOf(http.send(read))).code).toBe('PROVIDER_BAD_RESPONSE')
  })
})

describe('a streamed answer', () => {
  test('is streamed, and the call’s time ends with the headers', async () => {
    let finish = (): void => undefined
    const { http } = await startTransport(response => {
      response.write('first')
      finish = () => void response.end(', second')
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { status, body } = await http.stream({ ...read, timeoutMs: 400 })
    const chunks: string[] = []
    for await (const chunk of body) {
      chunks.push(String(chunk))
      vi.advanceTimersByTime(600)
      finish()
    }
    expect({ status, text: chunks.join('') }).toEqual({ status: 200, text: 'first, second' })
  })

  test('that is cut off before it is read makes only the reader fail', async () => {
    const { http } = await startTransport((response, { message }) => {
      response.write('first')
      setImmediate(() => message.socket.resetAndDestroy())
    })
    const { body } = await http.stream(read)
    await new Promise(resolve => body.once('close', resolve))
    const failure = await failureOf(body.toArray())
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', provider: 'acme' })
  })

  test('closes its connection when it is destroyed', async () => {
    let closed: Promise<unknown> = Promise.resolve()
    const { http } = await startTransport((response, { message }) => {
      closed = new Promise(resolve => message.socket.once('close', resolve))
      response.write('endless')
    })
    const { body } = await http.stream(read)
    body.destroy()
    await closed
    expect(body.destroyed).toBe(true)
  })

  test('P12 with 429 or 5xx is handled as without a stream', async () => {
    const { clock, http, server } = await startTransport((response, { count }) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '1' }).end()
      else if (count === 2) response.writeHead(500).end('x'.repeat(200_000))
      else response.end('fine')
    })
    const { body } = await clock.run(http.stream(read))
    expect(String(await body.toArray())).toBe('fine')
    expect(server.requests).toHaveLength(3)
  })
})
