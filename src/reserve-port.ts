import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port that was free a moment ago, for who has to know its address before listening.
 *
 * @param wanted 0 for any
 * @throws Error EADDRINUSE when the one wanted is taken
 */
export async function reservePort(host: string, wanted = 0): Promise<number> {
  const server = createServer().listen(wanted, host)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}
