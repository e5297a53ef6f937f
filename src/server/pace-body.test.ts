import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paceBody } from './pace-body.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

const pace = { idleMs: 1_000, totalMs: 5_000 }

test('P19 the chunks arrive unchanged', async () => {
  const body = new PassThrough()
  body.write('one')
  body.end('two')
  const pieces = []
  for await (const piece of paceBody(body, pace)) pieces.push(Buffer.from(piece).toString())
  expect(pieces.join('')).toBe('onetwo')
  expect(vi.getTimerCount()).toBe(0)
})

test('P19 a sender that pauses for too long is refused, and the request stays open for the answer', async () => {
  const body = new PassThrough()
  const pieces = paceBody(body, pace)
  body.write('one')
  await pieces.next()
  const waiting = expect(pieces.next()).rejects.toMatchObject({ reason: 'too-slow', code: 'DEADLINE_EXCEEDED' })
  await vi.advanceTimersByTimeAsync(1_000)
  await waiting
  expect(body.destroyed).toBe(false)
})

test('P19 a sender that takes too long in total is refused, even if it never pauses for too long', async () => {
  const body = new PassThrough()
  const pieces = paceBody(body, pace)
  for (let second = 0; second < 5; second += 1) {
    const piece = pieces.next()
    await vi.advanceTimersByTimeAsync(999)
    body.write('x')
    await piece
  }
  const waiting = expect(pieces.next()).rejects.toMatchObject({ reason: 'too-slow' })
  await vi.advanceTimersByTimeAsync(5)
  await waiting
})

test('the time that the reader takes does not count for the sender', async () => {
  const body = new PassThrough()
  const pieces = paceBody(body, pace)
  body.write('one')
  await pieces.next()
  await vi.advanceTimersByTimeAsync(3_000)
  body.write('two')
  expect(await pieces.next()).toMatchObject({ done: false })
})

test('a reader that stops early leaves the request open, and a broken request fails', async () => {
  const stopped = new PassThrough()
  stopped.write('one')
  for await (const _piece of paceBody(stopped, pace)) break
  expect(stopped.destroyed).toBe(false)

  const broken = new PassThrough()
  const waiting = expect(paceBody(broken, pace).next()).rejects.toThrow('aborted')
  broken.destroy(new Error('aborted'))
  await waiting
})
