import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type Answer, writeAnswer, writeCutOff } from './answer.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import { Refusal } from './refusal.ts'

/** One received request. A vendor adds what it read from it. */
export interface JournalEntry<Operation extends string> {
  readonly at: Date
  /** `unknown` for a path or method without a route. */
  readonly operation: Operation | 'unknown'
  readonly method: string
  /** The path with the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The status of the answer; null before the answer, and when the connection was closed without one. */
  status: number | null
}

/** A received request with its route's data. */
export interface Received<Entry> {
  readonly request: IncomingMessage
  readonly query: URLSearchParams
  /** The variable parts of the path by the names of their groups, not decoded. */
  readonly parameters: Readonly<Record<string, string | undefined>>
  readonly entry: Entry
  /** Headers that are added to the answer. */
  readonly answerHeaders: Record<string, string>
}

export interface Route<Operation extends string, Exchange> {
  readonly operation: Operation
  readonly method: string
  readonly path: RegExp
  carryOut(exchange: Exchange): Promise<Answer> | Answer
}

export interface HttpServerParts<Operation extends string, Entry extends JournalEntry<Operation>, Exchange> {
  /** The vendor's id, for the log. */
  readonly vendor: string
  readonly routes: readonly Route<Operation, Exchange>[]
  readonly faults: Faults<Operation>
  /** Gets an entry for each request. The last 10,000 are kept. */
  readonly journal: Entry[]
  readonly clock: Clock
  readonly logger: Logger
  toEntry(entry: JournalEntry<Operation>): Entry
  /** The argument of routes: the request, and for example functions that authenticate and count. */
  open(received: Received<Entry>): Exchange
  /** For a path or method without a route. */
  refuseUnknown(): Refusal
  /** Any thrown value in the vendor's envelope. A value that is not a `Refusal` is an unforeseen error. */
  toErrorAnswer(error: unknown): Answer
}

const mostEntries = 10_000

/** Passes requests to their routes, unless a fault replaces the answer, and records them in the journal. */
export function createHttpServer<Operation extends string, Entry extends JournalEntry<Operation>, Exchange>(
  parts: HttpServerParts<Operation, Entry, Exchange>,
) {
  const { vendor, routes, faults, journal, clock, logger } = parts

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    const [pathname = '', query = ''] = url.split('?', 2)
    const route = routes.find(one => one.method === method && one.path.test(pathname))
    const operation = route?.operation ?? 'unknown'
    const entry = parts.toEntry({ at: clock.now(), operation, method, path: url, headers, status: null })
    journal.push(entry)
    if (journal.length > mostEntries) journal.shift()
    const parameters = route?.path.exec(pathname)?.groups ?? {}
    const answerHeaders = {}
    const exchange = parts.open({ request, query: new URLSearchParams(query), parameters, entry, answerHeaders })
    const ending = await faults.end(operation, async () => {
      try {
        if (!route) throw parts.refuseUnknown()
        return await route.carryOut(exchange)
      } catch (error) {
        if (!(error instanceof Refusal)) logger.error({ err: error, vendor, operation }, 'simulator failed')
        return parts.toErrorAnswer(error)
      }
    })
    logger.debug({ vendor, operation, ending: ending.kind }, 'simulator answered')
    if (ending.kind === 'reset') {
      request.socket.resetAndDestroy()
      return
    }
    await readToEnd(request)
    entry.status = ending.answer.status
    const write = ending.kind === 'whole' ? writeAnswer : writeCutOff
    await write(response, ending.answer, answerHeaders)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })

  return {
    /** On loopback. @returns the port */
    async listen(port: number): Promise<number> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', resolve)
      })
      return z.object({ port: z.number() }).parse(server.address()).port
    },
    async close(): Promise<void> {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Reads the rest of the request, as gateways do, because a sender whose connection is closed does not see the answer. */
async function readToEnd(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return
  await finished(request.resume())
}
