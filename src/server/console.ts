import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { compressAnswers } from './compress-answers.ts'

/** The output of `npm run build:console`. */
const built = new URL('../../dist/console/', import.meta.url)

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Only content of this server and no inline code, so that text injected into the page cannot run. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The console is not built</title>
<h1>The console is not built</h1>
<p>Run <code>npm run build:console</code>, then load this page again. <code>npm ci</code> does that by itself.</p>
<p>The API works without it: see <a href="/explorer">the explorer</a>.</p>
</html>
`

/**
 * `/console`: the reference frontend. Every address below it that is not a file is answered with the page, which routes
 * by itself.
 *
 * @param app a scope of its own
 * @param folder the folder of the built files
 */
export async function registerConsole(app: FastifyInstance, folder: URL = built): Promise<void> {
  await compressAnswers(app)
  app.get<{ Params: { file: string } }>('/console/assets/:file', async ({ params: { file } }, reply) => {
    const type = mediaTypes[extname(file)]
    const body = type !== undefined && /^[\w.-]+$/.test(file) ? await read(new URL(`assets/${file}`, folder)) : null
    if (body === null) return reply.callNotFound()
    // Its name changes with its content.
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type(type ?? '')
      .send(body)
  })

  for (const path of ['/console', '/console/*'])
    app.get(path, async (_request, reply) => {
      const page = await read(new URL('index.html', folder))
      reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-cache' }).type('text/html; charset=utf-8')
      return page === null ? reply.code(503).send(notBuilt) : reply.send(page)
    })
}

/** @returns null when there is no such file */
async function read(file: URL): Promise<Buffer | null> {
  try {
    return await readFile(fileURLToPath(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
