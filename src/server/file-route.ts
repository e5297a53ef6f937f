import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors.ts'

/** Files of one kind, by the tokens of their addresses. */
export interface FileSource {
  /** @returns null for a token of another kind of file */
  open(token: string, signal: AbortSignal): Promise<OpenFile | null>
}

export interface OpenFile {
  readonly name: string
  readonly mediaType: string
  /** Null when unknown. */
  readonly byteSize: number | null
  readonly body: Readable
}

/** Browsers save the file; if one shows it, the file cannot run scripts. */
const safeHeaders = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

/**
 * `GET /files/:token`: the bytes of a document or of a provider's report, streamed as they arrive. The token is the
 * only credential. Errors are `{error: {code, message, correlationId}}`.
 */
export function registerFileRoute(app: FastifyInstance, sources: readonly FileSource[]): void {
  async function open(token: string, signal: AbortSignal): Promise<OpenFile> {
    for (const source of sources) {
      const file = await source.open(token, signal)
      if (file) return file
    }
    throw new AppError('NOT_FOUND', 'There is no such file.')
  }

  app.get<{ Params: { token: string } }>('/files/:token', { exposeHeadRoute: false }, async (request, reply) => {
    // When the client closes the connection, the call to the provider is ended.
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const { name, mediaType, byteSize, body } = await open(request.params.token, gone.signal)
    // Until the first bytes arrive, a failure can still be answered as an error.
    await once(body, 'readable')
    reply.headers(safeHeaders).header('content-disposition', toAttachment(name))
    if (byteSize !== null) reply.header('content-length', byteSize)
    return reply.type(mediaType).send(body)
  })
}

/** The full name, and an ASCII form of it for clients that do not know `filename*`. RFC 6266. */
function toAttachment(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"${full === plain ? '' : `; filename*=UTF-8''${full}`}`
}
