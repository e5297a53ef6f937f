import { printSubgraphSchema } from '@apollo/subgraph'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Metrics } from './metrics.ts'

export interface OperationalRoutesOptions {
  readonly schema: GraphQLSchema
  readonly metrics: Metrics
  /**
   * The checks of `/readyz`, by name. A check that throws or takes too long has failed. A text that it resolves to is
   * shown in place of "ok".
   */
  readonly readiness: Readonly<Record<string, () => Promise<unknown>>>
  readonly isStopping: () => boolean
}

const patienceMs = 2_000
const failed = 'failed'

/** The schema for routers and code generators, and the routes for operators. None needs a credential. */
export function registerOperationalRoutes(app: FastifyInstance, options: OperationalRoutesOptions): void {
  const { schema, metrics, readiness, isStopping } = options
  // Printed at the first request, because a start would take noticeably longer.
  let sdl: string | null = null

  app.get('/schema.graphql', (_request, reply) => {
    sdl ??= printSubgraphSchema(schema)
    return reply.type('application/graphql; charset=utf-8').send(sdl)
  })

  app.get('/livez', { logLevel: 'warn', config: { whileStopping: true } }, () => ({ status: 'alive' }))

  app.get('/readyz', { logLevel: 'warn', config: { whileStopping: true } }, async (request, reply) => {
    const checks = await Promise.all(
      Object.entries(readiness).map(async ([name, check]) => {
        const outcome = await Promise.race([check(), rejectLater()]).catch(error => {
          request.log.warn({ err: error, check: name }, 'not ready')
          return failed
        })
        return [name, typeof outcome === 'string' ? outcome : 'ok']
      }),
    )
    const stopping = isStopping()
    const ready = !stopping && checks.every(([, outcome]) => outcome !== failed)
    reply.code(ready ? 200 : 503)
    return { status: stopping ? 'stopping' : ready ? 'ready' : 'not ready', checks: Object.fromEntries(checks) }
  })

  app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) => {
    const { contentType, text } = await metrics.render()
    return reply.type(contentType).send(text)
  })
}

function rejectLater(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs).unref()
  })
}
