import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { getStaticFile } from 'ruru/static'
import { loadOperationGroups } from './explorer/load-operations.ts'

const pages = new URL('./explorer/', import.meta.url)
const pageFiles: ReadonlySet<string> = new Set([
  'follow.js',
  'memory.js',
  'page.css',
  'page.js',
  'sample-pdf.js',
  'sandbox.js',
  'try-failures.js',
])
const socketClient = pathToFileURL(`${dirname(createRequire(import.meta.url).resolve('graphql-ws/client'))}/`)
const ruruPath = '/explorer/static/'

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
}

const common = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'"
/** Only content of this server, except styles, fonts and images that the editor creates. */
const explorerPolicy = `${common}; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:`
/** Apollo Sandbox is a script from Apollo that opens a frame from Apollo and sends requests for it. */
const sandboxPolicy = `${common}; script-src 'self' https://embeddable-sandbox.cdn.apollographql.com; style-src 'self' https://embeddable-sandbox.cdn.apollographql.com; frame-src https://sandbox.embed.apollographql.com; img-src 'self' data:`

/**
 * `/`: Apollo Sandbox, which needs the internet. `/explorer`: GraphiQL (in its Ruru build, which can be served from a
 * folder) with ready-made operations, which needs only this server.
 */
export function registerExplorer(app: FastifyInstance): void {
  async function send(reply: FastifyReply, name: string, from = pages) {
    const body = await readFile(new URL(name, from))
    return reply.type(mediaTypes[extname(name)] ?? 'application/octet-stream').send(body)
  }

  app.get('/', (_request, reply) => send(reply.header('content-security-policy', sandboxPolicy), 'sandbox.html'))

  app.get('/explorer', (_request, reply) =>
    send(reply.header('content-security-policy', explorerPolicy), 'explorer.html'),
  )

  app.get('/explorer/operations.json', () => loadOperationGroups())

  app.get<{ Params: { file: string } }>('/explorer/:file', ({ params: { file } }, reply) =>
    pageFiles.has(file) ? send(reply, file) : reply.callNotFound(),
  )

  app.get<{ Params: { file: string } }>('/explorer/graphql-ws/:file', ({ params: { file } }, reply) =>
    /^(client|common-[\w-]+)\.js$/.test(file) ? send(reply, file, socketClient) : reply.callNotFound(),
  )

  app.get(`${ruruPath}*`, async (request, reply) => {
    const acceptEncoding = request.headers['accept-encoding']
    const found = await getStaticFile({
      staticPath: ruruPath,
      urlPath: request.url,
      acceptEncoding,
      disallowDevAssets: true,
    })
    if (!found) return reply.callNotFound()
    const { content, headers } = found
    reply.headers({ etag: headers.etag, vary: 'accept-encoding', 'cache-control': 'no-cache' })
    if (request.headers['if-none-match'] === headers.etag) return reply.code(304).send()
    return reply.headers(headers).send(content)
  })
}
