import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import type { ReportFiles } from '../reports/create-report-files.ts'

/**
 * `GET /files/:token`: a provider's report, passed on as it arrives. The token is the only credential. Errors are
 * `{error: {code, message, correlationId}}`.
 */
export function registerFileRoute(app: FastifyInstance, files: Pick<ReportFiles, 'open'>): void {
  app.get<{ Params: { token: string } }>('/files/:token', { exposeHeadRoute: false }, async (request, reply) => {
    // Whoever closes the connection waits for nothing any more: the call to the provider ends then.
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const { name, mediaType, byteSize, body } = await files.open(request.params.token, gone.signal)
    // Until the first bytes are there a failure can still be said in words.
    await once(body, 'readable')
    reply.header('cache-control', 'private, no-store')
    reply.header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
    reply.header('x-content-type-options', 'nosniff')
    if (byteSize !== null) reply.header('content-length', byteSize)
    return reply.type(mediaType).send(body)
  })
}
