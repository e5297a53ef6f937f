import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that was free a moment ago, for who has to know its address before listening. */
export async function reservePort(host: string): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}
