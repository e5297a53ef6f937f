import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { z } from 'zod'
import { toErrorAnswer, writeAnswer, writeCutOff } from './answer.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Journal, JournalEntry } from './journal.ts'
import type { Organisation } from './organisation.ts'
import { type RateLimits, rateLimitError, toRateLimitHeaders } from './rate-limits.ts'
import type { Exchange, Route } from './routes.ts'
import { VendorError } from './vendor-error.ts'

export interface HttpServerParts {
  readonly routes: readonly Route[]
  readonly limits: RateLimits
  readonly faults: Faults
  readonly journal: Journal
  readonly clock: Clock
  readonly logger: Logger
  /** @throws VendorError 401 */
  authenticate(request: IncomingMessage): Organisation
}

export interface HttpServer {
  /** On loopback. @returns the port */
  listen(port: number): Promise<number>
  close(): Promise<void>
}

/** Carries requests to their routes, and answers with rate-limit headers and the vendor's envelope. */
export function createHttpServer(parts: HttpServerParts): HttpServer {
  const { routes, limits, faults, journal, clock, logger } = parts

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    const [pathname = '', query = ''] = url.split('?', 2)
    const route = routes.find(one => one.method === method && one.path.test(pathname))
    const operation = route?.operation ?? 'unknown'
    const entry: JournalEntry = { at: clock.now(), operation, method, path: url, headers, upload: null, status: null }
    journal.record(entry)
    let rateLimit = limits.peek('global', 'anonymous')
    const exchange: Exchange = {
      request,
      query: new URLSearchParams(query),
      id: route?.path.exec(pathname)?.groups?.id ?? '',
      entry,
      count(tier, credential) {
        const state = limits.take(tier, credential)
        rateLimit = state
        if (state.exceeded) throw rateLimitError()
      },
      authenticate() {
        const organisation = parts.authenticate(request)
        exchange.count('global', organisation.id)
        return organisation
      },
    }
    const ending = await faults.end(operation, async () => {
      try {
        // The documentation knows no 405: whatever has no route is not found.
        if (!route) throw new VendorError(404, 'Not found.')
        return await route.carryOut(exchange)
      } catch (error) {
        if (!(error instanceof VendorError)) logger.error({ err: error, operation }, 'flvxtract simulator failed')
        return toErrorAnswer(error)
      }
    })
    logger.debug({ operation, ending: ending.kind }, 'flvxtract simulator answered')
    if (ending.kind === 'reset') {
      request.socket.resetAndDestroy()
      return
    }
    entry.status = ending.answer.status
    const write = ending.kind === 'whole' ? writeAnswer : writeCutOff
    await write(response, ending.answer, toRateLimitHeaders(rateLimit))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })

  return {
    async listen(port) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', resolve)
      })
      return z.object({ port: z.number() }).parse(server.address()).port
    },
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
