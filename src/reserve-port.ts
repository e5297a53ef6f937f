import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Finds a free port before the server listens, so that its address is known. Another process may take the port meanwhile.
 *
 * @param wanted 0 for any @throws Error EADDRINUSE when the wanted port is in use
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
