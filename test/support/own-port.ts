import { reservePort } from '../../src/reserve-port.ts'

/** Below the ports that systems give out, so that no other server and no connection takes one before its server listens. */
const first = 10_100
const perWorker = 1_450
const start = first + (Number(process.env.VITEST_POOL_ID ?? 0) % 4) * perWorker
let next = Math.floor(Math.random() * perWorker)

/** A free port of loopback, another one each time, for a server that listens later or again. */
export async function ownPort(): Promise<string> {
  next = (next + 1) % perWorker
  return reservePort('127.0.0.1', start + next).then(String, ownPort)
}
